"""The token is in no log, text or exception of the client."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import httpx
import pytest

from desktop_app.core.environment import Connection, Environment
from desktop_app.core.errors import Problem
from desktop_app.core.payments.response import ServiceResponse
from desktop_app.service.client import HttpService
from tests.certificates import self_signed
from tests.servers import (
    Ending,
    Reply,
    ScriptedServer,
    json_reply,
    raw,
)
from tests.service_calls import (
    ACTS,
    SUCCESS,
    TOKEN,
    Act,
    ask,
    at,
)

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(params=list(ACTS))
def act(request: pytest.FixtureRequest) -> Act:
    return ACTS[request.param]


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
    # Then a look-up is made in its other form as well, with the token in its path.
    gone = raw(404, b"<h1>Not Found</h1>")
    broken = Reply(ending=Ending.RESET), Reply(b"?", Ending.CLOSE)
    for reply in (json_reply(SUCCESS), gone, *broken):
        with ScriptedServer(reply) as server:
            ask(server, act)
    with ScriptedServer(Reply(), tls=tls) as server:
        ask(server, act)
    assert caplog.records
    assert_without_token(repr([vars(record) for record in caplog.records]))
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
    assert answer == ServiceResponse(problem=Problem.UNEXPECTED, sent=True)
    assert "ValueError" in caplog.text
    assert "[token]" in caplog.text
    assert_without_token(caplog.text)


def test_the_token_is_not_shown() -> None:
    with at("http://127.0.0.1") as service:
        assert repr(service) == "HttpService(test, id)"
        assert_without_token(f"{service} {service!r}")
