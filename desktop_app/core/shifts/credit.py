"""Reconciles the shop's credit at the service with the record, and names what explains a gap.

Qt-free. The service tells what credit there is; the record tells what was paid, topped up and
charged between two such readings. Where they differ, some payment is not what the record says of
it, or something is missing in it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
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


class CreditNoteKind(StrEnum):
    """The kind of a note on the shop's credit."""

    READING = "reading"
    TOP_UP = "top_up"
    CHARGE = "charge"


@dataclass(frozen=True, slots=True)
class CreditNote:
    """A moment's credit as the service told it, or money that the owner knows to have moved.

    ``amount`` is the credit of a reading, and what a top-up added or a charge took.
    """

    kind: CreditNoteKind
    at: datetime
    amount: Money


class GapCause(StrEnum):
    """What can explain that the service has another credit than the record."""

    TAKEN_UNKNOWN_HERE = "taken_unknown_here"
    """The service took the money of a payment that is open or NOT PAID here."""
    TAKEN_TWICE = "taken_twice"
    REVERSED = "reversed"
    """The service gave back the money of a payment that is PAID here."""
    CHARGE = "charge"
    TOP_UP = "top_up"


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
        paid, charges, top_ups: what the record has in between.
        explanations: each explains the whole gap, the likeliest first; empty where there is none.
            Several where more than one thing fits: a person tells which.
    """

    opening: Money
    closing: Money
    paid: Money
    charges: Money
    top_ups: Money
    explanations: tuple[tuple[GapPart, ...], ...] = ()

    @property
    def expected(self) -> Money:
        """The credit that there would be if the record were whole."""
        return self.opening - self.paid - self.charges + self.top_ups

    @property
    def gap(self) -> Money:
        """What the service has more than expected; below zero for less."""
        return self.closing - self.expected


def check_credit(
    opening: Money, closing: Money, payments: Sequence[Payment], notes: Iterable[CreditNote]
) -> CreditCheck:
    """Compare the credit with the record.

    Args:
        opening, closing: the readings.
        payments: those that were sent between them, whatever became of them.
        notes: top-ups and charges between them; readings are left out.
    """
    told = tuple(notes)
    check = CreditCheck(
        opening,
        closing,
        paid=_sum(p.order.amount for p in payments if p.state is PaymentState.PAID),
        charges=_sum(note.amount for note in told if note.kind is CreditNoteKind.CHARGE),
        top_ups=_sum(note.amount for note in told if note.kind is CreditNoteKind.TOP_UP),
    )
    if not check.gap:
        return check
    return replace(check, explanations=tuple(_explanations(check.gap, payments)))


def _explanations(gap: Money, payments: Sequence[Payment]) -> Iterator[tuple[GapPart, ...]]:
    """The likeliest first: one payment, several that are in doubt, then what nobody noted.

    Two payments of which the record is sure are never put together: on a busy day some two of them
    add up to any gap by chance.
    """
    parts = tuple(_parts(payments))
    yield from ((part,) for part in parts if part.amount == gap)
    doubtful = [part for part in parts if part.cause is GapCause.TAKEN_UNKNOWN_HERE]
    for count in range(2, min(len(doubtful), _AT_ONCE) + 1):
        for chosen in combinations(doubtful, count):
            if _sum(part.amount for part in chosen) == gap:
                yield chosen
    yield (GapPart(GapCause.TOP_UP if gap > ZERO else GapCause.CHARGE, gap),)


def _parts(payments: Iterable[Payment]) -> Iterator[GapPart]:
    """What each payment could have done to the credit beside what the record says."""
    for payment in payments:
        amount = payment.order.amount
        if payment.state in HELD_STATES or payment.state is PaymentState.NOT_PAID:
            yield GapPart(GapCause.TAKEN_UNKNOWN_HERE, ZERO - amount, payment)
        elif payment.state is PaymentState.PAID:
            yield GapPart(GapCause.TAKEN_TWICE, ZERO - amount, payment)
            yield GapPart(GapCause.REVERSED, amount, payment)


def _sum(amounts: Iterable[Money]) -> Money:
    return sum(amounts, start=ZERO)
