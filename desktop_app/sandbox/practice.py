"""The practice service: one function from a request to a reply, without sockets or waiting."""

from __future__ import annotations

import json
import threading
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import unquote, urlsplit

from desktop_app.sandbox import credit, reading
from desktop_app.sandbox.counter import Counter
from desktop_app.sandbox.customers import ServiceData, load_flow, load_services
from desktop_app.sandbox.records import PaymentRecord, Records
from desktop_app.sandbox.replies import (
    Failure,
    Generation,
    NoSuchPage,
    Refusal,
    Reply,
    error,
    no_such_page,
    too_large,
)
from desktop_app.sandbox.rules import PayRule

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.sandbox.rules import BookedUnder

PRACTICE_TOKEN = "TEST:PracticeBhuktani0001"  # noqa: S105 - opens nothing but this service
"""The token of the practice account. It is public and worth nothing."""

PRACTICE_CREDIT = Decimal(100_000)
"""Rupees of credit that practice starts with."""

REFUSED_TOKENS: Mapping[str, str] = {
    "TEST:PracticeDeleted00001": "1003",
    "TEST:PracticeInactive0001": "1004",
    "TEST:PracticeAccDeleted01": "1005",
    "TEST:PracticeAccInactive1": "1006",
    "TEST:PracticeAccExpired01": "1007",
    "TEST:PracticeForbidden001": "1009",
}
"""Tokens that are refused with that code, to practise what the screens say."""

MAX_BYTES = 64 * 1024
"""Longest body of a request."""

Middleware: TypeAlias = Callable[[str, str, bytes, Callable[[], Reply]], Reply]
"""Called with method, path, body and the function that really answers; returns the reply."""

_HEARD = 1000


@dataclass(frozen=True, slots=True)
class Heard:
    """A call as the service received it, without the token.

    ``code`` is the error code answered, empty for none; ``status`` is 0 where ``failure`` is set.
    """

    method: str
    path: str
    fields: Mapping[str, object]
    status: int
    code: str = ""
    failure: Failure | None = None


