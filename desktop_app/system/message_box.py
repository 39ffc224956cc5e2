"""Tells a person something without a window of ours."""

from __future__ import annotations

import sys
from contextlib import suppress


def show(text: str) -> None:
    """Print it where someone may read it; otherwise, on Windows, a box that waits to be read."""
    if sys.stderr is not None:
        with suppress(OSError, ValueError):
            sys.stderr.write(f"{text}\n")
            sys.stderr.flush()
    else:
        _box(text)


if sys.platform == "win32":
    _WARNING_IN_FRONT = 0x30 | 0x10000

    def _box(text: str) -> None:
        import ctypes

        ctypes.windll.user32.MessageBoxW(None, text, "Bhuktani", _WARNING_IN_FRONT)

else:

    def _box(text: str) -> None:
        """Other systems always give a program somewhere to print."""
