"""Checks a shop's details locally."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop_app.core.receipts import is_prefix, tidy_prefix
from desktop_app.core.typed_text import typed_code

_PAN_DIGITS = 9


def tidy_pan(text: str) -> str:
    """A PAN in digits 0 to 9, without the blanks and dashes that people put into it."""
    return "".join(typed_code(text).replace("-", " ").split())


def pan_error(text: str) -> str:
    """Return the reason why this is no PAN; empty if it is one, or nothing was entered."""
    pan = tidy_pan(text)
    if not pan or (pan.isascii() and pan.isdigit() and len(pan) == _PAN_DIGITS):
        return ""
    return QCoreApplication.translate("Shop", "A PAN has 9 digits.")


def prefix_error(text: str) -> str:
    """Return the reason why this cannot stand before receipt numbers; empty if it can."""
    if is_prefix(tidy_prefix(text)):
        return ""
    return QCoreApplication.translate(
        "Shop", "Up to 6 letters A–Z and digits, and not C, H, N, P or T alone."
    )
