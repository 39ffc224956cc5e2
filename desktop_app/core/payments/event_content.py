"""The contents of a payment's events: one small value per kind, written and read here alone.

The stored form is a JSON object, whose keys never change: events are never edited (rule 9), so that
what an older program wrote is read in the same way for as long as there are ledgers. What a newer
program wrote otherwise is read as far as it is understood and never raises: one event must not take
a whole list down.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.core.billing.provider import AnswerFact
from desktop_app.core.payments.payment import EventKind
from desktop_app.core.payments.verdict import Judgement, ReviewReason

if TYPE_CHECKING:
    from desktop_app.core.billing.accounts import Body
    from desktop_app.core.payments.payment import Event
    from desktop_app.core.payments.response import ServiceResponse

_FILE = "pdf"
_IN_WORK = frozenset({"Queued", "Processing"})


@dataclass(frozen=True, slots=True)
class AnswerContent:
    """The judgement of an answer of the service, or of its absence (ANSWERED and LOOKED_UP).

    Attributes:
        verdict: the value of :class:`Verdict`.
        http_status, sent: of the exchange.
        problem: why there was no answer; empty if there was one.
        state, code, reason: the service's own words.
        doubt: why a person must decide.
        acknowledged: the service knew the payment.
        needs_lookup: the answer is to be followed by a look-up at once.
        facts: what the company told beside it.
    """

    verdict: str = ""
    http_status: int | None = None
    problem: str = ""
    sent: bool = True
    state: str = ""
    code: str = ""
    reason: str = ""
    doubt: ReviewReason | None = None
    acknowledged: bool = False
    needs_lookup: bool = False
    facts: tuple[AnswerFact, ...] = ()

    @classmethod
    def of(
        cls, judgement: Judgement, answer: ServiceResponse, facts: tuple[AnswerFact, ...] = ()
    ) -> AnswerContent:
        """Content with what is needed to judge the answer again."""
        return cls(
            verdict=judgement.verdict.value,
            http_status=answer.http_status,
            problem=answer.problem or "",
            sent=answer.sent,
            state=answer.state or "",
            code=judgement.code,
            reason=judgement.reason,
            doubt=judgement.doubt,
            acknowledged=judgement.acknowledged,
            needs_lookup=judgement.needs_lookup,
            facts=facts,
        )

    @property
    def is_in_work(self) -> bool:
        """The service said that it is working on the payment."""
        return self.state in _IN_WORK

    def write(self) -> Body:
        """The stored form."""
        body: dict[str, object] = {
            "verdict": self.verdict,
            "http_status": self.http_status,
            "problem": self.problem or None,
            "sent": self.sent,
            "state": self.state or None,
            "code": self.code,
            "reason": self.reason,
            "doubt": self.doubt,
            "acknowledged": self.acknowledged,
            "check_now": self.needs_lookup,
        }
        if self.facts:
            body["facts"] = [{"label": str(one.label), "value": one.value} for one in self.facts]
        return body


@dataclass(frozen=True, slots=True)
class PaperContent:
    """The paper that was printed or saved, or was not (PRINTED and NOT_PRINTED)."""

    title: str = ""
    is_file: bool = False

    def write(self) -> Body:
        """The stored form."""
        return {"what": self.title, **({"as": _FILE} if self.is_file else {})}


@dataclass(frozen=True, slots=True)
class DecisionContent:
    """The owner's reason for a decision, and the owner's name (DECIDED)."""

    reason: str = ""
    by: str = ""

    def write(self) -> Body:
        """The stored form."""
        return {"reason": self.reason, "by": self.by}


@dataclass(frozen=True, slots=True)
class PhoneContent:
    """The customer's phone number; empty where it was removed (PHONE_NOTED)."""

    phone: str = ""

    def write(self) -> Body:
        """The stored form."""
        return {"phone": self.phone}


