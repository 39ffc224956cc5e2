"""The look-up of a payment under every reference that was sent for it (rule 6; contract, A8).

Most payments are known by the commit's reference. The pages of some companies list none for it: it
is sent all the same, and nobody says which of them all the service has filed the payment under.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from desktop_app.core.amounts import AmountMatch, match_amount
from desktop_app.core.cancellation import GivenUp, is_given_up
from desktop_app.core.payments.response import ServiceResponse
from desktop_app.core.payments.verdict import (
    Judgement,
    ReviewReason,
    Verdict,
    judge_lookup,
    says_not_known,
)

if TYPE_CHECKING:
    from desktop_app.core.payments.payment import PaymentOrder
    from desktop_app.core.payments.ports import Service

Judged: TypeAlias = tuple[Judgement, ServiceResponse]


def look_up_all(
    service: Service, order: PaymentOrder, *, acknowledged: bool, may_be_final: bool
) -> Judged:
    """Look a payment up by all its references; return the judgement with its answer.

    "Not known" counts only when none of its references is known. An answer about the commit's own
    reference decides alone, except a refusal. Of the rest a Success counts first, where it names
    the amount, and a refusal last: only when each of them was asked for and holds nothing else, and
    the call that pays cannot be on its way.

    Args:
        service: the connection that the payment was sent with.
        order: the payment's order.
        acknowledged, may_be_final: as ``judge_lookup`` of the module ``verdict`` has them.

    Raises:
        GivenUp: the program ends.
    """
    known: list[Judged] = []
    unknown: list[Judged] = []
    for reference in order.sent_references:
        answer = service.lookup(reference)
        refuse_given_up(answer)
        judgement = judge_lookup(
            answer,
            reference=reference,
            amount=order.amount,
            acknowledged=acknowledged,
            may_be_final=may_be_final,
        )
        if reference != order.reference:
            judgement = _of_a_read(judgement, answer, order, may_be_final=may_be_final)
        if says_not_known(answer, reference):
            unknown.append((judgement, answer))
        elif judgement.verdict is Verdict.PAID or _decides_alone(judgement, reference, order):
            return judgement, answer
        else:
            known.append((judgement, answer))
    return min(known, key=_weight) if known else unknown[-1]


def refuse_given_up(answer: ServiceResponse) -> None:
    """Raise ``GivenUp`` where the call was not answered because nobody waits for it any more.

    Recorded, it would count as a look-up that was made, and the next one would come later.
    """
    if answer.problem is not None and is_given_up():
        raise GivenUp


def _of_a_read(
    judgement: Judgement, answer: ServiceResponse, order: PaymentOrder, *, may_be_final: bool
) -> Judgement:
    """What is known under the reference of a read, as far as it proves something of the payment.

    A Success without the amount may be the read's own, and so may a refusal: it ends nothing while
    the call that pays may still arrive.
    """
    match = match_amount(answer.body.get("amount"), order.amount)
    if judgement.verdict is Verdict.PAID and match is AmountMatch.SILENT:
        doubt = ReviewReason.UNCLEAR_AMOUNT
        return replace(judgement, verdict=Verdict.UNKNOWN, doubt=doubt)
    if judgement.verdict is Verdict.REFUSED and not may_be_final:
        return replace(judgement, verdict=Verdict.UNKNOWN)
    return judgement


def _decides_alone(judgement: Judgement, reference: str, order: PaymentOrder) -> bool:
    """An answer about the commit's own reference, unless cash would be given back for it."""
    return reference == order.reference and judgement.verdict is not Verdict.REFUSED


def _weight(judged: Judged) -> int:
    """A doubt first, then what is still open or could not be asked, then a refusal."""
    judgement, _ = judged
    if judgement.doubt is not None:
        return 0
    return 1 if judgement.verdict is Verdict.UNKNOWN else 2
