"""In any order of things the cash that must be in each drawer is right to the paisa.

Clerks at two counters and three drawers take cash, give it back, also days later, and open and
close shifts; the power goes in the middle of a write, midnight passes, and the clock on the wall is
set. The test keeps a sum of its own, of what people have in their hands.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections import Counter
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from desktop_app.core.errors import LedgerError
from desktop_app.core.money import ZERO, Money
from desktop_app.core.on_account import Settling
from desktop_app.core.payments.payment import (
    OPEN_STATES,
    Event,
    EventKind,
    PaymentState,
    PaymentUpdate,
)
from desktop_app.core.shifts.movement import BY_HAND, MovementKind
from desktop_app.core.shifts.shift import CashCount, Closing
from desktop_app.core.shop import Till
from desktop_app.core.tenders import Tender, TenderKind
from tests.blank_ledger import put_blank_ledger
from tests.fakes import HandClock
from tests.faults.power import Hands, Power, PowerCut
from tests.sampling import LONG
from tests.unit.drawer_kit import LIVE
from tests.unit.test_ledger_kit import PATHS, order, raw, recorded

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.core.payments.payment import Payment
    from desktop_app.core.shifts.z_report import ShiftReport

SHIFTS, SEQUENCES = (10_000, 250) if LONG else (1, 10)
"""Closed at least, in rounds of so many sequences: what tries them keeps each one of a round."""
PLACES = (("1", "1"), ("1", "2"), ("2", "1"))
PEOPLE = ("Sita", "Hari")
CUSTOMER = 1
"""Who may owe."""
FIGURES: Counter[str] = Counter()


class Shop(RuleBasedStateMachine):
    """The drawers of a shop, its people and its clock."""

    empty: ClassVar[Path]

    def __init__(self) -> None:
        super().__init__()
        FIGURES["sequences"] += 1
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "ledger.sqlite3"
        shutil.copy(self.empty, self.path)
        self.clock = HandClock()
        self.hands = {place: Hands() for place in PLACES}
        self.held: dict[int, Money] = {}
        self.owed: dict[int, Money] = {}
        """What each payment on account makes its customer owe."""
        self.settled = ZERO
        self.offers = 0
        self.power = Power()
        self.ledger = self.power.opened(self.path)

    def attempt(self, name: str, cut_at: int, act: Callable[[], Any]) -> Any:
        """What was done; None where it was refused, or the power went: then nothing is written."""
        self.power.statements_left = cut_at if cut_at < 14 else None
        try:
            done = act()
        except PowerCut:
            FIGURES[f"{name}: power cut"] += 1
            self.ledger.close()
            self.ledger = self.power.opened(self.path)
            return None
        except LedgerError:
            FIGURES[f"{name}: refused"] += 1
            return None
        finally:
            self.power.statements_left = None
        FIGURES[name] += 1
        return done if done is not None else True

    def till(self, place: int, person: int) -> Till:
        counter, drawer = PLACES[place]
        return Till(counter, drawer, PEOPLE[person], f"{person}" * 32)

    def moves(self, place: int, amount: Money) -> None:
        """Cash goes into a drawer; a shift is open there from now on."""
        hands = self.hands[PLACES[place]]
        hands.is_open = True
        hands.cash += amount

    places = st.sampled_from(range(3))
    people = st.sampled_from(range(2))
    cuts = st.sampled_from((99,) * 70 + tuple(range(14)))

    @rule(place=places, person=people, cut=cuts, paisa=st.integers(1, 500_000),
          over=st.sampled_from((0, 0, 22, 500)), split=st.sampled_from((0, 0, 0, 1, 2, 3, 4, 5)),
          state=st.sampled_from(sorted(PATHS) + [PaymentState.NOT_PAID] * 4))  # fmt: skip
    def pay(
        self, place: int, person: int, cut: int, paisa: int, over: int, split: int,
        state: PaymentState,
    ) -> None:  # fmt: skip
        self.offers += 1
        amount = Money(paisa)
        due = Money.rupees((paisa + 50) // 100)
        third = Money(due.paisa // 300 * 100)
        shares = ((ZERO, ZERO), (third, ZERO), (due, ZERO), (ZERO, third), (ZERO, due),
                  (third, due - third))[split]  # fmt: skip
        wallet = Tender(TenderKind.WALLET, shares[0], "FP-1")
        later = Tender(TenderKind.ON_ACCOUNT, shares[1], "", CUSTOMER, "Hari")
        others = tuple(one for one in (wallet, later) if one.amount)
        for one in others:
            FIGURES[f"with {one.kind.value}"] += 1
        part = shares[0] + shares[1]
        till = self.till(place, person)
        new = order(
            str(self.offers), amount=amount, lines=(), cash_due=due,
            cash_received=due - part + Money.rupees(over) if due != part else ZERO,
            counter=till.counter, drawer=till.drawer, operator=till.operator,
            operator_id=till.operator_id, other_tenders=others,
        )  # fmt: skip
        now = self.clock.now()
        payment = self.attempt("pay", cut, lambda: self.ledger.add(new, recorded(now).by(till)))
        if payment is None:
            return
        self.moves(place, due - part)
        self.held[payment.number] = due - part
        self.owed[payment.number] = shares[1]
        for step in PATHS[state]:
            self.step(payment.number, step)

    def step(self, number: int, state: PaymentState) -> None:
        kind = EventKind.SENT if state is PaymentState.SENDING else EventKind.ANSWERED
        self.ledger.append(number, Event(kind, self.clock.now(), state))
        if state is PaymentState.NOT_PAID:
            self.owed[number] = ZERO

    def owes(self) -> Money:
        """What the customer owes by what people know."""
        return sum(self.owed.values(), start=ZERO) - self.settled

    def payments(self, *states: PaymentState) -> list[Payment]:
        found = [self.ledger.payment(number) for number in self.held]
        return [one for one in found if one is not None and one.state in states]

    @precondition(lambda self: self.held)
    @rule(pick=st.sampled_from(range(30)), paid=st.booleans())
    def settle(self, pick: int, paid: bool) -> None:
        if found := self.payments(PaymentState.WAITING, PaymentState.REVIEW):
            state = PaymentState.PAID if paid else PaymentState.NOT_PAID
            self.step(found[pick % len(found)].number, state)

    @precondition(lambda self: self.held)
    @rule(pick=st.sampled_from(range(30)), cut=cuts)
    def give_up(self, pick: int, cut: int) -> None:
        found = self.payments(PaymentState.RECORDED, PaymentState.SENDING)
        if found:
            one = found[pick % len(found)]
            event = Event(EventKind.ABANDONED, self.clock.now(), PaymentState.NOT_PAID)
            if self.attempt("give up", cut, lambda: self.ledger.append(one.number, event)):
                place = PLACES.index(_place(one))
                self.moves(place, -self.held[one.number])
                self.held[one.number] = self.owed[one.number] = ZERO

    @rule(place=places, cut=cuts, paisa=st.integers(-100, 100_000), wallet=st.booleans())
    def settle_account(self, place: int, cut: int, paisa: int, wallet: bool) -> None:
        owed, till = self.owes(), self.till(place, 0)
        amount = Money(min(paisa, max(owed.paisa + 100, paisa % 2)))
        kind = TenderKind.WALLET if wallet else TenderKind.CASH
        settling = Settling(CUSTOMER, amount, kind, "FP-2" if wallet else "")
        accounts = self.ledger.on_account_of(LIVE)
        done = self.attempt(
            "settle account", cut, lambda: accounts.settle(till, self.clock.now(), settling)
        )
        assert done is None or ZERO < amount <= owed
        if done:
            self.settled += amount
            self.moves(place, ZERO if wallet else amount)

    @precondition(lambda self: self.held)
    @rule(pick=st.sampled_from(range(30)), place=places, person=people, cut=cuts)
    def give_back(self, pick: int, place: int, person: int, cut: int) -> None:
        """At any till, and of any payment: only one that owes cash is given back."""
        found = self.payments(*PATHS) if pick % 4 == 0 else self.payments(PaymentState.NOT_PAID)
        if found:
            one = found[pick % len(found)]
            till = self.till(place, person)
            event = Event(EventKind.CASH_RETURNED, self.clock.now()).by(till)
            update = PaymentUpdate(cash_returned_at=event.at, drawer=till.drawer)
            done = self.attempt(
                "give back", cut, lambda: self.ledger.append(one.number, event, update=update)
            )
            assert done is None or one.owes_cash
            if done:
                self.moves(place, -self.held[one.number])
                self.held[one.number] = ZERO

    @precondition(lambda self: self.held)
    @rule(pick=st.sampled_from(range(30)), place=places, cash=st.booleans(), cut=cuts)
    def reverse(self, pick: int, place: int, cash: bool, cut: int) -> None:
        if found := [p for p in self.payments(PaymentState.PAID) if p.reversed_at is None]:
            one, till = found[pick % len(found)], self.till(place, 0)
            self.ledger.append(one.number, Event(EventKind.REVERSED, self.clock.now()))
            settled = Event(EventKind.REVERSAL_SETTLED, self.clock.now()).by(till)
            update = PaymentUpdate(cash=cash, drawer=till.drawer)
            done = self.attempt(
                "reverse", cut, lambda: self.ledger.append(one.number, settled, update=update)
            )
            if done and cash:
                self.moves(place, -self.held[one.number])
                self.held[one.number] = self.owed[one.number] = ZERO

    @rule(place=places, person=people, cut=cuts, rupees=st.none() | st.integers(0, 20_000))
    def open(self, place: int, person: int, cut: int, rupees: int | None) -> None:
        shifts, till = self.ledger.shifts_of(LIVE), self.till(place, person)
        counted = None if rupees is None else CashCount(other=Money.rupees(rupees))
        done = self.attempt("open", cut, lambda: shifts.open(till, self.clock.now(), counted))
        hands = self.hands[PLACES[place]]
        assert done is None or not hands.is_open, "two open shifts"
        if done:
            self.moves(place, ZERO if counted is None else counted.total)
            hands.has_float = counted is not None

    @rule(place=places, person=people, cut=cuts, rupees=st.integers(0, 20_000))
    def note_float(self, place: int, person: int, cut: int, rupees: int) -> None:
        shifts, till = self.ledger.shifts_of(LIVE), self.till(place, person)
        counted = CashCount(other=Money.rupees(rupees))
        done = self.attempt(
            "float", cut, lambda: shifts.note_float(till, self.clock.now(), counted)
        )
        hands = self.hands[PLACES[place]]
        assert done is None or (hands.is_open and not hands.has_float)
        if done:
            self.moves(place, counted.total)
            hands.has_float = True

    @rule(place=places, person=people, cut=cuts, rupees=st.integers(0, 5_000),
          kind=st.sampled_from(sorted(BY_HAND) * 3 + sorted(MovementKind)))  # fmt: skip
    def move(self, place: int, person: int, cut: int, rupees: int, kind: MovementKind) -> None:
        shifts, till = self.ledger.shifts_of(LIVE), self.till(place, person)
        amount, now = Money.rupees(rupees), self.clock.now()
        if self.attempt("move", cut, lambda: shifts.move(till, now, kind, amount, "why")):
            is_out = kind in (MovementKind.PAID_OUT, MovementKind.SAFE_DROP)
            self.moves(place, -amount if is_out else amount)

    @rule(place=places, person=people, cut=cuts, off=st.sampled_from((0, 0, 0, 5, -120)),
          tells=st.booleans())  # fmt: skip
    def close(self, place: int, person: int, cut: int, off: int, tells: bool) -> None:
        shifts, till = self.ledger.shifts_of(LIVE), self.till(place, person)
        hands = self.hands[PLACES[place]]
        counted = hands.cash + Money.rupees(off)
        closing = Closing(
            self.clock.now(), CashCount(other=counted), hands.cash, "a reason" if tells else ""
        )
        report = self.attempt("close", cut, lambda: shifts.close(till, closing))
        if report is None:
            return
        assert hands.is_open
        assert tells or not off, "a difference without a reason"
        assert report.difference == Money.rupees(off)
        self.carries_over(report)
        hands.sums.append(hands.cash)
        hands.closed += 1
        hands.cash, hands.is_open, hands.has_float = ZERO, False, False

    @rule(person=people, cut=cuts, off=st.sampled_from((0, 0, 5, -120)),
          hours=st.sampled_from((10, 72)))  # fmt: skip
    def day_ends(self, person: int, cut: int, off: int, hours: int) -> None:
        """All drawers are closed, one after the other; the shop opens again in so many hours."""
        for place, one in enumerate(PLACES):
            if self.hands[one].is_open:
                self.close(place, person, cut, off, tells=True)
        self.clock.move(timedelta(hours=hours))

    def carries_over(self, report: ShiftReport) -> None:
        """What waits and what is owed is listed by number in each close until it has ended."""
        here = [p for p in self.payments(*PATHS) if _place(p) == (report.counter, report.drawer)]
        waiting = {p.number: p.order.cash_tender for p in here if p.state in OPEN_STATES}
        owed = {p.number: p.order.cash_tender for p in here if p.owes_cash}
        assert {one.number: one.cash for one in report.waiting} == waiting
        assert {one.number: one.cash for one in report.owed} == owed
        FIGURES["carried over"] += len(waiting) + len(owed)

    @rule(hours=st.sampled_from((1, 9, 24, 72)), wall=st.sampled_from((0, 0, -1, 1)))
    def time_passes(self, hours: int, wall: int) -> None:
        """Or only the clock on the wall is set."""
        if wall:
            self.clock.time += timedelta(hours=wall * hours)
        else:
            self.clock.move(timedelta(hours=hours))

    @rule()
    def restart(self) -> None:
        self.ledger.close()
        self.ledger = self.power.opened(self.path)

    @invariant()
    def every_drawer_is_right(self) -> None:
        shifts = self.ledger.shifts_of(LIVE)
        for counter, drawer in PLACES:
            hands = self.hands[counter, drawer]
            shift = shifts.current(Till(counter, drawer))
            assert (shift is not None) is hands.is_open
            if shift is not None:
                expected = sum((m.amount for m in shifts.movements(shift.number)), start=ZERO)
                assert expected == hands.cash, "a drawer is wrong"

    @invariant()
    def the_customer_owes_what_is_on_account(self) -> None:
        (asha,) = self.ledger.on_account_of(LIVE).customers()
        assert asha.owed == self.owes(), "an account is wrong"

    def teardown(self) -> None:
        """All closes are kept as they were, numbered without a gap, and the chain is whole."""
        shifts = self.ledger.shifts_of(LIVE)
        for counter in ("1", "2"):
            closes = sum(h.closed for place, h in self.hands.items() if place[0] == counter)
            reports = [shifts.z_report(counter, number) for number in range(1, closes + 1)]
            assert shifts.z_report(counter, closes + 1) is None
            for place, hands in self.hands.items():
                kept = [r for r in reports if r is not None and (r.counter, r.drawer) == place]
                if place[0] == counter:
                    assert [report.expected for report in kept] == hands.sums
            paid = [p for p in self.payments(PaymentState.PAID) if p.order.counter == counter]
            numbers = sorted(p.receipt or 0 for p in paid)
            assert numbers == list(range(1, len(paid) + 1)), "a gap in the receipts"
        assert self.ledger.check_chain() is None
        FIGURES["closes"] += sum(hands.closed for hands in self.hands.values())
        with suppress(LedgerError):
            self.ledger.close()
        self.folder.cleanup()


def _place(payment: Payment) -> tuple[str, str]:
    return payment.order.counter, payment.order.drawer


@pytest.fixture
def blank(tmp_path: Path) -> Path:
    path = tmp_path / "blank.sqlite3"
    put_blank_ledger(path)
    with raw(path) as connection:
        connection.execute(
            "INSERT INTO customers (id, name, phone, note, added_at)"
            " VALUES (?, 'Asha', '', '', '2026-11-22T06:15:00.000000+00:00')",
            (CUSTOMER,),
        )
    return path


def test_no_drawer_is_a_paisa_off_in_any_order_of_things(blank: Path) -> None:
    FIGURES.clear()
    Shop.empty = blank
    wanted = settings(max_examples=SEQUENCES, stateful_step_count=40, deadline=None, database=None,
                      suppress_health_check=list(HealthCheck))  # fmt: skip
    while FIGURES["closes"] < SHIFTS:
        run_state_machine_as_test(Shop, settings=wanted)
    sys.stdout.write(f"\n{dict(sorted(FIGURES.items()))}\n")
    assert FIGURES["sequences"] >= SEQUENCES
    assert min(FIGURES[name] for name in ("pay", "open", "close")) > 0
    assert any(name.endswith("power cut") for name in FIGURES)
