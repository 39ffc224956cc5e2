"""One person: name, role and PIN, for a new one or one who works here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop_app.core.operators import MAX_NAME, Operator, PeopleFault, Role
from desktop_app.core.pins import MAX_DIGITS, check_pin, read_pin
from desktop_app.ui.kit.dialog import Dialog
from desktop_app.ui.kit.keyboard import ENTER_KEYS
from desktop_app.ui.setup_forms.field_error import FieldErrorMessage
from desktop_app.ui.setup_forms.rows import labelled
from desktop_app.ui.texts.people import people_fault_text, pin_fault_text, role_word
from desktop_app.ui.theme import TextRole, Theme
from desktop_app.ui.widgets import Button, ButtonSize, PlainLabel, Segments, TextField, Variant

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_WIDTH = 560


class PersonDialog(Dialog):
    """``saved`` carries name, role and new PIN; without a new PIN that one is empty."""

    saved = Signal(str, object, str)
    pin_removed = Signal()
    retired = Signal()

    def __init__(
        self, theme: Theme, window: QWidget, person: Operator | None, *, name: str, role: Role
    ) -> None:
        """`person` is None for a new one; name and role are offered."""
        lead = person.name if person is not None else self.tr("A new person")
        super().__init__(theme, window, lead, name="person")
        self._person = person
        self._busy = False
        self._name = self._field(self.tr("Name"), "person.name")
        self._name.setMaxLength(MAX_NAME)
        self._name.setText(name)
        roles = [(one.value, role_word(one)) for one in (Role.OWNER, Role.CLERK)]
        self._role = Segments(theme, roles, role.value, name="person.role")
        self._role.setAccessibleName(self.tr("Role"))
        self._pin = self._field(self._pin_label(), "person.pin")
        self._again = self._field(self.tr("The same PIN again"), "person.again")
        for field in (self._pin, self._again):
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.setMaxLength(MAX_DIGITS)
        self._faults = {
            field: FieldErrorMessage(theme, field) for field in (self._name, self._pin, self._again)
        }
        self._no = Button(theme, self.tr("Cancel"), key="Esc", name="person.cancel")
        self._no.clicked.connect(self.reject)
        self._save = Button(theme, self.tr("Save"), Variant.PRIMARY, name="person.save")
        self._save.clicked.connect(self.save)
        self._lay_out(lead)

    # --- building -------------------------------------------------------------------------

    def _field(self, label: str, name: str) -> TextField:
        field = TextField(self.theme, label)
        field.setObjectName(name)
        field.textEdited.connect(self._forget_faults)
        return field

    def _pin_label(self) -> str:
        if self._person is not None and self._person.has_pin:
            return self.tr("Another PIN, 4 to 8 digits (empty: as it is)")
        return self.tr("PIN, 4 to 8 digits (empty: none)")

    def _lay_out(self, lead: str) -> None:
        theme = self.theme
        column = self.column
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(12)
        column.addWidget(PlainLabel(theme, lead, TextRole.HEADING, name="person.lead"))
        name = labelled(theme, self._name.accessibleName(), self._name)
        name.addWidget(self._faults[self._name])
        column.addLayout(name)
        column.addLayout(labelled(theme, self.tr("Role"), self._role))
        pins = QHBoxLayout()
        pins.setSpacing(14)
        for field in (self._pin, self._again):
            pair = labelled(theme, field.accessibleName(), field)
            pair.addWidget(self._faults[field])
            pair.addStretch(1)
            pins.addLayout(pair, 1)
        column.addLayout(pins)
        column.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(14)
        if self._person is not None:
            self._add_links(buttons)
        buttons.addStretch(1)
        buttons.addWidget(self._no)
        buttons.addWidget(self._save)
        column.addLayout(buttons)
        # A sentence below each field has room.
        for fault in self._faults.values():
            fault.show_message("…")
        width = theme.scaled(_WIDTH)
        self.fix_size(width, column.totalHeightForWidth(width) + 2 * theme.scaled(20))
        self._forget_faults()

    def _add_links(self, row: QHBoxLayout) -> None:
        person = self._person
        if person is not None and person.has_pin:
            remove = self._link(self.tr("Remove the PIN"), "person.remove_pin")
            remove.clicked.connect(self.pin_removed)
            row.addWidget(remove)
        retire = self._link(self.tr("Works here no more…"), "person.retire")
        retire.clicked.connect(self.retired)
        row.addWidget(retire)

    def _link(self, words: str, name: str) -> Button:
        return Button(self.theme, words, Variant.LINK, size=ButtonSize.SMALL, name=name)

    # --- saving ---------------------------------------------------------------------------

    def ask(self) -> None:
        """Show it above its window."""
        self.open()
        self._name.select_all()

    def save(self) -> None:
        """Check what is entered, and have it stored."""
        if self._busy:
            return
        self._forget_faults()
        pin, again = self._pin.text(), self._again.text()
        if not self._name.text().strip():
            self._refuse(self._name, people_fault_text(PeopleFault.NO_NAME))
        elif (pin or again) and (fault := check_pin(pin)) is not None:
            self._refuse(self._pin, pin_fault_text(fault))
        elif read_pin(pin) != read_pin(again):
            self._again.clear()
            self._refuse(self._again, self.tr("The two PINs are not the same."))
        else:
            self.saved.emit(self._name.text(), Role(self._role.value()), pin)

    def set_busy(self, *, busy: bool) -> None:
        """Show that it is being stored."""
        self._busy = busy
        self._save.enable(not busy, self.tr("It is being saved."))

    def show_words(self, words: str) -> None:
        """Say what was in the way."""
        self.set_busy(busy=False)
        self._refuse(self._name, words)

    def _refuse(self, field: TextField, words: str) -> None:
        self._faults[field].show_message(words)
        field.select_all()

    def _forget_faults(self) -> None:
        for fault in self._faults.values():
            fault.show_message("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the next field that is empty, and at the end saves."""
        if event.key() not in ENTER_KEYS:
            super().keyPressEvent(event)
            return
        if event.isAutoRepeat():
            return
        if self._pin.hasFocus() and self._pin.text() and not self._again.text():
            self._again.select_all()
        else:
            self.save()
