"""Tells a scanner's burst of keys from a person's typing, and holds keys back until that is known.

A bar code scanner is a keyboard to the computer: it sends the characters within a few milliseconds
each, and Enter after them. Nobody types six characters at that pace. Its first keys must not have
acted when the sixth comes, so every key waits as long as a scanner may take for the next one, which
nobody notices.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

K = TypeVar("K")

SCANNER_GAP_MS = 35
"""Longest time between two keys of a scanner; people need 60 and more."""

MIN_SCAN = 6
"""So many characters in a row at that pace are a bar code."""

_SURE = 4
"""After so many, an Enter that is not theirs would be a person's within a quarter of a second."""

_PAUSE_BEFORE_ENTER_MS = 250
"""Some scanners wait before the Enter that ends a bar code."""

_UNKNOWN = 0
"""The time of a key that the window system gives no time for."""


class KeyKind(Enum):
    """What a key is to the page."""

    CHARACTER = auto()
    SPACE = auto()
    """A blank where no text is typed: it presses what has the keyboard."""
    ENTER = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class HeldKey(Generic[K]):
    """A press or release that waits. ``acts`` is False for what a person did not mean."""

    key: K
    code: int
    text: str
    acts: bool


@dataclass(frozen=True, slots=True)
class Scan(Generic[K]):
    """A bar code: its text, the presses of its characters, and the last Enter, where it has one."""

    text: str
    keys: tuple[K, ...]
    enter: K | None


class KeyBurst(Generic[K]):
    """Takes keys in their order. Times are in milliseconds, codes name the key of the keyboard.

    A key is held until ``settle``, which the owner calls when ``wait_ms`` have passed since the
    last one; a later key settles what came before it too.

    Args:
        hand_on: called with each key of a person.
        scanned: called with a bar code.
        dropped: called when an Enter, or a blank that would press something, was left out of keys
            that are too few for a bar code.
    """

    def __init__(
        self,
        hand_on: Callable[[K], object],
        scanned: Callable[[Scan[K]], object],
        dropped: Callable[[], object],
    ) -> None:
        self._hand_on = hand_on
        self._scanned = scanned
        self._dropped = dropped
        self._held: list[HeldKey[K]] = []
        self._last = _UNKNOWN
        self._run = 0

    @property
    def is_holding(self) -> bool:
        """Keys wait."""
        return bool(self._held)

    @property
    def wait_ms(self) -> int:
        """How long the last key waits for another one."""
        is_whole = any(one.text == "\n" for one in self._held)
        waits = self._run >= MIN_SCAN and not is_whole
        return _PAUSE_BEFORE_ENTER_MS if waits else SCANNER_GAP_MS

    def is_in_burst(self, at: int) -> bool:
        """A key at this time follows others at a scanner's pace, whatever key it is."""
        return bool(self._held) and self._run > 1 and self._is_quick(at)

    def waits(self, kind: KeyKind, at: int) -> bool:
        """A key at this time waits with those that are held; any other comes after them."""
        match kind:
            case KeyKind.ENTER:
                pause = _PAUSE_BEFORE_ENTER_MS if self._run >= _SURE else SCANNER_GAP_MS
                return self._run > 1 and self._is_quick(at, pause)
            case KeyKind.OTHER:
                return self.is_in_burst(at)
        return self._is_quick(at)

    def press(self, kind: KeyKind, key: K, code: int, at: int, text: str = "") -> bool:
        """Take a key; False if it is a person's, and goes its usual way at once.

        What was held before it has been handed on then.
        """
        waits = self.waits(kind, at)
        if not waits:
            self.settle()
        if kind in (KeyKind.ENTER, KeyKind.OTHER):
            if waits:
                is_enter = kind is KeyKind.ENTER
                self._hold(HeldKey(key, code, "\n" if is_enter else "", not is_enter), at)
            else:
                self._run = 0
            return waits
        self._run = self._run + 1 if waits else 1
        acts = kind is KeyKind.CHARACTER or self._run == 1
        self._hold(HeldKey(key, code, text, acts), at)
        return True

    def release(self, key: K, code: int) -> bool:
        """Take the release of a key; True if it waits with its press."""
        for one in reversed(self._held):
            if one.code == code:
                self._held.append(HeldKey(key, code, "", one.acts))
                return True
        return False

    def settle(self) -> None:
        """Decide what was held: no key belongs to it any more."""
        held, self._held = self._held, []
        characters = [one for one in held if one.text and one.text != "\n"]
        if len(characters) >= MIN_SCAN:
            self._run = 0
            enters = [one.key for one in held if one.text == "\n"]
            keys = tuple(one.key for one in characters)
            text = "".join(one.text for one in held).strip()
            self._scanned(Scan(text, keys, enters[-1] if enters else None))
            return
        for one in held:
            if one.acts:
                self._hand_on(one.key)
        if any(one.text and not one.acts for one in held):
            self._dropped()

    def _hold(self, one: HeldKey[K], at: int) -> None:
        self._held.append(one)
        self._last = at

    def _is_quick(self, at: int, most: int = SCANNER_GAP_MS) -> bool:
        return _UNKNOWN not in (at, self._last) and 0 <= at - self._last <= most
