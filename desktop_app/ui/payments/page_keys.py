"""The keys of the page of payments."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from desktop_app.exports.table import ExportKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from desktop_app.ui.payments.chosen_payment import ChosenPayment
    from desktop_app.ui.payments.day_bar import DayBar
    from desktop_app.ui.payments.export_buttons import ExportButtons

_CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class PageKeys(QObject):
    """Takes the keys that mean something on the whole page.

    Ctrl with letters, F8, F9, Alt with the arrows; other letters search, Esc clears.
    """

    search_wanted = Signal(str)
    """The search is to have the keyboard, with these letters; without any, all of it is chosen."""
    clear_wanted = Signal()

    def __init__(
        self, chosen: ChosenPayment, exports: ExportButtons, days: DayBar, page: QWidget
    ) -> None:
        super().__init__(page)
        self._exports, self._days = exports, days
        self._print, self._ask = chosen.print, chosen.ask_service
        self._with_control: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_F: partial(self.search_wanted.emit, ""),
            Qt.Key.Key_C: chosen.copy_reference,
            Qt.Key.Key_S: chosen.save_pdf,
            Qt.Key.Key_W: chosen.share,
            Qt.Key.Key_B: chosen.record_reversal,
            Qt.Key.Key_E: partial(exports.press, ExportKind.EXCEL),
        }

    def take(self, event: QKeyEvent) -> bool:
        """Do what a key means; return False where it means nothing here."""
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        control = modifiers == Qt.KeyboardModifier.ControlModifier
        alt = modifiers & Qt.KeyboardModifier.AltModifier
        if control and key in self._with_control:
            self._with_control[key]()
        elif key == Qt.Key.Key_E and modifiers == _CONTROL_SHIFT:
            self._exports.press(ExportKind.CSV)
        elif key == Qt.Key.Key_F9:
            self._print()
        elif key == Qt.Key.Key_F8:
            self._ask()
        elif alt and key == Qt.Key.Key_Left:
            self._days.go(-1)
        elif alt and key == Qt.Key.Key_Right:
            self._days.go(1)
        elif key == Qt.Key.Key_Escape:
            self.clear_wanted.emit()
        elif not control and not alt and event.text().strip() and event.text().isprintable():
            self.search_wanted.emit(event.text())
        else:
            return False
        return True
