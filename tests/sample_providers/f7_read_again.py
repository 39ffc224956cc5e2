"""F7: a further read before the payment, which the service remembers: the last one is paid."""

from __future__ import annotations

from desktop_app.core.billing.accounts import Account, Body, Json, LineKind, Offer, OfferKind
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
from desktop_app.providers import parsing
from tests.sample_providers.common import (
    GROUP,
    connection,
    customer_id,
    info_of,
    part,
    priced,
    session_fields,
    username,
)


class Websurfer(Provider):
    """A connection is chosen, then one of its packages; the commit names only the package."""

    info = info_of("websurfer-internet", "Websurfer", OfferStyle.PACKAGES, customer_id())

    def next(self, dialogue: Dialogue) -> NextStep:
        """Form, connections, packages of one, payment."""
        brand = {"service_slug": self.info.slug}
        fields: dict[str, Json]
        match dialogue.turns:
            case ():
                return Form(self.info.fields)
            case (Entered(values),):
                fields = {"customer_id": values["customer_id"], **brand}
                return Call(f"{GROUP}/userlist/times/", fields)
            case (Entered(values), Answered(_, users)):
                return Offers(self.connections(values, users))
            case (Entered(values), Answered(_, users), Chosen() as choice):
                account = self.connections(values, users)
                chosen = choice.offer_of(account)
                fields = {**chosen.data, "session_id": account.session_id, **brand}
                return Call(f"{GROUP}/details/times/", fields)
            case (Entered(values), Answered(_, users), Chosen() as line, Answered(_, answer)):
                return Offers(self.packages(self.connections(values, users), line, answer))
            case (
                Entered(v),
                Answered(_, users),
                Chosen() as line,
                Answered(_, a),
                Chosen() as pick,
            ):
                account = self.packages(self.connections(v, users), line, a)
                offer = pick.offer_of(account)
                fields = {**session_fields(account, offer.total.number), "package_id": offer.id}
                call = Call(f"{GROUP}/commit/times/", fields, with_reference=False)
                return Ready(account, offer, call)
        raise NotUnderstood("unasked_turn")

    def connections(self, values: Values, answer: Body) -> Account:
        """The customer's connections, which have no price."""
        parsing.check_accepted(answer)
        customer = part(answer, "customer")
        names = (parsing.clean_text(customer.get(name)) for name in ("first_name", "last_name"))
        offers = (
            connection(str(one.get("username")), one.get("username"), username=one.get("username"))
            for one in parsing.entries(answer.get("connection"))
        )
        return Account(
            self.info.slug,
            parsing.account_id(values["customer_id"], customer.get("cuid")),
            " ".join(names),
            parsing.unique(offers),
            session_id=parsing.session_of(answer),
        )

    def packages(self, account: Account, line: Chosen, answer: Body) -> Account:
        """The packages of a connection, in the session of the first read."""
        name = line.offer_of(account).label
        parsing.check_accepted(answer)
        offers = (
            priced(
                str(parsing.id_of(one, "package_id")),
                one.get("package_name"),
                parsing.amount(one.get("amount")),
                service=name,
            )
            for one in parsing.entries(answer.get("packages"))
        )
        return Account(
            account.provider,
            account.account_id,
            account.customer_name,
            parsing.unique(offers),
            session_id=account.session_id,
        )


