"""Signs executables, where the build was given a command that does."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from builder.tools import BuildFailed, say

_VARIABLE = "BHUKTANI_SIGN"


def command() -> str | None:
    """The command that signs the executable named behind it; None to leave all unsigned."""
    return os.environ.get(_VARIABLE) or None


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
