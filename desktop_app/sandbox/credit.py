"""The account's credit of a day, and the request for more: neither moves any."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from desktop_app.sandbox.records import NEPAL, Records
from desktop_app.sandbox.replies import Reply, encoded, ok

if TYPE_CHECKING:
    from collections.abc import Mapping

_LARGEST = 10_000_000


def credit_on(records: Records, fields: Mapping[str, object], now: datetime) -> Reply:
    """The credit at the end of a day that is written as ``yy-mm-dd``; of today, that of now.

    A day before the account was used is one on which nothing was consumed.
    """
    try:
        day = datetime.strptime(str(fields.get("date")), "%y-%m-%d").replace(tzinfo=NEPAL).date()
    except ValueError:
        return _refused("Something Went Wrong")
    if day > now.astimezone(NEPAL).date():
        return _refused("Something Went Wrong")
    found = records.credit_on(day)
    available = records.credit + records.consumed if found is None else found
    return ok({"credits_available": float(available), "status": True})


def request_credit(fields: Mapping[str, object]) -> Reply:
    """Note that more credit is wanted; nobody grants it here."""
    wanted = fields.get("credit")
    if isinstance(wanted, bool) or not isinstance(wanted, int | Decimal):
        return _refused("Invalid Credit")
    if not 0 < wanted <= _LARGEST:
        return _refused("Invalid Credit")
    return ok({"status": True, "detail": "Credit Requested"})


def _refused(detail: str) -> Reply:
    return Reply(400, encoded({"detail": detail, "status": False}))
