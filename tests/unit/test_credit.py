"""The shop's credit at the service against the record: gaps are named, and none is invented."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.billing.accounts import LineKind, QuoteLine
from desktop_app.core.money import ZERO, Money
from desktop_app.core.payments.payment import Payment, PaymentState
from desktop_app.core.shifts.credit import (
    CreditCheck,
    CreditNote,
    CreditNoteKind,
    GapCause,
    check_credit,
    was_under_way,
)
from tests.paper import PAID_AT, payment
from tests.sampling import LONG

if TYPE_CHECKING:
    from collections.abc import Iterable

DAYS = 30
START = Money.rupees(500_000)
MORNING, EVENING = PAID_AT - timedelta(hours=4), PAID_AT + timedelta(hours=6)
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
        check = check_credit(
            reading(START), reading(self.closing, EVENING), self.payments, self.notes
        )
        return [(parts[0].cause, _number(parts[0].payment)) for parts in check.explanations]


def reading(amount: Money, at: datetime = MORNING) -> CreditNote:
    return CreditNote(CreditNoteKind.READING, at, amount)


def sent(number: int, state: PaymentState = PaymentState.PAID, **changes: Any) -> Payment:
    """A payment of Rs. 1,000 and so many paisa, sent between the readings."""
    amount = Money(100_000 + number)
    made = payment(state, amount=amount, cash_due=amount)
    return replace(made, **{"number": number, "sent_at": PAID_AT, "changed_at": PAID_AT, **changes})


def gap_of(payments: Iterable[Payment], moved: Money, *notes: CreditNote) -> CreditCheck:
    """What is found where the service's credit has moved by so much."""
    return check_credit(reading(START), reading(START + moved, EVENING), payments, notes)


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
        replace(payment(PaymentState.WAITING, amount=amount), number=number, sent_at=PAID_AT)
        for number, amount in enumerate(amounts, 1)
    )
    check = gap_of(waiting, -sum(amounts, start=ZERO))
    assert [part.payment for part in check.explanations[0]] == list(waiting)
    assert check.explanations[-1][0].cause is GapCause.CHARGE


def test_two_sure_payments_are_not_put_together_by_chance() -> None:
    paid = tuple(
        replace(payment(amount=Money.rupees(rupees)), number=number, sent_at=PAID_AT)
        for number, rupees in enumerate((1000, 990), 1)
    )
    check = gap_of(paid, -Money.rupees(1990 + 10))
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
    payments = (sent(1), sent(2, PaymentState.WAITING))
    before, after = reading(Money(opening)), reading(Money(closing), EVENING)
    check = check_credit(before, after, payments, notes)
    assert bool(check.explanations) == bool(check.gap)
    for parts in check.explanations:
        assert sum((part.amount for part in parts), start=ZERO) == check.gap
    assert check.expected + check.gap == check.closing


def causes_of(check: CreditCheck) -> list[GapCause]:
    return [parts[0].cause for parts in check.explanations]


def test_what_is_known_to_be_reversed_is_no_gap() -> None:
    back = sent(1, reversed_at=PAID_AT + timedelta(hours=1))
    assert gap_of((back,), ZERO).gap == ZERO
    # It was sent the day before: its money came back today.
    earlier = replace(back, sent_at=MORNING - timedelta(hours=9))
    check = gap_of((earlier,), back.order.amount)
    assert (check.given_back, check.gap) == (back.order.amount, ZERO)


def test_a_reversal_that_is_not_known_yet_is_named() -> None:
    known_later = sent(1, reversed_at=EVENING + timedelta(hours=1))
    assert causes_of(gap_of((known_later,), ZERO))[0] is GapCause.REVERSED


def test_a_reversal_that_was_back_before_the_first_reading_is_named() -> None:
    night = MORNING - timedelta(hours=9)
    earlier = sent(1, sent_at=night, changed_at=night, reversed_at=PAID_AT)
    assert causes_of(gap_of((earlier,), ZERO))[0] is GapCause.REVERSED_BEFORE


def test_of_a_payment_of_the_day_before_the_day_on_which_its_money_moved_is_named() -> None:
    night = MORNING - timedelta(hours=9)
    given_back = sent(1, PaymentState.NOT_PAID, sent_at=night)
    assert causes_of(gap_of((given_back,), given_back.order.amount))[0] is GapCause.GIVEN_BACK
    for state in (PaymentState.WAITING, PaymentState.PAID):
        late = sent(1, state, sent_at=night)
        assert causes_of(gap_of((late,), -late.order.amount))[0] is GapCause.TAKEN_LATE
        assert gap_of((late,), ZERO).gap == ZERO


def test_what_was_sent_or_noted_outside_of_the_readings_does_not_count() -> None:
    outside = (MORNING - timedelta(hours=1), EVENING + timedelta(seconds=1))
    payments = [sent(1, sent_at=at, changed_at=at) for at in outside]
    notes = [CreditNote(CreditNoteKind.TOP_UP, at, Money.rupees(5)) for at in outside]
    check = gap_of(payments, ZERO, *notes)
    assert (check.paid, check.top_ups, check.gap) == (ZERO, ZERO, ZERO)


def test_a_wrong_note_is_taken_back_by_its_counter_note() -> None:
    wrong = CreditNote(CreditNoteKind.TOP_UP, PAID_AT, Money.rupees(50_000))
    assert gap_of((), ZERO, wrong, replace(wrong, amount=-wrong.amount)).gap == ZERO


def test_a_charge_that_the_service_takes_beside_the_amount_is_expected() -> None:
    lines = (QuoteLine(LineKind.CHARGE, Money.rupees(5)),)
    made = sent(1)
    charged = replace(made, order=replace(made.order, lines=lines))
    assert gap_of((charged,), -(made.order.amount + Money.rupees(5))).gap == ZERO


def test_a_reading_while_a_payment_is_being_sent_proves_nothing() -> None:
    answered = PAID_AT + timedelta(seconds=20)
    paid = sent(1, changed_at=answered)
    assert was_under_way((paid,), PAID_AT + timedelta(seconds=5))
    assert was_under_way((sent(1, PaymentState.SENDING),), answered)
    for at in (PAID_AT - timedelta(seconds=1), answered):
        assert not was_under_way((paid,), at)
    # What waited for an hour was not being sent all the while.
    assert not was_under_way((sent(1, changed_at=PAID_AT + timedelta(hours=1)),), answered)
