"""Breaks of the check of the record against its audit chain, and of who is named in it."""

from __future__ import annotations

from tests.mutants.mutant import Mutant

_CHECK = ("tests/unit/test_record_check.py",)
_NAMED = ("tests/unit/test_named_events.py",)
_CHANGES = ("tests/gui/test_named_changes.py",)
_COUNTERS = ("tests/unit/test_counters.py",)

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
    Mutant(
        "a sweep is told at the first counter, whichever asked",
        "audit",
        "desktop_app/core/payments/sweep.py",
        "append(payment.number, event.by(self._by), update",
        "append(payment.number, event, update",
        (*_COUNTERS, "-k", "sweep"),
    ),
    Mutant(
        "the end of a sweep is told at the first counter",
        "audit",
        "desktop_app/core/payments/sweep.py",
        "content=told, counter=self._counter)",
        "content=told)",
        (*_COUNTERS, "-k", "sweep"),
    ),
    Mutant(
        "a desk's sweeps are the first counter's",
        "audit",
        "desktop_app/core/payments/desk.py",
        "PaidSweeps(services, ledger, clock, counter)",
        "PaidSweeps(services, ledger, clock)",
        (*_COUNTERS, "-k", "sweep"),
    ),
    Mutant(
        "an answer is told at the first counter, whichever sent",
        "audit",
        "desktop_app/core/payments/execution.py",
        "judgement, answer, facts).by(self._here)",
        "judgement, answer, facts)",
        (*_COUNTERS, "-k", "beginning_to_end"),
    ),
    Mutant(
        "a look-up after a refusal is told at the first counter",
        "audit",
        "desktop_app/core/payments/execution.py",
        "judgement, answer).by(self._here)",
        "judgement, answer)",
        (*_COUNTERS, "-k", "beginning_to_end"),
    ),
    Mutant(
        "a look-up that comes by itself is told at the first counter",
        "audit",
        "desktop_app/core/payments/desk.py",
        "check_next(till or self._here)",
        "check_next(till or Till())",
        (*_COUNTERS, "-k", "without_a_till"),
    ),
    Mutant(
        "an entry of the journal is in the chain of the first counter",
        "audit",
        "desktop_app/ledger/chain.py",
        "    chain = Chain(connection, entry.counter)\n",
        '    chain = Chain(connection, "1")\n',
        (*_COUNTERS, "-k", "journal"),
    ),
    Mutant(
        "what is done at a till is in the journal of the first counter",
        "audit",
        "desktop_app/core/journal.py",
        "self, counter=till.counter, operator",
        "self, operator",
        (*_COUNTERS, "-k", "done_at_a_till"),
    ),
    Mutant(
        "a change of settings names the clerk for whom an owner proved it",
        "audit",
        "desktop_app/ui/runtime/app_state.py",
        "        return replace(till, operator=proof.name, operator_id=proof.operator_id)\n",
        "        return till\n",
        (*_CHANGES, "-k", "a_setting_is_told"),
    ),
    Mutant(
        "a token that was removed is told of nobody",
        "audit",
        "desktop_app/ui/settings/token_panel.py",
        "            environments.note(JournalKind.TOKEN_REMOVED, by, told)\n",
        "",
        (*_CHANGES, "-k", "a_token_is_told"),
    ),
    Mutant(
        "a token that was saved is told of nobody",
        "audit",
        "desktop_app/ui/setup_forms/tokens.py",
        "        environments.note(JournalKind.TOKEN_SAVED, by, {",
        "        _ = (environments, by, {",
        (*_CHANGES, "-k", "a_token_is_told"),
    ),
)
