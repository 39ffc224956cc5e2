"""The queries on the shop's book of customers. Each names the index that it lives on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from desktop_app.core.payments.payment import PaymentState
from desktop_app.ledger import account_queries
from desktop_app.ledger.schema import accounts, customers, payments
from desktop_app.ledger.schema.column_types import CleanText, LocalDay, UtcDateTime
from desktop_app.ledger.schema.dialect import holds, sorted_later

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop_app.core.billing.account_key import AccountKey
    from desktop_app.core.customer_book import DueSpan, LineFilter, LinePlace
    from desktop_app.core.environment import Environment

_Query = sa.Select[*tuple[Any, ...]]
_Condition = sa.ColumnElement[bool]
_A, _C = accounts.c, customers.c
_KEY = (_A.company, _A.account_key)
# The same words as the index has.
_IS_FAVOURITE = sa.text("is_favourite = 1")


def account_keys(
    environment: Environment, wanted: LineFilter, after: LinePlace | None, most: int
) -> tuple[_Query, dict[str, object]]:
    """Select the keys of the accounts behind a place (accounts_by_time, accounts_by_expiry)."""
    conditions, values = _wanted_accounts(wanted)
    query = sa.select(*_KEY).where(*conditions).limit(most)
    if wanted.due is not None:
        return _due_keys(query, wanted.due, after, environment), values
    order = (_A.looked_up_at, *_KEY)
    query = query.order_by(*(column.desc() for column in order))
    if after is not None:
        place = sa.tuple_(
            sa.literal(after.at, UtcDateTime),
            sa.literal(after.company, CleanText),
            sa.literal(after.account, CleanText),
        )
        query = query.where(sa.tuple_(*order) < place)
    return query, values


def lone_cards(wanted: LineFilter, after: int | None) -> _Query:
    """Select the cards without an account that is shown, newest first (primary key)."""
    shown = sa.exists().where(
        _A.customer == _C.id, sorted_later(_A.company).in_(list(wanted.companies))
    )
    query = sa.select(customers).where(~shown, *_wanted_cards(wanted)).order_by(_C.id.desc())
    return query if after is None else query.where(_C.id < after)


def count_accounts(
    environment: Environment, wanted: LineFilter
) -> tuple[_Query, dict[str, object]]:
    """Count the accounts that are wanted (accounts_by_time, accounts_by_expiry)."""
    conditions, values = _wanted_accounts(wanted)
    query = sa.select(sa.func.count()).select_from(accounts).where(*conditions)
    if wanted.due is not None:
        query = query.where(*_is_due(wanted.due, environment))
    return query, values


def count_lone_cards(wanted: LineFilter) -> _Query:
    """Count the cards without an account that is shown."""
    found = lone_cards(wanted, None).order_by(None).with_only_columns(_C.id).subquery()
    return sa.select(sa.func.count()).select_from(found)


def keys_of(card: int) -> _Query:
    """Select the keys of a customer's accounts (accounts_by_customer)."""
    return sa.select(*_KEY).where(_A.customer == card)


def like(words: Iterable[str], most: int) -> _Query:
    """Select the cards that hold all of the words, by name."""
    found = sa.select(customers).where(*_each(words))
    return found.order_by(_C.name, _C.id).limit(most)


def of_account(account: AccountKey) -> _Condition:
    """The account with this key (primary key)."""
    return (_A.company == account.company) & (_A.account_key == account.account)


def _due_keys(
    query: _Query, due: DueSpan, after: LinePlace | None, environment: Environment
) -> _Query:
    query = query.where(*_is_due(due, environment))
    order = (_A.expires_on, *_KEY)
    if due.newest_first:
        query = query.order_by(*(column.desc() for column in order))
    else:
        query = query.order_by(*order)
    if after is None:
        return query
    place = sa.tuple_(
        sa.literal(after.day, LocalDay),
        sa.literal(after.company, CleanText),
        sa.literal(after.account, CleanText),
    )
    here = sa.tuple_(*order)
    return query.where(here < place if due.newest_first else here > place)


def _is_due(due: DueSpan, environment: Environment) -> Iterable[_Condition]:
    """It runs out then, and nothing was sent for it since that was said (payments_by_account)."""
    since = payments.alias("since")
    settled = (PaymentState.NOT_PAID, PaymentState.RECORDED)
    yield _A.expires_on >= due.since
    yield _A.expires_on <= due.until
    yield ~sa.exists().where(
        since.c.company == _A.company,
        since.c.account_key == _A.account_key,
        since.c.state.not_in(settled),
        since.c.changed_at >= _A.looked_up_at,
        since.c.environment == environment,
        since.c.reversed_at.is_(None),
    )


def _wanted_accounts(wanted: LineFilter) -> tuple[list[_Condition], dict[str, object]]:
    shape, values = account_queries.shape_of(wanted.companies)
    found = account_queries.is_wanted(shape)
    if wanted.is_searched and wanted.words:
        named = sa.select(_C.id).where(*_each(wanted.words))
        of_company = sorted_later(_A.company).in_(list(wanted.companies))
        found = sa.or_(found, sa.and_(sorted_later(_A.customer).in_(named), of_company))
    conditions = [found]
    if wanted.favourites:
        marked = sa.select(_C.id).where(_IS_FAVOURITE)
        conditions.append(sorted_later(_A.customer).in_(marked))
    return conditions, values


def _wanted_cards(wanted: LineFilter) -> Iterable[_Condition]:
    if wanted.favourites:
        yield sa.and_(_IS_FAVOURITE)
    if wanted.is_searched:
        yield sa.and_(*_each(wanted.words)) if wanted.words else sa.false()


def _each(words: Iterable[str]) -> list[_Condition]:
    return [holds(_C.found_by, sa.bindparam(None, word, type_=CleanText)) for word in words]
