"""One running program for each data folder, as processes that know nothing of each other."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app import app
from desktop_app.__main__ import main
from desktop_app.core.payments.payment import PaymentState
from desktop_app.installer.close_program import NO_END, close_running
from desktop_app.instance import claim as instance
from desktop_app.instance.claim import NoAnswer, bring_to_front, claim
from tests.blank_ledger import blank_ledger
from tests.e2e.test_program import start, wait_for
from tests.unit.test_ledger_kit import add_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop_app.ledger.sqlite.ledger import SqliteLedger

SHOWN = "brought to the front"


class Shop:
    """Starts programs, and ends those that are left."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.started: list[subprocess.Popen[str]] = []

    def start(self, folder: Path) -> subprocess.Popen[str]:
        """A program that has only just been started."""
        self.started.append(
            start("desktop_app", "--practice", "--data-dir", str(folder), home=self.home)
        )
        return self.started[-1]

    def open(self, folder: Path) -> subprocess.Popen[str]:
        """A program whose window is there."""
        process = self.start(folder)
        wait_for((folder / "practice.db").exists)
        assert process.poll() is None
        return process

    def end(self) -> None:
        for process in self.started:
            process.kill()
            process.communicate(timeout=30)


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shop]:
    # What is killed leaves its socket behind; a socket's path must be short.
    with tempfile.TemporaryDirectory(prefix="shop-") as sockets:
        monkeypatch.setenv("TMPDIR", sockets)
        monkeypatch.setattr(tempfile, "tempdir", sockets)
        opened = Shop(tmp_path)
        yield opened
        opened.end()


def shown(folder: Path) -> int:
    """How often the program of that folder was brought to the front."""
    return (folder / "logs" / "bhuktani.log").read_text(encoding="utf-8").count(SHOWN)


def ends_quietly(process: subprocess.Popen[str]) -> None:
    assert process.communicate(timeout=30) == ("", "")
    assert process.returncode == 0


def test_a_second_start_shows_the_first_of_its_folder_and_ends_or_names_one_that_does_not_answer(
    shop: Shop, tmp_path: Path
) -> None:
    folder, other = tmp_path / "shop", tmp_path / "other"
    ledger = blank_ledger(folder / "practice.db")
    old = add_in(ledger, PaymentState.SENDING, "old").number
    first, another = shop.start(folder), shop.open(other)
    # The first brings what an earlier run left to an end: only then is the ledger its own.
    wait_for(lambda: state(ledger, old) is PaymentState.WAITING)
    new = add_in(ledger, PaymentState.SENDING, "new").number
    ends_quietly(shop.start(folder))
    wait_for(lambda: shown(folder) == 1)
    assert state(ledger, new) is PaymentState.SENDING, (
        "the second leaves the first's payments alone"
    )
    ledger.close()
    (tmp_path / "here").symlink_to(folder, target_is_directory=True)
    ends_quietly(shop.start(tmp_path / "here"))
    wait_for(lambda: shown(folder) == 2)
    assert first.poll() is another.poll() is None
    assert shown(other) == 0
    assert not (tmp_path / "data").exists(), "each keeps its data where it is told"
    if sys.platform == "win32":
        return  # a process cannot be stopped there
    first.send_signal(signal.SIGSTOP)
    # Sent is not stopped: on a busy machine it may still answer for a moment.
    os.waitpid(first.pid, os.WUNTRACED)
    with pytest.raises(NoAnswer, match="running already"):
        claim(folder, patience=0.2)
    began = time.monotonic()
    assert close_running(folder, patience=1) == NO_END, "nor does whoever closes it wait for longer"
    assert time.monotonic() - began < 10


def state(ledger: SqliteLedger, number: int) -> PaymentState:
    payment = ledger.payment(number)
    assert payment is not None
    return payment.state


def test_a_start_waits_for_one_that_is_ending_and_one_that_was_killed_is_in_no_ones_way(
    shop: Shop, tmp_path: Path
) -> None:
    ending = claim(tmp_path)
    assert ending is not None
    first = shop.start(tmp_path)
    with pytest.raises(subprocess.TimeoutExpired):
        first.wait(timeout=2)
    assert not (tmp_path / "practice.db").exists(), "the ledger is opened with the folder claimed"
    ending.release()
    wait_for((tmp_path / "practice.db").exists)
    ends_quietly(shop.start(tmp_path))  # so that it listens: its socket is left behind too
    first.kill()
    first.communicate(timeout=30)
    second, third = shop.start(tmp_path), shop.start(tmp_path)
    wait_for(lambda: shown(tmp_path) == 2)
    wait_for(lambda: {second.poll(), third.poll()} == {None, 0})


def test_of_starts_at_the_same_instant_one_stays(shop: Shop, tmp_path: Path) -> None:
    started = [shop.start(tmp_path) for _ in range(3)]
    wait_for(lambda: [process.poll() for process in started].count(0) == 2)
    (stays,) = [process for process in started if process.returncode is None]
    wait_for(lambda: shown(tmp_path) == 2)
    assert stays.poll() is None


def test_a_start_that_cannot_show_the_other_says_so(
    qapp: QApplication,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    own = claim(tmp_path)
    assert own is not None
    monkeypatch.setattr(instance, "claim", partial(claim, patience=0.1))
    monkeypatch.setattr(app, "build", lambda **_: pytest.fail("the folder is taken"))
    assert main(["--practice", "--data-dir", str(tmp_path)]) == 1
    assert "running already" in capsys.readouterr().err
    own.release()


def test_a_folder_that_cannot_be_locked_stops_no_start(tmp_path: Path) -> None:
    (tmp_path / "program.lock").mkdir()
    for _ in range(2):
        own = claim(tmp_path)
        assert own is not None
        own.listen(lambda: None, lambda: True)
        own.release()


def test_a_folder_is_claimed_by_one_at_a_time(tmp_path: Path) -> None:
    for _ in range(2):
        own = claim(tmp_path)
        assert own is not None
        with pytest.raises(NoAnswer):
            claim(tmp_path, patience=0)
        own.release()


@pytest.mark.qt_log_ignore("This plugin does not support raise")
@pytest.mark.parametrize("large", [True, False])
def test_a_minimised_window_comes_back_as_large_as_it_was(qtbot: QtBot, large: bool) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    if large:
        window.showMaximized()
    window.setWindowState(window.windowState() | Qt.WindowState.WindowMinimized)
    bring_to_front(window)
    assert not window.isMinimized()
    assert window.isVisible()
    assert window.isMaximized() is large
