"""Maps errors of SQLite and the operating system to ledger errors."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from desktop_app.core.errors import LedgerError, Problem
from desktop_app.core.storage import of_system

if TYPE_CHECKING:
    from collections.abc import Iterator

REFUSED_STEP = "illegal_step"
"""How the ledger's triggers begin the message of a step that the payment rules do not allow."""
_REFERENCE_USED = "reference_used"
"""What they say of a reference that another payment has, in either role (rule 1)."""

_PRIMARY_CODE = 0xFF
_BY_SQLITE_CODE = {
    sqlite3.SQLITE_FULL: Problem.DISK_FULL,
    sqlite3.SQLITE_BUSY: Problem.LEDGER_LOCKED,
    sqlite3.SQLITE_LOCKED: Problem.LEDGER_LOCKED,
    sqlite3.SQLITE_PROTOCOL: Problem.LEDGER_LOCKED,
    sqlite3.SQLITE_READONLY: Problem.LEDGER_READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: Problem.LEDGER_READ_ONLY,
    sqlite3.SQLITE_PERM: Problem.LEDGER_READ_ONLY,
    sqlite3.SQLITE_CORRUPT: Problem.LEDGER_DAMAGED,
    sqlite3.SQLITE_NOTADB: Problem.LEDGER_DAMAGED,
}


@contextmanager
def map_ledger_errors() -> Iterator[None]:
    """Turn what SQLite, SQLAlchemy and the operating system raise inside into ``LedgerError``.

    The errors carry only names of codes: no text of a customer, no path, no value of a query.
    """
    try:
        yield
    except DBAPIError as error:
        raise _of_driver(error.orig) from error
    except sqlite3.Error as error:
        raise _of_driver(error) from error
    except OSError as error:
        raise of_system(error) from error
    except (SQLAlchemyError, OverflowError) as error:
        raise LedgerError(Problem.LEDGER_FAILED, cause=type(error).__name__) from error
    except ValueError as error:
        # A value in the file that this program cannot have written.
        raise LedgerError(Problem.LEDGER_DAMAGED, cause=type(error).__name__) from error


def _of_driver(error: BaseException | None) -> LedgerError:
    code = getattr(error, "sqlite_errorcode", None)
    cause = getattr(error, "sqlite_errorname", type(error).__name__)
    if not isinstance(code, int):
        return LedgerError(Problem.LEDGER_FAILED, cause=cause)
    if code == sqlite3.SQLITE_CONSTRAINT_TRIGGER and str(error).startswith(REFUSED_STEP):
        return LedgerError(Problem.ILLEGAL_STEP, cause=cause)
    if code == sqlite3.SQLITE_CONSTRAINT_TRIGGER and str(error) == _REFERENCE_USED:
        return LedgerError(Problem.STALE, cause=_REFERENCE_USED)
    problem = _BY_SQLITE_CODE.get(code & _PRIMARY_CODE, Problem.LEDGER_FAILED)
    return LedgerError(problem, cause=cause)
