"""Words what a card in Waiting says: what to tell the customer, what is known, what is due."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop_app.core.payments.check_schedule import FIRST_CHECK_MINUTES
from desktop_app.core.payments.event_content import answer_in
from desktop_app.core.payments.payment import PaymentState
from desktop_app.core.payments.verdict import ReviewReason
from desktop_app.formatting.dates import bs_text_with_weekday, local
from desktop_app.formatting.numbers import receipt_number
from desktop_app.ui.payment_kit.history import (
    decision_text,
    in_work,
    last_said,
    moment_text,
    quoted_reason,
    refusal_text,
    waiting_message,
    was_cut_off,
)
from desktop_app.ui.payment_kit.next_check import blocker_text
from desktop_app.ui.texts.codes import code_sentence
from desktop_app.ui.texts.money import rupees
from desktop_app.ui.texts.tenders import give_back_text

if TYPE_CHECKING:
    from desktop_app.core.payments.payment import Payment
    from desktop_app.ui.waiting.waiting_row import DisplayContext, WaitingRow

translate = QCoreApplication.translate


def customer_message(item: WaitingRow) -> str:
    """Word what to tell the customer."""
    if item.owes:
        return translate("Waiting", "“The bill was not paid. Here is your money back.”")
    if item.came_back:
        return translate(
            "Waiting",
            "“The company sent your payment back. We pay it again, or you get your money.”",
        )
    if item.is_paid:
        return translate("Waiting", "“Your bill is paid. Here is your receipt.”")
    if item.for_owner:
        return translate(
            "Waiting",
            "“We asked the service. Please wait for our call.” Call support with the reference.",
        )
    return waiting_message(in_work=in_work(item.events), confirms_later=item.confirms_later)


def status_text(item: WaitingRow, moment: DisplayContext) -> str:
    """Word what is known so far."""
    decision = decision_text(item.events)
    if item.owes and decision:
        return decision
    if item.owes:
        why, quoted = refusal_text(item.payment), quoted_reason(item.payment)
        return f"{why} {quoted}" if quoted else why
    if item.came_back:
        return _came_back_text(item, moment)
    if item.is_paid:
        number = receipt_number(item.payment).text
        words = translate("Waiting", "The cash stays in the drawer. Receipt {number}.")
        return f"{words.format(number=number)} {decision}".strip()
    checks = _checks(item, moment)
    if not item.for_owner:
        return checks
    reason = _doubt(item)
    if item.payment.state is PaymentState.WRITTEN_BY_NEWER:
        reason = ReviewReason.WRITTEN_BY_NEWER
    doubt = review_reason_text(reason)
    if item.is_doubted:
        number = receipt_number(item.payment).text
        paid = translate("Waiting", "It was PAID, receipt {number}.").format(number=number)
        return f"{paid} {doubt}"
    return f"{doubt} {checks}" if checks else doubt


def _doubt(item: WaitingRow) -> ReviewReason | None:
    """The reason why a person must decide."""
    if item.check is not None:
        return item.check.history.doubt
    found = (answer_in(event).doubt for event in reversed(item.events))
    return next((doubt for doubt in found if doubt is not None), None)


def _came_back_text(item: WaitingRow, moment: DisplayContext) -> str:
    """Word when the money came back."""
    payment = item.payment
    at = moment_text(payment.reversed_at or payment.changed_at, moment.now, moment.language)
    words = translate(
        "Waiting", "Money came back from the company: {time}. Its receipt is {number}."
    )
    return words.format(time=at, number=receipt_number(payment).text)


def review_reason_text(doubt: ReviewReason | None) -> str:
    """Word the reason why a person must decide."""
    if doubt is ReviewReason.OTHER_AMOUNT:
        return translate("Waiting", "The service knows it, but with another amount.")
    if doubt is ReviewReason.UNCLEAR_AMOUNT:
        return translate("Waiting", "The service knows it, but its amount cannot be read.")
    if doubt is ReviewReason.REFUND_SIGNS:
        return translate("Waiting", "The service knows it, but its answer speaks of a refund.")
    if doubt is ReviewReason.FORGOTTEN:
        return translate("Waiting", "The service took it on first and does not know it now.")
    if doubt is ReviewReason.WRITTEN_BY_NEWER:
        return translate("Waiting", "A newer version of the program has written why.")
    return translate("Waiting", "The answers of the service contradict each other.")


def blocked_text(item: WaitingRow, moment: DisplayContext) -> str:
    """Word the reason why it is not looked up, and what to do; empty if it is."""
    if item.check is None or not item.waits:
        return ""
    words = blocker_text(item.check.blocker_at(moment.monotonic))
    return words or stuck_text(item)


def stuck_text(item: WaitingRow) -> str:
    """Word the reason why no look-up will settle it, though each can be made; empty if one may."""
    if item.check is None or not item.may_decide or item.for_owner:
        return ""
    code = item.check.history.refused_code
    if code:
        why = code_sentence(code, item.payment.order.provider_name).what
        advice = translate("Waiting", "It cannot be checked. Record what support answers.")
        return f"{why} {advice}"
    return translate("Waiting", "It waits for more than a day. Record what support answers.")


def reason_to_decide(item: WaitingRow) -> str:
    """Word the reason why the owner may decide, shown above the question."""
    check = item.check
    if item.for_owner or check is None:
        return review_reason_text(_doubt(item))
    return blocker_text(check.blocker) or stuck_text(item)


def due_text(item: WaitingRow, moment: DisplayContext) -> str:
    """Word until when the outcome is in time; empty where it is known, or is over the limit."""
    if item.due is None or is_overdue(item, moment):
        return ""
    left = -item.due.days_over(local(moment.now).date())
    if left == 0:
        return translate("Waiting", "Complain if it is not known by tonight.")
    if left == 1:
        return translate("Waiting", "Complain if it is not known by tomorrow.")
    day = bs_text_with_weekday(item.due.day, moment.language)
    return translate("Waiting", "Complain if it is not known by {day}.").format(day=day)


def overdue_text(item: WaitingRow, moment: DisplayContext) -> str:
    """Word that it is time to complain, or under which ticket that was done; empty before."""
    if item.due is None or not is_overdue(item, moment):
        return ""
    over = item.due.days_over(local(moment.now).date())
    since = (
        translate("Waiting", "Due since yesterday:")
        if over == 1
        else translate("Waiting", "Due since {day}:").format(
            day=bs_text_with_weekday(item.due.day, moment.language)
        )
    )
    if item.ticket:
        words = translate("Waiting", "{since} support has it as {ticket}.")
        return words.format(since=since, ticket=item.ticket)
    return translate("Waiting", "{since} complain (F8).").format(since=since)


def is_overdue(item: WaitingRow, moment: DisplayContext) -> bool:
    """It is over the owner's limit."""
    return item.due is not None and item.due.is_over(local(moment.now).date())


