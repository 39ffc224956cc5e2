"""A receipt is sent by WhatsApp, or copied: the program itself sends nothing."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
import segno
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop_app.core.settings import Language
from desktop_app.ui.payment_kit.share_dialog import ShareDialog
from tests.clerk import ENTER, Clerk, ledger_of

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.core.payments.payment import Payment
    from desktop_app.sandbox.server import SandboxServer
    from tests.gui.conftest import OpenShop

CONTROL = Qt.KeyboardModifier.ControlModifier
W, P, S, T = (getattr(Qt.Key, f"Key_{letter}") for letter in "WPST")


class Browser:
    """The computer's programs; it notes the links that it is to open."""

    def __init__(self) -> None:
        self.links: list[str] = []
        self.threads: set[int] = set()
        self.has_one = True

    def open_link(self, url: str) -> bool:
        self.links.append(url)
        self.threads.add(threading.get_ident())
        return self.has_one

    def open(self, path: Path) -> bool:
        return False

    def show_in_folder(self, path: Path) -> bool:
        return False


@pytest.fixture
def browser() -> Browser:
    return Browser()


@pytest.fixture
def paid(shops: OpenShop, server: SandboxServer, browser: Browser) -> Clerk:
    """A shop at the result of a paid bill."""
    clerk = shops(url=server.url, files=browser)
    clerk.has_paid("online_renew", at_result=True)
    assert clerk.says("result.state") == "PAID"
    return clerk


def ask(clerk: Clerk) -> ShareDialog:
    clerk.press(W, modifier=CONTROL)
    return shown(clerk)


def shown(clerk: Clerk) -> ShareDialog:
    return clerk.until_dialog(ShareDialog)


def payment(clerk: Clerk) -> Payment:
    found = ledger_of(clerk.app).payment(1)
    assert found is not None
    return found


def text_of(link: str) -> str:
    return parse_qs(urlsplit(link).query)["text"][0]


def test_enter_opens_whatsapp_for_the_typed_phone(paid: Clerk, browser: Browser) -> None:
    ask(paid)
    assert paid.find("share.phone").hasFocus()
    paid.type("9841-000000")
    assert paid.says("share.goesto") == "WhatsApp opens for +9779841000000."
    paid.press(ENTER)
    paid.until_idle()
    (link,) = browser.links
    assert link.startswith("https://wa.me/9779841000000?text=")
    text = text_of(link)
    assert "TEST — NOT A PAYMENT" in text.splitlines()[0]
    assert "online_renew" in text
    assert "Rs. 4,915.00" in text
    assert payment(paid).order.reference not in link
    assert threading.get_ident() not in browser.threads, "the window would wait for it"
    assert paid.says("share.said").startswith("WhatsApp is opening.")


def test_without_a_phone_whatsapp_asks_for_whom_and_without_a_browser_the_text_is_copied(
    paid: Clerk, browser: Browser
) -> None:
    paid.click("result.share")
    shown(paid)
    paid.click("share.whatsapp")
    paid.until_idle()
    assert browser.links[0].startswith("https://wa.me/?text=")
    # A computer without a browser gives the text.
    browser.has_one = False
    paid.find("share.phone").setFocus()
    paid.type("9841000000")
    paid.press(ENTER)
    paid.until_idle()
    assert QGuiApplication.clipboard().text() == text_of(browser.links[1])
    assert paid.says("share.said").startswith("WhatsApp could not be opened. The text is copied")


