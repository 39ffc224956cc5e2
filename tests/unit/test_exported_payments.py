"""An export reads a part of each payment: the same that is in the payment as a whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from desktop_app.core.billing.accounts import LineKind, QuoteLine
from desktop_app.core.billing.forms import EnteredFact, FieldLabel
from desktop_app.core.environment import Environment
from desktop_app.core.money import Money
from desktop_app.core.payments.payment import (
    Event,
    EventKind,
    Payment,
    PaymentState,
    PaymentUpdate,
)
from desktop_app.core.payments.search import PaymentFilter, SearchOrder
from desktop_app.core.tenders import Tender, TenderKind
from desktop_app.exports.write import all_found
from desktop_app.ledger.sqlite.connections import BUSY_SECONDS, open_file
from tests.bench.bulk import LongRecord
from tests.bench.orders import Till, order
from tests.blank_ledger import blank_ledger
from tests.exported_kit import exported_of
from tests.fakes import NOON
from tests.unit.test_ledger_kit import whole_payments

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.ledger.sqlite.ledger import SqliteLedger

S = PaymentState
EVERYTHING = PaymentFilter()


@pytest.fixture
def ledger(tmp_path: Path) -> SqliteLedger:
    """A record with payments of all kinds that an export tells apart."""
    ledger = blank_ledger(tmp_path / "shop.db")
    till = Till(ledger)
    rupees = Money.rupees
    asha = ledger.on_account_of(Environment.TEST).add_customer("Asha", "9800000001", NOON)
    owed = Tender(TenderKind.ON_ACCOUNT, rupees(50), "", asha.id, "Sita")
    kinds: tuple[dict[str, Any], ...] = (
        {},
        {"customer_name": "", "account_id": "=1+1"},
        {
            "lines": (
                QuoteLine(LineKind.PACKAGE, rupees(500)),
                QuoteLine(LineKind.CHARGE, rupees(25)),
            ),
            "amount": rupees(500),
            "cash_due": rupees(525),
            "cash_received": rupees(600),
        },
        {
            "amount": rupees(500),
            "lines": (QuoteLine(LineKind.PACKAGE, rupees(500)),),
            "cash_due": rupees(500),
            "cash_received": rupees(350),
            "other_tenders": (Tender(TenderKind.WALLET, rupees(150), "W-1"),),
        },
        {
            "amount": rupees(500),
            "lines": (QuoteLine(LineKind.PACKAGE, rupees(500)),),
            "cash_due": rupees(500),
            "cash_received": rupees(450),
            "other_tenders": (owed,),
        },
        {"entries": (EnteredFact(FieldLabel.MOBILE.value, "9841055512"),)},
    )
    for number, changes in enumerate(kinds, start=1):
        event = Event(EventKind.RECORDED, till.clock.now(), S.RECORDED)
        sent = till.send(ledger.add(replace(order(number), **changes), event))
        till.settle(sent) if number % 2 else till.wait(sent)
        till.clock.move(timedelta(hours=7))
    refused = till.send(till.record(90))
    event = Event(EventKind.ANSWERED, till.clock.now(), S.NOT_PAID, {"code": "4000"})
    ledger.append(refused.number, event)
    event = Event(EventKind.CASH_RETURNED, till.clock.now())
    ledger.append(refused.number, event, update=PaymentUpdate(cash_returned_at=till.clock.now()))
    noted = till.paid(91)
    event = Event(EventKind.PHONE_NOTED, till.clock.now())
    ledger.append(noted.number, event, update=PaymentUpdate(phone="014411222"))
    till.record(92)
    return ledger


def whole(ledger: SqliteLedger, wanted: PaymentFilter) -> tuple[Payment, ...]:
    found = ledger.history.find(wanted, order=SearchOrder.OLDEST_FIRST, most=10_000).payments
    return whole_payments(ledger, found)


@pytest.mark.parametrize("text", ["", "sabina", "90", "9841055512", "nobody"])
def test_an_export_reads_what_the_payments_have(ledger: SqliteLedger, text: str) -> None:
    wanted = PaymentFilter(text=text)
    payments = whole(ledger, wanted)
    found = list(all_found(ledger.history, wanted))
    assert found == [exported_of(payment, "Asha") for payment in payments]
    assert [one.rounding for one in found] == [payment.order.rounding for payment in payments]
    assert bool(found) is (text != "nobody")


def test_the_kinds_of_payments_are_told_apart(ledger: SqliteLedger) -> None:
    found = list(all_found(ledger.history, EVERYTHING))
    assert {one.state for one in found} == {S.PAID, S.WAITING, S.NOT_PAID, S.RECORDED}
    assert {one.phone for one in found} == {"", "9841055512", "014411222"}
    assert Money.rupees(25) in {one.charge for one in found}
    parts = {(one.cash, one.wallet, one.on_account) for one in found if one.cash != one.cash_due}
    rupees, nothing = Money.rupees, Money(0)
    assert parts == {(rupees(350), rupees(150), nothing), (rupees(450), nothing, rupees(50))}
    assert [one.debtor for one in found if one.on_account] == ["Asha"]
    (returned,) = (one for one in found if one.cash_returned)
    assert returned.state is S.NOT_PAID
    assert {bool(one.receipt) for one in found} == {True, False}


def test_what_a_newer_program_wrote_takes_no_row_from_an_export(
    ledger: SqliteLedger, tmp_path: Path
) -> None:
    raw = open_file(tmp_path / "shop.db", BUSY_SECONDS)
    for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        raw.execute(f"DROP TRIGGER {name}")
    raw.execute("PRAGMA ignore_check_constraints = ON")
    raw.execute("UPDATE payments SET state = 'frozen' WHERE number = 1")
    raw.execute("UPDATE payments SET lines = '[[1]]' WHERE number = 3")
    raw.execute("UPDATE payments SET middle_references = '{}' WHERE number = 2")
    raw.close()
    found = list(all_found(ledger.history, EVERYTHING))
    assert found == [exported_of(payment, "Asha") for payment in whole(ledger, EVERYTHING)]
    assert [one.state for one in found[:2]] == [S.WRITTEN_BY_NEWER] * 2


def test_pages_of_an_export_leave_nothing_out(tmp_path: Path) -> None:
    ledger = blank_ledger(tmp_path / "long.db")
    raw = open_file(tmp_path / "long.db", BUSY_SECONDS)
    LongRecord(ledger, raw).grow(1203)
    raw.close()
    assert [one.number for one in all_found(ledger.history, EVERYTHING)] == list(range(1, 1204))
