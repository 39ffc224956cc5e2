"""Who owes a bill: typed, and chosen among the customers whom the shop knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop_app.core.customer_book import the_one_meant, those_found
from desktop_app.core.on_account import MAX_NAME, MAX_PHONE, OnAccountCustomer
from desktop_app.ui.setup_forms.rows import labelled
from desktop_app.ui.texts.on_account import customer_line
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import RingWatch, TextField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.ui.theme import Theme

_ROWS = 3
_ROW = 42
_NEW = -1
"""What the row of a new customer holds in the place of an id."""
_MOST_SHOWN = 100
"""Nobody looks through more: another letter finds the rest."""


class OwingChoice(QWidget):
    """A field that finds customers by name and phone, and the list of those found.

    Nobody is chosen by a part of a name: only who is marked in the list owes the bill. ``changed``
    tells that somebody else is marked, or something else typed.
    """

    changed = Signal()

    def __init__(self, theme: Theme, customers: Sequence[OnAccountCustomer], name: str) -> None:
        """`name` is that of the customer whose bill it is; it is typed already."""
        super().__init__()
        self._known = {one.id: one for one in customers}
        self.field = TextField(
            theme, self.tr("Who owes it: name or phone"), icon="search", name="tender.name"
        )
        self.field.setMaxLength(MAX_NAME)
        self._phone = TextField(theme, self.tr("Phone, of a new one"), name="tender.phone")
        self._phone.setMaxLength(MAX_PHONE)
        self.list = QListWidget()
        self.list.setObjectName("tender.customers")
        self.list.setAccessibleName(self.tr("Customers found"))
        self.list.setFont(theme.font(TextRole.BODY))
        self.list.setWordWrap(True)
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
        return self._known.get(self._marked or 0)

    @property
    def is_new(self) -> bool:
        """The row of a new customer is marked."""
        return self._marked == _NEW

    @property
    def is_decided(self) -> bool:
        """A row is marked."""
        return self._marked is not None

    @property
    def entered(self) -> tuple[str, str]:
        """Name and phone of a new customer."""
        return self.field.text(), self._phone.text()

    @property
    def _marked(self) -> int | None:
        chosen = self.list.selectedItems()
        return int(chosen[0].data(Qt.ItemDataRole.UserRole)) if chosen else None

    def to_list(self) -> bool:
        """Give the list the keyboard; False while there is nobody in it."""
        if self.list.count():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
        return bool(self.list.count())

    # --- finding --------------------------------------------------------------------------

    def _find(self) -> None:
        typed = self.field.text().strip()
        found = those_found(self._known.values(), typed)
        meant = the_one_meant(found, typed)
        self.list.blockSignals(True)
        self.list.clear()
        for one in found[:_MOST_SHOWN]:
            self._add(customer_line(one), one.id)
        if any(character.isalpha() for character in typed):
            self._add(self.tr("A new customer: {name}").format(name=typed), _NEW)
        if meant is not None:
            self.list.setCurrentRow(found.index(meant))
        elif not found:
            self.list.setCurrentRow(self.list.count() - 1)
        self.list.blockSignals(False)
        self._mark()

    def _add(self, words: str, key: int) -> None:
        item = QListWidgetItem(words, self.list)
        item.setData(Qt.ItemDataRole.UserRole, key)

    def _mark(self) -> None:
        self._phone.setEnabled(self.is_new)
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down goes from the field into the list, Up from its first row back into the field."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._passes(watched, Qt.Key(event.key()))
        if watched is self.list and event.type() == QEvent.Type.FocusIn and not self.is_decided:
            # What Enter would take is seen: Qt marks no row by itself.
            self.list.setCurrentRow(0)
        return False

    def _passes(self, watched: QObject, key: Qt.Key) -> bool:
        if watched is self.field and key == Qt.Key.Key_Down:
            return self.to_list()
        if watched is self.list and key == Qt.Key.Key_Up and self.list.currentRow() <= 0:
            self.field.setFocus(Qt.FocusReason.BacktabFocusReason)
            return True
        return False
