"""The result page's line about the next look-up of a waiting payment."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.core.payments.check_schedule import FIRST_CHECK_MINUTES
from desktop_app.core.payments.payment import Payment, PaymentState
from desktop_app.core.payments.reconciler import CheckBlocker
from desktop_app.ui.payment_kit.history import moment_text
from desktop_app.ui.payment_kit.next_check import NextCheck, NextCheckView, blocker_text
from desktop_app.ui.runtime.changes import Cause
from desktop_app.ui.runtime.jobs import DeskJob
from desktop_app.ui.texts.problems import problem_sentence
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import Button, PlainLabel
from desktop_app.ui.widgets.announce import announce

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent, QShowEvent

    from desktop_app.core.payments.desk import PaymentDesk
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result

_SECOND_MS = 1000

T = TypeVar("T")


class CheckRow(QWidget):
    """Counts down, and looks the payment up when a person asks for it."""

    reworded = Signal()
    """The row may need another height."""
    focus_released = Signal()
    """The button with the keyboard is about to be off."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        theme = context.theme
        self._payment: Payment | None = None
        self._check: NextCheck | None = None
        self._job = 0
        self._reading = self._checking = False
        self._trouble = ""
        role = TextRole.HEADING if theme.compact else TextRole.CHANGE
        self._next = NextCheckView(
            theme, role, Qt.AlignmentFlag.AlignLeft, name="result.next_check"
        )
        self._next.setMinimumWidth(theme.scaled(92))
        self.button = Button(
            theme, self.tr("Check now"), height=38 if theme.compact else 0, name="result.check"
        )
        self.button.clicked.connect(self.needs_lookup)
        small = TextRole.HINT if theme.compact else TextRole.LABEL
        self._note = PlainLabel(theme, "", small, "text2", wrap=True, name="result.check_note")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12 if theme.compact else 16)
        row.addWidget(self._next)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._note, 1)
        self._second = QTimer(self)
        self._second.setInterval(_SECOND_MS)
        self._second.timeout.connect(self.tick)
        self.hide()

    def show_payment(self, payment: Payment) -> None:
        """Show when this one is looked up next; nothing for one that does not wait."""
        other = self._payment is None or self._payment.order.reference != payment.order.reference
        self._payment = payment
        if other:
            self._check, self._trouble, self._checking = None, "", False
        if payment.state is PaymentState.WAITING:
            self.refresh()
        else:
            self.hide()

    def refresh(self) -> None:
        """Read again when the next look-up is."""
        payment = self._payment
        if payment is None or payment.state is not PaymentState.WAITING:
            return
        clock, number = self._context.clock, payment.number

        def load(desk: PaymentDesk) -> NextCheck | None:
            waiting = desk.waiting()
            monotonic = clock.monotonic()
            found = [one for one in waiting if one.payment.number == number]
            return NextCheck.of(found[0], monotonic) if found else None

        self._context.tasks.cancel(self._job)
        self._reading = True
        self._job = self._context.tasks.read(
            self._at_desk_of(payment, "read the next check", load), self._take
        )

    def _take(self, done: Result[NextCheck | None]) -> None:
        self._reading = False
        self._check = done.value
        self._context.session.report(done.error)
        self.tick()

    def tick(self) -> None:
        """A second is over, or something else has changed."""
        check, payment = self._check, self._payment
        waits = payment is not None and payment.state is PaymentState.WAITING
        shown = waits and check is not None
        if shown is self.isHidden():
            self.setVisible(shown)
            self.reworded.emit()
        if check is None or not waits:
            return
        monotonic = self._context.clock.monotonic()
        self._next.show_check(check, monotonic, checking=self._checking)
        may = check.may_check(monotonic) and not self._checking
        if not may and self.button.hasFocus():
            self.focus_released.emit()
        words = self._words(check, monotonic)
        self.button.enable(may, words)
        if words != self._note.text():
            self._note.setText(words)
            self.reworded.emit()
        if check.is_outdated(monotonic) and not self._reading:
            self.refresh()

    def _words(self, check: NextCheck, monotonic: float) -> str:
        if self._trouble:
            return self._trouble
        blocker = check.blocker_at(monotonic)
        if blocker is CheckBlocker.TOO_EARLY:
            return self.tr(
                "The first check is possible {count} minutes after sending."
                " It runs by itself, also after a restart."
            ).format(count=FIRST_CHECK_MINUTES)
        if blocker is not None:
            return blocker_text(blocker)
        last = check.history.last_check
        if last is None:
            return self.tr("The check runs by itself, also after a restart.")
        language = self._context.session.settings.language
        time = moment_text(last, self._context.clock.now(), language)
        words = self.tr("Last check at {time}. It is still waiting; checks run by themselves.")
        return words.format(time=time)

    def needs_lookup(self) -> None:
        """Look the payment up, on the worker for look-ups."""
        payment = self._payment
        if payment is None or self._checking:
            return
        self._checking, self._trouble = True, ""
        self.tick()
        number, till = payment.number, self._context.session.counter().till
        job = self._at_desk_of(payment, "check a payment", lambda desk: desk.check(number, till))
        self._context.tasks.check(job, partial(self._take_checked, payment))

    def _at_desk_of(
        self, payment: Payment, name: str, work: Callable[[PaymentDesk], T]
    ) -> DeskJob[T]:
        return DeskJob(name, payment.order.environment, self._context.environments, work)

    def _take_checked(self, payment: Payment, done: Result[Payment]) -> None:
        if self._payment is not None and self._payment.order.reference == payment.order.reference:
            self._checking = False
            if done.error is not None:
                sentence = problem_sentence(done.error)
                self._trouble = sentence.whole
                announce(self, self._trouble)
        if done.value is not None:
            self._context.changes.notify(Cause.CHECKED, done.value)
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Count down while it is seen."""
        super().showEvent(event)
        self._second.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop the countdown while hidden."""
        super().hideEvent(event)
        self._second.stop()
