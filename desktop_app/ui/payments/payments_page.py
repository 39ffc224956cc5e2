"""Payments of a day, or those of all years that a search finds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.core.company_choice import is_on
from desktop_app.core.payments.listed import ListedPayment
from desktop_app.core.provider_search import by_letter
from desktop_app.exports.table import ExportKind
from desktop_app.formatting.dates import local
from desktop_app.ui.kit.empty_state import EmptyState
from desktop_app.ui.kit.keyboard import TAKES_SCAN
from desktop_app.ui.kit.saved_file import MessageBanner
from desktop_app.ui.kit.section import Section
from desktop_app.ui.kit.trouble_banner import TroubleBanner
from desktop_app.ui.payments import found_rows
from desktop_app.ui.payments.chosen_payment import ChosenPayment
from desktop_app.ui.payments.day_bar import DayBar
from desktop_app.ui.payments.day_list import DayList
from desktop_app.ui.payments.detail_panel import DetailPanel
from desktop_app.ui.payments.export_buttons import ExportButtons
from desktop_app.ui.payments.filter_row import NOTHING, FilterRow
from desktop_app.ui.payments.found_rows import FoundRows
from desktop_app.ui.payments.found_sums import FoundSums
from desktop_app.ui.payments.operator_names import OperatorNames
from desktop_app.ui.payments.reading import Shown, day_job, search_job, totals_job
from desktop_app.ui.runtime.changes import Cause, PaymentsChanged
from desktop_app.ui.widgets import TextField
from desktop_app.ui.widgets.page_body import LeastHigh

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from desktop_app.core.payments.payment import Payment
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result

_CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_ROOM_FOR_KEYS = 1150
"""The width of a page on a screen of 1366, without the frame of TEST and PRACTICE."""
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class PaymentsPage(Section):
    """A day's payments, newest first; the chosen one in full beside them."""

    def __init__(self, context: AppContext) -> None:
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
        hint = self.tr("Name, ID, phone, receipt, amount")
        self._search = TextField(
            theme,
            self.tr("Search all payments"),
            height=44,
            icon="search",
            key="" if theme.compact else "Ctrl F",
            name="payments.search",
        )
        self._search.set_hints(hint, self.tr("Name, ID, amount"), self.tr("Search"))
        self._search.setToolTip(hint)
        self._search.setMaximumWidth(self.theme.scaled(420))
        self._search.setProperty(TAKES_SCAN, True)
        self._search.textChanged.connect(self.refresh)
        self.remark.hide()
        self._exports = ExportButtons(self.context, self._to_export)
        self.head.addWidget(self._days)
        self.head.addStretch(1)
        self.head.addWidget(self._exports)
        # Before the empty room beside it, up to its full width.
        self.head.addWidget(self._search, 100)
        self._trouble = TroubleBanner(theme, "payments.trouble")
        self._exported = MessageBanner(self.context, "payments.exported")
        self._detail = DetailPanel(self.context)
        self._detail.message_place.gone.connect(self.show_top)
        self._chosen = ChosenPayment(self.context, self._detail, self)
        self._table = DayList(theme, session.settings.language)
        self._table.chosen.connect(self._show_detail)
        self._found = FoundRows(self.context, self._table, self)
        self._found.moved.connect(self._take_moved)
        self._sums = FoundSums(self.context, self._table, self)
        self._empty = EmptyState(theme, "receipt-text", "text3", name="payments.empty")
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
        self._filters = FilterRow(theme, session.settings.language, today)
        self._filters.changed.connect(self.refresh)
        self._operators = OperatorNames(self.context, self)
        self._operators.read.connect(self._filters.set_operators)
        self.body.addWidget(self._filters)
        self.body.addWidget(self._trouble)
        self.body.addWidget(self._exported)
        self.body.addWidget(self._stack, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keys stand on the export buttons where the search has room for its hint beside them."""
        self._exports.show_keys(self.width() >= self.theme.scaled(_ROOM_FOR_KEYS))
        super().resizeEvent(event)

    # --- reading --------------------------------------------------------------------------

    def enter(self) -> None:
        """Today, with nothing searched."""
        self._wanted, self._first = None, ""
        self._filters.clear()
        self._exported.setVisible(self._exports.job.mark_seen())
        self._empty_search()
        self.refresh()
        self._operators.read_once()
        self._begin_at_top()

    def show_payment(self, payment: Payment) -> None:
        """Show a payment, chosen in the list of its day."""
        self._wanted, self._first = local(payment.recorded_at).date(), str(payment.number)
        self._filters.clear()
        self._empty_search()
        self.refresh()

    def take_scan(self, text: str) -> bool:
        """Search for what was scanned; the payment of a paper is the only one that is found."""
        self._filters.clear()
        self._search.setText(" ".join(text.split()))
        self._begin_at_top()
        return True

    def _empty_search(self) -> None:
        """Clear the search without reading; who calls it reads."""
        blocker = QSignalBlocker(self._search)
        self._search.clear()
        blocker.unblock()

    def keep(self) -> object:
        """The day, the payment that is chosen in it, and what was said."""
        # The page that is built anew goes on with a file that is being written.
        exported = None if self._exports.job.is_running else self._exported.keep()
        said = exported, self._chosen.keep()
        return self._wanted, self._table.current_id(), said

    def resume(self, kept: object) -> None:
        """Show that day again, with that payment chosen, and say the same again."""
        match kept:
            case (date() | None as day, str(chosen), (exported, beside)):
                self._wanted, self._first = day, chosen
                self._exported.resume(exported)
                self._chosen.resume(beside)
                self.refresh()

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
        self._found.put(done.value)
        self._days.show_day(self._wanted or done.value.today, done.value.today)
        if done.value.words or done.value.chosen.period is not None:
            self._days.show_span(self._filters.dates_text())
        settings = self.context.session.settings
        shown = (p.info for p in done.value.providers.values() if is_on(settings, p.info))
        self._operators.note(payment.operator for payment in done.value.payments)
        self._filters.set_choices(done.value.today, by_letter(shown), self._operators.names)
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
        self._show_empty(bool(shown), self._seen)
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

    def _show_empty(self, something: bool, seen: Shown) -> None:
        if seen.words:
            clear = self.tr("No payment matches “{words}”. Esc clears the search.")
            self._empty.set_text(self.tr("No match"), clear.format(words=seen.words))
        elif seen.is_found:
            self._empty.set_text(self.tr("No match"), self.tr("Esc clears the filters."))
        else:
            self._empty.set_text(self.tr("No payments on this day"))
        self._stack.setCurrentIndex(1 if something else 2)
        if not something:
            self.show_top()

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
        self._empty_search()
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
        """Ctrl with letters, F8, F9, Alt with the arrows; letters search, Esc clears."""
        if not self._take_key(event):
            super().keyPressEvent(event)

    def _take_key(self, event: QKeyEvent) -> bool:
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        control = modifiers == Qt.KeyboardModifier.ControlModifier
        alt = modifiers & Qt.KeyboardModifier.AltModifier
        plain = not control and not alt
        with_control: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_F: self._go_to_search,
            Qt.Key.Key_C: self._chosen.copy_reference,
            Qt.Key.Key_S: self._chosen.save_pdf,
            Qt.Key.Key_W: self._chosen.share,
            Qt.Key.Key_B: self._chosen.record_reversal,
            Qt.Key.Key_E: partial(self._exports.press, ExportKind.EXCEL),
        }
        if control and key in with_control:
            with_control[key]()
        elif key == Qt.Key.Key_E and modifiers == _CONTROL_SHIFT:
            self._exports.press(ExportKind.CSV)
        elif key == Qt.Key.Key_F9:
            self._chosen.print()
        elif key == Qt.Key.Key_F8:
            self._chosen.ask_service()
        elif alt and key == Qt.Key.Key_Left:
            self._days.go(-1)
        elif alt and key == Qt.Key.Key_Right:
            self._days.go(1)
        elif plain and key in _MOVES and self._stack.currentIndex() == 1:
            self._table.keyPressEvent(event)
        elif key == Qt.Key.Key_Escape:
            self._filters.clear()
            self._empty_search()
            self.refresh()
            self._begin_at_top()
        elif plain and event.text().strip() and event.text().isprintable():
            self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._search.insert(event.text())
            self.show_top()
        else:
            return False
        return True

    def _go_to_search(self) -> None:
        self._search.select_all()
        self.show_top()
