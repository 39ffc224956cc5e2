"""The book of customers: one key looks one up, to pay."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from desktop_app.core.company_choice import is_on
from desktop_app.core.customer_book import LineFilter, LinePage
from desktop_app.core.customers import CustomerSearch
from desktop_app.formatting.dates import local
from desktop_app.ui.customers.action_row import ActionRow
from desktop_app.ui.customers.card_actions import CardActions
from desktop_app.ui.customers.customer_list import CustomerList
from desktop_app.ui.customers.customer_rows import Customer, customers_of
from desktop_app.ui.customers.export_job import CustomerExport
from desktop_app.ui.customers.import_job import ImportJob
from desktop_app.ui.customers.on_account import OnAccountActions
from desktop_app.ui.customers.reminder_dialog import ReminderDialog
from desktop_app.ui.customers.view_bar import FAVOURITES, ViewBar
from desktop_app.ui.kit.empty_state import EmptyState
from desktop_app.ui.kit.keyboard import ENTER_KEYS, TAKES_SCAN
from desktop_app.ui.kit.saved_file import MessageBanner
from desktop_app.ui.kit.section import Section
from desktop_app.ui.kit.trouble_banner import TroubleBanner
from desktop_app.ui.runtime.jobs import Job
from desktop_app.ui.widgets import BannerKind, Button, ButtonSize, TextField

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop_app.core.billing.provider import Provider
    from desktop_app.ui.runtime.changes import PaymentsChanged
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result

_PAGE = 100
"""Lines read at once; the others follow as the list is scrolled."""

_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


@dataclass(frozen=True, slots=True)
class _Found:
    """What a search found, read on a worker: the first lines, and how many there are."""

    wanted: LineFilter
    page: LinePage
    providers: dict[str, Provider]
    count: int


class CustomersPage(Section):
    """The customers, newest look-up first. ``chosen``: provider, account id, what was entered."""

    chosen = Signal(object, str, object)

    def __init__(self, context: AppContext) -> None:
        super().__init__(context, "customers", self.tr("Customers"))
        self._job = self._more_job = 0
        self._is_reading = self._enter_waits = False
        """Enter came before the rows of what was typed did: it is meant for those."""
        self._found: _Found | None = None
        self._first = ""
        """The customer to choose where none is chosen yet."""
        self._on_account = OnAccountActions(context, self)
        self._cards = CardActions(context, self)
        self._import = ImportJob(context, self)
        self._export = CustomerExport(context, self)
        self._build()
        self._cards.done.connect(self._say)
        self._import.message.connect(self._message.show_message)
        self._import.saved.connect(self._message.offer)
        self._import.taken.connect(self.refresh)
        self._export.message.connect(self._message.show_message)
        self._export.saved.connect(self._message.offer)
        self._export.running.connect(self._show_export)
        for work in (self._export, self._import):
            work.resume()
        # Where the last good outcome stands, which would be taken for this one's.
        self._cards.unrecorded.connect(self._message.show_made)
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
            placeholder=self.tr("Name, ID, phone, note"),
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
        self._views = ViewBar(theme)
        self._views.changed.connect(self._change_view)
        self._views.new.clicked.connect(partial(self._cards.show, None))
        self._views.old_list.clicked.connect(self._import.start)
        self._views.excel.clicked.connect(self._write_excel)
        self._trouble = TroubleBanner(theme, "customers.trouble")
        self._message = MessageBanner(self.context, "customers.message")
        self._table = CustomerList(theme, self.context.session.settings.language)
        self._table.chosen.connect(self._mark)
        self._table.opened.connect(self._open)
        self._table.pressed_pay.connect(self._open)
        self._table.near_end.connect(self._read_on)
        self._actions = ActionRow(theme)
        self._actions.card_wanted.connect(self._cards.show)
        self._actions.marked.connect(self._cards.mark)
        self._actions.told_of.connect(self._cards.tell)
        self._actions.reminder_wanted.connect(self._remind)
        self._empty = EmptyState(theme, "users", "text3", name="customers.empty")
        full = QWidget()
        row = QHBoxLayout(full)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._table)
        self._stack = QStackedWidget()
        for page in (QWidget(), full, self._empty):
            self._stack.addWidget(page)
        self.body.addWidget(self._views)
        self.body.addWidget(self._trouble)
        self.body.addWidget(self._message)
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(self._actions)

    # --- reading --------------------------------------------------------------------------

    def enter(self) -> None:
        """Show all customers, and focus the search."""
        news = [work.mark_seen() for work in (self._export, self._import)]
        self._message.hide_if_read()
        if any(news):
            self._message.show()
        self._search.clear()
        self.refresh()
        self._search.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> object:
        """The view, the customer that is chosen, and what was said."""
        # The page that is built anew goes on with a file that is being written.
        said = None if self._export.is_running else self._message.keep()
        return self._views.keep(), self._table.current_id(), said

    def resume(self, kept: object) -> None:
        """Choose the same one as soon as there are rows, and say the same again."""
        match kept:
            case (view, str(chosen), said):
                self._views.resume(view)
                self._message.resume(said)
                self._first = chosen
                self.refresh()

    def refresh(self) -> None:
        """Read the customers again, as far as they were read."""
        context, settings = self.context, self.context.session.settings
        catalog, environment, customers = context.catalog, context.environment, context.customers
        text, search = self._search.text(), CustomerSearch(self._search.text())
        favourites = self._views.view == FAVOURITES
        due = self._views.span(local(context.clock.now()).date())
        seen = self._found
        is_same = seen is not None and (seen.wanted.text, seen.wanted.favourites, seen.wanted.due)
        most = max(_PAGE, self._table.count) if is_same == (text, favourites, due) else _PAGE

        def load() -> _Found:
            payable = [one for one in catalog.providers() if is_on(settings, one.info)]
            wanted = LineFilter(search.among(payable), text, favourites, due)
            page = customers.lines(environment, wanted, most=most)
            is_all = page.next is None
            count = len(page.lines) if is_all else customers.count(environment, wanted)
            return _Found(wanted, page, {one.info.slug: one for one in payable}, count)

        self._is_reading = True
        for number in (self._job, self._more_job):
            context.tasks.cancel(number)
        self._more_job = 0
        self._job = context.tasks.read(Job("read the customers", load), self._take)

    def _read_on(self) -> None:
        """Read the next lines, once at a time."""
        found = self._found
        if found is None or found.page.next is None or self._more_job or self._is_reading:
            return
        context = self.context
        work = partial(
            context.customers.lines,
            context.environment,
            found.wanted,
            after=found.page.next,
            most=_PAGE,
        )
        self._more_job = context.tasks.read(Job("read on", work), self._take_more)

    def _search_anew(self) -> None:
        self._enter_waits = False
        self.refresh()

    def _change_view(self) -> None:
        self._found = None
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
        self._found = done.value
        self._show_rows(done.value)
        if self._enter_waits:
            self._enter_waits = False
            self._open(self._table.current_id())

    def _take_more(self, done: Result[LinePage]) -> None:
        self._more_job = 0
        self.context.session.report(done.error)
        found = self._found
        if done.value is None or found is None:
            return
        self._found = replace(found, page=done.value)
        more = customers_of(done.value.lines, found.providers)
        self._table.append(more, self.context.clock.now())
        self._table.show_count(found.count, has_more=done.value.next is not None)

    # --- showing --------------------------------------------------------------------------

    def _show_rows(self, found: _Found) -> None:
        shown = customers_of(found.page.lines, found.providers)
        had_focus = self._table.hasFocus()
        is_due = found.wanted.due is not None
        self._table.show_customers(shown, self.context.clock.now(), is_due=is_due)
        if shown and not self._table.current_id():
            first = self._first if self._first in self._table.customers else shown[0].id
            self._table.choose(first)
        self._table.show_count(found.count, has_more=found.page.next is not None)
        self._mark()
        self._show_empty(found.wanted, bool(shown))
        if had_focus and not shown:
            self._search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_empty(self, wanted: LineFilter, is_any: bool) -> None:
        if wanted.is_searched:
            self._empty.set_text(self.tr("No match"), self.tr("Esc clears the search."))
        elif wanted.due is not None:
            words = self.tr("The days left come with each look-up, from companies that tell them.")
            self._empty.set_text(self.tr("Nobody’s account runs out then"), words)
        elif wanted.favourites:
            words = self.tr("Choose a customer under All, and press Ctrl B.")
            self._empty.set_text(self.tr("No favourites yet"), words)
        else:
            self._empty.set_text(
                self.tr("No customers yet"), self.tr("Customers that you look up appear here.")
            )
        self._stack.setCurrentIndex(1 if is_any else 2)

    def _mark(self) -> None:
        self._actions.show_for(self._current(), is_due=self._views.is_due)

    def _say(self, words: str) -> None:
        self._message.show_message(BannerKind.GOOD, words, "")
        if self._actions.has_keyboard:
            # Enter goes on with the list, instead of undoing what was just done.
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.refresh()

    # --- what a person does ---------------------------------------------------------------

    def _current(self) -> Customer | None:
        return self._table.customers.get(self._table.current_id())

    def _open(self, row_id: str) -> None:
        """Look a customer up to pay; one without an account has only a card."""
        customer = self._table.customers.get(row_id)
        if customer is None:
            return
        if customer.known is None:
            self._cards.show(customer)
        else:
            known = customer.known
            self.chosen.emit(customer.provider, known.account_id, known.entry)

    def _write_excel(self) -> None:
        """Write what is shown into a file; again: cancel that."""
        if self._export.is_running:
            self._export.cancel()
        elif self._found is not None:
            self._export.start(self._found.wanted, self._found.providers)

    def _show_export(self, running: bool) -> None:
        self._views.excel.setText(self.tr("Cancel") if running else self.tr("Excel"))

    def _remind(self, customer: Customer) -> None:
        """Word a reminder for this customer alone; a person sends it."""
        if customer.known is not None:
            ReminderDialog(self.context, self.window(), customer).ask()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle keys, also from the search: arrows move, Enter looks up, letters search, Esc
        clears.
        """
        if not self._take_key(event):
            super().keyPressEvent(event)

    def _take_control(self, key: Qt.Key) -> bool:
        """A key with Ctrl; False for one that means nothing here."""
        acts = {
            Qt.Key.Key_F: self._search.select_all,
            Qt.Key.Key_U: self._owed.click,
            Qt.Key.Key_N: self._views.new.click,
            Qt.Key.Key_I: self._views.old_list.click,
            Qt.Key.Key_E: self._views.excel.click,
            Qt.Key.Key_D: self._actions.card.click,
            Qt.Key.Key_B: self._actions.favourite.click,
            Qt.Key.Key_M: self._actions.told.click,
            Qt.Key.Key_W: self._actions.remind.click,
        }
        if key in acts:
            acts[key]()
        return key in acts

    def _take_key(self, event: QKeyEvent) -> bool:
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        plain = not modifiers & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        )
        if modifiers == Qt.KeyboardModifier.ControlModifier:
            return self._take_control(key)
        if key == Qt.Key.Key_F8:
            self._views.show_next()
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
