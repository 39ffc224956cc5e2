"""Chips and badges: a state is always colour, icon and word."""

from enum import Enum

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.core.environment import Environment
from desktop_app.ui.theme import BOLD, SEMIBOLD, ColourName, Theme
from desktop_app.ui.widgets.paint import CENTRE, LEFT, rounded, start, text, text_width


class Tone(Enum):
    """State of a payment on the screen: icon, fill, edge, ink."""

    PAID = ("circle-check", "paidsoft", "paidline", "paidtext")
    WAITING = ("hourglass", "waitsoft", "waitline", "waittext")
    NOT_PAID = ("circle-x", "failsoft", "failline", "failtext")
    CASH_RETURNED = ("undo-2", "surface", "control", "text2")
    ASK_SUPPORT = ("triangle-alert", "waitsolid", "waitsolid", "waiton")

    def __init__(self, icon: str, fill: ColourName, edge: ColourName, ink: ColourName) -> None:
        self.icon = icon
        self.fill: ColourName = fill
        self.edge: ColourName = edge
        self.ink: ColourName = ink


def chip_font(theme: Theme) -> QFont:
    """Font of chips and badges."""
    return theme.sized_font(11.5 if theme.nepali else 11.0, BOLD)


def chip_size(theme: Theme, words: str) -> QSize:
    """Size of a chip with icon around `words`."""
    font = chip_font(theme)
    return QSize(text_width(words, font) + 41, max(28, QFontMetrics(font).height() + 6))


def paint_chip(
    painter: QPainter, theme: Theme, rect: QRect, tone: Tone, words: str, on: QWidget
) -> None:
    """Draw a chip that fills `rect`."""
    fill, edge, ink = (theme.colour(name) for name in (tone.fill, tone.edge, tone.ink))
    rounded(painter, rect, theme.metrics.chip_radius, fill, edge)
    icon = theme.icon(tone.icon, tone.ink, 16, on)
    painter.drawPixmap(rect.left() + 10, rect.top() + (rect.height() - 16) // 2, icon)
    text(painter, rect.adjusted(31, 0, 0, 0), words, chip_font(theme), ink, LEFT)


class Chip(QWidget):
    """State of a payment."""

    def __init__(
        self, theme: Theme, tone: Tone, words: str, *, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)
        self.set_state(tone, words)

    def set_state(self, tone: Tone, words: str) -> None:
        """Show another state in place."""
        self.tone = tone
        self._words = words
        self.setAccessibleName(words)
        self._restyle()

    def text(self) -> str:
        """The word on the chip."""
        return self._words

    def sizeHint(self) -> QSize:
        """Size around icon and word."""
        return chip_size(self._theme, self._words)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chip."""
        paint_chip(start(QPainter(self)), self._theme, self.rect(), self.tone, self._words, self)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


class _Badge(QWidget):
    """A word in a small rounded box."""

    def __init__(self, theme: Theme, words: str, name: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = words
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    def text(self) -> str:
        """The word on the badge."""
        return self._words

    def set_text(self, words: str) -> None:
        """Show another word."""
        self._words = words
        self.setAccessibleName(words)
        self._restyle()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


class EnvironmentBadge(_Badge):
    """LIVE is quiet; TEST and PRACTICE are solid."""

    def __init__(
        self,
        theme: Theme,
        environment: Environment,
        words: str,
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, words, name, parent)
        self._environment = environment

    def set_environment(self, environment: Environment, words: str) -> None:
        """Show another environment."""
        self._environment = environment
        self.set_text(words)

    def sizeHint(self) -> QSize:
        """Size around the word."""
        font = chip_font(self._theme)
        height = max(28, QFontMetrics(font).height() + 6)
        return QSize(text_width(self._words, font) + 21, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the badge."""
        theme = self._theme
        painter = start(QPainter(self))
        fill, edge, ink = (
            theme.colour("accentsoft"),
            theme.colour("accentline"),
            theme.colour("onsolid"),
        )
        if self._environment is Environment.LIVE:
            ink = theme.colour("accenttext")
        else:
            practice = self._environment is Environment.PRACTICE
            fill = edge = theme.colour("practice" if practice else "test")
        rounded(painter, self.rect(), theme.metrics.chip_radius - 1, fill, edge)
        text(painter, self.rect(), self._words, chip_font(theme), ink, CENTRE)


def current_font(theme: Theme) -> QFont:
    """Font of the "Current" badge."""
    return theme.sized_font(10.5, SEMIBOLD)


def current_size(theme: Theme, words: str) -> QSize:
    """Size of the "Current" badge."""
    return QSize(
        text_width(words, current_font(theme)) + 20,
        max(24, QFontMetrics(current_font(theme)).height() + 4),
    )


def paint_current(painter: QPainter, theme: Theme, rect: QRect, words: str) -> None:
    """Draw the "Current" badge so that it fills `rect`."""
    rounded(painter, rect, 5, theme.colour("accentsoft"), theme.colour("accentline"))
    text(painter, rect, words, current_font(theme), theme.colour("accenttext"), CENTRE)


class CurrentBadge(_Badge):
    """Marks the package that the customer has now."""

    def __init__(
        self, theme: Theme, words: str, *, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, words, name, parent)

    def sizeHint(self) -> QSize:
        """Size around the word."""
        return current_size(self._theme, self._words)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the badge."""
        paint_current(start(QPainter(self)), self._theme, self.rect(), self._words)


class CountBadge(_Badge):
    """A number in a pill: how many are waiting."""

    def sizeHint(self) -> QSize:
        """At least round."""
        return QSize(
            max(26, text_width(self._words, chip_font(self._theme)) + 14), self._theme.scaled(24)
        )

    def __init__(
        self, theme: Theme, words: str, *, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, words, name, parent)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pill."""
        painter = start(QPainter(self))
        paint_count(painter, self._theme, self.rect(), self._words)


def paint_count(painter: QPainter, theme: Theme, rect: QRect, words: str) -> None:
    """Draw a number in a pill that fills `rect`."""
    rounded(painter, rect, rect.height() / 2, theme.colour("waitsolid"))
    text(painter, rect, words, chip_font(theme), theme.colour("waiton"), CENTRE)
