"""Times, five brands behind the endpoint ``times`` (providers.md 5.10).

A connection of the customer is chosen where there are several, then one of its packages. The commit
names neither connection nor brand: what was asked about last is what is paid. Each read answers
with a session; the page says to pay in that of the first.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.core.billing.accounts import Account, Body, Json, Offer
from desktop_app.core.billing.dialogue import (
    Answered,
    Call,
    Chosen,
    Dialogue,
    Entered,
    NextStep,
    Offers,
    Ready,
)
from desktop_app.core.billing.forms import Form, Values
from desktop_app.core.billing.provider import OfferStyle, Provider
from desktop_app.core.errors import NotUnderstood
from desktop_app.providers.families import fields, parsing
from desktop_app.providers.families.brand import Brand
from desktop_app.providers.families.offers import connection, package

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.core.billing.dialogue import Turn

_ENDPOINT = "times"
_CUSTOMER = fields.customer_id("customer_id", example="1112858")

BRANDS = (
    Brand("websurfer-internet", "Websurfer", "वेबसर्फर"),
    Brand("reliant-technology-v2", "Reliant Technology", "रिलायन्ट टेक्नोलोजी"),
    Brand("palsnet", "Palsnet", "पाल्सनेट"),
    Brand("sky-internet", "Sky Internet", "स्काई इन्टरनेट"),
    Brand("pathibara", "Pathibara", "पाथीभरा"),
)


class Times(Provider):
    """Connections of a customer, and the packages of one of them."""

    def __init__(self, brand: Brand) -> None:
        self._service_slug = brand.service_slug
        self.info = brand.info(_ENDPOINT, OfferStyle.PACKAGES, (_CUSTOMER,))

    def next(self, dialogue: Dialogue) -> NextStep:
        """Form, connections, one of several, its packages, payment."""
        match dialogue.turns:
            case ():
                return Form(self.info.fields)
            case (Entered(values),):
                return self._call("userlist", customer_id=values["customer_id"].strip())
            case (Entered(values), Answered(_, users), *rest):
                return self._after_users(self._connections(values, users), rest)
        raise NotUnderstood("unasked_turn")

    def _after_users(self, account: Account, turns: Sequence[Turn]) -> NextStep:
        match account.offers, turns:
            case (line,), rest:
                pass
            case _, []:
                return Offers(account)
            case _, [Chosen() as choice, *rest]:
                line = choice.offer_of(account)
            case _:
                raise NotUnderstood("unasked_turn")
        match rest:
            case []:
                return self._call("details", **line.data, session_id=account.session_id)
            case [Answered(_, answer)]:
                return Offers(_packages(account, line, answer))
            case [Answered(_, answer), Chosen() as choice]:
                account = _packages(account, line, answer)
                offer = choice.offer_of(account)
                return Ready(account, offer, _commit(account, offer))
        raise NotUnderstood("unasked_turn")

    def _call(self, step: str, **asked: Json) -> Call:
        path = f"/api/servicegroup/{step}/{_ENDPOINT}/"
        return Call(path, {**asked, "service_slug": self._service_slug})

    def _connections(self, values: Values, answer: Body) -> Account:
        """The customer with at least one connection, none of which has a price."""
        parsing.check_accepted(answer)
        customer = parsing.part(answer, "customer")
        typed, own = values["customer_id"].strip(), parsing.own_id(customer.get("cuid"))
        names = (parsing.clean_text(customer.get(name)) for name in ("first_name", "last_name"))
        name = " ".join(part for part in names if part)
        name = parsing.with_own_id(name, own, typed)
        offers = parsing.unique(
            _connection(one) for one in parsing.entries(answer.get("connection"))
        )
        if not offers:
            raise NotUnderstood("no_offers")
        session = parsing.session_of(answer)
        return Account(self.info.slug, typed, name, offers, session_id=session, own_id=own)


def _connection(entry: Body) -> Offer:
    """A connection, with what the company calls its status beside it."""
    username = parsing.id_of(entry, "username")
    name, status = parsing.id_text(username), parsing.clean_text(entry.get("status"))
    label = f"{name} ({status})" if status else name
    return connection(name, label, data={"username": username})


def _packages(account: Account, line: Offer, answer: Body) -> Account:
    """The packages of a connection, in the session of the first read."""
    parsing.check_accepted(answer)
    offers = parsing.unique(
        replace(_package(one), service_name=line.id)
        for one in parsing.entries(answer.get("packages"))
    )
    if not offers:
        raise NotUnderstood("no_offers")
    return replace(account, offers=offers, preselected=offers[0].id if len(offers) == 1 else None)


def _package(entry: Body) -> Offer:
    package_id = parsing.id_of(entry, "package_id")
    label = parsing.clean_text(entry.get("package_name"))
    if not label:
        raise NotUnderstood("no_name")
    total = parsing.amount(entry.get("amount"))
    return package(parsing.id_text(package_id), label, total, data={"package_id": package_id})


def _commit(account: Account, offer: Offer) -> Call:
    fields = {"session_id": account.session_id, "amount": offer.total.number, **offer.data}
    return Call(f"/api/servicegroup/commit/{_ENDPOINT}/", fields, with_reference=False)


PROVIDERS = tuple(Times(brand) for brand in BRANDS)
