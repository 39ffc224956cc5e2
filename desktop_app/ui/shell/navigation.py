"""Shows rail, status bar and the sections, and moves between them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_app.core.receipts import is_paper_code
from desktop_app.ui.runtime.day_watch import DayWatch
from desktop_app.ui.shell.new_payment import NewPayment
from desktop_app.ui.shell.notification_bar import NotificationBar
from desktop_app.ui.shell.operator_menu import OperatorMenu
from desktop_app.ui.shell.owners_door import OwnersDoor
from desktop_app.ui.shell.places import SECTION_KEYS, make_rail
from desktop_app.ui.shell.sections import Sections
from desktop_app.ui.shell.status_bar import StatusBar
from desktop_app.ui.shell.waiting_badge import WaitingBadge
from desktop_app.ui.widgets.page_turn import page_turn
from desktop_app.ui.wizard.wizard import Wizard

if TYPE_CHECKING:
    from desktop_app.core.payment_flow import Flow
    from desktop_app.core.payments.payment import Payment
    from desktop_app.ui.kit.section import Section
    from desktop_app.ui.runtime.auto_check import AutoChecker
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.shift.opening_questions import OpeningQuestions

_WITHIN = {"credit": "dayclose", "commission": "dayclose"}
"""Sections without an item of their own, and the item from which they are reached."""


@dataclass(frozen=True, slots=True)
class ViewState:
    """The section that was shown, what its page asked to keep, and the notification above."""

    section: str
    page: object
    notification: object


class MainView(QWidget):
    """``go`` shows a section by the id of its rail item."""

    sending_changed = Signal(bool)
    page_shown = Signal(int)
    troubled = Signal(object)
    """Something outside of any page did not work."""
    lock_wanted = Signal(str)
    """A person locks the counter, for the person of this id; empty for anybody."""

    def __init__(self, context: AppContext, flow: Flow, auto_checker: AutoChecker) -> None:
        super().__init__()
        self.setAutoFillBackground(True)
        self._context = context
        self._flow = flow
        self._at = "payment"
        self._door = OwnersDoor(context, flow, self)
        self._door.opened.connect(self._show)
        # The rail has marked the section already.
        self._door.stayed_shut.connect(self._mark_rail)
        self._build()
        self._keys = [QShortcut(QKeySequence(key), self) for key in SECTION_KEYS.values()]
        for shortcut, item in zip(self._keys, SECTION_KEYS, strict=True):
            shortcut.activated.connect(lambda at=item: self._chosen(at))
        QShortcut(QKeySequence("F1"), self, self._show_keys)
        QShortcut(QKeySequence("F5"), self, self._refresh)
        QShortcut(QKeySequence("F11"), self, self._operators.call_next)
        auto_checker.troubled.connect(self.troubled)
        context.gate.changed.connect(self._leave_owners)
        self.day_watch = DayWatch(context.clock, self)
        self.day_watch.changed.connect(self.read_again)

    # --- building -------------------------------------------------------------------------

    def _build(self) -> None:
        context = self._context
        self._rail = make_rail(context.theme)
        self._rail.chosen.connect(self._chosen)
        self._rail.help_asked.connect(self._show_keys)
        self._badge = WaitingBadge(context, self._rail, self)
        self._badge.troubled.connect(self.troubled)
        self._status_bar = StatusBar(context)
        self._operators = OperatorMenu(context, self._status_bar.operator_button)
        self._operators.other.connect(self._other_operator)
        self._operators.switch_wanted.connect(self.lock_wanted)
        self._status_bar.operator_button.setMenu(self._operators)
        self._wizard = Wizard(context, self._flow)
        self._new_payment = NewPayment(context, self._flow, self._wizard)
        self._new_payment.wizard_wanted.connect(lambda: self.go("payment"))
        self._notification = NotificationBar(context, self._is_shown)
        self._notification.opened.connect(lambda: self.go("waiting"))
        self._stack = Sections(context, self._wizard)
        self._stack.new_payment.connect(lambda: self._chosen("payment"))
        self._stack.payment_goes_on.connect(lambda: self.go("payment"))
        self._stack.customer_chosen.connect(self._new_payment.pay_for)
        self._stack.pay_again.connect(self._new_payment.pay_again)
        self._stack.wanted.connect(self.go)
        self._stack.payment_chosen.connect(self._open_payment)
        self._wizard.sending_changed.connect(self._on_sending)
        self._wizard.page_shown.connect(self.page_shown)
        self._wizard.open_waiting.connect(lambda: self.go("waiting"))
        self._wizard.open_payment.connect(self._open_payment)
        self._wizard.confirm_shown.connect(self._look_at_drawer)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._status_bar)
        right.addWidget(self._notification)
        right.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addLayout(right, 1)
        for part in self.reading_order:
            # A screen reader takes them in the order in which they lie over each other.
            part.raise_()

    @cached_property
    def _opening_questions(self) -> OpeningQuestions:
        from desktop_app.ui.shift.opening_questions import OpeningQuestions

        opening = OpeningQuestions(self._context, self._flow, self._wizard)
        opening.count_wanted.connect(self._count_cash)
        return opening

    def _look_at_drawer(self) -> None:
        self._opening_questions.look()

    # --- going ----------------------------------------------------------------------------

    def current(self) -> str:
        """The id of the section that is shown.

        Not what the rail marks: it marks an item before it tells that the item was pressed.
        """
        return self._at

    @property
    def reading_order(self) -> tuple[QWidget, ...]:
        """The parts as Tab goes through them: what a page is for comes first."""
        return (self._stack, self._rail, self._status_bar, self._notification)

    @property
    def current_page(self) -> Wizard | Section:
        """The page that is shown."""
        return self._stack.page(self.current())

    def go(self, item: str) -> None:
        """Show a section; not while a payment is being sent."""
        if self._flow.sending:
            self._mark_rail()
            return
        if item != "settings":
            self._context.gate.end_visit()
        self._door.go(item)

    def _leave_owners(self) -> None:
        """Another person is at the counter: what only an owner opens is not left open."""
        if self._door.must_leave(self._at):
            self.go("payment")

    def _mark_rail(self) -> None:
        self._rail.select(_WITHIN.get(self._at, self._at))

    def _show(self, item: str) -> None:
        read_of = self._flow.payment if self._at == "payment" else None
        if item != "payment":
            self._wizard.leave()
        self._notification.forget_scan()
        self._at = item
        self._mark_rail()
        page = self._stack.page(item)
        before = self._stack.currentWidget()
        with page_turn(before if before is not page else None):
            self._stack.setCurrentWidget(page)
            if isinstance(page, Wizard):
                page.show_step()
            else:
                page.enter()
                if read_of is not None:
                    page.point_to(read_of)
        self._badge.refresh()

    def keep(self) -> ViewState:
        """Return what a rebuilt view needs to show the same section, page state and
        notification.
        """
        return ViewState(self._at, self.current_page.keep(), self._notification.keep())

    def resume(self, kept: ViewState) -> None:
        """Show what was shown before the window was laid out anew."""
        allowed = self._door.allows(kept.section)
        self.go(kept.section if allowed else "payment")
        if allowed:
            self.current_page.resume(kept.page)
        self._notification.resume(kept.notification)

    def _is_shown(self, payment: Payment) -> bool:
        """The page on the screen is about this payment."""
        return self._at == "payment" and self._wizard.shows(payment)

    def take_scan(self, text: str) -> None:
        """Do what a bar code means on the page that is shown: a paper's opens its payment, where no
        cash is being taken; the rest is the page's. Nothing is pressed by it.
        """
        if not self.isVisible() or self._flow.sending:
            return
        page = self.current_page
        is_paper = is_paper_code(text)
        if is_paper and not (isinstance(page, Wizard) and page.is_taking_cash):
            if self._at != "payments":
                # Coming there would leave the record that was chosen, for the one in force.
                self.go("payments")
            self._stack.search_payments(text)
        elif is_paper or not page.take_scan(text):
            self._notification.show_scan(text)

    def show_scan(self) -> None:
        """A bar code was read where none is wanted."""
        if self._stack.currentWidget() is self._wizard:
            self._wizard.show_scan()

    def open_backup(self) -> None:
        """The page of the settings from which a damaged record is replaced."""
        self._context.session.unsaved.settings_page = "backup"
        self.go("settings")

    def _count_cash(self) -> None:
        """Count the cash of the drawer; F2 returns to the payment in progress."""
        self.go("dayclose")
        self._stack.count_cash()

    def _open_payment(self, payment: Payment) -> None:
        """Show a payment in the list of its day; F2 returns to the payment in progress."""
        self.go("payments")
        self._stack.show_payment(payment)

    def _other_operator(self) -> None:
        """Open the settings at the field for a new name."""
        self._context.session.unsaved.settings_page = "shop"
        self.go("settings")
        field = self.findChild(QLineEdit, "settings.operator")
        if field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            field.selectAll()

    def _chosen(self, item: str) -> None:
        """F2 on the wizard begins anew; elsewhere it comes back to where the payment was."""
        if item != "payment" or self.current() != "payment":
            self.go(item)
        else:
            self._new_payment.restart()

    def _on_sending(self, sending: bool) -> None:
        reason = self.tr("A payment is being sent. Wait for the answer.")
        self._rail.enable(not sending, reason)
        self._rail.setToolTip(reason if sending else "")
        self._status_bar.operator_button.enable(not sending, reason)
        self.sending_changed.emit(sending)

    def _show_keys(self) -> None:
        from desktop_app.ui.help.help_row import open_keys

        if not self._flow.sending:
            open_keys(self._context, self.window())

    # --- reading again --------------------------------------------------------------------

    def _refresh(self) -> None:
        page = self.current_page
        if isinstance(page, Wizard):
            self._context.session.ask_balance()
        else:
            page.press_f5()

    def read_again(self) -> None:
        """Read again what is shown; what is typed stays.

        Midnight has passed, the clock was set, or the counter is not locked any more: a page that
        is not seen hears of no change.
        """
        self._status_bar.show_date()
        self._badge.refresh()
        page = self.current_page
        if isinstance(page, Wizard):
            page.refresh_day()
        elif self.current() != "settings":
            page.refresh()
