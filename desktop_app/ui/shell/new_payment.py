"""Begins a new payment: by F2, for a known customer, or of a bill that came back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.core.billing.forms import Values
    from desktop_app.core.billing.provider import Provider
    from desktop_app.core.payment_flow import Flow
    from desktop_app.core.payments.payment import Payment
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.wizard.wizard import Wizard


class NewPayment(QObject):
    """Asks before a payment that was not sent is dropped; while one is sent, begins nothing."""

    wizard_wanted = Signal()
    """A payment begins: the wizard is to be shown."""

    def __init__(self, context: AppContext, flow: Flow, wizard: Wizard) -> None:
        super().__init__(wizard)
        self._context = context
        self._flow = flow
        self._wizard = wizard

    def restart(self) -> None:
        """Begin an empty one in the wizard, which is shown."""
        self._unless_dropped(self._wizard.restart)

    def pay_for(self, provider: Provider, account_id: str, values: Values) -> None:
        """Begin one for a known customer."""
        self._unless_dropped(
            partial(self._in_wizard, self._wizard.look_up, provider, account_id, values)
        )

    def pay_again(self, provider: Provider, payment: Payment) -> None:
        """Begin one of the bill that the service took back."""
        self._unless_dropped(partial(self._in_wizard, self._wizard.pay_again, provider, payment))

    def _in_wizard(self, begin: Callable[..., None], *of: object) -> None:
        self.wizard_wanted.emit()
        begin(*of)

    def _unless_dropped(self, begin: Callable[[], None]) -> None:
        if self._flow.sending:
            return
        if self._flow.is_under_way:
            self._ask(begin)
        else:
            begin()

    def _ask(self, begin: Callable[[], None]) -> None:
        """Ask before an unsent payment is dropped: its cash may be on the counter."""
        from desktop_app.ui.kit.confirm_dialog import Ask

        ask = Ask(
            self._context.theme,
            self._wizard.window(),
            self.tr("Begin a new payment?"),
            self.tr("The payment on the screen has not been sent. Give back any cash for it."),
            yes=self.tr("New payment"),
            no=self.tr("Go on with this one"),
        )
        ask.accepted.connect(begin)
        ask.open()
