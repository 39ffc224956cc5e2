"""One original for one payment, whatever breaks between the count and the paper."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from desktop_app.core.errors import LedgerError, Problem
from desktop_app.core.payments.payment import EventKind, Payment, PaymentState
from desktop_app.core.payments.print_counter import PrintCounter
from tests.blank_ledger import blank_ledger
from tests.fakes import HandClock
from tests.gui.test_places_kit import payment
from tests.unit.test_ledger_kit import NOON, raw

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.ledger.sqlite.ledger import SqliteLedger

TITLE = "Receipt T-000001"


@pytest.fixture
def paid(ledger: SqliteLedger) -> Payment:
    return payment(ledger, PaymentState.PAID, NOON)


def prints(ledger: SqliteLedger, paid: Payment) -> int:
    found = ledger.payment(paid.number)
    assert found is not None
    return found.prints


def test_the_first_is_the_original_and_the_others_are_copies(
    ledger: SqliteLedger, paid: Payment
) -> None:
    counter = PrintCounter(ledger, HandClock())
    copies = [counter.count(paid, TITLE, is_receipt=True).copy for _ in range(3)]
    assert copies == [0, 1, 2]
    assert counter.copies(paid) == prints(ledger, paid) == 3


def test_what_the_printer_did_not_take_is_counted_no_more(
    ledger: SqliteLedger, paid: Payment
) -> None:
    counter = PrintCounter(ledger, HandClock())
    counter.count(paid, TITLE, is_receipt=True)
    counter.take_back(paid, TITLE, is_receipt=True)
    assert prints(ledger, paid) == 0
    assert counter.count(paid, TITLE, is_receipt=True).copy == 0
    kinds = [event.kind for event in ledger.events(paid.number)][-3:]
    assert kinds == [EventKind.PRINTED, EventKind.NOT_PRINTED, EventKind.PRINTED]


def test_a_count_that_the_locked_file_did_not_take_is_kept_and_written_later(
    tmp_path: Path,
) -> None:
    """How SQLite locks its file is its own."""
    with closing(blank_ledger(tmp_path / "test.db", busy_seconds=0.05)) as ledger:
        paid = payment(ledger, PaymentState.PAID, NOON)
        counter = PrintCounter(ledger, HandClock())
        with raw(tmp_path / "test.db") as other:
            other.execute("BEGIN IMMEDIATE")
            papers = [counter.count(paid, TITLE, is_receipt=True) for _ in range(2)]
            other.execute("COMMIT")
        assert [paper.copy for paper in papers] == [0, 1], "no second original"
        troubles = [paper.trouble for paper in papers]
        assert all(trouble and trouble.problem is Problem.LEDGER_LOCKED for trouble in troubles)
        assert (prints(ledger, paid), counter.copies(paid)) == (0, 2)
        counter.flush()
        assert prints(ledger, paid) == 2


def test_an_original_is_counted_before_the_paper(ledger: SqliteLedger, paid: Payment) -> None:
    """Another program, or this one after a crash, finds it counted."""
    PrintCounter(ledger, HandClock()).count(paid, TITLE, is_receipt=True)
    assert PrintCounter(ledger, HandClock()).count(paid, TITLE, is_receipt=True).copy == 1


def test_the_file_lets_no_count_shrink_by_itself(ledger: SqliteLedger, paid: Payment) -> None:
    PrintCounter(ledger, HandClock()).count(paid, TITLE, is_receipt=True)
    with pytest.raises(LedgerError), ledger._store.writing() as connection:
        connection.exec_driver_sql(f"UPDATE payments SET prints = 0 WHERE number = {paid.number}")
