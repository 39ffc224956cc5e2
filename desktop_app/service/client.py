"""The client of the Khalti service API (contract: sections 2, 3, 7 to 10)."""

from __future__ import annotations

import logging
import ssl
import threading
import time
import traceback
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import quote

import httpx
import truststore

from desktop_app.core.billing.accounts import NOTHING
from desktop_app.core.cancellation import cancellation
from desktop_app.core.errors import Problem
from desktop_app.core.payments.response import ServiceResponse
from desktop_app.redaction.tokens import Redactor, silence_http_logs
from desktop_app.service.bodies import CutOffError, encode_body, read_body
from desktop_app.service.connecting import AddressBook
from desktop_app.service.outcome import answered, failed, shorter_than_announced
from desktop_app.service.quoting import redact_json
from desktop_app.service.status_lookup import LookupForm, StatusLookup
from desktop_app.service.transport import CallProgress, NetworkTransport, reporting_to

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from desktop_app.core.billing.dialogue import Call
    from desktop_app.core.environment import Connection
    from desktop_app.core.money import Money

log = logging.getLogger(__name__)

LOOKUP_PATH = "/api/service/status/"
LOOKUP_MANY_PATH = "/api/service/bulk/status/"
BALANCE_PATH = "/api/balance"
CREDIT_ON_PATH = "/api/credits/bydate/"
CREDIT_REQUEST_PATH = "/api/public/creditrequest/"


@dataclass(frozen=True, slots=True)
class Timeouts:
    """The limits of a call: its times in seconds, and the size of its answer in bytes.

    ``connect``, ``read`` and ``write`` bound one wait; ``total`` bounds a call with all its waits.
    ``connect`` covers finding the host's addresses and all of them together.
    """

    connect: float = 10.0
    read: float = 20.0
    write: float = 20.0
    total: float = 30.0
    commit_read: float = 60.0
    commit_total: float = 75.0
    most_bytes: int = 2 * 1024 * 1024


