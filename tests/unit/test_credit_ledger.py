"""Notes and rates of the shop's credit in a record of each engine."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from desktop_app.core.environment import Environment
from desktop_app.core.money import Money
from desktop_app.core.shifts.commission import CommissionRate
from desktop_app.core.shifts.credit import CreditNote, CreditNoteKind
from desktop_app.core.shop import Till
from tests.unit.test_ledger_kit import NOON

if TYPE_CHECKING:
    from desktop_app.ledger.sqlite.credit import SqliteCredit
    from desktop_app.ledger.sqlite.ledger import SqliteLedger
    from tests.engines import Record

TEST, LIVE = Environment.TEST, Environment.LIVE
TILL = Till(operator="Sita", operator_id="a" * 32)
HOUR = timedelta(hours=1)


@pytest.fixture
def credit(ledger: SqliteLedger) -> SqliteCredit:
    return ledger.credit_of(TEST)


def note(kind: CreditNoteKind, hours: int, rupees: int = 25) -> CreditNote:
    return CreditNote(kind, NOON + hours * HOUR, Money.rupees(rupees), "SMS")


def test_notes_are_given_in_their_order_with_who_wrote_them(credit: SqliteCredit) -> None:
    later = credit.add_note(TILL, note(CreditNoteKind.CHARGE, 2))
    first = credit.add_note(TILL, note(CreditNoteKind.TOP_UP, 1))
    assert credit.notes(NOON, NOON + 3 * HOUR) == (first, later)
    assert credit.notes(NOON, NOON + 2 * HOUR) == (first,), "the end is not in it"
    assert {one.operator for one in (first, later)} == {"Sita"}


def test_the_last_reading_is_one_up_to_that_moment_and_of_that_environment(
    credit: SqliteCredit, ledger: SqliteLedger
) -> None:
    assert credit.last_reading(NOON) is None
    one, two = (credit.add_note(TILL, note(CreditNoteKind.READING, at)) for at in (1, 3))
    credit.add_note(TILL, note(CreditNoteKind.TOP_UP, 2))
    ledger.credit_of(LIVE).add_note(TILL, note(CreditNoteKind.READING, 2))
    assert credit.last_reading(NOON + 2 * HOUR) == one
    assert credit.last_reading(NOON + 9 * HOUR) == two


def test_notes_and_rates_are_never_changed_and_are_in_the_chain(
    credit: SqliteCredit, ledger: SqliteLedger, record: Record
) -> None:
    credit.add_note(TILL, note(CreditNoteKind.CHARGE, 1))
    rate = CommissionRate("worldlink-v2", NOON.date(), 25_000, Money(150), NOON)
    written = credit.add_rate(TILL, rate)
    assert credit.rates() == (written,)
    assert written.operator == "Sita"
    with record.stranger() as connection:
        for table in ("credit_notes", "commission_rates"):
            for change in (f"DELETE FROM {table}", f"UPDATE {table} SET operator = 'Ram'"):
                with pytest.raises(record.refusals, match="append_only"):
                    connection.execute(change)
        sources = {row[0] for row in connection.execute("SELECT source FROM links").fetchall()}
    assert {"credit_note", "commission_rate"} <= sources
    assert ledger.check_chain() is None
