"""Receipts and slips: which paper a payment in a given state gets, and what it says.

Only PAID gives a receipt. WAITING gives a slip headed NOT A RECEIPT, NOT PAID a return slip, both
on demand. What is not live says so at the top, at the state and at the end.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.core.environment import Environment
from desktop_app.core.money import PAISA_PER_RUPEE
from desktop_app.core.payments.payment import HELD_STATES, Payment, PaymentState
from desktop_app.core.settings import Language, Paper
from desktop_app.core.shop import FOOTER_LETTERS
from desktop_app.formatting import dates
from desktop_app.formatting.numbers import receipt_number, slip_number
from desktop_app.formatting.plain_text import sanitize
from desktop_app.printing import texts
from desktop_app.printing.blocks import Bar, Document
from desktop_app.printing.document_model import DocumentModel
from desktop_app.printing.facts import (
    Entry,
    date_entries,
    moment,
    order_facts,
    shop_facts,
    shown_reference,
)
from desktop_app.printing.roll import on_roll
from desktop_app.printing.sheet import on_sheet

if TYPE_CHECKING:
    from datetime import datetime

    from desktop_app.core.billing.forms import FieldLabel
    from desktop_app.printing.blocks import Picture
    from desktop_app.printing.texts import Wording

ROLLS = frozenset({Paper.ROLL_58, Paper.ROLL_80})

_RECEIPT_HEADING = {
    Environment.LIVE: texts.PAYMENT_RECEIPT,
    Environment.PRACTICE: texts.PRACTICE_SLIP,
    Environment.TEST: texts.TEST_SLIP,
}
_FOOTNOTE = {
    Environment.PRACTICE: texts.PRACTICE_FOOTNOTE,
    Environment.TEST: texts.TEST_FOOTNOTE,
}
_CODE_MARK = {
    Environment.LIVE: "",
    Environment.PRACTICE: "PRACTICE - NOT A PAYMENT",
    Environment.TEST: "TEST - NOT A PAYMENT",
}
# A sheet has its heading in both languages; these stand below an English one.
_NEPALI_HEADINGS = {
    texts.PAYMENT_RECEIPT: "भुक्तानी रसिद",
    texts.CASH_HELD_SLIP: "नगद राखेको पुर्जी",
    texts.CASH_RETURN_SLIP: "नगद फिर्ता पुर्जी",
    texts.PRACTICE_SLIP: "अभ्यास पुर्जी",
    texts.TEST_SLIP: "टेस्ट पुर्जी",
}
_SERVICE_WORDS = 200


@dataclass(frozen=True, slots=True)
class Copy:
    """A receipt that is printed again: its number from 1, when, and by whom."""

    number: int
    at: datetime
    by: str = ""

    def __post_init__(self) -> None:
        if self.number < 1:
            raise ValueError("a copy has a number from 1")


def receipt(
    payment: Payment,
    wording: Wording,
    *,
    paper: Paper,
    account_label: FieldLabel | None = None,
    is_checked: bool = True,
    debtor: str = "",
    copy: Copy | None = None,
    logo: Picture | None = None,
) -> Document:
    """The receipt of a PAID payment. One that the service took back says so.

    Args:
        payment: what was paid.
        wording: the paper's language.
        paper: what it is printed on.
        account_label: what the provider calls the account id; None for "Account".
        is_checked: the provider knew the account when it was read; False for those that tell
            nothing of one.
        debtor: who owes the part that is on account; empty where none of it is.
        copy: which one it is; None for the original.
        logo: the shop's, if it has one.

    Raises:
        ValueError: the payment is not PAID or has no receipt number.
    """
    if payment.state is not PaymentState.PAID or payment.receipt is None:
        raise ValueError("only a paid payment with a receipt number gives a receipt")
    environment = payment.order.environment
    is_live = environment is Environment.LIVE
    number = receipt_number(payment).text
    order = order_facts(payment, wording, account_label, is_checked=is_checked, debtor=debtor)
    heading = _RECEIPT_HEADING[environment]
    shop = shop_facts(payment.order.shop, wording)
    plan = DocumentModel(
        title=_title(number, copy, wording),
        heading=wording.text(heading),
        other_heading=_other_heading(heading, wording),
        copy=None if copy is None else _copy_bar(copy, wording),
        notice="" if payment.reversed_at is None else wording.text(texts.CAME_BACK_NOTICE),
        messages=_came_back(payment, wording),
        number=Entry(wording.text(texts.RECEIPT_NUMBER), number, bold=True),
        dates=(*_dates(payment, payment.changed_at, wording, paper), *_late(payment, wording)),
        shop=shop,
        order=order,
        cash=order.cash,
        state=wording.text(texts.PAID),
        transaction=Entry(
            wording.text(texts.TRANSACTION_ID),
            (sanitize(payment.transaction_id or "", 64) or "—") if is_live else "—",
        ),
        code=code_text(payment, number),
        caption=wording.text(texts.RECEIPT_DETAILS) if is_live else "",
        footnotes=(wording.text(_FOOTNOTE.get(environment, texts.NOT_A_TAX_INVOICE)),),
        closing=wording.text(texts.THANK_YOU) if is_live and not payment.reversed_at else "",
        signature=wording.text(texts.FOR_SHOP, shop=shop.name) if shop.name else "",
        logo=logo,
        footer=tuple(sanitize(line, FOOTER_LETTERS) for line in payment.order.shop.footer_lines),
    )
    return _arranged(plan, wording, paper)


def held_slip(
    payment: Payment,
    wording: Wording,
    *,
    paper: Paper,
    account_label: FieldLabel | None = None,
    is_checked: bool = True,
    debtor: str = "",
    confirms_later: bool = False,
) -> Document:
    """The slip for a customer whose payment has no clear answer yet: NOT A RECEIPT.

    ``debtor`` owes the part that is on account.
    ``confirms_later``: the provider usually answers later, and has taken this payment on.

    Raises:
        ValueError: its outcome is known, or it is not open.
    """
    if payment.state not in HELD_STATES - {PaymentState.SENDING}:
        raise ValueError("only a waiting payment gives a cash held slip")
    number = slip_number("H", payment)
    order = order_facts(payment, wording, account_label, is_checked=is_checked, debtor=debtor)
    phone = sanitize(payment.phone, 40)
    plan = DocumentModel(
        title=wording.text(texts.HELD_TITLE, number=number),
        heading=wording.text(texts.CASH_HELD_SLIP),
        other_heading=_other_heading(texts.CASH_HELD_SLIP, wording),
        notice=wording.text(texts.NOT_A_RECEIPT),
        number=Entry(wording.text(texts.SLIP_NUMBER), number, bold=True),
        dates=_dates(payment, payment.recorded_at, wording, paper),
        shop=shop_facts(payment.order.shop, wording),
        order=order,
        phone=Entry(wording.text(texts.CUSTOMER_PHONE), phone) if phone else None,
        cash=(*order.cash, *_held(payment, wording)),
        state=wording.text(texts.WAITING),
        messages=(
            wording.text(texts.CONFIRMS_LATER_MESSAGE, provider=order.provider)
            if confirms_later
            else wording.text(texts.WAITING_MESSAGE),
        ),
        code=_slip_code(payment, number),
        caption=_slip_caption(payment, wording),
        footnotes=_slip_footnotes(payment, texts.HELD_FOOTNOTE, wording),
    )
    return _arranged(plan, wording, paper)


def return_slip(
    payment: Payment,
    wording: Wording,
    *,
    paper: Paper,
    account_label: FieldLabel | None = None,
    is_checked: bool = True,
    debtor: str = "",
) -> Document:
    """The slip for cash that goes back, or went back, because the bill was NOT PAID.

    ``debtor`` owed the part that was on account.

    Raises:
        ValueError: the payment is not NOT PAID.
    """
    if payment.state is not PaymentState.NOT_PAID:
        raise ValueError("only a payment that was not paid gives a cash return slip")
    number = slip_number("N", payment)
    order = order_facts(payment, wording, account_label, is_checked=is_checked, debtor=debtor)
    returned = payment.cash_returned_at is not None
    message = texts.RETURNED_MESSAGE if returned else texts.NOT_PAID_MESSAGE
    plan = DocumentModel(
        title=wording.text(texts.RETURN_TITLE, number=number),
        heading=wording.text(texts.CASH_RETURN_SLIP),
        other_heading=_other_heading(texts.CASH_RETURN_SLIP, wording),
        notice=wording.text(texts.NOT_PAID),
        number=Entry(wording.text(texts.SLIP_NUMBER), number, bold=True),
        dates=_dates(payment, payment.recorded_at, wording, paper),
        shop=shop_facts(payment.order.shop, wording),
        order=order,
        cash=(*order.cash, *_returned(payment, wording)),
        state=wording.text(texts.NOT_PAID),
        messages=(wording.text(message),),
        answer=_service_answer(payment, wording),
        code=_slip_code(payment, number),
        caption=_slip_caption(payment, wording),
        footnotes=_slip_footnotes(payment, texts.RETURN_FOOTNOTE, wording),
        signature=wording.text(texts.CUSTOMER_SIGNATURE),
        signs_on_roll=True,
    )
    return _arranged(plan, wording, paper)


def code_text(payment: Payment, number: str, *, is_slip: bool = False) -> str:
    """Build the text of the QR code: number, date, provider, amount and reference, one per line.

    Always in English with 0–9 and few letters, so that the code stays coarse enough to be read.
    """
    order = payment.order
    at = dates.local(payment.changed_at)
    rupees, paisa = divmod(order.amount.paisa, PAISA_PER_RUPEE)
    reference = order.reference
    if order.environment is not Environment.LIVE:
        reference = shown_reference(order)
    lines = (
        _CODE_MARK[order.environment],
        f"NOT A RECEIPT {number}" if is_slip else f"Receipt {number}",
        "" if is_slip else f"{at:%Y-%m-%d}",
        sanitize(order.provider_name, 40),
        f"Rs. {rupees}.{paisa:02d}",
        sanitize(reference, 40),
    )
    return "\n".join(line for line in lines if line)


def _arranged(plan: DocumentModel, wording: Wording, paper: Paper) -> Document:
    if paper in ROLLS:
        blocks = on_roll(plan, wording, narrow=paper is Paper.ROLL_58)
    else:
        blocks = on_sheet(plan, wording, wide=paper is Paper.A4)
    return Document(plan.title, paper, wording.language, blocks)


def _dates(payment: Payment, at: datetime, wording: Wording, paper: Paper) -> tuple[Entry, ...]:
    narrow = paper is Paper.ROLL_58
    return tuple(date_entries(at, payment.order.operator, wording, narrow=narrow))


def _late(payment: Payment, wording: Wording) -> tuple[Entry, ...]:
    """A payment that was settled on a later day names the day of the cash too."""
    taken, paid = dates.local(payment.recorded_at), dates.local(payment.changed_at)
    if taken.date() == paid.date():
        return ()
    return (Entry(wording.text(texts.CASH_TAKEN_ON), moment(payment.recorded_at, wording)),)


def _returned(payment: Payment, wording: Wording) -> tuple[Entry, ...]:
    """Each kind of money goes back as it came."""
    order, at = payment.order, payment.cash_returned_at
    in_cash = texts.CASH_TO_GIVE_BACK if at is None else texts.CASH_RETURNED
    by_wallet = texts.WALLET_TO_GIVE_BACK if at is None else texts.WALLET_GIVEN_BACK
    parts = (
        (in_cash, order.cash_tender, not order.other_tenders),
        (by_wallet, order.wallet, False),
        (texts.NOT_OWED, order.on_account, False),
    )
    entries = tuple(
        Entry(wording.text(words), wording.amount(amount), bold=True)
        for words, amount, always in parts
        if amount or always
    )
    return entries if at is None else (*entries, _returned_on(at, wording))


def _returned_on(at: datetime, wording: Wording) -> Entry:
    return Entry(wording.text(texts.RETURNED_ON), moment(at, wording))


def _held(payment: Payment, wording: Wording) -> tuple[Entry, ...]:
    """The cash that the shop holds; none where no cash was taken."""
    order = payment.order
    if not order.cash_tender and order.other_tenders:
        return ()
    return (Entry(wording.text(texts.CASH_HELD), wording.amount(order.cash_tender), bold=True),)


def _service_answer(payment: Payment, wording: Wording) -> Entry | None:
    """The service's own sentence in quotes with its code, which nobody should take for ours."""
    words, code = sanitize(payment.reason, _SERVICE_WORDS), sanitize(payment.reason_code, 20)
    quoted = f"“{words}”" if words else ""
    shown = f"{quoted} ({code})" if quoted and code else quoted or code
    return Entry(wording.text(texts.REASON), shown) if shown else None


