"""The drawer: the cash that must be in it is the sum of what moved, to the paisa."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop_app.core.errors import LedgerError, Problem
from desktop_app.core.money import ZERO, Money
from desktop_app.core.payments.payment import Event, EventKind, PaymentState, PaymentUpdate
from desktop_app.core.shop import Till
from desktop_app.core.tenders import Tender, TenderKind
from tests.fakes import HandClock, ScriptedService, desk_with
from tests.unit.drawer_kit import DAY, Drawer, moved_for
from tests.unit.test_ledger_kit import MINUTE, NOON, add, add_in, move, order, recorded

if TYPE_CHECKING:
    from desktop_app.ledger.sqlite.ledger import SqliteLedger
    from tests.engines import Record

S = PaymentState


@pytest.mark.parametrize(
    ("paisa", "due", "received", "moved"),
    [
        (277_98, 278_00, 278_00, [("cash_taken", 277_98), ("rounding", 2)]),
        (277_40, 277_00, 277_00, [("cash_taken", 277_40), ("rounding", -40)]),
        (277_00, 277_00, 277_00, [("cash_taken", 277_00)]),
        (277_00, 277_00, 500_00, [("cash_taken", 500_00), ("change_given", -223_00)]),
        (277_98, 277_98, 277_98, [("cash_taken", 277_98)]),
        (30, 0, 0, []),
        # Less than is due was never asked for.
        (277_00, 277_00, 0, [("cash_taken", 277_00)]),
    ],
)
def test_rounding_and_change_come_to_the_cash_that_was_due(
    drawer: Drawer,
    record: Record,
    paisa: int,
    due: int,
    received: int,
    moved: list[tuple[str, int]],
) -> None:
    number = drawer.pay(
        S.PAID,
        lines=(),
        amount=Money(paisa),
        cash_due=Money(due),
        cash_received=Money(received),
    ).number
    assert moved_for(record, number) == moved
    assert drawer.expected == Money(due)


@pytest.mark.parametrize("state", [S.RECORDED, S.SENDING, S.WAITING, S.REVIEW, S.PAID, S.NOT_PAID])
def test_cash_is_in_the_drawer_from_the_moment_the_payment_is_recorded(
    drawer: Drawer, state: PaymentState
) -> None:
    drawer.open(0)
    drawer.pay(state)
    assert drawer.expected == Money.rupees(278)


def test_what_was_given_up_before_sending_stayed_with_the_customer(
    drawer: Drawer, record: Record
) -> None:
    number = drawer.pay(S.RECORDED).number
    drawer.ledger.append(number, Event(EventKind.ABANDONED, drawer.at, S.NOT_PAID))
    assert moved_for(record, number)[-1] == ("cash_returned", -278_00)
    assert drawer.expected == ZERO


def test_cash_goes_back_from_the_drawer_where_the_clerk_stands(
    ledger: SqliteLedger, drawer: Drawer
) -> None:
    other = Drawer(ledger, Till(counter="2", drawer="left", operator="Hari"))
    other.open(500)
    number = drawer.pay(S.NOT_PAID).number
    other.give_back(number)
    assert (drawer.expected, other.expected) == (Money.rupees(278), Money.rupees(222))
    assert ledger.events(number)[-1].counter == "2"
    assert ledger.events(number)[-1].operator == "Hari"


def test_cash_goes_back_once(drawer: Drawer) -> None:
    number = drawer.pay(S.NOT_PAID).number
    drawer.give_back(number)
    with pytest.raises(LedgerError) as refused:
        drawer.give_back(number)
    assert refused.value.problem is Problem.ILLEGAL_STEP
    assert drawer.expected == ZERO


def test_a_reversal_settled_in_cash_leaves_the_drawer_when_it_is_settled(drawer: Drawer) -> None:
    number = drawer.pay(S.PAID).number
    drawer.close()
    drawer.at += DAY
    drawer.open(278)
    append = drawer.ledger.append
    append(number, Event(EventKind.REVERSED, drawer.at))
    assert drawer.expected == Money.rupees(278)
    settled = append(
        number, Event(EventKind.REVERSAL_SETTLED, drawer.at), update=PaymentUpdate(cash=True)
    )
    assert settled.state is S.PAID
    assert not settled.owes_reversal
    assert drawer.expected == ZERO
    for kind in (EventKind.REVERSED, EventKind.REVERSAL_SETTLED):
        with pytest.raises(LedgerError) as refused:
            append(number, Event(kind, drawer.at))
        assert refused.value.problem is Problem.ILLEGAL_STEP
        # Told by the rules themselves: the database's triggers are the second lock.
        assert refused.value.details["step"] is kind


def test_a_reversal_settled_by_paying_again_moves_no_cash(drawer: Drawer) -> None:
    number = drawer.pay(S.PAID).number
    drawer.ledger.append(number, Event(EventKind.REVERSED, drawer.at))
    drawer.ledger.append(number, Event(EventKind.REVERSAL_SETTLED, drawer.at))
    assert drawer.expected == Money.rupees(278)


def test_only_cash_touches_the_drawer(drawer: Drawer, record: Record) -> None:
    wallet = Tender(TenderKind.WALLET, Money.rupees(78), "FP-1234")
    number = drawer.pay(S.NOT_PAID, other_tenders=(wallet,)).number
    assert drawer.expected == Money.rupees(200)
    found = drawer.ledger.payment(number)
    assert found is not None
    assert [(t.kind, t.amount.paisa) for t in found.order.tenders] == [
        (TenderKind.CASH, 200_00),
        (TenderKind.WALLET, 78_00),
    ]
    drawer.give_back(number)
    assert drawer.expected == ZERO
    all_by_wallet = Tender(TenderKind.WALLET, Money.rupees(278), "FP-1235")
    number = drawer.pay(S.PAID, other_tenders=(all_by_wallet,)).number
    assert moved_for(record, number) == []


def test_receipts_are_numbered_from_one_in_each_series_and_counter(record: Record) -> None:
    def series_of(moment: object) -> str:
        return "2083/84" if moment == NOON + MINUTE else "2084/85"

    ledger = record.open(series_of=series_of)
    numbers = []
    for offer, (counter, minutes) in enumerate((("1", 1), ("1", 1), ("2", 1), ("1", 2), ("1", 1))):
        payment = add(ledger, str(offer), counter=counter)
        paid = move(ledger, payment.number, S.SENDING, S.PAID, at=NOON + minutes * MINUTE)
        numbers.append((paid.order.counter, paid.receipt_series, paid.receipt))
    assert numbers == [
        ("1", "2083/84", 1),
        ("1", "2083/84", 2),
        ("2", "2083/84", 1),
        ("1", "2084/85", 1),
        ("1", "2083/84", 3),
    ]
    assert ledger.check_chain() is None
    ledger.close()


def test_old_numbers_go_on_where_there_is_no_series(drawer: Drawer) -> None:
    assert [drawer.pay(S.PAID, str(n)).receipt for n in range(3)] == [1, 2, 3]


def test_open_payments_can_be_asked_for_by_counter(ledger: SqliteLedger) -> None:
    mine = add(ledger, "1").number
    other = add(ledger, "2", counter="2").number
    assert [p.number for p in ledger.open_payments(counter="1")] == [mine]
    assert [p.number for p in ledger.open_payments(counter="2")] == [other]
    assert len(ledger.open_payments()) == 2
    found = ledger.payment(other)
    assert found is not None
    assert found.order == order("2", counter="2", reference=found.order.reference)
    assert ledger.events(other) == (recorded(),)


@pytest.mark.parametrize("state", [S.RECORDED, S.SENDING])
def test_a_start_leaves_the_payments_of_another_counter_alone(
    ledger: SqliteLedger, clock: HandClock, state: PaymentState
) -> None:
    """It may be sending at this very moment."""
    mine = add_in(ledger, state, "1")
    other = add_in(ledger, state, "2", counter="2")
    desk = desk_with(ledger, clock, ScriptedService())
    assert [payment.number for payment in desk.recover()] == [mine.number]
    assert ledger.payment(other.number) == other


def test_the_database_refuses_what_is_not_the_drawer_s(drawer: Drawer, record: Record) -> None:
    """Whoever asks: a closed shift, other cash than was taken, a second float."""
    drawer.open(100)
    number = drawer.pay(S.NOT_PAID, "1").number
    paid = drawer.pay(S.PAID, "2").number
    drawer.close()
    drawer.open(100)
    columns = (
        "environment, counter, drawer, shift, kind, at, amount, payment, operator, operator_id,"
        " reason, content"
    )

    def moved(kind: str, amount: int, payment: object = "NULL", shift: int = 2) -> str:
        told = f"'live', '1', '1', {shift}, '{kind}', '2026-11-22T07:00:00.000000+00:00', {amount}"
        return f"INTO movements ({columns}) VALUES ({told}, {payment}, '', '', 'x', '{{}}')"

    forbidden = [
        "INSERT " + moved("paid_in", 5, shift=1),
        "INSERT " + moved("paid_in", -5),
        "INSERT " + moved("paid_out", 5),
        "INSERT " + moved("no_sale", 5),
        "INSERT " + moved("gift", 5),
        "INSERT " + moved("float", 5),
        "INSERT OR REPLACE " + moved("float", 5),
        "INSERT " + moved("cash_taken", 5),
        "INSERT " + moved("cash_taken", 278_00, paid),
        "INSERT " + moved("carried", 278_00, paid),
        "INSERT " + moved("cash_returned", -277_00, number),
        "INSERT " + moved("cash_returned", -279_00, number),
        "UPDATE movements SET amount = 5 WHERE id = 1",
        "DELETE FROM movements WHERE id = 1",
        "UPDATE tenders SET amount = 5 WHERE id = 1",
        "DELETE FROM tenders",
        "UPDATE shifts SET note = 'x' WHERE number = 1",
        "UPDATE shifts SET closed_at = NULL, z_number = NULL WHERE number = 1",
        "UPDATE shifts SET opened_by = 'x' WHERE number = 2",
        "UPDATE shifts SET closed_at = opened_at, z_number = 1 WHERE number = 2",
        "UPDATE shifts SET closed_at = opened_at, z_number = 3 WHERE number = 2",
        "DELETE FROM shifts",
        "INSERT INTO shifts SELECT 9, environment, counter, drawer, opened_at, '', '',"
        " 'counted', NULL, '', '', NULL, '' FROM shifts WHERE number = 2",
        "INSERT OR REPLACE INTO shifts SELECT 2, environment, counter, drawer, opened_at, '', '',"
        " 'counted', NULL, '', '', NULL, '' FROM shifts WHERE number = 2",
        "UPDATE reports SET content = '{}' WHERE id = 1",
        "DELETE FROM reports",
        "UPDATE journal SET kind = 'x' WHERE id = 1",
        "DELETE FROM journal",
        "UPDATE links SET hash = hash WHERE position = 1",
        "DELETE FROM links WHERE position = (SELECT max(position) FROM links)",
        "INSERT INTO links SELECT '1', position + 2, form, source, 99, hash FROM links"
        " ORDER BY position DESC LIMIT 1",
        f"UPDATE payments SET shift = 2 WHERE number = {paid}",
        f"UPDATE payments SET counter = '2' WHERE number = {paid}",
        f"UPDATE payments SET receipt_series = 'x' WHERE number = {paid}",
        f"UPDATE payments SET reversed_at = recorded_at WHERE number = {paid}",
    ]
    with record.stranger() as connection:
        for statement in forbidden:
            with pytest.raises(record.refusals):
                connection.execute(statement)
        connection.execute("BEGIN")
        connection.execute("INSERT " + moved("cash_returned", -278_00, number))
        connection.execute("ROLLBACK")
