"""A search of the record ends early once nobody waits for it; nothing else of the record does."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from desktop_app.core.cancellation import GivenUp, cancellable
from desktop_app.core.customer_book import LineFilter
from desktop_app.core.environment import Environment
from desktop_app.core.payments.payment import PaymentState
from desktop_app.core.payments.search import PaymentFilter
from desktop_app.ledger.sqlite import connections
from tests.unit.test_ledger_kit import NOON, add_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.ledger.sqlite.ledger import SqliteLedger

ALL = PaymentFilter()
EVERYBODY = LineFilter({})


@pytest.fixture
def given_up(ledger: SqliteLedger, monkeypatch: pytest.MonkeyPatch) -> Iterator[SqliteLedger]:
    """A record that is asked after each step of SQLite, by a job that nobody waits for."""
    add_in(ledger, PaymentState.WAITING)
    monkeypatch.setattr(connections, "_STEPS", 1)
    nobody_waits = threading.Event()
    nobody_waits.set()
    with cancellable(nobody_waits):
        yield ledger


def test_a_search_that_nobody_waits_for_ends_early(given_up: SqliteLedger) -> None:
    customers = given_up.customers_of(Environment.LIVE)
    for search in (
        lambda: given_up.history.find(ALL),
        lambda: given_up.history.find(PaymentFilter(text="asha")),
        lambda: given_up.history.totals(ALL),
        lambda: customers.lines(EVERYBODY),
        lambda: customers.count(EVERYBODY),
    ):
        with pytest.raises(GivenUp):
            search()


def test_what_pays_and_records_is_never_ended_so(given_up: SqliteLedger) -> None:
    """Also on the connection on which a search ended."""
    with pytest.raises(GivenUp):
        given_up.history.totals(ALL)
    assert given_up.payment(1) is not None
    assert add_in(given_up, PaymentState.PAID, account_id="binod").number == 2
    assert len(given_up.history.listed(NOON, NOON.replace(year=2027))) == 2


def test_a_search_that_is_waited_for_finds_all_after_another_ended(given_up: SqliteLedger) -> None:
    with pytest.raises(GivenUp):
        given_up.history.totals(ALL)
    with cancellable(threading.Event()):
        assert given_up.history.totals(ALL).count == 1
        assert len(given_up.history.find(ALL).payments) == 1
