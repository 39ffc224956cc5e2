"""F9: details, then the one-call path with the session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.core.billing.accounts import (
    Account,
    AmountLimits,
    Body,
    LineKind,
    Offer,
    OfferKind,
)
from desktop_app.core.billing.dialogue import Call
from desktop_app.core.billing.provider import OfferStyle
from desktop_app.core.money import Money
from desktop_app.providers.families import parsing
from desktop_app.providers.families.details_first import DetailsFirst
from tests.sample_providers.common import GROUP, customer_id, info_of, priced, session_fields

if TYPE_CHECKING:
    from desktop_app.core.billing.forms import Values


class MaxTv(DetailsFirst):
    """The amount of the details is paid. The zeros in front of an id count."""

    info = info_of("max-tv", "Max TV", OfferStyle.BILLS, customer_id())

    def details(self, values: Values) -> Call:
        """The customer by id, box or card."""
        return Call(f"{GROUP}/details/max-tv/", {"customer_id": values["customer_id"]})

    def read(self, values: Values, answer: Body) -> Account:
        """The one amount."""
        parsing.check_accepted(answer)
        amount = parsing.amount(answer.get("amount"))
        owed = priced("amount", "", amount, kind=OfferKind.BILL, line=LineKind.BILL)
        return Account(
            self.info.slug,
            parsing.account_id(values["customer_id"], answer.get("cid_stb_smartcard")),
            parsing.clean_text(answer.get("customer_name")),
            (owed,),
            session_id=parsing.session_of(answer),
        )

    def commit(self, account: Account, offer: Offer) -> Call:
        """The payment by the one-call path."""
        fields = session_fields(account, offer.total.number)
        return Call("/api/use/max-tv/", {"customer_id": account.account_id, **fields})


class PrabhuTv(DetailsFirst):
    """One of a few amounts is picked."""

    info = info_of("prabhu-tv", "Prabhu TV", OfferStyle.AMOUNT, customer_id("cas_id"))
    amounts = tuple(map(Money.rupees, (350, 1800, 2400, 3500, 6500, 9000, 11500, 24000)))

    def details(self, values: Values) -> Call:
        """The customer by the number of the card."""
        return Call(f"{GROUP}/details/prabhu-tv/", {"cas_id": values["cas_id"]})

    def read(self, values: Values, answer: Body) -> Account:
        """An amount that is still to be picked."""
        parsing.check_accepted(answer)
        limits = AmountLimits(self.amounts[0], self.amounts[-1], allowed=self.amounts)
        amount = Offer("amount", OfferKind.AMOUNT, "", None, open_amount=limits)
        return Account(
            self.info.slug,
            values["cas_id"],
            parsing.clean_text(answer.get("customer_name")),
            (amount,),
            session_id=parsing.session_of(answer),
        )

    def commit(self, account: Account, offer: Offer) -> Call:
        """The payment by the one-call path."""
        fields = session_fields(account, offer.total.number)
        return Call("/api/use/prabhu-tv/", {"cas_id": account.account_id, **fields})
