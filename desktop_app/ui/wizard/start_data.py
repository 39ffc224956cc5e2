"""What the start page shows beside its tiles, read on a worker."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from desktop_app.core.clock import AND_LATER
from desktop_app.core.company_choice import is_on
from desktop_app.core.customers import CustomerSearch
from desktop_app.core.payments.payment import HELD_STATES

if TYPE_CHECKING:
    from desktop_app.core.billing.provider import Provider
    from desktop_app.core.customers import KnownAccount
    from desktop_app.core.lessons import PracticeCustomer
    from desktop_app.core.payments.desk import PaymentDesk
    from desktop_app.core.payments.ports import DayFigures, Ledger
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.jobs import RecordJob

_MONTH = timedelta(days=30)
_RECENT = 200
"""Customers that are read: more than are shown, since all that one practises with are among them.
"""


@dataclass(frozen=True, slots=True)
class StartData:
    """Holds the page's data, all of the same moment."""

    providers: tuple[Provider, ...]
    uses: dict[str, int]
    known: tuple[KnownAccount, ...]
    practice: tuple[PracticeCustomer, ...]
    day: DayFigures
    is_interrupted: bool


def start_job(context: AppContext) -> RecordJob[StartData]:
    """Return the job that reads it."""
    catalog, clock, environment = context.catalog, context.clock, context.environment
    settings = context.session.settings

    def load(desk: PaymentDesk, ledger: Ledger) -> StartData:
        now, providers = clock.now(), catalog.providers()
        payable = CustomerSearch("").among(p for p in providers if is_on(settings, p.info))
        return StartData(
            providers=providers,
            uses=ledger.history.uses(now - _MONTH),
            known=ledger.accounts.known(environment, payable, most=_RECENT),
            practice=catalog.practice_customers(environment),
            day=ledger.history.day(clock.start_of_day(), now + AND_LATER),
            is_interrupted=_is_interrupted(desk, ledger),
        )

    return context.record_job("read the start page", load)


def _is_interrupted(desk: PaymentDesk, ledger: Ledger) -> bool:
    """Tell whether a payment that the last run left unfinished still holds or owes cash."""
    now = (ledger.payment(payment.number) for payment in desk.recovered)
    return any(p is not None and (p.state in HELD_STATES or p.owes_cash) for p in now)
