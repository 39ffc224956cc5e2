"""Makes the record of a shop with payments of every kind, with the program that runs it.

``python -m tests.data.make_record FILE`` in a checkout of the version whose record is wanted. Every
payment goes through the desk, over real HTTP, to the practice service.
"""

from __future__ import annotations

import sys
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from desktop_app.core.environment import Connection, Environment
from desktop_app.core.errors import BhuktaniError, LedgerError, Problem
from desktop_app.core.money import CashRounding, Money
from desktop_app.core.payments.desk import PaymentDesk
from desktop_app.core.payments.order import PaymentRequest, build_order
from desktop_app.core.payments.payment import (
    Event,
    EventKind,
    Payment,
    PaymentState,
    PaymentUpdate,
)
from desktop_app.core.shop import Shop, TillContext
from desktop_app.ledger.sqlite.ledger import SqliteLedger, open_ledger
from desktop_app.providers import all_providers
from desktop_app.sandbox.practice import PRACTICE_TOKEN, PracticeService
from desktop_app.sandbox.server import SandboxServer
from desktop_app.service.client import HttpService, Timeouts
from tests.dialogues import choose, look_up, request_of
from tests.fakes import HandClock, OneService

_TIMEOUTS = Timeouts(connect=5, read=5, write=5, total=10, commit_read=5, commit_total=10)
_OPENING = datetime(2026, 11, 18, 4, 10, tzinfo=UTC)
_SHOP = Shop("Ganesh Kirana", "गणेश किराना", "Kalanki", "कलंकी", "01-5200000", "600123456")
_PROVIDERS = {provider.info.slug: provider for provider in all_providers()}
_WORLDLINK, _VIANET = "worldlink-v2", "vianet-updated"
_PAID = ("rambdr_thapa", "sunitakarki22", "mohanlal_c", "gita_rai.home", "bishnu_adhikari")


class LockedLedger(SqliteLedger):
    """A record that takes no step to SENDING while ``locked``: the payment is given up."""

    locked = False

    def append(self, number: int, event: Event, *, update: PaymentUpdate | None = None) -> Payment:
        if self.locked and event.kind is EventKind.SENT:
            raise LedgerError(Problem.LEDGER_LOCKED)
        return super().append(number, event, update=update)


