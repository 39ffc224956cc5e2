"""What the screens know of tokens: where one is kept, how it ends, whether the service takes it.

A token itself goes from the field to the vault and to the service, and nowhere else.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from desktop_app.core.clock import Clock
from desktop_app.core.environment import Environment
from desktop_app.core.errors import BhuktaniError, Problem
from desktop_app.core.money import Money
from desktop_app.core.payments.payment import PaymentState
from desktop_app.core.typed_text import visible_text
from desktop_app.ui.runtime.ports import Backend

_TEST_PREFIX = "TEST:"
_SHOWN = 4
_MIN_FOR_ENDING = 12
_WAITING = (PaymentState.SENDING, PaymentState.WAITING, PaymentState.REVIEW)

MAX_CHARACTERS = 500
"""More than any token; a field takes no more."""


@dataclass(frozen=True, slots=True)
class TokenInfo:
    """What may be shown of the token of one environment, and how many payments need it."""

    is_there: bool
    is_persistent: bool
    ending: str = ""
    is_test: bool = False
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class TokenTest:
    """The service took a token: the balance it answered, and how long that took."""

    balance: Money
    seconds: float
    at: datetime


def tidy(text: str) -> str:
    """A pasted token without the blanks and unseen characters around and in it."""
    return "".join(visible_text(text).split())


def ending(token: str) -> str:
    """The last four characters; nothing of a token that is too short to keep the rest secret."""
    return token[-_SHOWN:] if len(token) >= _MIN_FOR_ENDING else ""


def is_test_token(token: str) -> bool:
    """It looks like one of the test kind; it does not prove which computer takes it."""
    return token.startswith(_TEST_PREFIX)


def read_kept(backend: Backend, environment: Environment) -> TokenInfo:
    """For a worker. Raises ``VaultError``."""
    vault = backend.vault()
    token = vault.token(environment)
    if token is None:
        return TokenInfo(is_there=False, is_persistent=vault.is_persistent)
    waiting = 0
    with suppress(BhuktaniError):
        waiting = sum(
            payment.order.environment is environment and payment.state in _WAITING
            for payment in backend.ledger().open_payments()
        )
    return TokenInfo(True, vault.is_persistent, ending(token), is_test_token(token), waiting)


def try_token(
    backend: Backend, clock: Clock, environment: Environment, token: str | None
) -> TokenTest:
    """For a worker: ask the balance with this token, or with the kept one for None."""
    token = token or backend.vault().token(environment)
    if not token:
        raise BhuktaniError(Problem.NO_TOKEN)
    start = clock.monotonic()
    balance = backend.try_token(environment, token)
    return TokenTest(balance, clock.monotonic() - start, clock.now())


def where_kept(*, is_persistent: bool) -> str:
    """Where a token is kept on this computer."""
    if not is_persistent:
        return QCoreApplication.translate(
            "Token", "Kept in memory only: it is asked for at each start. Never written down."
        )
    if sys.platform == "win32":
        return QCoreApplication.translate(
            "Token", "Kept in Windows Credential Manager, not in the program’s files."
        )
    return QCoreApplication.translate(
        "Token", "Kept in this computer’s keyring, not in the program’s files."
    )


def doubt(environment: Environment, *, is_test: bool) -> tuple[str, str]:
    """A lead and words where the kind of token is unusual for the environment; else empty.

    Not a refusal: the service takes live tokens on its test computer for some companies.
    """
    if environment is Environment.LIVE and is_test:
        return (
            QCoreApplication.translate("Token", "This looks like a test token."),
            QCoreApplication.translate("Token", "LIVE usually needs a token without TEST: in it."),
        )
    if environment is Environment.TEST and not is_test:
        return (
            QCoreApplication.translate("Token", "This looks like a live token."),
            QCoreApplication.translate(
                "Token", "On the test computer tokens usually begin with TEST:"
            ),
        )
    return "", ""
