"""F6: details with durations, of one package or of several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.core.billing.accounts import Account, Body, Offer
from desktop_app.core.billing.dialogue import Call
from desktop_app.core.billing.provider import OfferStyle
from desktop_app.core.errors import NotUnderstood
from desktop_app.providers import parsing
from desktop_app.providers.families.details_first import DetailsFirst
from tests.sample_providers.common import GROUP, info_of, priced, session_fields, username

if TYPE_CHECKING:
    from desktop_app.core.billing.forms import Values


class Techminds(DetailsFirst):
    """Package and duration together are an offer; codes repeat at other prices."""

    info = info_of("techminds", "Techminds", OfferStyle.PACKAGES, username())

    def details(self, values: Values) -> Call:
        """The customer of this brand."""
        fields = {"username": values["username"], "service_slug": self.info.slug}
        return Call(f"{GROUP}/details/hashcnet-v2/", fields)

    def read(self, values: Values, answer: Body) -> Account:
        """Every duration of every package."""
        parsing.check_accepted(answer)
        if parsing.parse_bool(answer.get("has_due")) is not False:
            # Whether a due would be part of the price is said nowhere.
            raise NotUnderstood("has_due")
        offers = (
            self._offer(package, duration)
            for package in parsing.entries(answer.get("available_packages"))
            for duration in parsing.entries(package.get("duration"))
        )
        return Account(
            self.info.slug,
            values["username"],
            parsing.clean_text(answer.get("customer_name")),
            parsing.unique(offers),
            session_id=parsing.session_of(answer),
            days_left=parsing.parse_int(answer.get("days_remaining")),
            current_package=parsing.clean_text(answer.get("current_plan")),
        )

    @staticmethod
    def _offer(package: Body, duration: Body) -> Offer:
        total = parsing.amount(duration.get("total_cost"))
        codes = {
            "package_code": parsing.id_text(parsing.id_of(package, "package_code")),
            "duration_code": parsing.id_text(parsing.id_of(duration, "duration_code")),
        }
        title = f"{package.get('title')}, {duration.get('duration_title')}"
        return priced("/".join((*codes.values(), str(total.decimal))), title, total, data=codes)

    def commit(self, account: Account, offer: Offer) -> Call:
        """The payment of a duration of a package."""
        fields = {**offer.data, **session_fields(account, offer.total.number)}
        return Call(f"{GROUP}/commit/hashcnet-v2/", fields)


class Arrownet(DetailsFirst):
    """Months alone, without a session; the details take no reference, the amount is a text."""

    info = info_of("arrownet", "Arrownet", OfferStyle.PACKAGES, username())

    def details(self, values: Values) -> Call:
        """The customer by username."""
        fields = {"username": values["username"]}
        return Call(f"{GROUP}/details/arrownet/", fields, with_reference=False)

    def read(self, values: Values, answer: Body) -> Account:
        """The months, each with its amount in the form in which it came."""
        parsing.check_accepted(answer)
        if parsing.parse_bool(answer.get("has_due")) is not False:
            raise NotUnderstood("has_due")
        offers = (
            priced(
                parsing.id_text(parsing.id_of(one, "duration")),
                answer.get("current_plan"),
                parsing.amount(one.get("amount")),
                months=parsing.parse_int(one.get("duration")),
                data={"amount": one.get("amount"), "duration": one.get("duration")},
            )
            for one in parsing.entries(answer.get("plan_details"))
        )
        return Account(
            self.info.slug,
            values["username"],
            parsing.clean_text(answer.get("full_name")),
            parsing.unique(offers),
            days_left=parsing.parse_int(answer.get("days_remaining")),
            current_package=parsing.clean_text(answer.get("current_plan")),
        )

    def commit(self, account: Account, offer: Offer) -> Call:
        """The payment: amount and duration of the same entry."""
        return Call(f"{GROUP}/commit/arrownet/", {"username": account.account_id, **offer.data})
