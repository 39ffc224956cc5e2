"""A shop that pays through a broken wire: real desk, client and ledger file; a clock of a hand."""

from __future__ import annotations

import shutil
import time
from contextlib import AbstractContextManager, nullcontext
from datetime import timedelta
from itertools import chain, repeat
from typing import TYPE_CHECKING

from desktop_app.core.billing.dialogue import Ready
from desktop_app.core.environment import Connection, Environment
from desktop_app.core.errors import AlreadyOpen, BhuktaniError, Problem, ServiceError
from desktop_app.core.payments.desk import PaymentDesk
from desktop_app.core.payments.payment import (
    EventKind,
    Payment,
    PaymentState,
    derive_state,
)
from desktop_app.ledger.sqlite.ledger import SqliteLedger, open_ledger
from desktop_app.sandbox.outcomes import State
from desktop_app.sandbox.practice import PracticeService
from desktop_app.service.client import HttpService, Timeouts
from tests.dialogues import choose, look_up, request_of
from tests.fakes import HandClock, OneService, counter
from tests.faults.fault_answers import MAX_BYTES
from tests.faults.fault_ways import WORLDLINK_WAY, Ran, Way
from tests.faults.named_faults import NEIGHBOUR, Fault, Line
from tests.faults.server import Act, Call, FaultServer, Kind, hangs
from tests.servers import Ending

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop_app.core.payments.inquiry import Inquiry
    from desktop_app.core.payments.order import PaymentRequest
    from desktop_app.core.payments.reconciler import Waiting
    from desktop_app.sandbox.records import PaymentRecord

TOKEN = "TEST:AbCdEfGhIjKlMnOpQrSt"
MAX_ROUNDS = 14
MINUTES_5 = timedelta(minutes=5)
_GREETINGS = {Line.RESET: Ending.RESET, Line.CLOSED: Ending.CLOSE, Line.DEAF: Ending.HANG}


