"""Buttons with a key cap."""

from enum import Enum

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop_app.core.environment import Environment
from desktop_app.ui.theme import SEMIBOLD, Theme
from desktop_app.ui.widgets.paint import (
    LEFT,
    key_cap,
    key_cap_size,
    key_font,
    rounded,
    start,
    text,
    text_width,
)
from desktop_app.ui.widgets.ring import RingWatch

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Variant(Enum):
    """Purposes of a button; each has its colours."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    DANGER = "danger"
    LINK = "link"
    PAY = "pay"


class ButtonSize(Enum):
    """Height, inner margin, gap to the key cap, icon, points."""

    NORMAL = (48, 20, 14, 20, 12.0)
    SMALL = (38, 14, 14, 18, 11.0)
    BIG = (58, 31, 14, 22, 16.0)

    def __init__(self, height: int, margin: int, gap: int, icon: int, points: float) -> None:
        self.height = height
        self.margin = margin
        self.gap = gap
        self.icon = icon
        self.points = points


class Button(QPushButton):
    """A push button; Space and Enter press it, Enter held down does not repeat.

    The PAY variant is the big one of the Confirm page and takes the environment's colour. DANGER
    ("Cash returned") is not pressed by Enter, because giving money back wants two keys.
    """

    def __init__(
        self,
        theme: Theme,
        words: str,
        variant: Variant = Variant.SECONDARY,
        *,
        key: str = "",
        icon: str = "",
        size: ButtonSize | None = None,
        height: int = 0,
        side: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._variant = variant
        self._words = ""
        self._key = key
        self._icon = icon
        self._fixed = height
        self._side = side
        self._size = size or (ButtonSize.BIG if variant is Variant.PAY else ButtonSize.NORMAL)
        self._environment = Environment.LIVE
        self._reason = ""
        self.setObjectName(name)
        self.setText(words)
        self._describe()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._ring = RingWatch(theme, self, theme.metrics.control_radius)
        theme.changed.connect(self._restyle)

    @property
    def key(self) -> str:
        """The words of its key cap."""
        return self._key

    def text(self) -> str:
        """The label, as given."""
        return self._words

    def setText(self, words: str) -> None:
        """Change the label; an ampersand is an ampersand."""
        self._words = words
        super().setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self._restyle()

    def enable(self, on: bool, reason: str) -> None:
        """Switch it on or off; a screen reader says the reason while it is off."""
        self.setEnabled(on)
        self.explain("" if on else reason)

    def explain(self, words: str) -> None:
        """Set what a screen reader says of it; without words, the key that presses it."""
        self._reason = words
        self._describe()

    def _describe(self) -> None:
        self.setAccessibleDescription(self._reason or self._key)

    def set_key(self, key: str) -> None:
        """Change the key cap; empty removes it."""
        self._key = key
        self._describe()
        self._restyle()

    def set_icon(self, icon: str) -> None:
        """Change the icon; empty removes it."""
        self._icon = icon
        self._restyle()

    def set_variant(self, variant: Variant) -> None:
        """Change what the button is for; the size stays."""
        self._variant = variant
        self._restyle()

    def set_environment(self, environment: Environment) -> None:
        """Colour of the PAY variant."""
        self._environment = environment
        self.update()

    def sizeHint(self) -> QSize:
        """Room for icon, label and key cap; nothing is ever cut."""
        height = self._height()
        if self._variant is Variant.LINK:
            return QSize(self._content_width() + 4, height)
        margin = self._size.margin + (4 if self._wide() else 0) + 1
        return QSize(self._content_width() + 2 * margin, height)

    def minimumSizeHint(self) -> QSize:
        """The same: a button is never squeezed."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button, once for each press of the key."""
        if event.key() in _ENTER:
            if self._variant is Variant.DANGER:
                event.ignore()
            elif not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button."""
        painter = start(QPainter(self))
        fill, edge, ink, cap = self._colours()
        rounded(painter, self.rect(), self._theme.metrics.control_radius, fill, edge)
        left = (self.width() - self._content_width()) // 2
        if self._icon:
            size = self._size.icon
            pixmap = self._theme.icon(self._icon, ink.name(), size, self)
            painter.drawPixmap(left, (self.height() - size) // 2, pixmap)
            left += size + 10
        width = text_width(self._words, self._font())
        where = QRect(left, 0, width, self.height())
        text(painter, where, self._words, self._font(), ink, LEFT)
        if self._shown_key():
            size_of_cap = self._cap_size()
            top = (self.height() - size_of_cap.height() + 1) // 2
            box = QRect(left + width + self._size.gap - 1, top, 0, 0)
            box.setSize(size_of_cap)
            cap_ink = ink if self._variant is not Variant.SECONDARY else self._theme.colour("text2")
            if not self.isEnabled():
                cap_ink = ink
            key_cap(painter, box, self._key, key_font(self._theme), cap_ink, cap)

    def _wide(self) -> bool:
        return self._variant is Variant.PRIMARY and self._size is ButtonSize.NORMAL

    def _height(self) -> int:
        if self._fixed:
            return self._theme.scaled(self._fixed)
        metrics = self._theme.metrics
        by_size = {ButtonSize.NORMAL: metrics.button, ButtonSize.BIG: metrics.button_pay}
        return by_size.get(self._size, self._theme.scaled(self._size.height))

    def _font(self) -> QFont:
        return self._theme.sized_font(self._size.points, SEMIBOLD)

    def _shown_key(self) -> bool:
        return bool(self._key) and not (self._side and self._theme.compact)

    def _cap_size(self) -> QSize:
        return key_cap_size(self._key, key_font(self._theme), 8, 22)

    def _content_width(self) -> int:
        width = text_width(self._words, self._font())
        if self._icon:
            width += self._size.icon + 10
        if self._shown_key():
            width += self._size.gap - 1 + self._cap_size().width()
        return width

    def _colours(self) -> tuple[QColor | None, QColor | None, QColor, QColor]:
        """Fill, edge, ink, edge of the key cap."""
        theme = self._theme
        lit = self.isDown() or self.underMouse()
        link = self._variant is Variant.LINK
        if not self.isEnabled():
            fill = None if link else theme.colour("sunken")
            edge = None if link else theme.colour("text3" if theme.contrast else "border")
            return fill, edge, theme.colour("text3"), theme.colour("control")
        if link:
            colour = theme.colour(
                "accent" if lit and not (theme.dark or theme.contrast) else "accenttext"
            )
            return None, None, colour, theme.colour("control")
        if self._variant is Variant.SECONDARY:
            fill = theme.colour("subtle" if lit else "surface")
            return fill, theme.colour("control"), theme.colour("text"), theme.colour("control")
        solid = theme.colour("accenthover" if lit else "accent")
        if self._variant is Variant.DANGER:
            solid = theme.colour("failsolid")
        elif self._variant is Variant.PAY and self._environment is not Environment.LIVE:
            practice = self._environment is Environment.PRACTICE
            solid = theme.colour("practice" if practice else "test")
        if lit and solid not in (theme.colour("accent"), theme.colour("accenthover")):
            solid = solid.darker(115)
        faint = theme.colour("onaccent")
        faint.setAlphaF(1.0 if theme.contrast else 0.55)
        return solid, None, theme.colour("onaccent"), faint

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
