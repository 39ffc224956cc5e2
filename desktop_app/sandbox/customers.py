"""The invented customers: one data file a service, and the answers to be made from it.

A further provider that works by details and commit needs a data file and no code. Prices stand in
the data, worked out by hand, so that they check the program's sums instead of repeating them.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal, TypeAlias

import msgspec

from desktop_app.core.lessons import Lesson, PracticeCustomer
from desktop_app.sandbox.outcomes import Outcome
from desktop_app.sandbox.replies import Generation, Refusal

Answer: TypeAlias = dict[str, Any]

FieldType: TypeAlias = Literal["text", "number", "integer", "any"]

NO_CHOICE = ""
"""The choice where there is a single price."""


class Bills(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="bills",
):
    """A list in the answer of which each entry is paid once and then disappears."""

    list: str
    id: str


class Renewal(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="renewal",
):
    """Packages that are paid again and again; ``lists`` name where they stand in the answer."""

    lists: tuple[str, ...]
    id: str
    name: str
    rate: str
    days: str
    current_ids: tuple[str, ...]
    current_name: str
    amount: str


class DetailsRule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the details call asks for."""

    id_field: str
    id_type: FieldType
    reference: bool = True
    pattern: str = ""
    message: str = "Invalid value"


class CommitRule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the commit asks for, by the names of its fields; empty where it has none."""

    choice_field: str
    choice_type: FieldType
    amount_field: str = "amount"
    amount_type: FieldType = "number"
    account_field: str = ""
    account_type: FieldType = "text"


class Fault(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An error that a service answers where there is nothing to be read."""

    code: str
    details: str = ""
    error_data: dict[str, str] = {}

    def refusal(self) -> Refusal:
        """The error to answer."""
        return Refusal(self.code, self.details, error_data=self.error_data)


