"""The wizard: one flow, five pages, and the step bar above them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.core.billing.forms import NO_VALUES, Values
from desktop_app.core.form_entries import entered_before
from desktop_app.core.inquiry_flow import Step
from desktop_app.ui.runtime.changes import Cause, PaymentsChanged
from desktop_app.ui.widgets import StepBar
from desktop_app.ui.widgets.page_body import side_margin
from desktop_app.ui.widgets.page_turn import page_turn
from desktop_app.ui.wizard.pages import WizardPages
from desktop_app.ui.wizard.provider_page import ProviderPage

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop_app.core.billing.provider import Provider
    from desktop_app.core.payment_flow import Flow
    from desktop_app.core.payments.payment import Payment
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.wizard.page import Page


_BEFORE_PAINT = (QEvent.Type.PolishRequest, QEvent.Type.LayoutRequest, QEvent.Type.UpdateLater)


class Wizard(QWidget):
    """Shows the page of the flow's step. The flow outlives the wizard: after a change of language
    a new wizard shows the same flow.
    """

    sending_changed = Signal(bool)
    page_shown = Signal(int)
    """A page has just appeared; the argument is how long it ignores Enter, in milliseconds."""
    confirm_shown = Signal()
    """Cash is about to be taken."""
    open_waiting = Signal()
    open_payment = Signal(object)
    """A payment that a question speaks of, to be seen among the others of its day."""

    def __init__(self, context: AppContext, flow: Flow) -> None:
        super().__init__()
        self._context = context
        self.flow = flow
        self._shown: Page | None = None
        self._is_away = False
        names = (
            self.tr("Provider"),
            self.tr("Customer"),
            self.tr("Package or bill"),
            self.tr("Confirm"),
            self.tr("Receipt"),
        )
        self._steps = StepBar(context.theme, names, name="wizard.steps")
        self._pages = WizardPages(context, flow)
        self._pages.step_changed.connect(self._move)
        self._pages.recent_chosen.connect(self._look_up_recent)
        self._pages.stale.connect(self._look_up_again)
        self._pages.finished.connect(self._finish)
        self._pages.sending_changed.connect(self.sending_changed)
        self._pages.open_waiting.connect(self.open_waiting)
        self._pages.open_payment.connect(self.open_payment)
        # An Enter that was meant for what stood there before must not act.
        self._pages.asked_anew.connect(self.page_shown)
        self._top = QVBoxLayout()
        self._top.addWidget(self._steps)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._top)
        column.addWidget(self._pages, 1)
        context.changes.changed.connect(self._payments_changed)
        context.theme.changed.connect(self._fit)
        self._fit()
        # A look-up that the wizard of before has begun is awaited by its page, seen or not.
        self._pages.asked()

    # --- showing --------------------------------------------------------------------------

    def show_step(self) -> None:
        """Show the page of the flow's step, as if it had just been reached."""
        self._is_away = False
        page = self._pages.asked()
        before = self._shown if self._shown is not page else None
        if before is not None:
            before.leave()
        self._shown = page
        with page_turn(before):
            page.fill()
            self._pages.setCurrentWidget(page)
            self._steps.set_current(int(self.flow.step))
            page.enter()
        self._steps.set_note(page.note())
        # At once: what comes to a page after its first paint has it painted again.
        for kind in _BEFORE_PAINT:
            QCoreApplication.sendPostedEvents(None, kind.value)
        self.page_shown.emit(page.enter_pause_ms)
        self._pages.look_ahead()
        if self.flow.step is Step.CONFIRM:
            self.confirm_shown.emit()

    def refresh_day(self) -> None:
        """Read the start page again if it is seen: the day is another, or its figures are."""
        page = self._pages.asked()
        if not self._is_away and isinstance(page, ProviderPage):
            page.refresh()

    def leave(self) -> None:
        """Another section is shown now: nothing here may take the keyboard or look up
        automatically.
        """
        self._is_away = True
        if self._shown is not None:
            self._shown.leave()

    def keep(self) -> object:
        """Return the state of the current page beside the flow."""
        return self._pages.asked().keep()

    def resume(self, kept: object) -> None:
        """Show the step as it was shown before the wizard was built anew."""
        self._pages.asked().resume(kept)

    def restart(self) -> None:
        """Begin a new payment."""
        if not self.flow.sending:
            self.flow.restart()
            self.show_step()

    def look_up(self, provider: Provider, account_id: str, values: Values = NO_VALUES) -> None:
        """Begin a new payment for a known customer, and look the customer up at once."""
        if self.flow.sending:
            return
        self.flow.restart()
        self._look_up_recent(provider, account_id, values)

    def pay_again(self, provider: Provider, payment: Payment) -> None:
        """Begin a payment of the bill that the service took back, for the same customer."""
        if self.flow.sending:
            return
        self.flow.restart()
        values = entered_before(provider, payment.order.entries)
        self._look_up_recent(provider, payment.order.account_id, values)
        self.flow.instead_of = payment

    def shows(self, payment: Payment) -> bool:
        """The result page is about this payment."""
        return self.flow.step is Step.RESULT and self._pages.result.shows(payment)

    def _payments_changed(self, change: PaymentsChanged) -> None:
        """Show what concerns the page of this step."""
        if change.cause is Cause.REPLACED:
            self.restart()
        elif change.cause is not Cause.SENT:
            if self.flow.step is Step.CONFIRM and not self._is_away:
                self._pages.confirm.take_change(change)
            for payment in change.payments:
                if self.shows(payment) and self._pages.result.take_change(payment):
                    # An Enter that was meant for what stood there before must not act.
                    self.page_shown.emit(self._pages.result.enter_pause_ms)
            if change.cause is Cause.CHECKED_AUTOMATICALLY and self.flow.step is Step.RESULT:
                self._pages.result.refresh_check()
            if change.settles:
                self.refresh_day()

    @property
    def is_taking_cash(self) -> bool:
        """Cash is on the counter, or on its way to it."""
        return self.flow.step is Step.CONFIRM

    def take_scan(self, text: str) -> bool:
        """Take a bar code as the account of a customer; False on a page that asks for none.

        On the first page it is one of the company that was asked last.
        """
        match self.flow.step:
            case Step.PROVIDER:
                return self._pages.provider.take_scan(text)
            case Step.CUSTOMER:
                return self._pages.customer.take_scan(text)
            case Step.CONFIRM:
                # Confirm says it beside the cash.
                return True
            case _:
                return False

    def show_scan(self) -> None:
        """An Enter was dropped because a scanner sent it: say so where cash is typed."""
        if self.flow.step is Step.CONFIRM:
            self._pages.confirm.show_scan()

    def _move(self) -> None:
        if self._is_away:
            # The step is shown when a person comes back.
            return
        self.show_step()

    def _look_up_recent(self, provider: Provider, account_id: str, values: Values) -> None:
        self.flow.choose_provider(provider)
        self.flow.enter_known(account_id, values)
        self.show_step()
        self._pages.customer.look_up()

    def _look_up_again(self) -> None:
        while self.flow.step > Step.CUSTOMER and self.flow.back():
            pass
        self.show_step()
        self._pages.customer.look_up()

    def _finish(self, same_customer: bool) -> None:
        self.flow.restart(same_customer=same_customer)
        self.show_step()
        if same_customer:
            self._pages.customer.look_up()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The steps begin where the page below them does."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        side = side_margin(self.width(), self._context.theme.metrics.padding)
        self._top.setContentsMargins(side, 0, side, 0)
