"""What the tests of desk and ledger share: a clock to turn by hand, and real files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.blank_ledger import blank_ledger
from tests.fakes import HandClock
from tests.unit.backup_kit import Desk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop_app.ledger.sqlite.ledger import SqliteLedger


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[SqliteLedger]:
    opened = blank_ledger(tmp_path / "ledger.sqlite3")
    yield opened
    opened.close()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.ledger.close()
