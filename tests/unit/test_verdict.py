"""What one answer proves: the tables of the service's contract, sections 6 to 8, row by row."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop_app.core.answer import Answer
from desktop_app.core.errors import Problem
from desktop_app.core.money import Money
from desktop_app.core.verdict import Doubt, Finding, Verdict, judge_commit, judge_lookup

REFERENCE = "5f0c1a9e8b7d4c3f9a6e2d1b0c8f7a6e"
AMOUNT = Money.rupees(1657)

OUTRIGHT = ["1001", "1002", "1003", "1004", "1005", "1006", "1007"]
OTHER_CODES = [
    *("1008", "1009", "1010", "1011", "1012", "1014", "1015", "1016", "1017", "1018", "1019"),
    *("1020", "1021", "4000", "001", "002", "4001", "4002", "7000", "9999"),
]
REFUSALS = ["Error", "Failed", "Expired"]
HOLDS = ["Queued", "Processing", "Timeout", "Status Error"]
# Compared exactly as printed (section 6): near misses are "anything else".
NEAR_MISSES = ["success", "SUCCESS", "Success ", " Success", "Successful", "", "Paid", "error"]
NO_ANSWERS = [Problem.NO_NETWORK, Problem.TIMED_OUT, Problem.INSECURE, Problem.BROKEN_ANSWER]

PAID, REFUSED, UNKNOWN = Verdict.PAID, Verdict.REFUSED, Verdict.UNKNOWN


def envelope(code: str, state: str | None = "Error") -> dict[str, Any]:
    """An error body of the newer kind; without a state, of the older kind."""
    body = {
        "status": False,
        "error_code": code,
        "message": "Can't fulfill request",
        "error": "client_error",
        "details": "Customer not found.",
        "error_data": {},
    }
    return body if state is None else {**body, "state": state}


def success(**changes: Any) -> dict[str, Any]:
    body = {"status": True, "state": "Success", "detail": "Transaction successful", "id": 5033}
    return {**body, **changes}


def commit(status: int | None, body: dict[str, Any], problem: Problem | None = None) -> Finding:
    return judge_commit(Answer(http_status=status, body=body, problem=problem))


# --- the pay call, section 7 -------------------------------------------------------------


def test_success_with_status_true_and_200_is_paid() -> None:
    finding = commit(200, success())
    assert finding == Finding(
        PAID, acknowledged=True, reason="Transaction successful", transaction_id="5033"
    )


@pytest.mark.parametrize(
    "side",
    [
        {"id": None},
        {"id": {"n": 1}},
        {"detail": {"message": "Payment Successfull!"}},
        {"detail": None},
        {"credits_available": "**********", "credits_consumed": "xx.xx"},
        {"credits_available": Decimal("1E+24")},
        {"extra_data": []},
        {"status": "true"},
    ],
    ids=str,
)
def test_a_broken_side_field_does_not_unmake_a_success(side: dict[str, Any]) -> None:
    assert commit(200, success(**side)).verdict is PAID


@pytest.mark.parametrize("status", [False, "false", None, 1, "yes", [True]], ids=repr)
def test_success_without_status_true_is_a_contradiction(status: object) -> None:
    finding = commit(200, success(status=status))
    assert (finding.verdict, finding.check_now) == (UNKNOWN, False)


def test_success_without_any_status_is_not_paid_yet() -> None:
    assert commit(200, {"state": "Success"}).verdict is UNKNOWN


@pytest.mark.parametrize("http", [201, 202, 204, 301, 302, 400, 401, 403, 404, 429, 500, 502, 504])
def test_success_with_another_http_status_is_not_proof(http: int) -> None:
    assert commit(http, success()).verdict is UNKNOWN


@pytest.mark.parametrize("state", HOLDS)
@pytest.mark.parametrize("http", [200, 400, 404, 500])
def test_a_state_on_hold_decides_nothing(state: str, http: int) -> None:
    finding = commit(http, {"status": True, "state": state})
    assert (finding.verdict, finding.check_now) == (UNKNOWN, False)
    assert finding.acknowledged is (state in ("Queued", "Processing"))


@pytest.mark.parametrize("state", [*NEAR_MISSES, None, 7, True, ["Success"]], ids=repr)
def test_any_other_state_decides_nothing(state: object) -> None:
    finding = commit(200, {"status": True, "state": state})
    assert (finding.verdict, finding.check_now, finding.acknowledged) == (UNKNOWN, False, False)


@pytest.mark.parametrize("http", [200, 400])
@pytest.mark.parametrize("code", OUTRIGHT)
def test_a_refused_account_or_token_is_refused_outright(code: str, http: int) -> None:
    assert commit(http, envelope(code)).verdict is REFUSED
    assert commit(http, envelope(code, state=None)).verdict is REFUSED
    assert commit(http, {"error_code": code, "message": "Invalid token"}).verdict is REFUSED


@pytest.mark.parametrize("http", [200, 400, 404])
@pytest.mark.parametrize("state", [*REFUSALS, None])
@pytest.mark.parametrize("code", OTHER_CODES)
def test_an_answered_refusal_is_looked_up_at_once(code: str, state: str | None, http: int) -> None:
    finding = commit(http, envelope(code, state))
    assert finding == Finding(UNKNOWN, check_now=True, code=code, reason="Customer not found.")


@pytest.mark.parametrize("state", REFUSALS)
def test_a_refusal_without_a_code_is_looked_up_at_once(state: str) -> None:
    finding = commit(200, {"status": True, "state": state})
    assert (finding.verdict, finding.check_now) == (UNKNOWN, True)


@pytest.mark.parametrize("code", OUTRIGHT)
def test_a_404_is_never_a_refusal_by_itself(code: str) -> None:
    finding = commit(404, envelope(code))
    assert (finding.verdict, finding.check_now) == (UNKNOWN, True)


@pytest.mark.parametrize("http", [200, 400, 404])
@pytest.mark.parametrize("state", [*REFUSALS, None])
def test_a_reference_used_before_is_on_hold(state: str | None, http: int) -> None:
    finding = commit(http, envelope("1013", state))
    assert (finding.verdict, finding.check_now) == (UNKNOWN, False)


@pytest.mark.parametrize("http", [200, 400, 404])
def test_an_answer_that_says_nothing_is_on_hold(http: int) -> None:
    for body in ({}, {"status": True}, {"message": "ok"}, {"status": False, "error_code": ""}):
        finding = commit(http, body)
        assert (finding.verdict, finding.check_now) == (UNKNOWN, False)


@pytest.mark.parametrize("http", [None, 100, 204, 301, 307, 401, 403, 408, 413, 429, 500, 502, 503])
@pytest.mark.parametrize("code", ["1002", "4000", "1013", "1017"])
def test_other_http_statuses_are_unanswered(code: str, http: int | None) -> None:
    finding = commit(http, envelope(code))
    assert (finding.verdict, finding.check_now) == (UNKNOWN, False)


@pytest.mark.parametrize("problem", NO_ANSWERS)
def test_no_answer_after_sending_is_on_hold(problem: Problem) -> None:
    for status, body in ((None, {}), (200, envelope("1002")), (200, success())):
        finding = commit(status, body, problem)
        assert (finding.verdict, finding.check_now) == (UNKNOWN, False)


def test_what_never_left_this_computer_was_not_paid() -> None:
    finding = judge_commit(Answer(problem=Problem.NO_NETWORK, sent=False))
    assert finding.verdict is REFUSED


# --- any answer to a pay call --------------------------------------------------------------

codes = st.sampled_from(["", "1013", *OUTRIGHT, *OTHER_CODES])
states = st.sampled_from(["Success", *REFUSALS, *HOLDS, *NEAR_MISSES])
json_values = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.decimals(allow_nan=False),
        st.text(max_size=12),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=6), inner, max_size=3)
    ),
    max_leaves=6,
)


def fields(*usual: tuple[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[dict[str, Any]]:
    """Bodies with any of these fields, usual or odd, and a few unknown ones."""
    known = {name: st.one_of(values, json_values) for name, values in usual}
    other = st.dictionaries(st.text(max_size=8), json_values, max_size=2)
    return st.builds(lambda a, b: {**b, **a}, st.fixed_dictionaries({}, optional=known), other)


commit_bodies = fields(
    ("status", st.sampled_from([True, False, "true", "false"])),
    ("state", states),
    ("error_code", codes),
    ("details", st.text(max_size=8)),
    ("id", st.integers()),
)
http_statuses = st.one_of(st.sampled_from([None, 200, 400, 404, 500]), st.integers(100, 599))
problems = st.one_of(st.none(), st.none(), st.sampled_from(Problem))


@given(http_statuses, commit_bodies, problems, st.booleans())
@example(200, {"status": True, "state": "Success"}, None, True)
def test_only_a_full_success_ever_pays(
    http: int | None, body: dict[str, Any], problem: Problem | None, sent: bool
) -> None:
    answer = Answer(http_status=http, body=body, problem=problem, sent=sent)
    finding = judge_commit(answer)
    is_full = (
        body.get("state") == "Success"
        and body.get("status") in (True, "true", "TRUE", "True")
        and http == 200
        and problem is None
        and sent
    )
    if finding.verdict is PAID:
        assert is_full
    if body.get("state") == "Success" and body.get("status") is True and is_full:
        assert finding.verdict is PAID


@given(http_statuses, commit_bodies, problems)
def test_a_pay_call_is_refused_outright_only_by_the_named_codes(
    http: int | None, body: dict[str, Any], problem: Problem | None
) -> None:
    finding = judge_commit(Answer(http_status=http, body=body, problem=problem))
    if finding.verdict is REFUSED:
        assert finding.code in OUTRIGHT
        assert http in (200, 400)
        assert body.get("state", "Error") in REFUSALS
    if finding.check_now:
        assert finding.verdict is UNKNOWN
        assert http in (200, 400, 404)


# --- the look-up, section 8 ------------------------------------------------------------------


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
) -> Finding:
    return judge_lookup(
        Answer(http_status=http, body=body, problem=problem),
        reference=REFERENCE,
        amount=AMOUNT,
        acknowledged=acknowledged,
        may_be_final=may_be_final,
    )


@pytest.mark.parametrize("may_be_final", [True, False])
@pytest.mark.parametrize("acknowledged", [True, False])
def test_found_and_paid(acknowledged: bool, may_be_final: bool) -> None:
    finding = lookup(found(), acknowledged=acknowledged, may_be_final=may_be_final)
    assert finding.verdict is PAID
    assert finding.transaction_id == "123647"


@pytest.mark.parametrize("state", REFUSALS)
@pytest.mark.parametrize("acknowledged", [True, False])
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
    finding = lookup(body)
    assert (finding.verdict, finding.reason) == (REFUSED, "Manually Failed")


@pytest.mark.parametrize("state", [*HOLDS, *NEAR_MISSES, None, 5], ids=repr)
def test_found_in_another_state_is_known_and_waits(state: object) -> None:
    finding = lookup(found(state))
    assert (finding.verdict, finding.acknowledged, finding.doubt) == (UNKNOWN, True, None)


@pytest.mark.parametrize("state", ["Success", *REFUSALS])
def test_another_amount_is_for_a_person(state: str) -> None:
    finding = lookup(found(state, amount=Decimal("1656.99")))
    assert (finding.verdict, finding.doubt) == (UNKNOWN, Doubt.OTHER_AMOUNT)


@pytest.mark.parametrize("amount", [None, "**", [], True], ids=repr)
def test_an_amount_that_cannot_be_read_proves_nothing(amount: object) -> None:
    assert lookup(found(amount=amount)).verdict is PAID


@pytest.mark.parametrize(
    "signs",
    [
        {"refunded": True},
        {"refunded": "true"},
        {"refunds": [{"amount": 1657}]},
        {"refunds": {"amount": 1657}},
        {"refunded_amount": Decimal("0.01")},
    ],
    ids=str,
)
def test_a_success_with_signs_of_a_refund_is_for_a_person(signs: dict[str, Any]) -> None:
    finding = lookup(found(**signs))
    assert (finding.verdict, finding.doubt) == (UNKNOWN, Doubt.REFUND_SIGNS)


def test_missing_refund_fields_are_no_signs() -> None:
    body = found()
    for name in ("refunded", "refunded_amount", "refunds"):
        del body[name]
    assert lookup(body).verdict is PAID


@pytest.mark.parametrize("state", ["Success", *REFUSALS])
@pytest.mark.parametrize("reference", ["other", "", None, REFERENCE.upper(), REFERENCE[:-1]])
def test_an_answer_about_another_reference_says_nothing(state: str, reference: str | None) -> None:
    finding = lookup(found(state, reference=reference))
    assert (finding.verdict, finding.acknowledged, finding.doubt) == (UNKNOWN, False, None)


@pytest.mark.parametrize("status", [False, "false", None, 1], ids=repr)
@pytest.mark.parametrize("state", ["Success", *REFUSALS])
def test_a_state_without_status_true_is_not_the_payment_s(state: str, status: object) -> None:
    assert lookup(found(state, status=status)).verdict is UNKNOWN


@pytest.mark.parametrize("http", [200, 400, 404, 500])
def test_not_known_is_final_after_an_answer_or_five_minutes(http: int) -> None:
    assert lookup(NOT_KNOWN, http).verdict is REFUSED


@pytest.mark.parametrize("acknowledged", [True, False])
def test_not_known_before_five_minutes_says_nothing(acknowledged: bool) -> None:
    finding = lookup(NOT_KNOWN, acknowledged=acknowledged, may_be_final=False)
    assert (finding.verdict, finding.doubt) == (UNKNOWN, None)
    assert finding.acknowledged is acknowledged


def test_not_known_after_an_acknowledgement_is_for_a_person() -> None:
    finding = lookup(NOT_KNOWN, acknowledged=True)
    assert (finding.verdict, finding.doubt) == (UNKNOWN, Doubt.FORGOTTEN)
    assert finding.acknowledged


@pytest.mark.parametrize(
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
    ],
    ids=str,
)
def test_a_not_known_that_contradicts_itself_says_nothing(changes: dict[str, Any]) -> None:
    finding = lookup({**NOT_KNOWN, **changes})
    assert (finding.verdict, finding.doubt) == (UNKNOWN, None)


@pytest.mark.parametrize("code", ["1013", *OUTRIGHT, *(c for c in OTHER_CODES if c != "002")])
@pytest.mark.parametrize("http", [200, 400, 404])
@pytest.mark.parametrize("acknowledged", [True, False])
def test_any_other_error_means_that_the_look_up_failed(
    code: str, http: int, acknowledged: bool
) -> None:
    for body in (envelope(code), envelope(code, state=None), envelope(code, state="Failed")):
        finding = lookup(body, http, acknowledged=acknowledged)
        assert (finding.verdict, finding.doubt) == (UNKNOWN, None)
        assert finding.acknowledged is acknowledged


@pytest.mark.parametrize("http", [None, 201, 302, 400, 404, 500, 503])
@pytest.mark.parametrize("state", ["Success", *REFUSALS])
def test_only_a_look_up_with_200_tells_the_state(state: str, http: int | None) -> None:
    assert lookup(found(state), http).verdict is UNKNOWN


@pytest.mark.parametrize("problem", NO_ANSWERS)
def test_a_look_up_that_failed_says_nothing(problem: Problem) -> None:
    for body in (found(), found("Failed"), NOT_KNOWN):
        finding = lookup(body, problem=problem, acknowledged=True)
        assert (finding.verdict, finding.doubt, finding.acknowledged) == (UNKNOWN, None, True)


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
def test_only_our_own_payment_is_ever_decided_by_a_look_up(
    http: int | None,
    body: dict[str, Any],
    problem: Problem | None,
    acknowledged: bool,
    may_be_final: bool,
) -> None:
    finding = lookup(
        body, http, problem=problem, acknowledged=acknowledged, may_be_final=may_be_final
    )
    if finding.verdict is not UNKNOWN:
        assert problem is None
        assert body.get("reference", REFERENCE) == REFERENCE
    if finding.verdict is PAID:
        assert (http, body["state"], body["reference"]) == (200, "Success", REFERENCE)
    if finding.verdict is REFUSED and body.get("error_code") == "002":
        assert may_be_final
        assert not acknowledged or body.get("status") is True
    if acknowledged:
        assert finding.acknowledged or finding.verdict is not UNKNOWN
