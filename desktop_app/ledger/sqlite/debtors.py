"""Bills on account by the customer who owes them, in a search for payments.

The index of words has what belongs to a payment and stays. A customer's name and phone may be put
right in the book of customers, so they are read there, also for the bills of before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from desktop_app.core.payments.search import names_a_debtor
from desktop_app.ledger.schema import customers, on_account_entries

if TYPE_CHECKING:
    from collections.abc import Sequence

_C, _E = customers.c, on_account_entries.c


def bills_owed_by(connection: sa.Connection, terms: Sequence[str]) -> sa.Select[tuple[int]] | None:
    """The numbers of the payments that are owed by customers with such a name or phone; None where
    no customer who ever owed has one (on_account_by_customer).
    """
    owing = sa.select(_E.customer).distinct()
    some = sa.select(_C.id, _C.name, _C.phone).where(_C.id.in_(owing))
    for term in terms:
        some = some.where(sa.func.instr(_C.found_by, term) > 0)
    found = [
        row.id for row in connection.execute(some) if names_a_debtor(terms, row.name, row.phone)
    ]
    if not found:
        return None
    return sa.select(_E.payment).where(_E.customer.in_(found), _E.payment.is_not(None))
