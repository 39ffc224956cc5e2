"""The customers of a company that a shop has looked up before, and those to practise with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.core.customers import account_of

if TYPE_CHECKING:
    from desktop_app.core.billing.provider import Provider
    from desktop_app.core.customers import KnownAccount
    from desktop_app.core.lessons import PracticeCustomer
    from desktop_app.core.payments.ports import Ledger
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result


@dataclass(frozen=True, slots=True)
class _Known:
    accounts: tuple[KnownAccount, ...] = ()
    practice: tuple[PracticeCustomer, ...] = ()


class KnownCustomers(QObject):
    """Reads them from the ledger; ``read`` tells that they are there."""

    read = Signal()

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._job = 0
        self._known = _Known()

    @property
    def accounts(self) -> tuple[KnownAccount, ...]:
        """Those that were looked up before, newest first."""
        return self._known.accounts

    @property
    def practice(self) -> tuple[PracticeCustomer, ...]:
        """Return those to practise with; none outside practice."""
        return self._known.practice

    def load(self, provider: Provider) -> None:
        """Read those of this provider's company."""
        catalog, environment, info = self._context.catalog, self._context.environment, provider.info

        def load(ledger: Ledger) -> _Known:
            invented = catalog.practice_customers(environment)
            return _Known(
                ledger.known_accounts(environment, info.company),
                tuple(one for one in invented if one.provider == info.slug),
            )

        self._context.tasks.cancel(self._job)
        self._job = self._context.tasks.read(
            self._context.ledger_job("read the known customers", load), self._take
        )

    def _take(self, done: Result[_Known]) -> None:
        self._known = done.value or _Known()
        self._context.session.report(done.error)
        self.read.emit()

    def find(self, provider: Provider | None, account_id: str) -> KnownAccount | None:
        """The customer whose account id was typed whole."""
        return None if provider is None else account_of(self.accounts, provider, account_id)
