"""Customers looked up before: one key looks one up again, to pay."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from desktop_app.core.company_choice import is_on
from desktop_app.core.customers import CustomerSearch
from desktop_app.ui.customers.customer_rows import Customer, columns, customers_of, row_of
from desktop_app.ui.customers.on_account import OnAccountActions
from desktop_app.ui.kit.empty_state import EmptyState
from desktop_app.ui.kit.footed_table import FootedTable
from desktop_app.ui.kit.keyboard import ENTER_KEYS, TAKES_SCAN
from desktop_app.ui.kit.section import Section
from desktop_app.ui.kit.trouble_banner import TroubleBanner
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import (
    Button,
    ButtonSize,
    KeyHint,
    PlainLabel,
    TextField,
    Variant,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop_app.core.payments.ports import Ledger
    from desktop_app.ui.runtime.changes import PaymentsChanged
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result

_MAX_SHOWN = 100
"""Rows shown at once; a search finds the others."""

_BUTTONS = 4
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


@dataclass(frozen=True, slots=True)
class _Found:
    """What a search found, read on a worker: the newest, and how many there are."""

    words: str
    customers: tuple[Customer, ...]
    count: int


class CustomersPage(Section):
    """The accounts, newest look-up first. ``chosen``: provider, account id, what was entered."""

    chosen = Signal(object, str, object)

    def __init__(self, context: AppContext) -> None:
        super().__init__(context, "customers", self.tr("Customers"))
        self._job = 0
        self._is_reading = self._enter_waits = False
        """Enter came before the rows of what was typed did: it is meant for those."""
        self._shown: dict[str, Customer] = {}
        self._buttons: dict[str, Button] = {}
        self._first = ""
        """The customer to choose where none is chosen yet."""
        self._on_account = OnAccountActions(context, self)
        self._build()
        context.changes.changed.connect(self._payments_changed)

    def take_scan(self, text: str) -> bool:
        """Search for the customer of a bar code."""
        self._search.setText(text)
        return True

    # --- building -------------------------------------------------------------------------

    def _build(self) -> None:
        theme = self.theme
        self._search = TextField(
            theme,
            self.tr("Search the customers"),
            height=44,
            icon="search",
            placeholder=self.tr("Name or ID"),
            key="Ctrl F",
            name="customers.search",
        )
        self._search.setProperty(TAKES_SCAN, True)
        self._search.setFixedWidth(theme.scaled(420))
        self._search.textChanged.connect(self._search_anew)
        self._owed = Button(
            theme, self.tr("On account"), key="Ctrl U", size=ButtonSize.SMALL, name="customers.owed"
        )
        self._owed.clicked.connect(self._on_account.show)
        self.head.addWidget(self._owed)
        self.head.addWidget(self._search)
        self._trouble = TroubleBanner(theme, "customers.trouble")
        self._table = FootedTable(
            theme, columns(compact=theme.compact), self.tr("Customers"), name="customers.list"
        )
        self._table.chosen.connect(self._mark)
        self._table.opened.connect(self._open)
        foot = self._table.foot
        foot.add_left(KeyHint(theme, "↑ ↓", self.tr("move")))
        foot.add_left(KeyHint(theme, "Enter", self.tr("look up and pay")))
        self._count = PlainLabel(theme, "", TextRole.LABEL, "text2", name="customers.count")
        foot.add_right(self._count)
        self._empty = EmptyState(theme, "users", "text3", name="customers.empty")
        full = QWidget()
        row = QHBoxLayout(full)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._table)
        self._stack = QStackedWidget()
        for page in (QWidget(), full, self._empty):
            self._stack.addWidget(page)
        self.body.addWidget(self._trouble)
        self.body.addWidget(self._stack, 1)

    # --- reading --------------------------------------------------------------------------

    def enter(self) -> None:
        """Show all customers, and focus the search."""
        self._search.clear()
        self.refresh()
        self._search.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> object:
        """The customer that is chosen."""
        return self._table.current_id()

    def resume(self, kept: object) -> None:
        """Choose the same one as soon as there are rows."""
        if isinstance(kept, str):
            self._first = kept

    def refresh(self) -> None:
        """Read the known accounts again."""
        catalog, settings = self.context.catalog, self.context.session.settings
        environment, search = self.context.environment, CustomerSearch(self._search.text())

        def load(ledger: Ledger) -> _Found:
            payable = [one for one in catalog.providers() if is_on(settings, one.info)]
            wanted = search.among(payable)
            known = ledger.accounts.known(environment, wanted, most=_MAX_SHOWN)
            count = len(known) if len(known) < _MAX_SHOWN else ledger.accounts.count(wanted)
            by_slug = {one.info.slug: one for one in payable}
            return _Found(search.words, customers_of(known, by_slug), count)

        self._is_reading = True
        self.context.tasks.cancel(self._job)
        self._job = self.context.tasks.read(
            self.context.ledger_job("read the known customers", load), self._take
        )

    def _search_anew(self) -> None:
        self._enter_waits = False
        self.refresh()

    def _payments_changed(self, change: PaymentsChanged) -> None:
        """Read again while it is seen; coming here reads anyway."""
        if self.isVisible() and change.settles:
            self.refresh()

    def _take(self, done: Result[_Found]) -> None:
        self._is_reading = False
        self._trouble.show_error(done.error)
        if done.value is None:
            return
        self._show_rows(done.value)
        if self._enter_waits:
            self._enter_waits = False
            self._open(self._table.current_id())

    # --- showing --------------------------------------------------------------------------

    def _show_rows(self, found: _Found) -> None:
        self._shown = {customer.id: customer for customer in found.customers}
        now, language = self.context.clock.now(), self.context.session.settings.language
        had_focus = self._table.hasFocus()
        self._table.set_rows([row_of(c, now, language) for c in self._shown.values()])
        self._put_buttons()
        if self._shown and not self._table.current_id():
            first = next(iter(self._shown))
            self._table.choose(self._first if self._first in self._shown else first)
        self._mark()
        self._count.setText(self._count_text(found.count))
        self._show_empty(bool(self._shown), bool(found.words))
        if had_focus and not self._shown:
            self._search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _count_text(self, found: int) -> str:
        if found > _MAX_SHOWN:
            words = self.tr("the newest {shown} of {count} are shown")
            return words.format(shown=_MAX_SHOWN, count=found)
        return self.tr("%n customer(s)", "", found)

    def _show_empty(self, found: bool, searched: bool) -> None:
        if searched:
            self._empty.set_text(self.tr("No match"), self.tr("Esc clears the search."))
        else:
            self._empty.set_text(
                self.tr("No customers yet"), self.tr("Customers that you look up appear here.")
            )
        self._stack.setCurrentIndex(1 if found else 2)

    def _put_buttons(self) -> None:
        self._buttons = {}
        for row_id, customer in self._shown.items():
            button = Button(
                self.theme,
                self.tr("Pay"),
                size=ButtonSize.SMALL,
                name=f"customers.pay.{row_id}",
            )
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            name = customer.known.customer_name or customer.known.account_id
            button.setAccessibleName(self.tr("Pay for {customer}").format(customer=name))
            button.clicked.connect(lambda _=False, at=row_id: self._open(at))
            self._buttons[row_id] = button
            holder = QWidget()
            holder.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
            row = QHBoxLayout(holder)
            row.setContentsMargins(0, 0, 16, 0)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._table.set_row_widget(row_id, _BUTTONS, holder)

    def _mark(self) -> None:
        """The button of the chosen row is the one that Enter presses."""
        chosen = self._table.current_id()
        for row_id, button in self._buttons.items():
            button.set_variant(Variant.PRIMARY if row_id == chosen else Variant.SECONDARY)
            button.set_key("Enter" if row_id == chosen else "")

    # --- what a person does ---------------------------------------------------------------

    def _open(self, row_id: str) -> None:
        customer = self._shown.get(row_id)
        if customer is not None:
            known = customer.known
            self.chosen.emit(customer.provider, known.account_id, known.entry)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle keys, also from the search: arrows move, Enter looks up, letters search, Esc
        clears.
        """
        if not self._take_key(event):
            super().keyPressEvent(event)

    def _take_key(self, event: QKeyEvent) -> bool:
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        plain = not modifiers & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        )
        if modifiers == Qt.KeyboardModifier.ControlModifier and key == Qt.Key.Key_F:
            self._search.select_all()
        elif modifiers == Qt.KeyboardModifier.ControlModifier and key == Qt.Key.Key_U:
            self._owed.click()
        elif plain and key in ENTER_KEYS:
            # The table itself tells when Enter is pressed in it.
            if not event.isAutoRepeat() and not self._table.hasFocus():
                self._enter_waits = self._is_reading
                if not self._is_reading:
                    self._open(self._table.current_id())
        elif plain and key in _MOVES:
            self._table.keyPressEvent(event)
        elif key == Qt.Key.Key_Escape:
            self._search.clear()
            self._search.setFocus(Qt.FocusReason.OtherFocusReason)
        elif plain and event.text().strip() and event.text().isprintable():
            self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._search.insert(event.text())
        else:
            return False
        return True
