"""Tells a person that the program itself has gone wrong."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

_PAUSE_MS = 800
_STYLE = """
QLabel#qt_msgbox_label { font-weight: 600; min-width: 420px; }
QLabel#qt_msgbox_informativelabel { min-width: 420px; }
QPushButton { padding: 7px 16px; }
"""


class CrashDialog(QMessageBox):
    """A plain box of Qt: our own controls may be what has gone wrong."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("went_wrong")
        self.setWindowTitle(window.windowTitle())
        self.setIcon(QMessageBox.Icon.Warning)
        self.setText(self.tr("Something in Bhuktani went wrong."))
        self.setInformativeText(
            self.tr(
                "Your record of payments is safe on disk. Close Bhuktani and start it again. Then "
                "look at Payments: for a payment that says WAITING keep the cash.\n\nIf this "
                "happens again, save the file for support (F1) and send it to support."
            )
        )
        self.setStyleSheet(_STYLE)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(24, 20, 24, 18)
        self._close = QPushButton(self.tr("I have read it"))
        self._close.setObjectName("went_wrong.close")
        self.addButton(self._close, QMessageBox.ButtonRole.AcceptRole)
        self.setEscapeButton(self._close)
        # An Enter or Esc that was meant for the page must not close it unread.
        self._close.setEnabled(False)
        self.finished.connect(self.deleteLater)

    def showEvent(self, event: QShowEvent) -> None:
        """Allow closing after a moment."""
        super().showEvent(event)
        QTimer.singleShot(_PAUSE_MS, self._let_close)

    def _let_close(self) -> None:
        self._close.setEnabled(True)
        self._close.setFocus()


def show_crash_dialog(window: QWidget) -> None:
    """Show it soon, if it is not shown already: a control may be painting itself right now."""
    QTimer.singleShot(0, partial(_show, window))


def _show(window: QWidget) -> None:
    if isValid(window) and window.isVisible() and window.findChild(CrashDialog) is None:
        CrashDialog(window).open()
