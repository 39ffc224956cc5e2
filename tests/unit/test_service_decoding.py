"""Bytes to a dict: exact, bounded, and never an exception."""

from __future__ import annotations

import json
import time
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop_app.service.bodies import encode_body
from desktop_app.service.decoding import (
    MAX_DEPTH,
    begins_object,
    closes_object,
    decode,
    decode_as_far_as_possible,
)
from tests.sampling import LONG
from tests.tables import each

if TYPE_CHECKING:
    from desktop_app.core.billing.accounts import Json

DOCUMENTED = Path(__file__).parents[1] / "contract" / "documented"
ENDLESS = 200_000 if LONG else 50_000
"""How often an answer opens what it may not close; the program takes some dozens."""
PAID = '"status": true, "state": "Success"'


def read(text: str) -> dict[str, Json] | None:
    return decode(text.encode())


def read_far(text: str) -> dict[str, Json] | None:
    """As the answer to a pay call is read."""
    return decode_as_far_as_possible(text.encode())


def breaks_off(data: bytes) -> bool:
    return begins_object(data) and not closes_object(data)


def holds_float(value: Json) -> bool:
    if isinstance(value, dict):
        return any(map(holds_float, value.values()))
    if isinstance(value, list):
        return any(map(holds_float, value))
    return isinstance(value, float)


# --- numbers ----------------------------------------------------------------------------------


@each(
    ("written", "value"),
    [
        ("277.98", Decimal("277.98")),
        ("0.1", Decimal("0.1")),
        ("1e+24", Decimal("1E+24")),
        ("1695.00", Decimal("1695.00")),
        ("-220.93", Decimal("-220.93")),
        ("4950", 4950),
        ("-0", 0),
        ("999999999999999999999999999999", 10**30 - 1),
        ("true", True),
        ("null", None),
        ('"1695.00"', "1695.00"),
        ("NaN", "NaN"),
        ("Infinity", "Infinity"),
        ("-Infinity", "-Infinity"),
        ("1e99999999999999999999", "1e99999999999999999999"),
    ],
)
def test_numbers_are_exact(written: str, value: Json) -> None:
    # Once for the strict reader, once for the tolerant one, which a second "amount" calls for.
    for text in (f'{{"a": {written}}}', f'{{"a": {written}, "amount": 1, "b": {{"amount": 2}}}}'):
        body = read(text)
        assert body is not None
        assert body["a"] == value
        assert type(body["a"]) is type(value)


def test_endless_digits_are_text_and_quick() -> None:
    digits = "7" * 1_000_000
    started = time.thread_time()
    body = read(f'{{"credits_available": {digits}, {PAID}}}')
    assert time.thread_time() - started < 1
    assert body == {"credits_available": digits, "status": True, "state": "Success"}


# --- text -------------------------------------------------------------------------------------


def test_a_byte_order_mark_is_skipped() -> None:
    assert decode(b'\xef\xbb\xbf{"state": "Success"}') == {"state": "Success"}


def test_broken_utf8_in_a_side_field_is_replaced() -> None:
    body = decode(b'{"status": true, "state": "Success", "detail": "caf\xe9"}')
    assert body == {"status": True, "state": "Success", "detail": "caf\ufffd"}


def test_lone_surrogates_become_the_replacement_character() -> None:
    body = read(r'{"a": "x\ud800y", "\udc00": ["\ud83d"], "b": "\ud83d\ude00"}')
    assert body == {"a": "x\ufffdy", "\ufffd": ["\ufffd"], "b": "\U0001f600"}


def test_raw_control_characters_are_taken() -> None:
    body = decode(b'{"status": true, "state": "Success", "detail": "a\tb\nc\x00"}')
    assert body is not None
    assert body["detail"] == "a\tb\nc\x00"


def test_nepali_text_is_kept() -> None:
    assert read('{"message": "भुक्तानी"}') == {"message": "भुक्तानी"}


# --- shape ------------------------------------------------------------------------------------


@each(
    "text",
    ["", " ", "null", "true", "7", '"Success"', "[]", '[{"state": "Success"}]', "<html>", "\x00"],
)
def test_what_is_no_object_is_not_read(text: str) -> None:
    assert read(text) is None


