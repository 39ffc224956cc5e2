"""Token facts for the screens: where one is stored, how it ends, whether the service accepts it.

A token itself goes from the field to the vault and to the service, and nowhere else.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop_app.core.environment import Environment
from desktop_app.core.errors import BhuktaniError, Problem
from desktop_app.core.journal import JournalKind
from desktop_app.core.payments.payment import HELD_STATES
from desktop_app.core.typed_text import visible_text
from desktop_app.ui.runtime.jobs import Job

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from desktop_app.core.money import Money
    from desktop_app.core.operators import Proof
    from desktop_app.core.ports import Vault
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.ports import EnvironmentsPort

_TEST_PREFIX = "TEST:"
_SHOWN = 4
_MIN_FOR_ENDING = 12

MAX_CHARACTERS = 500
"""More than any token; a field takes no more."""


@dataclass(frozen=True, slots=True)
class TokenInfo:
    """The facts about an environment's token that may be shown."""

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
    """Tell whether it looks like a test token; this does not prove which server accepts it."""
    return token.startswith(_TEST_PREFIX)


def read_kept(
    vault: Vault, environments: EnvironmentsPort, chosen: Environment, environment: Environment
) -> TokenInfo:
    """Read the vault, and count what waits for that token in the record of ``chosen``.

    Raises:
        VaultError: the vault is locked.
    """
    token = vault.token(environment)
    if token is None:
        return TokenInfo(is_there=False, is_persistent=vault.is_persistent)
    waiting = 0
    with suppress(BhuktaniError):
        waiting = sum(
            payment.order.environment is environment and payment.state in HELD_STATES
            for payment in environments.ledger(chosen).open_payments()
        )
    return TokenInfo(True, vault.is_persistent, ending(token), is_test_token(token), waiting)


def saving(
    context: AppContext, environment: Environment, token: str, proof: Proof | None
) -> Callable[[], None]:
    """What keeps a token, and tells the journal who did it; for a worker."""
    vault, environments, by = context.vault, context.environments, context.session.till_of(proof)

    def save() -> None:
        vault.save(environment, token)
        environments.note(JournalKind.TOKEN_SAVED, by, {"environment": environment.value})

    return save


def trial_job(context: AppContext, environment: Environment, token: str | None) -> Job[TokenTest]:
    """A job that asks the balance with this token, or with the kept one for None."""
    vault, tester, clock = context.vault, context.token_tester, context.clock

    def ask() -> TokenTest:
        used = token or vault.token(environment)
        if not used:
            raise BhuktaniError(Problem.NO_TOKEN)
        start = clock.monotonic()
        balance = tester.balance(environment, used)
        return TokenTest(balance, clock.monotonic() - start, clock.now())

    return Job("test a token", ask)


def where_kept(*, is_persistent: bool) -> str:
    """Say where a token is stored on this computer."""
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
