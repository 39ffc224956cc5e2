"""What the tests of desk and ledger share: a clock to turn by hand, and real records."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.engines import ENGINES, new_record
from tests.fakes import HandClock
from tests.unit.backup_kit import Desk
from tests.unit.drawer_kit import Drawer
from tests.unit.sweep_kit import TakesBack

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop_app.ledger.sqlite.ledger import SqliteLedger
    from tests.engines import Record


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture(params=ENGINES)
def record(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Record]:
    """A record without payments, in each engine in turn."""
    made = new_record(request.param, tmp_path)
    yield made
    made.close()


@pytest.fixture
def ledger(record: Record) -> SqliteLedger:
    """The record, opened."""
    return record.open()


@pytest.fixture
def drawer(ledger: SqliteLedger) -> Iterator[Drawer]:
    """A till of the ledger; at the end the audit chain is whole."""
    drawer = Drawer(ledger)
    yield drawer
    assert ledger.check_chain() is None


@pytest.fixture
def service() -> TakesBack:
    """A service that takes paid bills back, as a test says."""
    return TakesBack()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.ledger.close()
