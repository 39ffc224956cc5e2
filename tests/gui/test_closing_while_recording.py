"""The window stays until what is being recorded is in the record, and tells it where it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop_app.app import MAX_SECONDS_FOR_FILES
from desktop_app.installer import close_program
from desktop_app.ui.runtime.tasks import MAX_SECONDS_FOR_READS, MAX_SECONDS_FOR_RECORDS
from desktop_app.ui.shell import closing
from tests.gui.tasks_kit import HeldRecords, NoPrinter
from tests.gui.told_kit import CTRL, F2, R, owes_cash, told
from tests.other_program import locked

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.clerk import Clerk
    from tests.gui.screen_reader import ListeningScreenReader

F9 = Qt.Key.Key_F9

pytestmark = pytest.mark.usefixtures("impatient")


@pytest.fixture
def held(clerk: Clerk) -> Iterator[HeldRecords]:
    """The worker that records does nothing until it is let go, at the latest in the end."""
    clerk.has_paid("practice_not_paid", at_result=True)
    held = HeldRecords(clerk.app.tasks)
    yield held
    held.__exit__()


def closes(clerk: Clerk) -> bool:
    """Close the window, as its cross does."""
    closed = clerk.app.window.close()
    assert closed is not clerk.app.window.isVisible()
    return closed


def test_the_window_closes_by_itself_once_the_cash_is_recorded(
    clerk: Clerk, held: HeldRecords, reader: ListeningScreenReader
) -> None:
    with held:
        clerk.press(R, modifier=CTRL)
        assert not closes(clerk)
        assert not closes(clerk)
        assert told(clerk).startswith("Something is still being recorded.")
        assert not clerk.sees("window.trouble.close")
        assert told(clerk) in reader.heard()
    clerk.wait(lambda: not clerk.app.window.isVisible())
    clerk.until_idle()
    assert not owes_cash(clerk)


def test_cash_that_could_not_be_recorded_keeps_the_window_until_it_was_told(
    clerk: Clerk, record_file: Path
) -> None:
    clerk.has_paid("practice_not_paid", at_result=True)
    with locked(record_file):
        with HeldRecords(clerk.app.tasks):
            clerk.press(R, modifier=CTRL)
            assert not closes(clerk)
        clerk.until_idle()
        assert clerk.app.window.isVisible()
        assert clerk.says("result.message").startswith("Not recorded: ")
        assert not told(clerk)
        assert owes_cash(clerk)
        assert closes(clerk)


def test_a_clerk_who_is_elsewhere_by_then_is_told_above_the_page(
    clerk: Clerk, record_file: Path
) -> None:
    clerk.has_paid("practice_not_paid", at_result=True)
    with locked(record_file):
        with HeldRecords(clerk.app.tasks):
            clerk.press(R, modifier=CTRL)
            clerk.press(F2)
            assert not closes(clerk)
        clerk.until_idle()
    assert clerk.app.window.isVisible()
    assert told(clerk).startswith("Not recorded: ")
    assert clerk.sees("window.trouble.close")
    assert closes(clerk)


def test_a_record_that_hangs_does_not_hold_the_window_for_ever(
    clerk: Clerk, held: HeldRecords, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(closing, "MAX_SECONDS_FOR_WRITES", 0.2)
    clerk.press(R, modifier=CTRL)
    assert not closes(clerk)
    clerk.wait(lambda: not clerk.app.window.isVisible())
    assert owes_cash(clerk)


def test_the_window_waits_for_no_paper(clerk: Clerk, printer: NoPrinter) -> None:
    clerk.has_paid("online_renew", at_result=True)
    clerk.press(F9)
    assert closes(clerk)


def test_whoever_starts_the_program_again_keeps_it(clerk: Clerk, held: HeldRecords) -> None:
    with held:
        clerk.press(R, modifier=CTRL)
        assert not closes(clerk)
        clerk.app.window.closing.stay()
        assert not told(clerk)
    clerk.until_idle()
    assert not owes_cash(clerk)
    assert clerk.app.window.isVisible()


def test_the_installer_is_told_that_the_window_closes_by_itself(
    clerk: Clerk, held: HeldRecords
) -> None:
    ask = clerk.app.window.closing.ask
    with held:
        clerk.press(R, modifier=CTRL)
        assert ask()
        assert clerk.app.window.isVisible()
    clerk.wait(lambda: not clerk.app.window.isVisible())


def test_the_installer_is_more_patient_than_that_takes() -> None:
    hanging = closing.MAX_SECONDS_FOR_WRITES + MAX_SECONDS_FOR_RECORDS
    longest = hanging + MAX_SECONDS_FOR_READS + MAX_SECONDS_FOR_FILES
    assert longest < close_program.PATIENCE_SECONDS - 5
