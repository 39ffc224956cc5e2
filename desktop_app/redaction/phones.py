"""Keeps customers' phone numbers out of what leaves the shop: the log and the support bundle."""

from __future__ import annotations

import logging
import re

HIDDEN = "[phone]"

_MOBILE = r"(?:\+?977[-\s]?)?[9९][678६७८](?:[-\s]?\d){8}"
_LANDLINE = r"(?:\+?977[-\s]?|0)\d{1,2}-\d{6,7}"
# Not within a longer number or word: a reference of the service may hold as many digits.
_PHONE = re.compile(rf"(?<![0-9A-Za-z])(?:{_MOBILE}|{_LANDLINE})(?![0-9A-Za-z])")


def without_phones(text: str) -> str:
    """The text with what looks like a phone number of Nepal replaced."""
    return _PHONE.sub(HIDDEN, text)


class PhoneFilter(logging.Filter):
    """Redacts phone numbers in records that are formatted already: message and traceback."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = without_phones(str(record.msg))
        if record.exc_text:
            record.exc_text = without_phones(record.exc_text)
        return True
