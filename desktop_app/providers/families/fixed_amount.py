"""Details with one amount, which is paid as it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop_app.core.billing.accounts import Account, Body, Offer
from desktop_app.core.billing.dialogue import Call
from desktop_app.core.billing.provider import OfferStyle
from desktop_app.core.errors import Problem, ServiceError
from desktop_app.core.money import ZERO
from desktop_app.providers.families import parsing
from desktop_app.providers.families.amounts import AmountForm, read_for
from desktop_app.providers.families.details_first import DetailsFirst
from desktop_app.providers.families.offers import bill

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.core.billing.forms import TextEntry, Values
    from desktop_app.providers.families.brand import Brand

_DUE = "due"


@dataclass(frozen=True, slots=True, kw_only=True)
class FixedAmountRow:
    """A company whose details name one amount. What stands in the answer is named by a dotted path.

    Attributes:
        endpoint: the slug in the paths.
        account: the field; its text is the account id.
        sends_service_slug: the details call names the brand.
        amount: where the amount stands.
        amount_form: how the amount is sent.
        account_id: where the answer names the account, if it does.
        own_id: where the answer names the customer by an id of the company's own.
        customer_name: where the customer's name stands, if it does.
        package: where the name of the package stands.
        days_left: where the days that are left stand, if they do.
        sends_package: the commit names the package, unchanged, as ``package_name``.
        sends_ids: the ids that the commit sends back, each by its path in the answer.
        commit_has_reference: the page lists a reference for the commit.
    """

    endpoint: str
    brands: tuple[Brand, ...]
    account: TextEntry
    sends_service_slug: bool = False
    amount: str
    amount_form: AmountForm
    account_id: str = ""
    own_id: str = ""
    customer_name: str = ""
    package: str
    days_left: str = ""
    sends_package: bool = False
    sends_ids: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    commit_has_reference: bool = True


class FixedAmount(DetailsFirst):
    """Reads what the customer owes, and pays it."""

    def __init__(self, row: FixedAmountRow, brand: Brand) -> None:
        self._row, self._brand = row, brand
        self.info = brand.info(row.endpoint, OfferStyle.DUE, (row.account,))

    def details(self, values: Values) -> Call:
        """Read the account."""
        name = self._row.account.name
        fields = {name: values[name].strip()}
        if self._row.sends_service_slug:
            fields["service_slug"] = self._brand.service_slug
        return Call(f"/api/servicegroup/details/{self._row.endpoint}/", fields)

    def read(self, values: Values, answer: Body) -> Account:
        """The account with what it owes."""
        row = self._row
        parsing.check_accepted(answer)
        return Account(
            provider=self.info.slug,
            account_id=parsing.account_id(
                values[row.account.name], parsing.at(answer, row.account_id)
            ),
            customer_name=parsing.clean_text(parsing.at(answer, row.customer_name)),
            offers=(self._due(answer),),
            session_id=parsing.session_of(answer),
            days_left=parsing.parse_int(parsing.at(answer, row.days_left)),
            preselected=_DUE,
            own_id=parsing.own_id(parsing.at(answer, row.own_id)),
        )

    def _due(self, answer: Body) -> Offer:
        row, owed = self._row, parsing.at(answer, self._row.amount)
        if parsing.amount_or_none(owed) == ZERO:
            raise ServiceError(Problem.NOTHING_TO_PAY)
        total, sent = read_for(row.amount_form, owed)
        data = {"amount": sent}
        for name, path in row.sends_ids.items():
            data[name] = parsing.id_of({name: parsing.at(answer, path)}, name)
        if row.sends_package:
            data["package_name"] = parsing.sendable_text(parsing.at(answer, row.package))
        return bill(_DUE, parsing.at(answer, row.package), total, data=data)

    def commit(self, account: Account, offer: Offer) -> Call:
        """Pay what is owed."""
        return Call(
            f"/api/servicegroup/commit/{self._row.endpoint}/",
            {"session_id": account.session_id, **offer.data},
            with_reference=self._row.commit_has_reference,
        )
