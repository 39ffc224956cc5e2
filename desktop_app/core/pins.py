"""PINs of the people at the counter: what may be one, and how it is stored and compared."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from desktop_app.core.typed_text import typed_code

MIN_DIGITS, MAX_DIGITS = 4, 8

_DIGITS = frozenset("0123456789")
_METHOD = "scrypt"
_SALT_BYTES = 16
_HASH_BYTES = 32
# A record that a stranger has changed must not make the program take all memory, or stand still.
_MAX_LOG_N, _MAX_R, _MAX_P = 17, 16, 4


class PinFault(StrEnum):
    """Why digits may not be a PIN."""

    NOT_DIGITS = "not_digits"
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    ONE_DIGIT = "one_digit"
    """The same digit all along."""
    IN_ORDER = "in_order"
    """Digits that follow each other up or down, 9 and 0 being neighbours."""


def read_pin(typed: str) -> str:
    """The PIN that was typed, in the digits 0 to 9: Nepali keyboards send their own."""
    return typed_code(typed)


def check_pin(typed: str) -> PinFault | None:
    """Return what is wrong with a new PIN; None if it may be one."""
    pin = read_pin(typed)
    if not set(pin) <= _DIGITS:
        return PinFault.NOT_DIGITS
    if len(pin) < MIN_DIGITS:
        return PinFault.TOO_SHORT
    if len(pin) > MAX_DIGITS:
        return PinFault.TOO_LONG
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(pin)}
    if steps == {0}:
        return PinFault.ONE_DIGIT
    if steps in ({1}, {9}):
        return PinFault.IN_ORDER
    return None


@dataclass(frozen=True, slots=True)
class ScryptCost:
    """What one comparison costs: ``log_n`` doublings of the work, ``r`` and ``p`` as in RFC 7914.

    It takes 128 * r * 2 ** log_n bytes of memory.
    """

    log_n: int
    r: int
    p: int

    @property
    def memory(self) -> int:
        """Bytes that OpenSSL may take for it, with some room."""
        return 128 * self.r * ((1 << self.log_n) + self.p + 2) + (1 << 16)


COST = ScryptCost(log_n=15, r=8, p=1)
"""About a tenth of a second and 32 MB: all PINs of four digits take a quarter of an hour even for
one who has the file, so that it is the file that must be kept. A PIN at the counter is guarded by
the lockout."""


def hash_pin(typed: str, cost: ScryptCost = COST) -> str:
    """One text with method, cost, salt and hash of a PIN. Takes its time: on a worker only.

    Raises:
        ValueError: it may not be a PIN (a fault of the program: ``check_pin`` comes first).
    """
    fault = check_pin(typed)
    if fault is not None:
        raise ValueError(f"not a PIN: {fault.value}")
    salt = secrets.token_bytes(_SALT_BYTES)
    derived = _derive(read_pin(typed), salt, cost)
    numbers = f"{cost.log_n},{cost.r},{cost.p}"
    return "$".join((_METHOD, numbers, _text(salt), _text(derived)))


def matches(typed: str, stored: str) -> bool:
    """Tell whether this is the PIN of a stored text. Takes its time: on a worker only.

    A text that is broken, or of a method of a newer program, matches nothing.
    """
    parts = _parts(stored)
    if parts is None:
        return False
    cost, salt, derived = parts
    return hmac.compare_digest(_derive(read_pin(typed), salt, cost), derived)


def needs_rehash(stored: str, cost: ScryptCost = COST) -> bool:
    """Tell whether a PIN should be stored anew, as it was stored at a lower cost."""
    parts = _parts(stored)
    if parts is None:
        return True
    of_text = parts[0]
    return of_text.log_n < cost.log_n or of_text.r < cost.r or of_text.p < cost.p


def _derive(pin: str, salt: bytes, cost: ScryptCost) -> bytes:
    return hashlib.scrypt(
        pin.encode(),
        salt=salt,
        n=1 << cost.log_n,
        r=cost.r,
        p=cost.p,
        maxmem=cost.memory,
        dklen=_HASH_BYTES,
    )


def _parts(stored: str) -> tuple[ScryptCost, bytes, bytes] | None:
    try:
        method, numbers, *texts = stored.split("$")
        log_n, r, p = (int(number) for number in numbers.split(","))
        salt, derived = (base64.b64decode(text, validate=True) for text in texts)
    except ValueError:
        return None
    if method != _METHOD:
        return None
    sound = 1 <= log_n <= _MAX_LOG_N and 1 <= r <= _MAX_R and 1 <= p <= _MAX_P
    if not sound or len(salt) < _SALT_BYTES or len(derived) != _HASH_BYTES:
        return None
    return ScryptCost(log_n, r, p), salt, derived


def _text(value: bytes) -> str:
    return base64.b64encode(value).decode("ascii")
