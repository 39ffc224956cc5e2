"""Prints and saves the paper of one payment, for every section that shows one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop_app.core.errors import Problem
from desktop_app.core.payments.by_key import find_payment, whole_payment
from desktop_app.core.payments.listed import ListedPayment
from desktop_app.ui.kit.record_problem import record_problem
from desktop_app.ui.payment_kit.documents import (
    DocumentMaker,
    PrintResult,
    complaint_printed,
    complaint_saved,
    pictured,
    printed,
    printed_once,
    saved,
)
from desktop_app.ui.payment_kit.history import naming_line
from desktop_app.ui.payment_kit.watched_paper import WatchedPaper
from desktop_app.ui.runtime.changes import Cause
from desktop_app.ui.runtime.jobs import Job, NamedJob, RecordJob
from desktop_app.ui.texts.codes import Sentence
from desktop_app.ui.texts.environments import environment_word
from desktop_app.ui.texts.printing import print_sentence
from desktop_app.ui.widgets import BannerKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from desktop_app.core.billing.forms import FieldLabel
    from desktop_app.core.payments.desk import PaymentDesk
    from desktop_app.core.payments.payment import Payment, PaymentKey
    from desktop_app.core.payments.ports import Ledger
    from desktop_app.core.payments.print_counter import PrintCounter
    from desktop_app.printing.blocks import Document
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result

    AnyPayment: TypeAlias = Payment | ListedPayment


class PrintJob(QObject):
    """Prints or saves one paper at a time."""

    message = Signal(object, str, str)
    """What came of it: the kind of a banner, a first sentence and more words."""
    saved = Signal(object)
    """The path of a file that was written."""
    pictured = Signal(object)
    """The image of a paper."""

    def __init__(self, context: AppContext, parent: QObject, place: QWidget) -> None:
        """``place`` is the page or dialog that shows the message."""
        super().__init__(parent)
        self._context, self._place = context, place
        self._under_way: PaymentKey | None = None

    @property
    def is_busy(self) -> bool:
        """A paper is on its way: nothing else is printed or saved."""
        return self._under_way is not None

    def print(
        self, payment: AnyPayment, label: FieldLabel | None, *, original_only: bool = False
    ) -> None:
        """Print; nothing while another paper is on its way.

        The payment is read first, also where it is known: it may have been printed elsewhere
        since. While its receipt is being printed for another page, or with ``original_only``,
        nothing more comes out than the original.
        """
        if not self._may_begin(payment):
            return
        # Heard at once: a driver may take seconds.
        self.message.emit(BannerKind.INFO, self.tr("Printing…"), "")
        papers = DocumentMaker.under(self._context)
        under_way, key = self._context.papers_under_way, payment.key
        is_first = under_way.begin(key.environment, key.number)
        make = printed_once if original_only or not is_first else printed

        def work(prints: PrintCounter, fresh: Payment) -> PrintResult:
            return make(papers, prints, fresh, label)

        job = self._job_of(payment, "print a paper", work)

        def end_in_any_case() -> PrintResult:
            try:
                return job()
            finally:
                under_way.end(key.environment, key.number)

        self._start(payment, Job(job.name, end_in_any_case))

    def save_pdf(self, payment: AnyPayment, label: FieldLabel | None) -> None:
        """Write the PDF into the folder for papers."""
        papers = DocumentMaker.under(self._context)

        def work(prints: PrintCounter, fresh: Payment) -> PrintResult:
            return saved(papers, prints, fresh, label)

        self._start(payment, self._job_of(payment, "save a paper", work))

    def picture(self, payment: Payment, label: FieldLabel | None) -> None:
        """Draw the paper, to be pasted into a message."""
        papers = DocumentMaker.under(self._context)

        def work(prints: PrintCounter, fresh: Payment) -> PrintResult:
            return pictured(papers, prints, fresh, label)

        self._start(payment, self._job_of(payment, "draw a paper to paste", work))

    def print_complaint(self, payment: Payment, document: Document) -> None:
        """Print a complaint about a payment; nothing while another paper is on its way."""
        if not self._may_begin(payment):
            return
        self.message.emit(BannerKind.INFO, self.tr("Printing…"), "")
        papers = DocumentMaker.under(self._context)

        def work(prints: PrintCounter, fresh: Payment) -> PrintResult:
            return complaint_printed(papers, prints, fresh, document)

        self._start(payment, self._job_of(payment, "print a complaint", work))

    def save_complaint(self, payment: Payment, document: Document) -> None:
        """Write a complaint as PDF into the folder for papers."""
        papers = DocumentMaker.under(self._context)

        def work(prints: PrintCounter, fresh: Payment) -> PrintResult:
            return complaint_saved(papers, prints, fresh, document)

        self._start(payment, self._job_of(payment, "save a complaint", work))

    def _job_of(
        self, payment: AnyPayment, name: str, work: Callable[[PrintCounter, Payment], PrintResult]
    ) -> RecordJob[PrintResult]:
        """Whoever stands at the till now brings the paper out."""
        till = self._context.session.counter().till

        def at_till(desk: PaymentDesk, ledger: Ledger) -> PrintResult:
            return work(desk.prints.by(till), _fresh(ledger, payment))

        return RecordJob(name, payment.key.environment, self._context.environments, at_till)

    def _may_begin(self, payment: AnyPayment) -> bool:
        """Tell whether no paper is on its way; say so of one of another payment.

        Who presses a second time for the same one sees what comes of the first.
        """
        if self._under_way is not None and self._under_way != payment.key:
            lead = self.tr("A paper is still under way.")
            why = self.tr("Wait for it, then press again.")
            self.message.emit(BannerKind.INFO, lead, why)
        return self._under_way is None

    def _start(self, payment: AnyPayment, job: NamedJob[PrintResult]) -> None:
        if self._may_begin(payment):
            self._under_way = payment.key
            words = partial(_named_trouble, self._context, _listed(payment))
            watched = WatchedPaper(self._place, self, words)
            self._context.tasks.paper(job, self._take, watched)

    def _take(self, done: Result[PrintResult]) -> None:
        key, self._under_way = self._under_way, None
        end, sentence = done.value, _trouble(self._context, key, done)
        if sentence is not None:
            self.message.emit(BannerKind.CAUTION, sentence.what, sentence.advice)
        elif end is not None and end.paper is not None:
            is_printed = end.path is None and end.picture is None
            lead = self.tr("Sent to the printer.") if is_printed else self.tr("Saved.")
            where = "" if end.path is None else str(end.path)
            if end.paper.trouble is None:
                self.message.emit(BannerKind.GOOD, lead, where)
            else:
                later = self.tr("It is not in the record yet; that follows by itself.")
                self.message.emit(BannerKind.CAUTION, lead, f"{where} {later}".strip())
            if end.path is not None:
                self.saved.emit(end.path)
            if end.picture is not None:
                self.pictured.emit(end.picture)
            self._context.changes.notify(Cause.PRINTED, end.paper.payment)


def _trouble(
    context: AppContext, key: PaymentKey | None, done: Result[PrintResult]
) -> Sentence | None:
    """Say whether a paper came out: none did where the record could not be used; after an error
    that nobody foresaw, the clerk looks.
    """
    if done.value is not None:
        return None if done.value.trouble is None else print_sentence(done.value.trouble)
    error, translate = done.error, QCoreApplication.translate
    is_foreseen = error is not None and error.problem is not Problem.UNEXPECTED
    if is_foreseen:
        lead = translate("PrintJob", "No paper came out.")
    else:
        lead = translate("PrintJob", "Look whether the paper came out.")
    environment = None if key is None else key.environment
    why = "" if error is None else record_problem(context, error, environment).whole
    return Sentence(lead, why)


def _named_trouble(
    context: AppContext, shown: ListedPayment, done: Result[PrintResult]
) -> Sentence | None:
    """Name the payment, and its environment where another one is in force."""
    sentence = _trouble(context, shown.key, done)
    if sentence is None:
        return None
    name, environment = naming_line(shown), shown.key.environment
    if environment is not context.session.environment:
        name = f"{environment_word(environment)} · {name}"
    return sentence.named(name)


def _listed(payment: AnyPayment) -> ListedPayment:
    return payment if isinstance(payment, ListedPayment) else ListedPayment.of(payment)


def _fresh(ledger: Ledger, payment: AnyPayment) -> Payment:
    """The payment as it stands now; what is known of it, where going back to a backup took it."""
    if isinstance(payment, ListedPayment):
        return whole_payment(ledger, payment.key)
    return find_payment(ledger, payment.key) or payment
