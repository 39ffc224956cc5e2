"""Breaks of the drawer: what moves in it, its shifts, its numbers, and the chain over all of it."""

from __future__ import annotations

from tests.mutants.mutant import Mutant

_MOVEMENT = "desktop_app/core/shifts/movement.py"
_SHIFT = "desktop_app/core/shifts/shift.py"
_OPENING = "desktop_app/core/shifts/drawer.py"
_DRAWER = "desktop_app/ledger/drawer.py"
_STEPS = "desktop_app/ledger/steps.py"
_FORM = "desktop_app/ledger/chain_form.py"
_CHECK = "desktop_app/ledger/chain_check.py"
_SHIFTS = "desktop_app/ledger/sqlite/shifts.py"
_QUERIES = "desktop_app/ledger/queries.py"
_OF_SHIFTS = "desktop_app/ledger/shift_queries.py"

DRAWER = (
    "tests/unit/test_drawer.py",
    "tests/unit/test_shifts.py",
    "tests/unit/test_drawer_older.py",
    "tests/unit/test_complaints_of_tills.py",
)
OPENING = ("tests/unit/test_opening_question.py",)
CHAIN = ("tests/unit/test_chain.py", "-k", "not changed_byte")
BYTES = ("tests/unit/test_chain.py", "-k", "changed_byte or stands_beside")