def test_the_code_is_the_link(paid: Clerk) -> None:
    dialog = ask(paid)
    code = paid.find("share.code")
    before = code.pixmap().toImage()
    assert before.width() > 100
    paid.type("9841000000")
    paid.wait(lambda: code.pixmap().toImage() != before)
    image, rows = code.pixmap().toImage(), segno.make_qr(dialog.link, error="l").matrix
    size = image.width() // (len(rows) + 8)
    assert size * (len(rows) + 8) == image.width(), "whole pixels a module, and a quiet edge"
    for down, row in enumerate(rows):
        for along, dark in enumerate(row):
            at = image.pixelColor((along + 4) * size + size // 2, (down + 4) * size + size // 2)
            assert at.lightness() == (0 if dark else 255)


def placed(dialog: QDialog, part: str) -> QRect:
    """Where a part stands in a dialog."""
    widget = dialog.findChild(QWidget, part)
    assert isinstance(widget, QWidget)
    return QRect(widget.mapTo(dialog, QPoint()), widget.size())


# Of the offscreen plugin, where a window is made smaller than it may be.
@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_in_a_low_window_the_code_is_seen_as_a_whole_and_lies_over_nothing(paid: Clerk) -> None:
    window = paid.app.window
    window.setMinimumSize(0, 0)
    window.resize(911, 432)
    paid.until_idle()
    dialog = ask(paid)
    assert dialog.height() <= 432
    code = placed(dialog, "share.code")
    assert dialog.rect().contains(code)
    assert not code.intersects(placed(dialog, "share.caption"))
    for part in ("whatsapp", "text", "picture", "pdf", "close"):
        button = placed(dialog, f"share.{part}")
        assert button.height() >= 36, f"{part} is squeezed"
    paid.press(T, modifier=CONTROL)
    said = paid.find("share.said")
    paid.wait(
        lambda: (
            said.height() >= said.heightForWidth(said.width())
            and dialog.rect().contains(placed(dialog, "share.said"))
        )
    )
    paid.find("share.pdf").setFocus()
    paid.press(Qt.Key.Key_Tab)
    assert paid.find("share.close").hasFocus()
    assert dialog.rect().contains(placed(dialog, "share.close")), "it is scrolled to"
    paid.press(Qt.Key.Key_Escape)


def test_text_and_picture_and_pdf_can_be_pasted(paid: Clerk, tmp_path: Path) -> None:
    ask(paid)
    clipboard = QGuiApplication.clipboard()
    paid.press(T, modifier=CONTROL)
    assert "online_renew" in clipboard.text()
    prints = payment(paid).prints
    paid.press(P, modifier=CONTROL)
    paid.wait(lambda: clipboard.image().width() > 0)
    assert clipboard.image().height() > 400
    paid.until_idle()
    assert payment(paid).prints == prints + 1, "counted like every paper"
    paid.press(S, modifier=CONTROL)
    paid.wait(lambda: clipboard.mimeData().hasUrls())
    paid.until_idle()
    (saved,) = (tmp_path / "shop" / "papers").iterdir()
    assert [url.toLocalFile() for url in clipboard.mimeData().urls()] == [str(saved)]


def test_payments_offers_it_for_paid_bills(paid: Clerk, browser: Browser) -> None:
    paid.press(Qt.Key.Key_F3)
    paid.until_idle()
    paid.click("payments.share")
    dialog = shown(paid)
    assert "online_renew" in text_of(dialog.link)


def test_a_bill_that_was_not_paid_has_nothing_to_send(
    shops: OpenShop, server: SandboxServer
) -> None:
    clerk = shops(url=server.url)
    clerk.has_paid("practice_waiting", at_result=True)
    assert clerk.says("result.state") != "PAID"
    assert not clerk.find("result.share").isVisible()
    clerk.press(W, modifier=CONTROL)
    clerk.until_idle()
    assert not isinstance(QApplication.activeWindow(), ShareDialog)


def test_the_text_is_in_the_language_of_the_receipts(
    shops: OpenShop, server: SandboxServer, browser: Browser
) -> None:
    clerk = shops(url=server.url, files=browser, language=Language.NEPALI)
    session = clerk.app.session
    clerk.has_paid("online_renew", at_result=True)
    dialog = ask(clerk)
    has_nepali = "रसिद" in text_of(dialog.link)
    assert has_nepali is (session.settings.receipt_language is Language.NEPALI)
