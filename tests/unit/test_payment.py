"""A payment's states: rule 5 of the design and nothing else."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.environment import Environment
from desktop_app.core.errors import BhuktaniError, Problem
from desktop_app.core.money import Money
from desktop_app.core.payments.payment import (
    LEGAL_STEPS,
    OPEN_STATES,
    Event,
    EventKind,
    Payment,
    PaymentOrder,
    PaymentState,
    check_step,
    derive_state,
    new_reference,
)
from desktop_app.core.shop import Shop
from tests.tables import each

S = PaymentState
NOW = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)

RULE_5 = {
    (None, S.RECORDED),
    (S.RECORDED, S.SENDING),
    (S.RECORDED, S.NOT_PAID),  # at start: recorded, but never sent
    (S.SENDING, S.PAID),
    (S.SENDING, S.NOT_PAID),
    (S.SENDING, S.WAITING),
    (S.WAITING, S.PAID),
    (S.WAITING, S.NOT_PAID),
    (S.WAITING, S.REVIEW),
    (S.REVIEW, S.PAID),
    (S.REVIEW, S.NOT_PAID),
}


def moved(state: PaymentState | None) -> Event:
    return Event(EventKind.ANSWERED, NOW, state)


def test_the_table_of_steps_is_rule_5() -> None:
    steps = {(before, after) for before, afters in LEGAL_STEPS.items() for after in afters}
    assert steps == RULE_5
    assert set(LEGAL_STEPS) == {None, *PaymentState}


@each("after", PaymentState)
@each("before", [None, *PaymentState])
def test_only_the_steps_of_rule_5_are_taken(
    before: PaymentState | None, after: PaymentState
) -> None:
    if (before, after) in RULE_5:
        check_step(before, after)
        return
    with pytest.raises(BhuktaniError) as caught:
        check_step(before, after)
    assert caught.value.problem is Problem.ILLEGAL_STEP


def test_paid_and_not_paid_are_final() -> None:
    ends = {S.PAID, S.NOT_PAID, S.WRITTEN_BY_NEWER}
    assert {state for state in PaymentState if not LEGAL_STEPS[state]} == ends
    assert set(PaymentState) - {S.PAID, S.NOT_PAID} == OPEN_STATES


@each(
    ("states", "last"),
    [
        ([S.RECORDED], S.RECORDED),
        ([S.RECORDED, S.NOT_PAID], S.NOT_PAID),
        ([S.RECORDED, S.SENDING, S.PAID], S.PAID),
        ([S.RECORDED, S.SENDING, None, S.WAITING, None, None, S.REVIEW, S.PAID, None], S.PAID),
        ([S.RECORDED, S.SENDING, S.WAITING, S.NOT_PAID, None], S.NOT_PAID),
    ],
)
def test_the_state_follows_from_the_events(
    states: list[PaymentState | None], last: PaymentState
) -> None:
    assert derive_state(moved(state) for state in states) is last


@each("states", [[], [None], [S.SENDING], [None, S.PAID], [S.RECORDED, S.PAID]])
def test_events_that_cannot_have_happened_are_refused(states: list[PaymentState | None]) -> None:
    with pytest.raises(BhuktaniError) as caught:
        derive_state(moved(state) for state in states)
    assert caught.value.problem is Problem.ILLEGAL_STEP


@given(st.lists(st.one_of(st.none(), st.sampled_from(PaymentState)), max_size=7))
def test_any_history_is_a_path_of_rule_5_or_refused(states: list[PaymentState | None]) -> None:
    path = [None, *(state for state in states if state is not None)]
    is_legal = len(path) > 1 and set(itertools.pairwise(path)) <= RULE_5
    try:
        last = derive_state(moved(state) for state in states)
    except BhuktaniError:
        assert not is_legal
    else:
        assert is_legal
        assert last is path[-1]


def test_references_are_32_hex_digits_and_never_the_same() -> None:
    references = {new_reference() for _ in range(1000)}
    assert len(references) == 1000
    assert all(re.fullmatch("[0-9a-f]{32}", reference) for reference in references)


def an_order() -> PaymentOrder:
    return PaymentOrder(
        reference=new_reference(),
        environment=Environment.LIVE,
        base_url="https://services.khalti.com",
        connection_id="c1",
        provider="worldlink-v2",
        provider_name="WorldLink",
        company="worldlink-v2",
        account_id="ram_home01",
        account_key="ram_home01",
        customer_name="Ram Bahadur Thapa",
        offer_id="1",
        offer_kind="package",
        offer_label="Home",
        amount=Money(27798),
        lines=(),
        cash_due=Money(27800),
        cash_received=Money(30000),
        operator="Sita",
        shop=Shop(name="Ganesh Kirana"),
    )


def test_an_order_explains_rounding_and_change() -> None:
    order = an_order()
    assert order.rounding == Money(2)
    assert order.change == Money(2200)
    assert replace(order, cash_due=Money(27700)).rounding == Money(-98)


@each("state", PaymentState)
def test_only_a_payment_that_was_not_paid_owes_cash_and_only_once(state: PaymentState) -> None:
    payment = Payment(1, an_order(), state, recorded_at=NOW, changed_at=NOW)
    assert payment.owes_cash is (state is S.NOT_PAID)
    assert not replace(payment, cash_returned_at=NOW).owes_cash
