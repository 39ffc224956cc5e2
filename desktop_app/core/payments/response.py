"""The response to a call to the service, as far as it could be read."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop_app.core.billing.accounts import NOTHING, Body
from desktop_app.core.errors import Problem, ServiceError

HTTP_OK = 200
_MAX_BITS = 256


@dataclass(frozen=True, slots=True)
class ServiceResponse:
    """The outcome of a call; a call never raises.

    Attributes:
        http_status: the status of the answer, or None where none came.
        body: the JSON object of the answer; of a pay call's, as far as it could be read. Empty if
            there is none.
        problem: why there is no complete, readable answer; None if there is one.
        sent: False only if no byte of the request can have left this computer.
        cut_off: an object began to come and does not close: the call was answered, and what
            stands before the cut proves nothing.
    """

    http_status: int | None = None
    body: Body = field(default=NOTHING, hash=False)
    problem: Problem | None = None
    sent: bool = True
    cut_off: bool = False

    def text(self, name: str) -> str:
        """A top-level field as plain text; empty if it is missing or not a text or number."""
        value = self.body.get(name)
        if isinstance(value, bool) or value is None:
            return ""
        if isinstance(value, dict | list):
            return ""
        if isinstance(value, int) and value.bit_length() > _MAX_BITS:
            return ""  # Python refuses to write numbers of thousands of digits
        return str(value).strip()

    def lacks(self, name: str, *but: str) -> bool:
        """Tell whether a top-level field is missing, empty, or nothing but one of these texts.

        A list, an object, a number or a truth value where a text belongs is something else.
        """
        value = self.body.get(name)
        return value is None or (isinstance(value, str) and value.strip() in ("", *but))

    @property
    def state(self) -> str | None:
        """The ``state`` exactly as printed, None if there is none."""
        value = self.body.get("state")
        return value if isinstance(value, str) else None

    @property
    def error_code(self) -> str:
        """The ``error_code`` as text, with its leading zeros; empty if there is none."""
        return self.text("error_code")

    @property
    def accepted(self) -> bool | None:
        """``status``: True or False (also as text), None if it is missing or anything else."""
        value = self.body.get("status")
        if isinstance(value, str):
            return {"true": True, "false": False}.get(value.lower())
        return value if isinstance(value, bool) else None

    @property
    def explanation(self) -> str:
        """The service's own sentence: ``details``, else ``detail``, else ``message``."""
        for name in ("details", "detail", "message"):
            text = _sentence(self.body.get(name))
            if text:
                return text
        return ""


_MAX_EXPLANATION = 300
_MAX_DEPTH = 6


def _sentence(value: object, depth: int = 0) -> str:
    """The texts inside ``value`` (a text, or nested objects and lists), joined and bounded."""
    if isinstance(value, str):
        return " ".join(value.split())[:_MAX_EXPLANATION]
    if depth >= _MAX_DEPTH:
        return ""
    parts: list[str] = []
    if isinstance(value, dict):
        parts = [_sentence(item, depth + 1) for item in list(value.values())[:20]]
    elif isinstance(value, list):
        parts = [_sentence(item, depth + 1) for item in value[:20]]
    return " ".join(part for part in parts if part)[:_MAX_EXPLANATION]


def require_success(answer: ServiceResponse) -> None:
    """Refuse an answer to a read that is not a success.

    Raises:
        ServiceError: with the service's code and sentence where it gave them.
    """
    if answer.problem is not None:
        raise ServiceError(answer.problem)
    code = answer.error_code
    if code or answer.accepted is False:
        raise ServiceError(Problem.REFUSED, code=code, reason=answer.explanation)
    if answer.http_status != HTTP_OK:
        raise ServiceError(Problem.UNEXPECTED_STATUS, http_status=answer.http_status)
