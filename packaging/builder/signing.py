"""Signs executables, where the build was given a command that does."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pefile

from builder.tools import BuildFailed, say

if TYPE_CHECKING:
    from pathlib import Path

_VARIABLE = "BHUKTANI_SIGN"


def command() -> str | None:
    """The command that signs the executable named behind it; None to leave all unsigned."""
    return os.environ.get(_VARIABLE) or None


def sign_folder(folder: Path) -> None:
    """Sign the program and those of its libraries that nobody has signed yet.

    Raises:
        BuildFailed: the command did not succeed.
    """
    if command() is None:
        return
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".exe", ".dll", ".pyd") and not _is_signed(path):
            sign(path)


def _is_signed(path: Path) -> bool:
    with pefile.PE(str(path), fast_load=True) as image:
        place = pefile.DIRECTORY_ENTRY["IMAGE_DIRECTORY_ENTRY_SECURITY"]
        return bool(image.OPTIONAL_HEADER.DATA_DIRECTORY[place].Size)


def sign(path: Path) -> None:
    """Sign one executable, if there is a command for it.

    Raises:
        BuildFailed: the command did not succeed.
    """
    given = command()
    if given is None:
        return
    say(f"Signing {path.name}")
    # One text, as NSIS runs it for the installer and the uninstaller.
    if subprocess.call(f'{given} "{path}"', shell=True) != 0:
        raise BuildFailed(f"{path.name} could not be signed")
