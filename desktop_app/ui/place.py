"""What the places beside the wizard share."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui.session import Context
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import PlainLabel


class Place(QWidget):
    """A title with a remark beside it, and a body.

    ``enter`` is called each time the place is shown, ``press_f5`` by F5.
    """

    def __init__(self, context: Context, name: str, title: str, remark: str = "") -> None:
        super().__init__()
        self.context = context
        self.theme = context.theme
        self.setObjectName(f"place.{name}")
        self.head = QHBoxLayout()
        self.head.setSpacing(16)
        self.remark = PlainLabel(context.theme, remark, TextRole.SUBHEADING, "text2")
        self.head.addWidget(PlainLabel(context.theme, title, TextRole.TITLE))
        self.head.addWidget(self.remark, 1)
        self.body = QVBoxLayout(self)
        metrics = context.theme.metrics
        self.body.setContentsMargins(metrics.padding, 12, metrics.padding, metrics.padding // 2 + 4)
        self.body.setSpacing(12)
        self.body.addLayout(self.head)

    def enter(self) -> None:
        """The place is about to be seen."""
        self.refresh()

    def refresh(self) -> None:
        """Read again what is shown."""

    def press_f5(self) -> None:
        """Read again, or what else F5 means on this place."""
        self.refresh()
