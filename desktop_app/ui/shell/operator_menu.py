"""The menu of operators: who may come to the counter."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.core.settings import Settings
    from desktop_app.ui.runtime.context import AppContext

_MAX_NAMES = 8


class OperatorMenu(QMenu):
    """In a shop of one, names that were used before: choosing one acts at once, and ``other`` asks
    for the field in the settings. Where there are PINs, the people: ``switch_wanted`` carries the
    id of who is to come, empty for anybody.
    """

    other = Signal()
    switch_wanted = Signal(str)

    def __init__(self, context: AppContext, button: QWidget) -> None:
        """Belong to the button that shows who is at the counter."""
        super().__init__(button)
        self._button = button
        self.setObjectName("top.operators")
        self.setAccessibleName(self.tr("Operator"))
        self._session = context.session
        self._gate = context.gate
        self.aboutToShow.connect(self._list_names)

    def call_next(self) -> None:
        """Lock the counter for the next person; a shop of one has a menu of names."""
        if not self._button.isEnabled():
            return
        if self._gate.is_guarded:
            self.switch_wanted.emit("")
        else:
            self.popup(self._button.mapToGlobal(self._button.rect().bottomLeft()))

    def _list_names(self) -> None:
        """Show the names of now, with the keyboard on the one in force."""
        self.clear()
        if self._gate.is_guarded:
            self._list_people()
        else:
            self._list_used_names()
        checked = [action for action in self.actions() if action.isChecked()]
        self.setActiveAction((checked or self.actions())[0])

    def _list_used_names(self) -> None:
        settings = self._session.settings
        now = settings.operator
        for name in names_of(settings):
            self._add(name, partial(self._use, name), is_now=name == now)
        if self.actions():
            self.addSeparator()
        self.addAction(self.tr("Other…")).triggered.connect(self.other)

    def _list_people(self) -> None:
        now = self._gate.operator
        for person in self._gate.people.active:
            is_now = now is not None and person.id == now.id
            self._add(person.name, partial(self.switch_wanted.emit, person.id), is_now=is_now)
        self.addSeparator()
        lock = self.addAction(self.tr("Lock the counter") + "\tF11")
        lock.triggered.connect(partial(self.switch_wanted.emit, ""))

    def _add(self, name: str, act: Callable[[], object], *, is_now: bool) -> None:
        # An ampersand is an ampersand.
        action = QAction(name.replace("&", "&&"), self)
        action.setCheckable(True)
        action.setChecked(is_now)
        action.setData(name)
        action.triggered.connect(lambda _=False: act())
        self.addAction(action)

    def _use(self, name: str) -> None:
        settings = self._session.settings
        self._session.change(replace(settings, operator=name))


def names_of(settings: Settings) -> tuple[str, ...]:
    """The name in force, then those used before, the last one first."""
    names = dict.fromkeys((settings.operator, *settings.operators))
    return tuple(name for name in names if name)[:_MAX_NAMES]
