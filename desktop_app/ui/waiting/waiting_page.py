"""Shows waiting payments, and cash that must be given back."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop_app.core.errors import BhuktaniError, Problem
from desktop_app.ui.kit.keyboard import ENTER_KEYS
from desktop_app.ui.kit.saved_file import NewsBanner
from desktop_app.ui.kit.section import Section
from desktop_app.ui.payment_kit.print_job import PrintJob
from desktop_app.ui.runtime.changes import Cause, PaymentsChanged
from desktop_app.ui.texts.problems import problem_sentence
from desktop_app.ui.waiting.actions import Action, action_for_key
from desktop_app.ui.waiting.card_list import CardList
from desktop_app.ui.waiting.check_all import CheckAll
from desktop_app.ui.waiting.check_controller import CheckController
from desktop_app.ui.waiting.decide import Decide
from desktop_app.ui.waiting.nothing import EmptyWaitingView
from desktop_app.ui.waiting.payment_actions import PaymentActions
from desktop_app.ui.waiting.waiting_row import DisplayContext, WaitingRow, load_items, recorded_text
from desktop_app.ui.widgets import BannerKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.core.payments.payment import Payment
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result
    from desktop_app.ui.waiting.card import PaymentCard

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Home: -1000, Qt.Key.Key_End: 1000}
_SECOND_MS = 1000
_SHOWN = frozenset({Cause.CHECKED, Cause.CHECKED_AUTOMATICALLY, Cause.RECORDED, Cause.REPLACED})
"""What changes the list; its own phone fields and papers show themselves."""


class WaitingPage(Section):
    """Open payments, oldest first, then those whose cash must be given back.

    A payment that becomes PAID before a person's eyes stays until the page is left.
    """

    new_payment = Signal()
    """The button of the empty place was pressed."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context, "waiting", self.tr("Waiting"))
        self._job = 0
        self._reading = False
        self._items: dict[int, WaitingRow] = {}
        self._print_job = PrintJob(context, self)
        self._checking = CheckController(context, self)
        self._checking.progressed.connect(self._show_checking)
        self._checking.finished.connect(self._say_checked)
        self._checking.refused.connect(self._take_refused)
        self._checking.answered.connect(self.refresh)
        context.changes.changed.connect(self._payments_changed)
        self._recording = PaymentActions(context, self)
        self._recording.recorded.connect(self._take_recorded)
        self._recording.refused.connect(self._take_not_recorded)
        self._recording.phone_kept.connect(self._take_phone)
        self._recording.phone_refused.connect(self._take_no_phone)
        self._check_all = CheckAll(self.theme)
        self._check_all.clicked.connect(self.check_due)
        self.head.addWidget(self._check_all)
        self._said = NewsBanner(context, "waiting.said")
        self._print_job.message.connect(self._said.say)
        self._print_job.saved.connect(self._said.offer)
        self._list = CardList(self.theme)
        self._list.made.connect(self._connect)
        self._acts: dict[Action, Callable[[int], None]] = {
            Action.CHECK: self._checking.check,
            Action.DECIDE: self.decide,
            Action.RETURN: self.return_cash,
            Action.PRINT: self.print,
            Action.PDF: self.save_pdf,
            Action.COPY: self.copy_reference,
            Action.HISTORY: lambda number: self._list.turn_history(),
        }
        self._empty = EmptyWaitingView(self.theme)
        self._empty.new.clicked.connect(self.new_payment)
        self._stack = QStackedWidget()
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._list)
        for page in (QWidget(), whole, self._empty):
            self._stack.addWidget(page)
        self.body.addWidget(self._said)
        self.body.addWidget(self._stack, 1)
        self._second = QTimer(self)
        self._second.setInterval(_SECOND_MS)
        self._second.timeout.connect(self.tick)

    # --- reading --------------------------------------------------------------------------

    def enter(self) -> None:
        """Read again, and take the keyboard. What was settled and seen is gone."""
        self._said.hide()
        self._items = {n: item for n, item in self._items.items() if not item.is_paid}
        super().enter()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> object:
        """The selected card, whether it is open, and what was said."""
        return self._list.selection(), self._said.keep()

    def resume(self, kept: object) -> None:
        """Select the same card as soon as there are cards, and say the same again."""
        match kept:
            case ((number, bool(opened)), said):
                if isinstance(number, int):
                    self._list.select_later(number, opened)
                self._said.resume(said)

    def refresh(self) -> None:
        """Read what is open and what is owed."""
        load = partial(load_items, self.context.catalog, self.context.clock, tuple(self._items))
        self.context.tasks.cancel(self._job)
        self._reading = True
        self._job = self.context.tasks.read(
            self.context.record_job("read what waits", load), self._take
        )

    def press_f5(self) -> None:
        """Look up all that are due."""
        self.check_due()

    def _take(self, done: Result[tuple[WaitingRow, ...]]) -> None:
        self._reading = False
        if done.value is None:
            if done.error is not None:
                sentence = problem_sentence(done.error)
                self._said.say(BannerKind.CAUTION, sentence.what, sentence.advice)
            return
        self._items = {item.number: item for item in done.value}
        self._show()

    def _show(self) -> None:
        items = tuple(self._items.values())
        waits = any(not item.owes and not item.is_paid for item in items)
        self.remark.setText(
            self.tr("Keep the cash of these payments. Checks run by themselves.") if waits else ""
        )
        self._check_all.setVisible(waits)
        had_focus = self.window().focusWidget() is self
        self._list.show_items(items, self._moment())
        self._show_checking()
        self._stack.setCurrentIndex(1 if items else 2)
        if not had_focus:
            return
        if items:
            self._list.take_focus()
        else:
            self._empty.new.setFocus(Qt.FocusReason.OtherFocusReason)

    def tick(self) -> None:
        """A second is over: count down. The ledger is read again only when a first pause ends."""
        moment = self._moment()
        for card in self._list.cards:
            card.show_time(moment)
        checks = (item.check for item in self._items.values())
        if not self._reading and any(c and c.is_outdated(moment.monotonic) for c in checks):
            self.refresh()

    def _moment(self) -> DisplayContext:
        clock = self.context.clock
        return DisplayContext(
            clock.now(), clock.monotonic(), self.context.session.settings.language
        )

    def _connect(self, card: PaymentCard) -> None:
        card.phone_noted.connect(self._recording.note_phone)
        card.action_requested.connect(lambda number, act: self._acts[act](number))

    # --- checks ---------------------------------------------------------------------------

    def check_due(self) -> None:
        """Look up all payments that are due, one call after the other."""
        self._said.hide()
        self._checking.check_due()

    def _show_checking(self) -> None:
        if self._checking.is_running and self._check_all.hasFocus():
            self._list.take_focus()
        self._check_all.show_run(self._checking)
        moment = self._moment()
        for card in self._list.cards:
            card.set_checking(self._checking.covers(card.number), moment)

    def _payments_changed(self, change: PaymentsChanged) -> None:
        """Read again while it is seen; coming here reads anyway."""
        if self.isVisible() and change.cause in _SHOWN:
            self.refresh()

    def _say_checked(self) -> None:
        """Say that nothing came of it; what was settled is told by a line above all pages."""
        count = self._checking.done
        if count and not self._checking.has_settled:
            self._said.say(BannerKind.INFO, self.tr("%n payment(s) checked.", "", count), "")
        elif not count:
            self._said.say(BannerKind.INFO, self.tr("No check is due now."), "")
        self.refresh()

    def _take_refused(self, error: BhuktaniError) -> None:
        if error.problem is not Problem.ILLEGAL_STEP:
            sentence = problem_sentence(error)
            self._said.say(BannerKind.CAUTION, sentence.what, sentence.advice)
        # Otherwise it was settled a moment before: the card shows it.
        self.refresh()

    # --- what is recorded -----------------------------------------------------------------

    def decide(self, number: int) -> None:
        """Ask the owner what support answered."""
        item = self._items.get(number)
        if item is not None and item.may_decide and not self._recording.is_busy(number):
            dialog = Decide(self.theme, self.window(), item)
            dialog.decided.connect(self._recording.decide)
            dialog.ask()

    def return_cash(self, number: int) -> None:
        """The customer has the cash back: recorded once."""
        item = self._items.get(number)
        if item is not None and item.owes and not self._recording.is_busy(number):
            self._said.say(BannerKind.INFO, self.tr("Recording…"), "")
            self._recording.return_cash(number)

    def _take_recorded(self, payment: Payment) -> None:
        self._said.say(BannerKind.GOOD, self.tr("Recorded."), recorded_text(payment))

    def _take_not_recorded(self, error: BhuktaniError) -> None:
        why = problem_sentence(error).what
        self._said.say(BannerKind.CAUTION, self.tr("This could not be recorded."), why)
        self.refresh()

    def _take_phone(self, payment: Payment) -> None:
        card, item = self._list.card(payment.number), self._items.get(payment.number)
        if card is not None and item is not None:
            fresh = replace(item, payment=payment)
            self._items[payment.number] = fresh
            card.show_item(fresh, self._moment())
            card.show_phone_kept(kept=True)

    def _take_no_phone(self, number: int) -> None:
        card = self._list.card(number)
        if card is not None:
            card.show_phone_kept(kept=False)
        self._said.say(BannerKind.CAUTION, self.tr("The phone number could not be saved."), "")

    # --- papers and keys ------------------------------------------------------------------

    def print(self, number: int) -> None:
        """Print the slip of a payment."""
        item = self._items.get(number)
        if item is not None:
            self._print_job.print(item.payment, item.label)

    def save_pdf(self, number: int) -> None:
        """Save the slip of a payment."""
        item = self._items.get(number)
        if item is not None:
            self._print_job.save_pdf(item.payment, item.label)

    def copy_reference(self, number: int) -> None:
        """Put the reference where it can be pasted, for support."""
        item = self._items.get(number)
        if item is not None:
            reference = item.payment.order.reference
            QGuiApplication.clipboard().setText(reference)
            self._said.say(BannerKind.INFO, self.tr("Reference copied."), reference)

    def showEvent(self, event: QShowEvent) -> None:
        """Count down while it is seen."""
        super().showEvent(event)
        self._second.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop the countdown while hidden."""
        super().hideEvent(event)
        self._second.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move; Enter, F9, Ctrl with S, R and C act on the selected card."""
        if not self._take_key(event):
            super().keyPressEvent(event)

    def _take_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        card, act = self._list.selected(), action_for_key(event)
        if card is None or (event.isAutoRepeat() and key not in _STEPS):
            return False
        if key in _STEPS:
            self._list.step(_STEPS[key])
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._list.show_history(key == Qt.Key.Key_Right)
        elif key in ENTER_KEYS:
            if card.hasFocus():
                card.action.press_enter()
        elif act is Action.RETURN:
            number = self._list.owing()
            if number is not None:
                self.return_cash(number)
        elif act is not None:
            self._acts[act](card.number)
        else:
            return False
        return True