IN_DRAWER = (
    Mutant(
        "old backups are let go of though the record was changed by hand",
        "money",
        "desktop_app/application/records.py",
        "        keep_all = broken is not None\n",
        "        keep_all = False\n",
        ("tests/unit/test_support.py", "-k", "changed_by_hand"),
    ),
    Mutant(
        "a record that was changed by hand is told to nobody at the start",
        "money",
        "desktop_app/ui/runtime/daily_backup.py",
        "            self.trouble.emit(record_changed(found))\n",
        "            pass\n",
        ("tests/gui/test_backup_page.py", "-k", "changed_by_hand"),
    ),
    Mutant(
        "a record that was backed up today is not compared at the start",
        "money",
        "desktop_app/ui/runtime/daily_backup.py",
        "            self._compared |= done.value.compared\n        self._compare()\n",
        "            self._compared |= done.value.compared\n",
        ("tests/gui/test_record_check.py",),
    ),
    Mutant(
        "change is counted as takings",
        "money",
        _MOVEMENT,
        "        (MovementKind.CHANGE_GIVEN, due - received),\n",
        "",
        DRAWER,
    ),
    Mutant(
        "the drawer is rounded twice",
        "money",
        _MOVEMENT,
        "(MovementKind.CASH_TAKEN, received - rounding)",
        "(MovementKind.CASH_TAKEN, received)",
        DRAWER,
    ),
    Mutant(
        "money that is taken out is put in",
        "money",
        _MOVEMENT,
        "    return -amount if kind in _OUT else amount\n",
        "    return amount\n",
        DRAWER,
    ),
    Mutant(
        "money is taken out without a reason",
        "money",
        _MOVEMENT,
        "(kind in NEEDS_REASON and not reason.strip())",
        "False",
        DRAWER,
    ),
    Mutant(
        "cash that stayed with the customer is in the drawer",
        "8",
        _STEPS,
        "in (EventKind.CASH_RETURNED, EventKind.ABANDONED)",
        "is EventKind.CASH_RETURNED",
        DRAWER,
    ),
    Mutant(
        "a reversal settled in cash leaves the drawer as it was",
        "8",
        _STEPS,
        "    return update.cash or event.kind in",
        "    return event.kind in",
        DRAWER,
    ),
    Mutant(
        "a bill is reversed twice",
        "8",
        "desktop_app/core/payments/payment.py",
        "self.state is PaymentState.PAID and self.reversed_at is None",
        "self.state is PaymentState.PAID",
        DRAWER,
    ),
    Mutant(
        "older cash is forgotten when the first shift is opened",
        "money",
        _DRAWER,
        "    _carry_older(chain, shift, till)\n",
        "",
        DRAWER,
    ),
    Mutant(
        "older cash is carried in at each opening",
        "money",
        _DRAWER,
        "        ~has_moved,\n",
        "",
        DRAWER,
    ),
    Mutant(
        "older cash that goes back is put into a drawer that was counted already",
        "8",
        _DRAWER,
        "        if not _has_float(chain.connection, shift):\n",
        "        if True:\n",
        DRAWER,
    ),
    Mutant(
        "older cash that was counted with the float counts twice",
        "money",
        _SHIFTS,
        "        counted.total - carried,\n",
        "        counted.total,\n",
        DRAWER,
    ),
    Mutant(
        "cash goes back from the drawer of another counter",
        "8",
        "desktop_app/ledger/sqlite/ledger.py",
        "    return Till(event.counter, drawer, event.operator, event.operator_id)\n",
        "    return Till(order.counter, order.drawer, event.operator, event.operator_id)\n",
        DRAWER,
    ),
    Mutant(
        "a wallet's money is in the drawer",
        "money",
        "desktop_app/core/payments/payment.py",
        "        return self.cash_due - total_of(self.other_tenders)\n",
        "        return self.cash_due\n",
        DRAWER,
    ),
    Mutant(
        "a difference needs no reason",
        "money",
        _SHIFT,
        "        return bool(self.difference) and not self.reason.strip()\n",
        "        return False\n",
        DRAWER,
    ),
    Mutant(
        "cash that moved since the count is left out of the close",
        "money",
        _SHIFTS,
        "            if expected_cash(moved) != closing.expected:\n",
        "            if False:\n",
        DRAWER,
    ),
    Mutant(
        "counters share the numbers of their Z reports",
        "9",
        _OF_SHIFTS,
        "shifts.c.environment == environment, shifts.c.counter == counter, HAS_Z_NUMBER",
        "shifts.c.environment == environment, HAS_Z_NUMBER",
        DRAWER,
    ),
    Mutant(
        "counters share the numbers of their receipts",
        "9",
        _QUERIES,
        '    _P.counter == sa.bindparam("counter"),\n    _P.receipt_series',
        "    _P.receipt_series",
        DRAWER,
    ),
    Mutant(
        "a new year goes on with the receipts of the old one",
        "9",
        _QUERIES,
        '    _P.receipt_series == sa.bindparam("series"),\n',
        "",
        DRAWER,
    ),
    Mutant(
        "a bill is paid in the shift that took its cash, whenever it was paid",
        "money",
        _OF_SHIFTS,
        "            links.c.position > begun,\n",
        "            payments.c.shift == shift.number,\n",
        DRAWER,
    ),
    Mutant(
        "a start ends what another counter is sending",
        "5",
        "desktop_app/core/payments/desk.py",
        "self._ledger.open_payments(counter=self._here.counter)",
        "self._ledger.open_payments()",
        DRAWER,
    ),
    Mutant(
        "a link does not cover what came before it",
        "9",
        _FORM,
        "[form, counter, position, source, row, previous, content]",
        "[form, counter, position, source, row, content]",
        CHAIN,
    ),
    Mutant(
        "what a payment was for is in no link",
        "9",
        _FORM,
        "    order = ORDER if kind == _RECORDED else ()\n",
        "    order: tuple[str, ...] = ()\n",
        CHAIN,
    ),
    Mutant(
        "a receipt's number is in no link",
        "9",
        _FORM,
        "    return order + RECEIPT if state == _PAID else order\n",
        "    return order\n",
        BYTES,
    ),
    Mutant(
        "a row without a link is not looked for",
        "9",
        _CHECK,
        "        if counted != linked:\n",
        "        if False:\n",
        CHAIN,
    ),
    Mutant(
        "a state that no event tells of is believed",
        "5",
        _CHECK,
        "    is_other = payments.c.state.is_distinct_from(told)\n",
        "    is_other = payments.c.state.is_(None)\n",
        CHAIN,
    ),
    Mutant(
        "nobody is named who gives cash back",
        "8",
        "desktop_app/core/payments/desk.py",
        "Event(EventKind.CASH_RETURNED, now).by(till)",
        "Event(EventKind.CASH_RETURNED, now)",
        ("tests/gui/test_shift.py", "-k", "gives_cash_back"),
    ),
    Mutant(
        "what was expected is proposed as the opening cash",
        "money",
        _OPENING,
        "        return CashCount(other=self.last.counted.total)\n",
        "        return CashCount(other=self.last.expected)\n",
        OPENING,
    ),
    Mutant(
        "a shift of an earlier day is gone on in without a word",
        "money",
        _OPENING,
        "        if self.shift.opened_at < start_of_day:\n",
        "        if False:\n",
        OPENING,
    ),
    Mutant(
        "the float is lost where a payment was quicker",
        "money",
        "desktop_app/application/shifts.py",
        "            return self.note_float(environment, till, counted)\n",
        "            return self._environments.shifts(environment).current(till)\n",
        OPENING,
    ),
    Mutant(
        "a report is written over another one of its number",
        "money",
        "desktop_app/ui/payment_kit/sheets.py",
        "        while path.exists() and not replaces:\n",
        "        while False:\n",
        ("tests/gui/test_shift_papers.py", "-k", "writes_over"),
    ),
)
