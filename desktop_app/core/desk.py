"""The payment desk: looks accounts up, records, sends and settles payments.

The only writer of states. Every method may take seconds and is called from a worker: the money
path from the one money worker, reads from the pool.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeAlias

from desktop_app.core.accounts import Account, Body, Offer
from desktop_app.core.answer import Answer, require_success
from desktop_app.core.credit import balance_of
from desktop_app.core.errors import (
    AlreadyPaidToday,
    BhuktaniError,
    LedgerError,
    Problem,
    ServiceError,
)
from desktop_app.core.money import Money
from desktop_app.core.order import LookedUp, PayRequest, draw_up
from desktop_app.core.payment import (
    Event,
    EventKind,
    Payment,
    PaymentOrder,
    PaymentState,
    new_reference,
)
from desktop_app.core.ports import Clock, Ledger, Note, Service, Services
from desktop_app.core.provider import Call, Entry, Provider
from desktop_app.core.reconciling import Reconciler, Waiting
from desktop_app.core.settling import event_for, note_for
from desktop_app.core.verdict import Finding, Verdict, judge_commit, judge_lookup

log = logging.getLogger(__name__)

STALE_AFTER = 5 * 60.0
"""Seconds after which a look-up is too old to pay from."""

Progress: TypeAlias = Callable[[Payment], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A payment after sending. ``problem`` is set where the ledger could not take the answer:
    the payment then counts as waiting, whatever the service said.
    """

    payment: Payment
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class Twins:
    """Payments that a new one for the same bill could repeat (rule 7)."""

    open: Payment | None = None
    paid_today: Payment | None = None


