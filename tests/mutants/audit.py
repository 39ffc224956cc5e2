"""Breaks of the check of the record against its audit chain, and of who is named in it."""

from __future__ import annotations

from tests.mutants.mutant import Mutant

_CHECK = ("tests/unit/test_record_check.py",)
_NAMED = ("tests/unit/test_named_events.py",)

OF_AUDIT = (
    Mutant(
        "a break is told no more although no owner has seen it",
        "audit",
        "desktop_app/application/records.py",
        "is_seen = journal.has(JournalKind.BREAK_SEEN, content)",
        "is_seen = journal.has(JournalKind.CHAIN_BROKEN, content)",
        (*_CHECK, "-k", "again_at_each_start"),
    ),
    Mutant(
        "whoever asks for a look-up is not named",
        "audit",
        "desktop_app/core/payments/reconciler.py",
        "judgement, answer).by(till)\n",
        "judgement, answer)\n",
        (*_NAMED, "-k", "look_up_names"),
    ),
    Mutant(
        "a paper names nobody",
        "audit",
        "desktop_app/core/payments/print_counter.py",
        "content=content).by(self._till)\n",
        "content=content)\n",
        (*_NAMED, "-k", "paper_names"),
    ),
    Mutant(
        "an owner's question stays open over minutes without use",
        "people",
        "desktop_app/ui/shell/lock_screen.py",
        "if not drop and not isinstance(modal, OwnerQuestion):",
        "if not isinstance(modal, OwnerQuestion):",
        ("tests/gui/test_owner_gate.py", "-k", "finds_it_open_again"),
    ),
)
