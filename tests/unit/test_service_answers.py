"""Answers over real sockets, whole, odd, broken, too large and too slow."""

from __future__ import annotations

import gzip
import json
import time
import tracemalloc

import pytest

from desktop_app.core.errors import Problem
from desktop_app.core.payments.response import ServiceResponse
from desktop_app.core.payments.verdict import Verdict, judge_commit
from desktop_app.service.client import Timeouts
from tests.servers import (
    Ending,
    Received,
    Reply,
    ScriptedServer,
    cut,
    gzip_reply,
    json_reply,
    raw,
)
from tests.service_calls import (
    ACTS,
    DETAILS,
    SUCCESS,
    Act,
    ask,
    at,
    commit,
)
from tests.tables import each


@pytest.fixture(params=list(ACTS))
def act(request: pytest.FixtureRequest) -> Act:
    return ACTS[request.param]


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_redirect_is_not_followed(act: Act, status: int) -> None:
    with ScriptedServer(json_reply(SUCCESS)) as elsewhere:
        reply = raw(status, b"<html>", headers={"Location": f"{elsewhere.url}/"})
        with ScriptedServer(reply) as server:
            answer = ask(server, act)
    assert (answer.http_status, answer.problem, answer.sent) == (status, None, True)
    assert len(server.paths) == len(set(server.paths)), "the two forms of a look-up are two calls"
    assert elsewhere.connections == 0
    assert judge_commit(answer).verdict is Verdict.UNKNOWN


def test_a_redirect_with_a_success_in_it_is_no_success() -> None:
    reply = raw(302, json.dumps(SUCCESS).encode(), headers={"Location": "/"})
    with ScriptedServer(reply) as server:
        assert judge_commit(ask(server, commit)).verdict is Verdict.UNKNOWN


@each("status", [204, 401, 418, 500, 502, 504, 599])
def test_an_odd_status_is_told_by_the_status(status: int) -> None:
    with ScriptedServer(raw(status, b"" if status == 204 else b"<html>")) as server:
        answer = ask(server, commit)
    assert (answer.http_status, answer.problem) == (status, None)
    assert judge_commit(answer).verdict is Verdict.UNKNOWN


@each("body", [b"", b"<html>", b"[]", b'"Success"', b"\x00\xff", b"{"])
@each("status", [200, 400, 404])
def test_a_body_that_is_no_object_is_a_broken_answer(status: int, body: bytes) -> None:
    with ScriptedServer(raw(status, body)) as server:
        answer = ask(server, commit)
    assert (answer.http_status, answer.problem) == (status, Problem.BROKEN_ANSWER)
    assert answer.body == {}
    assert judge_commit(answer).verdict is Verdict.UNKNOWN


@each("credit", ["NaN", "1e+24", "-Infinity", "1e99999999999999999999", "9" * 5000])
def test_a_success_with_an_odd_credit_is_a_success(credit: str) -> None:
    body = f'{{"credits_available":{credit},"status":true,"state":"Success","id":7}}'
    with ScriptedServer(raw(200, body.encode())) as server:
        judgement = judge_commit(ask(server, commit))
    assert (judgement.verdict, judgement.transaction_id) == (Verdict.PAID, "7")


WHOLE = json.dumps({**SUCCESS, "detail": {"message": "Done"}}).encode()
CUTS = {
    "its json does not close": raw(200, WHOLE[:-1]),
    "its json breaks off in a text": raw(200, WHOLE[:-6]),
    "it is shorter than announced": cut(raw(200, WHOLE), 3),
    "chunks without their end": Reply(
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
        + b"%x\r\n%b\r\n" % (len(WHOLE), WHOLE),
        Ending.CLOSE,
    ),
    "gzip cut short": raw(200, gzip.compress(WHOLE)[:-4], headers={"Content-Encoding": "gzip"}),
    "announced too short": raw(200, WHOLE, headers={"Content-Length": "40"}, ending=Ending.CLOSE),
}


@each("reply", CUTS.values(), ids=CUTS)
def test_an_answer_to_a_payment_that_was_cut_off_is_looked_up_at_once(reply: Reply) -> None:
    with ScriptedServer(reply) as server:
        judgement = judge_commit(ask(server, commit))
    assert (judgement.verdict, judgement.needs_lookup) == (Verdict.UNKNOWN, True)
    assert not judgement.acknowledged


