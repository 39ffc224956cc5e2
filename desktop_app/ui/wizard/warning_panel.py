"""Stop and think: what stands in the way of taking the cash, above Confirm."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout

from desktop_app.core.payments.payment import Payment, PaymentState
from desktop_app.core.settings import Language
from desktop_app.formatting.dates import bs_text, local, time_text
from desktop_app.formatting.numbers import receipt_number
from desktop_app.ui.payment_kit.history import moment_text
from desktop_app.ui.texts.money import rupees
from desktop_app.ui.texts.problems import problem_sentence
from desktop_app.ui.theme import TextRole, Theme
from desktop_app.ui.widgets import Button, CheckBox, Icon, Panel, PanelLook, PlainLabel, Variant
from desktop_app.ui.widgets.announce import announce
from desktop_app.ui.wizard.offers import order_name

if TYPE_CHECKING:
    from desktop_app.core.errors import BhuktaniError
    from desktop_app.core.payment_flow import Flow
    from desktop_app.core.payments.duplicates import Duplicates

_LONGEST = 40
"""Characters of an offer's name: a provider may send two hundred."""


class WarningPanel(Panel):
    """Asks about an earlier payment for the same bill, too little balance, or other trouble."""

    open_waiting = Signal()
    open_payment = Signal(object)
    """The earlier payment, whose receipt a person wants to see."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, PanelLook.CAUTION, name="confirm.question")
        self._now, self._language = datetime.now(UTC), Language.ENGLISH
        self._lead = PlainLabel(theme, "", TextRole.HEADING, name="confirm.lead", wrap=True)
        self._words = PlainLabel(theme, "", TextRole.BODY, "text2", name="confirm.why", wrap=True)
        self.stop = Button(
            theme,
            self.tr("Stop, do not pay"),
            Variant.PRIMARY,
            key="Esc",
            name="confirm.stop",
        )
        self.waiting = Button(theme, self.tr("Open Waiting"), key="F4", name="confirm.waiting")
        self.waiting.clicked.connect(self.open_waiting)
        self.receipt = Button(theme, "", key="F9", name="confirm.receipt")
        self.receipt.clicked.connect(self.open_receipt)
        self._paid: Payment | None = None
        self._compact = theme.compact
        self.again = CheckBox(
            theme, self.tr("The customer wants to pay again"), name="confirm.again"
        )
        self.another = CheckBox(theme, self.tr("This is another bill"), name="confirm.another")
        self.low_balance = CheckBox(theme, self.tr("Try all the same"), name="confirm.lowbalance")
        for box in (self.another, self.again, self.low_balance):
            box.installEventFilter(self)
        buttons = QHBoxLayout()
        buttons.setSpacing(14)
        buttons.addWidget(self.stop)
        buttons.addWidget(self.waiting)
        buttons.addWidget(self.receipt)
        buttons.addStretch(1)
        for box in (self.another, self.again, self.low_balance):
            buttons.addWidget(box)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(self._lead)
        column.addWidget(self._words)
        column.addSpacing(4 if theme.compact else 8)
        column.addLayout(buttons)
        row = QHBoxLayout(self)
        top = 6 if theme.compact else 10
        row.setContentsMargins(22, top, 22, top)
        row.setSpacing(18)
        row.addWidget(Icon(theme, "triangle-alert", 34, "waittext"), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A double click is one answer: its second half would land on the next question's box."""
        if event.type() == QEvent.Type.MouseButtonDblClick:
            return True
        return super().eventFilter(watched, event)

    def set_moment(self, now: datetime, language: Language) -> None:
        """The time of the counter, which the days of earlier payments are told from."""
        self._now, self._language = now, language

    def show_flow(self, flow: Flow, trouble: BhuktaniError | None) -> None:
        """Show the one thing that matters most, or nothing."""
        said = flow.confirmations
        duplicates = said.duplicates
        for box, agreed in (
            (self.another, said.another_bill),
            (self.again, said.duplicate_confirmed),
            (self.low_balance, said.tries_low_balance),
        ):
            with QSignalBlocker(box):
                box.setChecked(agreed)
        if flow.sending:
            self.hide()
        elif duplicates.open is not None:
            self._show_open(duplicates.open)
        elif trouble is not None:
            sentence = problem_sentence(trouble)
            kept = self.tr(
                "Nothing was sent, so nothing was paid. The cash belongs to the customer."
            )
            self._say(sentence.what, f"{kept} {sentence.advice}")
        elif flow.has_low_balance and not said.asks_for_duplicate:
            # After what an earlier payment asks for: one question at a time.
            self._show_low_balance(duplicates)
        elif duplicates.other_open is not None and not (
            said.another_bill and duplicates.paid_today
        ):
            self._show_other(duplicates.other_open)
        elif duplicates.paid_today is not None:
            self._show_paid(duplicates.paid_today, duplicates.other_open)
        else:
            self.hide()

    def _say(
        self,
        lead: str,
        words: str,
        *,
        waiting: bool = False,
        paid: Payment | None = None,
        again: bool = False,
        another: bool = False,
        low_balance: bool = False,
    ) -> None:
        if self.isHidden() or lead != self._lead.text():
            announce(self, f"{lead} {words}")
        self._lead.setText(lead)
        self._words.setText(words)
        self.waiting.setVisible(waiting)
        self._paid = paid
        self.receipt.setVisible(paid is not None)
        if paid is not None:
            words = self.tr("Open receipt {receipt}").format(receipt=receipt_number(paid).text)
            # In a narrow window the sentence above is enough to name it.
            self.receipt.setText(self.tr("Open receipt") if self._compact else words)
            self.receipt.setAccessibleName(words)
        self.again.setVisible(again)
        self.another.setVisible(another)
        self.low_balance.setVisible(low_balance)
        self.show()

    def _show_open(self, payment: Payment) -> None:
        if payment.state is PaymentState.REVIEW:
            lead = self.tr("This customer’s payment, {what}, must be settled by the owner first.")
        else:
            lead = self.tr("This customer’s payment, {what}, has been WAITING since {time}.")
        words = self.tr("It may or may not be paid. Do not take cash for it again.")
        self._say(lead.format(what=_what(payment), time=self._since(payment)), words, waiting=True)

    def _show_other(self, payment: Payment) -> None:
        words = self.tr("Make sure that this is a different bill before you take cash.")
        self._say(self._other_text(payment), words, waiting=True, another=True)

    def _show_paid(self, payment: Payment, other: Payment | None) -> None:
        """Asked after what is open beside it: each has its own answer."""
        words = self._ask_text(payment)
        self._say(
            self._paid_text(payment),
            words,
            paid=payment,
            again=True,
            another=other is not None,
        )

    def _show_low_balance(self, duplicates: Duplicates) -> None:
        """A question, not a wall: there are accounts with a credit line."""
        self._say(
            self.tr("The balance is too low for this payment."),
            self.tr(
                "The service will probably refuse it. Do not take cash:"
                " add balance at the service first, then press F5."
            ),
            again=duplicates.paid_today is not None,
            # There is room for two answers, the one before and this one.
            another=duplicates.other_open is not None and duplicates.paid_today is None,
            low_balance=True,
        )

    def _other_text(self, payment: Payment) -> str:
        if payment.state is PaymentState.REVIEW:
            words = self.tr(
                "Another payment of this customer, {what}, must be settled by the owner."
            )
        else:
            words = self.tr(
                "Another payment of this customer, {what}, has been WAITING since {time}."
            )
        return words.format(what=_what(payment), time=self._since(payment))

    def _paid_text(self, payment: Payment) -> str:
        at, now = local(payment.changed_at), local(self._now)
        gone = (now.date() - at.date()).days
        receipt = receipt_number(payment).text
        if gone == 0:
            words = self.tr(
                "{what} was already paid for this customer today at {time} — receipt {receipt}"
            )
        elif gone == 1:
            words = self.tr(
                "{what} was already paid for this customer yesterday at {time} — receipt {receipt}"
            )
        else:
            words = self.tr(
                "{what} was already paid for this customer on {day} at {time} — receipt {receipt}"
            )
        day = bs_text(at.date(), self._language)
        time = time_text(at, self._language)
        return words.format(what=_what(payment), day=day, time=time, receipt=receipt)

    def _ask_text(self, paid: Payment) -> str:
        words = self.tr("Ask the customer before you take cash.")
        if not paid.order.operator:
            return words
        taken = self.tr("Taken by {operator}.").format(operator=paid.order.operator)
        return f"{taken} {words}"

    def open_receipt(self) -> bool:
        """Ask for the earlier payment; False where none with a receipt is spoken of."""
        if self._paid is None or self.isHidden():
            return False
        self.open_payment.emit(self._paid)
        return True

    def _since(self, payment: Payment) -> str:
        return moment_text(payment.recorded_at, self._now, self._language)


def _what(payment: Payment) -> str:
    """``Rs. 1,356.00 (Home, 1 month)``: what a payment is for, short enough for a headline."""
    order = payment.order
    label = order_name(order)
    if not label:
        return rupees(order.amount)
    if len(label) > _LONGEST:
        label = f"{label[: _LONGEST - 1].rstrip()}…"
    return f"{rupees(order.amount)} ({label})"
