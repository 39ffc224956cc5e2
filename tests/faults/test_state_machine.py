"""Any order of payments, restarts, clocks and lies keeps the payment rules (Hypothesis).

The desk and a real ledger file work with a service that knows what is true, whatever it says. It
says what a real one may: after 5 minutes, or after a refusal, its "not known" is never a lie.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from desktop_app.core.billing.dialogue import Call
from desktop_app.core.errors import BhuktaniError
from desktop_app.core.money import Money
from desktop_app.core.payments.desk import PaymentDesk
from desktop_app.core.payments.duplicates import asked_since
from desktop_app.core.payments.payment import (
    OPEN_STATES,
    Event,
    EventKind,
    Payment,
    PaymentUpdate,
    derive_state,
)
from desktop_app.core.payments.payment import PaymentState as State
from desktop_app.ledger.sqlite.ledger import SqliteLedger, open_ledger
from desktop_app.providers.families.parsing import session_of
from tests.dialogues import look_up, request_of
from tests.fakes import (
    HandClock,
    OneService,
    PlainProvider,
    ScriptedService,
    account,
    counter,
    offer,
    pay_request,
)
from tests.faults.truthful_service import NOT_KNOWN, WAYS, Plan, TruthfulService, plans, says
from tests.sampling import LONG

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop_app.core.billing.accounts import Account, Body, Offer
    from desktop_app.core.billing.forms import Values
    from desktop_app.core.payments.order import PaymentRequest

SEQUENCES = 2000 if LONG else 16
UNLISTED_SHARE = 3 if LONG else 2
MOST_DRAWN = 1 if LONG else 4
BEGAN, ENDED = datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)
FIGURES: Counter[str] = Counter()


class ComparedLedger(SqliteLedger):
    """Works out the payment after an event; what it says is compared with the file each time."""

    def append(self, number: int, event: Event, *, update: PaymentUpdate | None = None) -> Payment:
        after = super().append(number, event, update=update)
        assert repr(self.payment(number)) == repr(after), "another payment than the file has"
        FIGURES["compared"] += 1
        return after


class Town(PlainProvider):
    def read(self, values: Values, answer: Body) -> Account:
        found = account(values["customer_id"], (offer("b1", 27798), offer("b2", 50_000)))
        return replace(found, session_id=session_of(answer))

    def commit(self, account: Account, offer: Offer) -> Call:
        fields = {"session_id": account.session_id, "amount": offer.total.number}
        return Call("/api/commit/", fields)


class Village(Town):
    """The page of its commit lists no reference."""

    def commit(self, account: Account, offer: Offer) -> Call:
        return replace(super().commit(account, offer), with_reference=False)


class Hamlet(Village):
    """Nor does the service take one."""

    info = replace(Town.info, sends_unlisted_reference=False)


class Shop(RuleBasedStateMachine):
    """Up to three programs on one file, their clerk and owner, and the computer's clock."""

    empty: ClassVar[Path]
    town: ClassVar[Town]
    files_own: ClassVar[bool]

    def __init__(self) -> None:
        super().__init__()
        FIGURES["sequences"] += 1
        self.folder = tempfile.TemporaryDirectory()
        shutil.copy(self.empty, Path(self.folder.name) / "ledger.sqlite3")
        self.clock = HandClock()
        self.service = TruthfulService(self.during_commit, files_own=self.files_own)
        self.ledgers: list[SqliteLedger] = []
        self.desks: list[PaymentDesk] = []
        self.requests: list[PaymentRequest] = []
        self.rows: dict[int, list[tuple[object, ...]]] = {}
        self.histories: dict[int, tuple[Event, ...]] = {}
        self.seen: list[Sequence[object]] = []
        self.read: tuple[Payment, ...] = ()
        self.start()

    def start(self) -> None:
        """One more program on the file."""
        self.ledgers.append(ComparedLedger(Path(self.folder.name) / "ledger.sqlite3"))
        self.desks.append(PaymentDesk(OneService(self.service), self.ledgers[-1], self.clock))
        self.desks[-1].recover()

    def payments(self, *states: State) -> list[Payment]:
        """As the program reads them, whenever the file has others than at the last look."""
        with self.ledgers[0]._store.reading() as connection:
            tables = ("payments", "tenders")
            rows: list[Sequence[object]] = [
                connection.exec_driver_sql(f"SELECT * FROM {table}").all() for table in tables
            ]
        if rows != self.seen:
            self.seen, self.read = rows, self.ledgers[0].history.between(BEGAN, ENDED)
        return [payment for payment in self.read if not states or payment.state in states]

    def pass_time(self, seconds: float) -> None:
        self.clock.move(timedelta(seconds=seconds))
        self.service.elapsed += seconds

    def during_commit(self, reference: str) -> None:
        """The money is about to move: what must be on disk at this moment."""
        payments = self.payments()
        mine = next(p for p in payments if p.order.reference == reference)
        assert mine.state is State.SENDING, "sent without being recorded"
        bill = (mine.order.account_id, mine.order.offer_id)
        for other in payments:
            if other == mine or (other.order.account_id, other.order.offer_id) != bill:
                continue
            assert other.state not in OPEN_STATES, "a second payment of an open bill"
            if other.state is State.PAID and not mine.order.duplicate_confirmed:
                assert other.changed_at < asked_since(self.clock), "paid again unasked"
        self.pass_time(self.service.lie % 75)
        if self.service.plan.meanwhile == "other desk":
            self.start()
        elif self.service.plan.meanwhile == "wall clock":
            self.clock.time -= timedelta(hours=7)

    def attempt(self, name: str, act: Callable[[], object]) -> None:
        try:
            act()
            FIGURES[name] += 1
        except BhuktaniError as error:
            FIGURES[f"{name}: {error.problem.value}"] += 1
        except KeyboardInterrupt:  # the power went during the commit
            self.restart(("reboot", "wrong clock")[self.service.lie % 2])

    def desk(self, number: int) -> PaymentDesk:
        return self.desks[number % len(self.desks)]

    @rule(plan=plans(), bill=st.sampled_from(range(12)), again=st.booleans(),
          by=st.sampled_from(range(30)), minutes=st.sampled_from((0,) * 19 + (6,)),
          repeats=st.sampled_from(("",) * 10 + ("look-up", "request")))  # fmt: skip
    def pay(self, plan: Plan, bill: int, again: bool, by: int, minutes: int, repeats: str) -> None:
        inquiry = look_up(self.desk(by), self.town, {"customer_id": f"c{bill // 2}"})
        self.pass_time(minutes * 60)
        old = self.requests[by % len(self.requests)] if self.requests else None
        if old is not None and repeats == "look-up":
            inquiry = old.inquiry.back()
        inquiry = inquiry.chosen(("b1", "b2")[bill % 2])
        request = request_of(self.town, inquiry, counter(), cash=Money.rupees(900), agrees=again)
        if old is not None and repeats == "request":
            request = old
        self.requests.append(request)
        self.service.plan, self.service.way, self.service.lie = plan, "truth", by
        self.attempt("pay", lambda: self.desk(by).pay(request))

    @rule(how=st.sampled_from(("restart", "reboot", "wrong clock", "another")))
    def restart(self, how: str = "reboot") -> None:
        """The program, the computer, or one more program beside those that run."""
        if how != "another" or len(self.desks) == 3:
            for ledger in self.ledgers:
                ledger.close()
            self.ledgers, self.desks = [], []
        if how in ("reboot", "wrong clock"):
            self.clock.seconds = 3.0
        if how == "wrong clock":
            self.clock.time += timedelta(hours=2)
        self.start()

    @rule(minutes=st.sampled_from((1, 4, 6, 11, 61, 1500)), wall=st.sampled_from((0, 0, -1, 1)))
    def time_passes(self, minutes: int, wall: int) -> None:
        """Or only the clock on the wall is set, back or forward."""
        if wall:
            self.clock.time += timedelta(minutes=wall * minutes)
        else:
            self.pass_time(minutes * 60)

    @rule(way=st.sampled_from(WAYS), lie=st.sampled_from(range(30)), one=st.booleans())
    def check(self, way: str, lie: int, one: bool) -> None:
        self.service.way, self.service.lie = way, lie
        waiting = self.payments(State.WAITING)
        if one and waiting:
            number = waiting[lie % len(waiting)].number
            self.attempt("check", lambda: self.desk(lie).check(number))
        else:
            self.attempt("check_next", self.desk(lie).check_next)

    @rule(pick=st.sampled_from(range(30)))
    def return_cash_or_decide(self, pick: int) -> None:
        if self.payments(State.REVIEW) and pick % 2:
            self.decide(pick)
        elif found := self.payments(State.NOT_PAID) if pick % 3 else self.payments():
            number = found[pick % len(found)].number
            self.attempt("cash returned", lambda: self.desk(pick).cash_returned(number))

    def decide(self, pick: int) -> None:
        """The owner asks support, who know the truth once there is one."""
        if found := self.payments(State.REVIEW) if pick % 3 != 1 else self.payments():
            payment = found[pick % len(found)]
            state = self.service.stands(self.known_by(payment))
            if state not in ("Queued", "Processing") and not self.on_its_way(payment):
                self.attempt("decide", lambda: self.desk(pick).decide(
                    payment.number, was_paid=state == "Success", reason="asked", by="owner"
                ))  # fmt: skip

    def known_by(self, payment: Payment) -> str:
        """The reference that the service knows the payment by."""
        return self.service.known_by(payment.order.reference)

    def on_its_way(self, payment: Payment) -> bool:
        """The service will know it only later."""
        plan, sent_at, _ = self.service.truth.get(self.known_by(payment), (None, 0.0, None))
        return plan is not None and self.service.elapsed - sent_at < plan.arrives

    @invariant()
    def the_ledger_is_true(self) -> None:
        payments = self.payments()
        used = [ref for p in payments for ref in (p.order.reference, p.order.details_reference)]
        assert len(set(used)) == len(used), "a reference is used again"
        bills = [(p.order.account_id, p.order.offer_id) for p in payments if p.state in OPEN_STATES]
        assert len(set(bills)) == len(bills), "two open payments of one bill"
        assert self.service.truth.keys() <= set(used), "lost"
        self.read_histories()
        for payment in payments:
            events = self.histories[payment.number]
            assert derive_state(events) is payment.state
            returned = [event.kind for event in events].count(EventKind.CASH_RETURNED)
            assert returned <= (payment.state is State.NOT_PAID), "cash returned twice or wrongly"
            knew = False
            for event in events:
                tells = bool(event.content.get("acknowledged"))
                ended = event.kind is EventKind.LOOKED_UP and event.state is State.NOT_PAID
                assert tells or not (knew and ended), "acknowledged, yet ended by a 002"
                knew = knew or tells
            plan, _, _ = self.service.truth.get(self.known_by(payment), (None, 0.0, None))
            is_paid = self.service.stands(self.known_by(payment)) == "Success"
            assert is_paid or payment.state is not State.PAID, "wrongly paid"
            pays = plan is not None and plan.pays is True
            assert not (pays and payment.state is State.NOT_PAID), "cash back for a paid bill"

    def read_histories(self) -> None:
        """All events as the file has them; through the program those of whom it has more."""
        rows: dict[int, list[tuple[object, ...]]] = {}
        with self.ledgers[0]._store.reading() as connection:
            for row in connection.exec_driver_sql("SELECT payment, * FROM events ORDER BY id"):
                rows.setdefault(row[0], []).append(tuple(row))
        for number in self.rows.keys() | rows.keys():
            known, now = self.rows.get(number, []), rows[number]
            assert now[: len(known)] == known, "the history was changed"
            if len(now) > len(known):
                before = self.histories.get(number, ())
                self.histories[number] = self.ledgers[0].events(number)
                assert self.histories[number][: len(before)] == before
                assert len(self.histories[number]) == len(now)
        self.rows = rows

    def teardown(self) -> None:
        """With an honest service, time and the owner end everything; nothing is lost."""
        self.service.way = "truth"
        self.restart()
        for _ in range(40):
            while self.desks[0].check_next():
                pass
            for pick in range(6):
                self.decide(3 * pick)
            self.pass_time(3600)
            if not self.payments(*OPEN_STATES):
                break
        for payment in self.payments():
            assert payment.state in (State.PAID, State.NOT_PAID), "never settled"
            FIGURES[f"ended {payment.state.value}"] += 1
        self.the_ledger_is_true()
        self.ledgers[0].close()
        self.folder.cleanup()


