"""The tour's pictures of the customers, of a PIN that is set anew, and of a bar code's notice."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog

from tests.clerk import ENTER, ESC
from tests.fakes import HandClock
from tests.keyboard import Keyboard
from tests.people_kit import RAMS
from tests.tour_counter import press, take_dialog, take_with

if TYPE_CHECKING:
    from tests.tour import Photographer

F8 = Qt.Key.Key_F8
OLD_LIST = (
    "Customer,Mobile,User ID,ISP,Remarks\n"
    "Sunita Karki,9841000001,sunitakarki22,WorldLink,blue gate\n"
    "Mina Rai,9841000002,110871,Vianet,pays on the first of the month\n"
    "राम बहादुर थापा,9841000005,rambdr_thapa,WorldLink,\n"
    "Hari,,h1,Nowhere Net,\n"
    ",9841000003,,,\n"
)
PIN = "8264"


def walk_customers(photo: Photographer) -> None:
    """Customers: the views, a card, one who is reminded, a list taken over and one written."""
    clerk = photo.clerk
    clerk.press(Qt.Key.Key_F7)
    clerk.until_idle()
    photo.take("20-customers")
    press(photo, Qt.Key.Key_N)
    take_dialog(photo, "20-customer-new", "customer", keys="Sunita")
    press(photo, Qt.Key.Key_D)
    _write_card(photo)
    photo.take("20-customer-saved")
    press(photo, Qt.Key.Key_D)
    take_dialog(photo, "20-customer-card", "customer")
    for view in ("favourites", "due"):
        clerk.press(F8)
        clerk.until_idle()
        if view == "favourites":
            press(photo, Qt.Key.Key_B)
            photo.take("20-customers-no-favourites")
            clerk.press(F8)
            clerk.press(F8)
            clerk.until_idle()
            press(photo, Qt.Key.Key_B)
            clerk.press(F8)
            clerk.until_idle()
        photo.take(f"20-customers-{view}")
    clerk.find("customers.period").setCurrentIndex(3)
    clerk.find("customers.period").activated.emit(3)
    clerk.until_idle()
    photo.take("20-customers-due-in-a-month")
    press(photo, Qt.Key.Key_M)
    photo.take("20-customers-told")
    press(photo, Qt.Key.Key_W)
    take_dialog(photo, "20-customer-reminder", "reminder")
    clerk.press(F8)
    clerk.until_idle()
    press(photo, Qt.Key.Key_E)
    photo.take("20-customers-written")
    clerk.type("zzz")
    clerk.until_idle()
    photo.take("20-customers-no-match")
    walk_old_list(photo)


def _write_card(photo: Photographer) -> None:
    """A phone and a note on the card that is open."""
    clerk = photo.clerk
    dialog = clerk.app.window.findChild(QDialog, "customer")
    assert dialog is not None
    dialog.activateWindow()
    clerk.wait(clerk.find("customer.name").hasFocus)
    for keys in ("", "9841234567", "blue gate, second floor"):
        clerk.type(keys)
        clerk.press(ENTER)
    clerk.press(ENTER)
    clerk.until_idle()
    clerk.app.window.activateWindow()
    clerk.until_idle()


def walk_old_list(photo: Photographer) -> None:
    """A list of before: what would be taken over, and what came of it."""
    clerk = photo.clerk
    for name in ("20-customers-import", "20-customers-imported"):
        press(photo, Qt.Key.Key_I)
        file = photo.folder / "old list.csv"
        file.write_text(OLD_LIST, encoding="utf-8")
        chooser = clerk.app.window.findChild(QFileDialog, "import.file")
        assert chooser is not None
        chooser.fileSelected.emit(str(file))
        chooser.reject()
        clerk.until_idle()
        if name.endswith("import"):
            take_dialog(photo, name, "import")
        else:
            clerk.click("import.take")
            clerk.until_idle()
            clerk.app.window.activateWindow()
            clerk.until_idle()
            photo.take(name)
        file.unlink()


def walk_scan(photo: Photographer) -> None:
    """A bar code that means nothing to the page."""
    clerk = photo.clerk
    clerk.press(Qt.Key.Key_F2)
    clerk.until_idle()
    Keyboard(clerk).scan("112233445566")
    clerk.until_idle()
    photo.take("21-scan-told")


def walk_reset(photo: Photographer) -> None:
    """The owner's forgotten PIN: by the token, by waiting where there is none, and set anew."""
    clerk = photo.clerk
    context = clerk.app.window._context
    assert isinstance(context.clock, HandClock)
    clerk.press(Qt.Key.Key_F11)
    clerk.wait(lambda: clerk.app.window.lock_screen.page is not None)
    clerk.until_idle()
    dialog = _forgotten(photo)
    take_with(photo, "22-reset-token", dialog)
    _fill(photo, "x" * 20)
    clerk.press(ENTER)
    clerk.until_idle()
    take_with(photo, "22-reset-wrong-token", dialog)
    for _ in range(6):
        _fill(photo, "y" * 20)
        clerk.press(ENTER)
        clerk.until_idle()
    take_with(photo, "22-reset-locked", dialog)
    clerk.press(ESC)
    context.vault.delete(context.environment)
    dialog = _forgotten(photo)
    take_with(photo, "22-reset-no-token", dialog)
    clerk.press(ENTER)
    clerk.until_idle()
    take_with(photo, "22-reset-waits", dialog)
    clerk.press(ESC)
    clerk.until_idle()
    clerk.app.window.activateWindow()
    clerk.until_idle()
    photo.take("22-notice-asked")
    context.clock.move(timedelta(hours=25))
    dialog = _forgotten(photo)
    _fill(photo, "")
    take_with(photo, "22-reset-after-a-day", dialog)
    clerk.press(ENTER)
    clerk.until_idle()
    clerk.app.window.activateWindow()
    clerk.until_idle()
    photo.take("22-notice-set-anew")
    clerk.press(Qt.Key.Key_2, modifier=Qt.KeyboardModifier.AltModifier)
    clerk.type(RAMS)
    clerk.press(ENTER)
    clerk.wait(lambda: clerk.app.window.lock_screen.page is None)
    clerk.until_idle()
    photo.take("22-notice-at-the-counter")


def _forgotten(photo: Photographer) -> QDialog:
    """The dialog of who forgot the PIN, open and active."""
    clerk = photo.clerk
    clerk.app.window.activateWindow()
    clerk.until_idle()
    clerk.click("lock.forgotten")
    clerk.until_idle()
    found = [at for at in clerk.app.window.findChildren(QDialog, "reset") if at.isVisible()]
    assert found
    found[-1].activateWindow()
    clerk.until_idle()
    return found[-1]


def _fill(photo: Photographer, token: str) -> None:
    """A token where one is asked for, and the same new PIN twice."""
    clerk = photo.clerk
    for name, text in (("reset.token", token), ("reset.pin", PIN), ("reset.again", PIN)):
        field = clerk.find(name)
        if text and field.isVisible() and field.isEnabled():
            field.clear()
            field.setFocus()
            clerk.type(text)
