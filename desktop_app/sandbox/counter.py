"""Details and commit: sessions, checks in the service's order, and booking."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import TypeAlias

from desktop_app.sandbox.customers import (
    NO_CHOICE,
    Bills,
    ServiceData,
    User,
    field_text,
    invalid,
)
from desktop_app.sandbox.outcomes import (
    ALREADY_MADE,
    SLOW_SECONDS,
    Outcome,
    Plan,
    ReplyMode,
    State,
    plan_of,
)
from desktop_app.sandbox.records import PaymentRecord, Records
from desktop_app.sandbox.replies import Failure, Refusal, Reply, bad_gateway, encoded, ok

Fields: TypeAlias = Mapping[str, object]

_SESSION_LIFE = timedelta(minutes=30)
_PAID_OR_UNDER_WAY = (State.SUCCESS, State.QUEUED, State.PROCESSING)


@dataclass(slots=True)
class _Session:
    """One details call: whose it was, and what each choice costs according to it."""

    slug: str
    user: User
    prices: Mapping[str, Decimal]
    opened_at: datetime
    used: bool = False


class Counter:
    """Carries out details and commits. Not thread-safe: its service holds a lock."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._sessions: dict[str, _Session] = {}

    def details(self, data: ServiceData, fields: Fields, now: datetime) -> Reply:
        """What a customer can pay, with a new session.

        Raises:
            Refusal: the documented error.
        """
        if data.details.reference:
            self._use_reference(fields)
        account_id = data.check_id(fields.get(data.details.id_field))
        if any(teaches.id == account_id for teaches in data.lessons):
            self._records.note_tried(account_id)
        user = data.user(account_id)
        if user is None:
            raise data.unknown.refusal()
        if user.outcome is Outcome.MAINTENANCE:
            raise Refusal("1019")
        if user.outcome is Outcome.NOT_ENABLED:
            raise Refusal("1008")
        if user.outcome is Outcome.NO_NETWORK:
            return Reply(0, failure=Failure.UNREACHABLE)
        paid = self._records.choices_today(data.slug, user.id, [State.SUCCESS], now)
        answer, prices = data.answer(user, paid)
        if not prices and data.nothing is not None:
            raise data.nothing.refusal()
        session = self._open_session(data, user, prices, now)
        account: object = int(user.id) if data.details.id_type == "integer" else user.id
        body = {data.details.id_field: account, **answer, "session_id": session, "status": True}
        delay = SLOW_SECONDS if user.outcome is Outcome.SLOW else 0.0
        return ok(body, delay=delay)

    def commit(self, data: ServiceData, fields: Fields, now: datetime) -> Reply:
        """Pay one choice of a session.

        Raises:
            Refusal: the documented error; nothing was booked, unless the plan says so.
        """
        reference = self._use_reference(fields)
        session = self._take_session(data, fields, now)
        choice = _choice(data, fields, session)
        amount = session.prices[choice]
        _check_amount(data, fields, amount)
        user = session.user
        made = self._records.choices_today(data.slug, user.id, _PAID_OR_UNDER_WAY, now)
        if isinstance(data.pays, Bills) and choice in made:
            raise Refusal("4000", ALREADY_MADE)
        plan = plan_of(user.outcome)
        if plan.booked is not None and amount > self._records.credit:
            raise Refusal("1016")
        number = self._records.next_number()
        if plan.booked is not None:
            ready_at = now + timedelta(minutes=user.minutes)
            self._records.add(
                PaymentRecord(
                    reference=reference,
                    slug=data.slug,
                    account=user.id,
                    amount=amount,
                    state=plan.booked,
                    choice=choice,
                    number=number,
                    at=now,
                    outcome=user.outcome,
                    lookups=user.lookups,
                    ready_at=ready_at,
                )
            )
        return self._spoken(data, plan, amount, number)

    def _spoken(self, data: ServiceData, plan: Plan, amount: Decimal, number: int) -> Reply:
        """What the caller gets, whatever was booked."""
        if plan.voice is ReplyMode.REFUSAL:
            raise Refusal(plan.code, plan.details)
        if plan.voice is ReplyMode.DROPPED:
            return Reply(0, failure=Failure.DROPPED, delay=plan.delay)
        if plan.voice is ReplyMode.UNREACHABLE:
            return Reply(0, failure=Failure.UNREACHABLE)
        if plan.voice is ReplyMode.BAD_GATEWAY:
            return bad_gateway()
        body = dict(data.success if plan.booked is State.SUCCESS else data.queued)
        if data.shows_credit:
            body["credits_consumed"] = amount
            body["credits_available"] = self._records.credit
        body["id"] = number
        if plan.voice is ReplyMode.CUT:
            # So little that not even the state can be read from it.
            return Reply(200, encoded(body)[:12])
        return ok(body, delay=plan.delay)

    def _use_reference(self, fields: Fields) -> str:
        value = fields.get("reference")
        if value is None or value == "":
            raise Refusal("1012")
        reference = field_text(value, "reference", "text")
        if not self._records.use_reference(reference):
            raise Refusal("1013")
        return reference

    def _open_session(
        self, data: ServiceData, user: User, prices: Mapping[str, Decimal], now: datetime
    ) -> int:
        known = self._sessions.items()
        self._sessions = {key: one for key, one in known if now - one.opened_at < 2 * _SESSION_LIFE}
        number = self._records.next_number()
        self._sessions[str(number)] = _Session(data.slug, user, prices, now)
        return number

    def _take_session(self, data: ServiceData, fields: Fields, now: datetime) -> _Session:
        """The session of this commit. It is used up by the first commit that names it."""
        session = self._sessions.get(field_text(fields.get("session_id"), "session_id", "any"))
        if session is None or session.slug != data.slug:
            raise invalid("1011", {"session_id": "Invalid session id"})
        if session.used:
            raise Refusal("4000", "Session has already been used.")
        session.used = True
        if now - session.opened_at > _SESSION_LIFE:
            raise Refusal("4000", "Session has expired.")
        rule = data.commit
        if rule.account_field:
            account = field_text(
                fields.get(rule.account_field), rule.account_field, rule.account_type
            )
            if account != session.user.id:
                raise invalid("1011", {rule.account_field: "Does not belong to the session"})
        return session


def _choice(data: ServiceData, fields: Fields, session: _Session) -> str:
    """The id of what is paid; where the customer has one price only, none may be sent."""
    rule = data.commit
    value = fields.get(rule.choice_field)
    choice = NO_CHOICE
    if value is not None or NO_CHOICE not in session.prices:
        choice = field_text(value, rule.choice_field, rule.choice_type)
    if choice not in session.prices:
        raise invalid("1011", {rule.choice_field: "Not available for this customer"})
    return choice


def _check_amount(data: ServiceData, fields: Fields, amount: Decimal) -> None:
    rule = data.commit
    if not rule.amount_field:
        return
    value = fields.get(rule.amount_field)
    field_text(value, rule.amount_field, rule.amount_type)
    if value != amount:
        raise invalid("1011", {rule.amount_field: "Amount does not match"})
