"""Step 4: take the cash, then pay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from desktop_app.core.environment import Environment
from desktop_app.core.errors import BhuktaniError, Problem
from desktop_app.core.payments.payment import Payment, PaymentState
from desktop_app.ui.kit.keyboard import ENTER_KEYS, on_alt_digit
from desktop_app.ui.runtime.changes import Cause
from desktop_app.ui.runtime.jobs import DeskJob, ReportingDeskJob
from desktop_app.ui.texts.labels import environment_word
from desktop_app.ui.texts.money import cash_text, rupees
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import Button, KeyHint, PlainLabel, Variant
from desktop_app.ui.widgets.announce import announce
from desktop_app.ui.widgets.paint import RIGHT
from desktop_app.ui.wizard.bill_panel import ROOMS, BillPanel
from desktop_app.ui.wizard.cash_panel import CashPanel, CashState
from desktop_app.ui.wizard.page import Page
from desktop_app.ui.wizard.sending_panel import SendingPanel
from desktop_app.ui.wizard.warning_panel import Question

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop_app.core.payment_flow import Flow
    from desktop_app.core.payments.desk import Outcome
    from desktop_app.core.payments.duplicates import Duplicates
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result

_PASSING = frozenset(
    {
        Problem.DISK_FULL,
        Problem.LEDGER_LOCKED,
        Problem.LEDGER_READ_ONLY,
        Problem.LEDGER_FAILED,
        Problem.VAULT_LOCKED,
        Problem.VAULT_FAILED,
    }
)
"""Trouble after which the same payment may be tried again: the desk checks all anew."""

_ASKED_ABOUT = (Problem.ALREADY_OPEN, Problem.ALREADY_PAID)
"""The question about the payment that came in between says more."""


class ConfirmPage(Page):
    """Total, cash and change; Pay sends once."""

    sending_changed = Signal(bool)
    """True while a payment is on its way: nothing of the window may be left."""
    stale = Signal()
    """The look-up is too old to pay from: it must be made again."""
    open_waiting = Signal()
    open_payment = Signal(object)
    """An earlier payment that the question speaks of."""
    asked_anew = Signal()
    """What stood in the way, or what is asked, has changed while the page was seen."""

    def __init__(self, context: AppContext, flow: Flow) -> None:
        super().__init__(context, flow, "confirm")
        self._duplicates_job = 0
        self._checked = False
        self._duplicates_error: BhuktaniError | None = None
        self._scanned = False
        self._build()
        for digit in (1, 2):
            on_alt_digit(self, digit, self._cash.fill)
        context.session.balance_changed.connect(self._show_balance)

    # --- building -------------------------------------------------------------------------

    def _build(self) -> None:
        theme = self.theme
        self._question = Question(theme)
        self._question.stop.clicked.connect(self.go_back)
        self._question.again.toggled.connect(self._answer_again)
        self._question.another.toggled.connect(self._answer_another)
        self._question.low_balance.toggled.connect(self._answer_low_balance)
        self._question.open_waiting.connect(self.open_waiting)
        self._question.open_payment.connect(self.open_payment)
        self._bill = BillPanel(theme)
        self._cash = CashPanel(self.context)
        self._cash.changed.connect(self._typed)
        self._cash.agreed.connect(self._agree_to_cash)
        self._sending = SendingPanel(theme, self.context.session.settings.language)
        # Not a stack, which is as high as the higher of the two.
        width = theme.scaled(370 if theme.compact else 428)
        for panel in (self._cash, self._sending):
            panel.setFixedWidth(width)
        self._sending.hide()
        row = QHBoxLayout()
        row.setSpacing(theme.metrics.gap)
        row.addWidget(self._bill, 1)
        row.addWidget(self._cash)
        row.addWidget(self._sending)
        self.page_body.resized.connect(self._fit_room)
        self.body.addWidget(self._question)
        self.body.addLayout(row, 1)
        self._back = Button(theme, self.tr("Back"), key="Esc", name="confirm.back")
        self._back.clicked.connect(self.go_back)
        self._exact = KeyHint(theme, "F8", self.tr("Exact cash"))
        self._said = PlainLabel(theme, "", TextRole.LABEL, "text2", wrap=True, name="confirm.said")
        self._reason = PlainLabel(
            theme, "", TextRole.LABEL, "text2", wrap=True, align=RIGHT, name="confirm.advice"
        )
        self._pay = Button(theme, "", Variant.PAY, key="Enter", name="confirm.pay")
        self._pay.clicked.connect(self.pay)
        self.footer.add_left(self._back)
        self.footer.add_left(self._exact)
        self.footer.add_left(self._said)
        # On the left of the strip, where it has all the room up to Pay: one line.
        self.footer.add_left(self._reason)
        self.footer.add_right(self._pay)

    # --- showing --------------------------------------------------------------------------

    def enter(self) -> None:
        """Show what would be paid, with an empty cash field, and look for earlier payments."""
        counter = self.context.session.counter()
        request = self.flow.request(counter)
        if request is None:
            return
        self._duplicates_error, self._checked, self._scanned = None, False, False
        language = self.context.session.settings.language
        self._bill.show_request(request, language, self.flow.price_before)
        typed = self.flow.cash
        self._cash.start(request.offer.payable, request.cash_due)
        if typed is not None:
            self._cash.field.set_text(cash_text(typed))
        self._show_sending(False)
        self._show_state()
        self._cash.field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.check_again()

    def check_again(self) -> None:
        """Look for earlier payments: one that is spoken of may have been settled meanwhile.

        What was known stays until the answer is there: Pay, and the keyboard on it, do not move
        for news that change nothing, and the desk looks by itself before it sends.
        """
        request = self.flow.request(self.context.session.counter())
        if request is None or self.flow.sending:
            return
        job = DeskJob(
            "look for earlier payments",
            request.counter.environment,
            self.context.environments,
            lambda desk: desk.duplicates(request),
        )
        self.context.tasks.cancel(self._duplicates_job)
        self._duplicates_job = self.context.tasks.read(job, self._take_duplicates)

    def note(self) -> str:
        """The provider's name."""
        return self.flow.provider.info.name if self.flow.provider else ""

    def _take_duplicates(self, done: Result[Duplicates]) -> None:
        self._checked = done.value is not None
        self._duplicates_error = done.error
        before, asked = self.flow.duplicates, self.flow.needs_confirmation
        if done.value is not None:
            self.flow.take_duplicates(done.value)
            said = self.flow.send_error
            if said is not None and said.problem in _ASKED_ABOUT:
                self.flow.send_error = None
        self._show_state()
        if self.flow.duplicates == before:
            return
        if self.flow.needs_confirmation:
            self._question.stop.setFocus(Qt.FocusReason.OtherFocusReason)
        elif asked:
            self._cash.field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.asked_anew.emit()

    def _show_state(self) -> None:
        """Enable, lock and focus all controls by the state of the flow."""
        flow, session = self.flow, self.context.session
        flow.balance = session.balance
        self._question.set_moment(self.context.clock.now(), session.settings.language)
        self._question.show_flow(flow, self._trouble)
        asking = not self._question.isHidden()
        had_keyboard = self._cash.field.edit.hasFocus()
        self._cash.set_locked(flow.needs_confirmation)
        if had_keyboard and flow.needs_confirmation:
            self._question.stop.setFocus(Qt.FocusReason.OtherFocusReason)
        self._cash.set_agreed(flow.cash is not None and flow.agreed_cash == flow.cash)
        known = self._checked or self._trouble is not None
        ready = flow.can_pay(session.counter()) and known
        reason = self._reason_text()
        self._pay.setEnabled(ready and not self._is_stopped())
        self._pay.explain(reason or self._sending_text())
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))
        self._pay.set_environment(session.environment)
        self._pay.setText(self._pay_text())
        self._pay.set_key("" if flow.sending else "Enter")
        self._back.setVisible(not flow.sending)
        self._exact.setVisible(not flow.sending and not asking and not self.theme.compact)
        self._said.setText(self._sending_text() if flow.sending else "")
        self._said.setVisible(flow.sending)
        self._fit_room()

    def _show_sending(self, sending: bool) -> None:
        """Show the progress of sending, or the cash."""
        self._cash.setVisible(not sending)
        self._sending.setVisible(sending)

    def _fit_room(self) -> None:
        """Leave out only as much as there is no room for, and that only below a question."""
        for bill, cash in ROOMS[:-1] if self._question.isHidden() else ROOMS:
            self._bill.set_room(bill)
            self._cash.set_room(cash)
            if self.page_body.needed_now() <= self.page_body.height():
                break
        # At once: nothing of this page is ever painted in less room than it needs.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    @property
    def _trouble(self) -> BhuktaniError | None:
        """Return why nothing was sent, else why earlier payments could not be read."""
        return self.flow.send_error or self._duplicates_error

    def _is_stopped(self) -> bool:
        """Return True if an error stops the payment and trying again cannot help."""
        return self._trouble is not None and self._trouble.problem not in _PASSING

    def _reason_text(self) -> str:
        """Return why Pay is off, or what the next Enter does."""
        flow = self.flow
        if flow.sending:
            return ""
        if self._is_stopped():
            return self.tr("Stopped: see above.")
        if flow.asks_for_duplicate:
            return self.tr("Stopped: possible second payment")
        if flow.asks_for_balance:
            return self.tr("Answer the question above first.")
        if not self._checked and self._trouble is None:
            return self.tr("Looking for earlier payments…")
        return self._cash_text()

    def _cash_text(self) -> str:
        if self._scanned:
            return self.tr("The keys came as fast as from a scanner. Check the cash.")
        state = self._cash.state
        if state is CashState.SHORT:
            return self.tr("{amount} missing").format(amount=rupees(self._cash.missing))
        if state is CashState.UNUSUAL:
            return self.tr("Check the cash. If it is right, tick the box.")
        if state is CashState.ENOUGH:
            return self.tr("Enough cash. Press Enter once more to pay.")
        return self.tr("Enter the cash first.")

    def _pay_text(self) -> str:
        if self.flow.sending:
            return self.tr("Sending…")
        if self.flow.offer is None:
            return ""
        words = self.tr("Pay {amount}").format(amount=rupees(self.flow.offer.payable))
        environment = self.context.session.environment
        if environment is Environment.LIVE:
            return words
        return f"{environment_word(environment)} · {words}"

    def _sending_text(self) -> str:
        counter = self.context.session.counter()
        request = self.flow.request(counter)
        if request is None:
            return ""
        words = self.tr(
            "Cash received {cash} · change {change}. Give the change when the result is shown."
        )
        cash = request.cash_received
        return words.format(cash=rupees(cash), change=rupees(cash - request.cash_due))

    def _show_balance(self) -> None:
        self._cash.show_balance()
        if self.isVisible():
            self._show_state()

    def _typed(self) -> None:
        self.flow.cash = self._cash.cash
        self._scanned = False
        self._show_state()

    def _agree_to_cash(self, agreed: bool) -> None:
        self.flow.agree_to_cash(agreed)
        self._show_state()
        if self._pay.isEnabled():
            self._pay.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_scan(self) -> None:
        """A scanner sent an Enter, which was dropped."""
        self._scanned = True
        self._show_state()

    def _answer_again(self, agreed: bool) -> None:
        self.flow.duplicate_confirmed = agreed
        self._take_answer(agreed)

    def _answer_another(self, agreed: bool) -> None:
        self.flow.another_bill = agreed
        self._take_answer(agreed)

    def _answer_low_balance(self, agreed: bool) -> None:
        self.flow.tries_low_balance = agreed
        self._take_answer(agreed)

    def _take_answer(self, agreed: bool) -> None:
        self._show_state()
        if not agreed:
            return
        if not self.flow.needs_confirmation:
            self._cash.field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            # The next question is another one: Enter must not answer it by habit.
            self._question.stop.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- paying ---------------------------------------------------------------------------

    def pay(self) -> None:
        """Send, once however often it is pressed."""
        if not self._pay.isEnabled() or not self.isVisible():
            return
        request = self.flow.start_sending(self.context.session.counter())
        if request is None:
            return
        self._bill.set_sending(True)
        self._show_sending(True)
        self._sending.start()
        self._show_state()
        self.sending_changed.emit(True)
        job = ReportingDeskJob(
            "pay",
            request.counter.environment,
            self.context.environments,
            lambda desk, report: desk.pay(request, report),
        )
        self.context.tasks.pay(job, self._take_outcome, self._take_progress)

    def _take_progress(self, update: object) -> None:
        if isinstance(update, Payment):
            self.flow.is_answered = update.state is PaymentState.WAITING
            self._sending.show_payment(update)

    def _take_outcome(self, done: Result[Outcome]) -> None:
        self._sending.stop()
        self.sending_changed.emit(False)
        if done.value is not None:
            self.flow.settled(done.value)
            self.context.session.refresh_balance()
            # The result stands before anybody is told of it; told of it is everybody, whatever
            # the window shows.
            self.step_changed.emit()
            self.context.changes.tell(Cause.SENT, done.value.payment)
            return
        error = done.error or BhuktaniError(Problem.UNEXPECTED)
        self.flow.not_sent(error)
        if error.problem is Problem.STALE:
            self.stale.emit()
            return
        self._bill.set_sending(False)
        self._show_sending(False)
        self._show_state()
        self._question.stop.setFocus(Qt.FocusReason.OtherFocusReason)
        if error.problem in _ASKED_ABOUT:
            # Another payment came in between: the question about it says more.
            self.check_again()

    # --- keys -----------------------------------------------------------------------------

    def takes_key(self, event: QKeyEvent) -> bool:
        """Enter goes from the cash to Pay; F8 fills the exact cash, F9 opens a receipt."""
        if self.flow.sending:
            return True
        if event.key() in ENTER_KEYS:
            if not event.isAutoRepeat():
                self._go_on()
            return True
        if event.key() == Qt.Key.Key_F9:
            return self._question.open_receipt()
        return event.key() == Qt.Key.Key_F8 and self._cash.fill(0)

    def _go_on(self) -> None:
        """Move the keyboard from the cash to Pay, or to the question about the cash."""
        self._scanned = False
        announce(self._pay, self._reason_text())
        if self._pay.isEnabled():
            self._cash.tidy()
            self._pay.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self._cash.agree.isHidden():
            self._cash.agree.setFocus(Qt.FocusReason.TabFocusReason)
        self._show_state()
