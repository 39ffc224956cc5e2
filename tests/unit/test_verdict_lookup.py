"""What a look-up of a payment proves: the contract's section 8, row by row."""

from __future__ import annotations

from decimal import Decimal
from itertools import product
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop_app.core.money import Money
from desktop_app.core.payments.response import ServiceResponse
from desktop_app.core.payments.verdict import Judgement, ReviewReason, judge_lookup
from tests.tables import each
from tests.unit.test_verdict import (
    HOLDS,
    NEAR_MISSES,
    NO_ANSWERS,
    OTHER_CODES,
    OTHER_KINDS,
    OUTRIGHT,
    PAID,
    REFUSALS,
    REFUSED,
    UNKNOWN,
    codes,
    envelope,
    fields,
    http_statuses,
    problems,
    states,
)

if TYPE_CHECKING:
    from desktop_app.core.errors import Problem

REFERENCE = "5f0c1a9e8b7d4c3f9a6e2d1b0c8f7a6e"
AMOUNT = Money.rupees(1657)


def found(state: object = "Success", **changes: Any) -> dict[str, Any]:
    body = {
        "status": True,
        "state": state,
        "original_status": state,
        "details": "Successful recharge",
        "reference": REFERENCE,
        "response_id": 123647,
        "amount": Decimal("1657.0"),
        "refunded": False,
        "refunded_amount": Decimal("0.0"),
        "refunds": [],
    }
    return {**body, **changes}


NOT_KNOWN = {
    "status": False,
    "error_code": "002",
    "message": "The reference sent is not a valid reference.",
    "error": "invalid_reference",
    "details": "",
    "error_data": {},
    "state": "Error",
}


def lookup(
    body: dict[str, Any],
    http: int | None = 200,
    *,
    problem: Problem | None = None,
    acknowledged: bool = False,
    may_be_final: bool = True,
) -> Judgement:
    return judge_lookup(
        ServiceResponse(http_status=http, body=body, problem=problem),
        reference=REFERENCE,
        amount=AMOUNT,
        acknowledged=acknowledged,
        may_be_final=may_be_final,
    )


@pytest.mark.parametrize("may_be_final", [True, False])
@pytest.mark.parametrize("acknowledged", [True, False])
def test_found_and_paid(acknowledged: bool, may_be_final: bool) -> None:
    judgement = lookup(found(), acknowledged=acknowledged, may_be_final=may_be_final)
    assert judgement.verdict is PAID
    assert judgement.transaction_id == "123647"


@each("state", REFUSALS)
@each("acknowledged", [True, False])
def test_found_and_not_paid(state: str, acknowledged: bool) -> None:
    refund = [{"created_at": "2024-07-15", "remarks": "rtii", "amount": Decimal("1657.0")}]
    assert lookup(found(state), acknowledged=acknowledged).verdict is REFUSED
    assert lookup(found(state, refunds=refund), acknowledged=acknowledged).verdict is REFUSED


def test_found_and_not_paid_in_the_short_form() -> None:
    body = {
        "status": True,
        "state": "Failed",
        "details": "Manually Failed",
        "reference": REFERENCE,
        "response_id": 10631926,
        "amount": Decimal("1657.0"),
    }
    judgement = lookup(body)
    assert (judgement.verdict, judgement.reason) == (REFUSED, "Manually Failed")


@each("state", [*HOLDS, *NEAR_MISSES, None, 5], ids=repr)
def test_found_in_another_state_is_known_and_waits(state: object) -> None:
    judgement = lookup(found(state))
    assert (judgement.verdict, judgement.acknowledged, judgement.doubt) == (UNKNOWN, True, None)


@pytest.mark.parametrize("state", ["Success", *REFUSALS])
def test_another_amount_is_for_a_person(state: str) -> None:
    judgement = lookup(found(state, amount=Decimal("1656.99")))
    assert (judgement.verdict, judgement.doubt) == (UNKNOWN, ReviewReason.OTHER_AMOUNT)


