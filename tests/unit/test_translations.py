"""The words in ``resources/translations``: complete, unbroken, of this source, and those agreed."""

from __future__ import annotations

import ast
import importlib.util
import re
import shutil
import string
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTranslator

from tests.tables import each

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "translations"

AGREED = {
    # States
    "PAID": "भुक्तानी भयो",
    "WAITING": "पर्खाइमा",
    "NOT PAID": "भुक्तानी भएन",
    "CASH RETURNED": "नगद फिर्ता भयो",
    "ASK SUPPORT": "सपोर्टलाई सोध्ने",
    "LIVE": "लाइभ",
    "TEST": "टेस्ट",
    "PRACTICE": "अभ्यास",
    # What to do with the cash
    "Keep the cash. Do not pay again.": "नगद राख्नुहोस्। फेरि भुक्तानी नगर्नुहोस्।",
    "Give back {amount}": "ग्राहकको {amount} सबै फिर्ता दिनुहोस्",
    "Cash returned": "नगद फिर्ता दिएँ",
    "Give change {amount}": "खुद्रा {amount} दिनुहोस्",
    "No change to give": "खुद्रा दिनुपर्दैन",
    "Check now": "अहिले जाँच्नुहोस्",
    "Tell the customer": "ग्राहकलाई भन्नुहोस्",
    "“The money is with us, the answer has not come. Please do not pay elsewhere. We will call.”": (
        "“पैसा हामीसँग छ, जवाफ आएको छैन। यो बिल अन्त नतिर्नुहोला। हामी फोन गर्छौँ।”"
    ),
    "Sending…": "पठाउँदै छ…",
    "Do not close. Do not take another payment for this bill.": (
        "बन्द नगर्नुहोस्। यो बिलको अर्को भुक्तानी नलिनुहोस्।"
    ),
    "{amount} was already paid for this customer today at {time} — receipt {receipt}": (
        "यो ग्राहकको {amount} आज {time} मा तिरिसकिएको छ — रसिद {receipt}"
    ),
    "The customer wants to pay again": "ग्राहक फेरि तिर्न चाहनुहुन्छ",
    "Stop, do not pay": "रोक्नुहोस्, भुक्तानी नगर्नुहोस्",
    "Nothing is paid in this step.": "यो चरणमा पैसा काटिँदैन।",
    "No customer with this username": "यो युजरनेमको ग्राहक भेटिएन",
    "The due is added only when the package changes": "प्याकेज फेर्दा मात्र बक्यौता थपिन्छ",
    "Nothing is paid. Do not take cash.": "केही तिरिँदैन। नगद नलिनुहोस्।",
    "PRACTICE — NOT A PAYMENT": "अभ्यास — भुक्तानी होइन",
    # Places and steps
    "New payment": "नयाँ भुक्तानी",
    "Payments": "भुक्तानी सूची",
    "Waiting": "पर्खाइमा",
    "Day close": "दिनको हिसाब",
    "Customers": "ग्राहक",
    "Settings": "सेटिङ",
    "Provider": "कम्पनी",
    "Customer": "ग्राहक",
    "Package or bill": "प्याकेज वा बिल",
    "Confirm": "पक्का गर्ने",
    "Receipt": "रसिद",
    "Choose the provider": "कम्पनी छान्नुहोस्",
    "Recent customers": "भर्खरका ग्राहक",
    "Look up": "खोज्नुहोस्",
    "Back": "पछाडि",
    "Next": "अगाडि",
    "Cancel": "रद्द गर्नुहोस्",
    "Close the day": "दिनको हिसाब बन्द गर्नुहोस्",
    "Welcome to Bhuktani": "Bhuktani मा स्वागत छ",
    "Practice first": "पहिले अभ्यास",
    "Connect the shop": "पसल जोड्नुहोस्",
    # Labels
    "Branch": "शाखा",
    "Days left": "बाँकी दिन",
    "Current": "अहिलेको",
    "Duration": "अवधि",
    "Price": "मूल्य",
    "Due so far": "अहिलेसम्मको बक्यौता",
    "Total": "जम्मा",
    "TOTAL": "जम्मा",
    "In words: {words}": "अक्षरमा: {words}",
    "Bill date": "बिल मिति",
    "Rate": "दर",
    "VAT": "भ्याट",
    "Amount": "रकम",
    "Cash received": "लिएको नगद",
    "Change to give": "दिने खुद्रा",
    "Change given": "दिएको खुद्रा",
    "Exact cash": "ठ्याक्कै नगद",
    "Pay {amount}": "{amount} भुक्तानी गर्नुहोस्",
    "Balance": "ब्यालेन्स",
    "Operator": "क्यासियर",
    "Reference": "रिफरेन्स",
    "Transaction id": "ट्रान्जेक्सन आईडी",
    "Rs. {amount}": "रु. {amount}",
    # Paper and the day
    "Print": "प्रिन्ट गर्नुहोस्",
    "Print again": "फेरि प्रिन्ट गर्नुहोस्",
    "Save PDF": "PDF सेभ गर्नुहोस्",
    "COPY {number}": "प्रतिलिपि {number}",
    "NOT A RECEIPT": "यो रसिद होइन",
    "CASH HELD SLIP": "नगद राखेको पुर्जी",
    "Cash held slip": "नगद राखेको पुर्जी",
    "CASH RETURN SLIP": "नगद फिर्ता पुर्जी",
    "Cash return slip": "नगद फिर्ता पुर्जी",
    "Receipt details": "रसिदको विवरण",
    "Expected cash": "हुनुपर्ने नगद",
    "Counted cash": "गनेको नगद",
    "Opening cash": "सुरुको नगद",
    "Taken to the bank": "बैंक लगेको",
    "Difference": "फरक",
}
"""Wordings of the design: used wherever the program says the English ones."""

