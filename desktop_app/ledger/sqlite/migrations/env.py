"""Run by Alembic: migrations on the connection, and in the transaction, that it was given."""

from __future__ import annotations

from alembic import context

# Alembic takes SQLite for a database that cannot undo CREATE TABLE; with our BEGIN it can.
context.configure(connection=context.config.attributes["connection"], transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
