"""Keeps readings of the shop's credit, from the balance that is read anyway."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.core.clock import NEPAL
from desktop_app.core.shifts.credit import CreditNote, CreditNoteKind
from desktop_app.ui.runtime.jobs import Job

if TYPE_CHECKING:
    from datetime import date, datetime

    from desktop_app.core.environment import Environment
    from desktop_app.ui.runtime.app_state import AppState
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result


class CreditReadings(QObject):
    """One a day, and one where a shift begins or ends. Asks the service for nothing."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._kept: tuple[Environment, date] | None = None
        self._seen: datetime | None = None
        context.session.balance_changed.connect(self._look)

    def _look(self) -> None:
        session = self._context.session
        reading = latest_reading(session)
        if reading is None:
            return
        day = (session.environment, reading.at.astimezone(NEPAL).date())
        if not session.wants_reading and (day == self._kept or reading.at == self._seen):
            return
        first, self._seen = not session.wants_reading, reading.at
        session.wants_reading = False
        keep = partial(
            self._context.credit.keep_reading,
            session.environment,
            session.counter().till,
            reading,
            first_of_day=first,
        )
        take = partial(self._take, day, first=first)
        self._context.tasks.record(Job("keep a credit reading", keep), take, None)

    def _take(
        self, day: tuple[Environment, date], done: Result[CreditNote | None], *, first: bool
    ) -> None:
        """What could not be kept is kept with the next balance."""
        if done.value is not None:
            self._kept = day
        elif not first:
            self._context.session.wants_reading = True


def latest_reading(session: AppState) -> CreditNote | None:
    """The balance last told, with the moment of the question."""
    if session.balance is None or session.balance_asked_at is None or session.is_asking_balance:
        return None
    return CreditNote(CreditNoteKind.READING, session.balance_asked_at, session.balance)
