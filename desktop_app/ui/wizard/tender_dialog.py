"""What of a bill is not paid in cash: by QR or wallet, or on account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.core.money import ZERO, Money, is_payable_in_cash, read_cash
from desktop_app.core.tenders import MAX_REFERENCE, TenderKind
from desktop_app.ui.kit.dialog import Dialog
from desktop_app.ui.kit.keyboard import ENTER_KEYS, NO_SCAN, on_alt_digit
from desktop_app.ui.setup_forms.rows import labelled
from desktop_app.ui.texts.money import cash_text, rupees
from desktop_app.ui.texts.tenders import tender_word
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import Button, KeyCap, PlainLabel, Segments, TextField, Variant
from desktop_app.ui.wizard.owing_choice import OwingChoice

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop_app.core.owing_search import OwingSearch
    from desktop_app.ui.theme import Theme

_WIDTH = 800
_ALT = 3
"""The key at Confirm that opens the dialog."""
_KINDS = (TenderKind.WALLET, TenderKind.ON_ACCOUNT)


class TenderDialog(Dialog):
    """How much, and what it needs: a wallet's reference, or who owes it."""

    by_wallet = Signal(object, str)
    """The amount, and the reference."""
    on_account = Signal(object, object, str, str)
    """The amount, the :class:`OnAccountCustomer` or None, and name and phone of a new one."""

    def __init__(
        self,
        theme: Theme,
        window: QWidget,
        due: Money,
        search: OwingSearch,
        name: str,
    ) -> None:
        """`search` finds who may owe. `name` is of the customer whose bill it is; it is offered."""
        super().__init__(theme, window, self.tr("Paid otherwise than in cash"), name="tender")
        self._due = due
        kinds = tuple((kind.value, tender_word(kind)) for kind in _KINDS)
        self._kind = Segments(theme, kinds, kinds[0][0], name="tender.kind")
        self._kind.setAccessibleName(self.tr("How it is paid"))
        self._kind.chosen.connect(self._turn)
        self._amount = TextField(
            theme, self.tr("Amount"), prefix=self.tr("Rs."), right=True, name="tender.amount"
        )
        self._amount.setProperty(NO_SCAN, True)
        self._amount.setText(cash_text(due))
        self._reference = TextField(
            theme, self.tr("Reference, as the shop’s account shows it"), name="tender.reference"
        )
        self._reference.setMaxLength(MAX_REFERENCE)
        self._owing = OwingChoice(theme, search, name)
        self._owing.changed.connect(self._changed)
        for field in (self._amount, self._reference):
            field.textEdited.connect(self._changed)
        self._says = PlainLabel(theme, "", TextRole.LABEL, "text2", wrap=True, name="tender.says")
        self._missing = PlainLabel(
            theme, "", TextRole.LABEL, "text2", wrap=True, name="tender.missing"
        )
        self._no = Button(theme, self.tr("Cancel"), key="Esc", name="tender.cancel")
        self._no.clicked.connect(self.reject)
        self._take = Button(
            theme, self.tr("Take payment this way"), Variant.PRIMARY, name="tender.take"
        )
        self._take.clicked.connect(self._confirm)
        on_alt_digit(self, _ALT, self._turn_over)
        self._lay_out()
        self._changed()

    def _lay_out(self) -> None:
        theme, column = self.theme, self.column
        column.setContentsMargins(28, 18, 28, 18)
        column.setSpacing(10)
        column.addWidget(PlainLabel(theme, self.accessibleName(), TextRole.HEADING))
        kinds = QHBoxLayout()
        kinds.setSpacing(12)
        kinds.addWidget(self._kind)
        kinds.addWidget(KeyCap(theme, f"Alt {_ALT}"))
        kinds.addStretch(1)
        column.addLayout(kinds)
        column.addWidget(self._says)
        wallet = QWidget()
        beside = QVBoxLayout(wallet)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addLayout(labelled(theme, self._reference.accessibleName(), self._reference))
        beside.addStretch(1)
        self._parts = QStackedWidget()
        self._parts.addWidget(wallet)
        self._parts.addWidget(self._owing)
        row = QHBoxLayout()
        row.setSpacing(18)
        amount = labelled(theme, self._amount.accessibleName(), self._amount)
        amount.addStretch(1)
        row.addLayout(amount, 2)
        row.addWidget(self._parts, 5)
        column.addLayout(row)
        column.addStretch(1)
        self.add_buttons(self._no, self._take, left=self._missing)
        # The longest of what is said has room.
        self._says.setText(self._wallet_text())
        width = theme.scaled(_WIDTH)
        self.fix_size(width, column.totalHeightForWidth(width) + theme.scaled(24))

    def ask(self) -> None:
        """Show it above its window; the amount stands there, the reference is typed first."""
        self.show_above(self._reference)

    # --- what is entered ------------------------------------------------------------------

    @property
    def _is_wallet(self) -> bool:
        return self._kind.value() == TenderKind.WALLET.value

    def _sum(self) -> Money | None:
        return read_cash(self._amount.text())

    def _turn(self) -> None:
        self._parts.setCurrentIndex(0 if self._is_wallet else 1)
        self._changed()

    def _turn_over(self, _digit: int) -> None:
        """The key that opened the dialog goes on to the other kind, and to its field."""
        other = TenderKind.ON_ACCOUNT if self._is_wallet else TenderKind.WALLET
        self._kind.set_value(other.value)
        self._turn()
        (self._reference if self._is_wallet else self._owing.field).select_all()

    def _changed(self) -> None:
        missing = self._what_is_missing()
        self._missing.setText(missing or self._rest_text())
        self._take.enable(not missing, missing)
        self._says.setText(self._wallet_text() if self._is_wallet else self._account_text())

    def _rest_text(self) -> str:
        amount = self._sum()
        rest = ZERO if amount is None else self._due - amount
        return self.tr("The rest in cash: {amount}").format(amount=rupees(rest)) if rest else ""

    def _wallet_text(self) -> str:
        return self.tr(
            "Look into the shop’s own account first: take it only if the money has arrived. This"
            " program does not check it."
        )

    def _account_text(self) -> str:
        customer, amount = self._owing.customer, self._sum()
        if self._owing.is_new:
            return self.tr("A new customer may owe only what the owner allows.")
        if self._owing.finds_nobody:
            return self.tr("Nobody has that number. Type the name of the new customer.")
        if customer is None:
            return self.tr("Type a name or a phone number, and choose who owes the bill.")
        words = self.tr("{name} owes {owed} now.").format(
            name=customer.name, owed=rupees(customer.owed)
        )
        if customer.limit is not None:
            limit = self.tr("The limit is {limit}.").format(limit=rupees(customer.limit))
            words = f"{words} {limit}"
        if amount is not None and not customer.allows(amount):
            owners = self.tr("That needs the owner.")
            words = f"{words} {owners}"
        return words

    def _what_is_missing(self) -> str:
        amount = self._sum()
        if amount is None or not amount:
            return self.tr("Enter the amount")
        if amount > self._due:
            return self.tr("That is more than the bill: {amount}").format(amount=rupees(self._due))
        rest = self._due - amount
        if is_payable_in_cash(self._due) and not is_payable_in_cash(rest):
            words = self.tr("No coin pays the paisa of the rest: {amount}")
            return words.format(amount=rupees(rest))
        if self._is_wallet and not self._reference.text().strip():
            return self.tr("Type the reference")
        if not self._is_wallet and not self._owing.is_decided:
            return self.tr("Who owes it?")
        if not self._is_wallet and self._owing.is_known_already:
            return self.tr("This name and phone are known: choose that row, or type another phone")
        return ""

    def _confirm(self) -> None:
        amount = self._sum()
        if amount is None or self._what_is_missing():
            return
        # Closed first: the keyboard is the page's again, or that of the owner's question.
        self.accept()
        if self._is_wallet:
            reference = " ".join(self._reference.text().split())
            self.by_wallet.emit(amount, reference)
        else:
            self.on_account.emit(amount, self._owing.customer, *self._owing.entered)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the next field that is needed, and at the end to the button."""
        needed = [self._amount]
        if self._is_wallet:
            needed.append(self._reference)
        elif event.key() in ENTER_KEYS and self._asks_who():
            if not event.isAutoRepeat() and not self._owing.to_list():
                self._owing.field.setFocus(Qt.FocusReason.TabFocusReason)
            return
        elif event.key() in ENTER_KEYS and self._owing.is_known_already:
            self._owing.to_phone()
            return
        if not self.go_on(event, needed, self._take):
            super().keyPressEvent(event)

    def _asks_who(self) -> bool:
        """Nothing is missing but who owes it."""
        amount = self._sum()
        return bool(amount) and not self._owing.is_decided
