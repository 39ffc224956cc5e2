"""A shop without a window: the real desk, client and ledger file, and a service over real HTTP."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from string import Template
from typing import TYPE_CHECKING

from desktop_app.core.environment import Connection, Environment
from desktop_app.core.payments.desk import PaymentDesk
from desktop_app.core.payments.payment import Payment, PaymentState
from desktop_app.sandbox.practice import PracticeService
from desktop_app.sandbox.server import SandboxServer
from desktop_app.service.client import HttpService
from tests.blank_ledger import blank_ledger
from tests.dialogues import choose, look_up, request_of
from tests.fakes import HandClock, OneService, counter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from desktop_app.core.payments.inquiry import Inquiry
    from desktop_app.ledger.sqlite.ledger import SqliteLedger
    from desktop_app.sandbox.records import PaymentRecord
    from desktop_app.sandbox.replies import Reply
    from tests.sample_providers.case import Case

TOKEN = "TEST:AbCdEfGhIjKlMnOpQrSt"


class Wire:
    """Every byte that a practice service was sent, in order."""

    def __init__(self, service: PracticeService) -> None:
        self.sent: list[tuple[str, str]] = []
        service.interpose = self._note

    def _note(self, method: str, path: str, body: bytes, proceed: Callable[[], Reply]) -> Reply:
        self.sent.append((path, body.decode()))
        return proceed()

    @property
    def calls(self) -> list[tuple[str, str]]:
        """The calls of companies: no look-ups of payments and no balance."""
        others = ("/api/service/", "/api/balance")
        return [(path, body) for path, body in self.sent if not path.startswith(others)]

    @property
    def payments(self) -> list[str]:
        """The paths of the calls that pay."""
        return [path for path, _ in self.calls if "/commit/" in path or "/api/use/" in path]


@dataclass
class SampleShop:
    """One shop and one company."""

    case: Case
    service: PracticeService
    wire: Wire
    clock: HandClock
    desk: PaymentDesk
    ledger: SqliteLedger

    def inquire(self, values: Mapping[str, str] | None = None) -> Inquiry:
        """The inquiry up to the payment, as the case chooses."""
        provider = self.case.provider
        inquiry = look_up(self.desk, provider, self.case.values if values is None else values)
        for offer_id, amount in self.case.choices:
            inquiry = choose(self.desk, provider, inquiry, offer_id, amount)
        return inquiry

    def pay(self, inquiry: Inquiry, *, agrees: bool = False) -> Payment:
        """The payment right after it was sent."""
        request = request_of(self.case.provider, inquiry, counter(), agrees=agrees)
        return self.desk.pay(request).payment

    def wait_for(self, payment: Payment) -> Payment:
        """The payment after it was looked up until it waits no longer."""
        for _ in range(20):
            (waiting,) = self.desk.waiting()
            self.clock.move(timedelta(seconds=waiting.seconds_left))
            for checked in self.desk.check_next():
                payment = checked
            if payment.state is not PaymentState.WAITING:
                return payment
        raise AssertionError("it waits for ever")

    def booked(self) -> PaymentRecord:
        """The one payment that the service has."""
        (record,) = self.service.payments
        return record

    def expected(self, payment: Payment) -> list[tuple[str, str]]:
        """The calls of the case, with what was not known before."""
        return expected(self.case, payment)


def expected(case: Case, payment: Payment) -> list[tuple[str, str]]:
    """The calls of the case, with what was not known before the payment."""
    order = payment.order
    reads = [order.details_reference, *order.middle_references]
    known = {f"r{number}": one for number, one in enumerate(reads, 1) if one is not None}
    session = order.session_id or ""
    known |= {"token": TOKEN, "session": session, "pay": order.reference}
    return [(path, Template(body).substitute(known)) for path, body in case.calls]


@contextmanager
def sample_shop(case: Case, folder: Path) -> Iterator[SampleShop]:
    """A shop whose service serves the case's company, without payments before."""
    clock = HandClock()
    service = PracticeService(token=TOKEN, now=clock.now, flows=case.flows)
    wire = Wire(service)
    with SandboxServer(service) as server:
        http = HttpService(Connection(Environment.TEST, server.url), TOKEN, "0123456789abcdef")
        ledger = blank_ledger(folder / "ledger.db")
        try:
            desk = PaymentDesk(OneService(http), ledger, clock)
            yield SampleShop(case, service, wire, clock, desk, ledger)
        finally:
            http.close()
            ledger.close()
