"""Adds favourites, what customers are found by, and the day on which an account runs out.

The functions below say what the programs so far could have written, so they never change.
"""

from __future__ import annotations

import re
import unicodedata

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"

_MOMENT = "GLOB '????-??-??T??:??:??.??????+00:00'"
_DAY = "GLOB '????-??-??'"
_COLUMNS = (
    ("customers", "is_favourite", "INTEGER NOT NULL DEFAULT 0 CHECK (is_favourite IN (0, 1))"),
    ("customers", "found_by", "TEXT NOT NULL DEFAULT ''"),
    ("accounts", "expires_on", f"TEXT CHECK (expires_on {_DAY})"),
    ("accounts", "reminded_at", f"TEXT CHECK (reminded_at {_MOMENT})"),
)
_NASAL = re.compile("[ङञणनम]\u094d(?=[क-भ])")
_SAME_SOUND = str.maketrans("ँीूईऊशषव", "ंिुइउससब")
_DIGITS = str.maketrans("०१२३४५६७८९", "0123456789")
_MARKS = range(0x0900, 0x0980)


def upgrade() -> None:
    for table, name, kind in _COLUMNS:
        op.execute(f"ALTER TABLE {table} ADD COLUMN {name} {kind}")
    # The day of the look-up in Nepal, and the days that it told from then on.
    op.execute(
        "UPDATE accounts SET expires_on = date(substr(looked_up_at, 1, 19), '+345 minutes',"
        " days_left || ' days') WHERE days_left BETWEEN -3660 AND 36600"
    )
    connection = op.get_bind()
    rows = connection.execute(sa.text("SELECT id, name, phone FROM customers")).all()
    known = [{"id": row.id, "found_by": found_by(row.name, row.phone)} for row in rows]
    if known:
        update = sa.text("UPDATE customers SET found_by = :found_by WHERE id = :id")
        connection.execute(update, known)
    op.drop_index("accounts_by_time", "accounts")
    op.create_index(
        "accounts_by_time",
        "accounts",
        ["looked_up_at", "company", "account_key", "found_by", "customer"],
    )
    op.create_index(
        "accounts_by_customer",
        "accounts",
        ["customer"],
        sqlite_where=sa.text("customer IS NOT NULL"),
    )
    op.create_index(
        "accounts_by_expiry",
        "accounts",
        ["expires_on", "company", "account_key"],
        sqlite_where=sa.text("expires_on IS NOT NULL"),
    )
    op.create_index(
        "customers_favourite",
        "customers",
        ["is_favourite"],
        sqlite_where=sa.text("is_favourite = 1"),
    )


def found_by(name: str, phone: str) -> str:
    """All that a customer of an older program is found by: notes there were none."""
    words = (w for text in (name, phone) for join in (True, False) for w in _words(text, join))
    joined = ("".join(_words(text, join=True)) for text in (name, phone))
    return " ".join(dict.fromkeys((*words, *joined)))


def _words(text: str, join: bool) -> list[str]:
    plain = unicodedata.normalize("NFKD", text.strip().translate(_DIGITS)).casefold()
    kept = "".join(c for c in plain if not unicodedata.combining(c) or ord(c) in _MARKS)
    for sign in "\u200c\u200d\u093c":
        kept = kept.replace(sign, "")
    kept = (_NASAL.sub("ं", kept) if join else kept).translate(_SAME_SOUND)
    parts = ("".join(c for c in p if c.isalnum() or ord(c) in _MARKS) for p in kept.split())
    return [part for part in parts if part]
