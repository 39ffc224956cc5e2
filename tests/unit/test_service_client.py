"""The client against real sockets: what it sends, what it makes of answers, what it proves."""

from __future__ import annotations

import gzip
import json
import logging
import sys
import threading
import time
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path

import httpx
import pytest

from desktop_app.core.answer import Answer
from desktop_app.core.environment import Connection, Environment
from desktop_app.core.errors import Problem
from desktop_app.core.money import Money
from desktop_app.core.ports import Service
from desktop_app.core.provider import Call
from desktop_app.core.verdict import Verdict, judge_commit, judge_lookup
from desktop_app.service.client import HttpService, LookupStyle, Timeouts
from tests.servers import (
    Ending,
    Received,
    Reply,
    ScriptedServer,
    cut,
    free_port,
    gzip_reply,
    json_reply,
    raw,
    self_signed,
)

TOKEN = "TEST:AbCdEfGhIjKlMnOpQrSt"
REFERENCE = "0123456789abcdef0123456789abcdef"
SUCCESS = {"status": True, "state": "Success", "id": 5033}
DETAILS = Call("/api/servicegroup/details/worldlink-v2/", {"username": "online_renew"})
COMMIT = Call(
    "/api/servicegroup/commit/worldlink-v2/",
    {"session_id": 22906, "amount": Decimal("277.98"), "package_id": "1888768"},
)
QUICK = Timeouts(
    connect=2, read=0.5, write=2, total=0.8, commit_read=0.6, commit_total=1.0, most_bytes=100_000
)

Act = Callable[[HttpService], Answer]
ACTS: dict[str, Act] = {
    "read": lambda service: service.read(DETAILS, REFERENCE),
    "commit": lambda service: service.commit(COMMIT, REFERENCE),
    "lookup": lambda service: service.lookup(REFERENCE),
    "lookup_many": lambda service: service.lookup_many([REFERENCE, "other"]),
    "balance": lambda service: service.balance(),
}


def commit(service: HttpService) -> Answer:
    return service.commit(COMMIT, REFERENCE)


@pytest.fixture(params=list(ACTS))
def act(request: pytest.FixtureRequest) -> Act:
    return ACTS[request.param]


@contextmanager
def at(
    url: str, *, timeouts: Timeouts = QUICK, style: LookupStyle = LookupStyle.PATH
) -> Iterator[HttpService]:
    service = HttpService(
        Connection(Environment.TEST, url), TOKEN, "id", timeouts=timeouts, lookup_style=style
    )
    try:
        yield service
    finally:
        service.close()


def ask(server: ScriptedServer, act: Act, timeouts: Timeouts = QUICK) -> Answer:
    with at(server.url, timeouts=timeouts) as service:
        return act(service)


# --- what is sent -----------------------------------------------------------------------------


def test_it_fulfils_the_port() -> None:
    with at("http://127.0.0.1") as service:
        as_port: Service = service
        assert as_port.connection.environment is Environment.TEST
        assert as_port.connection_id == "id"


def test_details_are_posted_with_token_and_reference() -> None:
    with ScriptedServer(json_reply({"status": True})) as server:
        answer = ask(server, ACTS["read"])
    (request,) = server.received
    assert (request.method, request.path) == ("POST", "/api/servicegroup/details/worldlink-v2/")
    assert request.json == {"token": TOKEN, "reference": REFERENCE, "username": "online_renew"}
    assert request.headers["content-type"] == "application/json"
    assert answer == Answer(http_status=200, body={"status": True})


@pytest.mark.parametrize(
    ("call", "reference"),
    [(DETAILS, None), (Call(DETAILS.path, DETAILS.fields, with_reference=False), REFERENCE)],
)
def test_no_reference_where_none_belongs(call: Call, reference: str | None) -> None:
    with ScriptedServer(json_reply({"status": True})) as server:
        ask(server, lambda service: service.read(call, reference))
    assert server.received[0].json == {"token": TOKEN, "username": "online_renew"}


