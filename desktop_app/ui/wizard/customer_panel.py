"""The panel beside the field with a customer's earlier data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout

from desktop_app.core.customers import KnownAccount, days_left
from desktop_app.formatting.dates import bs_text, local
from desktop_app.ui.texts.money import rupees
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import KeyValueList, Panel, PlainLabel, RowText

if TYPE_CHECKING:
    from desktop_app.ui.runtime.context import AppContext


class CustomerPanel(Panel):
    """Name, days left, and what was paid here last."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context.theme, name="customer.known")
        self._context = context
        theme = context.theme
        self.setFixedWidth(theme.scaled(340))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Maximum)
        self._name = PlainLabel(theme, "", TextRole.HEADING, wrap=True)
        self._id = PlainLabel(theme, "", TextRole.LABEL, "text2", wrap=True)
        self._rows = KeyValueList(theme)
        self._last_head = PlainLabel(theme, self.tr("Paid last time"), TextRole.BODY, "text2")
        self._last = PlainLabel(theme, "", TextRole.STRONG, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 18)
        column.setSpacing(2)
        column.addWidget(self._name)
        column.addWidget(self._id)
        column.addSpacing(6)
        column.addWidget(self._rows)
        column.addSpacing(6)
        column.addWidget(self._last_head)
        column.addWidget(self._last)

    def show_account(self, known: KnownAccount | None) -> None:
        """Show one, or nothing."""
        self.setVisible(known is not None)
        if known is None:
            return
        self._name.setText(known.customer_name or known.account_id)
        parts = [known.account_id]
        if known.branch:
            parts.append(self.tr("{branch} branch").format(branch=known.branch))
        self._id.setText(" · ".join(parts))
        self._rows.show_texts(self._facts(known), opposite=True)
        self._last.setText(known.last_offer)
        for part in (self._last_head, self._last):
            part.setVisible(bool(known.last_offer))

    def _facts(self, known: KnownAccount) -> list[RowText]:
        left = days_left(known, self._context.clock.now())
        facts = [] if left is None else [RowText(self.tr("Days left"), str(left))]
        if known.held_payments:
            facts.append(
                RowText(self.tr("Waiting"), self.tr("%n payment(s)", "", known.held_payments))
            )
        if known.paid_times or not known.held_payments:
            facts.append(RowText(self.tr("Paid here"), self.tr("%n time(s)", "", known.paid_times)))
        if known.last_paid_at is not None:
            day = local(known.last_paid_at).date()
            language = self._context.session.settings.language
            facts.append(RowText(self.tr("Last payment"), bs_text(day, language)))
        if known.last_amount is not None:
            facts.append(RowText(self.tr("Amount"), rupees(known.last_amount)))
        return facts
