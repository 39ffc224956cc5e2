"""The providers as tiles: one of them is chosen, and the arrows move from tile to tile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop_app.ui.texts.labels import style_text
from desktop_app.ui.widgets import Tile
from desktop_app.ui.widgets.discard import discard

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop_app.core.billing.provider import Provider
    from desktop_app.ui.theme import Theme

MAX_NUMBERED = 9
"""Tiles that have a digit."""

_BLANK = "\u00a0"


class TileGrid(QWidget):
    """Tiles in two columns where they are large, else in three.

    ``chosen`` is the number of the chosen tile, from 0; ``picked`` tells that one was pressed.
    """

    picked = Signal()

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.setObjectName("provider.list")
        self.setAccessibleName(name)
        self._theme = theme
        self.chosen = 0
        self._tiles: list[Tile] = []
        self._built: tuple[object, ...] | None = None
        self._columns = 2
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.metrics.tile_gap)

    def show_providers(
        self, shown: Sequence[Provider], uses: Mapping[str, int], *, large: bool, numbered: bool
    ) -> None:
        """Show a tile for each, with the times that it was used this month.

        The same tiles stay: a new one under the finger would take no press.
        """
        built = (numbered, large, *(provider.info.slug for provider in shown))
        if built == self._built:
            for tile, provider in zip(self._tiles, shown, strict=True):
                tile.set_subs(*self._subs(provider, uses))
            return
        self._built = built
        for tile in self._tiles:
            discard(self._grid, tile)
        self._columns = 2 if large else 3
        self._tiles = [
            self._tile(number, provider, uses, large=large, numbered=numbered)
            for number, provider in enumerate(shown)
        ]
        for number, tile in enumerate(self._tiles):
            self._grid.addWidget(tile, number // self._columns, number % self._columns)
        for column in range(3):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)
        self.choose(min(self.chosen, max(0, len(self._tiles) - 1)))
        for tile in self._tiles:
            # Added to a page on screen it would be shown later, and take no focus till then.
            tile.show()

    def _tile(
        self,
        number: int,
        provider: Provider,
        uses: Mapping[str, int],
        *,
        large: bool,
        numbered: bool,
    ) -> Tile:
        info = provider.info
        tile = Tile(
            self._theme,
            info.name,
            info.monogram,
            info.slug,
            digit=str(number + 1) if numbered and number < MAX_NUMBERED else "",
            subs=self._subs(provider, uses),
            large=large,
            note=self.tr("retired by the service") if info.retired else "",
            name=f"provider.tile.{info.slug}",
        )
        tile.setProperty("id", info.slug)
        tile.clicked.connect(lambda: self._pick(number))
        return tile

    def _subs(self, provider: Provider, uses: Mapping[str, int]) -> tuple[str, ...]:
        """Return the two lower lines: kind of payment and count; the second is blank until it is
        known.
        """
        count = uses.get(provider.info.slug, 0)
        often = self.tr("%n this month", "", count) if count else _BLANK
        return style_text(provider.info.style), often

    # --- choosing -------------------------------------------------------------------------

    @property
    def has_keyboard(self) -> bool:
        """True while a tile has the keyboard."""
        return any(tile.hasFocus() for tile in self._tiles)

    def choose(self, number: int) -> None:
        """Choose a tile, which may come later."""
        self.chosen = number
        for at, tile in enumerate(self._tiles):
            tile.set_selected(at == number)

    def focus(self, number: int) -> None:
        """Choose a tile and give it the keyboard."""
        self.choose(number)
        self._tiles[number].setFocus(Qt.FocusReason.TabFocusReason)

    def take_keyboard(self) -> None:
        """Give the chosen tile the keyboard, where there is one."""
        if self._tiles:
            self._tiles[self.chosen].setFocus(Qt.FocusReason.OtherFocusReason)

    def move_by(self, key: int) -> bool:
        """Go to another tile by an arrow, Home or End; False for another key."""
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self._columns,
            Qt.Key.Key_Down: self._columns,
            Qt.Key.Key_Home: -self.chosen,
            Qt.Key.Key_End: len(self._tiles) - 1 - self.chosen,
        }
        step = steps.get(Qt.Key(key))
        if step is None or not self._tiles:
            return False
        target = self.chosen + step
        if 0 <= target < len(self._tiles):
            self.focus(target)
        return True

    def _pick(self, number: int) -> None:
        self.choose(number)
        self.picked.emit()