def test_commit_sends_exact_numbers_on_a_connection_of_its_own() -> None:
    with ScriptedServer(json_reply(SUCCESS)) as server, at(server.url) as service:
        service.read(DETAILS, "a")
        service.read(DETAILS, "b")
        assert server.connections == 1, "reads share a connection"
        answer = service.commit(COMMIT, REFERENCE)
        service.commit(COMMIT, "another")
        assert server.connections == 3
    request = server.received[2]
    assert request.path == COMMIT.path
    assert b'"amount":277.98' in request.body
    assert request.json == {
        "token": TOKEN,
        "session_id": 22906,
        "amount": 277.98,
        "package_id": "1888768",
        "reference": REFERENCE,
    }
    assert request.headers["connection"] == "close"
    assert request.headers["accept-encoding"] == "identity"
    assert judge_commit(answer).verdict is Verdict.PAID


EXAMPLES = Path("/work/shared/service-api/examples")


@pytest.mark.skipif(not EXAMPLES.is_dir(), reason="the contract's examples are not here")
@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("read", "worldlink-v2/details-request.json"),
        ("commit", "worldlink-v2/commit-request.json"),
        ("lookup", "lookup/lookup-request.json"),
        ("lookup_many", "bulk-lookup/bulk-request.json"),
        ("balance", "balance/balance-request.json"),
    ],
)
def test_bodies_have_the_fields_of_the_examples(name: str, file: str) -> None:
    expected = json.loads((EXAMPLES / file).read_bytes())
    with (
        ScriptedServer(json_reply(SUCCESS)) as server,
        at(server.url, style=LookupStyle.BODY) as service,
    ):
        ACTS[name](service)
    assert server.received[0].json.keys() == expected.keys()


def test_lookup_puts_both_parts_into_the_path_percent_encoded() -> None:
    with ScriptedServer(json_reply(SUCCESS)) as server:
        ask(server, lambda service: service.lookup("a/b?c#d%20e"))
    (request,) = server.received
    encoded = "TEST%3AAbCdEfGhIjKlMnOpQrSt/a%2Fb%3Fc%23d%2520e"
    assert (request.method, request.path) == ("GET", f"/api/service/status/{encoded}")
    assert request.body == b""


def test_lookup_by_body() -> None:
    with (
        ScriptedServer(json_reply(SUCCESS)) as server,
        at(server.url, style=LookupStyle.BODY) as service,
    ):
        service.lookup(REFERENCE)
    (request,) = server.received
    assert (request.method, request.path) == ("GET", "/api/service/status/")
    assert request.json == {"token": TOKEN, "reference": REFERENCE}


def test_lookup_of_several() -> None:
    with ScriptedServer(json_reply({"status": True, "detail": []})) as server:
        answer = ask(server, ACTS["lookup_many"])
    (request,) = server.received
    assert (request.method, request.path) == ("GET", "/api/service/bulk/status/")
    assert request.json == {
        "token": TOKEN,
        "references": f"{REFERENCE},other",
        "reference_length": 2,
    }
    assert answer.body["detail"] == []


def test_balance_has_no_final_slash() -> None:
    with ScriptedServer(json_reply({"credits_available": 161155.5})) as server:
        answer = ask(server, ACTS["balance"])
    (request,) = server.received
    assert (request.method, request.path) == ("GET", "/api/balance")
    assert request.json == {"token": TOKEN}
    assert answer.body["credits_available"] == Decimal("161155.5")


def test_base_url_with_a_folder_and_a_slash() -> None:
    with ScriptedServer(json_reply({})) as server, at(f"{server.url}/base/") as service:
        service.balance()
    assert server.paths == ["/base/api/balance"]


def test_proxies_of_the_environment_are_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    with ScriptedServer(json_reply({})) as proxy, ScriptedServer(json_reply({})) as server:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
            monkeypatch.setenv(name, proxy.url)
        assert ask(server, ACTS["balance"]).problem is None
    assert (proxy.connections, server.connections) == (0, 1)


def test_cookies_are_not_sent_back() -> None:
    reply = raw(200, b"{}", headers={"Set-Cookie": "sessionid=1; Path=/"})
    with ScriptedServer(reply) as server, at(server.url) as service:
        service.balance()
        service.balance()
    assert "cookie" not in server.received[1].headers


