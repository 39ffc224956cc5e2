"""Earlier closes: the Z reports of this drawer, to be looked at, and printed or saved as copies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QWidget

from desktop_app.formatting.dates import bs_text_with_weekday, local
from desktop_app.ui.kit.dialog import Dialog
from desktop_app.ui.kit.keyboard import ENTER_KEYS
from desktop_app.ui.shift.drawer_texts import difference_text
from desktop_app.ui.texts.money import rupees
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import Button, PlainLabel, RingWatch, Variant

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from desktop_app.core.settings import Language
    from desktop_app.core.shifts.z_report import ShiftReport
    from desktop_app.ui.theme import Theme

MOST = 100
_WIDTH, _HEIGHT = 720, 480


class ClosesDialog(Dialog):
    """The newest first, one line each; the chosen one is printed or saved."""

    chosen = Signal(object)
    """A ``ShiftReport`` is to be printed."""
    save_wanted = Signal(object)
    """One is to be saved as a file."""

    def __init__(
        self, theme: Theme, window: QWidget, reports: Sequence[ShiftReport], language: Language
    ) -> None:
        super().__init__(theme, window, self.tr("Earlier closes"), name="shift.closes")
        self._reports = tuple(reports)
        self._list = QListWidget()
        self._list.setObjectName("closes.list")
        self._list.setAccessibleName(self.accessibleName())
        self._list.setFont(theme.font(TextRole.BODY))
        for report in self._reports:
            self._list.addItem(_line(report, language))
        self._list.setCurrentRow(0)
        self._ring = RingWatch(theme, self._list, theme.metrics.control_radius)
        self._list.itemDoubleClicked.connect(self._print)
        self._close = Button(theme, self.tr("Close"), key="Esc", name="closes.close")
        self._close.clicked.connect(self.reject)
        self._again = Button(
            theme, self.tr("Print a copy"), Variant.PRIMARY, key="F9", name="closes.print"
        )
        self._again.clicked.connect(self._print)
        self._save = Button(theme, self.tr("Save a copy"), key="Ctrl S", name="closes.save")
        self._save.clicked.connect(self._save_copy)
        self._save.enable(bool(self._reports), self.tr("No shift was closed yet."))
        self._again.enable(bool(self._reports), self.tr("No shift was closed yet."))
        self._lay_out()
        self.fix_size(theme.scaled(_WIDTH), theme.scaled(_HEIGHT))

    def _lay_out(self) -> None:
        theme, column = self.theme, self.column
        buttons = QHBoxLayout()
        buttons.setSpacing(14)
        buttons.addWidget(self._close)
        buttons.addStretch(1)
        buttons.addWidget(self._save)
        buttons.addWidget(self._again)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(12)
        column.addWidget(PlainLabel(theme, self.accessibleName(), TextRole.HEADING))
        if not self._reports:
            words = self.tr("No shift was closed yet.")
            column.addWidget(PlainLabel(theme, words, TextRole.BODY, "text2"))
        column.addWidget(self._list, 1)
        column.addLayout(buttons)

    def ask(self) -> None:
        """Show it above its window."""
        self.show_above(self._list)

    def _print(self) -> None:
        self._end(self.chosen)

    def _save_copy(self) -> None:
        self._end(self.save_wanted)

    def _end(self, signal: SignalInstance) -> None:
        at = self._list.currentRow()
        if 0 <= at < len(self._reports):
            signal.emit(self._reports[at])
            self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F9 and Enter print a copy of the chosen one, Ctrl S saves it."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() == Qt.Key.Key_S and not event.isAutoRepeat():
            self._save_copy()
        elif event.key() in (Qt.Key.Key_F9, *ENTER_KEYS) and not event.isAutoRepeat():
            self._print()
        else:
            super().keyPressEvent(event)


def _line(report: ShiftReport, language: Language) -> str:
    """``Z 000047 · Sun, 2083 Mangsir 6 · Rs. 39,797.00 · No difference``."""
    day = bs_text_with_weekday(local(report.at).date(), language)
    parts = [f"Z {report.z_number or 0:06d}", day]
    if report.counted is not None and report.difference is not None:
        parts += [rupees(report.counted.total), difference_text(report.difference)]
    return " · ".join(part for part in (*parts, report.operator) if part)
