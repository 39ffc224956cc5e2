"""Makes the ledger's file, and brings an older one up to what this program knows."""

from __future__ import annotations

import errno
import os
import threading
from contextlib import closing
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, cast

from desktop_app.core.errors import LedgerError, Problem
from desktop_app.ledger.errors import map_ledger_errors
from desktop_app.ledger.sqlite.connections import Store, open_file

if TYPE_CHECKING:
    import sqlite3

    from sqlalchemy import Connection

APPLICATION_ID = 0x42484B54
"""``BHKT`` in the file's header: how a ledger is told from any other SQLite file."""

REVISIONS = tuple(f"{number:04}" for number in range(1, 13))
"""All migrations, oldest first. Named here so that a file that is up to date opens without
Alembic, which takes longer to import than the file to open."""

_MIGRATIONS = Path(__file__).parent / "migrations"
# Alembic keeps the running migration in variables of its modules.
_ALEMBIC = threading.Lock()


class SchemaState(Enum):
    """The state of a file's schema: new, to be upgraded, or current."""

    NEW = auto()
    OLDER = auto()
    CURRENT = auto()


def make_file(path: Path) -> None:
    """The folder and an empty file, for this user only where the system knows such rights.

    A file that is there stays as it is.

    Raises:
        LedgerError: it cannot be made.
    """
    with map_ledger_errors():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        except FileExistsError:
            if not path.is_file():
                raise
            # SQLite would open it to read, and leave a log behind that may only be read too.
            if not os.access(path, os.W_OK):
                raise PermissionError(errno.EACCES, "may only be read") from None


def look_at(path: Path, busy_seconds: float) -> SchemaState:
    """Determine the schema state of the file without changing a byte of it.

    Raises:
        LedgerError: the file is newer than this program, damaged, or not a ledger.
    """
    with map_ledger_errors(), closing(open_file(path, busy_seconds, mode="ro")) as raw:
        return _standing(raw)


def upgrade(store: Store) -> None:
    """Apply the missing migrations, all or none.

    Raises:
        LedgerError: it could not be done; the file is as it was.
    """
    with store.writing() as connection:
        raw = cast("sqlite3.Connection", connection.connection.driver_connection)
        # Another program may have done it since the file was looked at.
        if _standing(raw) is SchemaState.CURRENT:
            return
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        _run(connection)


def _standing(raw: sqlite3.Connection) -> SchemaState:
    (application,) = raw.execute("PRAGMA application_id").fetchone()
    names = {name for (name,) in raw.execute("SELECT name FROM sqlite_master")}
    if application == 0 and not names:
        return SchemaState.NEW
    if application != APPLICATION_ID:
        raise LedgerError(Problem.LEDGER_DAMAGED, cause="not a ledger")
    if "alembic_version" not in names:
        raise LedgerError(Problem.LEDGER_DAMAGED, cause="no version")
    versions = [version for (version,) in raw.execute("SELECT version_num FROM alembic_version")]
    if len(versions) != 1:
        raise LedgerError(Problem.LEDGER_DAMAGED, cause="no version")
    if versions[0] not in REVISIONS:
        raise LedgerError(Problem.LEDGER_NEWER)
    return SchemaState.CURRENT if versions[0] == REVISIONS[-1] else SchemaState.OLDER


def _run(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    # A percent sign begins a reference in Alembic's configuration.
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    try:
        with _ALEMBIC:
            command.upgrade(config, REVISIONS[-1])
    except CommandError as error:
        raise LedgerError(Problem.LEDGER_FAILED, cause="migration") from error
