"""Step 3 says what it waits for, and what is looked for in its list: real window, real keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop_app.core.inquiry_flow import Step
from desktop_app.core.settings import Language
from tests.clerk import ENTER, ESC, Clerk, open_shop
from tests.gui.dialogue_kit import field

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.gui.screen_reader import ListeningScreenReader

CHOOSE = "Choose a row first."


def opened(folder: Path, language: Language = Language.ENGLISH) -> Clerk:
    """A practice shop at the long list of one company, with nothing chosen."""
    clerk = open_shop(
        folder, practice=True, language=language, companies=("nijgadh-cable",), paints=False
    )
    clerk.press(Qt.Key.Key_1, ENTER)
    clerk.until_step(Step.CUSTOMER)
    for text in ("ram_home01", "Asha Rana", "9841000000"):
        clerk.type(text)
        clerk.press(ENTER)
    clerk.until_step(Step.CHOICE)
    clerk.wait(lambda: clerk.find("choice.list").isVisible())
    assert clerk.app.window.flow.offer is None
    return clerk


@pytest.fixture
def clerk(qapp: object, tmp_path: Path) -> Iterator[Clerk]:
    found = opened(tmp_path / "shop")
    yield found
    found.app.close()


def names(clerk: Clerk) -> list[str]:
    return [row.cell(0).text for row in clerk.find("choice.list").rows]


def test_enter_without_a_choice_says_to_choose_one(
    clerk: Clerk, reader: ListeningScreenReader
) -> None:
    assert not clerk.find("choice.note").isVisible()
    clerk.press(ENTER)
    assert clerk.find("choice.note").isVisible()
    assert clerk.says("choice.note") == CHOOSE
    assert CHOOSE in reader.heard()
    assert clerk.stands_at(Step.CHOICE)
    clerk.press(Qt.Key.Key_2)
    assert not clerk.find("choice.note").isVisible()
    clerk.press(ENTER)
    clerk.until_step(Step.CONFIRM)


def test_esc_empties_the_field_before_it_leaves_the_step(clerk: Clerk) -> None:
    count = len(names(clerk))
    clerk.type("mbps")
    clerk.press(ESC)
    assert clerk.stands_at(Step.CHOICE)
    assert field(clerk, "choice.filter").text() == ""
    assert len(names(clerk)) == count
    clerk.press(ESC)
    clerk.until_step(Step.CUSTOMER)


def test_a_list_without_a_match_says_so(clerk: Clerk, reader: ListeningScreenReader) -> None:
    words = "Nothing in the list is called so."
    clerk.type("qqq")
    assert names(clerk) == []
    assert clerk.find("choice.note").isVisible()
    assert clerk.says("choice.note") == words
    assert words in reader.heard()
    note, table = clerk.find("choice.note"), clerk.find("choice.list")
    clerk.wait(lambda: note.y() - table.geometry().bottom() < 2 * note.sizeHint().height())
    assert note.height() <= 2 * note.sizeHint().height()
    clerk.press(ENTER)
    assert clerk.says("choice.note") == words
    assert words in reader.heard()
    clerk.press(ESC)
    assert not clerk.find("choice.note").isVisible()
    assert names(clerk)


def test_a_number_is_looked_for_in_prices_only_where_no_name_has_it(clerk: Clerk) -> None:
    everything = names(clerk)
    clerk.find("choice.filter").setFocus()
    clerk.type("6")
    assert names(clerk) == [name for name in everything if "6" in name]
    assert names(clerk)
    field(clerk, "choice.filter").clear()
    clerk.type("12,600")
    assert names(clerk) == ["Internet Package - 12Month 20Mbps"]


def test_both_sentences_are_said_in_nepali(qapp: object, tmp_path: Path) -> None:
    clerk = opened(tmp_path / "shop", Language.NEPALI)
    try:
        clerk.press(ENTER)
        chosen = clerk.says("choice.note")
        clerk.type("qqq")
        assert clerk.says("choice.note") != chosen
        assert not any(one.isascii() for one in (chosen, clerk.says("choice.note")))
    finally:
        clerk.app.close()
