"""The fields beside the account id, with what this customer gave and paid the last time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.core.billing.forms import AmountEntry
from desktop_app.ui.wizard.form_panel import FormPanel
from desktop_app.ui.wizard.last_amounts import LastAmounts

if TYPE_CHECKING:
    from desktop_app.core.billing.provider import Provider
    from desktop_app.core.customers import KnownAccount
    from desktop_app.core.money import Money
    from desktop_app.core.payment_flow import Flow
    from desktop_app.ui.runtime.context import AppContext


class MoreFields(QWidget):
    """Puts what is typed or picked into the flow; ``changed`` tells that it has."""

    changed = Signal()

    def __init__(self, context: AppContext, flow: Flow, page: QWidget) -> None:
        super().__init__()
        self._flow = flow
        self.form = FormPanel(context.theme, "customer.field")
        self.form.edited.connect(self._typed)
        self._last = LastAmounts(context, page, "customer")
        self._last.chosen.connect(self._take_amount)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.metrics.gap // 2)
        column.addWidget(self.form)
        column.addWidget(self._last)
        self.hide()

    def show_provider(self, provider: Provider) -> None:
        """Show the fields that this company asks for, with what is entered in them."""
        self.form.show_fields(provider.info.fields[1:])
        self.setVisible(len(provider.info.fields) > 1)
        self._show_values()

    def propose(self, known: KnownAccount | None) -> None:
        """Fill in what this customer gave the last time, and show what was paid then."""
        provider = self._flow.provider
        if provider is None:
            return
        if known is not None and not self._flow.is_looking_up:
            self._flow.entries.propose(self._flow.fields, known.entry)
        self._show_values()
        amounts = [one.limits for one in provider.info.fields if isinstance(one, AmountEntry)]
        limits = amounts[0] if amounts else None
        self._last.show_for(provider, known.key if known else None, limits)

    def _show_values(self) -> None:
        entries = self._flow.entries
        self.form.set_values(entries.values, entries.is_proposed)

    def _typed(self, name: str, text: str) -> None:
        self._flow.type(text, name)
        self.changed.emit()

    def _take_amount(self, amount: Money) -> None:
        """Enter an amount of before; the clerk still presses Enter."""
        provider = self._flow.provider
        if provider is None or self._flow.is_looking_up:
            return
        for one in provider.info.fields:
            if isinstance(one, AmountEntry):
                self._flow.type(str(amount.decimal), one.name)
                self._show_values()
                self.changed.emit()
                self.form.focus(one.name)
