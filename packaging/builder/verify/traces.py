"""Collects the traces of a program on a Windows: files and registry values."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from builder.wine import Wine

_VALUE = re.compile(r'^(@|"(?:[^"\\]|\\.)*")=')
_NOISE = re.compile(
    r"\\(?:"
    r"Console|Software\\Wine\\|Control Panel|Volatile|Windows\\Shell|MuiCache|DirectInput|"
    r"System\\CurrentControlSet|Fontcache|Cryptography\\RNG"
    r")",
    re.IGNORECASE,
)
"""Keys that Wine itself writes while any program runs."""

_CREDENTIALS = "credential manager"


@dataclass(frozen=True, slots=True)
class Traces:
    """A moment: files of the disk, and names of registry values with their keys."""

    files: frozenset[str]
    values: frozenset[str]

    def since(self, earlier: Traces) -> Traces:
        """Return the traces that are here now and were not in `earlier`."""
        return Traces(self.files - earlier.files, self.values - earlier.values)


def traces(wine: Wine) -> Traces:
    """Collect all files of drive C: and of the user's folders, and all registry values."""
    drive = wine.prefix / "drive_c"
    files = {f"C:/{path.relative_to(drive).as_posix()}" for path in drive.rglob("*")}
    files |= {f"~/{path.relative_to(wine.home).as_posix()}" for path in wine.home.rglob("*")}
    return Traces(frozenset(filter(_is_ours, files)), frozenset(_registry(wine)))


def _is_ours(name: str) -> bool:
    """Temporary files of Wine's own tools and shaders aside."""
    return "/.cache/" not in name and not name.startswith(("C:/windows/temp", "~/.cache"))


def _registry(wine: Wine) -> set[str]:
    found = set()
    for root in ("HKEY_CURRENT_USER", "HKEY_LOCAL_MACHINE"):
        export = wine.prefix / "drive_c/export.reg"
        wine.run("regedit", "/E", r"C:\export.reg", root)
        key = ""
        for line in export.read_text("utf-16").splitlines():
            if line.startswith("["):
                key = line.strip("[]")
                found.add(key)
            elif value := _VALUE.match(line):
                found.add(f"{key} -> {value[1]}")
        export.unlink()
    return {name for name in found if not _NOISE.search(name) or _CREDENTIALS in name.casefold()}
