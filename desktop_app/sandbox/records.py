"""The state of the practice service: balance, used references and payments; optionally a file."""

from __future__ import annotations

import contextlib
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from desktop_app.sandbox.outcomes import Outcome, State, plan_of
from desktop_app.system.files import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

NEPAL = timezone(timedelta(hours=5, minutes=45))
_OPEN = (State.QUEUED, State.PROCESSING)
# Enough that no till's reference comes back, few enough that the file is written in no time.
_MAX_REFERENCES = 20_000
_FIRST_NUMBER = 130_144
_MAX_DAYS = 400


class PaymentRecord(msgspec.Struct, frozen=True):
    """The service's own truth about one payment. ``amount`` is in rupees, ``choice`` the id paid.

    ``state`` is what a look-up would say, ``number`` the service's id of the transaction,
    ``selected`` what the last read of the session was asked for.
    """

    reference: str
    slug: str
    account: str
    amount: Decimal
    state: State
    choice: str
    number: int
    at: datetime
    outcome: Outcome
    lookups: int
    ready_at: datetime
    selected: str = ""


class _Kept(msgspec.Struct):
    """The state file."""

    credit: Decimal
    consumed: Decimal
    next_number: int
    references: list[str]
    payments: list[PaymentRecord]
    tried: list[str] = []
    credit_by_day: dict[date, Decimal] = {}


class Records:
    """Not thread-safe: its service holds a lock around every call."""

    def __init__(self, credit: Decimal, file: Path | None) -> None:
        self._file = file
        self._changed = False
        kept = _read(file) or _Kept(credit, Decimal(0), _FIRST_NUMBER, [], [])
        self.credit = kept.credit
        self.consumed = kept.consumed
        self._next_number = kept.next_number
        self._references = dict.fromkeys(kept.references)
        self._payments = {payment.reference: payment for payment in kept.payments}
        self._tried = set(kept.tried)
        self._credit_by_day = dict(kept.credit_by_day)

    @property
    def payments(self) -> tuple[PaymentRecord, ...]:
        """All payments, oldest first."""
        return tuple(self._payments.values())

    @property
    def tried(self) -> frozenset[str]:
        """The account ids of lessons that were looked up."""
        return frozenset(self._tried)

    def note_tried(self, lesson: str) -> None:
        """Remember that the account id of a lesson was looked up, whatever was found."""
        if lesson not in self._tried:
            self._tried.add(lesson)
            self._changed = True

    def next_number(self) -> int:
        """A fresh number for a session or a transaction."""
        self._next_number += 1
        self._changed = True
        return self._next_number

    def use_reference(self, reference: str) -> bool:
        """Note that the reference was used; False if it had been before."""
        if reference in self._references:
            return False
        self._references[reference] = None
        self._changed = True
        while len(self._references) > _MAX_REFERENCES:
            del self._references[next(iter(self._references))]
        return True

    def add(self, payment: PaymentRecord) -> None:
        """Book a payment; credit goes down unless it failed."""
        self._payments[payment.reference] = payment
        if payment.state is not State.FAILED:
            self._charge(payment.amount)
        self._changed = True

    def look_up(self, reference: str, now: datetime) -> PaymentRecord | None:
        """The payment as it stands; a look-up is what brings a waiting one on."""
        payment = self._payments.get(reference)
        if payment is None:
            return None
        payment = self._brought_on(payment, now, looked_up=True)
        if plan_of(payment.outcome).forgotten and payment.state is State.FAILED:
            return None
        return payment

    def settle(self, now: datetime) -> None:
        """Bring on every waiting payment whose time has come."""
        for payment in self.payments:
            self._brought_on(payment, now, looked_up=False)

    def choices_today(
        self, slug: str, account: str, states: Iterable[State], now: datetime
    ) -> list[str]:
        """Return the choices paid for the account today (Nepal's day), in these states.

        Only today's payments count, so that practice customers owe their bills again tomorrow.
        """
        today, among = now.astimezone(NEPAL).date(), tuple(states)
        return [
            payment.choice
            for payment in self._payments.values()
            if (payment.slug, payment.account) == (slug, account)
            and payment.state in among
            and payment.at.astimezone(NEPAL).date() == today
        ]

    def start_again(self, credit: Decimal) -> None:
        """Full credit and nothing paid; references that were used stay used."""
        self.credit, self.consumed = credit, Decimal(0)
        self._payments.clear()
        self._changed = True

    def refill(self, credit: Decimal) -> None:
        """This much credit from now on; payments stay as they are."""
        self.credit = credit
        self._changed = True

    def note_credit(self, now: datetime) -> None:
        """Keep the credit of the day so far."""
        today = now.astimezone(NEPAL).date()
        if self._credit_by_day.get(today) != self.credit:
            self._credit_by_day[today] = self.credit
            self._changed = True
        while len(self._credit_by_day) > _MAX_DAYS:
            del self._credit_by_day[min(self._credit_by_day)]

    def credit_on(self, day: date) -> Decimal | None:
        """The credit at the end of a day; None for a day before the first that is known."""
        known = [other for other in self._credit_by_day if other <= day]
        return self._credit_by_day[max(known)] if known else None

    def save(self) -> None:
        """Write the state file as a whole or not at all, if anything changed.

        Raises:
            OSError: it cannot be written; what is in memory stays.
        """
        if self._file is None or not self._changed:
            return
        kept = _Kept(
            self.credit,
            self.consumed,
            self._next_number,
            list(self._references),
            list(self._payments.values()),
            sorted(self._tried),
            self._credit_by_day,
        )
        _write(self._file, msgspec.json.encode(kept))
        self._changed = False

    def _charge(self, amount: Decimal) -> None:
        self.credit -= amount
        self.consumed += amount

    def _brought_on(
        self, payment: PaymentRecord, now: datetime, *, looked_up: bool
    ) -> PaymentRecord:
        plan = plan_of(payment.outcome)
        later = plan.later
        may_move = payment.state in _OPEN or (plan.taken_back and payment.state is State.SUCCESS)
        if later is None or not may_move:
            return payment
        lookups = payment.lookups - (1 if looked_up else 0)
        if lookups <= 0 or now >= payment.ready_at:
            state = later
        elif looked_up:
            state = payment.state if plan.taken_back else State.PROCESSING
        else:
            return payment
        payment = msgspec.structs.replace(payment, state=state, lookups=lookups)
        self._payments[payment.reference] = payment
        self._changed = True
        if state is State.FAILED:
            self._charge(-payment.amount)
        return payment


def _read(file: Path | None) -> _Kept | None:
    """The state file; a damaged one is put aside, as practice must always start."""
    if file is None or not file.exists():
        return None
    try:
        return msgspec.json.decode(file.read_bytes(), type=_Kept)
    except (msgspec.MsgspecError, ValueError):
        stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
        with contextlib.suppress(OSError):
            file.replace(file.with_name(f"{file.name}.damaged-{stamp}"))
        return None


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    write_whole(file, content)
