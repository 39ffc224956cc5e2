"""A plot of how the figures of the record grow, as a plain SVG: both axes are logarithmic."""

from __future__ import annotations

import math
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_WIDE, _HIGH, _LEFT, _TOP, _RIGHT, _BOTTOM = 760, 400, 70, 30, 230, 50
_COLOURS = ("#5c2d91", "#b3541e", "#1b7f5c", "#20639b")


@dataclass(frozen=True, slots=True)
class Point:
    """Milliseconds of a question at a size of the record."""

    name: str
    payments: int
    program: float
    by_hand: float


def svg(points: Sequence[Point]) -> str:
    """The plot: a line for the program, a dashed one for the statement by hand."""
    names = list(dict.fromkeys(point.name for point in points))
    every = [value for point in points for value in (point.program, point.by_hand)]
    low, high = math.floor(math.log10(min(every))), math.ceil(math.log10(max(every)))
    first, last = (math.log10(f(p.payments for p in points)) for f in (min, max))

    def x(payments: int) -> float:
        return _LEFT + (math.log10(payments) - first) / max(1, last - first) * (
            _WIDE - _LEFT - _RIGHT
        )

    def y(milliseconds: float) -> float:
        share = (math.log10(milliseconds) - low) / max(1, high - low)
        return _HIGH - _BOTTOM - share * (_HIGH - _TOP - _BOTTOM)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDE} {_HIGH}"'
        ' font-family="sans-serif" font-size="12">',
        f'<rect width="{_WIDE}" height="{_HIGH}" fill="#ffffff"/>',
        f'<text x="{_LEFT}" y="18">Milliseconds by payments in the record; dashed: by hand</text>',
    ]
    for power in range(low, high + 1):
        at = y(10.0**power)
        line = f'x1="{_LEFT}" y1="{at:.1f}" x2="{_WIDE - _RIGHT}" y2="{at:.1f}"'
        parts.append(f'<line {line} stroke="#dddddd"/>')
        parts.append(f'<text x="8" y="{at + 4:.1f}">{10.0**power:g} ms</text>')
    parts.extend(
        f'<text x="{x(payments):.1f}" y="{_HIGH - _BOTTOM + 20}" text-anchor="middle">'
        f"{payments:,}</text>"
        for payments in sorted({point.payments for point in points})
    )
    for number, name in enumerate(names):
        colour = _COLOURS[number % len(_COLOURS)]
        own = [point for point in points if point.name == name]
        for dashes, values in (
            ("", [(p.payments, p.program) for p in own]),
            (' stroke-dasharray="5 4"', [(p.payments, p.by_hand) for p in own]),
        ):
            path = " ".join(f"{x(at):.1f},{y(value):.1f}" for at, value in values)
            pen = f'fill="none" stroke="{colour}" stroke-width="2"{dashes}'
            parts.append(f'<polyline points="{path}" {pen}/>')
        end = own[-1]
        parts.append(
            f'<text x="{x(end.payments) + 8:.1f}" y="{y(end.program) + 4:.1f}" fill="{colour}">'
            f"{escape(name)}</text>"
        )
    return "\n".join([*parts, "</svg>", ""])
