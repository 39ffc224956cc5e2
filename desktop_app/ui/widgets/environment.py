"""Marks of an environment that is not live: the hatched band and the frame around the window."""

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.core.environment import Environment
from desktop_app.ui.theme import BOLD, TextRole, Theme
from desktop_app.ui.widgets.labels import Figure, PlainLabel
from desktop_app.ui.widgets.paint import LEFT, start
from desktop_app.ui.widgets.panel import Surface
from desktop_app.ui.widgets.styled import set_style


def environment_colour(theme: Theme, environment: Environment) -> QColor:
    """Return the colour of band, frame and Pay button."""
    if environment is Environment.LIVE:
        return theme.colour("accent")
    return theme.colour("practice" if environment is Environment.PRACTICE else "test")


class BandWords(Surface):
    """The ground of the words, which hides the stripes."""


class EnvironmentBand(QWidget):
    """The word and a sentence between 45 degree stripes."""

    def __init__(self, theme: Theme, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._environment = Environment.PRACTICE
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._box = BandWords(theme)
        self._word = PlainLabel(theme, "", TextRole.BODY, "onsolid")
        self._word.set_points(12.0, BOLD)
        self._words = _Sentence(theme, "", TextRole.BODY, "onsolid", align=LEFT)
        inside = QHBoxLayout(self._box)
        inside.setContentsMargins(14, 0, 14, 0)
        inside.setSpacing(14)
        inside.addWidget(self._word)
        inside.addWidget(self._words)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self._box)
        row.addStretch(1)
        theme.changed.connect(self.update)

    def set_environment(self, environment: Environment, word: str, words: str) -> None:
        """Show an environment."""
        self._environment = environment
        set_style(self._box, environment=environment.value)
        self._word.setText(word)
        self._words.setText(words)
        self.setAccessibleName(f"{word}. {words}")
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of the design."""
        return QSize(400, self._theme.metrics.band)

    def minimumSizeHint(self) -> QSize:
        """Narrower is possible: the sentence is drawn smaller."""
        return QSize(0, self._theme.metrics.band)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the stripes: a gradient of a style sheet has no slant that keeps at all widths."""
        painter = start(QPainter(self))
        painter.fillRect(self.rect(), environment_colour(self._theme, self._environment))
        self._paint_stripes(painter)

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


class _Sentence(Figure):
    """Drawn smaller in a window that is too narrow for it."""

    def minimumSizeHint(self) -> QSize:
        """A good part of what it wants."""
        whole = self.sizeHint()
        return QSize(whole.width() * 3 // 5, whole.height())


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
        self.set_environment(Environment.LIVE, "", "")

    @property
    def environment(self) -> Environment:
        """Return the environment that is shown."""
        return self._environment

    def set_environment(self, environment: Environment, word: str, words: str) -> None:
        """Show an environment; the words are not used for live."""
        self._environment = environment
        live = environment is Environment.LIVE
        edge = 0 if live else self._theme.metrics.frame
        self.band.setVisible(not live)
        self.band.set_environment(environment, word, words)
        self.content.setContentsMargins(edge, 0, edge, edge)
        set_style(self, environment=environment.value)
