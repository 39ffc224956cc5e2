"""Over the list of who owes it is said what comes of a settling and of a paper, and how it went."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop_app.core.errors import LedgerError, Problem
from desktop_app.ui.widgets import BannerKind
from tests.gui.test_tenders import owing
from tests.gui.told_kit import settle
from tests.other_program import locked

if TYPE_CHECKING:
    from pathlib import Path

    from tests.clerk import Clerk
    from tests.gui.screen_reader import ListeningScreenReader
    from tests.gui.tasks_kit import NoPrinter

F9 = Qt.Key.Key_F9


def outcome(clerk: Clerk) -> tuple[BannerKind, str]:
    """The look of what is said, and the words."""
    assert clerk.sees("onaccount.says")
    said = clerk.find("onaccount.says")
    return said.content().kind, said.text()


@pytest.mark.usefixtures("impatient")
def test_a_settling_is_said_while_it_is_recorded_and_with_caution_where_it_is_not(
    clerk: Clerk, record_file: Path
) -> None:
    dialog = owing(clerk)
    with locked(record_file):
        settle(clerk, dialog, "100")
        assert outcome(clerk) == (BannerKind.INFO, "Recording…")
        clerk.until_idle()
    kind, words = outcome(clerk)
    assert words.startswith("Not recorded: Suman Shrestha settled Rs. 100.00.")
    assert kind is BannerKind.CAUTION
    settle(clerk, dialog, "100")
    clerk.until_idle()
    settled = "Suman Shrestha settled Rs. 100.00. Still owed: Rs. 178.00"
    assert outcome(clerk) == (BannerKind.GOOD, settled)
    assert clerk.says("onaccount.owed") == "Owed by all: Rs. 178.00"


def test_that_the_list_is_printed_is_said(clerk: Clerk, reader: ListeningScreenReader) -> None:
    owing(clerk)
    reader.heard()
    clerk.tray.go_on.clear()
    clerk.press(F9)
    assert outcome(clerk) == (BannerKind.INFO, "Printing…")
    clerk.tray.go_on.set()
    clerk.until_idle()
    assert outcome(clerk) == (BannerKind.GOOD, "Sent to the printer.")
    assert reader.heard() == "Printing…\nSent to the printer."


def test_a_slip_that_does_not_come_out_leaves_what_was_settled_to_be_read(
    clerk: Clerk, printer: NoPrinter
) -> None:
    dialog = owing(clerk)
    settle(clerk, dialog, "100")
    printer.go_on.set()
    clerk.until_idle()
    kind, words = outcome(clerk)
    assert kind is BannerKind.CAUTION
    assert words.startswith("Suman Shrestha settled Rs. 100.00. Still owed: Rs. 178.00 ")
    assert "Counter 80" in words


def test_a_list_that_is_not_read_again_leaves_what_was_settled_to_be_read(
    clerk: Clerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = owing(clerk)

    def unread(*_: object) -> None:
        raise LedgerError(Problem.LEDGER_LOCKED)

    monkeypatch.setattr(clerk.app.use_cases.on_account, "search", unread)
    settle(clerk, dialog, "100")
    clerk.until_idle()
    kind, words = outcome(clerk)
    assert kind is BannerKind.CAUTION
    assert words.startswith("Suman Shrestha settled Rs. 100.00. Still owed: Rs. 178.00 ")
    assert "Another program is using the record" in words
    assert not clerk.sees("onaccount.owed"), "it is not known any more"
