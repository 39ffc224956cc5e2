"""What the answer to a pay call proves: sections 6 and 7 of the contract, row by row."""

from __future__ import annotations

from decimal import Decimal
from itertools import product
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop_app.core.errors import Problem
from desktop_app.core.payments.response import ServiceResponse
from desktop_app.core.payments.verdict import Judgement, Verdict, judge_commit
from tests.tables import each

OUTRIGHT = ["1001", "1002", "1003", "1004", "1005", "1006", "1007"]
OTHER_CODES = [
    *("1008", "1009", "1010", "1011", "1012", "1014", "1015", "1016", "1017", "1018", "1019"),
    *("1020", "1021", "4000", "001", "002", "4001", "4002", "7000", "9999"),
]
REFUSALS = ["Error", "Failed", "Expired"]
HOLDS = ["Queued", "Processing", "Timeout", "Status Error"]
# Compared exactly as printed (section 6): near misses are "anything else".
NEAR_MISSES = ["success", "SUCCESS", "Success ", " Success", "Successful", "", "Paid", "error"]
# Where a text belongs: what is of another kind says something, though nobody knows what.
OTHER_KINDS: list[Any] = [[], ["1013"], {}, {"code": "1013"}, False, True, 0]
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


def commit(status: int | None, body: dict[str, Any], problem: Problem | None = None) -> Judgement:
    return judge_commit(ServiceResponse(http_status=status, body=body, problem=problem))


# --- the pay call, section 7 -------------------------------------------------------------


def test_success_with_status_true_and_200_is_paid() -> None:
    judgement = commit(200, success())
    assert judgement == Judgement(
        PAID, acknowledged=True, reason="Transaction successful", transaction_id="5033"
    )


@each(
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
        {"error_code": None},
        {"error_code": ""},
    ],
    ids=str,
)
def test_a_broken_side_field_does_not_unmake_a_success(side: dict[str, Any]) -> None:
    assert commit(200, success(**side)).verdict is PAID


@each("status", [False, "false", None, 1, "yes", [True]], ids=repr)
def test_success_without_status_true_is_a_contradiction(status: object) -> None:
    judgement = commit(200, success(status=status))
    assert (judgement.verdict, judgement.needs_lookup) == (UNKNOWN, False)


def test_success_without_any_status_is_not_paid_yet() -> None:
    assert commit(200, {"state": "Success"}).verdict is UNKNOWN


@each("http", [201, 202, 204, 301, 302, 400, 401, 403, 404, 429, 500, 502, 504])
def test_success_with_another_http_status_is_not_proof(http: int) -> None:
    assert commit(http, success()).verdict is UNKNOWN


@each("state", HOLDS)
@each("http", [200, 400, 404, 500])
def test_a_state_on_hold_decides_nothing(state: str, http: int) -> None:
    judgement = commit(http, {"status": True, "state": state})
    assert (judgement.verdict, judgement.needs_lookup) == (UNKNOWN, False)
    assert judgement.acknowledged is (state in ("Queued", "Processing"))


@each("state", [*HOLDS, *NEAR_MISSES], ids=repr)
@each("code", ["1001", "4000"])
def test_a_code_beside_a_state_that_is_no_refusal_decides_nothing(state: str, code: str) -> None:
    """The state says that it may still be at work: nothing is known at once."""
    judgement = commit(200, envelope(code, state))
    assert (judgement.verdict, judgement.needs_lookup) == (UNKNOWN, False)


@each("state", [*NEAR_MISSES, None, 7, True, ["Success"]], ids=repr)
def test_any_other_state_decides_nothing(state: object) -> None:
    judgement = commit(200, {"status": True, "state": state})
    assert (judgement.verdict, judgement.needs_lookup, judgement.acknowledged) == (
        UNKNOWN,
        False,
        False,
    )


@each("http", [200, 400])
@each("code", OUTRIGHT)
def test_a_refused_account_or_token_is_refused_outright(code: str, http: int) -> None:
    assert commit(http, envelope(code)).verdict is REFUSED
    assert commit(http, envelope(code, state=None)).verdict is REFUSED
    assert commit(http, {"error_code": code, "message": "Invalid token"}).verdict is REFUSED


@each("http", [200, 400])
@each("code", OUTRIGHT)
@each(
    "changes",
    [
        {"status": True},
        {"status": "true"},
        {"status": None},
        {"status": 1},
        {"status": "yes"},
        {"state": "Failed"},
        {"state": "Expired"},
        {"status": True, "state": ...},
    ],
    ids=str,
)
def test_a_known_code_beside_a_contradiction_is_looked_up_not_believed(
    changes: dict[str, Any], code: str, http: int
) -> None:
    body = {**envelope(code), **changes}
    judgement = commit(http, {name: value for name, value in body.items() if value is not ...})
    assert (judgement.verdict, judgement.needs_lookup, judgement.code) == (UNKNOWN, True, code)


@each("code", [*OUTRIGHT, "1013", "1017", "4000", "9999"])
def test_a_success_beside_an_error_code_is_looked_up_not_believed(code: str) -> None:
    judgement = commit(200, success(error_code=code))
    assert (judgement.verdict, judgement.needs_lookup) == (UNKNOWN, True)
    assert not judgement.acknowledged


