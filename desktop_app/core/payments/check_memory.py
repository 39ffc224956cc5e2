"""Remembers, for this run of the program, what the look-ups of waiting payments have taught."""

from __future__ import annotations

import threading
from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

BULK_PAUSE = 60 * 60.0
"""Seconds until bulk look-ups are tried again after one that did not work."""
TROUBLE_PAUSE = 5 * 60.0
"""Seconds for which a payment whose look-up could not be recorded lets the others go first."""


class CheckMemory:
    """Notes about payments, by their numbers. Any thread may use it.

    Look-ups run on their own worker, the list of those that wait is made on any reader. The lock is
    held for a moment only, never over a call to the service or a query.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._singly: set[int] = set()
        self._known: set[int] = set()
        self._troubled: dict[int, float] = {}
        self._bulk_from = float("-inf")
        self._planned: deque[int] = deque()

    def bulk_failed(self, now: float) -> None:
        """Stop bulk look-ups for a while."""
        with self._lock:
            self._bulk_from = now + BULK_PAUSE

    def may_ask_in_bulk(self, number: int, now: float) -> bool:
        """False while bulk look-ups do not work, or told nothing about this payment."""
        with self._lock:
            return now >= self._bulk_from and number not in self._singly

    def ask_singly(self, number: int, *, is_known: bool) -> None:
        """Ask for this payment in a separate call next.

        ``is_known``: the bulk answer knew it, which contradicts a later "not known" (rule 6).
        """
        with self._lock:
            self._singly.add(number)
            if is_known:
                self._known.add(number)

    def plan_singly(self, numbers: Iterable[int]) -> None:
        """Remember whom to look up next, one call each, in this order."""
        # Whoever gives the numbers may ask this memory about each of them.
        planned = deque(numbers)
        with self._lock:
            self._planned = planned

    def planned(self) -> Iterator[int]:
        """Those that are looked up next; each is forgotten as it is taken."""
        while True:
            with self._lock:
                if not self._planned:
                    return
                number = self._planned.popleft()
            yield number

    def was_known(self, number: int) -> bool:
        """True where a bulk answer knew the payment and its single look-up has not been made."""
        with self._lock:
            return number in self._known

    def not_recorded(self, numbers: Iterable[int], now: float) -> None:
        """Let other payments go first: the look-up of these could not be recorded."""
        with self._lock:
            self._troubled.update(dict.fromkeys(numbers, now + TROUBLE_PAUSE))

    def may_go_first(self, number: int, now: float) -> bool:
        """False for a payment whose look-up could not be recorded a short time ago."""
        with self._lock:
            return self._troubled.get(number, now) <= now

    def recorded(self, number: int) -> None:
        """Forget the notes about a payment: its look-up is in the record."""
        with self._lock:
            self._singly.discard(number)
            self._known.discard(number)
            self._troubled.pop(number, None)
