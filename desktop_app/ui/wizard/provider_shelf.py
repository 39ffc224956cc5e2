"""The providers that the start page offers: which, in which order, and under which digit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.core.clock import NEPAL
from desktop_app.core.company_choice import is_on, pinned_shown
from desktop_app.core.environment import Environment
from desktop_app.core.provider_search import by_letter, first_letter, found
from desktop_app.core.tile_order import arranged

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop_app.core.billing.provider import Provider, ProviderInfo
    from desktop_app.ui.runtime.context import AppContext

MAX_NUMBERED = 9
"""Tiles that have a digit."""


class ProviderShelf:
    """The providers that are switched on, in the order of the day. The first nine have digits."""

    def __init__(self, context: AppContext) -> None:
        self._context = context
        self.providers: tuple[Provider, ...] = ()
        self._all: tuple[Provider, ...] = ()
        self.uses: Mapping[str, int] = {}
        """How often each was used in the last month."""

    def put(self, providers: Sequence[Provider]) -> None:
        """Take those of all providers that are switched on."""
        self._all = tuple(providers)
        settings = self._context.session.settings
        shown = {one.info.slug: one for one in providers if is_on(settings, one.info)}
        order = settings.tiles.on(self._day(), shown)
        pinned = settings.providers_pinned
        self.providers = tuple(shown[slug] for slug in arranged(shown, order, pinned))

    def put_again(self) -> None:
        """Take them anew after a change of what is on or pinned."""
        self.put(self._all)

    def learn_order(self) -> None:
        """Order the tiles of tomorrow by use. Use in practice does not count."""
        session = self._context.session
        if session.environment is Environment.PRACTICE:
            return
        slugs = [provider.info.slug for provider in self.providers]
        order = session.settings.tiles.on(self._day(), slugs)
        by_use = sorted(order.slugs, key=lambda slug: -self.uses.get(slug, 0))
        if tuple(by_use) != order.upcoming:
            session.keep_tile_order(order.learned(by_use))

    def chosen_by(self, typed: str, *, every: bool) -> list[Provider]:
        """Return those to show: what was typed finds them, else all, or those with a digit."""
        if words := typed.strip():
            return self.matching(words)
        return self.by_letter() if every else self.first_ones()

    def matching(self, words: str) -> list[Provider]:
        """Return those that match what was typed, the best first."""
        return self._of(found(words, self._infos()))

    def switched_off(self, words: str) -> ProviderInfo | None:
        """The best match for what was typed among those that are off."""
        settings = self._context.session.settings
        off = [one.info for one in self._all if not is_on(settings, one.info)]
        return next(iter(found(words, [info for info in off if not info.retired])), None)

    def first_ones(self) -> list[Provider]:
        """Return those with a digit."""
        return list(self.providers[:MAX_NUMBERED])

    def by_letter(self) -> list[Provider]:
        """Return all of them: the pinned ones, then the others by name."""
        pinned = self.pinned()
        others = [info for info in self._infos() if info.slug not in pinned]
        first = [info for slug in pinned for info in self._infos() if info.slug == slug]
        return self._of([*first, *by_letter(others)])

    def pinned(self) -> tuple[str, ...]:
        """The slugs of those that the owner pinned, in order."""
        return pinned_shown(self._context.session.settings, self._infos())

    def letter(self, info: ProviderInfo) -> str:
        """The letter under which one stands; empty for a pinned one."""
        return "" if info.slug in self.pinned() else first_letter(info)

    def digits(self) -> dict[str, str]:
        """The digit of each that has one, by its slug."""
        return {one.info.slug: str(n) for n, one in enumerate(self.first_ones(), 1)}

    def _infos(self) -> list[ProviderInfo]:
        return [provider.info for provider in self.providers]

    def _of(self, infos: Sequence[ProviderInfo]) -> list[Provider]:
        by_slug = {provider.info.slug: provider for provider in self.providers}
        return [by_slug[info.slug] for info in infos]

    def _day(self) -> str:
        return self._context.clock.start_of_day().astimezone(NEPAL).date().isoformat()
