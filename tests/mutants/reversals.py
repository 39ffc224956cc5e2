"""Breaks of what follows when the service takes a paid bill back."""

from __future__ import annotations

from tests.mutants.mutant import Mutant

_SWEEP = "desktop_app/core/payments/sweep.py"
_PAYMENT = "desktop_app/core/payments/payment.py"
_VERDICT = "desktop_app/core/payments/verdict.py"
_DESK = "desktop_app/core/payments/desk.py"
_STEPS = "desktop_app/ledger/steps.py"
_DRAWER = "desktop_app/ledger/drawer.py"
_LEDGER = "desktop_app/ledger/sqlite/ledger.py"

_RUNNER = "desktop_app/ui/runtime/paid_sweep.py"
RUNNER = ("tests/gui/test_paid_sweep.py", "-k", "no_step or without_an_answer")
SWEEP = ("tests/unit/test_sweep.py", "tests/unit/test_reversal_duty.py")

OF_REVERSALS = (
    Mutant(
        "one odd answer takes a paid bill back",
        "6",
        _SWEEP,
        "            again, answer = _ask_once(service, payment.order)\n",
        "            again = judgement\n",
        SWEEP,
    ),
    Mutant(
        "not known any more takes a paid bill back",
        "6",
        _SWEEP,
        "look_up_all(service, order, acknowledged=True, may_be_final=True)",
        "look_up_all(service, order, acknowledged=False, may_be_final=True)",
        SWEEP,
    ),
    Mutant(
        "a refusal without our amount takes a paid bill back",
        "6",
        _SWEEP,
        "    if is_own and is_same:\n",
        "    if is_own:\n",
        SWEEP,
    ),
    Mutant(
        "the failure of a read takes a paid bill back",
        "6",
        _SWEEP,
        "    if is_own and is_same:\n",
        "    if is_same:\n",
        SWEEP,
    ),
    Mutant(
        "a doubt about a paid bill is for nobody",
        "6",
        _SWEEP,
        "        elif judgement.doubt is not None and not payment.is_doubted:\n",
        "        elif False:\n",
        SWEEP,
    ),
    Mutant(
        "a doubt is told every evening",
        "9",
        _SWEEP,
        "judgement.doubt is not None and not payment.is_doubted",
        "judgement.doubt is not None",
        SWEEP,
    ),
    Mutant(
        "what waits is swept like what is paid",
        "6",
        _PAYMENT,
        "self.state is PaymentState.PAID and self.reversed_at is None",
        "self.reversed_at is None",
        SWEEP,
    ),
    Mutant(
        "a sweep whose bulk call broke asks for each payment",
        "6",
        _SWEEP,
        "                self.result = replace(self.result, is_cut_short=True)\n",
        "                self.result = replace(self.result, is_cut_short=False)\n",
        SWEEP,
    ),
    Mutant(
        "the end of the program counts as an answer",
        "6",
        _SWEEP,
        "            refuse_given_up(answer)\n",
        "",
        SWEEP,
    ),
    Mutant(
        "a Success of another amount in bulk is ours",
        "6",
        _VERDICT,
        '        and match_amount(entry.body.get("amount"), amount) is AmountMatch.SAME\n',
        "",
        SWEEP,
    ),
    Mutant(
        "an evening is swept again and again",
        "6",
        _SWEEP,
        "    if last is not None and last >= evening:\n        return None\n",
        "",
        SWEEP,
    ),
    Mutant(
        "an evening that was missed is forgotten",
        "6",
        _SWEEP,
        "    if evening > now:\n        evening -= timedelta(days=1)\n",
        "    if evening > now:\n        return None\n",
        SWEEP,
    ),
    Mutant(
        "the owner makes what is paid not paid",
        "5",
        _DESK,
        "        if payment is not None and payment.state is PaymentState.PAID:\n",
        "        if False:\n",
        SWEEP,
    ),
    Mutant(
        "the owner decides what is in no doubt",
        "5",
        _STEPS,
        "        return before.is_doubted\n",
        "        return True\n",
        SWEEP,
    ),
    Mutant(
        "what waits can be in doubt",
        "5",
        _STEPS,
        "event.kind is EventKind.LOOKED_UP and before.may_come_back",
        "before.may_come_back or event.kind is EventKind.LOOKED_UP",
        SWEEP,
    ),
    Mutant(
        "paying again leaves the duty of before",
        "8",
        _LEDGER,
        "                _settle_other(chain, before, event)\n",
        "                pass\n",
        SWEEP,
    ),
    Mutant(
        "what came back is on no report",
        "money",
        "desktop_app/ledger/shift_queries.py",
        "_CAME_BACK = events.c.kind == EventKind.REVERSED.value\n",
        "_CAME_BACK = events.c.kind == EventKind.ABANDONED.value\n",
        SWEEP,
    ),
    Mutant(
        "a duty that is left by a reversal is not carried over",
        "8",
        "desktop_app/core/shifts/z_report.py",
        "        to_settle=tuple(_held(p) for p in facts.held if p.owes_reversal),\n",
        "",
        SWEEP,
    ),
    Mutant(
        "the receipt of what came back is as good as any",
        "money",
        "desktop_app/printing/content.py",
        "        messages=_came_back(payment, wording),\n",
        "",
        ("tests/unit/test_printing_content.py",),
    ),
    Mutant(
        "an evening whose sweep was cut short counts as swept",
        "6",
        _RUNNER,
        "        elif run.sweep.total and not result.is_cut_short:\n",
        "        elif run.sweep.total:\n",
        RUNNER,
    ),
    Mutant(
        "a sweep goes on while a payment is being sent",
        "3",
        _RUNNER,
        "        elif self._tasks.is_paying:\n",
        "        elif False:\n",
        RUNNER,
    ),
    Mutant(
        "what was paid again is never asked about",
        "7",
        "desktop_app/core/payments/duplicates.py",
        "    return earlier.number == order.instead_of and earlier.owes_reversal\n",
        "    return earlier.number == order.instead_of\n",
        SWEEP,
    ),
    Mutant(
        "what was given up before it was sent settles a duty",
        "8",
        _STEPS,
        "    return begins and event.state is not None and event.kind is not EventKind.ABANDONED\n",
        "    return begins and event.state is not None\n",
        SWEEP,
    ),
    Mutant(
        "the payment of another customer settles a duty",
        "8",
        _LEDGER,
        "other.owes_reversal and other.order.customer.is_same(order.customer)",
        "other.owes_reversal",
        SWEEP,
    ),
    Mutant(
        "the cash of a bill that is paid again is in the drawer twice",
        "money",
        _LEDGER,
        "    give_back_cash(chain, other, order.till, event.at)\n",
        "",
        SWEEP,
    ),
    Mutant(
        "old cash that was taken home is carried in again",
        "money",
        _DRAWER,
        "    if payment.shift is None and not held and payment.owes_reversal:\n",
        "    if False:\n",
        SWEEP,
    ),
    Mutant(
        "a reversal that is settled by hand takes cash out",
        "8",
        _DESK,
        "drawer=till.drawer, cash=in_cash)",
        "drawer=till.drawer, cash=True)",
        SWEEP,
    ),
)
