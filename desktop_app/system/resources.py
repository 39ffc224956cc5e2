"""Files that ship with the program: fonts, icons, translations, the calendar."""

import sys
from pathlib import Path


def resource(*parts: str) -> Path:
    """Path of a shipped file, in a source checkout and in the frozen program."""
    frozen = getattr(sys, "_MEIPASS", None)
    root = Path(frozen) if frozen else Path(__file__).resolve().parents[2]
    return root.joinpath("resources", *parts)
