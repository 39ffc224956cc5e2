"""Program and installer see each other by named mutexes, which only Windows has."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from desktop_app import app
from desktop_app.__main__ import main
from desktop_app.diagnostics.native_messages import BEING_UPDATED
from desktop_app.installer import running_marks
from desktop_app.installer.running_marks import (
    RUNNING,
    SENDING,
    SETUP,
    BeingUpdated,
    enter,
    sending,
)
from desktop_app.instance import lock as folder_lock
from desktop_app.system import native

if TYPE_CHECKING:
    from pathlib import Path

windows_only = pytest.mark.skipif(
    sys.platform != "win32", reason="named mutexes are Windows' own; elsewhere nothing is done"
)


def test_it_changes_nothing_for_who_sends() -> None:
    with sending(), sending():
        pass
    with pytest.raises(ZeroDivisionError), sending():
        raise ZeroDivisionError


def test_a_start_during_an_update_opens_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(native, "is_marked", lambda name: name == SETUP)
    monkeypatch.setattr(app, "build", lambda **_: pytest.fail("the program is being updated"))
    folder = tmp_path / "shop"
    assert main(["--practice", "--data-dir", str(folder)]) == 1
    assert capsys.readouterr().err.startswith(BEING_UPDATED.english)
    assert not folder.exists()


def test_running_is_taken_before_setup_is_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []

    def hold(name: str) -> None:
        done.append(f"hold {name}")

    def is_held(name: str) -> bool:
        done.append(f"see {name}")
        return False

    monkeypatch.setattr(native, "hold_mark", hold)
    monkeypatch.setattr(native, "is_marked", is_held)
    enter(tmp_path)
    own = f"{RUNNING}.{folder_lock.short_name(tmp_path)}"
    assert done == [f"hold {own}", f"hold {RUNNING}", f"see {SETUP}"]


@windows_only
def test_the_installer_sees_a_payment_being_sent_in_another_process() -> None:
    assert not native.is_marked(SENDING)
    with sending():
        assert sees(SENDING)
        with sending():
            pass
        assert sees(SENDING)
    assert not sees(SENDING)


@windows_only
def test_running_ends_with_the_process(tmp_path: Path) -> None:
    command = "from desktop_app.installer import running_marks; import pathlib, sys; "
    command += "running_marks.enter(pathlib.Path(sys.argv[1])); input()"
    process = subprocess.Popen(
        [sys.executable, "-c", command, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    with process:
        while not native.is_marked(RUNNING):
            assert process.poll() is None
        assert running_marks.is_running(tmp_path)
        assert not running_marks.is_running(tmp_path / "other")
        process.communicate(b"\n", timeout=30)
    assert not native.is_marked(RUNNING)
    assert not running_marks.is_running(tmp_path)


@windows_only
def test_a_start_during_setup_takes_running_back(tmp_path: Path) -> None:
    setup = native.hold_mark(SETUP)
    with pytest.raises(BeingUpdated):
        enter(tmp_path)
    assert not native.is_marked(RUNNING)
    assert not running_marks.is_running(tmp_path)
    native.release_mark(setup)


def sees(name: str) -> bool:
    """What another process sees."""
    command = f"from desktop_app.system import native; print(native.is_marked({name!r}))"
    output = subprocess.check_output([sys.executable, "-c", command], text=True)
    return output.strip() == "True"
