"""The row of a payment in Waiting, and its texts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop_app.core.payments.complaint import AnswerDue, ComplaintLimits, answer_due
from desktop_app.core.payments.event_content import ticket_of
from desktop_app.core.payments.payment import Event, Payment, PaymentState
from desktop_app.core.payments.verdict import ReviewReason
from desktop_app.formatting.dates import bs_text_with_weekday, local
from desktop_app.formatting.numbers import receipt_number
from desktop_app.ui.payment_kit.history import (
    decision_text,
    in_work,
    last_said,
    moment_text,
    monogram,
    quoted_reason,
    refusal_text,
    waiting_message,
    was_cut_off,
)
from desktop_app.ui.payment_kit.next_check import NextCheck, blocker_text
from desktop_app.ui.texts.codes import code_sentence
from desktop_app.ui.texts.money import rupees

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from desktop_app.core.billing.forms import FieldLabel
    from desktop_app.core.billing.provider import Provider
    from desktop_app.core.clock import Clock
    from desktop_app.core.payments.desk import PaymentDesk
    from desktop_app.core.payments.ports import Ledger
    from desktop_app.core.settings import Language
    from desktop_app.ui.runtime.ports import CatalogPort

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """A payment with its history and what its provider calls things.

    ``check`` is set while it waits or needs the owner.
    """

    payment: Payment
    events: tuple[Event, ...]
    monogram: str
    label: FieldLabel | None = None
    check: NextCheck | None = None
    confirms_later: str = ""
    """The name of its company, where that usually confirms later; else empty."""
    due: AnswerDue | None = None
    """Until when its outcome is in time; None where it is known."""
    ticket: str = ""
    """Under which support has the complaint about it; empty for none."""

    @property
    def number(self) -> int:
        """Return the payment's number."""
        return self.payment.number

    @property
    def owes(self) -> bool:
        """Its cash must be given back; otherwise it is open, or has just become PAID."""
        return self.payment.owes_cash

    @property
    def waits(self) -> bool:
        """Its outcome is not known yet."""
        return self.payment.state is PaymentState.WAITING

    @property
    def is_paid(self) -> bool:
        """True if it became PAID while the page showed it."""
        return self.payment.state is PaymentState.PAID

    @property
    def for_owner(self) -> bool:
        """No look-up ends it: a person must decide, or the newer program that wrote its state."""
        return self.payment.state in (PaymentState.REVIEW, PaymentState.WRITTEN_BY_NEWER)

    @property
    def may_decide(self) -> bool:
        """The owner may record what support answered: no look-up will end it."""
        is_stuck = self.waits and self.check is not None and self.check.is_stuck
        return is_stuck or self.payment.state is PaymentState.REVIEW


@dataclass(frozen=True, slots=True)
class DisplayContext:
    """The time and the language in which a row is shown."""

    now: datetime
    monotonic: float
    language: Language


def load_items(
    catalog: CatalogPort,
    clock: Clock,
    limits: ComplaintLimits,
    watched: Collection[int],
    desk: PaymentDesk,
    ledger: Ledger,
) -> tuple[WaitingRow, ...]:
    """Load the rows on a worker: open payments, oldest first, then those whose cash is owed.

    A payment that is ``watched`` and has become PAID stays among the open ones.
    """
    providers = {p.info.slug: p for p in catalog.providers()}
    waiting = desk.waiting()
    monotonic = clock.monotonic()
    checks = {one.payment.number: NextCheck.of(one, monotonic) for one in waiting}
    first = {payment.number: payment for payment in ledger.open_payments()}
    owed = ledger.cash_to_return()
    for number in set(watched) - first.keys() - {payment.number for payment in owed}:
        gone = ledger.payment(number)
        if gone is not None and gone.state is PaymentState.PAID:
            first[number] = gone
    payments = (*(first[number] for number in sorted(first)), *owed)
    return tuple(
        _item(p, ledger.events(p.number), providers, checks.get(p.number), limits) for p in payments
    )


def _item(
    payment: Payment,
    events: tuple[Event, ...],
    providers: dict[str, Provider],
    check: NextCheck | None,
    limits: ComplaintLimits,
) -> WaitingRow:
    provider = providers.get(payment.order.provider)
    label = provider.info.account_field.label if provider else None
    later = provider.info.name if provider and provider.info.confirms_later else ""
    sent_on = local(payment.sent_at or payment.recorded_at).date()
    return WaitingRow(
        payment,
        events,
        monogram(payment, providers),
        label,
        check,
        later,
        answer_due(payment, sent_on, limits),
        ticket_of(events),
    )


# --- words --------------------------------------------------------------------------------


def customer_message(item: WaitingRow) -> str:
    """Word what to tell the customer."""
    if item.owes:
        return translate("Waiting", "“The bill was not paid. Here is your money back.”")
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
    if item.is_paid:
        number = receipt_number(item.payment).text
        words = translate("Waiting", "The cash stays in the drawer. Receipt {number}.")
        return f"{words.format(number=number)} {decision}".strip()
    checks = _checks(item, moment)
    if not item.for_owner:
        return checks
    reason = None if item.check is None else item.check.history.doubt
    if item.payment.state is PaymentState.WRITTEN_BY_NEWER:
        reason = ReviewReason.WRITTEN_BY_NEWER
    doubt = review_reason_text(reason)
    return f"{doubt} {checks}" if checks else doubt


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
        return review_reason_text(None if check is None else check.history.doubt)
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
    if payment.cash_returned_at is not None:
        words = translate("Waiting", "{amount} was given back to {customer}.")
        customer = order.customer_name or order.account_id
        return words.format(amount=rupees(order.cash_due), customer=customer)
    if payment.owes_cash:
        return translate("Waiting", "Call the customer and give the cash back.")
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
        return translate("Waiting", "First check after 5 minutes.")
    return translate("Waiting", "The first check is due.")
