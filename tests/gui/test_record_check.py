"""The window says that the record is not what was written, until an owner has seen it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from desktop_app.application.environments import Environments
from desktop_app.core.environment import Environment
from desktop_app.core.errors import BhuktaniError, Problem
from desktop_app.data_folder import ledger_path
from tests.gui.settings_kit import NOBODY, running
from tests.gui.test_backup_page import SETTINGS, enter_token, fill
from tests.unit.chain_kit import change

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop_app.core.audit import BrokenLink
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


def break_it(folder: Path) -> None:
    change(
        ledger_path(folder, Environment.TEST),
        "UPDATE events SET content = '[]' WHERE payment = 2 AND kind = 'sent'",
    )


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
    """Counts how often an audit chain is compared: on a cheap computer it takes a minute."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.count = 0
        compare = Environments.broken_link

        def counted(of: Environments, environment: Environment, **how: float) -> BrokenLink | None:
            self.count += 1
            return compare(of, environment, **how)

        patch.setattr(Environments, "broken_link", counted)


def test_a_start_compares_the_record_once_with_a_backup_and_without(
    qtbot: QtBot, folder: Path, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared = Comparisons(monkeypatch)
    look(window)
    assert list((folder / "backups").iterdir())
    assert compared.count == 1
    look(window)
    assert compared.count == 1
    with running(qtbot, folder, settings=SETTINGS, connection=NOBODY) as later:
        enter_token(later)
        look(later)
        assert compared.count == 2, "of today there is a backup"


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
