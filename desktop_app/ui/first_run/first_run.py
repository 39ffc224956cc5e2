"""The first start."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.ui.session import Context


class FirstRun(QWidget):
    """Practice first, or connect the shop."""

    def __init__(self, context: Context) -> None:
        super().__init__()
