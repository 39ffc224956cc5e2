"""Rules of the Nepali words, so that a later text says things as the others do."""

from __future__ import annotations

import re
from pathlib import Path

from tests.tables import each
from tests.unit.test_translations import NEPALI, Message

ROOT = Path(__file__).parents[2]
NASAL_WITH_A_DOT = "[ईौैो]ं(?!क)"
ELSEWHERE = (
    "README.md",
    "docs/installing.md",
    "docs/installing.ne.md",
    "docs/providers.md",
    "docs/providers.ne.md",
    "packaging/installer/words.nsh",
    "packaging/installer/Nepali.nsh",
    "packaging/builder/header.py",
    "desktop_app/diagnostics/native_messages.py",
    "desktop_app/printing/content.py",
    "desktop_app/printing/facts.py",
    "desktop_app/formatting/amount_in_words.py",
)
"""Nepali that is not in the translations."""

FORMS = [(message, form) for message in NEPALI for form in message.forms]

LATIN = {
    "amount",
    "before",
    "count",
    "day",
    "example",
    "file",
    "folder",
    "last",
    "most",
    "now",
    "number",
    "printer",
    "provider",
    "time",
    "total",
    "when",
    "words",
}
"""Fields that are filled with digits, Latin letters, or a text in quotes: a blank stands between
them and a case ending. After a Nepali word none may stand, so such a field stands last."""
ENDINGS = "मा|को|का|की|लाई|ले|बाट|देखि|सँग|सम्म|भन्दा|मै|मध्ये|द्वारा"
UNITS = "वटा|जना|पटक|दिन|सेकेन्ड|अक्षर|मिनेट|घण्टा|महिना|औँ"
LONE_NOUNS = "सेभ|प्रिन्ट|रद्द|कपी|सुरु"

BANNED = {
    "फर्क": "giving back is फिर्ता, a backup is रिस्टोर गर्नु, a page is gone to with जानु",
    "चल्दैन, ": "money is not चल्दैन (not valid) but काटिँदैन (not taken)",
    "सार्न": "सार्नु moves money; a choice goes यताउता or माथि-तल",
    "सार्ने": "सार्नु moves money; a choice goes यताउता or माथि-तल",
    "दराज": "the shop's drawer is गल्ला",
    "किरिङ": "nobody knows a keyring: सुरक्षित टोकन भण्डार",
    "के के भयो": "के-के भयो",
    "पछिको दिन": "अर्को दिन",
    "सेवालाई पठा": "सेवामा पठाउनु",
    "मानौँ": "say what to do: साँच्चै नलिनुहोस्",
    "अनि फेरि गर्नुहोस्": "फेरि प्रयास गर्नुहोस्",
    "पछि फेरि गर्नुहोस्": "फेरि प्रयास गर्नुहोस्",
    "को हिज्जे": "a bill's spelling is not wrong; it is compared: बिलसँग हिज्जे मिलाएर",
    "भेट्न सक": "a service is reached: सम्म पुग्न",
}


def wrong(rule: str) -> list[tuple[tuple[str, str], str]]:
    """The texts in which the pattern is found."""
    return [(message.key, form) for message, form in FORMS if re.search(rule, form)]


@each("words", BANNED, ids=list(BANNED))
def test_words_that_mean_something_else(words: str) -> None:
    assert wrong(re.escape(words)) == [], BANNED[words]


def test_one_spelling_of_a_nasal_at_the_end() -> None:
    """गर्छौँ, छौँ, तपाईँ, आफैँ: with a candrabindu, never with a dot."""
    assert wrong(NASAL_WITH_A_DOT) == []


@each("path", ELSEWHERE)
def test_one_spelling_of_a_nasal_outside_the_translations(path: str) -> None:
    """The manual, the installer, the boxes without Qt and the papers spell as the screens do."""
    text = (ROOT / path).read_text(encoding="utf-8")
    assert re.search("[\u0900-\u097f]", text), "it has no Nepali any more"
    assert re.findall(rf"\S*{NASAL_WITH_A_DOT}\S*", text) == []


def test_a_case_ending_is_joined_to_a_nepali_word() -> None:
    """“ग्राहक आईडीमा”, never “ग्राहक आईडी मा”."""
    loose = [
        (message.key, field)
        for message, form in FORMS
        for field in re.findall(rf"\{{(\w+)\}} (?:{ENDINGS})(?![\u0900-\u097f])", form)
        if field not in LATIN
    ]
    assert loose == []


def test_what_is_counted_has_its_classifier() -> None:
    """“3 जना ग्राहक”, “3 वटा भुक्तानी”; days and the like count themselves."""
    bare = [
        (message.key, form)
        for message, form in FORMS
        if message.numerus and not re.search(rf"%n ({UNITS})", form)
    ]
    assert bare == []


def test_the_program_has_one_name() -> None:
    lost = [m.key for m, form in FORMS if form.count("Bhuktani") < m.source.count("Bhuktani")]
    assert lost == []


def is_change(message: Message) -> bool:
    """It speaks of the change, not of something that has changed."""
    return bool(
        re.search(r"\b(Give|give|No) (the )?change\b|^Change (to give|given)", message.source)
    )


def test_change_and_refund_are_two_words() -> None:
    """खुद्रा is the change; फिर्ता is the customer's own money. One is never said for the other."""
    change = [(m, form) for m, form in FORMS if is_change(m)]
    assert len(change) >= 5
    assert [m.key for m, form in change if "खुद्रा" not in form] == []
    back = re.compile(r"\b(give|gives|given|gave|goes|gets|has|here is|put)\b.*\bback\b", re.I)
    refund = re.compile(r"return|refund|given the money", re.I)
    assert [
        m.key
        for m, form in FORMS
        if "फिर्ता" in form and not back.search(m.source) and not refund.search(m.source)
    ] == []


def test_a_button_says_what_to_do_not_a_noun() -> None:
    assert wrong(rf"(^|\s)({LONE_NOUNS})$") == []


def test_the_page_waiting_is_named_in_quotes() -> None:
    """Without them “पर्खाइमा खोल्नुहोस्” reads as: open it while it waits."""
    assert wrong("(?<!“)पर्खाइमा (खोल|हेर|गएर|पाना)") == []
