"""The shop's credit at the service: readings, notes, the comparison, the request for more.

Every method may wait: call it from a worker only.
"""

from __future__ import annotations

import logging
import threading
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from desktop_app.core.clock import NEPAL
from desktop_app.core.errors import BhuktaniError, LedgerError, Problem, ServiceError
from desktop_app.core.money import ZERO, Money
from desktop_app.core.payments.balance import balance_of
from desktop_app.core.payments.response import require_success
from desktop_app.core.shifts.commission import (
    CommissionMonth,
    CommissionRate,
    commission_sheet,
    may_be_rate,
)
from desktop_app.core.shifts.credit import (
    OWN_KINDS,
    CreditNote,
    CreditNoteKind,
    check_credit,
    was_under_way,
)
from desktop_app.core.shifts.credit_day import CreditDay, CreditRequest, RequestOutcome
from desktop_app.core.shifts.credit_pace import CreditPace, earlier_days, pace_of

if TYPE_CHECKING:
    from desktop_app.application.environments import Environments
    from desktop_app.core.clock import Clock
    from desktop_app.core.environment import Environment
    from desktop_app.core.payments.response import ServiceResponse
    from desktop_app.core.shifts.credit_ports import CreditLedger
    from desktop_app.core.shop import Till

log = logging.getLogger(__name__)

_DAY = timedelta(days=1)
_MOMENT = timedelta(microseconds=1)
_OLDEST = timedelta(days=7)
_PRESSED_TWICE = timedelta(minutes=2)
"""Within it nobody asks for the same amount again on purpose."""


