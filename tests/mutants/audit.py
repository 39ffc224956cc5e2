"""Breaks of the check of the record against its audit chain, and of who is named in it."""

from __future__ import annotations

from tests.mutants.mutant import Mutant

_CHECK = ("tests/unit/test_record_check.py",)

OF_AUDIT = (
    Mutant(
        "a break is told no more although no owner has seen it",
        "audit",
        "desktop_app/application/records.py",
        "is_seen = journal.has(JournalKind.BREAK_SEEN, content)",
        "is_seen = journal.has(JournalKind.CHAIN_BROKEN, content)",
        (*_CHECK, "-k", "again_at_each_start"),
    ),
)
