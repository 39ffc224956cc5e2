"""The tour's pictures of the drawer, of a complaint and of the people at the counter."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from desktop_app.core.money import Money
from tests.clerk import ENTER, ESC
from tests.people_kit import RAMS, WRONG

if TYPE_CHECKING:
    from tests.tour import Photographer

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def take_dialog(photo: Photographer, name: str, dialog_name: str, keys: str = "") -> None:
    """A picture of a dialog over its window, with something typed; then the dialog is left."""
    clerk = photo.clerk
    clerk.until_idle()
    dialog = clerk.app.window.findChild(QDialog, dialog_name)
    assert dialog is not None, f"no {dialog_name}"
    focus = dialog.focusWidget() or dialog
    QTest.keyClicks(focus, keys)
    take_with(photo, name, dialog)
    QTest.keyClick(focus, ESC)
    clerk.app.window.activateWindow()
    clerk.wait(lambda: QApplication.focusWidget() is not None)
    clerk.until_idle()


def take_with(photo: Photographer, name: str, dialog: QDialog) -> None:
    """A picture of the window with a dialog in its middle, as the dialog is now."""
    clerk = photo.clerk
    for _ in range(4):
        QCoreApplication.processEvents()
    picture = clerk.app.window.grab()
    painter = QPainter(picture)
    middle = picture.deviceIndependentSize().toSize() - dialog.size()
    painter.drawPixmap(middle.width() // 2, middle.height() // 2, dialog.grab())
    painter.end()
    picture.save(str(photo.folder / f"{name}.png"))


def press(photo: Photographer, key: Qt.Key, modifier: Qt.KeyboardModifier = CONTROL) -> None:
    """A key with Ctrl, and what follows from it."""
    photo.clerk.press(key, modifier=modifier)
    photo.clerk.until_idle()


def walk_drawer(photo: Photographer) -> None:
    """Day close: opening cash, cash out, the blind count, a difference, the earlier closes."""
    clerk = photo.clerk
    clerk.press(Qt.Key.Key_F6)
    clerk.until_idle()
    press(photo, ENTER)
    clerk.type("5")
    photo.take("09-opening-cash")
    press(photo, ENTER)
    photo.take("09-opened")
    press(photo, Qt.Key.Key_M)
    take_dialog(photo, "09-cash-out", "shift.movement", "300")
    press(photo, ENTER)
    photo.take("09-count")
    clerk.type("9")
    clerk.press(*[ENTER] * 9)
    photo.take("09-difference")
    clerk.type("Tea")
    press(photo, ENTER)
    photo.take("09-closed")
    press(photo, Qt.Key.Key_H)
    take_dialog(photo, "09-earlier-closes", "shift.closes")


def take_opening(photo: Photographer) -> None:
    """At Confirm: what is asked before the first cash of a day."""
    clerk, session = photo.clerk, photo.clerk.app.session
    view = clerk.app.window.main_view
    assert view is not None
    session.change(replace(session.settings, asks_opening_cash=True))
    view.go("payment")
    take_dialog(photo, "05-opening-question", "opening")
    session.change(replace(session.settings, asks_opening_cash=False))
    clerk.until_idle()


def walk_credit(photo: Photographer) -> None:
    """The balance against the record, a note, the request for more, and the month's commission."""
    clerk = photo.clerk
    clerk.press(Qt.Key.Key_F6)
    clerk.until_idle()
    press(photo, Qt.Key.Key_B)
    photo.take("09-balance")
    press(photo, Qt.Key.Key_T)
    take_dialog(photo, "09-balance-note", "credit.note", "25000")
    press(photo, Qt.Key.Key_R)
    take_dialog(photo, "09-balance-request", "credit.request", "50000")
    press(photo, Qt.Key.Key_M)
    photo.take("09-commission")
    press(photo, Qt.Key.Key_T)
    take_dialog(photo, "09-commission-rate", "commission.rate", "2.5")
    clerk.press(ESC)
    clerk.press(ESC)
    clerk.until_idle()


def walk_tenders(photo: Photographer) -> None:
    """At Confirm: what is not paid in cash."""
    press(photo, Qt.Key.Key_3, ALT)
    take_dialog(photo, "05-confirm-otherwise", "tender", "FP-77")
    clerk = photo.clerk
    on_account, environment = clerk.app.use_cases.on_account, clerk.app.session.environment
    on_account.add(environment, "Rameshwar Thapa", "9800000001")
    kept = on_account.add(environment, "Ram Bahadur Thapa", "9800000002")
    till = clerk.app.session.counter().till
    on_account.set_limit(environment, till, kept.id, Money.rupees(5000), None)
    press(photo, Qt.Key.Key_3, ALT)
    press(photo, Qt.Key.Key_3, ALT)
    clerk.find("tender.name").selectAll()
    take_dialog(photo, "05-confirm-on-account", "tender", "ram")


def walk_owing(photo: Photographer) -> None:
    """The list of who owes, above Customers."""
    photo.clerk.press(Qt.Key.Key_F7)
    photo.clerk.until_idle()
    press(photo, Qt.Key.Key_U)
    take_dialog(photo, "07-on-account", "onaccount")


def walk_complaint(photo: Photographer) -> None:
    """What is sent to support about a payment that waits."""
    clerk = photo.clerk
    clerk.press(Qt.Key.Key_F4)
    clerk.until_idle()
    clerk.press(Qt.Key.Key_F8)
    take_dialog(photo, "08-complaint", "waiting.complaint")


def walk_reversal(photo: Photographer) -> None:
    """A paid bill that came back: found from Day close, on its card, and at Confirm again."""
    clerk = photo.clerk
    clerk.press(Qt.Key.Key_F6)
    clerk.until_idle()
    clerk.press(Qt.Key.Key_F8)
    clerk.wait(lambda: not clerk.app.window._context.sweep.is_running)
    clerk.until_idle()
    photo.take("08-came-back-found")
    clerk.press(Qt.Key.Key_F4)
    clerk.until_idle()
    clerk.press(Qt.Key.Key_End)
    clerk.until_idle()
    photo.take("08-came-back")
    press(photo, Qt.Key.Key_R)


def walk_lock(photo: Photographer) -> None:
    """A locked counter, a PIN that is not right, and what only the owner reaches."""
    clerk = photo.clerk
    clerk.wait(lambda: clerk.app.window.lock_screen.page is not None)
    clerk.until_idle()
    photo.take("19-locked")
    clerk.press(Qt.Key.Key_2, modifier=ALT)
    clerk.type(WRONG)
    clerk.press(ENTER)
    clerk.until_idle()
    photo.take("19-locked-wrong-pin")
    clerk.type(RAMS)
    clerk.press(ENTER)
    clerk.wait(lambda: clerk.app.window.lock_screen.page is None)
    clerk.until_idle()
    clerk.press(Qt.Key.Key_F12)
    take_dialog(photo, "19-owner-question", "owner")
