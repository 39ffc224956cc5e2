"""The payment that is chosen in the list: read as a whole, shown, printed, and asked about."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, QTimer

from desktop_app.core.errors import BhuktaniError, Problem
from desktop_app.core.payments.by_key import whole_payment
from desktop_app.ui.kit.record_problem import record_problem
from desktop_app.ui.payment_kit.history import naming
from desktop_app.ui.payment_kit.print_job import PrintJob
from desktop_app.ui.payment_kit.share_dialog import ReceiptSharing
from desktop_app.ui.payment_kit.who_owes import WhoOwes
from desktop_app.ui.payments.reversal_record import ReversalRecord
from desktop_app.ui.widgets import BannerKind
from desktop_app.ui.widgets.overlay import is_uncovered

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from desktop_app.core.billing.forms import FieldLabel
    from desktop_app.core.billing.provider import Provider
    from desktop_app.core.payments.listed import ListedPayment
    from desktop_app.core.payments.payment import Event, Payment, PaymentKey
    from desktop_app.core.payments.ports import Ledger
    from desktop_app.ui.payment_kit.print_job import AnyPayment
    from desktop_app.ui.payments.detail_panel import DetailPanel
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result

    Whole: TypeAlias = tuple[Payment, tuple[Event, ...]]
    Action: TypeAlias = Callable[[Payment], None]

_SLOW_MS = 100
"""The payment before stays beside the list for so long, since most reads take a few milliseconds:
else what is beside it would flash at each press of an arrow."""


class ChosenPayment(QObject):
    """Does what the buttons beside the list, and their keys, say of one payment.

    They mean the row that is chosen when they are pressed. A payment of an environment that is not
    in force is only looked at. A paper is read by the row's key,
    whatever is chosen then; what opens a dialog or asks the service waits until the whole payment
    is read, and is left out where another row is chosen before.
    """

    def __init__(self, context: AppContext, detail: DetailPanel, page: QWidget) -> None:
        super().__init__(page)
        self._context, self._detail, self._page = context, detail, page
        self._row: ListedPayment | None = None
        self._provider: Provider | None = None
        self._payment: Payment | None = None
        """The whole payment of the row; None until it is read."""
        self._once_read: list[Action] = []
        """What was asked for before the payment was read."""
        self._has_problem = False
        """The banner says why the payment could not be read."""
        self._on_paper: ListedPayment | None = None
        """The row whose paper was asked for last."""
        self._kept: object = None
        """What a page before this one said of a paper, until a payment is beside the list."""
        self._job = 0
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(_SLOW_MS)
        self._slow.timeout.connect(self._show_slow)
        self._who_owes = WhoOwes(context, self)
        self._who_owes.told.connect(detail.show_who_owes)
        self._print_job = PrintJob(context, page, page)
        self._print_job.message.connect(self._tell_of_paper)
        self._print_job.saved.connect(detail.message.offer)
        self._reversals = ReversalRecord(context, page)
        detail.print.clicked.connect(self.print)
        detail.pdf.clicked.connect(self.save_pdf)
        self._sharing = ReceiptSharing(context, page)
        detail.share.clicked.connect(self.share)
        detail.ask.clicked.connect(self.ask_service)
        detail.came_back.clicked.connect(self.record_reversal)
        detail.copy.clicked.connect(self.copy_reference)

    @property
    def row(self) -> ListedPayment | None:
        """The row that is chosen."""
        return self._row

    # --- reading and showing --------------------------------------------------------------

    def keep(self) -> object:
        """What is said of a paper, for a page that replaces this one."""
        return None if self._has_problem else self._detail.message.keep()

    def resume(self, kept: object) -> None:
        """Say the same again, beside the first payment that is shown."""
        self._kept = kept

    def show(self, row: ListedPayment | None, provider: Provider | None) -> None:
        """Read and show the payment of a row with its history; with None, nothing is chosen."""
        before = self._row
        if row is None or before is None or row.key != before.key:
            self._once_read.clear()
            self._sharing.drop()
            # Not when it is read: what came of a paper may be told until then.
            self._has_problem = False
            self._detail.take_back()
        self._row, self._provider, self._payment = row, provider, None
        self._context.tasks.cancel(self._job)
        if row is None or row.key == self._detail.key:
            self._slow.stop()
        elif not self._slow.isActive():
            self._slow.start()
        if row is not None:
            if before is None:
                self._detail.show_row(row)
            self._read(row.key)

    def _read(self, key: PaymentKey) -> None:
        job = self._context.ledger_job("read a payment", partial(_whole, key))
        self._job = self._context.tasks.read(job, partial(self._take, key))

    def _take(self, key: PaymentKey, done: Result[Whole]) -> None:
        if self._row is None or self._row.key != key:
            return
        self._slow.stop()
        asked_for, self._once_read = self._once_read, []
        if done.value is None:
            self._show_problem(done.error or BhuktaniError(Problem.UNEXPECTED))
            return
        self._payment, events = done.value
        if self._has_problem:
            self._has_problem = False
            self._detail.message_place.clear()
        self._detail.show_payment(self._payment, events)
        self._who_owes.ask_of_payment(self._payment)
        kept, self._kept = self._kept, None
        self._detail.message.resume(kept)
        for act in asked_for:
            act(self._payment)

    def _show_slow(self) -> None:
        if self._row is not None:
            self._detail.show_row(self._row, self.tr("Reading…"))

    def _show_problem(self, error: BhuktaniError) -> None:
        if self._row is not None and self._row.key != self._detail.key:
            self._detail.show_row(self._row)
        self._has_problem = True
        sentence = record_problem(self._context, error)
        self._detail.message.show_message(BannerKind.CAUTION, sentence.what, sentence.advice)

    # --- what a person does ---------------------------------------------------------------

    def copy_reference(self) -> None:
        """Put the reference where it can be pasted."""
        if self._row is not None:
            self._detail.copy_reference(self._row.reference)

    def print(self) -> None:
        """Print its receipt or slip; a receipt printed again is a copy."""
        payment = self._to_paper()
        if payment is not None:
            self._print_job.print(payment, self._label)

    def save_pdf(self) -> None:
        """Save its receipt or slip as a file."""
        payment = self._to_paper()
        if payment is not None:
            self._print_job.save_pdf(payment, self._label)

    def _to_paper(self) -> AnyPayment | None:
        """What is known of the payment whose paper is to come out now; one paper at a time."""
        payment = self._payment or self._row
        if payment is None or not payment.has_paper:
            return None
        if not self._print_job.is_busy:
            self._on_paper = self._row
        return payment

    def _tell_of_paper(self, kind: BannerKind, lead: str, words: str) -> None:
        """Say what came of a paper, and of which payment where another one is beside the list."""
        self._kept = None
        on_paper, row = self._on_paper, self._row
        if on_paper is not None and (row is None or row.key != on_paper.key):
            lead = naming(on_paper, lead)
        self._has_problem = False
        self._detail.message.show_message(kind, lead, words)

    def share(self) -> None:
        """Offer the ways to send its receipt."""
        self._when_read(self._share)

    def ask_service(self) -> None:
        """Ask the service whether it took the PAID payment back."""
        self._when_read(self._ask_service)

    def record_reversal(self) -> None:
        """The owner records what support said: the service took the payment back."""
        self._when_read(self._record_reversal)

    def _when_read(self, act: Action) -> None:
        """Do it with the whole payment: at once, or when it is read.

        It is read again where it could not be read before.
        """
        if self._payment is not None:
            act(self._payment)
        elif self._row is not None:
            if act not in self._once_read:
                self._once_read.append(act)
            if not self._context.tasks.awaits(self._job):
                self._read(self._row.key)

    def _share(self, payment: Payment) -> None:
        self._sharing.ask(payment, self._label)

    def _ask_service(self, payment: Payment) -> None:
        if payment.may_come_back and not self._context.is_elsewhere:
            self._context.sweep.ask_one(payment.order.environment, payment.number)

    def _record_reversal(self, payment: Payment) -> None:
        # Another page, or the locked counter, may be seen by the time that the payment is read.
        is_open = payment.may_come_back and not self._context.is_elsewhere
        if is_open and is_uncovered(self._page):
            self._reversals.ask(payment, self._page.window())

    @property
    def _label(self) -> FieldLabel | None:
        """What the provider calls the account, for the paper."""
        return None if self._provider is None else self._provider.info.account_field.label


def _whole(key: PaymentKey, ledger: Ledger) -> Whole:
    """The payment with this key, and its history. On a worker."""
    return whole_payment(ledger, key), ledger.events(key.number)
