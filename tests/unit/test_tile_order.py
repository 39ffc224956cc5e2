"""The digits of the providers stay for a day, and pinned ones stay for ever."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.tile_order import TileOrder, arranged

RANKED = ("worldlink", "vianet", "dish", "subisu")
MONDAY, TUESDAY, WEDNESDAY = "2026-11-23", "2026-11-24", "2026-11-25"

slugs = st.permutations(RANKED).map(tuple)


def test_on_the_first_day_they_stand_by_rank() -> None:
    order = TileOrder().on(MONDAY, RANKED)
    assert arranged(RANKED, order, ()) == list(RANKED)


@given(st.lists(slugs, max_size=6))
def test_whatever_is_used_the_order_of_a_day_does_not_move(uses: list[tuple[str, ...]]) -> None:
    order = TileOrder().on(MONDAY, RANKED)
    for by_use in uses:
        order = order.learned(by_use).on(MONDAY, RANKED)
        assert arranged(RANKED, order, ()) == list(RANKED)


@given(slugs, slugs)
def test_from_the_next_day_on_the_most_used_stands_first(
    one: tuple[str, ...], other: tuple[str, ...]
) -> None:
    order = TileOrder().on(MONDAY, RANKED).learned(one).on(TUESDAY, RANKED)
    assert arranged(RANKED, order, ()) == list(one)
    order = order.learned(other).on(TUESDAY, RANKED)
    assert arranged(RANKED, order, ()) == list(one)
    assert arranged(RANKED, order.on(WEDNESDAY, RANKED), ()) == list(other)


def test_a_clock_that_is_set_back_changes_the_order_once() -> None:
    order = TileOrder().on(TUESDAY, RANKED).learned(RANKED[::-1])
    back = order.on(MONDAY, RANKED)
    assert arranged(RANKED, back, ()) == list(RANKED[::-1])
    assert back.on(MONDAY, RANKED) == back


def test_one_that_is_switched_on_later_moves_no_other() -> None:
    order = TileOrder().on(MONDAY, ("worldlink", "subisu"))
    order = order.on(MONDAY, ("worldlink", "dish", "subisu"))
    assert arranged(("worldlink", "dish", "subisu"), order, ()) == ["worldlink", "subisu", "dish"]


@given(slugs, st.lists(st.sampled_from(RANKED), unique=True))
def test_pinned_ones_come_first_in_their_own_order(
    by_use: tuple[str, ...], pinned: list[str]
) -> None:
    order = TileOrder().on(MONDAY, RANKED).learned(by_use).on(TUESDAY, RANKED)
    shown = arranged(RANKED, order, pinned)
    assert shown[: len(pinned)] == pinned
    assert shown[len(pinned) :] == [slug for slug in by_use if slug not in pinned]


def test_a_pinned_one_that_is_switched_off_takes_no_place() -> None:
    order = TileOrder().on(MONDAY, RANKED)
    assert arranged(("worldlink", "vianet"), order, ("subisu", "vianet")) == ["vianet", "worldlink"]
