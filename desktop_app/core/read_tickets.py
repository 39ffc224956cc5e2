"""Tickets of reads: an answer that nobody waits for any more is told by its ticket."""

from __future__ import annotations


class ReadTickets:
    """Gives each read a ticket; at most one is awaited at a time."""

    def __init__(self) -> None:
        self._last = 0
        self._awaited: int | None = None

    @property
    def is_awaited(self) -> bool:
        """An answer is awaited."""
        return self._awaited is not None

    def issue(self) -> int:
        """A ticket for the read that begins now; the one before is awaited no longer."""
        self._last += 1
        self._awaited = self._last
        return self._last

    def redeem(self, ticket: int) -> bool:
        """End the wait for an answer that has come; False if it is not the awaited one."""
        if self._awaited != ticket:
            return False
        self._awaited = None
        return True

    def withdraw(self) -> bool:
        """Wait no longer; False if nothing was awaited."""
        was_awaited, self._awaited = self.is_awaited, None
        return was_awaited
