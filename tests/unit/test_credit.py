"""The shop's credit at the service against the record: gaps are named, and none is invented."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.money import ZERO, Money
from desktop_app.core.payments.payment import Payment, PaymentState
from desktop_app.core.shifts.credit import (
    CreditNote,
    CreditNoteKind,
    GapCause,
    check_credit,
)
from tests.paper import PAID_AT, payment
from tests.sampling import LONG

DAYS = 30
START = Money.rupees(500_000)
_PRICES = (565, 1130, 1356, 1582, 1657, 2260, 3390, 12_995)
_STATES = (*[PaymentState.PAID] * 17, PaymentState.WAITING, PaymentState.NOT_PAID)


@dataclass(frozen=True)
class Day:
    """A day in the shop, and what the service really did with the credit."""

    payments: tuple[Payment, ...]
    notes: tuple[CreditNote, ...]
    closing: Money

    @staticmethod
    def simulated(rng: random.Random) -> Day:
        payments = tuple(_simulated_payment(rng, number) for number in range(rng.randint(5, 80)))
        notes = tuple(
            CreditNote(rng.choice((CreditNoteKind.TOP_UP, CreditNoteKind.CHARGE)), PAID_AT, amount)
            for amount in (Money.rupees(50_000), Money.rupees(25))[: rng.randint(0, 2)]
        )
        closing = START
        for one in payments:
            closing -= one.order.amount if one.state is PaymentState.PAID else ZERO
        for note in notes:
            closing += note.amount if note.kind is CreditNoteKind.TOP_UP else -note.amount
        return Day(payments, notes, closing)

    def causes(self) -> list[tuple[GapCause, int | None]]:
        """What is named, each explanation by its first part."""
        check = check_credit(START, self.closing, self.payments, self.notes)
        return [(parts[0].cause, _number(parts[0].payment)) for parts in check.explanations]


def _number(found: Payment | None) -> int | None:
    return None if found is None else found.number


def _simulated_payment(rng: random.Random, number: int) -> Payment:
    # Paisa tell most payments apart, as in life.
    amount = Money(rng.choice(_PRICES) * 100 + rng.randrange(100))
    made = payment(rng.choice(_STATES), amount=amount, cash_due=amount)
    return replace(made, number=number + 1, sent_at=PAID_AT + timedelta(minutes=number))


def chosen(day: Day, rng: random.Random, *states: PaymentState) -> Payment | None:
    fitting = [one for one in day.payments if one.state in states]
    return rng.choice(fitting) if fitting else None


@pytest.mark.parametrize("seed", range(DAYS * (10 if LONG else 1)))
def test_of_thirty_days_no_gap_is_invented_and_each_of_the_five_is_named(seed: int) -> None:
    rng = random.Random(seed)
    day = Day.simulated(rng)
    assert day.causes() == []
    unknown = chosen(day, rng, PaymentState.WAITING, PaymentState.NOT_PAID)
    if unknown is not None:
        taken = replace(day, closing=day.closing - unknown.order.amount)
        assert (GapCause.TAKEN_UNKNOWN_HERE, unknown.number) in taken.causes()
    paid = chosen(day, rng, PaymentState.PAID)
    assert paid is not None
    twice = replace(day, closing=day.closing - paid.order.amount)
    assert (GapCause.TAKEN_TWICE, paid.number) in twice.causes()
    back = replace(day, closing=day.closing + paid.order.amount)
    assert (GapCause.REVERSED, paid.number) in back.causes()
    charged = replace(day, closing=day.closing - Money.rupees(10))
    assert charged.causes() == [(GapCause.CHARGE, None)]
    topped_up = replace(day, closing=day.closing + Money.rupees(25_000))
    assert topped_up.causes() == [(GapCause.TOP_UP, None)]


def test_several_in_doubt_explain_a_gap_together() -> None:
    amounts = (Money(101_00), Money(1010_01), Money(10_100_10))
    waiting = tuple(
        replace(payment(PaymentState.WAITING, amount=amount), number=number)
        for number, amount in enumerate(amounts, 1)
    )
    check = check_credit(START, START - sum(amounts, start=ZERO), waiting, ())
    assert [part.payment for part in check.explanations[0]] == list(waiting)
    assert check.explanations[-1][0].cause is GapCause.CHARGE


def test_two_sure_payments_are_not_put_together_by_chance() -> None:
    paid = tuple(
        replace(payment(amount=Money.rupees(rupees)), number=number)
        for number, rupees in enumerate((1000, 990), 1)
    )
    check = check_credit(START, START - Money.rupees(1990 + 10), paid, ())
    assert [parts[0].cause for parts in check.explanations] == [GapCause.CHARGE]


@given(
    opening=st.integers(0, 10**9),
    closing=st.integers(0, 10**9),
    noted=st.lists(st.tuples(st.sampled_from(CreditNoteKind), st.integers(1, 10**7)), max_size=4),
)
def test_every_explanation_explains_the_whole_gap(
    opening: int, closing: int, noted: list[tuple[CreditNoteKind, int]]
) -> None:
    notes = [CreditNote(kind, PAID_AT, Money(paisa)) for kind, paisa in noted]
    payments = (payment(), replace(payment(PaymentState.WAITING), number=2))
    check = check_credit(Money(opening), Money(closing), payments, notes)
    assert bool(check.explanations) == bool(check.gap)
    for parts in check.explanations:
        assert sum((part.amount for part in parts), start=ZERO) == check.gap
    assert check.expected + check.gap == check.closing
