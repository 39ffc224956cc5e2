"""Keeps what is typed of a count while the clerk is elsewhere: it is lost only when recorded."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.core.shifts.drawer import DrawerState
from desktop_app.ui.shift.count_page import CountFor, CountState

if TYPE_CHECKING:
    from collections.abc import Hashable

    from PySide6.QtWidgets import QWidget

    from desktop_app.ui.runtime.context import AppContext


@dataclass(frozen=True, slots=True)
class _Begun:
    """A count that is not recorded: of which drawer, of what shift and by whom."""

    place: Hashable
    of: Hashable
    state: CountState
    is_left: bool = False


class BegunCount(QObject):
    """The count of ``drawer`` as far as it was typed.

    It is kept beside the other unsaved entries of the window, and given back only for the same
    shift and to the same proved person: what one has compared stays hidden from the next.
    """

    def __init__(self, context: AppContext, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._drawer = DrawerState(None)

    def look_at(self, drawer: DrawerState) -> None:
        """Take the drawer as it is now; a count that it was recorded for, or too late for, goes."""
        self._drawer = drawer
        begun = self._begun
        if begun and begun.place == self._place() and not begun.state.purpose.fits(drawer):
            self._begun = None

    def keep(self, state: CountState) -> None:
        """Keep how far a count has come; one without figures is none."""
        typed = any(text.strip() for text in state.typed.values())
        self._begun = _Begun(self._place(), self._of(), state) if typed else None

    def leave(self) -> bool:
        """Note that a person has left the count; false where nothing of it is kept."""
        begun = self._begun
        if begun is None or self.state is None:
            return False
        self._begun = replace(begun, is_left=True)
        return True

    @property
    def state(self) -> CountState | None:
        """How far the count of the drawer has come; None where none was begun."""
        begun = self._begun
        if begun is None or (begun.place, begun.of) != (self._place(), self._of()):
            return None
        return begun.state

    @property
    def is_interrupted(self) -> bool:
        """Another place was gone to in the middle of the count."""
        begun = self._begun
        return begun is not None and not begun.is_left and self.state is not None

    @property
    def _begun(self) -> _Begun | None:
        begun = self._context.session.unsaved.cash_count
        return begun if isinstance(begun, _Begun) else None

    @_begun.setter
    def _begun(self, begun: _Begun | None) -> None:
        self._context.session.unsaved.cash_count = begun

    def _place(self) -> Hashable:
        till = self._context.session.counter().till
        return (self._context.environment, till.counter, till.drawer)

    def _of(self) -> Hashable:
        drawer = self._drawer
        shift = None if drawer.report is None else drawer.report.shift
        person = self._context.session.counter().till.operator_id
        return (person, CountFor.wanted_by(drawer), shift, drawer.last_counted)
