"""The columns, indexes and triggers of migration 0008, which makes the tables that they rest on.

Like the migration, they are history: a later rule is a later migration's.
"""

from __future__ import annotations

MOMENT = "GLOB '????-??-??T??:??:??.??????+00:00'"
"""How a time is written in a column."""

COLUMNS = (
    ("payments", "typed_key", "TEXT NOT NULL DEFAULT ''"),
    ("payments", "counter", "TEXT NOT NULL DEFAULT '1'"),
    ("payments", "drawer", "TEXT NOT NULL DEFAULT '1'"),
    ("payments", "shift", "INTEGER REFERENCES shifts (number)"),
    ("payments", "operator_id", "TEXT NOT NULL DEFAULT ''"),
    ("payments", "receipt_series", "TEXT NOT NULL DEFAULT ''"),
    ("payments", "cash_tender", "INTEGER NOT NULL DEFAULT 0"),
    ("payments", "reversed_at", f"TEXT CHECK (reversed_at {MOMENT})"),
    ("payments", "reversal_settled_at", f"TEXT CHECK (reversal_settled_at {MOMENT})"),
    ("payments", "doubted_at", f"TEXT CHECK (doubted_at {MOMENT})"),
    ("payments", "instead_of", "INTEGER"),
    ("events", "counter", "TEXT NOT NULL DEFAULT '1'"),
    ("events", "operator", "TEXT NOT NULL DEFAULT ''"),
    ("events", "operator_id", "TEXT NOT NULL DEFAULT ''"),
    ("accounts", "customer", "INTEGER REFERENCES customers (id)"),
    ("accounts", "typed_key", "TEXT NOT NULL DEFAULT ''"),
    ("accounts", "found_by", "TEXT NOT NULL DEFAULT ''"),
)
"""Table, name, type and default, of tables that are there already."""

INDEXES = (
    (
        "payments_receipt",
        "payments",
        "environment counter receipt_series receipt",
        "receipt IS NOT NULL",
    ),
    (
        "payments_owing_reversal",
        "payments",
        "reversed_at",
        "reversed_at IS NOT NULL AND reversal_settled_at IS NULL",
    ),
    ("payments_doubted", "payments", "doubted_at", "doubted_at IS NOT NULL"),
    (
        "payments_may_come_back",
        "payments",
        "changed_at",
        "state = 'paid' AND reversed_at IS NULL",
    ),
    ("payments_by_shift", "payments", "shift", ""),
    ("payments_by_typed", "payments", "company typed_key state changed_at environment", ""),
    ("accounts_by_time", "accounts", "looked_up_at company account_key found_by", ""),
    ("accounts_by_typed", "accounts", "company typed_key", ""),
    ("credit_notes_by_time", "credit_notes", "environment at", ""),
    ("shifts_one_open", "shifts", "environment counter drawer", "closed_at IS NULL"),
    ("shifts_z_number", "shifts", "environment counter z_number", "z_number IS NOT NULL"),
    ("movements_by_shift", "movements", "shift", ""),
    ("movements_by_payment", "movements", "payment", "payment IS NOT NULL"),
    ("on_account_by_customer", "on_account_entries", "customer", ""),
    ("on_account_by_payment", "on_account_entries", "payment", "payment IS NOT NULL"),
    ("on_account_by_movement", "on_account_entries", "movement", "movement IS NOT NULL"),
    ("on_account_by_shift", "on_account_entries", "shift", "shift IS NOT NULL"),
)
"""Name, table, columns and condition."""
UNIQUE = ("payments_receipt", "shifts_one_open", "shifts_z_number")

_OPENING = (
    "number", "environment", "counter", "drawer", "opened_at", "opened_by", "opened_by_id",
    "opened_how",
)  # fmt: skip
_OPEN_SHIFT = (
    "(SELECT 1 FROM shifts WHERE number = NEW.shift AND environment = NEW.environment"
    " AND counter = NEW.counter AND drawer = NEW.drawer AND closed_at IS NULL)"
)
_CASH_OF = "(SELECT COALESCE(SUM(amount), 0) FROM movements WHERE payment = {payment})"
# What was taken before there were shifts, and carried into none, has not moved yet.
_TO_RETURN = (
    "(SELECT CASE WHEN COUNT(*) > 0 THEN SUM(amount) ELSE COALESCE("
    "(SELECT cash_tender FROM payments WHERE number = NEW.payment AND shift IS NULL), 0) END"
    " FROM movements WHERE payment = NEW.payment)"
)

