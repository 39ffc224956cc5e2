"""Tells a scanner's burst of keys from a person's typing.

A bar code scanner is a keyboard to the computer: it sends the characters within a few milliseconds
each, and Enter after them. Nobody types four characters at that pace.
"""

from __future__ import annotations

SCANNER_GAP_MS = 35
"""Longest time between two keys of a scanner; people need 60 and more."""

_SURE = 4
"""So many characters in a row at that pace come from a scanner."""

_PAUSE_BEFORE_ENTER_MS = 250
"""Some scanners wait before the Enter that ends a bar code."""

_RELEASE_FACTOR = 3
"""A person presses the next key after a release in about a third of the time between two keys."""

_UNKNOWN = 0
"""The time of a key that the window system gives no time for."""


class TypingPace:
    """Counts the characters that came at a scanner's pace. Times are in milliseconds.

    On Windows the time of a key is when the program takes it from the queue, so a slow computer
    stretches the gaps of a scanner. There the next key comes right after the release of the last.
    """

    def __init__(self) -> None:
        self._pressed = _UNKNOWN
        self._released = _UNKNOWN
        self._run = 0

    def character(self, at: int) -> None:
        """Note a character."""
        gap = self._gap(at)
        self._run = self._run + 1 if gap is not None and gap <= SCANNER_GAP_MS else 1
        self._pressed, self._released = at, _UNKNOWN

    def released(self, at: int) -> None:
        """Note that a key was let go."""
        self._released = at

    def is_scan(self, at: int) -> bool:
        """True if a key at this time ends a burst, as a scanner's Enter does.

        The key belongs to the burst then: a line feed after the Enter is part of it too.
        """
        gap = self._gap(at)
        pause = _PAUSE_BEFORE_ENTER_MS if self._run >= _SURE else SCANNER_GAP_MS
        found = self._run > 1 and gap is not None and gap <= pause
        if found:
            self._pressed, self._released = at, _UNKNOWN
        else:
            self._run = 0
        return found

    def _gap(self, at: int) -> int | None:
        if _UNKNOWN in (at, self._pressed):
            return None
        gap = max(0, at - self._pressed)
        if self._released == _UNKNOWN:
            return gap
        return min(gap, _RELEASE_FACTOR * max(0, at - self._released))
