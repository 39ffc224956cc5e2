"""Who owes a bill: typed, and chosen among the customers whom the shop knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidgetItem, QVBoxLayout, QWidget

from desktop_app.core.on_account import MAX_NAME, MAX_PHONE, OnAccountCustomer
from desktop_app.ui.kit.keyboard import NO_SCAN
from desktop_app.ui.setup_forms.rows import labelled
from desktop_app.ui.texts.on_account import customer_line, left_out_text
from desktop_app.ui.widgets import RingWatch, TextField
from desktop_app.ui.widgets.wrapped_list import WrappedList

if TYPE_CHECKING:
    from desktop_app.core.owing_search import OwingSearch
    from desktop_app.ui.theme import Theme

_ROWS = 3
_ROW = 42
_NEW = -1
"""What the row of a new customer holds in the place of an id."""
_NOBODY = 0
"""What the row that counts those left out holds there."""
_MOST_SHOWN = 100
"""Nobody looks through more: another letter finds the rest."""


class OwingChoice(QWidget):
    """A field that finds customers by name and phone, and the list of those found.

    Only who is marked in the list owes the bill. Nobody is marked by a part of a name, nor by a Tab
    or a click that passes through the list. ``changed`` tells that somebody else is marked, or
    something else typed.
    """

    changed = Signal()

    def __init__(self, theme: Theme, search: OwingSearch, name: str) -> None:
        """`name` is that of the customer whose bill it is; it is typed already."""
        super().__init__()
        self._search = search
        self._found: dict[int, OnAccountCustomer] = {}
        self.field = TextField(
            theme, self.tr("Who owes it: name or phone"), icon="search", name="tender.name"
        )
        self.field.setMaxLength(MAX_NAME)
        self._phone = TextField(theme, self.tr("Phone, of a new one"), name="tender.phone")
        self._phone.setMaxLength(MAX_PHONE)
        for at in (self.field, self._phone):
            # No bar code is a customer: it would be taken for a new one.
            at.setProperty(NO_SCAN, True)
        self.list = WrappedList(theme, self.tr("Customers found"), name="tender.customers")
        self.list.setMinimumHeight(theme.scaled(_ROWS * _ROW + 12))
        self._ring = RingWatch(theme, self.list, theme.metrics.control_radius)
        self._lay_out(theme)
        self.field.setText(name[:MAX_NAME])
        self._find()
        self.field.textEdited.connect(self._find)
        self._phone.textEdited.connect(self.changed)
        self.list.itemSelectionChanged.connect(self._mark)
        self.field.installEventFilter(self)
        self.list.installEventFilter(self)

    def _lay_out(self, theme: Theme) -> None:
        fields = QHBoxLayout()
        fields.setSpacing(14)
        fields.addLayout(labelled(theme, self.field.accessibleName(), self.field), 3)
        fields.addLayout(labelled(theme, self._phone.accessibleName(), self._phone), 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(fields)
        column.addWidget(self.list, 1)

    # --- who is chosen --------------------------------------------------------------------

    @property
    def customer(self) -> OnAccountCustomer | None:
        """The known customer who is marked."""
        return self._found.get(self._marked or 0)

    @property
    def is_new(self) -> bool:
        """The row of a new customer is marked."""
        return self._marked == _NEW

    @property
    def is_decided(self) -> bool:
        """A row is marked."""
        return self._marked is not None

    @property
    def finds_nobody(self) -> bool:
        """Nobody has the typed number, and a new customer cannot be called by it."""
        return not self.list.count() and bool(self.field.text().strip())

    @property
    def entered(self) -> tuple[str, str]:
        """Name and phone of a new customer."""
        return self.field.text(), self._phone.text()

    @property
    def is_known_already(self) -> bool:
        """The new customer would be one that the shop knows, whose name and phone are the same."""
        return self.is_new and self._search.has(*self.entered)

    @property
    def _marked(self) -> int | None:
        chosen = self.list.selectedItems()
        return int(chosen[0].data(Qt.ItemDataRole.UserRole)) if chosen else None

    def to_list(self) -> bool:
        """Give the list the keyboard, with a row marked; False while there is none."""
        if not self.list.count():
            return False
        if not self.is_decided:
            # What Enter would take is seen: Qt marks no row by itself.
            self.list.setCurrentRow(0)
        self.list.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def to_phone(self) -> None:
        """Give the phone of a new customer the keyboard."""
        self._phone.select_all()

    # --- finding --------------------------------------------------------------------------

    def _find(self) -> None:
        typed = self.field.text().strip()
        found = self._search.find(typed)
        meant = self._search.the_one_meant(typed)
        self._found = {one.id: one for one in found[:_MOST_SHOWN]}
        self.list.blockSignals(True)
        self.list.clear()
        for one in self._found.values():
            self._add(customer_line(one), one.id)
        if len(found) > _MOST_SHOWN:
            more = left_out_text(len(found) - _MOST_SHOWN)
            self._add(more, _NOBODY).setFlags(Qt.ItemFlag.NoItemFlags)
        if any(character.isalpha() for character in typed):
            self._add(self.tr("A new customer: {name}").format(name=typed), _NEW)
        if meant is not None:
            self.list.setCurrentRow(found.index(meant))
        elif not found:
            self.list.setCurrentRow(self.list.count() - 1)
        self.list.blockSignals(False)
        self._mark()

    def _add(self, words: str, key: int) -> QListWidgetItem:
        item = QListWidgetItem(words, self.list)
        item.setData(Qt.ItemDataRole.UserRole, key)
        return item

    def _mark(self) -> None:
        self._phone.setEnabled(self.is_new)
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down goes from the field into the list, Up from its first row back into the field."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._passes(watched, Qt.Key(event.key()))
        return False

    def _passes(self, watched: QObject, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_Down and (watched is self.field or not self.is_decided):
            return self.to_list()
        if watched is self.list and key == Qt.Key.Key_Up and self.list.currentRow() <= 0:
            self.field.setFocus(Qt.FocusReason.BacktabFocusReason)
            return True
        return False
