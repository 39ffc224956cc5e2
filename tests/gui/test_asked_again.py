"""Confirm looks for earlier payments again only where a change of payments may have moved one."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from desktop_app.core.payments.payment import Payment, PaymentState
from desktop_app.ui.runtime.changes import Cause
from tests.clerk import Clerk, ledger_of
from tests.gui.test_changes import pay_all
from tests.gui.test_question import to_confirm


@pytest.fixture
def asks(clerk: Clerk) -> list[bool]:
    """How often Confirm has looked for earlier payments; Confirm stands there with a question."""
    pay_all(clerk, "practice_waiting_long")
    to_confirm(clerk, "worldlink-v2", "practice_waiting_long")
    clerk.until_idle()
    assert clerk.says("confirm.lead") != ""
    asked: list[bool] = []
    clerk.find("page.confirm")._blockers.looked.connect(asked.append)
    return asked


def moved(clerk: Clerk, state: PaymentState, **order: Any) -> Payment:
    """The open payment as it would be told of."""
    payment = ledger_of(clerk.app).payment(1)
    assert payment is not None
    return replace(payment, state=state, order=replace(payment.order, **order))


def test_confirm_asks_again_once_when_a_payment_of_the_customer_moves(
    clerk: Clerk, asks: list[bool]
) -> None:
    for cause, state in (
        (Cause.CHECKED, PaymentState.PAID),
        (Cause.CHECKED, PaymentState.REVIEW),
        (Cause.CHECKED_AUTOMATICALLY, PaymentState.NOT_PAID),
        (Cause.RECORDED, PaymentState.PAID),
    ):
        asks.clear()
        spelled = moved(clerk, state, account_id="PRACTICE_Waiting_long ")
        clerk.app.changes.notify(cause, spelled, replace(spelled, number=2), spelled)
        clerk.until_idle()
        assert len(asks) == 1, (cause, state)


def test_confirm_does_not_ask_again_for_what_cannot_stand_in_the_way(
    clerk: Clerk, asks: list[bool]
) -> None:
    paid, waits = moved(clerk, PaymentState.PAID), moved(clerk, PaymentState.WAITING)
    other = moved(clerk, PaymentState.PAID, account_key="another", account_id="another")
    returned = replace(moved(clerk, PaymentState.NOT_PAID), cash_returned_at=paid.recorded_at)
    for cause, payment in (
        (Cause.PHONE_NOTED, paid),
        (Cause.PRINTED, paid),
        (Cause.CHECKED, waits),
        (Cause.CHECKED_AUTOMATICALLY, waits),
        (Cause.CHECKED, other),
        (Cause.RECORDED, other),
        (Cause.RECORDED, returned),
    ):
        clerk.app.changes.notify(cause, payment)
        clerk.until_idle()
        assert asks == [], cause
