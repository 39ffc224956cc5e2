"""Stores settings on the money worker, between payments."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.ui.runtime.jobs import Job

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.core.settings import Settings
    from desktop_app.core.shop import Till
    from desktop_app.ui.runtime.ports import EnvironmentsPort
    from desktop_app.ui.runtime.tasks import Result, Tasks


class SettingsWriter(QObject):
    """Writes one after the other; the window does not close meanwhile."""

    ended = Signal(bool)
    """A write has ended, and whoever asked for it was told; False: it is not stored."""

    def __init__(self, environments: EnvironmentsPort, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._environments = environments
        self._tasks = tasks
        self._under_way = 0

    @property
    def is_writing(self) -> bool:
        """Something is not stored yet."""
        return self._under_way > 0

    def write(
        self,
        settings: Callable[[], Settings],
        by: Till,
        then: Callable[[Result[Settings]], None],
    ) -> None:
        """Store what ``settings`` gives when its turn comes; ``then`` is told what was stored."""
        self._under_way += 1
        store = partial(_store, self._environments, settings, by)
        self._tasks.money(Job("store the settings", store), partial(self._take, then))

    def _take(self, then: Callable[[Result[Settings]], None], done: Result[Settings]) -> None:
        # What is to be written next is asked for by then.
        then(done)
        self._under_way -= 1
        self.ended.emit(done.error is None)


def _store(environments: EnvironmentsPort, settings: Callable[[], Settings], by: Till) -> Settings:
    stored = settings()
    environments.save(stored, by)
    return stored
