"""Details with durations at their own prices, of the customer's package or of one to be chosen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop_app.core.billing.accounts import Account, Body, Json, Offer, OfferKind
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
from desktop_app.providers.families import parsing
from desktop_app.providers.families.amounts import AmountForm, read_for
from desktop_app.providers.families.offers import package as priced

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from desktop_app.core.billing.dialogue import Turn
    from desktop_app.core.billing.forms import TextEntry
    from desktop_app.providers.families.brand import Brand
    from desktop_app.providers.families.parsing import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageNames:
    """What the list of packages and its entries call things; each has a list of durations."""

    at: str
    code: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DurationNames:
    """What a list of durations and its entries call things.

    Attributes:
        at: the name of the list.
        code, price: the names in an entry.
        title: the name of the words for people; without one, the code is a number of months.
        months: the codes that the page allows, where it names them.
    """

    at: str
    code: str
    price: str
    title: str = ""
    months: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DurationsRow:
    """A company whose details list durations. The commit names its codes as the entries do.

    Attributes:
        endpoint: the slug in the paths.
        account: the field; its text is the account id.
        sends_service_slug: the details call names the brand.
        details_have_reference: the page lists a reference for the details call.
        has_session: the details begin a session, and the commit names it.
        sends_account_as: the name under which the commit repeats the account.
        customer_name, current_package, days_left: where these stand.
        packages: how the packages are written; None where there is only the customer's own.
        durations: how the durations are written.
        sends_codes_as_text: a code that came as a number goes back as a text.
        amount_form: how the amount is sent.
    """

    endpoint: str
    brands: tuple[Brand, ...]
    account: TextEntry
    sends_service_slug: bool = False
    details_have_reference: bool = True
    has_session: bool = True
    sends_account_as: str = ""
    customer_name: str
    current_package: str
    days_left: str
    packages: PackageNames | None = None
    durations: DurationNames
    sends_codes_as_text: bool = False
    amount_form: AmountForm


class Durations(Provider):
    """Reads the account; a package is chosen where there are several, then one of its durations."""

    def __init__(self, row: DurationsRow, brand: Brand) -> None:
        self._row = row
        self._service_slug = brand.service_slug
        self.info = brand.info(row.endpoint, OfferStyle.PACKAGES, (row.account,))

    def next(self, dialogue: Dialogue) -> NextStep:
        """Form, details, a package of several, its durations, payment."""
        match dialogue.turns:
            case ():
                return Form(self.info.fields)
            case (Entered(values),):
                return self._details(values)
            case (Entered(values), Answered(_, answer), *choices):
                return self._after(self._account(values, answer), self._packages(answer), choices)
        raise NotUnderstood("unasked_turn")

    def _after(
        self, account: Account, packages: Mapping[str, _Package], choices: Sequence[Turn]
    ) -> NextStep:
        if len(packages) == 1:
            (package,) = packages.values()
        else:
            several = _with_packages(account, packages.values())
            if not choices:
                return Offers(several)
            first, *choices = choices
            if not isinstance(first, Chosen):
                raise NotUnderstood("unasked_turn")
            package = packages[first.offer_of(several).id]
        account = _with_durations(account, package)
        match choices:
            case []:
                return Offers(account)
            case [Chosen() as choice]:
                offer = choice.offer_of(account)
                return Ready(account, offer, self._commit(account, offer))
        raise NotUnderstood("unasked_turn")

    # --- what is sent ---------------------------------------------------------------------

    def _details(self, values: Values) -> Call:
        row = self._row
        fields: dict[str, Json] = {row.account.name: values[row.account.name].strip()}
        if row.sends_service_slug:
            fields["service_slug"] = self._service_slug
        path = f"/api/servicegroup/details/{row.endpoint}/"
        return Call(path, fields, with_reference=row.details_have_reference)

    def _commit(self, account: Account, offer: Offer) -> Call:
        row = self._row
        fields: dict[str, Json] = dict(offer.data)
        if row.has_session:
            fields["session_id"] = account.session_id
        if row.sends_account_as:
            fields[row.sends_account_as] = account.account_id
        return Call(f"/api/servicegroup/commit/{row.endpoint}/", fields)

    # --- what is read ---------------------------------------------------------------------

    def _account(self, values: Values, answer: Body) -> Account:
        row = self._row
        parsing.check_accepted(answer)
        _check_may_pay(answer)
        return Account(
            provider=self.info.slug,
            account_id=values[row.account.name].strip(),
            customer_name=parsing.clean_text(answer.get(row.customer_name)),
            offers=(),
            session_id=parsing.session_of(answer) if row.has_session else None,
            days_left=parsing.parse_int(answer.get(row.days_left)),
            current_package=parsing.clean_text(answer.get(row.current_package)),
        )

    def _packages(self, answer: Body) -> Mapping[str, _Package]:
        """The packages by id, at least one, each with what can be paid for it."""
        row, names = self._row, self._row.packages
        if names is None:
            title = parsing.clean_text(answer.get(row.current_package)) or self.info.name
            return {"": _Package("", title, self._durations(answer, title, {}))}
        found: dict[str, _Package] = {}
        for entry in parsing.entries(answer.get(names.at)):
            code, title = parsing.id_of(entry, names.code), _title(entry, names.title)
            offers = self._durations(entry, title, {names.code: self._code(code)})
            package = _Package(f"{parsing.id_text(code)}/{title}", title, offers)
            if found.setdefault(package.id, package) != package:
                raise NotUnderstood("duplicate_offer")
        if not found:
            raise NotUnderstood("no_offers")
        _check_told_apart(found.values())
        return found

    def _durations(self, holder: Body, package: str, codes: Mapping[str, Id]) -> tuple[Offer, ...]:
        listed = parsing.entries(holder.get(self._row.durations.at))
        if not listed:
            raise NotUnderstood("no_offers")
        offers = parsing.unique(self._duration(entry, package, codes) for entry in listed)
        # Packages share a code: among them, only the price tells the durations apart.
        return tuple(
            replace(offer, id=f"{offer.id}/{offer.total.decimal}") if codes else offer
            for offer in offers
        )

    def _duration(self, entry: Body, package: str, codes: Mapping[str, Id]) -> Offer:
        row, names = self._row, self._row.durations
        code = parsing.id_of(entry, names.code)
        months = parsing.parse_int(code) if names.months else None
        if months not in (names.months or (None,)):
            raise NotUnderstood("bad_duration")
        title = _title(entry, names.title) if names.title else ""
        total, sent = read_for(row.amount_form, entry.get(names.price))
        return priced(
            "/".join(parsing.id_text(one) for one in (*codes.values(), code)),
            ", ".join(part for part in (package, title) if part),
            total,
            data={**codes, names.code: self._code(code), "amount": sent},
            months=months,
        )

    def _code(self, code: Id) -> Id:
        return parsing.id_text(code) if self._row.sends_codes_as_text else code


@dataclass(frozen=True, slots=True)
class _Package:
    id: str
    title: str
    durations: tuple[Offer, ...]


def _check_may_pay(answer: Body) -> None:
    """Refuse what the pages do not explain: a due, and a customer who may not pay in advance."""
    if parsing.parse_bool(answer.get("has_due")) is not False:
        raise NotUnderstood("has_due")
    if parsing.parse_bool(answer.get("accept_advance_payment")) is not True:
        raise NotUnderstood("no_advance")


def _check_told_apart(packages: Iterable[_Package]) -> None:
    """Refuse two packages for which the same would be sent."""
    ids = [offer.id for package in packages for offer in package.durations]
    if len(set(ids)) != len(ids):
        raise NotUnderstood("same_offer")


def _title(entry: Body, name: str) -> str:
    title = parsing.clean_text(entry.get(name))
    if not title:
        raise NotUnderstood("no_name")
    return title


def _with_packages(account: Account, packages: Iterable[_Package]) -> Account:
    """The account with its packages, which have no price yet."""
    current = account.current_package.casefold()
    offers = tuple(
        Offer(
            package.id,
            OfferKind.PACKAGE,
            package.title,
            None,
            is_current=package.title.casefold() == current,
        )
        for package in packages
    )
    now = [offer.id for offer in offers if offer.is_current]
    return replace(account, offers=offers, preselected=now[0] if len(now) == 1 else None)


def _with_durations(account: Account, package: _Package) -> Account:
    """The account with what can be paid for one package."""
    offers = package.durations
    return replace(account, offers=offers, preselected=offers[0].id if len(offers) == 1 else None)
