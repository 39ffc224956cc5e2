"""What is asked and said above the bill before cash is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from desktop_app.core.money import ZERO
from desktop_app.ui.texts.money import rupees
from desktop_app.ui.widgets import Banner, BannerKind
from desktop_app.ui.wizard.account_check import AccountCheck
from desktop_app.ui.wizard.warning_panel import WarningPanel

if TYPE_CHECKING:
    from desktop_app.core.payment_flow import Flow
    from desktop_app.core.payments.order import PaymentRequest
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.wizard.bill_panel import Room
    from desktop_app.ui.wizard.payment_blockers import PaymentBlockers


class ConfirmQuestions(QVBoxLayout):
    """Asks about earlier payments, the balance and the account, one at a time.

    The clerk's answers are written into the flow's confirmations.
    """

    answered = Signal(bool)
    """An answer was given, or taken back."""
    stopped = Signal()
    """The clerk does not pay."""
    open_waiting = Signal()
    open_payment = Signal(object)
    """An earlier payment that the question speaks of."""

    def __init__(self, context: AppContext, flow: Flow, blockers: PaymentBlockers) -> None:
        super().__init__()
        self._context, self._flow, self._blockers = context, flow, blockers
        theme = context.theme
        self._question = WarningPanel(theme)
        self._question.stop.clicked.connect(self.stopped)
        self._question.again.toggled.connect(self._answer_again)
        self._question.another.toggled.connect(self._answer_another)
        self._question.low_balance.toggled.connect(self._answer_low_balance)
        self._question.open_waiting.connect(self.open_waiting)
        self._question.open_payment.connect(self.open_payment)
        self._check = AccountCheck(theme)
        self._check.confirmed.connect(self._confirm_account)
        self._replaced = Banner(theme, BannerKind.INFO, "", name="confirm.replaced")
        self._replaced.hide()
        for part in (self._question, self._check, self._replaced):
            self.addWidget(part)

    def begin(self, request: PaymentRequest) -> None:
        """Another bill stands at Confirm, or the same one again."""
        self._check.show_request(request)
        self._show_replaced()

    def show_state(self) -> None:
        """Show what the flow asks for now, or nothing."""
        settings = self._context.session.settings
        self._question.set_moment(self._context.clock.now(), settings.language)
        self._question.show_flow(self._flow, self._blockers.trouble)
        self._show_check()

    @property
    def is_stopping(self) -> bool:
        """Something speaks against the payment."""
        return not self._question.isHidden()

    @property
    def takes_room(self) -> bool:
        """Anything is shown above the bill."""
        parts = (self._question, self._check, self._replaced)
        return not all(part.isHidden() for part in parts)

    def set_room(self, check: Room) -> None:
        """Leave out of the account's question what there is no room for."""
        self._check.set_room(check)

    def take_keyboard(self) -> None:
        """Put the keyboard on what is asked first, where Enter answers no question."""
        flow = self._flow
        is_against = flow.confirmations.asks_for_duplicate or flow.asks_for_balance
        target = self._question.stop if is_against else self._check.box
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def offer_stop(self) -> None:
        """Put the keyboard on what ends the payment."""
        self._question.stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_check(self) -> bool:
        """Put the keyboard on the question about the account; False where it is not asked."""
        if not self._flow.asks_for_account or self._check.isHidden():
            return False
        self._check.box.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def open_receipt(self) -> bool:
        """Ask for the earlier payment; False where none with a receipt is spoken of."""
        return self._question.open_receipt()

    def _show_check(self) -> None:
        """The account to read back, once no other question is open."""
        flow, said = self._flow, self._flow.confirmations
        others = said.asks_for_duplicate or flow.asks_for_balance or self._blockers.is_final
        asks = flow.is_account_unknown and not flow.sending and not others
        self._check.set_confirmed(said.account_confirmed)
        if asks and self._check.isHidden() and not said.account_confirmed:
            self._check.say()
        self._check.setVisible(asks)

    def _show_replaced(self) -> None:
        """Say that the cash of a bill which came back is this one's: it is not taken twice."""
        before = self._flow.replaced
        cash = before.order.cash_tender if before is not None else ZERO
        self._replaced.setVisible(bool(cash))
        if cash:
            lead = self.tr("{amount} of this customer is in the drawer.")
            words = self.tr("It came back from the company and is cash for this bill.")
            self._replaced.set_text(lead.format(amount=rupees(cash)), words)

    def _confirm_account(self, confirmed: bool) -> None:
        self._flow.confirmations.account_confirmed = confirmed
        self.answered.emit(confirmed)

    def _answer_again(self, agreed: bool) -> None:
        self._flow.confirmations.duplicate_confirmed = agreed
        self.answered.emit(agreed)

    def _answer_another(self, agreed: bool) -> None:
        self._flow.confirmations.another_bill = agreed
        self.answered.emit(agreed)

    def _answer_low_balance(self, agreed: bool) -> None:
        self._flow.confirmations.tries_low_balance = agreed
        self.answered.emit(agreed)
