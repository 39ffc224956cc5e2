"""Keeps tokens out of everything that is written (payment rule 11)."""

from __future__ import annotations

import logging
import re
import threading
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

REDACTED = "[token]"

_SHORTEST = 4
"""Anything shorter is no secret, and would tear holes into every line."""

_SHORT = {"\n": "n", "\r": "r", "\t": "t", "\b": "b", "\f": "f", "\v": "v"}
_LAST_OF_ONE_BYTE = 0xFF
_SLASHES = r"\\{1,8}"
"""Backslashes of an escape in an escape; bounded, or a text full of them would take minutes."""

_HTTP_LOGGERS = (
    "httpx",
    "httpcore",
    "httpcore.connection",
    "httpcore.http11",
    "httpcore.http2",
    "httpcore.proxy",
    "httpcore.socks",
)


def redact(text: str, tokens: Iterable[str]) -> str:
    """``text`` with every token replaced, in whatever way it was escaped.

    Each character of a token is found plain, percent-encoded (also twice), as a JSON or Python
    escape, and in any mixture of these, as different programs escape different characters.
    """
    pattern = _pattern(tokens)
    return pattern.sub(REDACTED, text) if pattern else text


def _pattern(tokens: Iterable[str]) -> re.Pattern[str] | None:
    # The longest first, so that a token is not left half when another is its beginning.
    wanted = sorted({token for token in tokens if len(token) >= _SHORTEST}, key=len, reverse=True)
    if not wanted:
        return None
    return re.compile("|".join("".join(map(_forms, token)) for token in wanted))


@lru_cache(maxsize=256)
def _forms(character: str) -> str:
    """A pattern for one character in all the ways it may be written."""
    code = ord(character)
    encoded = character.encode("utf-8", "surrogatepass")
    units = character.encode("utf-16-be", "surrogatepass").hex()
    escapes = [
        "".join(f"%(?:25){{0,4}}{byte:02x}" for byte in encoded),
        "".join(rf"{_SLASHES}x{byte:02x}" for byte in encoded),
        "".join(rf"{_SLASHES}u{units[at : at + 4]}" for at in range(0, len(units), 4)),
        rf"{_SLASHES}U{code:08x}",
    ]
    if code <= _LAST_OF_ONE_BYTE:
        escapes.append(rf"{_SLASHES}x{code:02x}")
    if character in _SHORT:
        escapes.append(rf"{_SLASHES}{_SHORT[character]}")
    # With backslashes in front: a quoted quote, quoted again by a repr.
    plain = _SLASHES if character == "\\" else f"(?:{_SLASHES})?{re.escape(character)}"
    return f"(?:{plain}|(?i:{'|'.join(escapes)}))"


class Redactor:
    """The tokens that the program knows of. Safe to use from several threads."""

    def __init__(self, tokens: Iterable[str] = ()) -> None:
        self._lock = threading.Lock()
        self._tokens: set[str] = set(tokens)
        self._compiled = _pattern(self._tokens)

    def add(self, token: str) -> None:
        """Keep this token out of what is written from now on; it stays known when removed."""
        with self._lock:
            if token not in self._tokens:
                self._tokens.add(token)
                self._compiled = _pattern(self._tokens)

    def redact(self, text: str) -> str:
        """``text`` without the tokens."""
        compiled = self._compiled
        return compiled.sub(REDACTED, text) if compiled else text

    def __repr__(self) -> str:
        return f"Redactor({len(self._tokens)} tokens)"


class RedactingFilter(logging.Filter):
    """Takes the tokens out of a record: message, arguments, traceback, stack and extras.

    It changes the record itself, so that handlers after it see nothing either. Put it on
    handlers: a filter of a logger is not asked about the records of its children.
    """

    def __init__(self, redactor: Redactor) -> None:
        super().__init__()
        self._redactor = redactor
        self._formatter = logging.Formatter()

    def filter(self, record: logging.LogRecord) -> bool:
        redact = self._redactor.redact
        record.msg = redact(_message(record))
        record.args = None
        if record.exc_info:
            # Formatted here: a formatter further on would write it from the exception again.
            record.exc_text = record.exc_text or self._formatter.formatException(record.exc_info)
            record.exc_info = None
        for name, value in list(vars(record).items()):
            if isinstance(value, str):
                setattr(record, name, redact(value))
        return True


def _message(record: logging.LogRecord) -> str:
    try:
        return record.getMessage()
    except Exception:  # arguments that do not fit, or an object that cannot be written
        return f"{record.msg!s} {tuple(type(arg).__name__ for arg in record.args or ())}"


class RedactingFormatter(logging.Formatter):
    """Another formatter's text without the tokens: the last look at a line before it is written."""

    def __init__(self, redactor: Redactor, inner: logging.Formatter | None = None) -> None:
        super().__init__()
        self._redactor = redactor
        self._inner = inner or logging.Formatter()

    def format(self, record: logging.LogRecord) -> str:
        return self._redactor.redact(self._inner.format(record))


def protect(handler: logging.Handler, redactor: Redactor) -> None:
    """Let nothing with a token in it pass this handler."""
    handler.addFilter(RedactingFilter(redactor))
    handler.setFormatter(RedactingFormatter(redactor, handler.formatter))


class _Mute(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        return False


_MUTE = _Mute()


def silence_http_logs() -> None:
    """Let httpx and httpcore log nothing at all: their lines hold URLs, headers and bodies.

    Holds against a root logger at DEBUG; the filter also against a later configuration of
    these very loggers, which would lift ``disabled``, level and ``propagate``.
    """
    for name in _HTTP_LOGGERS:
        logger = logging.getLogger(name)
        logger.disabled = True
        logger.propagate = False
        if logger.level <= logging.CRITICAL:
            # Each time that it is set, all loggers forget what they know of their levels.
            logger.setLevel(logging.CRITICAL + 1)
        logger.addFilter(_MUTE)
