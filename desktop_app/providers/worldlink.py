"""WorldLink, service ``worldlink-v2`` (providers.md 5.1, contract A20, A21, A34).

Which of the three kinds of account an answer is about is told by the list that is filled, never by
``message`` or ``renew_option``, which are the same or misleading in all three:

* ``package_options``: any package at its rate;
* ``available_renew_options``: the current package at its rate, any other at its rate plus
  ``due_amount_till_now``;
* none: one fixed ``amount``, paid without a package.

Everything else is refused before cash is taken.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

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
from desktop_app.core.errors import NotUnderstood
from desktop_app.core.money import ZERO, Money
from desktop_app.providers.families import parsing
from desktop_app.providers.families.details_first import DetailsFirst

_USED_DAYS = re.compile(r"\bused ([0-9]{1,4}) days? of\b", re.IGNORECASE)
_CURRENT_ID_NAMES = ("subscribedPackageId", "subscribed_package_id")
_FIXED_DUE = "due"


@dataclass(frozen=True, slots=True)
class _Due:
    """What has been used but not paid, added only when the package changes."""

    amount: Money
    used_days: int | None
    note: str


class WorldLink(DetailsFirst):
    """WorldLink's packages, packages with a due, or a fixed due."""

    info = ProviderInfo(
        slug="worldlink-v2",
        name="WorldLink",
        monogram="WL",
        rank=1,
        nepali_name="वर्ल्डलिंक",
        style=OfferStyle.PACKAGES,
        fields=(TextEntry("username", FieldLabel.USERNAME, example="ram_home01"),),
    )

    def details(self, values: Values) -> Call:
        """Read the account of that user name."""
        return Call(
            "/api/servicegroup/details/worldlink-v2/",
            {"username": values["username"].strip()},
        )

    def read(self, values: Values, answer: Body) -> Account:
        """The account with its packages or its due."""
        parsing.check_accepted(answer)
        username = parsing.account_id(values["username"], answer.get("username"))
        session = parsing.session_of(answer)
        due = _due(answer)
        offers = _offers(answer, due)
        chosen = offers[0] if offers[0].is_current or _is_fixed_due(offers[0]) else None
        return Account(
            provider=self.info.slug,
            account_id=username,
            customer_name=parsing.clean_text(answer.get("full_name")),
            offers=offers,
            session_id=session,
            branch=parsing.clean_text(answer.get("branch")),
            days_left=parsing.parse_int(answer.get("days_remaining")),
            current_package=parsing.clean_text(answer.get("subscribed_package_name")),
            due=due.amount if due else None,
            due_days=due.used_days if due else None,
            due_note=due.note if due else "",
            preselected=chosen.id if chosen else None,
        )

    def commit(self, account: Account, offer: Offer) -> Call:
        """Pay a package, or the fixed due, which names none."""
        fields = {"session_id": account.session_id, "amount": offer.total.number}
        return Call("/api/servicegroup/commit/worldlink-v2/", {**fields, **offer.data})


def _is_fixed_due(offer: Offer) -> bool:
    return offer.kind is OfferKind.AMOUNT


def _offers(answer: Body, due: _Due | None) -> tuple[Offer, ...]:
    """What can be paid, by the list that is filled; at least one."""
    plain = _list(answer, "package_options")
    renewals = _list(answer, "available_renew_options")
    if plain and renewals:
        raise NotUnderstood("both_lists")
    if renewals:
        if due is None:
            raise NotUnderstood("no_due")
        return _packages(answer, renewals, due)
    if due is not None and due.amount != ZERO:
        # A due is documented beside renewals only; elsewhere no one says who adds it.
        raise NotUnderstood("unexpected_due")
    if plain:
        return _packages(answer, plain, None)
    return (_fixed_due(answer),)


def _list(answer: Body, name: str) -> list[Body]:
    """The packages of a list; a missing one is empty, as in the documented answers."""
    value = answer.get(name)
    return [] if value is None else parsing.entries(value)


