"""Recent customers: one key looks one up."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop_app.core.customers import KnownAccount, days_left, is_urgent, provider_of
from desktop_app.core.lessons import PracticeCustomer, next_lesson, tour
from desktop_app.ui.texts.lessons import lesson_title, next_lesson_text
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import Line, Panel, PlainLabel, RecentItem, RecentList

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from desktop_app.core.billing.forms import Values
    from desktop_app.core.billing.provider import Provider
    from desktop_app.ui.runtime.context import AppContext

_MAX_SHOWN = 6
_MAX_COMPACT = 4
_LOW_WINDOW = 660


def account_note(known: KnownAccount, now: datetime, start_of_day: datetime) -> str:
    """Return a short note about a customer: waiting, paid today, days left, or bills last time."""
    if known.held_payments:
        count = known.held_payments
        return QCoreApplication.translate("Recent", "%n payment(s) waiting", "", count)
    if known.last_paid_at is not None and known.last_paid_at >= start_of_day:
        return QCoreApplication.translate("Recent", "paid today")
    left = days_left(known, now)
    if left is not None:
        return QCoreApplication.translate("Recent", "%n day(s) left", "", left)
    if known.bills is not None:
        return QCoreApplication.translate("Recent", "%n bill(s) last time", "", known.bills)
    return ""


@dataclass(frozen=True, slots=True)
class _Entry:
    """The data of a row: the customer to look up, and the texts."""

    provider: Provider
    account_id: str
    title: str
    remark: str
    urgent: bool = False
    values: Values = field(default_factory=dict)


class RecentPanel(Panel):
    """The customers looked up last; ``chosen`` has provider, account id and what was entered."""

    chosen = Signal(object, str, object)

    def __init__(self, context: AppContext) -> None:
        super().__init__(context.theme, name="provider.recent")
        self._context = context
        theme = context.theme
        self._show_again: Callable[[], None] | None = None
        self._room_for = _MAX_SHOWN
        self._accounts: list[tuple[Provider, str, Values]] = []
        self.setFixedWidth(theme.scaled(318 if theme.compact else 360))
        head = QHBoxLayout()
        head.setContentsMargins(14 if theme.compact else 18, 0, 18, 0)
        self._head = PlainLabel(theme, self.tr("Recent customers"), TextRole.HEADING)
        head.addWidget(self._head, 1)
        if not theme.compact:
            head.addWidget(PlainLabel(theme, self.tr("look up directly"), TextRole.LABEL, "text2"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 11, 1, 6)
        self._column.setSpacing(0)
        self._column.addLayout(head)
        self._next = PlainLabel(
            theme, "", TextRole.LABEL, "accenttext", name="provider.lesson", wrap=True
        )
        self._next.setContentsMargins(14 if theme.compact else 18, 0, 18, 0)
        self._next.hide()
        self._column.addWidget(self._next)
        self._column.addSpacing(11)
        self._column.addWidget(Line(theme))
        self._empty = PlainLabel(
            theme,
            self.tr("Customers that you look up appear here."),
            TextRole.BODY,
            "text2",
            wrap=True,
        )
        self._empty.setContentsMargins(17, 14, 17, 14)
        # Until the record was read nobody knows whether there are any.
        self._empty.hide()
        self._column.addWidget(self._empty)
        self._list = RecentList(theme, self._head.text(), name="provider.recent.list")
        self._list.picked.connect(lambda item: self.take_digit(self._list.number_of(item) + 1))
        self._column.addWidget(self._list)
        self._column.addStretch(1)

    def show_accounts(
        self, accounts: Sequence[KnownAccount], providers: Mapping[str, Provider]
    ) -> None:
        """Show the newest of these that can be paid."""
        self._show_again = partial(self.show_accounts, accounts, providers)
        payable = [(k, p) for k in accounts if (p := provider_of(k, providers)) is not None]
        clock = self._context.clock
        entries = []
        for known, provider in payable[: self._most()]:
            name = known.customer_name or known.account_id
            words = account_note(known, clock.now(), clock.start_of_day())
            urgent = is_urgent(known, clock.now())
            values = known.entry
            entries.append(_Entry(provider, known.account_id, name, words, urgent, values))
        self._head.setText(self.tr("Recent customers"))
        self._next.hide()
        self._show(entries)
        self._empty.setVisible(not entries)

    def show_lessons(
        self,
        customers: Sequence[PracticeCustomer],
        accounts: Sequence[KnownAccount],
        providers: Mapping[str, Provider],
    ) -> None:
        """Show whom to practise with; where room is short, from the next lesson on."""
        self._show_again = partial(self.show_lessons, customers, accounts, providers)
        shown = tour(customers, providers)
        upcoming = next_lesson(shown, accounts)
        first = shown.index(upcoming) if upcoming in shown else 0
        first = max(0, min(first, len(shown) - self._most()))
        clock = self._context.clock
        entries = []
        for one in shown[first : first + self._most()]:
            before = next((known for known in accounts if known.key.is_same(one.key)), None)
            words = account_note(before, clock.now(), clock.start_of_day()) if before else ""
            title = lesson_title(one.lesson)
            entries.append(_Entry(providers[one.provider], one.account_id, title, words))
        self._head.setText(self.tr("Practice customers"))
        self._next.setText(next_lesson_text(upcoming.lesson if upcoming else None))
        self._next.setVisible(bool(shown))
        self._empty.setVisible(not shown)
        self._show(entries)

    def fit(self) -> None:
        """Show as many as there is room for, now that the window has another height."""
        if self._show_again is not None and self._room_for != self._most():
            self._show_again()

    def _most(self) -> int:
        low = self._theme.compact and self.window().height() < self._theme.scaled(_LOW_WINDOW)
        return _MAX_COMPACT if low else _MAX_SHOWN

    def _show(self, entries: Sequence[_Entry]) -> None:
        self._room_for = self._most()
        self._accounts = [(one.provider, one.account_id, one.values) for one in entries]
        self._list.setAccessibleName(self._head.text())
        self._list.show_items(
            [
                RecentItem.made(
                    f"{entry.provider.info.slug} {entry.account_id}",
                    entry.title,
                    entry.account_id,
                    entry.provider.info.monogram,
                    entry.provider.info.slug,
                    key=f"Alt {number}",
                    remark=entry.remark,
                    urgent=entry.urgent,
                )
                for number, entry in enumerate(entries, 1)
            ]
        )
        self._list.setVisible(bool(entries))

    def count(self) -> int:
        """Return the number of rows shown."""
        return len(self._accounts)

    def take_digit(self, number: int) -> bool:
        """Choose the n-th, counted from 1; False if there is none."""
        if not 1 <= number <= len(self._accounts):
            return False
        self.chosen.emit(*self._accounts[number - 1])
        return True