@each(
    "reply",
    [
        cut(raw(200, b"<html><body>Sign in</body></html>"), 5),
        cut(raw(500, WHOLE), 5),
        raw(400, WHOLE[:-5]),
        Reply(b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n", Ending.CLOSE),
        raw(200, b"[" + WHOLE),
    ],
    ids=["a page", "HTTP 500", "HTTP 400", "nothing of it", "a list"],
)
def test_what_was_cut_off_and_is_no_answer_of_the_service_is_unanswered(reply: Reply) -> None:
    with ScriptedServer(reply) as server:
        judgement = judge_commit(ask(server, commit))
    assert (judgement.verdict, judgement.needs_lookup) == (Verdict.UNKNOWN, False)


@each("reply", CUTS.values(), ids=CUTS)
@each("name", [name for name in ACTS if name != "commit"])
def test_a_read_that_was_cut_off_says_nothing(name: str, reply: Reply) -> None:
    with ScriptedServer(reply) as server:
        answer = ask(server, ACTS[name])
    assert (answer.problem, answer.body) == (Problem.BROKEN_ANSWER, {})


@pytest.mark.parametrize("side", [b"**********", b"xx.xx", b"'quoted'", b"1 2"])
def test_a_broken_side_field_counts_in_the_answer_to_a_payment_alone(side: bytes) -> None:
    reply = raw(200, WHOLE[:-1] + b', "credits_available": ' + side + b"}")
    with ScriptedServer(reply) as server:
        assert judge_commit(ask(server, commit)).verdict is Verdict.PAID
        for name in ACTS.keys() - {"commit"}:
            assert ask(server, ACTS[name]).problem is Problem.BROKEN_ANSWER


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


@each(
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


@pytest.mark.parametrize("name", ["commit", "read"])
def test_a_dripping_answer_ends_at_the_deadline(name: str) -> None:
    slow = Reply(json_reply({**SUCCESS, "detail": "x" * 500}).data, gap=0.02)
    started = time.monotonic()
    with ScriptedServer(slow) as server:
        answer = ask(server, ACTS[name])
    assert time.monotonic() - started < 7  # all of it takes ten
    assert answer == ServiceResponse(problem=Problem.TIMED_OUT, sent=True)
    assert len(server.received) == 1


def test_a_dripping_body_ends_at_the_deadline() -> None:
    def slow(_: Received) -> Reply:
        return Reply(b"HTTP/1.1 200 OK\r\n\r\n{" + b" " * 500, gap=0.02)

    with ScriptedServer(slow) as server:
        assert ask(server, commit) == ServiceResponse(problem=Problem.TIMED_OUT, sent=True)


def test_silence_is_a_timeout_that_counts_as_sent(act: Act) -> None:
    with ScriptedServer(Reply(ending=Ending.HANG)) as server:
        answer = ask(server, act)
    assert answer == ServiceResponse(problem=Problem.TIMED_OUT, sent=True)
    assert len(server.received) == 1


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_one_long_wait_ends_at_the_deadline_too(scheme: str) -> None:
    patient = Timeouts(connect=9, read=9, commit_read=9, write=9, total=0.3, commit_total=0.3)
    url_of = "http", scheme  # https to a server that never shakes hands
    with (
        ScriptedServer(Reply(ending=Ending.HANG)) as server,
        at(server.url.replace(*url_of), timeouts=patient) as service,
    ):
        started = time.monotonic()
        answer = commit(service)
        assert time.monotonic() - started < 7
    assert answer == ServiceResponse(problem=Problem.TIMED_OUT, sent=scheme == "http")


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
        started = time.thread_time()
        answer = ask(server, commit)
        seconds = time.thread_time() - started
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert (answer.problem, answer.sent) == (Problem.TOO_LARGE, True)
    assert seconds < 2
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
        assert commit(service) == ServiceResponse(problem=Problem.TOO_LARGE)
        assert service.read(DETAILS, None) == ServiceResponse(problem=Problem.TOO_LARGE)


def test_headers_without_end_are_no_answer() -> None:
    reply = Reply(b"HTTP/1.1 200 OK\r\n" + b"X-A: b\r\n" * 40_000, Ending.CLOSE)
    with ScriptedServer(reply) as server:
        answer = ask(server, commit)
    assert (answer.problem, answer.sent) == (Problem.BROKEN_ANSWER, True)
