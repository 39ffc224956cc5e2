"""The page of the owner's limits: when the program warns and asks, and when the shop complains."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.core.money import Money
from desktop_app.ui.settings.option_page import OptionPage
from desktop_app.ui.setup_forms.rows import OptionRow, add_rows, segment_height
from desktop_app.ui.texts.money import rupees
from desktop_app.ui.widgets import Select, Toggle

if TYPE_CHECKING:
    from desktop_app.core.settings import Settings
    from desktop_app.ui.runtime.context import AppContext

_BALANCES = tuple(Money.rupees(n) for n in (1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000))
_DAYS = (1, 2, 3, 4, 5, 7, 10)


class LimitsPage(OptionPage):
    """Limits that act at once. A value that another program set is offered as well."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context, "limits")
        theme = context.theme
        self._balance = self._select(self.tr("Warn of a low balance"), "settings.warn_below")
        self._within = self._select(
            self.tr("Complaint: only the service has it"), "settings.complain_within"
        )
        self._between = self._select(
            self.tr("Complaint: it was passed on"), "settings.complain_between"
        )
        self._opening = Toggle(
            theme, self.tr("Ask for the opening cash"), name="settings.asks_opening_cash"
        )
        self._opening.clicked.connect(self.edited)
        rows = [
            OptionRow(
                theme,
                self._balance.accessibleName(),
                self._balance,
                self.tr("The balance at the service is marked when it is below"),
            ),
            OptionRow(
                theme,
                self._within.accessibleName(),
                self._within,
                self.tr("No outcome, and the company is not known to have the payment"),
            ),
            OptionRow(
                theme,
                self._between.accessibleName(),
                self._between,
                self.tr("No outcome, and the service has taken the payment on"),
            ),
            OptionRow(
                theme,
                self._opening.accessibleName(),
                self._opening,
                self.tr("Before the first cash of a day is taken"),
            ),
        ]
        add_rows(self.form, theme, rows)
        self.form.addStretch(1)

    def _select(self, words: str, name: str) -> Select:
        select = Select(self.theme, words, height=segment_height(self.theme), name=name)
        select.activated.connect(self.edited)
        return select

    def load(self, settings: Settings) -> None:
        """Show these settings."""
        balances = sorted({*_BALANCES, settings.warn_below})
        _offer(self._balance, {one.paisa: rupees(one) for one in balances})
        _choose(self._balance, settings.warn_below.paisa)
        for select, days in (
            (self._within, settings.complain_within),
            (self._between, settings.complain_between),
        ):
            _offer(select, {one: self._after(one) for one in sorted({*_DAYS, days})})
            _choose(select, days)
        self._opening.setChecked(settings.asks_opening_cash)

    def _after(self, days: int) -> str:
        return self.tr("after %n working day(s)", "", days)

    def save(self, settings: Settings) -> Settings:
        """These settings with what is chosen."""
        return replace(
            settings,
            warn_below=Money(self._balance.currentData()),
            complain_within=self._within.currentData(),
            complain_between=self._between.currentData(),
            asks_opening_cash=self._opening.isChecked(),
        )

    def take_focus(self) -> None:
        """Focus the first limit."""
        self._balance.setFocus()


def _offer(select: Select, choices: dict[int, str]) -> None:
    select.clear()
    for value, words in choices.items():
        select.addItem(words, value)


def _choose(select: Select, value: int) -> None:
    select.setCurrentIndex(select.findData(value))
