"""What a customer owed and settled by wallet: on the reports of its shift, never in the drawer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop_app.core.money import ZERO, Money
from desktop_app.core.on_account import Settling
from desktop_app.core.payments.payment import PaymentState
from desktop_app.core.settings import Paper
from desktop_app.core.shifts.z_report import read_report
from desktop_app.core.tenders import Tender, TenderKind
from desktop_app.ledger.schema.column_types import read_body, write_json
from desktop_app.printing.blocks import Row
from desktop_app.printing.shift_report import shift_report
from tests.paper import ENGLISH, SHOP
from tests.unit.drawer_kit import DAY, LIVE, TILL, Drawer
from tests.unit.test_ledger_kit import NOON

if TYPE_CHECKING:
    from desktop_app.core.shifts.z_report import ShiftReport
    from desktop_app.ledger.sqlite.ledger import SqliteLedger

LABEL = "Old dues settled by QR or wallet · {}"


def rows_of(report: ShiftReport) -> dict[str, str]:
    paper = shift_report(report, SHOP, LIVE, ENGLISH, paper=Paper.ROLL_80)
    return {row.label: row.value for row in paper.blocks if isinstance(row, Row)}


@pytest.fixture
def drawer(ledger: SqliteLedger) -> Drawer:
    """Asha owes 278 from the day before; a shift with 500 in the drawer is open."""
    drawer = Drawer(ledger)
    accounts = ledger.on_account_of(LIVE)
    asha = accounts.add_customer("Asha", "9800000001", NOON)
    owed = Tender(TenderKind.ON_ACCOUNT, Money.rupees(278), "", asha.id, "Sita")
    drawer.pay(PaymentState.PAID, other_tenders=(owed,))
    drawer.close()
    drawer.at += DAY
    drawer.open(500)
    return drawer


def settle(drawer: Drawer, rupees: int, kind: TenderKind) -> None:
    accounts = drawer.ledger.on_account_of(LIVE)
    customer = accounts.customers()[0].id
    reference = "FP-9" if kind is TenderKind.WALLET else ""
    settling = Settling(customer, Money.rupees(rupees), kind, reference)
    accounts.settle(TILL, drawer.at, settling)


def test_dues_settled_by_wallet_have_a_line_of_their_own_and_no_part_in_the_cash(
    drawer: Drawer,
) -> None:
    settle(drawer, 100, TenderKind.CASH)
    settle(drawer, 120, TenderKind.WALLET)
    settle(drawer, 58, TenderKind.WALLET)
    began_to_owe = drawer.shifts.z_report(TILL.counter, 1)
    assert began_to_owe is not None
    assert began_to_owe.dues_by_wallet.count == 0
    x_report = drawer.shifts.x_report(TILL, drawer.at)
    assert (x_report.dues_by_wallet.count, x_report.dues_by_wallet.total) == (2, Money.rupees(178))
    assert x_report.expected == Money.rupees(600)
    assert rows_of(x_report)[LABEL.format(2)] == "178.00"
    assert rows_of(x_report)["Old dues settled in cash"] == "100.00"
    z_report = drawer.close()
    assert z_report.dues_by_wallet == x_report.dues_by_wallet
    assert z_report.difference == ZERO
    kept = drawer.shifts.z_report(TILL.counter, z_report.z_number or 0)
    assert kept == z_report
    drawer.at += DAY
    drawer.open(600)
    assert drawer.shifts.x_report(TILL, drawer.at).dues_by_wallet.count == 0


def test_a_shift_without_them_has_no_such_line_nor_has_a_report_of_before(drawer: Drawer) -> None:
    settle(drawer, 100, TenderKind.CASH)
    report = drawer.close()
    assert not [label for label in rows_of(report) if label.startswith(LABEL.format(""))]
    body = dict(read_body(write_json(report.write())))
    del body["dues_by_wallet"], body["pins_set_anew"]
    before = read_report(body)
    assert (before.dues_by_wallet.count, before.pins_set_anew) == (0, ())
    assert LABEL.format(0) not in rows_of(before)
