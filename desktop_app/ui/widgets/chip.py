"""Chips and badges: a state is always colour, icon and word."""

from enum import Enum

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop_app.core.environment import Environment
from desktop_app.ui.theme import BOLD, SEMIBOLD, ColourName, Theme
from desktop_app.ui.widgets.box_label import BoxLabel
from desktop_app.ui.widgets.icon import Icon
from desktop_app.ui.widgets.paint import CENTRE, LEFT, rounded, text, text_width
from desktop_app.ui.widgets.styled import set_style


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


class Chip(BoxLabel):
    """Shows the state of a payment."""

    def __init__(
        self, theme: Theme, tone: Tone, words: str, *, name: str = "", parent: QWidget | None = None
    ) -> None:
        self.tone = tone
        super().__init__(theme, words, name=name, parent=parent)
        self._picture = Icon(theme, tone.icon, 16, tone.ink, parent=self)
        self.setAlignment(LEFT)
        self.setContentsMargins(30, 0, 0, 0)
        self.set_state(tone, words)

    def set_state(self, tone: Tone, words: str) -> None:
        """Show another state in place."""
        self.tone = tone
        set_style(self, tone=tone.name.lower())
        self._picture.set_icon(tone.icon, tone.ink)
        self.set_text(words)

    def box_font(self) -> QFont:
        """Return a bold font."""
        return chip_font(self._theme)

    def sizeHint(self) -> QSize:
        """Return the size around icon and word."""
        return chip_size(self._theme, self.text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The icon stands before the word."""
        super().resizeEvent(event)
        self._picture.move(10, (self.height() - 16) // 2)


class EnvironmentBadge(BoxLabel):
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
        super().__init__(theme, words, name=name, parent=parent)
        self.set_environment(environment, words)

    def set_environment(self, environment: Environment, words: str) -> None:
        """Show another environment."""
        set_style(self, environment=environment.value)
        self.set_text(words)

    def box_font(self) -> QFont:
        """Return a bold font."""
        return chip_font(self._theme)

    def sizeHint(self) -> QSize:
        """Return the size around the word."""
        height = max(28, QFontMetrics(self.box_font()).height() + 6)
        return QSize(text_width(self.text(), self.box_font()) + 21, height)


def current_font(theme: Theme) -> QFont:
    """Return the font of the "Current" badge."""
    return theme.sized_font(10.5, SEMIBOLD)


def current_size(theme: Theme, words: str) -> QSize:
    """Return the size of the "Current" badge."""
    return QSize(
        text_width(words, current_font(theme)) + 20,
        max(24, QFontMetrics(current_font(theme)).height() + 4),
    )


def paint_current(painter: QPainter, theme: Theme, rect: QRect, words: str) -> None:
    """Draw the "Current" badge so that it fills `rect`."""
    rounded(painter, rect, 5, theme.colour("accentsoft"), theme.colour("accentline"))
    text(painter, rect, words, current_font(theme), theme.colour("accenttext"), CENTRE)


def paint_count(painter: QPainter, theme: Theme, rect: QRect, words: str) -> None:
    """Draw a number in a pill that fills `rect`."""
    rounded(painter, rect, rect.height() / 2, theme.colour("waitsolid"))
    text(painter, rect, words, chip_font(theme), theme.colour("waiton"), CENTRE)
