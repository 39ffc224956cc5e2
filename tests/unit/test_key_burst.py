"""A scanner's burst is told from a person's typing, and no key of it acts."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.key_burst import MIN_SCAN, SCANNER_GAP_MS, KeyBurst, KeyKind, Scan

START = 1000
CHARACTERS = st.text(string.ascii_letters + string.digits, min_size=MIN_SCAN, max_size=40)
QUICK = st.integers(0, SCANNER_GAP_MS)
SLOW = st.integers(SCANNER_GAP_MS + 1, 3000)


class Page:
    """Notes what reaches it."""

    def __init__(self) -> None:
        self.at = START
        self.seen: list[str] = []
        self.scans: list[Scan[str]] = []
        self.dropped = 0
        self.burst: KeyBurst[str] = KeyBurst(self.seen.append, self.scans.append, self._drop)

    def _drop(self) -> None:
        self.dropped += 1

    def key(self, text: str, gap: int, kind: KeyKind = KeyKind.CHARACTER) -> None:
        self.at += gap
        if not self.burst.press(kind, text, ord(text[0]), self.at, text):
            self.seen.append(text)

    def enter(self, gap: int) -> None:
        self.key("\n", gap, KeyKind.ENTER)

    def rest(self) -> None:
        """So long that the owner's timer ends."""
        self.burst.settle()
        self.at += 1000


@pytest.fixture
def page() -> Page:
    return Page()


@given(CHARACTERS, st.data())
def test_a_burst_presses_nothing_and_is_told_whole(text: str, data: st.DataObject) -> None:
    page = Page()
    for character in text:
        page.key(character, data.draw(QUICK))
    page.enter(data.draw(QUICK))
    page.rest()
    assert page.seen == []
    assert [scan.text for scan in page.scans] == [text]
    assert page.scans[0].keys == tuple(text)
    assert page.scans[0].enter == "\n"


@given(st.lists(st.tuples(st.sampled_from("1aB "), SLOW), max_size=20), SLOW)
def test_a_persons_keys_all_act_in_their_order(keys: list[tuple[str, int]], pause: int) -> None:
    page = Page()
    for text, gap in keys:
        page.key(text, gap, KeyKind.SPACE if text == " " else KeyKind.CHARACTER)
    page.enter(pause)
    assert page.seen == [text for text, _ in keys] + ["\n"]
    assert not page.scans
    assert not page.dropped


def test_no_key_of_a_person_waits_for_the_next_person(page: Page) -> None:
    page.key("1", 500)
    assert page.seen == []
    assert page.burst.wait_ms == SCANNER_GAP_MS
    page.burst.settle()
    assert page.seen == ["1"]


@pytest.mark.parametrize("gap", [60, 45, 36])
def test_a_quick_typist_is_no_scanner(page: Page, gap: int) -> None:
    for character in "110871110871":
        page.key(character, gap)
    page.enter(gap)
    assert "".join(page.seen) == "110871110871\n"
    assert not page.scans


def test_two_keys_that_roll_are_no_burst(page: Page) -> None:
    for character, gap in zip("12345678", (180, 20) * 4, strict=True):
        page.key(character, gap)
    page.enter(140)
    assert "".join(page.seen) == "12345678\n"


def test_an_enter_pressed_right_after_one_key_is_a_persons(page: Page) -> None:
    page.key("1", 500)
    page.enter(20)
    assert page.seen == ["1", "\n"]


def test_five_characters_are_typed_but_their_enter_presses_nothing(page: Page) -> None:
    for character in "49150":
        page.key(character, 5)
    page.enter(5)
    page.rest()
    assert "".join(page.seen) == "49150"
    assert page.dropped == 1


def test_a_scanner_that_waits_before_its_enter_is_seen(page: Page) -> None:
    for character in "110871":
        page.key(character, 5)
    assert page.burst.wait_ms == 250
    page.enter(200)
    page.rest()
    assert [scan.text for scan in page.scans] == ["110871"]
    assert page.seen == []


def test_a_burst_without_an_enter_presses_nothing_either(page: Page) -> None:
    for character in "110871":
        page.key(character, 5)
    page.rest()
    assert [(scan.text, scan.enter) for scan in page.scans] == [("110871", None)]


def test_the_lines_of_a_code_are_one_scan(page: Page) -> None:
    for character in "Receipt 000123\nRs. 4.00":
        if character == "\n":
            page.enter(5)
        else:
            page.key(character, 5, KeyKind.SPACE if character == " " else KeyKind.CHARACTER)
    page.enter(5)
    page.enter(5)
    page.rest()
    assert [scan.text for scan in page.scans] == ["Receipt 000123\nRs. 4.00"]
    assert page.seen == []


def test_a_key_of_another_kind_within_a_burst_waits_with_it(page: Page) -> None:
    for character in "1234567":
        page.key(character, 5, KeyKind.OTHER if character == "5" else KeyKind.CHARACTER)
    page.enter(5)
    page.rest()
    assert page.seen == []
    assert [scan.text for scan in page.scans] == ["123467"]


def test_a_blank_that_ends_a_short_burst_presses_nothing(page: Page) -> None:
    page.key("4", 500)
    page.key("9", 5)
    page.key(" ", 5, KeyKind.SPACE)
    page.rest()
    assert page.seen == ["4", "9"]
    assert page.dropped == 1


def test_after_a_scan_a_person_is_heard_again(page: Page) -> None:
    for character in "110871":
        page.key(character, 5)
    page.enter(5)
    page.rest()
    page.enter(10)
    page.enter(10)
    assert page.seen == ["\n", "\n"], "an Enter pressed twice"


def test_a_release_waits_with_its_press(page: Page) -> None:
    page.key("1", 500)
    assert page.burst.release("1 up", ord("1"))
    assert not page.burst.release("2 up", ord("2")), "pressed before"
    page.burst.settle()
    assert page.seen == ["1", "1 up"]
    assert not page.burst.release("1 up", ord("1"))


@given(st.lists(st.just(0), min_size=MIN_SCAN, max_size=9))
def test_keys_without_a_time_are_not_judged(times: list[int]) -> None:
    page = Page()
    page.at = 0
    for at in times:
        page.key("1", at)
    page.enter(0)
    assert page.seen == ["1"] * len(times) + ["\n"]
