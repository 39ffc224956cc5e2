"""The payment desk: looks accounts up, records, sends and settles payments.

The only writer of states. Every method may take seconds and is called from a worker. Payments run
on the one money worker in order; look-ups of waiting payments, records and reads run beside it. The
ledger keeps each write whole, and a payment is settled by one of them at a time.
"""

from __future__ import annotations

import logging
from contextlib import nullcontext
from typing import TYPE_CHECKING

from desktop_app.core.errors import (
    AlreadyOpen,
    AlreadyPaid,
    BhuktaniError,
    LedgerError,
    Problem,
)
from desktop_app.core.payments.duplicates import Duplicates, duplicates_of
from desktop_app.core.payments.event_content import (
    DecisionContent,
    PhoneContent,
    ReversalContent,
    SettlementContent,
    TicketContent,
)
from desktop_app.core.payments.execution import Outcome, PaymentExecution
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
from desktop_app.core.payments.progress import Progress, Sending, sending_marker
from desktop_app.core.payments.reconciler import Reconciler, Waiting
from desktop_app.core.payments.sweep import PaidSweeps
from desktop_app.core.payments.unwritten import Unwritten
from desktop_app.core.shop import FIRST_COUNTER, Till

if TYPE_CHECKING:
    from desktop_app.core.billing.provider import Provider
    from desktop_app.core.clock import Clock
    from desktop_app.core.money import Money
    from desktop_app.core.payments.inquiry import Inquiry
    from desktop_app.core.payments.ports import Ledger, Service, ServiceRegistry

log = logging.getLogger(__name__)

STALE_AFTER = 5 * 60.0
"""Seconds after which a look-up is too old to pay from."""


