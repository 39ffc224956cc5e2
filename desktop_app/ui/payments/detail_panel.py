"""The details of a payment: order, state, history, and its paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.core.environment import Environment
from desktop_app.core.payments.listed import ListedPayment
from desktop_app.core.payments.payment import HELD_STATES, Event, Payment, PaymentState
from desktop_app.formatting.numbers import receipt_number
from desktop_app.ui.kit.saved_file import MessageBanner
from desktop_app.ui.payment_kit.history import event_lines, state_chip
from desktop_app.ui.payment_kit.sweep_button import SweepButton
from desktop_app.ui.payments.message_place import MIN_EVENTS, MessagePlace
from desktop_app.ui.texts.environments import act_there_text
from desktop_app.ui.texts.money import rupees
from desktop_app.ui.texts.tenders import give_back_text, keep_text, paid_with_text
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import (
    Button,
    ButtonSize,
    Chip,
    EventList,
    Line,
    MixedLabel,
    Panel,
    PlainLabel,
    Span,
    Tone,
    Variant,
)
from desktop_app.ui.widgets.announce import announce
from desktop_app.ui.widgets.scroll_bar import OverlayBar
from desktop_app.ui.widgets.viewport import give_viewport

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.core.payments.payment import PaymentKey
    from desktop_app.ui.runtime.context import AppContext

_COPIED_MS = 1800


class _Scroll(QScrollArea):
    """Scrolls the events; keys are left to the page."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        give_viewport(self)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside.setAutoFillBackground(False)
        self._bar = OverlayBar(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The page moves through the payments."""
        event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The bar stands at the right edge."""
        super().resizeEvent(event)
        self._bar.put(self.rect())


class DetailPanel(Panel):
    """Shows the chosen payment. The buttons' signals are the page's to connect.

    A payment of an environment that is not in force cannot be acted on.
    """

    def __init__(self, context: AppContext) -> None:
        super().__init__(context.theme, name="payments.detail")
        self._context = context
        self._key: PaymentKey | None = None
        self._payment: Payment | None = None
        """The payment with that key; None until it is read."""
        theme = context.theme
        # In a small window the table beside it needs the rest.
        compact_width = min(theme.scaled(296), 332)
        self.setFixedWidth(compact_width if theme.compact else theme.scaled(352))
        self._build()

    def _build(self) -> None:
        theme = self._theme
        compact = theme.compact
        self._amount = PlainLabel(theme, "", TextRole.TOTAL, name="payments.amount")
        self._chip = Chip(theme, Tone.PAID, "", name="payments.state")
        self._advice = PlainLabel(theme, "", TextRole.STRONG, name="payments.advice", wrap=True)
        self._customer = MixedLabel(theme, name="payments.customer")
        self._facts = MixedLabel(theme, (), TextRole.LABEL, "text2", name="payments.facts")
        self._numbers = MixedLabel(theme, (), TextRole.LABEL, "text2", name="payments.numbers")
        self._events = EventList(theme, name="payments.events")
        self._events.setAccessibleName(self.tr("What happened"))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 14, 0)
        column.addWidget(self._events)
        column.addStretch(1)
        self._scroll = _Scroll(inside)
        self._scroll.setMinimumHeight(MIN_EVENTS)
        self.message = MessageBanner(self._context, "payments.message", narrow=True)
        self._paper_note = PlainLabel(theme, "", TextRole.LABEL, "text2", name="payments.papernote")
        self.copy = Button(
            theme,
            "",
            Variant.LINK,
            key="Ctrl C",
            size=ButtonSize.SMALL,
            side=True,
            name="payments.copy",
        )
        self.print = Button(
            theme, "", key="F9", size=ButtonSize.SMALL, side=True, name="payments.print"
        )
        self.pdf = Button(
            theme,
            self.tr("PDF"),
            # The Nepali words of a copy need its room.
            key="" if theme.nepali else "Ctrl S",
            size=ButtonSize.SMALL,
            side=True,
            name="payments.pdf",
        )
        self.pdf.setAccessibleName(self.tr("Save PDF"))
        self.pdf.setToolTip("" if self.pdf.key else "Ctrl S")
        self.share = Button(
            theme,
            self.tr("Send"),
            Variant.LINK,
            key="Ctrl W",
            size=ButtonSize.SMALL,
            side=True,
            name="payments.share",
        )
        self.share.setAccessibleName(self.tr("Send by WhatsApp"))
        self.ask = SweepButton(self._context, self.tr("Ask the service"), "payments.ask")
        self.ask.set_variant(Variant.LINK)
        if compact:
            self.ask.set_key("")
        self.ask.message.connect(self.message.show_message)
        self.came_back = Button(
            self._theme,
            self.tr("It came back"),
            Variant.LINK,
            key="Ctrl B",
            size=ButtonSize.SMALL,
            side=True,
            name="payments.cameback",
        )
        self._restore = QTimer(self)
        self._restore.setSingleShot(True)
        self._restore.setInterval(_COPIED_MS)
        self._restore.timeout.connect(self._name_copy)
        self._name_copy()
        self._lay_out(14 if compact else 18)

    def _lay_out(self, side: int) -> None:
        state = QHBoxLayout()
        state.setSpacing(4)
        state.addWidget(self._chip)
        state.addStretch(1)
        head = QVBoxLayout()
        head.setSpacing(4)
        first = QHBoxLayout()
        first.addWidget(self._amount, 1)
        # Beside what leaves it room: the key cap has none beside a large amount.
        (first if self._theme.compact else state).addWidget(self.share)
        head.addLayout(first)
        head.addLayout(state)
        # The chip has an edge: the line below it must not touch it.
        head.addSpacing(6)
        below, asked = QHBoxLayout(), QHBoxLayout()
        if self._theme.compact:
            # Two rows less than in a large window, where the list beside it has its filters.
            state.addWidget(self._paper_note)
            below.addWidget(self.ask)
            below.addStretch(1)
            below.addWidget(self.came_back)
            below.addStretch(1)
        else:
            asked.addWidget(self._paper_note, 1)
            asked.addWidget(self.ask)
            # Two links with their key caps have room side by side.
            below.addWidget(self.came_back)
            below.addStretch(1)
        below.addWidget(self.copy)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self.print, 1)
        buttons.addWidget(self.pdf)
        column = QVBoxLayout(self)
        column.setContentsMargins(side, side - 4, side, side - 4)
        column.setSpacing(0)
        column.addLayout(head)
        column.addSpacing(6)
        for part in (self._advice, self._customer, self._facts, self._numbers):
            column.addWidget(part)
        column.addSpacing(8)
        column.addWidget(Line(self._theme))
        column.addSpacing(8)
        column.addWidget(self._scroll, 1)
        column.addLayout(asked)
        column.addLayout(below)
        column.addSpacing(2)
        column.addLayout(buttons)
        self.message_place = MessagePlace(
            self, column, self._events, self._scroll, self.message, is_low=self._theme.compact
        )

    # --- showing --------------------------------------------------------------------------

    @property
    def key(self) -> PaymentKey | None:
        """The key of the payment that is shown as a whole."""
        return None if self._payment is None else self._payment.key

    def show_row(self, listed: ListedPayment, words: str = "") -> None:
        """Show what a list knows of a payment that is not read, and these words."""
        self._begin(listed, None)
        self._show_head(listed, ())
        for label in (self._advice, self._numbers, self.ask, self.came_back, self.share):
            label.hide()
        self._paper_note.setText(words)
        announce(self._paper_note, words)
        self.print.setText(self.tr("Print"))
        for button in (self.print, self.pdf):
            button.enable(listed.has_paper, self._never_sent())

    def show_payment(self, payment: Payment, events: Sequence[Event]) -> None:
        """Show a payment with its events, oldest first."""
        listed, order = ListedPayment.of(payment), payment.order
        self._begin(listed, payment)
        self._show_head(listed, (order.offer_label, order.service_name))
        self._advice.setText(self._advice_for(payment))
        self._advice.setVisible(bool(self._advice.text()))
        self._numbers.set_spans((Span(self._numbers_of(payment)),))
        self._numbers.setVisible(bool(self._numbers.text()))
        self._show_prints(payment)
        language = self._context.session.settings.language
        self._events.set_events(event_lines(payment, events, language))

    def take_back(self) -> None:
        """Say no longer what came of a paper, or that a reference was copied."""
        self.message_place.clear()
        self._restore.stop()
        self._name_copy()

    def _begin(self, listed: ListedPayment, payment: Payment | None) -> None:
        """Nothing is left of the history of another payment."""
        if self._key != listed.key:
            self._events.set_events(())
        self._key, self._payment = listed.key, payment

    def _show_head(self, listed: ListedPayment, more: Sequence[str]) -> None:
        self._amount.setText(rupees(listed.amount))
        self._chip.set_state(*state_chip(listed))
        self._customer.set_spans((Span(listed.customer, strong=True),))
        facts = (f"{listed.provider_name} {listed.account_id}", *more)
        self._facts.set_spans((Span(" · ".join(fact for fact in facts if fact)),))

    def show_who_owes(self, payment: Payment, name: str) -> None:
        """Say who owes the part of the bill that is on account."""
        if name and self.key == payment.key:
            self._numbers.set_spans((Span(self._numbers_of(payment, name)),))

    def _numbers_of(self, payment: Payment, who: str = "") -> str:
        order = payment.order
        parts = []
        if payment.receipt is not None:
            number = receipt_number(payment).text
            parts.append(self.tr("Receipt {number}").format(number=number))
        if payment.transaction_id:
            parts.append(self.tr("transaction id {id}").format(id=payment.transaction_id))
        if order.other_tenders:
            parts.append(paid_with_text(order, who))
        elif order.cash_due != order.amount:
            parts.append(self.tr("cash {amount}").format(amount=rupees(order.cash_due)))
        return " · ".join(parts)

    def _advice_for(self, payment: Payment) -> str:
        if self._context.is_elsewhere:
            return self._advice_from_afar(payment)
        if payment.owes_cash:
            return give_back_text(payment.order)
        if payment.owes_reversal:
            return self.tr("Money came back: see Waiting.")
        if payment.is_doubted:
            return self.tr("For the owner: see Waiting.")
        if payment.state not in HELD_STATES:
            return ""
        return keep_text(payment.order)

    def _advice_from_afar(self, payment: Payment) -> str:
        """What is left to do for a payment of another environment is done there."""
        environment = payment.order.environment
        if environment is not Environment.LIVE:
            # There was no cash.
            return ""
        there = act_there_text(environment)
        if payment.owes_cash:
            return f"{give_back_text(payment.order)}\n{there}"
        if payment.owes_reversal or payment.is_doubted:
            return there
        return keep_text(payment.order) if payment.state in HELD_STATES else ""

    def _show_prints(self, payment: Payment) -> None:
        can_ask = (
            payment.may_come_back and not payment.is_doubted and not self._context.is_elsewhere
        )
        for button in (self.ask, self.came_back):
            button.setVisible(can_ask)
        self.share.setVisible(payment.state is PaymentState.PAID)
        count = payment.prints
        for button in (self.print, self.pdf):
            button.enable(payment.has_paper, self._never_sent())
        if not payment.has_paper:
            self._paper_note.setText(self._never_sent())
        elif payment.owes_cash and not self._context.is_elsewhere:
            # Only there it is recorded that the cash went back, and into which shift.
            self._paper_note.setText(self._record_words())
        elif payment.state is not PaymentState.PAID:
            # Slips are not numbered: the list of events above tells of each.
            self._paper_note.setText("")
        elif count == 0:
            self._paper_note.setText(self.tr("Not printed"))
        elif count == 1:
            self._paper_note.setText(self.tr("Issued once"))
        else:
            self._paper_note.setText(self.tr("Issued %n time(s)", "", count))
        if payment.state is not PaymentState.PAID:
            self.print.setText(self.tr("Print slip"))
        elif count == 0:
            self.print.setText(self.tr("Print"))
        else:
            self.print.setText(self.tr("Print “Copy {number}”").format(number=count))

    def _record_words(self) -> str:
        if self._theme.compact:
            # The chip has the rest of the row.
            return self.tr("Record the cash: F4")
        return self.tr("Cash given back? Record it in Waiting: F4")

    def _never_sent(self) -> str:
        return self.tr("Nothing to print: it was never sent.")

    # --- the reference --------------------------------------------------------------------

    def copy_reference(self, reference: str) -> None:
        """Put a reference where it can be pasted."""
        QGuiApplication.clipboard().setText(reference)
        self.copy.setText(self.tr("Copied"))
        self.copy.setAccessibleName(self.tr("Copied"))
        self._restore.start()

    def _name_copy(self) -> None:
        words = self.tr("Copy reference")
        self.copy.setText(self.tr("Copy"))
        self.copy.setToolTip(words)
        self.copy.setAccessibleName(words)