class Broadlink(Provider):
    """The final price of a package is quoted; the commit does not say which package it is for."""

    info = info_of("broadlink", "Broadlink", OfferStyle.PACKAGES, customer_id())

    def next(self, dialogue: Dialogue) -> NextStep:
        """Form, offers, a quote for a package, payment."""
        match dialogue.turns:
            case ():
                return Form(self.info.fields)
            case (Entered(values),):
                return Call(
                    f"{GROUP}/details/broadlink/", {"customer_id": int(values["customer_id"])}
                )
            case (Entered(values), Answered(_, answer)):
                return Offers(self.read(values, answer))
            case (Entered(values), Answered(_, answer), Chosen() as choice):
                account = self.read(values, answer)
                offer = choice.offer_of(account)
                if offer.kind is OfferKind.BILL:
                    return self.payment(account, offer.id, offer.label, offer.total.number)
                fields = {"session_id": account.session_id, **offer.data}
                return Call(f"{GROUP}/get_discounted_amount/broadlink/", fields, False)
            case (Entered(values), Answered(_, answer), Chosen() as choice, Answered(_, quote)):
                account = self.read(values, answer)
                detail = part(quote, "detail")
                parsing.check_accepted(quote)
                return self.payment(
                    account, choice.offer_id, detail.get("package"), detail.get("amount")
                )
        raise NotUnderstood("unasked_turn")

    def read(self, values: Values, answer: Body) -> Account:
        """The packages, or what is outstanding where there are none."""
        parsing.check_accepted(answer)
        if "packages" in answer:
            offers = parsing.unique(
                self.package(one) for one in parsing.entries(answer["packages"])
            )
        else:
            owed = parsing.amount(answer.get("amount"))
            bill = answer.get("invoice_no")
            offers = (priced("outstanding", bill, owed, kind=OfferKind.BILL, line=LineKind.BILL),)
        return Account(
            self.info.slug,
            parsing.account_id(values["customer_id"], answer.get("customer_id")),
            parsing.clean_text(answer.get("name")),
            offers,
            session_id=parsing.session_of(answer),
        )

    @staticmethod
    def package(one: Body) -> Offer:
        """The pair of ids is the key; they are texts here and numbers in the quote."""
        ids = {name: parsing.parse_int(one.get(name)) for name in ("package_id", "package_sub_id")}
        if None in ids.values():
            raise NotUnderstood("bad_id")
        key = "/".join(str(number) for number in ids.values())
        return priced(key, one.get("package"), parsing.amount(one.get("amount")), data=ids)

    def payment(self, account: Account, offer_id: str, label: Json, amount: Json) -> Ready:
        """The payment of what was quoted last."""
        total = parsing.amount(amount)
        offer = priced(offer_id, label, total)
        fields = session_fields(account, total.number)
        return Ready(account, offer, Call(f"{GROUP}/commit/broadlink/", fields, False))


class FirstLink(Provider):
    """A second read, for which nobody chooses anything, tells the price."""

    info = info_of("firstlink", "First Link", OfferStyle.BILLS, username())

    def next(self, dialogue: Dialogue) -> NextStep:
        """Form, two reads, the one price, payment."""
        fields: dict[str, Json]
        match dialogue.turns:
            case ():
                return Form(self.info.fields)
            case (Entered(values),):
                return Call(f"{GROUP}/details/firstlink/", {"username": values["username"]})
            case (Entered(), Answered(_, details)):
                parsing.check_accepted(details)
                fields = {"session_id": parsing.session_of(details)}
                return Call(f"{GROUP}/getpackagerates/firstlink/", fields, with_reference=False)
            case (Entered(values), Answered(_, details), Answered(_, rates)):
                return Offers(self.read(values, details, rates))
            case (Entered(values), Answered(_, details), Answered(_, rates), Chosen() as choice):
                account = self.read(values, details, rates)
                offer = choice.offer_of(account)
                fields = session_fields(account, offer.total.number)
                return Ready(account, offer, Call(f"{GROUP}/commit/firstlink/", fields, False))
        raise NotUnderstood("unasked_turn")

    def read(self, values: Values, details: Body, rates: Body) -> Account:
        """The rate of the one active service.

        Raises:
            NotUnderstood: several are active, and nothing says which is paid.
        """
        parsing.check_accepted(rates)
        active = parsing.entries(rates.get("active_internet_services"))
        if len(active) != 1:
            raise NotUnderstood("not_one_service")
        title = part(rates, "tariff").get("title")
        owed = priced("rate", title, parsing.amount(active[0].get("unit_price")))
        session = parsing.session_of(details)
        return Account(self.info.slug, values["username"], "", (owed,), session_id=session)
