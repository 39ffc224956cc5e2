"""Sent or not sent, and once only."""

from __future__ import annotations

import socket
import sys
from decimal import Decimal
from typing import TYPE_CHECKING

import httpx
import pytest
import truststore

from desktop_app.core.billing.dialogue import Call
from desktop_app.core.environment import Connection, Environment
from desktop_app.core.errors import Problem
from desktop_app.core.payments.response import ServiceResponse
from desktop_app.core.payments.verdict import Verdict, judge_commit
from desktop_app.service.client import HttpService, Timeouts
from desktop_app.service.outcome import failed
from desktop_app.service.transport import CallProgress, NetworkTransport, reporting_to
from tests.certificates import self_signed
from tests.servers import (
    Ending,
    Received,
    Reply,
    ScriptedServer,
    free_port,
    json_reply,
)
from tests.service_calls import (
    ACTS,
    COMMIT,
    DETAILS,
    REFERENCE,
    SUCCESS,
    TOKEN,
    Act,
    ask,
    at,
    commit,
)
from tests.tables import each

if TYPE_CHECKING:
    import ssl
    from pathlib import Path


@pytest.fixture(params=list(ACTS))
def act(request: pytest.FixtureRequest) -> Act:
    return ACTS[request.param]


def test_refused_is_not_sent(act: Act) -> None:
    # Windows takes two seconds to say so.
    with at(f"http://127.0.0.1:{free_port()}", timeouts=Timeouts()) as service:
        answer = act(service)
    assert answer == ServiceResponse(problem=Problem.NO_NETWORK, sent=False)


@pytest.mark.parametrize("host", ["nonexistent.invalid", f"{'a' * 64}.invalid"])
def test_a_name_that_is_not_found_is_not_sent(act: Act, host: str) -> None:
    with at(f"https://{host}", timeouts=Timeouts()) as service:
        answer = act(service)
    assert answer == ServiceResponse(problem=Problem.NO_NETWORK, sent=False)


def test_a_certificate_that_is_not_trusted_is_not_sent(act: Act, tmp_path: Path) -> None:
    tls, _ = self_signed(tmp_path)
    with ScriptedServer(json_reply(SUCCESS), tls=tls) as server:
        answer = ask(server, act)
    assert answer == ServiceResponse(problem=Problem.INSECURE, sent=False)
    assert server.received == []


def test_plain_text_where_tls_belongs_is_insecure_and_not_sent() -> None:
    with (
        ScriptedServer(json_reply(SUCCESS)) as server,
        at(server.url.replace("http", "https")) as service,
    ):
        server._greeting = Ending.CLOSE
        answer = commit(service)
    assert not answer.sent
    assert answer.problem in {Problem.NO_NETWORK, Problem.INSECURE}


