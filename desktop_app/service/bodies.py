"""Bodies of requests, and the reading of answers of bounded size."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

import httpx
import msgspec

if TYPE_CHECKING:
    from desktop_app.core.billing.accounts import Body, Json

_PLAIN = frozenset({"", "identity"})
_PACKED = frozenset({"gzip", "x-gzip", "deflate"})
_GZIP_OR_ZLIB = 47  # zlib's number for: 32 KiB window, the header tells which of the two
_ENCODER = msgspec.json.Encoder(decimal_format="number")


class TooLargeError(Exception):
    """The answer is larger than it may be, packed or unpacked."""


class UnreadableError(Exception):
    """The answer is packed in a way that is not known, or its packing is broken."""


class CutOffError(UnreadableError):
    """The answer ends before the end that it announced. ``data`` is what came of its body."""

    def __init__(self, data: bytes) -> None:
        super().__init__("cut short")
        self.data = data


def encode_body(fields: Body, **added: Json) -> bytes:
    """The JSON object of a request: ``fields`` and what the client adds, None left out.

    Raises:
        ValueError, TypeError, UnicodeEncodeError: a value that has no exact JSON form, or a field
            that only the client may add. None of them quotes a value.
    """
    own = {name: value for name, value in added.items() if value is not None}
    if not own.keys().isdisjoint(fields):
        raise ValueError("a field that only the client adds")
    body = {**fields, **own}
    plain = {name: _exact(value) for name, value in body.items()}
    try:
        return _ENCODER.encode(plain)
    except UnicodeEncodeError:
        fault = "a text that is not Unicode"
    raise ValueError(fault)  # outside: a UnicodeEncodeError holds the text, which may be the token


def _exact(value: Json) -> Json:
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, Decimal) and value.is_finite():
        return value
    if isinstance(value, Mapping):
        return {str(name): _exact(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [_exact(item) for item in value]
    raise TypeError(f"no exact JSON form: {type(value).__name__}")


def read_body(response: httpx.Response, most: int) -> bytes:
    """The unpacked body of an answer, at most ``most`` bytes both packed and unpacked.

    Unpacks here and not in httpx, which unpacks a whole piece before anyone can look at its size:
    64 KiB of a gzip bomb are 64 MiB.

    Raises:
        TooLargeError, UnreadableError, CutOffError: see there.
        httpx.TransportError: the connection broke.
    """
    stream = response.stream
    if not isinstance(stream, httpx.SyncByteStream):
        raise TypeError("not a stream to read from")
    packing = response.headers.get("content-encoding", "").strip().lower()
    if packing not in _PLAIN | _PACKED:
        raise UnreadableError("content-encoding")
    unpacker = zlib.decompressobj(_GZIP_OR_ZLIB) if packing in _PACKED else None
    received, data = 0, bytearray()
    try:
        for piece in stream:
            received += len(piece)
            # Never 0, which zlib reads as: no bound.
            room = most + 1 - len(data)
            data += piece if unpacker is None else _unpack(unpacker, piece, room)
            if received > most or len(data) > most:
                raise TooLargeError
    except httpx.RemoteProtocolError as error:
        raise CutOffError(bytes(data)) from error
    if unpacker is not None and received and not unpacker.eof:
        raise CutOffError(bytes(data))
    return bytes(data)


def _unpack(unpacker: zlib._Decompress, piece: bytes, room: int) -> bytes:
    try:
        return unpacker.decompress(piece, room)
    except zlib.error as error:
        raise UnreadableError("broken packing") from error
