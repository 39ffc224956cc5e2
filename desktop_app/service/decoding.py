"""Answers of the service: bytes to a dict, without floats.

The strict reader is fast and does for nearly all answers. The tolerant one takes what that refuses
and is one whole object all the same: NaN, endless numbers, broken UTF-8. For the answer to a pay
call alone, a third one keeps the pairs before the first fault of an object that does close
(payment rule 4: a Success with a broken side field is a Success). An object that does not close
was cut off, and proves nothing.
"""

from __future__ import annotations

import json
import re
from decimal import Decimal, InvalidOperation
from typing import TypeAlias

import msgspec

from desktop_app.core.billing.accounts import Json

Pairs: TypeAlias = list[tuple[str, Json]]

MAX_DEPTH = 32
"""What is nested deeper is dropped, so that nothing later has to fear for its stack."""

_MAX_DIGITS = 4300
"""Python's own bound for turning digits into an int; longer ones stay text."""

_DECIDING = (
    *("state", "status", "error_code", "reference", "amount"),
    *("refunded", "refunded_amount", "refunds"),
)
"""Fields that decide about a payment: two different values of one contradict each other."""

_NEEDED = ("state", "status")
"""A broken answer is worth reading only if these two came before the fault."""

_NOT_AFTER_A_FAULT = ("state", "status", "error_code", "reference")
"""Where one of these stands in the part that cannot be read, the answer is not understood."""

_BLANKS = re.compile(r"[ \t\n\r]*")
_SURROGATES = re.compile("[\ud800-\udfff]")


def decode(data: bytes) -> dict[str, Json] | None:
    """The one whole JSON object that ``data`` is, with every number that has a point as a Decimal.

    Never raises. Numbers that no Decimal or int can hold, and NaN and Infinity, become their text;
    a lone surrogate becomes U+FFFD; values nested deeper than ``MAX_DEPTH`` become None.

    Returns:
        None where it is anything else, or where a deciding field comes twice with different
        values.
    """
    found = _read_strictly(data)
    return _agreeing(_whole_object(_text(data))) if found is None else found


def decode_as_far_as_possible(data: bytes) -> dict[str, Json] | None:
    """The same for the answer to a pay call, which may have faults in what stands beside it.

    Returns:
        None also where the object does not close, or breaks before both ``state`` and ``status``
        were read.
    """
    found = _read_strictly(data)
    if found is not None:
        return found
    text = _text(data)
    pairs = _whole_object(text)
    if pairs is None and _closes(text):
        pairs = _pairs_before_the_fault(text)
    return _agreeing(pairs)


def begins_object(data: bytes) -> bool:
    """The first character that is no blank opens an object."""
    text = _text(data)
    return text[_next(text, 0) :][:1] == "{"


def closes_object(data: bytes) -> bool:
    """Tell whether the first bracket is closed, whatever stands between the two."""
    return _closes(_text(data))


def _number(text: str) -> Decimal | str:
    try:
        return Decimal(text)
    except InvalidOperation:  # an exponent that no Decimal can hold
        return text


def _whole_number(text: str) -> int | str:
    return int(text) if len(text) <= _MAX_DIGITS else text


_STRICT: msgspec.json.Decoder[dict[str, Json]] = msgspec.json.Decoder(
    dict[str, object], float_hook=_number
)


def _read_strictly(data: bytes) -> dict[str, Json] | None:
    if _may_repeat(data):
        return None
    try:
        body = _STRICT.decode(data)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None
    if data.count(b"{") + data.count(b"[") <= MAX_DEPTH:
        return body
    return {name: _tidy(value) for name, value in body.items()}


def _may_repeat(data: bytes) -> bool:
    """A deciding name stands there twice, or an escape could hide one.

    msgspec keeps the last of two equal names without a word; the tolerant reader sees both.
    """
    return rb"\u00" in data or any(data.count(f'"{name}"'.encode()) > 1 for name in _DECIDING)


def _text(data: bytes) -> str:
    return data.decode("utf-8-sig", errors="replace")


