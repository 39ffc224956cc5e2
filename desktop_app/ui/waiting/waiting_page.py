"""Shows waiting payments, and cash that must be given back."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop_app.core.errors import BhuktaniError, Problem
from desktop_app.ui.kit.keyboard import ENTER_KEYS
from desktop_app.ui.kit.saved_file import MessageBanner
from desktop_app.ui.kit.section import Section
from desktop_app.ui.runtime.changes import Cause, PaymentsChanged
from desktop_app.ui.texts.problems import problem_sentence
from desktop_app.ui.waiting.actions import Action, action_for_key
from desktop_app.ui.waiting.card_list import CardList
from desktop_app.ui.waiting.check_all import CheckAll
from desktop_app.ui.waiting.check_controller import CheckController
from desktop_app.ui.waiting.nothing import EmptyWaitingView
from desktop_app.ui.waiting.payment_actions import PaymentActions
from desktop_app.ui.waiting.waiting_row import DisplayContext, Group
from desktop_app.ui.waiting.waiting_rows import WaitingRows
from desktop_app.ui.widgets import BannerKind

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent

    from desktop_app.core.payments.payment import Payment
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.waiting.card import PaymentCard

_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -10,
    Qt.Key.Key_PageDown: 10,
    Qt.Key.Key_Home: -sys.maxsize,
    Qt.Key.Key_End: sys.maxsize,
}
_SECOND_MS = 1000
_SHOWN = frozenset(Cause) - {Cause.PHONE_NOTED, Cause.PRINTED, Cause.SENT}
"""What changes the list; its own phone fields and papers show themselves."""


class WaitingPage(Section):
    """Open payments, oldest first, then those whose cash must be given back.

    A payment that becomes PAID before a person's eyes stays until the page is left.
    """

    new_payment = Signal()
    """The button of the empty place was pressed."""
    pay_again = Signal(object, object)
    """The bill of a payment that came back is to be paid again: its company, and the payment."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context, "waiting", self.tr("Waiting"))
        self._rows = WaitingRows(context, self)
        self._rows.changed.connect(self._show)
        self._rows.refused.connect(self._say_problem)
        self._checking = CheckController(context, self)
        self._checking.progressed.connect(self._show_checking)
        self._checking.finished.connect(self._say_checked)
        self._checking.refused.connect(self._take_refused)
        self._checking.answered.connect(self._rows.follow)
        context.changes.changed.connect(self._payments_changed)
        self._message = MessageBanner(context, "waiting.message")
        self._actions = PaymentActions(context, self._rows, self._message, self)
        self._actions.refused.connect(self.refresh)
        self._actions.pay_again.connect(self.pay_again)
        self._actions.phone_kept.connect(self._take_phone)
        self._actions.phone_refused.connect(self._take_no_phone)
        self._check_all = CheckAll(self.theme)
        self._check_all.clicked.connect(self.check_due)
        self.head.addWidget(self._check_all)
        self._list = CardList(self.theme, self._moment, self._checking.covers)
        self._list.made.connect(self._connect)
        self._empty = EmptyWaitingView(self.theme)
        self._empty.new.clicked.connect(self.new_payment)
        self._stack = QStackedWidget()
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._list)
        for page in (QWidget(), whole, self._empty):
            self._stack.addWidget(page)
        # The list reaches into the page's padding, where the ring of a card has room.
        room, margins = self.theme.metrics.ring_room, self.body.contentsMargins()
        margins.setLeft(margins.left() - room)
        self.body.setContentsMargins(margins)
        self.head.setContentsMargins(room, 0, 0, 0)
        said = QVBoxLayout()
        said.setContentsMargins(room, 0, 0, 0)
        said.addWidget(self._message)
        self.body.addLayout(said)
        self.body.addWidget(self._stack, 1)
        self._second = QTimer(self)
        self._second.setInterval(_SECOND_MS)
        self._second.timeout.connect(self.tick)

    # --- reading --------------------------------------------------------------------------

    def enter(self) -> None:
        """Read again, and take the keyboard. What was settled and seen is gone."""
        self._message.hide_if_read()
        self._rows.drop_paid()
        super().enter()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def point_to(self, payment: Payment) -> None:
        """Its keys act on the payment that the clerk has just read of, not on the first one."""
        self._list.select_later(payment.number, opened=False)

    def keep(self) -> object:
        """The selected card, whether it is open, and what was said."""
        return self._list.selection(), self._message.keep()

    def resume(self, kept: object) -> None:
        """Select the same card as soon as there are cards, and say the same again."""
        match kept:
            case ((number, bool(opened)), said):
                if isinstance(number, int):
                    self._list.select_later(number, opened)
                self._message.resume(said)

    def refresh(self) -> None:
        """Read what is open and what is owed."""
        self._rows.read()

    def press_f5(self) -> None:
        """Look up all that are due."""
        self.check_due()

    def _show(self) -> None:
        items = tuple(self._rows)
        waits = any(item.group is Group.OPEN and not item.is_paid for item in items)
        self.remark.setText(
            self.tr("Keep the cash of these payments. Checks run by themselves.") if waits else ""
        )
        self._check_all.setVisible(waits)
        had_focus = self.window().focusWidget() is self
        self._list.show_items(items)
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
        self._list.show_time()
        self._rows.read_if_outdated()

    def _moment(self) -> DisplayContext:
        clock = self.context.clock
        return DisplayContext(
            clock.now(), clock.monotonic(), self.context.session.settings.language
        )

    def _connect(self, card: PaymentCard) -> None:
        card.phone_noted.connect(self._actions.note_phone)
        card.action_requested.connect(self._perform)

    def _perform(self, number: int, action: Action) -> None:
        if action is Action.CHECK:
            self._checking.check(number)
        elif action is Action.HISTORY:
            self._list.turn_history()
        else:
            self._actions.perform(action, number)

    # --- checks ---------------------------------------------------------------------------

    def check_due(self) -> None:
        """Look up all payments that are due, one call after the other."""
        self._message.hide()
        self._checking.check_due()

    def _show_checking(self) -> None:
        if self._checking.is_running and self._check_all.hasFocus():
            self._list.take_focus()
        self._check_all.show_run(self._checking)
        self._list.show_checking()

    def _payments_changed(self, change: PaymentsChanged) -> None:
        """Read again while it is seen; coming here reads anyway."""
        if self.isVisible() and change.cause in _SHOWN:
            self.refresh()

    def _say_checked(self) -> None:
        """Say that nothing came of it; what was settled is told by a line above all pages."""
        count = self._checking.done
        if count and not self._checking.has_settled:
            self._message.show_message(
                BannerKind.INFO, self.tr("%n payment(s) checked.", "", count), ""
            )
        elif not count:
            self._message.show_message(BannerKind.INFO, self.tr("No check is due now."), "")
        self.refresh()

    def _take_refused(self, error: BhuktaniError) -> None:
        if error.problem is not Problem.ILLEGAL_STEP:
            self._say_problem(error)
        # Otherwise it was settled a moment before: the card shows it.
        self.refresh()

    def _say_problem(self, error: BhuktaniError) -> None:
        sentence = problem_sentence(error)
        self._message.show_message(BannerKind.CAUTION, sentence.what, sentence.advice)

    # --- cards ----------------------------------------------------------------------------

    def _take_phone(self, payment: Payment) -> None:
        row = self._rows.update(payment)
        if row is not None:
            self._list.show_item(row)
        self._show_phone(payment.number, kept=True)

    def _take_no_phone(self, number: int) -> None:
        self._show_phone(number, kept=False)

    def _show_phone(self, number: int, *, kept: bool) -> None:
        card = self._list.card(number)
        if card is not None:
            card.show_phone_kept(kept=kept)

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
                self._perform(number, act)
        elif act is not None:
            self._perform(card.number, act)
        else:
            return False
        return True
