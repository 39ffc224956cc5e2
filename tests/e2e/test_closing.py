"""``--close`` ends the running program as its close button would, as the installer needs it."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from typing import TYPE_CHECKING

import pytest

from desktop_app.installer import running_marks
from desktop_app.installer.close_program import ENDED, NO_END, close_running
from desktop_app.instance import lock as folder_lock
from desktop_app.instance.claim import claim
from tests.e2e.test_program import run, start, wait_for
from tests.gui.hanging_kit import HangingService
from tests.sampling import LONG
from tests.servers import Ending, ScriptedServer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HEAVY = ["PySide6", "shiboken6", "sqlalchemy", "alembic", "httpx", "keyring", "desktop_app.app"]


@pytest.fixture(autouse=True)
def short_sockets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with tempfile.TemporaryDirectory(prefix="close-") as sockets:
        monkeypatch.setenv("TMPDIR", sockets)
        monkeypatch.setattr(tempfile, "tempdir", sockets)
        yield


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "shop"


@pytest.fixture
def started(tmp_path: Path) -> Iterator[list[subprocess.Popen[str]]]:
    """Programs that are ended after the test, whatever became of it."""
    programs: list[subprocess.Popen[str]] = []
    yield programs
    for program in programs:
        program.kill()
        program.communicate(timeout=30)


def close(folder: Path, home: Path) -> int:
    code, output, error = run("desktop_app", "--close", "--data-dir", str(folder), home=home)
    assert (output, error) == ("", "")
    return code


def reads(program: subprocess.Popen[str]) -> str:
    assert program.stdout is not None
    return program.stdout.readline()


def ended_well(program: subprocess.Popen[str]) -> None:
    assert program.communicate(timeout=30) == ("", "")
    assert program.returncode == 0


def test_where_none_runs_there_is_nothing_to_close(tmp_path: Path, folder: Path) -> None:
    assert close(folder, tmp_path) == 0
    assert not folder.exists()
    folder.mkdir()
    assert close(folder, tmp_path) == 0
    assert list(folder.iterdir()) == []
    own = claim(folder)
    assert own is not None
    own.release()
    assert close(folder, tmp_path) == 0


def test_a_running_program_ends(
    tmp_path: Path, folder: Path, started: list[subprocess.Popen[str]]
) -> None:
    for _ in range(2 if LONG else 1):
        started.append(start("desktop_app", "--practice", "--data-dir", str(folder), home=tmp_path))
        wait_for(lambda: folder_lock.is_taken(folder))  # its window is not there yet
        assert close(folder, tmp_path) == 0
        ended_well(started[-1])


def test_one_that_is_still_loading_is_waited_for_and_ends(
    tmp_path: Path, folder: Path, started: list[subprocess.Popen[str]]
) -> None:
    go_on = tmp_path / "go-on"
    slow = ("tests.e2e.slow_program", str(go_on), "--practice", "--data-dir", str(folder))
    started.append(start(*slow, home=tmp_path))
    assert reads(started[0]) == "loading\n"
    started.append(start("desktop_app", "--close", "--data-dir", str(folder), home=tmp_path))
    with pytest.raises(subprocess.TimeoutExpired):
        started[1].wait(timeout=2)
    go_on.touch()
    ended_well(started[1])
    ended_well(started[0])


def test_one_that_has_only_said_that_it_runs_is_waited_for(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[Path] = []

    def is_running(at: Path) -> bool:
        looks.append(at)
        return len(looks) < 3

    monkeypatch.setattr(running_marks, "is_running", is_running)
    assert close_running(folder) == ENDED
    assert looks == [folder] * 3
    monkeypatch.setattr(running_marks, "is_running", lambda _folder: True)
    assert close_running(folder, patience=0.1) == NO_END


def test_it_ends_though_a_dialog_is_open(
    tmp_path: Path, folder: Path, started: list[subprocess.Popen[str]]
) -> None:
    started.append(start("tests.e2e.busy_program", "dialog", str(folder), home=tmp_path))
    assert reads(started[0]) == "open\n"
    assert close(folder, tmp_path) == 0
    ended_well(started[0])


def test_it_stays_while_a_payment_is_being_sent(
    tmp_path: Path, folder: Path, started: list[subprocess.Popen[str]]
) -> None:
    started.append(start("tests.e2e.busy_program", "paying", str(folder), home=tmp_path))
    assert reads(started[0]) == "sending\n"
    assert close(folder, tmp_path) == 3
    assert started[0].poll() is None
    folder.with_name("answered").touch()
    assert "paid Rs." in reads(started[0]), "the payment goes on"
    assert close(tmp_path / "other", tmp_path) == 0
    assert started[0].poll() is None, "it is not of the folder that was named"
    assert close(folder, tmp_path) == 0
    ended_well(started[0])


READS = (
    ("details", "/details/"),
    ("balance", "/balance"),
    ("check", "/status/"),
    ("refused", "/status/"),
)


@pytest.mark.parametrize(("way", "path"), READS if LONG else READS[-1:])
def test_it_ends_while_a_read_is_never_answered(
    tmp_path: Path, folder: Path, started: list[subprocess.Popen[str]], way: str, path: str
) -> None:
    service = HangingService()
    service.hangs = (path,)
    with ScriptedServer(service) as line:
        program = ("tests.e2e.hanging_program", way, str(folder), line.url)
        started.append(start(*program, home=tmp_path))
        assert reads(started[0]) == "waits\n"
        wait_for(lambda: len(service.hung) == 1)
        assert close(folder, tmp_path) == 0
        ended_well(started[0])
        assert len(service.hung) == 1, "it was never answered, and never made again"


def test_it_ends_while_a_connection_is_never_made(
    tmp_path: Path, folder: Path, started: list[subprocess.Popen[str]]
) -> None:
    with ScriptedServer([], greeting=Ending.HANG) as line:
        program = ("tests.e2e.hanging_program", "balance", str(folder), f"https{line.url[4:]}")
        started.append(start(*program, home=tmp_path))
        assert reads(started[0]) == "waits\n"
        wait_for(lambda: line.connections == 1)
        assert close(folder, tmp_path) == 0
        ended_well(started[0])


def test_one_that_does_not_end_is_not_waited_for_longer(folder: Path) -> None:
    own = claim(folder)
    assert own is not None
    assert close_running(folder, patience=0.2) == NO_END
    own.release()


def test_nothing_heavy_is_loaded_to_close(tmp_path: Path, folder: Path) -> None:
    own = claim(folder)
    assert own is not None
    command = (
        "import sys; from desktop_app.installer import close_program; "
        "from desktop_app.__main__ import main; "
        "close_program.close_running.__defaults__ = (0.1,); "
        f"assert main(['--close', '--data-dir', sys.argv[1]]) == 4; "
        f"print([name for name in {HEAVY} if name in sys.modules])"
    )
    program = [sys.executable, "-c", command, str(folder)]
    done = subprocess.run(program, capture_output=True, text=True, check=False, timeout=60)
    assert (done.stdout, done.stderr) == ("[]\n", "")
    own.release()
