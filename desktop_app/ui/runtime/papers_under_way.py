"""Tracks which papers are being printed, as two pages may show one payment."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.core.environment import Environment


class PapersUnderWay:
    """Tracks the payments whose papers are being printed, for all pages of the program."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._numbers: list[tuple[Environment, int]] = []

    def begin(self, environment: Environment, number: int) -> bool:
        """A paper is on its way from now on; False if another of the payment is already."""
        with self._lock:
            is_first = (environment, number) not in self._numbers
            self._numbers.append((environment, number))
            return is_first

    def end(self, environment: Environment, number: int) -> None:
        """The paper that :meth:`begin` told of is out, or did not come out."""
        with self._lock:
            self._numbers.remove((environment, number))
