"""The breaks of records that a person has seen in this run of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable

    from desktop_app.core.audit import FoundBreak
    from desktop_app.core.environment import Environment


class SeenBreaks:
    """Knows which breaks are told no more, whatever was known when they were found.

    The record says the same at the next comparison. One that was begun, or ended untold, before the
    break was seen does not know it yet.
    """

    def __init__(self) -> None:
        self._seen: dict[Environment, set[Hashable]] = {}

    def add(self, found: FoundBreak) -> None:
        """A person says to have read of it."""
        self._seen.setdefault(found.environment, set()).add(_key(found))

    def has(self, found: FoundBreak) -> bool:
        """Tell whether it was seen, now or in an earlier run."""
        return found.is_seen or _key(found) in self._seen.get(found.environment, ())

    def forget(self, environment: Environment) -> None:
        """Another file is in the record's place: the same break would be another's."""
        self._seen.pop(environment, None)


def _key(found: FoundBreak) -> Hashable:
    """What the record itself compares."""
    return tuple(found.broken.content.items())
