"""Breaks one payment rule after the other, in a copy, and shows which test finds it.

Usage: python3 dev.py mutants [words of names]

A rule is only as safe as the test that fails without it. Ends with 1 if a mutant survives.
"""

from __future__ import annotations

import compileall
import os
import queue
import re
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from tests.mutants.every import MUTANTS, ROOT, broken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tests.mutants.mutant import Mutant

_T = TypeVar("_T")
_R = TypeVar("_R")

_COPIED = ("desktop_app", "tests", "resources", "pyproject.toml")
_AT_ONCE = 2
_MAX_SECONDS = 120
_FAILED = 1
"""pytest's exit code for "tests were run, and some failed"; any other is no catch."""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one mutant. ``caught_by`` is empty where it survived."""

    mutant: Mutant
    caught_by: str
    seconds: float
    trouble: str = ""


def main(words: Sequence[str]) -> int:
    """Run the mutants whose name has all these words; the exit code."""
    chosen = [one for one in MUTANTS if all(word in one.name for word in words)]
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="bhuktani-mutants-") as folder:
        copies = [_copy(Path(folder) / str(number)) for number in range(_AT_ONCE)]
        if not _sound(copies, chosen):
            return 1
        results = _run_all(copies, chosen)
    survived = [result for result in results if not result.caught_by]
    _say(
        f"{len(results)} mutants, {len(survived)} survived, {time.monotonic() - started:.0f} s",
    )
    return 1 if survived or not results else 0


def _copy(folder: Path) -> Path:
    folder.mkdir()
    for name in _COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name)
        else:
            shutil.copy2(ROOT / name, folder / name)
    compileall.compile_dir(folder / "desktop_app", quiet=2)
    return folder


def _on_copies(
    copies: Sequence[Path], do: Callable[[Path, _T], _R], each: Sequence[_T]
) -> Iterator[_R]:
    """The results in order; no copy is used by two at once."""
    free: queue.SimpleQueue[Path] = queue.SimpleQueue()
    for copy in copies:
        free.put(copy)

    def on_one(item: _T) -> _R:
        copy = free.get()
        try:
            return do(copy, item)
        finally:
            free.put(copy)

    with ThreadPoolExecutor(len(copies)) as pool:
        yield from pool.map(on_one, each)


def _sound(copies: Sequence[Path], chosen: Sequence[Mutant]) -> bool:
    """The tests pass where nothing is broken: otherwise their failing would prove nothing."""
    all_tests = sorted({one.tests for one in chosen})
    passed = True
    for tests, (code, output) in zip(
        all_tests, _on_copies(copies, _pytest, all_tests), strict=True
    ):
        if code != 0:
            _say(f"{' '.join(tests)} does not pass even without a mutant:\n{output}")
            passed = False
    return passed


def _run_all(copies: Sequence[Path], chosen: Sequence[Mutant]) -> list[Result]:
    width = max((len(one.name) for one in chosen), default=0)
    results = []
    for result in _on_copies(copies, _try, chosen):
        one = result.mutant
        found = result.caught_by or f"SURVIVED {result.trouble}"
        _say(f"{one.name:{width}} | {one.rule:5} | {found} | {result.seconds:.1f} s")
        results.append(result)
    return results


def _try(copy: Path, mutant: Mutant) -> Result:
    started = time.monotonic()
    try:
        text = broken(mutant, copy)
    except ValueError as error:
        return Result(mutant, "", 0.0, f"({error})")
    file = copy / mutant.file
    sound = file.read_bytes()
    file.write_text(text, encoding="utf-8")
    # What is compiled is told apart by size and whole seconds: the break may differ in neither.
    for compiled in (file.parent / "__pycache__").glob(f"{file.stem}.*.pyc"):
        compiled.unlink()
    try:
        code, output = _pytest(copy, mutant.tests)
    finally:
        file.write_bytes(sound)
    failed = re.search(r"^FAILED (?:[^\s:]*/)?([^\s:/]+::[^\s\[]+)", output, re.MULTILINE)
    seconds = time.monotonic() - started
    if code == _FAILED and failed:
        return Result(mutant, failed[1], seconds)
    last = output.strip().splitlines()[-1:] if code else []
    return Result(mutant, "", seconds, f"(pytest ended with {code}: {last})" if code else "")


def _pytest(copy: Path, tests: Sequence[str]) -> tuple[int, str]:
    environment = {
        **os.environ,
        "PYTHONDONTWRITEBYTECODE": "1",
        "QT_QPA_PLATFORM": "offscreen",
        "COLUMNS": "300",
    }
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests]
    try:
        done = subprocess.run(
            command,
            cwd=copy,
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=_MAX_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return -1, f"not within {_MAX_SECONDS} s"
    return done.returncode, done.stdout + done.stderr


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
