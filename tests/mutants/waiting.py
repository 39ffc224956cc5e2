"""Breaks of what ends a wait: starts, look-ups and the owner (rules 5 and 6)."""

from __future__ import annotations

from tests.mutants.mutant import RULES, Mutant

_DESK = "desktop_app/core/payments/desk.py"
_WAITING = "desktop_app/core/payments/check_schedule.py"
_RECONCILING = "desktop_app/core/payments/reconciler.py"
_PAYMENT = "desktop_app/core/payments/payment.py"

DESK = ("tests/unit/test_desk.py", "tests/unit/test_desk_full_disk.py")

IN_WAITING = (
    # --- starting and waiting (rules 5 and 6) ---------------------------------------------
    Mutant(
        "sending becomes not paid at start",
        "5",
        _DESK,
        "self._step(payment, EventKind.RECOVERED, PaymentState.WAITING))",
        "self._step(payment, EventKind.RECOVERED, PaymentState.NOT_PAID))",
        DESK,
    ),
    Mutant(
        "recorded becomes waiting at start",
        "5",
        _DESK,
        "settled.append(self._step(payment, EventKind.RECOVERED, PaymentState.NOT_PAID))",
        "settled.append(self._step(payment, EventKind.RECOVERED, PaymentState.WAITING))",
        DESK,
    ),
    Mutant(
        "no answer is not paid",
        "6",
        "desktop_app/core/payments/settlement.py",
        "return PaymentState.WAITING if before",
        "return PaymentState.NOT_PAID if before",
        DESK,
    ),
    Mutant(
        "waiting is given up after some look-ups",
        "6",
        _RECONCILING,
        "        if judgement.verdict is Verdict.REFUSED and payment.reason_code:\n",
        """        if one.history.checks >= 6:
            judgement = Judgement(Verdict.REFUSED)
        if judgement.verdict is Verdict.REFUSED and payment.reason_code:
""",
        RULES,
    ),
    Mutant(
        "an acknowledgement is forgotten after the next look-up",
        "6",
        _WAITING,
        "acknowledged = acknowledged or content.acknowledged",
        "acknowledged = content.acknowledged",
        RULES,
    ),
    Mutant(
        "002 is final before the 5 minutes",
        "6",
        _WAITING,
        "return since >= UNANSWERED_PAUSE.total_seconds()",
        "return True",
        RULES,
    ),
    Mutant(
        "a clock set back makes a look-up early",
        "6",
        _WAITING,
        "max(now - history.counts_from, timedelta())",
        "abs(now - history.counts_from)",
        RULES,
    ),
    Mutant(
        "a person may look up before the 5 minutes",
        "6",
        _RECONCILING,
        "if not history.was_answered and history.checks == 0 and left > 0:",
        "if False:",
        RULES,
    ),
    Mutant(
        "the owner needs no reason",
        "5",
        _DESK,
        "if not reason.strip():",
        "if False:",
        RULES,
    ),
    Mutant(
        "a second payment may start while one waits",
        "7",
        _PAYMENT,
        "OPEN_STATES = frozenset(PaymentState) - {_S.PAID, _S.NOT_PAID}",
        "OPEN_STATES = frozenset(PaymentState) - {_S.PAID, _S.NOT_PAID, _S.WAITING}",
        ("tests/unit/test_ledger_rules.py", "-k", "open_means"),
    ),
    Mutant(
        "cash that was given back is owed again",
        "8",
        _PAYMENT,
        "has_cash = self.cash_returned_at is None and not self.abandoned",
        "has_cash = not self.abandoned",
        ("tests/unit/test_payment.py",),
    ),
    Mutant(
        "waiting: the keys act on the first payment, not on the one whose result was read",
        "money",
        "desktop_app/ui/shell/navigation.py",
        "                    page.point_to(read_of)\n",
        "                    pass\n",
        ("tests/gui/test_places_waiting.py", "-k", "keys_of_waiting"),
    ),
)
