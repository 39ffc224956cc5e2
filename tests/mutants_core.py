"""Deliberate breaks of the payment rules in ``core/``; ``tests/mutants.py`` applies them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mutant:
    """One break: ``old`` stands once in ``file`` and becomes ``new``; ``tests`` must fail."""

    name: str
    rule: str
    file: str
    old: str
    new: str
    tests: tuple[str, ...]


_DESK = "desktop_app/core/desk.py"
_FLOW = "desktop_app/core/flow.py"
_VERDICT = "desktop_app/core/verdict.py"
_WAITING = "desktop_app/core/waiting.py"
_RECONCILING = "desktop_app/core/reconciling.py"
_MONEY = "desktop_app/core/money.py"

DESK = ("tests/unit/test_desk.py",)
COMMIT = ("tests/unit/test_verdict.py",)
LOOKUP = ("tests/unit/test_verdict_lookup.py",)
FLOW = ("tests/unit/test_flow.py",)
RULES = ("tests/unit/test_money_rules.py",)

IN_CORE = (
    # --- recorded, sent once (rules 1 to 3) -----------------------------------------------
    Mutant(
        "sent before it is written as sending",
        "2",
        _DESK,
        """        payment = self._mark_sending(payment)
        self._reconciler.sent_now(payment)
        _tell(progress, payment)
        answer = service.commit(Call(order.path, order.fields), order.reference)
""",
        """        answer = service.commit(Call(order.path, order.fields), order.reference)
        payment = self._mark_sending(payment)
        self._reconciler.sent_now(payment)
        _tell(progress, payment)
""",
        DESK,
    ),
    Mutant(
        "the desk sends again without an answer",
        "3",
        _DESK,
        "        return self._settle(service, payment, answer)\n",
        """        if answer.problem is not None:
            answer = service.commit(Call(order.path, order.fields), order.reference)
        return self._settle(service, payment, answer)
""",
        DESK,
    ),
    Mutant(
        "the cash is recorded in place of the amount",
        "2",
        "desktop_app/core/order.py",
        "amount=offer.total,",
        "amount=request.cash_due,",
        DESK,
    ),
    Mutant(
        "the environment of a look-up is not compared",
        "10",
        _DESK,
        " or found.environment is not service.connection.environment or age",
        " or age",
        DESK,
    ),
    Mutant("a stale look-up is paid from", "7", _DESK, " or age > STALE_AFTER:", ":", DESK),
    Mutant(
        "a look-up is paid from twice",
        "7",
        _DESK,
        "if _session(request) in self._spent:",
        "if False:",
        DESK,
    ),
    Mutant(
        "paying again is not asked for",
        "7",
        _DESK,
        "if not request.pays_again:",
        "if False:",
        DESK,
    ),
    # --- what an answer proves (rule 4) ---------------------------------------------------
    Mutant(
        "a Success with status false is paid",
        "4",
        _VERDICT,
        'state == "Success" and answer.accepted is True:',
        'state == "Success":',
        COMMIT,
    ),
    Mutant(
        "a Success with any HTTP status is paid",
        "4",
        _VERDICT,
        'if answer.http_status == _OK and state == "Success" and',
        'if state == "Success" and',
        COMMIT,
    ),
    Mutant(
        "1013 is a refusal like any other",
        "4",
        _VERDICT,
        "if not is_refusal or code == _REFERENCE_USED_BEFORE:",
        "if not is_refusal:",
        COMMIT,
    ),
    Mutant(
        "an answered refusal is not looked up",
        "4",
        _VERDICT,
        "return Finding(Verdict.UNKNOWN, check_now=True, code=code, reason=reason)",
        "return Finding(Verdict.REFUSED, code=code, reason=reason)",
        COMMIT,
    ),
    Mutant(
        "a timeout of the pay call is a refusal",
        "4, 6",
        _VERDICT,
        "        return unknown\n    if answer.http_status == _OK and state",
        "        return Finding(Verdict.REFUSED)\n    if answer.http_status == _OK and state",
        COMMIT,
    ),
    Mutant(
        "002 ends a call that may be on its way",
        "6",
        _VERDICT,
        "    if not may_be_final:\n        return nothing\n",
        "",
        LOOKUP,
    ),
    Mutant(
        "002 ends what was acknowledged",
        "6",
        _VERDICT,
        "    if acknowledged:\n        return _doubtful(nothing, Doubt.FORGOTTEN)\n",
        "",
        LOOKUP,
    ),
    Mutant(
        "a look-up of another reference counts",
        "4",
        _VERDICT,
        'if answer.text("reference") != reference:',
        "if False:",
        LOOKUP,
    ),
    Mutant(
        "another amount counts",
        "4",
        _VERDICT,
        "    if _other_amount(answer, amount):\n",
        "    if False:\n",
        LOOKUP,
    ),
    Mutant(
        "a refunded payment is paid",
        "4",
        _VERDICT,
        "if verdict is Verdict.PAID and _refund_signs(answer):",
        "if False:",
        LOOKUP,
    ),
    Mutant(
        "a look-up that timed out is a refusal",
        "6",
        _VERDICT,
        "        return nothing\n    if _says_not_known",
        "        return Finding(Verdict.REFUSED)\n    if _says_not_known",
        LOOKUP,
    ),
    Mutant(
        "a Success in bulk is paid",
        "6",
        _VERDICT,
        "    entry = Answer(_OK, ours[0])\n",
        """    entry = Answer(_OK, ours[0])
    if entry.state == "Success":
        return Finding(Verdict.PAID)
