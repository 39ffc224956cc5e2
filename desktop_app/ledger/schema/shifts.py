"""The tables of the drawer: shifts, what moved in it, how bills were paid, and the reports."""

from __future__ import annotations

import sqlalchemy as sa

from desktop_app.ledger.schema.column_types import MoneyInPaisa, UtcDateTime
from desktop_app.ledger.schema.dialect import STRICT, partial_index
from desktop_app.ledger.schema.metadata import METADATA, person, place, text

shifts = sa.Table(
    "shifts",
    METADATA,
    sa.Column("number", sa.Integer, primary_key=True),
    *place(),
    text("drawer"),
    sa.Column("opened_at", UtcDateTime, nullable=False),
    text("opened_by"),
    text("opened_by_id"),
    text("opened_how"),
    sa.Column("closed_at", UtcDateTime),
    text("closed_by"),
    text("closed_by_id"),
    sa.Column("z_number", sa.Integer),
    text("note"),
    **STRICT,
)

movements = sa.Table(
    "movements",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    *place(),
    text("drawer"),
    sa.Column("shift", sa.Integer, sa.ForeignKey("shifts.number"), nullable=False),
    text("kind"),
    sa.Column("at", UtcDateTime, nullable=False),
    sa.Column("amount", MoneyInPaisa, nullable=False),
    sa.Column("payment", sa.Integer, sa.ForeignKey("payments.number")),
    *person(),
    text("reason"),
    text("content"),
    **STRICT,
)

customers = sa.Table(
    "customers",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    text("name"),
    text("phone"),
    text("note"),
    sa.Column("on_account_limit", MoneyInPaisa),
    sa.Column("added_at", UtcDateTime, nullable=False),
    sa.Column("is_favourite", sa.Integer, nullable=False),
    # All that a search looks in.
    text("found_by"),
    **STRICT,
)

tenders = sa.Table(
    "tenders",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("payment", sa.Integer, sa.ForeignKey("payments.number"), nullable=False),
    sa.Column("position", sa.Integer, nullable=False),
    text("kind"),
    sa.Column("amount", MoneyInPaisa, nullable=False),
    text("reference"),
    sa.Column("customer", sa.Integer, sa.ForeignKey("customers.id")),
    text("allowed_by"),
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
    *person(),
    text("note"),
    **STRICT,
)

reports = sa.Table(
    "reports",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    *place(),
    sa.Column("shift", sa.Integer, sa.ForeignKey("shifts.number"), nullable=False, unique=True),
    sa.Column("z_number", sa.Integer, nullable=False),
    sa.Column("at", UtcDateTime, nullable=False),
    *person(),
    text("content"),
    sa.Column("chain_position", sa.Integer, nullable=False),
    text("chain_hash"),
    sa.UniqueConstraint("environment", "counter", "z_number"),
    **STRICT,
)

credit_notes = sa.Table(
    "credit_notes",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    *place(),
    sa.Column("at", UtcDateTime, nullable=False),
    text("kind"),
    sa.Column("amount", MoneyInPaisa, nullable=False),
    text("note"),
    *person(),
    **STRICT,
)

commission_rates = sa.Table(
    "commission_rates",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    text("counter"),
    text("provider"),
    text("from_day"),
    sa.Column("percent_millionths", sa.Integer),
    sa.Column("fixed_paisa", MoneyInPaisa),
    sa.Column("at", UtcDateTime, nullable=False),
    *person(),
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
partial_index("customers_favourite", customers.c.is_favourite, where=sa.text("is_favourite = 1"))
sa.Index("credit_notes_by_time", credit_notes.c.environment, credit_notes.c.at)
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
