"""Guesses which column of an older list holds what, by its name, else by what stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop_app.core.folded_text import fold
from desktop_app.core.provider_search import Match, found, match
from desktop_app.core.typed_text import latin_digits

if TYPE_CHECKING:
    from desktop_app.core.billing.provider import ProviderInfo


class Part(StrEnum):
    """What a column may hold of a customer."""

    NAME = "name"
    PHONE = "phone"
    ACCOUNT = "account"
    COMPANY = "company"
    NOTE = "note"


Columns = Mapping[Part, int]
"""The number of each part's column, from 0; parts without one are left out."""

_NAMES: Mapping[Part, tuple[str, ...]] = {
    Part.ACCOUNT: (
        "account", "account id", "account no", "account number", "id", "user id", "userid",
        "username", "user name", "user", "customer id", "customerid", "client id", "client code",
        "customer code", "subscriber id", "login", "युजरनेम", "युजर आईडी", "आईडी", "आइडी",
        "ग्राहक आईडी", "ग्राहक आइडी", "ग्राहक नम्बर", "खाता", "खाता नम्बर",
    ),
    Part.PHONE: (
        "phone", "phone no", "phone number", "mobile", "mobile no", "mobile number", "contact",
        "contact no", "contact number", "cell", "tel", "telephone", "whatsapp", "फोन",
        "फोन नम्बर", "मोबाइल", "मोबाइल नम्बर", "सम्पर्क", "सम्पर्क नम्बर",
    ),
    Part.COMPANY: (
        "company", "provider", "isp", "internet", "internet company", "network", "operator",
        "service", "कम्पनी", "इन्टरनेट", "इन्टरनेट कम्पनी", "सेवा", "सेवा प्रदायक",
    ),
    Part.NOTE: (
        "note", "notes", "remark", "remarks", "comment", "comments", "address", "टिपोट",
        "कैफियत", "टिप्पणी", "ठेगाना",
    ),
    Part.NAME: (
        "name", "customer", "customer name", "client", "client name", "full name", "fullname",
        "subscriber", "नाम", "ग्राहक", "ग्राहकको नाम", "पूरा नाम", "नाम थर",
    ),
}  # fmt: skip
_FOLDED = {part: frozenset(fold(one) for one in names) for part, names in _NAMES.items()}
_PHONE = re.compile(r"\+?(?:977)?[0-9]{7,10}")
_BESIDE = str.maketrans("", "", " -()./")
_LOOKED_AT = 200
_MOST = 0.6
"""The share of a column's cells that tells what it holds."""


def has_header(rows: Sequence[Sequence[str]]) -> bool:
    """The first row names the columns."""
    first = rows[0] if rows else ()
    return any(fold(cell) in names for cell in first for names in _FOLDED.values())


def guess(
    rows: Sequence[Sequence[str]], infos: Iterable[ProviderInfo], *, header: bool
) -> dict[Part, int]:
    """The columns of the parts, as far as they can be told."""
    columns: dict[Part, int] = {}
    if header:
        for part, names in _FOLDED.items():
            at = next((n for n, cell in enumerate(rows[0]) if fold(cell) in names), None)
            if at is not None and at not in columns.values():
                columns[part] = at
    some = rows[1 : _LOOKED_AT + 1] if header else rows[:_LOOKED_AT]
    width = max((len(row) for row in some), default=0)
    all_infos = tuple(infos)
    for part in (Part.PHONE, Part.COMPANY, Part.NAME, Part.ACCOUNT):
        if part in columns:
            continue
        shares = {
            at: _share(part, [row[at] for row in some if at < len(row)], all_infos)
            for at in range(width)
            if at not in columns.values()
        }
        best = max(shares, key=lambda at: (shares[at], -at), default=None)
        if best is not None and shares[best] >= _MOST:
            columns[part] = best
    return columns


def is_phone(text: str) -> bool:
    """A telephone number, however it is written."""
    return bool(_PHONE.fullmatch(latin_digits(text).translate(_BESIDE)))


def company_of(text: str, infos: Iterable[ProviderInfo]) -> ProviderInfo | None:
    """The one company that a text means; None if there is none, or it may be several."""
    means = [one for one in found(text, infos) if match(text, one) in (Match.EXACT, Match.BEGINS)]
    exact = [one for one in means if match(text, one) is Match.EXACT]
    certain = exact or means
    of_one = len({one.company for one in certain}) == 1
    return certain[0] if of_one and text.strip() else None


def _share(part: Part, cells: Sequence[str], infos: tuple[ProviderInfo, ...]) -> float:
    filled = [cell for cell in cells if cell]
    if not filled:
        return 0
    different = set(filled)
    if part is Part.COMPANY:
        known = {cell for cell in different if company_of(cell, infos) is not None}
        return sum(cell in known for cell in filled) / len(filled)
    if part is Part.ACCOUNT and len(different) * 2 < len(filled):
        return 0
    tests = {Part.PHONE: is_phone, Part.NAME: _is_name, Part.ACCOUNT: _is_account}
    return sum(tests[part](cell) for cell in filled) / len(filled)


def _is_name(text: str) -> bool:
    return not any(one.isdigit() for one in text) and any(one.isalpha() for one in text)


def _is_account(text: str) -> bool:
    return " " not in text and any(one.isalnum() for one in text)