def _agreeing(found: Pairs | None) -> dict[str, Json] | None:
    """The pairs as a dict, unless there are none or two of them contradict each other."""
    if found is None:
        return None
    pairs = [(_without_surrogates(name), _tidy(value)) for name, value in found]
    return None if _contradict(pairs) else dict(pairs)


_PIECES = re.compile(r'"(?:[^"\\]++|\\.)*+"|[{}\[\]"]', re.DOTALL)
_CLOSING = {"{": "}", "[": "]"}


def _closes(text: str) -> bool:
    """The first bracket has its counterpart, whatever stands between the two.

    A bracket that closes nothing is a fault inside; a quote without its end hides all that
    follows, so that nothing closes any more.
    """
    open_ones: list[str] = []
    for piece in _PIECES.finditer(text):
        mark = piece.group()
        if mark == '"':
            return False
        if mark in _CLOSING:
            open_ones.append(_CLOSING[mark])
        elif open_ones and mark == open_ones[-1]:
            open_ones.pop()
            if not open_ones:
                return True
    return False


def _whole_object(text: str) -> Pairs | None:
    """The pairs of the object at the top, repeated names included; None if it is not JSON."""
    last: Pairs = []

    def keep(pairs: Pairs) -> dict[str, Json]:
        nonlocal last
        last = pairs  # the object at the top is finished last
        return dict(pairs)

    try:
        value = json.loads(
            text,
            strict=False,
            parse_float=_number,
            parse_int=_whole_number,
            parse_constant=str,
            object_pairs_hook=keep,
        )
    except (ValueError, RecursionError):
        return None
    return last if isinstance(value, dict) else None


_ONE_VALUE = json.JSONDecoder(
    strict=False, parse_float=_number, parse_int=_whole_number, parse_constant=str
)


def _pairs_before_the_fault(text: str) -> Pairs | None:
    """The top-level pairs up to the first fault, if they tell enough to be used."""
    at = _next(text, 0)
    if text[at : at + 1] != "{":
        return None
    pairs: Pairs = []
    at += 1
    try:
        while True:
            name, value, end = _pair(text, at)
            # Only a value with its comma or bracket is complete: 10 may be the start of 1000.
            if text[end : end + 1] not in (",", "}"):
                break
            pairs.append((name, value))
            at = end + 1
            if text[end] == "}":
                break
    except (ValueError, RecursionError):
        pass  # the fault that is being looked for
    names = {name for name, _ in pairs}
    rest = text[at:]
    # An escape could hide a name.
    hidden = "\\u" in rest or any(f'"{name}"' in rest for name in _NOT_AFTER_A_FAULT)
    if hidden or not names.issuperset(_NEEDED):
        return None
    return pairs


def _pair(text: str, at: int) -> tuple[str, Json, int]:
    """Read a name and its value; return both with the position after the blanks behind them."""
    name, at = _ONE_VALUE.raw_decode(text, _next(text, at))
    at = _next(text, at)
    if not isinstance(name, str) or text[at : at + 1] != ":":
        raise ValueError("not a name")
    value, at = _ONE_VALUE.raw_decode(text, _next(text, at + 1))
    return name, value, _next(text, at)


def _next(text: str, at: int) -> int:
    blanks = _BLANKS.match(text, at)
    return blanks.end() if blanks else at


def _contradict(pairs: Pairs) -> bool:
    seen: dict[str, Json] = {}
    for name, value in pairs:
        if name not in _DECIDING:
            continue
        first = seen.setdefault(name, value)
        # By type too: to Python, True equals 1.
        if type(first) is not type(value) or first != value:
            return True
    return False


def _tidy(value: Json, depth: int = 1) -> Json:
    """The value without lone surrogates, which no file takes, and without what is too deep."""
    if isinstance(value, str):
        return _without_surrogates(value)
    if isinstance(value, dict | list) and depth >= MAX_DEPTH:
        return None
    if isinstance(value, dict):
        return {_without_surrogates(name): _tidy(item, depth + 1) for name, item in value.items()}
    if isinstance(value, list):
        return [_tidy(item, depth + 1) for item in value]
    return value


def _without_surrogates(text: str) -> str:
    return text if text.isascii() else _SURROGATES.sub("\ufffd", text)
