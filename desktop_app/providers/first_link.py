"""First Link, endpoint ``firstlink`` (providers.md 5.33).

The first read knows the customer and begins a session, the second tells what the one active service
costs. Where several are active nothing says which is paid: that is refused.
"""

from __future__ import annotations

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
from desktop_app.providers.families.amounts import AmountForm, read_for
from desktop_app.providers.families.brand import Brand
from desktop_app.providers.families.offers import package

_BRAND = Brand("firstlink", "First Link", "फर्स्ट लिंक")
_USERNAME = fields.username("username", example="url_ramesh_kafle")
_RATE = "rate"


class FirstLink(Provider):
    """The rate of a customer's one active service."""

    info = _BRAND.info(_BRAND.slug, OfferStyle.PACKAGES, (_USERNAME,), confirms_later=True)

    def next(self, dialogue: Dialogue) -> NextStep:
        """Form, two reads, the one price, payment."""
        match dialogue.turns:
            case ():
                return Form(self.info.fields)
            case (Entered(values),):
                return _call("details", {"username": values["username"].strip()})
            case (Entered(), Answered(_, details)):
                parsing.check_accepted(details)
                session: dict[str, Json] = {"session_id": parsing.session_of(details)}
                return _call("getpackagerates", session, with_reference=False)
            case (Entered(values), Answered(_, details), Answered(_, rates)):
                return Offers(self._account(values, details, rates))
            case (Entered(values), Answered(_, details), Answered(_, rates), Chosen() as choice):
                account = self._account(values, details, rates)
                offer = choice.offer_of(account)
                sent: dict[str, Json] = {"session_id": account.session_id, **offer.data}
                return Ready(account, offer, _call("commit", sent, with_reference=False))
        raise NotUnderstood("unasked_turn")

    def _account(self, values: Values, details: Body, rates: Body) -> Account:
        """The account with its one price, in the session of the first read."""
        parsing.check_accepted(rates)
        typed, own = values["username"].strip(), parsing.own_id(details.get("user_identifier"))
        rate = _rate(rates)
        return Account(
            provider=self.info.slug,
            account_id=typed,
            # No name is told.
            customer_name=parsing.with_own_id("", own, typed),
            offers=(rate,),
            session_id=parsing.session_of(details),
            current_package=rate.label,
            preselected=rate.id,
            own_id=own,
        )


def _rate(rates: Body) -> Offer:
    """The price of the one active service.

    Raises:
        NotUnderstood: several are active, and nothing says which is paid; or none is.
    """
    active = parsing.entries(rates.get("active_internet_services"))
    if not active:
        raise NotUnderstood("no_offers")
    if len(active) > 1:
        raise NotUnderstood("several_services")
    tariff = parsing.part(rates, "tariff")
    label = parsing.clean_text(tariff.get("title")) or parsing.clean_text(
        active[0].get("description")
    )
    if not label:
        raise NotUnderstood("no_name")
    total, sent = read_for(AmountForm.WHOLE, active[0].get("unit_price"))
    length = parsing.days(tariff.get("billing_days_count"))
    return package(_RATE, label, total, data={"amount": sent}, days=length)


def _call(step: str, sent: dict[str, Json], *, with_reference: bool = True) -> Call:
    return Call(f"/api/servicegroup/{step}/firstlink/", sent, with_reference=with_reference)


PROVIDER = FirstLink()
