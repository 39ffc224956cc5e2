"""The providers that can be paid, and the invented customers to practise with."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from desktop_app.core.environment import Environment

if TYPE_CHECKING:
    from desktop_app.application.connections import Practice
    from desktop_app.core.billing.provider import Provider
    from desktop_app.core.lessons import PracticeCustomer


class Catalog:
    """Lists providers and practice customers; the lists are read when first needed."""

    def __init__(self, practice: Practice) -> None:
        self._practice = practice
        # The first page shows the providers while the ledger is still being opened.
        self._lock = threading.Lock()
        self._providers: tuple[Provider, ...] | None = None

    def providers(self) -> tuple[Provider, ...]:
        """Return all providers, including those that the service has retired."""
        with self._lock:
            if self._providers is None:
                from desktop_app.providers import all_providers

                self._providers = all_providers()
            return self._providers

    def practice_customers(self, environment: Environment) -> tuple[PracticeCustomer, ...]:
        """Whom to practise with, in the order of the lessons; nobody outside practice."""
        if environment is not Environment.PRACTICE:
            return ()
        from desktop_app.sandbox.customers import practice_customers

        # The service is there as soon as the ledger of practice was opened.
        return practice_customers(self.providers(), self._practice.tried)
