"""Recent customers: one key looks one up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop_app.core.clock import NEPAL
from desktop_app.core.ports import KnownAccount
from desktop_app.core.provider import Provider
from desktop_app.ui.session import Context
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import Line, Panel, PlainLabel, RecentRow

_MOST = 6
_MOST_COMPACT = 4
_URGENT_DAYS = 3


def days_left(known: KnownAccount, now: datetime) -> int | None:
    """Days left today: those of the look-up less the days gone since then; never below 0."""
    if known.days_left is None:
        return None
    gone = now.astimezone(NEPAL).date() - known.looked_up_at.astimezone(NEPAL).date()
    return max(0, known.days_left - gone.days)


def standing(known: KnownAccount, now: datetime, start_of_day: datetime) -> str:
    """One short word about a customer: days left, bills last time, or paid today."""
    if known.last_paid_at is not None and known.last_paid_at >= start_of_day:
        return QCoreApplication.translate("Recent", "paid today")
    left = days_left(known, now)
    if left is not None:
        return QCoreApplication.translate("Recent", "%n day(s) left", "", left)
    if known.bills is not None:
        return QCoreApplication.translate("Recent", "%n bill(s) last time", "", known.bills)
    return ""


def provider_of(known: KnownAccount, providers: Mapping[str, Provider]) -> Provider | None:
    """The provider to look a customer up with: the last one, or another service of its company."""
    if known.provider in providers:
        return providers[known.provider]
    return next((p for p in providers.values() if p.info.company == known.company), None)


def is_urgent(known: KnownAccount, now: datetime) -> bool:
    """The account ends within days."""
    left = days_left(known, now)
    return left is not None and left <= _URGENT_DAYS


class RecentPanel(Panel):
    """The customers looked up last; emits ``chosen`` with provider and account id."""

    chosen = Signal(object, str)

    def __init__(self, context: Context) -> None:
        super().__init__(context.theme, name="provider.recent")
        self._context = context
        theme = context.theme
        self._rows: list[RecentRow] = []
        self._accounts: list[tuple[Provider, str]] = []
        self.setFixedWidth(318 if theme.compact else 372)
        head = QHBoxLayout()
        head.setContentsMargins(14 if theme.compact else 18, 0, 18, 0)
        head.addWidget(PlainLabel(theme, self.tr("Recent customers"), TextRole.HEADING), 1)
        if not theme.compact:
            head.addWidget(PlainLabel(theme, self.tr("look up directly"), TextRole.LABEL, "text2"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 11, 1, 6)
        self._column.setSpacing(0)
        self._column.addLayout(head)
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
        self._column.addWidget(self._empty)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._column.addLayout(self._list)
        self._column.addStretch(1)

    def show_accounts(
        self, accounts: Sequence[KnownAccount], providers: Mapping[str, Provider]
    ) -> None:
        """Show the newest of these that can be paid."""
        while self._list.count():
            item = self._list.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        payable = [(k, p) for k in accounts if (p := provider_of(k, providers)) is not None]
        shown = payable[: _MOST_COMPACT if self._theme.compact else _MOST]
        self._rows, self._accounts = [], []
        clock = self._context.clock
        for number, (known, provider) in enumerate(shown, 1):
            if number > 1:
                self._list.addWidget(Line(self._theme))
            words = standing(known, clock.now(), clock.start_of_day())
            row = RecentRow(
                self._theme,
                known.customer_name or known.account_id,
                known.account_id,
                provider.info.monogram,
                provider.info.slug,
                key=f"Alt {number}",
                remark=words,
                urgent=is_urgent(known, clock.now()),
                name=f"provider.recent.{number}",
            )
            row.setProperty("id", known.account_id)
            row.clicked.connect(lambda _=False, at=number: self.take_digit(at))
            self._list.addWidget(row)
            self._rows.append(row)
            self._accounts.append((provider, known.account_id))
        self._empty.setVisible(not shown)

    def count(self) -> int:
        """How many are shown."""
        return len(self._rows)

    def take_digit(self, number: int) -> bool:
        """Choose the n-th, counted from 1; False if there is none."""
        if not 1 <= number <= len(self._accounts):
            return False
        provider, account_id = self._accounts[number - 1]
        self.chosen.emit(provider, account_id)
        return True
