"""Asks for an owner's PIN before something that is the owner's."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop_app.core.operators import Operator, OwnerAction, PinOutcome
from desktop_app.ui.kit.dialog import Dialog
from desktop_app.ui.kit.keyboard import ENTER_KEYS
from desktop_app.ui.lock.forgotten_pin import ForgottenPin
from desktop_app.ui.lock.pin_field import PinField
from desktop_app.ui.lock.pin_reset_dialog import PinResetDialog
from desktop_app.ui.runtime.jobs import Job
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import Button, PlainLabel, Select, Variant

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from desktop_app.core.operators import PinAnswer
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.owner_gate import OwnerRequest
    from desktop_app.ui.runtime.tasks import Result

_WIDTH = 520


class OwnerQuestion(Dialog):
    """Grants the request of the gate, or refuses it when it is left."""

    def __init__(self, context: AppContext, window: QWidget, request: OwnerRequest) -> None:
        theme, lead = context.theme, self.tr("Owner’s PIN")
        super().__init__(theme, window, lead, name="owner")
        self._context = context
        self._window = window
        self._request = request
        self._owners = context.gate.people.owners
        self._busy = False
        self._who = Select(theme, self.tr("Owner"), icon="shield-check", name="owner.who")
        for owner in self._owners:
            self._who.addItem(owner.name, owner.id)
        self._who.activated.connect(self._ask)
        self._who.setVisible(len(self._owners) > 1)
        self._pin = PinField(theme, context.clock, name="owner.pin")
        self._pin.entered.connect(self._prove)
        self._no = Button(theme, self.tr("Cancel"), key="Esc", name="owner.cancel")
        self._no.clicked.connect(self.reject)
        self._forgotten = ForgottenPin(theme, "owner.forgotten")
        self._forgotten.clicked.connect(self._reset)
        self._yes = Button(
            theme, self.tr("Go on"), Variant.PRIMARY, key="Enter", name="owner.go_on"
        )
        self._yes.clicked.connect(self._prove)
        self.rejected.connect(partial(context.gate.refuse, request))
        self._lay_out(self._words(request.action))

    def _lay_out(self, words: str) -> None:
        column = self.column
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(16)
        self.add_head("lock", "text2", words)
        if self._request.about:
            about = self._request.about
            strong = PlainLabel(self.theme, about, TextRole.STRONG, wrap=True, name="owner.about")
            column.addWidget(strong)
        column.addWidget(self._who)
        column.addWidget(self._pin)
        column.addWidget(self._forgotten, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.add_buttons(self._no, self._yes)
        # The longest thing that can be said of a PIN has room.
        self._ask()
        self._pin.show_words("\n\n")
        self.fix_size(_WIDTH)
        self._ask()

    def ask(self) -> None:
        """Show it above its window."""
        self.open()
        self._pin.take_focus()

    def _ask(self) -> None:
        words = ""
        if len(self._owners) == 1:
            words = self.tr("Type the PIN of {name}.").format(name=self._owners[0].name)
        self._pin.ask(words)
        self._pin.take_focus()

    def _reset(self) -> None:
        """Let an owner who forgot it set the PIN anew; the question stays open below."""
        owner = self._owner()
        if owner is not None and not self._busy:
            dialog = PinResetDialog(self._context, self._window, owner)
            dialog.was_set.connect(self._ask)
            dialog.ask()

    def _owner(self) -> Operator | None:
        chosen = self._who.currentData()
        return next((one for one in self._owners if one.id == chosen), None)

    def _prove(self) -> None:
        owner = self._owner()
        if owner is None or self._busy or self._pin.is_locked or not self._pin.pin:
            return
        self._set_busy(busy=True)
        prove = partial(
            self._context.gate.operators.prove, owner.id, self._pin.pin, self._request.action
        )
        job = Job("compare an owner's PIN", prove)
        self._context.tasks.record(job, partial(self._take, owner), None)

    def _take(self, owner: Operator, done: Result[PinAnswer]) -> None:
        self._set_busy(busy=False)
        gate, answer = self._context.gate, done.value
        if answer is None:
            self.rejected.disconnect()
            self.reject()
            if done.error is not None:
                gate.fail(self._request, done.error)
        elif answer.outcome is PinOutcome.RIGHT and answer.proof is not None:
            self.accept()
            gate.grant(self._request, answer.proof)
        else:
            self._pin.show_answer(answer, owner.name)

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self._pin.set_busy(busy=busy)
        self._yes.enable(not busy, self.tr("The PIN is being compared."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter compares; Esc is Qt's."""
        if event.key() in ENTER_KEYS:
            if not event.isAutoRepeat():
                self._prove()
            return
        super().keyPressEvent(event)

    def _words(self, action: OwnerAction) -> str:
        return {
            OwnerAction.SETTINGS: self.tr("The settings are the owner’s."),
            OwnerAction.TOKEN: self.tr("The token is the owner’s."),
            OwnerAction.REVIEWS: self.tr("What became of this payment is the owner’s to decide."),
            OwnerAction.RESTORE: self.tr("Going back to a backup is the owner’s to decide."),
            OwnerAction.REMOVING_DATA: self.tr(
                "Beginning an empty record is the owner’s to decide."
            ),
            OwnerAction.RECORD: self.tr("The owner must have seen that the record was changed."),
            OwnerAction.LIMITS: self.tr("Limits are the owner’s."),
            OwnerAction.ON_ACCOUNT: self.tr(
                "Letting a customer owe money is the owner’s to decide."
            ),
            OwnerAction.CREDIT: self.tr("The shop’s balance is the owner’s."),
            OwnerAction.PEOPLE: self.tr("People and their PINs are the owner’s."),
        }[action]
