"""Words for how a bill is paid, and for what goes back where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop_app.core.tenders import Tender, TenderKind
from desktop_app.ui.texts.money import rupees

if TYPE_CHECKING:
    from desktop_app.core.payments.payment import PaymentOrder

translate = QCoreApplication.translate


def tender_word(kind: TenderKind) -> str:
    """Name a kind of tender."""
    return {
        TenderKind.CASH: translate("Tender", "Cash"),
        TenderKind.WALLET: translate("Tender", "QR or wallet"),
        TenderKind.ON_ACCOUNT: translate("Tender", "On account"),
    }[kind]


def tender_text(tender: Tender, who: str = "") -> str:
    """Word one tender: its kind, its amount, a wallet's reference, and whose account it is on.

    Nothing is said of what is owed now: the words stay true once it is settled or taken back.
    """
    parts = [f"{tender_word(tender.kind)} {rupees(tender.amount)}", tender.reference]
    if who and tender.customer is not None:
        parts.append(translate("Tender", "charged to {name}").format(name=who))
    return " · ".join(part for part in parts if part)


def paid_with_text(order: PaymentOrder, who: str = "") -> str:
    """Word all tenders of a bill; empty where it was paid in cash alone.

    ``who`` owes what is on account.
    """
    return " + ".join(tender_text(one, who) for one in order.tenders) if order.other_tenders else ""


def give_back_text(order: PaymentOrder, who: str = "") -> str:
    """Word what the customer gets back, and how: each kind of money goes back as it came.

    ``who`` owes what is on account.
    """
    if not order.other_tenders:
        return translate("Tender", "Give back {amount}").format(amount=rupees(order.cash_due))
    parts = []
    if order.cash_tender:
        parts.append(
            translate("Tender", "Give back {amount} in cash").format(
                amount=rupees(order.cash_tender)
            )
        )
    if order.wallet:
        parts.append(
            translate("Tender", "Give back {amount} by QR or wallet").format(
                amount=rupees(order.wallet)
            )
        )
    if order.on_account:
        words = translate("Tender", "{amount} is not owed any more")
        if who:
            words = translate("Tender", "{name} does not owe {amount} any more")
        parts.append(words.format(name=who, amount=rupees(order.on_account)))
    return " · ".join(parts)


def keep_text(order: PaymentOrder) -> str:
    """Word what to do with the money of a bill whose outcome is open."""
    if order.cash_tender:
        return translate("Tender", "Keep the cash. Do not pay again.")
    return translate("Tender", "Give nothing back. Do not pay again.")


def returned_text(order: PaymentOrder) -> str:
    """Name the button that says that the customer has it back."""
    if order.wallet:
        return translate("Tender", "Money returned")
    return translate("Tender", "Cash returned")
