"""The list of companies, in Settings and at the first start: a name and Enter only ever adds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QLineEdit, QWidget

import desktop_app.providers
from desktop_app.core.environment import Environment
from desktop_app.core.settings import Settings
from desktop_app.core.shop import Shop
from desktop_app.sandbox.practice import PRACTICE_TOKEN
from desktop_app.sandbox.server import SandboxServer
from desktop_app.ui.setup_forms.company_table import CompanyColumn
from desktop_app.ui.widgets import Button
from tests.gui.settings_kit import Window, running, stored
from tests.list_rows import click_company, companies, company
from tests.street import street

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.gui.screen_reader import ListeningScreenReader

ENTER, TAB, ESC, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape, Qt.Key.Key_Space
SHOP = Settings(environment=Environment.PRACTICE, shop=Shop(name="Ganesh Kirana"))
SEARCH, COUNT = "settings.providers.search", "settings.providers.count"


def in_sight(window: Window, slug: str) -> bool:
    """The row of a company is seen whole."""
    table = companies(window.app.window)
    (number,) = [number for number, row in enumerate(table.rows) if row.slug == slug]
    box = table.visualRect(table.model().index(number, CompanyColumn.ON))
    return table.viewport().rect().contains(box)


def typed(window: Window, name: str) -> str:
    return window.find(name, QLineEdit).text()


# --- in Settings --------------------------------------------------------------------------------


@pytest.fixture
def in_settings(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    with running(qtbot, tmp_path, settings=SHOP) as window:
        window.open_settings("providers")
        window.find(SEARCH, QLineEdit).setFocus()
        yield window


def test_enter_leads_to_a_company_that_is_on_and_space_switches_it_off(
    in_settings: Window, tmp_path: Path, reader: ListeningScreenReader
) -> None:
    window = in_settings
    window.type("techm")
    window.key(ENTER)
    window.settle()
    assert stored(tmp_path).providers_off == ()
    assert window.focus_name() == "settings.providers.table"
    assert companies(window.app.window).current_slug() == "techminds"
    assert window.words(COUNT).startswith("Techminds is on. Space switches it off.")
    assert reader.said == [window.words(COUNT)]
    window.key(SPACE)
    window.settle()
    assert stored(tmp_path).providers_off == ("techminds",)
    window.key(ESC)
    assert typed(window, SEARCH) == ""
    assert companies(window.app.window).current_slug() == "techminds"
    assert in_sight(window, "techminds")


def test_enter_switches_a_company_on_that_was_off_and_its_row_stays_in_sight(
    in_settings: Window, tmp_path: Path
) -> None:
    window = in_settings
    click_company(window.app.window, "techminds", CompanyColumn.ON)
    window.settle()
    assert stored(tmp_path).providers_off == ("techminds",)
    window.type("techm")
    window.key(ENTER)
    window.settle()
    assert stored(tmp_path).providers_off == ()
    assert (window.focus_name(), typed(window, SEARCH)) == (SEARCH, "")
    assert in_sight(window, "techminds")
    assert window.words(COUNT).startswith("Techminds added.")
    window.type("t")
    assert "added" not in window.words(COUNT)


def counts(window: Window) -> list[int]:
    return [int(word) for word in window.words(COUNT).split() if word.isdecimal()]


def test_a_retired_company_counts_only_where_it_is_on(in_settings: Window) -> None:
    window = in_settings
    infos = [one.info for one in window.app.use_cases.catalog.providers()]
    current = sum(not info.retired for info in infos)
    retired = next(info.slug for info in infos if info.retired)
    assert current < len(infos)
    assert counts(window) == [current, current]
    assert not window.find("settings.providers.all", QAbstractButton).isEnabled()
    click_company(window.app.window, "techminds", CompanyColumn.ON)
    assert counts(window) == [current - 1, current]
    assert window.find("settings.providers.all", QAbstractButton).isEnabled()
    click_company(window.app.window, retired, CompanyColumn.ON)
    assert counts(window) == [current, current + 1]
    assert window.find("settings.providers.all", QAbstractButton).isEnabled()
    window.press("settings.providers.all")
    assert counts(window) == [current + 1, current + 1], "one company is switched unasked"


def answer(window: Window, button: str) -> None:
    """Press a button of the question."""
    (question,) = [d for d in window.app.window.findChildren(QDialog, "ask") if d.isVisible()]
    assert question.accessibleName()
    window.press(f"ask.{button}")
    window.settle()
    window.app.window.activateWindow()
    window.settle()


def test_the_choice_of_the_shop_is_given_up_only_after_a_question(
    in_settings: Window, tmp_path: Path
) -> None:
    window = in_settings
    pinned, off = ("techminds", "worldlink-v2"), ("subisu", "arrownet")
    for slug in pinned:
        click_company(window.app.window, slug, CompanyColumn.PINNED)
    for slug in off:
        click_company(window.app.window, slug, CompanyColumn.ON)
    window.settle()
    on, _ = counts(window)
    window.press("settings.providers.few")
    words = window.find("ask.words", QLabel).text()
    assert words == f"{on - 2} companies will be switched off. Your choice is lost."
    answer(window, "no")
    assert set(stored(tmp_path).providers_off) == set(off)
    window.press("settings.providers.few")
    answer(window, "yes")
    assert {row.slug for row in companies(window.app.window).rows if row.is_on} == set(pinned)
    few = window.find("settings.providers.few", Button)
    assert (few.isEnabled(), few.accessibleDescription()) == (False, "Only these are on.")
    kept = stored(tmp_path).providers_off
    window.press("settings.providers.all")
    assert "will be switched on" in window.find("ask.words", QLabel).text()
    answer(window, "no")
    assert stored(tmp_path).providers_off == kept
    window.press("settings.providers.all")
    answer(window, "yes")
    assert stored(tmp_path).providers_off == ()


# --- at the first start -------------------------------------------------------------------------


@pytest.fixture(scope="module")
def server() -> Iterator[SandboxServer]:
    with SandboxServer() as server:
        yield server


@pytest.fixture
def at_first(
    qtbot: QtBot, tmp_path: Path, server: SandboxServer, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Window]:
    monkeypatch.setattr(desktop_app.providers, "all_providers", street)
    with running(qtbot, tmp_path, settings=Settings(test_url=server.url)) as window:
        window.key(Qt.Key.Key_2)
        window.type("Hari Stores")
        go_on(window)
        window.key(TAB, Qt.KeyboardModifier.ShiftModifier)
        window.key(Qt.Key.Key_Right)
        window.key(TAB)
        window.type(PRACTICE_TOKEN)
        go_on(window)
        go_on(window)
        assert window.focus_name() == "first.companies.search"
        yield window


def go_on(window: Window) -> None:
    window.key(ENTER)
    window.settle()


def said(window: Window) -> str:
    return window.words("first.companies.count")


def test_a_company_that_is_named_twice_stays_chosen(
    at_first: Window, reader: ListeningScreenReader
) -> None:
    window = at_first
    window.type("worldl")
    window.key(ENTER)
    assert said(window) == "WorldLink added.\n1 of 66 are chosen."
    assert in_sight(window, "worldlink")
    window.type("worldl")
    assert said(window) == "1 of 66 are chosen."
    window.key(ENTER)
    assert said(window) == "WorldLink is chosen already.\n1 of 66 are chosen."
    assert company(window.app.window, "worldlink").is_on
    assert typed(window, "first.companies.search") == ""
    assert window.focus_name() == "first.companies.search"
    window.type("qqqqqq")
    window.key(ENTER)
    assert said(window) == "No company has this name."
    assert reader.said == [
        "WorldLink added.\n1 of 66 are chosen.",
        "WorldLink is chosen already.\n1 of 66 are chosen.",
        "No company has this name.",
    ]


def test_enter_belongs_to_the_list_while_a_name_is_typed(at_first: Window) -> None:
    window = at_first
    following = window.find("first.next", Button)
    assert (following.key, following.text()) == ("Enter", "Skip: all are on")
    window.type("sky int")
    assert following.key == ""
    # From the list, too: Enter takes the company with the keyboard, and the next name follows.
    window.key(Qt.Key.Key_Down)
    assert window.focus_name() == "first.companies.table"
    window.key(ENTER)
    assert company(window.app.window, "sky-internet").is_on
    assert window.focus_name() == "first.companies.search"
    assert (following.key, following.text()) == ("Enter", "Next")
    window.type("sky")
    window.key(ESC)
    assert following.key == "Enter"


def summary(window: Window) -> str:
    """What the last step says, as it is read."""
    inside = window.find("first.summary", QWidget)
    return " | ".join(label.text() for label in inside.findChildren(QLabel) if label.text())


def test_the_last_step_says_which_companies_were_chosen(at_first: Window) -> None:
    window = at_first
    go_on(window)
    go_on(window)
    assert "Companies | All |" in summary(window)
    for names, words in (
        (("worldl", "vianet"), "WorldLink, Vianet"),
        (("subisu", "techm", "broadl"), "WorldLink, Vianet, Subisu and 2 more"),
    ):
        window.key(ESC)
        window.key(ESC)
        for name in names:
            window.type(name)
            window.key(ENTER)
        go_on(window)
        go_on(window)
        assert f"Companies | {words} |" in summary(window)
