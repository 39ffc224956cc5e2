"""Lets only one thread at a time settle a payment: the money worker or a look-up."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Claims:
    """Numbers of payments, each held by one thread at a time. No thread waits for a number."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._held: set[int] = set()

    def __contains__(self, number: int) -> bool:
        with self._lock:
            return number in self._held

    @contextmanager
    def holding(self, numbers: Iterable[int]) -> Iterator[tuple[int, ...]]:
        """Hold those of them that are free until the end of the block; yields which they are."""
        with self._lock:
            mine = tuple(number for number in numbers if number not in self._held)
            self._held.update(mine)
        try:
            yield mine
        finally:
            with self._lock:
                self._held.difference_update(mine)
