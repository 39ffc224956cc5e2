"""Files that ship with the program: fonts, icons, translations, the calendar."""

import sys
from functools import cache
from pathlib import Path

_CHECKOUT = Path(__file__).resolve().parents[2]


def resource(*parts: str) -> Path:
    """Path of a shipped file, in a source checkout and in the frozen program.

    Each is put together once: the calendar's is asked for with every date.
    """
    return _resource(getattr(sys, "_MEIPASS", None), *parts)


@cache
def _resource(frozen: str | None, *parts: str) -> Path:
    root = Path(frozen) if frozen else _CHECKOUT
    return root.joinpath("resources", *parts)
