"""Reading what a provider answered: untrusted, so every value is checked before it is used.

What can only be shown becomes empty or None when it cannot be read. What decides who is paid, or
how much, raises ``NotUnderstood`` with a short code: nothing may be paid from such an answer.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from desktop_app.core.amounts import read_amount
from desktop_app.core.billing.accounts import OfferKind
from desktop_app.core.clock import NEPAL
from desktop_app.core.errors import NotUnderstood
from desktop_app.core.money import ZERO, Money, NotMoney

if TYPE_CHECKING:
    from desktop_app.core.billing.accounts import Body, Json, Offer

Id: TypeAlias = int | str
"""An id of the service, kept as it came so that it goes back unchanged."""

MAX_TEXT = 200
MAX_OFFERS = 200
MAX_ID = 100
# More digits than any id or count; also far below the size at which Python refuses str(int).
_MAX_NUMBER = 10**18
_MAX_COUNT = 10**9
_MAX_DAYS = 10_000
# Devanagari needs the two joiners; all other format characters can only mislead a reader.
_JOINERS = frozenset("\u200c\u200d")
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co"})
_WHOLE_NUMBER = re.compile(r"-?[0-9]{1,9}")
_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def clean_text(value: Json) -> str:
    """A text for people: white space collapsed, unseen characters removed, length bounded.

    Unseen are control characters, bidirectional overrides and lone surrogates. A whole number
    becomes its digits, anything else the empty text.
    """
    if isinstance(value, bool):
        return ""
    if isinstance(value, int):
        return str(value) if abs(value) < _MAX_NUMBER else ""
    if not isinstance(value, str):
        return ""
    # Cut before the work, so that a huge text costs nothing, and again after it.
    seen = value[: MAX_TEXT * 10]
    if not seen.isprintable():
        seen = "".join(filter(_is_seen, seen))
    return " ".join(seen.split())[:MAX_TEXT].strip()


def _is_seen(character: str) -> bool:
    if character in _JOINERS or character.isspace():
        return True
    return unicodedata.category(character) not in _UNSEEN


def parse_bool(value: Json) -> bool | None:
    """True or False, also as text (the service writes ``"false"``, contract A20); else None."""
    if isinstance(value, str):
        return {"true": True, "false": False}.get(value.strip().lower())
    return value if isinstance(value, bool) else None


def parse_int(value: Json) -> int | None:
    """A whole number as number or text, within bounds; else None."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value if abs(value) < _MAX_COUNT else None
    if isinstance(value, str) and _WHOLE_NUMBER.fullmatch(value.strip()):
        return int(value)
    return None


def days(value: Json) -> int | None:
    """A length in days; None where it is missing, 0 or cannot be read."""
    number = parse_int(value)
    return number if number is not None and 0 < number <= _MAX_DAYS else None


def iso_date(value: Json) -> date | None:
    """A day written as ``2017-09-08``; else None."""
    if not isinstance(value, str) or not _ISO_DATE.fullmatch(value.strip()):
        return None
    try:
        return date.fromisoformat(value.strip())
    except ValueError:
        return None


def day_of(value: Json) -> date | None:
    """The day of a moment written as ``2026-12-25T23:59:59``, or of a day alone; else None.

    A moment without a zone is one of Nepal.
    """
    try:
        at = datetime.fromisoformat(value.strip()) if isinstance(value, str) else None
    except ValueError:
        return None
    if at is None:
        return None
    return at.date() if at.tzinfo is None else at.astimezone(NEPAL).date()


def id_text(value: Id) -> str:
    """An id as text, for comparing (contract A20): whole, never by number."""
    return str(value).strip()