ELSEWHERE = {
    # As on the design's pictures, where there is little room.
    ("ChoicePage", "Due so far"): "बक्यौता",
    ("Receipt", "Due so far"): "बक्यौता",
    # Not the button, but what was done: as an event, and as a label for the amount.
    ("History", "Cash returned"): "नगद फिर्ता दिइयो:",
    ("Receipt", "Cash returned"): "फिर्ता दिएको नगद",
    # Not the page, but how many.
    ("BackupList", "Payments"): "भुक्तानी",
}
SAME_IN_BOTH = {"%n this month", "%n more before it.", "and %n more", "%n more, see Payments"}
UNKIND = re.compile("त्रुटि|असफल|पेन्डिङ|एरर|फेल")
"""The words that the screens avoid in English too: error, failed, pending."""


@dataclass(frozen=True)
class Message:
    """One text of a ``.ts`` file."""

    context: str
    source: str
    numerus: bool
    finished: bool
    forms: tuple[str, ...]

    @property
    def key(self) -> tuple[str, str]:
        return self.context, self.source


def read(path: Path) -> list[Message]:
    return [
        Message(
            context.findtext("name", ""),
            element.findtext("source", ""),
            element.get("numerus") == "yes",
            translation.get("type") is None,
            tuple(form.text or "" for form in translation.iter("numerusform"))
            or (translation.text or "",),
        )
        for context in ET.parse(path).iter("context")
        for element in context.iter("message")
        for translation in element.iter("translation")
    ]


NEPALI = read(FOLDER / "bhuktani_ne.ts")
ENGLISH = read(FOLDER / "bhuktani_en.ts")


def fields(text: str) -> list[str]:
    """The ``{fields}`` of a text; Qt's ``%n`` counts as one."""
    names = [name for _, name, _, _ in string.Formatter().parse(text) if name is not None]
    return sorted({*names, *re.findall("%n|%L?[0-9]", text)})


