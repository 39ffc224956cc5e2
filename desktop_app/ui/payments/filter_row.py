"""The filters of the payments: environment, dates, company, state and how it was paid."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import Qt, Signal

from desktop_app.core.environment import Environment
from desktop_app.core.payments.payment import PaymentState
from desktop_app.core.payments.search import PaymentFilter, SearchOrder
from desktop_app.core.tenders import TenderKind
from desktop_app.formatting.periods import Period, days_of, is_known, period_name
from desktop_app.ui.payments.record_select import RecordSelect
from desktop_app.ui.texts.environments import environment_word
from desktop_app.ui.texts.labels import state_word
from desktop_app.ui.texts.tenders import tender_word
from desktop_app.ui.widgets import IconButton, Select
from desktop_app.ui.widgets.paint import literal
from desktop_app.ui.widgets.select_row import SelectRow

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import date, datetime

    from PySide6.QtWidgets import QAbstractButton

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

KeptFilters: TypeAlias = "tuple[tuple[object, str], ...]"
"""The value and the words that each of the filters stands at."""


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


class FilterRow(SelectRow):
    """``changed`` tells that a person chose something else."""

    changed = Signal()
    environment_wanted = Signal(object)
    """A person wants the record of this environment. ``home`` is the one in force."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        today: date,
        *,
        shown: Environment,
        home: Environment,
    ) -> None:
        super().__init__()
        self._shown, self._home = shown, home
        self._language, self._today, self._compact = language, today, theme.compact
        high = 30 if theme.compact else 40

        def select(spoken: str, name: str) -> Select:
            return Select(theme, spoken, height=high, name=f"payments.filter.{name}")

        self._environment = RecordSelect(
            theme, self.tr("Environment"), height=high, name="payments.filter.environment"
        )
        self._period = select(self.tr("Dates"), "dates")
        self._provider = select(self.tr("Company"), "company")
        self._state = select(self.tr("State"), "state")
        self._operator = select(self.tr("Operator"), "operator")
        self._tender = select(self.tr("Paid with"), "tender")
        self._order = select(self.tr("Order"), "order")
        self._clear = _clear_button(theme, self.tr("Clear filters"), high)
        filters = (self._period, self._provider, self._state, self._operator, self._tender)
        self._parts = (*filters, self._order)
        self.add_selects((self._environment, *self._parts))
        self.add_last(self._clear)
        self._environment.activated.connect(self._want)
        for part in self._parts:
            part.activated.connect(self._tell)
        self._clear.clicked.connect(self._clear_all)
        self._fill()
        self._offer_records(dict.fromkeys((home, shown)))
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
        """Nothing is chosen; whose record is shown stays."""
        for part in self._parts:
            part.setCurrentIndex(0)
        self._show_clear()

    def keep(self) -> KeptFilters:
        """Return what is chosen, for the filters that take the place of these."""
        return tuple((part.currentData(), part.currentText()) for part in self._parts)

    def resume(self, kept: KeptFilters) -> None:
        """Choose the same again; what there is to choose from may be read later."""
        for part, (value, words) in zip(self._parts, kept, strict=False):
            if value is not None and part.findData(value) < 0:
                part.addItem(words, value)
            part.setCurrentIndex(0 if value is None else part.findData(value))
        self._show_clear()
        self._show_operators()

    def take_keyboard(self) -> None:
        """Give it to the choice of the environment."""
        self._environment.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_days(self) -> None:
        """No dates are chosen but the day that is shown; all else is kept."""
        self._period.setCurrentIndex(0)
        self._show_clear()

    def dates_text(self) -> str:
        """The dates that are chosen."""
        chosen = self._period.currentData()
        return self.tr("All dates") if chosen is None else self._period.currentText()

    def set_choices(
        self,
        today: date,
        infos: Iterable[ProviderInfo],
        operators: Iterable[str],
        records: Iterable[Environment],
    ) -> None:
        """What there is to choose from; each choice is kept."""
        self._offer_records(dict.fromkeys((self._home, self._shown, *records)))
        if today != self._today:
            self._today = today
            _offer(self._period, self._periods())
        _offer(self._provider, [(info.name, info.slug) for info in infos])
        self.set_operators(operators)

    def set_operators(self, operators: Iterable[str]) -> None:
        """Who took cash, beside those that are known already."""
        known = {self._operator.itemData(n) for n in range(1, self._operator.count())}
        _offer(self._operator, [(name, name) for name in sorted(known | set(operators)) if name])
        self._show_operators()

    def _show_operators(self) -> None:
        """Where one clerk took all the cash there is nothing to choose."""
        is_chosen = self._operator.currentIndex() > 0
        self._operator.setVisible(is_chosen or self._operator.count() > _WITH_TWO)

    def _offer_records(self, environments: Collection[Environment]) -> None:
        """The one in force comes first; where it alone has a record there is nothing to choose."""
        known = [self._environment.itemData(at) for at in range(self._environment.count())]
        if known == list(environments):
            return
        self._environment.clear()
        for environment in environments:
            self._environment.addItem(environment_word(environment), environment)
        self._environment.setCurrentIndex(self._environment.findData(self._shown))
        self._environment.setVisible(len(environments) > 1)

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
        if self._shown is self._home:
            self.changed.emit()
        else:
            self.environment_wanted.emit(self._home)

    def _want(self) -> None:
        wanted = Environment(self._environment.currentData())
        if wanted is not self._shown:
            self.environment_wanted.emit(wanted)

    def _tell(self) -> None:
        self._show_clear()
        self.changed.emit()

    def _show_clear(self) -> None:
        self._clear.setVisible(self.chosen() != NOTHING or self._shown is not self._home)


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