class HttpService:
    """``core.ports.Service`` over HTTP. No method raises.

    Reads share connections, and one that the other end closed just as a read was written is made
    again on a fresh one. A commit gets a separate connection: on a kept one nobody would
    know whether it arrived. A connection that was just opened cannot be stale, and failing to open
    it proves that nothing was sent.

    Proxies are not used, neither those of environment variables nor the one in Windows' settings:
    they would see the token of a plain loopback call, some repeat requests by themselves, and a
    forgotten setting would break the till. A shop that needs one needs a setting for it here.

    Args:
        connection: environment and base URL.
        token: the secret; neither logged nor shown.
        connection_id: the token's name.
        transport: carries the calls instead of the network; it is not closed here, and deadlines
            are its own affair.
        timeouts: bounds of time and size.
    """

    def __init__(
        self,
        connection: Connection,
        token: str,
        connection_id: str,
        *,
        transport: httpx.BaseTransport | None = None,
        timeouts: Timeouts | None = None,
    ) -> None:
        self._connection = connection
        self._token = token
        self._redactor = Redactor([token])
        self._connection_id = connection_id
        self._given = transport
        self._timeouts = timeouts or Timeouts()
        self._status = StatusLookup(self._ask_status)
        self._lock = threading.Lock()
        self._reading: NetworkTransport | None = None
        self._addresses = AddressBook()
        silence_http_logs()

    @property
    def connection(self) -> Connection:
        """The environment and base URL of the calls."""
        return self._connection

    @property
    def connection_id(self) -> str:
        """A name of the token, from which the token cannot be found."""
        return self._connection_id

    def __repr__(self) -> str:
        return f"HttpService({self._connection.environment.value}, {self._connection_id})"

    def read(self, call: Call, reference: str | None) -> ServiceResponse:
        """A call that moves no money."""
        return self._carry_out(call.path, lambda: self._post(call, reference, paying=False))

    def commit(self, call: Call, reference: str) -> ServiceResponse:
        """The call that pays. Sent at most once, on a fresh connection."""
        return self._carry_out(
            call.path, lambda: self._post(call, reference, paying=True), paying=True
        )

    def lookup(self, reference: str) -> ServiceResponse:
        """The state of one payment, in the form that the service answers."""
        return self._status.look_up(reference)

    def lookup_many(self, references: Sequence[str]) -> ServiceResponse:
        """The states of several payments, in ``detail``; none and a comma in one are refused."""
        return self._carry_out(LOOKUP_MANY_PATH, lambda: self._lookup_many(references))

    def balance(self) -> ServiceResponse:
        """The shop's credit, in ``credits_available``."""
        return self._carry_out(
            BALANCE_PATH,
            lambda: self._request("GET", BALANCE_PATH, encode_body(NOTHING, token=self._token)),
        )

    def credit_on(self, day: date) -> ServiceResponse:
        """The shop's credit of a day, in ``credits_available``.

        Neither the calendar nor the hour is documented: for reports only (contract, A27).
        """
        return self._carry_out(
            CREDIT_ON_PATH,
            lambda: self._request(
                "POST",
                CREDIT_ON_PATH,
                encode_body(NOTHING, token=self._token, date=f"{day:%y-%m-%d}"),
            ),
        )

    def request_credit(self, amount: Money) -> ServiceResponse:
        """Ask for more credit. Sent at most once, on a fresh connection, like a payment."""
        return self._carry_out(
            CREDIT_REQUEST_PATH,
            lambda: self._request(
                "POST",
                CREDIT_REQUEST_PATH,
                encode_body(NOTHING, token=self._token, credit=amount.number),
                paying=True,
            ),
            once=True,
        )

    def close(self) -> None:
        """Close the connections that are kept. A later call opens new ones."""
        with self._lock:
            reading, self._reading = self._reading, None
        if reading is not None:
            with suppress(Exception):
                reading.close()

    # --- requests -------------------------------------------------------------------------

    def _post(self, call: Call, reference: str | None, *, paying: bool) -> httpx.Request:
        sent = reference if call.with_reference else None
        content = encode_body(call.fields, token=self._token, reference=sent)
        return self._request("POST", call.path, content, paying=paying)

    def _ask_status(self, form: LookupForm, reference: str) -> ServiceResponse:
        name = f"{LOOKUP_PATH} ({form.value} form)"  # and not the path: it may hold the token
        return self._carry_out(name, lambda: self._lookup(form, reference))

    def _lookup(self, form: LookupForm, reference: str) -> httpx.Request:
        if not reference:
            raise ValueError("no reference")
        if form is LookupForm.BODY:
            body = encode_body(NOTHING, token=self._token, reference=reference)
            return self._request("GET", LOOKUP_PATH, body)
        parts = f"{quote(self._token, safe='')}/{quote(reference, safe='')}"
        return self._request("GET", LOOKUP_PATH + parts, None)

    def _lookup_many(self, references: Sequence[str]) -> httpx.Request:
        if not references or any("," in reference for reference in references):
            raise ValueError("no references, or one with a comma")
        body = encode_body(
            NOTHING,
            token=self._token,
            references=",".join(references),
            reference_length=len(references),
        )
        return self._request("GET", LOOKUP_MANY_PATH, body)

    def _request(
        self, method: str, path: str, content: bytes | None, *, paying: bool = False
    ) -> httpx.Request:
        if not path.startswith("/"):
            raise ValueError("a path starts with a slash")
        headers = {
            "Accept": "application/json",
            # An answer about money is asked for as plain as it can be.
            "Accept-Encoding": "identity" if paying else "gzip",
            "User-Agent": "Bhuktani",
        }
        if content is not None:
            headers["Content-Type"] = "application/json"
        if paying:
            headers["Connection"] = "close"
        limits = self._timeouts
        waits = {
            "connect": limits.connect,
            "read": limits.commit_read if paying else limits.read,
            "write": limits.write,
            "pool": limits.connect,
        }
        url = self._connection.base_url.rstrip("/") + path
        return httpx.Request(
            method, url, headers=headers, content=content, extensions={"timeout": waits}
        )

    # --- carrying out ---------------------------------------------------------------------

    def _carry_out(
        self,
        name: str,
        build: Callable[[], httpx.Request],
        *,
        paying: bool = False,
        once: bool = False,
    ) -> ServiceResponse:
        started = time.monotonic()
        try:
            request = build()
        except Exception:
            self._log_unexpected(name)
            return ServiceResponse(problem=Problem.UNEXPECTED, sent=False)
        answer = self._exchange(name, request, paying=paying, once=paying or once)
        took = round((time.monotonic() - started) * 1000)
        if answer.problem is None:
            log.info("%s: HTTP %s in %s ms", name, answer.http_status, took)
        else:
            log.warning(
                "%s: %s (HTTP %s, sent %s) in %s ms",
                name, answer.problem.value, answer.http_status, answer.sent, took,
            )  # fmt: skip
        return answer

    def _exchange(
        self, name: str, request: httpx.Request, *, paying: bool, once: bool
    ) -> ServiceResponse:
        if once:
            # Once, and never given up (rule 3).
            track = CallProgress(self._timeouts.commit_total)
            return self._attempt(name, request, track, fresh=True, paying=paying)
        track = CallProgress(self._timeouts.total, cancellation())
        answer = self._attempt(name, request, track, fresh=False)
        if answer.problem is Problem.NO_NETWORK and track.lost_a_kept_connection:
            log.info("%s: once more on a fresh connection", name)
            answer = self._attempt(name, request, track.again(), fresh=True)
            # The first attempt may have arrived all the same.
            answer = replace(answer, sent=True)
        return answer

    def _attempt(
        self,
        name: str,
        request: httpx.Request,
        track: CallProgress,
        *,
        fresh: bool,
        paying: bool = False,
    ) -> ServiceResponse:
        limits = self._timeouts
        try:
            with reporting_to(track), self._transport(fresh=fresh) as transport:
                track.handed_over = True
                response = transport.handle_request(request)
                try:
                    data = read_body(response, limits.most_bytes)
                except CutOffError as error:
                    return shorter_than_announced(response.status_code, error.data)
                finally:
                    with suppress(Exception):  # what was read stays read
                        response.close()
            return self._unquoted(answered(response.status_code, data, paying=paying))
        except Exception as error:
            answer = failed(error, track)
            if answer.problem is Problem.UNEXPECTED:
                self._log_unexpected(name)
            else:
                log.info("%s: %s", name, type(error).__name__)
            return answer

    def _unquoted(self, answer: ServiceResponse) -> ServiceResponse:
        body = redact_json(answer.body, self._redactor)
        return replace(answer, body=body) if isinstance(body, dict) else answer

    @contextmanager
    def _transport(self, *, fresh: bool) -> Iterator[httpx.BaseTransport]:
        if self._given is not None:
            yield self._given
        elif not fresh:
            yield self._shared()
        else:
            transport = NetworkTransport(self._tls(), keeps=False, addresses=self._addresses)
            try:
                yield transport
            finally:
                with suppress(Exception):
                    transport.close()

    def _shared(self) -> NetworkTransport:
        with self._lock:
            if self._reading is None:
                tls, addresses = self._tls(), self._addresses
                self._reading = NetworkTransport(tls, keeps=True, addresses=addresses)
            return self._reading

    def _tls(self) -> ssl.SSLContext | None:
        """The operating system's certificates, for https.

        A context for each transport: truststore holds a lock of its context during a handshake,
        and a commit must not wait behind the slow handshake of a read.
        """
        if not self._connection.base_url.startswith("https"):
            return None
        return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)

    def _log_unexpected(self, name: str) -> None:
        # Not log.exception: the record would carry the exception, whose text may hold the token.
        text = self._redactor.redact(traceback.format_exc())
        log.error("%s: unexpected\n%s", name, text)
