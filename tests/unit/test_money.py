"""Money: exact, bounded, and never made of a float."""

from __future__ import annotations

import time
from decimal import Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.money import (
    ZERO,
    CashRounding,
    Money,
    NotMoney,
    grouped,
    is_unusual_cash,
    read_cash,
    round_notes,
    sensible_cash_limit,
)
from tests.tables import each

LARGEST = 10**9 * 100

amounts = st.integers(-LARGEST, LARGEST).map(Money)
cash = st.integers(0, LARGEST).map(Money)
bills = st.integers(1, 10**8).map(Money)


# --- reading -----------------------------------------------------------------------------


@each(
    ("value", "paisa"),
    [
        (12204, 1220400),
        (0, 0),
        ("1921.0000", 192100),
        ("1695.00", 169500),
        ("277.98", 27798),
        (" 34.35 ", 3435),
        (Decimal("23187.6"), 2318760),
        (Decimal("100.0"), 10000),
        (Decimal("1E+3"), 100000),
        (Decimal("0E+3"), 0),
        ("-5", -500),
        ("+5", 500),
        ("0000405146", 40514600),
        ("1000000000", LARGEST),
    ],
)
def test_amounts_are_read_as_the_service_writes_them(value: object, paisa: int) -> None:
    assert Money.read(value) == Money(paisa)


@each(
    "value",
    [
        None,
        True,
        False,
        1.0,
        float("nan"),
        [],
        {},
        b"1",
        "",
        " ",
        "xx.xx",
        "**********",
        "Rs. 13108",
        "1,356",
        "1e3",
        "1.",
        ".5",
        "0x10",
        "१२३",
        "NaN",
        "Infinity",
        "1_000",
        "--1",
        "1 2",
        Decimal("NaN"),
        Decimal("sNaN"),
        Decimal("Infinity"),
        Decimal("-Infinity"),
        Decimal("1E+24"),
        Decimal("1E+999999"),
        Decimal("1E-999999"),
        "1000000000.01",
        "-1000000000.01",
        10**9 + 1,
        "9" * 25,
        "0.001",
        Decimal("0.005"),
        "277.9800001",
    ],
    ids=repr,
)
def test_anything_else_is_no_amount(value: object) -> None:
    with pytest.raises(NotMoney):
        Money.read(value)


@pytest.mark.parametrize(
    "value", ["1.000000000000000000000001", "123456789.0000000000000000000001"]
)
def test_parts_of_a_paisa_are_never_rounded_away(value: str) -> None:
    for amount in (value, Decimal(value), Decimal(value + "0000000000")):
        with pytest.raises(NotMoney):
            Money.read(amount)


def test_the_precision_that_another_part_of_the_program_set_changes_nothing() -> None:
    with localcontext() as context:
        context.prec = 4
        assert Money.read("123456.78") == Money(12345678)
        assert str(Money(12345678).decimal) == "123456.78"
        assert Money(12345678).rounded(CashRounding.UP) == Money(12345700)


def test_monstrous_numbers_are_refused_at_once() -> None:
    began = time.thread_time()
    for value in (Decimal("1E+999999999"), "9" * 10**6, Decimal("9" * 10**5), 10**20000):
        with pytest.raises(NotMoney):
            Money.read(value)
    assert time.thread_time() - began < 2


@given(st.floats())
def test_no_float_ever_enters(value: float) -> None:
    with pytest.raises(NotMoney):
        Money.read(value)


@given(st.one_of(st.text(), st.decimals(), st.integers(), st.binary(), st.booleans(), st.none()))
def test_reading_gives_an_amount_within_bounds_or_refuses(value: object) -> None:
    try:
        amount = Money.read(value)
    except NotMoney:
        return
    assert abs(amount.paisa) <= LARGEST


@given(amounts)
def test_an_amount_survives_every_form_it_travels_in(amount: Money) -> None:
    assert Money.read(amount.number) == amount
    assert Money.read(amount.decimal) == amount
    assert Money.read(format(amount.decimal, "f")) == amount


# --- writing -----------------------------------------------------------------------------


@given(amounts)
def test_whole_rupees_are_sent_as_an_integer(amount: Money) -> None:
    expected = int if amount.paisa % 100 == 0 else Decimal
    assert type(amount.number) is expected
    assert "E" not in str(amount.number)


@each(
    ("paisa", "text"),
    [
        (0, "0.00"),
        (5, "0.05"),
        (99900, "999.00"),
        (100000, "1,000.00"),
        (12345600, "1,23,456.00"),
        (123456789, "12,34,567.89"),
        (10**11, "1,00,00,00,000.00"),
        (-165700, "−1,657.00"),
        (-1, "−0.01"),
    ],
)
def test_grouping_is_in_thousands_lakhs_and_crores(paisa: int, text: str) -> None:
    assert grouped(Money(paisa)) == text == str(Money(paisa))


def test_decimals_are_left_out_only_where_there_are_no_paisa() -> None:
    assert grouped(Money(12345600), decimals=False) == "1,23,456"
    assert grouped(Money(12345605), decimals=False) == "1,23,456.05"


