"""Asks the service whether it took paid bills back since, and records where it did (contract, 6-9).

PAID stays PAID. What is found is an event with a duty of its own towards the customer. Asking costs
one bulk look-up for ten payments; only what it does not call paid is asked for singly, twice before
anything is written.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from desktop_app.core.amounts import AmountMatch, match_amount
from desktop_app.core.errors import LedgerError, Problem, VaultError
from desktop_app.core.journal import JournalEntry, JournalKind
from desktop_app.core.payments.event_content import AnswerContent, ReversalContent
from desktop_app.core.payments.payment import (
    Event,
    EventKind,
    Payment,
    PaymentUpdate,
)
from desktop_app.core.payments.reconciler import MAX_IN_BULK
from desktop_app.core.payments.reference_lookup import look_up_all, refuse_given_up
from desktop_app.core.payments.verdict import (
    Judgement,
    ReviewReason,
    Verdict,
    bulk_says_paid,
    bulk_works,
)
from desktop_app.core.shop import FIRST_COUNTER, Till

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop_app.core.clock import Clock
    from desktop_app.core.environment import Environment
    from desktop_app.core.payments.payment import PaymentOrder
    from desktop_app.core.payments.ports import Ledger, Service, ServiceRegistry
    from desktop_app.core.payments.response import ServiceResponse

log = logging.getLogger(__name__)

EVENING = timedelta(hours=18)
"""The time of day in Nepal from which the day's payments are asked for."""

_MAX_DAYS = 31
"""Of a shop that was closed for longer, only these last days are asked for."""

_MAX_SINGLY = 20
"""So many payments are asked for singly in one sweep: where the service calls more of them not
paid, its answer is at fault, and it is not flooded with calls."""


@dataclass(frozen=True, slots=True)
class SweepResult:
    """What a sweep has come to.

    Attributes:
        checked: payments about which the service gave a clear answer.
        came_back: those that it took back, as they are now.
        doubtful: those about which its answer is for the owner to judge, as they are now.
        unasked: those that could not be asked for, or got no clear answer.
        is_cut_short: the service did not answer; a later sweep may.
    """

    checked: int = 0
    came_back: tuple[Payment, ...] = ()
    doubtful: tuple[Payment, ...] = ()
    unasked: int = 0
    is_cut_short: bool = False

    @property
    def found(self) -> tuple[Payment, ...]:
        """All payments that are not what they were before."""
        return (*self.came_back, *self.doubtful)


def due_span(
    last: datetime | None, now: datetime, midnight: datetime
) -> tuple[datetime, datetime] | None:
    """The span of the sweep that is due; None while none is.

    One is due from each evening on, and at the next start where the computer was off. It reaches
    back to the beginning of the day of the last sweep: what was paid after that is asked for too,
    and what was paid before a second time.

    Args:
        last: when the last one ended; None if there was none.
        now: the time.
        midnight: when today began in Nepal.
    """
    evening = midnight + EVENING
    if evening > now:
        evening -= timedelta(days=1)
    if last is not None and last > now:
        # The clock was ahead then.
        last = None
    if last is not None and last >= evening:
        return None
    since = midnight - timedelta(days=1)
    if last is not None:
        days = (last - midnight) // timedelta(days=1)
        since = max(midnight + timedelta(days=min(days, -1)), midnight - timedelta(days=_MAX_DAYS))
    return since, now


