"""Folds spellings of one word into one form, so that a search finds each by the others."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from desktop_app.core.typed_text import typed_code

_NASAL = re.compile("[ङञणनम]\u094d(?=[क-भ])")
_SAME_SOUND = str.maketrans("ँीूईऊशषव", "ंिुइउससब")
_KEPT_MARKS = range(0x0900, 0x0980)


def fold(text: str) -> str:
    """The form that spellings of one name share: no case, accents, blanks or signs.

    In Devanagari the signs of letters stay, but the spellings that are used for each other, such as
    लिङ्क and लिंक, become one.
    """
    return "".join(folded_words(text))


@lru_cache(maxsize=1024)
def folded_words(text: str, *, joins_nasals: bool = True) -> tuple[str, ...]:
    """The words of a text, each in the form of ``fold``.

    Without `joins_nasals` a nasal stays as it is written.
    """
    plain = unicodedata.normalize("NFKD", typed_code(text)).casefold()
    if plain.isascii():
        return _words(plain)
    kept = "".join(one for one in plain if not _is_accent(one))
    # The two joiners and the dot below a letter change its look alone.
    kept = kept.replace("\u200c", "").replace("\u200d", "").replace("\u093c", "")
    return _words((_NASAL.sub("ं", kept) if joins_nasals else kept).translate(_SAME_SOUND))


def _words(text: str) -> tuple[str, ...]:
    return tuple(word for part in text.split() if (word := _letters(part)))


def _letters(part: str) -> str:
    return part if part.isalnum() else "".join(filter(is_letter, part))


def _is_accent(character: str) -> bool:
    return unicodedata.combining(character) != 0 and ord(character) not in _KEPT_MARKS


def is_letter(character: str) -> bool:
    """A letter, a digit, or a sign of a Devanagari letter."""
    return character.isalnum() or ord(character) in _KEPT_MARKS
