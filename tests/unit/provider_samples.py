"""Providers that only the tests know, to show that the seam carries every flow of the service.

Families as in providers.md, section 4. F3 to F5 are built (WorldLink, Vianet); F1, F2, F6, F7, F8
and F9 stand here in their smallest form, with the fields of one documented member each.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desktop_app.core.billing.accounts import (
    Account,
    AmountRange,
    Body,
    LineKind,
    Offer,
    OfferKind,
    Quote,
    QuoteLine,
)
from desktop_app.core.billing.provider import (
    Call,
    Entry,
    EntryField,
    FieldLabel,
    OfferStyle,
    Provider,
    ProviderInfo,
)
from desktop_app.core.errors import NotUnderstood
from desktop_app.core.money import ZERO, Money
from desktop_app.providers import parsing

GROUP = "/api/servicegroup"


def info(slug: str, style: OfferStyle, *names: str) -> ProviderInfo:
    fields = tuple(EntryField(name, FieldLabel.USERNAME, example="a1") for name in names)
    return ProviderInfo(slug, slug.title(), "XX", style, fields)


def an_offer(number: str, price: Money, **data: Any) -> Offer:
    quote = Quote(price, (QuoteLine(LineKind.PACKAGE, price),))
    return Offer(number, OfferKind.PACKAGE, number, quote, data=data)


class Pokhara(Provider):
    """F1, one call with a free amount: nothing is read, so the account is at hand at once."""

    info = info("pokhara-internet", OfferStyle.AMOUNT, "username", "contact_number")

    def start(self, entry: Entry) -> Account:
        amount = Offer(
            id="amount",
            kind=OfferKind.AMOUNT,
            label="",
            quote=Quote(ZERO),
            open_amount=AmountRange(Money.rupees(10), Money.rupees(50_000)),
        )
        return Account(self.info.slug, entry["username"], "", (amount,), data=dict(entry))

    def read(self, entry: Entry, answer: Body) -> Account:
        raise NotImplementedError

    def commit(self, account: Account, offer: Offer) -> Call:
        return Call("/api/use/pokhara-internet/", {**account.data, "amount": offer.total.number})


class Nijgadh(Provider):
    """F2, a price list and then one call: the list is of no customer, the package is a text."""

    info = info("nijgadh-cable", OfferStyle.PACKAGES, "user_id", "name", "mobile_number")

    def start(self, entry: Entry) -> Call:
        return Call(f"{GROUP}/getpackages/nijgadh-cable/", {"type": "internet"}, False)

    def read(self, entry: Entry, answer: Body) -> Account:
        detail = answer.get("detail")
        if not isinstance(detail, Mapping):
            raise NotUnderstood("no_offers")
        offers = (
            an_offer(parsing.clean_text(one["package_name"]), parsing.amount(one["amount"]), **one)
            for one in parsing.entries(detail.get("packages"))
        )
        return Account(self.info.slug, entry["user_id"], "", parsing.unique(offers), data=entry)

    def commit(self, account: Account, offer: Offer) -> Call:
        chosen = {"package": offer.data["package_name"], "amount": offer.data["amount"]}
        return Call("/api/use/nijgadh-cable/", {**account.data, **chosen})


class HashCNet(Provider):
    """F6, a package and a duration: an offer is the pair, and codes repeat at other prices."""

    info = info("hashcnet-v2", OfferStyle.PACKAGES, "username")

    def start(self, entry: Entry) -> Call:
        fields = {"username": entry["username"], "service_slug": "techminds"}
        return Call(f"{GROUP}/details/hashcnet-v2/", fields)

    def read(self, entry: Entry, answer: Body) -> Account:
        offers = [
            self._offer(package, duration)
            for package in parsing.entries(answer.get("available_packages"))
            for duration in parsing.entries(package.get("duration"))
        ]
        return Account(
            self.info.slug,
            entry["username"],
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

    def start(self, entry: Entry) -> Call:
        return Call(f"{GROUP}/userlist/times/", {"customer_id": entry["customer_id"]})

    def read(self, entry: Entry, answer: Body) -> Account:
        connections = (
            an_offer(str(one["username"]), ZERO, username=one["username"])
            for one in parsing.entries(answer.get("connection"))
        )
        return Account(
            self.info.slug,
            entry["customer_id"],
            "",
            parsing.unique(connections),
            session_id=parsing.session_of(answer),
        )

    def middle(self, account: Account, offer: Offer) -> Call | None:
        if "username" not in offer.data:
            return None
        fields = {"username": offer.data["username"], "session_id": account.session_id}
        return Call(f"{GROUP}/details/times/", fields)

    def read_middle(self, account: Account, offer: Offer, answer: Body) -> Account:
        packages = (
            an_offer(str(one["package_id"]), parsing.amount(one["amount"]), package_id="p")
            for one in parsing.entries(answer.get("packages"))
        )
        return Account(
            account.provider,
            account.account_id,
            account.customer_name,
            parsing.unique(packages),
            session_id=account.session_id,
        )

    def commit(self, account: Account, offer: Offer) -> Call:
        fields = {"session_id": account.session_id, "amount": offer.total.number}
        return Call(f"{GROUP}/commit/times/", {**fields, "package_id": offer.id})


class Broadlink(Times):
    """F7 with a price in the first answer that the middle call replaces by the final one."""

    info = info("broadlink", OfferStyle.PACKAGES, "customer_id")

    def read(self, entry: Entry, answer: Body) -> Account:
        offers = (
            an_offer(
                f"{one['package_id']}/{one['package_sub_id']}", Money.read(one["amount"]), ask=1
            )
            for one in parsing.entries(answer.get("packages"))
        )
        session = parsing.session_of(answer)
        return Account(self.info.slug, entry["customer_id"], "", tuple(offers), session_id=session)

    def middle(self, account: Account, offer: Offer) -> Call | None:
        if "ask" not in offer.data:
            return None
        first, second = offer.id.split("/")
        fields = {"package_id": int(first), "package_sub_id": int(second)}
        return Call(f"{GROUP}/get_discounted_amount/broadlink/", fields, with_reference=False)

    def read_middle(self, account: Account, offer: Offer, answer: Body) -> Account:
        detail = answer["detail"]
        assert isinstance(detail, Mapping)
        final = an_offer(offer.id, parsing.amount(detail["amount"]))
        session = account.session_id
        return Account(account.provider, account.account_id, "", (final,), session_id=session)

    def commit(self, account: Account, offer: Offer) -> Call:
        fields = {"session_id": account.session_id, "amount": offer.total.number}
        return Call(f"{GROUP}/commit/broadlink/", fields)


class Subisu(Times):
    """F8, several shapes behind one call: each offer brings its own fields of the commit."""

    info = info("subisu", OfferStyle.PACKAGES, "username")

    def read(self, entry: Entry, answer: Body) -> Account:
        owed = Money.read(answer["outstanding_amount"])
        plan = an_offer("plan", Money.rupees(1400), offer_name="Plan 25", stb="1")
        due = an_offer("outstanding", owed, renew_type="outstanding_payment")
        offers = (due, plan) if owed else (plan,)
        session = parsing.session_of(answer)
        return Account(self.info.slug, entry["username"], "", offers, session_id=session)

    def commit(self, account: Account, offer: Offer) -> Call:
        fields = {"session_id": account.session_id, "amount": offer.total.number}
        return Call(f"{GROUP}/commit/subisu/", {**fields, **offer.data})


class MaxTv(Times):
    """F9, details and then one call: only the path of the payment differs."""

    info = info("max-tv", OfferStyle.AMOUNT, "customer_id")

    def read(self, entry: Entry, answer: Body) -> Account:
        owed = an_offer("due", parsing.amount(answer["amount"]))
        session = parsing.session_of(answer)
        return Account(self.info.slug, entry["customer_id"], "", (owed,), session_id=session)

    def commit(self, account: Account, offer: Offer) -> Call:
        fields = {"session_id": account.session_id, "amount": offer.total.number}
        return Call("/api/use/max-tv/", {"customer_id": account.account_id, **fields})
