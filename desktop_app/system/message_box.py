"""Tells a person something without a window of ours."""

from __future__ import annotations

import sys
from contextlib import suppress

from desktop_app.system import native


def show(text: str) -> None:
    """Print it where someone may read it; otherwise, on Windows, a box that waits to be read."""
    if sys.stderr is not None:
        with suppress(OSError, ValueError):
            sys.stderr.write(f"{text}\n")
            sys.stderr.flush()
    else:
        native.show_box(text, "Bhuktani")
