"""Each control of the dialogs about customers and PINs does something, and has a name."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from desktop_app.core.environment import Environment
from desktop_app.core.settings import Language
from tests.clerk import ENTER, ESC
from tests.fakes import NOON, HandClock
from tests.gui.fit_kit import misfits, settle
from tests.gui.full_shop import opened
from tests.gui.lock_kit import Shop
from tests.gui.lock_kit import opened as people_opened
from tests.gui.press_kit import Presser
from tests.gui.test_every_state import LOOKS, unread
from tests.gui.test_places_kit import MINUTE, known, ledger_in
from tests.people_kit import people_in
from tests.sampling import LONG

if TYPE_CHECKING:
    from pathlib import Path

    from tests.clerk import Clerk

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not support")
SMALLEST = (1024, 534)
TOKEN = "AbCdEfGhIjKlMnOpQrSt"
CTRL = Qt.KeyboardModifier.ControlModifier
OLD_LIST = "Customer,Mobile,User ID,ISP\nMina Rai,9841000002,110871,Vianet\nHari,,h1,Nowhere\n"

K = Qt.Key
DIALOGS = {
    "favourites": None,
    "due soon": None,
    "reminder": K.Key_W,
    "new customer": K.Key_N,
    "card": K.Key_D,
    "on account": K.Key_U,
}
"""What is shown, and the key with Ctrl that opens it."""
VIEWS = {"favourites": 1, "due soon": 2, "reminder": 2}


def open_customers(clerk: Clerk, view: int = 0) -> None:
    places = clerk.app.window.main_view
    assert places is not None
    places.go("customers")
    clerk.until_idle()
    for _ in range(view):
        clerk.press(Qt.Key.Key_F8)
        clerk.until_idle()


def leave(at: Presser) -> None:
    """Esc, and the keyboard is on the page again."""
    at.close_what_is_over()
    at.clerk.wait(lambda: QApplication.focusWidget() is not None)


def _has_keyboard(dialog: QDialog) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and dialog.isAncestorOf(focus)


def press(clerk: Clerk, key: Qt.Key | None) -> None:
    """A key with Ctrl on the page, and the dialog that it opens."""
    clerk.app.window.activateWindow()
    clerk.until_idle()
    if key is not None and not any(at.isVisible() for at in clerk.app.window.findChildren(QDialog)):
        clerk.press(key, modifier=CTRL)
        clerk.until_idle()
    for at in clerk.app.window.findChildren(QDialog):
        if at.isVisible():
            at.activateWindow()
            clerk.wait(partial(_has_keyboard, at))
    clerk.until_idle()


def choose_list(clerk: Clerk, file: Path) -> None:
    """Import, and a file as if it were chosen in the system's dialog."""
    clerk.app.window.activateWindow()
    clerk.until_idle()
    clerk.press(Qt.Key.Key_I, modifier=CTRL)
    chooser = clerk.app.window.findChild(QFileDialog, "import.file")
    assert chooser is not None
    chooser.fileSelected.emit(str(file))
    chooser.reject()
    chooser.deleteLater()
    clerk.until_idle()
    press(clerk, None)


def test_every_control_of_the_customers_dialogs_does_something(
    qapp: QApplication, tmp_path: Path
) -> None:
    file = tmp_path / "old.csv"
    file.write_text(OLD_LIST)
    with opened(tmp_path / "shop", Environment.TEST, Language.ENGLISH, paints=LONG) as (clerk, _):
        with ledger_in(tmp_path / "shop") as ledger:
            known(ledger, "online_renew", "Sunita Karki", NOON - MINUTE, days_left=3)
        at = Presser(clerk, lambda: None)
        for state, key in DIALOGS.items():
            open_customers(clerk, VIEWS.get(state, 0))
            at.visit(state, partial(press, clerk, key))
            leave(at)
        open_customers(clerk)
        at.visit("import", lambda: choose_list(clerk, file))
        leave(at)
    assert len(at.pressed) >= 10
    assert not at.found, "\n".join(at.found)


