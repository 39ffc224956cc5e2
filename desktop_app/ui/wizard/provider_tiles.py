"""The providers as tiles: one of them is chosen, and the arrows move from tile to tile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.ui.texts.labels import provider_note, style_text
from desktop_app.ui.widgets import TileItem, TileList

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Mapping, Sequence

    from desktop_app.core.billing.provider import Provider, ProviderInfo
    from desktop_app.ui.theme import Theme

_BLANK = "\u00a0"


class ProviderTiles(TileList):
    """A tile for each provider, with the times that it was used this month."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, name, name="provider.tile.list")
        self._uses: Mapping[str, int] = {}
        self._not_enabled: Container[str] = ()

    def show_providers(
        self,
        shown: Sequence[Provider],
        digits: Mapping[str, str],
        *,
        uses: Mapping[str, int],
        not_enabled: Container[str],
        large: bool,
        letter: Callable[[ProviderInfo], str] | None = None,
    ) -> None:
        """Show a tile for each. With ``letter`` they are low and stand under their letters; the
        empty letter is that of the pinned ones.
        """
        self._uses, self._not_enabled = uses, not_enabled
        items = []
        for provider in shown:
            info = provider.info
            group = "" if letter is None else letter(info) or self.tr("Pinned")
            items.append(self._tile(info, digits.get(info.slug, ""), group))
        self.show_tiles(items, large=large and letter is None, low=letter is not None)

    def _tile(self, info: ProviderInfo, digit: str, group: str) -> TileItem:
        return TileItem.made(
            info.slug,
            info.name,
            info.monogram,
            digit=digit,
            subs=self._subs(info),
            note=provider_note(info, self._not_enabled),
            group=group,
        )

    def _subs(self, info: ProviderInfo) -> tuple[str, ...]:
        """Return the two lower lines: kind of payment and count; the second is blank until it is
        known.
        """
        count = self._uses.get(info.slug, 0)
        often = self.tr("%n this month", "", count) if count else _BLANK
        return style_text(info.style), often
