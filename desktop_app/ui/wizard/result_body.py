"""The body of a result: what to do with the cash, why, and the payment's facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.billing.accounts import OfferKind
from desktop_app.core.errors import BhuktaniError, Problem
from desktop_app.core.money import ZERO
from desktop_app.core.payments.payment import Payment, PaymentState
from desktop_app.formatting.dates import bs_text, local, time_text_with_seconds
from desktop_app.formatting.numbers import receipt_number
from desktop_app.ui.payment_kit.history import is_company_at_work, refusal_text, waiting_message
from desktop_app.ui.texts.codes import REFERENCE_NOT_KNOWN, reason_text
from desktop_app.ui.texts.money import rupees
from desktop_app.ui.texts.problems import problem_sentence
from desktop_app.ui.texts.tenders import (
    give_back_text,
    keep_text,
    paid_with_text,
    returned_text,
)
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import (
    Button,
    KeyValueList,
    Panel,
    PanelLook,
    PlainLabel,
    RowText,
    TextField,
    Variant,
)
from desktop_app.ui.widgets.announce import announce
from desktop_app.ui.wizard.check_row import CheckRow
from desktop_app.ui.wizard.offers import days_text, order_name

if TYPE_CHECKING:
    from desktop_app.core.billing.provider import ProviderInfo
    from desktop_app.ui.runtime.context import AppContext

_SHORTEST_PHONE = 7
_MIN_FACTS = 3
"""What was paid for, the number of the receipt, and the service's own."""


