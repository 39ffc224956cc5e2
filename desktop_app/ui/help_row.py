"""What stands under the keys: the file for support, and what the program is."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.ui.session import Context
from desktop_app.ui.support_row import SupportRow
from desktop_app.ui.widgets import Button, ButtonSize


class HelpRow(QWidget):
    """``about`` is the button that leads to the licences."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.about = Button(
            context.theme,
            self.tr("About Bhuktani and licences"),
            icon="info",
            size=ButtonSize.SMALL,
            name="keys.about",
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(SupportRow(context, "keys.bundle"), 1)
        row.addWidget(self.about)
