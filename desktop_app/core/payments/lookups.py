"""Reads of the service: accounts and balance. Nothing is paid here, all may be repeated."""

from __future__ import annotations

import logging
from dataclasses import replace

from desktop_app.core.billing.account_key import AccountKey
from desktop_app.core.billing.accounts import Account, Body, Offer
from desktop_app.core.billing.provider import Call, Entry, Provider
from desktop_app.core.clock import Clock
from desktop_app.core.errors import LedgerError, Problem, ServiceError
from desktop_app.core.money import Money
from desktop_app.core.payments.balance import balance_of
from desktop_app.core.payments.order import AccountSnapshot
from desktop_app.core.payments.payment import new_reference
from desktop_app.core.payments.ports import Ledger, Service, ServiceRegistry
from desktop_app.core.payments.response import require_success

log = logging.getLogger(__name__)


class AccountLookup:
    """The part of the desk that asks and changes nothing."""

    def __init__(self, services: ServiceRegistry, ledger: Ledger, clock: Clock) -> None:
        self._services = services
        self._ledger = ledger
        self._clock = clock

    def service(self) -> Service:
        """The chosen connection; raises ``ServiceError`` while it has no token."""
        service = self._services.current()
        if service is None:
            raise ServiceError(Problem.NO_TOKEN)
        return service

    def look_up(self, provider: Provider, entry: Entry) -> AccountSnapshot:
        """See ``PaymentDesk.look_up``."""
        service = self.service()
        first = provider.start(entry)
        reference: str | None = None
        if isinstance(first, Call):
            reference = new_reference() if first.with_reference else None
            account = provider.read(entry, self._read(provider, service, first, reference))
        else:
            account = first
        environment = service.connection.environment
        self._remember(account, provider.account_key(environment, account.account_id))
        return self._looked_up(service, account, reference)

    def choose(self, provider: Provider, found: AccountSnapshot, offer: Offer) -> AccountSnapshot:
        """See ``PaymentDesk.choose``."""
        call = provider.middle(found.account, offer)
        if call is None:
            return found
        service = self.service()
        reference = new_reference() if call.with_reference else None
        answer = self._read(provider, service, call, reference)
        account = provider.read_middle(found.account, offer, answer)
        sent = () if reference is None else (reference,)
        return replace(found, account=account, middle_references=(*found.middle_references, *sent))

    def balance(self) -> Money:
        """See ``PaymentDesk.balance``."""
        return balance_of(self.service().balance())

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

    def _looked_up(
        self, service: Service, account: Account, reference: str | None
    ) -> AccountSnapshot:
        return AccountSnapshot(
            account=account,
            environment=service.connection.environment,
            connection_id=service.connection_id,
            at=self._clock.now(),
            monotonic=self._clock.monotonic(),
            details_reference=reference,
        )

    def _remember(self, account: Account, customer: AccountKey) -> None:
        try:
            self._ledger.remember(account, customer, self._clock.now())
        except LedgerError as error:
            # Suggestions are a convenience: a look-up is no reason to stop.
            log.warning("the look-up was not remembered: %s", error)
