"""Who owes on account, how much and since when, and each customer's entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidgetItem, QWidget

from desktop_app.core.money import ZERO
from desktop_app.core.on_account import EntryKind, OnAccountCustomer, OnAccountEntry
from desktop_app.core.owing_search import OwingSearch
from desktop_app.formatting.dates import bs_text, local
from desktop_app.ui.customers.speaking_dialog import SpeakingDialog
from desktop_app.ui.kit.keyboard import ENTER_KEYS
from desktop_app.ui.texts.money import rupees, unbroken_rupees
from desktop_app.ui.texts.on_account import customer_line, left_out_text
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import Button, PlainLabel, RingWatch, TextField, Variant
from desktop_app.ui.widgets.announce import announce
from desktop_app.ui.widgets.wrapped_list import WrappedList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from desktop_app.core.settings import Language
    from desktop_app.ui.theme import Theme

_WIDTH, _HEIGHT = 920, 520
_MIN_LIST = 96
"""In a low window a list shows three lines at least."""
_MOST_SHOWN = 300
"""Whoever owes comes first; another letter finds the rest."""


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
        """All of them, in their order."""
        self._found: tuple[OnAccountCustomer, ...] = ()
        self._search = OwingSearch()
        self._typed = TextField(
            theme,
            self.tr("Find by name or phone"),
            icon="search",
            placeholder=self.tr("Find by name or phone"),
            key="Ctrl F",
            name="onaccount.search",
        )
        self._typed.textEdited.connect(self._show_found)
        self._list = WrappedList(theme, self.tr("Customers"), name="onaccount.list")
        self._list.currentRowChanged.connect(self._point)
        self._list.itemDoubleClicked.connect(self._settle)
        self._entries = WrappedList(theme, self.tr("Entries"), name="onaccount.entries")
        self._rings = [
            RingWatch(theme, at, theme.metrics.control_radius) for at in (self._list, self._entries)
        ]
        self._owed = PlainLabel(
            theme, self.tr("Reading…"), TextRole.BODY, "text2", wrap=True, name="onaccount.owed"
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

    def _lay_out(self) -> None:
        self.scroll_above_foot(24, 16, spacing=10)
        theme, column = self.theme, self.column
        column.addWidget(PlainLabel(theme, self.accessibleName(), TextRole.HEADING))
        column.addWidget(self._owed)
        column.addWidget(self._typed)
        lists = QHBoxLayout()
        lists.setSpacing(16)
        for at, share in ((self._list, 5), (self._entries, 6)):
            at.setMinimumHeight(theme.scaled(_MIN_LIST))
            lists.addLayout(self.named(at), share)
        column.addLayout(lists, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self._close)
        buttons.addStretch(1)
        for button in (self._print, self._limit, self._take):
            buttons.addWidget(button)
        self.foot.addWidget(self.outcome)
        self.foot.addLayout(buttons)

    def ask(self) -> None:
        """Show it above its window."""
        self.show_above(self._list)

    # --- showing --------------------------------------------------------------------------

    def show_customers(self, search: OwingSearch, *, is_first: bool) -> None:
        """Show all that are searched for; the one that was chosen stays chosen.

        What all owe is announced at first; later it would cover what was just said.
        """
        self.customers = tuple(sorted(search.customers, key=lambda one: one.owed <= ZERO))
        self._search = search
        self._show_found()
        total = sum((one.owed for one in self.customers if one.owed > ZERO), start=ZERO)
        owed = self.tr("Owed by all: {total}").format(total=rupees(total))
        self._owed.setText(owed if total else self.tr("Nobody owes anything."))
        self._owed.show()
        if is_first:
            announce(self._owed, self._owed.text())

    def show_unread(self) -> None:
        """Who owes could not be read: nothing is said of what all owe."""
        self._owed.hide()

    def _show_found(self) -> None:
        """Show those whom the typed text finds, in the order of all."""
        chosen, typed = self.chosen, self._typed.text().strip()
        self._found = self.customers
        if typed:
            ids = {one.id for one in self._search.find(typed)}
            self._found = tuple(one for one in self.customers if one.id in ids)
        left_out = len(self._found) - _MOST_SHOWN
        self._found = self._found[:_MOST_SHOWN]
        self._list.blockSignals(True)
        self._list.clear()
        for one in self._found:
            self._list.addItem(self._line(one))
        if left_out > 0:
            more = QListWidgetItem(left_out_text(left_out), self._list)
            more.setFlags(Qt.ItemFlag.NoItemFlags)
        same = (n for n, one in enumerate(self._found) if chosen and one.id == chosen.id)
        self._list.setCurrentRow(next(same, 0) if self._found else -1)
        self._list.blockSignals(False)
        self._point()

    def show_entries(self, customer: int, entries: Sequence[OnAccountEntry]) -> None:
        """Show the entries of a customer, newest first, if that one is chosen still."""
        if self.chosen is not None and self.chosen.id == customer:
            self._entries.clear()
            for entry in reversed(entries):
                self._entries.addItem(self._entry_line(entry))

    @property
    def chosen(self) -> OnAccountCustomer | None:
        """The customer with the keyboard."""
        at = self._list.currentRow()
        return self._found[at] if 0 <= at < len(self._found) else None

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
        sign = "+\N{NO-BREAK SPACE}" if entry.amount > ZERO else "−\N{NO-BREAK SPACE}"
        amount = unbroken_rupees(entry.amount if entry.amount > ZERO else -entry.amount)
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
        """Enter settles, Ctrl L is the limit, Ctrl F searches, F9 prints the list.

        From the search Enter and Down go to those found: nobody settles by half a name.
        """
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.isAutoRepeat():
            super().keyPressEvent(event)
        elif control and event.key() == Qt.Key.Key_L:
            self._ask_limit()
        elif control and event.key() == Qt.Key.Key_F:
            self._typed.select_all()
        elif self._typed.hasFocus() and event.key() in (*ENTER_KEYS, Qt.Key.Key_Down):
            self._list.setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() == Qt.Key.Key_F9:
            self._print.click()
        elif event.key() in ENTER_KEYS:
            self._settle()
        else:
            super().keyPressEvent(event)