def looked_at(clerk: Clerk, state: str) -> list[str]:
    """What is wrong in the dialog that is shown."""
    found = [at for at in clerk.app.window.findChildren(QDialog) if at.isVisible()]
    assert found, f"no dialog: {state}"
    settle(found[-1])
    return [f"{state}: {why}" for why in (*misfits(found[-1]), *unread(found[-1]))]


@pytest.mark.parametrize(
    ("look", "language", "size"),
    [
        ("dark", Language.NEPALI, SMALLEST),
        ("white", Language.ENGLISH, (1366, 688)),
        *(
            [
                ("light", Language.ENGLISH, SMALLEST),
                ("black", Language.NEPALI, (1366, 688)),
            ]
            if LONG
            else []
        ),
    ],
)
def test_every_dialog_fits_can_be_read_and_is_said(
    qapp: QApplication, tmp_path: Path, look: str, language: Language, size: tuple[int, int]
) -> None:
    QAccessible.setActive(True)
    file = tmp_path / "old.csv"
    file.write_text(OLD_LIST)
    found: list[str] = []
    shop = opened(
        tmp_path / "shop", Environment.TEST, language, look=LOOKS[look](), size=size, paints=True
    )
    with shop as (clerk, _):
        with ledger_in(tmp_path / "shop") as ledger:
            known(ledger, "online_renew", "Sunita Karki", NOON - MINUTE, days_left=3)
        at = Presser(clerk, lambda: None)
        for state, key in DIALOGS.items():
            if key is not None:
                open_customers(clerk, VIEWS.get(state, 0))
                press(clerk, key)
                found += looked_at(clerk, state)
                leave(at)
        open_customers(clerk)
        choose_list(clerk, file)
        found += looked_at(clerk, "import")
        leave(at)
        clerk.press(Qt.Key.Key_F3)
        clerk.until_idle()
        clerk.press(Qt.Key.Key_Down)
        clerk.until_idle()
        press(clerk, Qt.Key.Key_W)
        found += looked_at(clerk, "share")
        leave(at)
    assert "\n".join(found) == ""


@pytest.mark.parametrize(
    ("look", "language"), [("dark", Language.NEPALI), ("white", Language.ENGLISH)]
)
def test_every_state_of_a_pin_that_is_set_anew_fits_and_is_said(
    qapp: QApplication, tmp_path: Path, look: str, language: Language
) -> None:
    QAccessible.setActive(True)
    people_in(tmp_path)
    clock = HandClock()
    shop = people_opened(tmp_path, clock=clock, look=LOOKS[look](), size=SMALLEST, paints=True)
    try:
        shop.wait(lambda: shop.lock is not None)
        shop.app.session.set_language(language)
        shop.until_idle()
        vault = shop.app.window._context.vault
        vault.save(Environment.LIVE, TOKEN)
        found = [f"locked: {why}" for why in misfits(shop.app.window)]
        forgotten(shop)
        found += looked_at(shop, "token")
        for name in ("reset.token", "reset.pin", "reset.again"):
            shop.find(name).setFocus()
            shop.type("82649")
        shop.press(ENTER)
        shop.until_idle()
        assert shop.says("reset.token") == "", "it is not the shop's"
        found += looked_at(shop, "wrong token")
        shop.press(ESC)
        vault.delete(Environment.LIVE)
        forgotten(shop)
        found += looked_at(shop, "no token")
        shop.press(ENTER)
        shop.until_idle()
        assert not shop.find("reset.save").isEnabled()
        found += looked_at(shop, "asked for")
        shop.press(ESC)
        shop.back_to_window()
        found += [f"notice: {why}" for why in misfits(shop.app.window)]
        # The sign on the key that deletes is a picture; its name says what it does.
        found += [f"notice: {why}" for why in unread(shop.app.window) if "⌫" not in why]
    finally:
        shop.app.close()
    assert "\n".join(found) == ""


def forgotten(shop: Shop) -> None:
    """The dialog of who forgot the PIN."""
    shop.back_to_window()
    shop.click("lock.forgotten")
    shop.until_idle()
    press(shop, None)