class ResultBody(QWidget):
    """Advice first, then why; below it what belongs to the state."""

    phone_noted = Signal(str)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        theme = self._theme = context.theme
        self._low = self._folded = False
        self._confirms_later = ""
        """The company that has taken the payment on and confirms it later, as it usually does."""
        self._payment: Payment | None = None
        self._who_owes = ""
        self._problem: Problem | None = None
        self.advice = PlainLabel(theme, "", TextRole.TITLE, name="result.advice", wrap=True)
        role = TextRole.BODY if theme.compact else TextRole.SUBHEADING
        self._why = PlainLabel(theme, "", role, "text2", name="result.why", wrap=True)
        self._facts = KeyValueList(theme)
        self._quote, self._quote_head, self._quote_text, self._quote_small = self._box()
        self.returned = Button(
            theme,
            "",
            Variant.DANGER,
            key="Ctrl R",
            icon="undo-2",
            height=58,
            name="result.returned",
        )
        self._returned_row = QWidget()
        row = QHBoxLayout(self._returned_row)
        row.setContentsMargins(5, 8, 5, 0)
        row.setSpacing(14)
        row.addWidget(self.returned)
        until = self.tr("Press it when the customer has the cash. Until then it stays in Waiting.")
        row.addWidget(PlainLabel(theme, until, TextRole.LABEL, "text2", wrap=True), 1)
        self.check = CheckRow(context)
        self._phone_row = self._build_phone()
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8 if theme.compact else 10)
        for part in (
            self.advice,
            self._why,
            self._facts,
            self._quote,
            self.check,
            self._returned_row,
            self._phone_row,
        ):
            column.addWidget(part)
        if theme.compact:
            # Where the page may have to scroll, what is done with the cash comes before the reason.
            column.insertWidget(column.indexOf(self._quote), self._returned_row)
        column.addStretch(1)
        context.session.balance_changed.connect(self._show_balance)

    def _box(self) -> tuple[Panel, PlainLabel, PlainLabel, PlainLabel]:
        theme = self._theme
        compact = theme.compact
        role = TextRole.BODY if compact else TextRole.SUBHEADING
        box = Panel(theme, PanelLook.SUBTLE, radius=10)
        labels = (
            PlainLabel(theme, "", TextRole.LABEL, "text2"),
            PlainLabel(theme, "", role, wrap=True, name="result.quote"),
            PlainLabel(theme, "", TextRole.LABEL, "text2", wrap=True),
        )
        column = QVBoxLayout(box)
        column.setContentsMargins(*((13, 5, 13, 6) if compact else (17, 10, 17, 12)))
        column.setSpacing(0 if compact else 3)
        for label in labels:
            column.addWidget(label)
        return box, *labels

    def _build_phone(self) -> QWidget:
        theme = self._theme
        widget = QWidget()
        row = QHBoxLayout(widget)
        row.setContentsMargins(0, 0 if theme.compact else 4, 0, 0)
        row.setSpacing(12)
        label = PlainLabel(theme, self.tr("Customer’s phone"), TextRole.SUBHEADING, "text2")
        self._phone = TextField(
            theme, label.text(), height=36, placeholder="98…", name="result.phone"
        )
        self._phone.setMaxLength(20)
        self._phone.setMaximumWidth(theme.scaled(230))
        self._phone.editingFinished.connect(self._phone_done)
        self._kept = PlainLabel(theme, "", TextRole.LABEL, "text2")
        row.addWidget(label)
        row.addWidget(self._phone)
        row.addWidget(self._kept, 1)
        self._noted = ""
        return widget

    # --- showing --------------------------------------------------------------------------

    def show_payment(
        self, payment: Payment, info: ProviderInfo | None, problem: Problem | None
    ) -> None:
        """Show one payment; ``problem`` where its answer could not be recorded."""
        state = payment.state
        before, self._payment = self._payment, payment
        if before is None or payment.order.reference != before.order.reference:
            self._who_owes = ""
        self._problem = problem
        at_work = info is not None and is_company_at_work(payment, info)
        self._confirms_later = info.name if info is not None and at_work else ""
        self.advice.setText(self._advice(payment))
        # The change is the figure of the page.
        gives = state is PaymentState.PAID and payment.order.change > ZERO
        self.advice.set_role(TextRole.CHANGE if gives else TextRole.TITLE)
        self._why.setText(self._reason(payment, problem))
        self._show_facts(payment)
        waits = state in (PaymentState.WAITING, PaymentState.REVIEW)
        self._facts.setVisible(state is PaymentState.PAID)
        self._quote.setVisible(waits or state is PaymentState.NOT_PAID)
        self._returned_row.setVisible(payment.owes_cash)
        self.returned.setText(returned_text(payment.order))
        self._phone_row.setVisible(waits)
        self.check.show_payment(payment)
        if waits:
            self._show_message(payment)
        elif state is PaymentState.NOT_PAID:
            self._show_refusal(payment)
        self._show_room()
        self._noted = payment.customer_phone
        self._phone.setText(payment.customer_phone)
        self._kept.setText(self.tr("saved with this payment"))

    def show_who_owes(self, payment: Payment, name: str) -> None:
        """Name who owes what is on account, if the payment is still shown."""
        shown = self._payment
        if shown is not None and payment.order.reference == shown.order.reference:
            self._who_owes = name
            self.advice.setText(self._advice(payment))
            self._why.setText(self._reason(payment, self._problem))

    def set_low(self, low: bool) -> None:
        """Leave out what stands in Payments and Waiting too, where the room is short.

        What to do with the cash and what to tell the customer are never left out.
        """
        if low != self._low:
            self._low = low
            self._show_room()

    def fold_facts(self, folded: bool) -> None:
        """Show only the facts that the customer may ask for, where even less room is left.

        The time is on the receipt, the balance stands above all pages.
        """
        if folded != self._folded:
            self._folded = folded
            self._fold()

    def _fold(self) -> None:
        rows = len(self._facts.rows)
        self._facts.show_first(min(rows, _MIN_FACTS) if self._folded else rows)

    def _show_room(self) -> None:
        """Gaps, and the service's own words, as the room allows."""
        tight = self._low or self._theme.compact
        # Apart from what is said of its paper, below.
        self._column.setContentsMargins(0, 0, 0, 1 if self._low else 8)
        self._column.setSpacing(2 if self._low else 8 if tight else 10)
        self._facts.set_low(self._low)
        waits = not self._phone_row.isHidden()
        own = bool(self._quote_small.text()) and not (waits and tight)
        self._quote_small.setVisible(own)
        margins = (13, 3, 13, 4) if self._low else (13, 5, 13, 6) if tight else (17, 10, 17, 12)
        layout = self._quote.layout()
        if layout is not None:
            layout.setContentsMargins(*margins)

    def show_phone_kept(self) -> None:
        """The ledger has it."""
        self._kept.setText(self.tr("Saved with this payment."))
        announce(self._kept, self._kept.text())

    def _show_balance(self) -> None:
        """The balance after the payment, when it is known."""
        payment = self._payment
        if payment is not None and payment.state is PaymentState.PAID:
            self._show_facts(payment)

    def _advice(self, payment: Payment) -> str:
        order = payment.order
        if payment.state is PaymentState.PAID:
            if order.change > ZERO:
                return self.tr("Give change {amount}").format(amount=rupees(order.change))
            return self.tr("No change to give") if order.cash_tender else self.tr("No cash taken")
        if payment.state is PaymentState.NOT_PAID:
            if payment.cash_returned_at is None:
                return give_back_text(order, self._who_owes)
            if order.wallet:
                return self.tr("The money was given back")
            return self.tr("The cash was given back")
        return keep_text(order)

    def _reason(self, payment: Payment, problem: Problem | None) -> str:
        order = payment.order
        if payment.state is PaymentState.PAID:
            words = self.tr("You received {amount}.").format(amount=rupees(order.cash_received))
            others = paid_with_text(order, self._who_owes)
            return f"{words} {others}" if others and order.cash_tender else others or words
        if payment.state is PaymentState.NOT_PAID:
            if payment.cash_returned_at is not None:
                return self.tr("Nothing is left to do for this payment.")
            if order.change > ZERO:
                words = self.tr(
                    "If you have not given the change yet, give back the full {amount}."
                )
                return words.format(amount=rupees(order.cash_received))
            return self.tr("The bill was not paid.")
        if payment.state is PaymentState.REVIEW:
            why = self.tr("The answers of the service contradict each other.")
        elif self._confirms_later:
            why = self.tr("The payment was taken on. {provider} confirms later, as usual.")
            why = why.format(provider=self._confirms_later)
        elif payment.acknowledged:
            # The usual answer of companies that are served by hand.
            why = self.tr("The service is still working on it, so the bill may or may not be paid.")
        else:
            why = self.tr("No clear answer came, so the bill may or may not be paid.")
        if order.change > ZERO:
            do = self.tr("Give the change of {change} and hold {amount}.")
        else:
            do = self.tr("Hold {amount}.") if order.cash_tender else ""
        do = do.format(change=rupees(order.change), amount=rupees(order.cash_tender))
        parts = [part for part in (why, do, paid_with_text(order, self._who_owes)) if part]
        if problem is not None:
            unrecorded = self.tr("The answer could not be written on this computer:")
            parts.append(f"{unrecorded} {problem_sentence(BhuktaniError(problem)).what}")
        return " ".join(parts)

    def _show_facts(self, payment: Payment) -> None:
        order = payment.order
        name = order_name(order)
        if order.duration_days is not None:
            name = f"{name}, {days_text(order.duration_days)}"
        if order.service_name and order.offer_kind == OfferKind.PACKAGE.value:
            # The connection that was chosen of several.
            name = f"{name} · {order.service_name}"
        language = self._context.session.settings.language
        at = local(payment.changed_at)
        balance = self._context.session.balance
        rows = [
            *([(self.tr("Paid for"), name)] if name else []),
            (self.tr("Receipt no."), receipt_number(payment).text),
            (self.tr("Transaction id"), payment.transaction_id or "—"),
            (
                self.tr("Paid at"),
                f"{time_text_with_seconds(at, language)}, {bs_text(at.date(), language)}",
            ),
            (self.tr("Balance now"), "—" if balance is None else rupees(balance)),
        ]
        self._facts.show_texts([RowText(label, value) for label, value in rows], opposite=True)
        self._facts.set_low(self._low)
        self._fold()

    def _show_message(self, payment: Payment) -> None:
        self._quote_head.setText(self.tr("Tell the customer"))
        in_work = payment.acknowledged and payment.state is PaymentState.WAITING
        said = waiting_message(in_work=in_work, confirms_later=self._confirms_later)
        self._quote_text.setText(said)
        self._quote_small.setText(self._own_text(payment))

    def _show_refusal(self, payment: Payment) -> None:
        self._quote_head.setText(self.tr("Reason"))
        code = payment.reason_code
        if code and code != REFERENCE_NOT_KNOWN:
            reason = reason_text(code, payment.reason, payment.order.provider_name)
        else:
            reason = refusal_text(payment)
        self._quote_text.setText(reason)
        self._quote_small.setText(self._own_text(payment))

    def _own_text(self, payment: Payment) -> str:
        if not payment.reason:
            return ""
        words = self.tr("Answer from the service: “{words}”").format(words=payment.reason)
        return f"{words} ({payment.reason_code})" if payment.reason_code else words

    def _phone_done(self) -> None:
        phone = " ".join(self._phone.text().split())
        if phone != self._noted and (not phone or len(phone) >= _SHORTEST_PHONE):
            self._noted = phone
            self.phone_noted.emit(phone)
