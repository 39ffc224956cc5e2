"""What is asked of the ledger: figures, known accounts, duplicates; and that it stays fast."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import event

from desktop_app.core.billing.account_key import AccountKey, canonical
from desktop_app.core.billing.accounts import Account, Offer, OfferKind, Quote
from desktop_app.core.customer_book import DueSpan, LineFilter, LinePlace
from desktop_app.core.customers import KnownAccount
from desktop_app.core.environment import Environment
from desktop_app.core.money import ZERO, Money
from desktop_app.core.payments.payment import PaymentState
from desktop_app.core.payments.ports import DayFigures
from desktop_app.core.payments.search import PaymentFilter, Position, SearchOrder
from tests.unit.test_ledger_kit import (
    MINUTE,
    NOON,
    PATHS,
    add,
    add_in,
    give_back,
    move,
    order,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from desktop_app.ledger.sqlite.customers import SqliteCustomers
    from desktop_app.ledger.sqlite.ledger import SqliteLedger

DAY = timedelta(days=1)


def account(account_id: str = "asha_home", bills: int = 0, **changes: Any) -> Account:
    bill = Offer("b", OfferKind.BILL, "Bill", Quote(ZERO))
    values = {"provider": "worldlink", "customer_name": "Asha Rai", "offers": (bill,) * bills}
    return Account(account_id=account_id, **(values | changes))


def remember(ledger: SqliteLedger, found: Account, at: datetime) -> None:
    """As the desk does; the service's slug is its company."""
    ledger.accounts.remember(found, key(found.provider, found.account_id), at)


def key(company: str, account_id: str) -> AccountKey:
    return AccountKey(Environment.LIVE, company, canonical(account_id))


def book(ledger: SqliteLedger) -> SqliteCustomers:
    return ledger.customers_of(Environment.LIVE)


WORLDLINK = {"worldlink": frozenset[str]()}
SOON = DueSpan(NOON.date(), NOON.date() + DAY)
TYPED = {"worldlink": frozenset({"asha", "old"}), "vianet": frozenset({"asha"})}


def test_known_accounts_are_newest_first_with_what_was_paid(ledger: SqliteLedger) -> None:
    remember(ledger, account("old", days_left=12, branch="Patan"), NOON)
    remember(ledger, account(bills=3), NOON + MINUTE)
    remember(ledger, account("asha_home", provider="vianet"), NOON - MINUTE)
    for i, state in enumerate([PaymentState.PAID, PaymentState.PAID, PaymentState.NOT_PAID]):
        payment = add(ledger, str(i), amount=Money(100 + i), offer_label=f"offer {i}")
        move(ledger, payment.number, *PATHS[state], at=NOON + i * MINUTE)
    known = KnownAccount(
        key=key("worldlink", "asha_home"),
        provider="worldlink",
        account_id="asha_home",
        customer_name="Asha Rai",
        looked_up_at=NOON + MINUTE,
        bills=3,
        paid_times=2,
        last_paid_at=NOON + MINUTE,
        last_amount=Money(101),
        last_offer="offer 1",
    )
    old_key, other_key = key("worldlink", "old"), key("vianet", "asha_home")
    old = KnownAccount(old_key, "worldlink", "old", "Asha Rai", NOON, 12, "Patan")
    elsewhere = KnownAccount(other_key, "vianet", "asha_home", "Asha Rai", NOON - MINUTE)
    assert ledger.accounts.known(Environment.LIVE) == (known, old, elsewhere)
    assert ledger.accounts.known(Environment.LIVE, WORLDLINK) == (known, old)
    assert ledger.accounts.known(Environment.LIVE, {"nobody": frozenset()}) == ()
    (unpaid, _) = ledger.accounts.known(Environment.TEST, WORLDLINK)
    assert (unpaid.paid_times, unpaid.last_paid_at, unpaid.last_offer) == (0, None, "")


def test_known_accounts_say_how_many_payments_are_held(ledger: SqliteLedger) -> None:
    """Those that are only recorded were not sent: nobody waits for them."""
    remember(ledger, account(), NOON)
    remember(ledger, account("somebody_else"), NOON - MINUTE)
    held = []
    for number, state in enumerate(PATHS):
        add_in(ledger, state, str(number))
        (asha, other) = ledger.accounts.known(Environment.LIVE)
        held.append(asha.held_payments)
        assert other.held_payments == 0
    now = zip(PATHS, held, strict=True)
    counted = [state for (state, n), before in zip(now, (0, *held), strict=False) if n > before]
    assert counted == [PaymentState.SENDING, PaymentState.WAITING, PaymentState.REVIEW]
    assert [one.held_payments for one in ledger.accounts.known(Environment.TEST)] == [0, 0]


