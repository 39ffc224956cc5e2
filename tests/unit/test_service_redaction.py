"""No token in anything that is written."""

from __future__ import annotations

import io
import json
import logging
import logging.config
import re
import threading
import time
from typing import TYPE_CHECKING
from urllib.parse import quote

import httpcore
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.redaction.tokens import (
    REDACTED,
    RedactingFilter,
    RedactingFormatter,
    Redactor,
    protect,
    redact,
    silence_http_logs,
)
from tests.servers import ScriptedServer, json_reply
from tests.tables import each

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TOKEN = "TEST:AbCdEfGhIjKlMnOpQrSt"
ODD = "a\"b\\c/d é\n'भ%+😀"


ESCAPES: dict[str, Callable[[str], str]] = {
    "plain": str,
    "all percent": lambda token: quote(token, safe=""),
    "percent": quote,
    "lower percent": lambda token: re.sub(
        "%..", lambda found: found[0].lower(), quote(token, safe="")
    ),
    "percent twice": lambda token: quote(quote(token, safe=""), safe=""),
    "json": json.dumps,
    "json in utf-8": lambda token: json.dumps(token, ensure_ascii=False),
    "json in json": lambda token: json.dumps(json.dumps({"token": token})),
    "repr": repr,
    "repr of bytes": lambda token: repr(token.encode()),
    "ascii": ascii,
}


@each("token", [TOKEN, ODD])
@each("way", list(ESCAPES))
def test_a_token_is_found_in_every_writing(token: str, way: str) -> None:
    written = ESCAPES[way](token)
    # What is left are the marks around the token, as around any other text.
    marks = ESCAPES[way]("x").split("x")
    assert redact(f"before {written} after", [token]) == f"before {REDACTED.join(marks)} after"


@given(st.text(min_size=4), st.text(), st.text())
def test_no_text_keeps_a_token(token: str, before: str, after: str) -> None:
    assert token not in redact(before + token + after, [token]).replace(REDACTED, "")


@pytest.mark.parametrize("filling", ["\\", "%25", "TEST:", "%"])
def test_no_text_takes_long(filling: str) -> None:
    started = time.thread_time()
    assert redact(filling * 50_000, [TOKEN, ODD]) == filling * 50_000
    assert time.thread_time() - started < 2


def test_other_text_is_left_alone() -> None:
    text = "POST /api/servicegroup/commit/worldlink-v2/ TEST:abc %41 \\u0041"
    assert redact(text, [TOKEN]) == text


def test_a_token_that_begins_another_does_not_leave_its_rest() -> None:
    assert redact("secret secretlong", ["secret", "secretlong"]) == f"{REDACTED} {REDACTED}"


@pytest.mark.parametrize("tokens", [[], [""], ["abc"]])
def test_no_token_and_too_short_ones_change_nothing(tokens: list[str]) -> None:
    assert redact("abc abcdef", tokens) == "abc abcdef"


def test_the_redactor_learns_from_several_threads_and_shows_nothing() -> None:
    redactor = Redactor()
    tokens = [f"token-number-{n:03}" for n in range(10)]
    threads = [threading.Thread(target=redactor.add, args=(token,)) for token in tokens]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert redactor.redact(" ".join(tokens)) == " ".join([REDACTED] * 10)
    assert repr(redactor) == "Redactor(10 tokens)"


# --- log records ------------------------------------------------------------------------------


class Paper:
    """A logger with one protected handler, and what it wrote."""

    def __init__(self) -> None:
        self.redactor = Redactor([TOKEN])
        self._stream = io.StringIO()
        self.handler = logging.StreamHandler(self._stream)
        self.handler.setFormatter(logging.Formatter("%(levelname)s %(message)s"))
        protect(self.handler, self.redactor)
        self.log = logging.getLogger("paper")
        self.log.handlers.clear()
        self.log.propagate = False
        self.log.setLevel(logging.DEBUG)
        self.log.addHandler(self.handler)

    @property
    def text(self) -> str:
        return self._stream.getvalue()


class Holder:
    """An object that shows its token when it is logged."""

    def __repr__(self) -> str:
        return f"Holder({TOKEN})"


@pytest.fixture
def paper() -> Paper:
    return Paper()


def test_message_and_arguments_are_redacted(paper: Paper) -> None:
    paper.log.info("GET %s %r %d", quote(TOKEN, safe=""), Holder(), 7)
    paper.log.info(TOKEN)
    paper.log.info({"token": TOKEN})
    assert paper.text.splitlines() == [
        f"INFO GET {REDACTED} Holder({REDACTED}) 7",
        f"INFO {REDACTED}",
        f"INFO {{'token': '{REDACTED}'}}",
    ]


def test_exception_and_stack_are_redacted(paper: Paper) -> None:
    try:
        try:
            raise ValueError(TOKEN)
        except ValueError as error:
            raise RuntimeError(quote(TOKEN, safe="")) from error
    except RuntimeError:
        paper.log.exception("failed", stack_info=True)
    assert TOKEN not in paper.text
    assert f"ValueError: {REDACTED}" in paper.text
    assert f"RuntimeError: {REDACTED}" in paper.text
    assert "Stack (most recent call last)" in paper.text


@pytest.mark.parametrize("arguments", [(TOKEN, TOKEN), ({"token": TOKEN},)])
def test_arguments_that_do_not_fit_are_left_out(paper: Paper, arguments: tuple[object]) -> None:
    paper.log.info("one %d", *arguments)
    assert "one %d" in paper.text
    assert TOKEN not in paper.text


def test_a_handler_further_on_sees_a_clean_record() -> None:
    redactor = Redactor([TOKEN])
    error = ValueError(TOKEN)
    fault = (ValueError, error, None)
    record = logging.LogRecord("a", logging.INFO, "p", 1, "%s", (TOKEN,), fault)
    record.url = TOKEN
    assert RedactingFilter(redactor).filter(record)
    assert TOKEN not in repr(vars(record))
    assert record.exc_text == f"ValueError: {REDACTED}"


def test_the_formatter_alone_redacts_too() -> None:
    record = logging.LogRecord("a", logging.INFO, "p", 1, "x %s", (TOKEN,), None)
    assert RedactingFormatter(Redactor([TOKEN])).format(record) == f"x {REDACTED}"


# --- the loggers of httpx and httpcore --------------------------------------------------------

NAMES = ("httpx", "httpcore", "httpcore.connection", "httpcore.http11")


@pytest.fixture
def _fresh_loggers() -> Iterator[None]:
    before = {name: vars(logging.getLogger(name)).copy() for name in NAMES}
    yield
    for name, state in before.items():
        vars(logging.getLogger(name)).update(state)


def speak() -> None:
    for name in NAMES:
        logging.getLogger(name).critical("said by %s", name)
    with ScriptedServer(json_reply({})) as server, httpcore.ConnectionPool() as pool:
        pool.request("GET", f"{server.url}/{TOKEN}")


@pytest.mark.usefixtures("_fresh_loggers")
def test_http_logs_are_silent_though_the_root_is_at_debug(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    silence_http_logs()
    speak()
    assert caplog.text == ""


@pytest.mark.usefixtures("_fresh_loggers")
def test_http_logs_stay_silent_after_another_configuration(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    silence_http_logs()
    loggers = {name: {"level": "DEBUG", "propagate": True} for name in NAMES}
    logging.config.dictConfig(
        {"version": 1, "disable_existing_loggers": False, "incremental": True, "loggers": loggers}
    )
    for name in NAMES:
        logging.getLogger(name).disabled = False
    speak()
    assert caplog.text == ""
