"""Stand-ins with names: what they do can be read here, not guessed from a mock."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from desktop_app.core.billing.accounts import (
    Account,
    Body,
    LineKind,
    Offer,
    OfferKind,
    Quote,
    QuoteLine,
)
from desktop_app.core.billing.dialogue import Call
from desktop_app.core.billing.forms import FieldLabel, TextEntry, Values
from desktop_app.core.billing.provider import OfferStyle, Provider, ProviderInfo
from desktop_app.core.clock import NEPAL, Clock
from desktop_app.core.environment import Connection, Environment
from desktop_app.core.money import CashRounding, Money
from desktop_app.core.payments.desk import PaymentDesk
from desktop_app.core.payments.inquiry import Inquiry, ReadStamp
from desktop_app.core.payments.order import PaymentRequest, build_order
from desktop_app.core.payments.payment import Payment, PaymentState
from desktop_app.core.payments.response import ServiceResponse
from desktop_app.core.shop import Shop, TillContext
from desktop_app.providers.families.details_first import DetailsFirst
from tests.dialogues import request_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from desktop_app.core.payments.ports import Ledger, Service

NOON = datetime(2026, 11, 22, 8, 33, 11, tzinfo=UTC)
"""2:18:11 PM in Kathmandu, 2083 Mangsir 6: the moment of the target pictures."""


class HandClock:
    """A clock that stands still until it is moved by hand."""

    def __init__(self, now: datetime = NOON) -> None:
        self.time = now
        self.seconds = 1000.0

    def now(self) -> datetime:
        return self.time

    def start_of_day(self) -> datetime:
        return self.time.astimezone(NEPAL).replace(hour=0, minute=0, second=0, microsecond=0)

    def monotonic(self) -> float:
        return self.seconds

    def move(self, span: timedelta) -> None:
        """Let time pass."""
        self.time += span
        self.seconds += span.total_seconds()


NOT_KNOWN = ServiceResponse(
    200,
    {"status": False, "state": "Error", "error_code": "002", "error": "invalid_reference"},
)


class ScriptedService:
    """Answers from lists, and records what it was asked and when it was asked it.

    The lists are about payments: a reference that went with a read is not known, as at the service.
    """

    connection = Connection(Environment.TEST, "http://127.0.0.1:9")
    connection_id = "0123456789abcdef"

    def __init__(
        self,
        *,
        reads: Iterable[ServiceResponse] = (),
        commits: Iterable[ServiceResponse] = (),
        lookups: Iterable[ServiceResponse | Callable[[str], ServiceResponse]] = (),
        at_commit: Callable[[str], None] | None = None,
    ) -> None:
        self._reads, self._commits, self._lookups = list(reads), list(commits), list(lookups)
        self._at_commit = at_commit
        self.read_calls: list[tuple[Call, str | None]] = []
        self.commit_calls: list[tuple[Call, str]] = []
        self.lookup_calls: list[str] = []

    def read(self, call: Call, reference: str | None) -> ServiceResponse:
        self.read_calls.append((call, reference))
        return self._reads.pop(0)

    def commit(self, call: Call, reference: str) -> ServiceResponse:
        if self._at_commit is not None:
            self._at_commit(reference)
        self.commit_calls.append((call, reference))
        return self._commits.pop(0)

    def lookup(self, reference: str) -> ServiceResponse:
        committed = [own for _, own in self.commit_calls]
        if committed and reference not in committed:
            return NOT_KNOWN
        self.lookup_calls.append(reference)
        answer = self._lookups.pop(0)
        return answer if isinstance(answer, ServiceResponse) else answer(reference)

    def lookup_many(self, references: Sequence[str]) -> ServiceResponse:
        raise AssertionError("not scripted")

    def balance(self) -> ServiceResponse:
        return ServiceResponse(200, {"credits_available": 1000, "credits_consumed": 0})


class OneService:
    """``core.ports.Services`` with one connection, or none."""

    def __init__(self, service: Service | None) -> None:
        self.service = service

    def current(self) -> Service | None:
        return self.service

    def for_payment(self, payment: Payment) -> Service | None:
        return self.service


def desk_with(ledger: Ledger, clock: Clock, service: Service) -> PaymentDesk:
    """A desk as after a start: it remembers nothing that is not in the ledger."""
    return PaymentDesk(OneService(service), ledger, clock)


class PlainProvider(DetailsFirst):
    """A provider with one bill. A test that wants another account puts it into the answer."""

    info = ProviderInfo(
        slug="plain",
        name="Plain Net",
        monogram="PN",
        style=OfferStyle.BILLS,
        fields=(TextEntry("customer_id", FieldLabel.CUSTOMER_ID, "12345"),),
    )

    def details(self, values: Values) -> Call:
        return Call("/api/servicegroup/details/plain/", {"customer_id": values["customer_id"]})

    def read(self, values: Values, answer: Body) -> Account:
        given = answer.get("account")
        return given if isinstance(given, Account) else account(account_id=values["customer_id"])

    def commit(self, account: Account, offer: Offer) -> Call:
        return Call(
            "/api/servicegroup/commit/plain/",
            {"session_id": account.session_id, "amount": offer.total.number},
        )


PLAIN = PlainProvider()


def offer(offer_id: str = "b1", paisa: int = 27798) -> Offer:
    """A bill."""
    amount = Money(paisa)
    return Offer(
        id=offer_id,
        kind=OfferKind.BILL,
        label="Home (1 month)",
        quote=Quote(amount, (QuoteLine(LineKind.BILL, amount),)),
    )


def account(account_id: str = "110871", offers: Sequence[Offer] = ()) -> Account:
    """An account of :class:`PlainProvider`."""
    return Account(
        provider="plain",
        account_id=account_id,
        customer_name="Asha Rai",
        offers=tuple(offers) or (offer(),),
        session_id=77,
    )


def counter(rounding: CashRounding = CashRounding.NEAREST) -> TillContext:
    """A shop's counter."""
    return TillContext("Sita", Shop(name="Test Shop"), rounding, Environment.TEST)


