"""What could not be recorded is told though its page is gone or the counter is locked by then."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop_app.core.environment import Environment
from tests.gui.owner_kit import come, lock_of
from tests.gui.tasks_kit import HeldRecords
from tests.gui.told_kit import at_open_shift, move, put_away, told
from tests.other_program import locked
from tests.people_kit import RAMS, people_in

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.sandbox.server import SandboxServer
    from tests.clerk import Clerk
    from tests.gui.conftest import OpenShop
    from tests.gui.screen_reader import ListeningScreenReader

pytestmark = pytest.mark.usefixtures("impatient")


def test_it_names_its_environment_where_another_one_is_shown_by_then(
    clerk: Clerk, record_file: Path
) -> None:
    at_open_shift(clerk)
    session, before = clerk.app.session, clerk.app.window.main_view
    with locked(record_file):
        with HeldRecords(clerk.app.tasks):
            move(clerk, "300", "Rickshaw")
            session.change(replace(session.settings, environment=Environment.PRACTICE))
            clerk.wait(lambda: clerk.app.window.main_view is not before)
        clerk.until_idle()
    assert session.environment is Environment.PRACTICE
    assert told(clerk).startswith("Not recorded: TEST · Taken out · Rs. 300.00 · Rickshaw.")
    # It stays where yet another one is shown.
    session.change(replace(session.settings, environment=Environment.TEST))
    clerk.until_idle()
    assert told(clerk).startswith("Not recorded: Taken out · Rs. 300.00 · Rickshaw.")
    put_away(clerk)
    assert not told(clerk)


def test_whoever_comes_to_a_locked_counter_reads_and_hears_it(
    shops: OpenShop,
    server: SandboxServer,
    tmp_path: Path,
    record_file: Path,
    reader: ListeningScreenReader,
) -> None:
    people_in(tmp_path / "shop")
    clerk = shops(url=server.url)
    come(clerk, Qt.Key.Key_2, RAMS)
    at_open_shift(clerk)
    with locked(record_file):
        with HeldRecords(clerk.app.tasks):
            move(clerk, "300", "Rickshaw")
            clerk.app.window.lock_screen.lock()
            assert lock_of(clerk) is not None
            reader.heard()
        clerk.wait(lambda: clerk.app.tasks.is_idle)
    assert "Rickshaw" not in reader.heard()
    assert not told(clerk)
    come(clerk, Qt.Key.Key_2, RAMS)
    words = told(clerk)
    assert words.startswith("Not recorded: Taken out · Rs. 300.00 · Rickshaw.")
    assert words in reader.heard()