# --- answers ----------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_redirect_is_not_followed(act: Act, status: int) -> None:
    with ScriptedServer(json_reply(SUCCESS)) as elsewhere:
        reply = raw(status, b"<html>", headers={"Location": f"{elsewhere.url}/"})
        with ScriptedServer(reply) as server:
            answer = ask(server, act)
    assert (answer.http_status, answer.problem, answer.sent) == (status, None, True)
    assert (len(server.received), elsewhere.connections) == (1, 0)
    assert judge_commit(answer).verdict is Verdict.UNKNOWN


def test_a_redirect_with_a_success_in_it_is_no_success() -> None:
    reply = raw(302, json.dumps(SUCCESS).encode(), headers={"Location": "/"})
    with ScriptedServer(reply) as server:
        assert judge_commit(ask(server, commit)).verdict is Verdict.UNKNOWN


@pytest.mark.parametrize("status", [204, 401, 418, 500, 502, 504, 599])
def test_an_odd_status_is_told_by_the_status(status: int) -> None:
    with ScriptedServer(raw(status, b"" if status == 204 else b"<html>")) as server:
        answer = ask(server, commit)
    assert (answer.http_status, answer.problem) == (status, None)
    assert judge_commit(answer).verdict is Verdict.UNKNOWN


@pytest.mark.parametrize("body", [b"", b"<html>", b"[]", b'"Success"', b"\x00\xff", b"{"])
@pytest.mark.parametrize("status", [200, 400, 404])
def test_a_body_that_is_no_object_is_a_broken_answer(status: int, body: bytes) -> None:
    with ScriptedServer(raw(status, body)) as server:
        answer = ask(server, commit)
    assert (answer.http_status, answer.problem) == (status, Problem.BROKEN_ANSWER)
    assert answer.body == {}
    assert judge_commit(answer).verdict is Verdict.UNKNOWN


@pytest.mark.parametrize(
    "credit", ["NaN", "1e+24", "-Infinity", "1e99999999999999999999", "9" * 5000]
)
def test_a_success_with_an_odd_credit_is_a_success(credit: str) -> None:
    body = f'{{"credits_available":{credit},"status":true,"state":"Success","id":7}}'
    with ScriptedServer(raw(200, body.encode())) as server:
        finding = judge_commit(ask(server, commit))
    assert (finding.verdict, finding.transaction_id) == (Verdict.PAID, "7")


def test_a_success_that_breaks_off_inside_its_json_is_a_success() -> None:
    with ScriptedServer(raw(200, b'{"status":true,"state":"Success","detail":{"a')) as server:
        assert judge_commit(ask(server, commit)).verdict is Verdict.PAID


def test_a_gzip_answer_is_read() -> None:
    with ScriptedServer(gzip_reply(json.dumps(SUCCESS).encode())) as server:
        assert judge_commit(ask(server, commit)).verdict is Verdict.PAID


def test_a_chunked_answer_is_read() -> None:
    body = json.dumps(SUCCESS).encode()
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    chunks = b"".join(b"1\r\n%c\r\n" % byte for byte in body)
    with ScriptedServer(Reply(head + chunks + b"0\r\n\r\n")) as server:
        assert ask(server, commit).body == SUCCESS


def test_an_answer_that_ends_with_the_connection_is_read() -> None:
    body = json.dumps(SUCCESS).encode()
    with ScriptedServer(Reply(b"HTTP/1.0 200 OK\r\n\r\n" + body, Ending.CLOSE)) as server:
        assert ask(server, commit).body == SUCCESS


