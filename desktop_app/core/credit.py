"""The shop's credit as the service writes it: floats with many digits, sometimes a text."""

from __future__ import annotations

from decimal import ROUND_FLOOR, Decimal, InvalidOperation

from desktop_app.core.answer import Answer, require_success
from desktop_app.core.errors import Problem, ServiceError
from desktop_app.core.money import Money, NotMoney

_MOST_DIGITS = 15


def read_credit(answer: Answer) -> Money | None:
    """``credits_available`` cut to whole paisa; None if there is no usable figure."""
    value = answer.body.get("credits_available")
    if isinstance(value, bool) or not isinstance(value, int | Decimal | str):
        return None
    try:
        number = Decimal(value)
        if not number.is_finite() or abs(number.adjusted()) > _MOST_DIGITS:
            return None
        return Money.read(number.quantize(Decimal("0.01"), rounding=ROUND_FLOOR))
    except (InvalidOperation, NotMoney):
        return None


def balance_of(answer: Answer) -> Money:
    """The shop's credit in the answer to a balance call.

    Raises:
        ServiceError: no answer, a refusal, or an answer without a usable figure.
    """
    require_success(answer)
    credit = read_credit(answer)
    if credit is None:
        raise ServiceError(Problem.BROKEN_ANSWER)
    return credit
