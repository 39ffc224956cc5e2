"""An answer is read as far as it can be, and reading it never raises."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.errors import Problem, ServiceError
from desktop_app.core.payments.response import ServiceResponse, require_success
from tests.tables import each

json_values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.decimals(), st.text(max_size=30)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=10,  # for each of eight names: a hundred would take seconds to make
)
NAMES = ("status", "state", "error_code", "details", "detail", "message", "id", "reference")
bodies = st.fixed_dictionaries({}, optional=dict.fromkeys(NAMES, json_values))


def body(**fields: Any) -> ServiceResponse:
    return ServiceResponse(http_status=200, body=fields)


@each(
    ("value", "text"),
    [
        ("002", "002"),
        (" 1010 ", "1010"),
        (4000, "4000"),
        (Decimal("1.50"), "1.50"),
        (None, ""),
        (True, ""),
        ([], ""),
        ({"a": 1}, ""),
    ],
)
def test_a_field_as_text_keeps_its_zeros(value: object, text: str) -> None:
    assert body(error_code=value).error_code == text


def test_the_state_is_taken_exactly_as_printed() -> None:
    assert body(state="Status Error").state == "Status Error"
    assert body(state=" success ").state == " success "
    assert body(state=1).state is None
    assert body().state is None


@each(
    ("status", "accepted"),
    [
        (True, True),
        ("true", True),
        (False, False),
        ("false", False),
        ("False", False),
        (None, None),
        (1, None),
        (0, None),
        ("yes", None),
        ([], None),
    ],
    ids=repr,
)
def test_status_is_true_false_or_unknown(status: object, accepted: bool | None) -> None:
    assert body(status=status).accepted is accepted


@each(
    ("fields", "sentence"),
    [
        ({"details": "Customer not found.", "message": "m"}, "Customer not found."),
        ({"details": "", "detail": "Something  Went\tWrong"}, "Something Went Wrong"),
        ({"details": {}, "message": "Validation error"}, "Validation error"),
        (
            {"details": {"user": ["User does not exist."], "http_status_code": 400}},
            "User does not exist.",
        ),
        ({"details": {"a": [{"b": "One"}, {"b": "Two"}]}}, "One Two"),
        ({"detail": {"message": "Payment Successfull!"}}, "Payment Successfull!"),
        ({}, ""),
    ],
)
def test_the_service_s_own_sentence_is_found(fields: dict[str, Any], sentence: str) -> None:
    assert body(**fields).explanation == sentence


def test_a_sentence_is_bounded_in_length_and_depth() -> None:
    assert len(body(details="x" * 10**6).explanation) <= 300
    assert len(body(details=["y" * 200] * 1000).explanation) <= 300
    deep: object = "bottom"
    for _ in range(10_000):
        deep = [deep]
    assert body(details=deep).explanation == ""


@given(bodies)
def test_reading_any_body_never_raises(fields: dict[str, Any]) -> None:
    answer = ServiceResponse(http_status=200, body=fields)
    assert isinstance(answer.explanation, str)
    assert isinstance(answer.error_code, str)
    assert answer.state is None or isinstance(answer.state, str)
    assert answer.accepted in (True, False, None)


def test_a_number_of_too_many_digits_is_not_a_text() -> None:
    assert body(error_code=10**5000).error_code == ""


def test_a_successful_read_is_let_through() -> None:
    require_success(ServiceResponse(200, {"status": True, "session_id": 1}))
    require_success(ServiceResponse(200, {"credits_available": 5}))


@each(
    ("answer", "problem"),
    [
        (ServiceResponse(problem=Problem.TIMED_OUT), Problem.TIMED_OUT),
        (
            ServiceResponse(200, {"status": True}, problem=Problem.BROKEN_ANSWER),
            Problem.BROKEN_ANSWER,
        ),
        (ServiceResponse(200, {"status": False}), Problem.REFUSED),
        (ServiceResponse(400, {"status": "false"}), Problem.REFUSED),
        (ServiceResponse(200, {"error_code": "1002", "message": "Invalid token"}), Problem.REFUSED),
        (ServiceResponse(500, {"status": True}), Problem.UNEXPECTED_STATUS),
        (ServiceResponse(302), Problem.UNEXPECTED_STATUS),
    ],
)
def test_any_other_read_is_refused(answer: ServiceResponse, problem: Problem) -> None:
    with pytest.raises(ServiceError) as caught:
        require_success(answer)
    assert caught.value.problem is problem


def test_a_refusal_carries_the_service_s_code_and_sentence() -> None:
    answer = ServiceResponse(
        200, {"status": False, "error_code": "4000", "details": "Customer not found."}
    )
    with pytest.raises(ServiceError) as caught:
        require_success(answer)
    assert dict(caught.value.details) == {"code": "4000", "reason": "Customer not found."}
