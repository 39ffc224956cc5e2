"""An empty ledger, made once in a process and copied for each test.

To make one, all migrations run and ten statements are flushed: longer than most tests take.
"""

from __future__ import annotations

import functools
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.ledger.sqlite.connections import BUSY_SECONDS
from desktop_app.ledger.sqlite.ledger import SqliteLedger, old_numbers, open_ledger

if TYPE_CHECKING:
    from desktop_app.core.receipts import SeriesOf


@functools.cache
def _blank() -> bytes:
    with tempfile.TemporaryDirectory(prefix="bhuktani-blank-") as folder:
        file = Path(folder) / "ledger.sqlite3"
        open_ledger(file).close()
        return file.read_bytes()


def put_blank_ledger(path: Path) -> None:
    """Write a ledger without payments at ``path``, unless there is one; make its folder."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_blank())


def blank_ledger(
    path: Path, *, busy_seconds: float = BUSY_SECONDS, series_of: SeriesOf = old_numbers
) -> SqliteLedger:
    """The ledger at ``path``, opened; a new one is a copy."""
    put_blank_ledger(path)
    return open_ledger(path, busy_seconds=busy_seconds, series_of=series_of)
