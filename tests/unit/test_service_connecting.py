"""Hosts with several addresses, names that are found late, and connections that have ended."""

from __future__ import annotations

import socket
import sys
import threading
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from desktop_app.core.cancellation import cancellable
from desktop_app.core.errors import Problem
from desktop_app.core.payments.response import ServiceResponse
from desktop_app.core.payments.verdict import Verdict, judge_commit
from desktop_app.service import connecting, transport
from desktop_app.service.client import Timeouts
from desktop_app.service.connecting import Address, AddressBook, connect_first
from tests.servers import (
    BlackHole,
    Ending,
    Received,
    Reply,
    ScriptedServer,
    json_reply,
    wait_until,
)
from tests.service_calls import (
    ACTS,
    COMMIT,
    DETAILS,
    QUICK,
    REFERENCE,
    SUCCESS,
    Act,
    at,
    commit,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

READS = {name: act for name, act in ACTS.items() if name != "commit"}
HOST = "localhost"

linux_only = pytest.mark.skipif(
    sys.platform != "linux", reason="elsewhere a full queue refuses, and says so"
)


@pytest.fixture(params=list(ACTS))
def act(request: pytest.FixtureRequest) -> Act:
    return ACTS[request.param]


@pytest.fixture(params=list(READS))
def read(request: pytest.FixtureRequest) -> Act:
    return READS[request.param]


class Names:
    """What the resolver says about ``HOST``."""

    def __init__(self) -> None:
        self.addresses: list[str] = []
        self.asked = 0
        self._real = socket.getaddrinfo

    def __call__(self, host: str, port: int, *rest: int, **named: int) -> list[object]:
        names = self.addresses if host == HOST else [host]
        self.asked += host == HOST
        return [entry for name in names for entry in self._real(name, port, *rest, **named)]


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> Names:
    made = Names()
    monkeypatch.setattr(socket, "getaddrinfo", made)
    return made


@pytest.fixture
def server() -> Iterator[ScriptedServer]:
    with ScriptedServer(json_reply(SUCCESS)) as running:
        yield running


# --- several addresses ------------------------------------------------------------------------


@linux_only
@pytest.mark.parametrize("dead", [1, 3])
def test_dead_addresses_before_the_good_one_cost_no_call(
    names: Names, server: ScriptedServer, act: Act, dead: int
) -> None:
    numbers = [f"127.0.0.{2 + n}" for n in range(dead)]
    names.addresses = [*numbers, server.host]
    url, limits = f"http://{HOST}:{server.port}", Timeouts(total=6, commit_total=6)
    with ExitStack() as holes, at(url, timeouts=limits) as service:
        for number in numbers:
            holes.enter_context(BlackHole((number, server.port)))
        assert act(service).body == SUCCESS
    assert (server.connections, len(server.received)) == (1, 1)


@linux_only
def test_all_addresses_together_have_the_time_of_one(names: Names, act: Act) -> None:
    names.addresses = ["127.0.0.2", "127.0.0.3"]
    with (
        ScriptedServer(Reply()) as port,
        BlackHole(("127.0.0.2", port.port)),
        BlackHole(("127.0.0.3", port.port)),
        at(f"http://{HOST}:{port.port}", timeouts=Timeouts(connect=0.5)) as service,
    ):
        assert act(service) == ServiceResponse(problem=Problem.TIMED_OUT, sent=False)


@linux_only
def test_the_losers_of_the_race_are_closed(server: ScriptedServer) -> None:
    def sockets() -> int:
        return sum(link.is_socket() for link in Path("/proc/self/fd").iterdir())

    with BlackHole(("127.0.0.2", server.port)), BlackHole(("127.0.0.3", server.port)):
        before = sockets()
        found = [
            Address(socket.AF_INET, (number, server.port))
            for number in ("127.0.0.2", "127.0.0.3", server.host)
        ]
        won, address = connect_first(found, lambda: 5.0)
        with won:
            assert address is found[2]
            wait_until(lambda: server.connections == 1)
            # The winner, and its other end in the server of this test.
            assert sockets() == before + 2


def test_no_byte_of_a_payment_goes_to_a_second_address(
    names: Names, server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[object] = []

    def connect(*given: Any) -> tuple[socket.socket, Address]:
        made.append(given)
        return connect_first(*given)

    # Counted here: a server hears of a connection only when its turn comes.
    monkeypatch.setattr(transport, "connect_first", connect)
    with ScriptedServer(Reply(ending=Ending.RESET), at=("127.0.0.2", server.port)) as first:
        names.addresses = [first.host, server.host]
        with at(f"http://{HOST}:{server.port}") as service:
            answer = commit(service)
        assert answer == ServiceResponse(problem=Problem.NO_NETWORK, sent=True)
        assert (len(made), len(first.received), server.connections) == (1, 1, 0)


def test_what_worked_last_is_tried_first(names: Names, monkeypatch: pytest.MonkeyPatch) -> None:
    names.addresses = ["127.0.0.2", "::1", "127.0.0.3"]
    book = AddressBook()

    def order() -> list[str]:
        return [address.number for address in book.find(HOST, 80, lambda: 5.0)]

    assert order() == ["127.0.0.2", "::1", "127.0.0.3"]
    book.connected(HOST, Address(socket.AF_INET, ("127.0.0.3", 80)))
    assert order() == ["127.0.0.3", "127.0.0.2", "::1"]
    monkeypatch.setattr(connecting, "_REMEMBERED_SECONDS", -1.0)
    book.connected(HOST, Address(socket.AF_INET, ("127.0.0.3", 80)))
    assert order() == ["127.0.0.2", "::1", "127.0.0.3"]


def test_families_take_turns(names: Names) -> None:
    names.addresses = ["::1", "::2", "::3", "127.0.0.2"]
    found = AddressBook().find(HOST, 80, lambda: 5.0)
    assert [address.number for address in found] == ["::1", "127.0.0.2", "::2", "::3"]


@linux_only
def test_a_payment_knows_what_worked_for_a_read(
    names: Names, server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    names.addresses = ["127.0.0.2", server.host]
    tried: list[list[str]] = []
    race = connecting._Race.__init__

    def noted(self: connecting._Race, addresses: list[Address]) -> None:
        tried.append([address.number for address in addresses])
        race(self, addresses)

    monkeypatch.setattr(connecting._Race, "__init__", noted)
    with (
        BlackHole(("127.0.0.2", server.port)),
        at(f"http://{HOST}:{server.port}", timeouts=Timeouts()) as service,
    ):
        service.read(DETAILS, "a")
        assert commit(service).body == SUCCESS
    assert tried == [["127.0.0.2", server.host], [server.host, "127.0.0.2"]]


# --- names that are found late ----------------------------------------------------------------


def test_a_resolver_that_hangs_ends_with_the_call_and_holds_one_thread(
    act: Act, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, asked = threading.Event(), []

    def hang(host: str, port: int, **_: int) -> list[object]:
        asked.append(host)
        go_on.wait(10)
        raise socket.gaierror(socket.EAI_NONAME, "no such name")

    monkeypatch.setattr(socket, "getaddrinfo", hang)
    with at(f"https://{HOST}", timeouts=Timeouts(connect=0.2)) as service:
        assert act(service) == ServiceResponse(problem=Problem.TIMED_OUT, sent=False)
        assert act(service) == ServiceResponse(problem=Problem.TIMED_OUT, sent=False)
    go_on.set()
    assert asked == [HOST]


def test_a_resolver_that_ends_its_thread_holds_up_no_call(
    act: Act, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def leave(host: str, port: int, **_: int) -> list[object]:
        asked.append(host)
        raise SystemExit

    monkeypatch.setattr(socket, "getaddrinfo", leave)
    with at(f"https://{HOST}", timeouts=Timeouts(connect=20.0)) as service:
        for _ in range(2):
            assert act(service) == ServiceResponse(problem=Problem.NO_NETWORK, sent=False)
    assert asked == [HOST, HOST]


# --- connections that the other end has closed ------------------------------------------------


def closes_after(count: int, *, ending: Ending = Ending.CLOSE) -> Callable[[Received], Reply]:
    """Answer so many requests, then close on the next one, then answer again."""
    seen: list[Received] = []

    def reply(request: Received) -> Reply:
        seen.append(request)
        return Reply(ending=ending) if len(seen) == count + 1 else json_reply(SUCCESS)

    return reply


@pytest.mark.parametrize("ending", [Ending.CLOSE, Ending.RESET])
def test_a_read_on_a_kept_connection_that_ended_is_made_once_more(
    read: Act, ending: Ending
) -> None:
    with ScriptedServer(closes_after(1, ending=ending)) as server, at(server.url) as service:
        service.read(DETAILS, "a")
        assert read(service).body == SUCCESS
    assert (server.connections, len(server.received)) == (2, 3)


def test_it_is_made_once_more_only_once(read: Act) -> None:
    replies = [json_reply(SUCCESS), Reply(ending=Ending.CLOSE)]
    with ScriptedServer(replies) as server, at(server.url) as service:
        service.read(DETAILS, "a")
        assert read(service) == ServiceResponse(problem=Problem.NO_NETWORK, sent=True)
    assert (server.connections, len(server.received)) == (2, 3)


@pytest.mark.parametrize(
    ("reply", "problem"),
    [
        (Reply(ending=Ending.HANG), Problem.TIMED_OUT),
        (Reply(b"HTTP/1.1 200 X\r\nContent-Le", Ending.CLOSE), Problem.BROKEN_ANSWER),
    ],
    ids=["silence", "part of an answer"],
)
def test_only_an_end_without_a_word_is_made_once_more(
    read: Act, reply: Reply, problem: Problem
) -> None:
    with ScriptedServer([json_reply(SUCCESS), reply]) as server, at(server.url) as service:
        service.read(DETAILS, "a")
        assert read(service).problem is problem
    # A look-up has two forms: each is asked in once.
    assert len(server.paths[1:]) == len(set(server.paths[1:]))


@pytest.mark.parametrize("ending", [Ending.CLOSE, Ending.RESET])
def test_a_payment_is_never_made_once_more(ending: Ending) -> None:
    with ScriptedServer(closes_after(1, ending=ending)) as server, at(server.url) as service:
        service.read(DETAILS, "a")
        assert commit(service) == ServiceResponse(problem=Problem.NO_NETWORK, sent=True)
    assert [request.path for request in server.received].count(COMMIT.path) == 1


# --- reads that nobody waits for any more -----------------------------------------------------


def test_a_read_that_is_given_up_closes_its_connection(read: Act) -> None:
    cancelled, ended = threading.Event(), threading.Event()
    answers: list[ServiceResponse] = []
    with (
        ScriptedServer(Reply(ending=Ending.HANG)) as server,
        at(server.url, timeouts=Timeouts()) as service,
    ):

        def ask() -> None:
            with cancellable(cancelled):
                answers.append(read(service))
            ended.set()

        threading.Thread(target=ask, daemon=True).start()
        wait_until(lambda: len(server.received) == 1)
        cancelled.set()
        assert ended.wait(5)
        wait_until(lambda: not server._open)
    assert answers == [ServiceResponse(problem=Problem.NO_NETWORK, sent=True)]


@linux_only
def test_a_read_that_is_given_up_stops_connecting(names: Names, read: Act) -> None:
    names.addresses = ["127.0.0.2"]
    cancelled, ended = threading.Event(), threading.Event()
    with (
        ScriptedServer(Reply()) as port,
        BlackHole(("127.0.0.2", port.port)),
        at(f"http://{HOST}:{port.port}", timeouts=Timeouts()) as service,
    ):

        def ask() -> None:
            with cancellable(cancelled):
                read(service)
            ended.set()

        threading.Thread(target=ask, daemon=True).start()
        cancelled.set()
        assert ended.wait(5)


def test_a_payment_is_never_given_up(server: ScriptedServer) -> None:
    cancelled = threading.Event()
    cancelled.set()
    with at(server.url, timeouts=QUICK) as service, cancellable(cancelled):
        assert judge_commit(service.commit(COMMIT, REFERENCE)).verdict is Verdict.PAID
    assert len(server.received) == 1
