"""Reads what a person types, pastes or scans.

Text copied from a chat, a web page or a PDF brings characters that nobody sees, and Windows' Nepali
keyboard sends the digits U+0966 to U+096F. Both look right in the field, so both are taken for what
they look like.
"""

from __future__ import annotations

import unicodedata

_JOINERS = frozenset("\u200c\u200d")
_UNSEEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs"})
# Characters without a shape that Unicode lists among letters and marks (Default_Ignorable).
_UNSEEN = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0") | frozenset(
    chr(code) for code in (*range(0x180B, 0x180E), *range(0xFE00, 0xFE10))
)
_LATIN_DIGITS = str.maketrans("०१२३४५६७८९", "0123456789")
_DEVANAGARI = range(0x0900, 0x0980)


def visible_text(text: str) -> str:
    """Removes what cannot be seen and replaces each kind of white space with a blank.

    The two joiners stay between letters of a Devanagari word, where they change its shape.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        " " if character.isspace() else character
        for at, character in enumerate(text)
        if _is_visible(text, at)
    )


def latin_digits(text: str) -> str:
    """Replaces Nepali digits with 0 to 9."""
    return text if text.isascii() else text.translate(_LATIN_DIGITS)


def typed_text(text: str) -> str:
    """Text for people, as typed: without unseen characters and blanks around it."""
    return visible_text(text).strip()


def typed_code(text: str) -> str:
    """An id, a number or a search for one: ``typed_text`` with the digits 0 to 9."""
    return latin_digits(typed_text(text))


def _is_visible(text: str, at: int) -> bool:
    character = text[at]
    if character in _JOINERS:
        return 0 < at < len(text) - 1 and _is_devanagari(text[at - 1], text[at + 1])
    if character.isspace():
        return True
    return character not in _UNSEEN and unicodedata.category(character) not in _UNSEEN_CATEGORIES


def _is_devanagari(*characters: str) -> bool:
    return all(ord(character) in _DEVANAGARI for character in characters)
