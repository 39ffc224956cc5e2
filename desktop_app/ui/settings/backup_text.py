"""Backups in words: when they were made, and what is missing after going back to one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop_app.formatting.dates import bs_moment_text, local, time_text

if TYPE_CHECKING:
    from datetime import datetime

    from desktop_app.core.backups import Backup, BackupOverview
    from desktop_app.core.environment import Environment
    from desktop_app.core.settings import Language
    from desktop_app.ui.runtime.ports import RecordsPort

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Seen:
    """The backups that were read, with their dates as texts by name."""

    overview: BackupOverview
    whens: dict[str, str]
    language: Language


def look(records: RecordsPort, environment: Environment, language: Language) -> Seen:
    """Read the backups on a worker, as the calendar loads a library."""
    overview = records.backups(environment)
    whens = {at.name: bs_moment_text(local(at.made_at), language) for at in overview.backups}
    return Seen(overview, whens, language)


def when_text(backup: Backup, now: datetime, seen: Seen) -> str:
    """Today and yesterday by name, other days by their date."""
    at = local(backup.made_at)
    time = time_text(at, seen.language)
    days = (local(now).date() - at.date()).days
    if days == 0:
        return translate("BackupPage", "today, {time}").format(time=time)
    if days == 1:
        return translate("BackupPage", "yesterday, {time}").format(time=time)
    return seen.whens.get(backup.name, "")


def missing_text(overview: BackupOverview, backup: Backup) -> str:
    """Explain which payments a restore loses, and that they must not be made again."""
    if overview.payments is None or backup.payments is None:
        return translate(
            "BackupPage",
            "Payments made after it may be missing. They were made all the same: do not make "
            "them again.",
        )
    if overview.payments <= backup.payments:
        return translate("BackupPage", "No payment was made after it.")
    return translate(
        "BackupPage",
        "Payments made after it will be missing: {count}. They were made all the same: do not "
        "make them again.",
    ).format(count=f"{overview.payments - backup.payments:,}")
