"""Loads words for numbers and the modules of the pages on a worker, before they are needed.

The window's thread would take 20 to 30 ms for those of one page. They wait until the start, which
they would slow down, is over.
"""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop_app.formatting.preload import prepare
from desktop_app.ui.runtime.jobs import Job

if TYPE_CHECKING:
    from desktop_app.ui.runtime.tasks import Tasks

PAGES = (
    "wizard.customer_page",
    "wizard.choice_page",
    "wizard.confirm_page",
    "wizard.result_page",
    "waiting.waiting_page",
    "payments.payments_page",
    "shift.day_page",
    "customers.customers_page",
    "settings.settings_page",
    "wizard.form_page",
    "shift.credit_page",
    "shift.commission_page",
    "help.about_page",
)
"""In the order in which most shops need them."""
_AFTER_START_MS = 3_000


class PageModules(QObject):
    """Loads them once, some seconds after it was made."""

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        QTimer.singleShot(_AFTER_START_MS, self, self.load)

    def load(self) -> None:
        """Load them one after the other, while no other job is awaited."""
        self._tasks.preload(Job("load the words for numbers", prepare))
        for page in PAGES:
            job = Job(f"load {page}", partial(import_module, f"desktop_app.ui.{page}"))
            self._tasks.preload(job)
