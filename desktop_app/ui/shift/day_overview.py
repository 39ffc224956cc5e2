"""The figures of today so far: the cash, its shares, and the facts beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.environment import Environment
from desktop_app.ui.shift.day_facts import Today, day_facts
from desktop_app.ui.shift.panels import CashPanel, RowsPanel, ShareTable

if TYPE_CHECKING:
    from desktop_app.ui.runtime.context import AppContext


class DayOverview(QWidget):
    """Cash taken for bills and what it consists of, by provider and by operator."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._today: Today | None = None
        context.session.forecast_changed.connect(self._show_facts)
        theme = context.theme
        self._cash = CashPanel(theme)
        self._providers = ShareTable(
            theme, self.tr("Provider"), self.tr("All providers"), "dayclose.providers"
        )
        self._operators = ShareTable(
            theme, self.tr("Operator"), self.tr("All operators"), "dayclose.operators"
        )
        self._rows = RowsPanel(theme, "dayclose.rows")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.metrics.gap)
        for parts, share in (
            ((self._cash,), 31),
            ((self._providers, self._operators), 35),
            ((self._rows,), 34),
        ):
            column = QVBoxLayout()
            column.setSpacing(theme.metrics.gap)
            for part in parts:
                column.addWidget(part)
            column.addStretch(1)
            row.addLayout(column, share)

    def show_day(self, today: Today) -> None:
        """Show what was read."""
        self._cash.show_figures(today.figures)
        self._providers.show_shares(today.figures.providers, today.providers)
        self._operators.show_shares(today.figures.operators, None)
        self._today = today
        self._show_facts()

    def _show_facts(self) -> None:
        """Show the facts; again once it is known how long the balance lasts."""
        session, now = self._context.session, self._context.clock.now()
        if self._today is None:
            return
        until = None if session.environment is Environment.PRACTICE else session.lasts_until
        facts = day_facts(self._today, session.balance, until, now, session.settings.language)
        self._rows.show_rows(facts)
        self._rows.show_only({name for name, _, _ in facts})
