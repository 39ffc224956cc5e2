"""What an event may do to a payment (rules 5 and 8), and which of its columns it changes."""

from __future__ import annotations

from desktop_app.core.errors import BhuktaniError, LedgerError, Problem
from desktop_app.core.payments.payment import (
    Event,
    EventKind,
    Payment,
    PaymentState,
    PaymentUpdate,
    check_step,
)

_UNANSWERED = (PaymentState.RECORDED, PaymentState.SENDING)
_END_A_DOUBT = (EventKind.REVERSED, EventKind.DECIDED)
_WITHOUT_STATE = (EventKind.CASH_RETURNED, EventKind.REVERSED, EventKind.REVERSAL_SETTLED)


def check_event(before: Payment, event: Event, update: PaymentUpdate) -> None:
    """Refuse what the rules do not allow, against what the file has.

    Raises:
        LedgerError: ``ILLEGAL_STEP``.
    """
    if event.state is not None:
        try:
            check_step(before.state, event.state)
        except BhuktaniError as error:
            details = {**error.details, "number": before.number}
            raise LedgerError(Problem.ILLEGAL_STEP, **details) from None
    if not _is_allowed(before, event) or _tells_too_much(before, event, update):
        raise LedgerError(Problem.ILLEGAL_STEP, step=event.kind, number=before.number)


def _is_allowed(before: Payment, event: Event) -> bool:
    if event.kind in _WITHOUT_STATE and event.state is not None:
        return False
    if event.kind is EventKind.CASH_RETURNED:
        return before.owes_cash
    if event.kind is EventKind.REVERSED:
        return before.may_come_back
    if event.kind is EventKind.REVERSAL_SETTLED:
        return before.owes_reversal
    if event.kind is EventKind.DECIDED and event.state is None:
        # What is PAID stays PAID: the owner ends the doubt about it.
        return before.is_doubted
    if event.kind is EventKind.ABANDONED:
        return event.state is PaymentState.NOT_PAID and before.state in _UNANSWERED
    return True


def _tells_too_much(before: Payment, event: Event, update: PaymentUpdate) -> bool:
    """Cash goes back only with the event that is for it; only what is PAID can be in doubt."""
    if update.doubted and not (event.kind is EventKind.LOOKED_UP and before.may_come_back):
        return True
    returned = update.cash_returned_at is not None
    if returned and event.kind is not EventKind.CASH_RETURNED:
        return True
    return update.cash and event.kind is not EventKind.REVERSAL_SETTLED


def takes_over(before: Payment, event: Event) -> bool:
    """The payment holds the customer's money from this event on, if it was begun at all.

    Only then is the duty settled that a payment left which it was made instead of: what was given
    up before it was sent leaves that duty as it was.
    """
    begins = before.state in _UNANSWERED and event.state is not PaymentState.SENDING
    return begins and event.state is not None and event.kind is not EventKind.ABANDONED


def gives_cash_back(event: Event, update: PaymentUpdate) -> bool:
    """The cash of the payment leaves the drawer with this event."""
    return update.cash or event.kind in (EventKind.CASH_RETURNED, EventKind.ABANDONED)


def changes_of(before: Payment, event: Event, update: PaymentUpdate) -> dict[str, object]:
    """The columns that the event changes, without the receipt number."""
    told = ("sent_at", "transaction_id", "reason", "reason_code", "phone")
    changes = {name: getattr(update, name) for name in told if getattr(update, name) is not None}
    if event.state is not None:
        changes |= {"state": event.state, "changed_at": event.at}
    if event.kind is EventKind.CASH_RETURNED:
        changes["cash_returned_at"] = update.cash_returned_at or event.at
    if event.kind is EventKind.REVERSED:
        changes["reversed_at"] = event.at
    if update.doubted and not before.is_doubted:
        changes["doubted_at"] = event.at
    if before.is_doubted and event.kind in _END_A_DOUBT:
        changes["doubted_at"] = None
    if event.kind is EventKind.REVERSAL_SETTLED:
        changes["reversal_settled_at"] = event.at
    if event.kind is EventKind.ABANDONED:
        changes["abandoned"] = 1
    if update.acknowledged:
        changes["acknowledged"] = 1
    if update.printed:
        changes["prints"] = before.prints + 1
    if update.unprinted:
        # Its count may be in another file: a backup was gone back to while the paper was printed.
        changes["prints"] = max(0, before.prints - 1)
    return changes
