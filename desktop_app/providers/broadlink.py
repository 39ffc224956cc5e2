"""Broadlink, endpoint ``broadlink`` (providers.md 5.9).

A customer either owes an outstanding amount, or chooses a package, whose final price a further read
quotes. The commit names no package: what was quoted last is what is paid. A package is known by a
pair of ids, which come as texts and go back as numbers.
"""

from __future__ import annotations

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
from desktop_app.core.errors import NotUnderstood, Problem, ServiceError
from desktop_app.core.money import ZERO
from desktop_app.providers.families import fields, parsing
from desktop_app.providers.families.amounts import AmountForm, read_for
from desktop_app.providers.families.brand import Brand
from desktop_app.providers.families.offers import bill, package

_BRAND = Brand("broadlink", "Broadlink", "ब्रोडलिंक")
# The page sends it as a number: no zero in front, and few enough digits for every reader.
_CUSTOMER = fields.customer_id(
    "customer_id", example="53905", pattern="[1-9][0-9]{0,14}", allowed="[0-9]"
)
_OUTSTANDING = "outstanding"
_ID_NAMES = ("package_id", "package_sub_id")


class Broadlink(Provider):
    """What is outstanding, or a package at its quoted price."""

    info = _BRAND.info(_BRAND.slug, OfferStyle.PACKAGES, (_CUSTOMER,))

    def next(self, dialogue: Dialogue) -> NextStep:
        """Form, offers, a quote for a package, payment."""
        match dialogue.turns:
            case ():
                return Form(self.info.fields)
            case (Entered(values),):
                return _call("details", {"customer_id": int(values["customer_id"])})
            case (Entered(values), Answered(_, answer)):
                return Offers(self._account(values, answer))
            case (Entered(values), Answered(_, answer), Chosen() as choice):
                account = self._account(values, answer)
                offer = choice.offer_of(account)
                if offer.kind is OfferKind.BILL:
                    return _payment(account, offer)
                asked = {"session_id": account.session_id, **offer.data}
                return _call("get_discounted_amount", asked, with_reference=False)
            case (Entered(values), Answered(_, answer), Chosen() as choice, Answered(_, quote)):
                account = self._account(values, answer)
                return _payment(account, _quoted(choice.offer_of(account), quote))
        raise NotUnderstood("unasked_turn")

    def _account(self, values: Values, answer: Body) -> Account:
        parsing.check_accepted(answer)
        listed = _packages(answer) if "packages" in answer else (_outstanding(answer),)
        return Account(
            provider=self.info.slug,
            account_id=parsing.account_id(values["customer_id"], answer.get("customer_id")),
            customer_name=parsing.clean_text(answer.get("name")),
            offers=listed,
            session_id=parsing.session_of(answer),
            preselected=listed[0].id if len(listed) == 1 else None,
        )


def _outstanding(answer: Body) -> Offer:
    """What is owed where there are no packages.

    Raises:
        ServiceError: nothing is.
    """
    if parsing.amount_or_none(answer.get("amount")) == ZERO:
        raise ServiceError(Problem.NOTHING_TO_PAY)
    owed, sent = read_for(AmountForm.WHOLE, answer.get("amount"))
    return bill(_OUTSTANDING, answer.get("invoice_no"), owed, data={"amount": sent})


def _packages(answer: Body) -> tuple[Offer, ...]:
    """The packages to choose from, at least one. A price of zero is no offer.

    Raises:
        NotUnderstood: an amount is owed beside them, and nothing says whether it is paid too.
    """
    if parsing.amount(answer.get("amount"), may_be_zero=True) != ZERO:
        raise NotUnderstood("unexpected_due")
    offers = parsing.unique(_package(one) for one in parsing.entries(answer["packages"]))
    priced = tuple(offer for offer in offers if offer.total > ZERO)
    if not priced:
        raise NotUnderstood("no_offers")
    return priced


def _package(entry: Body) -> Offer:
    ids: dict[str, Json] = {}
    for name in _ID_NAMES:
        number = parsing.parse_int(entry.get(name))
        if number is None or number < 0:
            raise NotUnderstood("bad_id")
        ids[name] = number
    label = parsing.clean_text(entry.get("package"))
    if not label:
        raise NotUnderstood("no_name")
    price = parsing.amount(entry.get("amount"), may_be_zero=True)
    return package("/".join(map(str, ids.values())), label, price, data=ids)


def _quoted(chosen: Offer, quote: Body) -> Offer:
    """The chosen package at its final price, under the name that the quote gives it."""
    parsing.check_accepted(quote)
    detail = parsing.part(quote, "detail")
    total, sent = read_for(AmountForm.WHOLE, detail.get("amount"))
    label = parsing.clean_text(detail.get("package")) or chosen.label
    return package(chosen.id, label, total, data={"amount": sent})


def _payment(account: Account, offer: Offer) -> Ready:
    sent = {"session_id": account.session_id, **offer.data}
    return Ready(account, offer, _call("commit", sent, with_reference=False))


def _call(step: str, sent: Body, *, with_reference: bool = True) -> Call:
    return Call(f"/api/servicegroup/{step}/broadlink/", sent, with_reference=with_reference)


PROVIDER = Broadlink()
