"""The people at the counter: added and changed by the owner, proved by their PINs.

People lie in the record of LIVE; practice and test use them too. Every method may wait, for the
record and for the PIN's hash: call it from a worker only.
"""

from __future__ import annotations

import secrets
import threading
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from desktop_app.core.environment import Environment
from desktop_app.core.journal import JournalEntry, JournalKind
from desktop_app.core.lockout import OPEN, lock_length
from desktop_app.core.operators import (
    PROOF_SECONDS,
    Operator,
    OwnerAction,
    People,
    PeopleChange,
    PeopleFault,
    PinAnswer,
    PinOutcome,
    Proof,
    Role,
    tidy_name,
    without_pin,
)
from desktop_app.core.pin_reset import TOKEN_OF_SHOP, ResetWay
from desktop_app.core.pins import COST, ScryptCost, check_pin, hash_pin, matches, needs_rehash
from desktop_app.core.shop import FIRST_COUNTER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from desktop_app.application.environments import Environments
    from desktop_app.core.clock import Clock
    from desktop_app.core.operators import PeopleRecord

_ID_BYTES = 16


class Operators:
    """The use cases of people.

    Args:
        environments: have the record of LIVE.
        clock: the time of day, and the clock that nobody can set.
        cost: of a PIN's hash.
        counter: at which these people stand: what they do is told in its chain.
    """

    def __init__(
        self,
        environments: Environments,
        clock: Clock,
        cost: ScryptCost = COST,
        counter: str = FIRST_COUNTER,
    ) -> None:
        self._counter = counter
        self._environments = environments
        self._clock = clock
        self._cost = cost
        self._lock = threading.Lock()
        # A clock set forward opens a lock of the record; this one it does not.
        self._not_before: dict[str, float] = {}

    # --- reading --------------------------------------------------------------------------

    def people(self) -> People:
        """Everybody; nobody in a shop that has no record of LIVE yet, which is not made for it."""
        if Environment.LIVE not in self._environments.with_records():
            return People()
        return self._record().people()

    # --- proving --------------------------------------------------------------------------

    def prove(self, operator_id: str, typed: str, action: OwnerAction | None = None) -> PinAnswer:
        """Compare a PIN; the right one gives a proof. ``action`` is what it is asked for.

        A try is counted before it is compared: ending the program in between gives no free one.
        """
        with self._lock:
            operator = self.people().get(operator_id)
            if operator is None or not operator.has_pin:
                return PinAnswer(PinOutcome.GONE)
            found = self._look_at_lock(operator)
            return found if isinstance(found, PinAnswer) else self._compare(found, typed, action)

    def _compare(self, operator: Operator, typed: str, action: OwnerAction | None) -> PinAnswer:
        is_right = partial(matches, typed, operator.pin_hash)
        wrong = self._try(operator, is_right, JournalKind.PIN_REFUSED, {})
        if wrong is not None:
            return wrong
        stored = operator.pin_hash
        if needs_rehash(stored, self._cost):
            stored = hash_pin(typed, self._cost)
        proof = self._proof(operator)
        entry = None
        if action is not None:
            entry = self._entry(JournalKind.OWNER_PROVED, proof, {"action": action.value})
        record = self._record()
        record.save(replace(operator, lockout=OPEN, pin_hash=stored), entry)
        if operator.is_owner and self.people().notice is not None:
            record.note(self._entry(JournalKind.PIN_NOTICE_ENDED, proof, {}))
        return PinAnswer(PinOutcome.RIGHT, proof)

    def set_pin_anew(
        self, operator_id: str, pin: str, is_right: Callable[[], bool], way: ResetWay
    ) -> PinAnswer:
        """Set an owner's forgotten PIN anew, if ``is_right`` says that this may be done.

        A wrong token counts like a wrong PIN of that owner, before it is compared.
        """
        with self._lock:
            operator = self.people().get(operator_id)
            if operator is None or not operator.is_owner or not operator.has_pin:
                return PinAnswer(PinOutcome.GONE)
            found = self._look_at_lock(operator)
            if isinstance(found, PinAnswer):
                return found
            who = (TOKEN_OF_SHOP, "") if way is not ResetWay.WAITING else ("", "")
            content = {"person": operator.name, "id": operator.id}
            wrong = self._try(found, is_right, JournalKind.RESET_REFUSED, content)
            if wrong is not None:
                return wrong
            entry = self._entry(JournalKind.PIN_SET_ANEW, who, {**content, "way": way.value})
            anew = replace(operator, pin_hash=hash_pin(pin, self._cost), lockout=OPEN)
            self._record().save(anew, entry)
            return PinAnswer(PinOutcome.RIGHT)

    def note_reset_asked(self, operator_id: str) -> None:
        """Somebody asked that the PIN of an owner can be set anew without a token."""
        operator = self.people().get(operator_id)
        if operator is not None and operator.is_owner and operator.has_pin:
            content = {"person": operator.name, "id": operator.id}
            self._record().note(self._entry(JournalKind.RESET_ASKED, ("", ""), content))

    def reset_asked_at(self, operator_id: str) -> datetime | None:
        """When an owner asked for a new PIN; None where nobody waits. See ``PeopleRecord``."""
        if self.people().get(operator_id) is None:
            return None
        return self._record().reset_asked_at(operator_id)

    def _look_at_lock(self, operator: Operator) -> Operator | PinAnswer:
        """Return the person as a PIN may be tried now, or the answer that none may be."""
        now = self._clock.now()
        lockout = operator.lockout.after_clock(now)
        if lockout != operator.lockout:
            operator = replace(operator, lockout=lockout)
            self._record().save(operator)
        until = self._locked_until(operator, now)
        if until is not None:
            return PinAnswer(PinOutcome.LOCKED, locked_until=until)
        return operator

    def _try(
        self,
        operator: Operator,
        is_right: Callable[[], bool],
        refused: JournalKind,
        content: dict[str, str],
    ) -> PinAnswer | None:
        """Count a try, then compare: the answer to a wrong one, and None to a right one."""
        record, now = self._record(), self._clock.now()
        counted = replace(operator, lockout=operator.lockout.after_failure(now))
        record.save(counted)
        if is_right():
            self._not_before.pop(operator.id, None)
            return None
        length = lock_length(counted.lockout.failures).total_seconds()
        self._not_before[operator.id] = self._clock.monotonic() + length
        tries = {"tries": str(counted.lockout.failures)}
        record.note(self._entry(refused, _name_of(operator), {**content, **tries}))
        return PinAnswer(PinOutcome.WRONG, locked_until=counted.lockout.locked_until)

    def _locked_until(self, operator: Operator, now: datetime) -> datetime | None:
        """Return when the person's next PIN may be tried; None if it may be now."""
        from_record = operator.lockout.remaining(now)
        seconds = self._not_before.get(operator.id, 0.0) - self._clock.monotonic()
        length = lock_length(operator.lockout.failures).total_seconds()
        left = max(from_record.total_seconds(), min(seconds, length))
        return now + timedelta(seconds=left) if left > 0 else None

    # --- coming to the counter and leaving it ---------------------------------------------

    def come(self, operator_id: str, typed: str = "", before: str = "") -> PinAnswer:
        """A person comes to the counter after ``before``; who has a PIN proves it.

        Who has none comes without a proof: what is written names the person all the same.
        """
        answer = self.prove(operator_id, typed)
        if answer.outcome is PinOutcome.GONE:
            operator = self.people().get(operator_id)
            if operator is None or operator.has_pin:
                return answer
            answer = PinAnswer(PinOutcome.RIGHT)
            who: Proof | tuple[str, str] = _name_of(operator)
        elif answer.proof is not None:
            who = answer.proof
        else:
            return answer
        content = {"before": before} if before else {}
        self._record().note(self._entry(JournalKind.OPERATOR_SWITCHED, who, content))
        return answer

    def note_locked(self, name: str, operator_id: str, *, by_itself: bool) -> None:
        """The counter was locked, by a person or after minutes without use."""
        if self.people().are_guarded:
            content = {"how": "automatic" if by_itself else "by_key"}
            self._record().note(self._entry(JournalKind.LOCKED, (name, operator_id), content))

    def note_refused(self, name: str, operator_id: str, action: OwnerAction) -> None:
        """No owner's PIN was given for something that this person wanted to do."""
        content = {"action": action.value}
        self._record().note(self._entry(JournalKind.OWNER_REFUSED, (name, operator_id), content))

    # --- changing people ------------------------------------------------------------------

    def add(self, name: str, role: Role, pin: str, by: Proof | None) -> PeopleChange:
        """Add a person; without a PIN where ``pin`` is empty."""
        with self._changing(by) as change:
            new = Operator(secrets.token_hex(_ID_BYTES), tidy_name(name), role, self._clock.now())
            return change(new, pin, JournalKind.PERSON_ADDED)

    def change(
        self, operator_id: str, name: str, role: Role, pin: str, by: Proof | None
    ) -> PeopleChange:
        """Give a person another name or role, and another PIN where ``pin`` is not empty."""
        with self._changing(by) as change:
            before = self.people().get(operator_id)
            if before is None:
                return PeopleChange(self.people(), PeopleFault.GONE)
            after = replace(before, name=tidy_name(name), role=role)
            return change(after, pin, JournalKind.PERSON_CHANGED)

    def remove_pin(self, operator_id: str, by: Proof | None) -> PeopleChange:
        """Let a person come to the counter without a PIN."""
        with self._changing(by) as change:
            before = self.people().get(operator_id)
            if before is None:
                return PeopleChange(self.people(), PeopleFault.GONE)
            return change(without_pin(before), "", JournalKind.PERSON_CHANGED)

    def retire(self, operator_id: str, by: Proof | None) -> PeopleChange:
        """A person works here no more. What was done under the name keeps it."""
        with self._changing(by) as change:
            before = self.people().get(operator_id)
            if before is None:
                return PeopleChange(self.people(), PeopleFault.GONE)
            gone = replace(without_pin(before), is_active=False)
            return change(gone, "", JournalKind.PERSON_RETIRED)

    @contextmanager
    def _changing(
        self, by: Proof | None
    ) -> Iterator[Callable[[Operator, str, JournalKind], PeopleChange]]:
        """One change at a time, and in a guarded shop by an owner who proved it."""

        def change(after: Operator, pin: str, kind: JournalKind) -> PeopleChange:
            people = self.people()
            if not self._allows(OwnerAction.PEOPLE, by, people):
                return PeopleChange(people, PeopleFault.NOT_PROVED)
            if pin and check_pin(pin) is not None:
                return PeopleChange(people, PeopleFault.BAD_PIN)
            # Hashed only when all else is right: it takes its time.
            fault = people.check_change(replace(after, pin_hash=pin) if pin else after)
            if fault is not None:
                return PeopleChange(people, fault)
            if pin:
                after = replace(after, pin_hash=hash_pin(pin, self._cost), lockout=OPEN)
            content = {"person": after.name, "id": after.id, "role": after.role.value}
            if pin:
                content["pin"] = "set"
            who = by if by is not None else ("", "")
            self._record().save(after, self._entry(kind, who, content))
            return PeopleChange(self.people())

        with self._lock:
            yield change

    def may(self, action: OwnerAction, by: Proof | None) -> bool:
        """Tell whether that may be done now with this proof; a shop of one needs none."""
        return self._allows(action, by, self.people())

    def _allows(self, action: OwnerAction, by: Proof | None, people: People) -> bool:
        """The shop is not guarded, or the proof is an owner's, of one who is an owner still."""
        if not people.are_guarded:
            return True
        if by is None or not by.allows(action, self._clock.monotonic()):
            return False
        return any(one.id == by.operator_id for one in people.owners)

    # --- helpers --------------------------------------------------------------------------

    def _record(self) -> PeopleRecord:
        return self._environments.people_record()

    def _proof(self, operator: Operator) -> Proof:
        until = self._clock.monotonic() + PROOF_SECONDS
        return Proof(operator.id, operator.name, operator.role, self._clock.now(), until)

    def _entry(
        self, kind: JournalKind, who: Proof | tuple[str, str], content: dict[str, str]
    ) -> JournalEntry:
        name, id_ = (who.name, who.operator_id) if isinstance(who, Proof) else who
        return JournalEntry(kind, self._clock.now(), name, id_, content, self._counter)


def _name_of(operator: Operator) -> tuple[str, str]:
    return operator.name, operator.id
