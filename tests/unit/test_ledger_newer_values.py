"""What only a newer program can read: it takes no list down, and nobody settles or repeats it."""

from __future__ import annotations

import sqlite3
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from desktop_app.core.billing.accounts import Account, LineKind
from desktop_app.core.errors import AlreadyOpen, LedgerError, Problem
from desktop_app.core.money import ZERO
from desktop_app.core.payments.payment import Event, EventKind, PaymentState
from desktop_app.core.payments.response import ServiceResponse
from desktop_app.ledger.sqlite.support_extract import last_payments
from tests.engines import SqliteRecord
from tests.fakes import NOT_KNOWN, HandClock, ScriptedService, desk_with, pay_request
from tests.unit.test_ledger_kit import MINUTE, NOON, add, add_in, order

if TYPE_CHECKING:
    from desktop_app.ledger.sqlite.ledger import SqliteLedger
    from tests.engines import Record

OTHER_SHAPES = ["7", "null", '"text"', "{}", "[7]", '[["a"]]', '[{"new": 1}]']


def rewrite(record: Record, statement: str, *values: object) -> None:
    """Change what is there, as no program of this version can."""
    with record.unguarded() as connection:
        connection.execute(statement, values)


@pytest.fixture
def disputed(record: Record, ledger: SqliteLedger) -> int:
    """A payment in a state that this program does not know, which it reached by an event."""
    number = add_in(ledger, PaymentState.WAITING).number
    rewrite(record, "UPDATE payments SET state = 'in_dispute' WHERE number = ?", number)
    rewrite(
        record,
        "INSERT INTO events (payment, kind, at, state, content)"
        " SELECT payment, 'looked_up', at, 'in_dispute', '[1]' FROM events WHERE payment = ?"
        " ORDER BY id DESC LIMIT 1",
        number,
    )
    return number


def test_an_unknown_state_counts_as_open(ledger: SqliteLedger, disputed: int) -> None:
    found = ledger.payment(disputed)
    assert found is not None
    assert found.state is PaymentState.WRITTEN_BY_NEWER
    assert not found.owes_cash
    assert ledger.open_payments() == (found,)
    assert ledger.open_for(order()) == found
    assert ledger.history.between(NOON, NOON + MINUTE) == (found,)
    assert ledger.cash_to_return() == ()
    figures = ledger.history.day(NOON, NOON + MINUTE)
    assert (figures.waiting_count, figures.paid_count) == (1, 0)
    assert figures.cash_in == figures.waiting_total == found.order.cash_due


def test_an_unknown_state_blocks_a_second_payment(
    record: Record, ledger: SqliteLedger, disputed: int
) -> None:
    with pytest.raises(AlreadyOpen) as refused:
        add(ledger)
    assert refused.value.number == disputed
    other = add(ledger, "8")
    with pytest.raises(sqlite3.IntegrityError, match="UNIQUE"):
        # The index alone refuses it as well.
        rewrite(record, "UPDATE payments SET offer_id = '7' WHERE number = ?", other.number)


@pytest.mark.parametrize("state", PaymentState)
def test_no_step_leads_out_of_an_unknown_state(
    ledger: SqliteLedger, disputed: int, state: PaymentState
) -> None:
    before = ledger.events(disputed)
    with pytest.raises(LedgerError) as refused:
        ledger.append(disputed, Event(EventKind.DECIDED, NOON + MINUTE, state))
    assert refused.value.problem is Problem.ILLEGAL_STEP
    assert ledger.events(disputed) == before


def test_a_history_with_an_unknown_state_is_read(ledger: SqliteLedger, disputed: int) -> None:
    *_, last = ledger.events(disputed)
    assert last.kind is EventKind.LOOKED_UP
    assert last.state is PaymentState.WRITTEN_BY_NEWER
    assert dict(last.content) == {}


@pytest.mark.parametrize("shape", OTHER_SHAPES)
@pytest.mark.parametrize("column", ["lines", "entries", "middle_references"])
def test_a_list_of_another_shape_takes_no_other_payment_down(
    record: Record, ledger: SqliteLedger, column: str, shape: str
) -> None:
    first, second = add_in(ledger, PaymentState.WAITING, "1"), add(ledger, "2")
    rewrite(record, f"UPDATE payments SET {column} = ? WHERE number = ?", shape, first.number)
    newer, same = ledger.open_payments()
    assert same == second
    assert newer.number == first.number
    assert newer.order.amount == first.order.amount
    assert newer.order.payable == first.order.amount
    assert newer.order.charge == ZERO
    if isinstance(record, SqliteRecord):
        assert len(last_payments(record.path, 10).payments) == 2


def test_lines_that_are_not_understood_are_one_of_the_whole_amount(
    record: Record, ledger: SqliteLedger
) -> None:
    first = add(ledger)
    rewrite(record, "UPDATE payments SET lines = '7'")
    found = ledger.payment(first.number)
    assert found is not None
    (line,) = found.order.lines
    assert (line.kind, line.amount) == (LineKind.WRITTEN_BY_NEWER, first.order.amount)


@pytest.mark.parametrize("shape", OTHER_SHAPES)
def test_what_was_sent_under_references_that_cannot_be_read_is_not_settled(
    record: Record, ledger: SqliteLedger, shape: str
) -> None:
    open_one, paid = add_in(ledger, PaymentState.WAITING, "1"), add_in(ledger, PaymentState.PAID)
    rewrite(record, "UPDATE payments SET middle_references = ?", shape)
    found = [ledger.payment(one.number) for one in (open_one, paid)]
    states = [None if one is None else one.state for one in found]
    assert states == [PaymentState.WRITTEN_BY_NEWER, PaymentState.PAID]
    with pytest.raises(LedgerError):
        ledger.append(open_one.number, Event(EventKind.LOOKED_UP, NOON, PaymentState.NOT_PAID))


def test_a_payment_that_was_acknowledged_in_a_way_not_known_here_is_not_ended_by_not_known(
    record: Record, ledger: SqliteLedger
) -> None:
    """The payment says so itself, whoever wrote the answer (rule 6)."""
    clock = HandClock()
    queued = ServiceResponse(200, {"status": True, "state": "Queued"})
    service = ScriptedService(commits=[queued], lookups=[NOT_KNOWN] * 3)
    number = desk_with(ledger, clock, service).pay(pay_request(clock)).payment.number
    rewrite(record, "UPDATE events SET content = '[1]' WHERE payment = ?", number)
    clock.move(timedelta(hours=1))
    desk = desk_with(ledger, clock, service)
    desk.waiting()
    clock.move(timedelta(hours=1))
    found = desk.check(number)
    assert found.state is PaymentState.REVIEW
    assert ledger.cash_to_return() == ()


@pytest.mark.parametrize("shape", ["7", "[]", '{"name": 7}'])
def test_a_known_customer_with_an_entry_of_another_shape_is_listed(
    record: Record, ledger: SqliteLedger, shape: str
) -> None:
    account = Account("worldlink", "asha_home", "Asha Rai", ())
    ledger.accounts.remember(account, order().customer, NOON, {"name": "x"})
    rewrite(record, "UPDATE accounts SET entry = ?", shape)
    (known,) = ledger.accounts.known(order().environment)
    assert (known.customer_name, dict(known.entry)) == ("Asha Rai", {})
