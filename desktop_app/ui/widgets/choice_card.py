"""Cards that are a choice."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.core.environment import Environment
from desktop_app.ui.theme import DARK, LIGHT, ColourName, TextRole, Theme
from desktop_app.ui.widgets.chip import EnvironmentBadge
from desktop_app.ui.widgets.marks import paint_radio
from desktop_app.ui.widgets.paint import (
    LEFT,
    line_height,
    lines,
    rounded,
    start,
    text,
    text_width,
    wrap,
)
from desktop_app.ui.widgets.painted_button import PaintedButton


class ChoiceCard(PaintedButton):
    """An environment: badge, explanation, radio dot. Put several into an exclusive QButtonGroup."""

    def __init__(
        self,
        theme: Theme,
        environment: Environment,
        badge: str,
        words: str,
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, words, 10, name=name, parent=parent)
        self._badge = EnvironmentBadge(theme, environment, badge, parent=self)
        self._badge.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._badge.move(15, 13)
        self.setAccessibleName(f"{badge}. {words}")
        self.be_one_of_several()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Size of the design."""
        return QSize(266, self.heightForWidth(266))

    def minimumSizeHint(self) -> QSize:
        """Narrower is possible: the words wrap."""
        return QSize(self._theme.scaled(170), 98)

    def heightForWidth(self, width: int) -> int:
        """Height with wrapped words."""
        font = self._theme.font(TextRole.LABEL)
        count = max(2, len(wrap(self._words, font, width - 32)))
        return 46 + count * line_height(self._words, font) + 12

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card."""
        theme = self._theme
        painter = start(QPainter(self))
        chosen = self.isChecked()
        if chosen:
            rounded(painter, self.rect(), 10, theme.colour("accentsoft"), theme.colour("accent"), 2)
        else:
            lit = self.isEnabled() and (self.underMouse() or self.isDown())
            fill = theme.colour("subtle" if lit else "surface")
            rounded(painter, self.rect(), 10, fill, theme.colour("control"))
        paint_radio(painter, theme, QRect(self.width() - 37, 16, 22, 22), chosen)
        font = theme.font(TextRole.LABEL)
        words = wrap(self._words, font, self.width() - 30)
        box = QRect(15, 46, self.width() - 30, len(words) * line_height(self._words, font))
        ink = theme.colour("text" if self.isEnabled() else "text3")
        lines(painter, box, words, font, ink)


class LookCard(PaintedButton):
    """A theme to choose: a small picture of it, radio dot, word. `look`: light, dark or system."""

    def __init__(
        self,
        theme: Theme,
        look: str,
        words: str,
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, words, 10, name=name, parent=parent)
        self._look = look
        self.be_one_of_several()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Size of the design, narrower where three stand in a small window."""
        words = 42 + text_width(self._words, self._theme.font(TextRole.LABEL))
        compact = self._theme.compact
        return QSize(max(126 if compact else 144, words), self._picture_height() + 49)

    def _picture_height(self) -> int:
        return 28 if self._theme.compact else 52

    def cut_text(self) -> str:
        """The word, if it has too little room."""
        width = text_width(self._words, self._theme.font(TextRole.LABEL))
        return self._words if width > self.width() - 41 else ""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card."""
        theme = self._theme
        painter = start(QPainter(self))
        chosen = self.isChecked()
        edge: ColourName = "accent" if chosen else "control"
        fill = theme.colour("subtle" if self.underMouse() else "surface")
        rounded(painter, self.rect(), 10, fill, theme.colour(edge), 2 if chosen else 1)
        high = self._picture_height()
        paint_look(painter, QRect(10, 10, self.width() - 20, high), self._look)
        paint_radio(painter, theme, QRect(10, high + 17, 22, 22), chosen)
        box = QRect(37, high + 16, self.width() - 41, 24)
        text(painter, box, self._words, theme.font(TextRole.LABEL), theme.colour("text"), LEFT)


def paint_look(painter: QPainter, box: QRect, look: str) -> None:
    """A window in small, in the colours of `look`."""
    halves = {"light": (LIGHT, LIGHT), "dark": (DARK, DARK)}.get(look, (LIGHT, DARK))
    painter.save()
    clip = QPainterPath()
    clip.addRoundedRect(box, 5, 5)
    painter.setClipPath(clip)
    middle = box.left() + box.width() // 2
    left, right = halves
    painter.fillRect(box, QColor(left.bg))
    painter.fillRect(QRect(QPoint(middle, box.top()), box.bottomRight()), QColor(right.bg))
    painter.fillRect(QRect(box.left(), box.top(), 27, box.height()), QColor(left.rail))
    low = box.height() < 40
    high, step = (7, 10) if low else (10, 16)
    top = box.top() + (box.height() - high - step) // 2
    bar = QRect(box.left() + 35, top, box.width() - 44, high)
    rounded(painter, bar, 3, QColor(left.surface if left is right else "#94A3B8"))
    rounded(painter, bar.adjusted(0, step, -34, step), 3, QColor(left.accent))
    painter.restore()
    rounded(painter, box, 5, None, QColor(LIGHT.border if left is LIGHT else DARK.border))
