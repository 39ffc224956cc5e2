"""What the tests of the ledger share: orders, events, and a hand to break rules with."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from desktop_app.core.billing.account_key import canonical
from desktop_app.core.billing.accounts import LineKind, QuoteLine
from desktop_app.core.environment import Environment
from desktop_app.core.money import Money
from desktop_app.core.payments.payment import (
    Event,
    EventKind,
    Payment,
    PaymentOrder,
    PaymentState,
    PaymentUpdate,
    new_reference,
)
from desktop_app.core.shop import Shop

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from desktop_app.core.payments.listed import ListedPayment
    from desktop_app.core.payments.ports import Ledger

NOON = datetime(2026, 11, 22, 6, 15, 0, 250, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def order(offer_id: str = "7", **changes: Any) -> PaymentOrder:
    """An order for a package; no two have the same references."""
    values: dict[str, Any] = {
        "reference": new_reference(),
        "environment": Environment.LIVE,
        "base_url": "https://service.example",
        "connection_id": "0123456789abcdef",
        "provider": "worldlink",
        "provider_name": "WorldLink",
        "account_id": "asha_home",
        "customer_name": "Asha Rai",
        "offer_id": offer_id,
        "offer_kind": "package",
        "offer_label": "100 Mbps, 12 months",
        "amount": Money(277_98),
        "lines": (QuoteLine(LineKind.PACKAGE, Money(277_98)),),
        "cash_due": Money(278_00),
        "cash_received": Money(500_00),
        "operator": "Sita",
        "shop": Shop(name="Ganesh Kirana", pan="600123456"),
    }
    values |= changes
    values.setdefault("company", values["provider"])
    values.setdefault("account_key", canonical(values["account_id"]))
    return PaymentOrder(**values)


def recorded(at: datetime = NOON) -> Event:
    """The first event of every payment."""
    return Event(EventKind.RECORDED, at, PaymentState.RECORDED)


def add(ledger: Ledger, offer_id: str = "7", *, at: datetime = NOON, **changes: Any) -> Payment:
    """A payment that was recorded."""
    return ledger.add(order(offer_id, **changes), recorded(at))


def move(
    ledger: Ledger, number: int, *states: PaymentState, at: datetime = NOON + MINUTE
) -> Payment:
    """The payment after these steps, of which there is at least one."""
    after: list[Payment] = []
    for state in states:
        kind = EventKind.SENT if state is PaymentState.SENDING else EventKind.ANSWERED
        after.append(ledger.append(number, Event(kind, at, state)))
    return after[-1]


def add_in(ledger: Ledger, state: PaymentState, offer_id: str = "7", **changes: Any) -> Payment:
    """A payment in that state."""
    payment = add(ledger, offer_id, **changes)
    steps = PATHS[state]
    return move(ledger, payment.number, *steps) if steps else payment


def whole_payments(ledger: Ledger, found: Iterable[ListedPayment]) -> tuple[Payment, ...]:
    """The payments of a list, read as wholes."""
    return tuple(whole for one in found if (whole := ledger.payment(one.number)) is not None)


PATHS: dict[PaymentState, tuple[PaymentState, ...]] = {
    PaymentState.RECORDED: (),
    PaymentState.SENDING: (PaymentState.SENDING,),
    PaymentState.PAID: (PaymentState.SENDING, PaymentState.PAID),
    PaymentState.NOT_PAID: (PaymentState.SENDING, PaymentState.NOT_PAID),
    PaymentState.WAITING: (PaymentState.SENDING, PaymentState.WAITING),
    PaymentState.REVIEW: (PaymentState.SENDING, PaymentState.WAITING, PaymentState.REVIEW),
}


def give_back(ledger: Ledger, number: int, at: datetime = NOON + MINUTE) -> Payment:
    """The payment after its cash was given back."""
    event = Event(EventKind.CASH_RETURNED, at)
    return ledger.append(number, event, update=PaymentUpdate(cash_returned_at=at))


@contextmanager
def raw(path: Path) -> Iterator[sqlite3.Connection]:
    """A stranger's connection to the file, with none of the ledger's pragmas."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        yield connection


def is_ours(_of: object, name: str | None, *_others: object) -> bool:
    """False for the tables that SQLite keeps for its full text search."""
    return not (name or "").startswith("payment_words")


def dump(path: Path) -> list[tuple[object, ...]]:
    """All that is in the file: the schema and each row, those of the index of words too."""
    with raw(path) as connection:
        schema = connection.execute(
            "SELECT type, name, sql FROM sqlite_master ORDER BY type, name"
        ).fetchall()
        tables = (
            name
            for kind, name, sql in schema
            if kind == "table" and not sql.startswith("CREATE VIRTUAL TABLE")
        )
        rows = (connection.execute(f"SELECT ?, * FROM {name}", (name,)) for name in tables)
        return [*schema, *(row for of_table in rows for row in of_table)]