def test_what_is_too_deep_is_dropped() -> None:
    deep = "[" * (MAX_DEPTH + 5) + "]" * (MAX_DEPTH + 5)
    body = read(f'{{"a": {deep}, {PAID}}}')
    assert body is not None
    assert body["state"] == "Success"
    depth, value = 1, body["a"]
    while isinstance(value, list) and value:
        depth, value = depth + 1, value[0]
    assert value is None
    assert depth <= MAX_DEPTH


@pytest.mark.parametrize("opening", ["[", '{"a":'])
@pytest.mark.parametrize("closed", [True, False])
def test_endless_depth_is_no_fault_of_ours(opening: str, closed: bool) -> None:
    closing = ("]" if opening == "[" else "}") * ENDLESS if closed else ""
    deep = opening * ENDLESS + ("1" if opening != "[" else "") + closing
    assert decode(deep.encode()) is None
    after, before = f'{{{PAID}, "extra": {deep}}}', f'{{"extra": {deep}, {PAID}}}'
    assert read(after) is None
    assert read(before) is None
    body = read_far(after)
    assert (body == {"status": True, "state": "Success"}) is closed
    # After the fault nothing is read, so a state that comes later is not known.
    assert read_far(before) is None
    assert breaks_off(after.encode()) is not closed


# --- repeated names ---------------------------------------------------------------------------


@each(
    "text",
    [
        '{"status": true, "state": "Success", "state": "Error"}',
        '{"status": true, "state": "Success", "st\\u0061te": "Error"}',
        '{"status": true, "state": "Success", "status": false}',
        '{"status": true, "state": "Success", "status": 1}',
        '{"status": false, "error_code": "002", "error_code": "1013"}',
        '{"status": true, "state": "Success", "reference": "a", "reference": "b"}',
        '{"status": true, "state": "Success", "amount": 10, "amount": 20}',
        '{"status": true, "state": "Success", "refunded": true, "refunded": false}',
        '{"status": true, "state": "Success", "refunds": [{"amount": 1}], "refunds": []}',
        '{"status": true, "state": "Success", "refunded_amount": 9, "refunded_amount": 0}',
    ],
)
def test_deciding_fields_that_contradict_each_other_are_not_read(text: str) -> None:
    assert read(text) is read_far(text) is None


def test_the_same_twice_is_no_contradiction() -> None:
    body = read(f'{{{PAID}, {PAID}, "message": "a", "message": "b"}}')
    assert body == {"status": True, "state": "Success", "message": "b"}


def test_names_inside_other_objects_do_not_count() -> None:
    text = f'{{{PAID}, "detail": [{{"state": "Error", "status": false}}]}}'
    body = read(text)
    assert body is not None
    assert body["state"] == "Success"


# --- read as far as it can be -----------------------------------------------------------------


@each(
    "rest",
    [
        ', "credits_available": **********}',
        ', "credits_available": xx.xx}',
        ', "credits_available": 10.}',
        ', "detail": "a" b "c"}',
        ', "detail": {"a": 1]}}',
        ", detail: 1}",
        ",}",
        "} trailing",
        "}}",
        "}\n<!-- page -->",
        "}\x00\x00",
    ],
)
def test_a_fault_after_the_state_leaves_a_success_of_a_payment(rest: str) -> None:
    text = f"{{{PAID}{rest}"
    assert read_far(text) == {"status": True, "state": "Success"}
    assert read(text) is None, "a look-up is one whole object"
    assert not breaks_off(text.encode())


@each(
    "rest",
    [
        "",
        ', "credits_available": 1',
        ', "credits_available": 10.',
        ', "detail": "no end',
        ', "detail": "no end}',
        ', "detail": "an escaped end\\"}',
        ', "detail": {"a": [1, 2',
        ', "detail": {"a": [1, 2}',
        ', "detail": {"a": 1}',
        ', "detail": **, "b": {}',
        ", ",
    ],
)
def test_an_object_that_does_not_close_was_cut_off(rest: str) -> None:
    text = f"{{{PAID}{rest}"
    assert read(text) is read_far(text) is None
    assert breaks_off(text.encode())


@each("text", ["", "<html>", "[1, 2", '"{', "null", "\x00{", "answer({"])
def test_what_never_began_as_an_object_was_not_cut_off(text: str) -> None:
    assert not breaks_off(text.encode())


