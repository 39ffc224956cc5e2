"""The sheet with which a shop asks the service's support about one payment, in both languages.

It holds what support needs to find the payment, and what the service has answered so far; never the
token. Whoever reads it at the service may read either language, so that each label stands in both.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.core.payments.event_content import answer_in, ticket_of
from desktop_app.core.payments.payment import Event, EventKind, Payment
from desktop_app.core.settings import Language
from desktop_app.formatting import dates
from desktop_app.formatting.numbers import slip_number
from desktop_app.formatting.plain_text import sanitize
from desktop_app.printing import texts
from desktop_app.printing.blocks import Align, Bar, Block, Document, Mono, Row, Rule, Size, Text
from desktop_app.printing.facts import (
    MARKS,
    TENDER_WORDS,
    grouped_reference,
    order_facts,
    shop_facts,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from desktop_app.core.billing.forms import FieldLabel
    from desktop_app.core.settings import Paper
    from desktop_app.printing.texts import Wording

_ANSWER_KINDS = {
    EventKind.ANSWERED: texts.ANSWER_TO_PAYMENT,
    EventKind.LOOKED_UP: texts.ANSWER_TO_LOOKUP,
    EventKind.RECOVERED: texts.CUT_OFF,
    EventKind.ANSWER_LOST: texts.CUT_OFF,
    # It holds the state and the words of the look-up that told it.
    EventKind.REVERSED: texts.ANSWER_TO_LOOKUP,
}
_FIRST, _LAST = 3, 6
"""Of many answers, so many are listed at the beginning and at the end."""
_WORDS = 200


@dataclass(frozen=True, slots=True)
class ComplaintSheet:
    """The sheet to be printed, and the same as plain text to be pasted into a message."""

    document: Document
    text: str


@dataclass(frozen=True, slots=True)
class _Fact:
    label: str
    value: str
    is_reference: bool = False


def complaint_sheet(
    payment: Payment,
    events: Sequence[Event],
    wordings: tuple[Wording, Wording],
    *,
    paper: Paper,
    account_label: FieldLabel | None = None,
) -> ComplaintSheet:
    """Make the sheet about a payment.

    Args:
        payment: the payment that has no outcome, or whose outcome is another than it was.
        events: its history, oldest first.
        wordings: English and Nepali.
        paper: what it is printed on.
        account_label: what the provider calls the account id; None for "Account".
    """
    return _Sheet(payment, events, wordings, paper, account_label).made()


@dataclass(frozen=True, slots=True)
class _Sheet:
    payment: Payment
    events: Sequence[Event]
    wordings: tuple[Wording, Wording]
    paper: Paper
    account_label: FieldLabel | None

    def made(self) -> ComplaintSheet:
        english, _ = self.wordings
        title = english.text(texts.COMPLAINT_TITLE, number=self._number)
        document = Document(title, self.paper, Language.ENGLISH, tuple(self._blocks()))
        return ComplaintSheet(document, "\n".join(self._lines()))

    # --- paper and text -------------------------------------------------------------------

    def _blocks(self) -> Iterator[Block]:
        mark = self._mark()
        if mark:
            yield Bar(mark)
        for wording in self.wordings:
            heading = wording.text(texts.COMPLAINT)
            yield Text(heading, Size.HEADING, bold=True, align=Align.CENTRE)
        yield Rule()
        for request in self._requests():
            yield Text(request)
        yield Rule()
        environment = self.payment.order.environment
        for fact in self._facts():
            if fact.is_reference:
                yield Text(fact.label, Size.SMALL)
                yield Mono(grouped_reference(fact.value, environment))
            else:
                yield Row(fact.label, fact.value)
        yield Rule()
        yield Text(self._both(texts.SERVICE_ANSWERS), bold=True)
        for line in self._answers():
            yield Text(line, Size.SMALL)
        if mark:
            yield Bar(mark)

    def _lines(self) -> Iterator[str]:
        if self._mark():
            yield self._mark()
        yield self._both(texts.COMPLAINT)
        yield from self._requests()
        yield ""
        yield from (f"{fact.label}: {fact.value}" for fact in self._facts())
        yield ""
        yield f"{self._both(texts.SERVICE_ANSWERS)}:"
        yield from self._answers()

    # --- content --------------------------------------------------------------------------

    @property
    def _number(self) -> str:
        return slip_number("C", self.payment)

    def _mark(self) -> str:
        mark = MARKS.get(self.payment.order.environment)
        return "" if mark is None else self._both(mark)

    def _requests(self) -> Iterator[str]:
        payment = self.payment
        request, at = texts.COMPLAINT_REQUEST, payment.sent_at or payment.recorded_at
        if payment.reversed_at is not None:
            request, at = texts.COMPLAINT_CAME_BACK, payment.changed_at
        elif payment.is_doubted:
            request, at = texts.COMPLAINT_DOUBT, payment.changed_at
        for wording in self.wordings:
            moment = dates.bs_moment_text(dates.local(at), wording.language)
            yield wording.text(request, moment=moment)

    def _facts(self) -> Iterator[_Fact]:
        payment, order = self.payment, self.payment.order
        english, nepali = self.wordings
        shop = shop_facts(order.shop, english)
        facts = order_facts(payment, english, self.account_label)
        other = order_facts(payment, nepali, self.account_label)
        yield _Fact(self._both(texts.COMPLAINT_NUMBER), self._number)
        ticket = ticket_of(self.events)
        if ticket:
            yield _Fact(self._both(texts.TICKET), sanitize(ticket, _WORDS))
        who = " · ".join(part for part in (shop.name, shop.address, *shop.contacts) if part)
        if who:
            yield _Fact(self._both(texts.SHOP), who)
        yield _Fact(self._both(texts.PROVIDER), facts.provider)
        account = f"{facts.account.label} / {other.account.label}"
        yield _Fact(account, facts.account.value)
        if facts.customer:
            yield _Fact(self._both(texts.CUSTOMER), facts.customer)
        yield _Fact(f"{facts.offer.label} / {other.offer.label}", facts.offer.value)
        yield _Fact(self._both(texts.AMOUNT), english.rupees(order.amount))
        if order.other_tenders:
            tenders = (
                f"{self._both(TENDER_WORDS[one.kind])} {english.rupees(one.amount)}"
                for one in order.tenders
            )
            yield _Fact(self._both(texts.PAID_WITH), " + ".join(tenders))
        yield _Fact(self._both(texts.SENT_ON), _moment(payment.sent_at or payment.recorded_at))
        transaction = sanitize(payment.transaction_id or "", _WORDS)
        yield _Fact(self._both(texts.TRANSACTION_ID), transaction or "—")
        yield _Fact(self._both(texts.REFERENCE), order.reference, is_reference=True)
        for reference in order.sent_references:
            if reference != order.reference:
                yield _Fact(self._both(texts.READ_REFERENCE), reference, is_reference=True)

    def _answers(self) -> Iterator[str]:
        lines = [self._answer(event) for event in self.events if event.kind in _ANSWER_KINDS]
        left_out = len(lines) - _FIRST - _LAST
        if left_out <= 1:
            yield from lines
            return
        yield from lines[:_FIRST]
        yield f"… {self._both(texts.MORE_ANSWERS, count=str(left_out))}"
        yield from lines[-_LAST:]

    def _answer(self, event: Event) -> str:
        """Word an answer as the service gave it: support knows its own words best."""
        content = answer_in(event)
        reason = sanitize(content.reason, _WORDS)
        said = (
            "" if content.http_status is None else f"HTTP {content.http_status}",
            sanitize(content.state, _WORDS),
            sanitize(content.code, _WORDS),
            f"“{reason}”" if reason else "",
        )
        words = " · ".join(part for part in said if part) or self._both(texts.NO_ANSWER)
        return f"{_moment(event.at)}: {self._both(_ANSWER_KINDS[event.kind])}: {words}"

    def _both(self, source: str, **fields: str) -> str:
        english, nepali = (wording.text(source, **fields) for wording in self.wordings)
        return english if english == nepali else f"{english} / {nepali}"


def _moment(at: datetime) -> str:
    """The moment in the calendar and to the second by which support finds a call."""
    here = dates.local(at)
    return f"{here:%Y-%m-%d %H:%M:%S}"
