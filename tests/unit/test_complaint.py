"""When it is time to complain about a payment, and what the sheet for support says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.environment import Environment
from desktop_app.core.errors import Problem
from desktop_app.core.payments.complaint import ComplaintLimits, after_working_days, answer_due
from desktop_app.core.payments.event_content import AnswerContent, TicketContent, ticket_of
from desktop_app.core.payments.payment import Event, EventKind, Payment, PaymentState
from desktop_app.core.settings import Paper
from desktop_app.printing.complaint import ComplaintSheet, complaint_sheet
from tests.paper import ENGLISH, NASTY, NEPALI, PAID_AT, REFERENCE, nasty_payment, payment
from tests.tables import each

LIMITS = ComplaintLimits()
FRIDAY, SATURDAY, SUNDAY = date(2026, 11, 20), date(2026, 11, 21), date(2026, 11, 22)


@each(
    ("day", "count", "due"),
    [
        (SUNDAY, 1, date(2026, 11, 23)),
        (FRIDAY, 1, SUNDAY),
        (SATURDAY, 1, SUNDAY),
        (FRIDAY, 3, date(2026, 11, 24)),
        (SUNDAY, 0, SUNDAY),
    ],
)
def test_a_saturday_is_no_working_day(day: date, count: int, due: date) -> None:
    assert after_working_days(day, count) == due


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(1, 30))
def test_as_many_working_days_lie_between(day: date, count: int) -> None:
    due = after_working_days(day, count)
    between = (day + timedelta(days=n) for n in range(1, (due - day).days + 1))
    assert sum(one.weekday() != SATURDAY.weekday() for one in between) == count
    assert due.weekday() != SATURDAY.weekday()


def test_what_the_service_has_passed_on_has_the_longer_limit() -> None:
    waiting = payment(PaymentState.WAITING)
    alone = answer_due(waiting, SUNDAY, LIMITS)
    passed_on = answer_due(replace(waiting, acknowledged=True), SUNDAY, LIMITS)
    assert alone is not None and alone.day == date(2026, 11, 23)
    assert passed_on is not None and passed_on.day == date(2026, 11, 25)


@pytest.mark.parametrize(("days", "due"), [(0, 23), (-5, 23), (10**12, 27)])
def test_a_limit_out_of_range_stops_nothing(days: int, due: int) -> None:
    found = answer_due(payment(PaymentState.WAITING), SUNDAY, ComplaintLimits(within=days))
    assert found is not None
    assert found.day.day == due


def test_the_last_day_is_still_in_time() -> None:
    due = answer_due(payment(PaymentState.REVIEW), SUNDAY, LIMITS)
    assert due is not None
    assert not due.is_over(due.day)
    assert due.is_over(due.day + timedelta(days=1))


@pytest.mark.parametrize(
    "state",
    [PaymentState.RECORDED, PaymentState.SENDING, PaymentState.PAID, PaymentState.NOT_PAID],
)
def test_nothing_is_due_where_nothing_waits(state: PaymentState) -> None:
    assert answer_due(payment(state), SUNDAY, LIMITS) is None


def test_the_last_ticket_counts() -> None:
    notes = ("4711", "", "4712")
    events = [
        Event(EventKind.TICKET_NOTED, PAID_AT, content=TicketContent(ticket).write())
        for ticket in notes
    ]
    assert ticket_of(events) == "4712"
    assert ticket_of(events[:2]) == ""
    assert ticket_of(()) == ""


READ = "0" * 31 + "1"


def sheet(waiting: Payment, events: list[Event], paper: Paper = Paper.A4) -> ComplaintSheet:
    return complaint_sheet(waiting, events, (ENGLISH, NEPALI), paper=paper)


def answered(kind: EventKind, minutes: int = 0, **content: object) -> Event:
    at = PAID_AT + timedelta(minutes=minutes)
    return Event(kind, at, content=AnswerContent(**content).write())  # type: ignore[arg-type]


def test_the_sheet_names_all_that_support_needs() -> None:
    waiting = replace(payment(PaymentState.WAITING, details_reference=READ), transaction_id="TX-90")
    events = [
        answered(EventKind.ANSWERED, http_status=200, state="Queued", acknowledged=True),
        answered(EventKind.LOOKED_UP, 5, http_status=502, code="1001", reason="Try again later"),
        answered(EventKind.LOOKED_UP, 9, problem=Problem.TIMED_OUT.value),
        Event(EventKind.TICKET_NOTED, PAID_AT, content=TicketContent("4711").write()),
    ]
    made = sheet(waiting, events)
    for part in (
        *(REFERENCE, READ, "TX-90", "4711", "C-000131", "WorldLink", "online_due_and_package"),
        *("Rs. 1,657.00", "Ganesh Kirana & Recharge", "01-5550142", "2026-11-22 14:18:11"),
        "2026-11-22 14:18:11: payment / भुक्तानी: HTTP 200 · Queued",
        "2026-11-22 14:23:11: look-up / जाँच: HTTP 502 · 1001 · “Try again later”",
        "2026-11-22 14:27:11: look-up / जाँच: no answer / जवाफ आएन",
    ):
        assert part in made.text, part
    on_paper = " ".join(made.document.texts())
    for part in ("7f3c9a52 e1d84b0c 96a2f41d 5b7e083c", "TX-90", "HTTP 502 · 1001", "4711"):
        assert part in on_paper, part
    for request in ("Please tell us whether it was carried out.", "बताइदिनुहोला"):
        assert request in made.text
        assert request in on_paper


def test_a_sheet_of_practice_says_so_and_hides_its_reference() -> None:
    made = sheet(payment(PaymentState.WAITING, Environment.PRACTICE), [])
    texts = made.document.texts()
    assert sum("PRACTICE — NOT A PAYMENT" in text for text in texts) == 2
    assert made.text.startswith("PRACTICE — NOT A PAYMENT")
    assert "PRACTICE 7f3c9a52" in texts


def test_of_a_hundred_look_ups_the_first_and_the_last_are_listed() -> None:
    events = [
        answered(EventKind.LOOKED_UP, n, http_status=200, code=f"code{n}") for n in range(100)
    ]
    text = sheet(payment(PaymentState.WAITING), events).text
    listed = [n for n in range(100) if f"code{n}\n" in f"{text}\n"]
    assert listed == [0, 1, 2, 94, 95, 96, 97, 98, 99]
    assert "91 more" in text


def test_what_the_service_says_stays_one_plain_line() -> None:
    waiting = replace(nasty_payment(), state=PaymentState.WAITING)
    event = answered(EventKind.ANSWERED, http_status=200, reason=NASTY, code=NASTY)
    text = sheet(waiting, [event]).text
    assert "\u202e" not in text
    assert "\x1b" not in text
    assert all(len(line) < 1000 for line in text.splitlines())
