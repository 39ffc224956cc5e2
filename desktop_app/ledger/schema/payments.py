"""The tables of payments, and of the customers' accounts."""

from __future__ import annotations

import sqlalchemy as sa

from desktop_app.ledger.schema.column_types import CleanText, LocalDay, MoneyInPaisa, UtcDateTime
from desktop_app.ledger.schema.dialect import STRICT, partial_index
from desktop_app.ledger.schema.metadata import METADATA, person, text

payments = sa.Table(
    "payments",
    METADATA,
    sa.Column("number", sa.Integer, primary_key=True),
    text("environment"),
    text("base_url"),
    text("connection_id"),
    sa.Column("reference", CleanText, nullable=False, unique=True),
    sa.Column("details_reference", CleanText, unique=True),
    sa.Column("session_id", CleanText),
    text("provider"),
    text("provider_name"),
    text("account_id"),
    text("customer_name"),
    text("branch"),
    text("service_name"),
    text("offer_id"),
    text("offer_kind"),
    text("offer_label"),
    sa.Column("duration_days", sa.Integer),
    sa.Column("amount", MoneyInPaisa, nullable=False),
    text("lines"),
    sa.Column("cash_due", MoneyInPaisa, nullable=False),
    sa.Column("cash_received", MoneyInPaisa, nullable=False),
    sa.Column("pays_again", sa.Integer, nullable=False),
    text("path"),
    text("fields"),
    text("operator"),
    text("shop"),
    sa.Column("recorded_at", UtcDateTime, nullable=False),
    text("state"),
    sa.Column("changed_at", UtcDateTime, nullable=False),
    sa.Column("sent_at", UtcDateTime),
    sa.Column("receipt", sa.Integer),
    sa.Column("transaction_id", CleanText),
    text("reason"),
    text("reason_code"),
    text("phone"),
    sa.Column("prints", sa.Integer, nullable=False),
    sa.Column("cash_returned_at", UtcDateTime),
    text("company"),
    text("account_key"),
    sa.Column("another_bill", sa.Integer, nullable=False),
    sa.Column("second_open", sa.Integer, nullable=False),
    sa.Column("abandoned", sa.Integer, nullable=False),
    text("middle_references"),
    sa.Column("sends_reference", sa.Integer, nullable=False),
    sa.Column("acknowledged", sa.Integer, nullable=False),
    text("entries"),
    sa.Column("duration_months", sa.Integer),
    # What was typed, where the company's own id is the key.
    text("typed_key"),
    text("counter"),
    text("drawer"),
    # None for payments of before there were shifts.
    sa.Column("shift", sa.Integer, sa.ForeignKey("shifts.number")),
    text("operator_id"),
    text("receipt_series"),
    sa.Column("cash_tender", MoneyInPaisa, nullable=False),
    sa.Column("reversed_at", UtcDateTime),
    sa.Column("reversal_settled_at", UtcDateTime),
    sa.Column("doubted_at", UtcDateTime),
    # The payment whose bill the service took back, and which this one pays again. No foreign key:
    # each new payment would be looked for among all others.
    sa.Column("instead_of", sa.Integer),
    **STRICT,
)

events = sa.Table(
    "events",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("payment", sa.Integer, sa.ForeignKey("payments.number"), nullable=False),
    text("kind"),
    sa.Column("at", UtcDateTime, nullable=False),
    sa.Column("state", CleanText),
    text("content"),
    text("counter"),
    *person(),
    **STRICT,
)

accounts = sa.Table(
    "accounts",
    METADATA,
    sa.Column("company", CleanText, primary_key=True),
    sa.Column("account_key", CleanText, primary_key=True),
    text("provider"),
    text("account_id"),
    text("customer_name"),
    text("branch"),
    sa.Column("days_left", sa.Integer),
    sa.Column("bills", sa.Integer),
    sa.Column("looked_up_at", UtcDateTime, nullable=False),
    text("entry"),
    sa.Column("customer", sa.Integer, sa.ForeignKey("customers.id")),
    # What was typed, where the company's own id is the key; and all that a search looks in.
    text("typed_key"),
    text("found_by"),
    # None where the last look-up told none.
    sa.Column("expires_on", LocalDay),
    sa.Column("reminded_at", UtcDateTime),
    **STRICT,
)

token_salt = sa.Table(
    "token_salt",
    METADATA,
    sa.Column("salt", CleanText, primary_key=True),
    **STRICT,
)

# A partial index is used only where a query repeats its condition word for word, so these texts
# stand in the index and in the queries alike.
IS_OPEN = sa.text("state NOT IN ('paid', 'not_paid')")
OWES_CASH = sa.text("state = 'not_paid' AND cash_returned_at IS NULL AND abandoned = 0")
HAS_RECEIPT = sa.text("receipt IS NOT NULL")
IS_RETURNED = sa.text("cash_returned_at IS NOT NULL")
OWES_REVERSAL = sa.text("reversed_at IS NOT NULL AND reversal_settled_at IS NULL")
IS_DOUBTED = sa.text("doubted_at IS NOT NULL")
MAY_COME_BACK = sa.text("state = 'paid' AND reversed_at IS NULL")

partial_index(
    "payments_one_open",
    payments.c.environment,
    payments.c.company,
    payments.c.account_key,
    payments.c.offer_id,
    # 0, but in files in which an older program had let a second one begin: see migration 0002.
    payments.c.second_open,
    unique=True,
    where=IS_OPEN,
)
partial_index("payments_owing", payments.c.recorded_at, where=OWES_CASH)
partial_index("payments_owing_reversal", payments.c.reversed_at, where=OWES_REVERSAL)
partial_index("payments_doubted", payments.c.doubted_at, where=IS_DOUBTED)
partial_index("payments_may_come_back", payments.c.changed_at, where=MAY_COME_BACK)
sa.Index(
    "payments_by_account",
    payments.c.company,
    payments.c.account_key,
    payments.c.state,
    payments.c.changed_at,
    payments.c.environment,
)
sa.Index(
    "payments_by_typed",
    payments.c.company,
    payments.c.typed_key,
    payments.c.state,
    payments.c.changed_at,
    payments.c.environment,
)
sa.Index("payments_by_time", payments.c.recorded_at, payments.c.provider, payments.c.environment)
sa.Index("payments_by_shift", payments.c.shift)
sa.Index("payments_by_amount", payments.c.amount)
partial_index(
    "payments_receipt",
    payments.c.environment,
    payments.c.counter,
    payments.c.receipt_series,
    payments.c.receipt,
    unique=True,
    where=HAS_RECEIPT,
)
partial_index("payments_cash_returned", payments.c.cash_returned_at, where=IS_RETURNED)
sa.Index(
    "accounts_by_time",
    accounts.c.looked_up_at,
    accounts.c.company,
    accounts.c.account_key,
    # A search that finds few looks at all: it reads the index alone.
    accounts.c.found_by,
    accounts.c.customer,
)
sa.Index("accounts_by_typed", accounts.c.company, accounts.c.typed_key)
partial_index("accounts_by_customer", accounts.c.customer, where=sa.text("customer IS NOT NULL"))
partial_index(
    "accounts_by_expiry",
    accounts.c.expires_on,
    accounts.c.company,
    accounts.c.account_key,
    where=sa.text("expires_on IS NOT NULL"),
)
sa.Index("events_by_payment", events.c.payment)
partial_index(
    "events_cash_returned",
    events.c.payment,
    unique=True,
    where=sa.text("kind = 'cash_returned'"),
)