def test_the_newest_look_up_is_remembered(ledger: SqliteLedger) -> None:
    remember(ledger, account(customer_name="new\ud800", days_left=5), NOON)
    remember(ledger, account(customer_name="late answer", days_left=9), NOON - MINUTE)
    assert [(a.customer_name, a.days_left) for a in ledger.accounts.known(Environment.LIVE)] == [
        ("new�", 5)
    ]
    remember(ledger, account(customer_name="newer"), NOON + MINUTE)
    assert [(a.customer_name, a.days_left) for a in ledger.accounts.known(Environment.LIVE)] == [
        ("newer", None)
    ]


def test_day_sums_cash_taken_in_the_span(ledger: SqliteLedger) -> None:
    """What is only recorded was not sent: it holds no cash."""
    for offer, state in enumerate(PATHS):
        add_in(ledger, state, str(offer), at=NOON + offer * MINUTE)
    add_in(ledger, PaymentState.NOT_PAID, "returned")
    give_back(ledger, 7)
    add_in(ledger, PaymentState.PAID, "yesterday", at=NOON - DAY)
    add_in(ledger, PaymentState.WAITING, "held since yesterday", at=NOON - DAY)
    add_in(ledger, PaymentState.NOT_PAID, "owed since yesterday", at=NOON - DAY)
    add_in(ledger, PaymentState.PAID, "tomorrow", at=NOON + DAY)
    assert ledger.history.day(NOON, NOON + DAY) == DayFigures(
        paid_count=1,
        paid_total=Money(277_98),
        waiting_count=4,
        waiting_total=Money(4 * 278_00),
        to_return_count=2,
        to_return_total=Money(2 * 278_00),
        cash_in=Money(5 * 278_00),
        first_at=NOON,
    )


def test_payments_of_a_span_are_newest_first(ledger: SqliteLedger) -> None:
    add(ledger, "before", at=NOON - MINUTE)
    first, second = add(ledger, "1"), add(ledger, "2")
    last = add(ledger, "3", at=NOON + MINUTE, environment=Environment.TEST)
    add(ledger, "after", at=NOON + DAY)
    assert ledger.history.between(NOON, NOON + DAY) == (last, second, first)
    assert ledger.history.between(NOON, NOON + DAY, environment=Environment.LIVE) == (second, first)
    assert ledger.history.between(NOON + DAY, NOON) == ()
    days = [(NOON, NOON + MINUTE), (NOON + DAY, NOON + 2 * DAY)]
    (after,) = ledger.history.between(NOON + DAY, NOON + 2 * DAY)
    assert ledger.history.within(days) == (after, second, first)
    assert ledger.history.within([]) == ()


def test_a_day_without_payments_is_zero(ledger: SqliteLedger) -> None:
    nothing = DayFigures(0, ZERO, 0, ZERO, 0, ZERO, ZERO, None)
    assert ledger.history.day(NOON, NOON + DAY) == nothing
    for state in (PaymentState.PAID, PaymentState.WAITING, PaymentState.NOT_PAID):
        add_in(ledger, state, state, environment=Environment.TEST)
    assert ledger.history.day(NOON, NOON + DAY, environment=Environment.LIVE) == nothing
    assert ledger.history.day(NOON, NOON + DAY, environment=Environment.TEST).paid_count == 1


def test_uses_counts_by_provider(ledger: SqliteLedger) -> None:
    add(ledger, "old", at=NOON - DAY)
    add(ledger, "1")
    add_in(ledger, PaymentState.PAID, "2")
    add(ledger, "3", provider="vianet", environment=Environment.TEST)
    assert ledger.history.uses(NOON) == {"worldlink": 2, "vianet": 1}
    assert ledger.history.uses(NOON - DAY, environment=Environment.LIVE) == {"worldlink": 3}


def test_paid_since_is_what_was_paid_for_a_customer_newest_first(ledger: SqliteLedger) -> None:
    customer = order().customer
    assert ledger.paid_since(customer, NOON) == ()
    add_in(ledger, PaymentState.WAITING, "open")
    first = add_in(ledger, PaymentState.PAID, "1", account_id=" ASHA_home", amount=Money(1))
    newest = add(ledger, "2", at=NOON - DAY)
    newest = move(
        ledger, newest.number, PaymentState.SENDING, PaymentState.PAID, at=NOON + 5 * MINUTE
    )
    assert ledger.paid_since(customer, NOON) == (newest, first)
    assert ledger.paid_since(customer, NOON + 5 * MINUTE) == (newest,)
    assert ledger.paid_since(customer, NOON + 6 * MINUTE) == ()
    others: tuple[dict[str, Any], ...] = (
        {"provider": "vianet"},
        {"account_id": "asha"},
        {"environment": Environment.TEST},
    )
    for other in others:
        assert ledger.paid_since(order(**other).customer, NOON) == ()


