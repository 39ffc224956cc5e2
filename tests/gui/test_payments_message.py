"""Payments: where what came of a paper stands, and what the page shows after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop_app.core.settings import Language, Settings, TextSize
from desktop_app.data_folder import settings_path
from desktop_app.settings_store.settings_file import SettingsFile
from tests.gui.fit_kit import bodies
from tests.gui.payments_kit import CONTROL, open_payments, shop_of_two_days
from tests.gui.test_places_kit import words_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from desktop_app.sandbox.server import SandboxServer
    from desktop_app.ui.widgets.page_body import PageBody
    from tests.clerk import Clerk
    from tests.gui.conftest import OpenShop

ROOMY, SMALL, SMALLEST = (1366, 688), (1093, 534), (911, 432)
SENT, SAVED = "Sent to the printer.", "Saved."
DOWN, F2, F3 = Qt.Key.Key_Down, Qt.Key.Key_F2, Qt.Key.Key_F3


def small_shop(
    shops: OpenShop, server: SandboxServer, folder: Path, size: tuple[int, int]
) -> Clerk:
    """As it is painted: only then are all parts of the page where they stand.

    The payment 3 (PAID) is chosen.
    """
    clerk = shop_of_two_days(shops, server, folder, paints=True)
    clerk.app.window.resize(*size)
    clerk.until_idle()
    clerk.press(DOWN, DOWN)
    clerk.until_idle()
    assert clerk.says("payments.customer") == "Pasang Sherpa"
    return clerk


def page(clerk: Clerk) -> PageBody:
    (body,) = bodies(clerk.app.window)
    return body


def scrolled(clerk: Clerk) -> tuple[int, int]:
    """Across and down."""
    body = page(clerk)
    return body.horizontalScrollBar().value(), body.verticalScrollBar().value()


def until_said(clerk: Clerk, words: str) -> None:
    clerk.wait(lambda: words in words_in(clerk.find("payments.message")))
    clerk.until_idle()


def save(clerk: Clerk) -> None:
    clerk.press(Qt.Key.Key_S, modifier=CONTROL)
    until_said(clerk, SAVED)


def seen_of(clerk: Clerk, name: str) -> tuple[int, int]:
    """How many pixels of its height are above and below what is seen of the page."""
    part, view = clerk.find(name), page(clerk).viewport()
    top = part.mapTo(view, QPoint(0, 0)).y()
    return max(0, -top), max(0, top + part.height() - view.height())


def clicked_at(clerk: Clerk, where: QPoint) -> QWidget:
    """Click at a place of the window, whatever is there now."""
    window = clerk.app.window
    target = window.childAt(where)
    assert target is not None
    at = target.mapFrom(window, where)
    QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=at)
    return target


def middle_of(clerk: Clerk, name: str) -> QPoint:
    part: QWidget = clerk.find(name)
    return part.mapTo(clerk.app.window, part.rect().center())


def test_a_file_is_named_alone_where_the_events_have_no_room_for_its_folder(
    shops: OpenShop, server: SandboxServer, tmp_path: Path
) -> None:
    """Also in the window of the design, where the page need not scroll to it then."""
    clerk = small_shop(shops, server, tmp_path, ROOMY)
    save(clerk)
    message = clerk.find("payments.message")
    assert seen_of(clerk, "payments.message") == (0, 0)
    assert scrolled(clerk) == (0, 0)
    assert "Receipt-T-" in message.text()
    assert str(tmp_path) not in message.text()
    assert str(tmp_path) in message.toolTip()


def test_it_is_scrolled_down_to_and_never_sideways(
    shops: OpenShop, server: SandboxServer, tmp_path: Path
) -> None:
    settings = Settings(text_size=TextSize.LARGE, asks_opening_cash=False)
    SettingsFile(settings_path(tmp_path / "shop")).save(settings)
    clerk = small_shop(shops, server, tmp_path, SMALLEST)
    assert page(clerk).horizontalScrollBar().maximum() > 0, "there is something beside the window"
    save(clerk)
    across, down = scrolled(clerk)
    assert across == 0
    assert down > 0
    assert seen_of(clerk, "payments.message") == (0, 0)


@pytest.mark.parametrize("size", [SMALL, SMALLEST])
def test_after_it_the_page_shows_where_the_keyboard_is(
    shops: OpenShop, server: SandboxServer, tmp_path: Path, size: tuple[int, int]
) -> None:
    clerk = small_shop(shops, server, tmp_path, size)

    def go_away() -> None:
        clerk.press(F2)
        clerk.until_idle()
        open_payments(clerk)

    ways: dict[str, Callable[[], object]] = {
        "Esc": lambda: clerk.press(Qt.Key.Key_Escape),
        "another section": go_away,
        "the search": lambda: clerk.press(Qt.Key.Key_F, modifier=CONTROL),
        "the row above": lambda: clerk.press(Qt.Key.Key_Up),
        "letters": lambda: clerk.type("n"),
        "an empty day": lambda: clerk.press(
            *[Qt.Key.Key_Left] * 5, modifier=Qt.KeyboardModifier.AltModifier
        ),
    }
    for way, go in ways.items():
        save(clerk)
        assert scrolled(clerk)[1] > 0, way
        go()
        clerk.until_idle()
        assert scrolled(clerk) == (0, 0), way
        assert seen_of(clerk, "payments.title") == (0, 0), way
        assert seen_of(clerk, "payments.search") == (0, 0), way
        clerk.press(F2)
        clerk.until_idle()
        open_payments(clerk)
        clerk.press(DOWN, DOWN)
        clerk.until_idle()


@pytest.mark.parametrize("size", [ROOMY, SMALL])
def test_a_second_click_on_print_prints_again(
    shops: OpenShop, server: SandboxServer, tmp_path: Path, size: tuple[int, int]
) -> None:
    clerk = small_shop(shops, server, tmp_path, size)
    where = middle_of(clerk, "payments.print")
    for count in (1, 2, 3):
        assert clicked_at(clerk, where) is clerk.find("payments.print")
        clerk.wait(lambda: len(clerk.tray.printed) == count)  # noqa: B023
        until_said(clerk, SENT)
        assert middle_of(clerk, "payments.print") == where
    assert seen_of(clerk, "payments.message") == (0, 0)


def test_where_the_message_has_no_room_a_second_click_presses_nothing_else(
    shops: OpenShop, server: SandboxServer, tmp_path: Path
) -> None:
    """It comes below the buttons, and is what the page then shows under the mouse."""
    clerk = small_shop(shops, server, tmp_path, SMALL)
    where = middle_of(clerk, "payments.pdf")
    clicked_at(clerk, where)
    until_said(clerk, SAVED)
    message, pressed = clerk.find("payments.message"), clicked_at(clerk, where)
    assert pressed is message or message.isAncestorOf(pressed)
    clerk.until_idle()
    assert len(clerk.tray.saved) == 1


def test_the_events_have_their_room_again_after_it(
    shops: OpenShop, server: SandboxServer, tmp_path: Path
) -> None:
    clerk = small_shop(shops, server, tmp_path, SMALL)
    needed = page(clerk).needed_now()
    clerk.press(Qt.Key.Key_F9)
    until_said(clerk, SENT)
    assert not clerk.sees("payments.events")
    clerk.press(DOWN)
    clerk.until_idle()
    clerk.press(Qt.Key.Key_Up)
    clerk.until_idle()
    assert clerk.sees("payments.events")
    assert page(clerk).needed_now() == needed


def test_the_words_of_a_copy_have_room_beside_their_key(
    shops: OpenShop, server: SandboxServer, tmp_path: Path
) -> None:
    """In Nepali they are the longest."""
    shop = shop_of_two_days(shops, server, tmp_path)
    shop.app.session.set_language(Language.NEPALI)
    shop.app.window.resize(1366, 688)
    shop.until_idle()
    shop.press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    shop.until_idle()
    for number in (1, 2):
        shop.press(Qt.Key.Key_F9)
        shop.wait(lambda: len(shop.tray.printed) == number)  # noqa: B023
        shop.until_idle()
    button = shop.find("payments.print")
    assert "“प्रतिलिपि 2”" in button.text()
    assert button.width() >= button.sizeHint().width()
