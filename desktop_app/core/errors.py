"""Errors with codes and parameters. Words for people are made in ``ui/``."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class Problem(StrEnum):
    """The codes of problems; ``ui/`` has a plain sentence for each in each language."""

    # The network and the service's answers
    NO_NETWORK = "no_network"
    TIMED_OUT = "timed_out"
    INSECURE = "insecure"
    BROKEN_ANSWER = "broken_answer"
    TOO_LARGE = "too_large"
    UNEXPECTED_STATUS = "unexpected_status"
    REFUSED = "refused"
    NO_TOKEN = "no_token"  # noqa: S105 - a code, not a token

    # What a look-up answered
    NOT_UNDERSTOOD = "not_understood"
    NOTHING_TO_PAY = "nothing_to_pay"
    CANCELLED = "cancelled"

    # The ledger
    DISK_FULL = "disk_full"
    LEDGER_LOCKED = "ledger_locked"
    LEDGER_READ_ONLY = "ledger_read_only"
    LEDGER_DAMAGED = "ledger_damaged"
    RECORD_CHANGED = "record_changed"
    LEDGER_NEWER = "ledger_newer"
    LEDGER_FAILED = "ledger_failed"
    PAYMENT_GONE = "payment_gone"
    """A payment of a list is not in the record: another one is in its place since."""
    PAYMENT_BEGINS = "payment_begins"
    ALREADY_OPEN = "already_open"
    ALREADY_PAID = "already_paid"
    STALE = "stale"
    NO_REASON = "no_reason"
    SETTINGS_SET_ASIDE = "settings_set_aside"
    SETTINGS_NOT_STORED = "settings_not_stored"
    TOO_EARLY = "too_early"
    ILLEGAL_STEP = "illegal_step"
    TENDERS_DIFFER = "tenders_differ"
    OVER_LIMIT = "over_limit"
    """The customer would owe more than the owner lets owe."""

    # The vault
    VAULT_LOCKED = "vault_locked"
    VAULT_FAILED = "vault_failed"

    UNEXPECTED = "unexpected"


class BhuktaniError(Exception):
    """Base of all errors that the program itself raises.

    ``details`` hold values for the sentence and for the log, never a token.
    """

    def __init__(self, problem: Problem, **details: object) -> None:
        super().__init__(problem.value)
        self.problem = problem
        self.details: Mapping[str, object] = MappingProxyType(details)

    def __str__(self) -> str:
        shown = ", ".join(f"{key}={value!r}" for key, value in self.details.items())
        return f"{self.problem.value} ({shown})" if shown else self.problem.value


class ServiceError(BhuktaniError):
    """A read call gave no usable answer. Nothing was paid by it."""


class NotUnderstood(BhuktaniError):
    """An answer has a shape that contradicts itself: refused before any cash is taken."""

    def __init__(self, reason: str) -> None:
        super().__init__(Problem.NOT_UNDERSTOOD, reason=reason)


class LedgerError(BhuktaniError):
    """The record of payments could not be read or written; nothing was sent because of it."""


class AlreadyOpen(LedgerError):
    """An open payment of the same customer stands in the way (rule 7)."""

    def __init__(self, number: int) -> None:
        super().__init__(Problem.ALREADY_OPEN, number=number)
        self.number = number


class AlreadyPaid(LedgerError):
    """Raised if it may have been paid a short time ago; paying again must be confirmed (rule 7)."""

    def __init__(self, number: int) -> None:
        super().__init__(Problem.ALREADY_PAID, number=number)
        self.number = number


class VaultError(BhuktaniError):
    """The operating system's keyring refused or is gone."""
