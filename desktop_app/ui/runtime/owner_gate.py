"""Who stands at the counter, and the one gate before what is the owner's.

Whoever is about to do something of :class:`OwnerAction` asks :meth:`OwnerGate.require` and goes on
in the callback. Whether a PIN is wanted is decided here alone; the window shows the question.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from desktop_app.core.environment import Environment
from desktop_app.core.errors import Problem
from desktop_app.core.operators import Operator, OwnerAction, People, Proof
from desktop_app.ui.runtime.jobs import Job

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.core.clock import Clock
    from desktop_app.core.errors import BhuktaniError
    from desktop_app.ui.runtime.ports import OperatorsPort
    from desktop_app.ui.runtime.tasks import Result, Tasks

_REPAIRS = frozenset({OwnerAction.SETTINGS, OwnerAction.RESTORE, OwnerAction.REMOVING_DATA})
"""What a damaged record must not be in the way of: nobody's PIN can be read from it."""


@dataclass(frozen=True, slots=True)
class OwnerRequest:
    """Something of the owner's that somebody wants to do.

    ``then`` is called with the proof, None where none is wanted; ``otherwise`` if there is none.
    Both are methods of living objects. ``about`` tells the owner what exactly is allowed.
    """

    action: OwnerAction
    then: Callable[[Proof | None], object]
    otherwise: Callable[[], object] | None = None
    about: str = ""


