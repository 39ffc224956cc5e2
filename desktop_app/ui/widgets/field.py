"""The text field."""

from enum import Enum
from typing import TypeVar

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from desktop_app.core.typed_text import visible_text
from desktop_app.ui.theme import ColourName, TextRole, Theme
from desktop_app.ui.widgets.key_cap import KeyCap
from desktop_app.ui.widgets.labels import PlainLabel
from desktop_app.ui.widgets.paint import text_width
from desktop_app.ui.widgets.ring import RingKind, RingWatch
from desktop_app.ui.widgets.styled import set_style

_EDGE, _INNER = 2, 2
"""The edge that the style sheet draws, and the room that Qt leaves before a text."""


L = TypeVar("L", bound=QLabel)


class FieldState(Enum):
    """States of a field: free, rejected, or locked against typing."""

    REST = "rest"
    INVALID = "invalid"
    LOCKED = "locked"


class TextField(QLineEdit):
    """A line edit that the style sheet draws by its ``state``; ``mono`` is for tokens.

    Icon, prefix and key cap are labels in front of it. Qt's own actions would be read as buttons,
    which these are not, and are narrower than a key cap.
    """

    def __init__(
        self,
        theme: Theme,
        label: str,
        *,
        big: bool = False,
        height: int = 0,
        placeholder: str = "",
        icon: str = "",
        prefix: str = "",
        key: str = "",
        right: bool = False,
        mono: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._big = big
        self._fixed = height
        self._role = TextRole.BIG_FIELD if big else TextRole.BODY
        self._mono = mono
        self._icon = icon
        self._state = FieldState.REST
        self.setObjectName(name)
        self.setAccessibleName(label)
        self._hints: tuple[str, ...] = (placeholder,)
        self.setPlaceholderText(placeholder)
        if right:
            self.setAlignment(Qt.AlignmentFlag.AlignRight)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(self._side(), 2, self._side(), 2)
        row.setSpacing(0)
        self._picture: QLabel | None = None
        self._prefix: PlainLabel | None = None
        if prefix:
            role = TextRole.PREFIX if big else TextRole.BODY
            self._prefix = self._stand_beside(PlainLabel(theme, prefix, role, "text2"))
        row.addStretch(1)
        self._cap = self._stand_beside(KeyCap(theme, key)) if key else None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._ring = RingWatch(theme, self, theme.metrics.control_radius, RingKind.FIELD)
        self.textChanged.connect(self._font_for_text)
        theme.changed.connect(self._restyle)
        self._restyle()

    def text(self) -> str:
        """Return the text in the field, without what cannot be seen."""
        return visible_text(super().text())

    def wanted_width(self) -> int:
        """Return the width that the grey example needs, with what stands beside it."""
        return self.width_for(self.placeholderText())

    def width_for(self, words: str) -> int:
        """Return the width in which this text is seen whole, with what stands beside it."""
        return self._beside() + text_width(words, self.font()) + 8

    def set_hints(self, *hints: str) -> None:
        """Show the first of these grey examples that the field has room for, else the last."""
        self._hints = hints
        self._fit_hint()

    def select_all(self) -> None:
        """Take the focus with the whole text selected."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.selectAll()

    @property
    def state(self) -> FieldState:
        """Return the state that is shown."""
        return self._state

    def set_state(self, state: FieldState) -> None:
        """Show a state; LOCKED also stops typing."""
        before, self._state = self._state, state
        locked = state is FieldState.LOCKED
        self.setReadOnly(locked)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if locked else Qt.FocusPolicy.StrongFocus)
        if locked:
            self.clearFocus()
            self.deselect()
        if state is not before:
            self._restyle()

    def sizeHint(self) -> QSize:
        """Height of the design, more where the text size asks for it."""
        metrics = self._theme.metrics
        height = self._theme.scaled(self._fixed) or (
            metrics.field_big if self._big else metrics.field
        )
        return QSize(220, max(height, self.fontMetrics().height() + 12))

    def minimumSizeHint(self) -> QSize:
        """Return a size that is never lower than the hint."""
        return QSize(90, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another example may have room now."""
        super().resizeEvent(event)
        self._fit_hint()

    def changeEvent(self, event: QEvent) -> None:
        """The icon of a disabled field is fainter."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self._restyle()

    def _fit_hint(self) -> None:
        if len(self._hints) > 1:
            width = self.width()
            fitting = (hint for hint in self._hints if self.width_for(hint) <= width)
            self.setPlaceholderText(next(fitting, self._hints[-1]))

    def _side(self) -> int:
        return 22 if self._big else 14

    def _beside(self) -> int:
        """Width of all that is not text."""
        margins = self.textMargins()
        return margins.left() + margins.right() + 2 * (_EDGE + _INNER)

    def _stand_beside(self, label: L, at: int = -1) -> L:
        """Place a label in front of the field; a click goes through it."""
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._row.insertWidget(at, label)
        return label

    def _show_picture(self, icon: str, ink: ColourName, width: int) -> None:
        """Show an icon; few fields ever have one."""
        if self._picture is None:
            if not icon:
                return
            self._picture = self._stand_beside(QLabel(), 0)
        self._picture.setVisible(bool(icon))
        if icon:
            self._picture.setPixmap(self._theme.icon(icon, ink, 18, self))
            self._picture.setFixedWidth(width)

    def _font_for_text(self) -> None:
        """The grey example is never bold; what was typed in a big field is."""
        font = self._theme.font(self._role)
        if self._mono:
            font = self._theme.sized_font(self._role.points, mono=True)
        elif self._big and not self.text():
            font = self._theme.sized_font(self._role.points * 0.8)
        self.setFont(font)

    @Slot()
    def _restyle(self) -> None:
        theme = self._theme
        self._font_for_text()
        is_locked = self._state is FieldState.LOCKED
        icon = "lock" if is_locked else self._icon
        tall = self._big or self.sizeHint().height() > theme.metrics.field + 1
        ink: ColourName = "text" if self.isEnabled() and not is_locked else "text2"
        self._show_picture(icon, ink, 30 if tall else 28)
        self._leave_room()
        set_style(self, state=self._state.value)
        self._fit_hint()
        self.updateGeometry()

    def _leave_room(self) -> None:
        """Keep the text away from the labels."""
        left = right = self._side() - _EDGE
        if self._picture is not None and not self._picture.isHidden():
            left += self._picture.maximumWidth()
        if self._prefix is not None:
            left += self._prefix.sizeHint().width()
        if self._cap is not None:
            right += self._cap.sizeHint().width()
        self.setTextMargins(left, 0, right, 0)
