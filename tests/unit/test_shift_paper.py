"""X and Z reports on paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop_app.core.environment import Environment
from desktop_app.core.money import Money
from desktop_app.core.settings import Paper
from desktop_app.core.shifts.shift import CashCount
from desktop_app.core.shifts.z_report import HeldCash, Line, ReceiptRange, ShiftReport
from desktop_app.printing.blocks import Row, Total
from desktop_app.printing.shift_report import shift_report
from tests.paper import ENGLISH, NASTY, NEPALI, PAID_AT, SHOP

ROLL, SHEET = Paper.ROLL_80, Paper.A4

REPORT = ShiftReport(
    shift=12,
    counter="1",
    drawer="1",
    opened_at=PAID_AT - timedelta(hours=5),
    opened_by="Sita",
    at=PAID_AT,
    operator="Hari",
    movements=(
        Line("float", 1, Money.rupees(5000)),
        Line("cash_taken", 2, Money.rupees(3000)),
        Line("change_given", 1, Money.rupees(-343)),
        Line("of_a_newer_program", 1, Money.rupees(1)),
    ),
    paid=Line("paid", 1, Money.rupees(1657)),
    charges=Money(0),
    rounding=Money(0),
    receipts=(ReceiptRange("2083/84", 117, 139, 23),),
    providers=(Line("worldlink", 1, Money.rupees(1657), "WorldLink"),),
    operators=(Line("", 1, Money.rupees(1657), "Hari"),),
    tenders=(Line("cash", 1, Money.rupees(1657)),),
    waiting=(HeldCash(131, Money.rupees(1000)),),
    owed=(HeldCash(132, Money.rupees(500)),),
    expected=Money.rupees(7658),
)
CLOSED = replace(
    REPORT,
    counted=CashCount.of({1000: 7, 500: 1, 100: 1, 50: 1}),
    reason="Two notes of 4 rupees do not exist",
    z_number=47,
)


def amounts(report: ShiftReport) -> dict[str, str]:
    """The labels of the paper with what stands beside them."""
    document = shift_report(report, SHOP, Environment.LIVE, ENGLISH, paper=ROLL)
    return {one.label: one.value for one in document.blocks if isinstance(one, Row | Total)}


def test_an_x_report_shows_what_is_expected_and_no_count() -> None:
    shown = amounts(REPORT)
    assert shown["Opening cash"] == "5,000.00"
    assert shown["Change given"] == "−343.00"
    assert shown["of_a_newer_program"] == "1.00"
    assert shown["Expected cash"] == "7,658.00"
    assert shown["Receipts"] == "2083/84-000117 – 000139"
    assert "Counted cash" not in shown
    assert "Z report no." not in shown


def test_a_z_report_shows_count_difference_and_reason() -> None:
    shown = amounts(CLOSED)
    assert shown["Z report no."] == "000047"
    assert shown["1,000 × 7"] == "7,000.00"
    assert shown["Counted cash"] == "7,650.00"
    assert shown["Difference"] == "−8.00"
    assert shown["Reason of the difference"] == CLOSED.reason
    assert shown["Opened by"] == "Sita"
    assert shown["Operator"] == "Hari"


def test_what_waits_and_what_is_owed_is_listed_by_number() -> None:
    shown = amounts(CLOSED)
    assert shown["Waiting, cash held, carried over"] == "1,000.00"
    assert shown["Payment 000131"] == "1,000.00"
    assert shown["To give back, carried over"] == "500.00"
    assert shown["Payment 000132"] == "500.00"


def test_what_came_back_is_listed_by_number() -> None:
    back = (HeldCash(140, Money.rupees(700)), HeldCash(141, Money.rupees(300)))
    shown = amounts(replace(CLOSED, came_back=back, to_settle=back[:1]))
    assert shown["Came back from the company in this shift"] == "1,000.00"
    assert shown["Payment 000141"] == "300.00"
    assert shown["Came back, not settled yet, carried over"] == "700.00"
    assert not [label for label in amounts(CLOSED) if label.startswith("Came back")]


def test_a_shift_over_midnight_says_so() -> None:
    late = replace(REPORT, opened_at=PAID_AT - timedelta(days=3))
    words = "This shift went over more than one day."
    for report, says in ((late, True), (REPORT, False)):
        document = shift_report(report, SHOP, Environment.LIVE, ENGLISH, paper=ROLL)
        assert (words in document.texts()) is says


def test_a_copy_of_a_z_report_says_so() -> None:
    def texts(*, is_copy: bool) -> tuple[str, ...]:
        made = shift_report(CLOSED, SHOP, Environment.LIVE, ENGLISH, paper=SHEET, is_copy=is_copy)
        return made.texts()

    assert "COPY" in texts(is_copy=True)
    assert "COPY" not in texts(is_copy=False)


@pytest.mark.parametrize("environment", [Environment.PRACTICE, Environment.TEST])
def test_what_is_not_live_says_so_twice(environment: Environment) -> None:
    texts = shift_report(CLOSED, SHOP, environment, ENGLISH, paper=ROLL).texts()
    assert sum("NOT A PAYMENT" in text for text in texts) == 2


def test_what_somebody_typed_is_shown_as_plain_text() -> None:
    report = replace(CLOSED, reason=NASTY, note=NASTY, operator=NASTY, opened_by=NASTY)
    texts = " ".join(shift_report(report, SHOP, Environment.LIVE, NEPALI, paper=ROLL).texts())
    assert "\u202e" not in texts
    assert "\x1b" not in texts
