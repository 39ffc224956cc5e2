"""Receipt numbers: the series of a moment, the text on paper, and reading a typed one."""

from __future__ import annotations

import os
import time
from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import nepali_datetime
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop_app.core.environment import Environment
from desktop_app.core.receipts import (
    ReceiptNumber,
    TypedNumber,
    is_prefix,
    read_receipt_number,
    tidy_prefix,
)
from desktop_app.formatting import dates
from desktop_app.formatting.bikram_sambat import choose
from desktop_app.formatting.numbers import digits, receipt_series
from desktop_app.system.resources import resource
from tests.tables import each

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.core.receipts import SeriesOf

NEPAL = timezone(timedelta(hours=5, minutes=45))
CERTAIN = (date(2005, 6, 15), date(2027, 6, 14))

ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
MOMENTS = st.builds(
    lambda at, zone: at.replace(tzinfo=UTC).astimezone(zone),
    st.datetimes(datetime(2005, 1, 1), datetime(2060, 1, 1)),  # noqa: DTZ001
    ZONES,
)
"""The same instants as computers in every zone write them."""


def by_a_library(day: date) -> str:
    """The fiscal year of a day by other code than the program's."""
    found = nepali_datetime.date.from_datetime_date(day)
    begins = found.year - (found.month < 4)
    return f"{begins}/{str(begins + 1)[-2:]}"


# --- the series of a moment -----------------------------------------------------------------------


@given(at=MOMENTS)
@example(at=datetime(2026, 7, 16, 23, 59, 59, tzinfo=NEPAL))
@example(at=datetime(2026, 7, 17, 0, 0, tzinfo=NEPAL))
@example(at=datetime(2027, 6, 14, 23, 59, 59, tzinfo=NEPAL))
@example(at=datetime(2027, 6, 15, 0, 0, tzinfo=NEPAL))
def test_the_series_is_the_fiscal_year_in_nepal_or_else_the_ad_year(at: datetime) -> None:
    day = (at.astimezone(UTC) + timedelta(hours=5, minutes=45)).date()
    is_certain = CERTAIN[0] <= day <= CERTAIN[1]
    assert receipt_series(at) == (by_a_library(day) if is_certain else f"AD {day.year}")


@each("year", range(2063, 2084))
def test_the_fiscal_year_changes_at_midnight_before_the_first_of_shrawan(year: int) -> None:
    first = nepali_datetime.date(year, 4, 1).to_datetime_date()
    midnight = datetime(first.year, first.month, first.day, tzinfo=NEPAL)
    minute = timedelta(minutes=1)
    before, after = f"{year - 1}/{year % 100:02d}", f"{year}/{(year + 1) % 100:02d}"
    assert receipt_series(midnight - minute) == before
    assert receipt_series((midnight - minute).astimezone(UTC)) == before
    assert receipt_series(midnight + minute) == after
    assert receipt_series((midnight + minute).astimezone(UTC)) == after


@pytest.fixture(params=["America/New_York", "Pacific/Kiritimati", "Asia/Kathmandu"])
def computer_zone(request: pytest.FixtureRequest) -> Iterator[str]:
    before = os.environ.get("TZ")
    os.environ["TZ"] = request.param
    time.tzset()
    yield request.param
    if before is None:
        del os.environ["TZ"]
    else:
        os.environ["TZ"] = before
    time.tzset()


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="Windows has one zone for all programs")
def test_the_computers_own_zone_changes_nothing(computer_zone: str) -> None:
    midnight = datetime(2026, 7, 17, tzinfo=NEPAL)
    minute = timedelta(minutes=1)
    assert receipt_series((midnight - minute).astimezone()) == "2082/83", computer_zone
    assert receipt_series((midnight + minute).astimezone()) == "2083/84", computer_zone


def test_without_a_calendar_there_is_no_fiscal_year(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dates, "_calendar", lambda path: choose(path.read_bytes()[:500]))
    assert dates.bs_date(date(2026, 11, 22)) is None
    assert receipt_series(datetime(2026, 11, 22, tzinfo=UTC)) == "AD 2026"
    assert resource("calendar").is_dir()


def test_a_time_without_a_zone_has_no_series() -> None:
    with pytest.raises(ValueError, match="zone"):
        receipt_series(datetime(2026, 11, 22, 14, 18))  # noqa: DTZ001


def test_it_is_what_the_ledger_is_handed() -> None:
    series_of: SeriesOf = receipt_series
    assert series_of(datetime(2026, 11, 22, tzinfo=UTC)) == "2083/84"


# --- the text on paper ----------------------------------------------------------------------------


