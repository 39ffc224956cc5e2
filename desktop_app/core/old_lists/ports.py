"""What the record does with an older list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import datetime

    from desktop_app.core.old_lists.taking import Plan, Read


class ListTaker(Protocol):
    """Takes the rows of a list into the record of one environment. May raise ``LedgerError``."""

    def plan(self, read: Iterable[Read]) -> Plan:
        """Decide what would be taken; nothing is written."""

    def take(self, read: Sequence[Read], at: datetime, on_progress: Callable[[int], None]) -> Plan:
        """Write what is taken, in parts; what was decided until it was given up, if it was."""
