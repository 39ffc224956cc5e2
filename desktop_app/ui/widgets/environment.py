"""Marks of an environment that is not live: the hatched band and the frame around the window."""

from PySide6.QtCore import QPointF, QRect, QSize
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.core.environment import Environment
from desktop_app.ui.theme import BOLD, Theme
from desktop_app.ui.widgets.paint import LEFT, fitted, start, text, text_width


def environment_colour(theme: Theme, environment: Environment) -> QColor:
    """Colour of band, frame and Pay button."""
    if environment is Environment.LIVE:
        return theme.colour("accent")
    return theme.colour("practice" if environment is Environment.PRACTICE else "test")


class EnvironmentBand(QWidget):
    """The word and a sentence between 45 degree stripes."""

    def __init__(self, theme: Theme, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._environment = Environment.PRACTICE
        self._word = self._words = ""
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def set_environment(self, environment: Environment, word: str, words: str) -> None:
        """Show an environment."""
        self._environment, self._word, self._words = environment, word, words
        self.setAccessibleName(f"{word}. {words}")
        self.update()

    def sizeHint(self) -> QSize:
        """Height of the design."""
        return QSize(400, self._theme.metrics.band)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the band."""
        theme = self._theme
        painter = start(QPainter(self))
        fill = environment_colour(theme, self._environment)
        painter.fillRect(self.rect(), fill)
        bold, plain = self._fonts()
        first, second = text_width(self._word, bold), text_width(self._words, plain)
        width = first + 14 + second
        left = (self.width() - width) // 2
        self._paint_stripes(painter)
        painter.fillRect(left - 14, 0, width + 28, self.height(), fill)
        white = theme.colour("onsolid")
        text(painter, QRect(left, 0, first, self.height()), self._word, bold, white, LEFT)
        box = QRect(left + first + 14, 0, second, self.height())
        text(painter, box, self._words, plain, white, LEFT)

    def cut_text(self) -> str:
        """The sentence, if it has too little room."""
        bold, plain = self._fonts()
        width = text_width(self._word, bold) + 14 + text_width(self._words, plain)
        return self._words if width > self.width() else ""

    def _fonts(self) -> tuple[QFont, QFont]:
        """Smaller in a window that is too narrow for the sentence."""
        bold = self._theme.sized_font(12.0, BOLD)
        room = self.width() - 14 - text_width(self._word, bold)
        return bold, fitted(self._words, self._theme.sized_font(12.0), room)

    def _paint_stripes(self, painter: QPainter) -> None:
        light = self._theme.colour("onsolid")
        light.setAlphaF(0.22)
        painter.setPen(QColor(0, 0, 0, 0))
        painter.setBrush(light)
        high = float(self.height())
        left = -high
        while left < self.width():
            painter.drawPolygon(
                QPolygonF(
                    [
                        QPointF(left, high),
                        QPointF(left + high, 0),
                        QPointF(left + high + 14.5, 0),
                        QPointF(left + 14.5, high),
                    ]
                )
            )
            left += 31.0


class EnvironmentFrame(QFrame):
    """The whole window: band on top, frame around; nothing of both when the environment is live.

    Put the window's content into `content`.
    """

    def __init__(self, theme: Theme, *, name: str = "frame", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._environment = Environment.LIVE
        self.setObjectName(name)
        self.band = EnvironmentBand(theme, name=f"{name}.band")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.band)
        self.content = QVBoxLayout()
        self.content.setSpacing(0)
        column.addLayout(self.content, 1)
        theme.changed.connect(self.update)
        self.set_environment(Environment.LIVE, "", "")

    @property
    def environment(self) -> Environment:
        """What is shown now."""
        return self._environment

    def set_environment(self, environment: Environment, word: str, words: str) -> None:
        """Show an environment; the words are not used for live."""
        self._environment = environment
        live = environment is Environment.LIVE
        edge = 0 if live else self._theme.metrics.frame
        self.band.setVisible(not live)
        self.band.set_environment(environment, word, words)
        self.content.setContentsMargins(edge, 0, edge, edge)
        self.setProperty("environment", environment.value)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill what shows around the content."""
        live = self._environment is Environment.LIVE
        theme = self._theme
        fill = theme.colour("bg") if live else environment_colour(theme, self._environment)
        QPainter(self).fillRect(self.rect(), fill)
