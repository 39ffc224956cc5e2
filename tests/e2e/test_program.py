"""The program as a process of its own, as a person starts it."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop_app import __version__
from tests.sampling import LONG

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[2]


def start(*arguments: str, home: Path) -> subprocess.Popen[str]:
    """A process with a home of its own, so that no setting of the user reaches it."""
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / "data"),
        "LOCALAPPDATA": str(home / "data"),
        "PYTHONWARNINGS": "error",
    }
    return subprocess.Popen(
        [sys.executable, "-m", *arguments],
        cwd=ROOT,
        env=environment,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def run(*arguments: str, home: Path) -> tuple[int, str, str]:
    """Exit code, standard output and error of a process that ends by itself."""
    with start(*arguments, home=home) as process:
        output, error = process.communicate(timeout=90)
    return process.returncode, output, error


def test_it_says_its_version(tmp_path: Path) -> None:
    assert run("desktop_app", "--version", home=tmp_path) == (0, f"Bhuktani {__version__}\n", "")


@pytest.mark.parametrize("language", ["en", "ne"] if LONG else ["ne"])
def test_the_smoke_test_pays_and_says_nothing_else(tmp_path: Path, language: str) -> None:
    code, output, error = run("desktop_app", "--smoke-test", "--lang", language, home=tmp_path)
    assert (code, error) == (0, "")
    assert re.fullmatch(r"smoke test: Bhuktani \S+ paid Rs\. 4,915\.00 in practice, .*\n", output)
    assert not (tmp_path / "data").exists(), "a smoke test leaves the user's data alone"


def test_an_unknown_option_is_refused(tmp_path: Path) -> None:
    code, _, error = run("desktop_app", "--nonsense", home=tmp_path)
    assert code == 2
    assert "--nonsense" in error


def test_the_practice_service_runs_alone(tmp_path: Path) -> None:
    with start("desktop_app.sandbox", "--port", "0", home=tmp_path) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        url = line.rpartition(" ")[2].strip()
        request = urllib.request.Request(
            f"{url}/api/balance", data=b'{"token": "wrong"}', method="GET"
        )
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(request, timeout=10)
        assert b"1002" in refused.value.read()
        refused.value.close()
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=30)
    assert process.returncode == 0


def wait_for(condition: Callable[[], bool], seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.05)
