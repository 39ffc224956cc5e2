"""The strip above the pages: shop, environment, date, balance, operator."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from desktop_app.core.environment import Environment
from desktop_app.ui.theme import BOLD, SEMIBOLD, TextRole, Theme
from desktop_app.ui.widgets.box_button import BoxButton
from desktop_app.ui.widgets.box_label import BoxLabel
from desktop_app.ui.widgets.chip import EnvironmentBadge
from desktop_app.ui.widgets.icon import Icon
from desktop_app.ui.widgets.labels import IdLabel, PlainLabel
from desktop_app.ui.widgets.paint import text_width
from desktop_app.ui.widgets.panel import Line, Surface
from desktop_app.ui.widgets.ring import RingWatch


class IconButton(BoxButton):
    """A small square button with an icon; `words` are for screen readers."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        words: str,
        *,
        size: int = 34,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, words, 8, name=name, parent=parent)
        self._icon = icon
        self._side = size
        self._picture = Icon(theme, icon, size // 2, parent=self)
        self._picture.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a square."""
        return QSize(self._side, self._side)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The icon stands in the middle."""
        super().resizeEvent(event)
        size = self._side // 2
        self._picture.move((self.width() - size) // 2, (self.height() - size) // 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Alt with an arrow to the page: Qt would move the focus to the button beside."""
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """The icon of what is off is fainter."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self._picture.set_icon(self._icon, "text2" if self.isEnabled() else "text3")


_CIRCLE, _ARROW = 30, 18


class _Initial(BoxLabel):
    """The first letter of a name in a circle."""

    def box_font(self) -> QFont:
        """Return a small bold font."""
        return self._theme.sized_font(11.0, BOLD)

    def sizeHint(self) -> QSize:
        """Return a circle."""
        return QSize(_CIRCLE, _CIRCLE)


class _Name(BoxLabel):
    """A name on the line of its initial, with room for the signs above and below its letters."""

    def box_font(self) -> QFont:
        """Return a half bold font."""
        return self._theme.sized_font(12.5, SEMIBOLD)

    def sizeHint(self) -> QSize:
        """Return the height of the button."""
        return QSize(text_width(self.text(), self.box_font()), self._theme.scaled(34))


class OperatorButton(QPushButton):
    """Shows the clerk's name and opens the menu of clerks: give it one with ``setMenu``."""

    def __init__(self, theme: Theme, words: str, *, name: str = "") -> None:
        super().__init__()
        self._theme = theme
        self._words = ""
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._initial = _Initial(theme, "", parent=self)
        self._name = _Name(theme, "", parent=self)
        arrow = Icon(theme, "chevron-down", _ARROW, "text", parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._initial)
        row.addSpacing(8)
        row.addWidget(self._name)
        row.addSpacing(6)
        row.addWidget(arrow)
        for part in (self._initial, self._name, arrow):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._ring = RingWatch(theme, self, 8)
        theme.changed.connect(self.updateGeometry)
        self.setText(words)

    def text(self) -> str:
        """Return the name, as given."""
        return self._words

    def setText(self, words: str) -> None:
        """Show another name."""
        self._words = words
        self.setAccessibleName(words)
        self._name.set_text(words)
        self._initial.set_text(initial(words))
        self.updateGeometry()

    def enable(self, on: bool, reason: str) -> None:
        """Switch it on or off; a screen reader says the reason while it is off."""
        self.setEnabled(on)
        self.setAccessibleDescription("" if on else reason)

    def sizeHint(self) -> QSize:
        """Return the room for initial, name and arrow."""
        width = self._name.sizeHint().width()
        return QSize(_CIRCLE + 8 + width + 6 + _ARROW, self._theme.scaled(34))

    def minimumSizeHint(self) -> QSize:
        """The same: a name is never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the menu, too, once for each press of the key."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.showMenu()
            return
        super().keyPressEvent(event)


_VIRAMA = "\u094d"


def initial(words: str) -> str:
    """First letter of a name, with the signs that belong to it.

    A letter that a virama joins to the next one is half a letter: the next belongs to it.
    """
    letters = words.strip()[:1]
    for sign in words.strip()[1:]:
        is_sign = "\u0900" <= sign <= "\u0903" or "\u093a" <= sign <= "\u094f"
        is_joiner = sign in "\u200c\u200d"
        if not (is_sign or is_joiner or letters.rstrip("\u200c\u200d").endswith(_VIRAMA)):
            break
        letters += sign
    return letters.upper()


class TopBar(Surface):
    """`refresh` asks for the balance again."""

    refresh = Signal()

    def __init__(
        self,
        theme: Theme,
        *,
        refresh_label: str,
        name: str = "topBar",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, name=name, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.shop = IdLabel(theme, "", TextRole.VALUE, name=f"{name}.shop")
        self.badge = EnvironmentBadge(theme, Environment.LIVE, "", name=f"{name}.environment")
        self._calendar = Icon(theme, "calendar", 17)
        self.date = PlainLabel(theme, "", TextRole.LABEL, "text2", name=f"{name}.date")
        self.balance_label = PlainLabel(theme, "", TextRole.LABEL, "text2")
        self.balance = PlainLabel(theme, "", TextRole.VALUE, name=f"{name}.balance")
        self._note_icon = Icon(theme, "triangle-alert", 17, "waittext")
        self.balance_note = PlainLabel(
            theme, "", TextRole.LABEL_STRONG, "waittext", name=f"{name}.balance_note"
        )
        self.refresh_button = IconButton(theme, "rotate-cw", refresh_label, name=f"{name}.refresh")
        self.operator_button = OperatorButton(theme, "", name=f"{name}.operator")
        self._lines = [Line(theme, vertical=True), Line(theme, vertical=True)]
        self._lay_out()
        self.refresh_button.clicked.connect(self._ask_refresh)
        theme.changed.connect(self._restyle)
        self._restyle()

    def set_shop(self, words: str) -> None:
        """Show the name of the shop."""
        self.shop.setText(words)

    def set_environment(self, environment: Environment, words: str) -> None:
        """Show another environment in the badge."""
        self.badge.set_environment(environment, words)

    def set_date(self, words: str, tip: str = "") -> None:
        """Show the date of today, but not in a small window."""
        self.date.setText(words)
        self.date.set_tip(tip)
        self._restyle()

    def set_balance(self, label: str, amount: str, tip: str = "", note: str = "") -> None:
        """Word and amount; an unknown balance is "—" with the time of the last one in `tip`.

        `note` says in a word what is wrong with it.
        """
        self.balance_note.setText(note)
        self.balance_note.set_tip(tip)
        for part in (self._note_icon, self.balance_note):
            part.setVisible(bool(note))
        self.balance_label.setText(label)
        self.balance.setText(amount)
        self.balance.set_tip(tip)

    def set_operator(self, words: str) -> None:
        """Show the name of the operator."""
        self.operator_button.setText(words)

    def _ask_refresh(self) -> None:
        self.refresh.emit()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setSpacing(0)
        row.addWidget(self.shop)
        row.addSpacing(14)
        row.addWidget(self.badge)
        row.addStretch(1)
        row.addWidget(self._calendar)
        self._gap_date = QWidget()
        self._gap_date.setFixedSize(7, 1)
        row.addWidget(self._gap_date)
        row.addWidget(self.date)
        row.addSpacing(14)
        row.addWidget(self._lines[0])
        row.addSpacing(14)
        row.addWidget(self.balance_label)
        row.addSpacing(9)
        row.addWidget(self.balance)
        row.addSpacing(8)
        row.addWidget(self._note_icon)
        row.addSpacing(4)
        row.addWidget(self.balance_note)
        row.addSpacing(8)
        row.addWidget(self.refresh_button)
        row.addSpacing(14)
        row.addWidget(self._lines[1])
        row.addSpacing(14)
        row.addWidget(self.operator_button)
        for line in self._lines:
            line.setFixedSize(1, 26)
        row.setAlignment(Qt.AlignmentFlag.AlignVCenter)

    def _restyle(self) -> None:
        metrics = self._theme.metrics
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(metrics.padding, 0, metrics.padding - 6, 1)
        dated = not metrics.compact and bool(self.date.text())
        for widget in (self._calendar, self._gap_date, self.date, self._lines[0]):
            widget.setVisible(dated)
        self.setFixedHeight(metrics.top_bar)
