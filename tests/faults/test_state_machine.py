"""Any order of payments, restarts, clocks and lies keeps the payment rules (Hypothesis).

The desk and a real ledger file work with a service that knows what is true, whatever it says. It
says what a real one may: after 5 minutes, or after a refusal, its "not known" is never a lie.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum, auto
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from desktop_app.core.accounts import Account, Offer
from desktop_app.core.answer import Answer
from desktop_app.core.desk import PaymentDesk
from desktop_app.core.environment import Connection, Environment
from desktop_app.core.errors import BhuktaniError, Problem
from desktop_app.core.money import Money
from desktop_app.core.order import LookedUp, PayRequest
from desktop_app.core.payment import (
    OPEN_STATES,
    Event,
    EventKind,
    Payment,
    PaymentState,
    derive_state,
    new_reference,
)
from desktop_app.core.provider import Call, Entry
from desktop_app.ledger.ledger import SqliteLedger, open_ledger
from tests.fakes import HandClock, OneService, PlainProvider, account, counter, offer

LONG = os.environ.get("BHUKTANI_LONG") == "1"
BEGAN, ENDED = datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)
NOT_IN_FLIGHT = 300.0
FIGURES: Counter[str] = Counter()


class Fate(Enum):
    """What becomes of a commit in truth, and when."""

    PAID = auto()
    FAILED = auto()
    NEVER_ARRIVES = auto()
    QUEUED_THEN_PAID = auto()
    QUEUED_THEN_FAILED = auto()
    LATE_THEN_PAID = auto()
    LATE_THEN_FAILED = auto()


class Killed(BaseException):
    """The power went while the commit was under way."""


def body(status: bool | None, state: str | None, code: str = "", **more: object) -> Answer:
    found: dict[str, object] = {"status": status, "state": state, "error_code": code or None}
    return Answer(200, {k: v for k, v in found.items() if v is not None} | more)


SILENCES: tuple[Answer, ...] = (
    Answer(problem=Problem.TIMED_OUT),
    Answer(problem=Problem.NO_NETWORK),
    Answer(200, problem=Problem.BROKEN_ANSWER),
    Answer(502),
    Answer(302, {"status": True, "state": "Success"}),
    Answer(404),
    body(False, "Success"),
    body(True, "success"),
    body(True, "Timeout"),
    body(True, "Status Error"),
    body(False, "Error", "1013"),
    body(True, None),
)
REFUSALS: tuple[Answer, ...] = (
    body(False, "Error", "4000", details="already made"),
    body(False, None, "1010"),
    body(True, "Failed"),
    body(True, "Expired"),
    body(False, "Error", "1021"),
    Answer(400, {"status": False, "state": "Error", "error_code": "1017"}),
)
OUTRIGHT: tuple[Answer, ...] = (
    body(False, "Error", "1002"),
    Answer(400, {"error_code": "1006", "message": "inactive"}),
    Answer(problem=Problem.NO_NETWORK, sent=False),
)
QUEUES = (body(True, "Queued"), body(True, "Processing"))
NOT_KNOWN = body(False, "Error", "002", error="invalid_reference")
FAILED_LOOKUPS: tuple[Answer, ...] = (
    Answer(problem=Problem.TIMED_OUT),
    Answer(503, {"status": True, "state": "Success"}),
    body(False, "Error", "1002"),
    body(False, "Error", "1017"),
    body(True, "Failed", reference="f" * 32, amount=1),
    body(True, "Success", reference="f" * 32, amount=1),
    body(True, "Error", "002", error="invalid_reference"),
    body(False, "Success"),
)
LATE = {Fate.LATE_THEN_PAID, Fate.LATE_THEN_FAILED}
QUEUED = {Fate.QUEUED_THEN_PAID, Fate.QUEUED_THEN_FAILED}
PAYING = {Fate.PAID, Fate.QUEUED_THEN_PAID, Fate.LATE_THEN_PAID}


def answers_for(fate: Fate) -> tuple[Answer, ...]:
    """What a commit with that fate may be answered."""
    said = SILENCES * 2 if fate in LATE else SILENCES + QUEUES * 2
    if fate not in LATE:
        said += REFUSALS
    if fate is Fate.PAID:
        said += (body(True, "Success", id=5),) * 8
    return said + OUTRIGHT if fate is Fate.NEVER_ARRIVES else said


@dataclass
class Plan:
    """What the next commit does. ``moment``: seconds until it arrives late, or is final."""

    fate: Fate
    answer: Answer
    moment: int = 0
    takes: int = 0
    interference: str = ""


plans = st.sampled_from(Fate).flatmap(
    lambda fate: st.builds(
        Plan,
        st.just(fate),
        st.sampled_from(answers_for(fate)),
        st.integers(80, 299) if fate in LATE else st.sampled_from((0, 60, 700, 9000)),
        st.sampled_from((0, 1, 75)),
        st.sampled_from(("", "", "", "", "killed", "other desk starts", "wall clock")),
    )
)


@dataclass
class Bill:
    """The service's own truth about one commit."""

    customer: str
    offer: str
    amount: Money
    plan: Plan
    sent_at: float
    answered_refusal: bool

    def stands(self, now: float) -> str | None:
        """The state that it has in truth, None where the service has not heard of it."""
        fate, gone = self.plan.fate, now - self.sent_at
        if fate is Fate.NEVER_ARRIVES or (fate in LATE and gone < self.plan.moment):
            return None
        if fate in QUEUED and gone < self.plan.moment:
            return "Queued" if gone < self.plan.moment / 2 else "Processing"
        return "Success" if fate in PAYING else "Failed"


