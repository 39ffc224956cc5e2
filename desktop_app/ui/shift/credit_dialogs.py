"""What the owner notes on the shop's credit, and how much more the service is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.core.money import Money, read_cash
from desktop_app.core.shifts.credit import CreditNoteKind
from desktop_app.ui.kit.dialog import Dialog
from desktop_app.ui.kit.keyboard import NO_SCAN
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import Button, PlainLabel, Segments, TextField, Variant

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop_app.ui.theme import Theme

_WIDTH = 640
_MAX_WORDS = 200


class CreditNoteDialog(Dialog):
    """A top-up or a charge: how much, and where it is seen. Enter walks to Record."""

    confirmed = Signal(object, object, str)
    """A ``CreditNoteKind``, the amount and the words."""

    def __init__(self, theme: Theme, window: QWidget, amount: Money | None = None) -> None:
        """``amount`` is the gap that the note may explain: below zero for a charge."""
        super().__init__(theme, window, self.tr("Top-up or charge"), name="credit.note")
        kinds = (
            (CreditNoteKind.TOP_UP.value, self.tr("Top-up: balance was added")),
            (CreditNoteKind.CHARGE.value, self.tr("Charge: balance was taken")),
        )
        self._kind = Segments(theme, kinds, height=44, name="creditnote.kind")
        self._amount = _amount_field(theme, self.tr("Amount"), "creditnote.amount")
        self._words = TextField(
            theme, self.tr("Note, such as the number of the deposit"), name="creditnote.words"
        )
        self._words.setMaxLength(_MAX_WORDS)
        self._missing = PlainLabel(
            theme, "", TextRole.LABEL, "text2", wrap=True, name="creditnote.missing"
        )
        self._no = Button(theme, self.tr("Cancel"), key="Esc", name="creditnote.cancel")
        self._save = Button(theme, self.tr("Record"), Variant.PRIMARY, name="creditnote.save")
        is_charge = amount is not None and amount < Money(0)
        self._kind.set_value((CreditNoteKind.CHARGE if is_charge else CreditNoteKind.TOP_UP).value)
        if amount:
            self._amount.setText(str(Money(abs(amount.paisa))))
        self._amount.textEdited.connect(self._changed)
        self._no.clicked.connect(self.reject)
        self._save.clicked.connect(self._take)
        self.column.setContentsMargins(28, 22, 28, 22)
        self.column.setSpacing(14)
        self.column.addWidget(PlainLabel(theme, self.accessibleName(), TextRole.HEADING))
        self.column.addWidget(self._kind)
        for field in (self._amount, self._words):
            self.column.addLayout(_pair(theme, field))
        self.add_buttons(self._no, self._save, left=self._missing)
        self._changed()
        self.fix_size(theme.scaled(_WIDTH))

    def ask(self) -> None:
        """Show it above its window."""
        self.show_above(self._amount)

    def _changed(self) -> None:
        missing = "" if read_cash(self._amount.text()) else self.tr("Enter the amount")
        self._missing.setText(missing)
        self._save.enable(not missing, missing)

    def _take(self) -> None:
        amount = read_cash(self._amount.text())
        if not amount:
            return
        words = " ".join(self._words.text().split())
        self.confirmed.emit(CreditNoteKind(self._kind.value()), amount, words)
        self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the amount while it is empty, and then to Record."""
        if not self.go_on(event, [self._amount], self._save):
            super().keyPressEvent(event)


class CreditRequestDialog(Dialog):
    """How much credit is asked for. It says that a request adds nothing by itself."""

    confirmed = Signal(object)
    """The amount."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(theme, window, self.tr("Ask for balance"), name="credit.request")
        self._amount = _amount_field(theme, self.tr("Amount to ask for"), "creditrequest.amount")
        words = PlainLabel(
            theme,
            self.tr(
                "The service is only asked. A person there decides, and the shop pays for it"
                " as agreed with the service. Nothing is added until the balance shows it."
            ),
            TextRole.BODY,
            "text2",
            wrap=True,
        )
        self._missing = PlainLabel(
            theme, "", TextRole.LABEL, "text2", wrap=True, name="creditrequest.missing"
        )
        self._no = Button(theme, self.tr("Cancel"), key="Esc", name="creditrequest.cancel")
        self._ask = Button(theme, self.tr("Ask"), Variant.PRIMARY, name="creditrequest.ask")
        self._amount.textEdited.connect(self._changed)
        self._no.clicked.connect(self.reject)
        self._ask.clicked.connect(self._take)
        self.column.setContentsMargins(28, 22, 28, 22)
        self.column.setSpacing(14)
        self.column.addWidget(PlainLabel(theme, self.accessibleName(), TextRole.HEADING))
        self.column.addWidget(words)
        self.column.addLayout(_pair(theme, self._amount))
        self.add_buttons(self._no, self._ask, left=self._missing)
        self._changed()
        self.fix_size(theme.scaled(_WIDTH))

    def ask(self) -> None:
        """Show it above its window."""
        self.show_above(self._amount)

    def _changed(self) -> None:
        missing = "" if read_cash(self._amount.text()) else self.tr("Enter the amount")
        self._missing.setText(missing)
        self._ask.enable(not missing, missing)

    def _take(self) -> None:
        amount = read_cash(self._amount.text())
        if amount:
            self.confirmed.emit(amount)
            self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the amount while it is empty, and then to Ask."""
        if not self.go_on(event, [self._amount], self._ask):
            super().keyPressEvent(event)


def _amount_field(theme: Theme, label: str, name: str) -> TextField:
    prefix = QCoreApplication.translate("Credit", "Rs.")
    field = TextField(theme, label, prefix=prefix, right=True, name=name)
    field.setProperty(NO_SCAN, True)
    return field


def _pair(theme: Theme, field: TextField) -> QVBoxLayout:
    pair = QVBoxLayout()
    pair.setSpacing(4)
    pair.addWidget(PlainLabel(theme, field.accessibleName(), TextRole.LABEL, "text2"))
    pair.addWidget(field)
    return pair
