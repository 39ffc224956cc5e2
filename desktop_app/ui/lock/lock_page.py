"""The page of a locked counter: who comes, and with which PIN."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.core.operators import Operator, PinOutcome
from desktop_app.ui.kit.keyboard import ENTER_KEYS, on_alt_digit
from desktop_app.ui.lock.forgotten_pin import ForgottenPin
from desktop_app.ui.lock.pin_field import PinField
from desktop_app.ui.lock.pin_pad import PinPad
from desktop_app.ui.lock.pin_reset_dialog import PinResetDialog
from desktop_app.ui.runtime.jobs import Job
from desktop_app.ui.texts.problems import problem_sentence
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import Button, KeyHint, Panel, PlainLabel, SideNav, Variant
from desktop_app.ui.widgets.page_body import PageBody

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop_app.core.operators import PinAnswer
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result

_WIDTH = 640
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class LockPage(QWidget):
    """Nothing of the counter is seen or reached until somebody has come to it (``came``).

    Digits go to the PIN wherever the keyboard is; arrows and Alt with a digit choose the person.
    """

    came = Signal(object, object)
    """The person, and the proof of who has a PIN."""
    refused = Signal(object, object)
    """The person whose PIN was refused, and the :class:`PinAnswer`."""

    def __init__(self, context: AppContext, operator_id: str = "") -> None:
        """`operator_id` is who is offered first; else who was at the counter last."""
        super().__init__()
        self.setObjectName("lock")
        self.setAutoFillBackground(True)
        self.setAccessibleName(self.tr("The counter is locked"))
        self._context = context
        self._people = context.gate.people.active
        self._busy = False
        theme = context.theme
        self._nav = SideNav(theme, name="lock.people")
        for person in self._people:
            icon = "shield-check" if person.is_owner else "user"
            self._nav.add(person.id, icon, person.name)
        self._nav.chosen.connect(self.choose)
        self._pin = PinField(theme, context.clock, name="lock.pin")
        self._pin.entered.connect(self.go_on)
        self._pad = PinPad(theme, name="lock.pad")
        self._pad.pressed.connect(self._pin.put)
        self._pad.erased.connect(self._pin.backspace)
        self._come = Button(
            theme, self.tr("Come to the counter"), Variant.PRIMARY, key="Enter", name="lock.come"
        )
        self._come.clicked.connect(self.go_on)
        self._forgotten = ForgottenPin(theme, "lock.forgotten")
        self._forgotten.clicked.connect(self._reset)
        self._lay_out()
        for digit in range(1, min(9, len(self._people)) + 1):
            on_alt_digit(self, digit, self._choose_number)
        last = context.gate.people.named(context.session.settings.operator)
        self.choose(operator_id or (last.id if last is not None else ""))

    def _lay_out(self) -> None:
        theme = self._context.theme
        compact = theme.compact
        panel = Panel(theme)
        panel.setFixedWidth(theme.scaled(_WIDTH))
        panel.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        entry = QVBoxLayout()
        entry.setSpacing(8 if compact else 12)
        entry.addWidget(self._pin)
        entry.addWidget(self._pad)
        entry.addWidget(self._come)
        entry.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(24)
        left = QVBoxLayout()
        left.addWidget(self._nav)
        left.addStretch(1)
        left.addWidget(self._forgotten, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(left)
        row.addLayout(entry, 1)
        hints = QHBoxLayout()
        hints.setSpacing(18)
        if len(self._people) > 1:
            hints.addWidget(KeyHint(theme, "↑ ↓", self.tr("another person")))
            most = min(9, len(self._people))
            hints.addWidget(KeyHint(theme, f"Alt 1 – {most}", self.tr("the person in this row")))
        hints.addStretch(1)
        column = QVBoxLayout(panel)
        column.setContentsMargins(30, 16 if compact else 22, 30, 16 if compact else 22)
        column.setSpacing(0)
        column.addWidget(PlainLabel(theme, self.tr("Who is at the counter?"), TextRole.TITLE))
        words = self.tr("Everything is as it was left.")
        column.addWidget(PlainLabel(theme, words, TextRole.BODY, "text2", wrap=True))
        column.addSpacing(12 if compact else 18)
        column.addLayout(row)
        column.addSpacing(10 if compact else 16)
        column.addLayout(hints)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(panel)
        middle.addStretch(1)
        body = PageBody()
        body.column.addStretch(2)
        body.column.addLayout(middle)
        body.column.addStretch(3)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(body)

    # --- choosing -------------------------------------------------------------------------

    @property
    def chosen(self) -> Operator | None:
        """The person who is to come."""
        current = self._nav.current()
        return next((one for one in self._people if one.id == current), None)

    @property
    def is_comparing(self) -> bool:
        """A PIN is being compared; its answer comes to this page."""
        return self._busy

    def enter(self) -> None:
        """Take the keyboard."""
        self._pin.take_focus()

    def choose(self, operator_id: str) -> None:
        """Choose a person; the first where there is none with that id."""
        if self._busy or not self._people:
            return
        found = next((one for one in self._people if one.id == operator_id), self._people[0])
        self._nav.select(found.id)
        words = "" if found.has_pin else self.tr("{name} has no PIN.").format(name=found.name)
        self._pin.ask(words)
        self._pin.take_focus()

    def _choose_number(self, number: int) -> None:
        self.choose(self._people[number - 1].id)

    def _step(self, by: int) -> None:
        chosen = self.chosen
        at = self._people.index(chosen) if chosen is not None else 0
        self.choose(self._people[(at + by) % len(self._people)].id)

    def _reset(self) -> None:
        """Let an owner who forgot it set the PIN anew."""
        owners = self._context.gate.people.owners
        chosen = self.chosen
        owner = chosen if chosen in owners else next(iter(owners), None)
        if owner is not None and not self._busy:
            PinResetDialog(self._context, self.window(), owner).ask()

    # --- coming ---------------------------------------------------------------------------

    def go_on(self) -> None:
        """Compare the PIN, if there is one to compare."""
        person = self.chosen
        if person is None or self._busy or self._pin.is_locked:
            return
        if person.has_pin and not self._pin.pin:
            self._pin.ask(self.tr("Type the PIN of {name}.").format(name=person.name))
            self._pin.take_focus()
            return
        self._set_busy(busy=True)
        before = self._context.session.settings.operator
        come = partial(self._context.gate.operators.come, person.id, self._pin.pin, before)
        self._context.tasks.record(
            Job("let a person come", come), partial(self._take, person), None
        )

    def _take(self, person: Operator, done: Result[PinAnswer]) -> None:
        self._set_busy(busy=False)
        answer = done.value
        if answer is None:
            if done.error is not None:
                self._pin.show_words(problem_sentence(done.error).what)
        elif answer.outcome is PinOutcome.RIGHT:
            self._pin.ask("")
            self.came.emit(person, answer.proof)
        else:
            self.show_refused(person, answer)
            self.refused.emit(person, answer)
            if answer.outcome is PinOutcome.GONE:
                self._context.gate.read()

    def show_refused(self, person: Operator, answer: PinAnswer) -> None:
        """Say why the person has not come."""
        self._pin.show_answer(answer, person.name)

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self._pin.set_busy(busy=busy)
        self._come.enable(not busy, self.tr("The PIN is being compared."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose, Enter comes, digits are the PIN's; nothing reaches what lies below."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._step(_STEPS[key])
        elif key in ENTER_KEYS:
            if not event.isAutoRepeat():
                self.go_on()
        elif event.text().isdecimal():
            self._pin.put(event.text())
            self._pin.take_focus()
        event.accept()