@pytest.mark.parametrize(
    "reply",
    [
        cut(json_reply(SUCCESS), 1),
        cut(json_reply(SUCCESS), 30),
        cut(gzip_reply(json.dumps(SUCCESS).encode()), 10),
        raw(200, b"{}", headers={"Content-Length": "many"}),
        raw(200, b"{}", headers={"Content-Length": "-1"}),
        raw(200, gzip.compress(b'{"a": 1}')[:-9], headers={"Content-Encoding": "gzip"}),
        raw(200, b'{"a": 1}', headers={"Content-Encoding": "gzip"}),
        raw(200, b'{"a": 1}', headers={"Content-Encoding": "br"}),
        Reply(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", Ending.CLOSE),
        Reply(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{}", Ending.CLOSE),
        Reply(b"SSH-2.0-OpenSSH_9.0\r\n\r\n", Ending.CLOSE),
        Reply(b"HTTP/1.1 200", Ending.CLOSE),
    ],
)
def test_a_broken_exchange_is_no_answer(reply: Reply) -> None:
    with ScriptedServer(reply) as server:
        answer = ask(server, commit)
    assert (answer.problem, answer.sent) == (Problem.BROKEN_ANSWER, True)
    assert judge_commit(answer).verdict is Verdict.UNKNOWN
    assert len(server.received) == 1


# --- sent or not sent -------------------------------------------------------------------------


def test_refused_is_not_sent(act: Act) -> None:
    # Windows takes two seconds to say so.
    with at(f"http://127.0.0.1:{free_port()}", timeouts=Timeouts()) as service:
        answer = act(service)
    assert answer == Answer(problem=Problem.NO_NETWORK, sent=False)


@pytest.mark.parametrize("host", ["nonexistent.invalid", f"{'a' * 64}.invalid"])
def test_a_name_that_is_not_found_is_not_sent(act: Act, host: str) -> None:
    with at(f"https://{host}", timeouts=Timeouts()) as service:
        answer = act(service)
    assert answer == Answer(problem=Problem.NO_NETWORK, sent=False)


def test_a_certificate_that_is_not_trusted_is_not_sent(act: Act, tmp_path: Path) -> None:
    tls, _ = self_signed(tmp_path)
    with ScriptedServer(json_reply(SUCCESS), tls=tls) as server:
        answer = ask(server, act)
    assert answer == Answer(problem=Problem.INSECURE, sent=False)
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
        assert ask(server, commit) == Answer(problem=Problem.INSECURE, sent=False)


@pytest.mark.skipif(sys.platform != "linux", reason="only OpenSSL's store is set by a variable")
def test_a_reset_after_tls_counts_as_sent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tls, certificate = self_signed(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with ScriptedServer(Reply(ending=Ending.RESET), tls=tls) as server:
        assert ask(server, commit) == Answer(problem=Problem.NO_NETWORK, sent=True)
    assert len(server.received) == 1


def test_a_handshake_that_hangs_is_not_sent() -> None:
    with (
        ScriptedServer(Reply(), greeting=Ending.HANG) as server,
        at(server.url.replace("http", "https")) as service,
    ):
        answer = commit(service)
    assert answer == Answer(problem=Problem.TIMED_OUT, sent=False)


@pytest.mark.parametrize("ending", [Ending.RESET, Ending.CLOSE])
def test_lost_after_the_request_is_sent_and_not_repeated(act: Act, ending: Ending) -> None:
    with ScriptedServer(Reply(ending=ending)) as server:
        answer = ask(server, act)
    assert answer == Answer(problem=Problem.NO_NETWORK, sent=True)
    assert (server.connections, len(server.received)) == (1, 1)


@pytest.mark.parametrize("greeting", [Ending.RESET, Ending.CLOSE])
def test_closed_after_accepting_counts_as_sent(act: Act, greeting: Ending) -> None:
    with ScriptedServer(Reply(), greeting=greeting) as server:
        answer = ask(server, act)
    assert answer == Answer(problem=Problem.NO_NETWORK, sent=True)
    assert server.connections == 1


def test_a_kept_connection_that_the_server_closed_does_not_touch_a_commit() -> None:
    def once(request: Received) -> Reply:
        ending = Ending.CLOSE if request.path == DETAILS.path else Ending.KEEP
        return Reply(json_reply(SUCCESS).data, ending)

    with ScriptedServer(once) as server, at(server.url) as service:
        service.read(DETAILS, "a")
        assert judge_commit(service.commit(COMMIT, REFERENCE)).verdict is Verdict.PAID
    assert len(server.received) == 2


@pytest.mark.parametrize(
    "fields",
    [{"amount": 1.5}, {"token": "mine"}, {"x": object()}, {"x": "\ud800"}, {"x": Decimal("NaN")}],
)
def test_what_cannot_be_written_exactly_is_not_sent(fields: dict[str, object]) -> None:
    with ScriptedServer(json_reply(SUCCESS)) as server:
        answer = ask(server, lambda service: service.commit(Call(COMMIT.path, fields), REFERENCE))
    assert answer == Answer(problem=Problem.UNEXPECTED, sent=False)
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
        assert ask(server, act) == Answer(problem=Problem.UNEXPECTED, sent=False)
    assert server.connections == 0


# --- time and size ----------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["commit", "read"])
def test_a_dripping_answer_ends_at_the_deadline(name: str) -> None:
    slow = Reply(json_reply({**SUCCESS, "detail": "x" * 500}).data, gap=0.02)
    started = time.monotonic()
    with ScriptedServer(slow) as server:
        answer = ask(server, ACTS[name])
    assert time.monotonic() - started < 2.5
    assert answer == Answer(problem=Problem.TIMED_OUT, sent=True)
    assert len(server.received) == 1


def test_a_dripping_body_ends_at_the_deadline() -> None:
    def slow(_: Received) -> Reply:
        return Reply(b"HTTP/1.1 200 OK\r\n\r\n{" + b" " * 500, gap=0.02)

    with ScriptedServer(slow) as server:
        assert ask(server, commit) == Answer(problem=Problem.TIMED_OUT, sent=True)


def test_silence_is_a_timeout_that_counts_as_sent(act: Act) -> None:
    with ScriptedServer(Reply(ending=Ending.HANG)) as server:
        answer = ask(server, act)
    assert answer == Answer(problem=Problem.TIMED_OUT, sent=True)
    assert len(server.received) == 1


def test_a_commit_waits_longer_than_a_read() -> None:
    timeouts = Timeouts(read=0.2, total=0.3, commit_read=3, commit_total=4)
    reply = Reply(json_reply(SUCCESS).data, delay=0.6)
    with ScriptedServer(reply) as server:
        assert ask(server, ACTS["read"], timeouts).problem is Problem.TIMED_OUT
        assert ask(server, commit, timeouts).body == SUCCESS


def test_a_gzip_bomb_stops_early() -> None:
    bomb = gzip.compress(b" " * 200_000_000, 9)
    with ScriptedServer(raw(200, bomb, headers={"Content-Encoding": "gzip"})) as server:
        tracemalloc.start()
        started = time.monotonic()
        answer = ask(server, commit)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert (answer.problem, answer.sent) == (Problem.TOO_LARGE, True)
    assert time.monotonic() - started < 2
    assert peak < 20_000_000


@pytest.mark.parametrize("chunked", [True, False])
def test_too_large_is_no_answer(chunked: bool) -> None:
    body = b'{"a": "' + b"x" * 200_000 + b'"}'
    if chunked:
        piece = b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)
        reply = Reply(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + piece)
    else:
        reply = raw(200, body)
    with ScriptedServer(reply) as server, at(server.url) as service:
        assert commit(service) == Answer(problem=Problem.TOO_LARGE)
        assert service.read(DETAILS, None) == Answer(problem=Problem.TOO_LARGE)


def test_headers_without_end_are_no_answer() -> None:
    reply = Reply(b"HTTP/1.1 200 OK\r\n" + b"X-A: b\r\n" * 40_000, Ending.CLOSE)
    with ScriptedServer(reply) as server:
        answer = ask(server, commit)
    assert (answer.problem, answer.sent) == (Problem.BROKEN_ANSWER, True)


# --- the token stays secret -------------------------------------------------------------------


def assert_without_token(text: str) -> None:
    for form in (TOKEN, TOKEN.replace(":", "%3A"), TOKEN.removeprefix("TEST:")):
        assert form not in text


def test_the_token_is_never_logged(
    act: Act, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    caplog.set_level(logging.DEBUG)
    for name in ("httpx", "httpcore", "httpcore.http11", "httpcore.connection"):
        logger = logging.getLogger(name)  # as a careless configuration would leave it
        logger.disabled, logger.propagate = False, True
        logger.setLevel(logging.DEBUG)
    tls, _ = self_signed(tmp_path)
    for reply in (json_reply(SUCCESS), Reply(ending=Ending.RESET), Reply(b"?", Ending.CLOSE)):
        with ScriptedServer(reply) as server:
            ask(server, act)
    with ScriptedServer(Reply(), tls=tls) as server:
        ask(server, act)
    assert caplog.records
    assert {record.name.partition(".")[0] for record in caplog.records} == {"desktop_app"}
    assert_without_token(caplog.text)


class LeakingTransport(httpx.BaseTransport):
    """Fails with the whole request in its text."""

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        raise ValueError(f"{request.url} {request.read()!r}")


def test_an_unexpected_fault_is_an_answer_and_logged_without_the_token(
    act: Act, caplog: pytest.LogCaptureFixture
) -> None:
    connection = Connection(Environment.LIVE, "https://service.invalid")
    service = HttpService(connection, TOKEN, "id", transport=LeakingTransport())
    answer = act(service)
    assert answer == Answer(problem=Problem.UNEXPECTED, sent=True)
    assert "ValueError" in caplog.text
    assert "[token]" in caplog.text
    assert_without_token(caplog.text)


def test_the_token_is_not_shown() -> None:
    with at("http://127.0.0.1") as service:
        assert repr(service) == "HttpService(test, id)"
        assert_without_token(f"{service} {service!r}")


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


@pytest.mark.parametrize(
    ("outcome", "answer"),
    [
        (httpx.Response(200, json=SUCCESS), Answer(http_status=200, body=SUCCESS)),
        (httpx.ConnectError("x"), Answer(problem=Problem.NO_NETWORK, sent=False)),
        (httpx.ConnectTimeout("x"), Answer(problem=Problem.TIMED_OUT, sent=False)),
        (httpx.ReadError("x"), Answer(problem=Problem.NO_NETWORK)),
        (httpx.WriteError("x"), Answer(problem=Problem.NO_NETWORK)),
        (httpx.ReadTimeout("x"), Answer(problem=Problem.TIMED_OUT)),
        (httpx.UnsupportedProtocol("x"), Answer(problem=Problem.UNEXPECTED)),
        (MemoryError(), Answer(problem=Problem.UNEXPECTED)),
    ],
)
def test_a_given_transport_is_used_and_left_open(
    outcome: Exception | httpx.Response, answer: Answer
) -> None:
    transport = FakeTransport(outcome)
    connection = Connection(Environment.PRACTICE, "http://127.0.0.1")
    service = HttpService(connection, TOKEN, "id", transport=transport)
    assert commit(service) == answer
    service.close()
    assert not transport.closed


# --- several threads --------------------------------------------------------------------------


def test_reads_in_several_threads_do_not_mix() -> None:
    def echo(request: Received) -> Reply:
        return json_reply({"status": True, "reference": request.json["reference"]})

    found: dict[str, str] = {}
    with ScriptedServer(echo) as server, at(server.url, timeouts=Timeouts()) as service:

        def look(name: str) -> None:
            found[name] = service.read(DETAILS, name).text("reference")

        threads = [threading.Thread(target=look, args=(f"r{n}",)) for n in range(20)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert found == {f"r{n}": f"r{n}" for n in range(20)}


def test_closing_during_a_commit_does_not_stop_it() -> None:
    answers: list[Answer] = []
    reply = Reply(json_reply(SUCCESS).data, delay=0.3)
    with ScriptedServer(reply) as server, at(server.url) as service:
        thread = threading.Thread(target=lambda: answers.append(commit(service)))
        thread.start()
        while not server.received:
            time.sleep(0.005)
        service.close()
        thread.join()
        assert judge_commit(answers[0]).verdict is Verdict.PAID
        assert service.balance().body == SUCCESS, "a later call opens a new connection"


def test_a_lookup_reads_the_examples_of_the_contract() -> None:
    body = {
        "status": True,
        "state": "Success",
        "reference": REFERENCE,
        "response_id": 123647,
        "amount": 10.0,
        "refunded": False,
        "refunded_amount": 0.0,
        "refunds": [],
    }
    with ScriptedServer(json_reply(body)) as server:
        finding = judge_lookup(
            ask(server, ACTS["lookup"]),
            reference=REFERENCE,
            amount=Money.rupees(10),
            acknowledged=False,
            may_be_final=True,
        )
    assert (finding.verdict, finding.transaction_id) == (Verdict.PAID, "123647")
