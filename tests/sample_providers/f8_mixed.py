"""F8: one details call with several shapes, and a commit whose fields depend on what is paid."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from desktop_app.core.billing.accounts import Account, Body, Json, LineKind, Offer, OfferKind
from desktop_app.core.billing.dialogue import Call
from desktop_app.core.billing.provider import OfferStyle
from desktop_app.core.errors import NotUnderstood
from desktop_app.core.money import ZERO
from desktop_app.providers import parsing
from desktop_app.providers.families.details_first import DetailsFirst
from tests.sample_providers.common import GROUP, info_of, part, priced, username

if TYPE_CHECKING:
    from desktop_app.core.billing.forms import Values


class Subisu(DetailsFirst):
    """What is outstanding, internet plans and the television plans of each box stand together."""

    info = info_of("subisu", "Subisu", OfferStyle.PACKAGES, username())

    def details(self, values: Values) -> Call:
        """The customer by username."""
        return Call(f"{GROUP}/details/subisu/", {"username": values["username"]})

    def read(self, values: Values, answer: Body) -> Account:
        """Everything of which one thing may be paid."""
        parsing.check_accepted(answer)
        owed = parsing.amount(answer.get("outstanding_amount"), may_be_zero=True)
        offers = list(self._plans(part(answer, "plan_detail_list")))
        if owed > ZERO:
            data = {"amount": answer["outstanding_amount"], "renew_type": "outstanding_payment"}
            due = priced(
                "outstanding", "", owed, kind=OfferKind.BILL, line=LineKind.BILL, data=data
            )
            offers.insert(0, due)
        return Account(
            self.info.slug,
            parsing.account_id(values["username"], answer.get("user_id")),
            parsing.clean_text(answer.get("customer_name")),
            parsing.unique(offers),
            session_id=parsing.session_of(answer),
            current_package=parsing.clean_text(answer.get("current_plan_name")),
        )

    def _plans(self, told: Body) -> Iterator[Offer]:
        plans, kind = told.get("plan_detail_list"), told.get("plan_type")
        if kind == "internet" and isinstance(plans, Mapping):
            yield from self._named(plans.get("internet_plan_details"), "plan_name")
        elif kind == "combo offer":
            yield from self._named(plans, "offer_name")
        elif kind == "tv":
            yield from self._boxes(plans)
        elif kind == "internet + tv" and isinstance(plans, Mapping):
            details = part(plans, "internet_details")
            yield from self._named(details.get("internet_plan_details"), "plan_name")
            yield from self._boxes(plans.get("tv_details"))
        else:
            raise NotUnderstood("unknown_shape")

    def _boxes(self, boxes: Json) -> Iterator[Offer]:
        for box in parsing.entries(boxes):
            stb = str(parsing.id_of(box, "stb"))
            yield from self._named(box.get("tv_plan_details"), "plan_name", stb=stb)

    @staticmethod
    def _named(plans: Json, key: str, **box: str) -> Iterator[Offer]:
        for one in parsing.entries(plans):
            name, total = str(parsing.id_of(one, key)), parsing.amount(one.get("amount"))
            data = {"amount": one.get("amount"), "offer_name": name, **box}
            label = ", ".join((name, *box.values()))
            yield priced("/".join((name, *box.values())), label, total, data=data)

    def commit(self, account: Account, offer: Offer) -> Call:
        """The payment, with the fields of what was chosen."""
        fields = {"session_id": account.session_id, **offer.data}
        return Call(f"{GROUP}/commit/subisu/", fields, with_reference=False)
