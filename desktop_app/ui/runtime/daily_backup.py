"""Checks the record of payments and backs it up every day, while the shop works."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.core.audit import record_changed
from desktop_app.ui.runtime.jobs import Job

if TYPE_CHECKING:
    from desktop_app.core.audit import FoundBreak
    from desktop_app.core.backups import DueBackups
    from desktop_app.core.environment import Environment
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result

_SOON_MS = 5_000
"""After the first paint and the first answers, which are waited for."""
_HOUR_MS = 3_600_000
"""A program that runs for days makes its backups too."""


class DailyBackup(QObject):
    """``trouble`` tells of a damaged record, of a backup that could not be made, of a record that
    was changed outside of the program.

    Nothing here makes the window wait, nor a payment.
    """

    trouble = Signal(object)

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._session = session = context.session
        self._tasks = context.tasks
        self._environment = session.settings.environment
        self._compared: set[Environment] = set()
        """Whose audit chain was compared in this run, while it was shown."""
        self._replaced = 0
        """How often another file came into a record's place."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        session.changed.connect(self._changed)

    def start(self) -> None:
        """Start the timer for the first look, some seconds from now."""
        self._timer.start(_SOON_MS)

    def look(self) -> None:
        """Look now, and again in an hour. Before the first start was answered there is nothing."""
        self._timer.start(_HOUR_MS)
        environment = self._session.settings.environment
        if environment is None:
            return
        check = partial(self._context.records.check_integrity, environment)
        self._tasks.maintain(Job("look the record over", check), self._take)
        backup = Job("make due backups", self._context.records.back_up_if_due)
        self._tasks.maintain(backup, partial(self._take_backups, environment, self._replaced))

    def compare_again(self) -> None:
        """Another file is in the record's place: it is looked over too, soon."""
        self._replaced += 1
        self._compared.clear()
        self.start()

    def _take(self, done: Result[None]) -> None:
        if done.error is not None:
            self.trouble.emit(done.error)

    def _take_backups(self, shown: Environment, replaced: int, done: Result[DueBackups]) -> None:
        """Tell of a break, first of the environment that was shown when the job was given.

        Another environment is compared again when it is shown, so that its break is told there; so
        is a file that came into the place of the compared one meanwhile.
        """
        if done.error is not None:
            self.trouble.emit(done.error)
        elif done.value is not None:
            has_seen = self._context.seen_breaks.has
            found = [one for one in done.value.unseen if not has_seen(one)]
            found.sort(key=lambda one: one.environment is not shown)
            self._tell(found[0] if found else None)
            if replaced == self._replaced:
                self._compared |= done.value.compared & {shown}
        self._compare()

    def _compare(self) -> None:
        """Compare the audit chain once in a run, if no backup did: all of the record is read."""
        environment = self._session.settings.environment
        if environment is not None and environment not in self._compared:
            self._compared.add(environment)
            compare = partial(self._context.records.check_chain, environment)
            self._tasks.maintain(Job("compare the audit chain", compare), self._take_break)

    def _take_break(self, done: Result[FoundBreak | None]) -> None:
        if done.error is not None:
            self.trouble.emit(done.error)
        else:
            self._tell(done.value)

    def _tell(self, found: FoundBreak | None) -> None:
        if found is not None and not self._context.seen_breaks.has(found):
            self.trouble.emit(record_changed(found))

    def _changed(self) -> None:
        if self._session.settings.environment is not self._environment:
            self._environment = self._session.settings.environment
            self.start()
