"""The menu of operators: names used before, and the way to a new one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

if TYPE_CHECKING:
    from desktop_app.core.settings import Settings
    from desktop_app.ui.runtime.context import AppState

_MAX_NAMES = 8


class OperatorMenu(QMenu):
    """Choosing a name acts at once; ``other`` asks for the field in the settings."""

    other = Signal()

    def __init__(self, session: AppState, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("top.operators")
        self.setAccessibleName(self.tr("Operator"))
        self._session = session
        self.aboutToShow.connect(self._list_names)

    def _list_names(self) -> None:
        """Show the names of now, with the keyboard on the one in force."""
        self.clear()
        settings = self._session.settings
        now = settings.operator
        for name in names_of(settings):
            # An ampersand is an ampersand.
            action = QAction(name.replace("&", "&&"), self)
            action.setCheckable(True)
            action.setChecked(name == now)
            action.setData(name)
            action.triggered.connect(lambda _=False, name=name: self._use(name))
            self.addAction(action)
        if self.actions():
            self.addSeparator()
        self.addAction(self.tr("Other…")).triggered.connect(self.other)
        checked = [action for action in self.actions() if action.isChecked()]
        self.setActiveAction((checked or self.actions())[0])

    def _use(self, name: str) -> None:
        settings = self._session.settings
        self._session.change(replace(settings, operator=name))


def names_of(settings: Settings) -> tuple[str, ...]:
    """The name in force, then those used before, the last one first."""
    names = dict.fromkeys((settings.operator, *settings.operators))
    return tuple(name for name in names if name)[:_MAX_NAMES]
