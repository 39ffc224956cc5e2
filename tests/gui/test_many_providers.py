"""The start page with 66 companies: nine by use, the others by typing, all of them by letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

import desktop_app.providers
from desktop_app.core.environment import Environment
from desktop_app.core.errors import Problem, ServiceError
from desktop_app.core.inquiry_flow import Step
from desktop_app.core.provider_search import first_letter
from desktop_app.core.settings import Language
from desktop_app.data_folder import settings_path
from desktop_app.settings_store.settings_file import SettingsFile
from desktop_app.ui.widgets import TileItem, TileList
from desktop_app.ui.widgets.scroll_bar import OverlayBar
from tests.clerk import ENTER, ESC, Clerk
from tests.gui.accessible_kit import silent
from tests.gui.dialogue_kit import Company
from tests.gui.fit_kit import misfits, settle
from tests.list_rows import rows_of
from tests.servers import ScriptedServer
from tests.street import street

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.gui.conftest import OpenShop

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

STREET = street()
SLUGS = [provider.info.slug for provider in STREET]
NINE = SLUGS[:9]
KEYS = {
    name: getattr(Qt.Key, f"Key_{name}") for name in ("Up", "Down", "Left", "Right", "Home", "End")
}


@pytest.fixture
def url(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setattr(desktop_app.providers, "all_providers", lambda: STREET)
    with ScriptedServer(Company().answer) as server:
        yield server.url


@pytest.fixture
def clerk(shops: OpenShop, url: str) -> Clerk:
    return shops(url=url, companies=SLUGS)


def view(clerk: Clerk) -> TileList:
    (found,) = [one for one in clerk.app.window.findChildren(TileList) if one.isVisible()]
    return found


def shown(clerk: Clerk) -> list[str]:
    return [item.id for item in view(clerk).items]


def stored_pins(folder: Path) -> tuple[str, ...]:
    return SettingsFile(settings_path(folder / "shop")).load().providers_pinned


def paid_at(clerk: Clerk) -> str:
    provider = clerk.app.window.flow.provider
    assert provider is not None
    return provider.info.slug


def test_nine_are_shown_with_their_digits_and_the_page_says_how_the_others_are_found(
    clerk: Clerk,
) -> None:
    assert shown(clerk) == NINE
    items = [item for item in view(clerk).items if isinstance(item, TileItem)]
    assert [item.digit for item in items] == [str(n) for n in range(1, 10)]
    assert clerk.says("provider.note").startswith("9 of 66 providers are shown.")
    # While letters are typed the keyboard stays, and the best match is chosen.
    clerk.press(KEYS["End"])
    clerk.type("net")
    assert clerk.find("provider.search").hasFocus()
    assert view(clerk).current_id() == shown(clerk)[0]
    clerk.press(KEYS["Down"])
    assert view(clerk).hasFocus()
    clerk.press(ESC)
    assert shown(clerk) == NINE
    clerk.press(Qt.Key.Key_9, ENTER)
    assert paid_at(clerk) == NINE[8]
    assert clerk.stands_at(Step.CUSTOMER)


def test_another_one_is_typed_and_taken_with_enter(clerk: Clerk) -> None:
    for typed, slug in (
        ("lekhnath", "pokhara-internet-lekhnath"),
        ("kirti", "kriti-darshan"),
        ("uci", "unified-communication-isp"),
        ("palsnet", "palsnet"),
        ("कृति", "kriti-darshan"),
    ):
        if typed.isascii():
            clerk.type(typed)
        else:
            clerk.find("provider.search").setText(typed)
        clerk.press(ENTER)
        assert paid_at(clerk) == slug, typed
        clerk.press(Qt.Key.Key_F2)
        clerk.until_step(Step.PROVIDER)


def test_a_star_shows_all_by_letter_and_escape_the_nine(clerk: Clerk) -> None:
    clerk.type("*")
    everyone = [p.info for p in STREET]
    assert sorted(shown(clerk)) == sorted(info.slug for info in everyone)
    names = {info.slug: info for info in everyone}
    groups = [item.group for item in view(clerk).items if isinstance(item, TileItem)]
    assert groups == sorted(first_letter(info) for info in everyone)
    assert groups == [first_letter(names[slug]) for slug in shown(clerk)]
    digits = {i.id: i.digit for i in view(clerk).items if isinstance(i, TileItem) and i.digit}
    assert sorted(digits, key=lambda slug: digits[slug]) == NINE
    clerk.press(KEYS["End"])
    assert view(clerk).current_id() == "worldlink"
    assert rows_of(view(clerk))[-1].isVisible(), "what is chosen is scrolled to"
    clerk.press(Qt.Key.Key_3)
    assert view(clerk).current_id() == NINE[2]
    clerk.press(ESC)
    assert shown(clerk) == NINE


def test_arrows_go_to_the_tile_that_is_seen_there(clerk: Clerk) -> None:
    clerk.type("*")
    tiles = view(clerk)
    settle(clerk.app.window)
    assert tiles.current_id() == shown(clerk)[0]
    for key in ("Right", "Right", "Down", "Down", "Down", "Left", "Up", "End", "Down", "Right"):
        before = tiles.currentIndex().row()
        clerk.press(KEYS[key])
        after = tiles.currentIndex().row()
        one, other = (rows_of(tiles)[n].box() for n in (before, after))
        if before == after:
            assert key in ("Down", "Right")
            assert before == 65
        elif key in ("Up", "Down"):
            assert (other.top() > one.top()) is (key == "Down")
            # As far across, or the last of a row that is shorter.
            assert other.left() <= one.left()
        else:
            assert abs(after - before) == 1 or key == "End"
    clerk.press(KEYS["Home"])
    assert tiles.currentIndex().row() == 0


def test_all_are_shown_and_one_is_taken_with_the_mouse_alone(clerk: Clerk) -> None:
    clerk.click("provider.more")
    assert len(shown(clerk)) == 66
    settle(clerk.app.window)
    tiles = view(clerk)
    # A click beside a tile takes nothing.
    heading = rows_of(tiles)[0].box().topLeft() - QPoint(0, 10)
    assert not tiles.indexAt(heading).isValid()
    assert tiles.indexAt(rows_of(tiles)[1].middle()).row() == 1
    row = rows_of(tiles)[2]
    assert row.isVisible()
    row.click()
    assert paid_at(clerk) == row.item.id
    clerk.press(ESC)


@pytest.mark.parametrize("by", [QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard])
def test_a_company_is_pinned_by_the_menu_of_its_tile(
    clerk: Clerk, tmp_path: Path, by: QContextMenuEvent.Reason
) -> None:
    def choose(slug: str, words: str) -> None:
        tiles = view(clerk)
        row = rows_of(tiles)[shown(clerk).index(slug)]
        row.setFocus(Qt.FocusReason.TabFocusReason)
        where = row.middle() if by is QContextMenuEvent.Reason.Mouse else QPoint(0, 0)
        QApplication.sendEvent(tiles.viewport(), QContextMenuEvent(by, where, QPoint(0, 0)))
        menu = clerk.app.window.findChild(QMenu, "provider.menu")
        assert menu is not None
        (action,) = menu.actions()
        assert action.text() == words
        action.trigger()
        menu.close()
        clerk.app.window.activateWindow()
        clerk.until_idle()

    choose(NINE[4], "Pin to the front")
    assert shown(clerk) == [NINE[4], *NINE[:4], *NINE[5:]]
    assert stored_pins(tmp_path) == (NINE[4],)
    clerk.type("*")
    first = view(clerk).items[0]
    assert isinstance(first, TileItem)
    assert (first.id, first.group, first.digit) == (NINE[4], "Pinned", "1")
    clerk.press(ESC)
    choose(NINE[4], "Unpin")
    assert shown(clerk) == NINE


def test_the_chosen_one_is_chosen_again_in_another_language(clerk: Clerk) -> None:
    clerk.press(KEYS["Right"], KEYS["Down"])
    chosen = view(clerk).current_id()
    clerk.press(Qt.Key.Key_L, modifier=Qt.KeyboardModifier.ControlModifier)
    clerk.wait(lambda: clerk.app.session.nepali)
    clerk.until_idle()
    assert view(clerk).current_id() == chosen


@pytest.mark.parametrize("language", list(Language))
def test_nothing_is_cut_and_all_is_said(shops: OpenShop, url: str, language: Language) -> None:
    QAccessible.setActive(True)
    clerk = shops(url=url, language=language, companies=SLUGS)
    clerk.app.session.note_lookup(Environment.TEST, NINE[3], not_enabled())
    found = []
    for size in ((1366, 688), (1280, 640), (1093, 534), (1024, 534)):
        clerk.app.window.setMinimumSize(1, 1)
        clerk.app.window.resize(*size)
        clerk.wait(lambda: clerk.app.tasks.is_idle)
        for typed in ("", "int", "*"):
            clerk.press(ESC)
            if typed:
                clerk.type(typed)
            settle(clerk.app.window)
            found += [f"{size} {typed!r}: {why}" for why in misfits(clerk.app.window)]
            found += [f"{size} {typed!r}: {why}" for why in silent(clerk.app.window)]
    assert "\n".join(found) == ""


def test_the_scroll_bar_lies_over_no_tile(shops: OpenShop, url: str) -> None:
    """Where a notice or a low window leaves the nine less room than they need."""
    clerk = shops(url=url, language=Language.NEPALI, companies=SLUGS)
    tiles, seen = view(clerk), 0
    bar = tiles.findChild(OverlayBar)
    assert bar is not None
    clerk.app.window.setMinimumSize(1, 1)
    for height in range(460, 700, 8):
        clerk.app.window.resize(1093, height)
        settle(clerk.app.window)
        boxes = [tiles.box_of(tiles.model().index(number, 0)) for number in range(9)]
        if bar.isVisible():
            seen += 1
            assert max(box.right() for box in boxes) < bar.x(), height
        else:
            assert max(box.right() for box in boxes) >= bar.x(), height
    assert seen


def not_enabled() -> ServiceError:
    """The service's answer for a company that it has not enabled for the shop."""
    return ServiceError(Problem.REFUSED, code="1008", reason="Problem using the service")
