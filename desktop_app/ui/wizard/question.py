"""Stop and think: what stands in the way of taking the cash, above Confirm."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout

from desktop_app.core.errors import BhuktaniError
from desktop_app.core.flow import Flow
from desktop_app.core.payment import Payment, PaymentState
from desktop_app.printing.content import receipt_number
from desktop_app.printing.dates import local, time_text
from desktop_app.ui.theme import TextRole, Theme
from desktop_app.ui.widgets import Button, CheckBox, Icon, Panel, PanelLook, PlainLabel, Variant
from desktop_app.ui.words.money import rupees
from desktop_app.ui.words.problems import problem_sentence


class Question(Panel):
    """An earlier payment for the same bill, too little balance, or trouble before sending."""

    open_waiting = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, PanelLook.CAUTION, name="confirm.question")
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
        self.again = CheckBox(
            theme, self.tr("The customer wants to pay again"), name="confirm.again"
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(14)
        buttons.addWidget(self.stop)
        buttons.addWidget(self.waiting)
        buttons.addStretch(1)
        buttons.addWidget(self.again)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(self._lead)
        column.addWidget(self._words)
        column.addSpacing(8)
        column.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(22, 14, 22, 14)
        row.setSpacing(18)
        row.addWidget(Icon(theme, "triangle-alert", 34, "waittext"), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    def show_flow(self, flow: Flow, trouble: BhuktaniError | None, *, poor: bool) -> None:
        """Show the one thing that matters most, or nothing."""
        twins = flow.twins
        if flow.sending:
            self.hide()
        elif twins.open is not None:
            self._show_open(twins.open)
        elif trouble is not None:
            sentence = problem_sentence(trouble)
            kept = self.tr(
                "Nothing was sent, so nothing was paid. The cash belongs to the customer."
            )
            self._say(sentence.what, f"{kept} {sentence.advice}")
        elif twins.paid_today is not None:
            self._show_paid(twins.paid_today)
            self.again.setChecked(flow.pays_again)
        elif twins.other_open is not None:
            self._show_other(twins.other_open)
            self.again.setChecked(flow.pays_again)
        elif poor:
            self._say(
                self.tr("The balance is too low for this payment."),
                self.tr("Do not take cash. Add balance at the service first, then press F5."),
            )
        else:
            self.hide()

    def _say(self, lead: str, words: str, *, waiting: bool = False, again: bool = False) -> None:
        self._lead.setText(lead)
        self._words.setText(words)
        self.waiting.setVisible(waiting)
        self.again.setVisible(again)
        if not again:
            self.again.setChecked(False)
        self.show()

    def _show_open(self, payment: Payment) -> None:
        at = time_text(local(payment.recorded_at))
        if payment.state is PaymentState.REVIEW:
            lead = self.tr("A payment for this bill must be settled by the owner first.")
        else:
            lead = self.tr("A payment for this bill is WAITING since {time}.").format(time=at)
        words = self.tr("It may or may not be paid. Do not take cash for it again.")
        self._say(lead, words, waiting=True)

    def _show_other(self, payment: Payment) -> None:
        lead = self.tr("Another bill of this customer, {amount}, is WAITING since {time}.").format(
            amount=rupees(payment.order.amount), time=time_text(local(payment.recorded_at))
        )
        words = self.tr("Make sure that this is a different bill before you take cash.")
        self._say(lead, words, waiting=True, again=True)

    def _show_paid(self, payment: Payment) -> None:
        order = payment.order
        lead = self.tr(
            "{amount} was already paid for this customer today at {time} — receipt {receipt}"
        ).format(
            amount=rupees(order.amount),
            time=time_text(local(payment.changed_at)),
            receipt=receipt_number(payment.receipt or 0, order.environment),
        )
        words = self.tr("Ask the customer before you take cash.")
        if order.operator:
            taken = self.tr("Taken by {operator}.").format(operator=order.operator)
            words = f"{taken} {words}"
        self._say(lead, words, again=True)
