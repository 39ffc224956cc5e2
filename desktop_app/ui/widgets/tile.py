"""The tile of a provider."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui.theme import SEMIBOLD, Theme
from desktop_app.ui.widgets.monogram import monogram_fill, paint_monogram
from desktop_app.ui.widgets.paint import (
    key_cap,
    key_font,
    line_height,
    lines,
    rounded,
    start,
    text_width,
    wrap,
)
from desktop_app.ui.widgets.painted_button import PointedButton

_MIN_POINTS = 10.0
_DIGIT_ROOM = 32


class Tile(PointedButton):
    """A provider: letters, name, up to two lines below it, digit in the corner.

    `large` is for up to four providers (two columns), otherwise three columns. `subs` are shown on
    a large tile only; a note such as "retired by the service" is shown on both.
    """

    def __init__(
        self,
        theme: Theme,
        words: str,
        letters: str,
        slug: str,
        *,
        digit: str = "",
        subs: tuple[str, ...] = (),
        note: str = "",
        large: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._letters = letters
        self._fill = monogram_fill(slug)
        self._digit = digit
        self._subs = subs
        self._note = note
        self._large = large
        super().__init__(theme, words, theme.metrics.panel_radius, name=name, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def selected(self) -> bool:
        """Return True if this is the choice."""
        return self.isChecked()

    def set_selected(self, selected: bool) -> None:
        """Mark it as the choice."""
        self.setChecked(selected)

    def set_subs(self, *subs: str) -> None:
        """The lines below the name of a large tile."""
        self._subs = subs
        self.setAccessibleName(self.spoken())
        self.update()

    def spoken(self) -> str:
        """Name and note."""
        parts = (self._words, *self._subs, self._note, self._digit)
        return ", ".join(part for part in parts if part)

    def sizeHint(self) -> QSize:
        """Height of the design."""
        metrics = self._theme.metrics
        height = metrics.tile_large if self._large else metrics.tile_small
        return QSize(self._theme.scaled(348 if self._large else 206), height)

    def minimumSizeHint(self) -> QSize:
        """Narrower is possible: the name wraps."""
        return QSize(self._theme.scaled(160), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tile."""
        theme = self._theme
        painter = start(QPainter(self))
        radius = theme.metrics.panel_radius
        if self.isChecked():
            rounded(
                painter, self.rect(), radius, theme.colour("accentsoft"), theme.colour("accent"), 2
            )
        else:
            hover = self.isEnabled() and (self.underMouse() or self.isDown())
            fill = theme.colour("subtle" if hover else "surface")
            rounded(painter, self.rect(), radius, fill, theme.colour("border"))
        side, margin, gap = self._measures()
        box = QRect(margin, (self.height() - side) // 2, side, side)
        paint_monogram(painter, theme, box, self._letters, self._fill)
        self._paint_text(painter, QRect(margin + side + gap, 0, 0, self.height()))
        if self._digit:
            self._paint_digit(painter)

    def cut_text(self) -> str:
        """The name, or a line below it, if it has too little room."""
        side, margin, gap = self._measures()
        area = QRect(margin + side + gap, 0, 0, self.height())
        font, names = self._fitted_name(area)
        whole = all(text_width(word, font) <= area.width() for word in self._words.split())
        if not whole or len(names) > self._most_names():
            return self._words
        small, below = self._below(area)
        if any(text_width(line, small) > area.width() for line in below):
            return " ".join(below)
        step = line_height(self._words, font) * len(names)
        step += (line_height("".join(below), small) + (6 if self._large else 0)) * len(below)
        return self._words if step > self.height() else ""

    def _below(self, area: QRect) -> tuple[QFont, list[str]]:
        """Font and lines below the name."""
        small = self._theme.sized_font(12.0 if self._large else 10.5)
        if self._note:
            return small, wrap(self._note, small, area.width())[:2]
        if not self._large:
            return small, []
        return small, [line for sub in self._subs for line in wrap(sub, small, area.width())]

    def _measures(self) -> tuple[int, int, int]:
        """Side of the monogram, margin left of it, gap to the name."""
        if self._large:
            return (64, 20, 16) if self._theme.compact else (84, 28, 22)
        return (42, 13, 11) if self._theme.compact else (52, 17, 14)

    def _paint_text(self, painter: QPainter, area: QRect) -> None:
        theme = self._theme
        font, names = self._fitted_name(area)
        small, below = self._below(area)
        step, gap = line_height(self._words, font), 6 if self._large else 0
        small_step = line_height("".join(below), small) + gap
        total = step * len(names) + small_step * len(below)
        top = area.top() + (area.height() - total) // 2
        box = QRect(area.left(), top, area.width(), step * len(names))
        lines(painter, box, names, font, theme.colour("text"))
        for number, line in enumerate(below):
            row = QRect(
                area.left(), box.bottom() + 1 + number * small_step, area.width(), small_step
            )
            lines(painter, row, [line], small, theme.colour("text2"))

    def _fitted_name(self, area: QRect) -> tuple[QFont, list[str]]:
        """Font and lines of the name in at most two lines; narrows `area` as far as needed."""
        points = (17.0 if self._theme.compact else 20.0) if self._large else self._small_points()
        words = self._words.split()
        while True:
            font = self._theme.sized_font(points, SEMIBOLD)
            area.setRight(self.width() - 10)
            names = wrap(self._words, font, area.width())
            # More lines reach up to the digit in the corner: the first must end before it.
            beside = self._digit and (len(names) > 1 or self._note)
            if beside and text_width(names[0], font) > area.width() - _DIGIT_ROOM:
                area.setRight(self.width() - 10 - _DIGIT_ROOM)
                names = wrap(self._words, font, area.width())
            whole = all(text_width(word, font) <= area.width() for word in words)
            if (whole and len(names) <= self._most_names()) or points <= _MIN_POINTS:
                return font, names
            points -= 1.0

    def _small_points(self) -> float:
        return 13.0 if self._theme.compact else 14.0

    def _most_names(self) -> int:
        return 1 if self._note and not self._large else 2

    def _paint_digit(self, painter: QPainter) -> None:
        theme = self._theme
        compact = theme.compact and not self._large
        size = QSize(22, 20) if compact else QSize(28, 26)
        inset = 9 if compact else 11
        box = QRect(self.width() - inset - size.width(), inset, size.width(), size.height())
        font = key_font(theme, 10.0 if compact else 12.0)
        if self.isChecked():
            key_cap(
                painter,
                box,
                self._digit,
                font,
                theme.colour("onaccent"),
                None,
                theme.colour("accent"),
            )
        else:
            key_cap(painter, box, self._digit, font, theme.colour("text2"), theme.colour("control"))
