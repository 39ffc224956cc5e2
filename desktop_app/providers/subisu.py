"""Subisu, endpoint ``subisu``, which also serves Clear TV (providers.md 5.7).

One answer has several shapes: ``plan_type`` says where the plans stand, and what is paid says which
fields the commit has. What is outstanding and a plan are paid apart, as the customer chooses. A
plan of television belongs to a set-top box.

The service knows a plan by its name and amount. Where both occur twice with another speed, they are
one offer, since nothing that is sent could tell them apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from desktop_app.core.billing.accounts import Account, Body, Json, Offer
from desktop_app.core.billing.dialogue import Call
from desktop_app.core.billing.provider import OfferStyle
from desktop_app.core.errors import NotUnderstood, Problem, ServiceError
from desktop_app.core.money import ZERO
from desktop_app.providers.families import fields, parsing
from desktop_app.providers.families.amounts import AmountForm, read_for
from desktop_app.providers.families.brand import Brand
from desktop_app.providers.families.details_first import DetailsFirst
from desktop_app.providers.families.offers import bill, package

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop_app.core.billing.forms import Values

_BRAND = Brand("subisu", "Subisu", "सुबिसु")
_OUTSTANDING = "outstanding"
_RENEW_TYPE = "outstanding_payment"
_VALIDITY = re.compile(r"([0-9]{1,4}) (day|month)s?", re.IGNORECASE)


class Subisu(DetailsFirst):
    """What is outstanding, plans of internet, combo offers, and the plans of each set-top box."""

    info = _BRAND.info(_BRAND.slug, OfferStyle.PACKAGES, (fields.username("username"),))

    def details(self, values: Values) -> Call:
        """Read the account."""
        return Call("/api/servicegroup/details/subisu/", {"username": values["username"].strip()})

    def read(self, values: Values, answer: Body) -> Account:
        """Everything of which one thing may be paid.

        Raises:
            ServiceError: nothing is outstanding, and there is no plan.
        """
        parsing.check_accepted(answer)
        account_id = parsing.account_id(values["username"], answer.get("user_id"))
        session = parsing.session_of(answer)
        owed = _owed(answer)
        plans = _together(_plans(parsing.part(answer, "plan_detail_list"), _current(answer)))
        if not owed and not plans:
            raise ServiceError(Problem.NOTHING_TO_PAY)
        current = [plan.id for plan in plans if plan.is_current]
        return Account(
            provider=self.info.slug,
            account_id=account_id,
            customer_name=parsing.clean_text(answer.get("customer_name")),
            offers=(*owed, *plans),
            session_id=session,
            # None where each box of television has its own day.
            expires_on=parsing.day_of(answer.get("expiry_date")),
            current_package=parsing.clean_text(answer.get("current_plan_name")),
            # Who owes something chooses: what is owed, or a plan.
            preselected=current[0] if len(current) == 1 and not owed else None,
        )

    def commit(self, account: Account, offer: Offer) -> Call:
        """Pay, with the fields of what was chosen."""
        sent = {"session_id": account.session_id, **offer.data}
        return Call("/api/servicegroup/commit/subisu/", sent, with_reference=False)


def _owed(answer: Body) -> tuple[Offer, ...]:
    """What is outstanding, if anything is."""
    written = answer.get("outstanding_amount")
    if parsing.amount(written, may_be_zero=True) == ZERO:
        return ()
    owed, sent = read_for(AmountForm.AS_ANSWERED, written)
    return (bill(_OUTSTANDING, "", owed, data={"amount": sent, "renew_type": _RENEW_TYPE}),)


def _current(answer: Body) -> frozenset[tuple[str, str]]:
    """What the customer has now: a plan by its name, of television beside its box."""
    found = {("", parsing.clean_text(answer.get("current_plan_name")))}
    listed = answer.get("tv_plan_list")
    boxes = listed.get("tv_plan_details") if isinstance(listed, Mapping) else None
    for box in boxes if isinstance(boxes, list) else ():
        if isinstance(box, Mapping):
            name = parsing.clean_text(box.get("current_video_plan_name"))
            found.add((parsing.clean_text(box.get("stb")), name))
    return frozenset(one for one in found if one[1])


def _plans(told: Body, current: frozenset[tuple[str, str]]) -> Iterator[Offer]:
    """All plans, by the shape that ``plan_type`` names."""
    plans, kind = told.get("plan_detail_list"), told.get("plan_type")
    if kind == "internet" and isinstance(plans, Mapping):
        yield from _named(plans.get("internet_plan_details"), "plan_name", current)
    elif kind == "combo offer":
        yield from _named(plans, "offer_name", current)
    elif kind == "tv":
        yield from _of_boxes(plans, current)
    elif kind == "internet + tv" and isinstance(plans, Mapping):
        internet = parsing.part(plans, "internet_details")
        yield from _named(internet.get("internet_plan_details"), "plan_name", current)
        yield from _of_boxes(plans.get("tv_details"), current)
    else:
        raise NotUnderstood("unknown_shape")


def _of_boxes(boxes: Json, current: frozenset[tuple[str, str]]) -> Iterator[Offer]:
    for box in parsing.entries(boxes):
        stb = parsing.id_of(box, "stb")
        yield from _named(box.get("tv_plan_details"), "plan_name", current, stb)


def _named(
    plans: Json, name: str, current: frozenset[tuple[str, str]], stb: parsing.Id | None = None
) -> Iterator[Offer]:
    for entry in parsing.entries(plans):
        offer_name = parsing.id_of(entry, name)
        total, sent = read_for(AmountForm.AS_ANSWERED, entry.get("amount"))
        if parsing.amount_or_none(entry.get("description")) not in (None, total):
            raise NotUnderstood("amount_differs")
        data: dict[str, Json] = {"amount": sent, "offer_name": offer_name}
        label = parsing.clean_text(offer_name)
        parts, box = [label, str(total.decimal)], ""
        if stb is not None:
            box, data["stb"] = parsing.clean_text(stb), stb
            parts.append(box)
            label = f"{label}, {box}"
        days, months = _length(entry.get("validity"))
        yield package(
            "/".join(parts),
            label,
            total,
            data=data,
            is_current=(box, parts[0]) in current,
            days=days,
            months=months,
        )


def _length(validity: Json) -> tuple[int | None, int | None]:
    """``30 Days`` and ``1 Months`` in days and months; None where it is written otherwise."""
    found = _VALIDITY.fullmatch(validity.strip()) if isinstance(validity, str) else None
    if found is None:
        return None, None
    number = parsing.days(found.group(1))
    return (number, None) if found.group(2).lower() == "day" else (None, number)


def _together(plans: Iterable[Offer]) -> tuple[Offer, ...]:
    """Each plan once.

    Raises:
        NotUnderstood: two for which the same would be sent differ in what the customer gets.
    """
    found: dict[str, Offer] = {}
    for plan in plans:
        if found.setdefault(plan.id, plan) != plan:
            raise NotUnderstood("same_offer")
    return tuple(found.values())


PROVIDER = Subisu()