@given(amounts)
def test_grouping_keeps_every_digit(amount: Money) -> None:
    text = grouped(amount)
    assert text.startswith("−") is (amount < ZERO)
    head, *pairs, last = text.lstrip("−").split(".")[0].split(",") if "," in text else ["", ""]
    assert not head or (1 <= len(head) <= 2 and len(last) == 3)
    assert all(len(pair) == 2 for pair in pairs)
    plain = text.replace(",", "").replace("−", "-")
    assert Money.read(plain) == amount


@given(cash)
def test_what_is_shown_can_be_typed_as_cash(amount: Money) -> None:
    assert read_cash(grouped(amount)) == amount
    assert read_cash(grouped(amount, decimals=False)) == amount


@each(
    "text",
    [
        "5000", "5000.", "5,000", "5 000", "5,000.00", "5000.000", " 5,000.00 ", "Rs. 5000",
        "Rs 5,000.00", "rs.5000", "NRs. 5,000", "NPR 5000", "रु. 5000", "रु ५,०००", "५०००",
        "५०००.००", "5000/-", "Rs. 5,000/-", "\u200b5000\u200e", "\u202a5,000\u202c", "5\u00a0000",
        "\t5000\n", "05000",
    ],
)  # fmt: skip
def test_cash_is_read_as_people_write_it(text: str) -> None:
    assert read_cash(text) == Money.rupees(5000)


def test_a_tenth_digit_is_not_dropped() -> None:
    assert read_cash("100000000") == Money.rupees(100_000_000)
    assert read_cash("1000000000") == Money.rupees(1_000_000_000)
    assert read_cash("1000000001") is None, "more than the program counts is refused, not cut"


@each(
    "text",
    [
        "", " ", "-5", "−5", "abc", "1.001", "1e9", "--", ",", ".", "Rs.", "5000 6000x", "1.2.3",
        "2.000,00", "50%", "+5", "(5)", "५.००५", "५०००म",
    ],
)  # fmt: skip
def test_other_texts_are_no_cash(text: str) -> None:
    assert read_cash(text) is None


@given(st.text(max_size=40))
def test_typing_anything_as_cash_is_an_amount_or_nothing(text: str) -> None:
    amount = read_cash(text)
    assert amount is None or amount >= ZERO


# --- calculating ---------------------------------------------------------------------------


@given(amounts, amounts)
def test_sums_and_differences_are_exact(one: Money, other: Money) -> None:
    assert (one + other) - other == one
    assert one - other == -(other - one)
    assert one + (-one) == ZERO
    assert bool(one) is (one != ZERO)


@given(cash)
def test_rounding_gives_whole_rupees_close_by(amount: Money) -> None:
    nearest = amount.rounded(CashRounding.NEAREST)
    up = amount.rounded(CashRounding.UP)
    assert nearest.paisa % 100 == up.paisa % 100 == 0
    assert abs((nearest - amount).paisa) <= 50
    assert ZERO <= up - amount < Money(100)
    assert amount.rounded(CashRounding.EXACT) == amount


@given(cash, st.sampled_from(CashRounding))
def test_rounding_again_changes_nothing(amount: Money, rounding: CashRounding) -> None:
    once = amount.rounded(rounding)
    assert once.rounded(rounding) == once


def test_half_a_rupee_is_rounded_up() -> None:
    assert Money(34350).rounded(CashRounding.NEAREST) == Money(34400)
    assert Money(34349).rounded(CashRounding.NEAREST) == Money(34300)


@given(bills, st.integers(1, 4))
def test_round_notes_are_more_than_the_bill_in_rising_order(bill: Money, most: int) -> None:
    notes = round_notes(bill, most=most)
    assert len(notes) <= most
    assert list(notes) == sorted(set(notes))
    assert all(note > bill and note.paisa % 5000 == 0 for note in notes)


@given(cash, st.integers(1, 6))
def test_no_round_note_is_asked_about(bill: Money, most: int) -> None:
    assert not any(is_unusual_cash(note, bill) for note in round_notes(bill, most=most))


@each(
    ("due", "limit"),
    [(0, 1000), (1, 2000), (278, 2000), (1000, 2000), (1001, 3000), (4915, 6000), (49150, 51000)],
)
def test_cash_up_to_the_next_thousand_and_a_note_more_is_usual(due: int, limit: int) -> None:
    bill, most = Money.rupees(due), Money.rupees(limit)
    assert sensible_cash_limit(bill) == most
    assert not is_unusual_cash(most, bill)
    assert is_unusual_cash(Money(most.paisa + 1), bill)


def test_paisa_of_the_bill_count_for_the_limit() -> None:
    assert sensible_cash_limit(Money(100_001)) == Money.rupees(3000)


def test_round_notes_for_a_usual_bill() -> None:
    assert round_notes(Money.rupees(1657)) == (Money.rupees(1700), Money.rupees(2000))
