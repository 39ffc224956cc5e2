"""A customer in a list: provider, name, account, key, remark."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui.theme import SEMIBOLD, TextRole, Theme
from desktop_app.ui.widgets.monogram import monogram_fill, paint_monogram
from desktop_app.ui.widgets.paint import (
    LEFT,
    RIGHT,
    key_cap,
    key_cap_size,
    key_font,
    line_height,
    literal,
    shortened,
    start,
    text,
    text_width,
    wrap,
)
from desktop_app.ui.widgets.painted_button import PaintedButton

_AIR = 4
"""Between the lines of a name and those between the rows."""


class RecentRow(PaintedButton):
    """Press it to look the customer up. `urgent` makes the remark bold."""

    def __init__(
        self,
        theme: Theme,
        words: str,
        account: str,
        letters: str,
        slug: str,
        *,
        key: str = "",
        remark: str = "",
        urgent: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._account, self._letters, self._fill = account, letters, monogram_fill(slug)
        self._key, self._remark, self._urgent = key, remark, urgent
        super().__init__(theme, words, 8, name=name, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def spoken(self) -> str:
        """Name, account, remark, key."""
        parts = (self._words, self._account, self._remark, self._key)
        return ", ".join(part for part in parts if part)

    def sizeHint(self) -> QSize:
        """Height of the design."""
        return QSize(self._theme.scaled(330), self._theme.scaled(72))

    def minimumSizeHint(self) -> QSize:
        """Return room for two lines and the monogram."""
        return QSize(self._theme.scaled(240), self._theme.scaled(46))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the row."""
        theme = self._theme
        painter = start(QPainter(self))
        if self.isEnabled() and (self.underMouse() or self.isDown()):
            painter.fillRect(self.rect(), theme.colour("subtle"))
        side, margin, gap = (32, 12, 10) if theme.compact else (38, 18, 12)
        box = QRect(margin, (self.height() - side) // 2, side, side)
        paint_monogram(painter, theme, box, self._letters, self._fill)
        name_font, small = theme.font(TextRole.STRONG), theme.font(TextRole.LABEL)
        step, below = QFontMetrics(name_font).height(), QFontMetrics(small).height()
        end = self.width() - (12 if theme.compact else 14)
        left = margin + side + gap
        cap_width = self._key_size().width() + 10 if self._key else 0
        names = self.name_lines(end - left - cap_width, end - left)
        line = line_height(self._words, name_font) if len(names) > 1 else step
        top = (self.height() - line * len(names) - below) // 2
        self._paint_key(painter, end, top + step // 2)
        for number, words in enumerate(names):
            row = QRect(left, top + number * line, end - left, step)
            text(painter, row, words, name_font, theme.colour("text"), LEFT)
        remark_font = theme.sized_font(11.0, SEMIBOLD) if self._urgent else small
        room = text_width(self._remark, remark_font) + 10 if self._remark else 0
        second = QRect(left, top + line * len(names), end - left, below)
        account = shortened(self._account, small, second.width() - room)
        text(painter, second, account, small, theme.colour("text2"), LEFT)
        ink = theme.colour("text" if self._urgent else "text2")
        text(painter, second, self._remark, remark_font, ink, RIGHT)
        cut = " ".join(names) != self._words or account != self._account
        tip = literal(f"{self._words}\n{self._account}") if cut else ""
        if tip != self.toolTip():
            self.setToolTip(tip)

    def cut_text(self) -> str:
        """The remark, if it has too little room; name and account are in the tooltip, too."""
        side, margin, gap = (32, 12, 10) if self._theme.compact else (38, 18, 12)
        room = self.width() - margin - side - gap - 14
        font = self._theme.sized_font(11.0, SEMIBOLD)
        return self._remark if text_width(self._remark, font) > room else ""

    def name_lines(self, first: int, second: int) -> list[str]:
        """The name on one line, or on two of these widths where the row is high enough for them.

        It is shortened only where that is not enough.
        """
        font = self._theme.font(TextRole.STRONG)
        below = QFontMetrics(self._theme.font(TextRole.LABEL)).height()
        is_high = self.height() >= 2 * line_height(self._words, font) + below + _AIR
        if text_width(self._words, font) <= first or not is_high:
            return [shortened(self._words, font, first)]
        head = wrap(self._words, font, first)[0]
        return [head, shortened(self._words[len(head) :].strip(), font, second)]

    def _key_size(self) -> QSize:
        return key_cap_size(self._key, key_font(self._theme), 6, 20)

    def _paint_key(self, painter: QPainter, end: int, middle: int) -> None:
        if not self._key:
            return
        font, size = key_font(self._theme), self._key_size()
        box = QRect(end - size.width(), middle - size.height() // 2, size.width(), size.height())
        ink, edge = self._theme.colour("text2"), self._theme.colour("control")
        key_cap(painter, box, self._key, font, ink, edge)
