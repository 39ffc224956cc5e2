"""Connections to the ledger's file, each with the same promises (rule 2)."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, cast
from urllib.parse import quote

from sqlalchemy import create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from desktop_app.core.cancellation import GivenUp, is_given_up
from desktop_app.core.errors import LedgerError, Problem
from desktop_app.ledger.errors import map_ledger_errors

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection

BUSY_SECONDS = 5.0
"""How long to wait for another program (a backup, a virus scanner) to let go of the file."""
_SOON_SECONDS = 0.02
"""How long to wait for a connection in use before making another, which first reads all tables,
indexes and triggers of the file: longer than most that is read through it."""

_STEPS = 50_000
"""Steps of SQLite, some milliseconds, between two checks whether a search was given up."""

PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    # With WAL the default would leave the last payments to the operating system's cache. FULL
    # flushes the log at every commit; a checkpoint adds nothing, the log is read again at start.
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    # Without it INSERT OR REPLACE would delete rows past the triggers that refuse a deletion.
    "PRAGMA recursive_triggers = ON",
    # A file changed by a stranger must not run functions through its triggers and views.
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
)


def open_file(path: Path, busy_seconds: float, *, mode: str = "rw") -> sqlite3.Connection:
    """A bare connection. Modes: ``rw`` (never makes a file) or ``ro``. The caller closes it.

    Transactions are left to the caller: the module's own would begin late and not as IMMEDIATE.
    """
    plain = path.absolute().as_posix()
    # Four slashes for a share of the network: with two its name would be taken for a host.
    start = "file://" if plain.startswith("/") else "file:///"
    return sqlite3.connect(
        f"{start}{quote(plain)}?mode={mode}",
        uri=True,
        timeout=busy_seconds,
        isolation_level=None,
        check_same_thread=False,
    )


class Store:
    """Lends connections for reading and for writing, to any thread."""

    def __init__(self, path: Path, busy_seconds: float = BUSY_SECONDS) -> None:
        self._path = path
        self._busy_seconds = busy_seconds
        self._use = threading.Condition()
        # Writers of this program take turns: SQLite lets them ask again and again, and on a slow
        # computer one of them may be out of luck until its time is over.
        self._turn = threading.Lock()
        self._writes = 0
        self._users = 0
        self._made = self._lent = 0
        self._closed = False
        self._engine = create_engine(
            "sqlite://",
            creator=self._connect,
            poolclass=QueuePool,
            max_overflow=-1,
            hide_parameters=True,
        )

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open a read transaction: all queries inside see the same snapshot of the file."""
        with self._open(), self._begin("BEGIN") as connection:
            yield connection

    @contextmanager
    def searching(self) -> Iterator[Connection]:
        """Open a read transaction that ends early once nobody waits for what it reads.

        Raises:
            GivenUp: see ``core.cancellation``.
        """
        with self.reading() as connection:
            driver = _driver(connection)
            driver.set_progress_handler(is_given_up, _STEPS)
            try:
                yield connection
            except DBAPIError:
                if is_given_up():
                    raise GivenUp from None
                raise
            finally:
                driver.set_progress_handler(None, 0)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """The only writer there is, from the first query on; on disk when the block has ended.

        An error inside undoes the whole block.

        Raises:
            LedgerError: among others, where SQLite has undone the block on its own: that error
                may have been caught inside, and a commit of nothing succeeds.
        """
        with self._open(), self._turn, self._begin("BEGIN IMMEDIATE") as connection:
            self._writes += 1
            yield connection
            if not _is_in_transaction(connection):
                raise LedgerError(Problem.LEDGER_FAILED, cause="undone by SQLite")

    @property
    def writes(self) -> int:
        """How many blocks of writing this program has begun.

        Who is inside one learns from it whether somebody wrote since the last one.
        """
        return self._writes

    def close(self) -> None:
        """Wait for the blocks that have begun, then let go of the file. Later ones are refused."""
        with self._use:
            self._closed = True
            self._use.wait_for(lambda: self._users == 0)
        self._engine.dispose()

    @contextmanager
    def _open(self) -> Iterator[None]:
        with self._use:
            if self._closed:
                raise LedgerError(Problem.LEDGER_FAILED, cause="closed")
            self._users += 1
        try:
            with map_ledger_errors():
                yield
        finally:
            with self._use:
                self._users -= 1
                self._use.notify_all()

    @contextmanager
    def _begin(self, how: str) -> Iterator[Connection]:
        """A transaction. Not begun by an event of the engine: each statement would ask for more;
        nor as a statement of SQLAlchemy, which takes longer than SQLite takes for a small read.
        """
        with self._use:
            self._use.wait_for(lambda: self._lent < max(self._made, 1), _SOON_SECONDS)
            self._lent += 1
        try:
            with self._engine.begin() as connection:
                _driver(connection).execute(how)
                yield connection
        finally:
            with self._use:
                self._lent -= 1
                self._use.notify_all()

    def _connect(self) -> sqlite3.Connection:
        with self._use:
            self._made += 1
        raw = open_file(self._path, self._busy_seconds)
        try:
            for pragma in PRAGMAS:
                raw.execute(pragma).fetchall()
        except BaseException:
            raw.close()
            raise
        return raw


def _is_in_transaction(connection: Connection) -> bool:
    """SQLite ends a transaction itself after some errors, such as a disk that cannot be read."""
    return _driver(connection).in_transaction


def _driver(connection: Connection) -> sqlite3.Connection:
    """The one that ``Store._connect`` gave the pool."""
    return cast("sqlite3.Connection", connection.connection.driver_connection)