class Trial:
    """One shop with one fault, from looking up to the end of all waiting."""

    def __init__(self, fault: Fault, ledger_file: Path, way: Way = WORLDLINK_WAY) -> None:
        self.fault, self.way = fault, way
        self.clock = HandClock()
        # The service has a clock of its own: nobody sets it.
        self.far_clock = HandClock()
        self.service = PracticeService(token=TOKEN, now=self.far_clock.now, flows=way.flows)
        self.service.booked_under = way.booked_under
        self.server = FaultServer(self.service, self.clock.now)
        self.server.follow(_script(fault))
        self.server.withdrawn = way.withdrawn
        self.server.files_own = way.booked_under in (None, "own")
        connection = Connection(Environment.TEST, self.server.url)
        self.http = HttpService(connection, TOKEN, "0123456789abcdef", timeouts=_timeouts(fault))
        self.ledger: SqliteLedger = open_ledger(ledger_file)
        self.desk = PaymentDesk(OneService(self.http), self.ledger, self.clock)
        self.numbers: list[int] = []
        self.broken: list[str] = []

    def run(self) -> Ran:
        """The whole story."""
        started = time.perf_counter()
        with self.server:
            try:
                at_once = self._pay_all()
                self._try_again()
                self._let_time_pass()
                self._return_cash()
                end = tuple(payment.state for payment in self._payments())
                return Ran(
                    at_once=at_once,
                    end=end,
                    truly_paid=tuple(
                        not self._paid().isdisjoint(_sent(p)) for p in self._payments()
                    ),
                    commits=tuple(map(_name_of, self.server.of(Kind.COMMIT))),
                    lost=len(self._paid() - self._kept()),
                    doubled=len(self._paid()) - len({p.account for p in self._booked()}),
                    seconds=time.perf_counter() - started,
                    broken=(*self._broken_rules(), *self.broken),
                )
            finally:
                self.http.close()
                self.ledger.close()

    # --- paying ---------------------------------------------------------------------------

    def _pay_all(self) -> tuple[PaymentState | None, ...]:
        accounts = [self.fault.account] + ([NEIGHBOUR] if self.fault.bulk else [])
        return tuple(self._pay(account) for account in accounts)

    def _pay(self, account: str) -> PaymentState | None:
        at_once: PaymentState | None = None
        if self.fault.details:
            try:
                self._look_up(account)
                self.broken.append("a broken answer was taken for an account")
            except BhuktaniError:
                pass
        request = self._request(self._look_up(account))
        with self._line():
            payment = self.desk.pay(request).payment
        if not self.fault.details:
            at_once = payment.state
        self.numbers.append(payment.number)
        if self._payment(payment.number).state is not payment.state:
            self.broken.append("the ledger has another state than was shown")
        return at_once

    def _look_up(self, account: str) -> Inquiry:
        typed = self.way.customers.get(account, account)
        values = {self.way.id_field: typed, **self.way.values}
        return look_up(self.desk, self.way.provider, values)

    def _request(self, inquiry: Inquiry, *, agrees: bool = False) -> PaymentRequest:
        if not isinstance(self.way.provider.next(inquiry.dialogue), Ready):
            inquiry = choose(self.desk, self.way.provider, inquiry)
        return request_of(self.way.provider, inquiry, counter(), agrees=agrees)

    def _line(self) -> AbstractContextManager[None]:
        if self.fault.line is Line.REFUSED:
            return self.server.refusing()
        greeting = _GREETINGS.get(self.fault.line)
        return nullcontext() if greeting is None else self.server.greeting(greeting)

    def _try_again(self) -> None:
        """An impatient clerk: the same bill cannot be paid while its outcome is open."""
        payment = self._payments()[0]
        if payment.state not in (PaymentState.WAITING, PaymentState.REVIEW):
            return
        before = len(self.server.of(Kind.COMMIT))
        try:
            again = self._request(self._look_up(self.fault.account), agrees=True)
            if again.offer.id != payment.order.offer_id:
                return  # the service has it as paid and offers another
            self.desk.pay(again)
            self.broken.append("the same bill could be paid a second time")
        except AlreadyOpen:
            pass
        except ServiceError as error:
            # A bill that the service has as paid is not offered any more.
            if error.problem is not Problem.NOTHING_TO_PAY:
                raise
        if len(self.server.of(Kind.COMMIT)) != before:
            self.broken.append("a second commit was sent")

    # --- afterwards -----------------------------------------------------------------------

    def _let_time_pass(self) -> None:
        if self.fault.restart or self.way.restarts:
            self.desk = PaymentDesk(OneService(self.http), self.ledger, self.clock)
            self.desk.recover()
            self.clock.time += self.fault.jump
        self._drain()
        if self.fault.late is not None:
            self._move(self.fault.late)
            for call in self.server.of(Kind.COMMIT):
                call.carry_out()
        for _ in range(MAX_ROUNDS):
            waiting = self._waiting()
            if not waiting:
                return
            self._move(timedelta(seconds=min(one.seconds_left for one in waiting)))
            self._drain()

    def _waiting(self) -> list[Waiting]:
        return [o for o in self.desk.waiting() if o.payment.state is PaymentState.WAITING]

    def _move(self, span: timedelta) -> None:
        self.clock.move(span)
        self.far_clock.move(span)

    def _drain(self) -> None:
        """Look up whatever is due."""
        for _ in range(MAX_ROUNDS):
            if not self.desk.check_next():
                return
        self.broken.append("look-ups never cease to be due")

    def _return_cash(self) -> None:
        """The cash of a payment that was not paid is given back once, and of no other."""
        for payment in self._payments():
            done = 0
            for _ in range(2):
                try:
                    self.desk.cash_returned(payment.number)
                    done += 1
                except BhuktaniError as error:
                    assert error.problem is Problem.ILLEGAL_STEP
            if done != (payment.state is PaymentState.NOT_PAID):
                self.broken.append(f"cash given back {done} times")

    # --- judging --------------------------------------------------------------------------

    def _payment(self, number: int) -> Payment:
        payment = self.ledger.payment(number)
        assert payment is not None
        return payment

    def _payments(self) -> list[Payment]:
        return [self._payment(number) for number in self.numbers]

    def _booked(self) -> list[PaymentRecord]:
        return [p for p in self.service.payments if p.state is State.SUCCESS]

    def _paid(self) -> set[str]:
        """References that the service has as paid."""
        return {payment.reference for payment in self._booked()}

    def _kept(self) -> set[str]:
        """References whose cash the shop keeps, for good or for now."""
        payments = self._payments()
        kept = (p for p in payments if p.state is not PaymentState.NOT_PAID)
        return {reference for payment in kept for reference in _sent(payment)}

    def _broken_rules(self) -> Iterator[str]:
        for payment in self._payments():
            events = self.ledger.events(payment.number)
            if derive_state(events) is not payment.state:
                yield "the state does not follow from the events"
            answers = [e for e in events if e.kind is EventKind.ANSWERED]
            refused = any(e.content.get("check_now") for e in answers)
            asked = [c.at for c in self.server.of(Kind.LOOKUP) + self.server.of(Kind.BULK)
                     if not _sent(payment).isdisjoint(c.references)]  # fmt: skip
            sent_at = payment.sent_at
            assert sent_at is not None
            if asked and not refused and min(asked) - sent_at < MINUTES_5 and not self.fault.jump:
                yield "an unanswered payment was looked up too early"


def _sent(payment: Payment) -> set[str]:
    """The references under which the service may have a payment."""
    return set(payment.order.sent_references)


def _name_of(commit: Call) -> str:
    """What tells one commit from another: its reference, or its session where it has none."""
    return commit.reference or str(commit.request.json["session_id"])


def _timeouts(fault: Fault) -> Timeouts:
    """Short where nothing will come; else long enough for a busy computer."""
    reads = any(map(hangs, (*fault.details, *fault.lookups, *fault.bulk)))
    pays = hangs(fault.commit) or fault.line is Line.DEAF
    return Timeouts(
        read=3.0 if reads else 30.0,
        total=4.0 if reads else 30.0,
        commit_read=1.0 if pays else 30.0,
        commit_total=1.4 if pays else 30.0,
        most_bytes=MAX_BYTES,
    )


def _script(fault: Fault) -> dict[Kind, Iterator[Act]]:
    lasting = repeat(fault.lookups[-1]) if fault.for_ever else ()
    return {
        Kind.DETAILS: iter(fault.details),
        Kind.COMMIT: repeat(fault.commit),
        Kind.LOOKUP: chain(fault.lookups, lasting),
        Kind.BULK: iter(fault.bulk),
    }


def run_fault(fault: Fault, empty: Path, folder: Path, way: Way = WORLDLINK_WAY) -> Ran:
    """One fault in a shop of its own."""
    folder.mkdir(parents=True)
    file = folder / "ledger.db"
    shutil.copyfile(empty, file)
    return Trial(fault, file, way).run()
