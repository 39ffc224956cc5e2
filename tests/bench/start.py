"""The start: from the process to the first paint, to a page that takes keys, to all that it shows.

Each start is a process of its own, in practice, on a record that was there before.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.core.environment import Environment
from desktop_app.data_folder import ledger_path
from tests.bench.figure import Figure, more, times
from tests.blank_ledger import put_blank_ledger

if TYPE_CHECKING:
    from tests.bench.scale import Scale

_ROOT = Path(__file__).resolve().parents[2]
_MIB = 1024


def bench(scale: Scale) -> list[Figure]:
    """Start the program and the bare window in turns."""
    ours: list[dict[str, float]] = []
    bare: list[dict[str, float]] = []
    with tempfile.TemporaryDirectory() as folder:
        put_blank_ledger(ledger_path(Path(folder), Environment.PRACTICE))
        for number in range(scale.starts + 1):
            one = _started("tests.bench.start_program", folder)
            other = _started("tests.bench.bare_window")
            if number:
                ours.append(one)
                bare.append(other)
    first = _median(bare, "painted")
    figures = [
        Figure("start: first paint", "ms", _median(ours, "painted"), first, (times(2.0),)),
        Figure("start: page that takes keys", "ms", _median(ours, "page"), first, (times(2.5),)),
        Figure("start: all figures there", "ms", _median(ours, "complete"), first, (times(3.0),)),
    ]
    if sys.platform == "linux":
        used, least = (_median(of, "resident_kib") / _MIB for of in (ours, bare))
        figures.append(Figure("memory after start", "MiB", used, least, (more(35),)))
    return figures


def _started(module: str, *arguments: str) -> dict[str, float]:
    """Run a process to its end; milliseconds since its start, and its memory in KiB."""
    command = [sys.executable, "-m", module, *arguments]
    began = time.monotonic_ns()
    output = subprocess.check_output(command, cwd=_ROOT, text=True, timeout=120)
    found = json.loads(output)
    return {
        name: value if name == "resident_kib" else (value - began) / 1e6
        for name, value in found.items()
    }


def _median(of: list[dict[str, float]], name: str) -> float:
    return statistics.median(one[name] for one in of)
