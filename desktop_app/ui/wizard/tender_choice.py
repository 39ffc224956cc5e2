"""Asks at Confirm how a bill is paid otherwise than in cash, and lets the owner allow it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop_app.core.operators import OwnerAction, Role
from desktop_app.core.tenders import Tender, TenderKind
from desktop_app.ui.kit.watched_write import WatchedWrite
from desktop_app.ui.runtime.jobs import Job
from desktop_app.ui.texts.money import rupees
from desktop_app.ui.texts.on_account import customer_line
from desktop_app.ui.texts.tenders import tender_word
from desktop_app.ui.wizard.tender_dialog import TenderDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_app.core.money import Money
    from desktop_app.core.on_account import OnAccountCustomer
    from desktop_app.core.operators import Proof
    from desktop_app.core.owing_search import OwingSearch
    from desktop_app.core.payment_flow import Flow
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result


class TenderChoice(QObject):
    """``changed`` tells that the flow is paid in another way now."""

    changed = Signal()

    def __init__(self, context: AppContext, flow: Flow, page: QWidget) -> None:
        super().__init__(page)
        self._context, self._flow, self._page = context, flow, page
        self._job = 0
        self._bill = ""

    def turn(self) -> None:
        """Ask how else it is paid; or, where it is, go back to cash alone."""
        if self._flow.sending or self._flow.needs_confirmation:
            return
        if self._flow.taken.others:
            self._pay_with()
            return
        if not self._context.tasks.awaits(self._job):
            # The dialog, and the owner's answer after it, are of this bill alone.
            self._bill = self._flow.reference
            work = partial(self._context.on_account.search, self._context.environment)
            self._job = self._context.tasks.read(Job("read who owes", work), self._ask)

    def _ask(self, done: Result[OwingSearch]) -> None:
        if done.value is None:
            self._context.session.report(done.error)
            return
        if not self._is_same_bill():
            return
        account = self._flow.account
        dialog = TenderDialog(
            self._context.theme,
            self._page.window(),
            self._flow.cash_due(self._context.session.counter()),
            done.value,
            "" if account is None else account.customer_name,
        )
        dialog.by_wallet.connect(self._take_wallet)
        dialog.on_account.connect(self._take_account)
        # A page that is built anew knows nothing of the dialog.
        self.destroyed.connect(dialog.reject)
        dialog.ask()

    def _is_same_bill(self) -> bool:
        """Tell whether the page shows the bill that was asked about, still without other tenders.

        A page that was built anew shows its own.
        """
        flow = self._flow
        if not self._page.isVisible():
            return False
        waits = bool(self._bill) and not flow.sending and not flow.taken.others
        return waits and flow.reference == self._bill

    # --- what was chosen ------------------------------------------------------------------

    def _take_wallet(self, amount: Money, reference: str) -> None:
        if self._is_same_bill():
            self._pay_with(Tender(TenderKind.WALLET, amount, reference))

    def _take_account(
        self, amount: Money, customer: OnAccountCustomer | None, name: str, phone: str
    ) -> None:
        if customer is not None and customer.allows(amount):
            self._owe(amount, "", customer)
            return
        then = partial(self._take_allowed, amount, customer, name, phone)
        who = (name, phone) if customer is None else (customer_line(customer),)
        parts = (tender_word(TenderKind.ON_ACCOUNT), rupees(amount), *who)
        about = " · ".join(part for part in parts if part)
        self._context.gate.require(OwnerAction.ON_ACCOUNT, then, about=about)

    def _take_allowed(
        self,
        amount: Money,
        customer: OnAccountCustomer | None,
        name: str,
        phone: str,
        proof: Proof | None,
    ) -> None:
        """The owner has allowed it. In a shop of one whoever stands there is the owner."""
        operator = self._context.session.counter().operator
        allowed_by = (operator if proof is None else proof.name) or Role.OWNER.value
        if customer is not None:
            self._owe(amount, allowed_by, customer)
            return
        work = partial(self._context.on_account.add, self._context.environment, name, phone)
        then = partial(self._take_new, amount, allowed_by)
        line = partial(_new_customer_line, name)
        write = WatchedWrite.of(self._context, None, line, _still_cash_advice)
        self._context.tasks.record(Job("keep a customer who owes", work), then, write)

    def _take_new(self, amount: Money, allowed_by: str, done: Result[OnAccountCustomer]) -> None:
        if done.value is not None:
            self._owe(amount, allowed_by, done.value)

    def _owe(self, amount: Money, allowed_by: str, customer: OnAccountCustomer) -> None:
        if self._is_same_bill():
            self._pay_with(Tender(TenderKind.ON_ACCOUNT, amount, "", customer.id, allowed_by))

    def _pay_with(self, *others: Tender) -> None:
        self._flow.taken.pay_with(*others)
        self.changed.emit()


def _new_customer_line(name: str) -> str:
    words = QCoreApplication.translate("TenderChoice", "new customer on account: {name}")
    return words.format(name=name)


def _still_cash_advice() -> str:
    return QCoreApplication.translate(
        "TenderChoice", "The bill is not on account: take the cash, or try again."
    )
