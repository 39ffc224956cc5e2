"""Words a payment's events plainly, and says no more than the events prove."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop_app.core.billing.provider import FactLabel, Provider, ProviderInfo
from desktop_app.core.errors import BhuktaniError, Problem
from desktop_app.core.payments.event_content import (
    answer_in,
    decision_in,
    paper_in,
    phone_in,
    reversal_in,
    settlement_in,
    ticket_in,
)
from desktop_app.core.payments.payment import Event, EventKind, Payment, PaymentState
from desktop_app.formatting.dates import bs_text, clock_text, local, time_text
from desktop_app.ui.texts.codes import REFERENCE_NOT_KNOWN, code_sentence
from desktop_app.ui.texts.labels import not_sent_word, state_tone, state_word
from desktop_app.ui.texts.money import rupees
from desktop_app.ui.texts.problems import problem_sentence, quoted_sentence
from desktop_app.ui.widgets import EventLine, EventMark, Tone

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from desktop_app.core.payments.listed import ListedPayment
    from desktop_app.core.payments.payment import PaymentOrder
    from desktop_app.core.settings import Language

translate = QCoreApplication.translate

_CUT_OFF = frozenset({EventKind.RECOVERED, EventKind.ANSWER_LOST})
_ANSWERS = frozenset({EventKind.ANSWERED, EventKind.LOOKED_UP, *_CUT_OFF})
_NAME_THEMSELVES = frozenset(
    {EventKind.RECORDED, EventKind.SENT, EventKind.DECIDED, EventKind.REVERSED}
)
"""Events whose words name who did it, or follow at once on one that does."""
_MARKS = {
    PaymentState.PAID: EventMark.PAID,
    PaymentState.NOT_PAID: EventMark.NOT_PAID,
    PaymentState.WAITING: EventMark.WAITING,
    PaymentState.REVIEW: EventMark.WAITING,
    PaymentState.WRITTEN_BY_NEWER: EventMark.WAITING,
}


def state_chip(payment: Payment | ListedPayment) -> tuple[Tone, str]:
    """Word the chip of a payment: its state, that it was never sent, or its cash was given back.

    What is PAID and came back shows what is due now; its state stays what it was.
    """
    if payment.abandoned:
        return state_tone(payment.state), not_sent_word()
    if payment.is_doubted:
        return state_tone(PaymentState.REVIEW), state_word(PaymentState.REVIEW)
    if payment.owes_reversal:
        return state_tone(PaymentState.NOT_PAID), translate("History", "MONEY CAME BACK")
    if payment.is_returned:
        return Tone.CASH_RETURNED, translate("History", "CASH RETURNED")
    return state_tone(payment.state), state_word(payment.state)


def moment_text(at: datetime, now: datetime, language: Language) -> str:
    """Return ``2:18 PM`` for today, ``yesterday 5:51 PM``, or the time with its date."""
    moment, today = local(at), local(now).date()
    time = time_text(moment, language)
    gone = (today - moment.date()).days
    if gone == 0:
        return time
    if gone == 1:
        return translate("History", "yesterday {time}").format(time=time)
    return f"{bs_text(moment.date(), language)}, {time}"


def event_lines(
    payment: Payment, events: Iterable[Event], language: Language
) -> tuple[EventLine, ...]:
    """The events of a payment, oldest first; a date stands where another day begins."""
    lines = []
    day = local(payment.recorded_at).date()
    for event in events:
        at, named = local(event.at), ""
        if at.date() != day:
            day = at.date()
            named = bs_text(day, language)
        lead, words = _words(payment, event)
        if event.operator and event.kind not in _NAME_THEMSELVES:
            words = f"{words} · {event.operator}" if words else event.operator
        mark = EventMark.PLAIN if event.state is None else _MARKS.get(event.state, EventMark.PLAIN)
        lines.append(EventLine(clock_text(at), lead, words, mark, named))
    return tuple(lines)


def is_company_at_work(payment: Payment, info: ProviderInfo | None) -> bool:
    """A payment that waits as the payments of its company usually do: it was taken on."""
    is_taken_on = payment.state is PaymentState.WAITING and payment.acknowledged
    return info is not None and info.confirms_later and is_taken_on


def last_said(payment: Payment, events: Sequence[Event], *, confirms_later: bool = False) -> str:
    """Word the last answer about an open payment, to be put behind a colon."""
    if in_work(events):
        if confirms_later:
            return translate("History", "taken on, not confirmed yet.")
        return translate("History", "still processing.")
    last = _last_answer(events)
    said = "" if last is None else _plain(payment, last)
    return said or translate("History", "no clear answer.")


def was_cut_off(events: Sequence[Event]) -> bool:
    """Sending was cut off by the program's end or by a fault, and nothing was heard since."""
    last = _last_answer(events)
    return last is not None and last.kind in _CUT_OFF


