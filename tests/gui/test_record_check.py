"""The window says that the record is not what was written, until an owner has seen it."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from desktop_app.application.environments import Environments
from desktop_app.application.records import Records
from desktop_app.core.audit import BrokenLink, FoundBreak, record_changed
from desktop_app.core.environment import Environment
from desktop_app.core.errors import BhuktaniError, Problem
from desktop_app.core.payments.payment import PaymentState
from desktop_app.data_folder import ledger_path
from desktop_app.ui.runtime.changes import Cause
from desktop_app.ui.shell.error_banner import ErrorBanner
from tests.blank_ledger import blank_ledger
from tests.fakes import HandClock
from tests.gui.settings_kit import NOBODY, running
from tests.gui.tasks_kit import Gate, Listener, start
from tests.gui.test_backup_page import SETTINGS, enter_token, fill
from tests.unit.chain_kit import change
from tests.unit.test_ledger_kit import add_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.gui.settings_kit import Window


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    fill(tmp_path, 3)
    return tmp_path


@pytest.fixture
def window(qtbot: QtBot, folder: Path, no_stray_windows: None) -> Iterator[Window]:
    with running(qtbot, folder, settings=SETTINGS, connection=NOBODY) as window:
        enter_token(window)
        yield window


NOWHERE = "http://127.0.0.1:9"
BREAK = "UPDATE events SET content = '[]' WHERE payment = 2 AND kind = 'sent'"


def break_it(folder: Path, environment: Environment = Environment.TEST) -> None:
    change(ledger_path(folder, environment), BREAK)


def look(window: Window) -> None:
    """Some seconds after the start."""
    window.app.window.daily_backup.look()
    window.settle()


def test_after_the_start_the_record_is_compared_and_a_break_stays_until_it_is_seen(
    qtbot: QtBot, folder: Path, window: Window
) -> None:
    look(window)
    assert not window.sees("window.trouble")
    break_it(folder)
    with running(qtbot, folder, settings=SETTINGS, connection=NOBODY) as later:
        enter_token(later)
        look(later)
        said = later.words("window.trouble")
        assert "The record was changed outside of this program." in said
        assert "payment 2, when it was sent (counter 1, entry " in said
        assert "Payments go on." in said
        # Lesser trouble lies above it and leaves it there.
        later.app.session.report(BhuktaniError(Problem.DISK_FULL))
        assert "disk is full" in later.words("window.trouble")
        later.press("window.trouble.close")
        assert later.words("window.trouble") == said
        # Another language does not take it away.
        later.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        later.settle()
        assert "प्रोग्रामबाहिर" in later.words("window.trouble")
        later.press("window.trouble.close")
        later.settle()
        assert not later.sees("window.trouble")
    with running(qtbot, folder, settings=SETTINGS, connection=NOBODY) as later:
        enter_token(later)
        look(later)
        assert not later.sees("window.trouble")


class Comparisons:
    """Counts how often an audit chain is compared: on a cheap computer it takes a minute.

    Attributes:
        pauses: the rests of each, in seconds.
        held: what the first waits for before it ends.
    """

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.pauses: list[float] = []
        self.held: threading.Event | None = None
        compare = Environments.broken_link

        def counted(of: Environments, environment: Environment, *, pause: float = 0) -> Any:
            self.pauses.append(pause)
            broken = compare(of, environment, pause=pause)
            if self.held is not None and len(self.pauses) == 1:
                self.held.wait(10)
            return broken

        patch.setattr(Environments, "broken_link", counted)


def test_a_start_compares_the_record_once_with_a_backup_and_without(
    qtbot: QtBot, folder: Path, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody waits for it: it rests again and again."""
    compared = Comparisons(monkeypatch)
    look(window)
    assert list((folder / "backups").iterdir())
    assert len(compared.pauses) == 1
    look(window)
    assert len(compared.pauses) == 1
    with running(qtbot, folder, settings=SETTINGS, connection=NOBODY) as later:
        enter_token(later)
        look(later)
        assert len(compared.pauses) == 2, "of today there is a backup"
    assert min(compared.pauses) > 0


