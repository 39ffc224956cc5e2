"""The first start asks which companies the street has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

import desktop_app.providers
from desktop_app.core.environment import Environment
from desktop_app.core.settings import Settings
from desktop_app.sandbox.practice import PRACTICE_TOKEN
from desktop_app.ui.setup_forms.company_table import CompanyColumn
from desktop_app.ui.widgets import TileList
from tests.gui.first_run_kit import ENTER, ESC, choose_test, enter, to_token
from tests.gui.settings_kit import Window, running, stored
from tests.list_rows import click_company, companies
from tests.street import street

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop_app.sandbox.server import SandboxServer


def to_companies(window: Window) -> None:
    """Up to the question which companies the street has."""
    to_token(window)
    choose_test(window)
    window.type(PRACTICE_TOKEN)
    enter(window)
    enter(window)
    assert window.focus_name() == "first.companies.search"


@pytest.fixture
def many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desktop_app.providers, "all_providers", street)


def finish(window: Window) -> list[str]:
    """From the companies to the start page; the slugs of its tiles."""
    for _ in range(3):
        enter(window)
    assert window.app.window.main_view is not None
    (view,) = [one for one in window.app.window.findChildren(TileList) if one.isVisible()]
    window.until(lambda: bool(view.items))
    return [item.id for item in view.items]


@pytest.mark.usefixtures("many")
def test_the_companies_of_the_street_are_named_with_the_keyboard_alone(
    qtbot: QtBot, tmp_path: Path, practice_server: SandboxServer
) -> None:
    with running(qtbot, tmp_path, settings=Settings(test_url=practice_server.url)) as window:
        to_companies(window)
        for words in ("worldl", "vainet", "पोखरा ले"):
            if words.isascii():
                window.type(words)
            else:
                window.find("first.companies.search", QLineEdit).setText(words)
            window.key(ENTER)
            assert window.find("first.companies.search", QLineEdit).text() == ""
        window.type("sky int")
        window.key(Qt.Key.Key_Down)
        window.key(Qt.Key.Key_Space)
        assert window.words("first.companies.count") == "4 of 66 are chosen."
        assert window.words("first.next") == "Next"
        window.key(ESC)
        window.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        window.until(lambda: window.app.session.nepali)
        window.settle()
        window.until(lambda: window.sees("first.companies.search"))
        window.settle()
        chosen = {row.slug for row in companies(window.app.window).rows if row.is_on}
        wanted = {"worldlink", "vianet", "pokhara-internet-lekhnath", "sky-internet"}
        assert chosen == wanted
        assert set(finish(window)) == wanted
    assert len(stored(tmp_path).providers_off) == 62


@pytest.mark.usefixtures("many")
def test_with_the_mouse_alone_a_second_click_takes_a_company_back(
    qtbot: QtBot, tmp_path: Path, practice_server: SandboxServer
) -> None:
    with running(qtbot, tmp_path, settings=Settings(test_url=practice_server.url)) as window:
        to_companies(window)
        for slug in ("arrownet", "vns", "arrownet"):
            click_company(window.app.window, slug, CompanyColumn.ON)
        assert finish(window) == ["vns"]


@pytest.mark.usefixtures("many")
def test_a_shop_that_names_none_has_them_all_and_is_not_asked_again(
    qtbot: QtBot, tmp_path: Path, practice_server: SandboxServer
) -> None:
    with running(qtbot, tmp_path, settings=Settings(test_url=practice_server.url)) as window:
        to_companies(window)
        click_company(window.app.window, "vns", CompanyColumn.ON)
        click_company(window.app.window, "vns", CompanyColumn.ON)
        assert len(finish(window)) == 9
    assert stored(tmp_path).providers_off == ()
    with running(qtbot, tmp_path) as window:
        assert not window.sees("first.companies.search")


def test_a_shop_of_before_is_not_asked_and_keeps_its_choice(qtbot: QtBot, tmp_path: Path) -> None:
    before = Settings(environment=Environment.PRACTICE, providers_off=("worldlink-v2",))
    with running(qtbot, tmp_path, settings=before) as window:
        assert not window.sees("first.companies.search")
        assert not window.sees("provider.tile.worldlink-v2")
    assert stored(tmp_path).providers_off == ("worldlink-v2",)
