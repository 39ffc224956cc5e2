"""The payment desk: looks accounts up, records, sends and settles payments.

The only writer of states. Every method may take seconds and is called from a worker. Payments run
on the one money worker in order; look-ups of waiting payments, records and reads run beside it. The
ledger keeps each write whole, and a payment is settled by one of them at a time.
"""

from __future__ import annotations

import logging
from contextlib import nullcontext, suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop_app.core.billing.dialogue import Call
from desktop_app.core.cancellation import GivenUp
from desktop_app.core.errors import (
    AlreadyOpen,
    AlreadyPaid,
    BhuktaniError,
    LedgerError,
    Problem,
)
from desktop_app.core.payments.duplicates import Duplicates, duplicates_of
from desktop_app.core.payments.event_content import DecisionContent, PhoneContent
from desktop_app.core.payments.lookups import AccountLookup
from desktop_app.core.payments.order import PaymentRequest, build_order
from desktop_app.core.payments.payment import (
    Event,
    EventKind,
    Payment,
    PaymentOrder,
    PaymentState,
    PaymentUpdate,
)
from desktop_app.core.payments.print_counter import PrintCounter
from desktop_app.core.payments.progress import Progress, Sending, notify, sending_marker
from desktop_app.core.payments.reconciler import Reconciler, Waiting
from desktop_app.core.payments.reference_lookup import look_up_all
from desktop_app.core.payments.settlement import (
    append_answer,
    event_for,
    facts_of,
    note_for,
)
from desktop_app.core.payments.unwritten import Unwritten
from desktop_app.core.payments.verdict import Judgement, Verdict, judge_commit

if TYPE_CHECKING:
    from desktop_app.core.billing.provider import AnswerFact, Provider
    from desktop_app.core.clock import Clock
    from desktop_app.core.money import Money
    from desktop_app.core.payments.inquiry import Inquiry
    from desktop_app.core.payments.ports import Ledger, Service, ServiceRegistry
    from desktop_app.core.payments.response import ServiceResponse

log = logging.getLogger(__name__)

STALE_AFTER = 5 * 60.0
"""Seconds after which a look-up is too old to pay from."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A payment after sending. ``problem`` is set where the ledger could not take the answer:
    the payment then counts as waiting, whatever the service said.
    """

    payment: Payment
    problem: Problem | None = None