@pytest.mark.parametrize(
    ("town", "files_own", "share"),
    [
        pytest.param(Town(), True, 1, id="listed reference"),
        pytest.param(Village(), True, UNLISTED_SHARE, id="unlisted reference"),
        pytest.param(Village(), False, UNLISTED_SHARE, id="unlisted reference, ignored"),
        pytest.param(Hamlet(), False, UNLISTED_SHARE, id="no reference"),
    ],
)
def test_nothing_is_lost_doubled_or_wrong_in_any_order_of_things(
    empty_ledger: Path, town: Town, files_own: bool, share: int
) -> None:
    FIGURES.clear()
    Shop.empty, Shop.town, Shop.files_own = empty_ledger, town, files_own
    sequences = SEQUENCES // share
    wanted = settings(max_examples=sequences, stateful_step_count=30, deadline=None,
                      suppress_health_check=list(HealthCheck))  # fmt: skip
    # Chance makes a run of few sequences end few payments, and now and then all in one way: then
    # others are drawn. What must not be is that none ends.
    for _ in range(MOST_DRAWN):
        run_state_machine_as_test(Shop, settings=wanted)
        if min(FIGURES["ended paid"], FIGURES["ended not_paid"]) > sequences // 8:
            break
    sys.stdout.write(f"\n{dict(sorted(FIGURES.items()))}\n")
    assert FIGURES["sequences"] >= sequences
    assert min(FIGURES["ended paid"], FIGURES["ended not_paid"]) > sequences // 8


def test_what_the_service_acknowledged_stays_known_though_another_program_started(
    tmp_path: Path,
) -> None:
    clock = HandClock()
    first, second = (open_ledger(tmp_path / "ledger.sqlite3") for _ in range(2))

    def start_another(reference: str) -> None:
        PaymentDesk(OneService(service), second, clock).recover()

    service = ScriptedService(
        commits=[says(True, "Queued")], lookups=[NOT_KNOWN], at_commit=start_another
    )
    desk = PaymentDesk(OneService(service), first, clock)
    try:
        number = desk.pay(pay_request(clock)).payment.number
        clock.move(timedelta(minutes=6))
        desk.check_next()
        found = first.payment(number)
    finally:
        first.close()
        second.close()
    assert found is not None
    assert found.state is State.REVIEW  # rule 6: acknowledged is never ended by a 002
