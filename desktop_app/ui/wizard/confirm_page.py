"""Step 4: take the cash, then pay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.core.errors import BhuktaniError, Problem
from desktop_app.core.payments.payment import Payment, PaymentState
from desktop_app.ui.kit.keyboard import ENTER_KEYS, on_alt_digit
from desktop_app.ui.payment_kit.who_owes import WhoOwes
from desktop_app.ui.runtime.changes import Cause, PaymentsChanged
from desktop_app.ui.runtime.jobs import ReportingDeskJob
from desktop_app.ui.texts.money import cash_text
from desktop_app.ui.texts.tenders import tender_text
from desktop_app.ui.widgets.announce import announce
from desktop_app.ui.wizard.bill_panel import ROOMS, BillPanel
from desktop_app.ui.wizard.cash_panel import CashPanel
from desktop_app.ui.wizard.confirm_questions import ConfirmQuestions
from desktop_app.ui.wizard.page import Page
from desktop_app.ui.wizard.pay_strip import PayStrip
from desktop_app.ui.wizard.payment_blockers import PaymentBlockers
from desktop_app.ui.wizard.sending_panel import SendingPanel
from desktop_app.ui.wizard.tender_choice import TenderChoice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from desktop_app.core.payment_flow import Flow
    from desktop_app.core.payments.execution import Outcome
    from desktop_app.core.payments.order import PaymentRequest
    from desktop_app.core.tenders import Tender
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result


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
        self._blockers = PaymentBlockers(context, flow, self)
        self._blockers.looked.connect(self._looked)
        self._asked = False
        """A question was open when the state was shown last."""
        self._build()
        for digit in (1, 2):
            on_alt_digit(self, digit, self._cash.fill)
        on_alt_digit(self, 3, lambda _: self._tenders.turn())
        context.session.balance_changed.connect(self._show_session)
        context.session.switching_changed.connect(self._show_session)

    # --- building -------------------------------------------------------------------------

    def _build(self) -> None:
        theme = self.theme
        self._questions = ConfirmQuestions(self.context, self.flow, self._blockers)
        self._questions.stopped.connect(self.go_back)
        self._questions.answered.connect(self._take_answer)
        self._questions.open_waiting.connect(self.open_waiting)
        self._questions.open_payment.connect(self.open_payment)
        self._bill = BillPanel(theme)
        self._cash = CashPanel(self.context)
        self._cash.changed.connect(self._typed)
        self._cash.agreed.connect(self._agree_to_cash)
        self._tenders = TenderChoice(self.context, self.flow, self)
        self._tenders.changed.connect(self._take_tenders)
        self._who_owes = WhoOwes(self.context, self)
        self._who_owes.told.connect(self._show_who_owes)
        self._cash.other_wanted.connect(self._tenders.turn)
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
        self.body.addLayout(self._questions)
        self.body.addLayout(row, 1)
        self._strip = PayStrip(self.context, self.flow, self.footer, self._blockers, self._cash)
        self._strip.back.clicked.connect(self.go_back)
        self._strip.pay.clicked.connect(self.pay)

    # --- showing --------------------------------------------------------------------------

    def fill(self) -> None:
        """Show what would be paid, with an empty cash field."""
        request = self.flow.request(self.context.session.counter())
        if request is None:
            return
        self._blockers.begin()
        self._strip.is_scanned = False
        self._questions.begin(request)
        typed = self.flow.taken.cash
        self._start(request)
        if typed is not None:
            self._cash.field.setText(cash_text(typed))
        self._show_sending(False)
        self._show_state()

    def enter(self) -> None:
        """Take the keyboard, and look for earlier payments."""
        if self.flow.request(self.context.session.counter()) is None:
            return
        self._fit_room()
        self._take_keyboard()
        self._blockers.look()

    def _start(self, request: PaymentRequest) -> None:
        """Show the bill, and what of it is to be taken in cash."""
        language = self.context.session.settings.language
        self._bill.show_request(request, language, self.flow.price_before)
        others = request.other_tenders
        self._cash.start(request.offer.payable, request.cash_tender, _words(others))
        # Of the tender as it will be written: the record knows who that customer is.
        self._who_owes.ask(others, request.counter.environment, others)

    def _show_who_owes(self, others: tuple[Tender, ...], name: str) -> None:
        if others == self.flow.taken.others:
            self._cash.show_others(_words(others, name))
            self._fit_room()

    def _take_tenders(self) -> None:
        """It is paid in another way now: the cash is typed anew, if any is to be taken."""
        request = self.flow.request(self.context.session.counter())
        if request is None:
            return
        self._start(request)
        self._show_state()
        self._take_keyboard()
        # An Enter that was meant for the question before must not pay.
        self.asked_anew.emit()

    def take_change(self, change: PaymentsChanged) -> None:
        """Look for earlier payments again if one was settled meanwhile."""
        self._blockers.take_change(change)

    def note(self) -> str:
        """Return the provider's name."""
        return self.flow.provider.info.name if self.flow.provider else ""

    def _looked(self, is_other: bool) -> None:
        had_asked = self._asked
        self._show_state()
        if self.isHidden():
            # The clerk has gone back meanwhile: the keyboard is another page's.
            return
        if not is_other:
            return
        if self._asked or had_asked:
            self._take_keyboard()
        self.asked_anew.emit()

    def _take_keyboard(self) -> None:
        """The keyboard is where something is to be done first; Enter answers no question."""
        if self.flow.needs_confirmation:
            self._questions.take_keyboard()
            return
        target: QWidget = self._cash.field
        if self._cash.is_without_cash:
            # Pay is off as long as earlier payments are looked for, and Enter on Back would leave.
            target = self._strip.pay if self._strip.pay.isEnabled() else self._strip.reason
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_state(self) -> None:
        """Enable, lock and focus all controls by the state of the flow."""
        flow, session = self.flow, self.context.session
        flow.balance = session.balance
        self._questions.show_state()
        self._asked = flow.needs_confirmation
        had_keyboard = self._cash.field.hasFocus()
        on_reason, on_pay = self._strip.reason.hasFocus(), self._strip.pay.hasFocus()
        self._cash.set_locked(flow.needs_confirmation)
        if had_keyboard and flow.needs_confirmation:
            self._take_keyboard()
        self._cash.set_agreed(flow.taken.is_agreed)
        self._strip.show_state(asking=self._questions.is_stopping)
        can_pay = self._strip.pay.isEnabled()
        has_moved = (on_reason and can_pay) or (on_pay and not can_pay)
        if has_moved and not flow.sending:
            # Of a button that is off Qt takes the keyboard to the next, which Enter would press.
            self._take_keyboard()
        self._fit_room()

    def _show_sending(self, sending: bool) -> None:
        """Show the progress of sending, or the cash."""
        self._cash.setVisible(not sending)
        self._sending.setVisible(sending)

    def _fit_room(self) -> None:
        """Leave out only as much as there is no room for, and that only below a question."""
        if self.isHidden():
            # It has no place yet.
            return
        for bill, cash, check in ROOMS if self._questions.takes_room else ROOMS[:-1]:
            self._bill.set_room(bill)
            self._cash.set_room(cash)
            self._sending.set_room(cash)
            self._questions.set_room(check)
            if self.page_body.needed_now() <= self.page_body.height():
                break
        # At once: nothing of this page is ever painted in less room than it needs.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    def _show_session(self) -> None:
        self._cash.show_balance()
        if self.isVisible():
            self._show_state()

    def _typed(self) -> None:
        self.flow.taken.cash = self._cash.cash
        self._strip.is_scanned = False
        self._show_state()

    def _agree_to_cash(self, agreed: bool) -> None:
        self.flow.taken.agree_to_cash(agreed)
        self._show_state()
        if self._strip.pay.isEnabled():
            self._strip.pay.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_scan(self) -> None:
        """A scanner sent an Enter, which was dropped."""
        self._strip.is_scanned = True
        self._show_state()

    def _take_answer(self, agreed: bool) -> None:
        self._show_state()
        if agreed:
            # The next question is another one: Enter must not answer it by habit.
            self._take_keyboard()

    # --- paying ---------------------------------------------------------------------------

    def pay(self) -> None:
        """Send, once however often it is pressed."""
        is_open = self._strip.pay.isEnabled() and not self.context.is_switching
        if not is_open or not self.isVisible():
            return
        request = self.flow.start_sending(self.context.session.counter())
        if request is None:
            return
        job = ReportingDeskJob(
            "pay",
            request.counter.environment,
            self.context.environments,
            lambda desk, report: desk.pay(request, report),
        )
        # The page changes while it is recorded and sent; what comes of it is told afterwards.
        self.context.tasks.pay(job, self._take_outcome, self._take_progress)
        self._bill.set_sending(True)
        self._show_sending(True)
        self._sending.start()
        self._show_state()
        self.sending_changed.emit(True)

    def _take_progress(self, update: object) -> None:
        if isinstance(update, Payment):
            self.flow.is_answered = update.state is PaymentState.WAITING
            self._sending.show_payment(update)

    def _take_outcome(self, done: Result[Outcome]) -> None:
        self._sending.stop()
        self.sending_changed.emit(False)
        if done.value is not None:
            self.flow.settled(done.value)
            # The result stands before anybody is told of it; told of it is everybody, whatever
            # the window shows.
            self.step_changed.emit()
            self.context.session.note_payment(done.value.payment)
            self.context.session.refresh_balance()
            self.context.changes.notify(Cause.SENT, done.value.payment)
            return
        error = done.error or BhuktaniError(Problem.UNEXPECTED)
        self.flow.not_sent(error)
        if error.problem is Problem.STALE:
            self.stale.emit()
            return
        self._bill.set_sending(False)
        self._show_sending(False)
        self._show_state()
        self._questions.offer_stop()
        if self._blockers.is_asked_about(error):
            self._blockers.look()

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
            return self._questions.open_receipt()
        return event.key() == Qt.Key.Key_F8 and self._cash.fill(0)

    def _go_on(self) -> None:
        """Move the keyboard from the cash to Pay, or to the question about the cash."""
        self._strip.is_scanned = False
        announce(self._strip.pay, self._strip.reason_text())
        if self._strip.pay.isEnabled():
            self._cash.tidy()
            self._strip.pay.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self._questions.go_to_check() and not self._cash.agree.isHidden():
            self._cash.agree.setFocus(Qt.FocusReason.TabFocusReason)
        self._show_state()


def _words(others: Sequence[Tender], who: str = "") -> str:
    return " + ".join(tender_text(one, who) for one in others)