class PaymentDesk:
    """Carries out payments under the rules of the design.

    ``sending`` is entered while a payment is being sent, for others to see. ``unwritten`` is what
    an earlier desk of this run could not record. ``prints`` counts the papers of payments;
    ``recovered`` are those that the last run left unfinished.
    """

    def __init__(
        self,
        services: ServiceRegistry,
        ledger: Ledger,
        clock: Clock,
        sending: Sending = nullcontext,
        unwritten: Unwritten | None = None,
    ) -> None:
        self._ledger = ledger
        self._clock = clock
        self._sending = sending
        self._unwritten = unwritten or Unwritten()
        self.prints = PrintCounter(ledger, clock, self._unwritten.papers)
        self.recovered: tuple[Payment, ...] = ()
        self._lookups = AccountLookup(services, ledger, clock)
        self._reconciler = Reconciler(services, ledger, clock)

    # --- reads: nothing is paid, all may be repeated -------------------------------------

    def advance(self, provider: Provider, inquiry: Inquiry) -> Inquiry:
        """The inquiry after the read that the provider asks for, if it asks for one.

        One call at most. After an error the caller goes on with ``Inquiry.refused`` or
        ``Inquiry.unanswered``, which keep the reference that was sent.

        Raises:
            ServiceError: no usable answer, or the service refused; ``NotUnderstood`` where the
                answer contradicts itself.
            BhuktaniError: STALE, as the inquiry began with another token.
        """
        return self._lookups.advance(provider, inquiry)

    def balance(self) -> Money:
        """The shop's credit at the service.

        Raises:
            ServiceError: no answer, a refusal, or an answer without a figure.
        """
        return self._lookups.balance()

    def duplicates(self, request: PaymentRequest) -> Duplicates:
        """Earlier payments that this one could repeat, to be shown before cash is taken."""
        self._end_unsent()
        return self._duplicates(self._order(self._lookups.service(), request))

    # --- the money path -------------------------------------------------------------------

    def pay(self, request: PaymentRequest, progress: Progress | None = None) -> Outcome:
        """Record, send once, and settle (rules 2 to 4).

        Raises:
            BhuktaniError: before anything was sent; the customer keeps or gets back the cash.
        """
        self._end_unsent()
        service = self._lookups.service()
        order = self._order(service, request)
        self._refuse_stale(service, request)
        self._reject_duplicates(order)
        with sending_marker(self._sending):
            return self._carry_out(service, request, order, progress)

    def _carry_out(
        self,
        service: Service,
        request: PaymentRequest,
        order: PaymentOrder,
        progress: Progress | None,
    ) -> Outcome:
        payment = self._begin(order, progress)
        # Made before the call leaves: nothing that may break then is needed to tell the truth.
        lost = Outcome(replace(payment, state=PaymentState.WAITING), Problem.UNEXPECTED)
        try:
            self._unwritten.spent.add(request.inquiry.id)
            with self._reconciler.sending(payment):
                notify(progress, payment)
                call = Call(order.path, order.fields, order.sends_reference)
                answer = service.commit(call, order.reference)
                facts = facts_of(request.provider, answer)
                return self._settle(service, payment, answer, progress, facts)
        except BaseException as error:
            # The call may have left: whatever broke behind it, be it a library that wants to end
            # the program, the clerk must hold the cash.
            self._keep_answer_lost(payment, error)
            return lost

    def _keep_answer_lost(self, payment: Payment, error: BaseException) -> None:
        """Log what broke after sending and keep it for the record. Never raises."""
        # Where even this breaks, the record says "sending", which becomes waiting at the next
        # start (rule 5).
        with suppress(BaseException):
            log.error("payment %s: something broke after sending", payment.number, exc_info=error)
            step = Event(EventKind.ANSWER_LOST, self._clock.now(), PaymentState.WAITING)
            self._unwritten.answers.keep(payment, step, PaymentUpdate())

    def recover(self) -> tuple[Payment, ...]:
        """Move payments that the last run left unfinished to the state that is known (rule 5).

        What this run could not record is not found: its end is known, and is recorded first.
        """
        self._write_what_can_be()
        settled = []
        for payment in self._ledger.open_payments():
            if not self._unwritten.unsent.counts(payment) or self._unwritten.answers.holds(payment):
                continue
            if payment.state is PaymentState.RECORDED:
                settled.append(self._step(payment, EventKind.RECOVERED, PaymentState.NOT_PAID))
            elif payment.state is PaymentState.SENDING:
                settled.append(self._step(payment, EventKind.RECOVERED, PaymentState.WAITING))
        self.recovered = tuple(settled)
        return self.recovered

    # --- what follows ---------------------------------------------------------------------

    def waiting(self) -> tuple[Waiting, ...]:
        """The payments that wait or need the owner, oldest first."""
        return self._reconciler.waiting()

    def check(self, number: int) -> Payment:
        """Look a waiting payment up now, because a person asks for it.

        Raises:
            BhuktaniError: it is too early, its token is not there, or it does not wait.
        """
        return self._reconciler.check(number)

    def check_next(self) -> tuple[Payment, ...]:
        """Make the next due look-up; the payments it was about, empty when none was due."""
        self._write_what_can_be()
        return self._reconciler.check_next()

    def decide(self, number: int, *, was_paid: bool, reason: str, by: str) -> Payment:
        """The owner's decision, with the reason for it (rules 5 and 6).

        On a payment for review, or on one that waits and that no look-up will end.

        Raises:
            BhuktaniError: there is no reason, or the payment can still be looked up.
        """
        if not reason.strip():
            raise BhuktaniError(Problem.NO_REASON)
        payment = self._ledger.payment(number)
        if payment is None or not self._reconciler.may_decide(payment):
            raise LedgerError(Problem.ILLEGAL_STEP, step=EventKind.DECIDED, number=number)
        state = PaymentState.PAID if was_paid else PaymentState.NOT_PAID
        content = DecisionContent(reason.strip(), by)
        event = Event(EventKind.DECIDED, self._clock.now(), state, content.write())
        return self._ledger.append(number, event)

    def cash_returned(self, number: int) -> Payment:
        """The clerk gave the cash of a payment that was not paid back; possible once (rule 8)."""
        now = self._clock.now()
        return self._ledger.append(
            number, Event(EventKind.CASH_RETURNED, now), note=PaymentUpdate(cash_returned_at=now)
        )

    def note_phone(self, number: int, phone: str) -> Payment:
        """Keep the customer's phone number with a payment."""
        event = Event(EventKind.PHONE_NOTED, self._clock.now(), content=PhoneContent(phone).write())
        return self._ledger.append(number, event, note=PaymentUpdate(phone=phone))

    def write_left(self) -> None:
        """Record what happened earlier in this run and could not be recorded then.

        Raises:
            LedgerError: it still cannot be done; what is left is kept.
        """
        self._end_unsent()
        self._unwritten.answers.write(self._ledger)
        self.prints.flush()

    # --- parts ----------------------------------------------------------------------------

    def _end_unsent(self) -> None:
        self._unwritten.unsent.flush(self._ledger, self._clock)

    def _write_what_can_be(self) -> None:
        try:
            self.write_left()
        except LedgerError as error:
            # What cannot be written of one payment must not stop what is done with the others.
            log.error("what happened earlier is still not recorded: %s", error)

    def _order(self, service: Service, request: PaymentRequest) -> PaymentOrder:
        return build_order(request, service.connection, service.connection_id)

    def _duplicates(self, order: PaymentOrder) -> Duplicates:
        return duplicates_of(order, self._ledger, self._clock, self._unwritten.unsent.counts)

    def _refuse_stale(self, service: Service, request: PaymentRequest) -> None:
        inquiry = request.inquiry
        stamp = inquiry.stamp
        is_latest = inquiry.is_current and self._lookups.is_latest(inquiry)
        if stamp is None or not is_latest:
            # The service may have another choice in mind than the one that was confirmed.
            raise BhuktaniError(Problem.STALE)
        # What was never read, does not grow old.
        age = self._clock.monotonic() - stamp.monotonic if inquiry.dialogue.reads else 0.0
        environment = service.connection.environment
        # What the clerk's screen said counts as well: environments never mix (rule 10).
        same = stamp.environment is environment is request.counter.environment
        if not same or stamp.connection_id != service.connection_id or age > STALE_AFTER:
            raise BhuktaniError(Problem.STALE)
        if inquiry.id in self._unwritten.spent:
            # One inquiry is good for one attempt to pay (contract, A18).
            raise BhuktaniError(Problem.STALE)

    def _reject_duplicates(self, order: PaymentOrder) -> None:
        """Rule 7, as it was asked on the screen; what has happened since then counts too.

        The ledger refuses a second one for the same offer automatically as well.
        """
        duplicates = self._duplicates(order)
        if duplicates.open is not None:
            raise AlreadyOpen(duplicates.open.number)
        if duplicates.other_open is not None and not order.another_bill:
            raise AlreadyOpen(duplicates.other_open.number)
        if duplicates.paid_today is not None and not order.duplicate_confirmed:
            raise AlreadyPaid(duplicates.paid_today.number)

    def _begin(self, order: PaymentOrder, progress: Progress | None) -> Payment:
        """Record the payment, and that it is being sent now.

        Whatever breaks here, nothing was sent and the clerk is told so: the payment is given up.
        """
        was_recorded = False
        try:
            payment = self._record(order)
            was_recorded = True
            notify(progress, payment)
            return self._mark_sending(payment)
        except BaseException:
            self._unwritten.unsent.abandon(
                order.reference, self._ledger, self._clock, was_recorded=was_recorded
            )
            raise

    def _record(self, order: PaymentOrder) -> Payment:
        event = Event(EventKind.RECORDED, self._clock.now(), PaymentState.RECORDED)
        return self._ledger.add(order, event)

    def _mark_sending(self, payment: Payment) -> Payment:
        now = self._clock.now()
        event = Event(EventKind.SENT, now, PaymentState.SENDING)
        return self._ledger.append(payment.number, event, note=PaymentUpdate(sent_at=now))

    def _settle(
        self,
        service: Service,
        payment: Payment,
        answer: ServiceResponse,
        progress: Progress | None,
        facts: tuple[AnswerFact, ...],
    ) -> Outcome:
        judgement = judge_commit(answer, references=payment.order.sent_references)
        kind = EventKind.ANSWERED
        event = event_for(kind, self._clock.now(), payment.state, judgement, answer, facts)
        note = note_for(kind, judgement)
        try:
            payment = append_answer(self._ledger, payment.number, event, note)
        except LedgerError as error:
            log.error("payment %s: the answer could not be recorded: %s", payment.number, error)
            self._unwritten.answers.keep(payment, event, note)
            return Outcome(replace(payment, state=PaymentState.WAITING), error.problem)
        if not judgement.needs_lookup:
            return Outcome(payment)
        # It is on its way no longer: the window may be closed now.
        notify(progress, payment)
        try:
            return Outcome(self._check(service, payment, judgement))
        except GivenUp:
            # The program ends. The payment waits, and is looked up at the next start.
            return Outcome(payment)
        except LedgerError as error:
            log.error("payment %s: a look-up could not be recorded: %s", payment.number, error)
            return Outcome(payment, error.problem)

    def _check(self, service: Service, payment: Payment, before: Judgement) -> Payment:
        """Look the payment up right after an answered refusal (rule 6)."""
        judgement, answer = look_up_all(
            service, payment.order, acknowledged=before.acknowledged, may_be_final=True
        )
        if judgement.verdict is Verdict.REFUSED and before.code:
            # The refusal itself says why; the look-up only that it stands.
            judgement = replace(judgement, code=before.code, reason=before.reason)
        kind = EventKind.LOOKED_UP
        event = event_for(kind, self._clock.now(), payment.state, judgement, answer)
        return append_answer(self._ledger, payment.number, event, note_for(kind, judgement))

    def _step(self, payment: Payment, kind: EventKind, state: PaymentState) -> Payment:
        return self._ledger.append(payment.number, Event(kind, self._clock.now(), state))
