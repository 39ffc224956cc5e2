"""The figures of today so far. Reading changes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.clock import AND_LATER
from desktop_app.core.shifts.figures import Figures, Sum, cash_of, figures_of
from desktop_app.formatting.dates import bs_text_with_weekday, local
from desktop_app.formatting.numbers import receipt_number
from desktop_app.ui.kit.section import Section
from desktop_app.ui.runtime.changes import Cause, PaymentsChanged
from desktop_app.ui.shift.panels import CashPanel, RowsPanel, ShareTable
from desktop_app.ui.texts.money import rupees
from desktop_app.ui.texts.problems import problem_sentence
from desktop_app.ui.widgets import Banner, BannerKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.core.billing.provider import Provider
    from desktop_app.core.payments.ports import Ledger
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result


@dataclass(frozen=True, slots=True)
class _Today:
    """The page's data, read on a worker. ``held`` and ``owed`` are of earlier days."""

    figures: Figures
    held: Sum
    owed: Sum
    providers: Mapping[str, Provider]


class DayPage(Section):
    """Cash taken for bills and what it consists of, by provider and by operator."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context, "dayclose", self.tr("Day close"), self.tr("so far today"))
        self._job = 0
        context.changes.changed.connect(self._payments_changed)
        theme = self.theme
        self._trouble = Banner(theme, BannerKind.CAUTION, "", name="dayclose.trouble")
        self._trouble.hide()
        self._cash = CashPanel(theme)
        self._providers = ShareTable(
            theme, self.tr("Provider"), self.tr("All providers"), "dayclose.providers"
        )
        self._operators = ShareTable(
            theme, self.tr("Operator"), self.tr("All operators"), "dayclose.operators"
        )
        self._rows = RowsPanel(theme, "dayclose.rows")
        self._whole = QWidget()
        row = QHBoxLayout(self._whole)
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
        self._whole.hide()
        self.body.addWidget(self._trouble)
        self.body.addWidget(self._whole, 1)
        self.body.addStretch(0)

    def enter(self) -> None:
        """Read again, and take the keyboard from the place before."""
        super().enter()
        self.focus_title()

    def refresh(self) -> None:
        """Read the day again."""
        clock, catalog = self.context.clock, self.context.catalog

        def load(ledger: Ledger) -> _Today:
            since = clock.start_of_day()
            until = since + AND_LATER
            return _Today(
                figures=figures_of(
                    ledger.between(since, until),
                    ledger.returned_between(since, until),
                    since,
                    until,
                ),
                held=cash_of(p for p in ledger.open_payments() if p.recorded_at < since),
                owed=cash_of(p for p in ledger.cash_to_return() if p.recorded_at < since),
                providers={p.info.slug: p for p in catalog.providers()},
            )

        self.context.tasks.cancel(self._job)
        self._job = self.context.tasks.read(
            self.context.ledger_job("read the day", load), self._take
        )

    def _payments_changed(self, change: PaymentsChanged) -> None:
        """Read the day again while it is seen; a paper changes no figure."""
        if self.isVisible() and change.cause is not Cause.PRINTED:
            self.refresh()

    def _take(self, done: Result[_Today]) -> None:
        self._trouble.setVisible(done.error is not None)
        if done.value is None:
            if done.error is not None:
                sentence = problem_sentence(done.error)
                self._trouble.set_text(sentence.what, sentence.advice)
            return
        day = local(self.context.clock.now()).date()
        date = bs_text_with_weekday(day, self.context.session.settings.language)
        self.remark.setText(f"{self.tr('so far today')} · {date}")
        today = done.value
        self._cash.show_figures(today.figures)
        self._providers.show_shares(today.figures.providers, today.providers)
        self._operators.show_shares(today.figures.operators, None)
        self._rows.show_rows(self._facts(today))
        self._whole.show()

    def _facts(self, today: _Today) -> list[tuple[str, str, str]]:
        figures = today.figures
        receipts = "—"
        if figures.receipts is not None:
            first, last = (receipt_number(payment) for payment in figures.receipts)
            until = last.short if last.series == first.series else last.text
            receipts = first.text if first == last else f"{first.text} – {until}"
        balance = self.context.session.balance
        facts = [
            ("receipts", self.tr("Receipts"), receipts),
            ("returned", self.tr("Cash given back today"), _sum_text(figures.returned)),
            ("held", self.tr("Waiting from earlier days"), _sum_text(today.held)),
            ("owed", self.tr("To give back from earlier days"), _sum_text(today.owed)),
        ]
        if balance is not None:
            facts.append(("balance", self.tr("Balance at the service"), rupees(balance)))
        return facts


def _sum_text(found: Sum) -> str:
    return f"{found.count} · {found.total}" if found.count else "—"
