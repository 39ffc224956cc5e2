"""Exceptions that nobody expected: written down, bounded, without secrets."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING

import pytest

from desktop_app.diagnostics import crash
from desktop_app.redaction.tokens import Redactor
from desktop_app.system import message_box, native

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TOKEN = "LIVE:s3cr3t+t0ken/withSigns"


def guarded(run: Callable[[], object], *, quiet: bool = False) -> int:
    def ends() -> int:
        run()
        return 0

    return crash.install_handlers(ends, quiet=quiet)


def caught(text: str) -> None:
    """As Qt does with an exception in a slot."""
    try:
        raise ValueError(text)
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)


def written(folder: Path) -> str:
    return (folder / "logs" / "crash.log").read_text(encoding="utf-8")


def test_a_file_keeps_its_newest_lines(tmp_path: Path) -> None:
    path = tmp_path / "crash.log"
    for number in range(9000):
        crash.append(path, f"line {number} of very many lines in here\n")
    lines = path.read_text(encoding="utf-8").splitlines()
    assert path.stat().st_size <= crash.MAX_BYTES
    assert lines[-1] == "line 8999 of very many lines in here"
    assert all(line.startswith("line ") for line in lines)
    assert len(lines) > 1000


def test_one_text_alone_cannot_fill_the_file(tmp_path: Path) -> None:
    def run() -> None:
        crash.set_folder(tmp_path)
        caught("x" * 3 * crash.MAX_BYTES)

    guarded(run)
    assert len(written(tmp_path)) < crash.MAX_BYTES / 2
    assert "ValueError" in written(tmp_path)


def test_one_place_alone_cannot_fill_the_file(tmp_path: Path) -> None:
    def run() -> None:
        crash.set_folder(tmp_path)
        for number in range(100):
            caught(f"number {number}")

    guarded(run)
    assert "number 0" in written(tmp_path)
    assert "number 50" not in written(tmp_path)


def test_no_token_is_written_however_far_down(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail() -> None:
        try:
            raise ValueError(f"inner {TOKEN}")
        except ValueError as error:
            raise RuntimeError(f"outer {TOKEN!r}") from error

    def run() -> None:
        crash.set_folder(tmp_path)
        crash.set_redactor(Redactor([TOKEN]))
        thread = threading.Thread(target=fail, name="helper")
        thread.start()
        thread.join()
        fail()

    assert guarded(run) == 1
    for text in (written(tmp_path), capsys.readouterr().err):
        assert "inner" in text
        assert "outer" in text
        assert "helper" in written(tmp_path)
        assert "s3cr3t" not in text


def test_a_folder_that_cannot_be_written_is_in_no_ones_way(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wall = tmp_path / "file"
    wall.write_text("")

    def run() -> None:
        crash.set_folder(wall)
        caught("as it is")

    assert guarded(run) == 0
    assert "as it is" in capsys.readouterr().err


def test_the_hooks_are_given_back() -> None:
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    guarded(lambda: None)
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before


def test_without_a_person_whatever_was_caught_makes_the_exit_code() -> None:
    assert guarded(lambda: caught("in a slot"), quiet=True) == 1
    assert guarded(lambda: caught("in a slot")) == 0
    assert guarded(lambda: None, quiet=True) == 0


def test_an_interrupt_from_the_keyboard_is_no_crash() -> None:
    def run() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        guarded(run)


def test_without_a_console_a_box_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(native, "show_box", lambda text, title: told.append(text))
    monkeypatch.setattr(sys, "stderr", None)
    message_box.show("words")
    assert told == ["words"]
