"""The start of the frozen program in Wine, beside a frozen window with a label.

Both are looked at from outside: the time is from the start of Wine for the program until a pixel of
its window has the colour that it is painted in. ``dev.py package`` must have frozen the program.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from builder.bare import freeze_bare
from builder.machine import machine
from builder.places import BUILD, NAME
from builder.wine import Screen, Wine

from desktop_app.core.environment import Environment
from desktop_app.data_folder import ledger_path
from tests.bench import bare_window
from tests.bench.figure import Figure, times
from tests.bench.frame_buffer import FrameBuffer, frame_buffer
from tests.blank_ledger import put_blank_ledger

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable

    from tests.bench.scale import Scale

_PROGRAM = BUILD / "program/dist" / NAME / f"{NAME}.exe"
_SECONDS = 120.0
_REST_SECONDS = 5.0
_AT = (60, 640)
"""A pixel of the program's rail, below its places, and of the empty part of the bare window."""


def bench(scale: Scale) -> list[Figure]:
    """Start both in turns; the first start of each only shows how that pixel is painted."""
    if not _PROGRAM.is_file():
        sys.exit("There is no frozen program: type python3 dev.py package")
    with machine(again=True) as built_on:
        bare_program = freeze_bare(built_on, Path(bare_window.__file__), BUILD / "bare")
    shutil.rmtree(BUILD / "bench", ignore_errors=True)
    with tempfile.TemporaryDirectory() as frames, Screen(frames=Path(frames)) as screen:
        wine = Wine(BUILD / "bench", screen.display)
        try:
            wine.make()
            record = BUILD / "bench/record"
            record.mkdir()
            put_blank_ledger(ledger_path(record, Environment.PRACTICE))
            with frame_buffer(Path(frames)) as picture:
                desktop = _Desktop(wine, picture)
                ours = _Starts(desktop, _PROGRAM, "--practice", "--data-dir", wine.path(record))
                bare = _Starts(desktop, bare_program, "--stay")
                for _ in range(scale.starts):
                    ours.start()
                    bare.start()
        finally:
            wine.stop()
    name, least = "installed program's start in Wine", statistics.median(bare.times)
    return [Figure(name, "ms", statistics.median(ours.times), least, (times(2.0),))]


class _Desktop:
    """The screen of a Windows on which nothing is open."""

    def __init__(self, wine: Wine, picture: FrameBuffer) -> None:
        self.wine = wine
        self.picture = picture
        nothing = picture.color(*_AT)
        wine.start("explorer", "/desktop=shop,1366x768")
        self.until(lambda color: color != nothing)
        time.sleep(_REST_SECONDS)
        self.color = picture.color(*_AT)

    def until(self, is_there: Callable[[int], bool]) -> int:
        """Wait for a colour; the moment at which it was there, in nanoseconds."""
        end = time.monotonic() + _SECONDS
        while not is_there(self.picture.color(*_AT)):
            if time.monotonic() > end:
                sys.exit(f"The screen stays as it is: {self.picture.color(*_AT):06x}")
            time.sleep(0.001)
        return time.monotonic_ns()


class _Starts:
    """The starts of one program; ``times`` are in milliseconds."""

    def __init__(self, desktop: _Desktop, program: Path, *arguments: str) -> None:
        self.times: list[float] = []
        self._desktop = desktop
        self._program = program
        self._arguments = arguments
        process = desktop.wine.start(program, *arguments)
        desktop.until(lambda color: color != desktop.color)
        time.sleep(_REST_SECONDS)
        self._painted = desktop.picture.color(*_AT)
        self._end(process)

    def start(self) -> None:
        """Start it until it is painted, and end it."""
        began = time.monotonic_ns()
        process = self._desktop.wine.start(self._program, *self._arguments)
        painted = self._desktop.until(lambda color: color == self._painted)
        self.times.append((painted - began) / 1e6)
        time.sleep(_REST_SECONDS)
        self._end(process)

    def _end(self, process: subprocess.Popen[bytes]) -> None:
        process.kill()
        process.wait()
        self._desktop.until(lambda color: color == self._desktop.color)
