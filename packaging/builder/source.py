"""The source that is frozen: the files of a commit, and what the build knows about them."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

from builder.places import ROOT
from builder.tools import BuildFailed, say

if TYPE_CHECKING:
    from pathlib import Path

_PARTS = ("desktop_app", "resources", "LICENSE")
_VERSION = re.compile(r'^__version__ = "([^"]+)"$', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Source:
    """A copy of the source.

    Attributes:
        folder: has ``desktop_app``, ``resources`` and ``LICENSE``.
        version: of the program, such as ``0.1.0``.
        made_at: the commit's time in seconds since 1970; all times in the build are set to it.
    """

    folder: Path
    version: str
    made_at: int

    @property
    def four_numbers(self) -> tuple[int, int, int, int]:
        """The version as Windows wants it."""
        first, second, third = (int(part) for part in self.version.split("."))
        return first, second, third, 0


def copy_source(folder: Path, version: str | None = None) -> Source:
    """Copy the tracked files of the program into a new folder, optionally as another version.

    What git does not know stays out: a stray file must not reach a shop.
    """
    if _git("status", "--porcelain", "--", *_PARTS, "packaging"):
        say("There are changes that are not committed: this is no build of a commit")
    names = _git("ls-files", "-z", "--", *_PARTS).split("\0")
    for name in filter(None, names):
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, target)
    module = folder / "desktop_app/__init__.py"
    text = module.read_text("utf-8")
    found = _VERSION.search(text)
    if found is None:
        raise BuildFailed(f"{module.name} names no version")
    if version is not None:
        module.write_text(_VERSION.sub(f'__version__ = "{version}"', text), "utf-8", newline="\n")
    made_at = int(_git("log", "-1", "--format=%ct"))
    return Source(folder, version or found[1], made_at)


def _git(*arguments: str) -> str:
    """Return the output of a git command; git's warnings go to the screen."""
    try:
        return subprocess.check_output(["git", "-C", str(ROOT), *arguments], text=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise BuildFailed(f"git does not answer: {error}") from error
