"""The accounts that were looked up, for suggestions and the list of customers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop_app.core.billing.forms import NO_VALUES, Values
from desktop_app.ledger import account_queries
from desktop_app.ledger.rows import known_account_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import datetime

    import sqlalchemy as sa

    from desktop_app.core.billing.account_key import AccountKey
    from desktop_app.core.billing.accounts import Account
    from desktop_app.core.customers import AccountFilter, KnownAccount
    from desktop_app.core.environment import Environment
    from desktop_app.ledger.sqlite.connections import Store


class SqliteAccounts:
    """Implements ``core.payments.ports.AccountBook`` on one SQLite file. Any thread may call it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def remember(
        self,
        account: Account,
        customer: AccountKey,
        at: datetime,
        entry: Values = NO_VALUES,
    ) -> None:
        """Keep what a look-up said, for suggestions; an older look-up changes nothing."""
        values = account_queries.remembered(account, customer, at, entry)
        with self._store.writing() as connection:
            connection.execute(account_queries.remember(tuple(values)), values)
            if len(customer.names) > 1:
                connection.execute(account_queries.take_over_customer(customer))
                connection.execute(account_queries.forget_typed(customer, at))

    def known(
        self,
        environment: Environment,
        wanted: AccountFilter | None = None,
        *,
        most: int | None = None,
    ) -> tuple[KnownAccount, ...]:
        """Accounts looked up before, newest first, with the payments PAID in ``environment``.

        It is that of the file: an account that was looked up names none, a payment does.
        """
        shape, values = (None, {}) if wanted is None else account_queries.shape_of(wanted)
        keys = account_queries.newest(shape, limited=most is not None)
        return self._accounts(environment, keys, {**values, account_queries.MOST: most})

    def named(
        self, environment: Environment, company: str, names: Collection[str]
    ) -> tuple[KnownAccount, ...]:
        """A company's accounts that have one of these names, as their key or as it was typed."""
        values = {account_queries.COMPANY: company, account_queries.NAMES: list(names)}
        return self._accounts(environment, account_queries.named(), values)

    def count(self, wanted: AccountFilter) -> int:
        """Count the accounts that ``known`` gives without a limit."""
        shape, values = account_queries.shape_of(wanted)
        with self._store.reading() as connection:
            return connection.scalar(account_queries.count(shape), values) or 0

    def _accounts(
        self,
        environment: Environment,
        keys: sa.Select[*tuple[Any, ...]],
        values: Mapping[str, object],
    ) -> tuple[KnownAccount, ...]:
        with self._store.reading() as connection:
            rows = connection.execute(account_queries.known_accounts(environment, keys), values)
            return tuple(known_account_of(row, environment) for row in rows)