@each("amount", ["49,150.00", "Rs. 9000", Decimal("1657.005"), -1657, "1,756"])
@each("state", ["Success", *REFUSALS])
def test_another_amount_is_one_in_whatever_spelling(state: str, amount: object) -> None:
    judgement = lookup(found(state, amount=amount))
    assert (judgement.verdict, judgement.doubt) == (UNKNOWN, ReviewReason.OTHER_AMOUNT)


@each("amount", ["1,657.00", "Rs. 1657", "1657.0000", Decimal("1657.0000000000002"), "NPR 1,657/-"])
def test_the_amount_is_ours_in_whatever_spelling(amount: object) -> None:
    assert lookup(found(amount=amount)).verdict is PAID
    assert lookup(found("Failed", amount=amount)).verdict is REFUSED


@each("amount", ["1.657,00", "USD 1657", "1657 paisa", [1657]])
@each("state", ["Success", *REFUSALS])
def test_an_amount_that_is_named_but_cannot_be_read_is_for_a_person(
    state: str, amount: object
) -> None:
    judgement = lookup(found(state, amount=amount))
    assert (judgement.verdict, judgement.doubt) == (UNKNOWN, ReviewReason.UNCLEAR_AMOUNT)


@pytest.mark.parametrize("amount", [None, "**", [], True], ids=repr)
def test_an_answer_that_names_no_amount_proves_nothing_by_it(amount: object) -> None:
    assert lookup(found(amount=amount)).verdict is PAID


@each(
    "signs",
    [
        {"refunded": True},
        {"refunded": "true"},
        {"refunds": [{"amount": 1657}]},
        {"refunds": {"amount": 1657}},
        {"refunded_amount": Decimal("0.01")},
        {"refunded_amount": "Rs. 1,657.00"},
        {"refunded_amount": "1.657,00"},
        {"refunded_amount": Decimal("1E+24")},
    ],
    ids=str,
)
def test_a_success_with_signs_of_a_refund_is_for_a_person(signs: dict[str, Any]) -> None:
    judgement = lookup(found(**signs))
    assert (judgement.verdict, judgement.doubt) == (UNKNOWN, ReviewReason.REFUND_SIGNS)


def test_missing_refund_fields_are_no_signs() -> None:
    body = found()
    for name in ("refunded", "refunded_amount", "refunds"):
        del body[name]
    assert lookup(body).verdict is PAID


@each("state", ["Success", *REFUSALS])
@each("reference", ["other", "", None, REFERENCE.upper(), REFERENCE[:-1]])
def test_an_answer_about_another_reference_says_nothing(state: str, reference: str | None) -> None:
    judgement = lookup(found(state, reference=reference))
    assert (judgement.verdict, judgement.acknowledged, judgement.doubt) == (UNKNOWN, False, None)


@each("status", [False, "false", None, 1], ids=repr)
@each("state", ["Success", *REFUSALS])
def test_a_state_without_status_true_is_not_the_payment_s(state: str, status: object) -> None:
    assert lookup(found(state, status=status)).verdict is UNKNOWN


@pytest.mark.parametrize("http", [200, 400, 404, 500])
def test_not_known_is_final_after_an_answer_or_five_minutes(http: int) -> None:
    assert lookup(NOT_KNOWN, http).verdict is REFUSED


@pytest.mark.parametrize("acknowledged", [True, False])
def test_not_known_before_five_minutes_says_nothing(acknowledged: bool) -> None:
    judgement = lookup(NOT_KNOWN, acknowledged=acknowledged, may_be_final=False)
    assert (judgement.verdict, judgement.doubt) == (UNKNOWN, None)
    assert judgement.acknowledged is acknowledged


def test_not_known_after_an_acknowledgement_is_for_a_person() -> None:
    judgement = lookup(NOT_KNOWN, acknowledged=True)
    assert (judgement.verdict, judgement.doubt) == (UNKNOWN, ReviewReason.FORGOTTEN)
    assert judgement.acknowledged


