"""A scanner's burst is told from a person's typing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.typing_pace import SCANNER_GAP_MS, TypingPace

START = 1000


def typed(*gaps: int) -> tuple[TypingPace, int]:
    """A pace after a first character and one after each gap; and the time of the last."""
    pace, at = TypingPace(), START
    pace.character(at)
    for gap in gaps:
        at += gap
        pace.character(at)
    return pace, at


@given(
    st.lists(st.integers(0, SCANNER_GAP_MS), min_size=1, max_size=40),
    st.integers(0, SCANNER_GAP_MS),
)
def test_an_enter_at_the_end_of_a_burst_is_the_scanners(gaps: list[int], pause: int) -> None:
    pace, at = typed(*gaps)
    assert pace.is_scan(at + pause)


@given(
    st.lists(st.integers(SCANNER_GAP_MS + 1, 3000), max_size=12),
    st.integers(0, 3000),
)
def test_an_enter_after_a_persons_keys_is_a_persons(gaps: list[int], pause: int) -> None:
    pace, at = typed(*gaps)
    assert not pace.is_scan(at + pause)


def test_two_fingers_at_once_and_then_enter_is_a_persons() -> None:
    pace, at = typed(180, 20)
    assert not pace.is_scan(at + 140)


def test_a_scanner_that_waits_before_its_enter_is_seen() -> None:
    pace, at = typed(5, 5, 5, 5)
    assert pace.is_scan(at + 200)
    pace, at = typed(5, 5, 5, 5)
    assert not pace.is_scan(at + 900), "by then a person has looked"


def test_a_line_feed_after_the_enter_belongs_to_the_scan() -> None:
    pace, at = typed(5, 5, 5, 5)
    assert pace.is_scan(at + 5)
    assert pace.is_scan(at + 10)


def test_after_a_scan_a_person_is_heard_again() -> None:
    pace, at = typed(5, 5, 5, 5)
    assert pace.is_scan(at + 5)
    assert not pace.is_scan(at + 800)
    assert not pace.is_scan(at + 810), "an Enter pressed twice"


@pytest.mark.parametrize("times", [(0, 0, 0), (0, 5000, 0), (5000, 0, 0)])
def test_keys_without_a_time_are_not_judged(times: tuple[int, ...]) -> None:
    pace = TypingPace()
    for at in times:
        pace.character(at)
    assert not pace.is_scan(0)


@given(st.lists(st.integers(SCANNER_GAP_MS + 1, 400), min_size=2, max_size=20))
def test_a_slow_computer_does_not_make_a_scanner_a_person(work: list[int]) -> None:
    """The time of each key is when the program was done with the one before."""
    pace, at = TypingPace(), START
    for spent in work:
        pace.character(at)
        pace.released(at + spent)
        at += spent + 1
    assert pace.is_scan(at)


@given(st.lists(st.tuples(st.integers(40, 120), st.integers(15, 400)), min_size=2, max_size=20))
def test_a_person_holds_each_key_and_is_no_scanner(keys: list[tuple[int, int]]) -> None:
    pace, at = TypingPace(), START
    for held, rest in keys:
        pace.character(at)
        pace.released(at + held)
        at += held + rest
    assert not pace.is_scan(at)
