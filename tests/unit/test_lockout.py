"""Wrong PINs lock: for how long, and whatever the clock is set to."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.lockout import OPEN, Lockout, lock_length

NOW = datetime(2026, 11, 29, 6, 0, tzinfo=UTC)
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


def after(failures: int, now: datetime = NOW) -> Lockout:
    lockout = OPEN
    for _ in range(failures):
        lockout = lockout.after_failure(now)
    return lockout


def test_the_fifth_wrong_pin_locks_for_a_minute_and_each_further_one_for_twice_as_long() -> None:
    lengths = [after(failures).remaining(NOW) for failures in range(14)]
    minutes = [length / MINUTE for length in lengths]
    assert minutes == [0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60]


def test_a_thousand_wrong_pins_lock_for_an_hour() -> None:
    assert lock_length(1000) == HOUR


def test_a_lock_opens_when_its_time_is_over_and_not_before() -> None:
    lockout = after(5)
    assert lockout.is_locked(NOW)
    assert lockout.is_locked(NOW + MINUTE - timedelta(microseconds=1))
    assert not lockout.is_locked(NOW + MINUTE)
    assert lockout.remaining(NOW + MINUTE) == timedelta()


def test_a_clock_that_was_set_back_opens_nothing_early() -> None:
    lockout = after(6)
    for back in (timedelta(seconds=1), MINUTE, HOUR, timedelta(days=4000)):
        now = NOW - back
        assert lockout.after_clock(now).is_locked(now + timedelta(seconds=119))


def test_a_clock_that_was_ahead_when_the_lock_began_does_not_lock_for_ever() -> None:
    lockout = after(5, NOW + timedelta(days=3650))
    repaired = lockout.after_clock(NOW)
    assert repaired == Lockout(5, NOW + MINUTE)
    assert not repaired.is_locked(NOW + MINUTE)


def test_nothing_odd_changes_nothing() -> None:
    assert after(5).after_clock(NOW + timedelta(seconds=30)) == after(5)
    assert after(5).after_clock(NOW + HOUR) == after(5)
    assert OPEN.after_clock(NOW) is OPEN


def test_a_record_whose_lock_has_no_reason_is_open() -> None:
    assert not Lockout(2, NOW + HOUR).after_clock(NOW).is_locked(NOW)


@given(
    st.integers(0, 12),
    st.lists(st.integers(-100_000, 100_000), max_size=12),
    st.integers(0, 7200),
)
def test_whatever_the_clock_does_a_lock_ends_an_hour_after_it_is_right(
    failures: int, jumps: list[int], wait: int
) -> None:
    """The clock jumps, each time somebody looks; then it is left alone."""
    now = NOW
    lockout = after(failures, now)
    for seconds in jumps:
        now += timedelta(seconds=seconds)
        lockout = lockout.after_clock(now)
    assert lockout.remaining(now) <= lock_length(failures)
    later = now + timedelta(seconds=wait)
    lockout = lockout.after_clock(later)
    assert lockout.is_locked(later) is False or timedelta(seconds=wait) < lock_length(failures)
