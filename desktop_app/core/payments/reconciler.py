"""Follows waiting payments up until the service or the owner has settled them (rule 6).

A part of the desk, called from several threads: the money worker tells what it is sending, the
worker of look-ups makes them, readers list what waits, the worker of records asks what the owner
may decide. A payment is settled by one thread at a time (``Claims``); what is remembered between
look-ups is locked (``Schedule``, ``CheckMemory``), never over a call to the service or a query.
"""

from __future__ import annotations

import logging
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from itertools import takewhile
from typing import TYPE_CHECKING

from desktop_app.core.errors import BhuktaniError, LedgerError, Problem, VaultError
from desktop_app.core.payments.check_memory import CheckMemory
from desktop_app.core.payments.check_schedule import LookupHistory, Schedule, summarize
from desktop_app.core.payments.claims import Claims
from desktop_app.core.payments.payment import HELD_STATES, EventKind, Payment, PaymentState
from desktop_app.core.payments.reference_lookup import look_up_all, refuse_given_up
from desktop_app.core.payments.response import ServiceResponse
from desktop_app.core.payments.settlement import append_answer, event_for, update_for
from desktop_app.core.payments.verdict import (
    Judgement,
    ReviewReason,
    Verdict,
    bulk_works,
    judge_bulk,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop_app.core.clock import Clock
    from desktop_app.core.payments.payment import Event
    from desktop_app.core.payments.ports import Ledger, Service, ServiceRegistry
    from desktop_app.core.shop import Till

log = logging.getLogger(__name__)

_STATUS_ERROR = "Status Error"
_MAX_STATUS_ERRORS = 3
MAX_IN_BULK = 10
"""The service names no limit; small batches (contract, A16)."""
_MAX_WAITING = 40
"""Somebody waits for these: a thousand of them are asked for in 25 calls of 1.5 KB each."""


OLD_AFTER = timedelta(hours=24)
"""How long a payment waits until the owner may record what support answered, whatever its
look-ups say."""


class CheckBlocker(StrEnum):
    """The reason why a waiting payment cannot be looked up now."""

    TOO_EARLY = "too_early"
    NO_TOKEN = "no_token"  # noqa: S105 - a reason, not a token
    OTHER_TOKEN = "other_token"  # noqa: S105 - a reason, not a token
    VAULT = "vault"


@dataclass(frozen=True, slots=True)
class Waiting:
    """An open payment on the list of those that wait.

    Attributes:
        payment: the payment, waiting or for review.
        history: its look-ups so far.
        seconds_left: until the next automatic look-up; 0 when it is due.
        blocker: why it cannot be looked up now; None if it can.
        is_old: it has waited for so long that its look-ups do not seem to tell anything.
    """

    payment: Payment
    history: LookupHistory
    seconds_left: float
    blocker: CheckBlocker | None
    is_old: bool = False

    @property
    def is_stuck(self) -> bool:
        """No look-up will end it: the owner may record what support answered."""
        is_blocked = self.blocker not in (None, CheckBlocker.TOO_EARLY)
        return is_blocked or bool(self.history.refused_code) or self.is_old


class Reconciler:
    """Looks waiting payments up when they are due, one call to the service at a time.

    Any thread may call it. It holds no state except objects that lock themselves.
    """

    def __init__(self, services: ServiceRegistry, ledger: Ledger, clock: Clock) -> None:
        self._services = services
        self._ledger = ledger
        self._clock = clock
        self._schedule = Schedule()
        self._memory = CheckMemory()
        self._claims = Claims()

    @contextmanager
    def sending(self, payment: Payment) -> Iterator[None]:
        """A payment is sent now: its 5 minutes begin, and no look-up settles it meanwhile."""
        self._schedule.started(payment.number, self._clock.monotonic())
        with self._claims.holding((payment.number,)):
            yield

    def waiting(self) -> tuple[Waiting, ...]:
        """The payments that wait or need the owner, oldest first."""
        states = HELD_STATES - {PaymentState.SENDING}
        payments = self._ledger.open_payments()
        # In one question: each check begins with all of them.
        events = self._ledger.events_of_open()
        return tuple(
            self._describe(payment, events.get(payment.number))
            for payment in payments
            if payment.state in states
        )

    def may_decide(self, payment: Payment) -> bool:
        """The owner may end it: it is for review, or waits and no look-up will end it."""
        if payment.state is PaymentState.WAITING:
            return self._describe(payment).is_stuck
        return payment.state is PaymentState.REVIEW

    def check(self, number: int, till: Till) -> Payment:
        """Look one payment up because a person at a till asks for it.

        Raises:
            BhuktaniError: it is too early, its token is not there, or it does not wait.
        """
        payment = self._ledger.payment(number)
        if payment is None or payment.state is not PaymentState.WAITING:
            raise BhuktaniError(Problem.ILLEGAL_STEP, number=number)
        one = self._describe(payment)
        if one.blocker is CheckBlocker.TOO_EARLY:
            raise BhuktaniError(Problem.TOO_EARLY, seconds=one.seconds_left)
        service = self._services.for_payment(payment)
        if service is None:
            raise BhuktaniError(Problem.NO_TOKEN)
        return self._check_one(service, one, till)

    def check_next(self, till: Till) -> tuple[Payment, ...]:
        """Make the next due call to the service, for one payment or several at once.

        Returns the payments that were looked up, as they stand now, or that were in a bulk call
        which did not settle them: each of these is due to be asked for singly. Empty when none
        was due.

        Raises:
            BhuktaniError: it could not be recorded; the next call goes on with other payments.
        """
        now = self._clock.monotonic()
        for number in self._memory.planned():
            one = self._still_due(number, now)
            service = None if one is None else self._services.for_payment(one.payment)
            if one is not None and service is not None:
                return self._check([one], service, till, now)
        free = (each for each in self.waiting() if self._is_free(each.payment.number, now))
        due = [each for each in free if _is_due(each)]
        for at, first in enumerate(due):
            service = self._services.for_payment(first.payment)
            if service is None:
                continue
            if self._may_ask_in_bulk(first, now):
                return self._check(self._together(service, due, now), service, till, now)
            # With many that wait, to list them all takes longer than a look-up.
            singly = takewhile(lambda other: not self._may_ask_in_bulk(other, now), due[at + 1 :])
            self._memory.plan_singly(other.payment.number for other in singly)
            return self._check([first], service, till, now)
        return ()

    # --- parts ----------------------------------------------------------------------------

    def _check(
        self, together: Sequence[Waiting], service: Service, till: Till, now: float
    ) -> tuple[Payment, ...]:
        try:
            if len(together) > 1:
                return self._check_bulk(service, together, till)
            return (self._check_one(service, together[0], till),)
        except BhuktaniError:
            self._memory.not_recorded((one.payment.number for one in together), now)
            raise

    def _still_due(self, number: int, now: float) -> Waiting | None:
        """A payment of the last list as it stands now; None if it is not to be looked up now."""
        payment = self._ledger.payment(number)
        if payment is None or not self._is_free(number, now):
            return None
        one = self._describe(payment)
        return one if _is_due(one) else None

    def _may_ask_in_bulk(self, one: Waiting, now: float) -> bool:
        return self._memory.may_ask_in_bulk(one.payment.number, now)

    def _is_free(self, number: int, now: float) -> bool:
        return number not in self._claims and self._memory.may_go_first(number, now)

    def _together(self, service: Service, due: Sequence[Waiting], now: float) -> list[Waiting]:
        same = [
            one
            for one in due
            if self._may_ask_in_bulk(one, now)
            and self._services.for_payment(one.payment) is service
        ]
        return same[:_MAX_WAITING]

    def _describe(self, payment: Payment, events: Sequence[Event] | None = None) -> Waiting:
        history = summarize(self._ledger.events(payment.number) if events is None else events)
        now, monotonic = self._clock.now(), self._clock.monotonic()
        due = self._schedule.due_at(payment.number, history, now, monotonic)
        left = max(0.0, due - monotonic)
        is_old = now - (payment.sent_at or payment.recorded_at) >= OLD_AFTER
        blocker = self._blocker(payment, history, left)
        return Waiting(payment, history, left, blocker, is_old)

    def _blocker(
        self, payment: Payment, history: LookupHistory, left: float
    ) -> CheckBlocker | None:
        if not history.was_answered and history.checks == 0 and left > 0:
            return CheckBlocker.TOO_EARLY
        try:
            if self._services.for_payment(payment) is not None:
                return None
            current = self._services.current()
        except VaultError:
            return CheckBlocker.VAULT
        return CheckBlocker.NO_TOKEN if current is None else CheckBlocker.OTHER_TOKEN

    @contextmanager
    def _claimed(self, several: Sequence[Waiting]) -> Iterator[list[Waiting]]:
        """Those of them that nobody else is settling and that still wait, as they stand now."""
        with self._claims.holding(one.payment.number for one in several) as numbers:
            now = (self._ledger.payment(number) for number in numbers)
            yield [
                self._describe(payment)
                for payment in now
                if payment is not None and payment.state is PaymentState.WAITING
            ]

    def _check_one(self, service: Service, one: Waiting, till: Till) -> Payment:
        with self._claimed([one]) as claimed:
            for mine in claimed:
                return self._look_up(service, mine, till)
        return self._ledger.payment(one.payment.number) or one.payment

    def _look_up(self, service: Service, one: Waiting, till: Till) -> Payment:
        payment = one.payment
        # The payment says so itself where a newer program wrote the answer in its own way.
        is_known = payment.acknowledged or one.history.acknowledged
        judgement, answer = look_up_all(
            service,
            payment.order,
            acknowledged=is_known or self._memory.was_known(payment.number),
            may_be_final=self._schedule.may_be_final(
                payment.number, one.history, self._clock.monotonic()
            ),
        )
        if answer.state == _STATUS_ERROR and one.history.status_errors >= _MAX_STATUS_ERRORS:
            # The service says neither yes nor no, again and again: a person decides (A11).
            judgement = replace(judgement, doubt=judgement.doubt or ReviewReason.STATUS_ERROR)
        if judgement.verdict is Verdict.REFUSED and payment.reason_code:
            # The refusal itself says why; the look-up only that it stands.
            judgement = replace(judgement, code=payment.reason_code, reason=payment.reason)
        return self._write(payment, judgement, answer, till)

    def _check_bulk(
        self, service: Service, several: Sequence[Waiting], till: Till
    ) -> tuple[Payment, ...]:
        """Several at once: only "still at work" is taken from it.

        The rest, after a call that did not work all of them, is asked for singly, one call each.
        """
        with self._claimed(several) as claimed:
            return self._look_up_bulk(service, claimed, till) if claimed else ()

    def _look_up_bulk(
        self, service: Service, several: Sequence[Waiting], till: Till
    ) -> tuple[Payment, ...]:
        answer = service.lookup_many([_first_reference(one.payment) for one in several])
        refuse_given_up(answer)
        if not bulk_works(answer):
            self._memory.bulk_failed(self._clock.monotonic())
        checked = []
        for one in several:
            number = one.payment.number
            judgement = judge_bulk(answer, _first_reference(one.payment))
            if judgement is not None and not judgement.needs_lookup:
                checked.append(self._write(one.payment, judgement, _shown(answer), till))
                continue
            self._memory.ask_singly(number, is_known=judgement is not None)
            checked.append(one.payment)
        return tuple(checked)

    def _write(
        self, payment: Payment, judgement: Judgement, answer: ServiceResponse, till: Till
    ) -> Payment:
        kind = EventKind.LOOKED_UP
        event = event_for(kind, self._clock.now(), payment.state, judgement, answer).by(till)
        try:
            after = append_answer(self._ledger, payment.number, event, update_for(kind, judgement))
        except LedgerError as error:
            log.error("payment %s: a look-up could not be recorded: %s", payment.number, error)
            raise
        self._memory.recorded(payment.number)
        if after.state is not PaymentState.WAITING:
            self._schedule.remove(payment.number)
        return after


def _is_due(one: Waiting) -> bool:
    """A payment for review is the owner's: no look-up ends it (rule 5)."""
    waits = one.payment.state is PaymentState.WAITING
    return waits and one.seconds_left <= 0 and one.blocker is None


def _first_reference(payment: Payment) -> str:
    """The reference that a payment is most likely known by; only a single look-up asks for all."""
    return payment.order.sent_references[0]


def _shown(answer: ServiceResponse) -> ServiceResponse:
    """A bulk answer as an event keeps it: its list is about other payments too."""
    return ServiceResponse(http_status=answer.http_status, problem=answer.problem, sent=answer.sent)
