"""A service that knows what is true, whatever it says; for the state machine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from desktop_app.core.errors import Problem
from desktop_app.core.payments.response import ServiceResponse
from tests.fakes import (
    ScriptedService,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop_app.core.billing.dialogue import Call


def says(status: bool | None, state: str | None, code: str = "", **more: object) -> ServiceResponse:
    found: dict[str, object] = {"status": status, "state": state, "error_code": code or None}
    return ServiceResponse(200, {k: v for k, v in found.items() if v is not None} | more)


SUCCESS, NOT_SENT = (
    says(True, "Success", id=5),
    ServiceResponse(problem=Problem.NO_NETWORK, sent=False),
)
NOT_KNOWN = says(False, "Error", "002", error="invalid_reference")
SILENCES = (
    ServiceResponse(problem=Problem.TIMED_OUT), ServiceResponse(502), ServiceResponse(404),
    ServiceResponse(200, problem=Problem.BROKEN_ANSWER), ServiceResponse(302, SUCCESS.body),
    says(False, "Success"), says(True, "success"),
    says(True, "Timeout"), says(True, "Status Error"), says(False, "Error", "1013"),
)  # fmt: skip
REFUSALS = (
    says(False, "Error", "4000"), says(False, None, "1010"), says(True, "Failed"),
    says(True, "Expired"), ServiceResponse(400, {"state": "Error", "error_code": "1017"}),
)  # fmt: skip
OUTRIGHT = (says(False, "Error", "1002"), ServiceResponse(400, {"error_code": "1006"}), NOT_SENT)
QUEUES = (says(True, "Queued"), says(True, "Processing"))
FAILED_LOOKUPS = (
    ServiceResponse(problem=Problem.TIMED_OUT), ServiceResponse(503, SUCCESS.body),
    says(False, "Error", "1002"),
    says(True, "Failed", reference="f" * 32), says(True, "Success", reference="f" * 32),
    says(True, "Error", "002"), says(False, "Success"), SUCCESS,
)  # fmt: skip
ODD_STATES = ("SUCCESS", "Status Error", "Timeout", "")
WAYS = ("truth", "truth", "failure", "not known yet", "not known yet", "forgotten", "other amount",
        "refunds", "odd state")  # fmt: skip


@dataclass(frozen=True)
class Plan:
    """A commit in truth: ``pays`` (None: never arrives), arrival and end in seconds; its answer."""

    pays: bool | None
    arrives: int
    final: int
    answer: ServiceResponse
    meanwhile: str


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    pays = draw(st.sampled_from((True, True, False, None)))
    late = pays is not None and draw(st.integers(0, 4)) == 0
    slow = not late and pays is not None and draw(st.booleans())
    answers: list[tuple[ServiceResponse, ...]] = [SILENCES]
    if not late:
        answers += [REFUSALS, QUEUES]
    if pays and not late and not slow:
        answers += [(SUCCESS,), (SUCCESS,)]
    if pays is None:
        answers.append(OUTRIGHT)
    return Plan(
        pays,
        draw(st.integers(80, 299)) if late else 0,
        draw(st.sampled_from((60, 700, 9000))) if slow else 0,
        draw(st.sampled_from(draw(st.sampled_from(answers)))),
        draw(st.sampled_from(("", "", "", "", "", "killed", "other desk", "wall clock"))),
    )


class TruthfulService(ScriptedService):
    """Keeps what is true of each reference, and says of it what it is told to say.

    A payment is known by the reference that went with it, or else by that of its session's read.
    """

    def __init__(self, during: Callable[[str], None], *, files_own: bool = True) -> None:
        super().__init__()
        self.during = during
        self.files_own = files_own
        self.sessions: list[str] = []
        self.filed: dict[str, str] = {}
        self.elapsed = 0.0
        self.truth: dict[str, tuple[Plan, float, object]] = {}
        self.used: set[str] = set()
        self.plan = Plan(True, 0, 0, SUCCESS, "")
        self.way, self.lie = "truth", 0

    def stands(self, reference: str) -> str | None:
        """The state in truth; None where the service has not heard of it."""
        if reference not in self.truth:
            return None
        plan, sent_at, _ = self.truth[reference]
        gone = self.elapsed - sent_at
        if plan.pays is None or gone < plan.arrives:
            return None
        if gone < plan.final:
            return "Queued" if gone < plan.final / 2 else "Processing"
        return "Success" if plan.pays else "Failed"

    def read(self, call: Call, reference: str | None) -> ServiceResponse:
        assert reference is not None
        self.use(reference)
        self.sessions.append(reference)
        return ServiceResponse(200, {"status": True, "session_id": len(self.sessions) - 1})

    def known_by(self, reference: str) -> str:
        """The reference that the payment is known by which our key ``reference`` names."""
        return self.filed.get(reference, reference)

    def use(self, reference: str) -> None:
        assert reference not in self.used, "a reference is used again"
        self.used.add(reference)

    def commit(self, call: Call, reference: str) -> ServiceResponse:
        if call.with_reference:
            self.use(reference)
        if not (self.files_own and call.with_reference):
            self.filed[reference] = self.sessions[int(str(call.fields["session_id"]))]
        plan = self.plan
        if plan.answer is not NOT_SENT:
            known = self.known_by(reference)
            self.truth[known] = (plan, self.elapsed, call.fields["amount"])
        self.during(reference)
        if plan.meanwhile == "killed":
            raise KeyboardInterrupt
        return plan.answer

    def lookup(self, reference: str) -> ServiceResponse:
        state = self.stands(reference)
        if self.way == "failure":
            return FAILED_LOOKUPS[self.lie % len(FAILED_LOOKUPS)]
        if state is None:
            return NOT_KNOWN
        plan, sent_at, amount = self.truth[reference]
        on_its_way = plan.answer not in REFUSALS and self.elapsed - sent_at < 300
        forgotten = plan.answer in QUEUES and plan.meanwhile == ""  # its "Queued" was recorded
        if (self.way == "not known yet" and on_its_way) or (self.way == "forgotten" and forgotten):
            return NOT_KNOWN
        if self.way == "odd state":
            state = ODD_STATES[self.lie % len(ODD_STATES)]
        refunds = [{"amount": 1}] if self.way == "refunds" else []
        shown = "1.00" if self.way == "other amount" else amount
        return says(True, state, reference=reference, amount=shown, refunds=refunds)

    def lookup_many(self, references: Sequence[str]) -> ServiceResponse:
        found = [(reference, self.lookup(reference)) for reference in references]
        entries = [
            {"status": True, "state": "Error", "reference": reference}
            if answer is NOT_KNOWN
            else dict(answer.body)
            for reference, answer in reversed(found)
        ]
        return says(True, None, detail=entries[self.lie % 2 :])
