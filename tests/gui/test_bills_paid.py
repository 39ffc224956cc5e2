"""What is done without pages leaves behind what the same with keys does."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop_app.core.environment import Environment
from desktop_app.data_folder import ledger_path, settings_path
from desktop_app.sandbox.practice import PracticeService
from desktop_app.sandbox.server import SandboxServer
from tests.clerk import TEST_TOKEN, Clerk, open_shop
from tests.fakes import HandClock
from tests.sampling import values

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.core.payments.payment import PaymentState
    from desktop_app.ui.runtime.changes import Cause, PaymentsChanged

Act = Callable[[Clerk, str, str], None]

TILES = {"worldlink-v2": Qt.Key.Key_1, "vianet-updated": Qt.Key.Key_2}
PLACES = tuple(getattr(Qt.Key, f"Key_F{number}") for number in (3, 4, 6, 7, 2))
_TABLES = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
DRAWN_ANEW = re.compile(r"[0-9a-f]{16,}|http://[\d.:]+")


def with_keys(clerk: Clerk, company: str, account: str) -> None:
    clerk.pay(TILES[company], account, Qt.Key.Key_1, "100000")
    clerk.until_idle()


def with_keys_to_the_next(clerk: Clerk, company: str, account: str) -> None:
    with_keys(clerk, company, account)
    clerk.press(Qt.Key.Key_F2)
    clerk.until_idle()


def without_pages(clerk: Clerk, company: str, account: str) -> None:
    clerk.has_paid(account, company=company, cash=100_000)


def without_pages_to_the_result(clerk: Clerk, company: str, account: str) -> None:
    clerk.has_paid(account, company=company, cash=100_000, at_result=True)


def with_keys_to_confirm(clerk: Clerk, company: str, account: str) -> None:
    clerk.to_confirm(TILES[company], account)


def without_pages_to_confirm(clerk: Clerk, company: str, account: str) -> None:
    clerk.come_to_confirm(account, company=company)


class Left:
    """What one payment leaves behind, in a shop and at a service of its own."""

    def __init__(self, folder: Path, act: Act, company: str, account: str) -> None:
        self._names: dict[str, str] = {}
        service = PracticeService(token=TEST_TOKEN, now=HandClock().now)
        with SandboxServer(service) as server:
            clerk = open_shop(folder, url=server.url, clock=HandClock(), paints=False)
            try:
                self.changes: list[tuple[Cause, list[PaymentState]]] = []
                clerk.app.changes.changed.connect(self._hear)
                act(clerk, company, account)
                self.pages = self._walk(clerk)
                session = clerk.app.session
                self.session = session.balance, session.balance_at, session.settings
            finally:
                clerk.app.close()
        self.calls = [self._named(f"{one.path} {one.fields}") for one in service.heard]
        self.settings = self._named(settings_path(folder).read_text("utf-8"))
        with closing(sqlite3.connect(ledger_path(folder, Environment.TEST))) as record:
            self.record = {
                table: [self._named(repr(row)) for row in record.execute(f"SELECT * FROM {table}")]
                for (table,) in record.execute(_TABLES).fetchall()
            }

    def _hear(self, change: PaymentsChanged) -> None:
        self.changes.append((change.cause, [one.state for one in change.payments]))

    def _walk(self, clerk: Clerk) -> list[object]:
        """What is seen now, and then on each page."""
        seen: list[object] = []
        for place in (None, *PLACES):
            if place is not None:
                clerk.press(place)
                clerk.until_idle()
            focus = QApplication.focusWidget()
            at = "" if focus is None else focus.objectName()
            seen.append((clerk.app.window.flow.step, at, sorted(clerk.texts())))
        return seen

    def _named(self, text: str) -> str:
        """References, hashes and the address of the server by the order in which they come."""
        return DRAWN_ANEW.sub(
            lambda found: self._names.setdefault(found[0], f"<{len(self._names)}>"), text
        )


WAYS: tuple[tuple[Act, Act], ...] = (
    (with_keys, without_pages_to_the_result),
    (with_keys_to_the_next, without_pages),
    (with_keys_to_confirm, without_pages_to_confirm),
)
BILLS = (("worldlink-v2", "practice_no_answer"), ("vianet-updated", "110871"))


@pytest.mark.parametrize(("ways", "bill"), values(WAYS, BILLS))
def test_it_leaves_the_same_behind(
    qapp: QApplication, tmp_path: Path, ways: tuple[Act, Act], bill: tuple[str, str]
) -> None:
    keys, ours = (Left(tmp_path / act.__name__, act, *bill) for act in ways)
    assert ours.record == keys.record
    assert ours.calls == keys.calls
    assert ours.changes == keys.changes
    assert ours.session == keys.session
    assert ours.settings == keys.settings
    assert ours.pages == keys.pages
