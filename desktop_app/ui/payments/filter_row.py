"""The filters of the payments: dates, company, state and how it was paid."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from desktop_app.core.payments.payment import PaymentState
from desktop_app.core.payments.search import PaymentFilter, SearchOrder
from desktop_app.core.tenders import TenderKind
from desktop_app.formatting.periods import Period, days_of, is_known, period_name
from desktop_app.ui.texts.labels import state_word
from desktop_app.ui.texts.tenders import tender_word
from desktop_app.ui.widgets import IconButton, Select
from desktop_app.ui.widgets.paint import literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date, datetime

    from desktop_app.core.billing.provider import ProviderInfo
    from desktop_app.core.settings import Language
    from desktop_app.ui.theme import Theme

_STATES = (
    (PaymentState.PAID,),
    (PaymentState.WAITING, PaymentState.SENDING),
    (PaymentState.REVIEW,),
    (PaymentState.NOT_PAID,),
)

_WITH_TWO = 2
"""Items where there is one operator: all, and that one."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is chosen in the filters; ``period`` is None for the day that is shown."""

    period: Period | None = None
    provider: str | None = None
    state: PaymentState | None = None
    operator: str | None = None
    tender: TenderKind | None = None
    order: SearchOrder = SearchOrder.NEWEST_FIRST

    def filter(
        self, words: str, day: tuple[datetime, datetime], midnight: datetime, today: date
    ) -> PaymentFilter:
        """Which payments are wanted. Words are looked for on all days where none are chosen."""
        since, until = (None, None) if words else day
        if self.period is not None:
            since = until = None
            if (span := days_of(self.period, today)) is not None:
                since, until = (midnight + (one - today) for one in span)
        states = next((of for of in _STATES if of[0] is self.state), ())
        return PaymentFilter(
            words, since, until, self.provider, frozenset(states), self.operator, self.tender
        )


NOTHING = Chosen()


class FilterRow(QWidget):
    """``changed`` tells that a person chose something else."""

    changed = Signal()

    def __init__(self, theme: Theme, language: Language, today: date) -> None:
        super().__init__()
        self._language, self._today, self._compact = language, today, theme.compact
        high = 30 if theme.compact else 40

        def select(spoken: str, name: str) -> Select:
            made = Select(theme, spoken, height=high, name=name)
            made.activated.connect(self._tell)
            return made

        self._period = select(self.tr("Dates"), "payments.filter.dates")
        self._provider = select(self.tr("Company"), "payments.filter.company")
        self._state = select(self.tr("State"), "payments.filter.state")
        self._operator = select(self.tr("Operator"), "payments.filter.operator")
        self._tender = select(self.tr("Paid with"), "payments.filter.tender")
        self._order = select(self.tr("Order"), "payments.filter.order")
        self._clear = _clear_button(theme, self.tr("Clear filters"), high)
        self._clear.clicked.connect(self._clear_all)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        filters = (self._period, self._provider, self._state, self._operator, self._tender)
        self._parts = (*filters, self._order)
        for part in self._parts:
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self._clear)
        self._fill()
        self.clear()

    def chosen(self) -> Chosen:
        """What is chosen now."""
        # Qt keeps of a value only its text.
        period, state, tender = (
            part.currentData() for part in (self._period, self._state, self._tender)
        )
        return Chosen(
            Period(period) if period else None,
            self._provider.currentData(),
            PaymentState(state) if state else None,
            self._operator.currentData(),
            TenderKind(tender) if tender else None,
            SearchOrder(self._order.currentData()),
        )

    def clear(self) -> None:
        """Nothing is chosen."""
        for part in self._parts:
            part.setCurrentIndex(0)
        self._clear.hide()

    def show_days(self) -> None:
        """No dates are chosen but the day that is shown; all else is kept."""
        self._period.setCurrentIndex(0)
        self._clear.setVisible(self.chosen() != NOTHING)

    def dates_text(self) -> str:
        """The dates that are chosen."""
        chosen = self._period.currentData()
        return self.tr("All dates") if chosen is None else self._period.currentText()

    def set_choices(
        self, today: date, infos: Iterable[ProviderInfo], operators: Iterable[str]
    ) -> None:
        """What there is to choose from; each choice is kept."""
        if today != self._today:
            self._today = today
            _offer(self._period, self._periods())
        _offer(self._provider, [(info.name, info.slug) for info in infos])
        self.set_operators(operators)

    def set_operators(self, operators: Iterable[str]) -> None:
        """Who took cash, beside those that are known already."""
        known = {self._operator.itemData(n) for n in range(1, self._operator.count())}
        _offer(self._operator, [(name, name) for name in sorted(known | set(operators)) if name])
        # Where one clerk took all the cash there is nothing to choose.
        self._operator.setVisible(self._operator.count() > _WITH_TWO)

    def _fill(self) -> None:
        self._period.addItem(self.tr("Day by day"), None)
        _offer(self._period, self._periods())
        self._provider.addItem(self._provider.accessibleName(), None)
        self._state.addItem(self._state.accessibleName(), None)
        _offer(self._state, [(state_word(one[0]), one[0]) for one in _STATES])
        self._operator.addItem(self._operator.accessibleName(), None)
        self._operator.hide()
        self._tender.addItem(self._tender.accessibleName(), None)
        orders = {
            SearchOrder.NEWEST_FIRST: self.tr("Newest first"),
            SearchOrder.OLDEST_FIRST: self.tr("Oldest first"),
            SearchOrder.LARGEST_FIRST: self.tr("Largest first"),
            SearchOrder.SMALLEST_FIRST: self.tr("Smallest first"),
        }
        for order, words in orders.items():
            self._order.addItem(words, order)
        _offer(self._tender, [(tender_word(kind), kind) for kind in TenderKind])

    def _periods(self) -> list[tuple[str, Period]]:
        names = {
            Period.TODAY: self.tr("Today"),
            Period.YESTERDAY: self.tr("Yesterday"),
            Period.WEEK: self.tr("This week"),
            Period.MONTH: self.tr("This month"),
            Period.LAST_MONTH: self.tr("Last month"),
            Period.FISCAL_YEAR: self.tr("This fiscal year"),
            Period.AD_MONTH: self.tr("This month"),
            Period.AD_LAST_MONTH: self.tr("Last month"),
            Period.ALL: self.tr("All dates"),
        }
        made = []
        for period in Period:
            if is_known(period, self._today):
                name = period_name(period, self._today, self._language)
                words = f"{names[period]}: {name}" if name else names[period]
                made.append((name if name and self._compact else words, period))
        return made

    def _clear_all(self) -> None:
        # The button goes, and the keyboard must stay on the page.
        self._period.setFocus(Qt.FocusReason.OtherFocusReason)
        self.clear()
        self.changed.emit()

    def _tell(self) -> None:
        self._clear.setVisible(self.chosen() != NOTHING)
        self.changed.emit()


def _clear_button(theme: Theme, words: str, high: int) -> QAbstractButton:
    """Seven controls in a row leave room for its sign alone."""
    button = IconButton(theme, "x", words, size=theme.scaled(high), name="payments.filter.clear")
    button.setToolTip(literal(words))
    return button


def _offer(select: Select, choices: Sequence[tuple[str, object]]) -> None:
    """Put these behind the first item, which stands for all; the choice is kept."""
    if [value for _, value in choices] == [
        select.itemData(number) for number in range(1, select.count())
    ]:
        return
    kept = select.currentData()
    while select.count() > 1:
        select.removeItem(1)
    for words, value in choices:
        select.addItem(words, value)
    select.setCurrentIndex(0 if kept is None else max(0, select.findData(kept)))