def id_or_none(value: Json) -> Id | None:
    """An id as it came, or None if it is not a usable one: a number, or a short plain text."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value if abs(value) < _MAX_NUMBER else None
    if isinstance(value, str) and len(value) <= MAX_ID and value.isprintable() and value.strip():
        return value
    return None


def id_of(entry: Body, name: str) -> Id:
    """The id of an offer; raises ``NotUnderstood("bad_id")``."""
    value = id_or_none(entry.get(name))
    if value is None:
        raise NotUnderstood("bad_id")
    return value


def session_of(answer: Body) -> Id:
    """The handle for the commit, as it came; raises ``NotUnderstood("no_session")``."""
    value = id_or_none(answer.get("session_id"))
    if value is None:
        raise NotUnderstood("no_session")
    return value


def amount(value: Json, *, may_be_zero: bool = False) -> Money:
    """An amount that is to be paid, to the paisa; raises ``NotUnderstood("bad_amount")``."""
    found = amount_or_none(value)
    if found is None or (found == ZERO and not may_be_zero):
        raise NotUnderstood("bad_amount")
    return found


def amount_or_none(value: Json) -> Money | None:
    """An amount of zero or more that is only shown or compared; None if it cannot be read."""
    try:
        found = read_amount(value)
    except NotMoney:
        return None
    return found if found >= ZERO else None


def check_accepted(answer: Body) -> None:
    """Refuse an answer that does not say that the read call succeeded (contract A1)."""
    if parse_bool(answer.get("status")) is not True or answer.get("error_code"):
        raise NotUnderstood("not_accepted")


def check_same_account(typed: str, answered: Json) -> None:
    """Refuse an answer about another account than was asked for; silence is no difference."""
    if answered is None:
        return
    value = id_or_none(answered)
    if value is None or id_text(value).casefold() != typed.strip().casefold():
        raise NotUnderstood("other_account")


def account_id(typed: str, answered: Json) -> str:
    """The account's id as the service names it, else as it was typed.

    Raises:
        NotUnderstood: the answer is about another account.
    """
    check_same_account(typed, answered)
    named = id_or_none(answered)
    return typed.strip() if named is None else id_text(named)


def own_id(answered: Json) -> str:
    """The company's own id for a customer, as text; empty where it names none.

    Zeros and signs name nobody: all customers would be taken for one.
    """
    found = id_or_none(answered)
    text = "" if found is None else clean_text(id_text(found))
    return text if any(letter.isalnum() and letter != "0" for letter in text) else ""


def with_own_id(name: str, own: str, typed: str) -> str:
    """The customer's name, with the company's own id beside it where it is not what was typed.

    It tells a little of whom the company found.
    """
    if not own or own.casefold() == typed.strip().casefold():
        return name
    return f"{name} ({own})" if name else own


def sendable_text(value: Json) -> str:
    """A text that is sent back to the company unchanged; raises ``NotUnderstood("no_name")``."""
    if not isinstance(value, str) or not value.strip() or len(value) > MAX_TEXT:
        raise NotUnderstood("no_name")
    if not all(map(_is_seen, value)):
        raise NotUnderstood("no_name")
    return value


def shown(value: Json) -> str:
    """A fact for people: a text or a number; anything else becomes the empty text."""
    if isinstance(value, Decimal):
        is_sane = value.is_finite() and abs(value) < _MAX_NUMBER
        return f"{value.normalize():f}" if is_sane else ""
    return clean_text(value)


def at(answer: Body, path: str) -> Json:
    """The value at a dotted path in an answer; None if it is not there or the path is empty."""
    found: Json = answer if path else None
    for name in path.split("."):
        found = found.get(name) if isinstance(found, Mapping) else None
    return found


def part(answer: Body, name: str) -> Body:
    """An object within an answer; raises ``NotUnderstood("not_an_object")``."""
    found = answer.get(name)
    if not isinstance(found, Mapping):
        raise NotUnderstood("not_an_object")
    return found


def entries(value: Json) -> list[Body]:
    """The objects of a list of offers.

    Raises:
        NotUnderstood: it is not a list, too long, or has something else in it than objects.
    """
    if not isinstance(value, list):
        raise NotUnderstood("not_a_list")
    if len(value) > MAX_OFFERS:
        raise NotUnderstood("too_many")
    found: list[Body] = []
    for entry in value:
        if not isinstance(entry, Mapping):
            raise NotUnderstood("not_an_object")
        found.append(entry)
    return found


def unique(offers: Iterable[Offer]) -> tuple[Offer, ...]:
    """Each offer once.

    Raises:
        NotUnderstood: one id has two prices, so that no one can say what it costs; or stands for
            two things, so that no one can say what is bought.
    """
    found: dict[str, Offer] = {}
    for offer in offers:
        earlier = found.setdefault(offer.id, offer)
        if earlier.total != offer.total:
            raise NotUnderstood("duplicate_offer")
        if earlier.kind is OfferKind.PACKAGE and _bought(earlier) != _bought(offer):
            raise NotUnderstood("same_offer")
    return tuple(found.values())


def _bought(offer: Offer) -> tuple[str, int | None, int | None]:
    return offer.label, offer.duration_days, offer.duration_months
