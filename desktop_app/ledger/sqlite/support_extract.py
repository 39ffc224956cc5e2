"""The last payments for support, read without the rest of the program: it may be what is broken."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.core.payments.payment import EventKind
from desktop_app.ledger.errors import map_ledger_errors
from desktop_app.ledger.schema.column_types import read_json
from desktop_app.ledger.sqlite.connections import BUSY_SECONDS, open_file
from desktop_app.redaction.names import Personal

if TYPE_CHECKING:
    from pathlib import Path

# What support needs. Names, phones and what was sent to the service are left out: a field that
# is not named here never gets into a bundle.
_COLUMNS = (
    "number", "environment", "base_url", "connection_id", "reference", "details_reference",
    "provider", "provider_name", "account_id", "branch", "service_name", "offer_id",
    "offer_kind", "offer_label", "duration_days", "amount", "lines", "cash_due",
    "cash_received", "pays_again", "path", "operator", "recorded_at", "state", "changed_at",
    "sent_at", "receipt", "transaction_id", "reason", "reason_code", "prints",
    "cash_returned_at", "company", "account_key", "another_bill", "middle_references",
    "sends_reference", "acknowledged",
)  # fmt: skip
_EXACT = frozenset(
    {
        "reference",
        "details_reference",
        "middle_references",
        "account_id",
        "account_key",
        "connection_id",
        "transaction_id",
    }
)
"""Kept as they are, even where a customer's id is made of his name or number."""

_KNOWN_KINDS = frozenset(kind.value for kind in EventKind)


@dataclass(frozen=True, slots=True)
class Extract:
    """Payments, newest first, as JSON holds them, and what is to be kept out of any other text."""

    payments: tuple[dict[str, object], ...]
    personal: Personal


def last_payments(ledger: Path, count: int) -> Extract:
    """The last payments with their events.

    Raises:
        LedgerError: the file cannot be read.
    """
    with map_ledger_errors(), closing(open_file(ledger, BUSY_SECONDS, mode="ro")) as raw:
        raw.row_factory = sqlite3.Row
        raw.execute("PRAGMA trusted_schema = OFF").fetchall()
        raw.execute("BEGIN").fetchall()
        # A file that an older program wrote, and this one could not bring up, has fewer.
        there = {row["name"] for row in raw.execute("PRAGMA table_info(payments)")}
        columns = [name for name in _COLUMNS if name in there]
        also = ["entries"] if "entries" in there else []
        rows = raw.execute(
            f"SELECT {', '.join((*columns, *also))}, customer_name, phone"  # noqa: S608 - our own
            " FROM payments ORDER BY number DESC LIMIT ?",
            (count,),
        ).fetchall()
        histories = {row["number"]: _events(raw, row["number"]) for row in rows}
    named = {str(row[name] or "") for row in rows for name in ("customer_name", "phone")}
    for events in histories.values():
        named |= {str(event.pop("_phone", "")) for event in events}
    named |= {str(fact["value"]) for row in rows for fact in _entries(row, also)}
    personal = Personal(named)
    payments = []
    for row in rows:
        payment = {name: row[name] for name in columns} | {"lines": _json(row["lines"])}
        payment["events"] = histories[row["number"]]
        payments.append({k: _hidden(v, personal, k) for k, v in payment.items()})
    return Extract(tuple(payments), personal)


def _events(raw: sqlite3.Connection, number: int) -> list[dict[str, object]]:
    found = []
    for row in raw.execute(
        "SELECT kind, at, state, content FROM events WHERE payment = ? ORDER BY id", (number,)
    ):
        content = _json(row["content"])
        event: dict[str, object] = {"kind": row["kind"], "at": row["at"], "state": row["state"]}
        if row["kind"] == EventKind.PHONE_NOTED:
            event["_phone"] = content.get("phone") or "" if isinstance(content, dict) else ""
        elif row["kind"] in _KNOWN_KINDS:
            # What a newer program wrote may name a customer in ways that nobody here knows.
            event["content"] = content
        found.append(event)
    return found


def _entries(row: sqlite3.Row, columns: list[str]) -> list[Mapping[str, object]]:
    """Return the entries of a payment: names, numbers, addresses."""
    facts = _json(row["entries"]) if columns else []
    return (
        [fact for fact in facts if isinstance(fact, Mapping) and "value" in fact]
        if isinstance(facts, list)
        else []
    )


def _json(text: str) -> object:
    try:
        return read_json(text)
    except ValueError:
        return "cannot be read"


def _hidden(value: object, personal: Personal, name: str = "") -> object:
    if name in _EXACT:
        return value
    if isinstance(value, str):
        return personal.hide(value)
    if isinstance(value, Mapping):
        return {str(key): _hidden(item, personal, str(key)) for key, item in value.items()}
    if isinstance(value, list):
        return [_hidden(item, personal) for item in value]
    return value