def broken(source: str, translation: str) -> bool:
    """The translation lacks a field, has one too many, or cannot be filled in at all."""
    try:
        return fields(translation) != fields(source)
    except ValueError:
        return True


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    path = ROOT / "packaging" / "translations.py"
    spec = importlib.util.spec_from_file_location("translations_tool", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def fresh(tool: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the translations, brought up to date with the source and compiled."""
    folder = tmp_path_factory.mktemp("translations")
    for language in tool.LANGUAGES:
        shutil.copy(FOLDER / f"bhuktani_{language}.ts", folder)
    tool.update(folder)
    tool.compile_all(folder)
    return folder


def loaded(path: Path) -> QTranslator:
    translator = QTranslator()
    assert translator.load(str(path))
    return translator


# --- complete -----------------------------------------------------------------------------------


@pytest.mark.parametrize("messages", [NEPALI, ENGLISH], ids=["ne", "en"])
def test_every_text_has_its_words(messages: list[Message]) -> None:
    assert messages
    unfinished = [m.key for m in messages if not m.finished or not all(f.strip() for f in m.forms)]
    assert unfinished == []


@pytest.mark.parametrize("messages", [NEPALI, ENGLISH], ids=["ne", "en"])
def test_a_text_with_a_number_has_two_forms(messages: list[Message]) -> None:
    wrong = [m.key for m in messages if len(m.forms) != (2 if m.numerus else 1)]
    assert wrong == []
    assert [m.key for m in messages if m.numerus != ("%n" in m.source)] == []


# --- unbroken -----------------------------------------------------------------------------------


@pytest.mark.parametrize("messages", [NEPALI, ENGLISH], ids=["ne", "en"])
def test_the_fields_of_a_text_are_those_of_its_translation(messages: list[Message]) -> None:
    assert [m.key for m in messages for form in m.forms if broken(m.source, form)] == []


@each(
    ("source", "translation"),
    [
        ("Give back {amount}", "फिर्ता दिनुहोस्"),
        ("Give back {amount}", "{रकम} फिर्ता दिनुहोस्"),
        ("Give back {amount}", "{amount} {amount फिर्ता"),
        ("Give back {amount}", "{amount} {} फिर्ता"),
        ("Nothing to pay", "{amount} छैन"),
        ("%n day(s) left", "दिन बाँकी"),
        ("%n day(s) left", "%1 दिन बाँकी"),
        ("Back", "पछाडि {"),
    ],
)
def test_a_translation_that_breaks_a_field_is_rejected(source: str, translation: str) -> None:
    assert broken(source, translation)


def test_a_field_may_stand_elsewhere() -> None:
    assert not broken("Bill {number} of {count}", "{count} मध्ये बिल {number}")


def test_nepali_keeps_the_digits_and_the_tone() -> None:
    texts = [(m.key, form) for m in NEPALI for form in m.forms]
    assert [key for key, form in texts if re.search("[०-९]", form)] == []
    assert [key for key, form in texts if UNKIND.search(form)] == []
    assert [key for key, form in texts if form != form.strip() or "  " in form] == []


# --- of this source -----------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["ne", "en"])
def test_the_files_are_up_to_date(fresh: Path, language: str) -> None:
    name = f"bhuktani_{language}.ts"
    stored = {(m.key, m.numerus) for m in read(FOLDER / name)}
    now = {(m.key, m.numerus) for m in read(fresh / name)}
    assert now - stored == set(), "run packaging/translations.py and translate these"
    assert stored - now == set(), "run packaging/translations.py: these are gone"


@pytest.mark.parametrize("language", ["ne", "en"])
def test_the_program_loads_what_the_files_say(fresh: Path, language: str) -> None:
    stored = loaded(FOLDER / f"bhuktani_{language}.qm")
    made = loaded(fresh / f"bhuktani_{language}.qm")
    for message in read(FOLDER / f"bhuktani_{language}.ts"):
        for form, number in zip(message.forms, (1, 2), strict=False):
            n = number if message.numerus else -1
            for translator in (stored, made):
                assert translator.translate(message.context, message.source, "", n) == form


MARKS = ("tr", "translate", "QT_TRANSLATE_NOOP")


def marked(path: Path) -> Iterator[tuple[str, str, bool]]:
    """Context, text and whether it has a number: what a source file wants translated."""
    source = path.read_text(encoding="utf-8")
    if not any(f"{word}(" in source for word in MARKS):
        return
    tree = ast.parse(source)
    places: list[tuple[ast.AST, str]] = [(tree, "")]
    while places:
        node, owner = places.pop()
        owner = node.name if isinstance(node, ast.ClassDef) else owner
        places += [(child, owner) for child in ast.iter_child_nodes(node)]
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
        name = node.func.id if isinstance(node.func, ast.Name) else name
        words = [a.value if isinstance(a, ast.Constant) else None for a in node.args]
        if name == MARKS[0] and words and isinstance(words[0], str):
            yield owner, words[0], len(words) > 2
        if name in MARKS[1:] and len(words) > 1:
            context, text = words[:2]
            if isinstance(context, str) and isinstance(text, str):
                yield context, text, len(words) > 3


def test_the_tool_passes_over_no_text(fresh: Path) -> None:
    found = {(*m.key, m.numerus) for m in read(fresh / "bhuktani_ne.ts")}
    wanted = {text for path in (ROOT / "desktop_app").rglob("*.py") for text in marked(path)}
    assert wanted - found == set()
    assert found - wanted == set()


# --- English plurals ----------------------------------------------------------------------------


def test_english_has_the_plurals_of_every_text_with_a_number() -> None:
    assert {m.key for m in ENGLISH} == {m.key for m in NEPALI if m.numerus}


@each("message", ENGLISH, ids=lambda m: "-".join(m.key))
def test_english_says_one_and_two(message: Message) -> None:
    english = loaded(FOLDER / "bhuktani_en.qm")
    one, two, none = (
        english.translate(message.context, message.source, "", number) for number in (1, 2, 0)
    )
    assert "(" not in f"{one}{two}"
    assert none == two
    assert (one == two) == (message.source in SAME_IN_BOTH)


def test_english_examples() -> None:
    english = loaded(FOLDER / "bhuktani_en.qm")
    left = [english.translate("Recent", "%n day(s) left", "", number) for number in (1, 2)]
    assert left == ["%n day left", "%n days left"]


# --- those agreed -------------------------------------------------------------------------------


@each("source", AGREED)
def test_the_agreed_words_are_used_everywhere(source: str) -> None:
    said = {m.context: m.forms for m in NEPALI if m.source == source}
    agreed = {context: (ELSEWHERE.get((context, source), AGREED[source]),) for context in said}
    assert said == agreed


def test_the_agreed_words_are_in_use() -> None:
    """The check above would pass if the program said everything in other words."""
    sources = {m.source for m in NEPALI}
    assert len(sources & AGREED.keys()) > len(AGREED) * 3 // 4
    assert {m.key for m in NEPALI} >= ELSEWHERE.keys()
