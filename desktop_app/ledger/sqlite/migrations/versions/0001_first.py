"""Payments, their events and the accounts looked up, with what keeps them true.

A migration never changes once a shop has run it, so all texts here are constants of their own;
tests compare them with ``core.payment`` and with ``ledger/tables.py``. The triggers only refuse:
they are the second lock behind ``ledger.py``. A message that begins with ``illegal_step`` is a
step that the payment rules do not allow.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_STATES = "('recorded', 'sending', 'paid', 'not_paid', 'waiting', 'review')"
_OPEN = "('recorded', 'sending', 'waiting', 'review')"
_STEPS = """(VALUES
    ('', 'recorded'),
    ('recorded', 'sending'), ('recorded', 'not_paid'),
    ('sending', 'paid'), ('sending', 'not_paid'), ('sending', 'waiting'),
    ('waiting', 'paid'), ('waiting', 'not_paid'), ('waiting', 'review'),
    ('review', 'paid'), ('review', 'not_paid')
)"""
_MOMENT = "GLOB '????-??-??T??:??:??.??????+00:00'"
_REFERENCE = "NOT GLOB '*[^0-9a-fA-F]*'"

# Rules 2 and 9: what a payment was for is written once.
_ORDER = (
    "number", "environment", "base_url", "connection_id", "reference", "details_reference",
    "session_id", "provider", "provider_name", "account_id", "customer_name", "branch",
    "service_name", "offer_id", "offer_kind", "offer_label", "duration_days", "amount", "lines",
    "cash_due", "cash_received", "pays_again", "path", "fields", "operator", "shop", "recorded_at",
)  # fmt: skip
_LAST_STATE = (
    "(SELECT state FROM events WHERE payment = {number} AND state IS NOT NULL"
    " ORDER BY id DESC LIMIT 1)"
)

# name, moment, condition, message
_TRIGGERS = (
    # Rule 9: append-only.
    ("events_keep", "BEFORE UPDATE ON events", "1", "append_only"),
    ("events_stay", "BEFORE DELETE ON events", "1", "append_only"),
    (
        "events_no_replacing",
        "BEFORE INSERT ON events",
        "EXISTS (SELECT 1 FROM events WHERE id = NEW.id)",
        "append_only",
    ),
    (
        "events_in_order",
        "AFTER INSERT ON events",
        "EXISTS (SELECT 1 FROM events WHERE id > NEW.id)",
        "append_only",
    ),
    ("payments_stay", "BEFORE DELETE ON payments", "1", "append_only"),
    (
        "payments_keep_order",
        "BEFORE UPDATE ON payments",
        " OR ".join(f"NEW.{name} IS NOT OLD.{name}" for name in _ORDER),
        "append_only",
    ),
    (
        "payments_no_replacing",
        "BEFORE INSERT ON payments",
        "EXISTS (SELECT 1 FROM payments WHERE number = NEW.number)",
        "append_only",
    ),
    # Rule 1: a reference is used once, in whichever role.
    (
        "payments_references",
        "BEFORE INSERT ON payments",
        "NEW.reference IS NEW.details_reference"
        " OR EXISTS (SELECT 1 FROM payments"
        " WHERE reference IN (NEW.reference, NEW.details_reference))"
        " OR EXISTS (SELECT 1 FROM payments"
        " WHERE details_reference IN (NEW.reference, NEW.details_reference))",
        "reference_used",
    ),
    # Rule 7, where the unique index alone would let INSERT OR REPLACE delete the open payment.
    (
        "payments_second_open",
        "BEFORE INSERT ON payments",
        "EXISTS (SELECT 1 FROM payments WHERE environment = NEW.environment"  # noqa: S608
        " AND provider = NEW.provider AND account_id = NEW.account_id"
        f" AND offer_id = NEW.offer_id AND state IN {_OPEN})",
        "already_open",
    ),
    # Rule 5: legal steps only, each with its event first.
    (
        "events_step",
        "BEFORE INSERT ON events",
        f"NEW.state IS NOT NULL AND (COALESCE({_LAST_STATE.format(number='NEW.payment')}, ''),"
        f" NEW.state) NOT IN {_STEPS}",
        "illegal_step: state",
    ),
    (
        "payments_begin",
        "BEFORE INSERT ON payments",
        "NEW.state <> 'recorded' OR NEW.changed_at <> NEW.recorded_at OR NEW.prints <> 0"
        " OR NEW.sent_at IS NOT NULL OR NEW.cash_returned_at IS NOT NULL",
        "illegal_step: begin",
    ),
    (
        "payments_step",
        "BEFORE UPDATE ON payments",
        "NEW.state IS NOT OLD.state AND"
        f" ((OLD.state, NEW.state) NOT IN {_STEPS}"
        f" OR NEW.state IS NOT {_LAST_STATE.format(number='NEW.number')})",
        "illegal_step: state",
    ),
    (
        "payments_changed",
        "BEFORE UPDATE ON payments",
        "NEW.state IS OLD.state AND NEW.changed_at IS NOT OLD.changed_at",
        "illegal_step: changed_at",
    ),
    (
        "payments_receipts",
        "BEFORE UPDATE ON payments",
        "NEW.receipt IS NOT OLD.receipt AND (OLD.receipt IS NOT NULL OR NEW.receipt <>"
        " (SELECT COALESCE(MAX(receipt), 0) + 1 FROM payments"
        " WHERE environment = NEW.environment AND receipt IS NOT NULL))",
        "illegal_step: receipt",
    ),
    (
        "payments_prints",
        "BEFORE UPDATE ON payments",
        "NEW.prints < OLD.prints",
        "illegal_step: prints",
    ),
    # Rule 8: cash goes back once, and only for what was not paid.
    (
        "events_cash",
        "BEFORE INSERT ON events",
        "NEW.kind = 'cash_returned' AND NOT EXISTS (SELECT 1 FROM payments WHERE"
        " number = NEW.payment AND state = 'not_paid' AND cash_returned_at IS NULL)",
        "illegal_step: cash",
    ),
    (
        "events_cash_once",
        "BEFORE INSERT ON events",
        "NEW.kind = 'cash_returned' AND EXISTS (SELECT 1 FROM events WHERE"
        " payment = NEW.payment AND kind = 'cash_returned')",
        "illegal_step: cash",
    ),
    (
        "payments_cash",
        "BEFORE UPDATE ON payments",
        "NEW.cash_returned_at IS NOT OLD.cash_returned_at AND (OLD.cash_returned_at IS NOT NULL"
        " OR NOT EXISTS (SELECT 1 FROM events WHERE payment = NEW.number"
        " AND kind = 'cash_returned'))",
        "illegal_step: cash",
    ),
)


def upgrade() -> None:
    _payments()
    _events()
    _accounts()
    for name, moment, condition, message in _TRIGGERS:
        op.execute(
            f"CREATE TRIGGER {name} {moment} WHEN {condition}"
            f" BEGIN SELECT RAISE(ABORT, '{message}'); END"
        )


def _text(name: str, *, empty: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=empty)


def _number(name: str, *, empty: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=empty)


def _payments() -> None:
    op.create_table(
        "payments",
        sa.Column("number", sa.Integer(), primary_key=True),
        _text("environment"),
        _text("base_url"),
        _text("connection_id"),
        _text("reference"),
        _text("details_reference", empty=True),
        _text("session_id", empty=True),
        _text("provider"),
        _text("provider_name"),
        _text("account_id"),
        _text("customer_name"),
        _text("branch"),
        _text("service_name"),
        _text("offer_id"),
        _text("offer_kind"),
        _text("offer_label"),
        _number("duration_days", empty=True),
        _number("amount"),
        _text("lines"),
        _number("cash_due"),
        _number("cash_received"),
        _number("pays_again"),
        _text("path"),
        _text("fields"),
        _text("operator"),
        _text("shop"),
        _text("recorded_at"),
        _text("state"),
        _text("changed_at"),
        _text("sent_at", empty=True),
        _number("receipt", empty=True),
        _text("transaction_id", empty=True),
        _text("reason"),
        _text("reason_code"),
        _text("phone"),
        _number("prints"),
        _text("cash_returned_at", empty=True),
        sa.UniqueConstraint("reference"),
        sa.UniqueConstraint("details_reference"),
        sa.CheckConstraint("environment IN ('practice', 'test', 'live')"),
        sa.CheckConstraint(f"state IN {_STATES}"),
        sa.CheckConstraint(f"length(reference) = 32 AND reference {_REFERENCE}"),
        sa.CheckConstraint(f"length(details_reference) = 32 AND details_reference {_REFERENCE}"),
        sa.CheckConstraint("amount >= 0 AND cash_due >= 0 AND cash_received >= 0"),
        sa.CheckConstraint("pays_again IN (0, 1)"),
        sa.CheckConstraint(f"recorded_at {_MOMENT} AND changed_at {_MOMENT}"),
        sa.CheckConstraint(f"sent_at {_MOMENT}"),
        sa.CheckConstraint(f"cash_returned_at {_MOMENT}"),
        sa.CheckConstraint("(state = 'paid') = (receipt IS NOT NULL)"),
        sa.CheckConstraint("cash_returned_at IS NULL OR state = 'not_paid'"),
        sqlite_strict=True,
    )
    op.create_index(
        "payments_one_open",
        "payments",
        ["environment", "provider", "account_id", "offer_id"],
        unique=True,
        sqlite_where=sa.text(f"state IN {_OPEN}"),
    )
    op.create_index(
        "payments_owing",
        "payments",
        ["recorded_at"],
        sqlite_where=sa.text("state = 'not_paid' AND cash_returned_at IS NULL"),
    )
    op.create_index(
        "payments_by_account",
        "payments",
        ["provider", "account_id", "state", "changed_at", "environment"],
    )
    op.create_index("payments_by_time", "payments", ["recorded_at", "provider", "environment"])
    op.create_index(
        "payments_receipt",
        "payments",
        ["environment", "receipt"],
        unique=True,
        sqlite_where=sa.text("receipt IS NOT NULL"),
    )


def _events() -> None:
    op.create_table(
        "events",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("payment", sa.Integer(), sa.ForeignKey("payments.number"), nullable=False),
        _text("kind"),
        _text("at"),
        _text("state", empty=True),
        _text("content"),
        sa.CheckConstraint(f"at {_MOMENT}"),
        sqlite_strict=True,
    )
    op.create_index("events_by_payment", "events", ["payment"])
    op.create_index(
        "events_cash_returned",
        "events",
        ["payment"],
        unique=True,
        sqlite_where=sa.text("kind = 'cash_returned'"),
    )


def _accounts() -> None:
    op.create_table(
        "accounts",
        sa.Column("provider", sa.Text(), primary_key=True),
        sa.Column("account_id", sa.Text(), primary_key=True),
        _text("customer_name"),
        _text("branch"),
        _number("days_left", empty=True),
        _number("bills", empty=True),
        _text("looked_up_at"),
        sa.CheckConstraint(f"looked_up_at {_MOMENT}"),
        sqlite_strict=True,
    )
