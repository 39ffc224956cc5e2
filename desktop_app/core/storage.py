"""What a file takes: texts that it can hold, and faults of the operating system in our words."""

from __future__ import annotations

import errno

from desktop_app.core.errors import LedgerError, Problem

_BY_ERRNO = {
    errno.ENOSPC: Problem.DISK_FULL,
    errno.EDQUOT: Problem.DISK_FULL,
    errno.EACCES: Problem.LEDGER_READ_ONLY,
    errno.EPERM: Problem.LEDGER_READ_ONLY,
    errno.EROFS: Problem.LEDGER_READ_ONLY,
    errno.ENOTDIR: Problem.LEDGER_READ_ONLY,
    errno.EEXIST: Problem.LEDGER_READ_ONLY,
    errno.EISDIR: Problem.LEDGER_READ_ONLY,
}


def clean(text: str) -> str:
    """The text exactly, but lone surrogates, which no file can hold, as U+FFFD."""
    text = str(text)
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def of_system(error: OSError) -> LedgerError:
    """The error of the ledger for one of the operating system, without the path in it."""
    number = error.errno or 0
    problem = _BY_ERRNO.get(number, Problem.LEDGER_FAILED)
    return LedgerError(problem, cause=errno.errorcode.get(number, type(error).__name__))
