"""What a link of the audit chain covers: the columns of each table, and how they are hashed.

The lists never change: a link that was written is checked by the list of its form for as long as
there are records. More columns are another form.
"""

from __future__ import annotations

import hashlib
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from desktop_app.core.journal import JournalKind
from desktop_app.core.payments.payment import EventKind, PaymentState
from desktop_app.ledger.schema import (
    commission_rates,
    credit_notes,
    events,
    journal,
    movements,
    on_account_entries,
    reports,
    tenders,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

Plain = str | int | None

FORM = 1
"""Which columns a hash covers. The lists below never change: more columns are another form."""


class Source(StrEnum):
    """The table that a linked row is in."""

    EVENT = "event"
    MOVEMENT = "movement"
    TENDER = "tender"
    JOURNAL = "journal"
    REPORT = "report"
    ON_ACCOUNT = "on_account"
    CREDIT_NOTE = "credit_note"
    COMMISSION_RATE = "commission_rate"


TABLES = {
    Source.EVENT: events,
    Source.MOVEMENT: movements,
    Source.TENDER: tenders,
    Source.JOURNAL: journal,
    Source.REPORT: reports,
    Source.ON_ACCOUNT: on_account_entries,
    Source.CREDIT_NOTE: credit_notes,
    Source.COMMISSION_RATE: commission_rates,
}

_BY = ("operator", "operator_id")
COLUMNS: dict[Source, tuple[str, ...]] = {
    Source.EVENT: ("id", "payment", "kind", "at", "state", "content", "counter", *_BY),
    Source.MOVEMENT: (
        "id", "environment", "counter", "drawer", "shift", "kind", "at", "amount", "payment",
        *_BY, "reason", "content",
    ),
    Source.TENDER: (
        "id", "payment", "position", "kind", "amount", "reference", "customer", "allowed_by",
    ),
    Source.JOURNAL: ("id", "environment", "counter", "at", "kind", *_BY, "content", "shift"),
    Source.REPORT: (
        "id", "environment", "counter", "shift", "z_number", "at", *_BY, "content",
        "chain_position", "chain_hash",
    ),
    Source.ON_ACCOUNT: (
        "id", "customer", "at", "amount", "payment", "movement", "shift", *_BY, "note",
    ),
    Source.CREDIT_NOTE: ("id", "environment", "counter", "at", "kind", "amount", "note", *_BY),
    Source.COMMISSION_RATE: (
        "id", "counter", "provider", "from_day", "percent_millionths", "fixed_paisa", "at", *_BY,
    ),
}  # fmt: skip

ORDER = (
    "number", "environment", "base_url", "connection_id", "reference", "details_reference",
    "session_id", "provider", "provider_name", "company", "account_id", "account_key",
    "typed_key", "customer_name", "branch", "service_name", "offer_id", "offer_kind", "offer_label",
    "duration_days", "duration_months", "amount", "lines", "cash_due", "cash_received",
    "cash_tender", "pays_again", "another_bill", "second_open", "middle_references",
    "sends_reference", "path", "fields", "entries", "operator", "operator_id", "shop",
    "recorded_at", "counter", "drawer", "shift", "instead_of",
)  # fmt: skip
"""What of a payment never changes: it is in the link of its first event."""

RECEIPT = ("receipt_series", "receipt")
"""What a payment gets when it becomes PAID: in the link of the event that made it so."""

# All events of a record are asked for them when it is checked, and an enumeration is slow to ask.
_RECORDED, _PAID = EventKind.RECORDED.value, PaymentState.PAID.value

_OPENING = (
    "number", "environment", "counter", "drawer", "opened_at", "opened_by", "opened_by_id",
    "opened_how",
)  # fmt: skip
CLOSING = (*_OPENING, "closed_at", "closed_by", "closed_by_id", "z_number", "note")
OF_SHIFT: dict[object, tuple[str, ...]] = {
    JournalKind.SHIFT_OPENED.value: _OPENING,
    JournalKind.SHIFT_CLOSED.value: CLOSING,
}
"""What of a shift is in the link of the entry that tells of it."""


def link_hash(
    form: int,
    counter: str,
    position: int,
    source: str,
    row: int,
    previous: str,
    content: Sequence[Plain],
) -> str:
    """Return the hash of a link: it covers its place, its row's content, and the hash before it."""
    text = msgspec.json.encode([form, counter, position, source, row, previous, content])
    return hashlib.sha256(text).hexdigest()


def beside(kind: object, state: object) -> tuple[str, ...]:
    """The columns of the payment that are in the link of an event."""
    order = ORDER if kind == _RECORDED else ()
    return order + RECEIPT if state == _PAID else order
