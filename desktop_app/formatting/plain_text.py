"""Texts from outside (the service, the shop's settings) made fit for paper."""

from __future__ import annotations

import unicodedata

# Devanagari needs the joiners to choose the shape of a letter; every other format character can
# only reverse, hide or split what is printed.
_JOINERS = frozenset("\u200c\u200d")
_UNPRINTABLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_MARKS = frozenset({"Mn", "Me"})
_MAX_MARKS = 4
_ELLIPSIS = "…"


def sanitize(text: str, most: int) -> str:
    """Reduce a text to one line of plain text of at most ``most`` characters.

    Control, direction and private characters become nothing, runs of white space one space, and
    piles of accents that would be drawn over other lines are cut. A longer text ends in ``…``.
    """
    # What is far beyond the bound is not even looked at: the text may be very long.
    line = " ".join(text[: most * 20].split())
    kept: list[str] = []
    marks = 0
    for character in line:
        category = unicodedata.category(character)
        if category in _UNPRINTABLE and character not in _JOINERS:
            continue
        marks = marks + 1 if category in _MARKS else 0
        if marks <= _MAX_MARKS:
            kept.append(character)
    cleaned = "".join(kept).strip()
    if len(cleaned) <= most:
        return cleaned
    return cleaned[: most - 1].rstrip() + _ELLIPSIS
