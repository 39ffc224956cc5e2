"""The base of the pages of the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.ui.setup_forms.rows import theme_gap
from desktop_app.ui.widgets import Panel
from desktop_app.ui.widgets.viewport import give_viewport

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop_app.core.settings import Settings
    from desktop_app.ui.runtime.context import AppContext

_RING_ROOM = 6


class OptionPage(QWidget):
    """A settings page: ``load`` shows settings, ``check`` says what is wrong, ``save`` reads the
    page.

    ``form`` is the column inside the panel; it scrolls only where the window is too small for it.
    ``edited`` tells that a person changed something.
    """

    edited = Signal()

    def __init__(self, context: AppContext, name: str) -> None:
        super().__init__()
        self.context = context
        self.theme = context.theme
        self.setObjectName(f"settings.page.{name}")
        self.form = QVBoxLayout()
        self.form.setSpacing(0)
        self.form.setContentsMargins(_RING_ROOM, _RING_ROOM, _RING_ROOM, _RING_ROOM)
        inner = QWidget()
        inner.setLayout(self.form)
        area = QScrollArea()
        give_viewport(area)
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        # Only a window below the least size has too little room across.
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner.setAutoFillBackground(False)
        self.panel = Panel(context.theme)
        side = context.theme.metrics.panel_padding + 4 - _RING_ROOM
        above = (context.theme.metrics.panel_padding - 2) - _RING_ROOM
        well = QVBoxLayout(self.panel)
        well.setContentsMargins(side, above, side, above)
        well.addWidget(area)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(theme_gap(context.theme))
        self.row.addWidget(self.panel, 1)

    def least_width(self) -> int:
        """Return the panel's width at which the form is not cut."""
        well = self.panel.layout()
        sides = well.contentsMargins().left() + well.contentsMargins().right() if well else 0
        return self.form.minimumSize().width() + sides

    def load(self, settings: Settings) -> None:
        """Show these settings."""

    def check(self) -> str:
        """Return the reason why the page cannot be saved; empty if it can."""
        return ""

    def save(self, settings: Settings) -> Settings:
        """These settings with what is on the page."""
        return settings

    def enter(self) -> None:
        """The page is about to be seen."""

    def refresh(self) -> None:
        """Do what F5 asks for."""

    def take_focus(self) -> None:
        """Put the keyboard on the control to start with."""

    def takes_key(self, event: QKeyEvent) -> bool:
        """Handle a key that no control of the page wanted; False to leave it."""
        return False
