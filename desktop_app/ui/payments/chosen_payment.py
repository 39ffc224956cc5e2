"""The payment that is chosen in the list: shown in full, printed, and asked about."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.ui.payment_kit.print_job import PrintJob
from desktop_app.ui.payment_kit.share_dialog import ReceiptSharing
from desktop_app.ui.payment_kit.who_owes import WhoOwes
from desktop_app.ui.payments.reversal_record import ReversalRecord

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_app.core.billing.forms import FieldLabel
    from desktop_app.core.billing.provider import Provider
    from desktop_app.core.payments.payment import Event, Payment
    from desktop_app.ui.payments.detail_panel import DetailPanel
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result


class ChosenPayment(QObject):
    """Does what the buttons beside the list, and their keys, say of one payment."""

    def __init__(self, context: AppContext, detail: DetailPanel, page: QWidget) -> None:
        super().__init__(page)
        self._context, self._detail, self._page = context, detail, page
        self._payment: Payment | None = None
        self._provider: Provider | None = None
        self._job = 0
        self._who_owes = WhoOwes(context, self)
        self._who_owes.told.connect(detail.show_who_owes)
        self._print_job = PrintJob(context, page)
        self._print_job.message.connect(detail.message.show_message)
        self._print_job.saved.connect(detail.message.offer)
        self._reversals = ReversalRecord(context, page)
        detail.print.clicked.connect(self.print)
        detail.pdf.clicked.connect(self.save_pdf)
        self._sharing = ReceiptSharing(context, page)
        detail.share.clicked.connect(self.share)
        detail.ask.clicked.connect(self.ask_service)
        detail.came_back.clicked.connect(self.record_reversal)

    def show(self, payment: Payment | None, provider: Provider | None) -> None:
        """Show a payment with its history; with None, nothing is chosen."""
        self._payment, self._provider = payment, provider
        self._context.tasks.cancel(self._job)
        if payment is None:
            return
        self._detail.show_payment(payment)
        number = payment.number
        job = self._context.ledger_job("read the history", lambda ledger: ledger.events(number))
        self._job = self._context.tasks.read(job, partial(self._take_events, payment))
        self._who_owes.ask_of_payment(payment)

    def _take_events(self, payment: Payment, done: Result[tuple[Event, ...]]) -> None:
        self._context.session.report(done.error)
        if done.value is not None:
            self._detail.show_events(payment, done.value)

    def print(self) -> None:
        """Print its receipt or slip; a receipt printed again is a copy."""
        if self._payment is not None and self._payment.has_paper:
            self._print_job.print(self._payment, self._label)

    def save_pdf(self) -> None:
        """Save its receipt or slip as a file."""
        if self._payment is not None and self._payment.has_paper:
            self._print_job.save_pdf(self._payment, self._label)

    def share(self) -> None:
        """Offer the ways to send its receipt."""
        self._sharing.ask(self._payment, self._label)

    def ask_service(self) -> None:
        """Ask the service whether it took the PAID payment back."""
        if self._payment is not None and self._payment.may_come_back:
            self._context.sweep.ask_one(self._context.environment, self._payment.number)

    def record_reversal(self) -> None:
        """The owner records what support said: the service took the payment back."""
        if self._payment is not None and self._payment.may_come_back:
            self._reversals.ask(self._payment, self._page.window())

    @property
    def _label(self) -> FieldLabel | None:
        """What the provider calls the account, for the paper."""
        return None if self._provider is None else self._provider.info.account_field.label
