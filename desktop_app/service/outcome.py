"""Turns an exchange with the service into its outcome: an answer, or the reason for none."""

from __future__ import annotations

import ssl
from typing import TYPE_CHECKING

import httpx

from desktop_app.core.errors import Problem
from desktop_app.core.payments.response import ServiceResponse
from desktop_app.service.bodies import TooLargeError, UnreadableError
from desktop_app.service.decoding import (
    begins_object,
    closes_object,
    decode,
    decode_as_far_as_possible,
)

if TYPE_CHECKING:
    from desktop_app.service.transport import CallProgress

_STATUSES_WITH_A_BODY = frozenset({200, 400, 404})
"""Those that the API documents with a body of its own (contract, section 7)."""

_BEFORE_SENDING = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
"""Raised only while there is no connection to write to."""

_CUT_OFF = (ssl.SSLEOFError, ssl.SSLZeroReturnError, ssl.SSLSyscallError)
"""TLS errors that say no more than that the connection ended."""


def answered(status: int, data: bytes, *, paying: bool = False) -> ServiceResponse:
    """An answer that arrived as long as it was announced.

    A read counts as one whole JSON object only. A pay call's answer is read as far as it can be
    (payment rule 4), but one whose JSON does not close was cut off before it was sent.

    A redirect, a 502 of some proxy and the like are told by their status; that their body is a
    page for browsers is no further problem.
    """
    body = decode_as_far_as_possible(data) if paying else decode(data)
    if body is not None:
        return ServiceResponse(http_status=status, body=body)
    if status in _STATUSES_WITH_A_BODY:
        cut = begins_object(data) and not closes_object(data)
        return ServiceResponse(http_status=status, problem=Problem.BROKEN_ANSWER, cut_off=cut)
    return ServiceResponse(http_status=status)


def shorter_than_announced(status: int, data: bytes) -> ServiceResponse:
    """An answer that ended early; whether this API began it is told by its first character."""
    cut = begins_object(data)
    return ServiceResponse(http_status=status, problem=Problem.BROKEN_ANSWER, cut_off=cut)


def failed(error: Exception, track: CallProgress) -> ServiceResponse:
    """No complete answer. Any doubt about whether something was sent counts as sent."""
    never_connected = isinstance(error, _BEFORE_SENDING) and not track.wrote
    unsent = never_connected or not track.handed_over
    return ServiceResponse(problem=_problem(error, track), sent=not unsent)


def _problem(error: Exception, track: CallProgress) -> Problem:
    if isinstance(error, TooLargeError):
        return Problem.TOO_LARGE
    if isinstance(error, UnreadableError):
        return Problem.BROKEN_ANSWER
    if isinstance(error, httpx.TimeoutException):
        return Problem.TIMED_OUT
    if isinstance(error, httpx.RemoteProtocolError):
        return Problem.BROKEN_ANSWER if track.received else Problem.NO_NETWORK
    if isinstance(error, httpx.NetworkError):
        return Problem.INSECURE if _is_insecure(error) else Problem.NO_NETWORK
    return Problem.UNEXPECTED


def _is_insecure(error: BaseException) -> bool:
    """The certificate or the encryption is at fault, not the line."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLError) and not isinstance(cause, _CUT_OFF):
            return True
        cause = cause.__cause__ or cause.__context__
    return False
