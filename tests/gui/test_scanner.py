"""A bar code is understood on every page, and presses nothing anywhere."""

from __future__ import annotations

from itertools import product
from operator import methodcaller
from random import Random
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QPushButton,
    QWidget,
)

from desktop_app.core.inquiry_flow import Step
from desktop_app.core.money import Money
from desktop_app.formatting.numbers import receipt_number
from desktop_app.printing.content import code_text
from desktop_app.ui.kit.keyboard import NO_SCAN
from desktop_app.ui.wizard.tender_dialog import TenderDialog
from tests.clerk import ENTER, ESC, Clerk
from tests.keyboard import Keyboard
from tests.sampling import some

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.core.payments.payment import Payment
    from desktop_app.sandbox.server import SandboxServer

ONE, TWO, THREE = Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3
F2, F3, F4, F6, F7, F12 = (getattr(Qt.Key, f"Key_F{n}") for n in (2, 3, 4, 6, 7, 12))
ALT = Qt.KeyboardModifier.AltModifier
SCANS = 125
"""On each page, in the long run: 1,000 on eight pages."""
FIRST = ("1", "2", "9", "0", "*", "n", "N", "p", " ")
"""Keys that choose a tile or a package, move, search or press something."""
REST = "0123456789ABCXYZabcxyz-/.+* "
ENDS = (ENTER, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


@pytest.fixture
def keyboard(clerk: Clerk) -> Keyboard:
    return Keyboard(clerk)


def to_confirm(clerk: Clerk) -> None:
    clerk.to_confirm(ONE, "online_renew")


def to_dialog(clerk: Clerk) -> None:
    to_confirm(clerk)
    ask_for_tenders(clerk)


def ask_for_tenders(clerk: Clerk) -> None:
    clerk.press(THREE, modifier=ALT)
    clerk.until_dialog(TenderDialog)


def choose_company(clerk: Clerk) -> None:
    clerk.to_choice(ONE, "online_renew")


def choose_offer(clerk: Clerk) -> None:
    clerk.press(ONE, ENTER)
    clerk.until_step(Step.CONFIRM)


def take_cash(clerk: Clerk) -> None:
    """The dialog is left; the cash pays the bill."""
    clerk.press(ESC)
    clerk.app.window.activateWindow()
    clerk.wait(lambda: QApplication.activeWindow() is clerk.app.window)
    clerk.find("confirm.cash").setFocus()
    clerk.type("5000")
    clerk.press(ENTER)
    assert clerk.find("confirm.pay").hasFocus()


def pay(clerk: Clerk) -> None:
    clerk.press(ENTER)
    clerk.until_step(Step.RESULT)


WALK: dict[str, Callable[[Clerk], None]] = {
    "companies": Clerk.until_idle,
    "offers": choose_company,
    "cash": choose_offer,
    "tender dialog": ask_for_tenders,
    "pay": take_cash,
    "result": pay,
    "waiting": methodcaller("press", F4),
    "day close": methodcaller("press", F6),
    "settings": methodcaller("press", F12),
}
"""Where a bar code means nothing, each page from the one before; a search takes it, and the first
page once it knows a company."""


class Watch:
    """Notes each button that is pressed, and how all controls stand."""

    def __init__(self, clerk: Clerk) -> None:
        self._clerk = clerk
        self.pressed: list[str] = []
        self.controls = [
            one
            for top in QApplication.topLevelWidgets()
            for one in top.findChildren(QWidget)
            if isinstance(one, QAbstractButton | QComboBox | QLineEdit)
        ]
        for one in self.controls:
            if isinstance(one, QAbstractButton):
                one.pressed.connect(lambda at=one: self.pressed.append(at.objectName()))
                one.clicked.connect(lambda _=False, at=one: self.pressed.append(at.objectName()))

    def look(self) -> object:
        """What a person would see of a press."""
        window = self._clerk.app.window
        view, focus = window.main_view, QApplication.focusWidget()
        assert view is not None
        states = []
        for one in self.controls:
            match one:
                case QAbstractButton():
                    states.append(str(one.isChecked()))
                case QComboBox():
                    states.append(str(one.currentIndex()))
                case QLineEdit() if one is not focus or one.property(NO_SCAN):
                    states.append(one.text())
        chosen = getattr(focus, "current_id", lambda: "")()
        return view.current(), window.flow.step, window.flow.taken.cash, focus, chosen, states


def codes(count: int) -> list[str]:
    """Bar codes, always the same ones, each beginning with a key that does something."""
    chance = Random(12)
    made = []
    for number in range(SCANS):
        rest = "".join(chance.choice(REST) for _ in range(chance.randint(5, 30)))
        made.append(FIRST[number % len(FIRST)] + rest + "7")
    return list(some(made, count))


def test_no_scan_presses_anything(clerk: Clerk, server: SandboxServer, keyboard: Keyboard) -> None:
    for page, go in WALK.items():
        go(clerk)
        clerk.until_idle()
        paid = server.service.payments
        keyboard.scan("0000000")
        watch = Watch(clerk)
        before = watch.look()
        for number, code in enumerate(codes(9)):
            keyboard.burst(code, ENDS[number % len(ENDS)], gap=(1, 4, 15, 34)[number % 4])
            keyboard.let_moment_pass()
            clerk.until_idle()
            assert watch.pressed == [], (page, code)
            assert watch.look() == before, (page, code)
        assert server.service.payments == paid, page
    assert len(server.service.payments) == 1


def test_the_keys_of_a_person_are_all_there_at_once(clerk: Clerk, keyboard: Keyboard) -> None:
    """At sixty milliseconds a key nobody is a scanner: nothing is told, nothing is left out."""
    to_confirm(clerk)
    keyboard.type("5000", gap=60)
    assert clerk.find("confirm.cash").text() == "5000"
    keyboard.press(ENTER)
    assert clerk.find("confirm.pay").hasFocus()
    assert "scanner" not in clerk.says("confirm.advice")


def test_what_was_typed_before_a_shortcut_arrives_before_it_acts(clerk: Clerk) -> None:
    """After a stall of the window both come at once: the digit is the cash's, not lost."""
    to_confirm(clerk)
    clerk.until_idle()
    cash, native = clerk.find("confirm.cash"), clerk.app.window.windowHandle()
    assert cash.hasFocus()
    QTest.keyClick(native, Qt.Key.Key_5)
    QTest.keyClick(native, THREE, ALT)
    clerk.wait(lambda: isinstance(QApplication.activeWindow(), TenderDialog))
    assert clerk.app.window.flow.taken.cash == Money.rupees(5)


def test_a_key_held_for_a_dialog_that_closes_meanwhile_presses_nothing(
    clerk: Clerk, keyboard: Keyboard
) -> None:
    clerk.until_idle()
    dialog = QDialog(clerk.app.window)
    button = QPushButton("Yes", dialog)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    for closes in (False, True):
        dialog.open()
        clerk.wait(lambda: QApplication.activeWindow() is dialog)
        button.setFocus()
        QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_Space)
        if closes:
            dialog.hide()
        keyboard.settle()
        assert len(pressed) == 1


