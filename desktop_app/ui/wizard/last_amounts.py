"""What this customer paid the last times: amounts to choose from where one is to be entered."""

from __future__ import annotations

from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.core.customers import last_amounts
from desktop_app.core.money import Money
from desktop_app.ui.kit.keyboard import on_alt_digit
from desktop_app.ui.texts.money import cash_text
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import PlainLabel, QuickAmount

if TYPE_CHECKING:
    from desktop_app.core.billing.account_key import AccountKey
    from desktop_app.core.billing.accounts import AmountLimits
    from desktop_app.core.billing.provider import Provider
    from desktop_app.core.payments.ports import Ledger
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result

_MOST = 3
_HOW_LONG = timedelta(days=400)
"""A customer who pays once a year still finds the amount of the last time."""


class LastAmounts(QWidget):
    """A row of amounts, each with its key; hidden where there is none.

    They are those of one account: nothing is proposed until it is known whose they are.
    """

    chosen = Signal(Money)

    def __init__(self, context: AppContext, page: QWidget, name: str) -> None:
        super().__init__()
        self._context, self._name = context, name
        self._job = 0
        self._asked: tuple[str, AccountKey, AmountLimits] | None = None
        self._amounts: tuple[Money, ...] = ()
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for number in range(_MOST):
            on_alt_digit(page, number + 1, lambda digit: self._take(digit - 1))
        self.hide()

    @cached_property
    def _buttons(self) -> list[QuickAmount]:
        """The row, made for the first amounts: few companies take one that the customer names."""
        theme, made = self._context.theme, []
        self._row.addWidget(
            PlainLabel(theme, self.tr("Paid the last times"), TextRole.LABEL, "text2")
        )
        for number in range(_MOST):
            button = QuickAmount(theme, "", "", name=f"{self._name}.last{number}")
            button.clicked.connect(lambda _=False, at=number: self._take(at))
            button.setMaximumWidth(theme.scaled(150))
            self._row.addWidget(button)
            made.append(button)
        self._row.addStretch(1)
        return made

    def show_for(
        self, provider: Provider, customer: AccountKey | None, limits: AmountLimits | None
    ) -> None:
        """Show what this customer paid, as far as it may be paid again."""
        if limits is None or customer is None:
            self._asked = None
            self._show(())
            return
        asked = (provider.info.slug, customer, limits)
        if self._asked == asked:
            self.setVisible(bool(self._amounts))
            return
        self._asked = asked
        self._show(())
        clock = self._context.clock

        def load(ledger: Ledger) -> tuple[Money, ...]:
            paid = ledger.paid_since(customer, clock.now() - _HOW_LONG)
            amounts = (p.order.amount for p in paid if p.order.provider == provider.info.slug)
            return last_amounts(amounts, limits, _MOST)

        self._context.tasks.cancel(self._job)
        self._job = self._context.tasks.read(
            self._context.ledger_job("read the last amounts", load), self._loaded
        )

    def _loaded(self, done: Result[tuple[Money, ...]]) -> None:
        self._context.session.report(done.error)
        if self._asked is not None:
            self._show(done.value or ())

    def _show(self, amounts: tuple[Money, ...]) -> None:
        self._amounts = amounts
        for number, button in enumerate(self._buttons if amounts else ()):
            button.setVisible(number < len(amounts))
            if number < len(amounts):
                button.setText(cash_text(amounts[number]))
                button.set_hint(f"Alt {number + 1}")
        self.setVisible(bool(amounts))

    def _take(self, number: int) -> None:
        if self.isVisible() and number < len(self._amounts):
            self.chosen.emit(self._amounts[number])
