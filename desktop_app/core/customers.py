"""Customers that the shop has looked up or served, and the search for one of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from desktop_app.core.billing.account_key import canonical
from desktop_app.core.clock import NEPAL
from desktop_app.core.typed_text import typed_code

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from desktop_app.core.billing.account_key import AccountKey
    from desktop_app.core.billing.accounts import Account, AmountLimits
    from desktop_app.core.billing.forms import Values
    from desktop_app.core.billing.provider import Provider
    from desktop_app.core.money import Money


@dataclass(frozen=True, slots=True)
class KnownAccount:
    """An account looked up before, with what was known then and what was paid here.

    ``key`` says who it is. ``account_id`` is only how the customer was spelled last, and
    ``provider`` the service that was asked last.
    """

    key: AccountKey
    provider: str
    account_id: str
    customer_name: str
    looked_up_at: datetime
    days_left: int | None = None
    branch: str = ""
    bills: int | None = None
    paid_times: int = 0
    last_paid_at: datetime | None = None
    last_amount: Money | None = None
    last_offer: str = ""
    last_came_back: bool = False
    """The service took the last payment back."""
    held_payments: int = 0
    """Payments that were sent and are open: nobody knows yet what came of them."""
    entry: Values = field(default_factory=dict, hash=False)
    """What was entered then, by the name of the field; empty for look-ups of older programs."""

    @property
    def is_paid_since(self) -> bool:
        """Something was paid here after the look-up: the days left are not those of then."""
        if self.last_paid_at is None or self.last_came_back:
            return False
        return self.last_paid_at >= self.looked_up_at


NEVER = datetime(1, 1, 1, tzinfo=UTC)
"""When an account was looked up that never was: it stands behind all others, and any look-up is
newer."""

_MAX_DAYS = 36_600
_MIN_DAYS = -3_660
_URGENT_DAYS = 3


def days_left(known: KnownAccount, now: datetime) -> int | None:
    """Days left today: those of the look-up less the days gone since then; never below 0.

    None where nobody knows: after a payment the next look-up tells.
    """
    if known.days_left is None or known.is_paid_since:
        return None
    gone = now.astimezone(NEPAL).date() - known.looked_up_at.astimezone(NEPAL).date()
    return max(0, known.days_left - max(0, gone.days))


def expires_on(days: int | None, asked_at: datetime) -> date | None:
    """The day on which an account runs out that had so many days left when it was looked up.

    None where no days were told, or no number that a company means.
    """
    if days is None or not _MIN_DAYS <= days <= _MAX_DAYS:
        return None
    return asked_at.astimezone(NEPAL).date() + timedelta(days=days)


def runs_out(account: Account, asked_at: datetime) -> tuple[date | None, int | None]:
    """The day on which an account runs out, and the days left when it was looked up.

    A day that the company names goes before the days that it counts; either is worked out of the
    other. Both are None where nothing was told, or nothing that a company means.
    """
    today = asked_at.astimezone(NEPAL).date()
    counted = account.days_left
    if account.expires_on is not None:
        days = (account.expires_on - today).days
        if _MIN_DAYS <= days <= _MAX_DAYS:
            return account.expires_on, days if counted is None else counted
    return expires_on(counted, asked_at), counted


def provider_of(known: KnownAccount, providers: Mapping[str, Provider]) -> Provider | None:
    """The provider to look a customer up with: the last one, or another service of its company."""
    if known.provider in providers:
        return providers[known.provider]
    return next((p for p in providers.values() if p.info.company == known.key.company), None)


def is_urgent(known: KnownAccount, now: datetime) -> bool:
    """The account ends within days."""
    left = days_left(known, now)
    return left is not None and left <= _URGENT_DAYS


class CustomerSearch:
    """Finds customers by a part of the name or the account id, in any spelling of the id."""

    def __init__(self, text: str) -> None:
        self._text = typed_code(text)
        self.words = self._text.casefold()
        self._parts: dict[str, frozenset[str]] = {}

    def parts(self, provider: Provider) -> frozenset[str]:
        """Texts any of which is a part of what a customer of this provider is found by."""
        slug = provider.info.slug
        if slug not in self._parts:
            forms = (canonical(self._text), provider.canonical(self._text))
            self._parts[slug] = frozenset(forms if self._text else ())
        return self._parts[slug]

    def finds(self, known: KnownAccount, provider: Provider) -> bool:
        """Tell whether the customer's name or account id holds what is searched for."""
        parts = self.parts(provider)
        there = found_by(known.customer_name, known.account_id, known.key)
        return not parts or any(part in there for part in parts)

    def among(self, providers: Iterable[Provider]) -> AccountFilter:
        """The same search for the record, among the customers of these companies."""
        parts: dict[str, frozenset[str]] = {}
        for provider in providers:
            company = provider.info.company
            parts[company] = parts.get(company, frozenset()) | self.parts(provider)
        return parts


AccountFilter = Mapping[str, frozenset[str]]
"""Companies, and texts any of which their customers are found by; all of them where there is none.
"""


def found_by(customer_name: str, account_id: str, key: AccountKey) -> str:
    """All that a customer is found by: the name, and each way the account was written, on a line.

    The record keeps it of each account. Other rules for it need a migration.
    """
    each = (canonical(customer_name), *key.names, canonical(account_id))
    return "\n".join(dict.fromkeys(each))


def account_of(
    known: Iterable[KnownAccount], provider: Provider, account_id: str
) -> KnownAccount | None:
    """The customer whose account id this is, however it was typed; nobody for a part of one."""
    wanted = provider.canonical(account_id)
    if not wanted:
        return None
    return next((one for one in known if wanted in one.key.names), None)


def last_amounts(paid: Iterable[Money], limits: AmountLimits, most: int) -> tuple[Money, ...]:
    """Different ones of the amounts that were paid, in their order, as far as they are allowed."""
    return tuple(dict.fromkeys(one for one in paid if limits.allows(one)))[:most]
