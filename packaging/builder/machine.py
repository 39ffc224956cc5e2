"""A Windows to build on: the one that runs this, or Wine."""

from __future__ import annotations

import os
import shutil
import sys
import venv
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from builder.places import BUILD, REQUIREMENTS
from builder.tools import call, say, uv
from builder.wine import PYTHON, Screen, Wine, windows_python

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_LOCKED = REQUIREMENTS / "build.txt"


class Machine(Protocol):
    """Runs Windows programs, and has a Python with all parts of the build."""

    @property
    def packages(self) -> Path:
        """The folder in which the Python finds its packages."""

    def python(self, *arguments: str | Path, env: Mapping[str, str] | None = None) -> str:
        """Run the Python; what it printed."""

    def path(self, path: Path) -> str:
        """Return a path as Windows programs write it."""

    def host_path(self, path: str) -> Path:
        """The other way round."""


class OnWine:
    """Wine, with a Windows Python that came as a package."""

    def __init__(self, wine: Wine, python: Path) -> None:
        self.wine = wine
        self._python = python

    @property
    def packages(self) -> Path:
        """The only packages of that Python."""
        return self._python.parent / "Lib/site-packages"

    def python(self, *arguments: str | Path, env: Mapping[str, str] | None = None) -> str:
        """Run the Windows Python."""
        return self.wine.run(self._python, *arguments, env=env)

    def path(self, path: Path) -> str:
        """The path on Wine's drive of the whole machine."""
        return self.wine.path(path)

    def host_path(self, path: str) -> Path:
        """A path on that drive."""
        return Path(path.removeprefix("Z:").replace("\\", "/"))


class OnWindows:
    """This Windows, with the Python that runs this, in an environment of the build alone."""

    def __init__(self, folder: Path) -> None:
        uv("venv", "--quiet", "--python", sys.executable, folder)
        self._folder = folder

    @property
    def packages(self) -> Path:
        """The environment's packages."""
        return self._folder / "Lib/site-packages"

    def python(self, *arguments: str | Path, env: Mapping[str, str] | None = None) -> str:
        """Run the environment's Python."""
        return call([self._folder / "Scripts/python.exe", *arguments], env)

    def path(self, path: Path) -> str:
        """The path itself."""
        return str(path)

    def host_path(self, path: str) -> Path:
        """The path itself."""
        return Path(path)


@contextmanager
def machine(*, again: bool = False) -> Iterator[Machine]:
    """A machine with all parts of the build, made anew; it ends with the block.

    With ``again`` it is the one of the last build, if there was one.
    """
    if not again:
        shutil.rmtree(BUILD, ignore_errors=True)
    BUILD.mkdir(exist_ok=True)
    shutil.rmtree(BUILD / "shop", ignore_errors=True)
    if os.name == "nt":
        native = OnWindows(BUILD / "environment")
        _install_parts(native.packages, "{}.{}".format(*sys.version_info[:2]))
        yield native
        return
    with Screen() as screen:
        wine = Wine(BUILD / "wine", screen.display)
        try:
            python = BUILD / "python/python.exe"
            if not (again and python.is_file() and wine.prefix.is_dir()):
                python = windows_python(BUILD / "python")
                _install_parts(python.parent / "Lib/site-packages", PYTHON)
                say("Making a Windows in Wine")
                wine.make()
            yield OnWine(wine, python)
        finally:
            wine.stop()


def elsewhere(machine: OnWine, folder: Path) -> OnWine:
    """The same Windows with a Python and parts of its own, as another checkout has them."""
    folder.mkdir(parents=True)
    venv.EnvBuilder(symlinks=True).create(folder / ".venv")
    python = windows_python(folder / "python")
    of_its_own = ("--python", folder / ".venv/bin/python")
    _install_parts(python.parent / "Lib/site-packages", PYTHON, *of_its_own)
    return OnWine(machine.wine, python)


def _install_parts(packages: Path, python: str, *options: str | Path) -> None:
    """Install the locked requirements as Windows with that Python needs them."""
    say("Installing the locked parts of the build")
    uv(
        *("pip", "install", "--quiet", "--target", packages, "--require-hashes"),
        *("--python-platform=x86_64-pc-windows-msvc", f"--python-version={python}"),
        *("--build-constraints", _LOCKED, "-r", _LOCKED),
        *options,
    )
