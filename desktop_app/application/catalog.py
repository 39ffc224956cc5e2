"""The providers that can be paid, and the invented customers to practise with."""

from __future__ import annotations

import threading
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop_app.core.environment import Environment

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.application.connections import Practice
    from desktop_app.core.billing.provider import Provider
    from desktop_app.core.lessons import PracticeCustomer


class Catalog:
    """Lists providers and practice customers; the lists are read when first needed."""

    def __init__(
        self, practice: Practice, endpoints: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        self._practice = practice
        # The first page shows the providers while the ledger is still being opened.
        self._lock = threading.Lock()
        self._chosen = endpoints
        self._usual: tuple[Provider, ...] = ()
        self._others: tuple[Provider, ...] = ()
        self._providers: tuple[Provider, ...] = ()

    def providers(self) -> tuple[Provider, ...]:
        """Return all providers, each at the endpoint that the owner chose for it, including those
        that the service has retired.
        """
        with self._lock:
            self._load()
            return self._providers

    def endpoints(self) -> Mapping[str, tuple[str, ...]]:
        """The endpoints of each brand that has more than one, its usual one first, by its slug."""
        with self._lock:
            self._load()
            usual = {one.info.slug: one.info.endpoint for one in self._usual}
            found: dict[str, tuple[str, ...]] = {}
            for other in self._others:
                slug = other.info.slug
                found[slug] = (*found.get(slug, (usual[slug],)), other.info.endpoint)
            return found

    def use_endpoints(self, chosen: Mapping[str, str]) -> None:
        """Turn brands to the endpoints that the owner chose; the others to their usual one."""
        with self._lock:
            self._chosen, self._providers = chosen, ()

    def _load(self) -> None:
        if not self._providers:
            from desktop_app import providers

            self._usual = self._usual or providers.all_providers()
            slugs = {one.info.slug for one in self._usual}
            others = self._others or providers.other_endpoints()
            self._others = tuple(one for one in others if one.info.slug in slugs)
            self._providers = providers.at_endpoints(self._usual, self._others, self._chosen)

    def practice_customers(self, environment: Environment) -> tuple[PracticeCustomer, ...]:
        """Whom to practise with, in the order of the lessons; nobody outside practice."""
        if environment is not Environment.PRACTICE:
            return ()
        from desktop_app.sandbox.customers import practice_customers

        # The service is there as soon as the ledger of practice was opened.
        return practice_customers(self.providers(), self._practice.tried)
