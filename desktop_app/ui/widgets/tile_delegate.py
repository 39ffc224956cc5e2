"""Draws the tiles of providers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize

from desktop_app.ui.theme import SEMIBOLD, Theme
from desktop_app.ui.widgets.choice_items import ChoiceItem, ItemLook
from desktop_app.ui.widgets.choice_list import ChoiceList, ItemDelegate
from desktop_app.ui.widgets.monogram import monogram_fill, paint_monogram
from desktop_app.ui.widgets.paint import (
    key_cap,
    key_font,
    line_height,
    lines,
    rounded,
    text,
    text_width,
    wrap,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFont, QPainter

_NARROW, _NARROW_LARGE = 185, 265
"""Below this width a tile leaves the name more room than the monogram."""
_MIN_POINTS = 10.0
_DIGIT_GAP = 6
_NAMES, _MAX_NAMES = 2, 3
"""Lines of a name, and those of a name that is too long for them in the smallest letters."""


@dataclass(frozen=True, slots=True)
class TileItem(ChoiceItem):
    """A provider: letters, name, up to two lines below it, digit in the corner.

    ``subs`` are shown on a large tile only; a note such as "retired by the service" on all.
    ``group`` is the heading under which the tile stands; tiles of one group follow each other.
    """

    letters: str = ""
    slug: str = ""
    digit: str = ""
    subs: tuple[str, ...] = ()
    note: str = ""
    group: str = ""

    @classmethod
    def made(
        cls,
        slug: str,
        words: str,
        letters: str,
        *,
        digit: str = "",
        subs: tuple[str, ...] = (),
        note: str = "",
        group: str = "",
    ) -> TileItem:
        """Make one of which name, lines, note and digit are said."""
        said = ", ".join(part for part in (words, *subs, note, digit) if part.strip())
        return cls(slug, words, said, letters, slug, digit, subs, note, group)


class TileDelegate(ItemDelegate):
    """Draws the tiles, and above the first ones of a group its heading."""

    def __init__(self, theme: Theme, view: ChoiceList) -> None:
        super().__init__(theme, view)
        self.large = self.low = False
        """Large tiles are for a few providers, low ones for all of them."""
        self.headings: dict[str, QRect] = {}
        """Where the heading above a tile is, by the tile's id, in the whole list."""

    def draw(self, painter: QPainter, box: QRect, item: ChoiceItem, look: ItemLook) -> None:
        """Draw a tile."""
        if not isinstance(item, TileItem):
            return
        theme = self.theme
        radius = theme.metrics.panel_radius
        if look.chosen:
            rounded(painter, box, radius, theme.colour("accentsoft"), theme.colour("accent"), 2)
        else:
            fill = theme.colour("subtle" if look.hovered else "surface")
            rounded(painter, box, radius, fill, theme.colour("border"))
        if item.id in self.headings:
            scrolled = self.view.verticalScrollBar().value()
            heading = self.headings[item.id].translated(0, -scrolled)
            font = theme.sized_font(12.0, SEMIBOLD)
            text(painter, heading, item.group, font, theme.colour("text2"))
        side, margin, _ = self._measures(box, item)
        picture = QRect(box.left() + margin, box.top() + (box.height() - side) // 2, side, side)
        paint_monogram(painter, theme, picture, item.letters, monogram_fill(item.slug))
        self._paint_text(painter, box, item)
        if item.digit:
            self._paint_digit(painter, box, item, chosen=look.chosen)

    def cut_text(self, box: QRect, item: ChoiceItem) -> str:
        """The name, or a line below it, if it has too little room."""
        if not isinstance(item, TileItem):
            return ""
        font, names, area = self.fitted_name(box, item)
        whole = all(text_width(word, font) <= area.width() for word in item.words.split())
        small, below = self._below(box, area, item)
        if not whole or len(names) > _MAX_NAMES or " ".join(names) != item.words:
            return item.words
        is_cut = item.note and " ".join(below) != item.note
        if is_cut or any(text_width(line, small) > area.width() + 1 for line in below):
            return item.note or " ".join(below)
        if self._meets_digit(box, area, item, font, names):
            return f"{item.words} {item.digit}"
        is_low = self._text_height(item, font, names, small, below) > box.height()
        return item.words if is_low else ""

    def fitted_name(self, box: QRect, item: TileItem) -> tuple[QFont, list[str], QRect]:
        """Font and lines of the name, and the area for it and what is below it."""
        theme = self.theme
        large, compact = self.large, theme.compact
        points = (17.0 if compact else 20.0) if large else (13.0 if compact else 14.0)
        left = box.left() + sum(self._measures(box, item))
        right = 6 if self._is_narrow(box) else 10
        while True:
            font = theme.sized_font(points, SEMIBOLD)
            area = QRect(left, box.top(), box.right() - right - left + 1, box.height())
            names = wrap(item.words, font, area.width())
            if self._meets_digit(box, area, item, font, names):
                area.setRight(self._cap(box).left() - _DIGIT_GAP - 1)
                names = wrap(item.words, font, area.width())
            whole = all(text_width(word, font) <= area.width() for word in item.words.split())
            high = self._text_height(item, font, names, *self._below(box, area, item))
            fits = whole and len(names) <= _NAMES and high <= box.height()
            if fits or points <= _MIN_POINTS:
                return font, names, area
            points -= 1.0

    def _meets_digit(
        self, box: QRect, area: QRect, item: TileItem, font: QFont, names: Sequence[str]
    ) -> bool:
        """A line of the name reaches to the digit in the corner."""
        if not item.digit:
            return False
        cap, step = self._cap(box), line_height(item.words, font)
        high = self._text_height(item, font, names, *self._below(box, area, item))
        top = box.top() + (box.height() - high) // 2
        # Letters begin below the top of their line.
        above = cap.bottom() + 3 - step // 4
        beside = [line for at, line in enumerate(names) if top + at * step <= above]
        # A width is rounded up, and the lines were broken without that.
        room = cap.left() - _DIGIT_GAP - area.left() + 1
        return any(text_width(line, font) > room for line in beside)

    @property
    def _has_small_cap(self) -> bool:
        return self.low or (self.theme.compact and not self.large)

    def _cap(self, box: QRect) -> QRect:
        """Where the digit is."""
        small = self._has_small_cap
        size = QSize(22, 20) if small else QSize(28, 26)
        inset = 9 if small else 11
        left = box.right() + 1 - inset - size.width()
        return QRect(left, box.top() + inset, size.width(), size.height())

    def _is_narrow(self, box: QRect) -> bool:
        """Return whether the name needs room of the monogram, and of the lines below it."""
        return box.width() < self.theme.scaled(_NARROW_LARGE if self.large else _NARROW)

    def _below(self, box: QRect, area: QRect, item: TileItem) -> tuple[QFont, list[str]]:
        """Font and lines below the name."""
        large = self.large
        small = self.theme.sized_font(12.0 if large else 10.5)
        if item.note:
            return small, wrap(item.note, small, area.width())[:2]
        if not large or self._is_narrow(box):
            return small, []
        return small, [line for sub in item.subs for line in wrap(sub, small, area.width())]

    def _text_height(
        self, item: TileItem, font: QFont, names: Sequence[str], small: QFont, below: Sequence[str]
    ) -> int:
        step = line_height(item.words, font) * len(names)
        return step + (line_height("".join(below), small) + self._gap()) * len(below)

    def _gap(self) -> int:
        return 6 if self.large else 0

    def _measures(self, box: QRect, item: TileItem) -> tuple[int, int, int]:
        """Side of the monogram, margin left of it, gap to the name."""
        if self._is_narrow(box):
            return (42, 13, 11) if self.large else (32, 6, 6)
        if self.large:
            return (64, 20, 16) if self.theme.compact else (84, 28, 22)
        if self.low or item.note:
            return (32, 10, 10) if self.theme.compact else (38, 12, 12)
        return (42, 13, 11) if self.theme.compact else (52, 17, 14)

    def _paint_text(self, painter: QPainter, box: QRect, item: TileItem) -> None:
        theme = self.theme
        font, names, area = self.fitted_name(box, item)
        small, below = self._below(box, area, item)
        step = line_height(item.words, font)
        small_step = line_height("".join(below), small) + self._gap()
        total = step * len(names) + small_step * len(below)
        top = area.top() + (area.height() - total) // 2
        name_box = QRect(area.left(), top, area.width(), step * len(names))
        lines(painter, name_box, names, font, theme.colour("text"))
        for number, line in enumerate(below):
            at = name_box.bottom() + 1 + number * small_step
            row = QRect(area.left(), at, area.width(), small_step)
            lines(painter, row, [line], small, theme.colour("text2"))

    def _paint_digit(self, painter: QPainter, box: QRect, item: TileItem, *, chosen: bool) -> None:
        theme = self.theme
        small, cap = self._has_small_cap, self._cap(box)
        font = key_font(theme, 10.0 if small else 12.0)
        if chosen:
            ink, fill = theme.colour("onaccent"), theme.colour("accent")
            key_cap(painter, cap, item.digit, font, ink, None, fill)
        else:
            key_cap(painter, cap, item.digit, font, theme.colour("text2"), theme.colour("control"))
