"""F2: a price list that belongs to no customer, then one call with the words of a package."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from desktop_app.core.billing.accounts import Account, AmountLimits, Body, Offer, OfferKind
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
from desktop_app.core.billing.forms import FieldLabel, Form, TextEntry, Values
from desktop_app.core.billing.provider import OfferStyle, Provider
from desktop_app.core.errors import NotUnderstood
from desktop_app.core.money import Money
from desktop_app.providers import parsing
from tests.sample_providers.common import GROUP, MOBILE, by_hand, info_of, part, priced, username

if TYPE_CHECKING:
    from collections.abc import Iterator


class PriceList(Provider):
    """Form, list, choice, payment."""

    prices: Call

    def next(self, dialogue: Dialogue) -> NextStep:
        """What comes next; the list is read anew for each customer."""
        match dialogue.turns:
            case ():
                return Form(self.info.fields)
            case (Entered(),):
                return self.prices
            case (Entered(values), Answered(_, answer)):
                return Offers(self.read(values, answer))
            case (Entered(values), Answered(_, answer), Chosen() as choice):
                account = self.read(values, answer)
                offer = choice.offer_of(account)
                told = {name: text for name, text in values.items() if text}
                fields = {**told, "package": offer.id, "amount": offer.total.number}
                return Ready(account, offer, Call(f"/api/use/{self.info.slug}/", fields))
        raise NotUnderstood("unasked_turn")

    def read(self, values: Values, answer: Body) -> Account:
        """The list as the offers of whoever was named."""
        parsing.check_accepted(answer)
        listed = self.offers(parsing.entries(part(answer, "detail").get("packages")))
        name = values.get("name", "")
        return Account(self.info.slug, values["user_id"], name, parsing.unique(listed))

    @abstractmethod
    def offers(self, packages: list[Body]) -> Iterator[Offer]:
        """The packages of the list; an offer's id is the text that is sent."""


class Nijgadh(PriceList):
    """The list has prices, and takes no reference."""

    info = by_hand(
        info_of(
            "nijgadh-cable",
            "Nijgadh Cable",
            OfferStyle.PACKAGES,
            username("user_id"),
            TextEntry("name", FieldLabel.NAME, example="Asha Rana"),
            MOBILE,
        )
    )
    prices = Call(f"{GROUP}/getpackages/nijgadh-cable/", {"type": "internet"}, False)

    def offers(self, packages: list[Body]) -> Iterator[Offer]:
        """Each package at its price."""
        for one in packages:
            text = str(parsing.id_of(one, "package_name"))
            yield priced(text, text, parsing.amount(one.get("amount")))


class ThreeGVision(PriceList):
    """The list has no prices: the clerk enters the amount for the package that was chosen."""

    info = by_hand(
        info_of(
            "three-g-vision",
            "3G Vision",
            OfferStyle.AMOUNT,
            username("user_id"),
            TextEntry("name", FieldLabel.NAME, example="Asha Rana"),
            TextEntry("contact_number", FieldLabel.MOBILE, example="9841000000"),
            TextEntry("remarks", FieldLabel.REMARKS, is_optional=True),
        )
    )
    prices = Call(f"{GROUP}/getpackages/three-g-vision/")

    def offers(self, packages: list[Body]) -> Iterator[Offer]:
        """Each package with an amount to enter."""
        limits = AmountLimits(Money.rupees(1), step=Money.rupees(1))
        for one in packages:
            text, label = str(parsing.id_of(one, "value")), parsing.clean_text(one.get("label"))
            yield Offer(text, OfferKind.PACKAGE, label, None, open_amount=limits)
