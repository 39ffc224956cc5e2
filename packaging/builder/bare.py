"""Freezes a program of one file that has PySide6 and nothing else: what ours is compared with."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from builder.places import ROOT
from builder.tools import BuildFailed

if TYPE_CHECKING:
    from pathlib import Path

    from builder.machine import Machine

_NAME = "Bare"
_PLUGIN = "qwindows.dll"
"""The only plugin that ours has, too."""


def freeze_bare(machine: Machine, script: Path, work: Path) -> Path:
    """Freeze the script, with the program's fonts where it looks for them; its executable.

    Raises:
        BuildFailed: PyInstaller makes none.
    """
    dist = work / "dist"
    output = machine.python(
        *("-m", "PyInstaller", "--noconfirm", "--clean", "--log-level=WARN", "--windowed"),
        *("--name", _NAME, "--specpath", machine.path(work)),
        *("--distpath", machine.path(dist), "--workpath", machine.path(work / "work")),
        machine.path(script),
    )
    program = dist / _NAME / f"{_NAME}.exe"
    if not program.is_file():
        raise BuildFailed(f"PyInstaller made no {program.name}:\n{output}")
    for plugin in (program.parent / "_internal/PySide6/plugins").rglob("*.dll"):
        if plugin.name != _PLUGIN:
            plugin.unlink()
    fonts = dist / "resources/fonts"
    shutil.copytree(ROOT / "resources/fonts", fonts, dirs_exist_ok=True)
    return program
