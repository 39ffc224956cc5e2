"""Details with packages, of which one is paid at its own price."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.core.billing.accounts import Account, Body, Json, Offer
from desktop_app.core.billing.dialogue import Call
from desktop_app.core.billing.provider import AnswerFact, FactLabel, OfferStyle
from desktop_app.core.errors import NotUnderstood
from desktop_app.core.money import ZERO
from desktop_app.providers.families import parsing
from desktop_app.providers.families.amounts import AmountForm, read_for
from desktop_app.providers.families.details_first import DetailsFirst
from desktop_app.providers.families.offers import package

if TYPE_CHECKING:
    from desktop_app.core.billing.forms import TextEntry, Values
    from desktop_app.providers.families.brand import Brand

_DAYS = re.compile(r"(-?[0-9]{1,6})(?: days?)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """What the list of packages and its entries call things.

    Attributes:
        at: the name of the list.
        id, label, price: the names in an entry.
        beside_label: names of short texts that tell entries of one label apart.
        days, months: the name of the length, in that unit, if the entry has one.
        is_current: the name of the flag of the customer's package, if there is one.
    """

    at: str = "packages"
    id: str = "package_id"
    label: str = "package_name"
    price: str = "amount"
    beside_label: tuple[str, ...] = ()
    days: str = ""
    months: str = ""
    is_current: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackagesRow:
    """A company whose details list packages. What stands in the answer is named by a dotted path.

    Attributes:
        endpoint: the slug in the paths.
        by_choice: its brands have another endpoint, which is used until the owner chooses this one.
        account: the field; its text is the account id.
        sends_service_slug: the details call names the brand.
        listed: how the packages are written.
        account_id: where the answer names the account, if it does.
        own_id: where the answer names the customer by an id of the company's own, under which
            several texts may find him. It is shown beside the customer's name.
        customer_name, branch, current_package, days_left: where these stand, if they do.
        expires_on: where the day stands on which the account runs out, if it does.
        due: where an amount stands that the company is owed beside the packages. It is shown, and
            no part of the payment (contract A33).
        due_note: where the company's words for it stand.
        amount_form: how the amount is sent; None where the service takes the package's own.
        sends_account_as: the name under which the commit repeats the account.
        commits_service_slug: the commit names the brand.
        sends_label_as: the name under which the commit repeats the package's own name.
        commit_has_reference: the page lists a reference for the commit.
        facts: what is kept of the answer to a payment, by its path.
        confirms_later: Queued is the usual answer.
    """

    endpoint: str
    by_choice: bool = False
    brands: tuple[Brand, ...]
    account: TextEntry
    sends_service_slug: bool = False
    listed: Listed
    account_id: str = ""
    own_id: str = ""
    customer_name: str = ""
    branch: str = ""
    current_package: str = ""
    days_left: str = ""
    expires_on: str = ""
    due: str = ""
    due_note: str = ""
    amount_form: AmountForm | None
    sends_account_as: str = ""
    commits_service_slug: bool = False
    sends_label_as: str = ""
    commit_has_reference: bool = True
    facts: tuple[tuple[FactLabel, str], ...] = ()
    confirms_later: bool = False


class Packages(DetailsFirst):
    """Reads the packages that a customer may have, and pays one of them."""

    def __init__(self, row: PackagesRow, brand: Brand) -> None:
        self._row = row
        self._service_slug = brand.service_slug
        self.info = brand.info(
            row.endpoint,
            OfferStyle.PACKAGES,
            (row.account,),
            confirms_later=row.confirms_later,
            by_choice=row.by_choice,
        )

    def details(self, values: Values) -> Call:
        """Read the account."""
        name = self._row.account.name
        fields = {name: values[name].strip()}
        if self._row.sends_service_slug:
            fields["service_slug"] = self._service_slug
        return Call(f"/api/servicegroup/details/{self._row.endpoint}/", fields)

    def read(self, values: Values, answer: Body) -> Account:
        """The account with its packages."""
        row = self._row
        parsing.check_accepted(answer)
        offers = self._offers(answer)
        due = parsing.amount_or_none(parsing.at(answer, row.due))
        typed, own = values[row.account.name], parsing.own_id(parsing.at(answer, row.own_id))
        name = parsing.clean_text(parsing.at(answer, row.customer_name))
        return Account(
            provider=self.info.slug,
            account_id=parsing.account_id(typed, parsing.at(answer, row.account_id)),
            customer_name=parsing.with_own_id(name, own, typed) if row.customer_name else "",
            offers=offers,
            session_id=parsing.session_of(answer),
            branch=parsing.clean_text(parsing.at(answer, row.branch)),
            days_left=_days_left(parsing.at(answer, row.days_left)),
            expires_on=parsing.day_of(parsing.at(answer, row.expires_on)),
            current_package=parsing.clean_text(parsing.at(answer, row.current_package)),
            due=due if due != ZERO else None,
            due_note=parsing.clean_text(parsing.at(answer, row.due_note)) if due else "",
            preselected=_preselected(offers),
            own_id=own,
        )

    def _offers(self, answer: Body) -> tuple[Offer, ...]:
        listed = parsing.entries(answer.get(self._row.listed.at))
        if not listed:
            raise NotUnderstood("no_offers")
        return parsing.unique(self._offer(entry) for entry in listed)

    def _offer(self, entry: Body) -> Offer:
        row, names = self._row, self._row.listed
        package_id = parsing.id_of(entry, names.id)
        total, sent = read_for(row.amount_form or AmountForm.NUMBER, entry.get(names.price))
        data: dict[str, Json] = {"package_id": package_id}
        if row.amount_form is not None:
            data["amount"] = sent
        if row.sends_label_as:
            data[row.sends_label_as] = parsing.sendable_text(entry.get(names.label))
        return package(
            parsing.id_text(package_id),
            _label(entry, names),
            total,
            data=data,
            is_current=parsing.parse_bool(entry.get(names.is_current)) is True,
            days=parsing.days(entry.get(names.days)),
            months=parsing.days(entry.get(names.months)),
        )

    def commit(self, account: Account, offer: Offer) -> Call:
        """Pay a package."""
        row = self._row
        fields = {"session_id": account.session_id, **offer.data}
        if row.sends_account_as:
            fields[row.sends_account_as] = account.account_id
        if row.commits_service_slug:
            fields["service_slug"] = self._service_slug
        return Call(
            f"/api/servicegroup/commit/{row.endpoint}/",
            fields,
            with_reference=row.commit_has_reference,
        )

    def facts(self, answer: Body) -> tuple[AnswerFact, ...]:
        """What the company says of a payment that it made."""
        found = (
            AnswerFact(label.value, parsing.shown(parsing.at(answer, path)))
            for label, path in self._row.facts
        )
        return tuple(fact for fact in found if fact.value)


def _label(entry: Body, names: Listed) -> str:
    label = parsing.clean_text(entry.get(names.label))
    if not label:
        raise NotUnderstood("no_name")
    beside = (parsing.clean_text(entry.get(name)) for name in names.beside_label)
    more = " ".join(text for text in beside if text)
    return f"{label} ({more})" if more else label


def _days_left(value: Json) -> int | None:
    """A number of days, also as ``"12 days"``."""
    if isinstance(value, str):
        found = _DAYS.fullmatch(value.strip())
        return int(found.group(1)) if found else None
    return parsing.parse_int(value)


def _preselected(offers: tuple[Offer, ...]) -> str | None:
    """The customer's package, if there is exactly one; else the only one."""
    current = [offer.id for offer in offers if offer.is_current]
    if len(current) == 1:
        return current[0]
    return offers[0].id if len(offers) == 1 else None
