"""Buttons with a key cap."""

from enum import Enum

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Slot
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from desktop_app.core.environment import Environment
from desktop_app.ui.theme import SEMIBOLD, ColourName, Theme
from desktop_app.ui.widgets.icon import padded_icon
from desktop_app.ui.widgets.paint import key_cap, key_cap_size, key_font, start, text_width
from desktop_app.ui.widgets.ring import RingWatch
from desktop_app.ui.widgets.styled import set_style

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OF_PAGES = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_AFTER_ICON, _BY_QT = 10, 2
"""Room between icon and words, and what Qt leaves of it itself."""


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
        self.before_cap = gap - 1
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
        # Enter presses the button that has the keyboard, in a dialog too.
        self.setAutoDefault(False)
        self._theme = theme
        self.variant = variant
        self._words = ""
        self._key = key
        self._icon = icon
        self._fixed = height
        self._side = side
        self._size = size or (ButtonSize.BIG if variant is Variant.PAY else ButtonSize.NORMAL)
        self._environment = Environment.LIVE
        self._reason = ""
        self.setObjectName(name)
        self._show_words(words)
        self.setAccessibleName(words)
        self._describe()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._ring = RingWatch(theme, self, theme.metrics.control_radius)
        theme.changed.connect(self._restyle)

    @property
    def key(self) -> str:
        """The words of its key cap."""
        return self._key

    def text(self) -> str:
        """Return the label, as given."""
        return self._words

    def setText(self, words: str) -> None:
        """Change the label; an ampersand is an ampersand."""
        if words != self._words:
            self._show_words(words)
        self.setAccessibleName(words)

    def _show_words(self, words: str) -> None:
        self._words = words
        super().setText(words.replace("&", "&&"))
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
        if key != self._key:
            self._key = key
            self._describe()
            self._restyle()

    def set_icon(self, icon: str) -> None:
        """Change the icon; empty removes it."""
        self._icon = icon
        self._restyle()

    def set_variant(self, variant: Variant) -> None:
        """Change what the button is for; the size stays."""
        if variant is not self.variant:
            self.variant = variant
            self._restyle()

    def set_environment(self, environment: Environment) -> None:
        """Take the colour of an environment; only the PAY variant shows it."""
        if environment is not self._environment:
            self._environment = environment
            self._restyle()

    def sizeHint(self) -> QSize:
        """Room for icon, label and key cap; nothing is ever cut."""
        height = self._height()
        if self.variant is Variant.LINK:
            return QSize(self._content_width() + 4, height)
        wide = self.variant is Variant.PRIMARY and self._size is ButtonSize.NORMAL
        margin = self._size.margin + (4 if wide else 0) + 1
        return QSize(self._content_width() + 2 * margin, height)

    def minimumSizeHint(self) -> QSize:
        """The same: a button is never squeezed."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button, once for each press of the key.

        With Ctrl or Alt it is a key of the page.
        """
        if event.key() in _ENTER:
            if self.variant is Variant.DANGER or event.modifiers() & _OF_PAGES:
                event.ignore()
            elif not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what the style has for a button, and the key cap, for which Qt has no place.

        A push button holds one icon and one text, centred together. Here the style centres them
        with the cap, and the cap is drawn behind them; a label for each cap would cost a widget.
        """
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        if not self._shown_key():
            painter.drawControl(QStyle.ControlElement.CE_PushButtonLabel, option)
            return
        cap = self._cap_size()
        right = (self.width() + self._content_width()) // 2
        option.rect.setRight(self.width() - cap.width() - self._size.before_cap - 1)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonLabel, option)
        top = (self.height() - cap.height() + 1) // 2
        box = QRect(right - cap.width(), top, cap.width(), cap.height())
        ink, edge = self._cap_colours()
        key_cap(start(painter), box, self._key, key_font(self._theme), ink, edge)

    def changeEvent(self, event: QEvent) -> None:
        """The icon has the colour of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self._show_icon()

    def _height(self) -> int:
        if self._fixed:
            return self._theme.scaled(self._fixed)
        metrics = self._theme.metrics
        by_size = {ButtonSize.NORMAL: metrics.button, ButtonSize.BIG: metrics.button_pay}
        return by_size.get(self._size, self._theme.scaled(self._size.height))

    def _shown_key(self) -> bool:
        return bool(self._key) and not (self._side and self._theme.compact)

    def _cap_size(self) -> QSize:
        return key_cap_size(self._key, key_font(self._theme), 8, 22)

    def _content_width(self) -> int:
        width = text_width(self._words, self.font())
        if self._icon:
            width += self._size.icon + _AFTER_ICON
        if self._shown_key():
            width += self._size.before_cap + self._cap_size().width()
        return width

    def _ink(self) -> ColourName:
        if not self.isEnabled():
            return "text3"
        inks: dict[Variant, ColourName] = {Variant.SECONDARY: "text", Variant.LINK: "accenttext"}
        return inks.get(self.variant, "onaccent")

    def _cap_colours(self) -> tuple[QColor, QColor]:
        """Ink and edge of the key cap."""
        theme, ink = self._theme, self._ink()
        if ink == "onaccent":
            faint = theme.colour(ink)
            faint.setAlphaF(1.0 if theme.contrast else 0.55)
            return theme.colour(ink), faint
        is_plain = self.variant is Variant.SECONDARY and self.isEnabled()
        return theme.colour("text2" if is_plain else ink), theme.colour("control")

    def _show_icon(self) -> None:
        """Show the icon with the room between it and the words, of which Qt has little."""
        if not self._icon:
            self.setIcon(QIcon())
            return
        size = self._size.icon
        roomy = QSize(size + _AFTER_ICON - _BY_QT, size)
        self.setIconSize(roomy)
        self.setIcon(padded_icon(self._theme.icon(self._icon, self._ink(), size, self), roomy))

    @Slot()
    def _restyle(self) -> None:
        self.setFont(self._theme.sized_font(self._size.points, SEMIBOLD))
        look = self.variant.value
        if self.variant is Variant.PAY and self._environment is not Environment.LIVE:
            look = self._environment.value
        set_style(self, look=look)
        self._show_icon()
        self.updateGeometry()
        self.update()