def recorded_text(payment: Payment) -> str:
    """Word what is left to do after the owner's decision, or after cash was returned."""
    order = payment.order
    if payment.owes_reversal:
        return translate("Waiting", "Pay it again, or give the cash back.")
    if payment.reversed_at is not None:
        return translate("Waiting", "Nothing is left to do for it.")
    if payment.cash_returned_at is not None:
        words = translate("Waiting", "{amount} was given back to {customer}.")
        customer = order.customer_name or order.account_id
        return words.format(amount=rupees(order.to_give_back), customer=customer)
    if payment.owes_cash:
        words = translate("Waiting", "Call the customer and give the cash back.")
        return f"{words} {give_back_text(order)}" if order.other_tenders else words
    return translate("Waiting", "The receipt can be printed now, or later in Payments.")


def sent_text(item: WaitingRow, moment: DisplayContext) -> str:
    """Word when it was sent, if it was, and whom to call."""
    payment = item.payment
    time = moment_text(payment.sent_at or payment.recorded_at, moment.now, moment.language)
    if payment.sent_at is None:
        words = translate("Waiting", "begun {time}, never sent").format(time=time)
    else:
        words = translate("Waiting", "sent {time}").format(time=time)
    phone = payment.customer_phone
    return f"{words} · {phone}" if phone else words


def _checks(item: WaitingRow, moment: DisplayContext) -> str:
    """Word how often it was looked up, and what the last answer said."""
    history = None if item.check is None else item.check.history
    if history is None or history.last_check is None:
        return "" if item.for_owner else f"{_unchecked(item)} {_first(item, moment)}".strip()
    words = translate("Waiting", "%n check(s). Last: {time}", "", history.checks)
    words = words.format(time=moment_text(history.last_check, moment.now, moment.language))
    if item.for_owner:
        return f"{words}."
    said = last_said(item.payment, item.events, confirms_later=bool(item.confirms_later))
    return f"{words}: {said}"


def _unchecked(item: WaitingRow) -> str:
    if in_work(item.events) and item.confirms_later:
        words = translate("Waiting", "Taken on. {provider} confirms later, as usual.")
        return words.format(provider=item.confirms_later)
    if in_work(item.events):
        return translate("Waiting", "The service is at work on it.")
    if was_cut_off(item.events):
        return translate("Waiting", "It was cut off before the answer came.")
    return translate("Waiting", "No answer yet.")


def _first(item: WaitingRow, moment: DisplayContext) -> str:
    if item.check is None or blocked_text(item, moment):
        return ""
    if item.check.left(moment.monotonic) > 0:
        return translate("Waiting", "First check after {count} minutes.").format(
            count=FIRST_CHECK_MINUTES
        )
    return translate("Waiting", "The first check is due.")
