"""Each Z report is printed and saved once; the close stands whatever becomes of its papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QListWidget

from desktop_app.printing.output import PrintError, PrintProblem
from tests.clerk import Clerk, PaperTray
from tests.fakes import HandClock
from tests.gui.shift_kit import RETURN, control, count, go, opened, shifts
from tests.gui.test_places_waiting_checks import settle

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.printing.blocks import Document
    from desktop_app.sandbox.server import SandboxServer
    from tests.gui.conftest import OpenShop

NAME = "TEST-Z-report-1-000001-2026-11-22.pdf"


class TroubledTray(PaperTray):
    """A tray whose printer and disk may be out of order."""

    def __init__(self) -> None:
        super().__init__()
        self.has_printer = True
        self.has_room = True

    def print(self, document: Document, printer_name: str = "") -> None:
        if not self.has_printer:
            raise PrintError(PrintProblem.NO_PRINTER)
        super().print(document, printer_name)

    def save_pdf(self, document: Document, path: Path) -> None:
        if not self.has_room:
            raise PrintError(PrintProblem.DISK_FULL, path=str(path))
        super().save_pdf(document, path)


@pytest.fixture
def tray() -> TroubledTray:
    return TroubledTray()


@pytest.fixture
def clerk(shops: OpenShop, server: SandboxServer, tray: TroubledTray) -> Clerk:
    """At Day close, with Rs. 5,000 in the drawer."""
    clerk = shops(url=server.url, clock=HandClock(), tray=tray)
    go(clerk)
    opened(clerk)
    return clerk


def close(clerk: Clerk) -> None:
    control(clerk, RETURN)
    count(clerk, "5")
    control(clerk, RETURN)


def papers(clerk: Clerk) -> list[str]:
    return sorted(path.name for path in clerk.app.window._context.pdf_folder.glob("*"))


def is_closed(clerk: Clerk) -> bool:
    return shifts(clerk).current(clerk.app.session.counter().till) is None


def closes(clerk: Clerk) -> QListWidget:
    control(clerk, Qt.Key.Key_H)
    dialog = clerk.app.window.findChild(QDialog, "shift.closes")
    assert dialog is not None
    found = dialog.findChild(QListWidget, "closes.list")
    assert found is not None
    return found


def test_a_close_saves_its_report_once_beside_printing_it(clerk: Clerk, tray: TroubledTray) -> None:
    close(clerk)
    assert [one.title for one in tray.printed] == ["Z report 000001"]
    assert [path.name for _, path in tray.saved] == [NAME]
    assert papers(clerk) == [NAME]
    assert "COPY" not in tray.saved[0][0].texts()
    said = clerk.says("dayclose.said")
    assert "The shift is closed: Z report 000001." in said
    assert "The report was sent to the printer and saved as a file." in said
    assert clerk.find("dayclose.said.open").isVisible()


def test_a_full_disk_undoes_no_close(clerk: Clerk, tray: TroubledTray) -> None:
    tray.has_room = False
    close(clerk)
    assert is_closed(clerk)
    assert [one.title for one in tray.printed] == ["Z report 000001"]
    assert papers(clerk) == []
    said = " ".join(clerk.texts())
    assert "The report is not saved as a file." in said
    assert "disk is full" in said
    tray.has_room = True
    QTest.keyClick(closes(clerk), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    clerk.app.window.activateWindow()
    settle(clerk)
    assert papers(clerk) == [NAME.replace(".pdf", "-COPY.pdf")]
    assert "COPY" in tray.saved[0][0].texts()
    assert clerk.find("dayclose.said.open").isVisible()


def test_a_shop_without_a_printer_has_the_file(clerk: Clerk, tray: TroubledTray) -> None:
    tray.has_printer = False
    close(clerk)
    assert is_closed(clerk)
    assert papers(clerk) == [NAME]
    said = " ".join(clerk.texts())
    assert "This computer has no printer. It is saved as a file." in said
    assert clerk.find("dayclose.said.open").isVisible()


def test_a_close_does_not_wait_for_its_papers(clerk: Clerk, tray: TroubledTray) -> None:
    tray.go_on.clear()
    control(clerk, RETURN)
    count(clerk, "5")
    focus = clerk.app.window.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, RETURN, Qt.KeyboardModifier.ControlModifier)
    clerk.wait(lambda: is_closed(clerk) and clerk.says("dayclose.next") == "Open the shift")
    assert tray.printed == []
    assert papers(clerk) == [NAME]
    assert "Z report 000001." in clerk.says("dayclose.said")
    assert "printer" not in clerk.says("dayclose.said"), "nobody knows yet"
    tray.go_on.set()
    settle(clerk)
    assert len(tray.printed) == 1
    assert "sent to the printer" in clerk.says("dayclose.said")


def test_a_number_that_is_given_again_writes_over_no_file(clerk: Clerk, tray: TroubledTray) -> None:
    folder = clerk.app.window._context.pdf_folder
    folder.mkdir(parents=True, exist_ok=True)
    (folder / NAME).write_bytes(b"of before the backup")
    close(clerk)
    assert papers(clerk) == [NAME.replace(".pdf", "-2.pdf"), NAME]
    assert (folder / NAME).read_bytes() == b"of before the backup"