class PaymentDesk:
    """Carries out payments under the rules of the design."""

    def __init__(self, services: Services, ledger: Ledger, clock: Clock) -> None:
        self._services = services
        self._ledger = ledger
        self._clock = clock
        self._spent: set[tuple[str, str]] = set()
        self._reconciler = Reconciler(services, ledger, clock)

    # --- reads: nothing is paid, all may be repeated -------------------------------------

    def look_up(self, provider: Provider, entry: Entry) -> LookedUp:
        """The account that the clerk typed, fresh from the service.

        Raises:
            ServiceError: no usable answer, or the service refused; ``NotUnderstood`` where the
                answer contradicts itself.
        """
        service = self._service()
        first = provider.start(entry)
        reference: str | None = None
        if isinstance(first, Call):
            reference = new_reference() if first.with_reference else None
            account = provider.read(entry, self._read(provider, service, first, reference))
        else:
            account = first
        self._remember(account)
        return self._looked_up(service, account, reference)

    def choose(self, provider: Provider, found: LookedUp, offer: Offer) -> LookedUp:
        """The account after the provider's call in the middle, or as it was if it has none."""
        call = provider.middle(found.account, offer)
        if call is None:
            return found
        service = self._service()
        reference = new_reference() if call.with_reference else None
        answer = self._read(provider, service, call, reference)
        account = provider.read_middle(found.account, offer, answer)
        return self._looked_up(service, account, found.details_reference)

    def balance(self) -> Money:
        """The shop's credit at the service.

        Raises:
            ServiceError: no answer, a refusal, or an answer without a figure.
        """
        return balance_of(self._service().balance())

    def twins(self, request: PayRequest) -> Twins:
        """Earlier payments that this one could repeat, to be shown before cash is taken."""
        order = self._order(self._service(), request)
        return Twins(
            open=self._ledger.open_for(order),
            paid_today=self._ledger.paid_since(order, self._start_of_day()),
        )

    # --- the money path -------------------------------------------------------------------

    def pay(self, request: PayRequest, progress: Progress | None = None) -> Outcome:
        """Record, send once, and settle (rules 2 to 4).

        Raises:
            BhuktaniError: before anything was sent; the customer keeps or gets back the cash.
        """
        service = self._service()
        order = self._order(service, request)
        self._refuse_stale(service, request)
        if not request.pays_again:
            earlier = self._ledger.paid_since(order, self._start_of_day())
            if earlier is not None:
                raise AlreadyPaidToday(earlier.number)
        payment = self._record(order)
        _tell(progress, payment)
        self._spent.add(_session(request))
        payment = self._mark_sending(payment)
        self._reconciler.sent_now(payment)
        _tell(progress, payment)
        answer = service.commit(Call(order.path, order.fields), order.reference)
        return self._settle(service, payment, answer)

    def recover(self) -> tuple[Payment, ...]:
        """What the last run left unfinished, brought to an honest state (rule 5)."""
        settled = []
        for payment in self._ledger.open_payments():
            if payment.state is PaymentState.RECORDED:
                settled.append(self._step(payment, EventKind.RECOVERED, PaymentState.NOT_PAID))
            elif payment.state is PaymentState.SENDING:
                settled.append(self._step(payment, EventKind.RECOVERED, PaymentState.WAITING))
        return tuple(settled)

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
        return self._reconciler.check_next()

    def decide(self, number: int, *, was_paid: bool, reason: str, by: str) -> Payment:
        """The owner's decision on a payment for review, with the reason for it (rule 5)."""
        if not reason.strip():
            raise BhuktaniError(Problem.NO_REASON)
        state = PaymentState.PAID if was_paid else PaymentState.NOT_PAID
        content = {"reason": reason.strip(), "by": by}
        event = Event(EventKind.DECIDED, self._clock.now(), state, content)
        return self._ledger.append(number, event)

    def cash_returned(self, number: int) -> Payment:
        """The clerk gave the cash of a payment that was not paid back; possible once (rule 8)."""
        now = self._clock.now()
        return self._ledger.append(
            number, Event(EventKind.CASH_RETURNED, now), note=Note(cash_returned_at=now)
        )

    def note_phone(self, number: int, phone: str) -> Payment:
        """Keep the customer's phone number with a payment."""
        event = Event(EventKind.PHONE_NOTED, self._clock.now(), content={"phone": phone})
        return self._ledger.append(number, event, note=Note(phone=phone))

    def printed(self, number: int, what: str, *, is_receipt: bool) -> Payment:
        """A paper went to a printer. Only receipts are counted: their first is the original."""
        event = Event(EventKind.PRINTED, self._clock.now(), content={"what": what})
        return self._ledger.append(number, event, note=Note(printed=is_receipt))

    # --- parts ----------------------------------------------------------------------------

    def _service(self) -> Service:
        service = self._services.current()
        if service is None:
            raise ServiceError(Problem.NO_TOKEN)
        return service

    def _read(
        self, provider: Provider, service: Service, call: Call, reference: str | None
    ) -> Body:
        answer = service.read(call, reference)
        try:
            require_success(answer)
        except ServiceError as error:
            if error.problem is not Problem.REFUSED:
                raise
            problem = provider.refusal(answer.error_code, answer.explanation)
            raise ServiceError(problem, **error.details) from None
        return answer.body

    def _looked_up(self, service: Service, account: Account, reference: str | None) -> LookedUp:
        return LookedUp(
            account=account,
            environment=service.connection.environment,
            connection_id=service.connection_id,
            at=self._clock.now(),
            monotonic=self._clock.monotonic(),
            details_reference=reference,
        )

    def _remember(self, account: Account) -> None:
        try:
            self._ledger.remember(account, self._clock.now())
        except LedgerError as error:
            # Suggestions are a convenience: a look-up is no reason to stop.
            log.warning("the look-up was not remembered: %s", error)

    def _order(self, service: Service, request: PayRequest) -> PaymentOrder:
        return draw_up(request, service.connection, service.connection_id)

    def _refuse_stale(self, service: Service, request: PayRequest) -> None:
        found = request.found
        age = self._clock.monotonic() - found.monotonic
        same = found.connection_id == service.connection_id
        if not same or found.environment is not service.connection.environment or age > STALE_AFTER:
            raise BhuktaniError(Problem.STALE)
        if _session(request) in self._spent:
            # One look-up is good for one attempt to pay (contract, A18).
            raise BhuktaniError(Problem.STALE)

    def _start_of_day(self) -> datetime:
        return self._clock.start_of_day()

    def _record(self, order: PaymentOrder) -> Payment:
        event = Event(EventKind.RECORDED, self._clock.now(), PaymentState.RECORDED)
        return self._ledger.add(order, event)

    def _mark_sending(self, payment: Payment) -> Payment:
        now = self._clock.now()
        try:
            return self._ledger.append(
                payment.number,
                Event(EventKind.SENT, now, PaymentState.SENDING),
                note=Note(sent_at=now),
            )
        except LedgerError:
            self._abandon(payment)
            raise

    def _abandon(self, payment: Payment) -> None:
        """Nothing was sent and nothing will be; if this fails too, the next start does it."""
        try:
            self._step(payment, EventKind.RECOVERED, PaymentState.NOT_PAID)
        except BhuktaniError as error:
            log.error("payment %s stays recorded until the next start: %s", payment.number, error)

    def _settle(self, service: Service, payment: Payment, answer: Answer) -> Outcome:
        finding = judge_commit(answer, reference=payment.order.reference)
        try:
            payment = self._write(payment, EventKind.ANSWERED, finding, answer)
            if finding.check_now:
                payment = self._check(service, payment, finding)
        except LedgerError as error:
            log.error("payment %s: the answer could not be recorded: %s", payment.number, error)
            shown = replace(payment, state=PaymentState.WAITING)
            return Outcome(shown, problem=error.problem)
        return Outcome(payment)

    def _check(self, service: Service, payment: Payment, before: Finding) -> Payment:
        """One look-up right after an answered refusal (rule 6)."""
        answer = service.lookup(payment.order.reference)
        finding = judge_lookup(
            answer,
            reference=payment.order.reference,
            amount=payment.order.amount,
            acknowledged=before.acknowledged,
            may_be_final=True,
        )
        if finding.verdict is Verdict.REFUSED and before.code:
            # The refusal itself says why; the look-up only that it stands.
            finding = replace(finding, code=before.code, reason=before.reason)
        return self._write(payment, EventKind.LOOKED_UP, finding, answer)

    def _write(
        self, payment: Payment, kind: EventKind, finding: Finding, answer: Answer
    ) -> Payment:
        event = event_for(kind, self._clock.now(), payment.state, finding, answer)
        return self._ledger.append(payment.number, event, note=note_for(kind, finding))

    def _step(self, payment: Payment, kind: EventKind, state: PaymentState) -> Payment:
        return self._ledger.append(payment.number, Event(kind, self._clock.now(), state))


def _session(request: PayRequest) -> tuple[str, str]:
    """Names the look-up that a request pays from."""
    found = request.found
    return request.provider.info.slug, found.details_reference or str(found.account.session_id)


def _tell(progress: Progress | None, payment: Payment) -> None:
    if progress is None:
        return
    try:
        progress(payment)
    except Exception:
        # What is shown must never decide whether a payment goes on (rule 3).
        log.exception("showing the progress of payment %s failed", payment.number)