class PaymentDesk:
    """Carries out payments under the rules of the design.

    ``sending`` is entered while a payment is being sent, for others to see. ``unwritten`` is what
    an earlier desk of this run could not record. ``counter`` is the till PC that the desk works
    at: what is done without a till is done there, with nobody named. ``prints`` counts the papers
    of payments; ``sweeps`` asks for those that were paid; ``recovered`` are those that the last
    run left unfinished.
    """

    def __init__(
        self,
        services: ServiceRegistry,
        ledger: Ledger,
        clock: Clock,
        sending: Sending = nullcontext,
        unwritten: Unwritten | None = None,
        counter: str = FIRST_COUNTER,
    ) -> None:
        self._here = Till(counter)
        self._services = services
        self._ledger = ledger
        self._clock = clock
        self._sending = sending
        self._unwritten = unwritten or Unwritten()
        self.prints = PrintCounter(ledger, clock, self._unwritten.papers, self._here)
        self.recovered: tuple[Payment, ...] = ()
        self._lookups = AccountLookup(services, ledger.accounts, clock)
        self._reconciler = Reconciler(services, ledger, clock)
        self.sweeps = PaidSweeps(services, ledger, clock, counter)

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
            return PaymentExecution(
                ledger=self._ledger,
                clock=self._clock,
                unwritten=self._unwritten,
                reconciler=self._reconciler,
                service=service,
                request=request,
                order=order,
                progress=progress,
            ).run()

    def recover(self) -> tuple[Payment, ...]:
        """Move payments that the last run left unfinished to the state that is known (rule 5).

        Only those of this counter: another one may be sending now. What this run could not record
        is not found: its end is known, and is recorded first.
        """
        self._write_what_can_be()
        settled = []
        for payment in self._ledger.open_payments(counter=self._here.counter):
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

    def check(self, number: int, till: Till | None = None) -> Payment:
        """Look a waiting payment up now, because a person at a till asks for it.

        Raises:
            BhuktaniError: it is too early, its token is not there, or it does not wait.
        """
        return self._reconciler.check(number, till or self._here)

    def check_next(self, till: Till | None = None) -> tuple[Payment, ...]:
        """Make the next due look-up; the payments it was about, empty when none was due.

        Nobody is named for one that the program makes by itself.
        """
        self._write_what_can_be()
        return self._reconciler.check_next(till or self._here)

    def decide(
        self, number: int, *, was_paid: bool, reason: str, by: str, till: Till | None = None
    ) -> Payment:
        """The owner's decision, with the reason for it (rules 5 and 6).

        On a payment for review, on one that waits and that no look-up will end, or on a PAID one
        that the service has taken back: it stays PAID, and leaves a duty towards the customer.

        Raises:
            BhuktaniError: there is no reason, or the payment can still be looked up.
        """
        if not reason.strip():
            raise BhuktaniError(Problem.NO_REASON)
        payment = self._ledger.payment(number)
        if payment is not None and payment.state is PaymentState.PAID:
            return self._decide_paid(payment, was_paid, reason.strip(), by, till)
        if payment is None or not self._reconciler.may_decide(payment):
            raise LedgerError(Problem.ILLEGAL_STEP, step=EventKind.DECIDED, number=number)
        state = PaymentState.PAID if was_paid else PaymentState.NOT_PAID
        content = DecisionContent(reason.strip(), by)
        event = Event(EventKind.DECIDED, self._clock.now(), state, content.write())
        return self._ledger.append(number, event.by(till or self._here))

    def cash_returned(self, number: int, till: Till | None = None) -> Payment:
        """The clerk gave the cash of a payment that was not paid back; possible once (rule 8).

        It leaves the drawer of the till at which that is done, in the shift that is open there.
        """
        now, till = self._clock.now(), till or self._here
        event = Event(EventKind.CASH_RETURNED, now).by(till)
        update = PaymentUpdate(cash_returned_at=now, drawer=till.drawer)
        return self._ledger.append(number, event, update=update)

    def settle_reversal(
        self, number: int, *, in_cash: bool, note: str = "", till: Till | None = None
    ) -> Payment:
        """The customer has what is due for a bill that the service took back; possible once.

        In cash: the cash that the bill was paid with leaves the drawer of the till, in the shift
        that is open there.
        """
        content = SettlementContent(in_cash=in_cash, note=" ".join(note.split()))
        kind, till = EventKind.REVERSAL_SETTLED, till or self._here
        event = Event(kind, self._clock.now(), content=content.write()).by(till)
        update = PaymentUpdate(drawer=till.drawer, cash=in_cash)
        return self._ledger.append(number, event, update=update)

    def note_phone(self, number: int, phone: str, till: Till | None = None) -> Payment:
        """Keep the customer's phone number with a payment."""
        event = Event(EventKind.PHONE_NOTED, self._clock.now(), content=PhoneContent(phone).write())
        return self._ledger.append(
            number, event.by(till or self._here), update=PaymentUpdate(phone=phone)
        )

    def note_ticket(self, number: int, ticket: str, till: Till | None = None) -> Payment:
        """Keep the number that support gave to a complaint with its payment; empty for none."""
        content = TicketContent(" ".join(ticket.split()))
        event = Event(EventKind.TICKET_NOTED, self._clock.now(), content=content.write())
        return self._ledger.append(number, event.by(till or self._here))

    def write_left(self) -> None:
        """Record what happened earlier in this run and could not be recorded then.

        Raises:
            LedgerError: it still cannot be done; what is left is kept.
        """
        self._end_unsent()
        self._unwritten.answers.write(self._ledger)
        self.prints.flush()

    # --- parts ----------------------------------------------------------------------------

    def _decide_paid(
        self, payment: Payment, was_paid: bool, reason: str, by: str, till: Till | None
    ) -> Payment:
        """What the owner knows of a PAID payment: it is good, or the service took it back."""
        now = self._clock.now()
        if was_paid:
            event = Event(EventKind.DECIDED, now, content=DecisionContent(reason, by).write())
        else:
            content = ReversalContent(reason=reason, by=by)
            event = Event(EventKind.REVERSED, now, content=content.write())
        return self._ledger.append(payment.number, event.by(till or self._here))

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

    def _step(self, payment: Payment, kind: EventKind, state: PaymentState) -> Payment:
        event = Event(kind, self._clock.now(), state).by(self._here)
        return self._ledger.append(payment.number, event)
