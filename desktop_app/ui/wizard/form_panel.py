"""The fields that a provider asks for: texts, choices and amounts, as many as there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop_app.core.billing.forms import (
    AmountEntry,
    ChoiceEntry,
    EntryField,
    Form,
    Option,
    Values,
)
from desktop_app.core.money import Money, NotMoney, read_cash
from desktop_app.core.typed_text import typed_code
from desktop_app.ui.kit.keyboard import NO_SCAN
from desktop_app.ui.texts.labels import (
    entry_error_text,
    entry_hint,
    field_word,
    missing_text,
    refused_text,
)
from desktop_app.ui.texts.money import cash_text
from desktop_app.ui.theme import TextRole, Theme
from desktop_app.ui.widgets import FieldState, InlineMessage, PlainLabel, Select, TextField
from desktop_app.ui.widgets.announce import announce
from desktop_app.ui.widgets.discard import clear

if TYPE_CHECKING:
    from collections.abc import Callable

_COLUMNS = 3
_STAYS = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
"""A field that loses the keyboard for these gets it back: it is not left."""


class EntryRow(QWidget):
    """A field with its name above and its note below, judged when it is left.

    ``edited`` carries the value as the provider wants it: an option's id, rupees as a number.
    """

    edited = Signal(str)

    def __init__(self, theme: Theme, entry: EntryField, prefix: str, name: str) -> None:
        super().__init__()
        self._entry = entry
        self._words = field_word(entry.label)
        self._label = PlainLabel(theme, self._words, TextRole.STRONG)
        self._select: Select | None = None
        self._field: TextField | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._label)
        options = _options(entry)
        if options:
            self._select = Select(theme, self._words, name=name)
            self._select.addItem("—", "")
            for option in options:
                self._select.addItem(option.label, option.id)
            self._select.activated.connect(lambda _: self.edited.emit(self.value))
            self._label.setBuddy(self._select)
            column.addWidget(self._select)
        else:
            is_amount = isinstance(entry, AmountEntry)
            self._field = TextField(
                theme, self._words, prefix=prefix if is_amount else "", name=name
            )
            self._field.setProperty(NO_SCAN, is_amount)
            self._field.textEdited.connect(self._typed)
            self._field.installEventFilter(self)
            self._label.setBuddy(self._field)
            column.addWidget(self._field)
        about = self._select if self._field is None else self._field
        self._note = InlineMessage(theme, entry_hint(entry), name=f"{name}.note", about=about)
        column.addWidget(self._note)
        column.addStretch(1)
        self._is_proposed = self._is_locked = self._is_judged = False
        self._show_state()

    @property
    def value(self) -> str:
        """The entered value as the provider wants it; a text that is no amount stays as typed."""
        if self._select is not None:
            return str(self._select.currentData() or "")
        text = self._field.text().strip() if self._field is not None else ""
        if not isinstance(self._entry, AmountEntry):
            return typed_code(text)
        amount = read_cash(text) if text else None
        return text if amount is None else str(amount.decimal)

    def set_value(self, value: str, *, is_proposed: bool = False) -> None:
        """Show a value that was entered before; ``is_proposed`` where that was the last time."""
        if is_proposed != self._is_proposed:
            self._is_proposed = is_proposed
            self._show_state()
        if self._select is not None:
            self._select.setCurrentIndex(max(0, self._select.findData(value)))
        elif self._field is not None and value != self.value:
            self._field.setText(_shown(value) if isinstance(self._entry, AmountEntry) else value)
            self._is_judged = False
            self._show_state()

    def set_locked(self, locked: bool) -> None:
        """Lock the entry while the service is asked."""
        self._is_locked = locked
        if self._select is not None:
            self._select.setEnabled(not locked)
        self._show_state()

    def show_error(self) -> None:
        """Say from now on why the value is refused, if it is."""
        self._is_judged = True
        self._show_state()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Judge the field when it is left."""
        if event.type() != QEvent.Type.FocusOut or not isinstance(event, QFocusEvent):
            return False
        if event.reason() not in _STAYS and not self._is_locked:
            was_judged = self._is_judged
            self.show_error()
            if self._error_text and not was_judged and isinstance(watched, QWidget):
                announce(watched, self._error_text)
        return False

    def _typed(self) -> None:
        self._is_judged = False
        self._show_state()
        self.edited.emit(self.value)

    @property
    def _error_text(self) -> str:
        error = self._entry.validate(self.value)
        return "" if error is None else entry_error_text(self._entry, error)

    def _show_state(self) -> None:
        """Locked, refused as far as it was judged, or free."""
        error = self._error_text if self._is_judged and not self._is_locked else ""
        if self._field is not None:
            rest = FieldState.INVALID if error else FieldState.REST
            self._field.set_state(FieldState.LOCKED if self._is_locked else rest)
        if error:
            self._say(error, bad=True)
        else:
            self._say_hint()

    def _say_hint(self) -> None:
        """Say where the value is from, or what may be entered; a list shows that by itself."""
        if self._is_proposed:
            self._say(self.tr("As last time. Ask whether it is still right."))
        elif self._select is not None and isinstance(self._entry, AmountEntry):
            self._say("")
        else:
            self._say(entry_hint(self._entry))

    def _say(self, words: str, *, bad: bool = False) -> None:
        """Below the field: a hint, or why the value is refused; nothing where there is none."""
        self._note.set_message(words, bad=bad)
        self._note.setVisible(bool(words))

    def take_focus(self) -> None:
        """The keyboard goes into the field."""
        if self._field is not None:
            self._field.select_all()
        elif self._select is not None:
            self._select.setFocus(Qt.FocusReason.OtherFocusReason)


