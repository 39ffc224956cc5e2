"""The door of the sections that only an owner opens."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.core.operators import OwnerAction

if TYPE_CHECKING:
    from desktop_app.core.operators import Proof
    from desktop_app.core.payment_flow import Flow
    from desktop_app.ui.runtime.context import AppContext

_OWNERS = {"settings": OwnerAction.SETTINGS, "commission": OwnerAction.CREDIT}
"""Sections that only an owner opens."""


class OwnersDoor(QObject):
    """Asks for an owner before such a section is shown; the others are open to everybody."""

    opened = Signal(str)
    """The section with this id may be shown."""
    stayed_shut = Signal()
    """No owner came."""

    def __init__(self, context: AppContext, flow: Flow, parent: QObject) -> None:
        super().__init__(parent)
        self._gate = context.gate
        self._flow = flow

    def go(self, item: str) -> None:
        """Open a section, once an owner has proved to be one where it is an owner's."""
        if item in _OWNERS:
            enter = partial(self._enter, item)
            self._gate.require(_OWNERS[item], enter, self.stayed_shut.emit)
        else:
            self.opened.emit(item)

    def allows(self, item: str) -> bool:
        """Tell whether the person at the counter may see it without being asked."""
        action = _OWNERS.get(item)
        return action is None or self._gate.allows(action)

    def must_leave(self, item: str) -> bool:
        """Tell whether another person is at the counter, to whom it is not left open."""
        return self._gate.operator is not None and not self.allows(item)

    def _enter(self, item: str, proof: Proof | None) -> None:
        if not self._flow.sending:
            self.opened.emit(item)
