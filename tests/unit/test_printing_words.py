"""Amounts in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.money import Money
from desktop_app.core.settings import Language
from desktop_app.formatting.amount_in_words import (
    NEPALI_BELOW_HUNDRED,
    english_number,
    in_words,
    nepali_number,
)
from tests.tables import each

# The short-vowel spelling that the Nepal Academy teaches, as public lists have it.
SECOND_SOURCE = (
    "शुन्य एक दुई तिन चार पाँच छ सात आठ नौ "
    "दस एघार बाह्र तेह्र चौध पन्ध्र सोह्र सत्र अठार उन्नाइस "
    "बिस एक्काइस बाइस तेइस चौबिस पच्चिस छब्बिस सत्ताइस अट्ठाइस उनन्तिस "
    "तिस एकतिस बत्तिस तेत्तिस चौँतिस पैँतिस छत्तिस सैँतिस अठतिस उनन्चालिस "
    "चालिस एकचालिस बयालिस त्रिचालिस चवालिस पैँतालिस छयालिस सतचालिस अठचालिस उनन्चास "
    "पचास एकाउन्न बाउन्न त्रिपन्न चवन्न पचपन्न छपन्न सन्ताउन्न अन्ठाउन्न उनन्साठी "
    "साठी एकसट्ठी बयसट्ठी त्रिसट्ठी चौसट्ठी पैँसट्ठी छयसट्ठी सतसट्ठी अठसट्ठी उनन्सत्तरी "
    "सत्तरी एकहत्तर बहत्तर त्रिहत्तर चौहत्तर पचहत्तर छयहत्तर सतहत्तर अठहत्तर उनासी "
    "असी एकासी बयासी त्रियासी चौरासी पचासी छयासी सतासी अठासी उनान्नब्बे "
    "नब्बे एकानब्बे बयानब्बे त्रियानब्बे चौरानब्बे पन्चानब्बे छयानब्बे सन्तानब्बे अन्ठानब्बे उनान्सय"
)
SHORT_VOWELS = str.maketrans("ीू", "िु")
SCALES = {"सय": 100, "हजार": 10**3, "लाख": 10**5, "करोड": 10**7, "अरब": 10**9}


def parse_nepali(text: str) -> int:
    """Reads a number back the way a person does: groups from the right, each with its scale."""
    total, words = 0, text.split()
    for name, size in sorted(SCALES.items(), key=lambda item: -item[1]):
        if name in words:
            place = len(words) - 1 - words[::-1].index(name) if name == "अरब" else words.index(name)
            total += parse_nepali(" ".join(words[:place])) * size
            words = words[place + 1 :]
    assert len(words) <= 1
    return total + (NEPALI_BELOW_HUNDRED.index(words[0]) if words else 0)


def test_every_number_below_hundred_has_its_own_word() -> None:
    assert len(NEPALI_BELOW_HUNDRED) == len(set(NEPALI_BELOW_HUNDRED)) == 100


def test_words_below_hundred_agree_with_a_second_source() -> None:
    for ours, theirs in zip(NEPALI_BELOW_HUNDRED, SECOND_SOURCE.split(), strict=True):
        assert ours.translate(SHORT_VOWELS) == theirs.translate(SHORT_VOWELS)


@each(
    ("paisa", "english", "nepali"),
    [
        (
            165700,
            "One thousand six hundred fifty-seven rupees only",
            "एक हजार छ सय सन्ताउन्न रुपैयाँ मात्र",
        ),
        (
            27798,
            "Two hundred seventy-seven rupees and ninety-eight paisa only",
            "दुई सय सतहत्तर रुपैयाँ अन्ठानब्बे पैसा मात्र",
        ),
        (0, "Zero rupees only", "शून्य रुपैयाँ मात्र"),
        (100, "One rupee only", "एक रुपैयाँ मात्र"),
        (50, "Fifty paisa only", "पचास पैसा मात्र"),
        (10000, "One hundred rupees only", "एक सय रुपैयाँ मात्र"),
        (
            10**7 + 10100,
            "One lakh one hundred one rupees only",
            "एक लाख एक सय एक रुपैयाँ मात्र",
        ),
        (
            1234567899,
            "One crore twenty-three lakh forty-five thousand six hundred seventy-eight rupees"
            " and ninety-nine paisa only",
            "एक करोड तेइस लाख पैँतालीस हजार छ सय अठहत्तर रुपैयाँ उनान्सय पैसा मात्र",
        ),
        (10**11, "One hundred crore rupees only", "एक अरब रुपैयाँ मात्र"),
    ],
)
def test_amounts(paisa: int, english: str, nepali: str) -> None:
    assert in_words(Money(paisa), Language.ENGLISH) == english
    assert in_words(Money(paisa), Language.NEPALI) == nepali


@given(st.integers(min_value=0, max_value=10**11 - 1))
def test_nepali_words_can_be_read_back(number: int) -> None:
    assert parse_nepali(nepali_number(number)) == number


UNIT_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
)
UNITS = UNIT_WORDS.split()
TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
ENGLISH_SCALES = {"crore": 10**7, "lakh": 10**5, "thousand": 10**3, "hundred": 100}


def parse_english(text: str) -> int:
    words = text.replace("-", " ").split()
    for name, size in ENGLISH_SCALES.items():
        if name in words:
            place = words.index(name)
            rest = " ".join(words[place + 1 :])
            return parse_english(" ".join(words[:place])) * size + (
                parse_english(rest) if rest else 0
            )
    return sum(TENS[word] if word in TENS else UNITS.index(word) for word in words)


@given(st.integers(min_value=0, max_value=10**9))
def test_english_words_can_be_read_back(number: int) -> None:
    text = english_number(number)
    assert parse_english(text) == number
    assert "," not in text
    assert " and " not in text


@given(st.integers(min_value=0, max_value=10**11))
def test_words_have_no_double_spaces(paisa: int) -> None:
    for language in Language:
        text = in_words(Money(paisa), language)
        assert text == " ".join(text.split())


@pytest.mark.parametrize("language", Language)
def test_a_negative_amount_is_refused(language: Language) -> None:
    with pytest.raises(ValueError, match="negative"):
        in_words(Money(-1), language)
