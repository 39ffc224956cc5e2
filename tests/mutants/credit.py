"""Breaks of the shop's credit: what is expected, what is compared, what is asked for."""

from __future__ import annotations

from tests.mutants.mutant import Mutant

_RULE = "desktop_app/core/shifts/credit.py"
_DAYS = "desktop_app/application/credit.py"
_CLIENT = "desktop_app/service/client.py"

RULE = ("tests/unit/test_credit.py",)
RECORD = ("tests/unit/test_credit_record.py",)

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
)