class Sweep:
    """One sweep, made in steps, so that a payment never waits behind more than one of them.

    A step is called by one worker at a time. What it finds is recorded at once: a program that is
    killed loses no more than what was not asked for yet.
    """

    def __init__(
        self,
        services: ServiceRegistry,
        ledger: Ledger,
        clock: Clock,
        since: datetime,
        until: datetime,
        counter: str = FIRST_COUNTER,
    ) -> None:
        """`counter` is the one whose program asks."""
        self._by = Till(counter)
        self._services = services
        self._ledger = ledger
        self._clock = clock
        self._left = [one.number for one in ledger.sweeps.may_come_back(since, until)]
        self._singly = 0
        self._is_one = False
        self.total = len(self._left)
        self.result = SweepResult()

    @classmethod
    def of_one(
        cls,
        services: ServiceRegistry,
        ledger: Ledger,
        clock: Clock,
        number: int,
        counter: str = FIRST_COUNTER,
    ) -> Sweep:
        """A sweep of one payment, asked for singly: no bulk answer tells of refunds."""
        now = clock.now()
        sweep = cls(services, ledger, clock, now, now, counter)
        sweep._left, sweep.total, sweep._is_one = [number], 1, True
        return sweep

    @property
    def is_done(self) -> bool:
        """Nothing is left to ask."""
        return not self._left

    @property
    def done(self) -> int:
        """How many payments it has dealt with."""
        return self.total - len(self._left)

    def step(self) -> SweepResult:
        """Ask for the next few payments; what the sweep has come to so far.

        Raises:
            LedgerError: what was found could not be recorded, or the record cannot be read.
            GivenUp: the program ends.
        """
        numbers, self._left = self._left[:MAX_IN_BULK], self._left[MAX_IN_BULK:]
        found = (self._ledger.payment(number) for number in numbers)
        payments = [one for one in found if one is not None and one.may_come_back]
        for service, group in self._by_service(payments):
            if self.result.is_cut_short:
                self._count_unasked(len(group))
            elif self._is_one:
                self._ask_singly(service, group[0])
            else:
                self._ask(service, group)
        if self.result.is_cut_short:
            self._count_unasked(len(self._left))
            self._left = []
        return self.result

    # --- asking ---------------------------------------------------------------------------

    def _by_service(self, payments: Sequence[Payment]) -> Iterator[tuple[Service, list[Payment]]]:
        """The payments by the connection that they were sent with; the rest cannot be asked for."""
        groups: dict[int, tuple[Service, list[Payment]]] = {}
        for payment in payments:
            try:
                service = self._services.for_payment(payment)
            except VaultError:
                service = None
            if service is None:
                self._count_unasked(1)
            else:
                groups.setdefault(id(service), (service, []))[1].append(payment)
        yield from groups.values()

    def _ask(self, service: Service, payments: Sequence[Payment]) -> None:
        """In bulk under their first references, then the rest under all others, then singly."""
        left = list(payments)
        for references in ([_first(one) for one in left], None):
            wanted = references or [r for one in left for r in one.order.sent_references[1:]]
            answers = self._bulk(service, wanted)
            if answers is None:
                self._count_unasked(len(left))
                return
            left = [
                one
                for one in left
                if not any(
                    bulk_says_paid(answer, one.order.sent_references, one.order.amount)
                    for answer in answers
                )
            ]
            if not left:
                break
        self.result = replace(self.result, checked=self.result.checked + len(payments) - len(left))
        for payment in left:
            self._ask_singly(service, payment)

    def _bulk(self, service: Service, references: Sequence[str]) -> list[ServiceResponse] | None:
        """The answers; None where bulk look-ups do not work now."""
        answers = []
        for at in range(0, len(references), MAX_IN_BULK):
            answer = service.lookup_many(references[at : at + MAX_IN_BULK])
            refuse_given_up(answer)
            if not bulk_works(answer):
                self.result = replace(self.result, is_cut_short=True)
                return None
            answers.append(answer)
        return answers

    def _ask_singly(self, service: Service, payment: Payment) -> None:
        """Ask twice: only what both answers say is recorded."""
        if self._singly >= _MAX_SINGLY:
            self._count_unasked(1)
            return
        self._singly += 1
        judgement, answer = _ask_once(service, payment.order)
        if _is_finding(judgement):
            again, answer = _ask_once(service, payment.order)
            judgement = again if _agree(judgement, again) else Judgement(Verdict.UNKNOWN)
        if judgement.verdict is Verdict.UNKNOWN and judgement.doubt is None:
            self._count_unasked(1)
            return
        self.result = replace(self.result, checked=self.result.checked + 1)
        if judgement.verdict is Verdict.REFUSED:
            self._record_reversal(payment, judgement, answer)
        elif judgement.doubt is not None and not payment.is_doubted:
            self._record_doubt(payment, judgement, answer)

    def _count_unasked(self, count: int) -> None:
        self.result = replace(self.result, unasked=self.result.unasked + count)

    # --- recording ------------------------------------------------------------------------

    def _record_reversal(
        self, payment: Payment, judgement: Judgement, answer: ServiceResponse
    ) -> None:
        content = ReversalContent(answer.state or "", judgement.reason)
        event = Event(EventKind.REVERSED, self._clock.now(), content=content.write())
        after = self._append(payment, event, PaymentUpdate())
        if after is not None:
            self.result = replace(self.result, came_back=(*self.result.came_back, after))

    def _record_doubt(
        self, payment: Payment, judgement: Judgement, answer: ServiceResponse
    ) -> None:
        content = AnswerContent.of(judgement, answer).write()
        event = Event(EventKind.LOOKED_UP, self._clock.now(), content=content)
        after = self._append(payment, event, PaymentUpdate(doubted=True))
        if after is not None:
            self.result = replace(self.result, doubtful=(*self.result.doubtful, after))

    def _append(self, payment: Payment, event: Event, update: PaymentUpdate) -> Payment | None:
        """Write it; None where somebody else told it a moment before."""
        try:
            return self._ledger.append(payment.number, event.by(self._by), update=update)
        except LedgerError as error:
            if error.problem is not Problem.ILLEGAL_STEP:
                raise
            log.info("payment %s: what came back was told already", payment.number)
            return None