class FormPanel(QWidget):
    """Several fields beside and below one another; ``edited`` carries the name and the value."""

    edited = Signal(str, str)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._name = name
        self._rows: dict[str, EntryRow] = {}
        self._entries: tuple[EntryField, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.metrics.gap)
        self._grid.setVerticalSpacing(8)
        self.hide()

    def show_fields(self, entries: tuple[EntryField, ...]) -> None:
        """Show these fields, empty."""
        if entries == self._entries:
            return
        clear(self._grid)
        self._entries, self._rows = entries, {}
        for number, entry in enumerate(entries):
            row = EntryRow(self._theme, entry, self.tr("Rs."), f"{self._name}.{entry.name}")
            row.edited.connect(lambda value, at=entry.name: self.edited.emit(at, value))
            self._grid.addWidget(row, number // _COLUMNS, number % _COLUMNS)
            self._rows[entry.name] = row
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < len(entries) else 0)
        self.setVisible(bool(entries))

    def set_values(self, values: Values, is_proposed: Callable[[str], bool] | None = None) -> None:
        """Show what was entered before; ``is_proposed`` tells of a field that it was last time."""
        for name, row in self._rows.items():
            proposed = is_proposed is not None and is_proposed(name)
            row.set_value(values.get(name, ""), is_proposed=proposed)

    def set_locked(self, locked: bool) -> None:
        """Lock the entry while the service is asked."""
        for row in self._rows.values():
            row.set_locked(locked)

    def show_errors(self) -> None:
        """Say what is refused, below each field."""
        for row in self._rows.values():
            row.show_error()

    def reason(self) -> str:
        """Name the first field that is refused or still empty; empty if none is."""
        missing = self._first_missing()
        if missing is None:
            return ""
        words = field_word(missing.label)
        return refused_text(words) if self._rows[missing.name].value else missing_text(words)

    def _first_missing(self) -> EntryField | None:
        values = {name: row.value for name, row in self._rows.items()}
        return Form(self._entries).first_missing(values)

    def focus_next(self) -> bool:
        """The first field that is refused or still empty gets the keyboard; False if none is."""
        missing = self._first_missing()
        if missing is not None:
            self._rows[missing.name].take_focus()
        return missing is not None

    def focus(self, name: str) -> None:
        """A field gets the keyboard."""
        self._rows[name].take_focus()

    def focus_first(self) -> None:
        """The first field gets the keyboard."""
        if self._entries:
            self._rows[self._entries[0].name].take_focus()


def _options(entry: EntryField) -> tuple[Option, ...]:
    """What there is to choose from in a list; an amount of a list is picked, not typed."""
    if isinstance(entry, ChoiceEntry):
        return entry.options
    if isinstance(entry, AmountEntry):
        amounts = sorted(set(entry.limits.allowed))
        return tuple(Option(str(one.decimal), cash_text(one)) for one in amounts)
    return ()


def _shown(value: str) -> str:
    try:
        return cash_text(Money.read(value))
    except NotMoney:
        return value
