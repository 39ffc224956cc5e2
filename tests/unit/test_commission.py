"""The commission that is expected: by the rate of the day, without what was given back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.clock import NEPAL
from desktop_app.core.environment import Environment
from desktop_app.core.money import ZERO, Money
from desktop_app.core.payments.payment import Payment, PaymentState
from desktop_app.core.settings import Language, Paper
from desktop_app.core.shifts.commission import (
    CommissionRate,
    commission_sheet,
    may_be_rate,
    rate_on,
    read_percent,
)
from desktop_app.formatting.months import ad_month, bs_month, month_beside
from desktop_app.printing.blocks import Row, Total
from desktop_app.printing.commission_sheet import commission_paper
from tests.paper import ENGLISH, NEPALI, PAID_AT, SHOP, payment
from tests.tables import each

FIRST, LAST = date(2026, 11, 17), date(2026, 12, 15)
"""2083 Mangsir."""


def rate(from_day: date, percent: str = "", fixed: int | None = None) -> CommissionRate:
    money = None if fixed is None else Money(fixed)
    return CommissionRate("worldlink", from_day, read_percent(percent), money, PAID_AT)


def paid(day: date, rupees: int = 1000, **changes: Any) -> Payment:
    """A bill of WorldLink that became PAID at noon in Nepal."""
    at = datetime(day.year, day.month, day.day, 12, tzinfo=NEPAL)
    amount = Money.rupees(rupees)
    made = payment(amount=amount, cash_due=amount)
    order = replace(made.order, provider=changes.pop("provider", "worldlink"))
    return replace(made, order=order, **{"changed_at": at, "sent_at": at, **changes})


def test_each_bill_earns_by_the_rate_of_its_day() -> None:
    rates = [rate(FIRST, "2"), rate(date(2026, 12, 1), "3", 50)]
    bills = [paid(date(2026, 11, 30)), paid(date(2026, 12, 1))]
    [row] = commission_sheet(bills, rates, FIRST, LAST).rows
    # Rs. 20.00, and Rs. 30.00 with 50 paisa.
    assert row.commission == Money(2000 + 3050)
    assert (row.bills, row.amount, row.unrated) == (2, Money.rupees(2000), 0)


def test_a_rate_that_was_entered_later_from_the_same_day_corrects_it() -> None:
    rates = [rate(FIRST, "20"), rate(date(2026, 10, 1), "1"), rate(FIRST, "2")]
    found = rate_on(rates, "worldlink", LAST)
    assert found is not None
    assert found.percent == 2


def test_bills_of_before_the_first_rate_and_of_others_have_none() -> None:
    bills = [paid(FIRST), paid(LAST), paid(LAST, provider="vianet")]
    sheet = commission_sheet(bills, [rate(date(2026, 12, 1), "2")], FIRST, LAST)
    by_provider = {row.provider: row for row in sheet.rows}
    assert by_provider["worldlink"].commission == Money.rupees(20)
    assert by_provider["worldlink"].unrated == 1
    assert by_provider["vianet"].commission is None
    assert (sheet.unrated, sheet.commission, sheet.bills) == (2, Money.rupees(20), 3)


def test_what_was_given_back_or_is_not_paid_earns_nothing() -> None:
    bills = [
        paid(FIRST, reversed_at=PAID_AT),
        paid(FIRST, state=PaymentState.WAITING),
        paid(FIRST, state=PaymentState.NOT_PAID),
    ]
    assert commission_sheet(bills, [rate(FIRST, "2")], FIRST, LAST).rows == ()


def test_a_day_is_one_in_nepal() -> None:
    midnight = datetime(2026, 11, 17, tzinfo=NEPAL)
    inside = paid(FIRST, changed_at=midnight)
    outside = paid(FIRST, changed_at=midnight - timedelta(seconds=1))
    sheet = commission_sheet([inside, outside], [rate(FIRST, "2")], FIRST, LAST)
    assert sheet.bills == 1


@given(st.lists(st.integers(1, 10**7), min_size=1, max_size=30), st.integers(0, 500_000))
def test_a_sum_is_rounded_once(paisa: list[int], millionths: int) -> None:
    rates = [CommissionRate("worldlink", FIRST, millionths, None, PAID_AT)]
    bills = [
        replace(one, order=replace(one.order, amount=Money(amount)))
        for amount in paisa
        for one in [paid(FIRST)]
    ]
    [row] = commission_sheet(bills, rates, FIRST, LAST).rows
    exact = Decimal(sum(paisa)) * millionths / 1_000_000
    assert row.commission is not None
    assert abs(row.commission.paisa - exact) <= Decimal("0.5")


@pytest.mark.parametrize(
    ("typed", "millionths"),
    [("2.5", 25_000), (" 2 % ", 20_000), ("0.0001", 1), ("50", 500_000)],
)
def test_a_percentage_is_read_as_typed(typed: str, millionths: int) -> None:
    assert read_percent(typed) == millionths


@each("typed", ["", "x", "50.1", "0.00001", "-1", "1,5", "1.2.3", "1e3", "."])
def test_what_is_no_percentage_is_not_guessed_at(typed: str) -> None:
    assert read_percent(typed) is None


def test_a_rate_is_something_and_not_more_than_any_provider_pays() -> None:
    assert may_be_rate(rate(FIRST, "2"))
    assert may_be_rate(rate(FIRST, fixed=100))
    assert not may_be_rate(rate(FIRST))
    assert not may_be_rate(rate(FIRST, fixed=-1))
    assert not may_be_rate(rate(FIRST, fixed=100_001))


@pytest.mark.parametrize(
    ("days", "may"), [(732, True), (733, False), (-3660, True), (-3661, False)]
)
def test_a_rate_begins_within_some_years(days: int, may: bool) -> None:
    of_today = rate(FIRST, "2")
    today = of_today.at.astimezone(NEPAL).date()
    assert may_be_rate(replace(of_today, from_day=today + timedelta(days))) is may


# --- months -------------------------------------------------------------------------------


def test_a_nepali_month_has_its_own_days() -> None:
    month = bs_month(date(2026, 11, 22))
    assert month is not None
    assert (month.first, month.last) == (FIRST, LAST)
    assert month.text(Language.ENGLISH) == "2083 Mangsir"
    assert month.text(Language.NEPALI) == "2083 मंसिर"
    before = month_beside(month, later=False)
    assert before.last == FIRST - timedelta(days=1)
    assert month_beside(before, later=True) == month


def test_where_the_calendar_is_not_certain_a_month_is_one_of_ad() -> None:
    far = date(2060, 2, 10)
    assert bs_month(far) is None
    month = ad_month(far)
    assert (month.first, month.last) == (date(2060, 2, 1), date(2060, 2, 29))
    assert month.text(Language.ENGLISH) == "Feb 2060"
    last = bs_month(date(2026, 11, 22))
    assert last is not None
    while last.is_bs:
        last = month_beside(last, later=True)
    assert last.first.day == 1


# --- paper --------------------------------------------------------------------------------


@pytest.mark.parametrize("wording", [ENGLISH, NEPALI])
@pytest.mark.parametrize("paper", [Paper.ROLL_80, Paper.A4])
def test_the_paper_has_the_figures_and_says_that_they_are_expected(
    wording: Any, paper: Paper
) -> None:
    bills = [paid(FIRST), paid(LAST, provider="vianet")]
    sheet = commission_sheet(bills, [rate(FIRST, "2")], FIRST, LAST)
    month = bs_month(FIRST)
    assert month is not None
    made = commission_paper(
        sheet, month, SHOP, Environment.PRACTICE, wording, paper=paper, at=PAID_AT
    )
    total = [block for block in made.blocks if isinstance(block, Total)]
    assert [block.value for block in total] == [wording.amount(Money.rupees(20))]
    rows = [block.value for block in made.blocks if isinstance(block, Row)]
    assert "—" in rows
    assert sheet.commission > ZERO
    if wording is ENGLISH:
        texts = "\n".join(made.texts())
        assert "PRACTICE" in texts
        assert "The service did not confirm it." in texts
