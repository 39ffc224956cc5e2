"""What the clerk notes with a result: the cash that was given back, the customer's phone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop_app.core.payments.listed import ListedPayment
from desktop_app.ui.payment_kit.history import naming
from desktop_app.ui.payment_kit.payment_writes import CASH_RETURNED, PHONE, payment_write
from desktop_app.ui.runtime.changes import Cause
from desktop_app.ui.runtime.jobs import DeskJob
from desktop_app.ui.widgets import BannerKind
from desktop_app.ui.widgets.banner import BannerText

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from desktop_app.core.payments.payment import Payment, PaymentKey
    from desktop_app.ui.kit.saved_file import MessageBanner
    from desktop_app.ui.kit.watched_write import WatchedWrite
    from desktop_app.ui.runtime.changes import PaymentsChanged
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result
    from desktop_app.ui.texts.codes import Sentence

translate = QCoreApplication.translate


class ResultRecords(QObject):
    """Records it, and says in a banner where that was not possible.

    ``returned`` and ``phone_kept`` carry the payment as it is recorded now.
    """

    returned = Signal(object)
    not_returned = Signal()
    phone_kept = Signal(object)

    def __init__(self, context: AppContext, message: MessageBanner, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._context = context
        self._message = message
        self._busy = False
        self._shown: PaymentKey | None = None
        context.changes.changed.connect(self._take_back)

    def hint(self, payment: Payment) -> str:
        """Say what the clerk does with cash that is owed; empty where none is."""
        if not payment.owes_cash:
            return ""
        if self._busy:
            return self.tr("Recording…")
        return self.tr("First give the cash back, then press Ctrl R.")

    def begin(self, payment: Payment) -> None:
        """Take another payment's result."""
        self._busy, self._shown = False, payment.key

    def return_cash(self, payment: Payment) -> bool:
        """The customer has the cash back: recorded once. False where there is nothing to record."""
        if not payment.owes_cash or self._busy:
            return False
        self._busy = True
        number, till = payment.number, self._context.session.counter().till
        job = DeskJob(
            "record that the cash was given back",
            payment.order.environment,
            self._context.environments,
            lambda desk: desk.cash_returned(number, till),
        )
        write = payment_write(self._context, self._page, payment, CASH_RETURNED)
        self._context.tasks.record(job, partial(self._take_returned, payment, write), write)
        return True

    def _take_returned(self, payment: Payment, write: WatchedWrite, done: Result[Payment]) -> None:
        if payment.key == self._shown:
            self._busy = False
        trouble = partial(write.trouble, done)
        if trouble() is not None:
            self.not_returned.emit()
            subject = (payment.key, CASH_RETURNED)
            self._message.show_made(partial(_not_returned, trouble), subject)
        elif done.value is not None:
            self.returned.emit(done.value)
            self._context.changes.notify(Cause.RECORDED, done.value)

    def note_phone(self, payment: Payment, phone: str) -> None:
        """Keep the customer's phone number with the payment."""
        number, till = payment.number, self._context.session.counter().till
        job = DeskJob(
            "note the phone number",
            payment.order.environment,
            self._context.environments,
            lambda desk: desk.note_phone(number, phone, till),
        )
        write = payment_write(self._context, self._page, payment, PHONE)
        self._context.tasks.record(job, partial(self._take_phone, payment), write)

    def _take_phone(self, payment: Payment, done: Result[Payment]) -> None:
        if done.value is None:
            # Named where the next one's result is shown by now.
            of = None if payment.key == self._shown else ListedPayment.of(payment)
            self._message.show_made(partial(_phone_not_saved, of), (payment.key, PHONE))
            return
        self.phone_kept.emit(done.value)
        self._context.changes.notify(Cause.PHONE_NOTED, done.value)

    def _take_back(self, change: PaymentsChanged) -> None:
        """What could not be recorded is recorded now, here or in Waiting."""
        for payment in change.payments:
            if change.cause is Cause.PHONE_NOTED:
                self._message.take_back((payment.key, PHONE))
            elif not payment.owes_cash:
                self._message.take_back((payment.key, CASH_RETURNED))


def _not_returned(trouble: Callable[[], Sentence | None]) -> BannerText:
    sentence = trouble()
    what = "" if sentence is None else sentence.what
    advice = translate(
        "ResultRecords", "Note it on paper and press Ctrl R again later, in Waiting."
    )
    return BannerText(BannerKind.CAUTION, what, advice)


def _phone_not_saved(of: ListedPayment | None) -> BannerText:
    words = translate("ResultRecords", "The phone number could not be saved.")
    return BannerText(BannerKind.CAUTION, words if of is None else naming(of, words), "")
