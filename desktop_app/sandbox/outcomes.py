"""The outcomes of practice customers: the reply to the commit, and the payment's state after it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class State(StrEnum):
    """A payment's state as the service prints it."""

    SUCCESS = "Success"
    QUEUED = "Queued"
    PROCESSING = "Processing"
    FAILED = "Failed"


class Outcome(StrEnum):
    """The ``outcome`` of a customer in the data files; README.md has the table for people."""

    PAID = "paid"
    SLOW = "slow"
    SLOW_PAY = "slow_pay"
    WAITING = "waiting"
    FAILS_LATER = "fails_later"
    FORGOTTEN = "forgotten"
    REFUNDED = "refunded"
    TAKEN_BACK = "taken_back"
    NO_ANSWER = "no_answer"
    LOST = "lost"
    NOT_SENT = "not_sent"
    BAD_GATEWAY = "bad_gateway"
    CUT_ANSWER = "cut_answer"
    NOT_PAID = "not_paid"
    ALREADY_MADE = "already_made"
    PROVIDER_ERROR = "provider_error"
    NO_CREDIT = "no_credit"
    MAINTENANCE = "maintenance"
    NOT_ENABLED = "not_enabled"
    NO_NETWORK = "no_network"


class ReplyMode(StrEnum):
    """The kind of reply that the caller of a commit gets."""

    ANSWER = "answer"
    REFUSAL = "refusal"
    DROPPED = "dropped"
    UNREACHABLE = "unreachable"
    BAD_GATEWAY = "bad_gateway"
    CUT = "cut"


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan of a commit: what is booked, and what is answered.

    Attributes:
        booked: the state it is booked with; None if nothing is booked.
        later: the state it takes after the customer's ``lookups`` or ``minutes``; None to stay.
        voice: what the caller gets.
        code, details: the refusal, where ``voice`` is one.
        refunds: the look-up shows an entry in ``refunds``.
        taken_back: it is booked as paid, and takes its later state all the same.
        forgotten: the look-up does not know the payment any more once ``later`` is due.
        delay: seconds before the answer.
    """

    booked: State | None = State.SUCCESS
    later: State | None = None
    voice: ReplyMode = ReplyMode.ANSWER
    code: str = ""
    details: str = ""
    refunds: bool = False
    taken_back: bool = False
    forgotten: bool = False
    delay: float = 0.0


def _refusal(code: str, details: str, *, booked: State | None = None) -> Plan:
    return Plan(booked, voice=ReplyMode.REFUSAL, code=code, details=details)


ALREADY_MADE = "Payment seems to have already been Made!"

PLANS: Mapping[Outcome, Plan] = {
    Outcome.SLOW_PAY: Plan(delay=8.0),
    Outcome.WAITING: Plan(State.QUEUED, State.SUCCESS),
    Outcome.FAILS_LATER: Plan(State.QUEUED, State.FAILED, refunds=True),
    Outcome.FORGOTTEN: Plan(State.QUEUED, State.FAILED, forgotten=True),
    Outcome.REFUNDED: Plan(State.QUEUED, State.SUCCESS, refunds=True),
    Outcome.TAKEN_BACK: Plan(later=State.FAILED, refunds=True, taken_back=True),
    Outcome.NO_ANSWER: Plan(voice=ReplyMode.DROPPED),
    Outcome.LOST: Plan(None, voice=ReplyMode.DROPPED),
    Outcome.NOT_SENT: Plan(None, voice=ReplyMode.UNREACHABLE),
    Outcome.BAD_GATEWAY: Plan(voice=ReplyMode.BAD_GATEWAY),
    Outcome.CUT_ANSWER: Plan(voice=ReplyMode.CUT),
    Outcome.NOT_PAID: _refusal("4000", "Customer not found."),
    Outcome.ALREADY_MADE: _refusal("4000", ALREADY_MADE),
    Outcome.PROVIDER_ERROR: _refusal("1021", "Manually Failed", booked=State.FAILED),
    Outcome.NO_CREDIT: _refusal("1016", ""),
}
"""Outcomes that are not named here pay at once."""


def plan_of(outcome: Outcome) -> Plan:
    """Return the plan of a commit for a customer with this outcome."""
    return PLANS.get(outcome, Plan())


SLOW_SECONDS = 4.0
"""How long the details of a slow customer take."""
