"""How a bill is paid: cash, a wallet, on account; each kind of money stays what it is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop_app.core.errors import BhuktaniError, LedgerError, Problem
from desktop_app.core.journal import JournalEntry, JournalKind
from desktop_app.core.money import ZERO, Money
from desktop_app.core.on_account import EntryKind, Settling, owed_since
from desktop_app.core.payment_flow import Flow
from desktop_app.core.payments.order import build_order
from desktop_app.core.payments.payment import Event, EventKind, PaymentState, PaymentUpdate
from desktop_app.core.shifts.figures import figures_of
from desktop_app.core.tenders import Tender, TenderKind, may_pay
from tests.fakes import HandClock, ScriptedService, counter
from tests.unit.drawer_kit import DAY, HOUR, LIVE, TILL, Drawer, kinds, moved_for
from tests.unit.flow_kit import at_confirm
from tests.unit.test_ledger_kit import NOON, move, order, recorded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.core.on_account import OnAccountCustomer
    from desktop_app.core.payments.payment import Payment
    from desktop_app.ledger.sqlite.ledger import SqliteLedger
    from desktop_app.ledger.sqlite.on_account import SqliteOnAccount
    from tests.engines import Record

S = PaymentState
LIMIT = Money.rupees(1000)


def wallet(rupees: int, reference: str = "FP-1") -> Tender:
    return Tender(TenderKind.WALLET, Money.rupees(rupees), reference)


def owed(rupees: int, customer: int | None = 1, allowed_by: str = "") -> Tender:
    return Tender(TenderKind.ON_ACCOUNT, Money.rupees(rupees), "", customer, allowed_by)


WRONG = {
    "more than the bill": (wallet(279),),
    "below nothing": (wallet(-1),),
    "nothing": (wallet(0),),
    "a wallet without its reference": (wallet(100, " "),),
    "a wallet that somebody owes": (replace(wallet(100), customer=1),),
    "on account of nobody": (owed(100, None),),
    "cash beside the cash": (Tender(TenderKind.CASH, Money.rupees(100)),),
    "three tenders": (wallet(100), owed(100)),
    "two that are more than the bill": (wallet(200), owed(100)),
}
RIGHT = {
    "cash alone": (),
    "cash and a wallet": (wallet(100),),
    "a wallet alone": (wallet(278),),
    "cash and on account": (owed(277),),
    "on account alone": (owed(278),),
    "a wallet and on account": (wallet(178), owed(100)),
}
wrong = pytest.mark.parametrize("others", WRONG.values(), ids=WRONG)
right = pytest.mark.parametrize("others", RIGHT.values(), ids=RIGHT)


@pytest.fixture
def drawer(ledger: SqliteLedger) -> Iterator[Drawer]:
    drawer = Drawer(ledger)
    yield drawer
    assert ledger.check_chain() is None


@pytest.fixture
def accounts(ledger: SqliteLedger) -> SqliteOnAccount:
    return ledger.on_account_of(LIVE)


@pytest.fixture
def asha(accounts: SqliteOnAccount) -> OnAccountCustomer:
    """A customer who may owe a thousand rupees."""
    found = accounts.add_customer("Asha Rai", "9800000001", NOON)
    accounts.set_limit(found.id, LIMIT, JournalEntry(JournalKind.LIMIT_SET, NOON))
    return found


def owes(accounts: SqliteOnAccount) -> Money:
    (one,) = accounts.customers()
    assert one.owed == sum((entry.amount for entry in accounts.entries(one.id)), start=ZERO)
    return one.owed


# --- what may pay a bill ------------------------------------------------------------------


@wrong
def test_the_flow_the_order_and_the_ledger_each_refuse_what_does_not_pay_the_bill(
    ledger: SqliteLedger, asha: OnAccountCustomer, others: tuple[Tender, ...]
) -> None:
    assert asha.id == 1
    assert not may_pay(others, Money.rupees(278))
    flow = Flow()
    at_confirm(flow, HandClock())
    flow.taken.pay_with(*others)
    for cash in (None, ZERO, Money.rupees(1000)):
        flow.taken.cash = cash
        assert flow.start_sending(counter()) is None
    request = flow.request(counter())
    assert request is not None
    service = ScriptedService()
    with pytest.raises(BhuktaniError) as refused:
        build_order(request, service.connection, service.connection_id)
    assert refused.value.problem is Problem.TENDERS_DIFFER
    with pytest.raises(LedgerError) as not_written:
        ledger.add(order(other_tenders=others), recorded())
    assert not_written.value.problem is Problem.TENDERS_DIFFER
    assert not ledger.open_payments()


@right
def test_what_pays_the_bill_is_sent_and_kept(
    drawer: Drawer, record: Record, asha: OnAccountCustomer, others: tuple[Tender, ...]
) -> None:
    assert asha.id == 1
    flow = Flow()
    at_confirm(flow, HandClock())
    flow.taken.pay_with(*others)
    left = flow.taken.cash_tender(flow.cash_due(counter()))
    assert flow.can_pay(counter()) is not bool(left)
    if left:
        flow.taken.cash = left - Money.rupees(1)
        assert not flow.can_pay(counter())
        flow.taken.cash = left
    request = flow.start_sending(counter())
    assert request is not None
    service = ScriptedService()
    built = build_order(request, service.connection, service.connection_id)
    assert (built.other_tenders, built.cash_tender) == (others, left)
    number = drawer.pay(S.PAID, other_tenders=others).number
    found = drawer.ledger.payment(number)
    assert found is not None
    assert found.order.other_tenders == others
    assert sum(amount for _, amount in moved_for(record, number)) == left.paisa
    assert drawer.expected == left


def test_another_bill_begins_with_cash_again() -> None:
    flow, clock = Flow(), HandClock()
    at_confirm(flow, clock)
    flow.taken.pay_with(wallet(278))
    assert flow.can_pay(counter())
    flow.back()
    assert flow.go_on()
    assert flow.taken.others == ()
    assert not flow.can_pay(counter())
    flow.taken.pay_with(wallet(278))
    flow.restart()
    assert flow.taken.others == ()


def test_the_question_about_much_cash_is_asked_of_the_cash_part() -> None:
    flow = Flow()
    at_confirm(flow, HandClock())
    flow.taken.pay_with(wallet(277))
    flow.taken.cash = Money.rupees(1)
    assert flow.can_pay(counter())
    flow.taken.cash = Money.rupees(20_000)
    flow.taken.agree_to_cash(True)
    flow.taken.pay_with(wallet(200))
    flow.taken.cash = Money.rupees(20_000)
    assert flow.taken.asks_for_cash(flow.cash_due(counter()))


# --- on account ---------------------------------------------------------------------------


def test_a_customer_owes_what_is_on_account(
    drawer: Drawer, accounts: SqliteOnAccount, asha: OnAccountCustomer
) -> None:
    drawer.open(0)
    number = drawer.pay(S.PAID, other_tenders=(owed(200),)).number
    assert (drawer.expected, owes(accounts)) == (Money.rupees(78), Money.rupees(200))
    (entry,) = accounts.entries(asha.id)
    assert (entry.kind, entry.payment, entry.operator) == (EntryKind.BILL, number, "Sita")
    assert accounts.customers()[0].since == NOON


def test_nobody_owes_more_than_the_owner_allows(
    drawer: Drawer, accounts: SqliteOnAccount, asha: OnAccountCustomer
) -> None:
    drawer.open(0)
    for offer in range(3):
        drawer.pay(S.PAID, str(offer), other_tenders=(owed(278),))
    assert owes(accounts) == Money.rupees(834)
    with pytest.raises(LedgerError) as refused:
        drawer.pay(S.PAID, "8", other_tenders=(owed(167),))
    assert refused.value.problem is Problem.OVER_LIMIT
    drawer.pay(S.PAID, "8", other_tenders=(owed(166),))
    assert owes(accounts) == LIMIT
    allowed = drawer.pay(S.PAID, "9", other_tenders=(owed(200, asha.id, "Hari"),))
    assert owes(accounts) == Money.rupees(1200)
    found = drawer.ledger.payment(allowed.number)
    assert found is not None
    assert found.order.other_tenders[0].allowed_by == "Hari"
    assert accounts.entries(asha.id)[-1].note == "Hari"


def test_who_has_no_limit_owes_nothing_without_the_owner(
    drawer: Drawer, accounts: SqliteOnAccount
) -> None:
    new = accounts.add_customer("Bina", "", NOON)
    with pytest.raises(LedgerError) as refused:
        drawer.pay(S.PAID, other_tenders=(owed(1, new.id),))
    assert refused.value.problem is Problem.OVER_LIMIT
    with pytest.raises(LedgerError):
        drawer.pay(S.PAID, other_tenders=(owed(1, 77),))
    drawer.pay(S.PAID, other_tenders=(owed(1, new.id, "Hari"),))
    assert owes(accounts) == Money.rupees(1)


def test_a_bill_that_is_not_paid_is_owed_no_more(
    drawer: Drawer, accounts: SqliteOnAccount, asha: OnAccountCustomer
) -> None:
    payment = drawer.pay(S.WAITING, other_tenders=(owed(200),))
    assert owes(accounts) == Money.rupees(200)
    payment = move(drawer.ledger, payment.number, S.NOT_PAID)
    assert owes(accounts) == ZERO
    assert [entry.kind for entry in accounts.entries(asha.id)] == [
        EntryKind.BILL,
        EntryKind.CANCELLED,
    ]
    # The cash part is owed to the customer, and nothing else.
    assert payment.owes_cash
    drawer.give_back(payment.number)
    assert (drawer.expected, owes(accounts)) == (ZERO, ZERO)


def test_what_was_given_up_before_sending_is_owed_by_nobody(
    drawer: Drawer, accounts: SqliteOnAccount, asha: OnAccountCustomer
) -> None:
    assert asha.id == 1
    number = drawer.pay(S.RECORDED, other_tenders=(owed(200),)).number
    drawer.ledger.append(number, Event(EventKind.ABANDONED, NOON, S.NOT_PAID))
    assert (drawer.expected, owes(accounts)) == (ZERO, ZERO)


def test_nothing_goes_back_for_a_bill_that_was_on_account_as_a_whole(
    drawer: Drawer, accounts: SqliteOnAccount, asha: OnAccountCustomer
) -> None:
    assert asha.id == 1
    payment = drawer.pay(S.NOT_PAID, other_tenders=(owed(278),))
    assert not payment.owes_cash
    assert drawer.ledger.cash_to_return() == ()
    assert drawer.ledger.history.day(NOON - DAY, NOON + DAY).to_return_count == 0
    assert drawer.shifts.x_report(TILL, NOON).owed == ()
    with pytest.raises(LedgerError):
        drawer.give_back(payment.number)
    assert owes(accounts) == ZERO


@pytest.mark.parametrize("others", [(wallet(278),), (wallet(178), owed(100))])
def test_a_wallets_money_goes_back_as_well(
    drawer: Drawer, record: Record, asha: OnAccountCustomer, others: tuple[Tender, ...]
) -> None:
    assert asha.id == 1
    payment = drawer.pay(S.NOT_PAID, other_tenders=others)
    assert payment.owes_cash
    assert drawer.ledger.cash_to_return() == (payment,)
    drawer.give_back(payment.number)
    assert moved_for(record, payment.number) == []
    assert drawer.ledger.cash_to_return() == ()


@pytest.mark.parametrize(("cash", "left"), [(True, 0), (False, 200)])
def test_a_reversed_bill_is_owed_until_its_money_is_given_back(
    drawer: Drawer, accounts: SqliteOnAccount, asha: OnAccountCustomer, cash: bool, left: int
) -> None:
    assert asha.id == 1
    number = drawer.pay(S.PAID, other_tenders=(owed(200),)).number
    drawer.ledger.append(number, Event(EventKind.REVERSED, NOON))
    assert owes(accounts) == Money.rupees(200)
    settled = Event(EventKind.REVERSAL_SETTLED, NOON).by(TILL)
    drawer.ledger.append(number, settled, update=PaymentUpdate(cash=cash))
    assert owes(accounts) == Money.rupees(left)


# --- settling -----------------------------------------------------------------------------


def test_old_dues_are_settled_in_the_shift_that_is_open_then(
    drawer: Drawer, accounts: SqliteOnAccount, asha: OnAccountCustomer
) -> None:
    drawer.pay(S.PAID, other_tenders=(owed(278),))
    drawer.close()
    drawer.at += DAY
    drawer.open(500)
    settled = accounts.settle(TILL, drawer.at, Settling(asha.id, Money.rupees(100)))
    entry = settled.entry
    assert (entry.kind, entry.amount) == (EntryKind.SETTLED_IN_CASH, -Money.rupees(100))
    assert owes(accounts) == Money.rupees(178)
    assert kinds(drawer.shifts.movements(2)) == [
        ("float", 500_00),
        ("on_account_settled", 100_00),
    ]
    by_wallet = Settling(asha.id, Money.rupees(178), TenderKind.WALLET, "FP-9")
    assert settled.left == Money.rupees(178)
    settled = accounts.settle(TILL, drawer.at, by_wallet)
    entry = settled.entry
    assert settled.left == ZERO
    assert (entry.kind, entry.note) == (EntryKind.SETTLED_BY_WALLET, "FP-9")
    assert (drawer.expected, owes(accounts)) == (Money.rupees(600), ZERO)
    assert accounts.customers()[0].since is None


@pytest.mark.parametrize(
    "settling",
    [
        Settling(1, Money.rupees(279)),
        Settling(1, ZERO),
        Settling(1, Money.rupees(-1)),
        Settling(1, Money.rupees(1), TenderKind.WALLET, " "),
        Settling(1, Money.rupees(1), TenderKind.ON_ACCOUNT, "x"),
        Settling(2, Money.rupees(1)),
    ],
)
def test_no_more_is_settled_than_is_owed(
    drawer: Drawer, accounts: SqliteOnAccount, asha: OnAccountCustomer, settling: Settling
) -> None:
    assert asha.id == 1
    drawer.pay(S.PAID, other_tenders=(owed(278),))
    with pytest.raises(LedgerError):
        accounts.settle(TILL, NOON, settling)
    assert (drawer.expected, owes(accounts)) == (ZERO, Money.rupees(278))


def test_settling_opens_a_shift_where_none_is_open(
    drawer: Drawer, accounts: SqliteOnAccount, asha: OnAccountCustomer
) -> None:
    drawer.pay(S.PAID, other_tenders=(owed(278),))
    drawer.close()
    accounts.settle(TILL, NOON, Settling(asha.id, Money.rupees(278)))
    assert drawer.expected == Money.rupees(278)


def test_a_customer_owes_since_the_account_was_even_last() -> None:
    rupee = Money.rupees(1)
    times = [NOON + n * HOUR for n in range(5)]
    amounts = (rupee, rupee, -Money.rupees(2), rupee, rupee)
    assert owed_since(zip(times, amounts, strict=True)) == times[3]
    assert owed_since(zip(times[:3], amounts[:3], strict=True)) is None
    assert owed_since(()) is None


def test_a_customer_is_written_once(accounts: SqliteOnAccount, asha: OnAccountCustomer) -> None:
    assert accounts.add_customer("ASHA RAI", "9800000001", NOON).id == asha.id
    other = accounts.add_customer("Asha Rai", "9800000002", NOON)
    assert other.id != asha.id
    assert [one.limit for one in accounts.customers()] == [LIMIT, None]


# --- figures ------------------------------------------------------------------------------


def test_the_cash_of_a_day_is_what_was_paid_in_cash(
    drawer: Drawer, asha: OnAccountCustomer
) -> None:
    assert asha.id == 1
    paid: list[Payment] = [
        drawer.pay(S.PAID, "1"),
        drawer.pay(S.PAID, "2", other_tenders=(wallet(78),)),
        drawer.pay(S.PAID, "3", other_tenders=(owed(278),)),
        drawer.pay(S.WAITING, "4", other_tenders=(wallet(100),)),
        drawer.pay(S.NOT_PAID, "5", other_tenders=(wallet(278, "FP-7"),)),
    ]
    shown = figures_of(paid, (), NOON - DAY, NOON + DAY)
    assert shown.wallet.total == Money.rupees(78)
    assert shown.on_account.total == Money.rupees(278)
    assert shown.held.total == Money.rupees(178)
    assert shown.cash == drawer.expected == Money.rupees(278 + 200 + 178)
    day = drawer.ledger.history.day(NOON - DAY, NOON + DAY)
    assert day.cash_in == drawer.expected
    assert (day.waiting_total, day.to_return_total) == (Money.rupees(178), ZERO)
    assert day.to_return_count == 1
    report = drawer.shifts.x_report(TILL, NOON)
    assert {line.key: line.total for line in report.tenders} == {
        "cash": drawer.expected,
        "wallet": Money.rupees(78 + 100 + 278),
        "on_account": Money.rupees(278),
    }
