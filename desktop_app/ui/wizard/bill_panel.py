"""The left side of Confirm: the offer, and the parts of its price."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from desktop_app.core.billing.accounts import LineKind, OfferKind, QuoteLine
from desktop_app.core.billing.forms import beside_customer
from desktop_app.core.money import Money, grouped
from desktop_app.formatting.amount_in_words import in_words
from desktop_app.ui.texts.labels import entered_word, field_word
from desktop_app.ui.texts.money import rupees
from desktop_app.ui.theme import TextRole, Theme
from desktop_app.ui.widgets import (
    Banner,
    BannerKind,
    Figure,
    InlineMessage,
    KeyValueList,
    Panel,
    PlainLabel,
    RowText,
)
from desktop_app.ui.widgets.paint import LEFT
from desktop_app.ui.wizard.offers import due_apart, offer_text

if TYPE_CHECKING:
    from desktop_app.core.payments.order import PaymentRequest
    from desktop_app.core.settings import Language

_MANY = 7
"""Rows for which the usual height is too much."""


class Room(Enum):
    """The room for the panel, which decides how much it shows."""

    USUAL = "usual"
    LOW = "low"
    LEAST = "least"


ROOMS = (
    (Room.USUAL, Room.USUAL, Room.USUAL),
    (Room.LOW, Room.LOW, Room.USUAL),
    (Room.LOW, Room.LEAST, Room.USUAL),
    (Room.LOW, Room.LEAST, Room.LOW),
    (Room.LEAST, Room.LEAST, Room.LOW),
)
"""Of bill, cash and the account to confirm, tried in turn. The last one only below a question: the
price stands above.
"""


class BillPanel(Panel):
    """The total in figures and words, customer, package or bill, and the parts of the price."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, name="confirm.bill")
        self._is_sending, self._has_room, self._confirms_later = False, True, ""
        self._heading = PlainLabel(
            theme, "", TextRole.SUBHEADING, "text2", name="confirm.heading", wrap=True
        )
        self._figure = Figure(theme, "", TextRole.FIGURE, align=LEFT, name="confirm.total")
        self._words = PlainLabel(theme, "", TextRole.SUBHEADING, "text2", wrap=True)
        self._quoted = InlineMessage(theme, "", name="confirm.quoted", about=self._figure)
        self._rows = KeyValueList(theme)
        self._said = 0
        """How many rows say for whom and for what; the parts of the price come after them."""
        column = QVBoxLayout(self)
        side = 18 if theme.compact else 26
        column.setContentsMargins(side, 10 if theme.compact else 16, side, 10)
        column.setSpacing(0)
        column.addWidget(self._heading)
        column.addWidget(self._figure)
        column.addWidget(self._words)
        column.addWidget(self._quoted)
        column.addSpacing(8 if theme.compact else 12)
        column.addWidget(self._rows)
        column.addStretch(1)
        self._later = Banner(theme, BannerKind.INFO, "", name="confirm.later")
        self._later.set_low()
        column.addWidget(self._later)

    def show_request(
        self, request: PaymentRequest, language: Language, price_before: Money | None = None
    ) -> None:
        """Show what would be paid; ``price_before`` is what was shown for it until now."""
        account, offer = request.account, request.offer
        info = request.provider.info
        self.set_sending(False)
        later = self.tr("{provider} confirms later, as usual.").format(provider=info.name)
        self._confirms_later = later if info.confirms_later else ""
        self._later.set_text(
            later,
            self.tr("Until then the payment stands in Waiting, and you keep the cash."),
        )
        self._figure.setText(rupees(offer.payable))
        self._words.setText(in_words(offer.payable, language))
        asks = self.tr("{provider} asks {now} today, not {listed} as in the list.")
        listed = "" if price_before is None else rupees(price_before)
        asks = asks.format(provider=info.name, now=rupees(offer.total), listed=listed)
        self._quoted.set_message(asks if listed else "", "triangle-alert")
        self._quoted.setVisible(bool(listed))
        self._texts: list[RowText] = []
        name = account.customer_name
        if self._theme.compact and name and name != account.account_id:
            self._add(self.tr("Customer"), f"{name} · {account.account_id}")
        else:
            if name and name != account.account_id:
                self._add(self.tr("Customer"), name)
            self._add(field_word(info.account_field.label), account.account_id)
        for fact in beside_customer(request.entries, name):
            self._add(entered_word(fact.label), fact.value)
        label = self.tr("Package") if offer.kind is OfferKind.PACKAGE else self.tr("Bill")
        paid, service = offer_text(offer), offer.service_name
        if self._theme.compact and service and offer.kind is OfferKind.PACKAGE:
            # The connection that it is for was chosen: it is said in every size.
            paid = f"{paid} · {service}"
        if offer.label or not offer.line(LineKind.AMOUNT):
            self._add(label, paid)
        if service and not self._theme.compact:
            is_package = offer.kind is OfferKind.PACKAGE
            self._add(self.tr("Connection") if is_package else self.tr("Service"), service)
        due = due_apart(account)
        if due is not None:
            words = self.tr("{amount} · do not take cash for it").format(amount=rupees(due))
            self._add(self.tr("Due, not part of this payment"), words)
        self._said = len(self._texts)
        for line in offer.lines:
            self._add_line(line, offer.total)
        self._add_amount(self.tr("Total"), rupees(offer.payable), total=True)
        if request.cash_due != offer.payable:
            rounding = grouped(request.cash_due - offer.payable)
            self._add_amount(self.tr("Rounding"), rounding)
            in_cash = request.cash_due == request.cash_tender
            words = self.tr("Cash to take") if in_cash else self.tr("To take")
            self._add_amount(words, rupees(request.cash_due), total=True)
        self._rows.show_texts(self._texts)
        self.set_room(Room.USUAL)

    def set_sending(self, sending: bool) -> None:
        """The heading says whether it is being paid."""
        self._is_sending = sending
        self._show_heading()

    def _show_heading(self) -> None:
        """Say in the heading, too, that the company confirms later, where it has no room below."""
        words = self.tr("Paying now") if self._is_sending else self.tr("Total to pay")
        self._later.setVisible(bool(self._confirms_later) and self._has_room)
        if self._confirms_later and not self._has_room:
            words = f"{words} · {self._confirms_later}"
        self._heading.setText(words)

    def set_room(self, room: Room) -> None:
        """Make room for a question above: lower rows first, then without the parts of the price.

        The parts and the total of them stay or go together.
        """
        compact, usual = self._theme.compact, room is Room.USUAL
        self._has_room = usual
        self._show_heading()
        self._figure.set_role(TextRole.FIGURE if usual else TextRole.FIGURE_SMALL)
        self._words.setVisible(usual or not (compact or room is Room.LEAST))
        self._rows.set_low(not usual or len(self._rows.rows) > _MANY)
        self._rows.show_first(self._said if room is Room.LEAST else len(self._rows.rows))

    def _add_line(self, line: QuoteLine, total: Money) -> None:
        titles = {
            LineKind.PACKAGE: self.tr("Package price"),
            LineKind.DUE: self.tr("Due so far"),
            LineKind.RATE: self.tr("Rate"),
            LineKind.VAT: self.tr("VAT"),
            LineKind.CHARGE: self.tr("Service charge"),
        }
        title = titles.get(line.kind)
        if title is None or not line.amount:
            return
        note = line.note
        if line.used_days is not None:
            note = self.tr("used %n day(s) of the old package", "", line.used_days)
        self._texts.append(RowText(title, note=note, amount=grouped(line.amount)))

    def _add(self, label: str, value: str) -> None:
        self._texts.append(RowText(label, value))

    def _add_amount(self, label: str, amount: str, *, total: bool = False) -> None:
        self._texts.append(RowText(label, amount=amount, is_total=total))