ASKED: dict[str, Callable[[SqliteLedger], object]] = {
    "payment": lambda ledger: ledger.payment(1),
    "events": lambda ledger: ledger.events(1),
    "open_payments": lambda ledger: ledger.open_payments(),
    "cash_to_return": lambda ledger: ledger.cash_to_return(),
    "open_for": lambda ledger: ledger.open_for(order()),
    "paid_since": lambda ledger: ledger.paid_since(order().customer, NOON),
    "known accounts": lambda ledger: ledger.accounts.known(Environment.LIVE),
    "known accounts of one": lambda ledger: ledger.accounts.known(Environment.LIVE, WORLDLINK),
    "known accounts, few": lambda ledger: ledger.accounts.known(Environment.LIVE, TYPED, most=5),
    "accounts named": lambda ledger: ledger.accounts.named(Environment.LIVE, "worldlink", ["a"]),
    "count of accounts": lambda ledger: ledger.accounts.count(TYPED),
    "customers": lambda ledger: book(ledger).lines(LineFilter(WORLDLINK)),
    "customers, searched": lambda ledger: book(ledger).lines(LineFilter(TYPED, "asha")),
    "customers, marked": lambda ledger: book(ledger).lines(LineFilter(TYPED, "", favourites=True)),
    "customers, later": lambda ledger: book(ledger).lines(
        LineFilter(WORLDLINK), after=LinePlace(NOON, None, "worldlink", "asha"), most=5
    ),
    "customers, counted": lambda ledger: book(ledger).count(LineFilter(TYPED, "asha")),
    "what runs out": lambda ledger: book(ledger).lines(LineFilter(WORLDLINK, due=SOON)),
    "what runs out, counted": lambda ledger: book(ledger).count(LineFilter(WORLDLINK, due=SOON)),
    "a customer's accounts": lambda ledger: book(ledger).accounts_of(1),
    "between": lambda ledger: ledger.history.between(NOON, NOON + DAY),
    "between, of live": lambda ledger: ledger.history.between(
        NOON, NOON + DAY, environment=Environment.LIVE
    ),
    "within": lambda ledger: ledger.history.within(
        [(NOON, NOON + MINUTE), (NOON + DAY, NOON + 2 * DAY)]
    ),
    "day": lambda ledger: ledger.history.day(NOON, NOON + DAY),
    "day of live": lambda ledger: ledger.history.day(
        NOON, NOON + DAY, environment=Environment.LIVE
    ),
    "came_back": lambda ledger: ledger.came_back(),
    "may_come_back": lambda ledger: ledger.sweeps.may_come_back(NOON, NOON + DAY),
    "uses": lambda ledger: ledger.history.uses(NOON),
    "uses of live": lambda ledger: ledger.history.uses(NOON, environment=Environment.LIVE),
    "add": lambda ledger: add(ledger, "2", details_reference="0" * 32),
    "append": lambda ledger: move(ledger, 1, PaymentState.SENDING, PaymentState.PAID),
}
SMALL_INDEXES = (
    "payments_one_open",
    "payments_owing",
    "payments_owing_reversal",
    "payments_doubted",
)
"""Partial ones: to walk through them is to walk through the answer."""
SMALL_SCANS = (
    "SCAN accounts USING COVERING INDEX accounts_by_time",
    "SCAN accounts USING COVERING INDEX sqlite_autoindex_accounts_1",
    "SCAN accounts",
    "SCAN shown",
    "SCAN customers",
)
"""What accounts are found by, of each a line; all where all are asked for; those that are shown."""


def plans(ledger: SqliteLedger, ask: Callable[[SqliteLedger], object]) -> Iterator[tuple[str, str]]:
    """Each step of SQLite's plan for what is asked, with its statement."""
    statements: list[tuple[str, Any]] = []

    def hear(_c: object, _k: object, statement: str, values: object, _x: object, _m: bool) -> None:
        statements.append((statement, values))

    event.listen(ledger._store._engine, "before_cursor_execute", hear)
    ask(ledger)
    asked = [(s, values) for s, values in statements if not s.startswith("BEGIN")]
    assert asked
    with ledger._store.reading() as connection:
        for statement, values in asked:
            plan = connection.exec_driver_sql("EXPLAIN QUERY PLAN " + statement, values).all()
            yield from ((statement, step.detail) for step in plan)


def test_no_query_walks_through_all_payments(ledger: SqliteLedger) -> None:
    add(ledger)
    for name, asked in ASKED.items():
        for statement, detail in plans(ledger, asked):
            is_small = detail.endswith(SMALL_INDEXES) or detail in SMALL_SCANS
            is_walk = detail.startswith("SCAN") and not is_small and "anon" not in detail
            assert not is_walk, (name, statement, detail)


@pytest.mark.parametrize("order", SearchOrder)
@pytest.mark.parametrize("after", [None, Position(9, Money(277_98))])
def test_a_page_in_any_order_is_read_without_sorting_the_record(
    ledger: SqliteLedger, order: SearchOrder, after: Position | None
) -> None:
    add(ledger)
    details = [
        detail
        for _, detail in plans(
            ledger, lambda one: one.history.find(PaymentFilter(), order=order, after=after)
        )
    ]
    assert not [detail for detail in details if "TEMP B-TREE" in detail]
    is_by_amount = order in (SearchOrder.LARGEST_FIRST, SearchOrder.SMALLEST_FIRST)
    assert any("payments_by_amount" in detail for detail in details) is is_by_amount
