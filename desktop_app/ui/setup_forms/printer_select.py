"""A choice of the computer's printers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop_app.ui.runtime.jobs import Job
from desktop_app.ui.widgets import Select

if TYPE_CHECKING:
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result


class PrinterSelect(Select):
    """The computer's own choice first, then its printers, read on a worker."""

    def __init__(self, context: AppContext, name: str, *, height: int = 42) -> None:
        spoken = QCoreApplication.translate("PrinterSelect", "Printer")
        super().__init__(context.theme, spoken, icon="printer", height=height, name=name)
        self._context = context
        self._job = 0
        self._wanted = ""
        self._names: tuple[str, ...] = ()
        self.setMinimumContentsLength(0)
        self._fill()

    def read(self) -> None:
        """Ask the computer which there are."""
        self._context.tasks.cancel(self._job)
        self._job = self._context.tasks.paper(
            Job("list the printers", self._context.printer.names), self._take
        )

    def choose(self, printer: str) -> None:
        """Mark a printer, empty for the computer's own choice."""
        self._wanted = printer
        self._fill()

    def name(self) -> str:
        """Return the chosen printer, empty for the computer's own choice."""
        return str(self.currentData() or "")

    def _take(self, done: Result[tuple[str, ...]]) -> None:
        self._context.session.report(done.error)
        self._wanted = self.name()
        self._names = done.value or ()
        self._fill()

    def _fill(self) -> None:
        names = list(self._names)
        self.clear()
        self.addItem(self.tr("The computer’s default"), "")
        for name in names:
            self.addItem(name, name)
        if self._wanted and self._wanted not in names:
            # It may only be switched off; a saved choice is not lost by looking at it.
            self.addItem(self._wanted, self._wanted)
        self.setCurrentIndex(max(0, self.findData(self._wanted)))
