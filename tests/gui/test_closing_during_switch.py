"""What is changed while another environment is coming is stored, though the window is closed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop_app.core.environment import Environment
from desktop_app.data_folder import settings_path
from desktop_app.settings_store.settings_file import SettingsFile
from desktop_app.ui.shell import closing
from tests.gui.told_kit import told
from tests.gui.two_services import NotedService, TwoServices, two_services

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop_app.core.settings import Settings


@pytest.fixture
def shop(qtbot: QtBot, tmp_path: Path) -> Iterator[TwoServices]:
    with two_services(tmp_path / "shop", NotedService(), NotedService()) as shop:
        yield shop


def stored(shop: TwoServices) -> Settings:
    return SettingsFile(settings_path(shop.folder)).load()


def change_digits(shop: TwoServices) -> None:
    session = shop.clerk.app.session
    session.change(replace(session.settings, nepali_digits=True))


def test_the_window_closes_once_all_of_it_is_stored(shop: TwoServices) -> None:
    clerk = shop.clerk
    with shop.held_up("money"):
        shop.choose_live()
        change_digits(shop)
        assert not clerk.app.window.close()
        assert clerk.app.window.isVisible()
        assert told(clerk).startswith("Something is still being recorded.")
    clerk.wait(lambda: not clerk.app.window.isVisible())
    assert stored(shop).environment is Environment.LIVE
    assert stored(shop).nepali_digits


def test_it_is_stored_with_the_environment_where_the_window_did_not_wait_for_ever(
    shop: TwoServices, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(closing, "MAX_SECONDS_FOR_WRITES", 0.1)
    clerk = shop.clerk
    with shop.held_up("money"):
        shop.choose_live()
        change_digits(shop)
        assert not clerk.app.window.close()
        clerk.wait(lambda: not clerk.app.window.isVisible())
    # Nobody is called back any more.
    clerk.app.close()
    assert stored(shop).environment is Environment.LIVE
    assert stored(shop).nepali_digits


def test_what_could_not_be_stored_is_told_before_the_window_closes(shop: TwoServices) -> None:
    clerk = shop.clerk
    file = settings_path(shop.folder)
    file.unlink()
    # A folder is in the file's place.
    file.mkdir()
    with shop.held_up("money"):
        shop.choose_live()
        change_digits(shop)
        assert not clerk.app.window.close()
    clerk.until_idle()
    assert clerk.app.window.isVisible()
    assert "settings could not be stored" in told(clerk)
    assert clerk.app.session.environment is Environment.TEST
    assert clerk.app.window.close()
