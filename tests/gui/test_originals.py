"""One original for one payment: printing as a clerk does it, from more than one page."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop_app.core.inquiry_flow import Step
from desktop_app.core.payments.payment import EventKind
from desktop_app.core.settings import Language
from desktop_app.printing.blocks import Bar, Document
from desktop_app.printing.output import PrintError, PrintProblem
from tests.clerk import ENTER, Clerk, PaperTray, ledger_of, receipt_today
from tests.gui.test_places_kit import words_in
from tests.gui.test_places_waiting_checks import stored

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.sandbox.server import SandboxServer
    from tests.gui.conftest import OpenShop

PRINT = (Qt.Key.Key_F9, Qt.KeyboardModifier.NoModifier)
SAVE = (Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)


class HeldPrinter(PaperTray):
    """A driver that returns only when it is let go."""

    def __init__(self) -> None:
        super().__init__()
        self.free = threading.Event()

    def print(self, document: Document, printer_name: str = "") -> None:
        super().print(document, printer_name)
        assert self.free.wait(20)


class RefusingOnce(PaperTray):
    """A printer that is out of order at first."""

    refusals = 1

    def print(self, document: Document, printer_name: str = "") -> None:
        if self.refusals:
            self.refusals -= 1
            raise PrintError(PrintProblem.PRINTER_REFUSED, printer="Paper tray")
        super().print(document, printer_name)


class FullDisk(PaperTray):
    """A disk with no room for the first file."""

    refusals = 1

    def save_pdf(self, document: Document, path: Path) -> None:
        if self.refusals:
            self.refusals -= 1
            raise PrintError(PrintProblem.DISK_FULL, path=str(path))
        super().save_pdf(document, path)


def is_copy(document: Document) -> bool:
    words = ("copy", "प्रतिलिपि")
    return any(isinstance(b, Bar) and b.text.lower().startswith(words) for b in document.blocks)


def pay(clerk: Clerk) -> None:
    clerk.press(Qt.Key.Key_1, ENTER)
    clerk.type("rambdr_thapa")
    clerk.press(ENTER)
    clerk.until_step(Step.CHOICE)
    clerk.press(Qt.Key.Key_1, ENTER)
    clerk.until_step(Step.CONFIRM)
    clerk.press(Qt.Key.Key_F8)
    clerk.press(ENTER, ENTER)
    clerk.wait(lambda: clerk.stands_at(Step.RESULT))


def test_whoever_comes_back_while_it_prints_gets_no_second_original(
    shops: OpenShop, server: SandboxServer
) -> None:
    tray = HeldPrinter()
    clerk = shops(url=server.url, tray=tray)
    clerk.app.session.change(replace(clerk.app.session.settings, prints_at_once=True))
    clerk.until_idle()
    pay(clerk)
    clerk.wait(lambda: bool(tray.printed))
    places = clerk.app.window.main_view
    assert places is not None
    places.go("payments")
    clerk.wait(lambda: clerk.find("payments.amount").isVisible())
    clerk.press(Qt.Key.Key_F9)
    places.go("payment")
    tray.free.set()
    clerk.until_idle()
    assert [is_copy(paper) for paper in tray.printed] == [False]
    assert clerk.says("result.print") == "Print again"


def test_a_pdf_after_the_original_is_a_copy(shops: OpenShop, server: SandboxServer) -> None:
    clerk = shops(url=server.url)
    clerk.has_paid("rambdr_thapa", at_result=True)
    for key, modifier in (PRINT, SAVE):
        clerk.press(key, modifier=modifier)
        clerk.until_idle()
    assert [is_copy(paper) for paper in clerk.tray.printed] == [False]
    assert [is_copy(paper) for paper, _path in clerk.tray.saved] == [True]


@pytest.mark.parametrize(
    ("language", "names"),
    [
        (Language.ENGLISH, ["Receipt-{}.pdf", "Receipt-{}-copy-2.pdf"]),
        (Language.NEPALI, ["रसिद-{}.pdf", "रसिद-{}-प्रतिलिपि-2.pdf"]),
    ],
)
def test_a_pdf_saved_before_the_first_print_is_the_original(
    shops: OpenShop, server: SandboxServer, language: Language, names: list[str]
) -> None:
    """It leaves the shop like a paper, by mail or on another printer."""
    clerk = shops(url=server.url)
    clerk.app.session.change(replace(clerk.app.session.settings, receipt_language=language))
    clerk.until_idle()
    clerk.has_paid("rambdr_thapa", at_result=True)
    for key, modifier in (SAVE, PRINT, SAVE):
        clerk.press(key, modifier=modifier)
        clerk.until_idle()
    assert [is_copy(paper) for paper, _path in clerk.tray.saved] == [False, True]
    assert [is_copy(paper) for paper in clerk.tray.printed] == [True]
    number = receipt_today(1).replace("/", "-").replace(" ", "-")
    named = [name.format(number) for name in names]
    assert [path.name for _paper, path in clerk.tray.saved] == named, (
        "no file takes another's place"
    )
    assert stored(clerk, 1).prints == 3
    clerk.press(Qt.Key.Key_F3)
    clerk.wait(lambda: clerk.find("payments.papernote").isVisible())
    clerk.until_idle()
    assert clerk.says("payments.papernote") == "Issued 3 times"
    told = words_in(clerk.find("payments.events"))
    assert (told.count("saved as PDF"), told.count("printed")) == (2, 1)


def test_a_pdf_that_the_disk_refused_is_still_to_be_the_original(
    shops: OpenShop, server: SandboxServer
) -> None:
    clerk = shops(url=server.url, tray=FullDisk())
    clerk.has_paid("rambdr_thapa", at_result=True)
    for key, modifier in (SAVE, PRINT, SAVE):
        clerk.press(key, modifier=modifier)
        clerk.until_idle()
    assert [is_copy(paper) for paper in clerk.tray.printed] == [False]
    assert [is_copy(paper) for paper, _path in clerk.tray.saved] == [True]
    kinds = [event.kind for event in ledger_of(clerk.app).events(1)]
    assert kinds.count(EventKind.NOT_PRINTED) == 1


def test_what_the_printer_refused_is_still_to_be_the_original(
    shops: OpenShop, server: SandboxServer, tmp_path: Path
) -> None:
    tray = RefusingOnce()
    clerk = shops(url=server.url, tray=tray)
    clerk.has_paid("rambdr_thapa", at_result=True)
    for _ in range(3):
        clerk.press(Qt.Key.Key_F9)
        clerk.until_idle()
    assert [is_copy(paper) for paper in tray.printed] == [False, True]
