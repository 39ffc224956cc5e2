"""Looks at the virtual screen and types on it."""

from __future__ import annotations

import os
import subprocess
import time
from typing import TYPE_CHECKING, TypeVar

from builder.tools import BuildFailed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

_T = TypeVar("_T")
_PATIENCE_SECONDS = 180.0
_LOOK_SECONDS = 0.4
_SURE = 10
"""Looks at a screen that stays as it was, with programs that have nothing to do."""

_CHANGED = 0.002
"""Share of a picture that differs when another page is shown; a blinking caret is less."""

_NEAR = 24
"""Of 255 greys: less is the same colour."""


class Eyes:
    """A person in front of the screen."""

    def __init__(self, env: Mapping[str, str], pictures: Path, is_busy: Callable[[], bool]) -> None:
        self._env = {**os.environ, **env}
        self._is_busy = is_busy
        self._pictures = pictures
        pictures.mkdir(parents=True, exist_ok=True)

    def look(self) -> bytes:
        """The screen as grey pixels, smaller than it is."""
        options = ["-window", "root", "-colorspace", "Gray", "-resize", "50%", "-depth", "8"]
        return self._run("import", *options, "gray:-")

    def picture(self, name: str, area: str = "") -> Path:
        """Save what is on the screen, or a part such as ``500x400+10+20``."""
        path = self._pictures / f"{name}.png"
        crop = ["-crop", area, "+repage"] if area else []
        self._run("import", "-window", "root", *crop, str(path))
        return path

    def press(self, *keys: str) -> None:
        """Press keys by X's names, such as ``Return`` or ``ctrl+v``."""
        for key in keys:
            self._run("xdotool", "key", key)
            time.sleep(0.15)

    def type(self, text: str) -> None:
        """Type a text."""
        self._run("xdotool", "type", "--delay", "30", text)

    def rest(self) -> None:
        """Wait until the screen is still."""
        self._until_still(None, "the screen is not still")

    def after(self, act: Callable[[], _T], what: str) -> _T:
        """Do something, and wait until the screen shows something else and is still."""
        before = self.look()
        done = act()
        self._until_still(before, f"nothing happened on the screen: {what}")
        return done

    def until(self, act: Callable[[], object], what: str) -> None:
        """The same, doing it again where it had no effect and nothing is going on any more."""
        before = self.look()
        act()
        self._until_still(before, f"nothing happened on the screen: {what}", act)

    def _until_still(
        self, before: bytes | None, failure: str, again: Callable[[], object] | None = None
    ) -> None:
        end = time.monotonic() + _PATIENCE_SECONDS
        last = self.look()
        unmoved = 0
        while True:
            time.sleep(_LOOK_SECONDS)
            now = self.look()
            is_other = before is None or _differ(now, before)
            # On a busy machine a program that has not come to its turn leaves the screen still.
            is_quiet = not _differ(now, last) and self._is_quiet()
            if is_other and is_quiet:
                return
            unmoved = unmoved + 1 if is_quiet else 0
            if again is not None and unmoved == _SURE:
                unmoved = 0
                again()
            last = now
            if time.monotonic() > end:
                self.picture("stuck")
                raise BuildFailed(failure)

    def _is_quiet(self) -> bool:
        """True once no program had anything to do in several looks in a row."""
        for _ in range(4):
            if self._is_busy():
                return False
            time.sleep(0.05)
        return True

    def _run(self, *command: str) -> bytes:
        return subprocess.run(command, env=self._env, stdout=subprocess.PIPE, check=True).stdout


def _differ(one: bytes, other: bytes) -> bool:
    changed = sum(abs(a - b) > _NEAR for a, b in zip(one, other, strict=True))
    return changed > _CHANGED * len(one)
