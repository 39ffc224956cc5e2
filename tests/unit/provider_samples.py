"""Providers that only the tests know, to show that the seam carries every flow of the service.

F3 to F5 are built (WorldLink, Vianet); F1, F2, F6, F7, F8 and F9 stand here in their smallest form,
with the fields of one documented member each.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from desktop_app.core.billing.accounts import (
    Account,
    AmountLimits,
    Body,
    LineKind,
    Offer,
    OfferKind,
    Quote,
    QuoteLine,
)
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
from desktop_app.core.billing.forms import (
    AmountEntry,
    EntryField,
    FieldLabel,
    Form,
    TextEntry,
    Values,
)
from desktop_app.core.billing.provider import OfferStyle, Provider, ProviderInfo
from desktop_app.core.errors import NotUnderstood
from desktop_app.core.money import Money
from desktop_app.providers.families import parsing
from desktop_app.providers.families.details_first import DetailsFirst

GROUP = "/api/servicegroup"


def info(slug: str, style: OfferStyle, *fields: str | EntryField) -> ProviderInfo:
    texts = (
        TextEntry(one, FieldLabel.USERNAME, example="a1") if isinstance(one, str) else one
        for one in fields
    )
    return ProviderInfo(slug, slug.title(), "XX", style, tuple(texts))


def an_offer(number: str, price: Money | None, **data: Any) -> Offer:
    quote = None if price is None else Quote(price, (QuoteLine(LineKind.PACKAGE, price),))
    return Offer(number, OfferKind.PACKAGE, number, quote, data=data)


def entries(value: object) -> list[Body]:
    return parsing.entries(value)


class Pokhara(Provider):
    """F1, one call with a free amount: nothing is read, and nothing is to be chosen."""

    info = info(
        "pokhara-internet",
        OfferStyle.AMOUNT,
        "username",
        TextEntry("number", FieldLabel.MOBILE, example="9841000000", pattern="[0-9]{7,15}"),
        AmountEntry(
            "amount",
            FieldLabel.AMOUNT,
            AmountLimits(Money.rupees(100), Money.rupees(50_000)),
        ),
    )

    def next(self, dialogue: Dialogue) -> NextStep:
        match dialogue.turns:
            case ():
                return Form(self.info.fields)
            case (Entered(values) as entered,):
                amount = entered.amount("amount")
                account = Account(self.info.slug, values["username"], "", ())
                fields = {**values, "amount": amount.number}
                paid = Offer("amount", OfferKind.AMOUNT, "", None).with_amount(amount)
                return Ready(account, paid, Call("/api/use/pokhara-internet/", fields))
        raise NotUnderstood("unasked_turn")


class Nijgadh(Provider):
    """F2, a price list and then one call: the list is of no customer, the package is a text."""

    info = info("nijgadh-cable", OfferStyle.PACKAGES, "user_id", "name", "mobile_number")

    def next(self, dialogue: Dialogue) -> NextStep:
        match dialogue.turns:
            case ():
                return Form(self.info.fields)
            case (Entered(),):
                return Call(f"{GROUP}/getpackages/nijgadh-cable/", {"type": "internet"}, False)
            case (Entered(values), Answered(_, answer)):
                return Offers(self.read(values, answer))
            case (Entered(values), Answered(_, answer), Chosen() as choice):
                account = self.read(values, answer)
                offer = choice.offer_of(account)
                fields = {**values, **offer.data, "amount": offer.total.number}
                return Ready(account, offer, Call("/api/use/nijgadh-cable/", fields))
        raise NotUnderstood("unasked_turn")

    def read(self, values: Values, answer: Body) -> Account:
        detail = answer.get("detail")
        if not isinstance(detail, Mapping):
            raise NotUnderstood("no_offers")
        offers = (
            an_offer(
                parsing.clean_text(one["package_name"]),
                parsing.amount(one["amount"]),
                package=one["package_name"],
            )
            for one in entries(detail.get("packages"))
        )
        return Account(self.info.slug, values["user_id"], "", parsing.unique(offers))


class HashCNet(DetailsFirst):
    """F6, a package and a duration: an offer is the pair, and codes repeat at other prices."""

    info = info("hashcnet-v2", OfferStyle.PACKAGES, "username")

    def details(self, values: Values) -> Call:
        fields = {"username": values["username"], "service_slug": "techminds"}
        return Call(f"{GROUP}/details/hashcnet-v2/", fields)

    def read(self, values: Values, answer: Body) -> Account:
        offers = [
            self._offer(package, duration)
            for package in entries(answer.get("available_packages"))
            for duration in entries(package.get("duration"))
        ]
        return Account(
            self.info.slug,
            values["username"],
            parsing.clean_text(answer.get("customer_name")),
            parsing.unique(offers),
            session_id=parsing.session_of(answer),
        )

    @staticmethod
    def _offer(package: Body, duration: Body) -> Offer:
        total = parsing.amount(duration.get("total_cost"))
        codes = {
            "package_code": str(package["package_code"]),
            "duration_code": duration["duration_code"],
        }
        number = f"{codes['package_code']}/{codes['duration_code']}/{total.paisa}"
        return an_offer(number, total, **codes)

    def commit(self, account: Account, offer: Offer) -> Call:
        fields = {"session_id": account.session_id, "amount": offer.total.number}
        return Call(f"{GROUP}/commit/hashcnet-v2/", {**fields, **offer.data})


class Times(Provider):
    """F7, a call in the middle: the first answer has connections, the second their packages."""

    info = info("times", OfferStyle.PACKAGES, "customer_id")

    def next(self, dialogue: Dialogue) -> NextStep:
        match dialogue.turns:
            case ():
                return Form(self.info.fields)
            case (Entered(values),):
                return Call(f"{GROUP}/userlist/times/", {"customer_id": values["customer_id"]})
            case (Entered(values), Answered(_, users)):
                return Offers(self.connections(values, users))
            case (Entered(values), Answered(_, users), Chosen() as connection):
                account = self.connections(values, users)
                username = connection.offer_of(account).data["username"]
                fields = {"username": username, "session_id": account.session_id}
                return Call(f"{GROUP}/details/times/", fields)
            case (Entered(values), Answered(_, users), Chosen(), Answered(_, packages)):
                return Offers(self.packages(self.connections(values, users), packages))
            case (Entered(v), Answered(_, users), Chosen(), Answered(_, packages), Chosen() as one):
                account = self.packages(self.connections(v, users), packages)
                offer = one.offer_of(account)
                fields = {"session_id": account.session_id, "amount": offer.total.number}
                call = Call(f"{GROUP}/commit/times/", {**fields, "package_id": offer.id}, False)
                return Ready(account, offer, call)
        raise NotUnderstood("unasked_turn")

    def connections(self, values: Values, answer: Body) -> Account:
        found = (
            replace(
                an_offer(str(one["username"]), None, username=one["username"]),
                kind=OfferKind.CONNECTION,
            )
            for one in entries(answer.get("connection"))
        )
        return self.account(values["customer_id"], found, parsing.session_of(answer))

    def packages(self, account: Account, answer: Body) -> Account:
        found = (
            an_offer(str(one["package_id"]), parsing.amount(one["amount"]))
            for one in entries(answer.get("packages"))
        )
        return self.account(account.account_id, found, account.session_id)

    def account(
        self, account_id: str, offers: Iterable[Offer], session_id: int | str | None
    ) -> Account:
        offers = parsing.unique(offers)
        return Account(self.info.slug, account_id, "", offers, session_id=session_id)


class Broadlink(Provider):
    """F7 with a price in the first answer that the middle call replaces by the final one."""

    info = info("broadlink", OfferStyle.PACKAGES, "customer_id")

    def next(self, dialogue: Dialogue) -> NextStep:
        match dialogue.turns:
            case ():
                return Form(self.info.fields)
            case (Entered(values),):
                return Call(f"{GROUP}/details/broadlink/", {"customer_id": values["customer_id"]})
            case (Entered(values), Answered(_, details)):
                return Offers(self.read(values, details))
            case (Entered(values), Answered(_, details), Chosen() as choice):
                offer = choice.offer_of(self.read(values, details))
                fields = {**offer.data, "session_id": parsing.session_of(details)}
                return Call(f"{GROUP}/get_discounted_amount/broadlink/", fields, False)
            case (Entered(values), Answered(_, details), Chosen() as choice, Answered(_, quote)):
                account = self.read(values, details)
                detail = quote.get("detail")
                if not isinstance(detail, Mapping):
                    raise NotUnderstood("no_quote")
                final = an_offer(choice.offer_id, parsing.amount(detail.get("amount")))
                fields = {"session_id": account.session_id, "amount": final.total.number}
                return Ready(account, final, Call(f"{GROUP}/commit/broadlink/", fields, False))
        raise NotUnderstood("unasked_turn")

    def read(self, values: Values, answer: Body) -> Account:
        offers = (
            an_offer(
                f"{one['package_id']}/{one['package_sub_id']}",
                parsing.amount_or_none(one["amount"]),
                package_id=int(str(one["package_id"])),
                package_sub_id=int(str(one["package_sub_id"])),
            )
            for one in entries(answer.get("packages"))
        )
        session = parsing.session_of(answer)
        return Account(self.info.slug, values["customer_id"], "", tuple(offers), session_id=session)


class FirstLink(Provider):
    """F7 with a second read that nobody chooses anything for."""

    info = info("firstlink", OfferStyle.AMOUNT, "username")

    def next(self, dialogue: Dialogue) -> NextStep:
        match dialogue.turns:
            case ():
                return Form(self.info.fields)
            case (Entered(values),):
                return Call(f"{GROUP}/details/firstlink/", {"username": values["username"]})
            case (Entered(), Answered(_, details)):
                session = parsing.session_of(details)
                path = f"{GROUP}/getpackagerates/firstlink/"
                return Call(path, {"session_id": session}, False)
            case (Entered(values), Answered(_, details), Answered(_, rates)):
                return Offers(self.read(values, details, rates))
            case (Entered(v), Answered(_, details), Answered(_, rates), Chosen() as choice):
                account = self.read(v, details, rates)
                offer = choice.offer_of(account)
                fields = {"session_id": account.session_id, "amount": offer.total.number}
                return Ready(account, offer, Call(f"{GROUP}/commit/firstlink/", fields, False))
        raise NotUnderstood("unasked_turn")

    def read(self, values: Values, details: Body, rates: Body) -> Account:
        active = entries(rates.get("active_internet_services"))
        if len(active) != 1:
            # Nothing says which is paid, or whether their prices add up.
            raise NotUnderstood("not_one_service")
        owed = an_offer("rate", parsing.amount(active[0].get("unit_price")))
        session = parsing.session_of(details)
        return Account(self.info.slug, values["username"], "", (owed,), session_id=session)


class Subisu(DetailsFirst):
    """F8, several shapes behind one call: each offer brings its own fields of the commit."""

    info = info("subisu", OfferStyle.PACKAGES, "username")

    def details(self, values: Values) -> Call:
        return Call(f"{GROUP}/details/subisu/", {"username": values["username"]})

    def read(self, values: Values, answer: Body) -> Account:
        owed = parsing.amount(answer["outstanding_amount"], may_be_zero=True)
        plan = an_offer("plan", Money.rupees(1400), offer_name="Plan 25", stb="1")
        due = an_offer("outstanding", owed, renew_type="outstanding_payment")
        offers = (due, plan) if owed else (plan,)
        session = parsing.session_of(answer)
        return Account(self.info.slug, values["username"], "", offers, session_id=session)

    def commit(self, account: Account, offer: Offer) -> Call:
        fields = {"session_id": account.session_id, "amount": offer.total.number}
        return Call(f"{GROUP}/commit/subisu/", {**fields, **offer.data}, with_reference=False)


class SimTv(DetailsFirst):
    """F9, details and then one call with an amount from a list."""

    info = info("simtv", OfferStyle.AMOUNT, "customer_id")

    def details(self, values: Values) -> Call:
        return Call("/api/lookup/simtv/", {"customer_id": values["customer_id"]})

    def read(self, values: Values, answer: Body) -> Account:
        listed = tuple(Money.rupees(rupees) for rupees in (350, 700, 4200))
        limits = AmountLimits(listed[0], allowed=listed)
        amount = Offer("amount", OfferKind.AMOUNT, "", None, open_amount=limits)
        return Account(self.info.slug, values["customer_id"], "", (amount,))

    def commit(self, account: Account, offer: Offer) -> Call:
        fields = {"customer_id": account.account_id, "amount": offer.total.number}
        return Call("/api/use/simtv/", fields)
