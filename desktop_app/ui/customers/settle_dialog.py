"""What a customer gives for what is owed, and how much may be owed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop_app.core.money import ZERO, Money, read_cash
from desktop_app.core.on_account import OnAccountCustomer, Settling
from desktop_app.core.tenders import MAX_REFERENCE, TenderKind
from desktop_app.ui.kit.dialog import Dialog
from desktop_app.ui.kit.keyboard import NO_SCAN
from desktop_app.ui.setup_forms.rows import labelled
from desktop_app.ui.texts.money import cash_text, rupees
from desktop_app.ui.texts.tenders import tender_word
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import Button, PlainLabel, Segments, TextField, Variant

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from desktop_app.ui.theme import Theme

_WIDTH = 600


class SettleDialog(Dialog):
    """The amount, and how it comes: in cash, or by a wallet with its reference."""

    confirmed = Signal(object)
    """A :class:`Settling`."""

    def __init__(self, theme: Theme, window: QWidget, customer: OnAccountCustomer) -> None:
        super().__init__(theme, window, self.tr("Settle what is owed"), name="settle")
        self._customer = customer
        kinds = tuple((k.value, tender_word(k)) for k in (TenderKind.CASH, TenderKind.WALLET))
        self._kind = Segments(theme, kinds, kinds[0][0], name="settle.kind")
        self._kind.setAccessibleName(self.tr("How it is paid"))
        self._kind.chosen.connect(self._changed)
        self._amount = TextField(
            theme, self.tr("Amount"), prefix=self.tr("Rs."), right=True, name="settle.amount"
        )
        self._amount.setProperty(NO_SCAN, True)
        self._amount.setText(cash_text(customer.owed))
        self._reference = TextField(
            theme, self.tr("Reference, as the shop’s account shows it"), name="settle.reference"
        )
        self._reference.setMaxLength(MAX_REFERENCE)
        for field in (self._amount, self._reference):
            field.textEdited.connect(self._changed)
        self._missing = PlainLabel(
            theme, "", TextRole.LABEL, "text2", wrap=True, name="settle.missing"
        )
        self._no = Button(theme, self.tr("Cancel"), key="Esc", name="settle.cancel")
        self._no.clicked.connect(self.reject)
        self._save = Button(theme, self.tr("Record"), Variant.PRIMARY, name="settle.save")
        self._save.clicked.connect(self._take)
        owes = self.tr("{name} owes {owed} now.")
        owes = owes.format(name=customer.name, owed=rupees(customer.owed))
        column = self.column
        column.setContentsMargins(28, 20, 28, 20)
        column.setSpacing(12)
        column.addWidget(PlainLabel(theme, self.accessibleName(), TextRole.HEADING))
        column.addWidget(PlainLabel(theme, owes, wrap=True))
        column.addWidget(self._kind)
        for field in (self._amount, self._reference):
            column.addLayout(labelled(theme, field.accessibleName(), field))
        self.add_buttons(self._no, self._save, left=self._missing)
        self._changed()
        self.fix_size(theme.scaled(_WIDTH))

    def ask(self) -> None:
        """Show it above its window; the whole sum stands there to be typed over."""
        self.show_above(self._amount)
        self._amount.select_all()

    def _settling(self) -> Settling:
        kind = TenderKind(self._kind.value())
        reference = self._reference.text() if kind is TenderKind.WALLET else ""
        amount = read_cash(self._amount.text()) or ZERO
        return Settling(self._customer.id, amount, kind, " ".join(reference.split()))

    def _changed(self) -> None:
        by_wallet = self._settling().kind is TenderKind.WALLET
        self._reference.setEnabled(by_wallet)
        missing = self._what_is_missing()
        left = self._customer.owed - self._settling().amount
        self._missing.setText(missing or self.tr("Still owed: {left}").format(left=rupees(left)))
        self._save.enable(not missing, missing)

    def _what_is_missing(self) -> str:
        settling = self._settling()
        if not settling.amount:
            return self.tr("Enter the amount")
        if settling.amount > self._customer.owed:
            return self.tr("That is more than what is owed.")
        return "" if settling.is_sound(self._customer.owed) else self.tr("Type the reference")

    def _take(self) -> None:
        if not self.isHidden() and not self._what_is_missing():
            self.accept()
            self.confirmed.emit(self._settling())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the next field that is needed, and at the end to Record."""
        needed = [self._amount, *([self._reference] if self._reference.isEnabled() else [])]
        if not self.go_on(event, needed, self._save):
            super().keyPressEvent(event)


class LimitDialog(Dialog):
    """How much a customer may owe; empty asks the owner each time."""

    confirmed = Signal(object)
    """The limit, or None."""

    def __init__(self, theme: Theme, window: QWidget, customer: OnAccountCustomer) -> None:
        lead = self.tr("How much may {name} owe?").format(name=customer.name)
        super().__init__(theme, window, lead, name="limit")
        self._amount = TextField(
            theme, self.tr("Limit"), prefix=self.tr("Rs."), right=True, name="limit.amount"
        )
        self._amount.setProperty(NO_SCAN, True)
        if customer.limit is not None:
            self._amount.setText(cash_text(customer.limit))
        self._amount.textEdited.connect(self._changed)
        self._no = Button(theme, self.tr("Cancel"), key="Esc", name="limit.cancel")
        self._no.clicked.connect(self.reject)
        self._save = Button(theme, self.tr("Save"), Variant.PRIMARY, name="limit.save")
        self._save.clicked.connect(self._take)
        words = self.tr("Without a limit the owner is asked each time.")
        column = self.column
        column.setContentsMargins(28, 20, 28, 20)
        column.setSpacing(12)
        column.addWidget(PlainLabel(theme, lead, TextRole.HEADING, wrap=True))
        column.addLayout(labelled(theme, self._amount.accessibleName(), self._amount))
        column.addWidget(PlainLabel(theme, words, TextRole.LABEL, "text2", wrap=True))
        self.add_buttons(self._no, self._save)
        self._changed()
        self.fix_size(theme.scaled(_WIDTH))

    def ask(self) -> None:
        """Show it above its window."""
        self.show_above(self._amount)
        self._amount.select_all()

    def _limit(self) -> Money | None:
        return read_cash(self._amount.text())

    def _changed(self) -> None:
        is_right = not self._amount.text().strip() or self._limit() is not None
        self._save.enable(is_right, self.tr("This is not an amount."))

    def _take(self) -> None:
        if not self.isHidden() and self._save.isEnabled():
            self.accept()
            self.confirmed.emit(self._limit())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to Save."""
        if not self.go_on(event, (), self._save):
            super().keyPressEvent(event)