def looked_up(
    clock: HandClock, found: Account | None = None, provider: Provider | None = None
) -> Inquiry:
    """A look-up of :class:`PlainProvider`, or of one of its kind, made now."""
    found, provider = found or account(), provider or PLAIN
    inquiry = Inquiry().entered({"customer_id": found.account_id})
    call = provider.next(inquiry.dialogue)
    assert isinstance(call, Call)
    stamp = ReadStamp(
        Environment.TEST, ScriptedService.connection_id, clock.now(), clock.monotonic()
    )
    return inquiry.answered(call, {"account": found}, stamp)


def pay_request(
    clock: HandClock,
    *,
    chosen: Offer | None = None,
    provider: Provider | None = None,
    duplicate_confirmed: bool = False,
    another_bill: bool = False,
) -> PaymentRequest:
    """What a clerk confirmed just now, with enough cash."""
    chosen, provider = chosen or offer(), provider or PLAIN
    inquiry = looked_up(clock, account(offers=(chosen,)), provider).chosen(chosen.id)
    request = request_of(provider, inquiry, counter(), cash=Money.rupees(1000))
    return replace(request, duplicate_confirmed=duplicate_confirmed, another_bill=another_bill)


def paid_payment(state: PaymentState = PaymentState.PAID) -> Payment:
    """A payment of today, as the ledger would have it."""
    clock = HandClock()
    order = build_order(
        pay_request(clock), ScriptedService.connection, ScriptedService.connection_id
    )
    return Payment(
        number=1,
        order=order,
        state=state,
        recorded_at=clock.now(),
        changed_at=clock.now(),
        receipt=1 if state is PaymentState.PAID else None,
    )
