"""The text field."""

from enum import Enum

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QWidget,
)

from desktop_app.core.typed_text import visible_text
from desktop_app.ui.theme import ColourName, TextRole, Theme
from desktop_app.ui.widgets.key_cap import KeyCap
from desktop_app.ui.widgets.labels import PlainLabel
from desktop_app.ui.widgets.paint import text_width
from desktop_app.ui.widgets.panel import Surface
from desktop_app.ui.widgets.ring import RingKind, RingWatch
from desktop_app.ui.widgets.styled import set_style


class FieldState(Enum):
    """States of a field: free, rejected, or locked against typing."""

    REST = "rest"
    INVALID = "invalid"
    LOCKED = "locked"


class TextField(Surface):
    """A QLineEdit in a 2 px edge; `edit` is the line edit itself, for validators and signals.

    The signals pass on those of the line edit. `mono` is for tokens and references.
    """

    text_changed = Signal(str)
    text_edited = Signal(str)
    returned = Signal()

    def __init__(
        self,
        theme: Theme,
        label: str,
        *,
        big: bool = False,
        height: int = 0,
        role: TextRole | None = None,
        placeholder: str = "",
        icon: str = "",
        prefix: str = "",
        key: str = "",
        right: bool = False,
        mono: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, name=name, parent=parent)
        self._big = big
        self._fixed = height
        self._role = role or (TextRole.BIG_FIELD if big else TextRole.BODY)
        self._mono = mono
        self._icon = icon
        self._state = FieldState.REST
        self.edit = QLineEdit(self)
        self.edit.setFrame(False)
        self.edit.setObjectName(f"{name}.edit" if name else "")
        self.edit.setAccessibleName(label)
        self.edit.setPlaceholderText(placeholder)
        if right:
            self.edit.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._picture = QLabel(self)
        self._prefix = PlainLabel(theme, prefix, TextRole.SUBHEADING, "text2")
        self._lay_out(key)
        self.setFocusProxy(self.edit)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._ring = RingWatch(theme, self, theme.metrics.control_radius, RingKind.FIELD, self.edit)
        self.edit.installEventFilter(self)
        self.edit.textChanged.connect(self.text_changed)
        self.edit.textChanged.connect(self._font_for_text)
        self.edit.textEdited.connect(self.text_edited)
        self.edit.returnPressed.connect(self.returned)
        theme.changed.connect(self._restyle)
        self._restyle()

    def text(self) -> str:
        """The text in the field, without what cannot be seen."""
        return visible_text(self.edit.text())

    def set_text(self, words: str) -> None:
        """Put a text in."""
        self.edit.setText(words)

    def set_label(self, label: str) -> None:
        """Set the name that a screen reader says."""
        self.edit.setAccessibleName(label)

    def wanted_width(self) -> int:
        """Room for the grey example, and what stands beside it."""
        words = text_width(self.edit.placeholderText(), self.edit.font())
        return self.sizeHint().width() - self.edit.sizeHint().width() + words + 8

    def select_all(self) -> None:
        """Take the focus with the whole text selected."""
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edit.selectAll()

    @property
    def state(self) -> FieldState:
        """Return the state that is shown."""
        return self._state

    def set_state(self, state: FieldState) -> None:
        """Show a state; LOCKED also stops typing."""
        self._state = state
        locked = state is FieldState.LOCKED
        self.edit.setReadOnly(locked)
        self.edit.setFocusPolicy(Qt.FocusPolicy.NoFocus if locked else Qt.FocusPolicy.StrongFocus)
        if locked:
            self.edit.clearFocus()
            self.edit.deselect()
        self._restyle()

    def sizeHint(self) -> QSize:
        """Height of the design, more where the text size asks for it."""
        metrics = self._theme.metrics
        height = self._theme.scaled(self._fixed) or (
            metrics.field_big if self._big else metrics.field
        )
        return QSize(220, max(height, self.edit.fontMetrics().height() + 12))

    def minimumSizeHint(self) -> QSize:
        """Never lower than the hint."""
        return QSize(90, self.sizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Another edge when the keyboard comes or goes."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._dress()
        return False

    def changeEvent(self, event: QEvent) -> None:
        """A disabled field looks locked."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self._restyle()

    def _dress(self) -> None:
        """Fill and edge, as rules of the style sheet name them."""
        look = "focus" if self.edit.hasFocus() else "rest"
        if self._is_locked():
            look = "locked"
        elif self._state is FieldState.INVALID:
            look = "invalid"
        set_style(self, look=look)

    def _is_locked(self) -> bool:
        return self._state is FieldState.LOCKED or not self.isEnabled()

    def _lay_out(self, key: str) -> None:
        row = QHBoxLayout(self)
        side = 22 if self._big else 14
        row.setContentsMargins(side, 2, side, 2)
        row.setSpacing(0)
        row.addWidget(self._picture)
        row.addWidget(self._prefix)
        row.addSpacing(0)
        row.addWidget(self.edit, 1)
        if key:
            row.addWidget(KeyCap(self._theme, key))
        self._prefix.setVisible(bool(self._prefix.text()))

    def _font_for_text(self) -> None:
        """The grey example is never bold; what was typed in a big field is."""
        font = self._theme.font(self._role)
        if self._mono:
            font = self._theme.sized_font(self._role.points, mono=True)
        elif self._big and not self.edit.text():
            font = self._theme.sized_font(self._role.points * 0.8)
        self.edit.setFont(font)

    def _restyle(self) -> None:
        theme = self._theme
        locked = self._is_locked()
        ink: ColourName = "text2" if locked else "text"
        colours = QPalette(self.palette())
        colours.setColor(QPalette.ColorRole.Base, theme.colour("subtle" if locked else "surface"))
        colours.setColor(QPalette.ColorRole.Text, theme.colour(ink))
        colours.setColor(QPalette.ColorRole.PlaceholderText, theme.colour("text3"))
        marked: ColourName
        ink_of_marked: ColourName
        marked, ink_of_marked = ("accent", "onaccent") if theme.contrast else ("accentline", "text")
        colours.setColor(QPalette.ColorRole.Highlight, theme.colour(marked))
        colours.setColor(QPalette.ColorRole.HighlightedText, theme.colour(ink_of_marked))
        self.edit.setPalette(colours)
        self._font_for_text()
        self._prefix.set_role(self._prefix_role())
        icon = "lock" if self._state is FieldState.LOCKED else self._icon
        tall = self._big or self.sizeHint().height() > theme.metrics.field + 1
        self._picture.setVisible(bool(icon))
        if icon:
            ink_of_icon: ColourName = "text2" if locked else "text"
            self._picture.setPixmap(theme.icon(icon, ink_of_icon, 18, self))
            self._picture.setFixedWidth(30 if tall else 28)
        self._dress()
        self.updateGeometry()

    def _prefix_role(self) -> TextRole:
        return TextRole.PREFIX if self._big else TextRole.BODY
