"""The engines that can hold a record: what is true of a ledger is tried on each of them.

A test of the payment rules asks for ``record`` or ``ledger`` and names no engine. To try another
one, add its name and its :class:`Record` here. What is only about SQLite's own files (durability,
damage, backup, migrations of older files) opens them itself.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any, Protocol

from desktop_app.ledger.sqlite.ledger import SqliteLedger, old_numbers, open_ledger
from tests.blank_ledger import put_blank_ledger
from tests.unit.test_ledger_kit import dump

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from desktop_app.core.receipts import SeriesOf

ENGINES = ("sqlite",)


class Stranger(Protocol):
    """A connection past the program, with none of its checks."""

    def execute(self, statement: str, values: Any = (), /) -> Any:
        """Run one statement."""


class Record(Protocol):
    """A record without payments in one engine; a program opens it, or several do.

    Given to another process, it is the same record there.
    """

    refusals: tuple[type[Exception], ...]
    """What a stranger's statement raises that the record itself refuses."""

    def open(self, *, series_of: SeriesOf = old_numbers) -> SqliteLedger:
        """Open it as one more program does; it is closed at the end of the test."""

    def stranger(self) -> AbstractContextManager[Stranger]:
        """Open it past the program."""

    def unguarded(self) -> AbstractContextManager[Stranger]:
        """The same, without the rules that the record itself keeps; they are there again after."""

    def dump(self) -> list[tuple[object, ...]]:
        """All that is in it, as SQL."""

    def copy_to(self, folder: Path) -> Record:
        """Another record with the same in it."""

    def close(self) -> None:
        """Close what was opened."""


@contextmanager
def unguarded(connection: Stranger) -> Iterator[None]:
    """A file of SQLite without the rules that it keeps; its triggers are there again afterwards."""
    connection.execute("PRAGMA ignore_check_constraints = ON")
    connection.execute("PRAGMA foreign_keys = OFF")
    wanted = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
    triggers = connection.execute(wanted).fetchall()
    assert triggers
    for name, _ in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    try:
        yield
    finally:
        for _, statement in triggers:
            connection.execute(statement)


class SqliteRecord:
    """A record in one SQLite file."""

    refusals: tuple[type[Exception], ...] = (sqlite3.IntegrityError,)

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.path = folder / "ledger.sqlite3"
        self._opened = ExitStack()
        put_blank_ledger(self.path)

    def __reduce__(self) -> tuple[type[SqliteRecord], tuple[Path]]:
        return SqliteRecord, (self._folder,)

    def open(self, *, series_of: SeriesOf = old_numbers) -> SqliteLedger:
        ledger = open_ledger(self.path, series_of=series_of)
        self._opened.callback(ledger.close)
        return ledger

    @contextmanager
    def stranger(self) -> Iterator[Stranger]:
        connection = sqlite3.connect(self.path, isolation_level=None)
        try:
            yield connection
        finally:
            connection.close()

    @contextmanager
    def unguarded(self) -> Iterator[Stranger]:
        with self.stranger() as connection, unguarded(connection):
            yield connection

    def dump(self) -> list[tuple[object, ...]]:
        return dump(self.path)

    def copy_to(self, folder: Path) -> SqliteRecord:
        shutil.copy(self.path, folder / self.path.name)
        return SqliteRecord(folder)

    def close(self) -> None:
        self._opened.close()


def new_record(engine: str, folder: Path) -> Record:
    """A record without payments in that engine."""
    makers = {"sqlite": SqliteRecord}
    return makers[engine](folder)
