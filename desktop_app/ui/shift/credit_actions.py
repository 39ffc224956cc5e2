"""Carries out what the owner does about the shop's credit: notes, takes back, asks for more."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.core.operators import OwnerAction
from desktop_app.core.shifts.credit_day import RequestOutcome
from desktop_app.ui.kit.watched_write import record_watched, unrecorded_banner
from desktop_app.ui.runtime.jobs import Job
from desktop_app.ui.shift.credit_dialogs import CreditNoteDialog, CreditRequestDialog
from desktop_app.ui.shift.credit_texts import (
    credit_line,
    not_asked_sentence,
    request_text,
    taken_back_line,
)
from desktop_app.ui.widgets import BannerKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from desktop_app.core.money import Money
    from desktop_app.core.operators import Proof
    from desktop_app.core.shifts.credit import CreditNote, CreditNoteKind
    from desktop_app.core.shifts.credit_day import CreditRequest
    from desktop_app.core.shop import Till
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result


class CreditActions(QObject):
    """Works in the order in which it is asked; each says what came of it. The service is asked for
    credit once at a time, and a note is taken back once.

    ``done`` tells that the record has changed, ``message`` the kind of a banner with a first
    sentence and more words.
    """

    done = Signal()
    message = Signal(object, str, str)
    unrecorded = Signal(object)
    """What makes the words about something that is not recorded."""

    def __init__(self, context: AppContext, page: QWidget) -> None:
        super().__init__(page)
        self._context, self._page = context, page
        self._environment = context.environment
        self._is_asking = False
        self._taking_back: list[CreditNote] = []
        self._proof: Proof | None = None
        """Who proved to be an owner; None for whoever stands at the counter of a shop of one."""

    @property
    def _till(self) -> Till:
        return self._context.session.till_of(self._proof)

    # --- asking ---------------------------------------------------------------------------

    def ask_note(self, gap: Money | None) -> None:
        """Let an owner note a top-up or a charge; ``gap`` is what a note would explain."""
        self._context.gate.require(OwnerAction.CREDIT, partial(self._show_note, gap))

    def ask_request(self) -> None:
        """Let an owner ask the service for more credit."""
        self._context.gate.require(OwnerAction.CREDIT, self._show_request)

    def ask_take_back(self, note: CreditNote) -> None:
        """Let an owner take a wrong note back."""
        self._context.gate.require(OwnerAction.CREDIT, partial(self._take_back, note))

    def _show_note(self, gap: Money | None, proof: Proof | None) -> None:
        self._proof = proof
        dialog = CreditNoteDialog(self._context.theme, self._page.window(), gap)
        dialog.confirmed.connect(self._note)
        dialog.ask()

    def _show_request(self, proof: Proof | None) -> None:
        self._proof = proof
        dialog = CreditRequestDialog(self._context.theme, self._page.window())
        dialog.confirmed.connect(self._request)
        dialog.ask()

    # --- doing ----------------------------------------------------------------------------

    def _note(self, kind: CreditNoteKind, amount: Money, words: str) -> None:
        work = partial(
            self._context.credit.note, self._environment, self._till, kind, amount, words
        )
        name = partial(credit_line, kind, amount)
        job, then = Job("note on the credit", work), partial(self._take_note, name)
        record_watched(self._context, self._page, job, then, name)

    def _take_back(self, wrong: CreditNote, proof: Proof | None) -> None:
        if wrong in self._taking_back:
            # What comes of the first press is told.
            return
        self._proof = proof
        self._taking_back.append(wrong)
        work = partial(self._context.credit.take_back, self._environment, self._till, wrong)
        name = partial(taken_back_line, wrong)
        then = partial(self._take_back_note, wrong, name)
        job = Job("take a note on the credit back", work)
        record_watched(self._context, self._page, job, then, name)

    def _request(self, amount: Money) -> None:
        """Ask the service for more credit: once, however often it is pressed."""
        if self._is_asking:
            lead = self.tr("The service is still being asked.")
            self.message.emit(BannerKind.INFO, lead, self.tr("Wait for its answer."))
            return
        self._is_asking = True
        self.message.emit(BannerKind.INFO, self.tr("Asking the service…"), "")
        work = partial(self._context.credit.request, self._environment, self._till, amount)
        self._context.tasks.call(Job("ask for credit", work), self._take_request)

    def _take_back_note(
        self, wrong: CreditNote, name: Callable[[], str], result: Result[CreditNote]
    ) -> None:
        self._taking_back.remove(wrong)
        self._take_note(name, result)

    def _take_note(self, name: Callable[[], str], result: Result[CreditNote]) -> None:
        if result.error is not None:
            self.unrecorded.emit(partial(unrecorded_banner, name, result.error))
        else:
            self.message.emit(BannerKind.GOOD, self.tr("Recorded."), name())
        self.done.emit()

    def _take_request(self, result: Result[CreditRequest]) -> None:
        self._is_asking = False
        if result.error is not None:
            sentence = not_asked_sentence(result.error)
            self.message.emit(BannerKind.CAUTION, sentence.what, sentence.advice)
        elif result.value is not None:
            is_good = result.value.outcome is RequestOutcome.RECEIVED
            kind = BannerKind.GOOD if is_good else BannerKind.CAUTION
            self.message.emit(kind, *request_text(result.value))
        self.done.emit()
