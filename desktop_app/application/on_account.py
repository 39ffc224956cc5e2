"""Customers who owe (udharo): kept, limited by the owner, and settled. Every method may wait."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.core.errors import LedgerError, Problem
from desktop_app.core.journal import JournalEntry, JournalKind
from desktop_app.core.on_account import MAX_NAME, MAX_PHONE
from desktop_app.core.operators import OwnerAction
from desktop_app.core.owing_search import OwingSearch
from desktop_app.core.tenders import debtor_of
from desktop_app.core.typed_text import typed_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop_app.application.environments import Environments
    from desktop_app.application.operators import Operators
    from desktop_app.core.clock import Clock
    from desktop_app.core.environment import Environment
    from desktop_app.core.money import Money
    from desktop_app.core.on_account import OnAccountCustomer, OnAccountEntry, Settled, Settling
    from desktop_app.core.operators import Proof
    from desktop_app.core.shop import Till
    from desktop_app.core.tenders import Tender


class OnAccount:
    """The customers of each environment's record, at whichever till asks."""

    def __init__(self, environments: Environments, operators: Operators, clock: Clock) -> None:
        self._environments = environments
        self._operators = operators
        self._clock = clock

    def search(self, environment: Environment) -> OwingSearch:
        """All customers, by name, with what they owe, to be searched. Nothing is written."""
        return OwingSearch(self._environments.on_account(environment).customers())

    def name_of_debtor(self, environment: Environment, tenders: Iterable[Tender]) -> str:
        """Who owes the part of a bill that is on account; empty where none of it is."""
        customer = debtor_of(tenders)
        if customer is None:
            return ""
        return self._environments.on_account(environment).customer(customer).name

    def entries(self, environment: Environment, customer: int) -> tuple[OnAccountEntry, ...]:
        """The account of a customer, oldest first."""
        return self._environments.on_account(environment).entries(customer)

    def add(self, environment: Environment, name: str, phone: str) -> OnAccountCustomer:
        """Keep a new customer, who has no limit yet; a known one where it is the same."""
        ledger = self._environments.on_account(environment)
        return ledger.add_customer(
            _tidy(name, MAX_NAME), _tidy(phone, MAX_PHONE), self._clock.now()
        )

    def set_limit(
        self,
        environment: Environment,
        till: Till,
        customer: int,
        limit: Money | None,
        by: Proof | None,
    ) -> None:
        """Set how much a customer may owe; None asks the owner each time.

        Raises:
            LedgerError: ``ILLEGAL_STEP`` where no owner has proved it in a guarded shop.
        """
        if not self._operators.may(OwnerAction.ON_ACCOUNT, by):
            raise LedgerError(Problem.ILLEGAL_STEP, cause="not proved")
        content = {
            "customer": str(customer),
            "limit": "" if limit is None else str(limit.paisa),
        }
        who = till if by is None else replace(till, operator=by.name, operator_id=by.operator_id)
        entry = JournalEntry(JournalKind.LIMIT_SET, self._clock.now(), content=content).by(who)
        self._environments.on_account(environment).set_limit(customer, limit, entry)

    def settle(self, environment: Environment, till: Till, settling: Settling) -> Settled:
        """Record what a customer gave for what is owed: cash goes into the open shift."""
        ledger = self._environments.on_account(environment)
        return ledger.settle(till, self._clock.now(), settling)


def _tidy(text: str, most: int) -> str:
    return " ".join(typed_text(text).split())[:most].strip()
