"""Bills on account by the customer who owes or owed them, in a search for payments.

The index of words has what belongs to a payment and stays. A customer's name and phone may be put
right in the book of customers, so they are read there, also for the bills of before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from desktop_app.core.payments.search import names_a_debtor
from desktop_app.ledger.schema import on_account_entries

if TYPE_CHECKING:
    from collections.abc import Sequence

_E = on_account_entries.c
# A plain text: it is asked at each letter that is typed, and most shops have no such customers.
_EVER_OWED = """
    SELECT id, name, phone FROM customers
    WHERE id IN (SELECT customer FROM on_account_entries) AND instr(found_by, ?)
"""


def bills_on_account_of(
    connection: sa.Connection, terms: Sequence[str]
) -> sa.Select[tuple[int]] | None:
    """The numbers of payments on account, settled or not, of customers with such a name or phone;
    None where no customer who ever owed has one (on_account_by_customer).
    """
    some = connection.exec_driver_sql(_EVER_OWED, (max(terms, key=len),))
    found = [row.id for row in some if names_a_debtor(terms, row.name, row.phone)]
    if not found:
        return None
    return sa.select(_E.payment).where(_E.customer.in_(found), _E.payment.is_not(None))
