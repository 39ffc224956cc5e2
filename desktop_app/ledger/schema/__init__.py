"""The tables as the program uses them. ``migrations/`` makes them; a test compares the two."""

from desktop_app.ledger.schema.audit import journal, links, operators
from desktop_app.ledger.schema.metadata import METADATA
from desktop_app.ledger.schema.payments import (
    HAS_RECEIPT,
    IS_DOUBTED,
    IS_OPEN,
    IS_RETURNED,
    MAY_COME_BACK,
    OWES_CASH,
    OWES_REVERSAL,
    accounts,
    events,
    payments,
    token_salt,
)
from desktop_app.ledger.schema.shifts import (
    IS_OPEN_SHIFT,
    commission_rates,
    credit_notes,
    customers,
    movements,
    on_account_entries,
    reports,
    shifts,
    tenders,
)

__all__ = [
    "HAS_RECEIPT",
    "IS_DOUBTED",
    "IS_OPEN",
    "IS_OPEN_SHIFT",
    "IS_RETURNED",
    "MAY_COME_BACK",
    "METADATA",
    "OWES_CASH",
    "OWES_REVERSAL",
    "accounts",
    "commission_rates",
    "credit_notes",
    "customers",
    "events",
    "journal",
    "links",
    "movements",
    "on_account_entries",
    "operators",
    "payments",
    "reports",
    "shifts",
    "tenders",
    "token_salt",
]
