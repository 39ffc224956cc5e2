"""The tables of the drawer: shifts, what moved in it, how bills were paid, and the reports."""

from __future__ import annotations

import sqlalchemy as sa

from desktop_app.ledger.column_types import CleanText, MoneyInPaisa, UtcDateTime
from desktop_app.ledger.dialect import STRICT, partial_index
from desktop_app.ledger.schema.metadata import METADATA

shifts = sa.Table(
    "shifts",
    METADATA,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("environment", CleanText, nullable=False),
    sa.Column("counter", CleanText, nullable=False),
    sa.Column("drawer", CleanText, nullable=False),
    sa.Column("opened_at", UtcDateTime, nullable=False),
    sa.Column("opened_by", CleanText, nullable=False),
    sa.Column("opened_by_id", CleanText, nullable=False),
    sa.Column("opened_how", CleanText, nullable=False),
    sa.Column("closed_at", UtcDateTime),
    sa.Column("closed_by", CleanText, nullable=False),
    sa.Column("closed_by_id", CleanText, nullable=False),
    sa.Column("z_number", sa.Integer),
    sa.Column("note", CleanText, nullable=False),
    **STRICT,
)

movements = sa.Table(
    "movements",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("environment", CleanText, nullable=False),
    sa.Column("counter", CleanText, nullable=False),
    sa.Column("drawer", CleanText, nullable=False),
    sa.Column("shift", sa.Integer, sa.ForeignKey("shifts.number"), nullable=False),
    sa.Column("kind", CleanText, nullable=False),
    sa.Column("at", UtcDateTime, nullable=False),
    sa.Column("amount", MoneyInPaisa, nullable=False),
    sa.Column("payment", sa.Integer, sa.ForeignKey("payments.number")),
    sa.Column("operator", CleanText, nullable=False),
    sa.Column("operator_id", CleanText, nullable=False),
    sa.Column("reason", CleanText, nullable=False),
    sa.Column("content", CleanText, nullable=False),
    **STRICT,
)

customers = sa.Table(
    "customers",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("name", CleanText, nullable=False),
    sa.Column("phone", CleanText, nullable=False),
    sa.Column("note", CleanText, nullable=False),
    sa.Column("on_account_limit", MoneyInPaisa),
    sa.Column("added_at", UtcDateTime, nullable=False),
    **STRICT,
)

tenders = sa.Table(
    "tenders",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("payment", sa.Integer, sa.ForeignKey("payments.number"), nullable=False),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("kind", CleanText, nullable=False),
    sa.Column("amount", MoneyInPaisa, nullable=False),
    sa.Column("reference", CleanText, nullable=False),
    sa.Column("customer", sa.Integer, sa.ForeignKey("customers.id")),
    sa.UniqueConstraint("payment", "position"),
    **STRICT,
)

on_account_entries = sa.Table(
    "on_account_entries",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("customer", sa.Integer, sa.ForeignKey("customers.id"), nullable=False),
    sa.Column("at", UtcDateTime, nullable=False),
    sa.Column("amount", MoneyInPaisa, nullable=False),
    sa.Column("payment", sa.Integer, sa.ForeignKey("payments.number")),
    sa.Column("movement", sa.Integer, sa.ForeignKey("movements.id")),
    sa.Column("shift", sa.Integer, sa.ForeignKey("shifts.number")),
    sa.Column("operator", CleanText, nullable=False),
    sa.Column("operator_id", CleanText, nullable=False),
    sa.Column("note", CleanText, nullable=False),
    **STRICT,
)

reports = sa.Table(
    "reports",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("environment", CleanText, nullable=False),
    sa.Column("counter", CleanText, nullable=False),
    sa.Column("shift", sa.Integer, sa.ForeignKey("shifts.number"), nullable=False, unique=True),
    sa.Column("z_number", sa.Integer, nullable=False),
    sa.Column("at", UtcDateTime, nullable=False),
    sa.Column("operator", CleanText, nullable=False),
    sa.Column("operator_id", CleanText, nullable=False),
    sa.Column("content", CleanText, nullable=False),
    sa.Column("chain_position", sa.Integer, nullable=False),
    sa.Column("chain_hash", CleanText, nullable=False),
    sa.UniqueConstraint("environment", "counter", "z_number"),
    **STRICT,
)

credit_notes = sa.Table(
    "credit_notes",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("environment", CleanText, nullable=False),
    sa.Column("counter", CleanText, nullable=False),
    sa.Column("at", UtcDateTime, nullable=False),
    sa.Column("kind", CleanText, nullable=False),
    sa.Column("amount", MoneyInPaisa, nullable=False),
    sa.Column("note", CleanText, nullable=False),
    sa.Column("operator", CleanText, nullable=False),
    sa.Column("operator_id", CleanText, nullable=False),
    **STRICT,
)

commission_rates = sa.Table(
    "commission_rates",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("counter", CleanText, nullable=False),
    sa.Column("provider", CleanText, nullable=False),
    sa.Column("from_day", CleanText, nullable=False),
    sa.Column("percent_millionths", sa.Integer),
    sa.Column("fixed_paisa", MoneyInPaisa),
    sa.Column("at", UtcDateTime, nullable=False),
    sa.Column("operator", CleanText, nullable=False),
    sa.Column("operator_id", CleanText, nullable=False),
    **STRICT,
)

IS_OPEN_SHIFT = sa.text("closed_at IS NULL")
HAS_Z_NUMBER = sa.text("z_number IS NOT NULL")

partial_index(
    "shifts_one_open",
    shifts.c.environment,
    shifts.c.counter,
    shifts.c.drawer,
    unique=True,
    where=IS_OPEN_SHIFT,
)
partial_index(
    "shifts_z_number",
    shifts.c.environment,
    shifts.c.counter,
    shifts.c.z_number,
    unique=True,
    where=HAS_Z_NUMBER,
)
sa.Index("movements_by_shift", movements.c.shift)
partial_index("movements_by_payment", movements.c.payment, where=sa.text("payment IS NOT NULL"))
sa.Index("on_account_by_customer", on_account_entries.c.customer)
# Without these each new payment, movement and shift would be looked for in all entries.
for _name in ("payment", "movement", "shift"):
    partial_index(
        f"on_account_by_{_name}",
        on_account_entries.c[_name],
        where=sa.text(f"{_name} IS NOT NULL"),
    )
