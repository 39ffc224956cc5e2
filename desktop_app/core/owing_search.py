"""Finds who owes a bill among the customers of a shop, by what is typed of the name or phone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.core.customer_book import CustomerCard
from desktop_app.core.folded_text import fold, folded_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.core.on_account import OnAccountCustomer


@dataclass(frozen=True, slots=True)
class _Folded:
    """A customer with what is compared with the typed text."""

    customer: OnAccountCustomer
    found_by: str
    name: str
    phone: str

    def is_called(self, typed: str) -> bool:
        """Tell whether the whole name or phone number was typed."""
        return bool(typed) and typed in (self.name, self.phone)

    @property
    def is_regular(self) -> bool:
        """The customer owes, or has a limit."""
        return bool(self.customer.owed) or self.customer.limit is not None


class OwingSearch:
    """All customers, folded once: with each letter that is typed, thousands are searched."""

    def __init__(self, customers: Sequence[OnAccountCustomer] = ()) -> None:
        self.customers = tuple(customers)
        self._all = tuple(
            _Folded(
                one, CustomerCard(one.name, one.phone).found_by, fold(one.name), fold(one.phone)
            )
            for one in customers
        )

    def find(self, text: str) -> tuple[OnAccountCustomer, ...]:
        """Those with each typed word in their name or phone number, as the list of customers finds.

        Whoever is called just so comes first, then whoever owes or has a limit: a shop of many
        finds its regular ones at once.
        """
        words, typed = folded_words(text), fold(text)
        found = [one for one in self._all if all(word in one.found_by for word in words)]
        found.sort(key=lambda one: (not one.is_called(typed), not one.is_regular))
        return tuple(one.customer for one in found)

    def the_one_meant(self, text: str) -> OnAccountCustomer | None:
        """The only customer whose whole name or phone was typed; None where several have it."""
        typed = fold(text)
        meant = [one.customer for one in self._all if one.is_called(typed)]
        return meant[0] if len(meant) == 1 else None

    def has(self, name: str, phone: str) -> bool:
        """Tell whether a customer has that name and phone: a new one would be the same."""
        wanted = (fold(name), fold(phone))
        return any((one.name, one.phone) == wanted for one in self._all)
