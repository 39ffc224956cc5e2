"""Receipt numbers: how they are written, and read again when a person types or scans one.

The record counts receipts without a gap within a series: a fiscal year of one counter. It gives a
number in the transaction that makes a payment PAID, and is told the series of that moment.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from desktop_app.core.environment import Environment
from desktop_app.core.typed_text import typed_code

if TYPE_CHECKING:
    from datetime import datetime

MARKS = {Environment.LIVE: "", Environment.PRACTICE: "P", Environment.TEST: "T"}
"""The letter before each number that is not live."""
MAX_PREFIX = 6
"""Letters of a shop's prefix."""

_PAPER = re.compile(r"(?:RECEIPT|NOT A RECEIPT|PRACTICE - NOT|TEST - NOT|रसिद) ?\S")
"""How the code on a paper of the program begins."""
_REFERENCE = re.compile(r"[0-9A-F]{32}")
_CENTURY = 100
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
_HEADS = re.compile(r"(RECEIPT|रसिद)( ?(NO|नं)\.?)? ")
"""The words before a number on a receipt and in its code."""
_SERIES = re.compile(r"AD ?(?P<ad>[0-9]{4})|(?P<first>[0-9]{2}|[0-9]{4})/(?P<second>[0-9]{2})")
_PREFIX = re.compile(rf"[A-Z0-9]{{1,{MAX_PREFIX}}}")
_NUMBER = re.compile(r"[0-9]{1,9}")
_SLIPS = frozenset({"C", "H", "N"})
"""The letter before the number of a slip or complaint, which counts payments."""


class SeriesOf(Protocol):
    """Tells the ledger the series of a moment, so that it needs no calendar."""

    def __call__(self, at: datetime, /) -> str:
        """``2083/84``; ``AD 2031`` where the fiscal year is not certain."""


@dataclass(frozen=True, slots=True)
class ReceiptNumber:
    """The number of a receipt.

    ``series`` is empty for the receipts of version 0.1.0, which were counted without years.
    """

    series: str
    number: int
    prefix: str = ""
    environment: Environment = Environment.LIVE

    @property
    def text(self) -> str:
        """``2083/84-000123``, ``SHOP1-2083/84-000123``, ``P-2083/84-000007``.

        A receipt of version 0.1.0 keeps what stands on its paper: ``000131`` or ``P-000007``.
        """
        prefix = self.prefix if self.series else ""
        parts = (MARKS[self.environment], prefix, self.series, f"{self.number:06d}")
        return "-".join(part for part in parts if part)

    @property
    def short(self) -> str:
        """``000123`` or ``P-000007``, for lists in which all numbers are of one series."""
        return ReceiptNumber("", self.number, "", self.environment).text


@dataclass(frozen=True, slots=True)
class TypedNumber:
    """What was typed of a receipt number; None for each part that was left out."""

    number: int
    series: str | None = None
    prefix: str | None = None
    environment: Environment | None = None

    def means(self, receipt: ReceiptNumber) -> bool:
        """True if a receipt has this number and each other part that was typed."""
        return (
            receipt.number == self.number
            and self.series in (None, receipt.series)
            and self.prefix in (None, receipt.prefix)
            and self.environment in (None, receipt.environment)
        )


def read_receipt_number(text: str) -> TypedNumber | None:
    """Read a number as it was typed, pasted or scanned; None if the text is no receipt number.

    Digits may be Nepali, letters small, zeros left out, a fiscal year short (``83/84``). Blanks
    around dashes and the kind of dash do not matter.
    """
    words = _HEADS.sub("", typed_code(text).translate(_DASHES).upper(), count=1)
    *before, last = (part.strip() for part in words.split("-"))
    if not _NUMBER.fullmatch(last) or not int(last):
        return None
    environment = series = prefix = None
    if before and (series := _read_series(before[-1])) is not None:
        before.pop()
    if before and (environment := _MARKED.get(before[0])) is not None:
        before.pop(0)
    if before and _PREFIX.fullmatch(before[0]):
        prefix = before.pop(0)
    return None if before else TypedNumber(int(last), series, prefix, environment)


def is_paper_code(text: str) -> bool:
    """True for the text of a receipt's or slip's QR code, a reference, and a whole receipt number.

    A number without its fiscal year is none: it may be a customer's account.
    """
    code = " ".join(typed_code(text).split()).upper()
    if _PAPER.match(code) or _REFERENCE.fullmatch(code.replace(" ", "")):
        return True
    number = read_receipt_number(code)
    return number is not None and number.series is not None


def is_prefix(text: str) -> bool:
    """True for up to six letters A to Z and digits that cannot be taken for another part."""
    is_other_part = text in _SLIPS | _MARKED.keys() or _SERIES.fullmatch(text) is not None
    return not text or (_PREFIX.fullmatch(text) is not None and not is_other_part)


def tidy_prefix(text: str) -> str:
    """A typed prefix with capital letters and the digits 0 to 9."""
    return typed_code(text).upper()


_MARKED = {mark: environment for environment, mark in MARKS.items() if mark}


def _read_series(text: str) -> str | None:
    found = _SERIES.fullmatch(text)
    if found is None:
        return None
    if found["ad"]:
        return f"AD {found['ad']}"
    first, second = int(found["first"]), found["second"]
    year = first if first >= _CENTURY else 2000 + first
    return f"{year}/{second}" if second == f"{(year + 1) % _CENTURY:02d}" else None
