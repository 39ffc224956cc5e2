"""Papers and their measures in dots of 203 dpi, which is 8 dots a millimetre.

A dot is the unit of all layout: on an 80 mm printer it is one real dot, elsewhere the drawing is
scaled as a whole.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.core.settings import Language, Paper
from desktop_app.printing.blocks import Size

if TYPE_CHECKING:
    from collections.abc import Mapping

DOTS_PER_MM = 8


@dataclass(frozen=True, slots=True)
class PaperSpec:
    """Measures of one paper.

    Attributes:
        width: whole paper, of which ``margin`` on each side stays white.
        height: of a sheet; None for a roll, which is as long as its content.
        useful_heights: a sheet's footnotes go to the end of the first of these that is enough.
        margin, margin_top, margin_bottom: white edges.
        letters: pixel size of each kind of text.
        gap: between a label and its value.
        module: dots of a QR module.
        stacked_share: a value wider than this part of the width, or not fitting beside its label,
            goes below it; None where long values wrap beside it.
        rule_room: white above and below a rule.
        logo_height: of the shop's logo, at most.
    """

    width: int
    height: int | None
    margin: int
    margin_top: int
    margin_bottom: int
    letters: Mapping[Size, int]
    gap: int
    module: int
    stacked_share: float | None
    rule_room: int
    logo_height: int
    useful_heights: tuple[int, ...] = ()

    @property
    def printable(self) -> int:
        """Width between the margins."""
        return self.width - 2 * self.margin


LINE_HEIGHT = {Language.ENGLISH: 1.34, Language.NEPALI: 1.5}
"""Distance of lines in sizes of the letters; Nepali needs room above (matra) and below."""

_SHEET_LETTERS = {
    Size.TITLE: 43,
    Size.HEADING: 30,
    Size.BODY: 24,
    Size.SMALL: 21,
    Size.TOTAL: 42,
    Size.STATE: 42,
    Size.BAR: 34,
    Size.MONO: 23,
}

STOCKS: Mapping[Paper, PaperSpec] = {
    Paper.ROLL_58: PaperSpec(
        width=464,
        height=None,
        margin=40,
        margin_top=36,
        margin_bottom=40,
        letters={
            Size.TITLE: 29,
            Size.HEADING: 23,
            Size.BODY: 20,
            Size.SMALL: 18,
            Size.TOTAL: 31,
            Size.STATE: 30,
            Size.BAR: 25,
            Size.MONO: 18,
        },
        gap=12,
        module=4,
        stacked_share=0.55,
        rule_room=13,
        logo_height=104,
    ),
    Paper.ROLL_80: PaperSpec(
        width=640,
        height=None,
        margin=32,
        margin_top=30,
        margin_bottom=36,
        letters={
            Size.TITLE: 36,
            Size.HEADING: 27,
            Size.BODY: 24,
            Size.SMALL: 20,
            Size.TOTAL: 38,
            Size.STATE: 38,
            Size.BAR: 32,
            Size.MONO: 20,
        },
        gap=16,
        module=5,
        stacked_share=None,
        rule_room=13,
        logo_height=136,
    ),
    Paper.A5: PaperSpec(
        width=148 * DOTS_PER_MM,
        height=210 * DOTS_PER_MM,
        margin=84,
        margin_top=80,
        margin_bottom=84,
        letters=_SHEET_LETTERS,
        gap=16,
        module=5,
        stacked_share=None,
        rule_room=18,
        logo_height=150,
        useful_heights=(210 * DOTS_PER_MM,),
    ),
    # The upper half is used, so that the page can be cut in two, unless more is needed.
    Paper.A4: PaperSpec(
        width=210 * DOTS_PER_MM,
        height=297 * DOTS_PER_MM,
        margin=120,
        margin_top=80,
        margin_bottom=64,
        letters=_SHEET_LETTERS,
        gap=16,
        module=5,
        stacked_share=None,
        rule_room=10,
        logo_height=130,
        useful_heights=(297 * DOTS_PER_MM // 2, 297 * DOTS_PER_MM),
    ),
}
