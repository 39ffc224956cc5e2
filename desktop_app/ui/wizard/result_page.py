"""Step 5: the outcome, and what to do with the cash."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.payments.payment import Payment, PaymentState
from desktop_app.core.settings import Paper
from desktop_app.ui.kit.keyboard import ENTER_KEYS
from desktop_app.ui.kit.saved_file import NewsBanner
from desktop_app.ui.payment_kit.documents import DocumentMaker
from desktop_app.ui.payment_kit.print_job import PrintJob
from desktop_app.ui.runtime.changes import Cause
from desktop_app.ui.runtime.jobs import DeskJob, Job
from desktop_app.ui.texts.labels import paper_word, state_tone, state_word
from desktop_app.ui.texts.money import rupees
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import (
    BannerKind,
    Button,
    PlainLabel,
    ResultPanel,
    ScrollPreview,
    Tone,
    Variant,
)
from desktop_app.ui.widgets.announce import announce
from desktop_app.ui.widgets.ring import RingWatch
from desktop_app.ui.wizard.page import Page
from desktop_app.ui.wizard.result_body import ResultBody, paper_title

if TYPE_CHECKING:
    from desktop_app.core.billing.forms import FieldLabel
    from desktop_app.core.payment_flow import Flow
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result

_NARROW = 912
"""Width of the page below which the picture of the paper gives way."""
_ROLL_WIDTHS = {Paper.ROLL_58: 220}


class ResultPage(Page):
    """PAID, WAITING, NOT PAID or ASK SUPPORT; the receipt or slip beside it."""

    enter_pause_ms = 600
    finished = Signal(bool)
    """A new payment; True for the same customer."""
    open_waiting = Signal()

    def __init__(self, context: AppContext, flow: Flow) -> None:
        super().__init__(context, flow, "result")
        self._payment: Payment | None = None
        self._preview_job = 0
        self._busy = False
        self._said = NewsBanner(context, "result.said")
        self._print_job = self._make_paperwork()
        self._build()
        context.session.balance_changed.connect(self._show_balance)

    # --- building -------------------------------------------------------------------------

    def _build(self) -> None:
        theme = self.theme
        self._panel = ResultPanel(theme, Tone.PAID, "")
        header = self._panel.header
        header.setObjectName("result.header")
        header.word.setObjectName("result.state")
        self._ring = RingWatch(theme, header, theme.metrics.panel_radius, focus=header.word)
        self._said.grown.connect(self._fit_room)
        # Not when the page is resized: its body has its old height then.
        self.page_body.resized.connect(self._fit_room)
        self._body = ResultBody(self.context)
        self._body.returned.clicked.connect(self.return_cash)
        self._body.phone_noted.connect(self._note_phone)
        self._body.check.focus_released.connect(self._take_keyboard)
        self._body.check.reworded.connect(self._fit_room)
        self._panel.body.addWidget(self._body, 1)
        self._panel.body.addWidget(self._said)
        self._papers = QWidget()
        papers = QHBoxLayout(self._papers)
        papers.setContentsMargins(5, 6, 5, 5)
        papers.setSpacing(10)
        self._papers.hide()
        self._panel.body.addWidget(self._papers)
        self._preview = ScrollPreview(theme, "", paper_width=276 if theme.compact else 300)
        self._print = Button(theme, "", icon="printer", key="F9", side=True, name="result.print")
        self._print.clicked.connect(self.print)
        self._pdf = Button(theme, self.tr("Save PDF"), key="Ctrl S", side=True, name="result.pdf")
        self._pdf.clicked.connect(self.save_pdf)
        self._paper_buttons = (self._print, self._pdf)
        for button in self._paper_buttons:
            self._preview.add_button(button)
        self._is_narrow = False
        row = QHBoxLayout()
        row.setSpacing(theme.metrics.gap)
        row.addWidget(self._panel, 1)
        side = QVBoxLayout()
        side.addWidget(self._preview, 1)
        row.addLayout(side)
        self.body.addLayout(row, 1)
        # Also for what comes later, such as the balance, or a text that wraps only now.
        self.page_body.overflowed.connect(lambda: self._set_low(True))
        self._same = Button(theme, self.tr("Same customer again"), key="Ctrl N", name="result.same")
        self._same.clicked.connect(lambda: self.finished.emit(True))
        self._waiting = Button(theme, self.tr("Open Waiting"), key="F4", name="result.waiting")
        self._waiting.clicked.connect(self.open_waiting)
        self._hint = PlainLabel(theme, "", TextRole.BODY, "text2", wrap=True, name="result.hint")
        self._next = Button(
            theme, self.tr("New payment"), Variant.PAY, key="Enter", name="result.next"
        )
        self._next.clicked.connect(lambda: self.finished.emit(False))
        for widget in (self._same, self._waiting, self._hint):
            self.footer.add_left(widget)
        self.footer.add_right(self._next)

    # --- showing --------------------------------------------------------------------------

    def enter(self) -> None:
        """Show the payment that the desk has settled."""
        if self.flow.payment is None:
            return
        self._busy = False
        # What comes of an earlier payment's paper is not shown with this one.
        self._print_job.deleteLater()
        self._print_job = self._make_paperwork()
        self._said.hide()
        self._show(self.flow.payment)
        self._preview_paper()
        self._take_keyboard()
        settings = self.context.session.settings
        payment = self.flow.payment
        if settings.prints_at_once and payment.state is PaymentState.PAID and not payment.prints:
            self._print_job.print(payment, self._label(), original_only=True)

    def keep(self) -> object:
        """Return the message about the document or the record, for a rebuilt page."""
        return self._said.keep()

    def resume(self, kept: object) -> None:
        """Say it again."""
        self._said.resume(kept)

    def _take_keyboard(self) -> None:
        """Enter is a new payment, but not while cash must be given back."""
        target = self._next if self._may_go_on() else self._panel.header.word
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        # The state and what to do with the cash stand on top, whatever had the keyboard before.
        self.page_body.verticalScrollBar().setValue(0)

    def take_change(self, payment: Payment) -> None:
        """Show a payment that has changed, if the page is about it."""
        shown = self._payment
        if shown is None or payment == shown or not self.shows(payment):
            return
        self._show(payment)
        if payment.state is not shown.state:
            self._said.hide()
            self._preview_paper()
            if self.isVisible():
                self._take_keyboard()

    def shows(self, payment: Payment) -> bool:
        """The page is about this payment; another record may have its number too."""
        shown = self._payment
        if shown is None or self.flow.payment is None:
            return False
        same = (payment.number, payment.order.reference)
        return (shown.number, shown.order.reference) == same

    def refresh_check(self) -> None:
        """Payments were looked up: read again when this one is next."""
        self._body.check.refresh()

    def note(self) -> str:
        """The provider's name."""
        return self._payment.order.provider_name if self._payment else ""

    def _show(self, payment: Payment) -> None:
        self._payment = payment
        if self.flow.outcome is not None:
            # Whoever comes back to this page finds it as it was left.
            self.flow.outcome = replace(self.flow.outcome, payment=payment)
        order = payment.order
        returned = payment.cash_returned_at is not None
        tone = Tone.CASH_RETURNED if returned else state_tone(payment.state)
        word = self.tr("CASH RETURNED") if returned else state_word(payment.state)
        line = f"{rupees(order.amount)} · {order.provider_name} · {order.account_id}"
        self._panel.set_result(tone, word, line)
        problem = self.flow.outcome.problem if self.flow.outcome else None
        self._body.show_payment(payment, self._label(), problem)
        # Not its words: they are others in another language.
        told = (order.environment, order.reference, payment.state, returned)
        if told != self.context.session.announced:
            self.context.session.announced = told
            announce(self, f"{word}. {self._body.advice.text()}. {line}")
        paid = payment.state is PaymentState.PAID
        self._same.setVisible(paid)
        self._waiting.setVisible(payment.state in (PaymentState.WAITING, PaymentState.REVIEW))
        self._hint.setText(
            self.tr("First give the cash back, then press Ctrl R.") if payment.owes_cash else ""
        )
        self._hint.setVisible(payment.owes_cash)
        may = self._may_go_on()
        self._next.set_variant(Variant.PAY if may else Variant.SECONDARY)
        self._next.set_environment(order.environment)
        self._next.set_key("Enter" if may else "F2")
        again = payment.prints > 0
        if paid:
            self._print.setText(self.tr("Print again") if again else self.tr("Print"))
        else:
            self._print.setText(self.tr("Print slip"))
        self._fit_room()

    def _show_balance(self) -> None:
        if self._payment is not None:
            self._body.show_balance(self._payment)

    def _may_go_on(self) -> bool:
        """Return False while cash must be given back: Enter then does nothing."""
        return self._payment is not None and not self._payment.owes_cash

    def _label(self) -> FieldLabel | None:
        provider = self.flow.provider
        return provider.info.account_field.label if provider else None

    # --- room -----------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window has no room for the picture of the paper, but for its buttons."""
        super().resizeEvent(event)
        narrow = self.width() < self.theme.scaled(_NARROW)
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self._preview.setVisible(not narrow)
            self._papers.setVisible(narrow)
            papers = self._papers.layout()
            for button in self._paper_buttons:
                if narrow and papers is not None:
                    papers.addWidget(button)
                elif not narrow:
                    self._preview.add_button(button)

    def _fit_room(self) -> None:
        """Hide what stands elsewhere too, where the page would have to scroll otherwise."""
        self._set_low(False)
        self._body.fold_facts(False)
        if self.page_body.needed_now() > self.page_body.height():
            self._set_low(True)
        # At once: nothing of this page is ever painted in less room than it needs.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        # What was only now shown, such as the buttons beside a saved file, is measured by then.
        if self.page_body.needed_now() > self.page_body.height():
            self._set_low(True)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        if self.page_body.needed_now() > self.page_body.height():
            self._body.fold_facts(True)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    def _set_low(self, low: bool) -> None:
        self._panel.set_low(low)
        self._body.set_low(low)
        self._said.set_low(low)

    # --- paper ----------------------------------------------------------------------------

    def _preview_paper(self) -> None:
        payment, label = self._payment, self._label()
        if payment is None:
            return
        papers, ratio = DocumentMaker.under(self.context), self.devicePixelRatioF()
        self.context.tasks.cancel(self._preview_job)
        self._preview_job = self.context.tasks.read(
            Job("draw the paper", partial(papers.preview, payment, label, ratio)),
            self._take_preview,
        )
        self._preview.set_title(paper_title(payment), paper_word(papers.settings.paper))

    def _take_preview(self, done: Result[QImage]) -> None:
        self.context.session.report(done.error)
        if done.value is not None:
            width = _ROLL_WIDTHS.get(self.context.session.settings.paper, 0)
            self._preview.set_picture(QPixmap.fromImage(done.value), width)

    def print(self) -> None:
        """Print once; a second press while it is printing does nothing."""
        if self._payment is not None:
            self._print_job.print(self._payment, self._label())

    def save_pdf(self) -> None:
        """Write the PDF into the folder for papers."""
        if self._payment is not None:
            self._print_job.save_pdf(self._payment, self._label())

    def _make_paperwork(self) -> PrintJob:
        paperwork = PrintJob(self.context, self)
        paperwork.message.connect(self._said.say)
        paperwork.saved.connect(self._said.offer)
        return paperwork

    # --- cash and phone -------------------------------------------------------------------

    def return_cash(self) -> None:
        """The customer has the cash back: recorded once."""
        payment = self._payment
        if payment is None or not payment.owes_cash or self._busy:
            return
        self._busy = True
        # Heard at once: the record itself may wait for the disk.
        self._hint.setText(self.tr("Recording…"))
        number = payment.number
        job = DeskJob(
            "record that the cash was given back",
            payment.order.environment,
            self.context.environments,
            lambda desk: desk.cash_returned(number),
        )
        self.context.tasks.record(job, self._take_returned)

    def _take_returned(self, done: Result[Payment]) -> None:
        self._busy = False
        if done.value is None:
            if self._payment is not None:
                self._show(self._payment)
            self._said.say(
                BannerKind.CAUTION,
                self.tr("This could not be recorded."),
                self.tr("Note it on paper and press Ctrl R again later, in Waiting."),
            )
            return
        self._show(done.value)
        self._preview_paper()
        if self.isVisible():
            self._take_keyboard()
        self.context.changes.tell(Cause.RECORDED, done.value)

    def _note_phone(self, phone: str) -> None:
        payment = self._payment
        if payment is None:
            return
        number = payment.number
        job = DeskJob(
            "note the phone number",
            payment.order.environment,
            self.context.environments,
            lambda desk: desk.note_phone(number, phone),
        )
        self.context.tasks.record(job, self._take_phone)

    def _take_phone(self, done: Result[Payment]) -> None:
        if done.value is None or self._payment is None:
            self._said.say(BannerKind.CAUTION, self.tr("The phone number could not be saved."), "")
            return
        self._payment = done.value
        self._body.show_phone_kept()
        self._preview_paper()
        self.context.changes.tell(Cause.PHONE_NOTED, done.value)

    # --- keys -----------------------------------------------------------------------------

    def go_back(self) -> None:
        """Ignore Esc: nothing leads back from a result."""

    def takes_key(self, event: QKeyEvent) -> bool:
        """Enter is a new payment, F9 prints, Ctrl with S, N and R as the page says."""
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.key() in ENTER_KEYS:
            if not event.isAutoRepeat() and self._may_go_on():
                self.finished.emit(False)
        elif event.key() == Qt.Key.Key_F9:
            self.print()
        elif control and event.key() == Qt.Key.Key_S:
            self.save_pdf()
        elif control and event.key() == Qt.Key.Key_R:
            self.return_cash()
        elif control and event.key() == Qt.Key.Key_N and not self._same.isHidden():
            self.finished.emit(True)
        else:
            return False
        return True