""",
        RULES,
    ),
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
        "desktop_app/core/settling.py",
        "return PaymentState.WAITING if before",
        "return PaymentState.NOT_PAID if before",
        DESK,
    ),
    Mutant(
        "waiting is given up after some look-ups",
        "6",
        _RECONCILING,
        "        if finding.verdict is Verdict.REFUSED and payment.reason_code:\n",
        """        if one.standing.checks >= 6:
            finding = Finding(Verdict.REFUSED)
        if finding.verdict is Verdict.REFUSED and payment.reason_code:
""",
        RULES,
    ),
    Mutant(
        "an acknowledgement is forgotten after the next look-up",
        "6",
        _WAITING,
        'acknowledged = acknowledged or bool(content.get("acknowledged"))',
        'acknowledged = bool(content.get("acknowledged"))',
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
        "max(gone, timedelta())",
        "abs(gone)",
        RULES,
    ),
    Mutant(
        "a person may look up before the 5 minutes",
        "6",
        _RECONCILING,
        "if not standing.was_answered and standing.checks == 0 and left > 0:",
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
        "desktop_app/core/payment.py",
        "OPEN_STATES = frozenset({_S.RECORDED, _S.SENDING, _S.WAITING, _S.REVIEW})",
        "OPEN_STATES = frozenset({_S.RECORDED, _S.SENDING, _S.REVIEW})",
        ("tests/unit/test_ledger_rules.py", "-k", "open_means"),
    ),
    Mutant(
        "cash that was given back is owed again",
        "8",
        "desktop_app/core/payment.py",
        "PaymentState.NOT_PAID and self.cash_returned_at is None",
        "PaymentState.NOT_PAID",
        ("tests/unit/test_payment.py",),
    ),
    # --- the clerk's way (rules 1, 3 and 7) -----------------------------------------------
    Mutant("Pay counts twice", "3", _FLOW, "            and not self.sending\n", "", FLOW),
    Mutant("Enter pays while cash is missing", "8", _FLOW, "            and enough\n", "", FLOW),
    Mutant(
        "a late answer is taken",
        "3",
        _FLOW,
        "if self._awaited != ticket:",
        "if self._awaited is None:",
        FLOW,
    ),
    Mutant(
        "a payment of today raises no question",
        "7",
        _FLOW,
        "return self.twins.paid_today is not None and not self.pays_again",
        "return False",
        FLOW,
    ),
    Mutant(
        "another attempt has the same reference",
        "1",
        _FLOW,
        "        self.sending = False\n        self.reference = new_reference()\n",
        "        self.sending = False\n",
        FLOW,
    ),
    # --- money -----------------------------------------------------------------------------
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
