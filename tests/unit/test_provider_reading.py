"""Reading untrusted values: shown ones become plain, deciding ones are refused."""

from __future__ import annotations

import unicodedata
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.errors import NotUnderstood
from desktop_app.core.money import Money
from desktop_app.providers.families import parsing
from tests.tables import each

anything = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.integers(10**18, 10**40),
        st.decimals(),
        st.text(max_size=300),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=20,
)


def refused(reason: str) -> Any:
    return pytest.raises(NotUnderstood, match=f"reason='{reason}'")


# --- texts ---------------------------------------------------------------------------------


@each(
    ("value", "shown"),
    [
        ("WorldLink TurboSpeed Plus 150Mbps/12M\t", "WorldLink TurboSpeed Plus 150Mbps/12M"),
        ("Suman  Shrestha", "Suman Shrestha"),
        ("\r\n a \u00a0\u2028 b \n", "a b"),
        ("पासाङ शेर्पा", "पासाङ शेर्पा"),
        ("क\u094d\u200dष", "क\u094d\u200dष"),
        ("Rs. \u202e0001\u202c", "Rs. 0001"),
        ("a \u202e b", "a b"),
        ("\u2066x\u2069\u200e\u200f\u061c\ufeff\u200b", "x"),
        ("a\x00b\x1b[31mc", "ab[31mc"),
        ("half \ud83d surrogate", "half surrogate"),
        ("<b>plain</b>", "<b>plain</b>"),
        (110871, "110871"),
        (10**40, ""),
        (Decimal("1.5"), ""),
        (True, ""),
        (None, ""),
        (["a"], ""),
        ({}, ""),
    ],
)
def test_texts_are_made_plain(value: object, shown: str) -> None:
    assert parsing.clean_text(value) == shown


def test_long_texts_are_cut() -> None:
    assert len(parsing.clean_text("x" * 10**6)) == parsing.MAX_TEXT


@given(anything)
def test_any_value_becomes_a_plain_text_of_one_line(value: object) -> None:
    shown = parsing.clean_text(value)
    assert len(shown) <= parsing.MAX_TEXT
    assert shown == " ".join(shown.split())
    shown.encode("utf-8")
    kinds = {unicodedata.category(one) for one in shown if one not in "\u200c\u200d"}
    assert not kinds & {"Cc", "Cf", "Cs", "Co"}


# --- flags, numbers, days --------------------------------------------------------------------


@each(
    ("value", "expected"),
    [("false", False), ("true", True), (" False ", False), (True, True), (False, False)],
    ids=repr,
)
def test_flags_are_read_also_as_text(value: object, expected: bool) -> None:
    assert parsing.parse_bool(value) is expected


@each("value", [None, "", "no", "0", 0, 1, [], {}, Decimal(1)], ids=repr)
def test_other_values_are_no_flags(value: object) -> None:
    assert parsing.parse_bool(value) is None


@each(
    ("value", "expected"),
    [
        *(("365", 365), (30, 30), (" 90 ", 90), (0, None), ("0", None), (-5, None), ("", None)),
        *((None, None), (True, None), ("12 months", None), (10**9, None), (Decimal(30), None)),
    ],
    ids=repr,
)
def test_durations_are_whole_days_or_unknown(value: object, expected: int | None) -> None:
    assert parsing.days(value) == expected


@each(
    ("value", "expected"),
    [
        ("2017-09-08", date(2017, 9, 8)),
        ("2017-02-30", None),
        ("20170908", None),
        ("2017-W36-5", None),
        ("2017-09-08T00:00:00", None),
        ("०१२३-०१-०१", None),
        (20170908, None),
        (None, None),
    ],
    ids=repr,
)
def test_days_are_read_in_one_form(value: object, expected: date | None) -> None:
    assert parsing.iso_date(value) == expected


# --- ids and sessions ------------------------------------------------------------------------


@each("value", [1888768, 0, "1613142_PP", "0000405146", "1-4412-8-1", " 7 "])
def test_ids_are_kept_as_they_came(value: int | str) -> None:
    assert parsing.id_of({"id": value}, "id") is value
    assert parsing.session_of({"session_id": value}) is value


@each(
    "value",
    [
        *(None, "", "  ", True, Decimal("1.0"), [], {}, 10**18, -(10**5000), "x" * 101),
        *("a\nb", "a\x00", "\u202e1", "\ud83d"),
    ],
    ids=lambda value: ascii(value)[:20] if not isinstance(value, int) else f"{value.bit_length()}",
)
def test_other_values_are_no_ids(value: object) -> None:
    with refused("bad_id"):
        parsing.id_of({"id": value}, "id")
    with refused("no_session"):
        parsing.session_of({"session_id": value})


def test_ids_are_compared_whole_as_text() -> None:
    assert parsing.id_text(1888768) == parsing.id_text(" 1888768")
    assert parsing.id_text("0099") != parsing.id_text(99)
    assert parsing.id_text(1888768) != parsing.id_text(18887680)


def test_another_account_is_refused() -> None:
    parsing.check_same_account("Ram_Home01 ", " ram_home01")
    parsing.check_same_account("110871", 110871)
    parsing.check_same_account("110871", None)
    others: list[object] = [110872, "0110871", "", [], True, {}]
    for answered in others:
        with refused("other_account"):
            parsing.check_same_account("110871", answered)


# --- amounts, lists, status ------------------------------------------------------------------


@each("value", [None, 0, "0.00", -1, "x", 1.5, True, Decimal("NaN")], ids=repr)
def test_only_positive_amounts_are_paid(value: object) -> None:
    with refused("bad_amount"):
        parsing.amount(value)


def test_a_due_may_be_zero_but_not_less() -> None:
    assert parsing.amount(0, may_be_zero=True) == Money(0)
    with refused("bad_amount"):
        parsing.amount(-1, may_be_zero=True)


def test_lists_are_lists_of_objects_and_not_endless() -> None:
    assert parsing.entries([]) == []
    assert len(parsing.entries([{}] * parsing.MAX_OFFERS)) == parsing.MAX_OFFERS
    with refused("too_many"):
        parsing.entries([{}] * (parsing.MAX_OFFERS + 1))
    others: list[object] = [None, {}, "", 0]
    for value in others:
        with refused("not_a_list"):
            parsing.entries(value)
    with refused("not_an_object"):
        parsing.entries([{}, []])


def test_only_an_accepted_answer_is_read() -> None:
    parsing.check_accepted({"status": True})
    parsing.check_accepted({"status": "true", "error_code": ""})
    for body in ({}, {"status": False}, {"status": None}, {"status": True, "error_code": "002"}):
        with refused("not_accepted"):
            parsing.check_accepted(body)


@given(anything)
def test_reading_any_value_gives_an_answer_or_refuses(value: object) -> None:
    parsing.parse_bool(value)
    parsing.parse_int(value)
    parsing.days(value)
    parsing.iso_date(value)
    parsing.amount_or_none(value)
    for read in (parsing.amount, parsing.entries):
        try:
            read(value)
        except NotUnderstood:
            continue
    for check in (
        lambda: parsing.id_of({"id": value}, "id"),
        lambda: parsing.check_same_account("ram", value),
        lambda: parsing.check_accepted({"status": value, "error_code": value}),
    ):
        try:
            check()
        except NotUnderstood:
            continue
