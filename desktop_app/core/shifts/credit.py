"""Reconciles the shop's credit at the service with the record, and names what explains a gap.

Qt-free. The service tells what credit there is; the record tells what was paid, topped up and
charged between two such readings. Where they differ, some payment is not what the record says of
it, or something is missing in it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from itertools import combinations
from typing import TYPE_CHECKING

from desktop_app.core.money import ZERO, Money
from desktop_app.core.payments.payment import HELD_STATES, Payment, PaymentState

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

_AT_ONCE = 3
"""As many payments in doubt are looked for that explain a gap together."""

_MOST_DOUBTFUL = 40
"""Among more of them some add up to any gap by chance."""

_LONGEST_CALL = timedelta(minutes=5)
"""No call that pays is under way for so long; what ends later has waited."""


class CreditNoteKind(StrEnum):
    """The kind of a note on the shop's credit."""

    READING = "reading"
    TOP_UP = "top_up"
    CHARGE = "charge"
    REQUESTED = "requested"
    """The service was asked for more credit. It moves none."""
    WRITTEN_BY_NEWER = "written_by_newer"
    """Never written: stands for a kind that only a newer program knows."""


OWN_KINDS = frozenset({CreditNoteKind.TOP_UP, CreditNoteKind.CHARGE})
"""What the owner notes; the others are noted by the program."""


@dataclass(frozen=True, slots=True)
class CreditNote:
    """A moment's credit as the service told it, or money that the owner knows to have moved.

    ``amount`` is the credit of a reading, what a top-up added or a charge took, or what was asked
    for. A note is never changed: a wrong one is taken back by one of the same kind with the same
    amount below zero.
    """

    kind: CreditNoteKind
    at: datetime
    amount: Money
    note: str = ""
    operator: str = ""
    operator_id: str = ""
    number: int = 0
    """Given by the ledger; 0 for one that is not written."""


class GapCause(StrEnum):
    """What can explain that the service has another credit than the record."""

    TAKEN_UNKNOWN_HERE = "taken_unknown_here"
    """The service took the money of a payment that is open or NOT PAID here."""
    TAKEN_TWICE = "taken_twice"
    TAKEN_LATE = "taken_late"
    """The service took the money of an earlier payment only after the first reading."""
    REVERSED = "reversed"
    """The service gave back the money of a payment that is PAID here."""
    GIVEN_BACK = "given_back"
    """The service gave back the money of an earlier payment that is NOT PAID here."""
    REVERSED_BEFORE = "reversed_before"
    """The money of a payment that is known to be reversed was back before the first reading."""
    CHARGE = "charge"
    TOP_UP = "top_up"


_LIKELIEST = (
    GapCause.TAKEN_UNKNOWN_HERE,
    GapCause.TAKEN_LATE,
    GapCause.REVERSED_BEFORE,
    GapCause.GIVEN_BACK,
    GapCause.TAKEN_TWICE,
    GapCause.REVERSED,
)
"""What is in doubt anyway, before what the record is sure of."""


@dataclass(frozen=True, slots=True)
class GapPart:
    """One thing that explains a gap or a part of it. ``payment`` is None where there is none.

    ``amount`` is what it did to the credit: below zero where money was taken.
    """

    cause: GapCause
    amount: Money
    payment: Payment | None = None


@dataclass(frozen=True, slots=True)
class CreditCheck:
    """The credit between two readings.

    Attributes:
        opening, closing: what the service told at the beginning and at the end.
        paid, given_back, charges, top_ups: what the record has in between. ``given_back`` is of
            payments that are known to be reversed.
        explanations: each explains the whole gap, the likeliest first; empty where there is none.
            Several where more than one thing fits: a person tells which.
    """

    opening: Money
    closing: Money
    paid: Money
    charges: Money
    top_ups: Money
    given_back: Money = ZERO
    explanations: tuple[tuple[GapPart, ...], ...] = ()

    @property
    def expected(self) -> Money:
        """The credit that there would be if the record were whole."""
        return self.opening - self.paid + self.given_back - self.charges + self.top_ups

    @property
    def gap(self) -> Money:
        """What the service has more than expected; below zero for less."""
        return self.closing - self.expected


