"""F3: details with one amount, which is paid as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.core.billing.accounts import Account, Body, LineKind, Offer, OfferKind
from desktop_app.core.billing.dialogue import Call
from desktop_app.core.billing.provider import OfferStyle
from desktop_app.providers import parsing
from desktop_app.providers.families.details_first import DetailsFirst
from tests.sample_providers.common import (
    GROUP,
    info_of,
    part,
    priced,
    session_fields,
    username,
)

if TYPE_CHECKING:
    from desktop_app.core.billing.forms import Values


class WifiNepal(DetailsFirst):
    """The commit names the subscriber's number, which only the details tell."""

    info = info_of("wifi-nepal-v4", "WiFi Nepal", OfferStyle.BILLS, username())

    def details(self, values: Values) -> Call:
        """The customer by username."""
        return Call(f"{GROUP}/details/wifi-nepal-v4/", {"username": values["username"]})

    def read(self, values: Values, answer: Body) -> Account:
        """What is due."""
        parsing.check_accepted(answer)
        subscriber = part(answer, "subscriber")
        due = priced(
            "due",
            part(answer, "package").get("name"),
            parsing.amount(answer.get("due_amount")),
            kind=OfferKind.BILL,
            line=LineKind.BILL,
            data={"subscriber_id": parsing.id_of(subscriber, "subscriber_id")},
        )
        return Account(
            self.info.slug,
            values["username"],
            parsing.clean_text(subscriber.get("name")),
            (due,),
            session_id=parsing.session_of(answer),
        )

    def commit(self, account: Account, offer: Offer) -> Call:
        """The payment of what is due."""
        fields = {**session_fields(account, offer.total.number), **offer.data}
        return Call(f"{GROUP}/commit/wifi-nepal-v4/", fields)


class Rapid(DetailsFirst):
    """The answer is nested, its amount is a text, and the commit lists no reference."""

    info = info_of("rapid-api", "Rapid Unique Net", OfferStyle.BILLS, username())

    def details(self, values: Values) -> Call:
        """The customer by username."""
        return Call(f"{GROUP}/details/rapid-api/", {"username": values["username"]})

    def read(self, values: Values, answer: Body) -> Account:
        """What is to be paid, in the form in which it came."""
        parsing.check_accepted(answer)
        details = part(answer, "details")
        owed = priced(
            "amount",
            details.get("package"),
            parsing.amount(details.get("amount")),
            kind=OfferKind.BILL,
            line=LineKind.BILL,
            data={"amount": details.get("amount")},
        )
        return Account(
            self.info.slug,
            parsing.account_id(values["username"], details.get("username")),
            parsing.clean_text(details.get("name")),
            (owed,),
            session_id=parsing.session_of(answer),
            days_left=parsing.parse_int(details.get("remaining_days")),
        )

    def commit(self, account: Account, offer: Offer) -> Call:
        """The payment, in the session alone."""
        fields = session_fields(account, offer.data["amount"])
        return Call(f"{GROUP}/commit/rapid-api/", fields, with_reference=False)
