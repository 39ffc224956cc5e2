"""Reads and the calls that pay: sessions, checks in the service's order, and booking."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from desktop_app.sandbox.customers import (
    NO_CHOICE,
    Answer,
    PriceTable,
    ServiceData,
    User,
    lesson_id,
)
from desktop_app.sandbox.fields import Fields, field_text, invalid
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
from desktop_app.sandbox.rules import Bills, PayRule, ReadRule, check, check_amount
from desktop_app.sandbox.sessions import Session, Sessions

if TYPE_CHECKING:
    from decimal import Decimal

_PAID_OR_UNDER_WAY = (State.SUCCESS, State.QUEUED, State.PROCESSING)


class Counter:
    """Carries out reads and payments. Not thread-safe: its service holds a lock."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._sessions = Sessions(records)

    # --- reads ----------------------------------------------------------------------------

    def read(self, data: ServiceData, rule: ReadRule, fields: Fields, now: datetime) -> Reply:
        """Answer a read: the customer's offers, or a list to choose from.

        Raises:
            Refusal: the documented error.
        """
        reference = self._use_reference(fields) if rule.reference else ""
        if rule.session == "continues":
            return self._read_on(data, rule, fields, reference, now)
        if not rule.id_field:
            return self._read_list(data, rule, fields)
        account_id = rule.account(fields)
        selected = rule.selection(fields)
        if any(teaches.id == account_id for teaches in data.lessons):
            self._records.note_tried(lesson_id(data.slug, account_id))
        user = _customer(data, account_id)
        if user.outcome is Outcome.NO_NETWORK:
            return Reply(0, failure=Failure.UNREACHABLE)
        answer, prices = self._answer(data, user, now)
        if not prices and not user.then and data.nothing is not None:
            raise data.nothing.refusal()
        body: dict[str, object] = {}
        if rule.shows_id:
            body[rule.id_field] = int(user.id) if rule.id_type == "integer" else user.id
        for path in rule.id_at:
            _put(answer, path, user.id if user.own_id is None else user.own_id)
        body.update(answer)
        if rule.session == "opens":
            session = Session(data.slug, user, answer, prices, now, selected)
            session.references += [reference] * rule.reference
            body["session_id"] = self._sessions.open(session)
        return ok({**body, "status": True}, delay=_slowness(user))

    def _read_on(
        self, data: ServiceData, rule: ReadRule, fields: Fields, reference: str, now: datetime
    ) -> Reply:
        """The second read of a session: only what it says can be paid from now on."""
        session = self._sessions.find(data.slug, fields, now)
        selected = rule.selection(fields)
        choices = session.user.then.get(selected)
        if choices is None:
            name = next(iter(rule.selects), "session_id")
            raise invalid("1011", {name: "Not available for this customer"})
        session.selected, session.prices = selected, choices.price_table
        session.references += [reference] * rule.reference
        body: dict[str, object] = copy.deepcopy(choices.details)
        if rule.shows_session:
            body["session_id"] = fields["session_id"]
        return ok({**body, "status": True}, delay=_slowness(session.user))

    def _read_list(self, data: ServiceData, rule: ReadRule, fields: Fields) -> Reply:
        """A price list, which belongs to no customer."""
        choices = data.lists.get(rule.selection(fields))
        if choices is None:
            raise invalid("1011", dict.fromkeys(rule.selects, "No such list"))
        return ok({"status": True, **copy.deepcopy(choices.details)})

    def _answer(
        self, data: ServiceData, user: User, now: datetime, price_list: str = ""
    ) -> tuple[Answer, PriceTable]:
        paid = self._records.choices_today(data.slug, user.id, [State.SUCCESS], now)
        answer, prices = data.answer(user, paid, price_list)
        # Who has a second read is told no price by the first.
        return answer, {} if user.then else prices

    # --- payments -------------------------------------------------------------------------

    def pay(self, data: ServiceData, fields: Fields, now: datetime) -> Reply:
        """Pay one choice of a session, or of a customer where the service has no sessions.

        Raises:
            Refusal: the documented error; nothing was booked, unless the plan says so.
        """
        rule = data.pay_rule(fields)
        takes_reference = rule.reference or (rule.booked_under == "own" and "reference" in fields)
        reference = self._use_reference(fields) if takes_reference else ""
        session = self._session(data, rule, fields, now)
        user = session.user
        if user.outcome is Outcome.NO_NETWORK:
            return Reply(0, failure=Failure.UNREACHABLE)
        _check_echoes(rule, fields, session.answer)
        check(rule.fields, fields)
        choice, amount = _chosen(rule, fields, session.prices)
        made = self._records.choices_today(data.slug, user.id, _PAID_OR_UNDER_WAY, now)
        if isinstance(data.pays, Bills) and choice in made:
            raise Refusal("4000", ALREADY_MADE)
        plan = plan_of(user.outcome)
        if plan.booked is not None and amount > self._records.credit:
            raise Refusal("1016")
        number = self._records.next_number()
        if plan.booked is not None:
            sent = session.references
            self._records.add(
                PaymentRecord(
                    reference=reference or sent[0 if rule.booked_under == "first" else -1],
                    slug=data.slug,
                    account=user.id,
                    amount=amount,
                    state=plan.booked,
                    choice=choice,
                    number=number,
                    at=now,
                    outcome=user.outcome,
                    lookups=user.lookups,
                    ready_at=now + timedelta(minutes=user.minutes),
                    selected=session.selected,
                )
            )
        body = self._body(data, rule, plan, fields, amount)
        return self._spoken(body, plan, amount if data.shows_credit else None, number)

    def _session(self, data: ServiceData, rule: PayRule, fields: Fields, now: datetime) -> Session:
        """The session of this payment; one that is made now where the service has none."""
        if rule.session:
            session = self._sessions.find(data.slug, fields, now, paying=True)
            if rule.account_field and rule.account(fields) != session.user.id:
                raise invalid("1011", {rule.account_field: "Does not belong to the session"})
            return session
        user = _customer(data, rule.account(fields))
        answer, prices = self._answer(data, user, now, rule.list)
        return Session(data.slug, user, answer, prices, now)

    @staticmethod
    def _body(
        data: ServiceData, rule: PayRule, plan: Plan, fields: Fields, amount: Decimal
    ) -> Answer:
        """Make the answer of a payment, without credit and id."""
        is_paid = plan.booked is State.SUCCESS
        body = copy.deepcopy(data.success if is_paid else data.queued)
        if rule.amount_at and is_paid:
            _put(body, rule.amount_at, amount)
        if rule.extra:
            body["extra_data"] = {name: fields[name] for name in rule.extra if name in fields}
        return body

    def _spoken(
        self, body: dict[str, object], plan: Plan, shown: Decimal | None, number: int
    ) -> Reply:
        """Make the reply to the caller, independent of the state that was booked.

        ``shown`` is the amount of an answer that tells the credit.
        """
        if plan.voice is ReplyMode.REFUSAL:
            raise Refusal(plan.code, plan.details)
        if plan.voice is ReplyMode.DROPPED:
            return Reply(0, failure=Failure.DROPPED, delay=plan.delay)
        if plan.voice is ReplyMode.UNREACHABLE:
            return Reply(0, failure=Failure.UNREACHABLE)
        if plan.voice is ReplyMode.BAD_GATEWAY:
            return bad_gateway()
        if shown is not None:
            body["credits_consumed"] = shown
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