class TruthfulService:
    """Keeps the truth, and says of it what it is told to say."""

    connection = Connection(Environment.TEST, "http://127.0.0.1:9")
    connection_id = "0123456789abcdef"

    def __init__(self, during: Callable[[str, Call], None]) -> None:
        self._during = during
        self.elapsed = 0.0
        self.bills: dict[str, Bill] = {}
        self.details: set[str] = set()
        self.plan = Plan(Fate.PAID, body(True, "Success"))
        self.saying = "truth"
        self.lie = 0

    def read(self, call: Call, reference: str | None) -> Answer:
        assert reference is not None
        assert reference not in self.details | self.bills.keys(), "a reference is used again"
        self.details.add(reference)
        return Answer(200, {"status": True})

    def commit(self, call: Call, reference: str) -> Answer:
        assert reference not in self.details | self.bills.keys(), "a reference is used again"
        plan, fields = self.plan, call.fields
        refuses = plan.answer in REFUSALS
        amount = Money.read(fields["amount"])
        customer, bill = str(fields["customer_id"]), str(fields["bill"])
        new = Bill(customer, bill, amount, plan, self.elapsed, refuses)
        self._during(reference, call)
        self.bills[reference] = new
        if plan.interference == "killed":
            raise Killed
        return plan.answer

    def lookup(self, reference: str) -> Answer:
        bill = self.bills.get(reference)
        state = None if bill is None else bill.stands(self.elapsed)
        if self.saying == "failure":
            return FAILED_LOOKUPS[self.lie % len(FAILED_LOOKUPS)]
        if bill is None or state is None:
            return NOT_KNOWN
        in_flight = not bill.answered_refusal and self.elapsed - bill.sent_at < NOT_IN_FLIGHT
        if self.saying == "not known yet" and in_flight:
            return NOT_KNOWN
        if self.saying == "forgotten" and bill.plan.answer in QUEUES and state == "Failed":
            return NOT_KNOWN
        found: dict[str, object] = {"reference": reference, "amount": bill.amount.number}
        if self.saying == "other amount":
            found["amount"] = "1.00"
        if self.saying == "refunds" and state == "Success":
            found["refunds"] = [{"amount": 1}]
        if self.saying == "odd state" and state != "Failed":
            state = ("SUCCESS", "Status Error", "Timeout", "")[self.lie % 4]
        return body(True, state, **found)

    def lookup_many(self, references: Sequence[str]) -> Answer:
        if self.saying == "failure":
            return FAILED_LOOKUPS[self.lie % len(FAILED_LOOKUPS)]
        entries = [self._entry(reference) for reference in references]
        if self.saying == "odd state":
            entries = [*entries[1:], {"status": True, "state": "Queued", "reference": "f" * 32}]
        return body(True, None, detail=entries[::-1])

    def balance(self) -> Answer:
        return Answer(200, {"credits_available": 1000})

    def _entry(self, reference: str) -> dict[str, object]:
        answer = self.lookup(reference)
        if answer is NOT_KNOWN:
            return {"status": True, "state": "Error", "reference": reference, "amount": 0}
        return dict(answer.body)


