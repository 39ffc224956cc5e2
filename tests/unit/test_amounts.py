"""Amounts in answers: each spelling is the amount or another one; nothing is guessed."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.amounts import AmountMatch, match_amount, read_amount, read_amount_down
from desktop_app.core.money import Money, NotMoney, grouped
from desktop_app.core.payments.balance import read_credit
from desktop_app.core.payments.response import ServiceResponse
from tests.tables import each

SAME, OTHER = AmountMatch.SAME, AmountMatch.OTHER
SILENT, UNCLEAR = AmountMatch.SILENT, AmountMatch.UNCLEAR


@each(
    ("value", "paisa"),
    [
        (4950, 495000),
        (Decimal("277.98"), 27798),
        (Decimal("277.98000000000002"), 27798),
        (Decimal("277.97999999999996"), 27798),
        (Decimal("1E+3"), 100000),
        (Decimal("1E-300"), 0),
        (Decimal("-0.00000000000000000000000001"), 0),
        ("1921.0000", 192100),
        ("277.98000000000002", 27798),
        ("49,150.00", 4915000),
        ("1,00,000.00", 10000000),
        ("100,000", 10000000),
        ("1,000,000.5", 100000050),
        ("10,00,000.50", 100000050),
        ("Rs. 9000", 900000),
        ("Rs.9,000.00", 900000),
        ("rs 9000/-", 900000),
        ("NPR 1,356.00", 135600),
        ("1356.00 NPR", 135600),
        ("NRs. 5", 500),
        ("रु. 1,356", 135600),
        ("रू १,३५६.५०", 135650),
        ("₨ 5.5", 550),
        (" \u00a034.35 ", 3435),
        ("-5", -500),
    ],
)
def test_every_spelling_of_an_amount_is_that_amount(value: object, paisa: int) -> None:
    assert read_amount(value) == Money(paisa)
    assert match_amount(value, Money(paisa)) is SAME
    assert match_amount(value, Money(paisa + 1)) is OTHER
    assert match_amount(value, Money(paisa - 1)) is OTHER


@each(
    ("value", "match"),
    [
        (None, SILENT),
        (True, SILENT),
        (1.0, SILENT),
        ("", SILENT),
        ("**********", SILENT),
        ("xx.xx", SILENT),
        ("NaN", SILENT),
        ([], SILENT),
        ({}, SILENT),
        ([1356], UNCLEAR),
        ({"value": 1356}, UNCLEAR),
        ("49.150,00", UNCLEAR),
        ("1 356", UNCLEAR),
        ("1356,00", UNCLEAR),
        ("13,56", UNCLEAR),
        ("1,3567", UNCLEAR),
        (",356", UNCLEAR),
        ("1,356,", UNCLEAR),
        ("1356.", UNCLEAR),
        (".5", UNCLEAR),
        ("1e3", UNCLEAR),
        ("0x54c", UNCLEAR),
        ("USD 1356", UNCLEAR),
        ("INR 1356", UNCLEAR),
        ("1356 paisa", UNCLEAR),
        ("Rs. 1356 and 50 paisa", UNCLEAR),
        ("1356-1400", UNCLEAR),
        ("--1356", UNCLEAR),
        ("277.985", UNCLEAR),
        ("277.9801", UNCLEAR),
        ("1" * 500, UNCLEAR),
        (Decimal("277.985"), OTHER),
        (Decimal("277.9801"), OTHER),
        (Decimal("1E+24"), OTHER),
        (Decimal("1E+999999999"), OTHER),
        (10**30, OTHER),
    ],
    ids=lambda value: repr(value)[:30],
)
def test_what_cannot_be_read_is_neither_the_amount_nor_guessed(
    value: object, match: AmountMatch
) -> None:
    with pytest.raises(NotMoney):
        read_amount(value)
    assert match_amount(value, Money(27798)) is match
    assert match_amount(value, Money(135600)) is match


def test_monstrous_amounts_are_refused_at_once() -> None:
    began = time.thread_time()
    digits = Decimal("9" * 10**5), Decimal("0." + "1" * 10**5)
    for value in ("9" * 10**6, "1," * 10**6, 10**5000, *digits):
        with pytest.raises(NotMoney):
            read_amount(value)
    assert time.thread_time() - began < 2


amounts = st.integers(-(10**11), 10**11).map(Money)
marks = st.sampled_from(["", "Rs. ", "Rs ", "rs.", "NPR ", "रु. "])


def by_thousands(amount: Money) -> str:
    return f"{amount.decimal:,.2f}"


@given(amounts, marks)
def test_an_amount_survives_every_way_of_writing_it(amount: Money, mark: str) -> None:
    for text in (
        f"{amount.decimal:f}",
        f"{amount.decimal:.4f}",
        by_thousands(amount),
        grouped(amount).replace("−", "-"),
    ):
        assert read_amount(mark + text) == amount
    assert read_amount(amount.number) == amount


@given(amounts, st.decimals("-0.000099", "0.000099", places=20))
def test_noise_is_no_difference(amount: Money, noise: Decimal) -> None:
    assert match_amount(amount.decimal + noise, amount) is SAME


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_what_a_float_makes_of_an_amount_is_still_that_amount(one: int, two: int) -> None:
    """Rupees added up as floats, as the service does it."""
    total = one / 100 + two / 100
    assert read_amount(Decimal(repr(total))) == Money(one + two)


@given(amounts, amounts)
def test_only_the_amount_itself_is_the_same(ours: Money, theirs: Money) -> None:
    expected = SAME if ours == theirs else OTHER
    assert match_amount(by_thousands(theirs), ours) is expected


@given(st.one_of(st.text("0123456789,.-+ Rs/NPRरु", max_size=20), st.text(), st.decimals()), amounts)
def test_what_is_called_the_same_can_be_read_as_such(value: object, ours: Money) -> None:
    if match_amount(value, ours) is SAME:
        assert read_amount(value) == ours


# --- the balance ------------------------------------------------------------------------------


@each(
    ("value", "paisa"),
    [
        (Decimal("161155.5"), 16115550),
        (Decimal("100.29999999999999"), 10030),
        (Decimal("100.2999"), 10029),
        (Decimal("-220.93"), -22093),
        (Decimal("-0.005"), -1),
        ("Rs. 1,00,000.00", 10000000),
        ("**********", None),
        ("xx.xx", None),
        (Decimal("1E+24"), None),
        (True, None),
        (None, None),
    ],
)
def test_the_balance_is_read_with_the_same_care(value: object, paisa: int | None) -> None:
    credit = read_credit(ServiceResponse(200, {"credits_available": value}))
    assert credit == (None if paisa is None else Money(paisa))


def test_a_balance_is_never_more_than_there_is() -> None:
    assert read_amount_down(Decimal("9.999")) == Money(999)