def _customer(data: ServiceData, account_id: str) -> User:
    """The customer, unless none is to be had."""
    user = data.user(account_id)
    if user is None:
        raise data.unknown.refusal()
    if user.outcome is Outcome.MAINTENANCE:
        raise Refusal("1019")
    if user.outcome is Outcome.NOT_ENABLED:
        raise Refusal("1008")
    return user


def _put(answer: Answer, path: str, value: str | int | Decimal) -> None:
    *parts, name = path.split(".")
    for part in parts:
        answer = answer[part]
    answer[name] = value


def _slowness(user: User) -> float:
    return SLOW_SECONDS if user.outcome is Outcome.SLOW else 0.0


def _check_echoes(rule: PayRule, fields: Fields, answer: Answer) -> None:
    for name, path in rule.echoes.items():
        said: object = answer
        for part in path.split("."):
            said = said[part] if isinstance(said, Mapping) else None
        if field_text(fields.get(name), name, "any") != str(said):
            raise invalid("1011", {name: "Does not match the details"})


def _chosen(rule: PayRule, fields: Fields, prices: PriceTable) -> tuple[str, Decimal]:
    """Return the chosen item and its amount, which is always one that the service allows.

    Where the customer has one price only, no choice may be sent.
    """
    choice = rule.chosen(fields)
    if rule.amounts is not None:
        if rule.choice and choice not in prices:
            raise _not_available(rule, fields, choice)
        amount = check_amount(rule, fields)
        if not rule.amounts.allow(amount):
            raise invalid("1011", {rule.amount_field: "Amount is not allowed"})
        return choice, amount
    costs = prices.get(choice)
    if costs is None:
        raise _not_available(rule, fields, choice)
    if not rule.amount_field:
        return choice, costs[0]
    amount = check_amount(rule, fields)
    if amount not in costs:
        raise invalid("1011", {rule.amount_field: "Amount does not match"})
    return choice, amount


def _not_available(rule: PayRule, fields: Fields, choice: str) -> Refusal:
    """Return the refusal for a choice that is missing, not available, or was never asked for."""
    if not rule.choice:
        return Refusal("4000", "Nothing was asked for in this session.")
    if choice == NO_CHOICE:
        name = next(iter(rule.choice))
        field_text(fields.get(name), name, "any")
    return invalid("1011", dict.fromkeys(rule.choice, "Not available for this customer"))