class Till:
    """A shop's desk in one environment, with a clerk who may change."""

    def __init__(
        self, ledger: SqliteLedger, url: str, clock: HandClock, where: Environment
    ) -> None:
        self.clock = clock
        self.ledger = ledger
        self.where = where
        self.operator = "Sita"
        self.service = HttpService(
            Connection(where, url), PRACTICE_TOKEN, "0123456789abcdef", timeouts=_TIMEOUTS
        )
        self.desk = PaymentDesk(OneService(self.service), ledger, clock)

    def request(self, company: str, account: str, cash: int, *, again: bool) -> PaymentRequest:
        """What the clerk confirms for a customer's first offer."""
        provider = _PROVIDERS[company]
        inquiry = look_up(self.desk, provider, {provider.info.account_field.name: account})
        counter = TillContext(self.operator, _SHOP, CashRounding.NEAREST, self.where)
        chosen = choose(self.desk, provider, inquiry)
        return request_of(provider, chosen, counter, cash=Money.rupees(cash), agrees=again)

    def pay(
        self, company: str, account: str, cash: int = 30_000, *, again: bool = False
    ) -> Payment:
        """One payment from the look-up to its outcome; time goes on."""
        request = self.request(company, account, cash, again=again)
        self.clock.move(timedelta(minutes=2, seconds=11))
        return self.desk.pay(request).payment

    def begin(self, company: str, account: str, *, sends: bool) -> Payment:
        """A payment whose program dies before, or while, it is sent."""
        request = self.request(company, account, 5_000, again=True)
        order = build_order(request, self.service.connection, self.service.connection_id)
        now = self.clock.now()
        begun = self.ledger.add(order, Event(EventKind.RECORDED, now, PaymentState.RECORDED))
        if sends:
            sent = Event(EventKind.SENT, now, PaymentState.SENDING)
            begun = self.ledger.append(begun.number, sent, update=PaymentUpdate(sent_at=now))
        return begun

    def give_up(self, ledger: LockedLedger, company: str, account: str) -> None:
        """A payment that the record takes, but not that it is sent."""
        ledger.locked = True
        try:
            with suppress(LedgerError):
                self.pay(company, account)
        finally:
            ledger.locked = False
        self.desk.write_left()

    def follow_up(self, minutes: int) -> None:
        """That much time, and all look-ups that become due."""
        for _ in range(minutes // 10):
            self.clock.move(timedelta(minutes=10))
            with suppress(BhuktaniError):
                while self.desk.check_next():
                    pass

    def paper(self, payment: Payment, *, times: int = 1, as_file: bool = False) -> None:
        """Receipts, or slips where it is not paid."""
        is_receipt = payment.state is PaymentState.PAID
        for _ in range(times):
            title = "receipt" if is_receipt else "slip"
            self.desk.prints.count(payment, title, is_receipt=is_receipt, as_file=as_file)


def first_day(till: Till, ledger: LockedLedger) -> None:
    """Everything is paid, but one that the service refuses and one that is never sent."""
    for number, account in enumerate(_PAID):
        till.operator = ("Sita", "Hari")[number % 2]
        paid = till.pay(_WORLDLINK, account, (1500, 2000, 5000)[number % 3] + 10_000)
        till.paper(paid, times=1 + number % 2, as_file=number == 3)
    till.desk.note_phone(1, "9841000001")
    for account in ("84310", "92117", "110871"):
        till.paper(till.pay(_VIANET, account))
    refused = till.pay(_WORLDLINK, "practice_not_paid")
    till.desk.cash_returned(refused.number)
    till.give_up(ledger, _VIANET, "9099")
    till.pay(_VIANET, "9099")


def second_day(till: Till) -> None:
    """Answers are lost or late; some of them wait for long."""
    till.operator = "Asha K.C."
    for account in ("practice_no_answer", "practice_lost", "practice_server_error"):
        till.pay(_WORLDLINK, account)
    for account in ("practice_waiting", "practice_waiting_not_paid", "practice_provider_error"):
        till.paper(till.pay(_WORLDLINK, account))
    for account in ("500002", "500003", "500005", "500009", "500013", "500015"):
        till.pay(_VIANET, account)
    till.operator = "Sita"
    till.pay(_WORLDLINK, "rambdr_thapa", again=True)
    till.follow_up(180)
    owing = till.ledger.cash_to_return()
    for payment in owing[::2]:
        till.paper(payment)
        till.desk.cash_returned(payment.number)


def third_day(till: Till) -> None:
    """Cash of the day before goes back; the owner decides what support has answered."""
    for payment in till.ledger.cash_to_return()[:1]:
        till.desk.cash_returned(payment.number)
    asked = [till.pay(_WORLDLINK, "practice_ask_support"), till.pay(_VIANET, "500006")]
    asked += [till.pay(_WORLDLINK, "practice_refunded"), till.pay(_VIANET, "500007")]
    till.follow_up(240)
    for number, payment in enumerate(asked[:2]):
        with suppress(BhuktaniError):
            paid = number == 0
            till.desk.decide(payment.number, was_paid=paid, reason="asked support", by="Hari")
    begun = [till.begin(_WORLDLINK, "anita_gurung9", sends=False)]
    begun += [till.begin(_VIANET, "110871", sends=True)]
    till.desk.recover()
    till.follow_up(60)
    till.desk.note_phone(begun[0].number, "9800000000")


def last_day(till: Till, *, is_killed: bool) -> None:
    """Ends in the middle of the day: payments wait, and perhaps a program was killed."""
    till.operator = "Hari"
    for account in ("ram.kc77", "laxmi.store", "online_due_payment"):
        till.paper(till.pay(_WORLDLINK, account))
    till.pay(_WORLDLINK, "practice_waiting_long")
    till.pay(_VIANET, "500008")
    till.pay(_VIANET, "500014")
    if is_killed:
        till.begin(_WORLDLINK, "mohanlal_c", sends=False)
        till.begin(_VIANET, "84310", sends=True)


def make(path: Path) -> None:
    """Write the record of four days in the test environment, and of two in practice."""
    clock = HandClock(_OPENING)
    service = PracticeService(now=clock.now, credit=1_000_000)
    with SandboxServer(service) as server, closing(LockedLedger(path)) as ledger:
        ledger.token_salt(lambda: "0123456789abcdef0123")
        test = Till(ledger, server.url, clock, Environment.TEST)
        practice = Till(ledger, server.url, clock, Environment.PRACTICE)
        first_day(test, ledger)
        clock.move(_OPENING + timedelta(days=1) - clock.now())
        second_day(test)
        clock.move(_OPENING + timedelta(days=2) - clock.now())
        third_day(test)
        clock.move(_OPENING + timedelta(days=3) - clock.now())
        service.start_again()
        first_day(practice, ledger)
        service.start_again()
        last_day(practice, is_killed=False)
        service.start_again()
        last_day(test, is_killed=True)
        test.service.close()
        practice.service.close()
    # No one asks it again: one file, without a log beside it.
    open_ledger(path).close()


if __name__ == "__main__":
    make(Path(sys.argv[1]))
