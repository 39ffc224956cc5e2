"""Vianet, service ``vianet-updated`` (providers.md 5.2, contract A22).

One bill is paid at a time, with its ``grand_total`` exactly as printed: the printed rate and VAT
do not add up to it, so they are only shown.
"""

from __future__ import annotations

import re

from desktop_app.core.billing.accounts import (
    Account,
    Body,
    LineKind,
    Offer,
    OfferKind,
    Quote,
    QuoteLine,
)
from desktop_app.core.billing.dialogue import Call
from desktop_app.core.billing.forms import FieldLabel, TextEntry, Values
from desktop_app.core.billing.provider import OfferStyle, ProviderInfo
from desktop_app.core.errors import NotUnderstood, Problem, ServiceError
from desktop_app.providers.families import parsing
from desktop_app.providers.families.details_first import DetailsFirst

_NUMBER = re.compile(r"[1-9][0-9]{0,14}")
_PARTS = ((LineKind.RATE, "service_rate"), (LineKind.VAT, "vat_amount"))
_UNKNOWN_ERROR = "7000"

COMPANY = "vianet"
"""Both services have the same customers and bills: what waits at one is not paid at the other."""


class Vianet(DetailsFirst):
    """Vianet's unpaid bills."""

    info = ProviderInfo(
        slug="vianet-updated",
        name="Vianet",
        monogram="VN",
        company=COMPANY,
        rank=2,
        nepali_name="भायानेट",
        style=OfferStyle.BILLS,
        fields=(
            # The pattern is the older page's; the newer one prints none (contract 12: anchored).
            TextEntry(
                "customer_id",
                FieldLabel.CUSTOMER_ID,
                example="110871",
                pattern="[a-zA-Z0-9_]+",
                allowed="[a-zA-Z0-9_]",
            ),
        ),
    )

    def details(self, values: Values) -> Call:
        """Read the bills of that customer."""
        return Call(
            "/api/servicegroup/details/vianet-updated/",
            {"customer_id": as_documented(values["customer_id"].strip())},
        )

    def read(self, values: Values, answer: Body) -> Account:
        """The account with its bills.

        Raises:
            ServiceError: there is no bill: nothing to pay.
        """
        parsing.check_accepted(answer)
        customer = parsing.account_id(values["customer_id"], answer.get("customer_id"))
        bills = bills_of(answer)
        session = parsing.session_of(answer)
        offers = parsing.unique(_bill(bill) for bill in bills)
        return Account(
            provider=self.info.slug,
            account_id=customer,
            customer_name=parsing.clean_text(answer.get("customer_name")),
            offers=offers,
            session_id=session,
            preselected=offers[0].id if len(offers) == 1 else None,
        )

    def refusal(self, code: str, explanation: str) -> Problem:
        """Vianet answers "no pending bills" as an unknown error: nothing owed, not a fault."""
        if code == _UNKNOWN_ERROR and "no pending bill" in explanation.casefold():
            return Problem.NOTHING_TO_PAY
        return super().refusal(code, explanation)

    def commit(self, account: Account, offer: Offer) -> Call:
        """Pay one bill."""
        fields = {"session_id": account.session_id, "amount": offer.total.number}
        return Call("/api/servicegroup/commit/vianet-updated/", {**fields, **offer.data})


def as_documented(customer_id: str) -> int | str:
    """The customer id as the example sends it, a number.

    Only where the number stands for the same text (no leading zero, no letters, few enough digits
    for every JSON reader); else as text, as the older page does.
    """
    return int(customer_id) if _NUMBER.fullmatch(customer_id) else customer_id


def bills_of(answer: Body) -> list[Body]:
    """The bills of an answer, at least one; raises ``ServiceError`` where there is none."""
    if answer.get("bills") is None:
        raise NotUnderstood("no_offers")
    bills = parsing.entries(answer["bills"])
    if not bills:
        raise ServiceError(Problem.NOTHING_TO_PAY)
    return bills


def _bill(bill: Body) -> Offer:
    payment_id = parsing.id_of(bill, "payment_id")
    service = parsing.clean_text(bill.get("service_name"))
    parts = ((kind, parsing.amount_or_none(bill.get(name))) for kind, name in _PARTS)
    lines = tuple(QuoteLine(kind, part) for kind, part in parts if part is not None)
    return Offer(
        id=parsing.id_text(payment_id),
        kind=OfferKind.BILL,
        label=parsing.clean_text(bill.get("service_details"))
        or service
        or parsing.id_text(payment_id),
        quote=Quote(total=parsing.amount(bill.get("grand_total")), lines=lines),
        service_name=service,
        data={"payment_id": payment_id},
    )


PROVIDER = Vianet()
