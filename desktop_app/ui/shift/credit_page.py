"""The shop's credit at the service, compared with the record: a gap, and what can explain it."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop_app.formatting.dates import bs_text_with_weekday, local
from desktop_app.ui.kit.before_after import BeforeAfter
from desktop_app.ui.kit.saved_file import MessageBanner
from desktop_app.ui.kit.section import Section
from desktop_app.ui.kit.trouble_banner import TroubleBanner
from desktop_app.ui.runtime.credit_readings import latest_reading
from desktop_app.ui.runtime.jobs import Job
from desktop_app.ui.shift.credit_actions import CreditActions
from desktop_app.ui.shift.credit_panels import CausesPanel, NotesPanel, SumPanel
from desktop_app.ui.texts.balance import lasts_text
from desktop_app.ui.texts.problems import problem_sentence
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import (
    Button,
    ButtonSize,
    Footer,
    IconButton,
    PlainLabel,
)
from desktop_app.ui.widgets.paint import literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent

    from desktop_app.core.shifts.credit_day import CreditDay
    from desktop_app.ui.runtime.changes import PaymentsChanged
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result

_DAY = timedelta(days=1)


class CreditPage(Section):
    """A day's credit. Today's is compared with the balance, asked anew unless it was just told.

    ``left`` leads back to Day close; ``payment_chosen`` carries a payment that is to be opened.
    """

    left = Signal()
    payment_chosen = Signal(object)
    commission_wanted = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__(context, "credit", self.tr("Balance"), "")
        self._job = 0
        self._day = self._today()
        self._shown: CreditDay | None = None
        self._trouble = TroubleBanner(self.theme, "credit.trouble")
        self._said = MessageBanner(context, "credit.said")
        self._actions = CreditActions(context, self)
        self._actions.message.connect(self._said.show_message)
        self._actions.unrecorded.connect(self._said.show_made)
        self._actions.done.connect(self._compare)
        self._build_head()
        self._build_body()
        self._build_footer()
        context.session.balance_changed.connect(self._balance_changed)
        context.session.forecast_changed.connect(self._show_state)
        context.changes.changed.connect(self._payments_changed)

    # --- building -------------------------------------------------------------------------

    def _build_head(self) -> None:
        theme = self.theme
        side = theme.scaled(38 if theme.compact else 42)
        words = self.tr("The day before"), self.tr("The day after")
        self._arrows = BeforeAfter(theme, "credit", words, self._go_to, side=side)
        self._commission = Button(
            theme,
            self.tr("Commission"),
            key="Ctrl M",
            size=ButtonSize.SMALL,
            name="credit.commission",
        )
        self._commission.clicked.connect(self.commission_wanted)
        self._check = IconButton(
            theme, "rotate-cw", self.tr("Compare again"), size=side, name="credit.check"
        )
        self._check.setToolTip(literal(f"{self._check.text()} (F5)"))
        self._check.clicked.connect(self.press_f5)
        for part in (self._check, self._arrows.before, self._arrows.after, self._commission):
            self.head.addWidget(part)

    def _build_body(self) -> None:
        theme = self.theme
        self._state = PlainLabel(theme, "", TextRole.BODY, "text2", wrap=True, name="credit.state")
        self._sum = SumPanel(theme)
        self._causes = CausesPanel(theme)
        self._causes.payment_chosen.connect(self.payment_chosen)
        self._notes = NotesPanel(theme)
        self._notes.take_back_wanted.connect(self._actions.ask_take_back)
        left, right = QVBoxLayout(), QVBoxLayout()
        row = QHBoxLayout()
        row.setSpacing(theme.metrics.gap)
        row.addLayout(left, 44)
        row.addLayout(right, 56)
        self.body.addWidget(self._trouble)
        self.body.addWidget(self._said)
        self.body.addLayout(row, 1)
        left.setSpacing(theme.metrics.gap)
        right.setSpacing(10)
        left.addWidget(self._state)
        left.addWidget(self._sum)
        left.addStretch(1)
        right.addLayout(self._causes)
        right.addLayout(self._notes)
        right.addStretch(1)

    def _build_footer(self) -> None:
        theme = self.theme
        footer = Footer(theme, name="credit.footer")
        self._back = Button(theme, self.tr("Back"), key="Esc", name="credit.back")
        self._back.clicked.connect(self.left)
        self._request = Button(theme, self.tr("Ask for balance"), key="Ctrl R", name="credit.ask")
        self._request.clicked.connect(self._actions.ask_request)
        self._note = Button(theme, self.tr("Top-up or charge"), key="Ctrl T", name="credit.add")
        self._note.clicked.connect(self._ask_note)
        for button in (self._back, self._request, self._note):
            footer.add_right(button)
        self.set_footer(footer)

    # --- reading --------------------------------------------------------------------------

    def _today(self) -> date:
        return local(self.context.clock.now()).date()

    def enter(self) -> None:
        """Show today, and take the keyboard from the place before."""
        self._said.hide_if_read()
        self._day = self._today()
        self._shown = None
        super().enter()
        self.focus_title()

    def keep(self) -> object:
        """What was said, and the day."""
        return self._said.keep(), self._day

    def resume(self, kept: object) -> None:
        """Say the same again, of the same day."""
        match kept:
            case (said, date() as day):
                self._said.resume(said)
                self._day = day
                self._compare()

    def refresh(self) -> None:
        """Compare; the balance is asked for unless it was told a moment ago."""
        session = self.context.session
        if self._day == self._today() and session.fresh_balance() is None:
            session.ask_balance()
        self._compare()

    def press_f5(self) -> None:
        """Ask for the balance and compare."""
        self.context.session.ask_balance()
        self._compare()

    def _balance_changed(self) -> None:
        if self.isVisible() and not self.context.session.is_asking_balance:
            self._compare()

    def _payments_changed(self, change: PaymentsChanged) -> None:
        """The balance that is asked for after a payment leads to another comparison."""
        if self.isVisible() and change.settles:
            self._compare()

    def _compare(self) -> None:
        """Compare with what is known now, on a worker: the service may be asked for a day."""
        session = self.context.session
        self._show_head()
        if session.is_asking_balance and self._day == self._today():
            self._show_state()
            return
        latest = latest_reading(session) if self._day == self._today() else None
        work = partial(self.context.credit.check, self.context.environment, self._day, latest)
        self.context.tasks.cancel(self._job)
        self._job = self.context.tasks.call(Job("compare the credit", work), self._take)
        self._show_state()

    def _take(self, done: Result[CreditDay]) -> None:
        self._trouble.show_error(done.error)
        self._shown = done.value
        self._show()

    # --- showing --------------------------------------------------------------------------

    def _show_head(self) -> None:
        language = self.context.session.settings.language
        self.remark.setText(bs_text_with_weekday(self._day, language))
        self._arrows.after.enable(self._day < self._today(), self.tr("This is today."))

    def _show(self) -> None:
        shown, session = self._shown, self.context.session
        language = session.settings.language
        explanations = () if shown is None or shown.check is None else shown.check.explanations
        if shown is not None:
            self._sum.show_day(shown, self.context.clock.now(), language, self.context.environment)
        self._sum.setVisible(shown is not None and shown.opening is not None)
        self._causes.show_explanations(explanations)
        self._notes.show_day(shown, language, self.context.environment)
        self._show_state()

    def _show_state(self) -> None:
        words = self._state_text()
        self._state.setText(words)
        self._state.setVisible(bool(words))

    def _state_text(self) -> str:
        """Say why there is no comparison, or what it is made with."""
        session, shown = self.context.session, self._shown
        if self._day == self._today() and session.is_asking_balance:
            return self.tr("Asking the service for the balance…")
        if shown is None:
            return self.tr("Comparing…") if self.context.tasks.awaits(self._job) else ""
        if self._day == self._today() and session.balance_problem is not None:
            what = problem_sentence(session.balance_problem).what
            return self.tr("{problem} It is compared up to the last reading.").format(problem=what)
        if shown.opening is None:
            return self.tr(
                "There is no reading of this day’s beginning. The program keeps one from now on,"
                " each day."
            )
        if shown.check is None:
            return self.tr("There is one reading so far: nothing to compare yet.")
        if self._day == self._today() and session.lasts_until is not None:
            return lasts_text(session.lasts_until, session.settings.language)
        return ""

    # --- what a person does ---------------------------------------------------------------

    def _go_to(self, days: int) -> None:
        if days < 0 or self._day < self._today():
            self._day += days * _DAY
            self._shown = None
            self._show()
            self.refresh()

    def _ask_note(self) -> None:
        check = None if self._shown is None else self._shown.check
        self._actions.ask_note(None if check is None else check.gap)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back; Ctrl T notes, Ctrl R asks for credit, Ctrl M shows the commission."""
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        buttons: Mapping[Qt.Key, Button | IconButton] = {Qt.Key.Key_Escape: self._back}
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            buttons = {
                Qt.Key.Key_T: self._note,
                Qt.Key.Key_R: self._request,
                Qt.Key.Key_M: self._commission,
            }
        elif modifiers & Qt.KeyboardModifier.AltModifier:
            buttons = self._arrows.keys
        button = buttons.get(key)
        if button is None or event.isAutoRepeat():
            super().keyPressEvent(event)
        elif button.isEnabled():
            button.click()
