"""The customers of a company that a shop has looked up before, and those to practise with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.core.alike import find_alike, parts_of_alike
from desktop_app.core.customers import CustomerSearch, KnownAccount, account_of
from desktop_app.ui.texts.lessons import lesson_title

if TYPE_CHECKING:
    from desktop_app.core.billing.provider import Provider
    from desktop_app.core.lessons import PracticeCustomer
    from desktop_app.core.payments.ports import Ledger
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result


_IN_HAND = 20
"""Those looked up last, which are there before the record has been searched."""
_MOST_FOUND = 10
_MOST_COMPARED = 500


@dataclass(frozen=True, slots=True)
class _Company:
    """What is read of a company once."""

    newest: tuple[KnownAccount, ...] = ()
    practice: tuple[PracticeCustomer, ...] = ()
    tried: tuple[KnownAccount, ...] = ()
    """Who of those to practise with was looked up before."""


class KnownCustomers(QObject):
    """Reads them from the record; ``read`` tells that more of them are there."""

    read = Signal()
    resembles = Signal(object)
    """A customer whose id is like the one that ``look_alike`` was asked for; None for nobody."""

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._job = self._search_job = self._alike_job = 0
        self._company = _Company()
        self._found: tuple[KnownAccount, ...] = ()
        self._requested: tuple[Provider, str] | None = None
        """The search that was asked for last."""
        self._running: tuple[Provider, str] | None = None
        """The one that is made."""

    @property
    def accounts(self) -> tuple[KnownAccount, ...]:
        """Those found by what was typed last, with the newest of all; the newest first."""
        every = {one.key: one for one in (*self._company.newest, *self._found)}
        return tuple(sorted(every.values(), key=lambda one: one.looked_up_at, reverse=True))

    @property
    def practice(self) -> tuple[PracticeCustomer, ...]:
        """Return those to practise with; none outside practice."""
        return self._company.practice

    @property
    def untried(self) -> tuple[KnownAccount, ...]:
        """Those to practise with whom nobody looked up yet, named after what they teach."""
        tried = {name for one in self._company.tried for name in one.key.names}
        now = self._context.clock.now()
        return tuple(
            KnownAccount(one.key, one.provider, one.account_id, lesson_title(one.lesson), now)
            for one in self.practice
            if one.key.account not in tried
        )

    def load(self, provider: Provider, typed: str) -> None:
        """Read those of this provider's company, and who is found by what is typed."""
        catalog, environment, info = self._context.catalog, self._context.environment, provider.info
        every = CustomerSearch("").among([provider])

        def load(ledger: Ledger) -> _Company:
            invented = catalog.practice_customers(environment)
            practice = tuple(one for one in invented if one.provider == info.slug)
            names = [one.key.account for one in practice]
            return _Company(
                ledger.accounts.known(environment, every, most=_IN_HAND),
                practice,
                ledger.accounts.named(environment, info.company, names) if names else (),
            )

        self._requested, self._found = None, ()
        self._context.tasks.cancel(self._job)
        self._job = self._context.tasks.read(
            self._context.ledger_job("read the known customers", load), self._take
        )
        self.search(provider, typed)

    def search(self, provider: Provider, typed: str) -> None:
        """Search all of the company's; what comes after something else was typed is dropped.

        One search is made at a time: of letters typed meanwhile only the last is searched for.
        """
        text = typed.strip()
        wanted = (provider, text) if text else None
        if wanted == self._requested:
            return
        self._requested, self._found = wanted, ()
        self._search_next()

    def _search_next(self) -> None:
        if self._requested is None or self._context.tasks.awaits(self._search_job):
            return
        self._running = provider, text = self._requested
        environment = self._context.environment
        wanted = CustomerSearch(text).among([provider])
        company, name = provider.info.company, provider.canonical(text)

        def search(ledger: Ledger) -> tuple[KnownAccount, ...]:
            # Who was typed whole is among them, whoever else holds that text.
            return (
                *ledger.accounts.named(environment, company, [name]),
                *ledger.accounts.known(environment, wanted, most=_MOST_FOUND),
            )

        self._search_job = self._context.tasks.read(
            self._context.ledger_job("search the known customers", search), self._take_found
        )

    def look_alike(self, provider: Provider, account_id: str) -> None:
        """Search for somebody whose id differs little from this one; ``resembles`` tells whom."""
        environment, company = self._context.environment, provider.info.company
        parts = frozenset(parts_of_alike(provider.canonical(account_id)))
        untried = self.untried

        def search(ledger: Ledger) -> KnownAccount | None:
            some = ledger.accounts.known(environment, {company: parts}, most=_MOST_COMPARED)
            return find_alike((*untried, *some), provider, account_id)

        self.drop_alike()
        self._alike_job = self._context.tasks.read(
            self._context.ledger_job("search for a customer alike", search), self._take_alike
        )

    def drop_alike(self) -> None:
        """Nobody is asked for any more."""
        self._context.tasks.cancel(self._alike_job)

    def _take(self, done: Result[_Company]) -> None:
        self._company = done.value or _Company()
        self._context.session.report(done.error)
        self.read.emit()

    def _take_found(self, done: Result[tuple[KnownAccount, ...]]) -> None:
        if self._running != self._requested:
            self._search_next()
            return
        self._found = done.value or ()
        self._context.session.report(done.error)
        self.read.emit()

    def _take_alike(self, done: Result[KnownAccount | None]) -> None:
        self._context.session.report(done.error)
        self.resembles.emit(done.value)

    def find(self, provider: Provider | None, account_id: str) -> KnownAccount | None:
        """The customer whose account id was typed whole."""
        return None if provider is None else account_of(self.accounts, provider, account_id)
