"""The look-up of one payment, in whichever of its two forms the service answers.

The body form is the documented one. The path form was withdrawn from the documents, but may be
the only one that works where a GET loses its body on the way. Both are reads: where the one got
no usable answer, the other is tried in the same attempt (contract, section 8 and A5).
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from enum import StrEnum
from typing import TypeAlias

from desktop_app.core.errors import Problem
from desktop_app.core.payments.response import ServiceResponse
from desktop_app.core.payments.verdict import knows_payment, says_not_known

log = logging.getLogger(__name__)


class LookupForm(StrEnum):
    """The place of token and reference in a look-up."""

    BODY = "body"
    PATH = "path"


Ask: TypeAlias = Callable[[LookupForm, str], ServiceResponse]

_MAY_BE_THE_FORM = frozenset({None, Problem.BROKEN_ANSWER, Problem.TOO_LARGE})
"""What came back, though no answer of this API. Where nothing came, the line is at fault."""

_BODY_NOT_READ = frozenset({"", "001", "1001", "1012", "1014", "1015"})
"""No code at all, or one that says that token, reference or the body itself did not arrive."""

_WITHDRAWN = frozenset({404, 405})
_TOO_MANY_REQUESTS = 429


class StatusLookup:
    """Asks in the form that answered last, and in the other where that says nothing.

    What either of them knows about a payment counts. "Not known" counts in the body form alone:
    nobody promises any more what the other answers about a payment that exists.

    Args:
        ask: makes one call in that form; never raises.
    """

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._form = LookupForm.BODY

    def look_up(self, reference: str) -> ServiceResponse:
        """The answer about that payment; one that proves nothing where neither form has any."""
        first = self._form
        answer = self._ask(first, reference)
        if self._is_usable(first, answer, reference):
            return answer
        unproven = first is LookupForm.PATH and says_not_known(answer, reference)
        if not unproven and not _may_be_the_form(answer):
            return answer
        second = LookupForm.PATH if first is LookupForm.BODY else LookupForm.BODY
        other = self._ask(second, reference)
        if self._is_usable(second, other, reference):
            log.info("look-ups are answered in the %s form", second.value)
            self._form = second
            return other
        # "Not known" in the path form alone must never be seen by those who judge answers.
        return other if unproven else answer

    @staticmethod
    def _is_usable(form: LookupForm, answer: ServiceResponse, reference: str) -> bool:
        if knows_payment(answer, reference):
            return True
        return form is LookupForm.BODY and says_not_known(answer, reference)


def _may_be_the_form(answer: ServiceResponse) -> bool:
    """The call arrived, and what came back may be due to the form that it was made in."""
    if not answer.sent or answer.problem not in _MAY_BE_THE_FORM:
        return False
    if answer.http_status == _TOO_MANY_REQUESTS:
        return False
    return answer.error_code in _BODY_NOT_READ or answer.http_status in _WITHDRAWN
