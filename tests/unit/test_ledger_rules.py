"""The database itself refuses what the rules forbid, whoever asks and however."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from desktop_app.core.errors import LedgerError, Problem
from desktop_app.core.payments.payment import (
    LEGAL_STEPS,
    OPEN_STATES,
    Event,
    EventKind,
    PaymentState,
)
from desktop_app.ledger.schema import IS_OPEN, METADATA, payments
from desktop_app.ledger.sqlite.connections import Store
from tests.engines import ENGINES, SqliteRecord, new_record
from tests.tables import each
from tests.unit.test_ledger_kit import NOON, PATHS, add, add_in, give_back, is_ours

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.engines import Record

AT = "'2026-11-22T07:00:00.000000+00:00'"
MAY_CHANGE = {
    "state",
    "changed_at",
    "sent_at",
    "receipt",
    "transaction_id",
    "reason",
    "reason_code",
    "phone",
    "prints",
    "cash_returned_at",
    "abandoned",
    "ticket",
}
COLUMNS = [column.name for column in payments.columns]


@pytest.fixture(scope="module", params=ENGINES)
def filled(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Record:
    """Payments 1 recorded, 2 sending, 3 paid, 4 not paid, 5 waiting, 6 review, 7 returned."""
    record = new_record(request.param, tmp_path_factory.mktemp("filled"))
    ledger = record.open()
    for offer, state in enumerate(PATHS):
        add_in(ledger, state, str(offer), details_reference=f"{offer:032x}")
    add_in(ledger, PaymentState.NOT_PAID, "returned")
    give_back(ledger, 7)
    record.close()
    return record


@pytest.fixture
def record(filled: Record, tmp_path: Path) -> Iterator[Record]:
    copied = filled.copy_to(tmp_path)
    yield copied
    copied.close()


def event(payment: int, kind: str, state: str | None = None, key: str = "NULL") -> str:
    shown = "NULL" if state is None else f"'{state}'"
    columns = "(id, payment, kind, at, state, content, counter, operator, operator_id)"
    told = f"{key}, {payment}, '{kind}', {AT}, {shown}, '{{}}', '1', '', ''"
    return f"INTO events {columns} VALUES ({told})"


def copied(**changes: str) -> str:
    """A new payment like number 1, for another offer and with other references."""
    values = {name: name for name in COLUMNS}
    values |= {"number": "NULL", "reference": f"'{'c' * 32}'", "details_reference": "NULL"}
    values |= {"offer_id": "'new'"} | changes
    return f"INTO payments SELECT {', '.join(values.values())} FROM payments WHERE number = 1"


FORBIDDEN = [
    # Rule 9: nothing is deleted or edited.
    "UPDATE events SET content = '[]' WHERE id = 1",
    "UPDATE OR REPLACE events SET id = 1 WHERE id = 2",
    "UPDATE OR IGNORE events SET at = at",
    "DELETE FROM events WHERE id = 1",
    "DELETE FROM payments WHERE number = 3",
    "INSERT OR REPLACE " + event(1, "printed", key="1"),
    "INSERT OR REPLACE " + event(1, "printed", key="(SELECT max(id) FROM events)"),
    "INSERT " + event(1, "printed", key="-5"),
    "INSERT OR REPLACE " + copied(number="1"),
    "INSERT OR REPLACE " + copied(number="3"),
    # Rule 2: what a payment was for is written once.
    *(
        f"UPDATE payments SET {name} = 9 WHERE number = 3"
        for name in COLUMNS
        if name not in MAY_CHANGE
    ),
    "UPDATE payments SET rowid = 99 WHERE number = 3",
    "UPDATE payments SET details_reference = NULL WHERE number = 3",
    # Rule 1: a reference is used once, in either role.
    "INSERT " + copied(reference="reference"),
    "INSERT OR REPLACE " + copied(reference="reference"),
    "INSERT " + copied(details_reference="reference"),
    "INSERT " + copied(reference="details_reference"),
    "INSERT " + copied(details_reference="details_reference"),
    "INSERT " + copied(reference=f"'{'d' * 32}'", details_reference=f"'{'d' * 32}'"),
    "INSERT " + copied(reference="'short'"),
    "INSERT " + copied(reference=f"'{'z' * 32}'"),
    "INSERT " + copied(details_reference="''"),
    # Rule 7: one open payment for an offer.
    "INSERT " + copied(offer_id="offer_id"),
    "INSERT OR REPLACE " + copied(offer_id="offer_id"),
    "INSERT " + copied(offer_id="offer_id", account_id="'ASHA_HOME'"),
    "INSERT " + copied(offer_id="offer_id", provider="'worldlink-old'"),
    "INSERT OR REPLACE " + copied(offer_id="offer_id", account_id="'ASHA_HOME'"),
    "INSERT OR REPLACE " + copied(offer_id="offer_id", provider="'worldlink-old'"),
    # Rule 5: a payment begins as recorded and its state follows its events.
    "INSERT " + copied(state="'sending'"),
    "INSERT " + copied(state="'paid'", receipt="2"),
    "INSERT " + copied(state="'lost'"),
    "INSERT " + copied(environment="'other'"),
    "INSERT " + copied(prints="1"),
    "INSERT " + copied(sent_at=AT),
    "INSERT " + copied(changed_at=AT),
    "INSERT " + copied(amount="-1"),
    # Rule 14: nothing is paid without an amount.
    "INSERT " + copied(amount="0"),
    "INSERT OR REPLACE " + copied(amount="0"),
    # Whose payment it is stands in every one.
    "INSERT " + copied(company="''"),
    "INSERT " + copied(account_key="''"),
    "INSERT " + copied(another_bill="2"),
    "INSERT " + copied(second_open="1"),
    "INSERT " + copied(amount="1.5"),
    "INSERT " + copied(amount="'many'"),
    "INSERT " + copied(recorded_at="'today'", changed_at="'today'"),
    "INSERT " + event(1, "answered", "paid"),
    "INSERT " + event(3, "answered", "waiting"),
    "INSERT " + event(5, "recorded", "recorded"),
    "UPDATE payments SET state = 'sending' WHERE number = 1",
    "UPDATE payments SET state = 'waiting' WHERE number = 2",
    "UPDATE payments SET state = 'waiting' WHERE number = 3",
    "UPDATE payments SET changed_at = " + AT + " WHERE number = 3",
    "UPDATE payments SET sent_at = 'today' WHERE number = 3",
    # Receipts: one for each paid payment, counted without a gap, never changed.
    "UPDATE payments SET receipt = 2 WHERE number = 3",
    "UPDATE payments SET receipt = NULL WHERE number = 3",
    "UPDATE payments SET receipt = 2 WHERE number = 1",
    "UPDATE OR REPLACE payments SET receipt = 1 WHERE number = 4",
    "UPDATE payments SET prints = -1 WHERE number = 3",
    # Rule 8: cash goes back once, for what was not paid.
    *("INSERT " + event(number, "cash_returned") for number in (1, 2, 3, 5, 6, 7)),
    "INSERT OR REPLACE " + event(7, "cash_returned"),
    "INSERT " + copied(abandoned="1"),
    *(f"UPDATE payments SET abandoned = 1 WHERE number = {number}" for number in (1, 3, 4)),
    f"UPDATE payments SET cash_returned_at = {AT} WHERE number = 4",
    f"UPDATE payments SET cash_returned_at = {AT} WHERE number = 3",
    f"UPDATE payments SET cash_returned_at = {AT} WHERE number = 7",
    "UPDATE payments SET cash_returned_at = NULL WHERE number = 7",
]


@each("statement", FORBIDDEN)
def test_raw_sql_cannot_break_a_rule(record: Record, statement: str) -> None:
    before = record.dump()
    with record.stranger() as connection, pytest.raises(record.refusals):
        connection.execute(statement)
    assert record.dump() == before


def test_the_index_alone_refuses_a_second_open_payment(record: Record) -> None:
    with record.stranger() as connection:
        connection.execute("DROP TRIGGER payments_second_open")
        with pytest.raises(record.refusals, match="UNIQUE constraint failed"):
            connection.execute("INSERT " + copied(offer_id="offer_id"))
        with pytest.raises(record.refusals, match="UNIQUE constraint failed"):
            spelling = {"account_id": "'ASHA_HOME'", "provider": "'worldlink-old'"}
            connection.execute("INSERT " + copied(offer_id="offer_id", **spelling))


@pytest.mark.parametrize("verb", ["INSERT ", "INSERT OR REPLACE "])
def test_a_second_return_of_cash_is_refused_before_the_first_is_noted(
    record: Record, verb: str
) -> None:
    with record.stranger() as connection:
        connection.execute(verb + event(4, "cash_returned"))
        with pytest.raises(record.refusals):
            connection.execute(verb + event(4, "cash_returned"))


def test_the_copied_payment_itself_is_allowed(record: Record) -> None:
    with record.stranger() as connection:
        connection.execute("INSERT " + copied())


@each(("before", "after"), list(itertools.product(PATHS, [*PaymentState, "lost"])))
def test_triggers_know_the_same_steps_as_the_core(
    record: Record, before: PaymentState, after: str
) -> None:
    number = list(PATHS).index(before) + 1
    is_legal = after in LEGAL_STEPS[before]
    with record.stranger() as connection:
        connection.execute("BEGIN")
        try:
            connection.execute("INSERT " + event(number, "answered", after))
            receipt = ", receipt = 2" if after == "paid" else ""
            connection.execute(
                f"UPDATE payments SET state = '{after}', changed_at = {AT}{receipt}"
                f" WHERE number = {number}"
            )
        except record.refusals:
            taken = False
        else:
            taken = True
    assert taken is is_legal


def test_a_history_begins_with_recorded(record: Record) -> None:
    with record.stranger() as connection:
        connection.execute("INSERT " + copied())
        for state in set(PaymentState) - {PaymentState.RECORDED}:
            with pytest.raises(record.refusals):
                connection.execute("INSERT " + event(8, "recorded", state))


def test_open_means_the_same_everywhere(record: Record) -> None:
    ended = ", ".join(f"'{state}'" for state in PaymentState if state not in OPEN_STATES)
    inside = set(IS_OPEN.text.removeprefix("state NOT IN (").removesuffix(")").split(", "))
    assert inside == set(ended.split(", "))


def test_migrations_make_the_tables_that_the_program_uses(record: Record) -> None:
    if not isinstance(record, SqliteRecord):
        pytest.skip("the migrations are SQLite's")
    store = Store(record.path)
    with store.reading() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "include_object": is_ours}
        )
        assert compare_metadata(context, METADATA) == []
        made: dict[str, str] = dict(
            connection.exec_driver_sql(
                "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
            ).all()
        )
        assert set(made) == {
            index.name for table in METADATA.sorted_tables for index in table.indexes
        }
        for table in METADATA.sorted_tables:
            for index in table.indexes:
                where = index.dialect_options["sqlite"]["where"]
                assert where is None or made[str(index.name)].endswith("WHERE " + where.text)
    store.close()


def test_two_programs_see_each_other_and_the_rules_hold_between_them(record: Record) -> None:
    one, other = record.open(), record.open()
    number = add(one, "both").number
    assert other.payment(number) == one.payment(number)
    with pytest.raises(LedgerError) as refused:
        add(other, "both")
    assert refused.value.problem is Problem.ALREADY_OPEN
    one.append(number, Event(EventKind.SENT, NOON, PaymentState.SENDING))
    with pytest.raises(LedgerError) as refused:
        other.append(number, Event(EventKind.SENT, NOON, PaymentState.SENDING))
    assert refused.value.problem is Problem.ILLEGAL_STEP
    paid = [add_in(ledger, PaymentState.PAID, f"p{i}") for i, ledger in enumerate([one, other] * 2)]
    assert [payment.receipt for payment in paid] == [2, 3, 4, 5]
    one.close()
    other.close()
