"""Reads of the service that a page of the wizard begins, shows and waits for."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, SignalInstance

from desktop_app.core.errors import BhuktaniError, Problem
from desktop_app.core.inquiry_flow import Step
from desktop_app.ui.wizard.lookup_progress import LookupProgress

if TYPE_CHECKING:
    from desktop_app.core.payment_flow import Flow
    from desktop_app.core.payments.inquiry import Inquiry
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result


class ServiceRead(QObject):
    """The reads of one step. Several that follow one another without a choice count as one.

    ``began``: the service is asked. ``answered``: the flow has taken what was answered.
    ``unanswered``: nothing is waited for any more; the flow has noted why, or the clerk cancelled.
    ``stale``: nothing was asked, since only a fresh look-up can be gone on with. None of the three
    comes for a read that nobody waits for any more.

    ``progress`` is the panel for the page: it counts the seconds and lets the clerk cancel.
    """

    began = Signal()
    answered = Signal()
    unanswered = Signal()
    stale = Signal()

    def __init__(
        self, context: AppContext, flow: Flow, step: Step, name: str, parent: QObject
    ) -> None:
        """Name the page's controls ``name``."""
        super().__init__(parent)
        self._context = context
        self._flow = flow
        self._step = step
        self._job = 0
        self.progress = LookupProgress(context.theme, name)
        self.progress.cancel.clicked.connect(self.cancel)

    def drop_lost(self) -> bool:
        """Cancel a read that was begun by a page that is gone; False where there is none."""
        is_lost = self._flow.is_looking_up and not self._context.tasks.awaits(self._job)
        if is_lost:
            self._flow.cancel_lookup()
        return is_lost

    def show_progress(self) -> None:
        """Count the seconds that the clerk has waited, on the panel that is seen now."""
        provider = self._flow.provider
        if provider is None or self.progress.is_counting:
            return
        waited = self._context.clock.monotonic() - self._context.lookup.began
        self.progress.start(provider.info.name, waited, is_choice=self._step is Step.CHOICE)
        self.take_keyboard()

    def take_keyboard(self) -> None:
        """Give Cancel the keyboard while it is seen; from another section none is taken."""
        if self.progress.isVisible():
            self.progress.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_over(self) -> None:
        """Wait for what a page of before has begun, in another language or size."""
        under_way = self._context.lookup
        if not self._flow.is_looking_up or self._flow.step is not self._step:
            return
        waits = partial(self._take, under_way.ticket)
        if self._context.tasks.redirect(under_way.job, waits):
            self._job = under_way.job

    def start(self) -> None:
        """Ask the service; the form that is asked is filled in first."""
        self._context.lookup.began = self._context.clock.monotonic()
        self._ask()
        self.began.emit()

    def cancel(self) -> bool:
        """Wait no longer; False where nothing is waited for."""
        if not self._flow.is_looking_up:
            return False
        self._flow.cancel_lookup()
        self._context.tasks.cancel(self._job)
        self._end(self.unanswered)
        return True

    def _ask(self) -> None:
        provider = self._flow.provider
        if provider is None:
            return
        ticket = self._flow.start_lookup()
        inquiry = self._flow.inquiry
        job = self._context.desk_job(
            "ask the provider", lambda desk: desk.advance(provider, inquiry)
        )
        self._job = self._context.tasks.call(job, partial(self._take, ticket))
        self._context.lookup.job, self._context.lookup.ticket = self._job, ticket

    def _take(self, ticket: int, done: Result[Inquiry]) -> None:
        was_asked = done.value is None or done.value.dialogue.reads > 0
        if was_asked and self._flow.provider is not None:
            slug = self._flow.provider.info.slug
            self._context.session.note_lookup(self._context.environment, slug, done.error)
        if done.value is None:
            error = done.error or BhuktaniError(Problem.UNEXPECTED)
            if self._flow.lookup_failed(ticket, error):
                self._end(self.stale if error.problem is Problem.STALE else self.unanswered)
        elif self._flow.looked_up(ticket, done.value):
            if self._flow.needs_read:
                self._ask()
            else:
                self._end(self.answered)

    def _end(self, outcome: SignalInstance) -> None:
        self.progress.stop()
        outcome.emit()
