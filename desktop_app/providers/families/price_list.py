"""A price list that belongs to no customer, then one call that names a package by its text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.core.billing.accounts import NOTHING, Account, AmountLimits, Body, Offer
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
from desktop_app.core.billing.forms import EntryField, Form, TextEntry, Values
from desktop_app.core.billing.provider import OfferStyle, Provider
from desktop_app.core.errors import NotUnderstood
from desktop_app.providers.families import parsing
from desktop_app.providers.families.amounts import AmountForm, read_for, sent_as
from desktop_app.providers.families.offers import open_package, package
from desktop_app.providers.families.one_call import entered_texts

if TYPE_CHECKING:
    from desktop_app.providers.families.brand import Brand


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceListRow:
    """A company with a price list.

    Attributes:
        endpoint: the slug in the paths.
        account: the first field; its text is the account id.
        beside: further fields that are asked and sent.
        selects: the fields of the call that reads the list.
        list_has_reference: that call takes a reference.
        text: the name of a package's text in the list, which is sent as ``package``.
        label: the name of what is shown of a package.
        price: the name of a package's price; empty where the list has none.
        limits: the limits of the amount that the clerk enters where the list has no prices.
        amount_form: how the amount is sent.
        name_field: the field that holds the customer's name.
        confirms_later: Queued is the usual answer.
    """

    endpoint: str
    brands: tuple[Brand, ...]
    account: TextEntry
    beside: tuple[EntryField, ...]
    selects: Body = NOTHING
    list_has_reference: bool
    text: str
    label: str
    price: str = ""
    limits: AmountLimits | None = None
    amount_form: AmountForm = AmountForm.WHOLE
    name_field: str
    confirms_later: bool


class PriceList(Provider):
    """Asks for the account, reads the list anew for each customer, and pays what was chosen."""

    def __init__(self, row: PriceListRow, brand: Brand) -> None:
        if bool(row.price) is (row.limits is not None):
            raise ValueError(f"{brand.slug}: a list has prices, or the amount has limits")
        self._row = row
        self.info = brand.info(
            row.endpoint,
            OfferStyle.PACKAGES if row.price else OfferStyle.AMOUNT,
            (row.account, *row.beside),
            knows_customer=False,
            confirms_later=row.confirms_later,
        )

    def next(self, dialogue: Dialogue) -> NextStep:
        """Form, price list, offers, payment."""
        row = self._row
        match dialogue.turns:
            case ():
                return Form(self.info.fields)
            case (Entered(),):
                path = f"/api/servicegroup/getpackages/{row.endpoint}/"
                return Call(path, row.selects, with_reference=row.list_has_reference)
            case (Entered(values), Answered(_, answer)):
                return Offers(self._account(values, answer))
            case (Entered(values), Answered(_, answer), Chosen() as choice):
                account = self._account(values, answer)
                return self._payment(values, account, choice.offer_of(account))
        raise NotUnderstood("unasked_turn")

    def _payment(self, values: Values, account: Account, offer: Offer) -> Ready:
        row = self._row
        amount = sent_as(row.amount_form, offer.total)
        fields = {**entered_texts(self.info.fields, values), **offer.data, "amount": amount}
        return Ready(account, offer, Call(f"/api/use/{row.endpoint}/", fields))

    def _account(self, values: Values, answer: Body) -> Account:
        """Whoever was named, with the packages of the list."""
        parsing.check_accepted(answer)
        listed = parsing.entries(parsing.part(answer, "detail").get("packages"))
        if not listed:
            raise NotUnderstood("no_offers")
        texts = entered_texts(self.info.fields, values)
        if self._row.account.name not in texts:
            raise NotUnderstood("no_account")
        return Account(
            self.info.slug,
            texts[self._row.account.name],
            texts.get(self._row.name_field, ""),
            parsing.unique(self._offers(listed)),
        )

    def _offers(self, listed: list[Body]) -> list[Offer]:
        row = self._row
        labels = [parsing.clean_text(one.get(row.label)) for one in listed]
        found = []
        for label, one in zip(labels, listed, strict=True):
            text = parsing.sendable_text(one.get(row.text))
            # Packages that share a label are told apart by the text that is sent.
            shown = label if label and labels.count(label) == 1 else text
            data = {"package": text}
            if row.limits is not None:
                found.append(open_package(text.strip(), shown, row.limits, data=data))
            else:
                total, _ = read_for(row.amount_form, one.get(row.price))
                found.append(package(text.strip(), shown, total, data=data))
        return found
