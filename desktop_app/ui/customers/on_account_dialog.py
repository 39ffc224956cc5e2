"""Who owes on account, how much and since when, and each customer's entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QWidget

from desktop_app.core.money import ZERO
from desktop_app.core.on_account import EntryKind, OnAccountCustomer, OnAccountEntry
from desktop_app.formatting.dates import bs_text, local
from desktop_app.ui.customers.open_dialog import SpeakingDialog
from desktop_app.ui.kit.keyboard import ENTER_KEYS
from desktop_app.ui.texts.money import rupees
from desktop_app.ui.texts.on_account import customer_line
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import Button, PlainLabel, RingWatch, Variant

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from desktop_app.core.settings import Language
    from desktop_app.ui.theme import Theme

_WIDTH, _HEIGHT = 920, 520


class OnAccountDialog(SpeakingDialog):
    """Customers on the left, the entries of the chosen one on the right.

    ``pointed`` tells which customer's entries are wanted. Those who owe come first.
    """

    pointed = Signal(object)
    settle_wanted = Signal(object)
    limit_wanted = Signal(object)
    print_wanted = Signal()

    def __init__(self, theme: Theme, window: QWidget, language: Language) -> None:
        super().__init__(theme, window, self.tr("On account"), name="onaccount")
        self._language = language
        self.customers: tuple[OnAccountCustomer, ...] = ()
        """All that are shown, in their order."""
        self._list = self._make_list(self.tr("Customers"), "onaccount.list")
        self._list.currentRowChanged.connect(self._point)
        self._list.itemDoubleClicked.connect(self._settle)
        self._entries = self._make_list(self.tr("Entries"), "onaccount.entries")
        self._rings = [
            RingWatch(theme, at, theme.metrics.control_radius) for at in (self._list, self._entries)
        ]
        self._says = PlainLabel(
            theme, self.tr("Reading…"), TextRole.BODY, "text2", wrap=True, name="onaccount.says"
        )
        self._close = Button(theme, self.tr("Close"), key="Esc", name="onaccount.close")
        self._close.clicked.connect(self.reject)
        self._print = Button(theme, self.tr("Print the list"), key="F9", name="onaccount.print")
        self._print.clicked.connect(self.print_wanted)
        self._limit = Button(theme, self.tr("Limit…"), key="Ctrl L", name="onaccount.limit")
        self._limit.clicked.connect(self._ask_limit)
        self._take = Button(
            theme, self.tr("Settle…"), Variant.PRIMARY, key="Enter", name="onaccount.settle"
        )
        self._take.clicked.connect(self._settle)
        self._lay_out()
        self._enable()
        self.fix_size(theme.scaled(_WIDTH), theme.scaled(_HEIGHT))

    def _make_list(self, words: str, name: str) -> QListWidget:
        made = QListWidget()
        made.setObjectName(name)
        made.setAccessibleName(words)
        made.setFont(self.theme.font(TextRole.BODY))
        made.setWordWrap(True)
        return made

    def _lay_out(self) -> None:
        theme, column = self.theme, self.column
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(10)
        column.addWidget(PlainLabel(theme, self.accessibleName(), TextRole.HEADING))
        column.addWidget(self._says)
        lists = QHBoxLayout()
        lists.setSpacing(16)
        for at, share in ((self._list, 5), (self._entries, 6)):
            lists.addLayout(self.named(at), share)
        column.addLayout(lists, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self._close)
        buttons.addStretch(1)
        for button in (self._print, self._limit, self._take):
            buttons.addWidget(button)
        column.addLayout(buttons)

    def ask(self) -> None:
        """Show it above its window."""
        self.show_above(self._list)

    # --- showing --------------------------------------------------------------------------

    def show_customers(self, customers: Sequence[OnAccountCustomer]) -> None:
        """Show all; the one that was chosen stays chosen."""
        chosen = self.chosen
        self.customers = tuple(sorted(customers, key=lambda one: one.owed <= ZERO))
        self._list.blockSignals(True)
        self._list.clear()
        for one in self.customers:
            self._list.addItem(self._line(one))
        same = (n for n, one in enumerate(self.customers) if chosen and one.id == chosen.id)
        self._list.setCurrentRow(next(same, 0) if self.customers else -1)
        self._list.blockSignals(False)
        self._entries.clear()
        total = sum((one.owed for one in self.customers if one.owed > ZERO), start=ZERO)
        owed = self.tr("Owed by all: {total}").format(total=rupees(total))
        self.say(owed if total else self.tr("Nobody owes anything."))
        self._point()

    def show_entries(self, customer: int, entries: Sequence[OnAccountEntry]) -> None:
        """Show the entries of a customer, newest first, if that one is chosen still."""
        if self.chosen is not None and self.chosen.id == customer:
            self._entries.clear()
            for entry in reversed(entries):
                self._entries.addItem(self._entry_line(entry))

    def say(self, words: str) -> None:
        """Say what came of something, or what was in the way."""
        self._says.setText(words)

    @property
    def chosen(self) -> OnAccountCustomer | None:
        """The customer with the keyboard."""
        at = self._list.currentRow()
        return self.customers[at] if 0 <= at < len(self.customers) else None

    def _line(self, one: OnAccountCustomer) -> str:
        since = "" if one.since is None else bs_text(local(one.since).date(), self._language)
        return customer_line(one, since)

    def _entry_line(self, entry: OnAccountEntry) -> str:
        words = {
            EntryKind.BILL: self.tr("bill, payment {number}"),
            EntryKind.CANCELLED: self.tr("bill not paid, payment {number}"),
            EntryKind.SETTLED_IN_CASH: self.tr("settled in cash"),
            EntryKind.SETTLED_BY_WALLET: self.tr("settled by QR or wallet"),
        }[entry.kind]
        day = bs_text(local(entry.at).date(), self._language)
        sign = "+ " if entry.amount > ZERO else "− "
        amount = rupees(entry.amount if entry.amount > ZERO else -entry.amount)
        said = words.format(number=entry.payment or "")
        note = entry.note
        if note and entry.kind is EntryKind.BILL:
            note = self.tr("allowed by {name}").format(name=note)
        parts = (day, f"{sign}{amount}", said, note, entry.operator)
        return " · ".join(part for part in parts if part)

    def _enable(self) -> None:
        chosen = self.chosen
        owes = chosen is not None and chosen.owed > ZERO
        self._take.enable(owes, self.tr("Nothing is owed."))
        self._limit.enable(chosen is not None, self.tr("No customer is chosen."))
        is_any = any(one.owed > ZERO for one in self.customers)
        self._print.enable(is_any, self.tr("Nobody owes anything."))

    # --- what a person does ---------------------------------------------------------------

    def _point(self) -> None:
        self._enable()
        self._entries.clear()
        if self.chosen is not None:
            self.pointed.emit(self.chosen)

    def _settle(self) -> None:
        if self._take.isEnabled():
            self.settle_wanted.emit(self.chosen)

    def _ask_limit(self) -> None:
        if self._limit.isEnabled():
            self.limit_wanted.emit(self.chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter settles, Ctrl L is the limit, F9 prints the list."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.isAutoRepeat():
            super().keyPressEvent(event)
        elif control and event.key() == Qt.Key.Key_L:
            self._ask_limit()
        elif event.key() == Qt.Key.Key_F9:
            self._print.click()
        elif event.key() in ENTER_KEYS:
            self._settle()
        else:
            super().keyPressEvent(event)
