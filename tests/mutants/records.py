"""Breaks of what is recorded about a payment: papers, cash by its day, and the owner's answer."""

from __future__ import annotations

from tests.mutants.mutant import Mutant

_COUNTER = "desktop_app/core/payments/print_counter.py"
_RECONCILING = "desktop_app/core/payments/reconciler.py"

COUNTER = ("tests/unit/test_print_counter.py",)
OWNER = ("tests/unit/test_desk_owner_ends.py",)
REOPENED = ("tests/unit/test_reopened_record.py",)
DAY = ("tests/gui/test_places_others.py",)

IN_RECORDS = (
    Mutant(
        "what could not be counted is printed as the original again",
        "9",
        _COUNTER,
        "copy = before.prints + self._uncounted.count(before) if is_receipt else 0",
        "copy = before.prints if is_receipt else 0",
        COUNTER,
    ),
    Mutant(
        "what the printer refused was the original",
        "9",
        "desktop_app/ledger/sqlite/ledger.py",
        '        changes["prints"] = max(0, before.prints - 1)\n',
        "        pass\n",
        COUNTER,
    ),
    Mutant(
        "a saved receipt is no paper",
        "9",
        "desktop_app/core/payments/print_counter.py",
        "trouble = self._write(before, event, PaymentUpdate(printed=is_receipt))",
        "trouble = self._write(before, event, PaymentUpdate(printed=is_receipt and not as_file))",
        ("tests/gui/test_originals.py",),
    ),
    Mutant(
        "a payment whose look-ups are refused waits for ever",
        "6",
        _RECONCILING,
        "return hindered or bool(self.standing.refused_code) or self.is_old",
        "return hindered or self.is_old",
        OWNER,
    ),
    Mutant(
        "a payment that can be looked up is ended by hand",
        "6",
        _RECONCILING,
        "            return self._describe(payment).is_stuck\n",
        "            return True\n",
        OWNER,
    ),
    Mutant(
        "each start names tokens with another salt",
        "10",
        "desktop_app/ledger/sqlite/ledger.py",
        "        if kept:\n            return str(kept)\n",
        "",
        OWNER,
    ),
    Mutant(
        "a backup holds a payment that is recorded and about to be sent",
        "5",
        "desktop_app/ledger/sqlite/backup.py",
        "                _refuse_begun(new)\n",
        "",
        ("tests/unit/test_desk_never_sent.py", "tests/unit/test_backup.py"),
    ),
    Mutant(
        "a desk that is let go takes with it what it could not record",
        "5",
        "desktop_app/application/environments.py",
        "unwritten = self._unwritten[environment]",
        "unwritten = Unwritten()",
        REOPENED,
    ),
    Mutant(
        "the program ends without a last try to record what happened",
        "5",
        "desktop_app/application/environments.py",
        "            self.desk.write_left()\n",
        "            pass\n",
        REOPENED,
    ),
    Mutant(
        "what was not recorded is written to the payment that has its number now",
        "9",
        "desktop_app/core/payments/unwritten.py",
        "return found is not None and found.order.reference == payment.order.reference",
        "return found is not None",
        REOPENED,
    ),
    Mutant(
        "what this run gave up is found as unfinished by its next desk",
        "8",
        "desktop_app/core/payments/desk.py",
        "if not self._unwritten.unsent.counts(payment) or self._unwritten.answers.holds(payment):",
        "if self._unwritten.answers.holds(payment):",
        REOPENED,
    ),
    Mutant(
        "a late answer gives its reason to a payment that is settled",
        "9",
        "desktop_app/core/payments/settlement.py",
        "note=note if is_open else None",
        "note=note",
        ("tests/unit/test_settling.py",),
    ),
    Mutant(
        "cash given back later changes a day that is over",
        "8",
        "desktop_app/ledger/queries.py",
        "_P.cash_returned_at.is_not(None) & (_P.cash_returned_at < until)",
        "_P.cash_returned_at.is_not(None)",
        DAY,
    ),
)
