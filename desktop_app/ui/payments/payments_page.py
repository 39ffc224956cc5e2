"""Payments of a day, or those of all years that a search finds."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.core.company_choice import is_on
from desktop_app.core.payments.listed import ListedPayment
from desktop_app.core.provider_search import by_letter
from desktop_app.formatting.dates import local
from desktop_app.ui.kit.saved_file import MessageBanner
from desktop_app.ui.kit.section import Section
from desktop_app.ui.payments import found_rows
from desktop_app.ui.payments.chosen_payment import ChosenPayment
from desktop_app.ui.payments.day_bar import DayBar
from desktop_app.ui.payments.day_list import DayList
from desktop_app.ui.payments.detail_panel import DetailPanel
from desktop_app.ui.payments.export_buttons import ExportButtons
from desktop_app.ui.payments.filter_row import NOTHING, FilterRow
from desktop_app.ui.payments.found_rows import FoundRows
from desktop_app.ui.payments.found_sums import FoundSums
from desktop_app.ui.payments.kept_page import KeptPage
from desktop_app.ui.payments.nothing_found import NothingFound
from desktop_app.ui.payments.operator_names import OperatorNames
from desktop_app.ui.payments.page_keys import PageKeys
from desktop_app.ui.payments.reading import Shown, day_job, search_job, totals_job
from desktop_app.ui.payments.record_banner import RecordBanner, whose_text
from desktop_app.ui.payments.record_trouble import RecordTrouble
from desktop_app.ui.payments.search_field import SearchField
from desktop_app.ui.runtime.changes import Cause, PaymentsChanged
from desktop_app.ui.widgets.announce import announce
from desktop_app.ui.widgets.page_body import LeastHigh

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from desktop_app.core.environment import Environment
    from desktop_app.core.payments.payment import Payment
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result

_ROOM_FOR_KEYS = 1150
"""The width of a page on a screen of 1366, without the frame of TEST and PRACTICE."""
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class PaymentsPage(Section):
    """A day's payments, newest first; the chosen one in full beside them.

    It stays with one record: for another environment's another page is made, so that no answer and
    no paper of one is taken for the other's.
    """

    record_wanted = Signal(object)
    """A page is to take the place of this one, and begin where it says (``KeptPage``)."""

    def __init__(self, context: AppContext, shown: Environment | None = None) -> None:
        """``shown``: whose record it shows, if not that of the environment in force."""
        self._home = context.environment
        self._is_home = shown in (None, self._home)
        if not self._is_home:
            context = replace(context, shown_in=shown)
        super().__init__(context, "payments", self.tr("Payments"))
        self._job = 0
        self._seen: Shown | None = None
        self._wanted: date | None = None
        """The day to show; None is today, whenever that is."""
        self._first = ""
        """The payment to choose as soon as it is in the list."""
        self._build()
        self._exports.job.message.connect(self._exported.show_message)
        self._exports.job.saved.connect(self._exported.offer)
        self._exports.job.resume()
        context.changes.changed.connect(self._payments_changed)

    # --- building -------------------------------------------------------------------------

    def _build(self) -> None:
        theme, session = self.theme, self.context.session
        today = local(self.context.clock.now()).date()
        self._days = DayBar(theme, session.settings.language, today)
        self._days.changed.connect(self._day_chosen)
        self._search = SearchField(theme)
        self._search.textChanged.connect(self.refresh)
        self.remark.hide()
        self._exports = ExportButtons(self.context, self._to_export)
        self.head.addWidget(self._days)
        self.head.addStretch(1)
        self.head.addWidget(self._exports)
        # Before the empty room beside it, up to its full width.
        self.head.addWidget(self._search, 100)
        self._trouble = RecordTrouble(self.context, "payments.trouble")
        self._exported = MessageBanner(self.context, "payments.exported")
        self._detail = DetailPanel(self.context)
        self._detail.message_place.gone.connect(self.show_top)
        self._chosen = ChosenPayment(self.context, self._detail, self)
        self._table = DayList(theme, session.settings.language)
        self._table.chosen.connect(self._show_detail)
        self._found = FoundRows(self.context, self._table, self)
        self._found.moved.connect(self._take_moved)
        self._sums = FoundSums(self.context, self._table, self)
        for part in (self._found, self._sums):
            part.troubled.connect(self._trouble.tell)
        self._empty = NothingFound(theme, is_home=self._is_home)
        full = LeastHigh()
        row = QHBoxLayout(full)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.metrics.gap)
        row.addWidget(self._table, 1)
        side = QVBoxLayout()
        side.addWidget(self._detail)
        row.addLayout(side)
        self._stack = QStackedWidget()
        for page in (QWidget(), full, self._empty):
            self._stack.addWidget(page)
        shown = self.context.environment
        self._filters = FilterRow(
            theme, session.settings.language, today, shown=shown, home=self._home
        )
        self._filters.changed.connect(self.refresh)
        self._filters.environment_wanted.connect(self._show_record)
        self._keys = PageKeys(self._chosen, self._exports, self._days, self)
        self._keys.search_wanted.connect(self._search.go_on)
        self._keys.search_wanted.connect(self.show_top)
        self._keys.clear_wanted.connect(self._clear_all)
        self._operators = OperatorNames(self.context, self)
        self._operators.read.connect(self._filters.set_operators)
        self.body.addWidget(self._filters)
        if not self._is_home:
            self.body.addWidget(RecordBanner(theme, shown, self._home))
        self.body.addWidget(self._trouble)
        self.body.addWidget(self._exported)
        self.body.addWidget(self._stack, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keys stand on the export buttons where the search has room for its hint beside them."""
        self._exports.show_keys(self.width() >= self.theme.scaled(_ROOM_FOR_KEYS))
        super().resizeEvent(event)

    # --- reading --------------------------------------------------------------------------

    def enter(self) -> None:
        """Today, with nothing searched, of the environment in force."""
        if self._is_home:
            self.begin()
        else:
            self._leave_for(KeptPage(self._home))

    def begin(self, kept: KeptPage | None = None) -> None:
        """Show today, with nothing searched, or stand where another page stood.

        One reading at first: a record that another program holds would keep all readers busy, and
        those of the record in force would wait.
        """
        self._wanted, self._first = None, ""
        self._filters.clear()
        self._exported.setVisible(self._exports.job.mark_seen())
        self._search.put("")
        self._begin_at_top()
        if kept is None:
            self.refresh()
        else:
            self.resume(kept)

    def show_payment(self, payment: Payment) -> None:
        """Show a payment, chosen in the list of its day."""
        self._wanted, self._first = local(payment.recorded_at).date(), str(payment.number)
        self._filters.clear()
        self._search.put("")
        self.refresh()

    def take_scan(self, text: str) -> bool:
        """Search for what was scanned; the payment of a paper is the only one that is found."""
        self._filters.clear()
        self._search.put(" ".join(text.split()))
        # Also where the same is scanned again, after something was chosen in the filters.
        self.refresh()
        self._begin_at_top()
        return True

    def keep(self) -> KeptPage:
        """Where the page stands, and what was said."""
        # The page that is built anew goes on with a file that is being written.
        exported = None if self._exports.job.is_running else self._exported.keep()
        return KeptPage(
            self.context.environment,
            self._wanted,
            self._table.current_id(),
            self._search.text(),
            self._filters.keep(),
            (exported, self._chosen.keep()),
        )

    def resume(self, kept: object) -> None:
        """Stand where that page stood, and say the same again."""
        if not isinstance(kept, KeptPage):
            return
        if kept.environment is not self.context.environment:
            self.record_wanted.emit(kept)
            return
        self._wanted, self._first = kept.day, kept.payment
        self._filters.resume(kept.filters)
        self._search.put(kept.words)
        exported, beside = kept.said
        self._exported.resume(exported)
        self._chosen.resume(beside)
        if kept.from_filters:
            self._filters.take_keyboard()
        self.refresh()

    def _show_record(self, environment: Environment) -> None:
        """Look for the same in the record of another environment."""
        kept, nothing = self.keep(), (None, None)
        self._leave_for(
            replace(kept, environment=environment, payment="", said=nothing, from_filters=True)
        )

    def _leave_for(self, kept: KeptPage) -> None:
        """Ask for the page of another record; that of the one in force has no banner to say it."""
        window = self.window()
        self.record_wanted.emit(kept)
        if kept.environment is self._home:
            announce(window, whose_text(self._home))

    def refresh(self) -> None:
        """Read the day, or what the search finds, again; late answers to older words are dropped.

        What was read on to is read on to again.
        """
        words = self._search.text().strip()
        tasks, read_to, after = self.context.tasks, 0, None
        chosen, seen = self._filters.chosen(), self._seen
        if seen is not None and (seen.words, seen.chosen) == (words, chosen):
            read_to, after = len(seen.payments), seen.before
        self._found.stop()
        tasks.cancel(self._job)
        is_search = bool(words) or chosen != NOTHING
        if is_search:
            most = max(found_rows.PAGE, read_to)
            job = search_job(self.context, words, chosen, self._wanted, most, after)
        else:
            job = day_job(self.context, self._wanted)
        self._job = tasks.read(self.context.ledger_job("read the payments", job), self._take)
        if is_search:
            sums = totals_job(self.context, words, chosen, self._wanted)
            self._sums.read(sums, is_same_search=read_to > 0)
        else:
            self._sums.stop()

    def _take(self, done: Result[Shown]) -> None:
        self._trouble.show_error(done.error)
        if done.value is None:
            return
        self._seen = done.value
        self._operators.read_once()
        self._found.put(done.value)
        self._days.show_day(self._wanted or done.value.today, done.value.today)
        if done.value.words or done.value.chosen.period is not None:
            self._days.show_span(self._filters.dates_text())
        settings = self.context.session.settings
        shown = (p.info for p in done.value.providers.values() if is_on(settings, p.info))
        self._operators.note(payment.operator for payment in done.value.payments)
        self._filters.set_choices(
            done.value.today, by_letter(shown), self._operators.names, done.value.records
        )
        self._show_rows()

    def _take_moved(self, shown: Shown) -> None:
        self._seen = shown

    # --- showing --------------------------------------------------------------------------

    def _show_rows(self) -> None:
        if self._seen is None:
            return
        shown = self._seen.payments
        had_focus = self._table.hasFocus() or self.title.hasFocus()
        is_found = self._seen.is_found
        self._table.show_payments(shown, self._seen.providers, is_dated=is_found)
        if is_found:
            self._sums.show()
        else:
            self._table.show_sums(shown)
        self._stack.setCurrentIndex(1 if shown else 2)
        if not shown:
            self._empty.explain(self._seen)
            self.show_top()
        if had_focus:
            self._take_focus()
        numbers = [str(payment.number) for payment in shown]
        if self._first in numbers:
            self._table.choose(self._first)
            self._first = ""
        elif shown and not self._table.current_id():
            self._table.choose(numbers[0])
        else:
            self._show_detail()

    def _show_detail(self) -> None:
        """Show the payment of the chosen row; there is none in an empty list."""
        payment, seen = self._current(), self._seen
        slug = "" if payment is None else payment.provider
        self._chosen.show(payment, None if seen is None else seen.providers.get(slug))

    def _current(self) -> ListedPayment | None:
        number = self._table.current_id()
        payments = self._seen.payments if self._seen else ()
        if not number and payments:
            # Its row is so far away that it was let go.
            return self._chosen.row
        return next((p for p in payments if str(p.number) == number), None)

    def _take_focus(self) -> None:
        """The table has the keyboard, or the heading while there is none."""
        if self._stack.currentIndex() == 1:
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.focus_title()

    def _begin_at_top(self) -> None:
        self._take_focus()
        self.show_top()

    # --- what a person does ---------------------------------------------------------------

    def _day_chosen(self) -> None:
        self._filters.show_days()
        self._search.put("")
        today = local(self.context.clock.now()).date()
        self._wanted = None if self._days.day == today else self._days.day
        self.refresh()

    def _to_export(self) -> tuple[Shown, date] | None:
        """What is shown: a day, or all that is found."""
        seen = self._seen
        return None if seen is None else (seen, self._wanted or seen.today)

    def _payments_changed(self, change: PaymentsChanged) -> None:
        """A paper changes its row alone; everything else is read again while it is seen."""
        if change.cause is Cause.PRINTED:
            for payment in change.payments:
                self._take_printed(payment)
        elif self.isVisible():
            self.refresh()

    def _take_printed(self, payment: Payment) -> None:
        if self._seen is None or payment.order.environment is not self.context.environment:
            return
        listed = ListedPayment.of(payment)
        payments = tuple(listed if p.key == listed.key else p for p in self._seen.payments)
        self._seen = replace(self._seen, payments=payments)
        self._found.put(self._seen)
        self._table.show_changed(listed, self._seen.providers)
        self._show_detail()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go through the list; :class:`PageKeys` takes the rest."""
        held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        is_move = event.key() in _MOVES and not event.modifiers() & held
        if is_move and self._stack.currentIndex() == 1:
            self._table.keyPressEvent(event)
        elif not self._keys.take(event):
            super().keyPressEvent(event)

    def _clear_all(self) -> None:
        if not self._is_home:
            self._leave_for(KeptPage(self._home))
            return
        self._filters.clear()
        self._search.put("")
        self.refresh()
        self._begin_at_top()
