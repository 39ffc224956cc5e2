"""Vianet's former service ``vianet`` (providers.md 5.3), withdrawn from the documents in 2025.

Kept for shops whose account still has it; off until the owner switches it on. It differs from the
newer one in both calls: the details call lists no reference, the commit no amount (the service
takes the bill's own) but the customer's id again.
"""

from __future__ import annotations

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
from desktop_app.providers.families import parsing
from desktop_app.providers.families.details_first import DetailsFirst
from desktop_app.providers.vianet import COMPANY, bills_of


class VianetOld(DetailsFirst):
    """Vianet's unpaid bills through the former service."""

    info = ProviderInfo(
        slug="vianet",
        name="Vianet (old)",
        monogram="VO",
        company=COMPANY,
        style=OfferStyle.BILLS,
        fields=(
            TextEntry(
                "customer_id",
                FieldLabel.CUSTOMER_ID,
                example="10619",
                pattern="[a-zA-Z0-9_]+",
                allowed="[a-zA-Z0-9_]",
            ),
        ),
        retired=True,
    )

    def details(self, values: Values) -> Call:
        """Read the bills of that customer."""
        return Call(
            "/api/servicegroup/details/vianet/",
            {"customer_id": values["customer_id"].strip()},
            with_reference=False,
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

    def commit(self, account: Account, offer: Offer) -> Call:
        """Pay one bill; its amount is not sent."""
        fields = {"session_id": account.session_id, "customer_id": account.account_id}
        return Call("/api/servicegroup/commit/vianet/", {**fields, **offer.data})


def _bill(bill: Body) -> Offer:
    payment_id = parsing.id_of(bill, "payment_id")
    service = parsing.clean_text(bill.get("service_name"))
    total = parsing.amount(bill.get("amount"))
    return Offer(
        id=parsing.id_text(payment_id),
        kind=OfferKind.BILL,
        label=parsing.clean_text(bill.get("service_details"))
        or service
        or parsing.id_text(payment_id),
        quote=Quote(total=total, lines=(QuoteLine(LineKind.BILL, total),)),
        service_name=service,
        bill_date=parsing.iso_date(bill.get("bill_date")),
        data={"payment_id": payment_id},
    )


PROVIDER = VianetOld()
