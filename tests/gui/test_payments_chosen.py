"""Payments: the chosen row is read as a whole, and what is shown and printed is always of it."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop_app.core.environment import Environment
from desktop_app.data_folder import ledger_path
from desktop_app.ui.payment_kit import share_dialog
from desktop_app.ui.payment_kit.share_dialog import ShareDialog
from tests.clerk import Clerk, ledger_of
from tests.engines import unguarded
from tests.gui.payments_kit import CONTROL, chosen, rows, shop_of_two_days
from tests.gui.test_places_kit import words_in

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.sandbox.server import SandboxServer
    from tests.gui.conftest import OpenShop
    from tests.gui.held_reads import HeldReads

DOWN, UP, F9 = Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_F9


@pytest.fixture
def shop(reads: HeldReads, shops: OpenShop, server: SandboxServer, tmp_path: Path) -> Clerk:
    """The list has 5 (given back), 4 (waits), 3 (PAID) and 2 (PAID), and 5 is chosen."""
    assert not reads.held
    return shop_of_two_days(shops, server, tmp_path)


def change_file(folder: Path, statement: str) -> None:
    """Change what is in the record past the program."""
    file = ledger_path(folder / "shop", Environment.TEST)
    with closing(sqlite3.connect(file, isolation_level=None)) as raw, unguarded(raw):
        raw.execute(statement)


def shared(dialog: ShareDialog) -> str:
    """The text that the dialog sends."""
    dialog.copies.click()
    return QGuiApplication.clipboard().text()


# --- late answers -----------------------------------------------------------------------------


def test_an_answer_that_comes_late_is_not_shown_beside_another_row(
    shop: Clerk, reads: HeldReads
) -> None:
    reads.hold(4)
    shop.press(DOWN)
    shop.wait(lambda: reads.begun[-1] == 4)
    shop.press(DOWN)
    shop.wait(lambda: shop.says("payments.customer") == "Pasang Sherpa")
    told = words_in(shop.find("payments.detail"))
    reads.let_go()
    shop.wait(lambda: 4 in reads.ended)
    shop.until_idle()
    assert chosen(shop) == "3"
    assert words_in(shop.find("payments.detail")) == told
    assert shop.says("payments.advice") == ""


def test_beside_a_row_whose_payment_is_read_slowly_there_is_nothing_of_another(
    shop: Clerk, reads: HeldReads
) -> None:
    shop.press(Qt.Key.Key_End)
    shop.until_idle()
    assert "Answered: PAID" in words_in(shop.find("payments.events"))
    reads.hold(4)
    shop.press(UP, UP)
    shop.wait(lambda: shop.says("payments.papernote") == "Reading…")
    assert shop.says("payments.customer") == "Sunita Karki"
    assert shop.says("payments.state") == "WAITING"
    assert shop.says("payments.amount") == "Rs. 1,356.00"
    assert words_in(shop.find("payments.events")) == ""
    for name in ("numbers", "advice", "ask", "cameback", "share"):
        assert not shop.find(f"payments.{name}").isVisible(), name
    reads.let_go()
    shop.until_idle()
    assert shop.says("payments.papernote") == ""
    assert shop.says("payments.advice") == "Keep the cash. Do not pay again."
    assert "Recorded before sending" in words_in(shop.find("payments.events"))


def test_of_many_rows_that_are_passed_only_the_last_is_shown(shop: Clerk, reads: HeldReads) -> None:
    reads.hold(2, 3, 4, 5)
    shop.press(*[DOWN, DOWN, DOWN, UP, UP, DOWN] * 3)
    assert chosen(shop) == "3"
    reads.let_go()
    shop.until_idle()
    assert shop.says("payments.customer") == "Pasang Sherpa"
    assert reads.begun[-1] == 3
    assert len(reads.begun) < 10, "what nobody waits for is not read"


# --- keys -------------------------------------------------------------------------------------


def test_the_reference_that_is_copied_is_that_of_the_row(shop: Clerk, reads: HeldReads) -> None:
    reads.hold(4)
    shop.press(DOWN)
    shop.press(Qt.Key.Key_C, modifier=CONTROL)
    waiting = ledger_of(shop.app).payment(4)
    assert waiting is not None
    assert QGuiApplication.clipboard().text() == waiting.order.reference


def test_what_needs_the_whole_payment_waits_for_it(shop: Clerk, reads: HeldReads) -> None:
    reads.hold(3)
    shop.press(DOWN, DOWN)
    for _ in range(3):
        shop.press(Qt.Key.Key_W, modifier=CONTROL)
    assert QApplication.activeModalWidget() is None
    reads.let_go()
    dialog = shop.until_dialog(ShareDialog)
    assert "Pasang Sherpa" in shared(dialog)
    dialog.close()
    shop.until_idle()
    assert QApplication.activeModalWidget() is None, "it was asked for once"


def test_no_dialog_opens_for_a_row_that_was_left_before_it_was_read(
    shop: Clerk, reads: HeldReads
) -> None:
    reads.hold(2, 3)
    shop.press(DOWN, DOWN)
    shop.press(Qt.Key.Key_W, modifier=CONTROL)
    shop.press(DOWN)
    reads.let_go()
    shop.until_idle()
    assert shop.says("payments.customer") == "Anita Gurung"
    assert QApplication.activeModalWidget() is None


def test_no_dialog_opens_for_a_row_that_was_left_before_its_receipt_was_worded(
    shop: Clerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    let_go, words = threading.Event(), share_dialog._words

    def slowly(*given: Any) -> str:
        assert let_go.wait(20)
        return words(*given)

    monkeypatch.setattr(share_dialog, "_words", slowly)
    shop.press(DOWN, DOWN)
    shop.until_idle()
    shop.press(Qt.Key.Key_W, modifier=CONTROL)
    shop.press(DOWN)
    shop.wait(lambda: shop.says("payments.customer") == "Anita Gurung")
    let_go.set()
    shop.until_idle()
    assert QApplication.activeModalWidget() is None


# --- a payment that cannot be read ------------------------------------------------------------


def test_a_payment_that_cannot_be_read_says_so_and_takes_no_other_down(
    shop: Clerk, tmp_path: Path
) -> None:
    change_file(tmp_path, "UPDATE payments SET fields = '{broken' WHERE number = 4")
    shop.press(Qt.Key.Key_F5)
    shop.until_idle()
    assert rows(shop) == ["5", "4", "3", "2"]
    shop.press(Qt.Key.Key_Home, DOWN)
    shop.until_idle()
    told = words_in(shop.find("payments.detail"))
    assert shop.says("payments.customer") == "Sunita Karki"
    assert "The record of payments is damaged." in told
    assert "Hari Oli" not in told
    assert words_in(shop.find("payments.events")) == ""
    shop.press(F9)
    shop.until_idle()
    assert shop.tray.printed == []
    assert "The record of payments is damaged." in words_in(shop.find("payments.detail"))
    shop.press(DOWN)
    shop.until_idle()
    assert "Answered: PAID" in words_in(shop.find("payments.events"))
    assert "damaged" not in words_in(shop.find("payments.detail"))


def test_what_is_asked_for_after_a_read_that_went_wrong_is_read_again(
    shop: Clerk, tmp_path: Path
) -> None:
    fields = "UPDATE payments SET fields = '{}' WHERE number = 3"
    change_file(tmp_path, "UPDATE payments SET fields = '{broken' WHERE number = 3")
    shop.press(DOWN, DOWN)
    shop.until_idle()
    assert "damaged" in words_in(shop.find("payments.detail"))
    change_file(tmp_path, fields)
    shop.press(Qt.Key.Key_W, modifier=CONTROL)
    dialog = shop.until_dialog(ShareDialog)
    assert "Pasang Sherpa" in shared(dialog)
    dialog.close()
    assert "damaged" not in words_in(shop.find("payments.detail"))


def test_nothing_is_shown_or_printed_of_a_payment_that_has_taken_the_number_of_another(
    shop: Clerk, tmp_path: Path
) -> None:
    """As after going back to a backup, before the list is read again."""
    other = (
        f"UPDATE payments SET reference = '{'0' * 32}', customer_name = 'Other' WHERE number = 3"
    )
    change_file(tmp_path, other)
    shop.press(DOWN, DOWN)
    shop.until_idle()
    told = words_in(shop.find("payments.detail"))
    assert "does not have this payment. Whether it was paid has not changed." in told
    assert shop.says("payments.customer") == "Pasang Sherpa"
    shop.press(F9)
    shop.until_idle()
    assert shop.tray.printed == []
    told = words_in(shop.find("payments.message"))
    assert "No paper came out." in told
    assert "does not have this payment. Whether it was paid has not changed." in told
    shop.press(Qt.Key.Key_F5)
    shop.until_idle()
    assert chosen(shop) == "3"
    assert shop.says("payments.customer") == "Other"
    assert "any more" not in words_in(shop.find("payments.detail"))
    shop.press(F9)
    shop.until_idle()
    (paper,) = shop.tray.printed
    assert "Other" in paper.texts()


# --- what is seen meanwhile is another place ---------------------------------------------------


def _has_begun(reads: HeldReads, since: int) -> bool:
    return 3 in reads.begun[since:]


def test_no_dialog_opens_above_another_place_or_the_help(shop: Clerk, reads: HeldReads) -> None:
    for key in (Qt.Key.Key_W, Qt.Key.Key_B):
        for elsewhere, back in (
            (Qt.Key.Key_F2, Qt.Key.Key_F3),
            (Qt.Key.Key_F1, Qt.Key.Key_Escape),
        ):
            shop.press(Qt.Key.Key_Home)
            shop.until_idle()
            reads.hold(3)
            begun = len(reads.begun)
            shop.press(DOWN, DOWN)
            shop.press(key, modifier=CONTROL)
            shop.press(elsewhere)
            # A worker begins in its own time.
            shop.wait(partial(_has_begun, reads, begun))
            assert reads.begun[begun:].count(3) == 1, "it is read again, and waited for"
            reads.let_go()
            shop.until_idle()
            assert QApplication.activeModalWidget() is None
            shop.press(back)
            shop.until_idle()
            assert QApplication.activeModalWidget() is None
