"""Amounts in words, as they stand below a total.

English comes from ``num2words`` (``en_IN``: lakh and crore). No library has Nepali number words
right, so they are made from an own table; it follows one spelling throughout (long vowel in बीस,
तीस, चालीस; चन्द्रबिन्दु in चौँतीस, पैँतीस; one न् in एकानब्बे).
"""

from __future__ import annotations

from desktop_app.core.money import PAISA_PER_RUPEE, ZERO, Money
from desktop_app.core.settings import Language

_BELOW_HUNDRED = (
    "शून्य एक दुई तीन चार पाँच छ सात आठ नौ "
    "दस एघार बाह्र तेह्र चौध पन्ध्र सोह्र सत्र अठार उन्नाइस "
    "बीस एक्काइस बाइस तेइस चौबीस पच्चीस छब्बीस सत्ताइस अट्ठाइस उनन्तीस "
    "तीस एकतीस बत्तीस तेत्तीस चौँतीस पैँतीस छत्तीस सैँतीस अठतीस उनन्चालीस "
    "चालीस एकचालीस बयालीस त्रिचालीस चवालीस पैँतालीस छयालीस सतचालीस अठचालीस उनन्चास "
    "पचास एकाउन्न बाउन्न त्रिपन्न चवन्न पचपन्न छपन्न सन्ताउन्न अन्ठाउन्न उनन्साठी "
    "साठी एकसट्ठी बयसट्ठी त्रिसट्ठी चौसट्ठी पैँसट्ठी छयसट्ठी सतसट्ठी अठसट्ठी उनन्सत्तरी "
    "सत्तरी एकहत्तर बहत्तर त्रिहत्तर चौहत्तर पचहत्तर छयहत्तर सतहत्तर अठहत्तर उनासी "
    "असी एकासी बयासी त्रियासी चौरासी पचासी छयासी सतासी अठासी उनान्नब्बे "
    "नब्बे एकानब्बे बयानब्बे त्रियानब्बे चौरानब्बे पन्चानब्बे छयानब्बे सन्तानब्बे अन्ठानब्बे उनान्सय"
)
NEPALI_BELOW_HUNDRED = tuple(_BELOW_HUNDRED.split())
"""0 to 99; none can be derived from its digits."""

_NEPALI_SCALES = (
    (10**9, "अरब"),
    (10**7, "करोड"),
    (10**5, "लाख"),
    (10**3, "हजार"),
    (10**2, "सय"),
)


def in_words(amount: Money, language: Language) -> str:
    """``One thousand six hundred fifty-seven rupees only`` and its like in Nepali.

    Raises:
        ValueError: the amount is negative.
    """
    if amount < ZERO:
        raise ValueError("a negative amount has no words")
    rupees, paisa = divmod(amount.paisa, PAISA_PER_RUPEE)
    if language is Language.NEPALI:
        return _in_nepali(rupees, paisa)
    return _in_english(rupees, paisa)


def nepali_number(number: int) -> str:
    """A whole number from 0 in Nepali words."""
    if number < len(NEPALI_BELOW_HUNDRED):
        return NEPALI_BELOW_HUNDRED[number]
    parts: list[str] = []
    for size, name in _NEPALI_SCALES:
        count, number = divmod(number, size)
        if count:
            parts += [nepali_number(count), name]
    if number:
        parts.append(NEPALI_BELOW_HUNDRED[number])
    return " ".join(parts)


def english_number(number: int) -> str:
    """A whole number from 0 in English words with lakh and crore, without commas and "and"."""
    # Brings all of its languages: not before the first paint.
    from num2words import num2words

    text: str = num2words(number, lang="en_IN")
    return text.replace(",", "").replace(" and ", " ")


def _in_nepali(rupees: int, paisa: int) -> str:
    parts: list[str] = []
    if rupees or not paisa:
        parts.append(f"{nepali_number(rupees)} रुपैयाँ")
    if paisa:
        parts.append(f"{nepali_number(paisa)} पैसा")
    return " ".join([*parts, "मात्र"])


def _in_english(rupees: int, paisa: int) -> str:
    parts: list[str] = []
    if rupees or not paisa:
        parts.append(f"{english_number(rupees)} {'rupee' if rupees == 1 else 'rupees'}")
    if paisa:
        parts.append(f"{english_number(paisa)} paisa")
    text = " and ".join(parts) + " only"
    return text[0].upper() + text[1:]