def in_work(events: Sequence[Event]) -> bool:
    """The service said last that it is working on the payment."""
    last = _last_answer(events)
    return last is not None and _is_in_work(last)


def waiting_message(*, in_work: bool, confirms_later: str = "") -> str:
    """Word what to tell the customer of a payment that waits: the service is at work, or silent.

    ``confirms_later`` is the name of a company that usually confirms later.
    """
    if in_work and confirms_later:
        words = translate(
            "Waiting",
            "“{provider} confirms the payment later. We keep your money safe and call you.”",
        )
        return words.format(provider=confirms_later)
    if in_work:
        return translate(
            "Waiting", "“It is being processed. It can take some time. We keep your money safe.”"
        )
    return translate(
        "Waiting",
        "“The money is with us, the answer has not come."
        " Please do not pay elsewhere. We will call.”",
    )


def _is_in_work(event: Event) -> bool:
    content = answer_in(event)
    if content.state:
        return content.is_in_work
    # A look-up of several at once is kept without their states: "known" is all that it can tell.
    doubtful = content.problem or content.code or content.doubt
    return event.kind is EventKind.LOOKED_UP and content.acknowledged and not doubtful


def refusal_text(payment: Payment) -> str:
    """Word the reason why a payment was not paid."""
    if payment.reason_code == REFERENCE_NOT_KNOWN:
        return translate("History", "The payment did not reach the service.")
    if payment.abandoned:
        return translate("History", "It could not be recorded, so nothing was sent.")
    if payment.reason_code:
        return code_sentence(payment.reason_code, payment.order.provider_name).what
    if payment.reason or payment.transaction_id:
        return translate("History", "The service did not carry the payment out.")
    return translate("History", "The payment did not reach the service.")


def decision_text(events: Sequence[Event]) -> str:
    """Word who decided it and why; empty where the service did."""
    last = next((event for event in reversed(events) if event.kind is EventKind.DECIDED), None)
    if last is None:
        return ""
    return f"{translate('History', 'Decided by the owner:')} {_decided(last)}"


def quoted_reason(payment: Payment) -> str:
    """The service's own sentence in quotes, with its code; empty if there is none."""
    if not payment.reason:
        return ""
    code = f" ({payment.reason_code})" if payment.reason_code else ""
    return f"“{payment.reason}”{code}"


def _last_answer(events: Sequence[Event]) -> Event | None:
    return next((event for event in reversed(events) if event.kind in _ANSWERS), None)


def _words(payment: Payment, event: Event) -> tuple[str, str]:
    """The bold words and those after them."""
    if event.kind in _ANSWERS:
        return _lead(event.kind), _answer(payment, event)
    if event.kind in (EventKind.PRINTED, EventKind.NOT_PRINTED):
        return paper_in(event).title, _printed(event)
    if event.kind is EventKind.RECORDED:
        return translate("History", "Recorded"), _recorded(payment)
    words = _BY_PEOPLE.get(event.kind)
    return _step(event.kind) if words is None else words(event)


def _decision(event: Event) -> tuple[str, str]:
    return translate("History", "Decided by the owner:"), _decided(event)


def _phone(event: Event) -> tuple[str, str]:
    return translate("History", "Phone noted:"), phone_in(event).phone or "—"


def _ticket(event: Event) -> tuple[str, str]:
    return translate("History", "Ticket of support:"), ticket_in(event).ticket or "—"


def _step(kind: EventKind) -> tuple[str, str]:
    """The words of an event that holds nothing."""
    if kind is EventKind.CASH_RETURNED:
        return translate("History", "Cash returned"), translate("History", "to the customer")
    if kind is EventKind.ABANDONED:
        words = translate("History", "nothing was sent; the cash stayed with the customer")
        return translate("History", "Given up:"), words
    if kind is EventKind.SENT:
        return translate("History", "Sent"), translate("History", "to the service")
    words = translate("History", "what it wrote is not known to this version")
    return translate("History", "A newer version of the program:"), words


def _came_back(event: Event) -> tuple[str, str]:
    """Word who says that the service took a paid bill back."""
    found = reversal_in(event)
    if found.by:
        words = translate("History", "recorded by the owner: “{reason}” ({by})")
        said = words.format(reason=found.reason, by=found.by)
    else:
        said = translate("History", "the service does not count it as paid any more")
        said = f"{said}: “{found.reason}”" if found.reason else said
    return translate("History", "Money came back:"), said


def _settled(event: Event) -> tuple[str, str]:
    """Word what the customer has for a bill that the service took back."""
    found = settlement_in(event)
    if found.paid_again is not None:
        number = translate("History", "with payment {number}")
        return translate("History", "Paid again"), number.format(number=found.paid_again)
    if found.in_cash:
        words = translate("History", "to the customer, as the company’s money came back")
        return translate("History", "Cash returned"), words
    return translate("History", "Settled by hand:"), found.note or "—"


