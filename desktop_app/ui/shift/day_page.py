"""The figures of today so far, and the drawer: its shift is opened, counted and closed here."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.core.clock import AND_LATER
from desktop_app.core.shifts.drawer import DrawerState
from desktop_app.core.shifts.figures import cash_of, figures_of
from desktop_app.formatting.dates import bs_moment_text, bs_text_with_weekday, local
from desktop_app.ui.kit.keyboard import ENTER_KEYS
from desktop_app.ui.kit.saved_file import MessageBanner
from desktop_app.ui.kit.section import Section
from desktop_app.ui.kit.trouble_banner import TroubleBanner
from desktop_app.ui.payment_kit.sweep_button import SweepButton
from desktop_app.ui.runtime.changes import Cause, PaymentsChanged
from desktop_app.ui.shift.begun_count import BegunCount
from desktop_app.ui.shift.count_page import CountFor, CountPage, CountState
from desktop_app.ui.shift.day_facts import Today
from desktop_app.ui.shift.day_overview import DayOverview
from desktop_app.ui.shift.drawer_actions import DrawerActions
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import (
    BannerKind,
    Button,
    ButtonSize,
    Footer,
    PlainLabel,
    Variant,
)
from desktop_app.ui.widgets.announce import announce
from desktop_app.ui.widgets.page_body import ShownStack
from desktop_app.ui.widgets.page_turn import page_turn

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop_app.core.payments.ports import Ledger
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result


class DayPage(Section):
    """Shows the figures of today, or counts the cash: to open the shift, and to close it."""

    payment_goes_on = Signal()
    """The cash is counted that a payment was left for."""
    credit_wanted = Signal()
    """The shop's credit at the service is to be compared."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context, "dayclose", self.tr("Day close"), self.tr("so far today"))
        self._job = 0
        self._wants_count = self._returns = False
        context.changes.changed.connect(self._payments_changed)
        theme = self.theme
        self._trouble = TroubleBanner(theme, "dayclose.trouble")
        self._overview = DayOverview(context)
        self._nothing = QWidget()
        self._shown: QWidget = self._nothing
        self._stack = ShownStack()
        for shown in (self._nothing, self._overview):
            self._stack.add(shown)
        # Qt gives it to the turn of the event loop after the one that shows the day.
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.timeout.connect(self._make_count)
        self._said = MessageBanner(context, "dayclose.said")
        self._drawer = DrawerState(None)
        self._begun = BegunCount(context, self)
        self._actions = DrawerActions(context, self)
        self._actions.message.connect(self._said.show_message)
        self._actions.unrecorded.connect(self._said.show_made)
        self._actions.saved.connect(self._said.offer)
        self._actions.done.connect(self.refresh)
        self._actions.opened.connect(self._take_opened)
        self.body.addWidget(self._trouble)
        self.body.addWidget(self._said)
        self.body.addWidget(self._stack, 1)
        self._earlier = Button(
            theme,
            self.tr("Earlier closes"),
            key="Ctrl H",
            size=ButtonSize.SMALL,
            name="dayclose.closes",
        )
        self._earlier.clicked.connect(self._actions.ask_closes)
        self._credit = Button(
            theme, self.tr("Balance"), key="Ctrl B", size=ButtonSize.SMALL, name="dayclose.credit"
        )
        self._credit.clicked.connect(self.credit_wanted)
        self.head.addWidget(self._credit)
        self._sweep = SweepButton(context, self.tr("Check paid bills"), "dayclose.sweep")
        self._sweep.clicked.connect(self._check_paid)
        self._sweep.message.connect(self._said.show_message)
        self.head.addWidget(self._sweep)
        self.head.addWidget(self._earlier)
        self._build_footer()

    def _build_footer(self) -> None:
        theme = self.theme
        footer = Footer(theme, name="dayclose.footer")
        self._missing = PlainLabel(
            theme, "", TextRole.LABEL, "text2", wrap=True, name="dayclose.missing"
        )
        self._back = Button(theme, self.tr("Back"), key="Esc", name="dayclose.back")
        self._back.clicked.connect(self._break_off)
        self._move = Button(theme, self.tr("Cash in or out"), key="Ctrl M", name="dayclose.move")
        self._move.clicked.connect(self._actions.ask_movement)
        self._x_report = Button(theme, self.tr("X report"), key="F9", name="dayclose.x")
        self._x_report.clicked.connect(self._print_x)
        self._next = Button(theme, "", Variant.PRIMARY, key="Ctrl Enter", name="dayclose.next")
        self._next.clicked.connect(self._go_on)
        footer.add_left(self._missing)
        for button in (self._back, self._move, self._x_report, self._next):
            footer.add_right(button)
        self.set_footer(footer)

    @cached_property
    def _count(self) -> CountPage:
        """The page for counting, made once the day is seen, or when it is wanted before."""
        count = CountPage(self.theme)
        count.changed.connect(self._show_footer)
        count.edited.connect(self._begun.keep)
        self._stack.add(count)
        return count

    def _make_count(self) -> None:
        _ = self._count

    def enter(self) -> None:
        """Read again, and take the keyboard from the place before."""
        self._said.hide_if_read()
        self._wants_count = self._returns = False
        self._show_part(self._nothing)
        super().enter()
        self.focus_title()

    def count_cash(self) -> None:
        """Count as soon as the drawer is read: a payment waits for its shift."""
        self._wants_count = self._returns = True

    def keep(self) -> object:
        """What was said, and how far the cash is counted."""
        return self._said.keep(), self._drawer, self._count.keep() if self._counts else None

    def resume(self, kept: object) -> None:
        """Say the same again, and go on counting."""
        match kept:
            case (said, DrawerState() as drawer, count):
                self._said.resume(said)
                self._drawer = drawer
                self._begun.look_at(drawer)
                if isinstance(count, CountState):
                    self._show_part(self._count)
                    self._count.resume(count, drawer.report, drawer.last_counted)

    def refresh(self) -> None:
        """Read the day again."""
        clock, catalog, shifts = self.context.clock, self.context.catalog, self.context.shifts
        environment, till = self.context.environment, self.context.session.counter().till

        def load(ledger: Ledger) -> Today:
            since = clock.start_of_day()
            until = since + AND_LATER
            return Today(
                drawer=shifts.state(environment, till),
                figures=figures_of(
                    ledger.history.between(since, until),
                    ledger.history.returned_between(since, until),
                    since,
                    until,
                ),
                held=cash_of(p for p in ledger.open_payments() if p.recorded_at < since),
                owed=cash_of(p for p in ledger.cash_to_return() if p.recorded_at < since),
                providers={p.info.slug: p for p in catalog.providers()},
            )

        self.context.tasks.cancel(self._job)
        self._job = self.context.tasks.read(
            self.context.ledger_job("read the day", load), self._take
        )

    def _payments_changed(self, change: PaymentsChanged) -> None:
        """Read the day again while it is seen; a paper changes no figure."""
        if self.isVisible() and change.cause is not Cause.PRINTED:
            self.refresh()

    def _take(self, done: Result[Today]) -> None:
        self._trouble.show_error(done.error)
        if done.value is None:
            return
        today = done.value
        self._drawer = today.drawer
        self._begun.look_at(today.drawer)
        self.remark.setText(self._remark_text())
        self._overview.show_day(today)
        if self._counts:
            self._count.update_report(today.drawer.report)
        if self._wants_count or (not self._counts and self._begun.is_interrupted):
            self._wants_count = False
            self._begin_count()
        elif not self._counts:
            self._show_part(self._overview)
            self._counting.start()
        elif not self._count.purpose.fits(today.drawer):
            self._leave_count()
        self._show_footer()

    def _remark_text(self) -> str:
        language, now = self.context.session.settings.language, self.context.clock.now()
        parts = [self.tr("so far today"), bs_text_with_weekday(local(now).date(), language)]
        # In a small window the buttons beside it need the room.
        return parts[0] if self.theme.compact else " · ".join(parts)

    # --- the drawer -----------------------------------------------------------------------

    @property
    def _counts(self) -> bool:
        """The cash is being counted."""
        return isinstance(self._shown, CountPage)

    def _show_part(self, part: QWidget) -> None:
        self._shown = part
        self._stack.show_part(part)

    def _show_footer(self) -> None:
        report, counts = self._drawer.report, self._counts
        self._back.setVisible(counts)
        for button in (self._earlier, self._credit, self._sweep):
            button.setVisible(not counts)
        self._move.setVisible(not counts and report is not None)
        self._x_report.setVisible(not counts and report is not None)
        self._next.setText(self._next_text())
        missing = self._count.what_is_missing() if counts else ""
        self._next.enable(not missing, missing)
        self._missing.setText(missing)

    def _next_text(self) -> str:
        if not self._counts:
            if self._drawer.report is None:
                return self.tr("Open the shift")
            if self._drawer.lacks_float:
                return self.tr("Opening cash")
            return self.tr("Count and close")
        return self._count.confirm_text()

    def _go_on(self) -> None:
        """Count the cash; or, counted, open or close with it."""
        if not self._counts:
            self._begin_count()
            return
        count, report = self._count.count(), self._count.report
        if count is None or self._count.what_is_missing():
            return
        if self._count.purpose is CountFor.OPENING:
            self._actions.open(count)
        elif self._count.purpose is CountFor.FLOAT:
            self._actions.note_float(count)
        elif report is not None:
            reason, note = self._count.reason.text(), self._count.note.text()
            self._actions.close(count, report.expected, reason, note)

    def _begin_count(self) -> None:
        drawer = self._drawer
        purpose = CountFor.wanted_by(drawer)
        note = self._late_note() if purpose is CountFor.CLOSING else ""
        begun = self._begun.state
        with page_turn(self):
            self._said.hide()
            self._show_part(self._count)
            if begun is None:
                self._count.begin(purpose, drawer.report, drawer.last_counted, note)
                return
            self._count.resume(begun, drawer.report, drawer.last_counted)
            self._begun.keep(begun)
            # Beside the title: the count needs the room of a banner.
            self.remark.setText(self.tr("What you typed is kept."))
            announce(self, self.remark.text())

    def _late_note(self) -> str:
        """Propose a note where the shift was forgotten; it keeps its own span all the same."""
        report, clock = self._drawer.report, self.context.clock
        if report is None or report.opened_at >= clock.start_of_day():
            return ""
        language = self.context.session.settings.language
        opened = bs_moment_text(local(report.opened_at), language)
        return self.tr("Closed late: it was opened {time}.").format(time=opened)

    def _take_opened(self) -> None:
        """Go on with the payment; a shift that was forgotten is closed before."""
        if self._late_note():
            self._wants_count = self._returns
        elif self._returns and self.isVisible():
            self.payment_goes_on.emit()

    def _break_off(self) -> None:
        """Leave the count on purpose; what was typed is still there if it is gone on with."""
        is_kept = self._begun.leave()
        self._leave_count()
        if is_kept:
            words = self.tr("It is not recorded yet. {button} goes on with it.")
            self._said.show_message(
                BannerKind.INFO,
                self.tr("What you typed is kept."),
                words.format(button=f"“{self._next_text()}”"),
            )
        else:
            self._said.hide()

    def _leave_count(self) -> None:
        with page_turn(self):
            self._show_part(self._overview)
            self.remark.setText(self._remark_text())
            self._show_footer()
            if self.isVisible():
                self.focus_title()

    def _check_paid(self) -> None:
        """Ask the service whether it took back what was paid today."""
        self._said.hide()
        since = self.context.clock.start_of_day()
        self.context.sweep.ask_span(self.context.environment, since, since + AND_LATER)

    def _print_x(self) -> None:
        if self._drawer.report is not None:
            self._actions.print(self._drawer.report)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl Enter goes on, Esc leaves the count; F8 asks about paid bills, F9 prints. Ctrl M is
        cash in or out, Ctrl H the earlier closes, Ctrl B the credit.
        """
        key, control = Qt.Key(event.key()), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        buttons = {
            Qt.Key.Key_Escape: self._back,
            Qt.Key.Key_F8: self._sweep,
            Qt.Key.Key_F9: self._x_report,
        }
        if control:
            buttons = dict.fromkeys(ENTER_KEYS, self._next) | {
                Qt.Key.Key_M: self._move,
                Qt.Key.Key_H: self._earlier,
                Qt.Key.Key_B: self._credit,
            }
        button = buttons.get(key)
        if button is None or button.isHidden() or event.isAutoRepeat():
            super().keyPressEvent(event)
        elif button.isEnabled():
            button.click()
