"""The band that says how a payment ended, and the panel below it."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui.theme import ColourName, TextRole, Theme
from desktop_app.ui.widgets.chip import Tone
from desktop_app.ui.widgets.paint import (
    LEFT,
    fitted,
    line_height,
    rounded,
    start,
    text,
    text_width,
    top_rounded,
    wrap,
)
from desktop_app.ui.widgets.panel import Panel, PanelLook

_SOLID: dict[Tone, ColourName] = {
    Tone.PAID: "paidsolid",
    Tone.WAITING: "waitsolid",
    Tone.NOT_PAID: "failsolid",
    Tone.CASH_RETURNED: "failsolid",
    Tone.ASK_SUPPORT: "waitsolid",
}
_LOOK = {
    Tone.PAID: PanelLook.PAID,
    Tone.WAITING: PanelLook.WAITING,
    Tone.NOT_PAID: PanelLook.NOT_PAID,
    Tone.CASH_RETURNED: PanelLook.NOT_PAID,
    Tone.ASK_SUPPORT: PanelLook.WAITING,
}


class ResultHeader(QWidget):
    """Icon, the big word, one line below it; green, amber or red.

    `small` is the size of the components page and of lists. With `joined` only the upper corners
    are round, because a panel goes on below.
    """

    def __init__(
        self,
        theme: Theme,
        tone: Tone,
        word: str,
        line: str = "",
        *,
        small: bool = False,
        joined: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._small = small
        self._joined = joined
        self._low = False
        self.setObjectName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._restyle)
        self.set_result(tone, word, line)

    def text(self) -> str:
        """The big word."""
        return self._word

    def set_result(self, tone: Tone, word: str, line: str = "") -> None:
        """Show a result."""
        self._tone, self._word, self._line = tone, word, line
        self.setAccessibleName(f"{word}. {line}" if line else word)
        self._restyle()

    def sizeHint(self) -> QSize:
        """Height of the design, more where the text asks for it."""
        return QSize(380, self.heightForWidth(380))

    def minimumSizeHint(self) -> QSize:
        """Narrower is possible: the line wraps."""
        return QSize(240, self.heightForWidth(self.width() or 380))

    def heightForWidth(self, width: int) -> int:
        """Height of the design, more where the line below the word wraps."""
        least = 60 if self._low and self._theme.compact else 70 if self._is_low() else 116
        height = self._theme.scaled(least)
        return max(height, self._words_height(self._rows(self._room(width))) + 6)

    def set_low(self, low: bool) -> None:
        """Take the height of a small window where the page needs the room."""
        if low != self._low:
            self._low = low
            self._restyle()

    def cut_text(self) -> str:
        """The word or the line, if it has too little room."""
        room = self._room(self.width())
        if text_width(self._word, fitted(self._word, self._big(), room)) > room:
            return self._word
        fits = self._words_height(self._rows(room)) <= self.height()
        return "" if fits else self._line

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the band."""
        theme = self._theme
        painter = start(QPainter(self))
        fill = theme.colour(_SOLID[self._tone])
        if self._joined:
            radius = theme.metrics.panel_radius - 2
            painter.fillPath(top_rounded(QRectF(self.rect()), radius), fill)
        else:
            rounded(painter, self.rect(), 10, fill)
        amber = self._tone in (Tone.WAITING, Tone.ASK_SUPPORT)
        ink = theme.colour("waiton") if amber else theme.colour("onsolid")
        icon, margin, left = self._measures()
        pixmap = theme.icon(self._tone.icon, ink.name(), icon, self)
        painter.drawPixmap(margin, (self.height() - icon) // 2, pixmap)
        self._paint_text(painter, QRect(left, 0, self.width() - left - 16, self.height()), ink)

    def _paint_text(self, painter: QPainter, area: QRect, ink: QColor) -> None:
        big, below = self._big(), self._below()
        step, small_step = QFontMetrics(big).height(), line_height(self._line, below)
        lap = self._lap()
        rows = self._rows(area.width())
        total = self._words_height(rows)
        top = area.top() + (area.height() - total) // 2
        big = fitted(self._word, big, area.width())
        text(painter, QRect(area.left(), top, area.width(), step), self._word, big, ink, LEFT)
        for number, line in enumerate(rows):
            y = top + step - lap + number * small_step
            box = QRect(area.left(), y, area.width(), small_step)
            text(painter, box, line, below, ink, LEFT)

    def _room(self, width: int) -> int:
        return width - self._measures()[2] - 16

    def _rows(self, room: int) -> list[str]:
        return wrap(self._line, self._below(), room) if self._line else []

    def _lap(self) -> int:
        """The line stands a little into the room below the big word."""
        return 0 if self._theme.nepali else round(QFontMetrics(self._big()).height() * 0.1)

    def _words_height(self, rows: list[str]) -> int:
        step = QFontMetrics(self._big()).height()
        return step + line_height(self._line, self._below()) * len(rows) - self._lap()

    def _is_low(self) -> bool:
        return self._small or self._low or self._theme.compact

    def _measures(self) -> tuple[int, int, int]:
        """Size of the icon, margin left of it, start of the words."""
        if self._small:
            return 36, 17, 68
        return (44, 21, 82) if self._is_low() else (60, 30, 114)

    def _big(self) -> QFont:
        if self._small:
            return self._theme.sized_font(17.5, TextRole.RESULT.weight)
        if self._low and not self._theme.compact:
            return self._theme.sized_font(TextRole.RESULT.compact_points, TextRole.RESULT.weight)
        return self._theme.font(TextRole.RESULT)

    def _below(self) -> QFont:
        if self._small:
            return self._theme.sized_font(12.0 if self._theme.nepali else 11.5)
        return self._theme.sized_font(12.0 if self._is_low() else 14.0)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


class ResultPanel(Panel):
    """A panel with a ResultHeader on top; put the rest into `body`."""

    def __init__(
        self,
        theme: Theme,
        tone: Tone,
        word: str,
        line: str = "",
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, _LOOK[tone], name=name, parent=parent)
        self._low = False
        self.header = ResultHeader(theme, tone, word, line, joined=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 2, 2, 2)
        column.setSpacing(0)
        column.addWidget(self.header)
        self.body = QVBoxLayout()
        self.body.setSpacing(0)
        self.body.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addLayout(self.body, 1)
        theme.changed.connect(self._margins)
        self._margins()

    def set_result(self, tone: Tone, word: str, line: str = "") -> None:
        """Show another result in place."""
        self.set_look(_LOOK[tone])
        self.header.set_result(tone, word, line)

    def set_low(self, low: bool) -> None:
        """Leave as much of the height to the body as can be."""
        self._low = low
        self.header.set_low(low)
        self._margins()

    def _margins(self) -> None:
        small = self._theme.compact or self._low
        side = 20 if self._theme.compact else 28
        self.body.setContentsMargins(side, 8 if small else 16, side, 6 if self._low else 12)
