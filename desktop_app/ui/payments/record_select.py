"""The choice of the environment whose payments are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.ui.widgets import Select

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class RecordSelect(Select):
    """Has the keyboard when a record has been chosen: a name that is typed then is searched for.

    Qt would choose the environment that begins with its first letter, and the payment would be
    looked for in the wrong record.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose, Space shows the list; letters and digits are the page's."""
        if event.text().strip() and event.text().isprintable():
            event.ignore()
            return
        super().keyPressEvent(event)
