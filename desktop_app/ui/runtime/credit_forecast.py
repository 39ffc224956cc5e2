"""Tells how long the balance lasts, whenever it was told anew."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.ui.runtime.credit_readings import latest_reading
from desktop_app.ui.runtime.jobs import Job

if TYPE_CHECKING:
    from datetime import datetime

    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result


class CreditForecast(QObject):
    """Sets ``lasts_until`` of the session. What cannot be told is not said to be wrong."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._job = 0
        context.session.balance_changed.connect(self._look)

    def _look(self) -> None:
        context, session = self._context, self._context.session
        reading = latest_reading(session)
        if session.is_asking_balance:
            return
        context.tasks.cancel(self._job)
        if reading is None:
            session.set_lasts_until(None)
            return
        work = partial(context.credit.lasts_until, session.environment, reading.amount)
        self._job = context.tasks.read(Job("tell how long the balance lasts", work), self._take)

    def _take(self, done: Result[datetime | None]) -> None:
        self._context.session.set_lasts_until(done.value)
