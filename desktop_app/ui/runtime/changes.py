"""Tells everyone in the window that payments have changed: one signal, fired once a change.

Whoever shows payments listens and decides whether a change concerns it. No section passes news on
for another, so that a new section needs to know of nobody.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.core.payments.payment import Payment, PaymentState

if TYPE_CHECKING:
    from desktop_app.core.billing.account_key import AccountKey
    from desktop_app.ui.runtime.tasks import Result


class Cause(Enum):
    """What was done to the payments."""

    SENT = auto()
    """A clerk paid, whatever came of it."""
    CHECKED = auto()
    """A person had them looked up."""
    CHECKED_AUTOMATICALLY = auto()
    """They were looked up without a person asking."""
    RECORDED = auto()
    """Cash was given back, or the owner decided."""
    CAME_BACK = auto()
    """They were PAID, and the service says otherwise now: it took them back, or the owner must
    judge its answer.
    """
    PHONE_NOTED = auto()
    PRINTED = auto()
    """A paper was printed or saved."""
    REPLACED = auto()
    """Another record is in use: nothing that was shown of payments holds any more."""


@dataclass(frozen=True, slots=True)
class PaymentsChanged:
    """Describes one change.

    ``payments`` are as they are now; there are none where the whole record was replaced.
    """

    cause: Cause
    payments: tuple[Payment, ...] = ()

    @property
    def settles(self) -> bool:
        """What customers have paid, or what the day came to, is not any more what it was."""
        return bool(self.ended) or self.cause in _FIGURES

    @property
    def ended(self) -> tuple[Payment, ...]:
        """Those whose look-up ended the wait: they are PAID, NOT PAID or for the owner now."""
        if self.cause not in (Cause.CHECKED, Cause.CHECKED_AUTOMATICALLY):
            return ()
        return tuple(one for one in self.payments if one.state is not PaymentState.WAITING)

    def may_unblock(self, customer: AccountKey) -> bool:
        """Tell whether what stands in the way of another payment of this customer (rule 7) may be
        different now: one that was open is PAID, NOT PAID or for the owner.

        Cash that is given back was owed for a payment that had ended before.
        """
        if self.cause not in _MOVING:
            return False
        return any(
            one.order.customer.is_same(customer)
            and one.state is not PaymentState.WAITING
            and one.cash_returned_at is None
            for one in self.payments
        )


_FIGURES = frozenset({Cause.SENT, Cause.RECORDED, Cause.CAME_BACK, Cause.REPLACED})

_MOVING = frozenset({Cause.CHECKED, Cause.CHECKED_AUTOMATICALLY, Cause.RECORDED})
"""Causes that move a payment from one state to another, beside the payment that is being made."""


class PaymentChanges(QObject):
    """Fires ``changed`` with a :class:`PaymentsChanged`. Window's thread only."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._gathered: dict[Cause, dict[int, Payment]] = {}

    def notify(self, cause: Cause, *payments: Payment) -> None:
        """Fire ``changed`` once."""
        self.changed.emit(PaymentsChanged(cause, payments))

    def take(self, cause: Cause, done: Result[Payment]) -> None:
        """Fire it for what a job has recorded, though the page that asked for it may have gone."""
        if done.value is not None:
            self.notify(cause, done.value)

    def gather(self, cause: Cause, *payments: Payment) -> None:
        """Keep what one of several jobs has changed that a person has asked for at once.

        It outlives the page that asked. A payment that comes again replaces itself.
        """
        so_far = self._gathered.setdefault(cause, {})
        so_far.update((one.number, one) for one in payments)

    @Slot()
    def notify_gathered(self) -> None:
        """Fire ``changed`` for what was gathered, once for each cause."""
        gathered, self._gathered = self._gathered, {}
        for cause, payments in gathered.items():
            self.notify(cause, *payments.values())
