"""The strip below Confirm: Back, Pay, and why Pay is off or what the next Enter does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.core.environment import Environment
from desktop_app.ui.texts.environments import environment_word
from desktop_app.ui.texts.money import rupees
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import Button, KeyHint, PlainLabel, Variant
from desktop_app.ui.widgets.paint import RIGHT
from desktop_app.ui.wizard.cash_panel import CashState

if TYPE_CHECKING:
    from desktop_app.core.payment_flow import Flow
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.widgets import Footer
    from desktop_app.ui.wizard.cash_panel import CashPanel
    from desktop_app.ui.wizard.payment_blockers import PaymentBlockers


class PayStrip(QObject):
    """Says what has to be done before Pay, and lets Pay be pressed when it is done."""

    def __init__(
        self,
        context: AppContext,
        flow: Flow,
        footer: Footer,
        blockers: PaymentBlockers,
        cash: CashPanel,
    ) -> None:
        super().__init__(footer)
        theme = context.theme
        self._context, self._session = context, context.session
        self._flow, self._blockers, self._cash = flow, blockers, cash
        self._compact = theme.compact
        self.is_scanned = False
        """The keys came as fast as from a scanner, and nothing was typed since."""
        self.back = Button(theme, self.tr("Back"), key="Esc", name="confirm.back")
        self._exact = KeyHint(theme, "F8", self.tr("Exact cash"))
        self._said = PlainLabel(theme, "", TextRole.LABEL, "text2", wrap=True, name="confirm.said")
        self.reason = PlainLabel(
            theme, "", TextRole.LABEL, "text2", wrap=True, align=RIGHT, name="confirm.advice"
        )
        """Why Pay is off. It holds the keyboard where there is no cash to type: Enter does nothing
        there."""
        self.pay = Button(theme, "", Variant.PAY, key="Enter", name="confirm.pay")
        # The reason stands on the left, where it has all the room up to Pay: one line.
        for part in (self.back, self._exact, self._said, self.reason):
            footer.add_left(part)
        footer.add_right(self.pay)

    def show_state(self, *, asking: bool) -> None:
        """Show the state of the flow; ``asking`` while a question stands above."""
        flow, session = self._flow, self._session
        is_held = self._blockers.is_looking or self._context.is_switching
        ready = flow.can_pay(session.counter()) and not is_held
        reason = self.reason_text()
        self.pay.setEnabled(ready and not self._blockers.is_final)
        self.pay.explain(reason or self._sending_text())
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))
        self.pay.set_environment(session.environment)
        self.pay.setText(self._pay_text())
        self.pay.set_key("" if flow.sending else "Enter")
        self.back.setVisible(not flow.sending)
        self._exact.setVisible(not flow.sending and not asking and not self._compact)
        self._said.setText(self._sending_text() if flow.sending else "")
        self._said.setVisible(flow.sending)

    def reason_text(self) -> str:
        """Return why Pay is off, or what the next Enter does."""
        flow = self._flow
        if flow.sending:
            return ""
        if self._context.is_switching:
            return self.tr("Nothing is paid now: the environment is changing.")
        if self._blockers.is_final:
            return self.tr("Stopped: see above.")
        if flow.confirmations.asks_for_duplicate:
            return self.tr("Stopped: possible second payment")
        if flow.asks_for_balance:
            return self.tr("Answer the question above first.")
        if flow.asks_for_account:
            return self.tr("Read the account to the customer, then tick the box (Space).")
        if self._blockers.is_looking:
            return self.tr("Looking for earlier payments…")
        return self._cash_text()

    def _cash_text(self) -> str:
        if self.is_scanned:
            return self.tr("The keys came as fast as from a scanner. Check the cash.")
        if self._cash.is_without_cash:
            return self.tr("No cash to take. Press Enter to pay.")
        state = self._cash.state
        if state is CashState.SHORT:
            return self.tr("{amount} missing").format(amount=rupees(self._cash.missing))
        if state is CashState.UNUSUAL:
            return self.tr("Check the cash. If it is right, tick the box.")
        if state is CashState.ENOUGH and self._cash.is_clicked:
            return self.tr("Enough cash. Now press Pay.")
        if state is CashState.ENOUGH:
            return self.tr("Enough cash. Press Enter once more to pay.")
        return self.tr("Enter the cash first.")

    def _pay_text(self) -> str:
        if self._flow.sending:
            return self.tr("Sending…")
        if self._flow.offer is None:
            return ""
        words = self.tr("Pay {amount}").format(amount=rupees(self._flow.offer.payable))
        environment = self._session.environment
        if environment is Environment.LIVE:
            return words
        return f"{environment_word(environment)} · {words}"

    def _sending_text(self) -> str:
        request = self._flow.request(self._session.counter())
        if request is None:
            return ""
        words = self.tr(
            "Cash received {cash} · change {change}. Give the change when the result is shown."
        )
        if not request.cash_tender:
            return self.tr("No cash is taken for this bill.")
        cash = request.cash_received
        return words.format(cash=rupees(cash), change=rupees(cash - request.cash_tender))