@each(
    "changes",
    [
        {"status": True},
        {"error": "client_error"},
        {"state": "Success"},
        {"state": "Queued"},
        {"reference": "another"},
        {"error_code": "2"},
        {"error_code": 2},
        {"error_code": "0002"},
        {"status": None},
        {"status": 1},
        *({name: kind} for name in ("error", "reference", "state") for kind in OTHER_KINDS),
    ],
    ids=str,
)
def test_a_not_known_that_contradicts_itself_says_nothing(changes: dict[str, Any]) -> None:
    judgement = lookup({**NOT_KNOWN, **changes})
    assert (judgement.verdict, judgement.doubt) == (UNKNOWN, None)


@each("kind", OTHER_KINDS, ids=repr)
def test_found_beside_an_error_code_of_another_kind_proves_nothing(kind: object) -> None:
    for state in ("Success", *REFUSALS):
        assert lookup(found(state, error_code=kind)).verdict is UNKNOWN
    assert lookup(found(error_code=None)).verdict is PAID


@each("code", ["1013", *OUTRIGHT, *(c for c in OTHER_CODES if c != "002")])
def test_any_other_error_means_that_the_look_up_failed(code: str) -> None:
    bodies = (envelope(code), envelope(code, state=None), envelope(code, state="Failed"))
    for body, http, acknowledged in product(bodies, (200, 400, 404), (True, False)):
        judgement = lookup(body, http, acknowledged=acknowledged)
        assert (judgement.verdict, judgement.doubt) == (UNKNOWN, None)
        assert judgement.acknowledged is acknowledged


@each("http", [None, 201, 302, 400, 404, 500, 503])
@each("state", ["Success", *REFUSALS])
def test_only_a_look_up_with_200_tells_the_state(state: str, http: int | None) -> None:
    assert lookup(found(state), http).verdict is UNKNOWN


@pytest.mark.parametrize("problem", NO_ANSWERS)
def test_a_look_up_that_failed_says_nothing(problem: Problem) -> None:
    for body in (found(), found("Failed"), NOT_KNOWN):
        judgement = lookup(body, problem=problem, acknowledged=True)
        assert (judgement.verdict, judgement.doubt, judgement.acknowledged) == (UNKNOWN, None, True)


lookup_bodies = fields(
    ("status", st.sampled_from([True, False, "true"])),
    ("state", states),
    ("error_code", st.one_of(st.just("002"), codes)),
    ("error", st.sampled_from(["invalid_reference", "client_error"])),
    ("reference", st.sampled_from([REFERENCE, "other"])),
    ("amount", st.sampled_from([1657, Decimal("1657.0"), 1656])),
    ("refunds", st.sampled_from([[], [{}]])),
)


@given(http_statuses, lookup_bodies, problems, st.booleans(), st.booleans())
@example(200, {**NOT_KNOWN, "reference": "other"}, None, False, True)
@example(200, {**NOT_KNOWN, "reference": []}, None, False, True)
def test_only_our_own_payment_is_ever_decided_by_a_look_up(
    http: int | None,
    body: dict[str, Any],
    problem: Problem | None,
    acknowledged: bool,
    may_be_final: bool,
) -> None:
    judgement = lookup(
        body, http, problem=problem, acknowledged=acknowledged, may_be_final=may_be_final
    )
    if judgement.verdict is not UNKNOWN:
        assert problem is None
        assert str(body.get("reference") or "").strip() in ("", REFERENCE)
        assert body.get("reference") is None or isinstance(body["reference"], str)
    if judgement.verdict is PAID:
        assert (http, body["state"], body["reference"]) == (200, "Success", REFERENCE)
    if judgement.verdict is REFUSED and body.get("error_code") == "002":
        assert may_be_final
        assert not acknowledged or body.get("status") is True
    if acknowledged:
        assert judgement.acknowledged or judgement.verdict is not UNKNOWN
