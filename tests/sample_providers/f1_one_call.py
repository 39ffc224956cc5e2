"""F1: one call with an amount that the payer chooses. Nothing is read before."""

from __future__ import annotations

from desktop_app.core.billing.accounts import Account, AmountLimits
from desktop_app.core.billing.dialogue import Call, Dialogue, Entered, NextStep, Ready
from desktop_app.core.billing.forms import AmountEntry, FieldLabel, Form, TextEntry
from desktop_app.core.billing.provider import OfferStyle, Provider
from desktop_app.core.errors import NotUnderstood
from desktop_app.core.money import Money
from tests.sample_providers.common import MOBILE, by_hand, info_of, typed_amount, username


class Metrolink(Provider):
    """Username, mobile number, address and an amount, served by hand."""

    info = by_hand(
        info_of(
            "metrolink",
            "Metrolink",
            OfferStyle.AMOUNT,
            username(pattern="[a-zA-Z0-9_]+"),
            TextEntry("number", FieldLabel.MOBILE, example="9800000103", pattern="[0-9]{10}"),
            TextEntry("address", FieldLabel.ADDRESS, example="Banepa"),
            AmountEntry(
                "amount",
                FieldLabel.AMOUNT,
                AmountLimits(Money.rupees(100), Money.rupees(50_000), step=Money.rupees(1)),
            ),
        )
    )

    def next(self, dialogue: Dialogue) -> NextStep:
        """The form, and then the payment."""
        match dialogue.turns:
            case ():
                return Form(self.info.fields)
            case (Entered(values) as entered,):
                offer = typed_amount(entered.amount("amount"))
                fields = {**values, "amount": offer.total.number}
                account = Account(self.info.slug, values["username"], "", ())
                return Ready(account, offer, Call("/api/use/metrolink/", fields))
        raise NotUnderstood("unasked_turn")


class KritiDarshan(Provider):
    """A company without account numbers: the payment is matched by name, by hand."""

    info = by_hand(
        info_of(
            "kriti-darshan",
            "Kriti Darshan",
            OfferStyle.AMOUNT,
            TextEntry("full_name", FieldLabel.NAME, example="Udaya Shakya"),
            MOBILE,
            TextEntry("address", FieldLabel.ADDRESS, example="Thimi"),
            AmountEntry(
                "amount",
                FieldLabel.AMOUNT,
                AmountLimits(Money.rupees(1), step=Money.rupees(1)),
            ),
        )
    )

    def next(self, dialogue: Dialogue) -> NextStep:
        """The form, and then the payment. Name and number together are the account."""
        match dialogue.turns:
            case ():
                return Form(self.info.fields)
            case (Entered(values) as entered,):
                offer = typed_amount(entered.amount("amount"))
                fields = {**values, "amount": offer.total.number}
                account_id = f"{values['full_name']} {values['mobile_number']}"
                account = Account(self.info.slug, account_id, values["full_name"], ())
                return Ready(account, offer, Call("/api/use/kriti-darshan/", fields))
        raise NotUnderstood("unasked_turn")