@each("kind", OTHER_KINDS, ids=repr)
def test_a_success_beside_an_error_code_of_another_kind_is_looked_up(kind: object) -> None:
    judgement = commit(200, success(error_code=kind))
    assert (judgement.verdict, judgement.needs_lookup) == (UNKNOWN, True)
    assert commit(200, success(error_code=None)).verdict is PAID


@each("kind", OTHER_KINDS, ids=repr)
def test_an_answer_whose_reference_is_of_another_kind_says_nothing_about_ours(kind: object) -> None:
    for body in (success(reference=kind), {**envelope("1002"), "reference": kind}):
        answer = ServiceResponse(http_status=200, body=body)
        assert judge_commit(answer, references=("ours",)).verdict is UNKNOWN


def test_what_stands_before_a_cut_proves_nothing_and_is_looked_up_at_once() -> None:
    for body in ({}, success(), envelope("1002"), {"status": True, "state": "Queued"}):
        answer = ServiceResponse(200, body, Problem.BROKEN_ANSWER, cut_off=True)
        assert judge_commit(answer) == Judgement(UNKNOWN, needs_lookup=True)


@each("http", [None, 201, 302, 400, 404, 500])
def test_a_cut_with_another_status_is_unanswered(http: int | None) -> None:
    answer = ServiceResponse(http, {}, Problem.BROKEN_ANSWER, cut_off=True)
    assert judge_commit(answer) == Judgement(UNKNOWN)


@each("code", OTHER_CODES)
def test_an_answered_refusal_is_looked_up_at_once(code: str) -> None:
    for http, state in product([200, 400, 404], [*REFUSALS, None]):
        judgement = commit(http, envelope(code, state))
        assert judgement == Judgement(
            UNKNOWN, needs_lookup=True, code=code, reason="Customer not found."
        )


@pytest.mark.parametrize("state", REFUSALS)
def test_a_refusal_without_a_code_is_looked_up_at_once(state: str) -> None:
    judgement = commit(200, {"status": True, "state": state})
    assert (judgement.verdict, judgement.needs_lookup) == (UNKNOWN, True)


@each("code", OUTRIGHT)
def test_a_404_is_never_a_refusal_by_itself(code: str) -> None:
    judgement = commit(404, envelope(code))
    assert (judgement.verdict, judgement.needs_lookup) == (UNKNOWN, True)


@each("http", [200, 400, 404])
@each("state", [*REFUSALS, None])
def test_a_reference_used_before_is_on_hold(state: str | None, http: int) -> None:
    judgement = commit(http, envelope("1013", state))
    assert (judgement.verdict, judgement.needs_lookup) == (UNKNOWN, False)


@pytest.mark.parametrize("http", [200, 400, 404])
def test_an_answer_that_says_nothing_is_on_hold(http: int) -> None:
    for body in ({}, {"status": True}, {"message": "ok"}, {"status": False, "error_code": ""}):
        judgement = commit(http, body)
        assert (judgement.verdict, judgement.needs_lookup) == (UNKNOWN, False)


@each("http", [None, 100, 204, 301, 307, 401, 403, 408, 413, 429, 500, 502, 503])
@each("code", ["1002", "4000", "1013", "1017"])
def test_other_http_statuses_are_unanswered(code: str, http: int | None) -> None:
    judgement = commit(http, envelope(code))
    assert (judgement.verdict, judgement.needs_lookup) == (UNKNOWN, False)


@pytest.mark.parametrize("problem", NO_ANSWERS)
def test_no_answer_after_sending_is_on_hold(problem: Problem) -> None:
    for status, body in ((None, {}), (200, envelope("1002")), (200, success())):
        judgement = commit(status, body, problem)
        assert (judgement.verdict, judgement.needs_lookup) == (UNKNOWN, False)


def test_what_never_left_this_computer_was_not_paid() -> None:
    judgement = judge_commit(ServiceResponse(problem=Problem.NO_NETWORK, sent=False))
    assert judgement.verdict is REFUSED


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
    answer = ServiceResponse(http_status=http, body=body, problem=problem, sent=sent)
    judgement = judge_commit(answer)
    is_full = (
        body.get("state") == "Success"
        and body.get("status") in (True, "true", "TRUE", "True")
        and http == 200
        and problem is None
        and sent
        and body.get("error_code") in (None, "")
    )
    if judgement.verdict is PAID:
        assert is_full
    if body.get("state") == "Success" and body.get("status") is True and is_full:
        assert judgement.verdict is PAID


@given(http_statuses, commit_bodies, problems)
def test_a_pay_call_is_refused_outright_only_by_the_named_codes(
    http: int | None, body: dict[str, Any], problem: Problem | None
) -> None:
    judgement = judge_commit(ServiceResponse(http_status=http, body=body, problem=problem))
    if judgement.verdict is REFUSED:
        assert judgement.code in OUTRIGHT
        assert http in (200, 400)
        assert body.get("state", "Error") == "Error"
        assert body.get("status", False) in (False, "false", "False", "FALSE")
    if judgement.needs_lookup:
        assert judgement.verdict is UNKNOWN
        assert http in (200, 400, 404)
