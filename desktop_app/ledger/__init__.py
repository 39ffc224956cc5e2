"""The record of payments, the settings file, and where both live.

Nothing is imported here: SQLAlchemy is heavy, and the settings are read before the ledger.
"""
