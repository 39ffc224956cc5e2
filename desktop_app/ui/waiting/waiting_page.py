"""What waits."""

from __future__ import annotations

from PySide6.QtCore import Signal

from desktop_app.ui.place import Place
from desktop_app.ui.session import Context


class WaitingPage(Place):
    """What waits."""

    settled = Signal()
    chosen = Signal(object, str)

    def __init__(self, context: Context) -> None:
        super().__init__(context, "waiting", self.tr("Waiting"))
        self.body.addStretch(1)
