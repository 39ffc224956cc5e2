"""Look-ups of payments and of the balance: calls that move nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.sandbox.fields import invalid
from desktop_app.sandbox.outcomes import State, plan_of
from desktop_app.sandbox.records import NEPAL, PaymentRecord, Records
from desktop_app.sandbox.replies import Refusal, Reply, ok

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

_WORDS: Mapping[State, str] = {
    State.SUCCESS: "Payment made successfully.",
    State.FAILED: "Manually Failed",
}


def look_up(records: Records, reference: object, now: datetime) -> Reply:
    """The single look-up.

    Raises:
        Refusal: 1012 without a reference, 002 where it is not known.
    """
    if reference is None or reference == "":
        raise Refusal("1012")
    payment = records.look_up(reference, now) if isinstance(reference, str) else None
    if payment is None:
        raise Refusal("002")
    return ok(_single(payment))


def look_up_many(records: Records, fields: Mapping[str, object], now: datetime) -> Reply:
    """The bulk look-up. An unknown reference is an ``Error`` with ``status`` true, as documented.

    Raises:
        Refusal: 1011 where ``references`` or ``reference_length`` is not as documented.
    """
    text, length = fields.get("references"), fields.get("reference_length")
    if not isinstance(text, str) or not text:
        raise invalid("1011", {"references": "This field is required."})
    references = text.split(",")
    if isinstance(length, bool) or length != len(references):
        raise invalid("1011", {"reference_length": "Does not match the references"})
    found = [_one_of_many(records, reference, now) for reference in references]
    return ok({"status": True, "message": "Success", "detail": found})


def balance(records: Records) -> Reply:
    """The account's credit; this answer has no ``status``."""
    return ok(
        {
            "credits_consumed": float(records.consumed),
            "credits_available": float(records.credit),
        }
    )


def _single(payment: PaymentRecord) -> dict[str, object]:
    plan = plan_of(payment.outcome)
    body: dict[str, object] = {"status": True, "state": payment.state}
    if payment.state is State.FAILED and not plan.refunds:
        return {**body, **_common(payment)}
    failed = payment.state is State.FAILED
    body["original_status"] = "Error" if failed else payment.state
    body.update(_common(payment))
    refunds: list[dict[str, object]] = []
    if plan.refunds and payment.state in (State.FAILED, State.SUCCESS):
        refunds.append(
            {
                "created_at": payment.ready_at.astimezone(NEPAL).date().isoformat(),
                "remarks": _WORDS[State.FAILED],
                "amount": float(payment.amount),
            }
        )
    body.update({"refunded": False, "refunded_amount": 0.0, "refunds": refunds})
    return body


def _one_of_many(records: Records, reference: str, now: datetime) -> dict[str, object]:
    payment = records.look_up(reference, now)
    if payment is not None:
        return {"status": True, "state": payment.state, **_common(payment)}
    return {
        "status": True,
        "state": "Error",
        "details": "Invalid reference obtained for account",
        "reference": reference,
        "response_id": 0,
        "amount": 0,
    }


def _common(payment: PaymentRecord) -> dict[str, object]:
    return {
        "details": _WORDS.get(payment.state, ""),
        "reference": payment.reference,
        "response_id": payment.number,
        "amount": float(payment.amount),
    }
