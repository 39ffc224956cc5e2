"""Breaks of the shop's credit: what is expected, what is compared, what is asked for."""

from __future__ import annotations

from tests.mutants.mutant import Mutant

_RULE = "desktop_app/core/shifts/credit.py"
_DAYS = "desktop_app/application/credit.py"
_PACE = "desktop_app/core/shifts/credit_pace.py"
_COMMISSION = "desktop_app/core/shifts/commission.py"
_CLIENT = "desktop_app/service/client.py"

RULE = ("tests/unit/test_credit.py",)
RECORD = ("tests/unit/test_credit_record.py",)
PACE = ("tests/unit/test_credit_pace.py",)
COMMISSION = ("tests/unit/test_commission.py",)

IN_CREDIT = (
    Mutant(
        "a bill that the service gave back is a gap",
        "money",
        _RULE,
        "self.opening - self.paid + self.given_back - self.charges",
        "self.opening - self.paid - self.charges",
        RULE,
    ),
    Mutant(
        "a charge beside the amount is a gap",
        "money",
        _RULE,
        "paid=_sum(p.order.payable for p in during",
        "paid=_sum(p.order.amount for p in during",
        RULE,
    ),
    Mutant(
        "what was sent before the first reading is expected",
        "money",
        _RULE,
        "(during if payment.sent_at > opening.at else earlier)",
        "(during if payment.sent_at else earlier)",
        RULE,
    ),
    Mutant(
        "a reading is kept while a payment is being sent",
        "money",
        _DAYS,
        "        if was_under_way(",
        "        if False and was_under_way(",
        RECORD,
    ),
    Mutant(
        "a request for credit is sent again on a fresh connection",
        "3",
        _CLIENT,
        "            once=True,\n",
        "",
        RECORD,
    ),
    Mutant(
        "a double press asks for credit twice",
        "money",
        _DAYS,
        "            if earlier is not None:\n",
        "            if False:\n",
        RECORD,
    ),
    Mutant(
        "a wrong note of credit is taken back twice",
        "money",
        _DAYS,
        " or wrong.amount <= ZERO or taken_back",
        " or wrong.amount <= ZERO",
        RECORD,
    ),
    Mutant(
        "how long the credit lasts is guessed from one day",
        "money",
        _PACE,
        "_FEWEST_DAYS = 2\n",
        "_FEWEST_DAYS = 1\n",
        PACE,
    ),
    Mutant(
        "a bill that the service gave back earns commission",
        "money",
        _COMMISSION,
        "payment.state is PaymentState.PAID and payment.reversed_at is None",
        "payment.state is PaymentState.PAID",
        COMMISSION,
    ),
    Mutant(
        "a bill earns by the rate of another day",
        "money",
        _COMMISSION,
        "if rate.provider == provider and rate.from_day <= day]",
        "if rate.provider == provider]",
        COMMISSION,
    ),
)
