"""The support bundle: one file to send, with what is needed to find out what happened.

No token, no salt, no name and no phone number of a customer gets into it. It is made when
something is broken, so each part that cannot be read is replaced by why.
"""

from __future__ import annotations

import json
import platform
import sqlite3
import sys
import zipfile
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import msgspec

from desktop_app import __version__
from desktop_app.core.clock import NEPAL
from desktop_app.core.errors import BhuktaniError
from desktop_app.ledger.errors import map_ledger_errors
from desktop_app.ledger.sqlite.backup import STAMP
from desktop_app.ledger.sqlite.connections import BUSY_SECONDS, open_file
from desktop_app.ledger.sqlite.support_extract import Extract, last_payments
from desktop_app.redaction.names import Personal
from desktop_app.redaction.phones import without_phones
from desktop_app.system.files import flush_file, rename

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop_app.core.backups import BackupOverview
    from desktop_app.core.settings import Settings
    from desktop_app.redaction.tokens import Redactor

PAYMENTS = 50
_LOGS = ("bhuktani.log*", "crash.log", "fault.log")

_README = """Bhuktani support bundle

versions.json   program, Python, Qt, SQLite, operating system
settings.json   the settings, without token
record.json     the check of the record of payments, and its backups
payments.json   the last {count} payments with their events
logs/           what the program wrote into its log, and its exceptions and crashes

Left out: tokens, names and phone numbers of customers.
Account ids and references are in it: support finds payments by them.
"""


@dataclass(frozen=True, slots=True)
class BundleRequest:
    """The inputs from which a support bundle is made."""

    settings: Settings
    data_folder: Path
    ledger: Path
    backups: Callable[[], BackupOverview]
    at: datetime


def save_bundle(folder: Path, subject: BundleRequest, redactor: Redactor) -> Path:
    """Write the bundle into the folder, which is made where there is none; its path.

    Raises:
        LedgerError: it cannot be written there.
    """
    with map_ledger_errors():
        folder.mkdir(parents=True, exist_ok=True)
        path = _free_name(folder, subject.at)
        part = path.with_name(path.name + ".new")
        try:
            with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as bundle:
                for name, text in _parts(subject):
                    bundle.writestr(name, redactor.redact(text))
            flush_file(part)
            rename(part, path)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
    return path


def _parts(subject: BundleRequest) -> list[tuple[str, str]]:
    found = _read(lambda: last_payments(subject.ledger, PAYMENTS))
    personal = found.personal if isinstance(found, Extract) else Personal()
    payments = found.payments if isinstance(found, Extract) else found
    parts = [
        ("README.txt", _README.format(count=PAYMENTS)),
        ("versions.json", _json(_versions(subject.at))),
        ("settings.json", _json(msgspec.to_builtins(subject.settings))),
        ("record.json", _json(_record(subject))),
        ("payments.json", _json(_without_phones(payments))),
    ]
    for path in sorted(at for name in _LOGS for at in (subject.data_folder / "logs").glob(name)):
        text = _read(lambda at=path: at.read_text("utf-8", errors="replace"))  # type: ignore[misc]
        parts.append((f"logs/{path.name}", personal.hide(without_phones(str(text)))))
    return parts


def _versions(at: datetime) -> dict[str, object]:
    return {
        "made_at": at.astimezone(NEPAL).isoformat(timespec="seconds"),
        "bhuktani": __version__,
        "python": platform.python_version(),
        "frozen": bool(getattr(sys, "frozen", False)),
        "qt": _read(_qt_version),
        "sqlite": sqlite3.sqlite_version,
        "system": platform.platform(),
        "machine": platform.machine(),
    }


def _qt_version() -> str:
    from PySide6.QtCore import qVersion

    return str(qVersion())


def _record(subject: BundleRequest) -> dict[str, object]:
    return {
        "file": subject.ledger.name,
        "size": _read(lambda: subject.ledger.stat().st_size),
        "integrity_check": _read(lambda: _integrity(subject.ledger)),
        "backups": _read(lambda: _backups(subject.backups())),
        "files": _read(lambda: _files(subject.ledger)),
    }


def _integrity(ledger: Path) -> list[str]:
    with map_ledger_errors(), closing(open_file(ledger, BUSY_SECONDS, mode="ro")) as raw:
        return [str(line) for (line,) in raw.execute("PRAGMA integrity_check(20)")]


def _backups(overview: BackupOverview) -> dict[str, object]:
    backups = [
        {"name": at.name, "size": at.size, "payments": at.payments} for at in overview.backups
    ]
    return {"damaged": overview.is_damaged, "payments": overview.payments, "backups": backups}


def _files(ledger: Path) -> dict[str, int]:
    """The record, its log, and what was set aside."""
    return {path.name: path.stat().st_size for path in ledger.parent.glob(f"{ledger.name}*")}


def _without_phones(value: object, name: str = "") -> object:
    """Texts that people wrote may hold numbers; what names an account or a payment is kept."""
    if isinstance(value, str):
        kept = name == "account_id" or "reference" in name or name.endswith("_at")
        return value if kept else without_phones(value)
    if isinstance(value, dict):
        return {key: _without_phones(item, str(key)) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_without_phones(item) for item in value]
    return value


def _read(part: Callable[[], object]) -> object:
    """A part of the bundle, or the code of what was in the way."""
    try:
        return part()
    except BhuktaniError as error:
        return f"cannot be read: {error}"
    except Exception as error:
        return f"cannot be read: {type(error).__name__}"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1, default=str)


def _free_name(folder: Path, at: datetime) -> Path:
    while True:
        path = folder / f"bhuktani-support-{at.astimezone(NEPAL).strftime(STAMP)}.zip"
        if not path.exists():
            return path
        at += timedelta(seconds=1)