TRIGGERS = (
    # Rule 2: the columns that are new here; the older ones have triggers of their own.
    (
        "payments_keep_till",
        "BEFORE UPDATE ON payments",
        " OR ".join(
            f"NEW.{name} IS NOT OLD.{name}"
            for name in (
                "typed_key",
                "counter",
                "drawer",
                "shift",
                "operator_id",
                "cash_tender",
                "instead_of",
            )
        ),
        "append_only",
    ),
    (
        "payments_begin_till",
        "BEFORE INSERT ON payments",
        "NEW.cash_tender < 0 OR NEW.cash_tender > NEW.cash_due OR NEW.receipt_series <> ''"
        " OR NEW.reversed_at IS NOT NULL OR NEW.reversal_settled_at IS NOT NULL"
        " OR NEW.doubted_at IS NOT NULL"
        f" OR NOT EXISTS {_OPEN_SHIFT}",
        "illegal_step: shift",
    ),
    (
        "payments_begin_instead",
        "BEFORE INSERT ON payments",
        "NEW.instead_of IS NOT NULL AND NOT EXISTS (SELECT 1 FROM payments"
        " WHERE number = NEW.instead_of AND reversed_at IS NOT NULL)",
        "illegal_step: reversed",
    ),
    # One number after the other within a counter and a series.
    (
        "payments_receipts",
        "BEFORE UPDATE ON payments",
        "NEW.receipt IS NOT OLD.receipt AND (OLD.receipt IS NOT NULL OR NEW.receipt <>"
        " (SELECT COALESCE(MAX(receipt), 0) + 1 FROM payments"
        " WHERE environment = NEW.environment AND counter = NEW.counter"
        " AND receipt_series = NEW.receipt_series AND receipt IS NOT NULL))",
        "illegal_step: receipt",
    ),
    (
        "payments_receipt_series",
        "BEFORE UPDATE ON payments",
        "NEW.receipt_series IS NOT OLD.receipt_series"
        " AND (OLD.receipt IS NOT NULL OR NEW.receipt IS NULL)",
        "illegal_step: receipt",
    ),
    # A reversal is a duty of its own: it is opened once, for what is PAID, and settled once.
    (
        "payments_reversed",
        "BEFORE UPDATE ON payments",
        "NEW.reversed_at IS NOT OLD.reversed_at AND (OLD.reversed_at IS NOT NULL"
        " OR NEW.state <> 'paid' OR NOT EXISTS (SELECT 1 FROM events"
        " WHERE payment = NEW.number AND kind = 'reversed'))",
        "illegal_step: reversed",
    ),
    # Only what is PAID, and was not taken back, can be in doubt.
    (
        "payments_doubted",
        "BEFORE UPDATE ON payments",
        "NEW.doubted_at IS NOT NULL AND (NEW.state <> 'paid' OR NEW.reversed_at IS NOT NULL)",
        "illegal_step: doubted",
    ),
    (
        "payments_reversal_settled",
        "BEFORE UPDATE ON payments",
        "NEW.reversal_settled_at IS NOT OLD.reversal_settled_at AND"
        " (OLD.reversal_settled_at IS NOT NULL OR OLD.reversed_at IS NULL OR NOT EXISTS"
        " (SELECT 1 FROM events WHERE payment = NEW.number AND kind = 'reversal_settled'))",
        "illegal_step: reversed",
    ),
    (
        "events_reversed",
        "BEFORE INSERT ON events",
        "NEW.kind = 'reversed' AND (NOT EXISTS (SELECT 1 FROM payments WHERE"
        " number = NEW.payment AND state = 'paid' AND reversed_at IS NULL) OR EXISTS"
        " (SELECT 1 FROM events WHERE payment = NEW.payment AND kind = 'reversed'))",
        "illegal_step: reversed",
    ),
    (
        "events_reversal_settled",
        "BEFORE INSERT ON events",
        "NEW.kind = 'reversal_settled' AND (NOT EXISTS (SELECT 1 FROM payments WHERE"
        " number = NEW.payment AND reversed_at IS NOT NULL AND reversal_settled_at IS NULL)"
        " OR EXISTS (SELECT 1 FROM events"
        " WHERE payment = NEW.payment AND kind = 'reversal_settled'))",
        "illegal_step: reversed",
    ),
    # Nothing is sent whose cash is not on the drawer's list.
    (
        "events_cash_counted",
        "BEFORE INSERT ON events",
        "NEW.kind = 'sent' AND EXISTS (SELECT 1 FROM payments WHERE number = NEW.payment"  # noqa: S608
        " AND shift IS NOT NULL"
        f" AND cash_tender <> {_CASH_OF.format(payment='NEW.payment')})",
        "illegal_step: cash",
    ),
    # Shifts: one open a drawer, opened and closed once, numbered without a gap.
    ("shifts_stay", "BEFORE DELETE ON shifts", "1", "append_only"),
    (
        "shifts_no_replacing",
        "BEFORE INSERT ON shifts",
        "EXISTS (SELECT 1 FROM shifts WHERE number = NEW.number)",
        "append_only",
    ),
    (
        "shifts_in_order",
        "AFTER INSERT ON shifts",
        "EXISTS (SELECT 1 FROM shifts WHERE number > NEW.number)",
        "append_only",
    ),
    (
        "shifts_one",
        "BEFORE INSERT ON shifts",
        "EXISTS (SELECT 1 FROM shifts WHERE environment = NEW.environment"
        " AND counter = NEW.counter AND drawer = NEW.drawer AND closed_at IS NULL)",
        "illegal_step: shift",
    ),
    (
        "shifts_begin",
        "BEFORE INSERT ON shifts",
        "NEW.closed_at IS NOT NULL OR NEW.z_number IS NOT NULL OR NEW.closed_by <> ''"
        " OR NEW.closed_by_id <> '' OR NEW.note <> ''",
        "illegal_step: shift",
    ),
    (
        "shifts_closed",
        "BEFORE UPDATE ON shifts",
        "OLD.closed_at IS NOT NULL OR NEW.closed_at IS NULL",
        "append_only",
    ),
    (
        "shifts_keep_opening",
        "BEFORE UPDATE ON shifts",
        " OR ".join(f"NEW.{name} IS NOT OLD.{name}" for name in _OPENING),
        "append_only",
    ),
    (
        "shifts_z_number",
        "BEFORE UPDATE ON shifts",
        "NEW.z_number IS NOT (SELECT COALESCE(MAX(z_number), 0) + 1 FROM shifts"
        " WHERE environment = NEW.environment AND counter = NEW.counter"
        " AND z_number IS NOT NULL)",
        "illegal_step: z_number",
    ),
    # What moved, moved in an open shift, once.
    (
        "movements_shift",
        "BEFORE INSERT ON movements",
        f"NOT EXISTS {_OPEN_SHIFT}",
        "illegal_step: shift",
    ),
    (
        "movements_float",
        "BEFORE INSERT ON movements",
        "NEW.kind = 'float' AND EXISTS (SELECT 1 FROM movements"
        " WHERE shift = NEW.shift AND kind = 'float')",
        "illegal_step: float",
    ),
    (
        "movements_taken",
        "BEFORE INSERT ON movements",
        "NEW.kind IN ('cash_taken', 'carried') AND EXISTS (SELECT 1 FROM movements"
        " WHERE payment = NEW.payment AND kind IN ('cash_taken', 'carried'))",
        "illegal_step: cash",
    ),
    # Rule 8: what goes back is what was taken, all of it.
    (
        "movements_returned",
        "BEFORE INSERT ON movements",
        f"NEW.kind = 'cash_returned' AND NEW.amount <> -{_TO_RETURN}",
        "illegal_step: cash",
    ),
    (
        "tenders_once",
        "BEFORE INSERT ON tenders",
        "EXISTS (SELECT 1 FROM tenders WHERE payment = NEW.payment AND position = NEW.position)",
        "append_only",
    ),
    (
        "reports_once",
        "BEFORE INSERT ON reports",
        "EXISTS (SELECT 1 FROM reports WHERE shift = NEW.shift OR (environment = NEW.environment"
        " AND counter = NEW.counter AND z_number = NEW.z_number))",
        "append_only",
    ),
    ("customers_stay", "BEFORE DELETE ON customers", "1", "append_only"),
)
"""Name, moment, condition and message."""
