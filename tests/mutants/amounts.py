"""Breaks of what is paid: the amount that was said last, and how money is read and written."""

from __future__ import annotations

from tests.mutants.mutant import AMOUNTS, Mutant

_FLOW = "desktop_app/core/payment_flow.py"
_INQUIRY_FLOW = "desktop_app/core/inquiry_flow.py"
_DIALOGUE = "desktop_app/core/billing/dialogue.py"
_REPLAY = "desktop_app/core/billing/replay.py"
_ORDER = "desktop_app/core/payments/order.py"
_MONEY = "desktop_app/core/money.py"

REFERENCES = ("tests/unit/test_references.py", "tests/unit/test_middle_reads.py")
SEAM = ("tests/unit/test_provider_seam.py",)
BESIDE = ("tests/unit/test_entries_and_charges.py",)

IN_AMOUNTS = (
    # --- amounts (rule 14) ----------------------------------------------------------------
    Mutant(
        "zero is an amount",
        "14",
        _REPLAY,
        "step.total <= ZERO",
        "step.total < ZERO",
        AMOUNTS,
    ),
    Mutant(
        "the flow goes on with nothing to pay",
        "14",
        _INQUIRY_FLOW,
        "if isinstance(step, Ready) and replay(provider, inquiry.dialogue) != step:",
        "if False:",
        AMOUNTS,
    ),
    Mutant(
        "an amount outside its limits is paid",
        "14",
        _DIALOGUE,
        "if self.amount is None or not offer.open_amount.allows(self.amount):",
        "if self.amount is None:",
        AMOUNTS,
    ),
    Mutant(
        "an amount is entered for what has a price",
        "14",
        _DIALOGUE,
        "            if self.amount is not None:\n",
        "            if False:\n",
        AMOUNTS,
    ),
    Mutant(
        "what is shown is paid, whatever was asked",
        "14",
        _ORDER,
        "    if ready != request.ready:\n",
        "    if False:\n",
        AMOUNTS,
    ),
    Mutant(
        "the flow does not ask anew before it sends",
        "14",
        _FLOW,
        " or not self._is_as_asked()",
        "",
        REFERENCES,
    ),
    Mutant(
        "the price may be another than was chosen",
        "14",
        _REPLAY,
        " or price not in (None, step.total)",
        "",
        SEAM,
    ),
    Mutant(
        "an answer to another call is taken",
        "14",
        _REPLAY,
        "Answered() if turn.call == step:",
        "Answered():",
        SEAM,
    ),
    Mutant(
        "a form is taken with anything in it",
        "14",
        _REPLAY,
        "Entered() if step.accepts(turn.values):",
        "Entered():",
        SEAM,
    ),
    Mutant(
        "another amount is sent than is recorded",
        "14",
        _ORDER,
        "    _check_amount_sent(call, offer.total)\n",
        "",
        AMOUNTS,
    ),
    Mutant(
        "a charge is not collected",
        "money",
        _ORDER,
        "return self.ready.payable.rounded(self.counter.rounding)",
        "return self.ready.total.rounded(self.counter.rounding)",
        BESIDE,
    ),
    Mutant(
        "the clerk is not asked for the charge",
        "money",
        _FLOW,
        "self.ready.payable.rounded(counter.rounding)",
        "self.ready.total.rounded(counter.rounding)",
        BESIDE,
    ),
    Mutant(
        "a charge is called rounding",
        "money",
        "desktop_app/core/payments/payment.py",
        "return self.cash_due - self.payable",
        "return self.cash_due - self.amount",
        BESIDE,
    ),
    Mutant(
        "a charge makes the cash less than is sent",
        "14",
        _REPLAY,
        " or step.payable < step.total",
        "",
        BESIDE,
    ),
    Mutant(
        "the drawer of the day lacks the charges",
        "money",
        "desktop_app/core/shifts/figures.py",
        "self.paid.total + self.charges + self.rounding",
        "self.paid.total + self.rounding",
        BESIDE,
    ),
    Mutant(
        "what a company tells breaks the answer that it stands in",
        "4",
        "desktop_app/core/payments/settlement.py",
        "    except Exception:\n",
        "    except NotImplementedError:\n",
        BESIDE,
    ),
    Mutant(
        "another customer keeps what the last one gave",
        "money",
        "desktop_app/core/form_entries.py",
        "        if values[name] != before and name == self._info.account_field.name:\n"
        "            self._withdraw()\n",
        "",
        ("tests/unit/test_form_entries.py",),
    ),
    Mutant(
        "the amount of before is entered for the next payment",
        "14",
        "desktop_app/core/form_entries.py",
        '{name: "" if name in amounts else text for',
        "{name: text for",
        BESIDE,
    ),
    # --- money ----------------------------------------------------------------------------
    Mutant(
        "a float is money",
        "money",
        _MONEY,
        "not isinstance(value, int | Decimal | str)",
        "not isinstance(value, int | float | Decimal | str)",
        ("tests/unit/test_money.py",),
    ),
    Mutant(
        "paisa are cut off when sent",
        "money",
        _MONEY,
        "return int(value) if value == value.to_integral_value() else value",
        "return int(value)",
        ("tests/unit/test_money.py",),
    ),
)