class Credit:
    """The credit of each environment's account, shared by all its counters."""

    def __init__(self, environments: Environments, clock: Clock) -> None:
        self._environments = environments
        self._clock = clock
        self._asking = threading.Lock()
        self._paces: dict[tuple[Environment, date], CreditPace] = {}

    # --- readings -------------------------------------------------------------------------

    def keep_reading(
        self, environment: Environment, till: Till, reading: CreditNote, *, first_of_day: bool
    ) -> CreditNote | None:
        """Keep a balance that the service told, as a note.

        Args:
            environment: whose credit it is.
            till: who stands there.
            reading: the balance, and when it was asked for.
            first_of_day: only if the day has none yet.

        Returns:
            The reading that the day has; None where a payment was being sent meanwhile: what is
            told then is with its money or without.
        """
        ledger = self._environments.credit(environment)
        if first_of_day:
            last = ledger.last_reading(reading.at)
            if last is not None and last.at >= _start_of(_day_of(reading.at)):
                return last
        if was_under_way(ledger.moved_between(reading.at - _DAY, self._clock.now()), reading.at):
            return None
        return ledger.add_note(till, reading)

    # --- the comparison -------------------------------------------------------------------

    def check(
        self, environment: Environment, day: date, latest: CreditNote | None = None
    ) -> CreditDay:
        """Compare a day's credit with the record.

        It is compared from the last reading before the day's first payment to the last one before
        the next day's first payment, so that days leave nothing out between them.

        Args:
            environment: whose credit.
            day: the day in Nepal.
            latest: the balance just now; it ends the day of today.
        """
        ledger = self._environments.credit(environment)
        begin, end = _start_of(day), _start_of(day + _DAY)
        today = end > self._clock.now()
        opening = self._opening(ledger, begin, end)
        asked = False
        if opening is None:
            opening = self._credit_on(environment, day - _DAY)
            asked = opening is not None
        if opening is None:
            # All that can be said is from the first reading on.
            readings = (n for n in ledger.notes(begin, end) if _is_reading(n))
            opening = next(readings, None)
        closing = latest if today else None
        if closing is None:
            closing = self._opening(ledger, end, end + _DAY) or ledger.last_reading(end)
        if opening is None:
            return CreditDay(day, None, closing, notes=ledger.notes(begin, end))
        until = max(end, closing.at + _MOMENT) if closing is not None else end
        notes = ledger.notes(opening.at, until)
        if closing is None or closing.at <= opening.at:
            return CreditDay(day, opening, None, notes=notes, is_asked=asked)
        payments = ledger.moved_between(opening.at, closing.at)
        check = check_credit(opening, closing, payments, notes)
        return CreditDay(day, opening, closing, check, notes, asked)

    def _opening(self, ledger: CreditLedger, begin: datetime, end: datetime) -> CreditNote | None:
        """The first reading of a day if no payment was sent before it, else the last one before.

        None where that is older than a week: nobody looks for a gap of so long ago.
        """
        moved = ledger.moved_between(begin, end)
        sent = [p.sent_at for p in moved if p.sent_at is not None and begin <= p.sent_at < end]
        first = next((n for n in ledger.notes(begin, end) if _is_reading(n)), None)
        if first is not None and all(first.at < at for at in sent):
            return first
        found = ledger.last_reading(begin - _MOMENT)
        return found if found is not None and found.at > begin - _OLDEST else None

    def _credit_on(self, environment: Environment, day: date) -> CreditNote | None:
        """What the service tells of the end of a day, as a reading that is not kept."""
        try:
            amount = balance_of(self._environments.service(environment).credit_on(day))
        except BhuktaniError as error:
            log.warning("the credit of a day is not told: %s", error)
            return None
        return CreditNote(CreditNoteKind.READING, _start_of(day + _DAY) - _MOMENT, amount)

    # --- how long it lasts ----------------------------------------------------------------

    def lasts_until(self, environment: Environment, credit: Money) -> datetime | None:
        """When the credit will be used up today, by the same weekdays of the last weeks.

        Those weeks are read once a day. None where it lasts the day, or nobody can tell.
        """
        now = self._clock.now()
        key = (environment, _day_of(now))
        pace = self._paces.get(key)
        if pace is None:
            ledger = self._environments.ledger(environment)
            days = [(_start_of(day), _start_of(day + _DAY)) for day in earlier_days(key[1])]
            pace = pace_of(ledger.history.within(days))
            self._paces = {key: pace}
        return pace.lasts_until(credit, now)

    # --- what the owner notes -------------------------------------------------------------

    def note(
        self, environment: Environment, till: Till, kind: CreditNoteKind, amount: Money, words: str
    ) -> CreditNote:
        """Note a top-up or a charge.

        Raises:
            LedgerError: ``ILLEGAL_STEP`` for no amount, or a kind that the program notes.
        """
        if kind not in OWN_KINDS or amount <= ZERO:
            raise LedgerError(Problem.ILLEGAL_STEP, step=kind)
        return self._add(environment, till, kind, amount, words)

    def take_back(self, environment: Environment, till: Till, wrong: CreditNote) -> CreditNote:
        """Take a wrong note of a top-up or a charge back, by a counter-note; once.

        Raises:
            LedgerError: ``ILLEGAL_STEP`` where it is none, or was taken back before.
        """
        ledger = self._environments.credit(environment)
        mark = counter_mark(wrong)
        later = ledger.notes(wrong.at, self._clock.now() + _MOMENT)
        taken_back = any(n.note == mark and n.kind is wrong.kind for n in later)
        if wrong.kind not in OWN_KINDS or wrong.amount <= ZERO or taken_back:
            raise LedgerError(Problem.ILLEGAL_STEP, step=wrong.kind)
        return self._add(environment, till, wrong.kind, -wrong.amount, mark)

    def _add(
        self, environment: Environment, till: Till, kind: CreditNoteKind, amount: Money, words: str
    ) -> CreditNote:
        note = CreditNote(kind, self._clock.now(), amount, words.strip())
        return self._environments.credit(environment).add_note(till, note)

    # --- the commission -------------------------------------------------------------------

    def commission(self, environment: Environment, since: date, until: date) -> CommissionMonth:
        """The commission that is expected for the bills of some days, and the rates."""
        ledger = self._environments.credit(environment)
        rates = ledger.rates()
        paid = ledger.paid_between(_start_of(since), _start_of(until + _DAY))
        return CommissionMonth(commission_sheet(paid, rates, since, until), rates)

    def add_rate(self, environment: Environment, till: Till, rate: CommissionRate) -> None:
        """Enter a rate. A wrong one is corrected by another from the same day.

        Raises:
            LedgerError: ``ILLEGAL_STEP`` for one that no provider pays.
        """
        entered = replace(rate, at=self._clock.now())
        if not may_be_rate(entered):
            raise LedgerError(Problem.ILLEGAL_STEP, step="rate")
        self._environments.credit(environment).add_rate(till, entered)

    # --- the request ----------------------------------------------------------------------

    def request(self, environment: Environment, till: Till, amount: Money) -> CreditRequest:
        """Ask the service for more credit, once.

        It is noted before it is sent: whatever breaks, the record tells that it was asked.

        Raises:
            BhuktaniError: there is no token, or it could not be noted; nothing was sent.
        """
        if amount <= ZERO:
            raise LedgerError(Problem.ILLEGAL_STEP, step=CreditNoteKind.REQUESTED)
        service = self._environments.service(environment)
        with self._asking:
            earlier = self._just_asked(environment, amount)
            if earlier is not None:
                return CreditRequest(RequestOutcome.REPEATED, earlier)
            note = self._add(environment, till, CreditNoteKind.REQUESTED, amount, "")
            done = _outcome(note, service.request_credit(amount))
        words = f"{done.outcome}: {done.reason}" if done.reason else done.outcome.value
        try:
            self._add(environment, till, CreditNoteKind.REQUESTED, ZERO, words)
        except LedgerError as error:
            log.error("the answer to a credit request is not noted: %s", error)
        return done

    def _just_asked(self, environment: Environment, amount: Money) -> CreditNote | None:
        now = self._clock.now()
        notes = self._environments.credit(environment).notes(now - _PRESSED_TWICE, now + _DAY)
        return next(
            (n for n in notes if n.kind is CreditNoteKind.REQUESTED and n.amount == amount), None
        )


def _outcome(note: CreditNote, answer: ServiceResponse) -> CreditRequest:
    try:
        require_success(answer)
    except ServiceError as error:
        if error.problem is Problem.REFUSED:
            return CreditRequest(RequestOutcome.REFUSED, note, answer.explanation)
        outcome = RequestOutcome.UNANSWERED if answer.sent else RequestOutcome.NOT_SENT
        return CreditRequest(outcome, note)
    return CreditRequest(RequestOutcome.RECEIVED, note)


def counter_mark(wrong: CreditNote) -> str:
    """The words of a counter-note: they name the note that it takes back."""
    return f"−{wrong.number}"


def _is_reading(note: CreditNote) -> bool:
    return note.kind is CreditNoteKind.READING


def _day_of(at: datetime) -> date:
    return at.astimezone(NEPAL).date()


def _start_of(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=NEPAL)
