"""Puts the question about the drawer before the first cash of a day, and acts on the answer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.core.inquiry_flow import Step
from desktop_app.core.shifts.drawer import DrawerOpening, OpeningQuestion
from desktop_app.core.shifts.movement import MovementKind
from desktop_app.ui.kit.watched_write import WatchedWrite
from desktop_app.ui.runtime.jobs import Job
from desktop_app.ui.shift.drawer_texts import movement_line
from desktop_app.ui.shift.opening_dialog import OpeningDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_app.core.payment_flow import Flow
    from desktop_app.core.shifts.shift import CashCount, Shift
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result


class OpeningQuestions(QObject):
    """Asks at Confirm, once a day; a payment never waits for it.

    It is left out where the record could not be read, or where cash is typed already: the payment
    then opens a shift without a float, and the next one asks.
    """

    count_wanted = Signal()
    """The clerk wants to count the cash."""

    def __init__(self, context: AppContext, flow: Flow, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._flow = flow
        self._page = page
        self._job = 0

    def look(self) -> None:
        """Read how the drawer stands, and ask if there is something to ask."""
        context = self._context
        context.tasks.cancel(self._job)
        if self._flow.step is Step.CONFIRM and context.session.settings.asks_opening_cash:
            till = context.session.counter().till
            work = partial(context.shifts.opening, context.environment, till)
            self._job = context.tasks.read(Job("read how the drawer stands", work), self._take)

    def _take(self, done: Result[DrawerOpening]) -> None:
        opening, flow = done.value, self._flow
        is_there = self._page.isVisible() and flow.step is Step.CONFIRM and not flow.sending
        if opening is None or not is_there or flow.taken.cash is not None:
            return
        question = opening.question(self._context.clock.start_of_day())
        key = self._key(opening, question)
        if question is not OpeningQuestion.NOTHING and key != self._context.session.opening_skipped:
            self._ask(opening, question, key)

    def _key(self, opening: DrawerOpening, question: OpeningQuestion) -> object:
        """Names one question of one day; after another close it is another one."""
        till = self._context.session.counter().till
        z_number = None if opening.last is None else opening.last.z_number
        day = self._context.clock.start_of_day()
        return (self._context.environment, till.counter, till.drawer, question, z_number, day)

    def _ask(self, opening: DrawerOpening, question: OpeningQuestion, key: object) -> None:
        context = self._context
        dialog = OpeningDialog(
            context.theme,
            self._page.window(),
            opening,
            question,
            context.clock.now(),
            context.session.settings.language,
        )
        dialog.taken.connect(self._begin)
        dialog.count_wanted.connect(self.count_wanted)
        dialog.rejected.connect(partial(self._skip, key))
        dialog.ask()

    def _skip(self, key: object) -> None:
        self._context.session.opening_skipped = key

    def _begin(self, counted: CashCount) -> None:
        context = self._context
        till = context.session.counter().till
        work = partial(context.shifts.begin, context.environment, till, counted)
        name = partial(movement_line, MovementKind.FLOAT, counted.total)
        write = WatchedWrite.of(context, None, name)
        context.tasks.record(Job("open a shift", work), self._begun, write)

    def _begun(self, done: Result[Shift]) -> None:
        """The window says what could not be recorded: the clerk goes on with the payment."""
