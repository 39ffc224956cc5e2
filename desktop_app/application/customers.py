"""The shop's book of customers: read, kept, and who was told that an account runs out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.application.environments import Environments
    from desktop_app.core.billing.account_key import AccountKey
    from desktop_app.core.clock import Clock
    from desktop_app.core.customer_book import (
        CustomerCard,
        CustomerLine,
        LineFilter,
        LinePage,
        LinePlace,
    )
    from desktop_app.core.environment import Environment


_MANY = 500


class Customers:
    """The customers of each environment's record. Every method may wait, and may raise
    ``LedgerError``.
    """

    def __init__(self, environments: Environments, clock: Clock) -> None:
        self._environments = environments
        self._clock = clock

    def lines(
        self,
        environment: Environment,
        wanted: LineFilter,
        *,
        after: LinePlace | None = None,
        most: int = 100,
    ) -> LinePage:
        """Return at most so many lines of the list, behind that place."""
        return self._environments.customers(environment).lines(wanted, after=after, most=most)

    def every_line(self, environment: Environment, wanted: LineFilter) -> Iterator[CustomerLine]:
        """All lines of the list, read page by page."""
        after: LinePlace | None = None
        while True:
            page = self.lines(environment, wanted, after=after, most=_MANY)
            yield from page.lines
            after = page.next
            if after is None:
                return

    def count(self, environment: Environment, wanted: LineFilter) -> int:
        """Count the lines of the whole list."""
        return self._environments.customers(environment).count(wanted)

    def accounts_of(self, environment: Environment, card: int) -> tuple[CustomerLine, ...]:
        """The accounts of a customer, those looked up last first."""
        return self._environments.customers(environment).accounts_of(card)

    def like(self, environment: Environment, text: str, most: int) -> tuple[CustomerCard, ...]:
        """Customers that are found by that text, by name."""
        return self._environments.customers(environment).like(text, most)

    def save(
        self, environment: Environment, card: CustomerCard, account: AccountKey | None = None
    ) -> CustomerCard:
        """Keep a card, and give it an account; what is kept of the same customer stays."""
        return self._environments.customers(environment).save(card, self._clock.now(), account)

    def set_favourite(self, environment: Environment, card: int, *, is_favourite: bool) -> None:
        """Mark a customer, or take the mark away."""
        self._environments.customers(environment).set_favourite(card, is_favourite=is_favourite)

    def release(self, environment: Environment, account: AccountKey) -> None:
        """The account belongs to nobody from now on."""
        self._environments.customers(environment).release(account)

    def set_reminded(
        self, environment: Environment, account: AccountKey, *, is_reminded: bool
    ) -> None:
        """Note that the customer was told just now that the account runs out, or was not."""
        at = self._clock.now() if is_reminded else None
        self._environments.customers(environment).set_reminded(account, at)
