"""Turns a judgement into the event that is written; shared by sending and by looking up later."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.core.billing.provider import AnswerFact, Provider
from desktop_app.core.errors import LedgerError, Problem
from desktop_app.core.payments.event_content import AnswerContent
from desktop_app.core.payments.payment import (
    OPEN_STATES,
    Event,
    EventKind,
    Payment,
    PaymentState,
    PaymentUpdate,
)
from desktop_app.core.payments.verdict import Judgement, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from desktop_app.core.payments.ports import Ledger
    from desktop_app.core.payments.response import ServiceResponse

log = logging.getLogger(__name__)

MAX_FACTS = 10
MAX_FACT_TEXT = 200


def state_for(before: PaymentState, judgement: Judgement) -> PaymentState | None:
    """Return the state to which a judgement moves a payment; None where it stays."""
    if before is PaymentState.REVIEW:
        # Only the owner ends a review (rule 5).
        return None
    if judgement.verdict is Verdict.PAID:
        return PaymentState.PAID
    if judgement.verdict is Verdict.REFUSED:
        return PaymentState.NOT_PAID
    if judgement.doubt is not None and before is PaymentState.WAITING:
        return PaymentState.REVIEW
    return PaymentState.WAITING if before is PaymentState.SENDING else None


def facts_of(provider: Provider, answer: ServiceResponse) -> tuple[AnswerFact, ...]:
    """Return the company's facts in the answer to a payment. Never raises: they decide nothing."""
    try:
        found = provider.facts(answer.body)[:MAX_FACTS]
        return tuple(AnswerFact(one.label, one.value[:MAX_FACT_TEXT]) for one in found)
    except Exception:
        log.exception("what %s told in its answer could not be read", provider.info.slug)
        return ()


def event_for(
    kind: EventKind,
    at: datetime,
    before: PaymentState,
    judgement: Judgement,
    answer: ServiceResponse,
    facts: Sequence[AnswerFact] = (),
) -> Event:
    """The event of one answer, with what is needed to judge it again."""
    content = AnswerContent.of(judgement, answer, tuple(facts)).write()
    return Event(kind, at, state_for(before, judgement), content)


def update_for(kind: EventKind, judgement: Judgement) -> PaymentUpdate:
    """Return the fields of the payment that an answer updates.

    A look-up that went wrong says nothing about the payment: its own code and words stay in its
    event.
    """
    tells = kind is EventKind.ANSWERED or judgement.verdict is Verdict.REFUSED
    return PaymentUpdate(
        transaction_id=judgement.transaction_id or None,
        reason=(judgement.reason or None) if tells else None,
        reason_code=(judgement.code or None) if tells else None,
        acknowledged=judgement.acknowledged,
    )


def append_answer(ledger: Ledger, number: int, event: Event, update: PaymentUpdate) -> Payment:
    """Write an answer; where its step cannot be taken any more, as evidence only.

    Another program with the same file, or a person, was quicker. What is settled keeps the words
    that it was settled with.

    Raises:
        LedgerError: it could not be written.
    """
    try:
        return ledger.append(number, event, update=update)
    except LedgerError as error:
        if error.problem is not Problem.ILLEGAL_STEP:
            raise
    now = ledger.payment(number)
    is_open = now is not None and now.state in OPEN_STATES
    return ledger.append(number, replace(event, state=None), update=update if is_open else None)
