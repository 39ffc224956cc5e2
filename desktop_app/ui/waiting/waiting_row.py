"""The row of a payment in Waiting."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from desktop_app.core.payments.complaint import AnswerDue, ComplaintLimits, answer_due
from desktop_app.core.payments.event_content import ticket_of
from desktop_app.core.payments.payment import Event, Payment, PaymentState
from desktop_app.formatting.dates import local
from desktop_app.ui.payment_kit.history import (
    monogram,
)
from desktop_app.ui.payment_kit.next_check import NextCheck

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable
    from datetime import datetime

    from desktop_app.core.billing.forms import FieldLabel
    from desktop_app.core.billing.provider import Provider
    from desktop_app.core.clock import Clock
    from desktop_app.core.environment import Environment
    from desktop_app.core.payments.desk import PaymentDesk
    from desktop_app.core.payments.ports import Ledger
    from desktop_app.core.settings import Language
    from desktop_app.core.tenders import Tender
    from desktop_app.ui.runtime.ports import CatalogPort


class Group(Enum):
    """The part of the page that a payment stands in."""

    OPEN = "open"
    CAME_BACK = "came_back"
    OWED = "owed"


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """A payment with its history and what its provider calls things.

    ``check`` is set while it waits or needs the owner.
    """

    payment: Payment
    events: tuple[Event, ...]
    monogram: str
    label: FieldLabel | None = None
    check: NextCheck | None = None
    confirms_later: str = ""
    """The name of its company, where that usually confirms later; else empty."""
    due: AnswerDue | None = None
    """Until when its outcome is in time; None where it is known."""
    ticket: str = ""
    """Under which support has the complaint about it; empty for none."""
    provider: Provider | None = None
    """Its company; None where the program does not know it any more."""
    debtor: str = ""
    """Who owes the part of it that is on account; empty for nobody."""

    @property
    def number(self) -> int:
        """Return the payment's number."""
        return self.payment.number

    @property
    def group(self) -> Group:
        """Its part of the page."""
        if self.came_back:
            return Group.CAME_BACK
        return Group.OWED if self.owes else Group.OPEN

    @property
    def owes(self) -> bool:
        """Its cash must be given back; otherwise it is open, or has just become PAID."""
        return self.payment.owes_cash

    @property
    def came_back(self) -> bool:
        """It is PAID, and the service took it back: it is paid again, or its cash given back."""
        return self.payment.owes_reversal

    @property
    def may_give_back(self) -> bool:
        """The customer's cash may be given back for it."""
        return self.owes or self.came_back

    @property
    def may_complain(self) -> bool:
        """The service is to be asked about it."""
        return self.due is not None or self.came_back

    @property
    def waits(self) -> bool:
        """Its outcome is not known yet."""
        return self.payment.state is PaymentState.WAITING

    @property
    def is_paid(self) -> bool:
        """True if it became PAID while the page showed it."""
        return self.payment.state is PaymentState.PAID and not (self.came_back or self.is_doubted)

    @property
    def is_doubted(self) -> bool:
        """It is PAID, and the service said later what the owner must judge."""
        return self.payment.is_doubted

    @property
    def for_owner(self) -> bool:
        """No look-up ends it: a person must decide, or the newer program that wrote its state."""
        states = (PaymentState.REVIEW, PaymentState.WRITTEN_BY_NEWER)
        return self.payment.state in states or self.is_doubted

    @property
    def may_decide(self) -> bool:
        """The owner may record what support answered: no look-up will end it."""
        is_stuck = self.waits and self.check is not None and self.check.is_stuck
        return is_stuck or self.payment.state is PaymentState.REVIEW or self.is_doubted


@dataclass(frozen=True, slots=True)
class DisplayContext:
    """The time and the language in which a row is shown."""

    now: datetime
    monotonic: float
    language: Language


def load_items(
    catalog: CatalogPort,
    clock: Clock,
    limits: ComplaintLimits,
    name_of_debtor: Callable[[Environment, Iterable[Tender]], str],
    watched: Collection[int],
    desk: PaymentDesk,
    ledger: Ledger,
) -> tuple[WaitingRow, ...]:
    """Load the rows on a worker: open payments and PAID ones in doubt, oldest first, then those
    that the service took back, then those whose cash is owed.

    A payment that is ``watched`` and has become PAID stays among the open ones.
    """
    providers = {p.info.slug: p for p in catalog.providers()}
    waiting = desk.waiting()
    monotonic = clock.monotonic()
    checks = {one.payment.number: NextCheck.of(one, monotonic) for one in waiting}
    first = {payment.number: payment for payment in ledger.open_payments()}
    came_back = ledger.came_back()
    first |= {one.number: one for one in came_back if one.is_doubted}
    owed = (*(one for one in came_back if one.owes_reversal), *ledger.cash_to_return())
    for number in set(watched) - first.keys() - {payment.number for payment in owed}:
        gone = ledger.payment(number)
        if gone is not None and gone.may_come_back:
            first[number] = gone
    payments = (*(first[number] for number in sorted(first)), *owed)
    histories = ledger.events_of_open()
    return tuple(
        _item(
            payment,
            histories.get(payment.number) or ledger.events(payment.number),
            providers,
            checks.get(payment.number),
            limits,
            name_of_debtor(payment.order.environment, payment.order.other_tenders),
        )
        for payment in payments
    )


def _item(
    payment: Payment,
    events: tuple[Event, ...],
    providers: dict[str, Provider],
    check: NextCheck | None,
    limits: ComplaintLimits,
    debtor: str,
) -> WaitingRow:
    provider = providers.get(payment.order.provider)
    label = provider.info.account_field.label if provider else None
    later = provider.info.name if provider and provider.info.confirms_later else ""
    sent_on = local(payment.doubted_at or payment.sent_at or payment.recorded_at).date()
    return WaitingRow(
        payment,
        events,
        monogram(payment.order, providers),
        label,
        check,
        later,
        answer_due(payment, sent_on, limits),
        ticket_of(events),
        provider,
        debtor,
    )
