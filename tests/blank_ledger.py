"""An empty ledger, and ledgers that tests begin with: made once in a process, copied for each test.

To make one, all migrations run and ten statements are flushed: longer than most tests take. Each
payment that is put into one takes as long as a hundred copies.
"""

from __future__ import annotations

import functools
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.ledger.sqlite.connections import BUSY_SECONDS
from desktop_app.ledger.sqlite.ledger import SqliteLedger, old_numbers, open_ledger

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from desktop_app.core.receipts import SeriesOf


@functools.cache
def _blank() -> bytes:
    return _made(lambda _ledger: None)


@functools.cache
def _filled(fill: Callable[..., object], *given: Hashable) -> bytes:
    return _made(lambda ledger: fill(ledger, *given), _blank())


def _made(fill: Callable[[SqliteLedger], object], before: bytes = b"") -> bytes:
    with tempfile.TemporaryDirectory(prefix="bhuktani-ledger-") as folder:
        file = Path(folder) / "ledger.sqlite3"
        if before:
            file.write_bytes(before)
        ledger = open_ledger(file)
        try:
            fill(ledger)
        finally:
            ledger.close()
        return file.read_bytes()


def put_blank_ledger(path: Path) -> None:
    """Write a ledger without payments at ``path``, unless there is one; make its folder."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_blank())


def put_filled_ledger(path: Path, fill: Callable[..., object], *given: Hashable) -> None:
    """Write a ledger in which ``fill`` has recorded something, at a path where there is none.

    ``fill`` is called with a ledger and what is ``given``, once in a process for the same.
    """
    assert not path.exists()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_filled(fill, *given))


def blank_ledger(
    path: Path, *, busy_seconds: float = BUSY_SECONDS, series_of: SeriesOf = old_numbers
) -> SqliteLedger:
    """The ledger at ``path``, opened; a new one is a copy."""
    put_blank_ledger(path)
    return open_ledger(path, busy_seconds=busy_seconds, series_of=series_of)