@pytest.mark.skipif(sys.platform != "linux", reason="only OpenSSL's store is set by a variable")
def test_a_trusted_certificate_is_answered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tls, certificate = self_signed(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with ScriptedServer(json_reply(SUCCESS), tls=tls) as server, at(server.url) as service:
        assert service.read(DETAILS, "a").body == SUCCESS
        assert service.read(DETAILS, "b").body == SUCCESS
        assert judge_commit(service.commit(COMMIT, REFERENCE)).verdict is Verdict.PAID
    assert server.connections == 2


@pytest.mark.skipif(sys.platform != "linux", reason="only OpenSSL's store is set by a variable")
def test_a_certificate_for_another_host_is_not_sent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tls, certificate = self_signed(tmp_path, host="10.1.2.3")
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with ScriptedServer(json_reply(SUCCESS), tls=tls) as server:
        assert ask(server, commit) == ServiceResponse(problem=Problem.INSECURE, sent=False)


@pytest.mark.skipif(sys.platform != "linux", reason="only OpenSSL's store is set by a variable")
def test_a_reset_after_tls_counts_as_sent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tls, certificate = self_signed(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with ScriptedServer(Reply(ending=Ending.RESET), tls=tls) as server:
        assert ask(server, commit) == ServiceResponse(problem=Problem.NO_NETWORK, sent=True)
    assert len(server.received) == 1


def test_a_handshake_that_hangs_is_not_sent() -> None:
    with (
        ScriptedServer(Reply(), greeting=Ending.HANG) as server,
        at(server.url.replace("http", "https")) as service,
    ):
        answer = commit(service)
    assert answer == ServiceResponse(problem=Problem.TIMED_OUT, sent=False)


@pytest.mark.parametrize("ending", [Ending.RESET, Ending.CLOSE])
def test_lost_after_the_request_is_sent_and_not_repeated(act: Act, ending: Ending) -> None:
    with ScriptedServer(Reply(ending=ending)) as server:
        answer = ask(server, act)
    assert answer == ServiceResponse(problem=Problem.NO_NETWORK, sent=True)
    assert (server.connections, len(server.received)) == (1, 1)


def test_closed_after_accepting_counts_as_sent(act: Act) -> None:
    with ScriptedServer(Reply(), greeting=Ending.CLOSE) as server:
        answer = ask(server, act)
    assert answer == ServiceResponse(problem=Problem.NO_NETWORK, sent=True)
    assert server.connections == 1


def test_reset_after_accepting_is_not_repeated(act: Act) -> None:
    with ScriptedServer(Reply(), greeting=Ending.RESET) as server:
        answer = ask(server, act)
    # Sent or not depends on which of the two was quicker.
    assert answer.problem is Problem.NO_NETWORK
    assert server.connections == 1


def test_a_kept_connection_that_the_server_closed_does_not_touch_a_commit() -> None:
    def once(request: Received) -> Reply:
        ending = Ending.CLOSE if request.path == DETAILS.path else Ending.KEEP
        return Reply(json_reply(SUCCESS).data, ending)

    with ScriptedServer(once) as server, at(server.url) as service:
        service.read(DETAILS, "a")
        assert judge_commit(service.commit(COMMIT, REFERENCE)).verdict is Verdict.PAID
    assert len(server.received) == 2


def test_no_certificates_to_check_with_is_not_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(protocol: int) -> ssl.SSLContext:
        raise OSError("no store")

    monkeypatch.setattr(truststore, "SSLContext", broken)
    with at("https://127.0.0.1:9") as service:
        assert commit(service) == ServiceResponse(problem=Problem.UNEXPECTED, sent=False)


@each(
    "fields",
    [{"amount": 1.5}, {"token": "mine"}, {"x": object()}, {"x": "\ud800"}, {"x": Decimal("NaN")}],
)
def test_what_cannot_be_written_exactly_is_not_sent(fields: dict[str, object]) -> None:
    with ScriptedServer(json_reply(SUCCESS)) as server:
        answer = ask(server, lambda service: service.commit(Call(COMMIT.path, fields), REFERENCE))
    assert answer == ServiceResponse(problem=Problem.UNEXPECTED, sent=False)
    assert server.connections == 0


@pytest.mark.parametrize(
    "act",
    [
        lambda service: service.lookup(""),
        lambda service: service.lookup_many([]),
        lambda service: service.lookup_many(["a,b"]),
        lambda service: service.read(Call("@elsewhere.example/"), None),
    ],
    ids=["no reference", "none of several", "comma", "path that changes the host"],
)
def test_a_call_that_makes_no_sense_is_not_sent(act: Act) -> None:
    with ScriptedServer(json_reply(SUCCESS)) as server:
        assert ask(server, act) == ServiceResponse(problem=Problem.UNEXPECTED, sent=False)
    assert server.connections == 0


def test_whatever_fails_after_bytes_were_written_counts_as_sent() -> None:
    track = CallProgress(1)
    assert failed(httpx.ReadError("before it was handed over"), track).sent is False
    track.handed_over = True
    assert failed(httpx.ConnectError("x"), track).sent is False
    assert failed(httpx.ReadError("x"), track).sent is True
    track.wrote = True
    assert failed(httpx.ConnectError("x"), track).sent is True


def test_bytes_are_noted_as_written_before_they_are() -> None:
    track = CallProgress(5)
    with ScriptedServer(Reply(ending=Ending.RESET)) as server, reporting_to(track):
        transport = NetworkTransport(None, keeps=False)
        with pytest.raises(httpx.TransportError):
            transport.handle_request(httpx.Request("GET", server.url))
        transport.close()
    assert track.wrote
    assert not track.received


def test_the_next_address_is_tried_where_the_first_refuses(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    real = socket.getaddrinfo

    def two(host: str, port: int, *rest: int, **named: int) -> list[object]:
        names = ["::1", "127.0.0.1"] if host == "localhost" else [host]
        return [entry for name in names for entry in real(name, port, *rest, **named)]

    monkeypatch.setattr(socket, "getaddrinfo", two)
    with (
        ScriptedServer(json_reply(SUCCESS)) as server,
        at(server.url.replace("127.0.0.1", "localhost"), timeouts=Timeouts()) as service,
    ):
        assert commit(service).body == SUCCESS
    assert server.connections == 1


# --- transports other than the network --------------------------------------------------------


class FakeTransport(httpx.BaseTransport):
    """Raises or answers what it is told to."""

    def __init__(self, outcome: Exception | httpx.Response) -> None:
        self.outcome = outcome
        self.closed = False

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if isinstance(self.outcome, Exception):
            raise self.outcome
        return self.outcome

    def close(self) -> None:
        self.closed = True


@each(
    ("outcome", "answer"),
    [
        (httpx.Response(200, json=SUCCESS), ServiceResponse(http_status=200, body=SUCCESS)),
        (httpx.ConnectError("x"), ServiceResponse(problem=Problem.NO_NETWORK, sent=False)),
        (httpx.ConnectTimeout("x"), ServiceResponse(problem=Problem.TIMED_OUT, sent=False)),
        (httpx.ReadError("x"), ServiceResponse(problem=Problem.NO_NETWORK)),
        (httpx.WriteError("x"), ServiceResponse(problem=Problem.NO_NETWORK)),
        (httpx.ReadTimeout("x"), ServiceResponse(problem=Problem.TIMED_OUT)),
        (httpx.UnsupportedProtocol("x"), ServiceResponse(problem=Problem.UNEXPECTED)),
        (MemoryError(), ServiceResponse(problem=Problem.UNEXPECTED)),
    ],
)
def test_a_given_transport_is_used_and_left_open(
    outcome: Exception | httpx.Response, answer: ServiceResponse
) -> None:
    transport = FakeTransport(outcome)
    connection = Connection(Environment.PRACTICE, "http://127.0.0.1")
    service = HttpService(connection, TOKEN, "id", transport=transport)
    assert commit(service) == answer
    service.close()
    assert not transport.closed