class User(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One customer. ``details`` is the documented answer without id, session and status."""

    id: str
    like: str = ""
    outcome: Outcome = Outcome.PAID
    lookups: int = 2
    minutes: float = 4
    details: Answer = {}
    drop: tuple[str, ...] = ()
    prices: dict[str, Decimal] = {}
    price: Decimal | None = None
    days: dict[str, int] = {}
    after_paid: Answer = {}
    later_prices: dict[str, Decimal] | None = None

    @property
    def price_table(self) -> Mapping[str, Decimal]:
        """What each choice costs now."""
        return self.prices if self.price is None else {NO_CHOICE: self.price}


class Teaches(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An account id to practise with, and what it teaches."""

    id: str
    lesson: Lesson


class ServiceData(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One service with its customers, as in ``customers/<slug>.json``."""

    slug: str
    note: str = ""
    generation: Generation = Generation.NEW
    details: DetailsRule
    commit: CommitRule
    pays: Bills | Renewal
    unknown: Fault
    nothing: Fault | None = None
    success: Answer
    queued: Answer
    shows_credit: bool = False
    lessons: tuple[Teaches, ...] = ()
    users: tuple[User, ...]

    def user(self, account: str) -> User | None:
        """The customer with that id, compared whole."""
        return next((user for user in self.users if user.id == account), None)

    def check_id(self, value: object) -> str:
        """The account id as text, refused with 1010 as the service does.

        Raises:
            Refusal: it is missing, of another type, or does not match the pattern.
        """
        rule = self.details
        text = field_text(value, rule.id_field, rule.id_type)
        if rule.pattern and not re.fullmatch(rule.pattern, text):
            raise invalid("1010", {rule.id_field: rule.message})
        return text

    def answer(self, user: User, paid: Iterable[str]) -> tuple[Answer, Mapping[str, Decimal]]:
        """The details as they are after today's payments ``paid``, and what each choice costs."""
        choices = tuple(paid)
        answer = copy.deepcopy(user.details)
        if isinstance(self.pays, Bills):
            bills = self.pays
            left = [bill for bill in answer[bills.list] if str(bill[bills.id]) not in choices]
            answer[bills.list] = left
            open_ids = {str(bill[bills.id]) for bill in left}
            prices = {key: price for key, price in user.prices.items() if key in open_ids}
            return answer, prices
        for choice in choices:
            _renew(answer, user, self.pays, choice)
        later = user.price_table if user.later_prices is None else user.later_prices
        return answer, later if choices else user.price_table


def _renew(answer: Answer, user: User, rule: Renewal, choice: str) -> None:
    """More days, no due any more, and the chosen package is the current one."""
    answer.update(copy.deepcopy(user.after_paid))
    answer[rule.days] += user.days.get(choice, 0)
    entries = [entry for name in rule.lists for entry in answer.get(name, [])]
    chosen = next((entry for entry in entries if str(entry[rule.id]) == choice), None)
    if chosen is None:
        return
    for name in rule.current_ids:
        if name in answer:
            answer[name] = chosen[rule.id]
    answer[rule.current_name] = chosen[rule.name].strip()
    answer[rule.amount] = chosen[rule.rate]
    for part in answer.get("amount_detail", []):
        part["amount"] = chosen[rule.rate]


def invalid(code: str, faults: Mapping[str, str]) -> Refusal:
    """A validation error: the faults stand in ``details`` and in ``error_data``."""
    return Refusal(code, dict(faults), error_data=faults)


_KINDS: Mapping[FieldType, str] = {
    "text": "Not a valid string.",
    "number": "A valid number is required.",
    "integer": "A valid integer is required.",
    "any": "Not a valid value.",
}
_MAX_CHARACTERS = 50


def field_text(value: object, name: str, kind: FieldType) -> str:
    """A field as text, if it is there and of its documented type; else 1010."""
    if value is None or value == "":
        raise invalid("1010", {name: "This field is required."})
    if not _is_kind(value, kind):
        raise invalid("1010", {name: _KINDS[kind]})
    text = str(value)
    if len(text) > _MAX_CHARACTERS:
        raise invalid("1010", {name: "Ensure this field has no more than 50 characters."})
    return text


def _is_kind(value: object, kind: FieldType) -> bool:
    if isinstance(value, bool):
        return False
    if kind == "text":
        return isinstance(value, str)
    if kind == "integer":
        return isinstance(value, int)
    if kind == "number":
        return isinstance(value, int | Decimal)
    return isinstance(value, int | str)


def load_services(folder: Path | None = None) -> dict[str, ServiceData]:
    """All data files by slug; of ``folder``, or those that come with the program."""
    root = files("desktop_app.sandbox").joinpath("customers") if folder is None else folder
    found = [
        _completed(msgspec.json.decode(entry.read_bytes(), type=ServiceData))
        for entry in root.iterdir()
        if entry.name.endswith(".json")
    ]
    return {data.slug: data for data in sorted(found, key=lambda data: data.slug)}


def practice_customers(tried: Collection[str] = ()) -> tuple[PracticeCustomer, ...]:
    """Whom to practise with, in the order of the lessons; ``tried`` were looked up before."""
    found = [
        PracticeCustomer(data.slug, teaches.id, teaches.lesson, teaches.id in tried)
        for data in load_services().values()
        for teaches in data.lessons
    ]
    order = list(Lesson)
    return tuple(sorted(found, key=lambda one: order.index(one.lesson)))


def _completed(data: ServiceData) -> ServiceData:
    """Customers that are ``like`` another take over what they do not say themselves."""
    users: dict[str, User] = {}
    for user in data.users:
        if user.id in users:
            raise ValueError(f"{data.slug}: {user.id} is there twice")
        users[user.id] = _filled(user, users[user.like]) if user.like else user
    return msgspec.structs.replace(data, users=tuple(users.values()))


def _filled(user: User, model: User) -> User:
    details = {**copy.deepcopy(model.details), **user.details}
    for name in user.drop:
        del details[name]
    return msgspec.structs.replace(
        user,
        details=details,
        prices=user.prices or model.prices,
        price=model.price if user.price is None else user.price,
        days=user.days or model.days,
        after_paid=user.after_paid or model.after_paid,
        later_prices=model.later_prices if user.later_prices is None else user.later_prices,
    )
