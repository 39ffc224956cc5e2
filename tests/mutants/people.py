"""Deliberate breaks of what is the owner's, of PINs, and of the locked counter."""

from __future__ import annotations

from tests.mutants.mutant import Mutant

_USE_CASES = "desktop_app/application/operators.py"
_LOCKOUT = "desktop_app/core/lockout.py"
_GATE = "desktop_app/ui/runtime/owner_gate.py"
_SCREEN = "desktop_app/ui/shell/lock_screen.py"

_PEOPLE = ("tests/unit/test_people.py",)
_WINDOW = ("tests/gui/test_people.py",)
_RESET = ("tests/unit/test_owner_reset.py",)
_OWNERS = ("tests/gui/test_owner_gate.py",)

ON_PEOPLE = (
    Mutant(
        "a try of a PIN counts only once it was compared",
        "people",
        _USE_CASES,
        "        record.save(counted)\n        if is_right():\n",
        "        if not is_right():\n            record.save(counted)\n        else:\n",
        (*_PEOPLE, "-k", "although_the_program_ends"),
    ),
    Mutant(
        "a clock that was ahead locks for as long as it was",
        "people",
        _LOCKOUT,
        "        if self.remaining(now) <= length:\n",
        "        if self.remaining(now) >= timedelta():\n",
        ("tests/unit/test_lockout.py",),
    ),
    Mutant(
        "a clock set forward opens a lock of the running program",
        "people",
        _USE_CASES,
        "left = max(from_record.total_seconds(), min(seconds, length))",
        "left = from_record.total_seconds()",
        (*_PEOPLE, "-k", "set_forward"),
    ),
    Mutant(
        "whoever asks changes people",
        "people",
        _USE_CASES,
        "if not self._allows(OwnerAction.PEOPLE, by, people):",
        "if by is not None and not self._allows(OwnerAction.PEOPLE, by, people):",
        (*_PEOPLE, "-k", "nobody_changes_people"),
    ),
    Mutant(
        "any token sets the owner's PIN anew",
        "people",
        "desktop_app/core/pin_reset.py",
        "return bool(kept) and hmac.compare_digest(first.digest(), second.digest())",
        "return bool(kept)",
        (*_RESET, "-k", "wrong_token_opens"),
    ),
    Mutant(
        "a token may be guessed as often as one likes",
        "people",
        _USE_CASES,
        "            wrong = self._try(found, is_right, JournalKind.RESET_REFUSED, content)\n",
        "            wrong = None if is_right() else PinAnswer(PinOutcome.WRONG)\n",
        (*_RESET, "-k", "lock_as_wrong_pins"),
    ),
    Mutant(
        "an owner's PIN is set anew and no journal tells of it",
        "people",
        _USE_CASES,
        "            self._record().save(anew, entry)\n",
        "            self._record().save(anew)\n",
        (*_RESET, "-k", "journal_says_so"),
    ),
    Mutant(
        "a shop without a token waits for nothing",
        "people",
        "desktop_app/application/owner_reset.py",
        "if not self.state(operator_id).is_over(self._clock.now()):",
        "if self.state(operator_id).asked_at is None:",
        (*_RESET, "-k", "waits_a_day"),
    ),
    Mutant(
        "a clock that is set shortens the wait for an owner's new PIN",
        "people",
        "desktop_app/application/owner_reset.py",
        "return ResetState(way, asked_at, self._measured(operator_id))",
        "return ResetState(way, asked_at)",
        (*_RESET, "-k", "setting_the_clock"),
    ),
    Mutant(
        "a token of TEST, which is no secret, sets the owner's PIN anew",
        "people",
        "desktop_app/application/owner_reset.py",
        'return self._vault.token(Environment.LIVE) or ""',
        'return self._vault.token(Environment.LIVE) or self._vault.token(Environment.TEST) or ""',
        (*_RESET, "-k", "token_of_test"),
    ),
    Mutant(
        "a PIN is set anew while a payment is being sent",
        "people",
        "desktop_app/ui/lock/pin_reset_dialog.py",
        "        if self._context.tasks.is_paying:\n",
        "        if self._context.tasks.is_paying and not self._token.token():\n",
        ("tests/gui/test_pin_reset.py", "-k", "being_sent"),
    ),
    Mutant(
        "a clerk's PIN opens what is the owner's",
        "people",
        "desktop_app/core/operators.py",
        "return self.holds(monotonic) and self.role is Role.OWNER and action in OwnerAction",
        "return self.holds(monotonic) and action in OwnerAction",
        (*_PEOPLE, "-k", "clerks_proof"),
    ),
    Mutant(
        "one owner's PIN opens everything from then on",
        "people",
        _GATE,
        "        if request.action is OwnerAction.SETTINGS:\n",
        "        if request.action in OwnerAction:\n",
        (*_OWNERS, "-k", "one_pin_opens"),
    ),
    Mutant(
        "an owner at the counter is asked once and never again",
        "people",
        _GATE,
        "if proof is not None and proof.allows(action, now) and proof.operator_id in owners:",
        "if proof is not None and proof.operator_id in owners:",
        (*_WINDOW, "-k", "run_out"),
    ),
    Mutant(
        "the settings stay open when they are left",
        "people",
        _GATE,
        '        """The settings were left: the next time they are asked for again."""\n'
        "        self._visit = None\n",
        '        """The settings were left: the next time they are asked for again."""\n',
        (*_WINDOW, "-k", "does_not_reach"),
    ),
    Mutant(
        "the counter locks while a payment is being sent",
        "people",
        _SCREEN,
        "        if self._flow.sending or self._is_asked(drop=self._wanted[0]):\n",
        "        if self._is_asked(drop=self._wanted[0]):\n",
        (*_OWNERS, "-k", "never_locked"),
    ),
)
