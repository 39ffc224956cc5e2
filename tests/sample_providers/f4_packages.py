"""F4: details with packages, of which one is paid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.core.billing.accounts import Account, Body, Offer
from desktop_app.core.billing.dialogue import Call
from desktop_app.core.billing.provider import AnswerFact, FactLabel, OfferStyle
from desktop_app.providers import parsing
from desktop_app.providers.families.details_first import DetailsFirst
from tests.sample_providers.common import (
    GROUP,
    customer_id,
    info_of,
    part,
    priced,
    session_fields,
    username,
)

if TYPE_CHECKING:
    from desktop_app.core.billing.forms import Values


class Izone(DetailsFirst):
    """A brand behind a shared endpoint. A due is shown apart and is not part of a payment."""

    info = info_of("izone", "Izone", OfferStyle.PACKAGES, username())

    def details(self, values: Values) -> Call:
        """The customer of this brand."""
        fields = {"username": values["username"], "service_slug": self.info.slug}
        return Call(f"{GROUP}/details/konnect/", fields)

    def read(self, values: Values, answer: Body) -> Account:
        """The packages at their own prices."""
        parsing.check_accepted(answer)
        customer = part(answer, "customer")
        offers = parsing.unique(
            priced(
                str(parsing.id_of(one, "package_id")),
                one.get("package_name"),
                parsing.amount(one.get("amount")),
                is_current=parsing.parse_bool(one.get("current")) is True,
            )
            for one in parsing.entries(answer.get("packages"))
        )
        current = part(answer, "current_subscription")
        return Account(
            self.info.slug,
            parsing.account_id(values["username"], customer.get("username")),
            parsing.clean_text(customer.get("name")),
            offers,
            session_id=parsing.session_of(answer),
            current_package=parsing.clean_text(current.get("package")),
            due=parsing.amount_or_none(part(answer, "due").get("amount")) or None,
            due_note=parsing.clean_text(part(answer, "due").get("message")),
            preselected=next((one.id for one in offers if one.is_current), None),
        )

    def commit(self, account: Account, offer: Offer) -> Call:
        """The payment of a package."""
        fields = {"package_id": offer.id, **session_fields(account, offer.total.number)}
        return Call(f"{GROUP}/commit/konnect/", fields)


class Dishhome(DetailsFirst):
    """The commit names the package alone: the service takes its price. It lists no reference."""

    info = info_of("dishhome-updated", "Dishhome", OfferStyle.PACKAGES, customer_id())

    def details(self, values: Values) -> Call:
        """The customer by the number of the box."""
        return Call(f"{GROUP}/details/dishhome-updated/", {"customer_id": values["customer_id"]})

    def read(self, values: Values, answer: Body) -> Account:
        """The packages; several share a label, and only the price tells them apart."""
        parsing.check_accepted(answer)
        offers = (
            priced(
                parsing.id_text(parsing.id_of(one, "idx")),
                one.get("description"),
                parsing.amount(one.get("price")),
                data={"package_id": parsing.id_of(one, "idx")},
            )
            for one in parsing.entries(answer.get("packages"))
        )
        return Account(
            self.info.slug,
            values["customer_id"],
            "",
            parsing.unique(offers),
            session_id=parsing.session_of(answer),
            current_package=parsing.clean_text(answer.get("package")),
        )

    def commit(self, account: Account, offer: Offer) -> Call:
        """The payment of a package, without amount and reference."""
        fields = {"session_id": account.session_id, **offer.data}
        return Call(f"{GROUP}/commit/dishhome-updated/", fields, with_reference=False)

    def facts(self, answer: Body) -> tuple[AnswerFact, ...]:
        """How much was recharged, the company's own number, and until when it lasts."""
        detail = part(answer, "detail")
        told = {
            FactLabel.RECHARGED: "recharged_amount",
            FactLabel.COMPANY_RECEIPT: "transaction_id",
            FactLabel.VALID_UNTIL: "expiry_date",
        }
        return tuple(
            AnswerFact(label.value, parsing.clean_text(detail.get(name)))
            for label, name in told.items()
        )
