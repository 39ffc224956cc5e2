"""Files that ship with the program: fonts, icons, translations, the calendar."""

import sys
from pathlib import Path

_CHECKOUT = Path(__file__).resolve().parents[2]
"""Found once: it is asked for with every date."""


def resource(*parts: str) -> Path:
    """Path of a shipped file, in a source checkout and in the frozen program."""
    frozen = getattr(sys, "_MEIPASS", None)
    root = Path(frozen) if frozen else _CHECKOUT
    return root.joinpath("resources", *parts)