def was_under_way(payments: Iterable[Payment], at: datetime) -> bool:
    """Tell whether one of the payments was being sent at that moment.

    Nobody can tell whether the credit that the service told then is with its money or without.
    """
    return any(
        payment.sent_at is not None
        and payment.sent_at <= at
        and (payment.state is PaymentState.SENDING or payment.changed_at > at)
        and payment.changed_at - payment.sent_at < _LONGEST_CALL
        for payment in payments
    )


def check_credit(
    opening: CreditNote,
    closing: CreditNote,
    payments: Iterable[Payment],
    notes: Iterable[CreditNote],
) -> CreditCheck:
    """Compare the credit of two moments with the record.

    Args:
        opening, closing: the readings.
        payments: those that were sent, ended or reversed between them, whatever became of them.
        notes: top-ups and charges; only those between the readings count.
    """
    during: list[Payment] = []
    earlier: list[Payment] = []
    for payment in payments:
        if payment.sent_at is not None and payment.sent_at <= closing.at:
            (during if payment.sent_at > opening.at else earlier).append(payment)
    told = [note for note in notes if opening.at < note.at <= closing.at]
    reversed_ones = [p for p in (*during, *earlier) if _is_reversed(p, opening.at, closing.at)]
    check = CreditCheck(
        opening.amount,
        closing.amount,
        paid=_sum(p.order.payable for p in during if p.state is PaymentState.PAID),
        charges=_sum(note.amount for note in told if note.kind is CreditNoteKind.CHARGE),
        top_ups=_sum(note.amount for note in told if note.kind is CreditNoteKind.TOP_UP),
        given_back=_sum(p.order.payable for p in reversed_ones),
    )
    if not check.gap:
        return check
    parts = (*_parts(during, reversed_ones), *_late_parts(earlier, reversed_ones, opening.at))
    return replace(check, explanations=tuple(_explanations(check.gap, parts)))


def _is_reversed(payment: Payment, since: datetime, until: datetime) -> bool:
    return payment.reversed_at is not None and since < payment.reversed_at <= until


def _explanations(gap: Money, parts: Sequence[GapPart]) -> Iterator[tuple[GapPart, ...]]:
    """The likeliest first: one payment, several that are in doubt, then what nobody noted.

    Two payments of which the record is sure are never put together: on a busy day some two of them
    add up to any gap by chance.
    """
    likeliest = sorted(parts, key=lambda part: _LIKELIEST.index(part.cause))
    yield from ((part,) for part in likeliest if part.amount == gap)
    doubtful = [part for part in parts if part.cause is GapCause.TAKEN_UNKNOWN_HERE][
        :_MOST_DOUBTFUL
    ]
    for count in range(2, min(len(doubtful), _AT_ONCE) + 1):
        for chosen in combinations(doubtful, count):
            if _sum(part.amount for part in chosen) == gap:
                yield chosen
    yield (GapPart(GapCause.TOP_UP if gap > ZERO else GapCause.CHARGE, gap),)


def _parts(payments: Iterable[Payment], reversed_ones: Sequence[Payment]) -> Iterator[GapPart]:
    """What each payment between the readings could have done beside what the record says."""
    for payment in payments:
        amount = payment.order.payable
        if payment.state in HELD_STATES or payment.state is PaymentState.NOT_PAID:
            yield GapPart(GapCause.TAKEN_UNKNOWN_HERE, -amount, payment)
        elif payment.state is PaymentState.PAID:
            yield GapPart(GapCause.TAKEN_TWICE, -amount, payment)
            if payment not in reversed_ones:
                yield GapPart(GapCause.REVERSED, amount, payment)


def _late_parts(
    payments: Iterable[Payment], reversed_ones: Sequence[Payment], opening: datetime
) -> Iterator[GapPart]:
    """What payments sent before the first reading could have done after it."""
    for payment in payments:
        amount = payment.order.payable
        if payment in reversed_ones:
            yield GapPart(GapCause.REVERSED_BEFORE, -amount, payment)
        elif payment.state is PaymentState.NOT_PAID and payment.changed_at > opening:
            yield GapPart(GapCause.GIVEN_BACK, amount, payment)
        elif payment.state in HELD_STATES or payment.changed_at > opening:
            yield GapPart(GapCause.TAKEN_LATE, -amount, payment)


def _sum(amounts: Iterable[Money]) -> Money:
    return sum(amounts, start=ZERO)
