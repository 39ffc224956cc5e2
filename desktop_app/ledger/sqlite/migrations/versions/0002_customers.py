"""Adds the customer's key to payments, and refuses payments without an amount.

Adds the company and the canonical account to each payment, and makes the index, the trigger and
the known accounts compare them. Rows of older programs get theirs here; both functions below say
what these programs could have written, so they never change and name the two services of the one
company that had two.
"""

from __future__ import annotations

import unicodedata

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_OPEN = "('recorded', 'sending', 'waiting', 'review')"
_MOMENT = "GLOB '????-??-??T??:??:??.??????+00:00'"
_COMPANIES = {"vianet-updated": "vianet"}
_DIGITS = str.maketrans("०१२३४५६७८९", "0123456789")

# name, moment, condition, message
_TRIGGERS = (
    # Rule 14.
    ("payments_amount", "BEFORE INSERT ON payments", "NEW.amount <= 0", "no_amount"),
    # Rule 2: the columns that are new here; the older ones have a trigger of their own.
    (
        "payments_keep_customer",
        "BEFORE UPDATE ON payments",
        " OR ".join(
            f"NEW.{name} IS NOT OLD.{name}"
            for name in ("company", "account_key", "another_bill", "second_open")
        ),
        "append_only",
    ),
    (
        "payments_customer",
        "BEFORE INSERT ON payments",
        "NEW.company = '' OR NEW.account_key = '' OR NEW.another_bill NOT IN (0, 1)"
        " OR NEW.second_open <> 0",
        "no_customer",
    ),
    # Rule 7, where the unique index alone would let INSERT OR REPLACE delete the open payment.
    (
        "payments_second_open",
        "BEFORE INSERT ON payments",
        "EXISTS (SELECT 1 FROM payments WHERE environment = NEW.environment"  # noqa: S608
        " AND company = NEW.company AND account_key = NEW.account_key"
        f" AND offer_id = NEW.offer_id AND state IN {_OPEN})",
        "already_open",
    ),
)


def upgrade() -> None:
    op.execute("DROP TRIGGER payments_second_open")
    op.drop_index("payments_one_open", "payments")
    op.drop_index("payments_by_account", "payments")
    for name, kind, default in (
        ("company", sa.Text(), "''"),
        ("account_key", sa.Text(), "''"),
        ("another_bill", sa.Integer(), "0"),
        ("second_open", sa.Integer(), "0"),
    ):
        column = sa.Column(name, kind, nullable=False, server_default=sa.text(default))
        op.add_column("payments", column)
    _name_customers()
    _part_open_ones()
    op.create_index(
        "payments_one_open",
        "payments",
        ["environment", "company", "account_key", "offer_id", "second_open"],
        unique=True,
        sqlite_where=sa.text(f"state IN {_OPEN}"),
    )
    op.create_index(
        "payments_by_account",
        "payments",
        ["company", "account_key", "state", "changed_at", "environment"],
    )
    _accounts()
    for name, moment, condition, message in _TRIGGERS:
        op.execute(
            f"CREATE TRIGGER {name} {moment} WHEN {condition}"
            f" BEGIN SELECT RAISE(ABORT, '{message}'); END"
        )


def company_of(provider: str) -> str:
    """The company behind a service."""
    return _COMPANIES.get(provider, provider)


def canonical(account_id: str) -> str:
    """The form that all spellings of one account id share."""
    seen = "".join(
        " " if c.isspace() else c
        for c in account_id.translate(_DIGITS)
        if c.isspace() or unicodedata.category(c) not in ("Cc", "Cf", "Cs")
    )
    typed = unicodedata.normalize("NFKC", seen)
    return unicodedata.normalize("NFKC", " ".join(typed.casefold().split())) or account_id


def _name_customers() -> None:
    connection = op.get_bind()
    found = connection.execute(sa.text("SELECT number, provider, account_id FROM payments"))
    named = [
        {
            "number": row.number,
            "company": company_of(row.provider),
            "key": canonical(row.account_id),
        }
        for row in found
    ]
    if named:
        update = "UPDATE payments SET company = :company, account_key = :key WHERE number = :number"
        connection.execute(sa.text(update), named)


def _part_open_ones() -> None:
    """Let the index take what an older program had begun twice under two spellings.

    The older one stays 0; while any of them is open, the trigger lets no other begin.
    """
    op.execute(
        "UPDATE payments SET second_open = number"  # noqa: S608
        f" WHERE state IN {_OPEN} AND EXISTS (SELECT 1 FROM payments AS first"
        " WHERE first.environment = payments.environment AND first.company = payments.company"
        " AND first.account_key = payments.account_key AND first.offer_id = payments.offer_id"
        f" AND first.state IN {_OPEN} AND first.number < payments.number)"
    )


def _accounts() -> None:
    """Rebuild the accounts table with one row per customer, that of the newest look-up."""
    connection = op.get_bind()
    rows = connection.execute(sa.text("SELECT * FROM accounts ORDER BY looked_up_at")).mappings()
    newest = {
        (company_of(row["provider"]), canonical(row["account_id"])): dict(row) for row in rows
    }
    op.drop_table("accounts")
    made = op.create_table(
        "accounts",
        sa.Column("company", sa.Text(), primary_key=True),
        sa.Column("account_key", sa.Text(), primary_key=True),
        *(
            sa.Column(name, sa.Text(), nullable=False)
            for name in ("provider", "account_id", "customer_name", "branch")
        ),
        sa.Column("days_left", sa.Integer(), nullable=True),
        sa.Column("bills", sa.Integer(), nullable=True),
        sa.Column("looked_up_at", sa.Text(), nullable=False),
        sa.CheckConstraint(f"looked_up_at {_MOMENT}"),
        sqlite_strict=True,
    )
    kept = [
        {**row, "company": company, "account_key": key} for (company, key), row in newest.items()
    ]
    if kept:
        op.bulk_insert(made, kept)
