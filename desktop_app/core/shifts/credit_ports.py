"""The ports of the shop's credit: what the service tells of it, and where its notes lie."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import date, datetime

    from desktop_app.core.money import Money
    from desktop_app.core.payments.payment import Payment
    from desktop_app.core.payments.response import ServiceResponse
    from desktop_app.core.shifts.commission import CommissionRate
    from desktop_app.core.shifts.credit import CreditNote
    from desktop_app.core.shop import Till


class CreditService(Protocol):
    """A connection to the service. No call raises."""

    def credit_on(self, day: date) -> ServiceResponse:
        """The shop's credit of a day, in ``credits_available``. For reports only."""

    def request_credit(self, amount: Money) -> ServiceResponse:
        """Ask for more credit. Sent at most once, never repeated, never redirected."""


class CreditLedger(Protocol):
    """The notes on one environment's credit. Every method raises ``LedgerError`` if it cannot be
    done. Nothing that is written is ever changed.
    """

    def add_note(self, till: Till, note: CreditNote) -> CreditNote:
        """Write a note by whoever stands at the till; the note as it is written."""

    def notes(self, since: datetime, until: datetime) -> tuple[CreditNote, ...]:
        """The notes from ``since`` to just before ``until``, oldest first."""

    def last_reading(self, until: datetime) -> CreditNote | None:
        """The last reading up to that moment."""

    def moved_between(self, since: datetime, until: datetime) -> tuple[Payment, ...]:
        """Payments that were sent, ended or reversed between, oldest first.

        Those that are open still are among them, however old they are.
        """

    def paid_between(self, since: datetime, until: datetime) -> tuple[Payment, ...]:
        """Payments that became PAID from ``since`` to just before ``until``, oldest first."""

    def rates(self) -> tuple[CommissionRate, ...]:
        """The commission rates, in the order of their entry."""

    def add_rate(self, till: Till, rate: CommissionRate) -> CommissionRate:
        """Write a rate; the rate as it is written."""
