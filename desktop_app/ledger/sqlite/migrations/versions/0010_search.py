"""Adds the index of the words that payments are found by.

It is empty: who opens the record next fills it, as the rules for words are the program's.
"""

from __future__ import annotations

from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    # Without content of its own: the words are made from the payment, whose number is the row's.
    # The words are cut and folded already; "ascii" leaves all other letters as they are.
    op.execute(
        "CREATE VIRTUAL TABLE payment_words USING fts5(words, content='', columnsize=0,"
        " detail=none, prefix='1 2 3', tokenize='ascii')"
    )
