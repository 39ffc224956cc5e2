"""Judges an answer of the service about a payment: paid, refused or unknown.

One table for the commit and one for the look-up of a payment. What they do not name is UNKNOWN.
Sources: the service's contract, sections 6 to 8, with ambiguities A1 to A4, A11 to A14, A25, A28,
A32 and A35.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop_app.core.amounts import AmountMatch, match_amount
from desktop_app.core.money import ZERO, Money
from desktop_app.core.payments.response import ServiceResponse

if TYPE_CHECKING:
    from collections.abc import Sequence


class Verdict(StrEnum):
    """The verdict that an answer proves."""

    PAID = "paid"
    REFUSED = "refused"
    UNKNOWN = "unknown"


class ReviewReason(StrEnum):
    """The reason why a person must decide (state ``review``)."""

    OTHER_AMOUNT = "other_amount"
    UNCLEAR_AMOUNT = "unclear_amount"
    REFUND_SIGNS = "refund_signs"
    FORGOTTEN = "forgotten"
    STATUS_ERROR = "status_error"
    WRITTEN_BY_NEWER = "written_by_newer"
    """Never written: stands for a reason that only a newer program knows."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """The judgement of an answer.

    Attributes:
        verdict: what the answer proves.
        needs_lookup: an answered refusal: the call is no longer in flight, a look-up now tells.
        acknowledged: the service knows the payment (so a later 002 contradicts it).
        doubt: set where the answer is for a person to decide.
        code, reason: the service's error code and its own sentence, for people to read.
        transaction_id: the service's number for the payment, text for support.
    """

    verdict: Verdict
    needs_lookup: bool = False
    acknowledged: bool = False
    doubt: ReviewReason | None = None
    code: str = ""
    reason: str = ""
    transaction_id: str = ""


SHOP_REFUSED = frozenset({"1001", "1002", "1003", "1004", "1005", "1006", "1007"})
"""Codes about the shop's token or account, not about a payment (contract, section 14). A look-up is
refused with them too."""

_REFUSAL_STATES = frozenset({"Error", "Failed", "Expired"})
_ACKNOWLEDGING_STATES = frozenset({"Queued", "Processing"})
_REFERENCE_USED_BEFORE = "1013"
_REFERENCE_NOT_KNOWN = "002"
_OK, _BAD_REQUEST, _NOT_FOUND = 200, 400, 404


def judge_commit(answer: ServiceResponse, *, references: Sequence[str] = ()) -> Judgement:
    """Judge the answer to a pay call (contract, section 7).

    No documented answer names a reference; one that names another than ``references``, which were
    sent for this payment, is about another payment and says nothing about ours.
    """
    code, reason = answer.error_code, answer.explanation
    if not answer.sent:
        return Judgement(Verdict.REFUSED, code=code, reason=reason)
    acknowledged = answer.state in _ACKNOWLEDGING_STATES
    unknown = Judgement(Verdict.UNKNOWN, acknowledged=acknowledged, code=code, reason=reason)
    if answer.cut_off and answer.http_status == _OK:
        # Answered, so no longer on its way; what stands before the cut proves nothing.
        return Judgement(Verdict.UNKNOWN, needs_lookup=True)
    if answer.problem is not None or answer.http_status not in (_OK, _BAD_REQUEST, _NOT_FOUND):
        return unknown
    if references and not answer.lacks("reference", *references):
        return Judgement(Verdict.UNKNOWN, code=code, reason=reason)
    return _judge_envelope(answer, unknown)


def _judge_envelope(answer: ServiceResponse, unknown: Judgement) -> Judgement:
    """A pay call that the service itself has answered."""
    code, state = unknown.code, answer.state
    needs_lookup = Judgement(Verdict.UNKNOWN, needs_lookup=True, code=code, reason=unknown.reason)
    if answer.http_status == _OK and state == "Success" and answer.accepted is True:
        if not answer.lacks("error_code"):
            # An error code beside a Success: one of the two is wrong.
            return needs_lookup
        number = answer.text("id")
        return Judgement(
            Verdict.PAID, acknowledged=True, reason=unknown.reason, transaction_id=number
        )
    is_refusal = state in _REFUSAL_STATES or ("state" not in answer.body and code != "")
    if not is_refusal or code == _REFERENCE_USED_BEFORE:
        return unknown
    if code in SHOP_REFUSED and not _contradicts_itself(answer):
        return Judgement(Verdict.REFUSED, code=code, reason=unknown.reason)
    return needs_lookup


def _contradicts_itself(answer: ServiceResponse) -> bool:
    """An error code beside what is no error: it is looked up, not believed (rule 4)."""
    return not _is_error(answer) or answer.http_status == _NOT_FOUND


def _is_error(answer: ServiceResponse) -> bool:
    """State and status are those of an error, or not there."""
    has_no_success = "status" not in answer.body or answer.accepted is False
    return has_no_success and answer.body.get("state", "Error") == "Error"


def judge_lookup(
    answer: ServiceResponse,
    *,
    reference: str,
    amount: Money,
    acknowledged: bool,
    may_be_final: bool,
) -> Judgement:
    """Judge the answer to a single look-up (contract, section 8).

    Args:
        answer: the look-up's answer.
        reference: the payment's reference; an answer about another says nothing.
        amount: what was sent.
        acknowledged: the service has known the payment before.
        may_be_final: the pay call was answered with a refusal, or at least 5 minutes have passed
            since it: only then does "reference not known" mean that nothing was paid.
    """
    code, reason = answer.error_code, answer.explanation
    nothing = Judgement(Verdict.UNKNOWN, acknowledged=acknowledged, code=code, reason=reason)
    if answer.problem is not None or answer.http_status is None:
        return nothing
    if says_not_known(answer, reference):
        return _judge_not_known(nothing, acknowledged, may_be_final)
    if not knows_payment(answer, reference):
        return nothing
    known = Judgement(
        Verdict.UNKNOWN,
        acknowledged=True,
        code=code,
        reason=reason,
        transaction_id=answer.text("response_id"),
    )
    if answer.state == "Success":
        return _judge_final(known, Verdict.PAID, answer, amount)
    if answer.state in _REFUSAL_STATES:
        return _judge_final(known, Verdict.REFUSED, answer, amount)
    return known


def bulk_works(answer: ServiceResponse) -> bool:
    """A bulk look-up was answered with its list, whatever the list says (contract, section 9)."""
    return (
        answer.problem is None
        and answer.http_status == _OK
        and answer.accepted is True
        and answer.lacks("error_code")
        and isinstance(answer.body.get("detail"), list)
    )


def judge_bulk(answer: ServiceResponse, reference: str) -> Judgement | None:
    """Judge a bulk look-up for one payment (contract, section 9).

    Only that the service is at work on it (``UNKNOWN``, acknowledged), or that it knows it in
    another state, which a single look-up must tell (``needs_lookup`` as well): a final state has no
    refund fields here. None where it says nothing, and the payment must be looked up singly too:
    the call went wrong, or the payment is missing, there twice, or unknown in its disguise
    (``status`` true, ``state`` Error, number 0).
    """
    entry = _bulk_entry(answer, reference)
    if entry is None or not entry.state:
        return None
    if entry.state == "Error" and entry.text("response_id") in ("", "0"):
        return None
    at_work = entry.state in _ACKNOWLEDGING_STATES
    return Judgement(
        Verdict.UNKNOWN, needs_lookup=not at_work, acknowledged=True, reason=entry.explanation
    )


def bulk_says_paid(answer: ServiceResponse, references: Sequence[str], amount: Money) -> bool:
    """A bulk look-up says Success, with our amount, for one of a payment's references.

    All else says nothing about what is PAID: it is asked for singly.
    """
    entries = (_bulk_entry(answer, reference) for reference in references)
    return any(
        entry.state == "Success"
        and match_amount(entry.body.get("amount"), amount) is AmountMatch.SAME
        for entry in entries
        if entry is not None
    )


def _bulk_entry(answer: ServiceResponse, reference: str) -> ServiceResponse | None:
    """The one entry about this reference in the list of a bulk look-up; None if it is not clear."""
    entries = answer.body.get("detail")
    if not bulk_works(answer) or not isinstance(entries, list):
        return None
    ours = [e for e in entries if isinstance(e, dict) and e.get("reference") == reference]
    if len(ours) != 1:
        return None
    entry = ServiceResponse(_OK, ours[0])
    return entry if knows_payment(entry, reference) else None


def knows_payment(answer: ServiceResponse, reference: str) -> bool:
    """A look-up's answer is about this payment, whatever it says of it (contract, section 8).

    An error code beside a state contradicts it: the look-up went wrong, not the payment.
    """
    return (
        answer.problem is None
        and answer.http_status == _OK
        and answer.accepted is True
        and answer.lacks("error_code")
        and answer.text("reference") == reference
    )


def says_not_known(answer: ServiceResponse, reference: str) -> bool:
    """002 in its documented form (A32), whatever the HTTP status; a contradiction says nothing."""
    return (
        answer.problem is None
        and answer.error_code == _REFERENCE_NOT_KNOWN
        and _is_error(answer)
        and answer.lacks("error", "invalid_reference")
        and answer.lacks("reference", reference)
    )


def _judge_not_known(nothing: Judgement, acknowledged: bool, may_be_final: bool) -> Judgement:
    """002: final only when the call cannot be on its way, and never against an acknowledgement."""
    if not may_be_final:
        return nothing
    if acknowledged:
        return _doubtful(nothing, ReviewReason.FORGOTTEN)
    return Judgement(Verdict.REFUSED, code=nothing.code, reason=nothing.reason)


def _judge_final(
    known: Judgement, verdict: Verdict, answer: ServiceResponse, amount: Money
) -> Judgement:
    match = match_amount(answer.body.get("amount"), amount)
    if match is AmountMatch.OTHER:
        return _doubtful(known, ReviewReason.OTHER_AMOUNT)
    if match is AmountMatch.UNCLEAR:
        return _doubtful(known, ReviewReason.UNCLEAR_AMOUNT)
    if verdict is Verdict.PAID and _refund_signs(answer):
        return _doubtful(known, ReviewReason.REFUND_SIGNS)
    return Judgement(
        verdict,
        acknowledged=True,
        code=known.code,
        reason=known.reason,
        transaction_id=known.transaction_id,
    )


def _doubtful(judgement: Judgement, doubt: ReviewReason) -> Judgement:
    return Judgement(
        Verdict.UNKNOWN,
        acknowledged=judgement.acknowledged,
        doubt=doubt,
        code=judgement.code,
        reason=judgement.reason,
        transaction_id=judgement.transaction_id,
    )


def _refund_signs(answer: ServiceResponse) -> bool:
    """Anything that speaks of a refund, readable or not; a zero, stars and silence do not."""
    refunds = answer.body.get("refunds")
    if _is_true(answer.body.get("refunded")):
        return True
    if isinstance(refunds, list | dict | str) and len(refunds) > 0:
        return True
    amount = match_amount(answer.body.get("refunded_amount"), ZERO)
    return amount in (AmountMatch.OTHER, AmountMatch.UNCLEAR)


def _is_true(value: object) -> bool:
    return value.strip().lower() == "true" if isinstance(value, str) else value in (True, 1)
