"""The shop's credit as the service writes it: floats with many digits, sometimes a text."""

from __future__ import annotations

from desktop_app.core.amounts import read_amount_down
from desktop_app.core.errors import Problem, ServiceError
from desktop_app.core.money import Money, NotMoney
from desktop_app.core.payments.response import ServiceResponse, require_success


def read_credit(answer: ServiceResponse) -> Money | None:
    """``credits_available`` cut to whole paisa; None if there is no usable figure."""
    try:
        return read_amount_down(answer.body.get("credits_available"))
    except NotMoney:
        return None


def balance_of(answer: ServiceResponse) -> Money:
    """The shop's credit in the answer to a balance call.

    Raises:
        ServiceError: no answer, a refusal, or an answer without a usable figure.
    """
    require_success(answer)
    credit = read_credit(answer)
    if credit is None:
        raise ServiceError(Problem.BROKEN_ANSWER)
    return credit
