"""The names of all who took cash, for the filter: read once, out of the whole record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result


class OperatorNames(QObject):
    """Who comes later is noted from the payments that are seen."""

    read = Signal(object)
    """The names, once the record was read."""

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._was_read = False
        self.names: set[str] = set()

    def note(self, names: Iterable[str]) -> None:
        """Remember those of payments that are seen."""
        self.names.update(names)

    def read_once(self) -> None:
        """Read those of the record."""
        if not self._was_read:
            self._was_read = True
            job = self._context.ledger_job(
                "read who took cash", lambda ledger: ledger.history.operators()
            )
            self._context.tasks.read(job, self._take)

    def _take(self, done: Result[tuple[str, ...]]) -> None:
        if done.value is None:
            self._was_read = False
            return
        self.note(done.value)
        self.read.emit(self.names)