@each(
    ("receipt", "text"),
    [
        (ReceiptNumber("2083/84", 123), "2083/84-000123"),
        (ReceiptNumber("2083/84", 1_234_567), "2083/84-1234567"),
        (ReceiptNumber("2099/00", 1), "2099/00-000001"),
        (ReceiptNumber("AD 2031", 7), "AD 2031-000007"),
        (ReceiptNumber("2083/84", 123, "SHOP1"), "SHOP1-2083/84-000123"),
        (ReceiptNumber("2083/84", 7, "", Environment.PRACTICE), "P-2083/84-000007"),
        (ReceiptNumber("2083/84", 7, "SHOP1", Environment.TEST), "T-SHOP1-2083/84-000007"),
        # Those of version 0.1.0
        (ReceiptNumber("", 131), "000131"),
        (ReceiptNumber("", 131, "SHOP1"), "000131"),
        (ReceiptNumber("", 7, "", Environment.PRACTICE), "P-000007"),
        (ReceiptNumber("", 7, "", Environment.TEST), "T-000007"),
    ],
)
def test_the_text_of_a_number(receipt: ReceiptNumber, text: str) -> None:
    assert receipt.text == text


# --- reading a typed one --------------------------------------------------------------------------

PREFIXES = st.from_regex(r"\A[A-Z0-9]{1,6}\Z").filter(is_prefix)
FISCAL_YEARS = st.integers(2000, 2098).map(lambda year: f"{year}/{(year + 1) % 100:02d}")
AD_YEARS = st.integers(2020, 2099).map("AD {}".format)
RECEIPTS = st.builds(
    ReceiptNumber,
    st.one_of(FISCAL_YEARS, AD_YEARS),
    st.integers(1, 999_999_999),
    st.one_of(st.just(""), PREFIXES),
    st.sampled_from(Environment),
)
LOOKS = st.sampled_from(
    [
        str,
        str.lower,
        lambda text: digits(text, nepali=True),
        lambda text: text.replace("-", " – "),
        lambda text: f"  {text}\u200b ",
        lambda text: f"Receipt {text}",
        lambda text: f"रसिद नं. {digits(text, nepali=True)}",
    ]
)


@given(receipt=RECEIPTS, look=LOOKS)
def test_a_number_is_read_again_however_it_was_typed(
    receipt: ReceiptNumber, look: type[str]
) -> None:
    typed = read_receipt_number(look(receipt.text))
    assert typed is not None
    assert typed.means(receipt)
    assert (typed.series, typed.number) == (receipt.series, receipt.number)


@given(receipt=RECEIPTS, other=RECEIPTS)
def test_a_whole_number_means_no_other_receipt(
    receipt: ReceiptNumber, other: ReceiptNumber
) -> None:
    typed = read_receipt_number(receipt.text)
    assert typed is not None
    if (receipt.series, receipt.number) != (other.series, other.number):
        assert not typed.means(other)


@each(
    ("text", "typed"),
    [
        ("123", TypedNumber(123)),
        ("००१२३", TypedNumber(123)),
        ("2083/84-123", TypedNumber(123, "2083/84")),
        ("२०८३/८४-०००१२३", TypedNumber(123, "2083/84")),
        ("83/84-123", TypedNumber(123, "2083/84")),
        ("99/00-5", TypedNumber(5, "2099/00")),
        ("ad2031-7", TypedNumber(7, "AD 2031")),
        ("P-000007", TypedNumber(7, None, None, Environment.PRACTICE)),
        ("t-2083/84-7", TypedNumber(7, "2083/84", None, Environment.TEST)),
        ("shop1-2083/84-7", TypedNumber(7, "2083/84", "SHOP1")),
        ("P-SHOP1-7", TypedNumber(7, None, "SHOP1", Environment.PRACTICE)),
    ],
)
def test_parts_that_are_left_out_are_not_asked_for(text: str, typed: TypedNumber) -> None:
    assert read_receipt_number(text) == typed


@each(
    "text",
    [
        "",
        "Ram",
        "2083/84",
        "2083/84-",
        "2083/84-000000",
        "2083/85-123",
        "083/84-123",
        "2083/84-12a",
        "A-B-2083/84-1",
        "2083/84-2083/84-1",
        "1-2-3-4",
        "12345678901",
        "7f3c9a52 e1d84b0c",
    ],
)
def test_other_texts_are_no_receipt_number(text: str) -> None:
    assert read_receipt_number(text) is None


@given(text=st.text())
def test_any_text_is_read_or_not_and_breaks_nothing(text: str) -> None:
    typed = read_receipt_number(text)
    assert typed is None or typed.number > 0


@each("prefix", ["", "A", "SHOP1", "KTM", "12", "ABC123"])
def test_a_prefix(prefix: str) -> None:
    assert is_prefix(prefix)


@each("prefix", ["ABCDEFG", "a", "A-B", "A B", "क", "१", "C", "H", "N", "P", "T", "AD2031", " "])
def test_what_is_no_prefix(prefix: str) -> None:
    assert not is_prefix(prefix)


def test_a_prefix_is_tidied_as_it_is_typed() -> None:
    assert tidy_prefix(" shop१ ") == "SHOP1"
