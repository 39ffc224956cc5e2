"""The way out for an owner who forgot the PIN."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop_app.ui.widgets import Button, ButtonSize, Variant

if TYPE_CHECKING:
    from desktop_app.ui.theme import Theme


class ForgottenPin(Button):
    """The link wherever an owner's PIN is asked for."""

    def __init__(self, theme: Theme, name: str) -> None:
        words = QCoreApplication.translate("ForgottenPin", "Forgotten the owner’s PIN?")
        super().__init__(theme, words, Variant.LINK, size=ButtonSize.SMALL, name=name)
