"""The invented customers: one data file a service, and the answers to be made from it.

A further provider needs a data file and no code. Prices stand in the data, worked out by hand, so
that they check the program's sums instead of repeating them.
"""

from __future__ import annotations

import copy
import functools
from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal
from importlib.resources import files
from typing import TYPE_CHECKING, Any, TypeAlias

import msgspec

from desktop_app.core.environment import Environment
from desktop_app.core.lessons import Lesson, PracticeCustomer
from desktop_app.sandbox.outcomes import Outcome
from desktop_app.sandbox.replies import Generation
from desktop_app.sandbox.rules import Anything, Bills, Fault, PayRule, ReadRule, Renewal

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from pathlib import Path

    from desktop_app.core.billing.provider import Provider
    from desktop_app.sandbox.fields import Fields
    from desktop_app.sandbox.rules import BookedUnder

Answer: TypeAlias = dict[str, Any]

PriceTable: TypeAlias = Mapping[str, tuple[Decimal, ...]]
"""What each choice costs. Some services give several entries one id: then the amount tells."""

NO_CHOICE = ""
"""The choice where there is a single price."""


class Choices(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An answer with the price of each choice: of a price list, or of a second read."""

    details: Answer = {}
    prices: dict[str, Decimal | tuple[Decimal, ...]] = {}
    price: Decimal | None = None

    @property
    def price_table(self) -> PriceTable:
        """The price of each choice."""
        return _price_table(self.prices, self.price)


class User(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A practice customer. ``details`` is the documented answer without id, session and status.

    ``own_id`` is the company's own id for who is found by ``id``, where that is another: two of
    them may be one customer. ``then`` holds the answers of a second read, by what it selects. Who
    has any pays what the last of them said, and nothing before it.
    """

    id: str
    own_id: str | int | None = None
    like: str = ""
    outcome: Outcome = Outcome.PAID
    lookups: int = 2
    minutes: float = 4
    details: Answer = {}
    drop: tuple[str, ...] = ()
    prices: dict[str, Decimal | tuple[Decimal, ...]] = {}
    price: Decimal | None = None
    days: dict[str, int] = {}
    after_paid: Answer = {}
    later_prices: dict[str, Decimal] | None = None
    then: dict[str, Choices] = {}

    @property
    def price_table(self) -> PriceTable:
        """The price of each choice now."""
        return _price_table(self.prices, self.price)


class Teaches(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An account id to practise with, and what it teaches."""

    id: str
    lesson: Lesson


class ServiceData(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A service with its customers, as in ``customers/<slug>.json``.

    ``lists`` are the price lists that belong to no customer, by what the read selects; a customer's
    own prices stand above them. With ``strangers`` the service is served by hand: it takes whoever
    is named, and pays so. ``other_pays`` are calls that pay under the same path with other fields,
    told apart by the field of the account.
    """

    slug: str = ""
    note: str = ""
    generation: Generation = Generation.NEW
    reads: tuple[ReadRule, ...] = ()
    pay: PayRule
    other_pays: tuple[PayRule, ...] = ()
    pays: Bills | Renewal | Anything = Anything()
    unknown: Fault = Fault(code="4000", details="Customer not found.")
    nothing: Fault | None = None
    success: Answer
    queued: Answer
    shows_credit: bool = False
    lessons: tuple[Teaches, ...] = ()
    lists: dict[str, Choices] = {}
    strangers: Outcome | None = None
    users: tuple[User, ...] = ()

    def user(self, account: str) -> User | None:
        """The customer with that id, compared whole."""
        found = next((user for user in self.users if user.id == account), None)
        if found is None and self.strangers is not None:
            return User(id=account, outcome=self.strangers)
        return found

    def known_by(self, reference: BookedUnder) -> ServiceData:
        """The same service, by another of whose references a payment is known."""
        rule = msgspec.structs.replace(self.pay, booked_under=reference)
        return msgspec.structs.replace(self, pay=rule)

    def pay_rule(self, fields: Fields) -> PayRule:
        """The rule of a call that pays, by the field that names the account."""
        named = (rule for rule in self.other_pays if rule.account_field in fields)
        return next(named, self.pay)

    @property
    def calls(self) -> tuple[ReadRule | PayRule, ...]:
        """The calls of the service, the one that pays last."""
        return (*self.reads, self.pay)

    def call(self, method: str, path: str) -> ReadRule | PayRule | None:
        """Return the rule of the call, or None if the service has no such call."""
        wanted = (method, path)
        return next((r for r in self.calls if (r.method, r.path(self.slug)) == wanted), None)

    def answer(
        self, user: User, paid: Iterable[str], price_list: str = ""
    ) -> tuple[Answer, PriceTable]:
        """The details as they are after today's payments ``paid``, and what each choice costs.

        Of several price lists, ``price_list`` is the one that counts.
        """
        choices = tuple(paid)
        answer = copy.deepcopy(user.details)
        if isinstance(self.pays, Bills):
            bills = self.pays
            left = [bill for bill in answer[bills.list] if str(bill[bills.id]) not in choices]
            answer[bills.list] = left
            open_ids = {str(bill[bills.id]) for bill in left}
            prices = {key: cost for key, cost in user.price_table.items() if key in open_ids}
            return answer, prices
        for choice in choices:
            answer.update(copy.deepcopy(user.after_paid))
            if isinstance(self.pays, Renewal):
                _renew(answer, user, self.pays, choice)
        if choices and user.later_prices is not None:
            return answer, _price_table(user.later_prices, None)
        return answer, {**self._list_prices(price_list), **user.price_table}

    def _list_prices(self, name: str) -> PriceTable:
        one = self.lists.get(name)
        return {} if one is None else one.price_table


def _price_table(
    prices: Mapping[str, Decimal | tuple[Decimal, ...]], price: Decimal | None
) -> dict[str, tuple[Decimal, ...]]:
    if price is not None:
        return {NO_CHOICE: (price,)}
    return {key: cost if isinstance(cost, tuple) else (cost,) for key, cost in prices.items()}


def _renew(answer: Answer, user: User, rule: Renewal, choice: str) -> None:
    """More days, and the chosen package is the current one."""
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


def load_services(folder: Path | None = None) -> dict[str, ServiceData]:
    """Load all data files by slug, from ``folder`` or from the program's package.

    The package's own are read once: nobody changes them, and to read them takes longer than to open
    a ledger.
    """
    return dict(_own_services()) if folder is None else _services_in(folder)


@functools.cache
def _own_services() -> dict[str, ServiceData]:
    return _services_in(files("desktop_app.sandbox").joinpath("customers"))


def _services_in(root: Traversable) -> dict[str, ServiceData]:
    found = [_read(entry) for entry in root.iterdir() if entry.name.endswith(".json")]
    return {data.slug: data for data in sorted(found, key=lambda data: data.slug)}


def load_flow(name: str, slug: str) -> ServiceData:
    """The invented service ``flows/<name>.json``, under a slug.

    Every shape of a flow that the real service has is there once, also those that no company uses
    with which practice begins.
    """
    return msgspec.structs.replace(_flow(name), slug=slug)


@functools.cache
def _flow(name: str) -> ServiceData:
    return _read(files("desktop_app.sandbox").joinpath("flows").joinpath(f"{name}.json"))


def flow_names() -> tuple[str, ...]:
    """The names of all flows."""
    folder = files("desktop_app.sandbox").joinpath("flows")
    names = [entry.name for entry in folder.iterdir() if entry.name.endswith(".json")]
    return tuple(sorted(name.removesuffix(".json") for name in names))


def _read(file: Traversable) -> ServiceData:
    return _completed(msgspec.json.decode(file.read_bytes(), type=ServiceData))


def practice_customers(
    providers: Iterable[Provider], tried: Collection[str] = ()
) -> tuple[PracticeCustomer, ...]:
    """Whom to practise with, in the order of the lessons; ``tried`` were looked up before.

    A customer whose company is not among the providers cannot be looked up, and is left out. Of
    several that teach one lesson of a service, each provider has the first that its field takes.
    """
    services = load_services()
    found: dict[tuple[str, Lesson], PracticeCustomer] = {}
    for provider in providers:
        info = provider.info
        service = services.get(info.endpoint)
        for teaches in () if service is None else service.lessons:
            if info.account_field.validate(teaches.id) is None:
                customer = PracticeCustomer(
                    provider.account_key(Environment.PRACTICE, teaches.id),
                    info.slug,
                    teaches.id,
                    teaches.lesson,
                    lesson_id(info.endpoint, teaches.id) in tried,
                )
                found.setdefault((info.slug, teaches.lesson), customer)
    order = list(Lesson)
    return tuple(sorted(found.values(), key=lambda one: order.index(one.lesson)))


def lesson_id(service: str, account_id: str) -> str:
    """The name under which a service remembers that a lesson was tried."""
    return f"{service}/{account_id}"


def _completed(data: ServiceData) -> ServiceData:
    """Customers that are ``like`` another take over what they do not say themselves."""
    users: dict[str, User] = {}
    for user in data.users:
        if user.id in users:
            raise ValueError(f"{data.slug}: {user.id} is there twice")
        users[user.id] = _filled(user, users[user.like]) if user.like else user
    return msgspec.structs.replace(data, users=tuple(users.values()))


def _filled(user: User, model: User) -> User:
    # Parts are shared with the model: whoever makes an answer of them copies them.
    details = {**model.details, **user.details}
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
        then=user.then or model.then,
    )
