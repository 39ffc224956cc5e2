"""Cards that are a choice."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.core.environment import Environment
from desktop_app.ui.theme import DARK, LIGHT, TextRole, Theme
from desktop_app.ui.widgets.box_button import BoxButton
from desktop_app.ui.widgets.chip import EnvironmentBadge
from desktop_app.ui.widgets.labels import PlainLabel
from desktop_app.ui.widgets.marks import RadioMark
from desktop_app.ui.widgets.paint import rounded, start, text_width

_LEAST_HIGH = 98


class ChoiceCard(BoxButton):
    """Shows an environment: badge, explanation, radio dot.

    Put several into an exclusive QButtonGroup.
    """

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
        mark = RadioMark(theme)
        head = QHBoxLayout()
        head.addWidget(EnvironmentBadge(theme, environment, badge))
        head.addStretch(1)
        head.addWidget(mark)
        label = PlainLabel(theme, words, TextRole.LABEL, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(15, 13, 15, 12)
        column.setSpacing(5)
        column.addLayout(head)
        column.addWidget(label)
        column.addStretch(1)
        self.setAccessibleName(f"{badge}. {words}")
        self.be_one_of_several()
        self.toggled.connect(mark.set_chosen)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        # Of a widget with a layout Qt asks the layout alone, but for these.
        self.setMinimumSize(theme.scaled(170), _LEAST_HIGH)


class LookCard(BoxButton):
    """Offers a theme: a small picture of it, radio dot, word. `look`: light, dark or system."""

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
        mark = RadioMark(theme)
        self._picture = _LookPicture(theme, look)
        foot = QHBoxLayout()
        foot.setSpacing(5)
        foot.addWidget(mark)
        foot.addWidget(PlainLabel(theme, words, TextRole.LABEL), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 4, 10)
        column.setSpacing(7)
        column.addWidget(self._picture)
        column.addLayout(foot)
        self.be_one_of_several()
        self.toggled.connect(mark.set_chosen)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Size of the design, narrower where three stand in a small window."""
        words = 42 + text_width(self._words, self._theme.font(TextRole.LABEL))
        compact = self._theme.compact
        return QSize(max(126 if compact else 144, words), self._picture.sizeHint().height() + 49)


class _LookPicture(QWidget):
    """A window in small."""

    def __init__(self, theme: Theme, look: str) -> None:
        super().__init__()
        self._theme = theme
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the size, which is lower in a small window."""
        return QSize(100, 28 if self._theme.compact else 52)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it, in the colours of another theme than the style sheet has.

        The edge of the card is nearer on the right.
        """
        box = self.rect().adjusted(0, 0, -6, 0)
        paint_look(start(QPainter(self)), box, self._look)


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