class PaidSweeps:
    """Begins sweeps of PAID payments: of a span, of one payment, and the one of each evening.

    What they find is written at their ``counter``, wherever the payments were taken.
    """

    def __init__(
        self,
        services: ServiceRegistry,
        ledger: Ledger,
        clock: Clock,
        counter: str = FIRST_COUNTER,
    ) -> None:
        self._counter = counter
        self._services = services
        self._ledger = ledger
        self._clock = clock

    def of_span(self, since: datetime, until: datetime) -> Sweep:
        """A sweep of what became PAID in that span: its steps ask the service, one call or few."""
        return Sweep(self._services, self._ledger, self._clock, since, until, self._counter)

    def of_one(self, number: int) -> Sweep:
        """A sweep of one PAID payment, because a person asks for it."""
        return Sweep.of_one(self._services, self._ledger, self._clock, number, self._counter)

    def due(self) -> Sweep | None:
        """The sweep of this evening, or of one that was missed; None while none is due.

        It is to be ended with ``note_end``.
        """
        last = self._ledger.sweeps.last()
        span = due_span(last, self._clock.now(), self._clock.start_of_day())
        return None if span is None else self.of_span(*span)

    def note_end(self, environment: Environment, result: SweepResult) -> None:
        """Record that an evening's sweep came to its end: the next one is due tomorrow."""
        told = {
            "checked": str(result.checked),
            "came_back": str(len(result.came_back)),
            "unasked": str(result.unasked),
        }
        kind, now = JournalKind.SWEPT, self._clock.now()
        entry = JournalEntry(kind, now, content=told, counter=self._counter)
        self._ledger.sweeps.note(environment, entry)


def _first(payment: Payment) -> str:
    return payment.order.sent_references[0]


def _ask_once(service: Service, order: PaymentOrder) -> tuple[Judgement, ServiceResponse]:
    """One look-up of a PAID payment.

    It is taken back where the service calls it not paid (Failed, Error or Expired) under the
    reference that the payment is known by, with its amount. "Not known" and signs of a refund are
    for a person; anything else says nothing.
    """
    judgement, answer = look_up_all(service, order, acknowledged=True, may_be_final=True)
    if judgement.verdict is not Verdict.REFUSED:
        return judgement, answer
    is_own = answer.text("reference") == order.sent_references[0]
    is_same = match_amount(answer.body.get("amount"), order.amount) is AmountMatch.SAME
    if is_own and is_same:
        return judgement, answer
    doubt = ReviewReason.REFUND_SIGNS if is_same else ReviewReason.UNCLEAR_AMOUNT
    return replace(judgement, verdict=Verdict.UNKNOWN, doubt=doubt), answer


def _is_finding(judgement: Judgement) -> bool:
    return judgement.verdict is Verdict.REFUSED or judgement.doubt is not None


def _agree(one: Judgement, other: Judgement) -> bool:
    return (one.verdict, one.doubt) == (other.verdict, other.doubt)
