"""Finds providers by what a clerk types: a name, a slug, initials, the Nepali name, or nearly so.

Exact matches come first, then those that begin with the words, then all others; then those of
which only the slug or the endpoint matches, which no clerk sees; last those that differ by one
typing error. Providers that match equally well keep the order that was given.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop_app.core.folded_text import fold, folded_words
from desktop_app.core.typed_text import typed_code

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop_app.core.billing.provider import ProviderInfo

_LEAST_FOR_ERRORS = 3
"""Letters of a word that is compared as a whole; with fewer, one error would match anything."""
_LEAST_FOR_BEGINNINGS = 4
"""Letters that are compared with the beginning of a longer word."""
_WORDS = re.compile(r"[^\W_]+")
_HUMPS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")


class Match(IntEnum):
    """How well a provider matches; the lower, the better."""

    EXACT = 0
    BEGINS = 1
    INITIALS = 2
    WORD_BEGINS = 3
    CONTAINS = 4
    ONE_ERROR = 5


@dataclass(frozen=True, slots=True)
class _Keys:
    """The folded texts under which a provider is found."""

    whole: tuple[str, ...]
    words: tuple[str, ...]
    initials: frozenset[str]


def found(typed: str, infos: Iterable[ProviderInfo]) -> list[ProviderInfo]:
    """Return the providers that match, the best first; all of them where nothing is typed."""
    ranked = [(ranks, info) for info in infos if (ranks := _ranks(typed, info)) is not None]
    return [info for _, info in sorted(ranked, key=lambda one: _place(*one[0]))]


def match(typed: str, info: ProviderInfo) -> Match | None:
    """Return how well a provider matches what is typed; None if it does not."""
    ranks = _ranks(typed, info)
    return None if ranks is None else min(ranks)


def _ranks(typed: str, info: ProviderInfo) -> tuple[Match, Match] | None:
    """How well the names match, and then the codes; an error counts where nothing else matches."""
    words = folded_words(typed)
    if not words:
        return (Match.EXACT, Match.EXACT) if not typed_code(typed) else None
    names, codes = _keys_of(info)
    by_name, by_code = _match(words, names), _match(words, codes)
    if by_name is not None or by_code is not None:
        least = Match.ONE_ERROR
        return (least if by_name is None else by_name), (least if by_code is None else by_code)
    sought = "".join(words)
    if any(_nearly(sought, keys) for keys in (names, codes)):
        return Match.ONE_ERROR, Match.ONE_ERROR
    return None


def _place(by_name: Match, by_code: Match) -> tuple[Match, Match]:
    """Codes put nothing before another whose name matches as well."""
    is_named = by_name is not Match.ONE_ERROR
    return by_name, (Match.EXACT if is_named else by_code)


def _match(words: tuple[str, ...], keys: _Keys) -> Match | None:
    sought = "".join(words)
    if sought in keys.whole:
        return Match.EXACT
    if any(key.startswith(sought) for key in keys.whole):
        return Match.BEGINS
    if sought in keys.initials:
        return Match.INITIALS
    if all(any(key.startswith(word) for key in keys.words) for word in words):
        return Match.WORD_BEGINS
    return Match.CONTAINS if any(sought in key for key in keys.whole) else None


def first_letter(info: ProviderInfo) -> str:
    """The letter under which a provider stands in a list by names; ``#`` for a digit."""
    begins = unicodedata.normalize("NFKD", info.name.strip())[:1].upper()
    return begins if begins.isalpha() else "#"


def by_letter(infos: Iterable[ProviderInfo]) -> list[ProviderInfo]:
    """The providers by name, those of one letter together."""
    return sorted(infos, key=lambda info: (first_letter(info), fold(info.name), info.slug))


def _spellings(text: str) -> tuple[str, ...]:
    """The folded text, and the same with its nasals as written: half a name is typed so."""
    return tuple(dict.fromkeys((fold(text), "".join(folded_words(text, joins_nasals=False)))))


def _keys_of(info: ProviderInfo) -> tuple[_Keys, _Keys]:
    """Those of the names, which people know, and those of the service's codes."""
    return _name_keys(info.name, info.nepali_name, info.monogram), _code_keys(
        info.slug, info.endpoint
    )


@lru_cache(maxsize=512)
def _name_keys(name: str, nepali: str, monogram: str) -> _Keys:
    humps = _HUMPS.findall(name)
    parts = [*name.split(), *nepali.split(), *_WORDS.findall(name), *humps]
    of_names = (_initials(part) for part in (name.split(), humps, nepali.split()))
    initials = frozenset({fold(monogram), *of_names}) - {""}
    return _Keys(_spelled((name, nepali)), _spelled(parts), initials)


@lru_cache(maxsize=512)
def _code_keys(*codes: str) -> _Keys:
    parts = [part for code in codes for part in _WORDS.findall(code)]
    return _Keys(_spelled(codes), _spelled(parts), frozenset())


def _spelled(texts: Iterable[str]) -> tuple[str, ...]:
    spellings = dict.fromkeys(one for text in texts for one in _spellings(text))
    return tuple(filter(None, spellings))


def _initials(words: Iterable[str]) -> str:
    return fold("".join(word[:1] for word in words))


def _nearly(sought: str, keys: _Keys) -> bool:
    """One error makes a name or a word of what is typed, or the beginning of one."""
    if len(sought) < _LEAST_FOR_ERRORS:
        return False
    return any(_is_near(sought, key) for key in (*keys.whole, *keys.words))


def _is_near(sought: str, key: str) -> bool:
    lengths = {len(key)}
    if len(sought) >= _LEAST_FOR_BEGINNINGS:
        lengths |= {len(sought) - 1, len(sought), len(sought) + 1}
    return any(one_error(sought, key[:length]) for length in lengths if length <= len(key))


def one_error(left: str, right: str) -> bool:
    """The texts are equal but for one letter too many, missing or wrong, or two exchanged."""
    if abs(len(left) - len(right)) > 1:
        return False
    same = 0
    for one, other in zip(left, right, strict=False):
        if one != other:
            break
        same += 1
    left, right = left[same:], right[same:]
    if len(left) != len(right):
        longer, shorter = (left, right) if len(left) > len(right) else (right, left)
        return longer[1:] == shorter
    exchanged = left[2:] == right[2:] and left[:2] == right[1::-1]
    return left[1:] == right[1:] or exchanged
