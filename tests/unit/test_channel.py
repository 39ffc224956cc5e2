"""Another start and the running program speak over a real socket, and none hangs the other."""

from __future__ import annotations

import os
import pickle
import socket
import sys
import tempfile
import threading
import time
from contextlib import suppress
from multiprocessing.connection import Client, Connection, Listener
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop_app.instance import ipc
from desktop_app.instance.ipc import CLOSE, NO, SHOW, SHOWN, Listening, address, ask

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

sockets_only = pytest.mark.skipif(sys.platform == "win32", reason="pipes carry whole messages")


class Hall:
    """Answers what it is asked, and notes it."""

    def __init__(self, at: str) -> None:
        self.asked: list[bytes] = []
        self.listening = Listening(at, self._answer)

    def _answer(self, request: bytes) -> bytes:
        self.asked.append(request)
        return SHOWN if request == SHOW else NO


@pytest.fixture
def at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setattr(ipc, "_ONE_WAIT_SECONDS", 0.4)
    with tempfile.TemporaryDirectory(prefix="hall-") as short:
        monkeypatch.setattr(tempfile, "tempdir", short)
        yield address(tmp_path)


@pytest.fixture
def hall(at: str) -> Iterator[Hall]:
    made = Hall(at)
    yield made
    made.listening.stop()


def call(at: str) -> Connection:
    """Connected, and told the process number, as every other start is."""
    connection = Client(at)
    assert connection.poll(10)
    assert connection.recv_bytes() == b"%d" % os.getpid()
    return connection


def seconds(action: Callable[[], object]) -> float:
    began = time.monotonic()
    action()
    return time.monotonic() - began


def test_the_process_is_told_before_it_is_asked(hall: Hall, at: str) -> None:
    met: list[tuple[int, list[bytes]]] = []
    assert ask(at, SHOW, lambda process: met.append((process, list(hall.asked)))) == SHOWN
    assert met == [(os.getpid(), [])]
    assert ask(at, CLOSE, lambda _: None) == NO
    assert hall.asked == [SHOW, CLOSE]


@pytest.mark.parametrize("end", [ValueError, SystemExit])
def test_an_answer_that_breaks_is_the_last_of_no_other(at: str, end: type[BaseException]) -> None:
    ends = [end]

    def answer(_: bytes) -> bytes:
        if ends:
            raise ends.pop()
        return SHOWN

    listening = Listening(at, answer)
    assert ask(at, SHOW, lambda _: None) == b""
    assert ask(at, SHOW, lambda _: None) == SHOWN
    listening.stop()


def test_where_nobody_listens_there_is_no_answer(at: str) -> None:
    assert ask(at, SHOW, lambda _: None) == b""


def test_all_spellings_of_a_folder_have_one_address(tmp_path: Path) -> None:
    shop = tmp_path / "shop"
    shop.mkdir()
    if sys.platform == "win32":  # where links need a right
        other = tmp_path / "SHOP"
    else:
        other = tmp_path / "here"
        other.symlink_to(shop, target_is_directory=True)
    assert address(shop / ".." / other.name) == address(shop)
    assert address(tmp_path) != address(shop)


def test_who_says_nothing_is_not_waited_for(hall: Hall, at: str) -> None:
    with call(at):
        assert seconds(lambda: ask_until_shown(at)) < 10
    assert hall.asked == [SHOW]


def ask_until_shown(at: str) -> None:
    while ask(at, SHOW, lambda _: None) != SHOWN:
        pass


def test_who_goes_at_once_is_in_no_ones_way(hall: Hall, at: str) -> None:
    for _ in range(20):
        Client(at).close()
    ask_until_shown(at)
    assert hall.asked == [SHOW]


def test_a_long_message_is_not_read(hall: Hall, at: str) -> None:
    for size in (33, 200, 100_000):
        with call(at) as connection, suppress(OSError):
            connection.send_bytes(b"x" * size)
    ask_until_shown(at)
    assert hall.asked == [SHOW]


def test_an_object_is_never_unpickled(hall: Hall, at: str) -> None:
    with call(at) as connection:
        connection.send(7)
        assert connection.recv_bytes() == NO
    assert hall.asked == [pickle.dumps(7)]


@sockets_only
@pytest.mark.parametrize("part", [b"\0", b"\0\0\0\4", b"\0\0\0\4sh", b"\xff\xff\xff\xff"])
def test_half_a_message_is_not_waited_for(hall: Hall, at: str, part: bytes) -> None:
    with socket.socket(socket.AF_UNIX) as half:
        half.connect(at)
        half.sendall(part)
        ask_until_shown(at)
    assert hall.asked == [SHOW]


@pytest.mark.parametrize("says", [b"", b"nonsense", b"1" * 40, b"12"])
def test_a_program_that_hangs_is_not_waited_for(at: str, says: bytes) -> None:
    """It may hang before its number, after it, and may be no program of ours at all."""
    Path(at).parent.mkdir(exist_ok=True)
    stopping = threading.Event()

    def hang() -> None:
        with listener.accept() as connection:
            if says:
                connection.send_bytes(says)
            stopping.wait(30)

    with Listener(at) as listener:
        thread = threading.Thread(target=hang)
        thread.start()
        assert seconds(lambda: ask(at, SHOW, lambda _: None)) < 10
        assert ask(at, SHOW, lambda _: None) == b""
        stopping.set()
        thread.join()


def test_it_stops_at_once_and_leaves_nothing(at: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ipc, "_ONE_WAIT_SECONDS", 3.0)
    for _ in range(3):
        hall = Hall(at)
        before = threading.active_count()
        assert ask(at, SHOW, lambda _: None) == SHOWN
        assert seconds(hall.listening.stop) < 1
        assert threading.active_count() == before - 1
        assert ask(at, SHOW, lambda _: None) == b""
    assert not Path(at).exists()


def test_it_stops_though_someone_hangs_on_it(at: str) -> None:
    hall = Hall(at)
    with call(at):
        assert seconds(hall.listening.stop) < 10
    assert ask(at, SHOW, lambda _: None) == b""


@sockets_only
def test_only_this_user_can_enter_and_what_a_crash_left_is_removed(at: str) -> None:
    folder = Path(at).parent
    folder.mkdir(mode=0o700)
    with socket.socket(socket.AF_UNIX) as left:
        left.bind(at)
    Hall(at).listening.stop()
    assert folder.stat().st_mode & 0o777 == 0o700
    folder.chmod(0o755)
    with pytest.raises(PermissionError):
        Hall(at)
    folder.rmdir()
    folder.symlink_to("/tmp", target_is_directory=True)
    with pytest.raises(PermissionError):
        Hall(at)
