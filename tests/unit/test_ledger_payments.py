"""Payments and events: written, read back the same, moved by the rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.core.billing.accounts import LineKind, QuoteLine
from desktop_app.core.environment import Environment
from desktop_app.core.errors import AlreadyOpen, LedgerError, Problem
from desktop_app.core.money import Money
from desktop_app.core.payments.payment import (
    OPEN_STATES,
    Event,
    EventKind,
    PaymentState,
    PaymentUpdate,
)
from desktop_app.core.shop import Shop
from desktop_app.core.tenders import Tender, TenderKind
from desktop_app.ledger.schema.column_types import read_json, write_json
from tests.unit.test_ledger_kit import (
    MINUTE,
    NOON,
    PATHS,
    add,
    add_in,
    give_back,
    move,
    order,
    recorded,
)

if TYPE_CHECKING:
    from desktop_app.core.payments.ports import Ledger
    from desktop_app.ledger.sqlite.ledger import SqliteLedger
    from tests.engines import Record


def test_fulfils_the_port(ledger: SqliteLedger) -> None:
    port: Ledger = ledger
    assert port.open_payments() == ()


def test_order_comes_back_as_it_was_given(record: Record) -> None:
    given_order = order(
        account_id="tab\there, nul\0here",
        customer_name="राम बहादुर \u200fالعربية\u200e 😀\r\n'; DROP TABLE payments; --",
        lines=(
            QuoteLine(LineKind.PACKAGE, Money(250_00)),
            QuoteLine(LineKind.DUE, Money(27_98), used_days=3, note="3 days\tused"),
            QuoteLine(LineKind.RATE, Money(-1)),
        ),
        shop=Shop("G & Co", "गणेश", "Kalanki", "कलंकी", "9800000000", "600123456"),
        details_reference="0" * 32,
        session_id="0012345",
        service_name="Internet",
        branch="Kathmandu",
        duration_days=365,
        duplicate_confirmed=True,
        another_bill=True,
        middle_references=("1" * 32, "2" * 32),
        sends_reference=False,
        path="/api/servicegroup/commit/worldlink/",
        fields={
            "amount": Decimal("277.9800"),
            "session": 12345678901234567890123,
            "nested": {"list": [None, True, 1, "x"], "empty": {}},
        },
    )
    ledger = record.open()
    number = ledger.add(given_order, recorded()).number
    ledger.close()
    payment = record.open().payment(number)
    assert payment is not None
    assert payment.order == given_order
    assert str(payment.order.fields["amount"]) == "277.9800"
    assert (payment.state, payment.recorded_at, payment.changed_at) == (
        PaymentState.RECORDED,
        NOON,
        NOON,
    )
    assert payment.order.environment is Environment.LIVE


@given(text=st.text(alphabet=st.characters(exclude_categories=[])))
@settings(database=None)
def test_json_keeps_every_text_that_a_file_can_hold(text: str) -> None:
    kept = read_json(write_json([text, {text: text}]))
    assert isinstance(kept, list)
    if any("\ud800" <= character <= "\udfff" for character in text):
        text = kept[0]
        text.encode()
    assert kept == [text, {text: text}]


def test_lone_surrogates_are_replaced(ledger: SqliteLedger) -> None:
    payment = add(ledger, customer_name="a\ud800b", fields={"\udfff": "x\ud83d"})
    assert payment.order.customer_name == "a�b"
    assert payment.order.fields == {"�": "x�"}
    again = ledger.open_for(replace(payment.order, customer_name="\ud800"))
    assert again == payment


def test_event_content_is_never_refused(ledger: SqliteLedger) -> None:
    payment = add(ledger)
    deep: object = "x"
    for _ in range(5000):
        deep = [deep]
    content = {
        "money": Money(277_98),
        "decimal": Decimal("1921.0000"),
        "nan": Decimal("NaN"),
        "huge": 10**5000,
        "float": 0.5,
        "at": NOON,
        "state": PaymentState.WAITING,
        "problem": None,
        "bytes": b"\xff",
        "deep": deep,
        "surrogate": "\ud800",
    }
    ledger.append(payment.number, Event(EventKind.LOOKED_UP, NOON, content=content))
    kept = ledger.events(payment.number)[-1].content
    assert kept["money"] == 277_98
    assert str(kept["decimal"]) == "1921.0000"
    assert (kept["nan"], kept["float"]) == ("NaN", "0.5")
    assert (kept["at"], kept["state"]) == ("2026-11-22T06:15:00.000250+00:00", "waiting")
    assert kept["problem"] is None
    assert str(kept["huge"]).startswith("0x")


def test_moments_are_kept_to_the_microsecond_and_come_back_in_utc(ledger: SqliteLedger) -> None:
    nepal = timezone(timedelta(hours=5, minutes=45))
    moment = datetime(2026, 11, 22, 12, 0, 0, 1, tzinfo=nepal)
    payment = add(ledger, at=moment)
    assert payment.recorded_at == moment
    assert payment.recorded_at.tzinfo is UTC


def test_a_moment_without_a_zone_is_refused(ledger: SqliteLedger) -> None:
    with pytest.raises(LedgerError):
        add(ledger, at=NOON.replace(tzinfo=None))
    assert ledger.payment(1) is None


def test_numbers_count_all_payments_and_receipts_the_paid_ones(ledger: SqliteLedger) -> None:
    states = [PaymentState.PAID, PaymentState.NOT_PAID, PaymentState.WAITING, PaymentState.PAID]
    made = [add_in(ledger, state, str(i)) for i, state in enumerate(states)]
    assert [payment.number for payment in made] == [1, 2, 3, 4]
    assert [payment.receipt for payment in made] == [1, None, None, 2]
    late = move(ledger, 3, PaymentState.PAID)
    assert late.receipt == 3


def test_receipts_are_counted_by_environment(ledger: SqliteLedger) -> None:
    live = add_in(ledger, PaymentState.PAID, "1")
    test = add_in(ledger, PaymentState.PAID, "2", environment=Environment.TEST)
    assert (live.receipt, test.receipt) == (1, 1)
    assert add_in(ledger, PaymentState.PAID, "3").receipt == 2


def test_events_come_back_in_order(ledger: SqliteLedger) -> None:
    number = add(ledger).number
    sent = Event(EventKind.SENT, NOON - MINUTE, PaymentState.SENDING)
    answered = Event(EventKind.ANSWERED, NOON, PaymentState.PAID, {"verdict": "paid"})
    ledger.append(number, sent, update=PaymentUpdate(sent_at=NOON))
    ledger.append(
        number, answered, update=PaymentUpdate(transaction_id="T-1", reason="ok", reason_code="0")
    )
    assert ledger.events(number) == (recorded(), sent, answered)
    payment = ledger.payment(number)
    assert payment is not None
    assert (payment.sent_at, payment.transaction_id) == (NOON, "T-1")
    assert (payment.reason, payment.reason_code) == ("ok", "0")
    assert ledger.events(99) == ()
    assert ledger.payment(99) is None


def test_notes_leave_what_they_do_not_name(ledger: SqliteLedger) -> None:
    number = add_in(ledger, PaymentState.PAID).number
    paid_at = NOON + MINUTE
    ledger.append(
        number, Event(EventKind.PHONE_NOTED, NOON), update=PaymentUpdate(phone="9800000000")
    )
    printed = Event(EventKind.PRINTED, NOON + 2 * MINUTE)
    ledger.append(number, printed, update=PaymentUpdate(printed=True))
    payment = ledger.append(number, printed, update=PaymentUpdate(printed=True))
    assert (payment.phone, payment.prints, payment.reason) == ("9800000000", 2, "")
    assert payment.changed_at == paid_at
    assert ledger.append(number, printed).prints == 2
    assert len(ledger.events(number)) == 7


@pytest.mark.parametrize("state", sorted(OPEN_STATES & set(PATHS)))
def test_a_second_payment_for_an_open_offer_is_refused(
    ledger: SqliteLedger, state: PaymentState
) -> None:
    first = add_in(ledger, state)
    with pytest.raises(AlreadyOpen) as refused:
        add(ledger)
    assert refused.value.number == first.number
    assert ledger.open_for(order()) == first
    assert ledger.open_payments() == (first,)
    same: tuple[dict[str, Any], ...] = (
        {"account_id": " ASHA_Home"},
        {"provider": "worldlink-v2", "company": "worldlink"},
        {"amount": Money(1)},
    )
    for change in same:
        assert ledger.open_for(order(**change)) == first
        with pytest.raises(AlreadyOpen):
            add(ledger, **change)
    changes: tuple[dict[str, Any], ...] = (
        {"offer_id": "8"},
        {"account_id": "asha_home2"},
        {"provider": "vianet"},
        {"environment": Environment.TEST},
    )
    for change in changes:
        assert ledger.open_for(order(**change)) is None
        add(ledger, **change)


@pytest.mark.parametrize("state", [PaymentState.PAID, PaymentState.NOT_PAID])
def test_an_ended_payment_lets_another_begin(ledger: SqliteLedger, state: PaymentState) -> None:
    add_in(ledger, state)
    assert add(ledger).number == 2


@pytest.mark.parametrize("roles", ["commit commit", "details details", "commit details"])
def test_a_reference_is_never_used_again(ledger: SqliteLedger, roles: str) -> None:
    names = {"commit": "reference", "details": "details_reference"}
    first, second = (names[role] for role in roles.split())
    used: dict[str, Any] = {first: "a" * 32}
    add(ledger, "1", **used)
    for one, other in ((first, second), (second, first)):
        again: dict[str, Any] = {other: "a" * 32}
        with pytest.raises(LedgerError) as refused:
            ledger.add(replace(order("2"), **again), recorded())
        assert refused.value.problem is Problem.STALE, (one, other)
    with pytest.raises(LedgerError):
        add(ledger, "3", reference="b" * 32, details_reference="b" * 32)
    assert ledger.payment(2) is None


def test_a_payment_begins_only_with_its_first_event(ledger: SqliteLedger) -> None:
    for event in (
        Event(EventKind.RECORDED, NOON),
        Event(EventKind.SENT, NOON, PaymentState.SENDING),
        Event(EventKind.PRINTED, NOON, PaymentState.RECORDED),
    ):
        with pytest.raises(LedgerError) as refused:
            ledger.add(order(), event)
        assert refused.value.problem is Problem.ILLEGAL_STEP
    assert ledger.payment(1) is None


@pytest.mark.parametrize("state", sorted(set(PATHS) - {PaymentState.NOT_PAID}))
def test_cash_is_given_back_only_for_what_was_not_paid(
    ledger: SqliteLedger, state: PaymentState
) -> None:
    payment = add_in(ledger, state)
    before = ledger.events(payment.number)
    with pytest.raises(LedgerError) as refused:
        give_back(ledger, payment.number)
    assert refused.value.problem is Problem.ILLEGAL_STEP
    assert ledger.events(payment.number) == before


def test_cash_is_given_back_once(ledger: SqliteLedger) -> None:
    payment = add_in(ledger, PaymentState.NOT_PAID)
    assert payment.owes_cash
    assert ledger.cash_to_return() == (payment,)
    with pytest.raises(LedgerError):
        ledger.append(
            1, Event(EventKind.PRINTED, NOON), update=PaymentUpdate(cash_returned_at=NOON)
        )
    returned = give_back(ledger, 1)
    assert returned.cash_returned_at == NOON + MINUTE
    assert ledger.cash_to_return() == ()
    with pytest.raises(LedgerError) as refused:
        give_back(ledger, 1)
    assert refused.value.problem is Problem.ILLEGAL_STEP
    assert ledger.payment(1) == returned


def test_cash_returned_counts_without_a_note(ledger: SqliteLedger) -> None:
    add_in(ledger, PaymentState.NOT_PAID)
    assert ledger.append(1, Event(EventKind.CASH_RETURNED, NOON)).cash_returned_at == NOON


def test_an_event_for_no_payment_is_refused(ledger: SqliteLedger) -> None:
    with pytest.raises(LedgerError) as refused:
        ledger.append(5, Event(EventKind.PRINTED, NOON))
    assert refused.value.problem is Problem.LEDGER_FAILED


EAST = timezone(timedelta(hours=5, minutes=45))
LATER = datetime(2026, 11, 22, 12, 1, 0, 7, tzinfo=EAST)
CHANGES = (
    (EventKind.SENT, PaymentState.SENDING, PaymentUpdate(sent_at=LATER)),
    (EventKind.ANSWERED, PaymentState.WAITING, PaymentUpdate(reason="\ud800?", reason_code="9")),
    (EventKind.LOOKED_UP, None, PaymentUpdate(acknowledged=True)),
    (EventKind.PHONE_NOTED, None, PaymentUpdate(phone="98\ud80041000001")),
    (EventKind.LOOKED_UP, PaymentState.PAID, PaymentUpdate(transaction_id="TX\udc00")),
    (EventKind.PRINTED, None, PaymentUpdate(printed=True)),
    (EventKind.LOOKED_UP, None, PaymentUpdate(doubted=True)),
    (EventKind.REVERSED, None, PaymentUpdate()),
    (EventKind.REVERSAL_SETTLED, None, PaymentUpdate(cash=True)),
    (EventKind.NOT_PRINTED, None, PaymentUpdate(unprinted=True)),
)
GIVEN_BACK = (
    CHANGES[0],
    (EventKind.ANSWERED, PaymentState.NOT_PAID, PaymentUpdate(reason="no")),
    (EventKind.CASH_RETURNED, None, PaymentUpdate(cash_returned_at=LATER)),
)
GIVEN_UP = ((EventKind.ABANDONED, PaymentState.NOT_PAID, PaymentUpdate()),)


@pytest.mark.parametrize("steps", [CHANGES, GIVEN_BACK, GIVEN_UP], ids=["paid", "back", "up"])
def test_what_an_event_made_of_a_payment_is_what_the_file_has(
    ledger: SqliteLedger, steps: tuple[tuple[EventKind, PaymentState | None, PaymentUpdate], ...]
) -> None:
    number = add(ledger).number
    for kind, state, update in steps:
        after = ledger.append(number, Event(kind, LATER, state), update=update)
        read = ledger.payment(number)
        assert repr(after) == repr(read), kind


@pytest.mark.parametrize(
    "tenders", [(), (Tender(TenderKind.WALLET, Money(100_00), "W-1\udc80"),)], ids=["cash", "split"]
)
def test_a_new_payment_is_what_the_file_has(
    ledger: SqliteLedger, tenders: tuple[Tender, ...]
) -> None:
    payment = add(
        ledger,
        at=NOON.astimezone(timezone(timedelta(hours=5, minutes=45))),
        customer_name="राम \ud83d",
        shop=Shop("G & Co \udcff", "गणेश"),
        fields={"amount": Decimal("277.9800"), "at": NOON, 7: (1, Money(5))},
        lines=(QuoteLine(LineKind.PACKAGE, Money(277_98), used_days=3, note="\udcff"),),
        middle_references=("1" * 32,),
        other_tenders=tenders,
    )
    assert repr(payment) == repr(ledger.payment(payment.number))
