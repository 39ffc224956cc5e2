"""What nobody expected, in the program as a process of its own."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import pytest

from desktop_app.diagnostics.native_messages import NO_START
from tests.e2e.broken_program import PHONE, TOKEN
from tests.e2e.test_program import run
from tests.sampling import LONG

if TYPE_CHECKING:
    from pathlib import Path


def broken(way: str, folder: Path, *options: str) -> tuple[int, str, str]:
    if not options:
        options = ("--practice", "--data-dir", str(folder / "shop"))
    return run("tests.e2e.broken_program", way, *options, home=folder)


def written(folder: Path, name: str) -> str:
    return (folder / "shop" / "logs" / name).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("way", "why"),
    [("without-qt", "ModuleNotFoundError"), ("without-fonts", "AssetMissing")],
)
def test_a_start_that_does_not_work_says_so_in_both_languages(
    tmp_path: Path, way: str, why: str
) -> None:
    code, output, error = broken(way, tmp_path)
    assert (code, output) == (1, "")
    assert NO_START.english in error
    assert NO_START.nepali in error
    assert why in written(tmp_path, "crash.log")
    assert str(tmp_path / "shop" / "logs" / "crash.log") in error


def test_a_start_without_a_console_ends_too(tmp_path: Path) -> None:
    assert broken("without-console", tmp_path) == (1, "", "")
    assert "PySide6" in written(tmp_path, "crash.log")


@pytest.mark.parametrize("language", ["en", "ne"] if LONG else ["ne"])
def test_an_exception_in_a_slot_is_told_once_for_each_place(tmp_path: Path, language: str) -> None:
    options = ("--practice", "--data-dir", str(tmp_path / "shop"), "--lang", language)
    code, output, error = broken("slots", tmp_path, *options)
    assert code == 0
    seen = json.loads(output)
    assert [len(texts) for texts in seen["shown"]] == [0, 1, 0, 0, 1]
    word = {"en": "WAITING", "ne": "पर्खाइमा"}[language]
    assert word in seen["shown"][1][0]
    assert seen["enabled"] == [False, True]
    log = written(tmp_path, "bhuktani.log")
    crashes = written(tmp_path, "crash.log")
    for text in (log, crashes, error):
        assert "in a slot again" in text
        assert "in a thread" in text
        assert "nobody can catch" in text
        assert "IndexError" in text
        assert TOKEN not in text
        assert "s3cr3t" not in text
        assert PHONE not in text


def test_a_smoke_test_with_an_exception_does_not_pass(tmp_path: Path) -> None:
    code, output, error = broken("smoke", tmp_path, "--smoke-test")
    assert code == 1
    assert "paid Rs." in output
    assert "ValueError" in error
    assert not (tmp_path / "data").exists()


def test_a_smoke_test_that_cannot_start_does_not_pass(tmp_path: Path) -> None:
    code, output, error = broken("without-qt", tmp_path, "--smoke-test")
    assert (code, output) == (1, "")
    assert NO_START.english not in error, "nobody is there to read it"


@pytest.mark.skipif(sys.platform == "win32", reason="the exit code is another there")
def test_a_fault_in_c_code_leaves_where_it_was(tmp_path: Path) -> None:
    code, _, _ = broken("fault", tmp_path)
    assert code < 0
    assert "Fatal Python error" in written(tmp_path, "fault.log")
    assert "broken_program.py" in written(tmp_path, "fault.log")
