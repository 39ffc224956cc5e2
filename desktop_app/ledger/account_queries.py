"""The queries on the accounts that were looked up. Each names the index that it lives on."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from desktop_app.core.customers import runs_out
from desktop_app.core.payments.payment import PaymentState
from desktop_app.ledger.rows import account_values
from desktop_app.ledger.schema import accounts, payments
from desktop_app.ledger.schema.dialect import holds, sorted_later, upsert

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from desktop_app.core.billing.account_key import AccountKey
    from desktop_app.core.billing.accounts import Account
    from desktop_app.core.billing.forms import Values
    from desktop_app.core.customers import AccountFilter
    from desktop_app.core.environment import Environment

_Query = sa.Select[*tuple[Any, ...]]
_Condition = sa.ColumnElement[bool]
_A = accounts.c
_KEY = (_A.company, _A.account_key)

Shape = tuple[int, ...]
MOST, COMPANY, NAMES = "most", "company", "names"
"""Names of values in the queries: making a query anew takes longer than running it."""


def remembered(
    account: Account, customer: AccountKey, at: datetime, entry: Values
) -> dict[str, object]:
    """The columns that are kept of a look-up."""
    day, days = runs_out(account, at)
    return {
        **account_values(account, customer, entry),
        "looked_up_at": at,
        "expires_on": day,
        "days_left": days,
    }


@lru_cache(maxsize=2)
def remember(given: tuple[str, ...]) -> sa.Insert:
    """Keep a look-up, unless a newer one of the same customer is kept already."""
    key = [accounts.c.company, accounts.c.account_key]
    return upsert(accounts, key, given, accounts.c.looked_up_at)


def forget_typed(customer: AccountKey, at: datetime) -> sa.Delete:
    """Forget an older look-up that knew the customer only by what was typed (primary key)."""
    of_typed = (accounts.c.company == customer.company, accounts.c.account_key == customer.typed)
    return sa.delete(accounts).where(*of_typed, accounts.c.looked_up_at <= at)


def take_over_customer(customer: AccountKey) -> sa.Update:
    """Keep whose account it is, where so far it was known only by what was typed (primary key)."""
    typed = accounts.alias("typed")
    of_typed = (typed.c.company == customer.company, typed.c.account_key == customer.typed)
    owner = sa.select(typed.c.customer).where(*of_typed).scalar_subquery()
    of_key = (_A.company == customer.company, _A.account_key == customer.account)
    return sa.update(accounts).where(*of_key, _A.customer.is_(None)).values(customer=owner)


def shape_of(wanted: AccountFilter) -> tuple[Shape, dict[str, object]]:
    """The shape of a filter, by which its query is made once, and the values to put into it.

    The companies that ask for the same texts are one condition: each is that many texts.
    """
    companies: dict[tuple[str, ...], list[str]] = {}
    for company, texts in wanted.items():
        companies.setdefault(tuple(sorted(texts)), []).append(company)
    values: dict[str, object] = {}
    for at, (parts, of) in enumerate(companies.items()):
        values[_companies(at)] = of
        values |= {_part(at, n): part for n, part in enumerate(parts)}
    return tuple(len(parts) for parts in companies), values


@lru_cache(maxsize=32)
def newest(shape: Shape | None, *, limited: bool) -> _Query:
    """Select the keys of the accounts looked up last (accounts_by_time, which holds them)."""
    query = sa.select(*_KEY).order_by(_A.looked_up_at.desc())
    query = query.limit(sa.bindparam(MOST, type_=sa.Integer)) if limited else query
    return query if shape is None else query.where(is_wanted(shape))


@lru_cache(maxsize=32)
def count(shape: Shape) -> _Query:
    """Count the accounts that are wanted (accounts_by_time)."""
    return sa.select(sa.func.count()).select_from(accounts).where(is_wanted(shape))


@lru_cache(maxsize=1)
def named() -> _Query:
    """Select the keys of those that have one of these names (primary key, accounts_by_typed)."""
    by_key, by_typed = (
        sa.select(*_KEY).where(
            _A.company == sa.bindparam(COMPANY), column.in_(sa.bindparam(NAMES, expanding=True))
        )
        for column in (_A.account_key, _A.typed_key)
    )
    return by_key.union(by_typed).subquery().select()


@lru_cache(maxsize=32)
def known_accounts(environment: Environment, keys: _Query) -> _Query:
    """The accounts of keys that are asked for again and again, see ``with_payments``."""
    return with_payments(environment, keys)


def with_payments(environment: Environment, keys: _Query) -> _Query:
    """Accounts, newest first, with their paid and held payments (payments_by_account)."""
    shown = keys.subquery("shown")
    paid, last, held = payments.alias("paid"), payments.alias("last"), payments.alias("held")
    of_account: list[_Condition] = [
        paid.c.company == shown.c.company,
        paid.c.account_key == shown.c.account_key,
        paid.c.state == PaymentState.PAID,
        paid.c.environment == environment,
    ]
    times = sa.select(sa.func.count()).select_from(paid).where(*of_account)
    ended = (PaymentState.PAID, PaymentState.NOT_PAID, PaymentState.RECORDED)
    open_ones = sa.select(sa.func.count()).where(
        held.c.company == shown.c.company,
        held.c.account_key == shown.c.account_key,
        held.c.state.not_in(ended),
        held.c.environment == environment,
    )
    newest = (
        sa.select(paid.c.number)
        .where(*of_account)
        .order_by(paid.c.changed_at.desc(), paid.c.number.desc())
        .limit(1)
    )
    is_shown = (_A.company == shown.c.company) & (_A.account_key == shown.c.account_key)
    is_last = last.c.number == newest.correlate(shown).scalar_subquery()
    return (
        sa.select(
            accounts,
            times.correlate(shown).scalar_subquery().label("paid_times"),
            last.c.changed_at.label("last_paid_at"),
            last.c.amount.label("last_amount"),
            last.c.offer_label.label("last_offer"),
            last.c.reversed_at.label("last_reversed_at"),
            open_ones.correlate(shown).scalar_subquery().label("held_payments"),
        )
        .select_from(shown.join(accounts, is_shown).outerjoin(last, is_last))
        .order_by(sorted_later(_A.looked_up_at).desc())
    )


def is_wanted(shape: Shape) -> _Condition:
    """An account of one of the companies that holds one of the texts asked for."""
    return sa.or_(
        sa.false(),
        *(
            sa.and_(
                # The text comes first: few hold it. The company is compared without an index, or
                # all of a company's would be sorted.
                *_holds_one(at, count),
                sorted_later(_A.company).in_(sa.bindparam(_companies(at), expanding=True)),
            )
            for at, count in enumerate(shape)
        ),
    )


def _holds_one(at: int, count: int) -> Iterable[_Condition]:
    if count:
        yield sa.or_(*(holds(_A.found_by, sa.bindparam(_part(at, n))) for n in range(count)))


def _companies(at: int) -> str:
    return f"companies_{at}"


def _part(at: int, n: int) -> str:
    return f"part_{at}_{n}"