class OwnerGate(QObject):
    """Window's thread only.

    An owner who came to the counter by PIN is asked again only when that proof has run out. Another
    owner's PIN opens one action; what opens the settings counts for all in them until they are
    left (``end_visit``) or it has run out.
    """

    wanted = Signal(object)
    """An owner's PIN is needed: carries the :class:`OwnerRequest`."""
    changed = Signal()
    """The people are others, or another one is at the counter."""
    troubled = Signal(object, object)
    """The people could not be read; carries the error, and the environment whose record has them.
    """

    def __init__(self, operators: OperatorsPort, tasks: Tasks, clock: Clock) -> None:
        super().__init__()
        self.operators = operators
        self._tasks = tasks
        self._clock = clock
        self._people: People | None = None
        self._error: BhuktaniError | None = None
        self._job = 0
        self._waiting: list[OwnerRequest] = []
        self._at_counter: Proof | None = None
        self._visit: Proof | None = None
        self.operator: Operator | None = None
        """Who came to the counter; None in a shop of one, and while it is locked."""

    # --- people ---------------------------------------------------------------------------

    @property
    def people(self) -> People:
        """The people as far as they are known."""
        return self._people or People()

    @property
    def is_guarded(self) -> bool:
        """An owner's PIN guards what is the owner's."""
        return self.people.are_guarded

    def read(self) -> None:
        """Read the people, at the start and when another record is in use."""
        self._tasks.cancel(self._job)
        job = Job("read the people", self.operators.people)
        self._job = self._tasks.read(job, self._take)

    def take_people(self, people: People) -> None:
        """Somebody has just changed them."""
        self._people, self._error = people, None
        if self.operator is not None:
            self.operator = people.get(self.operator.id)
        if self.operator is None:
            self._at_counter = None
        self.changed.emit()

    def _take(self, done: Result[People]) -> None:
        self._error = done.error
        if done.value is not None:
            self.take_people(done.value)
        elif done.error is not None:
            self.troubled.emit(done.error, Environment.LIVE)
        waiting, self._waiting = self._waiting, []
        for request in waiting:
            self._decide(request)

    # --- the gate -------------------------------------------------------------------------

    def require(
        self,
        action: OwnerAction,
        then: Callable[[Proof | None], object],
        otherwise: Callable[[], object] | None = None,
        about: str = "",
    ) -> None:
        """Call ``then`` if this may be done; ask for an owner's PIN first where it is needed."""
        request = OwnerRequest(action, then, otherwise, about)
        if self._people is None or self._error is not None:
            self._waiting.append(request)
            if not self._tasks.awaits(self._job):
                self.read()
            return
        self._decide(request)

    def allows(self, action: OwnerAction) -> bool:
        """Tell whether it may be done now without a question."""
        if self._people is None:
            return False
        return not self.is_guarded or self._standing(action) is not None

    def grant(self, request: OwnerRequest, proof: Proof) -> None:
        """An owner has just proved it: do what was wanted."""
        if not proof.allows(request.action, self._clock.monotonic()):
            self.refuse(request)
            return
        if request.action is OwnerAction.SETTINGS:
            self._visit = proof
        if _lives(request.then):
            request.then(proof)
        self._end_notice()

    def fail(self, request: OwnerRequest, error: BhuktaniError) -> None:
        """No PIN could be compared: the record is damaged, or busy."""
        self._error = error
        self.troubled.emit(error, Environment.LIVE)
        self._decide(request)

    def refuse(self, request: OwnerRequest) -> None:
        """No owner proved it: leave it, and tell the journal."""
        if self.is_guarded:
            who = self.operator
            name, id_ = (who.name, who.id) if who is not None else ("", "")
            note = partial(self.operators.note_refused, name, id_, request.action)
            self._tasks.record(Job("note what was refused", note), self._noted, None)
        if request.otherwise is not None and _lives(request.otherwise):
            request.otherwise()

    def settings_owner(self) -> Proof | None:
        """Who opened the settings, or who is at the counter by PIN: for what is done in them."""
        return self._visit or self._at_counter

    def end_visit(self) -> None:
        """The settings were left: the next time they are asked for again."""
        self._visit = None

    def _decide(self, request: OwnerRequest) -> None:
        if not _lives(request.then):
            return
        if self._people is None or self._error is not None:
            damaged = self._error is not None and self._error.problem is Problem.LEDGER_DAMAGED
            if damaged and request.action in _REPAIRS:
                request.then(None)
            else:
                self.refuse(request)
        elif not self.is_guarded:
            request.then(None)
        elif (proof := self._standing(request.action)) is not None:
            request.then(proof)
        else:
            self.wanted.emit(request)

    def _standing(self, action: OwnerAction) -> Proof | None:
        """Return the proof that still counts for an action, of an owner who is one still."""
        now = self._clock.monotonic()
        owners = {one.id for one in self.people.owners}
        for proof in (self._at_counter, self._visit):
            if proof is not None and proof.allows(action, now) and proof.operator_id in owners:
                return proof
        return None

    @property
    def proved_id(self) -> str:
        """Id of who came to the counter by a PIN; empty for a name that nobody proved."""
        return "" if self._at_counter is None else self._at_counter.operator_id

    # --- the counter ----------------------------------------------------------------------

    def arrive(self, operator: Operator, proof: Proof | None) -> None:
        """A person has come to the counter, with a proof if the person has a PIN."""
        self.operator, self._at_counter, self._visit = operator, proof, None
        self.changed.emit()
        if proof is not None and operator.is_owner:
            self._end_notice()

    def _end_notice(self) -> None:
        """An owner's PIN was proved: what everybody was told of PINs until then is told no more."""
        if self.people.notice is not None:
            self.read()

    def leave(self, *, by_itself: bool) -> None:
        """Nobody is at the counter any more: it was locked."""
        who, self.operator = self.operator, None
        self._at_counter = self._visit = None
        if who is not None:
            note = partial(self.operators.note_locked, who.name, who.id, by_itself=by_itself)
            self._tasks.record(Job("note the lock", note), self._noted, None)

    def _noted(self, done: Result[None]) -> None:
        if done.error is not None:
            self.troubled.emit(done.error, Environment.LIVE)


def _lives(callback: Callable[..., object]) -> bool:
    """False for a method of a page that is gone."""
    while isinstance(callback, partial):
        callback = callback.func
    owner = getattr(callback, "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)
