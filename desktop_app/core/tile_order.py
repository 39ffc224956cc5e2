"""Orders the providers' tiles on the first page, and so the digits that choose them.

Clerks learn the digits, so an order holds for a whole day, restarts included. A new order by use
takes effect on the next day. Pinned providers come first, in the order in which the owner pinned
them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, slots=True)
class TileOrder:
    """Slugs in the order of their tiles. ``day`` is that of the shop, as an ISO date."""

    day: str = ""
    slugs: tuple[str, ...] = ()
    next_slugs: tuple[str, ...] = ()
    """The order from the next day on; empty for the same."""

    def on(self, day: str, slugs: Iterable[str]) -> TileOrder:
        """The order of that day for these providers; those that were not there before come last."""
        known = self.slugs if day == self.day else self.next_slugs or self.slugs
        upcoming = self.next_slugs if day == self.day else ()
        added = tuple(slug for slug in slugs if slug not in known)
        return TileOrder(day, known + added, upcoming)

    def learned(self, by_use: Sequence[str]) -> TileOrder:
        """The same order today, and this one from the next day on."""
        return TileOrder(self.day, self.slugs, tuple(by_use))

    @property
    def upcoming(self) -> tuple[str, ...]:
        """The order of the next day."""
        return self.next_slugs or self.slugs


def arranged(slugs: Iterable[str], order: TileOrder, pinned: Sequence[str]) -> list[str]:
    """The slugs as their tiles stand."""
    places = {slug: at for at, slug in enumerate((*pinned, *order.slugs)[::-1])}
    return sorted(slugs, key=lambda slug: -places.get(slug, -1))
