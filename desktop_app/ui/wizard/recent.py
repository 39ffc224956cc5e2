"""Recent customers: one key looks one up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout

from desktop_app.core.clock import NEPAL
from desktop_app.core.ports import KnownAccount
from desktop_app.core.provider import Provider
from desktop_app.ui.session import Context
from desktop_app.ui.theme import TextRole, Theme
from desktop_app.ui.widgets import IdLabel, KeyCap, Line, Monogram, Panel, PlainLabel
from desktop_app.ui.widgets.painted_button import PaintedButton

_MOST = 6
_MOST_COMPACT = 4


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


class _Row(PaintedButton):
    """A customer: monogram, name, id, key and standing."""

    def __init__(
        self, theme: Theme, known: KnownAccount, provider: Provider, key: str, words: str
    ) -> None:
        super().__init__(theme, known.customer_name or known.account_id, 6)
        self.setObjectName(f"provider.recent.{known.provider}.{known.account_id}")
        self.setProperty("id", known.account_id)
        self.setAccessibleName(f"{key} {self.text()} {known.account_id} {words}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        side = 32 if theme.compact else 38
        row = QHBoxLayout(self)
        row.setContentsMargins(12 if theme.compact else 18, 0, 12 if theme.compact else 14, 0)
        row.setSpacing(12)
        row.addWidget(Monogram(theme, provider.info.monogram, known.provider, side))
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addStretch(1)
        names.addWidget(IdLabel(theme, self.text(), TextRole.STRONG))
        names.addWidget(IdLabel(theme, known.account_id, TextRole.LABEL, "text2"))
        names.addStretch(1)
        row.addLayout(names, 1)
        ends = QVBoxLayout()
        ends.setSpacing(3)
        ends.addStretch(1)
        ends.addWidget(KeyCap(theme, key), 0, Qt.AlignmentFlag.AlignRight)
        ends.addWidget(
            PlainLabel(theme, words, TextRole.LABEL, "text2"), 0, Qt.AlignmentFlag.AlignRight
        )
        ends.addStretch(1)
        row.addLayout(ends)

    def sizeHint(self) -> QSize:
        """Two lines."""
        return QSize(300, 72 if not self._theme.compact else 70)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A hover shade; the labels draw the rest."""
        if self.underMouse() or self.isDown():
            QPainter(self).fillRect(self.rect(), self._theme.colour("subtle"))


class RecentPanel(Panel):
    """The customers looked up last; emits ``chosen`` with provider and account id."""

    chosen = Signal(object, str)

    def __init__(self, context: Context) -> None:
        super().__init__(context.theme, name="provider.recent")
        self._context = context
        theme = context.theme
        self._rows: list[_Row] = []
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
        """Show the newest of these."""
        while self._list.count():
            item = self._list.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        shown = accounts[: _MOST_COMPACT if self._theme.compact else _MOST]
        self._rows, self._accounts = [], []
        clock = self._context.clock
        for number, known in enumerate(shown, 1):
            if number > 1:
                self._list.addWidget(Line(self._theme))
            words = standing(known, clock.now(), clock.start_of_day())
            provider = providers[known.provider]
            row = _Row(self._theme, known, provider, f"Alt {number}", words)
            row.clicked.connect(lambda _=False, at=number: self.take_digit(at))
            self._list.addWidget(row)
            self._rows.append(row)
            self._accounts.append((provider, known.account_id))
        self._empty.setVisible(not shown)

    def take_digit(self, number: int) -> bool:
        """Choose the n-th, counted from 1; False if there is none."""
        if not 1 <= number <= len(self._accounts):
            return False
        provider, account_id = self._accounts[number - 1]
        self.chosen.emit(provider, account_id)
        return True
