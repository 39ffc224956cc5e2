"""Reads of the service: accounts and balance. Nothing is paid here, all may be repeated."""

from __future__ import annotations

import logging
import threading
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.core.billing.dialogue import Call, Offers, Ready
from desktop_app.core.billing.replay import entered_again, replay
from desktop_app.core.errors import BhuktaniError, LedgerError, Problem, ServiceError
from desktop_app.core.payments.balance import balance_of
from desktop_app.core.payments.inquiry import Inquiry, ReadStamp
from desktop_app.core.payments.response import require_success

if TYPE_CHECKING:
    from desktop_app.core.billing.account_key import AccountKey
    from desktop_app.core.billing.accounts import Account, Body
    from desktop_app.core.billing.forms import Values
    from desktop_app.core.billing.provider import Provider
    from desktop_app.core.clock import Clock
    from desktop_app.core.money import Money
    from desktop_app.core.payments.ports import AccountBook, Service, ServiceRegistry

log = logging.getLogger(__name__)

_MAX_INQUIRIES = 200
"""How many inquiries are remembered; a payment is made of one of the last few."""


class AccountLookup:
    """The part of the desk that asks and changes nothing."""

    def __init__(self, services: ServiceRegistry, accounts: AccountBook, clock: Clock) -> None:
        self._services = services
        self._accounts = accounts
        self._clock = clock
        self._last_reads: dict[str, str | None] = {}
        self._lock = threading.Lock()

    def service(self) -> Service:
        """The chosen connection; raises ``ServiceError`` while it has no token."""
        service = self._services.current()
        if service is None:
            raise ServiceError(Problem.NO_TOKEN)
        return service

    def advance(self, provider: Provider, inquiry: Inquiry) -> Inquiry:
        """See ``PaymentDesk.advance``."""
        service = self.service()
        stamp = self._stamp(service)
        _reject_other_connection(inquiry, stamp)
        step = provider.next(inquiry.dialogue)
        if isinstance(step, Call):
            reference = inquiry.next_reference if step.with_reference else None
            self._note_read(inquiry.id, None)
            body = self._read(provider, service, step, reference)
            inquiry = inquiry.answered(step, body, stamp)
            self._note_read(inquiry.id, inquiry.next_reference)
            step = provider.next(inquiry.dialogue)
        elif inquiry.stamp is None:
            inquiry = replace(inquiry, stamp=stamp)
        if isinstance(step, Ready):
            # What could not be paid is no account to take cash for.
            replay(provider, inquiry.dialogue)
        if isinstance(step, Offers | Ready) and inquiry.dialogue.clerk_turns == 1:
            account = step.account
            key = provider.key_of(service.connection.environment, account)
            self._remember(account, key, entered_again(provider, inquiry.dialogue))
        return inquiry

    def is_latest(self, inquiry: Inquiry) -> bool:
        """The service was asked nothing for this inquiry after what it knows of.

        Some calls that pay do not say what for: the service pays what it was asked about last.
        """
        with self._lock:
            last = self._last_reads.get(inquiry.id, inquiry.next_reference)
        return last == inquiry.next_reference

    def balance(self) -> Money:
        """See ``PaymentDesk.balance``."""
        return balance_of(self.service().balance())

    def _note_read(self, inquiry_id: str, next_reference: str | None) -> None:
        """Note what the last read of an inquiry left it with; None until it is answered."""
        with self._lock:
            self._last_reads.pop(inquiry_id, None)
            self._last_reads[inquiry_id] = next_reference
            while len(self._last_reads) > _MAX_INQUIRIES:
                del self._last_reads[next(iter(self._last_reads))]

    def _read(
        self, provider: Provider, service: Service, call: Call, reference: str | None
    ) -> Body:
        answer = service.read(call, reference)
        try:
            require_success(answer)
        except ServiceError as error:
            if error.problem is not Problem.REFUSED:
                raise
            problem = provider.refusal(answer.error_code, answer.explanation)
            raise ServiceError(problem, **error.details) from None
        return answer.body

    def _stamp(self, service: Service) -> ReadStamp:
        return ReadStamp(
            environment=service.connection.environment,
            connection_id=service.connection_id,
            at=self._clock.now(),
            monotonic=self._clock.monotonic(),
        )

    def _remember(self, account: Account, customer: AccountKey, entry: Values) -> None:
        try:
            self._accounts.remember(account, customer, self._clock.now(), entry)
        except LedgerError as error:
            # Suggestions are a convenience: a look-up is no reason to stop.
            log.warning("the look-up was not remembered: %s", error)


def _reject_other_connection(inquiry: Inquiry, now: ReadStamp) -> None:
    """A session belongs to the account that began it: another token never goes on with it."""
    began = inquiry.stamp
    if began is None:
        return
    if (began.environment, began.connection_id) != (now.environment, now.connection_id):
        raise BhuktaniError(Problem.STALE)
