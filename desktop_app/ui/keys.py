"""The page of keys (F1)."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.ui.theme import Theme


class KeysPage:
    """All keys at a glance, over the window."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        pass

    def open(self) -> None:
        """Show it."""
