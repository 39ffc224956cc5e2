"""A shop's computer: a new Windows with one installer after the other."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from builder.places import NAME
from builder.tools import BuildFailed, call
from builder.verify.eyes import Eyes
from builder.wine import Wine

_SECONDS = 120.0
_KEY = rf"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\{NAME}"


class Shop:
    """One Windows, and what is done with it."""

    def __init__(self, wine: Wine, pictures: Path) -> None:
        self.wine = wine
        self.eyes = Eyes(wine.env, pictures)
        local = next((wine.prefix / "drive_c/users").glob("*/AppData/Local"))
        roaming = local.parent / "Roaming"
        self.folder = local / "Programs" / NAME
        self.data = local / NAME
        self.menu_link = roaming / f"Microsoft/Windows/Start Menu/Programs/{NAME}.lnk"
        # Wine's desktop is the user's home where that has no folder "Desktop".
        self.desktop_link = wine.home / f"{NAME}.lnk"
        self.eyes.after(lambda: wine.start("explorer", "/desktop=shop,1366x768"), "the desktop")

    @property
    def program(self) -> Path:
        """The installed program."""
        return self.folder / f"{NAME}.exe"

    @property
    def is_registered(self) -> bool:
        """Whether Apps & features has an entry."""
        return self._reg("query", _KEY) is not None

    def registered(self, value: str) -> str:
        """A value of the entry in Apps & features; "" if it is not there."""
        lines = (self._reg("query", _KEY, "/v", value) or "").split(value)
        return lines[-1].strip().split(maxsplit=1)[-1].strip() if len(lines) > 1 else ""

    def run(self, program: Path, *arguments: str) -> int:
        """Run a program to its end; its exit code."""
        process = self.wine.start(program, *arguments)
        try:
            process.communicate(timeout=_SECONDS)
        except subprocess.TimeoutExpired:
            self.eyes.picture("stuck")
            process.kill()
            raise BuildFailed(f"{program.name} {' '.join(arguments)} does not end") from None
        return process.returncode

    def open_from_menu(self) -> None:
        """Start the program as a person does, and wait until its window is there."""
        self.eyes.after(lambda: self.wine.start("start", "/unix", self.menu_link), "the window")

    def close_program(self) -> None:
        """Close the program's window, and wait until it has ended."""
        see(self.run(self.program, "--close") == 0, "the program closes when it is asked to")

    def uninstall(self, *arguments: str) -> int:
        """Run the uninstaller where it is: otherwise a copy of it goes on by itself."""
        uninstaller = self.folder / "uninstall.exe"
        # Windows starts a copy, so that the original can be removed; here that is done by us.
        copy = self.wine.prefix / "drive_c/windows/temp/uninstall-copy.exe"
        shutil.copyfile(uninstaller, copy)
        place = r"C:" + str(self.folder).split("drive_c", 1)[1].replace("/", "\\")
        try:
            return self.run(copy, *arguments, f"_?={place}")
        finally:
            copy.unlink()

    def wait(self, condition: Callable[[], bool], what: str, seconds: float = _SECONDS) -> None:
        """Wait until something is true."""
        end = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > end:
                self.eyes.picture("stuck")
                raise BuildFailed(f"not within {seconds:.0f} s: {what}")
            time.sleep(0.2)

    def payments(self, ledger: str) -> list[tuple[object, ...]]:
        """What a ledger has in its payments, all columns, in order."""
        path = self.data / ledger
        if not path.exists():
            return []
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
            (verdict,) = database.execute("PRAGMA integrity_check").fetchone()
            see(verdict == "ok", f"{ledger} is sound")
            return database.execute("SELECT * FROM payments ORDER BY rowid").fetchall()

    def _reg(self, *arguments: str) -> str | None:
        try:
            return call(["wine64", "reg", *arguments], self.wine.env)
        except BuildFailed:
            return None


def see(condition: bool, what: str) -> None:
    """A claim that must hold.

    Raises:
        BuildFailed: it does not.
    """
    if not condition:
        raise BuildFailed(f"not true: {what}")