def _came_back(payment: Payment, wording: Wording) -> tuple[str, ...]:
    """The sentence on the receipt of a payment that the service took back."""
    if payment.reversed_at is None:
        return ()
    at = dates.bs_moment_text(dates.local(payment.reversed_at), wording.language)
    return (wording.text(texts.CAME_BACK_MESSAGE, moment=at),)


def _slip_code(payment: Payment, number: str) -> str:
    """The text of a slip's code: it finds the payment, and says that it is no receipt."""
    return code_text(payment, number, is_slip=True)


def _slip_caption(payment: Payment, wording: Wording) -> str:
    is_live = payment.order.environment is Environment.LIVE
    return wording.text(texts.SLIP_DETAILS) if is_live else ""


def _slip_footnotes(payment: Payment, footnote: str, wording: Wording) -> tuple[str, ...]:
    own = _FOOTNOTE.get(payment.order.environment)
    return (wording.text(own or footnote),)


def _title(number: str, copy: Copy | None, wording: Wording) -> str:
    """Return the title; each copy has a separate one, so that its file does not replace the
    original.
    """
    if copy is None:
        return wording.text(texts.RECEIPT_TITLE, number=number)
    return wording.text(texts.COPY_TITLE, number=number, copy=str(copy.number))


def _copy_bar(copy: Copy, wording: Wording) -> Bar:
    when, who = moment(copy.at, wording), sanitize(copy.by, 60)
    detail = (
        wording.text(texts.PRINTED_AGAIN_BY, moment=when, operator=who)
        if who
        else wording.text(texts.PRINTED_AGAIN, moment=when)
    )
    number = wording.digits(str(copy.number))
    return Bar(wording.text(texts.COPY, number=number), detail)


def _other_heading(heading: str, wording: Wording) -> str:
    if wording.language is Language.NEPALI:
        return heading
    return _NEPALI_HEADINGS[heading]