@dataclass(frozen=True, slots=True)
class TicketContent:
    """The number under which the service's support has a complaint; empty where it was removed
    (TICKET_NOTED).
    """

    ticket: str = ""

    def write(self) -> Body:
        """The stored form."""
        return {"ticket": self.ticket}


@dataclass(frozen=True, slots=True)
class ReversalContent:
    """What shows that the service took a paid bill back (REVERSED).

    ``state`` and ``reason`` are the service's words; ``by`` is the owner who recorded it instead,
    with a reason.
    """

    state: str = ""
    reason: str = ""
    by: str = ""

    def write(self) -> Body:
        """The stored form."""
        return {"state": self.state, "reason": self.reason, "by": self.by}


@dataclass(frozen=True, slots=True)
class SettlementContent:
    """How a reversal was settled (REVERSAL_SETTLED).

    ``paid_again`` is the payment that was made for the same bill; ``in_cash``: the cash was given
    back; ``note`` is what was written where neither holds.
    """

    paid_again: int | None = None
    in_cash: bool = False
    note: str = ""

    def write(self) -> Body:
        """The stored form."""
        return {"paid_again": self.paid_again, "in_cash": self.in_cash, "note": self.note}


def answer_in(event: Event) -> AnswerContent:
    """The content of an answer."""
    body = event.content
    status = body.get("http_status")
    return AnswerContent(
        verdict=_text(body, "verdict"),
        http_status=status if isinstance(status, int) else None,
        problem=_text(body, "problem"),
        sent=body.get("sent") is not False,
        state=_text(body, "state"),
        code=_text(body, "code"),
        reason=_text(body, "reason"),
        doubt=_doubt(body),
        acknowledged=bool(body.get("acknowledged")),
        needs_lookup=bool(body.get("check_now")),
        facts=_facts(body.get("facts")),
    )


def paper_in(event: Event) -> PaperContent:
    """The content of a printed paper."""
    return PaperContent(_text(event.content, "what"), event.content.get("as") == _FILE)


def decision_in(event: Event) -> DecisionContent:
    """The content of the owner's decision."""
    return DecisionContent(_text(event.content, "reason"), _text(event.content, "by"))


def phone_in(event: Event) -> PhoneContent:
    """The content of a noted phone number."""
    return PhoneContent(_text(event.content, "phone"))


def ticket_in(event: Event) -> TicketContent:
    """The content of a noted ticket."""
    return TicketContent(_text(event.content, "ticket"))


def reversal_in(event: Event) -> ReversalContent:
    """The content of a reversal."""
    body = event.content
    return ReversalContent(_text(body, "state"), _text(body, "reason"), _text(body, "by"))


def settlement_in(event: Event) -> SettlementContent:
    """The content of a settled reversal."""
    number = event.content.get("paid_again")
    return SettlementContent(
        number if isinstance(number, int) else None,
        event.content.get("in_cash") is True,
        _text(event.content, "note"),
    )


def ticket_of(events: Sequence[Event]) -> str:
    """Return the number that support gave to the complaint about a payment; empty without one."""
    noted = (event for event in reversed(events) if event.kind is EventKind.TICKET_NOTED)
    return next((ticket_in(event).ticket for event in noted), "")


def _text(body: Body, name: str) -> str:
    value = body.get(name)
    return "" if value is None else str(value)


def _doubt(body: Body) -> ReviewReason | None:
    written = _text(body, "doubt")
    if not written:
        return None
    try:
        return ReviewReason(written)
    except ValueError:
        return ReviewReason.WRITTEN_BY_NEWER


def _facts(listed: object) -> tuple[AnswerFact, ...]:
    found = [one for one in listed if isinstance(one, Mapping)] if isinstance(listed, list) else []
    texts = ((one.get("label"), one.get("value")) for one in found)
    return tuple(
        AnswerFact(label, value)
        for label, value in texts
        if isinstance(label, str) and isinstance(value, str)
    )