class Town(PlainProvider):
    """Two customers with two bills each, named in what is sent."""

    def read(self, entry: Entry, answer: object) -> Account:
        bills = (offer("b1", 27798), offer("b2", 50_000))
        return account(entry["customer_id"], bills)

    def commit(self, account: Account, offer: Offer) -> Call:
        fields = {"customer_id": account.account_id, "bill": offer.id}
        return Call("/api/commit/", {**fields, "amount": offer.total.number})


TOWN = Town()


class Shop(RuleBasedStateMachine):
    """One or two programs on one file, their clerk and owner, and the clock of the computer."""

    def __init__(self) -> None:
        super().__init__()
        FIGURES["sequences"] += 1
        self.folder = tempfile.TemporaryDirectory()
        self.file = Path(self.folder.name) / "ledger.sqlite3"
        self.clock = HandClock()
        self.service = TruthfulService(self.during_commit)
        self.ledgers: list[SqliteLedger] = []
        self.desks: list[PaymentDesk] = []
        self.found: list[LookedUp] = []
        self.requests: list[PayRequest] = []
        self.again = False
        self.histories: dict[int, tuple[Event, ...]] = {}
        self.start_desk()

    def start_desk(self) -> PaymentDesk:
        self.ledgers.append(open_ledger(self.file))
        self.desks.append(PaymentDesk(OneService(self.service), self.ledgers[-1], self.clock))
        self.desks[-1].recover()
        return self.desks[-1]

    def stop_desks(self) -> None:
        for ledger in self.ledgers:
            ledger.close()
        self.ledgers.clear()
        self.desks.clear()

    def pass_time(self, seconds: float) -> None:
        self.clock.move(timedelta(seconds=seconds))
        self.service.elapsed += seconds

    def payments(self) -> tuple[Payment, ...]:
        return self.ledgers[0].between(BEGAN, ENDED)

    def during_commit(self, reference: str, call: Call) -> None:
        """The money is about to move: what must be true at this moment."""
        mine = next(p for p in self.payments() if p.order.reference == reference)
        assert mine.state is PaymentState.SENDING
        for payment in self.payments():
            before = self.service.bills.get(payment.order.reference)
            if before is None or (before.customer, before.offer) != (
                mine.order.account_id,
                mine.order.offer_id,
            ):
                continue
            assert payment.state not in OPEN_STATES, "a second payment of an open bill"
            if payment.state is PaymentState.PAID and not self.again:
                assert payment.changed_at < self.clock.start_of_day(), "paid twice unasked"
        plan = self.service.plan
        self.pass_time(plan.takes)
        if plan.interference == "other desk starts":
            self.start_desk()
        elif plan.interference == "wall clock":
            self.clock.time -= timedelta(hours=7)

    def attempt(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except BhuktaniError as error:
            FIGURES[f"refused: {error.problem.value}"] += 1
            return False
        return True

    @rule(customer=st.sampled_from(("c1", "c2")), desk=st.integers(0, 9))
    def look_up(self, customer: str, desk: int) -> None:
        found = self.desks[desk % len(self.desks)].look_up(TOWN, {"customer_id": customer})
        self.found.append(found)

    @rule(
        plan=plans,
        bill=st.integers(0, 1),
        again=st.booleans(),
        repeat=st.sampled_from((False, False, False, True)),
        fresh=st.booleans(),
        pick=st.integers(0, 99),
        desk=st.integers(0, 9),
    )
    def pay(
        self, plan: Plan, bill: int, again: bool, repeat: bool, fresh: bool, pick: int, desk: int
    ) -> None:
        if fresh or not self.found:
            self.look_up(("c1", "c2")[pick % 2], desk)
        found = self.found[-1] if fresh else self.found[pick % len(self.found)]
        request = PayRequest(
            TOWN, found, found.account.offers[bill], new_reference(), Money.rupees(900), counter(),
            pays_again=again,
        )  # fmt: skip
        if repeat and self.requests:
            request = self.requests[pick % len(self.requests)]
        self.requests.append(request)
        self.service.plan, self.service.saying, self.again = plan, "truth", request.pays_again
        try:
            if self.attempt(lambda: self.desks[desk % len(self.desks)].pay(request)):
                FIGURES["payments sent"] += 1
        except Killed:
            FIGURES["killed while sending"] += 1
            self.restart(reboots=True)

    @rule(reboots=st.booleans())
    def restart(self, reboots: bool) -> None:
        self.stop_desks()
        if reboots:
            self.clock.seconds = 3.0
        self.start_desk()

    @rule()
    def start_second_desk(self) -> None:
        if len(self.desks) < 3:
            self.start_desk()

    @rule(minutes=st.sampled_from((1, 4, 5, 6, 11, 45, 61, 1500)))
    def wait(self, minutes: int) -> None:
        self.pass_time(minutes * 60)

    @rule(minutes=st.sampled_from((-3000, -90, -4, 4, 6, 90, 3000)))
    def set_wall_clock(self, minutes: int) -> None:
        self.clock.time += timedelta(minutes=minutes)

    @rule(
        saying=st.sampled_from(
            ("truth", "truth", "failure", "not known yet", "forgotten", "other amount", "refunds",
             "odd state")
        ),
        lie=st.integers(0, 99),
        number=st.integers(0, 9),
        desk=st.integers(0, 9),
    )  # fmt: skip
    def check(self, saying: str, lie: int, number: int, desk: int) -> None:
        self.service.saying, self.service.lie = saying, lie
        chosen = self.desks[desk % len(self.desks)]
        if number == 0 or number > len(self.payments()):
            self.attempt(chosen.check_next)
        else:
            self.attempt(lambda: chosen.check(number))

    @rule(number=st.integers(1, 9))
    def return_cash(self, number: int) -> None:
        if self.attempt(lambda: self.desks[0].cash_returned(number)):
            FIGURES["cash returned"] += 1

    @rule(number=st.integers(1, 9))
    def decide(self, number: int) -> None:
        """The owner asks support, who know the truth once there is one."""
        payment = self.ledgers[0].payment(number)
        bill = None if payment is None else self.service.bills.get(payment.order.reference)
        state = None if bill is None else bill.stands(self.service.elapsed)
        if state in ("Success", "Failed"):
            was_paid = state == "Success"
            self.attempt(
                lambda: self.desks[0].decide(number, was_paid=was_paid, reason="asked", by="owner")
            )

    @invariant()
    def the_ledger_is_true(self) -> None:
        payments = self.payments()
        used = [ref for p in payments for ref in (p.order.reference, p.order.details_reference)]
        assert len(set(used)) == len(used), "a reference is used again"
        assert self.service.bills.keys() <= set(used), "sent without being recorded"
        is_open = [p for p in payments if p.state in OPEN_STATES]
        assert len({(p.order.account_id, p.order.offer_id) for p in is_open}) == len(is_open)
        for payment in payments:
            events = self.ledgers[0].events(payment.number)
            assert derive_state(events) is payment.state
            known = self.histories.get(payment.number, ())
            assert events[: len(known)] == known, "the history was changed"
            self.histories[payment.number] = events
            self.check_against_truth(payment, events)

    def check_against_truth(self, payment: Payment, events: Iterable[Event]) -> None:
        bill = self.service.bills.get(payment.order.reference)
        pays = bill is not None and bill.plan.fate in PAYING
        if payment.state is PaymentState.PAID:
            assert pays, "wrongly paid"
            assert bill is not None
            assert bill.stands(self.service.elapsed) == "Success", "wrongly paid"
        assert not (payment.state is PaymentState.NOT_PAID and pays), "cash back for a paid bill"
        returned = [event for event in events if event.kind is EventKind.CASH_RETURNED]
        assert len(returned) <= 1
        assert not returned or payment.state is PaymentState.NOT_PAID

    def teardown(self) -> None:
        """With an honest service, time ends everything; nothing is lost."""
        self.service.saying = "truth"
        self.restart(reboots=True)
        for _ in range(60):
            while self.desks[0].check_next():
                pass
            for number in range(1, len(self.payments()) + 1):
                self.decide(number)
            self.pass_time(3600)
        for payment in self.payments():
            bill = self.service.bills.get(payment.order.reference)
            pays = bill is not None and bill.plan.fate in PAYING
            wanted = PaymentState.PAID if pays else PaymentState.NOT_PAID
            assert payment.state is wanted, "lost"
            FIGURES[f"ended {payment.state.value}"] += 1
        self.the_ledger_is_true()
        self.stop_desks()
        self.folder.cleanup()


def test_nothing_is_lost_doubled_or_wrong_in_any_order_of_things() -> None:
    FIGURES.clear()
    run_state_machine_as_test(
        Shop,
        settings=settings(
            max_examples=2000 if LONG else 150,
            stateful_step_count=30,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
    sys.stdout.write(f"\n{dict(sorted(FIGURES.items()))}\n")
    assert FIGURES["sequences"] >= (2000 if LONG else 150)
