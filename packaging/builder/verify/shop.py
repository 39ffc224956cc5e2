"""A shop's computer: a Windows that never saw Bhuktani, and the person in front of it."""

from __future__ import annotations

import fcntl
import hashlib
import re
import sqlite3
import subprocess
import time
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from builder.places import NAME
from builder.tools import BuildFailed
from builder.verify.eyes import Eyes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from builder.wine import Wine

_SECONDS = 120.0
_TAKES_KEY_SECONDS = 5.0
_UNINSTALL = rf"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\{NAME}"
_WINE = r"HKCU\Software\Wine"
_WINDOWS = r"HKLM\Software\Microsoft\Windows NT\CurrentVersion"
_PAUSE = 0.7
"""A page that has just appeared ignores Enter for a moment, so that nobody confirms unread."""


class Shop:
    """Drives a Windows: installs, starts and inspects the program."""

    def __init__(self, wine: Wine, pictures: Path) -> None:
        self.wine = wine
        self.eyes = Eyes(wine.env, pictures, lambda: wine.is_busy)
        local = next((wine.prefix / "drive_c/users").glob("*/AppData/Local"))
        self.folder = local / "Programs" / NAME
        self.program = self.folder / f"{NAME}.exe"
        self.data = local / NAME
        menu = local.parent / "Roaming/Microsoft/Windows/Start Menu/Programs"
        self.menu_link = menu / f"{NAME}.lnk"
        # Wine's desktop is the user's home where that has no folder "Desktop".
        self.desktop_link = wine.home / f"{NAME}.lnk"
        self.eyes.after(lambda: wine.start("explorer", "/desktop=shop,1366x768"), "the desktop")

    # --- programs -------------------------------------------------------------------------

    def run(self, program: Path, *arguments: str) -> int:
        """Run a program to its end; its exit code."""
        return self.ends(self.wine.start(program, *arguments), program.name)

    def open(self, program: Path, *arguments: str) -> subprocess.Popen[bytes]:
        """Start a program, and wait until its window is there."""
        return self.eyes.after(lambda: self.wine.start(program, *arguments), program.name)

    def windows_path(self, path: Path) -> str:
        """A path on drive C: as Windows calls it."""
        return "C:" + str(path).split("drive_c", 1)[1].replace("/", "\\")

    def ends(self, process: subprocess.Popen[bytes], name: str) -> int:
        """Wait for a program's end; its exit code."""
        try:
            # Not until the end of its output: what it started may still be open.
            process.wait(_SECONDS)
        except subprocess.TimeoutExpired:
            self.eyes.picture("stuck")
            process.kill()
            raise BuildFailed(f"{name} does not end") from None
        return process.returncode

    def leave(self, process: subprocess.Popen[bytes], name: str, key: str) -> int:
        """Press a key until the program has ended; its exit code.

        For one before a screen that moves by itself, which does not tell whether the key was taken.
        """
        end = time.monotonic() + _SECONDS
        while time.monotonic() < end:
            time.sleep(_PAUSE)
            self.eyes.press(key)
            with suppress(subprocess.TimeoutExpired):
                return process.wait(_TAKES_KEY_SECONDS)
        return self.ends(process, name)

    def uninstaller(self, *arguments: str) -> subprocess.Popen[bytes]:
        """Start the uninstaller so that its end can be waited for.

        Started plainly, it goes on as a copy of itself; ``_?=`` says that this is the copy.
        """
        copy = self.wine.prefix / "drive_c/windows/temp/uninstaller.exe"
        copy.parent.mkdir(exist_ok=True)
        copy.write_bytes((self.folder / "uninstall.exe").read_bytes())
        return self.wine.start(copy, *arguments, f"_?={self.windows_path(self.folder)}")

    def open_from_menu(self) -> None:
        """Start the program as a person does, and wait until its window is there."""
        self.eyes.after(lambda: self.wine.start("start", "/unix", self.menu_link), "the window")

    @property
    def is_running(self) -> bool:
        """True while the installed program is open, asked of this machine and not of Windows."""
        return any(self._is_program(process) for process in Path("/proc").glob("[0-9]*"))

    def _is_program(self, process: Path) -> bool:
        try:
            command = (process / "cmdline").read_bytes()
        except OSError:
            return False  # it has ended
        return self.program.name.encode() in command and self.wine.has(process)

    @property
    def has_folder(self) -> bool:
        """True once a program has claimed the data folder; it does so before its window opens."""
        try:
            with (self.data / "program.lock").open("r+b") as file:
                # Wine keeps the locks of Windows as locks of this machine.
                fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 1)
        except FileNotFoundError:
            return False
        except OSError:
            return True
        return False

    def close_program(self) -> None:
        """Ask the program to end, and wait until it has."""
        see(self.run(self.program, "--close") == 0, "the program closes when it is asked to")
        see(not self.is_running, "a closed program has ended when that is said")

    # --- keys -----------------------------------------------------------------------------

    def go(self, *keys: str) -> None:
        """Press keys; the last of them shows something else."""
        time.sleep(_PAUSE)
        self.eyes.press(*keys[:-1])
        # A page that came late has not taken the key yet: a person presses it again.
        self.eyes.until(lambda: self.eyes.press(keys[-1]), f"{' '.join(keys)} was pressed")

    def enter(self, text: str) -> None:
        """Type a text, and go on."""
        time.sleep(_PAUSE)
        self.eyes.type(text)
        self.go("Return")

    # --- what there is --------------------------------------------------------------------

    def installed(self) -> dict[str, str]:
        """The files in the program's folder: name and SHA-256."""
        return digests(self.folder)

    def contents(self, folder: Path) -> dict[str, str]:
        """Return the digests of all files in a folder, with empty folders."""
        folders = (path for path in folder.rglob("*") if path.is_dir())
        return digests(folder) | {f"{path.relative_to(folder)}/": "" for path in folders}

    @property
    def is_registered(self) -> bool:
        """True if Apps & features has an entry."""
        return self._reg("query", _UNINSTALL) != ""

    def forget(self) -> None:
        """Take the entry away that this user has in Apps & features."""
        self._reg("delete", _UNINSTALL, "/f")

    def registered(self, name: str) -> str:
        """A value of the entry in Apps & features; "" if it is not there."""
        found = re.search(
            rf"^\s+{name}\s+REG_\w+\s+(.*?)\s*$", self._reg("query", _UNINSTALL), re.M
        )
        return found[1] if found else ""

    def payments(self) -> list[tuple[object, ...]]:
        """Read all columns of all payments in the live ledger, in order."""
        with closing(sqlite3.connect(self.data / "payments.db")) as database:
            (verdict,) = database.execute("PRAGMA integrity_check").fetchone()
            see(verdict == "ok", "the ledger is sound")
            return database.execute("SELECT * FROM payments ORDER BY number").fetchall()

    def states(self) -> list[str]:
        """The states of all payments."""
        with closing(sqlite3.connect(self.data / "payments.db")) as database:
            rows = database.execute("SELECT state FROM payments ORDER BY number")
            return [str(state) for (state,) in rows]

    def wait(self, condition: Callable[[], bool], what: str) -> None:
        """Wait until something is true."""
        end = time.monotonic() + _SECONDS
        while not condition():
            if time.monotonic() > end:
                self.eyes.picture("stuck")
                raise BuildFailed(f"it did not become true: {what}")
            time.sleep(0.1)

    @contextmanager
    def other_windows(self, build: str) -> Iterator[None]:
        """Let this Windows say that it is Windows 10 of another build, or "win7"."""
        found = re.search(r"CurrentBuildNumber\s+REG_SZ\s+(\d+)", self._reg("query", _WINDOWS))
        if build.startswith("win"):
            self.wine.set_value(_WINE, "Version", build)
        else:
            self._reg("delete", _WINE, "/v", "Version", "/f")
            self._set_build(build)
        try:
            yield
        finally:
            if found:
                self._set_build(found[1])
            self.wine.set_value(_WINE, "Version", "win10")

    def _set_build(self, build: str) -> None:
        for name in ("CurrentBuildNumber", "CurrentBuild"):
            self.wine.set_value(_WINDOWS, name, build)

    def _reg(self, *arguments: str) -> str:
        """Return the output of the registry tool; "" if it found nothing.

        It fails as well where it cannot begin, such as in a Wine whose last program has just ended:
        only what it fails to find twice is not there.
        """
        for _ in range(2):
            with suppress(BuildFailed):
                return self.wine.run("reg", *arguments)
        return ""


def digests(folder: Path) -> dict[str, str]:
    """The files below a folder: name and SHA-256."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def see_same(now: dict[str, str], before: dict[str, str], what: str) -> None:
    """Compare two listings of a folder, which must not differ.

    Raises:
        BuildFailed: they do; it names what does.
    """
    other = sorted(name for name in now | before if now.get(name) != before.get(name))
    see(not other, f"{what}; these differ: {other}")


def see(condition: bool, what: str) -> None:
    """A claim that must hold.

    Raises:
        BuildFailed: it does not.
    """
    if not condition:
        raise BuildFailed(f"not true: {what}")
