"""The buttons that write what the page of payments shows into a file; pressed again they cancel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.exports.table import ExportKind
from desktop_app.ui.payments.export_job import ExportJob
from desktop_app.ui.widgets import Button, ButtonSize

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from desktop_app.ui.payments.reading import Shown
    from desktop_app.ui.runtime.context import AppContext

_NAMES = {ExportKind.EXCEL: "payments.export", ExportKind.CSV: "payments.csv"}
_KEYS = {ExportKind.EXCEL: "Ctrl E", ExportKind.CSV: "Ctrl Shift E"}


class ExportButtons(QWidget):
    """One for Excel and one for CSV; one file is written at a time."""

    def __init__(self, context: AppContext, shown: Callable[[], tuple[Shown, date] | None]) -> None:
        """``shown`` gives what is to be written, and the day that is meant without a search."""
        super().__init__()
        self._shown = shown
        self.job = ExportJob(context, self)
        self.job.running.connect(self._show)
        self._has_room = not context.theme.compact
        self._words = {ExportKind.EXCEL: self.tr("Excel"), ExportKind.CSV: self.tr("CSV")}
        self._buttons = {
            kind: Button(context.theme, "", size=ButtonSize.SMALL, name=name)
            for kind, name in _NAMES.items()
        }
        self.show_keys(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for kind, button in self._buttons.items():
            button.clicked.connect(lambda _=False, at=kind: self.press(at))
            row.addWidget(button)
        self._show(False)

    def show_keys(self, on: bool) -> None:
        """Show the keys on both, or on neither where the search needs the room."""
        for kind, button in self._buttons.items():
            button.set_key(_KEYS[kind] if on and self._has_room else "")
            button.setToolTip("" if button.key else _KEYS[kind])

    def press(self, kind: ExportKind) -> None:
        """Write this kind of file, or cancel the one that is being written."""
        if self.job.is_running:
            self.job.cancel()
        elif (shown := self._shown()) is not None:
            self.job.start(*shown, kind)

    def _show(self, running: bool) -> None:
        """The one that was pressed cancels; the other waits for it."""
        for kind, button in self._buttons.items():
            is_its = running and kind is self.job.details
            button.setText(self.tr("Cancel") if is_its else self._words[kind])
            button.enable(not running or is_its, self.tr("Another file is being written."))