@each(
    "text",
    [
        '{"status": true, "state": "Success"',  # without its end, Success may be half a word
        '{"status": true, "state": "Succ',
        '{"state": "Success", "status": tru',
        '{"state": "Success", "detail": *, "status": true}',
        '{"status": true, "detail": *, "state": "Success"}',
        '{"state": "Success", "detail": *}',
        '{"error_code": "1002", "message": *}',
        f'{{{PAID}, "detail": *, "state": "Error"}}',
        f'{{{PAID}, "detail": *, "error_code": "1013"}}',
        f'{{{PAID}}}{{"status": false, "state": "Error"}}',
        f"Warning: line 3 {{{PAID}}}",
        f"[{{{PAID}}}]]",
        f"{{{PAID} : }}",
        f'{{{PAID}, "detail": *, "reference": "another"}}',
        f'{{{PAID}, "detail": *, "st\\u0061te": "Error"}}',
    ],
)
def test_a_fault_that_leaves_doubt_is_not_read(text: str) -> None:
    assert read(text) is read_far(text) is None


@each("length", range(2, 60))
def test_no_cut_of_an_answer_is_read(length: int) -> None:
    whole = '{"status": false, "state": "Error", "error_code": "1013", "id": 77, "x": [1]}'
    assert read(whole[:length]) is read_far(whole[:length]) is None
    assert breaks_off(whole[:length].encode())


def test_the_time_to_read_a_broken_answer_grows_with_its_length_alone() -> None:
    """A reader that begins anew after each field would take 100 times as long for 10 times more."""
    assert seconds_to_read(50_000) < 40 * min(seconds_to_read(5_000) for _ in range(3))


def seconds_to_read(fields: int) -> float:
    """The processor's time for an answer that breaks off after so many fields."""
    text = f"{{{PAID}" + "".join(f', "n{n}": {n}' for n in range(fields)) + ", *}"
    began = time.thread_time()
    body = read_far(text)
    spent = time.thread_time() - began
    assert body is not None
    assert len(body) == fields + 2
    return spent


# --- anything ---------------------------------------------------------------------------------


def test_the_examples_of_the_contract_are_read_whole() -> None:
    files = [file for file in DOCUMENTED.rglob("*.json") if file.name != "details-field-rules.json"]
    assert len(files) > 30
    for file in files:
        expected = json.loads(file.read_bytes(), parse_float=Decimal)
        assert decode(file.read_bytes()) == expected, file


@given(st.binary(max_size=200))
@example(b"{")
@example('{"state": "Success"}'.encode("utf-16"))
@example(b'{"a":\xed\xa0\x80}')
def test_any_bytes_are_survived(data: bytes) -> None:
    for body in (decode(data), decode_as_far_as_possible(data)):
        assert body is None or isinstance(body, dict)
    assert isinstance(breaks_off(data), bool)


PIECES = st.sampled_from(
    [
        *'{}[],:"\\ 0-',
        *('"state"', '"status"', '"Success"', "true", "null", "NaN", "1e5", "1.5"),
        *("\\u00", "\\ud800", "\ufeff", "\x00", "भ"),
    ]
)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_any_near_json_is_survived(text: str) -> None:
    body, far = read(text), read_far(text)
    assert body in (None, far)
    assert body is None or not holds_float(body)
    if body is not None:
        json.dumps(body, default=str, ensure_ascii=False).encode()


LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.decimals(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"]))
)
NAMES = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=20,
)


@given(st.dictionaries(NAMES | st.sampled_from(["state", "status", "amount"]), VALUES))
def test_what_is_written_is_read_back(body: dict[str, Json]) -> None:
    body = {name: value for name, value in body.items() if name != "token"}
    found = decode(encode_body(body, token="secret"))
    assert found is not None
    assert found.pop("token") == "secret"
    assert found == body
    assert not holds_float(found)


@given(st.dictionaries(NAMES, LEAVES, min_size=1), st.data())
def test_no_cut_of_any_answer_is_read(body: dict[str, Json], data: st.DataObject) -> None:
    whole = encode_body({**body, "status": True, "state": "Success", "z": 1})
    cut = whole[: data.draw(st.integers(1, len(whole) - 1))]
    assert decode(cut) is decode_as_far_as_possible(cut) is None
    assert breaks_off(cut)
