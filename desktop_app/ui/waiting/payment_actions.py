"""Carries out a person's actions on a payment in Waiting."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QGuiApplication

from desktop_app.core.errors import BhuktaniError, Problem
from desktop_app.core.operators import OwnerAction
from desktop_app.ui.kit.confirm_dialog import Ask
from desktop_app.ui.payment_kit.decide import Decide
from desktop_app.ui.payment_kit.documents import DocumentMaker
from desktop_app.ui.payment_kit.payment_writes import (
    CASH_RETURNED,
    DECISION,
    PHONE,
    SETTLED,
    TICKET,
    payment_write,
)
from desktop_app.ui.payment_kit.print_job import PrintJob
from desktop_app.ui.runtime.changes import Cause
from desktop_app.ui.runtime.jobs import DeskJob, Job
from desktop_app.ui.texts.problems import problem_sentence
from desktop_app.ui.waiting.actions import Action
from desktop_app.ui.waiting.complaint_dialog import ComplaintDialog
from desktop_app.ui.waiting.waiting_text import reason_to_decide, recorded_text
from desktop_app.ui.widgets import BannerKind
from desktop_app.ui.widgets.banner import BannerText
from desktop_app.ui.widgets.overlay import is_uncovered

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from desktop_app.core.operators import Proof
    from desktop_app.core.payments.desk import PaymentDesk
    from desktop_app.core.payments.payment import Payment
    from desktop_app.core.shop import Till
    from desktop_app.printing.complaint import ComplaintSheet
    from desktop_app.ui.kit.saved_file import MessageBanner
    from desktop_app.ui.kit.watched_write import WatchedWrite
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result
    from desktop_app.ui.waiting.waiting_row import WaitingRow
    from desktop_app.ui.waiting.waiting_rows import WaitingRows

translate = QCoreApplication.translate

_WRITES = frozenset({Action.DECIDE, Action.RETURN, Action.PAY_AGAIN, Action.SETTLE})
"""One of them at a time for a payment."""


class PaymentActions(QObject):
    """Decisions, cash given back, phone numbers, papers; the banner says what came of each.

    What is recorded runs on the worker for records, one thing at a time for a payment.
    """

    refused = Signal()
    """Something could not be recorded: what is shown may not hold any more."""
    pay_again = Signal(object, object)
    """The bill of a payment, which came back, is to be paid again; its company, and the payment."""
    phone_kept = Signal(object)
    phone_refused = Signal(int)

    def __init__(
        self, context: AppContext, rows: WaitingRows, banner: MessageBanner, page: QWidget
    ) -> None:
        super().__init__(page)
        self._context = context
        self._environment = context.environment
        self._rows = rows
        self._banner = banner
        self._page = page
        self._busy: set[int] = set()
        self._complaint: ComplaintDialog | None = None
        self._makes_complaint = False
        self._print_job = PrintJob(context, self, page)
        self._print_job.message.connect(banner.show_message)
        self._print_job.saved.connect(banner.offer)
        self._work: dict[Action, Callable[[WaitingRow], None]] = {
            Action.DECIDE: self._ask_to_decide,
            Action.RETURN: self._return_cash,
            Action.PAY_AGAIN: self._pay_again,
            Action.SETTLE: self._ask_to_settle,
            Action.PRINT: lambda row: self._print_job.print(row.payment, row.label),
            Action.PDF: lambda row: self._print_job.save_pdf(row.payment, row.label),
            Action.COPY: self._copy_reference,
            Action.COMPLAIN: self._make_complaint,
        }

    def perform(self, action: Action, number: int) -> None:
        """Carry out an action, if the payment is still here and allows it."""
        row = self._rows.get(number)
        if row is None:
            return
        if number in self._busy and action in _WRITES:
            lead = self.tr("Something is still being recorded.")
            words = self.tr("Wait for it, then press again.")
            self._banner.show_message(BannerKind.INFO, lead, words)
            return
        self._work[action](row)

    def _ask_to_decide(self, row: WaitingRow) -> None:
        """Ask the owner what support answered."""
        if row.may_decide and row.number not in self._busy:
            ask = partial(self._open_decision, row.number)
            self._context.gate.require(OwnerAction.REVIEWS, ask)

    def _open_decision(self, number: int, proof: Proof | None) -> None:
        """The owner is here: the decision names who proved it, or whoever is written there."""
        row = self._rows.get(number)
        if row is None or not row.may_decide or number in self._busy:
            return
        by = proof.name if proof is not None else ""
        why = reason_to_decide(row)
        dialog = Decide(self._context.theme, self._page.window(), row.payment, why, by)
        dialog.decided.connect(self._decide)
        dialog.ask()

    def _decide(self, number: int, was_paid: bool, reason: str, by: str) -> None:
        till = self._till
        self._record(
            number,
            "record the owner's decision",
            lambda desk: desk.decide(number, was_paid=was_paid, reason=reason, by=by, till=till),
            DECISION,
        )

    def _return_cash(self, row: WaitingRow) -> None:
        """The customer has the cash back: recorded once."""
        if row.came_back:
            self._settle(row.number, in_cash=True)
        elif row.owes and row.number not in self._busy:
            self._banner.show_message(BannerKind.INFO, self.tr("Recording…"), "")
            till = self._till
            self._record(
                row.number,
                "record that the cash was given back",
                lambda desk: desk.cash_returned(row.number, till),
                CASH_RETURNED,
            )

    def _pay_again(self, row: WaitingRow) -> None:
        """Lead to a payment of the same customer; its first answer settles what came back."""
        if row.came_back and row.provider is not None and row.number not in self._busy:
            self.pay_again.emit(row.provider, row.payment)

    def _ask_to_settle(self, row: WaitingRow) -> None:
        """The owner says that the customer has got what was due, without cash from this drawer."""
        if row.came_back and row.number not in self._busy:
            ask = partial(self._open_settling, row.number)
            self._context.gate.require(OwnerAction.REVIEWS, ask)

    def _open_settling(self, number: int, _proof: Proof | None) -> None:
        question = Ask(
            self._context.theme,
            self._page.window(),
            self.tr("Has the customer got what is due?"),
            self.tr("It goes from the list, and no cash leaves the drawer for it."),
            yes=self.tr("Yes, settled"),
            no=self.tr("Not yet"),
        )
        question.accepted.connect(partial(self._settle, number, in_cash=False))
        question.ask()

    def _settle(self, number: int, *, in_cash: bool) -> None:
        if number not in self._busy:
            self._banner.show_message(BannerKind.INFO, self.tr("Recording…"), "")
            till = self._till
            self._record(
                number,
                "settle what came back",
                lambda desk: desk.settle_reversal(number, in_cash=in_cash, till=till),
                CASH_RETURNED if in_cash else SETTLED,
            )

    @property
    def _till(self) -> Till:
        """Who acts, and at which drawer, when a button is pressed."""
        return self._context.session.counter().till

    def _copy_reference(self, row: WaitingRow) -> None:
        """Put the reference where it can be pasted, for support."""
        reference = row.payment.order.reference
        QGuiApplication.clipboard().setText(reference)
        self._banner.show_message(BannerKind.INFO, self.tr("Reference copied."), reference)

    def _make_complaint(self, row: WaitingRow) -> None:
        """Make the sheet on a worker, as it reads the words of both languages; then show it."""
        if not row.may_complain or self._makes_complaint:
            return
        self._makes_complaint = True
        papers = DocumentMaker.under(self._context)
        make = partial(papers.complaint, row.payment, row.events, row.label)
        job = Job("make a complaint", make)
        self._context.tasks.paper(job, partial(self._show_complaint, row))

    def _show_complaint(self, row: WaitingRow, done: Result[ComplaintSheet]) -> None:
        self._makes_complaint = False
        if not is_uncovered(self._page):
            # The clerk has gone elsewhere: nothing may lie over what is done there.
            return
        if done.value is None:
            self._banner.show_message(
                BannerKind.CAUTION, self.tr("The complaint could not be made."), ""
            )
            return
        dialog = ComplaintDialog(self._context, self._page.window(), row, done.value)
        dialog.ticket_noted.connect(partial(self._note_ticket, row.payment))
        self._complaint = dialog
        dialog.finished.connect(self._forget_complaint)
        dialog.ask()

    def _forget_complaint(self) -> None:
        self._complaint = None

    def _note_ticket(self, payment: Payment, number: int, ticket: str) -> None:
        till = self._till
        job = self._at_desk("note a ticket", lambda desk: desk.note_ticket(number, ticket, till))
        write = payment_write(self._context, self._complaint, payment, TICKET)
        self._context.tasks.record(job, self._take_ticket, write)

    def _take_ticket(self, done: Result[Payment]) -> None:
        if self._complaint is not None:
            self._complaint.show_kept(kept=done.value is not None)
        if done.value is not None:
            self._context.changes.notify(Cause.RECORDED, done.value)

    def note_phone(self, number: int, phone: str) -> None:
        """Record the customer's phone; empty to remove it."""
        till = self._till
        job = self._at_desk(
            "note the phone number", lambda desk: desk.note_phone(number, phone, till)
        )
        then = partial(self._take_phone, number)
        self._context.tasks.record(job, then, self._watched(number, PHONE))

    def _record(
        self, number: int, name: str, work: Callable[[PaymentDesk], Payment], what: str
    ) -> None:
        if number not in self._busy:
            self._busy.add(number)
            job = self._at_desk(name, work)
            write = self._watched(number, what)
            self._context.tasks.record(job, partial(self._take_recorded, number, write), write)

    def _watched(self, number: int, what: str) -> WatchedWrite | None:
        row = self._rows.get(number)
        return None if row is None else payment_write(self._context, self._page, row.payment, what)

    def _at_desk(self, name: str, work: Callable[[PaymentDesk], Payment]) -> DeskJob[Payment]:
        return DeskJob(name, self._environment, self._context.environments, work)

    def _take_recorded(
        self, number: int, write: WatchedWrite | None, done: Result[Payment]
    ) -> None:
        self._busy.discard(number)
        if done.value is not None:
            self._banner.show_made(partial(_recorded, done.value))
            self._context.changes.notify(Cause.RECORDED, done.value)
        elif done.error is not None:
            # The card that has the keyboard by now may be another one's.
            self._banner.show_made(partial(_not_recorded, write, done))
            self.refused.emit()

    def _take_phone(self, number: int, done: Result[Payment]) -> None:
        subject = (number, PHONE)
        if done.value is not None:
            self._banner.take_back(subject)
            self.phone_kept.emit(done.value)
            self._context.changes.notify(Cause.PHONE_NOTED, done.value)
        else:
            self._banner.show_made(_phone_not_saved, subject)
            self.phone_refused.emit(number)


def _recorded(payment: Payment) -> BannerText:
    lead = translate("PaymentActions", "Recorded.")
    return BannerText(BannerKind.GOOD, lead, recorded_text(payment))


def _not_recorded(write: WatchedWrite | None, done: Result[Payment]) -> BannerText:
    trouble = None if write is None else write.trouble(done)
    sentence = trouble or problem_sentence(done.error or BhuktaniError(Problem.UNEXPECTED))
    return BannerText(BannerKind.CAUTION, sentence.what, sentence.advice)


def _phone_not_saved() -> BannerText:
    words = translate("PaymentActions", "The phone number could not be saved.")
    return BannerText(BannerKind.CAUTION, words, "")
