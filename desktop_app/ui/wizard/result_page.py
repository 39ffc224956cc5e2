"""Step 5: the outcome, and what to do with the cash."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop_app.core.payments.payment import Payment, PaymentState
from desktop_app.ui.kit.keyboard import ENTER_KEYS
from desktop_app.ui.kit.saved_file import MessageBanner
from desktop_app.ui.payment_kit.share_dialog import ReceiptSharing
from desktop_app.ui.payment_kit.who_owes import WhoOwes
from desktop_app.ui.texts.labels import state_tone, state_word
from desktop_app.ui.texts.money import rupees
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import (
    Button,
    PlainLabel,
    ResultPanel,
    Tone,
    Variant,
)
from desktop_app.ui.widgets.announce import announce, as_sentences
from desktop_app.ui.widgets.ring import RingWatch
from desktop_app.ui.wizard.page import Page
from desktop_app.ui.wizard.result_body import ResultBody
from desktop_app.ui.wizard.result_paper import ResultPaper
from desktop_app.ui.wizard.result_records import ResultRecords
from desktop_app.ui.wizard.result_room import ResultRoom

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from desktop_app.core.billing.forms import FieldLabel
    from desktop_app.core.payment_flow import Flow
    from desktop_app.ui.runtime.context import AppContext

_NARROW = 912
"""Width of the page below which the picture of the paper gives way."""


class ResultPage(Page):
    """Shows PAID, WAITING, NOT PAID or ASK SUPPORT, with the receipt or slip beside it."""

    enter_pause_ms = 600
    finished = Signal(bool)
    """A new payment; True for the same customer."""
    open_waiting = Signal()

    def __init__(self, context: AppContext, flow: Flow) -> None:
        super().__init__(context, flow, "result")
        self._payment: Payment | None = None
        self._message = MessageBanner(context, "result.message")
        self._records = ResultRecords(context, self._message, self)
        self._records.returned.connect(self._take_returned)
        self._records.not_returned.connect(self._not_returned)
        self._records.phone_kept.connect(self._take_phone)
        self._build()

    # --- building -------------------------------------------------------------------------

    def _build(self) -> None:
        theme = self.theme
        self._panel = ResultPanel(theme, Tone.PAID, "")
        header = self._panel.header
        header.setObjectName("result.header")
        header.word.setObjectName("result.state")
        body = self._body = ResultBody(self.context)
        self._ring = RingWatch(theme, header, theme.metrics.panel_radius, focus=header.word)
        self._room = ResultRoom(self.page_body, self._panel, body, self._message)
        self._message.grown.connect(self._room.show_message)
        # Not when the page is resized: its body has its old height then.
        self.page_body.resized.connect(self._room.fit)
        self._body.returned.clicked.connect(self.return_cash)
        self._body.phone_noted.connect(self._note_phone)
        self._who_owes = WhoOwes(self.context, self)
        self._who_owes.told.connect(self._show_who_owes)
        self._body.check.focus_released.connect(self._take_keyboard)
        self._body.check.reworded.connect(self._room.fit)
        self._panel.body.addWidget(self._body, 1)
        self._panel.body.addWidget(self._message)
        self._paper = ResultPaper(self.context, self._message, self)
        # After the result is painted, which drawing on a worker would hold up.
        self._drawing = QTimer(self)
        self._drawing.setSingleShot(True)
        self._drawing.timeout.connect(self._paper.draw)
        self._panel.body.addWidget(self._paper.row)
        self._is_narrow = False
        row = QHBoxLayout()
        row.setSpacing(theme.metrics.gap)
        row.addWidget(self._panel, 1)
        side = QVBoxLayout()
        side.addWidget(self._paper.preview, 1)
        row.addLayout(side)
        self.body.addLayout(row, 1)
        # Also for what comes later, such as the balance, or a text that wraps only now.
        self.page_body.overflowed.connect(self._room.give_way)
        self._same = Button(theme, self.tr("Same customer again"), key="Ctrl N", name="result.same")
        self._same.clicked.connect(lambda: self.finished.emit(True))
        self._sharing = ReceiptSharing(self.context, self)
        self._share = Button(theme, self.tr("Send"), key="Ctrl W", name="result.share")
        self._share.setAccessibleName(self.tr("Send by WhatsApp"))
        self._share.clicked.connect(self.share)
        self._waiting = Button(theme, self.tr("Open Waiting"), key="F4", name="result.waiting")
        self._waiting.clicked.connect(self.open_waiting)
        self._hint = PlainLabel(theme, "", TextRole.BODY, "text2", wrap=True, name="result.hint")
        self._next = Button(
            theme, self.tr("New payment"), Variant.PAY, key="Enter", name="result.next"
        )
        self._next.clicked.connect(lambda: self.finished.emit(False))
        for widget in (self._same, self._share, self._waiting, self._hint):
            self.footer.add_left(widget)
        self.footer.add_right(self._next)

    # --- showing --------------------------------------------------------------------------

    def fill(self) -> None:
        """Show the payment that the desk has settled."""
        payment = self.flow.payment
        if payment is None:
            return
        if self.shows(payment):
            # The clerk comes back: what is under way goes on, and what came of it is read now.
            self._message.hide_if_read()
        else:
            self._records.begin(payment)
            self._paper.begin()
        self._sharing.drop()
        self._show(payment)

    def enter(self) -> None:
        """Say what came of it, take the keyboard, and print where that is wanted."""
        payment, settings = self.flow.payment, self.context.session.settings
        if payment is None:
            return
        self._room.fit()
        self._tell()
        self._drawing.start()
        self._take_keyboard()
        if settings.prints_at_once and payment.state is PaymentState.PAID and not payment.prints:
            self._paper.print_original()

    def keep(self) -> object:
        """Return the message about the document or the record, for a rebuilt page."""
        return self._message.keep()

    def resume(self, kept: object) -> None:
        """Say it again."""
        self._message.resume(kept)

    def _take_keyboard(self) -> None:
        """Enter is a new payment, but not while cash must be given back."""
        target = self._next if self._may_go_on() else self._panel.header.word
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        # The state and what to do with the cash stand on top, whatever had the keyboard before.
        self.page_body.verticalScrollBar().setValue(0)

    def take_change(self, payment: Payment) -> bool:
        """Show a payment that has changed, if the page is about it; True for another result."""
        shown = self._payment
        if shown is None or payment == shown or not self.shows(payment):
            return False
        self._show(payment)
        if payment.state is shown.state:
            return False
        self._message.hide()
        self._paper.draw()
        if self.isVisible():
            self._take_keyboard()
        return True

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
        """Return the provider's name."""
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
        provider = self.flow.provider
        self._body.show_payment(payment, provider.info if provider else None, problem)
        paid = payment.state is PaymentState.PAID
        self._same.setVisible(paid)
        self._share.setVisible(paid)
        self._waiting.setVisible(payment.state in (PaymentState.WAITING, PaymentState.REVIEW))
        self._hint.setText(self._records.hint(payment))
        self._hint.setVisible(payment.owes_cash)
        may = self._may_go_on()
        self._next.set_variant(Variant.PAY if may else Variant.SECONDARY)
        self._next.set_environment(order.environment)
        self._next.set_key("Enter" if may else "F2")
        self._paper.take(payment, self._label())
        self._who_owes.ask_of_payment(payment)
        if not self.isHidden():
            self._room.fit()
            self._tell()

    def _tell(self) -> None:
        """Have a screen reader say the result, once for each: it says nothing of a hidden page."""
        payment, header = self._payment, self._panel.header
        if payment is None:
            return
        # Not its words: they are others in another language.
        order, returned = payment.order, payment.cash_returned_at is not None
        told = (order.environment, order.reference, payment.state, returned)
        if told != self.context.session.announced:
            self.context.session.announced = told
            advice = self._body.advice.text()
            announce(self, as_sentences(header.word.text(), advice, header.line.text()))

    def _show_who_owes(self, payment: Payment, name: str) -> None:
        # As it is now: the cash may have been given back meanwhile.
        if self._payment is not None and self.shows(payment):
            self._body.show_who_owes(self._payment, name)
            self._room.fit()

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
            self._paper.set_narrow(narrow)

    def share(self) -> None:
        """Offer the ways to send the receipt of a paid bill."""
        self._sharing.ask(self._payment, self._label())

    # --- cash and phone -------------------------------------------------------------------

    def return_cash(self) -> None:
        """The customer has the cash back: recorded once."""
        if self._payment is not None and self._records.return_cash(self._payment):
            # Heard at once: the record itself may wait for the disk.
            self._hint.setText(self._records.hint(self._payment))
            announce(self._hint, self._hint.text())

    def _take_returned(self, payment: Payment) -> None:
        if not self.shows(payment):
            # Recorded so late that the next customer's result is shown.
            return
        self._show(payment)
        self._paper.draw()
        if self.isVisible():
            self._take_keyboard()

    def _not_returned(self) -> None:
        if self._payment is not None:
            self._show(self._payment)

    def _note_phone(self, phone: str) -> None:
        if self._payment is not None:
            self._records.note_phone(self._payment, phone)

    def _take_phone(self, payment: Payment) -> None:
        if self.shows(payment):
            self._payment = payment
            self._paper.take(payment, self._label())
            self._body.show_phone_kept()
            self._paper.draw()

    # --- keys -----------------------------------------------------------------------------

    def go_back(self) -> None:
        """Ignore Esc: nothing leads back from a result."""

    def takes_key(self, event: QKeyEvent) -> bool:
        """Enter is a new payment, F9 prints, Ctrl with S, W, N and R as the page says."""
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.key() in ENTER_KEYS:
            if not event.isAutoRepeat() and self._may_go_on():
                self.finished.emit(False)
        elif event.key() == Qt.Key.Key_F9:
            self._paper.print()
        elif control and event.key() == Qt.Key.Key_S:
            self._paper.save_pdf()
        elif control and event.key() == Qt.Key.Key_W:
            self.share()
        elif control and event.key() == Qt.Key.Key_R:
            self.return_cash()
        elif control and event.key() == Qt.Key.Key_N and not self._same.isHidden():
            self.finished.emit(True)
        else:
            return False
        return True
