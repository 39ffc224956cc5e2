"""A company that Khalti has not enabled for the shop says so on its tile until a look-up works."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop_app.core.environment import Environment
from desktop_app.core.errors import BhuktaniError, Problem, ServiceError
from desktop_app.core.inquiry_flow import Step
from desktop_app.core.settings import Language, Settings
from desktop_app.data_folder import settings_path
from desktop_app.settings_store.settings_file import SettingsFile
from desktop_app.ui.widgets import TileItem
from tests.clerk import ENTER, ESC, Clerk

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.sandbox.server import SandboxServer
    from tests.gui.conftest import OpenShop

ONE, TWO = Qt.Key.Key_1, Qt.Key.Key_2
SLUG = "worldlink-v2"


def tile(clerk: Clerk) -> TileItem:
    item = clerk.find(f"provider.tile.{SLUG}").item
    assert isinstance(item, TileItem)
    return item


def look_up(clerk: Clerk, account: str) -> None:
    """Look a customer up, and go back to the tiles."""
    clerk.press(ONE, ENTER)
    clerk.find("customer.id").clear()
    clerk.type(account)
    clerk.press(ENTER)
    clerk.until_idle()
    while not clerk.stands_at(Step.PROVIDER):
        clerk.press(ESC)
        clerk.until_idle()


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (Language.ENGLISH, "not enabled: ask Khalti"),
        (Language.NEPALI, "चालु छैन: खल्तीलाई सोध्नुहोस्"),
    ],
)
def test_the_tile_says_so_is_still_chosen_and_forgets_it_after_a_look_up_that_works(
    shops: OpenShop, server: SandboxServer, tmp_path: Path, language: Language, words: str
) -> None:
    clerk = shops(url=server.url, language=language)
    assert tile(clerk).note == ""
    look_up(clerk, "practice_not_enabled")
    assert tile(clerk).note == words
    assert words in tile(clerk).spoken
    assert clerk.find("provider.tile.vianet-updated").item.note == ""
    look_up(clerk, "rambdr_thap")
    assert tile(clerk).note == words, "that nobody has the name says nothing about it"
    clerk.app.close()
    again = shops(url=server.url, language=language)
    assert tile(again).note == words, "after a restart, too"
    look_up(again, "rambdr_thapa")
    assert tile(again).note == ""
    again.until_idle()
    assert stored(tmp_path).providers_not_enabled == ()


def test_what_practice_answers_says_nothing_of_the_real_account(
    shops: OpenShop, server: SandboxServer, tmp_path: Path
) -> None:
    clerk = shops(practice=True, token="")
    clerk.until_idle()
    look_up(clerk, "practice_not_enabled")
    assert tile(clerk).note == "not enabled: ask Khalti"
    clerk.app.close()
    assert stored(tmp_path).providers_not_enabled == (f"practice/{SLUG}",)
    assert tile(shops(url=server.url)).note == ""


def stored(folder: Path) -> Settings:
    return SettingsFile(settings_path(folder / "shop")).load()


@pytest.mark.parametrize(
    ("error", "marked"),
    [
        (None, False),
        (ServiceError(Problem.NOTHING_TO_PAY), False),
        (ServiceError(Problem.REFUSED, code="1008"), True),
        (ServiceError(Problem.REFUSED, code="4000"), True),
        (ServiceError(Problem.NO_NETWORK), True),
        (BhuktaniError(Problem.STALE), True),
    ],
)
def test_what_a_look_up_says_of_a_marked_company(error: BhuktaniError | None, marked: bool) -> None:
    before = Settings(providers_not_enabled=("live/other", "live/one", "test/one"))
    after = before.after_lookup(Environment.LIVE, "one", error)
    assert ("one" in after.not_enabled(Environment.LIVE)) is marked
    assert "other" in after.not_enabled(Environment.LIVE)
    assert after.not_enabled(Environment.TEST) == {"one"}
    assert after.not_enabled(Environment.PRACTICE) == set()