def _due(answer: Body) -> _Due | None:
    """``due_amount_till_now`` with its remarks; None if the answer has none."""
    value = answer.get("due_amount_till_now")
    if value is None:
        return None
    note = parsing.clean_text(answer.get("due_remarks"))
    used = _USED_DAYS.search(note)
    return _Due(
        parsing.amount(value, may_be_zero=True),
        used_days=int(used.group(1)) if used else None,
        note=note,
    )


def _packages(answer: Body, listed: list[Body], due: _Due | None) -> tuple[Offer, ...]:
    """The packages as offers: the current one first, then in WorldLink's own order."""
    current = _current_id(answer)
    by_rank = sorted(listed, key=_recommended)
    offers = parsing.unique(_package(entry, current, due) for entry in by_rank)
    _check_current(answer, offers, due)
    return tuple(sorted(offers, key=lambda offer: not offer.is_current))


def _current_id(answer: Body) -> str:
    """The id of the current package as text, in either spelling; without it, A21 refuses."""
    given = [answer[name] for name in _CURRENT_ID_NAMES if answer.get(name) is not None]
    ids = [found for value in given if (found := parsing.id_or_none(value)) is not None]
    if not ids or len(ids) != len(given):
        raise NotUnderstood("no_current")
    texts = {parsing.id_text(value) for value in ids}
    if len(texts) > 1:
        raise NotUnderstood("two_currents")
    return texts.pop()


def _recommended(entry: Body) -> tuple[bool, int]:
    order = parsing.parse_int(entry.get("recommendOrder"))
    return order is None, order or 0


def _package(entry: Body, current: str, due: _Due | None) -> Offer:
    """One package. Its price is ``packageRate``: labels hold a price too, but are only texts."""
    package_id = parsing.id_of(entry, "packageId")
    rate = parsing.amount(entry.get("packageRate"))
    label = parsing.clean_text(entry.get("packageName")) or parsing.clean_text(
        entry.get("packageLabel")
    )
    if not label:
        raise NotUnderstood("no_name")
    is_current = parsing.id_text(package_id) == current
    return Offer(
        id=parsing.id_text(package_id),
        kind=OfferKind.PACKAGE,
        label=label,
        quote=_quote(rate, None if is_current else due),
        duration_days=parsing.days(entry.get("packageDuration")),
        is_current=is_current,
        data={"package_id": package_id},
    )


def _quote(rate: Money, due: _Due | None) -> Quote:
    """The rate, and the due on top of it where there is one to add."""
    package = QuoteLine(LineKind.PACKAGE, rate)
    if due is None or due.amount == ZERO:
        return Quote(total=rate, lines=(package,))
    line = QuoteLine(LineKind.DUE, due.amount, used_days=due.used_days, note=due.note)
    return Quote(total=rate + due.amount, lines=(package, line))


def _check_current(answer: Body, offers: tuple[Offer, ...], due: _Due | None) -> None:
    """Refuse an answer whose parts disagree about the current package.

    The documents give ``amount`` as the rate of the current package, without the due: another
    figure there means that the price is not understood. A missing or zero one says nothing.
    """
    current = next((offer for offer in offers if offer.is_current), None)
    if current is not None:
        given = answer.get("amount")
        stated = ZERO if given is None else parsing.amount(given, may_be_zero=True)
        if stated not in (ZERO, current.total):
            raise NotUnderstood("amount_differs")
    elif due is not None:
        # The current package may have been withdrawn. But the same name under another id leaves
        # open whether choosing it is a change, which is what the due depends on.
        name = parsing.clean_text(answer.get("subscribed_package_name")).casefold()
        if name and any(offer.label.casefold() == name for offer in offers):
            raise NotUnderstood("current_unclear")


def _fixed_due(answer: Body) -> Offer:
    """What is owed where no package may be chosen; paid without ``package_id``."""
    if not isinstance(answer.get("package_options"), list) or answer.get("amount") is None:
        raise NotUnderstood("no_offers")
    owed = parsing.amount(answer.get("amount"))
    return Offer(
        id=_FIXED_DUE,
        kind=OfferKind.AMOUNT,
        label=parsing.clean_text(answer.get("subscribed_package_name")),
        quote=Quote(total=owed, lines=(QuoteLine(LineKind.DUE, owed),)),
    )


PROVIDER = WorldLink()