def test_on_the_first_page_it_is_an_account_of_the_company_asked_last(
    clerk: Clerk, keyboard: Keyboard
) -> None:
    # Without a company of before it is told.
    keyboard.scan("112233445566")
    assert clerk.stands_at(Step.PROVIDER)
    assert clerk.find("window.notice").isVisible()
    assert any("112233445566" in text for text in clerk.texts())
    clerk.press(F4)
    assert not clerk.find("window.notice").isVisible(), "it was about the page before"
    clerk.press(F2)
    clerk.until_idle()
    # A person's digit chooses a tile.
    keyboard.press(TWO)
    keyboard.type("2")
    assert clerk.find("provider.tile.vianet-updated").hasFocus()
    clerk.to_choice(TWO, "110871")
    clerk.press(ESC, ESC)
    clerk.until_step(Step.PROVIDER)
    clerk.press(F2)
    clerk.until_step(Step.PROVIDER)
    keyboard.scan("110871")
    clerk.until_step(Step.CHOICE)
    provider = clerk.app.window.flow.provider
    assert provider is not None
    assert provider.info.slug == "vianet-updated"


def paid_bill(clerk: Clerk) -> Payment:
    return clerk.has_paid("online_renew")


def test_a_receipt_opens_its_payment_from_every_page(clerk: Clerk, keyboard: Keyboard) -> None:
    payment = paid_bill(clerk)
    number = receipt_number(payment).text
    clerk.has_paid("rambdr_thapa")
    for key, code in product((F2, F3, F4, F6, F7), (code_text(payment, number), number)):
        clerk.press(key)
        clerk.until_idle()
        keyboard.scan(code)
        clerk.until_idle()
        view = clerk.app.window.main_view
        assert view is not None
        assert view.current() == "payments", key
        assert number in clerk.says("payments.numbers"), key
        assert "1 payment" in clerk.says("payments.count"), key
        clerk.press(ESC)
        clerk.until_idle()
        assert "2 payments" in clerk.says("payments.count"), "the search is left again"


def test_a_receipt_read_into_the_account_opens_its_payment_and_at_confirm_leaves_the_cash(
    clerk: Clerk, keyboard: Keyboard
) -> None:
    payment = paid_bill(clerk)
    code = code_text(payment, receipt_number(payment).text)
    clerk.press(ONE, ENTER)
    asked = clerk.find("customer.id").text()
    keyboard.scan(code)
    clerk.until_idle()
    view = clerk.app.window.main_view
    assert view is not None
    assert view.current() == "payments"
    clerk.press(F2)
    assert clerk.find("customer.id").text() == asked, "no part of it was typed"
    clerk.press(ESC)
    clerk.until_step(Step.PROVIDER)
    clerk.to_confirm(TWO, "110871")
    keyboard.scan(code)
    assert clerk.stands_at(Step.CONFIRM)
    assert clerk.find("confirm.cash").isVisible()
    assert "scanner" in clerk.says("confirm.advice")


def test_a_text_takes_the_characters_and_no_enter(clerk: Clerk, keyboard: Keyboard) -> None:
    to_dialog(clerk)
    reference = clerk.find("tender.reference")
    reference.setFocus()
    dialog = QApplication.activeWindow()
    keyboard.scan("TXN0012345")
    assert reference.text() == "TXN0012345"
    assert reference.hasFocus()
    assert QApplication.activeWindow() is dialog