def test_a_record_that_was_put_in_the_place_of_another_is_compared_though_that_is_under_way(
    folder: Path, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The answer about the file before says nothing of the one that is there now."""
    records = window.app.use_cases.records
    made = records.back_up(Environment.TEST).backup
    change(folder / "backups" / made.name, BREAK)
    clock = window.app.window._context.clock
    assert isinstance(clock, HandClock)
    clock.move(timedelta(days=1))
    compared = Comparisons(monkeypatch)
    compared.held = threading.Event()
    window.app.window.daily_backup.look()
    window.until(lambda: len(compared.pauses) == 1)
    records.restore(Environment.TEST, made.name)
    window.app.window._context.changes.notify(Cause.REPLACED)
    compared.held.set()
    window.settle()
    look(window)
    assert "payment 2, when it was sent" in window.words("window.trouble")


def test_a_break_of_each_environment_is_told_where_that_is_shown(
    qtbot: QtBot, folder: Path
) -> None:
    live = ledger_path(folder, Environment.LIVE)
    ledger = blank_ledger(live)
    for number in range(3):
        add_in(ledger, PaymentState.PAID, str(number), environment=Environment.LIVE)
    ledger.close()
    settings = replace(SETTINGS, test_url=NOWHERE, live_url=NOWHERE)
    for environment in (Environment.TEST, Environment.LIVE):
        break_it(folder, environment)
    with running(qtbot, folder, settings=settings) as window:
        for environment in (Environment.TEST, Environment.LIVE):
            window.app.use_cases.vault.save(environment, f"{environment.name}:AbCdEfGhIjKlMnOp")
        session = window.app.session
        for environment in (Environment.TEST, Environment.LIVE):
            session.change(replace(session.settings, environment=environment))
            window.until(lambda: session.environment is environment)  # noqa: B023
            window.settle()
            look(window)
            said = window.words("window.trouble")
            assert "The record was changed outside of this program." in said
            assert ("TEST: " in said) is (environment is Environment.TEST)


def test_a_person_has_the_record_checked_by_keys_and_is_told(window: Window, folder: Path) -> None:
    window.open_settings("backup")
    button = window.find("settings.backup.check", QPushButton)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    window.key(Qt.Key.Key_Space)
    window.settle()
    told = window.words("settings.backup.note")
    assert told == "Every entry of the record is as it was written."
    break_it(folder)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    window.key(Qt.Key.Key_Return)
    window.settle()
    told = window.words("settings.backup.note")
    assert told == "TEST: The record was changed outside of this program."
    assert "payment 2, when it was sent" in window.words("window.trouble")


def test_a_break_that_was_seen_is_not_told_above_all_pages_by_the_page_that_is_built_anew(
    window: Window, folder: Path
) -> None:
    """Its comparison ended where nobody saw the page, and did not know of it being seen."""
    break_it(folder)
    window.open_settings("backup")
    gate, listener = Gate(), Listener()
    start(window.app.tasks, "maintain", gate, listener)
    window.press("settings.backup.check")
    window.key(Qt.Key.Key_F2)
    gate.open()
    window.settle()
    assert "payment 2, when it was sent" in window.words("window.trouble")
    window.press("window.trouble.close")
    window.settle()
    window.app.window.resize(1093, 534)
    window.settle()
    window.open_settings("backup")
    assert not window.sees("window.trouble")
    assert "payment 2, when it was sent" in window.words("settings.backup.note")
    # Another break is told, by a person's comparison and by the program's own.
    change(ledger_path(folder, Environment.TEST), BREAK.replace("payment = 2", "payment = 1"))
    window.press("settings.backup.check")
    window.settle()
    assert "payment 1, when it was sent" in window.words("window.trouble")


def test_a_break_that_was_seen_while_the_record_was_compared_is_not_told_again(
    window: Window, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    break_it(folder)
    look(window)
    found = window.app.use_cases.records.check_chain(Environment.TEST)
    assert found is not None
    assert not found.is_seen
    monkeypatch.setattr(Records, "check_chain", lambda *_given: found)
    window.press("window.trouble.close")
    window.settle()
    window.app.window.daily_backup.compare_again()
    look(window)
    assert not window.sees("window.trouble")
    # In the place of that record is another one, of whose break nobody has read.
    window.app.window._context.changes.notify(Cause.REPLACED)
    look(window)
    assert window.sees("window.trouble")


def test_a_break_that_is_found_while_another_is_being_seen_stays(window: Window) -> None:
    links = (BrokenLink("1", at, "events", at) for at in (3, 2))
    first, second = (record_changed(FoundBreak(Environment.TEST, at, False)) for at in links)
    window.app.session.report(first)
    window.app.session.report(second)
    banner = window.find("window.trouble", ErrorBanner)
    banner.seen.emit(first)
    window.settle()
    assert window.sees("window.trouble")
    banner.seen.emit(second)
    window.settle()
    assert not window.sees("window.trouble")


def test_a_backup_of_a_changed_record_is_made_and_the_window_says_what_is_wrong(
    window: Window, folder: Path
) -> None:
    break_it(folder)
    window.open_settings("backup")
    window.press("settings.backup.now")
    window.settle()
    assert len(list((folder / "backups").iterdir())) == 1
    assert "Bhuktani keeps all of them" in window.words("window.trouble")


def steps(window: Window) -> list[str]:
    """What help says to do, while it is open."""
    shown = [window.find(f"keys.notice.{n}", QLabel) for n in range(1, 5) if _has(window, n)]
    return [label.text() for label in shown]


def _has(window: Window, number: int) -> bool:
    return window.app.window.findChild(QLabel, f"keys.notice.{number}") is not None


def test_help_explains_the_notice_by_key_and_by_mouse_and_no_other(
    window: Window, folder: Path
) -> None:
    window.key(Qt.Key.Key_F1)
    assert steps(window) == [], "there is no notice"
    window.key(Qt.Key.Key_F1)
    break_it(folder)
    look(window)
    assert not window.sees("keys")
    window.key(Qt.Key.Key_F1)
    window.settle()
    assert steps(window)[0] == "1. Go on taking payments: they are recorded as before."
    assert "3. Delete no backup." in steps(window)[2]
    window.key(Qt.Key.Key_Escape)
    window.settle()
    window.press("window.trouble.help")
    window.settle()
    assert len(steps(window)) == 4
    window.key(Qt.Key.Key_Escape)
    # What a sentence says whole has no further help, and the notice below it is there again.
    window.app.session.report(BhuktaniError(Problem.DISK_FULL))
    assert not window.sees("window.trouble.help")
    window.press("window.trouble.close")
    assert window.sees("window.trouble.help")
    window.press("window.trouble.close")
    window.settle()
    window.key(Qt.Key.Key_F1)
    window.settle()
    assert steps(window) == [], "an owner has seen it"


@pytest.mark.parametrize(
    ("problem", "first"),
    [
        (Problem.LEDGER_DAMAGED, "Take no payment here."),
        (Problem.LEDGER_NEWER, "Take no payment with this Bhuktani."),
    ],
)
def test_help_says_what_to_do_with_a_record_that_cannot_be_used(
    window: Window, problem: Problem, first: str
) -> None:
    window.app.session.report(BhuktaniError(problem))
    window.key(Qt.Key.Key_F1)
    window.settle()
    assert first in steps(window)[0]
