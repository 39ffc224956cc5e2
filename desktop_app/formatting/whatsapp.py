"""Links that open WhatsApp with a message written out; a person decides there to send it."""

from __future__ import annotations

import re
from urllib.parse import quote

from desktop_app.core.typed_text import typed_code

_NEPAL = "977"
_MOBILE = re.compile(r"9[678]\d{8}")
_ABROAD = re.compile(r"[1-9]\d{7,14}")
"""A number with the code of its country, as E.164 bounds it."""
_SEPARATORS = re.compile(r"[\s().\-/]+")


def whatsapp_number(phone: str) -> str | None:
    """Return a mobile number as WhatsApp wants it: ``9779841000000``, digits alone.

    ``9841-000000``, ``09841000000``, ``+977 9841000000`` and ``०९८४१…`` are the same number. A
    number of another country is taken where it was written with ``+`` or ``00``.

    Returns:
        None for a landline, and for what is no number.
    """
    plain = _SEPARATORS.sub("", typed_code(phone))
    is_whole = plain.startswith(("+", "00"))
    digits = plain.removeprefix("+").lstrip("0")
    if not digits.isascii() or not digits.isdigit():
        return None
    home = digits.removeprefix(_NEPAL).lstrip("0")
    if _MOBILE.fullmatch(home) and (digits.startswith(_NEPAL) or not is_whole):
        return f"{_NEPAL}{home}"
    is_foreign = is_whole and not digits.startswith(_NEPAL)
    return digits if is_foreign and _ABROAD.fullmatch(digits) else None


def whatsapp_link(phone: str, text: str) -> str:
    """Return the link that opens WhatsApp with ``text`` for a customer's phone.

    Without a number that WhatsApp can have, a person chooses there to whom it goes.
    """
    number = whatsapp_number(phone) or ""
    return f"https://wa.me/{number}?text={quote(text, safe='')}"
