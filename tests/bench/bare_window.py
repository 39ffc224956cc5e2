"""The least that any such program must do: a window with a label, and the same fonts."""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

_FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"
_STAY = "--stay"
"""For who looks at the screen."""


class _Watch(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, _painted)
        return False


def _painted() -> None:
    painted = time.monotonic_ns()
    resident = 0
    if sys.platform == "linux":
        status = Path("/proc/self/status").read_text(encoding="ascii")
        resident = int(status.split("VmRSS:")[1].split()[0])
    if _STAY not in sys.argv:
        print(json.dumps({"painted": painted, "resident_kib": resident}), flush=True)
        os._exit(0)


def _main() -> None:
    application = QApplication([])
    for font in sorted(_FONTS.glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(font))
    window = QMainWindow()
    window.setCentralWidget(QLabel("Bhuktani"))
    window.resize(1366, 688)
    watch = _Watch(window)
    window.installEventFilter(watch)
    window.show()
    application.exec()


if __name__ == "__main__":
    _main()
