"""The sections beside the wizard, each built when it is first gone to."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from desktop_app.ui.widgets.discard import discard
from desktop_app.ui.widgets.page_turn import page_turn

if TYPE_CHECKING:
    from desktop_app.core.environment import Environment
    from desktop_app.core.payments.payment import Payment
    from desktop_app.ui.kit.section import Section
    from desktop_app.ui.payments.kept_page import KeptPage
    from desktop_app.ui.payments.payments_page import PaymentsPage
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.wizard.wizard import Wizard


class Sections(QStackedWidget):
    """Holds the wizard and the other sections by the ids of their rail items.

    The first paint waits for none but the wizard.
    """

    new_payment = Signal()
    payment_goes_on = Signal()
    """What a payment was left for is done."""
    pay_again = Signal(object, object)
    """A provider, and a payment that the service took back: its bill is to be paid again."""
    wanted = Signal(str)
    """Another section is to be shown, by its id."""
    payment_chosen = Signal(object)
    """A payment is to be shown in the list of its day."""
    customer_chosen = Signal(object, str, object)
    """A provider, an account id and what else was entered for it: it is to be paid for."""

    def __init__(self, context: AppContext, wizard: Wizard) -> None:
        super().__init__()
        self._context = context
        self._pages: dict[str, Wizard | Section] = {"payment": wizard}
        self.addWidget(wizard)

    def page(self, item: str) -> Wizard | Section:
        """Return a section, built when it is first asked for."""
        page = self._pages.get(item)
        if page is None:
            page = self._pages[item] = self._make(item)
            self.addWidget(page)
        return page

    def show_payment(self, payment: Payment) -> None:
        """Point to a payment in the list of its day, where that list is shown."""
        from desktop_app.ui.payments.payments_page import PaymentsPage

        page = self.currentWidget()
        if isinstance(page, PaymentsPage):
            page.show_payment(payment)

    def search_payments(self, text: str) -> None:
        """Search for the payment of a scanned paper, where the list of payments is shown."""
        from desktop_app.ui.payments.payments_page import PaymentsPage

        page = self.currentWidget()
        if isinstance(page, PaymentsPage):
            page.take_scan(text)

    def count_cash(self) -> None:
        """Begin to count the drawer's cash, where Day close is shown."""
        from desktop_app.ui.shift.day_page import DayPage

        page = self.currentWidget()
        if isinstance(page, DayPage):
            page.count_cash()

    def _make(self, item: str) -> Section:
        if item == "waiting":
            from desktop_app.ui.waiting.waiting_page import WaitingPage

            waiting = WaitingPage(self._context)
            waiting.new_payment.connect(self.new_payment)
            waiting.pay_again.connect(self.pay_again)
            return waiting
        if item == "customers":
            from desktop_app.ui.customers.customers_page import CustomersPage

            customers = CustomersPage(self._context)
            customers.chosen.connect(self.customer_chosen)
            return customers
        if item == "payments":
            return self._make_payments()
        if item == "dayclose":
            from desktop_app.ui.shift.day_page import DayPage

            day = DayPage(self._context)
            day.payment_goes_on.connect(self.payment_goes_on)
            day.credit_wanted.connect(partial(self.wanted.emit, "credit"))
            return day
        if item == "credit":
            from desktop_app.ui.shift.credit_page import CreditPage

            credit = CreditPage(self._context)
            credit.left.connect(partial(self.wanted.emit, "dayclose"))
            credit.payment_chosen.connect(self.payment_chosen)
            credit.commission_wanted.connect(partial(self.wanted.emit, "commission"))
            return credit
        if item == "commission":
            from desktop_app.ui.shift.commission_page import CommissionPage

            commission = CommissionPage(self._context)
            commission.left.connect(partial(self.wanted.emit, "credit"))
            return commission
        from desktop_app.ui.settings.settings_page import SettingsPage

        settings = SettingsPage(self._context)
        settings.about_requested.connect(self._show_about)
        return settings

    def _make_payments(self, shown: Environment | None = None) -> PaymentsPage:
        from desktop_app.ui.payments.payments_page import PaymentsPage

        page = PaymentsPage(self._context, shown)
        page.record_wanted.connect(self._show_record)
        return page

    def _show_record(self, kept: KeptPage) -> None:
        """Show the payments of another environment, or again those of the one in force."""
        layout = self.layout()
        old, page = self._pages["payments"], self._make_payments(kept.environment)
        self._pages["payments"] = page
        self.addWidget(page)
        with page_turn(old):
            self.setCurrentWidget(page)
            if layout is not None:
                discard(layout, old)
            page.begin(kept)

    def _show_about(self) -> None:
        from desktop_app.ui.help.about_page import AboutPage

        AboutPage(self._context, self.window()).open()
