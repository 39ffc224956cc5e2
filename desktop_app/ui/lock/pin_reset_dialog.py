"""Sets an owner's forgotten PIN anew: the shop's token first, then the new PIN."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from desktop_app.core.environment import Environment
from desktop_app.core.operators import PinOutcome
from desktop_app.core.pin_reset import ResetState, ResetWay
from desktop_app.core.pins import MAX_DIGITS, check_pin, read_pin
from desktop_app.ui.kit.dialog import Dialog
from desktop_app.ui.kit.keyboard import ENTER_KEYS
from desktop_app.ui.payment_kit.history import moment_text
from desktop_app.ui.runtime.jobs import Job
from desktop_app.ui.setup_forms.rows import labelled
from desktop_app.ui.setup_forms.token_field import TokenField
from desktop_app.ui.texts.environments import environment_word
from desktop_app.ui.texts.people import pin_fault_text
from desktop_app.ui.texts.problems import problem_sentence
from desktop_app.ui.widgets import Button, InlineMessage, TextField, Variant
from desktop_app.ui.widgets.announce import announce

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from desktop_app.core.operators import Operator, PinAnswer
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result

_WIDTH = 600


class PinResetDialog(Dialog):
    """Where no token of LIVE is kept, a day of waiting takes its place; ``was_set`` tells the end.

    A wrong token counts as a wrong PIN does. Never while a payment is being sent.
    """

    was_set = Signal()

    def __init__(self, context: AppContext, window: QWidget, owner: Operator) -> None:
        theme = context.theme
        lead = self.tr("Set the PIN of {name} anew").format(name=owner.name)
        super().__init__(theme, window, lead, name="reset")
        self._context = context
        self._owner = owner
        self._state: ResetState | None = None
        self._busy = False
        self._token = TokenField(theme, self.tr("Token"), name="reset.token")
        self._paste = Button(theme, self.tr("Paste"), name="reset.paste")
        self._paste.clicked.connect(self._put_token)
        self._pin = self._pin_field(self.tr("New PIN, 4 to 8 digits"), "reset.pin")
        self._again = self._pin_field(self.tr("The same PIN again"), "reset.again")
        self._token.textEdited.connect(self._forget)
        self._note = InlineMessage(theme, "", name="reset.note", about=self._token)
        self._no = Button(theme, self.tr("Cancel"), key="Esc", name="reset.cancel")
        self._no.clicked.connect(self.reject)
        self._yes = Button(theme, "", Variant.PRIMARY, key="Enter", name="reset.save")
        self._yes.clicked.connect(self.save)
        self._lay_out()

    def _pin_field(self, label: str, name: str) -> TextField:
        field = TextField(self.theme, label, name=name)
        field.setEchoMode(QLineEdit.EchoMode.Password)
        field.setMaxLength(MAX_DIGITS)
        field.textEdited.connect(self._forget)
        return field

    def _lay_out(self) -> None:
        theme, column = self.theme, self.column
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(14)
        self.add_head(
            "key-round",
            "text2",
            self.tr(
                "Everybody at the counter is told of it until an owner has typed a PIN, and it"
                " stands in the record and on the next Z report."
            ),
        )
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._token, 1)
        row.addWidget(self._paste)
        column.addLayout(row)
        column.addWidget(self._note)
        pins = QHBoxLayout()
        pins.setSpacing(14)
        for field in (self._pin, self._again):
            pins.addLayout(labelled(theme, field.accessibleName(), field), 1)
        column.addLayout(pins)
        column.addStretch(1)
        self.add_buttons(self._no, self._yes)
        # The longest thing that can be said has room.
        self._yes.setText(self._set_word())
        self._note.set_message("\n\n\n")
        self.fix_size(theme.scaled(_WIDTH))
        self._show_state()

    def ask(self) -> None:
        """Show it above its window, and find out what the shop keeps."""
        self.open()
        self._no.setFocus(Qt.FocusReason.OtherFocusReason)
        self._run("see whether a token is kept", self._context.owner_reset.state)

    # --- what sets it ---------------------------------------------------------------------

    def _run(self, name: str, work: Callable[[str], ResetState]) -> None:
        self._set_busy(busy=True)
        job = Job(name, partial(work, self._owner.id))
        self._context.tasks.keyring(job, self._take_state)

    def _take_state(self, done: Result[ResetState]) -> None:
        self._state = done.value
        self._set_busy(busy=False)
        if done.error is not None:
            self._refuse(problem_sentence(done.error).what, None)
            return
        first = self._pin if self._may_without_token else self._token
        (first if first.isVisible() else self._yes).setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _waits(self) -> bool:
        return self._state is not None and self._state.way is ResetWay.WAITING

    @property
    def _may_without_token(self) -> bool:
        state = self._state
        return state is not None and self._waits and state.is_over(self._context.clock.now())

    def _show_state(self) -> None:
        state, waits = self._state, self._waits
        known = state is not None and not self._busy
        for at in (self._token, self._paste):
            at.setVisible(not waits)
        may_set = known and (not waits or self._may_without_token)
        for field in (self._token, self._pin, self._again):
            field.setEnabled(may_set)
        self._paste.enable(may_set, "")
        asks = waits and state is not None and state.asked_at is None
        self._yes.setText(self.tr("Ask for it now") if asks else self._set_word())
        # "Cancel" beside what was asked for would seem to call it off.
        is_asked = waits and not asks and not may_set
        self._no.setText(self.tr("Close") if is_asked else self.tr("Cancel"))
        self._yes.enable(known and (may_set or asks), self._words())
        self._say(self._words())

    def _set_word(self) -> str:
        return self.tr("Set the PIN")

    def _words(self) -> str:
        state = self._state
        if state is None or self._busy:
            return self.tr("Looking what this computer keeps…")
        live = environment_word(Environment.LIVE)
        if not self._waits:
            return self.tr(
                "Type or paste the shop’s token for {environment} anew: only the owner has it."
            ).format(environment=live)
        if state.asked_at is None or state.possible_from is None:
            return self.tr(
                "This computer keeps no token of the shop for {environment}. The PIN can be set"
                " anew 24 hours after it was asked for; until then everybody at the counter is"
                " told, and an owner who types a PIN calls it off."
            ).format(environment=live)
        if self._may_without_token:
            return self.tr("The 24 hours are over: set the new PIN.")
        return self.tr(
            "It was asked for: {asked}. The PIN can be set from {possible} on, here again."
        ).format(asked=self._time(state.asked_at), possible=self._time(state.possible_from))

    def _time(self, at: datetime) -> str:
        context = self._context
        return moment_text(at, context.clock.now(), context.session.settings.language)

    # --- setting it -----------------------------------------------------------------------

    def _put_token(self) -> None:
        self._token.setText(QGuiApplication.clipboard().text())
        self._forget()
        self._pin.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Compare the token and set the PIN; or begin to wait."""
        state = self._state
        if state is None or self._busy:
            return
        if self._context.tasks.is_paying:
            self._refuse(self.tr("A payment is being sent. Wait for the answer."), None)
        elif self._waits and state.asked_at is None:
            self._run("ask for a PIN to be set anew", self._context.owner_reset.ask)
        elif self._waits and not self._may_without_token:
            self._show_state()
        elif not self._waits and not self._token.token():
            self._refuse(self.tr("Enter the token first."), self._token)
        elif (fault := check_pin(self._pin.text())) is not None:
            self._refuse(pin_fault_text(fault), self._pin)
        elif read_pin(self._pin.text()) != read_pin(self._again.text()):
            self._again.clear()
            self._refuse(self.tr("The two PINs are not the same."), self._again)
        else:
            self._set_busy(busy=True)
            set_anew = partial(
                self._context.owner_reset.set_anew,
                self._owner.id,
                self._token.token(),
                self._pin.text(),
            )
            self._context.tasks.keyring(Job("set an owner's PIN anew", set_anew), self._take)

    def _take(self, done: Result[PinAnswer]) -> None:
        self._set_busy(busy=False)
        answer = done.value
        if answer is None:
            if done.error is not None:
                self._refuse(problem_sentence(done.error).what, None)
        elif answer.outcome is PinOutcome.RIGHT:
            self.accept()
            self._context.gate.read()
            self.was_set.emit()
        elif answer.outcome is PinOutcome.GONE:
            words = self.tr("{name} is not among the people any more.")
            self._refuse(words.format(name=self._owner.name), None)
        elif answer.locked_until is not None:
            words = self.tr("Too many wrong tries. The next one is possible: {time}.")
            self._token.clear()
            self._refuse(words.format(time=self._time(answer.locked_until)), self._token)
        else:
            self._token.clear()
            self._refuse(self.tr("This is not the token of the shop."), self._token)

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self._show_state()

    def _refuse(self, words: str, field: QLineEdit | None) -> None:
        self._say(words, bad=True)
        announce(self, words)
        if field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            field.selectAll()

    def _say(self, words: str, *, bad: bool = False) -> None:
        self._note.set_message(words, bad=bad)
        layout = self._note.layout()
        if layout is not None:
            # The size of the dialog is fixed: the sentence takes its lines from the stretch.
            margins = self.column.contentsMargins()
            wide = self.width() - margins.left() - margins.right()
            self._note.setMinimumHeight(layout.totalHeightForWidth(wide))

    def _forget(self) -> None:
        self._say(self._words())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the next field that is empty, and at the end saves; Esc is Qt's."""
        if event.key() not in ENTER_KEYS:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            fields = (self._token, self._pin, self._again)
            empty = (at for at in fields if at.isVisible() and at.isEnabled() and not at.text())
            following = next(empty, None)
            if following is None or following.hasFocus():
                self.save()
            else:
                following.setFocus(Qt.FocusReason.TabFocusReason)