_BY_PEOPLE = {
    EventKind.DECIDED: _decision,
    EventKind.PHONE_NOTED: _phone,
    EventKind.TICKET_NOTED: _ticket,
    EventKind.REVERSED: _came_back,
    EventKind.REVERSAL_SETTLED: _settled,
}
"""The words of what a person did, or of what a bill that came back leaves to do."""


def _printed(event: Event) -> str:
    is_file = paper_in(event).is_file
    if event.kind is EventKind.PRINTED:
        return translate("History", "saved as PDF") if is_file else translate("History", "printed")
    if is_file:
        return translate("History", "was not saved")
    return translate("History", "was not taken by the printer")


def _lead(kind: EventKind) -> str:
    if kind is EventKind.ANSWERED:
        return translate("History", "Answered:")
    if kind is EventKind.LOOKED_UP:
        return translate("History", "Looked up:")
    # In a ledger of before the two were told apart, a lost answer is RECOVERED as well.
    return translate("History", "Interrupted:")


def _recorded(payment: Payment) -> str:
    if not payment.order.operator:
        return translate("History", "before sending")
    words = translate("History", "before sending, operator {operator}")
    return words.format(operator=payment.order.operator)


def _decided(event: Event) -> str:
    """The state, why, and who decided it."""
    decision = decision_in(event)
    reason, by = decision.reason, decision.by
    stays = translate("History", "it stays paid")
    parts = [stays if event.state is None else state_word(event.state)]
    if reason:
        parts.append(f"“{reason}”")
    if by:
        parts.append(f"({by})")
    return " ".join(part for part in parts if part)


def _answer(payment: Payment, event: Event) -> str:
    """Word an answer, then the state that it led to."""
    said = _plain(payment, event)
    if event.state is None:
        return said or translate("History", "no clear answer")
    word = state_word(event.state)
    facts = (f"{_fact_word(one.label)}: {one.value}" for one in answer_in(event).facts)
    return " · ".join((f"{said} {word}" if said else word, *facts))


def _fact_word(label: str) -> str:
    words = {
        FactLabel.RECHARGED.value: translate("History", "Recharged"),
        FactLabel.COMPANY_RECEIPT.value: translate("History", "The company’s receipt"),
        FactLabel.VALID_UNTIL.value: translate("History", "Valid until"),
    }
    return words.get(label, label)


def _plain(payment: Payment, event: Event) -> str:
    """Word an answer without the state; never say that it was or was not paid."""
    content = answer_in(event)
    if event.kind in _CUT_OFF:
        return _cut_off(event)
    if event.state is PaymentState.PAID:
        return ""
    if content.problem:
        return _problem_text(content.problem)
    if event.state is PaymentState.NOT_PAID:
        return _refused(payment, event)
    if content.doubt is not None and payment.state is PaymentState.PAID and event.state is None:
        return translate("History", "The service speaks of this paid bill in another way now.")
    if content.doubt:
        return translate("History", "The answers of the service contradict each other.")
    if _is_in_work(event):
        return translate("History", "It is still being processed.")
    return _quoted(event) or translate("History", "No clear answer.")


def _cut_off(event: Event) -> str:
    if event.kind is EventKind.ANSWER_LOST:
        return translate("History", "the answer could not be followed to its end.")
    if event.state is PaymentState.NOT_PAID:
        return translate("History", "it was never sent.")
    return translate("History", "it was cut off before the answer came.")


def _refused(payment: Payment, event: Event) -> str:
    code = answer_in(event).code
    return code_sentence(code, payment.order.provider_name).what if code else _quoted(event)


def _quoted(event: Event) -> str:
    """The service's own sentence."""
    content = answer_in(event)
    return quoted_sentence(content.reason, content.code) if content.reason else ""


def _problem_text(problem: str) -> str:
    try:
        found = Problem(problem)
    except ValueError:
        found = Problem.UNEXPECTED_STATUS
    return problem_sentence(BhuktaniError(found)).what


def monogram(shown: PaymentOrder | ListedPayment, providers: Mapping[str, Provider]) -> str:
    """The provider's two letters, also of one that the program no longer knows."""
    provider = providers.get(shown.provider)
    return provider.info.monogram if provider else shown.provider_name[:2].upper()


def naming(shown: ListedPayment, words: str) -> str:
    """The words, and which payment they are about: another one is seen by now."""
    return f"{naming_line(shown)}: {words}"


def naming_line(shown: ListedPayment) -> str:
    """Name a payment where another one is seen by now."""
    return f"{shown.customer} · {rupees(shown.amount)}"
