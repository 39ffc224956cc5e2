"""The parts of the frozen program with their versions and licences, as they are really in it."""

from __future__ import annotations

import ast
import json
from dataclasses import dataclass
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import TYPE_CHECKING

from builder.places import LICENCES, NAME
from builder.tools import BuildFailed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builder.machine import Machine
    from builder.source import Source


@dataclass(frozen=True, slots=True)
class Part:
    """A component of the frozen program.

    Attributes:
        licence: an SPDX expression, or the name of a licence that SPDX does not know.
        texts: files with the licence's words.
        is_python_package: known to Python's package index by this name.
    """

    name: str
    version: str
    licence: str
    texts: tuple[Path, ...]
    is_python_package: bool = False


_LICENCES = {
    "jaraco.classes": "MIT",
    "num2words": "LGPL-2.1-or-later",  # says "LGPL"; its source says which
    "segno": "BSD-3-Clause",
}
"""Of packages whose own data do not name theirs as SPDX does."""

_QT = ("pyside6-essentials", "shiboken6")
_LGPL = (LICENCES / "LGPL-3.0-only.txt", LICENCES / "GPL-3.0-only.txt")
_TEXTS = {
    # Used under the LGPL; their packages bring the words of the commercial licence alone.
    **dict.fromkeys(_QT, _LGPL),
}
_MICROSOFT = "Microsoft Visual Studio redistributable"

_QUESTION = """
import json, pyexpat, sqlite3, ssl, sys, zlib, _decimal
from PySide6.QtCore import qVersion
print(json.dumps({
    "folder": sys.base_prefix,
    "Python": sys.version.split()[0],
    "OpenSSL": ssl.OPENSSL_VERSION.split()[1],
    "SQLite": sqlite3.sqlite_version,
    "Expat": pyexpat.EXPAT_VERSION.removeprefix("expat_"),
    "zlib": zlib.ZLIB_VERSION,
    "mpdecimal": _decimal.__libmpdec_version__,
    "Qt": qVersion(),
}))
"""
_OF_PYTHON = {
    "OpenSSL": "Apache-2.0",
    "Expat": "MIT",
    "zlib": "Zlib",
    "mpdecimal": "BSD-2-Clause",
}


def parts_of(machine: Machine, source: Source, work: Path) -> list[Part]:
    """List all parts of the program that was frozen in ``work``, by name.

    Raises:
        BuildFailed: a part has no licence, or no words of it.
    """
    found = [*_packages(machine, work), *_libraries(machine), *_own(source)]
    for part in found:
        if not part.licence or not part.texts or not all(path.is_file() for path in part.texts):
            raise BuildFailed(f"{part.name} {part.version} has no licence text")
    return sorted(found, key=lambda part: part.name.casefold())


# --- Python packages: those of which PyInstaller took a file -------------------------------------


def _packages(machine: Machine, work: Path) -> Iterator[Part]:
    taken = _taken(work, machine.path(machine.packages))
    for package in distributions(path=[str(machine.packages)]):
        files = {str(file).replace("\\", "/").casefold() for file in package.files or ()}
        if package.name == "pyinstaller" or files & taken:
            yield _package(package)


def _taken(work: Path, packages: str) -> set[str]:
    """Files below the packages' folder that are in the program, in small letters."""
    root = packages.replace("\\", "/").casefold().rstrip("/") + "/"
    taken = set()
    for name in ("PYZ-00.toc", "COLLECT-00.toc"):
        table = ast.literal_eval((work / "work/bhuktani" / name).read_text("utf-8"))
        for entry in _entries(table):
            origin = entry[1].replace("\\", "/").casefold()
            if origin.startswith(root):
                taken.add(origin.removeprefix(root))
    return taken


def _entries(table: object) -> Iterator[tuple[str, str, str]]:
    """PyInstaller's ``(name, origin, kind)`` wherever they are in its table."""
    if isinstance(table, tuple) and len(table) == 3 and all(isinstance(x, str) for x in table):  # noqa: PLR2004
        yield table
    elif isinstance(table, tuple | list):
        for item in table:
            yield from _entries(item)


def _package(package: Distribution) -> Part:
    name = package.name
    data = dict(package.metadata.json)
    texts = _TEXTS.get(name.casefold().replace("_", "-")) or tuple(_licence_files(package))
    licence = _LICENCES.get(name) or data.get("license_expression") or data.get("license")
    return Part(name, package.version, str(licence or ""), texts, is_python_package=True)


def _licence_files(package: Distribution) -> Iterator[Path]:
    for file in package.files or ():
        parts = [part.casefold() for part in file.parts]
        if not parts[0].endswith(".dist-info"):
            continue
        is_text = parts[-1].startswith(("licen", "copying", "notice", "authors"))
        path = Path(str(file.locate()))
        if (is_text or "licenses" in parts[:-1]) and path.is_file():
            yield path


# --- what is not a Python package ----------------------------------------------------------------


def _libraries(machine: Machine) -> Iterator[Part]:
    versions = json.loads(machine.python("-c", _QUESTION).strip().splitlines()[-1])
    words = machine.host_path(versions["folder"]) / "LICENSE.txt"
    yield Part("Python", versions["Python"], "PSF-2.0", (words,))
    for name, licence in _OF_PYTHON.items():
        yield Part(name, versions[name], licence, (words,))
    yield Part("libffi", "", "MIT", (words,))
    yield Part("Microsoft Visual C++ runtime", "14", _MICROSOFT, (words,))
    yield Part("SQLite", versions["SQLite"], "blessing", (LICENCES / "SQLite.txt",))
    yield Part("Qt", versions["Qt"], "LGPL-3.0-only", _LGPL)
    yield Part("NSIS", "3", "Zlib", (LICENCES / "NSIS.txt",))


def _own(source: Source) -> Iterator[Part]:
    resources = source.folder / "resources"
    yield Part(NAME, source.version, "MIT", (source.folder / "LICENSE",))
    yield Part("Noto Sans", "", "OFL-1.1", (resources / "fonts/OFL.txt",))
    devanagari = resources / "fonts/OFL-Devanagari.txt"
    yield Part("Noto Sans Devanagari", "", "OFL-1.1", (devanagari,))
    yield Part("Lucide icons", "", "ISC", (resources / "icons/LICENSE",))
