"""One call with an amount that the customer names. Nothing is read before it.

The service says nothing of the account, so that a typing error pays a stranger: the screens ask the
clerk to confirm it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.core.billing.accounts import Account
from desktop_app.core.billing.dialogue import Call, Dialogue, Entered, NextStep, Ready
from desktop_app.core.billing.forms import AmountEntry, EntryField, Form, TextEntry, Values
from desktop_app.core.billing.provider import OfferStyle, Provider
from desktop_app.core.errors import NotUnderstood
from desktop_app.providers.families.amounts import AmountForm, sent_as
from desktop_app.providers.families.offers import entered_amount

if TYPE_CHECKING:
    from desktop_app.providers.families.brand import Brand


@dataclass(frozen=True, slots=True, kw_only=True)
class OneCallRow:
    """A company that is paid by one call.

    Attributes:
        endpoint: the slug in the path.
        account: the first field; its text is the account id.
        beside: further fields that are asked and sent.
        amount: the field of the amount, with its limits.
        amount_form: how the amount is sent.
        account_parts: the fields that together are the account, where one alone is none.
        name_field: the field that holds the customer's name, if one does.
        confirms_later: Queued is the usual answer.
    """

    endpoint: str
    brands: tuple[Brand, ...]
    account: TextEntry
    beside: tuple[EntryField, ...] = ()
    amount: AmountEntry
    amount_form: AmountForm = AmountForm.WHOLE
    account_parts: tuple[str, ...] = ()
    name_field: str = ""
    confirms_later: bool


class OneCall(Provider):
    """Asks for the account and the amount, and pays."""

    def __init__(self, row: OneCallRow, brand: Brand) -> None:
        self._row = row
        self.info = brand.info(
            row.endpoint,
            OfferStyle.AMOUNT,
            (row.account, *row.beside, row.amount),
            knows_customer=False,
            confirms_later=row.confirms_later,
        )

    def next(self, dialogue: Dialogue) -> NextStep:
        """Form, payment."""
        match dialogue.turns:
            case ():
                return Form(self.info.fields)
            case (Entered() as entered,):
                return self._payment(entered)
        raise NotUnderstood("unasked_turn")

    def _payment(self, entered: Entered) -> Ready:
        row, values = self._row, entered_texts(self.info.fields, entered.values)
        total = entered.amount(row.amount.name)
        if not row.amount.limits.allows(total):
            raise NotUnderstood("bad_amount")
        parts = [values.get(name, "") for name in row.account_parts or (row.account.name,)]
        if not all(parts):
            raise NotUnderstood("no_account")
        account = Account(
            self.info.slug, " ".join(parts), values.get(row.name_field, ""), offers=()
        )
        fields = {**values, row.amount.name: sent_as(row.amount_form, total)}
        return Ready(account, entered_amount(total), Call(f"/api/use/{row.endpoint}/", fields))


def entered_texts(fields: tuple[EntryField, ...], values: Values) -> dict[str, str]:
    """Return what was entered beside amounts, in the order of the fields, without empty texts."""
    texts = {
        one.name: values.get(one.name, "").strip()
        for one in fields
        if not isinstance(one, AmountEntry)
    }
    return {name: text for name, text in texts.items() if text}
