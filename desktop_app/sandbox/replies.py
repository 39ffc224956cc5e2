"""Replies of the practice service: the documented envelopes, successes and errors."""

from __future__ import annotations

import json
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

JSON_TYPE = "application/json"
HTML_TYPE = "text/html; charset=utf-8"


class Failure(StrEnum):
    """The ways in which a call breaks instead of being answered."""

    DROPPED = "dropped"
    """The request arrived; the connection ends without an answer."""
    UNREACHABLE = "unreachable"
    """The connection was never made. A real server can only imitate it by DROPPED."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer. ``delay`` is in seconds and is slept by the transport, never by the service."""

    status: int
    body: bytes = b""
    content_type: str = JSON_TYPE
    delay: float = 0.0
    failure: Failure | None = None


class Refusal(Exception):
    """A call that is answered with an error code; ``error_data`` holds faults by field name."""

    def __init__(
        self,
        code: str,
        details: str | Mapping[str, str] = "",
        *,
        error_data: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(code)
        self.code = code
        self.details = details
        self.error_data: dict[str, str] = dict(error_data or {})


class NoSuchPage(Exception):
    """The path or the method is not one of the service's."""

    def __init__(self, *, as_json: bool) -> None:
        super().__init__("no such page")
        self.as_json = as_json


MESSAGES: Mapping[str, str] = {
    "001": "The parameters sent are not correct.",
    "002": "The reference sent is not a valid reference.",
    "1001": "Token not provided",
    "1002": "Invalid token",
    "1003": "Deleted token is provided",
    "1004": "Inactive token is provided",
    "1005": "Account associated with token is deleted",
    "1006": "Account associated with the token is inactive",
    "1007": "Account has expired",
    "1008": "Problem using the service",
    "1009": "Account doesn't have the permission",
    "1010": "Validation error",
    "1011": "Validation error",
    "1012": "Reference id not provided",
    "1013": "Request with duplicate reference id obtained",
    "1014": "Parse error",
    "1015": "Parse error",
    "1016": "Insufficient user credits",
    "1017": "Server error",
    "1018": "Error while using service",
    "1019": "Service in maintenance mode",
    "1020": "ERC for the amount could not be obtained",
    "1021": "Error from Provider",
    "4000": "Can't fulfill request",
    "7000": "Unknown Error occured. Check details",
}

_WORDS: Mapping[str, str] = {
    "001": "invalid_parameters",
    "002": "invalid_reference",
    "1001": "token_not_found",
    "1010": "validation_error",
    "1011": "validation_error",
    "7000": "unknown_error",
}
_OTHER_WORD = "client_error"


class Generation(StrEnum):
    """The two documented error envelopes, of which an endpoint uses one."""

    NEW = "new"
    OLD = "old"


def ok(body: Mapping[str, object], *, delay: float = 0.0) -> Reply:
    """HTTP 200 with a JSON body."""
    return Reply(200, encoded(body), delay=delay)


def error(refusal: Refusal, generation: Generation, http_status: int) -> Reply:
    """The error envelope; the old one has neither ``error`` nor ``state``."""
    code = refusal.code
    if generation is Generation.OLD:
        old: dict[str, object] = {
            "error_code": code,
            "message": MESSAGES[code],
            "status": False,
            "error_data": refusal.error_data,
            "details": refusal.details if isinstance(refusal.details, str) else "",
        }
        return Reply(http_status, encoded(old))
    new: dict[str, object] = {
        "status": False,
        "error_code": code,
        "message": MESSAGES[code],
        "error": _WORDS.get(code, _OTHER_WORD),
        "details": refusal.details,
        "error_data": refusal.error_data,
        "state": "Error",
    }
    return Reply(http_status, encoded(new))


def no_such_page(*, as_json: bool) -> Reply:
    """404: of the service's own framework, or the page of whatever stands in front of it."""
    if as_json:
        return Reply(404, encoded({"detail": "Not found."}))
    page = "<!doctype html><html><head><title>Not Found</title></head>" + (
        "<body><h1>Not Found</h1><p>The requested resource was not found.</p></body></html>"
    )
    return Reply(404, page.encode(), HTML_TYPE)


def bad_gateway() -> Reply:
    """Make the answer of a gateway that gets none from the service behind it."""
    page = "<html><head><title>502 Bad Gateway</title></head><body>502 Bad Gateway</body></html>"
    return Reply(502, page.encode(), HTML_TYPE)


def too_large() -> Reply:
    """413: the request's body is larger than any documented one could be."""
    return Reply(413, b"<html><body>413 Request Entity Too Large</body></html>", HTML_TYPE)


def encoded(body: Mapping[str, object]) -> bytes:
    """JSON as the service writes it: amounts as plain numbers."""
    return json.dumps(body, ensure_ascii=False, default=_plain).encode()


def _plain(value: object) -> float:
    if isinstance(value, Decimal):
        return float(value)
    raise TypeError(f"not JSON: {type(value).__name__}")
