"""Payments: a paper is of the row it was asked for, and what came of it names its payment."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from tests.clerk import Clerk, ledger_of
from tests.gui.fit_kit import bodies
from tests.gui.payments_kit import CONTROL, chosen, shop_of_two_days
from tests.gui.test_places_kit import words_in

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.sandbox.server import SandboxServer
    from tests.gui.conftest import OpenShop
    from tests.gui.held_reads import HeldReads

ROOMY = (1366, 900)
DOWN, UP, F9 = Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_F9


@pytest.fixture
def shop(reads: HeldReads, shops: OpenShop, server: SandboxServer, tmp_path: Path) -> Clerk:
    """The list has 5 (given back), 4 (waits), 3 (PAID) and 2 (PAID), and 5 is chosen."""
    assert not reads.held
    return shop_of_two_days(shops, server, tmp_path)


def click_row(clerk: Clerk, number: int) -> None:
    table = clerk.find("payments.list")
    at = next(at for at, row in enumerate(table.rows) if row.id == str(number))
    where = table.visualRect(table.model().index(at, 1)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)


def test_a_paper_is_of_the_row_that_is_chosen_though_it_is_not_read_yet(
    shop: Clerk, reads: HeldReads
) -> None:
    reads.hold(2, 3, 4)
    shop.press(DOWN, DOWN, F9)
    shop.wait(lambda: len(shop.tray.printed) == 1)
    shop.press(DOWN)
    reads.let_go()
    shop.until_idle()
    (paper,) = shop.tray.printed
    assert "Pasang Sherpa" in paper.texts()
    assert "T-000003" in paper.texts()
    assert chosen(shop) == "2"
    assert shop.says("payments.customer") == "Anita Gurung"
    assert [one.prints for one in map(ledger_of(shop.app).payment, (2, 3)) if one] == [0, 1]


def test_by_the_mouse_alone_a_paper_is_of_the_row_that_was_clicked(
    shop: Clerk, reads: HeldReads
) -> None:
    reads.hold(2, 3, 4)
    for number, button, said in ((3, "print", "Sent to the printer."), (2, "pdf", "Saved.")):
        click_row(shop, number)
        shop.wait(lambda: shop.says("payments.papernote") == "Reading…")
        shop.click(f"payments.{button}")
        shop.wait(lambda: said in words_in(shop.find("payments.message")))  # noqa: B023
    reads.let_go()
    shop.until_idle()
    (paper,), ((file, _path),) = shop.tray.printed, shop.tray.saved
    assert "Pasang Sherpa" in paper.texts()
    assert "Anita Gurung" in file.texts()
    assert shop.says("payments.customer") == "Anita Gurung"
    shop.click("payments.copy")
    kept = ledger_of(shop.app).payment(2)
    assert kept is not None
    assert QGuiApplication.clipboard().text() == kept.order.reference


def test_a_paper_that_is_asked_for_before_the_choice_moves_is_of_the_row_before(
    shop: Clerk,
) -> None:
    for key in (F9, Qt.Key.Key_S):
        shop.press(Qt.Key.Key_End)
        shop.press(key, modifier=CONTROL if key is Qt.Key.Key_S else Qt.KeyboardModifier.NoModifier)
        shop.press(UP)
        shop.until_idle()
        assert chosen(shop) == "3"
    (paper,), ((file, _path),) = shop.tray.printed, shop.tray.saved
    assert "Anita Gurung" in paper.texts()
    assert "Anita Gurung" in file.texts()
    assert shop.says("payments.papernote") == "Not printed", "the one that is chosen now"


def test_what_came_of_a_paper_names_its_payment_beside_another_one(shop: Clerk) -> None:
    shop.tray.go_on.clear()
    shop.press(DOWN, DOWN, F9, DOWN)
    shop.wait(lambda: shop.says("payments.customer") == "Anita Gurung")
    shop.press(F9)
    shop.tray.go_on.set()
    shop.until_idle()
    told = words_in(shop.find("payments.message"))
    assert "Pasang Sherpa · Rs. 2,147.50: Sent to the printer." in told
    (paper,) = shop.tray.printed
    assert "Pasang Sherpa" in paper.texts()
    assert shop.says("payments.papernote") == "Not printed"
    shop.press(F9)
    shop.until_idle()
    assert "Anita Gurung" not in words_in(shop.find("payments.message"))


def test_what_came_of_a_paper_stays_when_the_payment_beside_it_is_read(
    shop: Clerk, reads: HeldReads
) -> None:
    """The printer may answer while the payment of the next row is read."""
    shop.tray.go_on.clear()
    said = "Pasang Sherpa · Rs. 2,147.50: Sent to the printer."
    reads.hold(2)
    shop.press(DOWN, DOWN, F9, DOWN)
    shop.tray.go_on.set()
    shop.wait(lambda: said in words_in(shop.find("payments.message")))
    reads.let_go()
    shop.until_idle()
    assert shop.says("payments.customer") == "Anita Gurung"
    assert shop.sees("payments.message")
    assert said in words_in(shop.find("payments.message"))


def test_while_one_paper_is_under_way_that_of_another_row_is_said_to_wait(shop: Clerk) -> None:
    shop.tray.go_on.clear()
    shop.press(DOWN, DOWN, F9, F9)
    assert "still under way" not in words_in(shop.find("payments.message")), "the same paper"
    shop.press(DOWN, F9)
    told = words_in(shop.find("payments.message"))
    assert "Pasang Sherpa · Rs. 2,147.50: A paper is still under way." in told
    assert "Wait for it, then press again." in told
    shop.tray.go_on.set()
    shop.until_idle()
    assert len(shop.tray.printed) == 1
    assert "Pasang Sherpa · Rs. 2,147.50: Sent to the printer." in words_in(
        shop.find("payments.message")
    )
    shop.press(F9)
    shop.until_idle()
    assert "Anita Gurung" in shop.tray.printed[1].texts()


def test_by_the_mouse_alone_that_of_another_row_is_said_to_wait(shop: Clerk) -> None:
    shop.tray.go_on.clear()
    for number, name in ((3, "Pasang Sherpa"), (2, "Anita Gurung")):
        click_row(shop, number)
        shop.wait(lambda: shop.says("payments.customer") == name)  # noqa: B023
        shop.click("payments.print")
    told = words_in(shop.find("payments.message"))
    assert "Pasang Sherpa · Rs. 2,147.50: A paper is still under way." in told
    shop.tray.go_on.set()
    shop.until_idle()
    shop.click("payments.print")
    shop.until_idle()
    assert [len(shop.tray.printed), "Anita Gurung" in shop.tray.printed[1].texts()] == [2, True]


@pytest.mark.parametrize("size", [ROOMY, (1093, 534), (911, 432)])
def test_what_came_of_a_paper_is_seen_whole_and_a_low_window_names_the_file_alone(
    shops: OpenShop, server: SandboxServer, tmp_path: Path, size: tuple[int, int]
) -> None:
    """As it is painted: only then are all parts of the page where they stand."""
    shop = shop_of_two_days(shops, server, tmp_path, paints=True)
    shop.app.window.resize(*size)
    shop.until_idle()
    message = shop.find("payments.message")
    (body,) = bodies(shop.app.window)
    for key, said in ((F9, "Sent to the printer."), (Qt.Key.Key_S, "Saved.")):
        body.verticalScrollBar().setValue(0)
        shop.press(key, modifier=CONTROL if key is Qt.Key.Key_S else Qt.KeyboardModifier.NoModifier)
        shop.wait(lambda: said in words_in(message))  # noqa: B023
        shop.until_idle()
        assert message.visibleRegion().boundingRect().height() == message.height(), said
        top = message.mapTo(body.viewport(), QPoint(0, 0)).y()
        assert top >= 0, said
        assert top + message.height() <= body.viewport().height(), said
    assert (body.verticalScrollBar().value() > 0) == (size != ROOMY)
    assert "Cash-return-slip-T-" in message.text()
    is_low = size != ROOMY
    assert (str(tmp_path) in message.text()) is not is_low
    assert str(tmp_path) in message.toolTip()
    assert str(tmp_path) in message.accessibleName()
