"""Column types that convert values for storage: money as paisa, moments as UTC text, details as
JSON.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy.types import Text, TypeDecorator

from desktop_app.core.money import Money
from desktop_app.core.storage import clean
from desktop_app.ledger.schema.dialect import PAISA

if TYPE_CHECKING:
    from sqlalchemy.engine import Dialect

    from desktop_app.core.billing.accounts import Body, Json

_MAX_DEPTH = 32
_MAX_BITS = 1024
_MANY = (dict, list, tuple, set, frozenset, Mapping)
_ENCODER = msgspec.json.Encoder(decimal_format="number")
_DECODER: msgspec.json.Decoder[Json] = msgspec.json.Decoder(float_hook=Decimal)


def write_moment(moment: datetime) -> str:
    """UTC with microseconds and always as long, so that the order of texts is that of time.

    Raises:
        ValueError: the moment does not say where it is (a fault of the program).
    """
    if moment.tzinfo is None:
        raise ValueError("a moment without a time zone")
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def read_moment(text: str) -> datetime:
    """The moment in a text of :func:`write_moment`."""
    return datetime.fromisoformat(text)


def write_json(value: object) -> str:
    """JSON of a decoded answer, of a call's fields or of an event's content.

    Numbers keep their digits (``4950.00`` stays so). Money is written as paisa, a moment as
    UTC text, an enum as its value. What JSON cannot hold is written as text, never refused: an
    event after the money has moved must get into the ledger whatever the service put in it.
    """
    return _ENCODER.encode(_plain(value)).decode()


def read_json(text: str) -> Json:
    """The value of a JSON text: numbers with a point as Decimal, others as int."""
    return _DECODER.decode(text)


def read_body(text: str) -> Body:
    """The JSON object of a text.

    Raises:
        ValueError: the text is JSON of something else.
    """
    value = read_json(text)
    if not isinstance(value, dict):
        raise ValueError("not a JSON object")
    return value


def _plain(value: object, depth: int = 0) -> object:
    """The value out of what JSON can hold, bounded in depth."""
    if not isinstance(value, _MANY):
        return _plain_leaf(value)
    if depth >= _MAX_DEPTH:
        return "…"
    if isinstance(value, Mapping):
        return {clean(str(key)): _plain(item, depth + 1) for key, item in value.items()}
    return [_plain(item, depth + 1) for item in value]


def _plain_leaf(value: object) -> bool | int | Decimal | str | None:
    if isinstance(value, Enum):
        value = value.value
    elif isinstance(value, Money):
        value = value.paisa
    elif isinstance(value, datetime):
        value = write_moment(value) if value.tzinfo else value.isoformat()
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int):
        return value if value.bit_length() <= _MAX_BITS else hex(value)
    if isinstance(value, Decimal) and value.is_finite():
        return value
    return clean(str(value))


class CleanText(TypeDecorator[str]):
    """Any text of the outside, see :func:`desktop_app.core.storage.clean`."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else clean(value)


class UtcDateTime(TypeDecorator[datetime]):
    """An aware datetime, see :func:`write_moment`."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        return None if value is None else write_moment(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        return None if value is None else read_moment(value)


class LocalDay(TypeDecorator[date]):
    """A day of the shop, as ``2026-11-22``."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:
        return None if value is None else date.fromisoformat(value)


class MoneyInPaisa(TypeDecorator[Money]):
    """Money as a whole number of paisa, 64 bits of it."""

    impl = PAISA
    cache_ok = True

    def process_bind_param(self, value: Money | None, dialect: Dialect) -> int | None:
        return None if value is None else value.paisa

    def process_result_value(self, value: int | None, dialect: Dialect) -> Money | None:
        return None if value is None else Money(value)
