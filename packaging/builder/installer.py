"""Makes the installer out of the program's folder, by NSIS."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from builder import header, signing
from builder.listing import nsis_script, write_list
from builder.places import INSTALLER, NAME, address
from builder.tools import BuildFailed, call, say

if TYPE_CHECKING:
    from builder.source import Source

_WINDOWS_PLACES = ("ProgramFiles(x86)", "ProgramFiles")


def make_installer(
    folder: Path, source: Source, work: Path, output: Path, *, quick: bool = False
) -> Path:
    """Pack the program's folder into the installer ``output``, and return it.

    ``quick`` takes a tenth of the time and makes a larger installer.
    """
    say(f"Packing {output.name}")
    signing.sign_folder(folder)
    write_list(folder)
    _settle_times(folder, source.made_at)
    listing = work / "listing.nsh"
    listing.write_text(nsis_script(folder), "utf-8-sig", newline="\n")
    output.parent.mkdir(parents=True, exist_ok=True)
    defines = {
        "VERSION": source.version,
        "VERSION_4": ".".join(str(number) for number in source.four_numbers),
        "FOLDER": str(folder),
        "LISTING": str(listing),
        "SIZE_KB": str(installed_size(folder) // 1024),
        "OUTPUT": str(output),
        "HEADER": str(work / "header.exe"),
        "PYTHON": sys.executable,
        "HEADER_WORDS": str(Path(header.__file__)),
    }
    if url := address():
        defines["ADDRESS"] = url
    if quick:
        defines["QUICK"] = "1"
    if (sign := signing.command()) is not None:
        defines["SIGN"] = sign
    call(
        [
            *(_makensis(), "-WX", "-V2", "-INPUTCHARSET", "UTF8"),
            *(f"-D{name}={value}" for name, value in defines.items()),
            INSTALLER / "bhuktani.nsi",
        ],
        {"SOURCE_DATE_EPOCH": str(source.made_at)},
    )
    return output


def installed_size(folder: Path) -> int:
    """Bytes of all files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def _settle_times(folder: Path, seconds: int) -> None:
    """Give every file the same time, which an archive of them would tell apart otherwise."""
    for path in folder.rglob("*"):
        os.utime(path, (seconds, seconds))


def _makensis() -> str:
    """NSIS's compiler; its installer for Windows does not put it on the search path."""
    found = shutil.which("makensis")
    places = [Path(os.environ[name]) for name in _WINDOWS_PLACES if name in os.environ]
    for place in places:
        found = found or shutil.which(place / "NSIS/makensis.exe")
    if found is None:
        raise BuildFailed(f"NSIS, which packs {NAME}'s installer, is not here")
    return found