class PracticeService:
    """The practice service. Thread-safe: calls are carried out one after the other.

    Args:
        credit: rupees to start with, where the state file does not say otherwise.
        token: the one token that is accepted.
        state_file: keeps credit, references, payments and lessons tried across restarts.
        folder: data files instead of those that come with the program.
        flows: invented services beside them, by slug: the names of their flows.
        now: the time, aware.
        error_status: HTTP status of error answers; the contract names none.
        not_enabled: slugs answered with 1008.

    Attributes:
        maintenance: slugs answered with 1019; may be changed at any time.
        booked_under: the reference by which every payment is known whose call lists none; None
            as the data files say.
        interpose: a function that tests put in front of every answer.
    """

    def __init__(
        self,
        *,
        credit: Decimal | int = PRACTICE_CREDIT,
        token: str = PRACTICE_TOKEN,
        state_file: Path | None = None,
        folder: Path | None = None,
        flows: Mapping[str, str] = MappingProxyType({}),
        now: Callable[[], datetime] | None = None,
        error_status: int = 400,
        not_enabled: Iterable[str] = (),
    ) -> None:
        self.maintenance: set[str] = set()
        self.booked_under: BookedUnder | None = None
        self.interpose: Middleware | None = None
        self._start_credit = Decimal(credit)
        self._token = token
        self._now = now or (lambda: datetime.now(UTC))
        self._error_status = error_status
        self._not_enabled = frozenset(not_enabled)
        self._services = load_services(folder)
        self._services |= {slug: load_flow(name, slug) for slug, name in flows.items()}
        self._records = Records(self._start_credit, state_file)
        self._counter = Counter(self._records)
        self._heard: deque[Heard] = deque(maxlen=_HEARD)
        self._lock = threading.Lock()

    @property
    def payments(self) -> tuple[PaymentRecord, ...]:
        """The service's own truth: what was booked, oldest first."""
        with self._lock:
            self._records.settle(self._now())
            return self._records.payments

    @property
    def credit(self) -> Decimal:
        """Rupees of credit left."""
        with self._lock:
            self._records.settle(self._now())
            return self._records.credit

    @property
    def tried(self) -> frozenset[str]:
        """The lessons that were looked up, as ``lesson_id`` names them."""
        with self._lock:
            return self._records.tried

    @property
    def heard(self) -> tuple[Heard, ...]:
        """The last calls, oldest first, without tokens."""
        with self._lock:
            return tuple(self._heard)

    @property
    def services(self) -> Mapping[str, ServiceData]:
        """The data files by slug."""
        return self._services

    def refill(self, least: Decimal | int) -> None:
        """Full credit again where less than ``least`` rupees are left; payments stay as they are.

        Whoever practises for weeks must not run out of money that does not exist.
        """
        with self._lock:
            if self._records.credit < least:
                self._records.refill(self._start_credit)
                self._records.save()

    def start_again(self) -> None:
        """Full credit and nothing paid, also in the state file."""
        with self._lock:
            self._records.start_again(self._start_credit)
            self._records.save()

    def handle(self, method: str, path: str, body: bytes = b"") -> Reply:
        """Answer one request. Never raises for what a caller sends, and never waits.

        Args:
            method: as on the wire.
            path: percent-encoded as on the wire, with or without a query.
            body: the JSON body, also of a GET.
        """
        if self.interpose is not None:
            return self.interpose(method, path, body, lambda: self._handle(method, path, body))
        return self._handle(method, path, body)

    def _handle(self, method: str, path: str, body: bytes) -> Reply:
        request = _Request(method, urlsplit(path).path)
        with self._lock:
            reply = self._answer(request, body)
            self._heard.append(request.heard(reply))
        return reply

    def _answer(self, request: _Request, body: bytes) -> Reply:
        if len(body) > MAX_BYTES:
            return too_large()
        try:
            reply = self._routed(request, body)
        except NoSuchPage as missing:
            reply = no_such_page(as_json=missing.as_json)
        except Refusal as refusal:
            request.code = refusal.code
            reply = error(refusal, request.generation, self._error_status)
        try:
            self._records.note_credit(self._now())
            self._records.save()
        except OSError:
            request.code = "1017"
            return error(Refusal("1017"), request.generation, 500)
        return reply

    def _routed(self, request: _Request, body: bytes) -> Reply:
        now = self._now()
        self._records.settle(now)
        match request.method, request.parts:
            case "GET", ["api", "service", "status", token, reference, *rest] if rest in ([], [""]):
                request.path = f"/api/service/status/***/{reference}"
                self._check_token(unquote(token))
                return reading.look_up(self._records, unquote(reference), now)
            case "GET", ["api", "service", "status", ""]:
                self._check_token(request.read(body))
                return reading.look_up(self._records, request.fields.get("reference"), now)
            case "GET", ["api", "service", "bulk", "status", ""]:
                self._check_token(request.read(body))
                return reading.look_up_many(self._records, request.fields, now)
            case "GET", ["api", "balance", *rest] if rest in ([], [""]):
                self._check_token(request.read(body))
                return reading.balance(self._records)
            case "POST", ["api", "credits", "bydate", ""]:
                self._check_token(request.read(body))
                return credit.credit_on(self._records, request.fields, now)
            case "POST", ["api", "public", "creditrequest", ""]:
                self._check_token(request.read(body))
                return credit.request_credit(request.fields)
            case _, ["api", "servicegroup", _, slug, *_] | ["api", "use" | "lookup", slug, *_]:
                return self._call(request, body, slug, now)
        raise NoSuchPage(as_json=request.parts[:2] == ["api", "servicegroup"])

    def _call(self, request: _Request, body: bytes, slug: str, now: datetime) -> Reply:
        """Answer a call of a service: a read, or the commit."""
        data = self._services.get(slug)
        rule = None if data is None else data.call(request.method, request.path)
        if data is None or rule is None:
            raise NoSuchPage(as_json=True)
        request.generation = data.generation
        request.read(body)
        self._admit(request, slug)
        if isinstance(rule, PayRule):
            data = data if self.booked_under is None else data.known_by(self.booked_under)
            return self._counter.pay(data, request.fields, now)
        return self._counter.read(data, rule, request.fields, now)

    def _admit(self, request: _Request, slug: str) -> None:
        self._check_token(request.token)
        if slug in self._not_enabled:
            raise Refusal("1008")
        if slug in self.maintenance:
            raise Refusal("1019")

    def _check_token(self, token: object) -> None:
        if token is None or token == "":
            raise Refusal("1001")
        if isinstance(token, str) and token in REFUSED_TOKENS:
            raise Refusal(REFUSED_TOKENS[token])
        if token != self._token:
            raise Refusal("1002")


class _Request:
    """A call that is being answered; it drops the token from all that others can see."""

    def __init__(self, method: str, path: str) -> None:
        self.method = method.upper()
        self.path = path
        self.parts = path.split("/")[1:]
        self.generation = Generation.NEW
        self.fields: dict[str, object] = {}
        self.token: object = None
        self.code = ""

    def read(self, body: bytes) -> object:
        """Decode the body into ``fields`` and return its token; 1014 or 1015 if it is no object."""
        try:
            decoded = json.loads(body or b"{}", parse_float=Decimal, parse_constant=_no_number)
        except (ValueError, RecursionError, ArithmeticError):
            raise Refusal("1014") from None
        if not isinstance(decoded, dict):
            raise Refusal("1015")
        self.token = decoded.pop("token", None)
        self.fields = decoded
        return self.token

    def heard(self, reply: Reply) -> Heard:
        """Return the record of the call that is kept."""
        status = 0 if reply.failure is not None else reply.status
        return Heard(self.method, self.path, self.fields, status, self.code, reply.failure)


def _no_number(name: str) -> Decimal:
    raise ValueError(name)
