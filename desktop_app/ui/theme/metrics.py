"""Sizes in logical pixels: one table per window size (screen design, section 1)."""

from dataclasses import dataclass, replace

COMPACT_WIDTH = 1240
COMPACT_HEIGHT = 620


@dataclass(frozen=True, slots=True, kw_only=True)
class Metrics:
    """Holds the room for each part of the window."""

    compact: bool
    rail: int
    top_bar: int
    step_bar: int
    footer: int
    padding: int
    gap: int
    row: int
    row_two_lines: int
    panel_padding: int
    tile_large: int
    tile_small: int
    tile_gap: int
    button: int
    button_pay: int
    field: int = 42
    field_big: int = 68
    band: int = 34
    frame: int = 4
    panel_radius: int = 12
    control_radius: int = 9
    chip_radius: int = 7
    ring: int = 3
    ring_gap: int = 2

    @property
    def ring_room(self) -> int:
        """Room that a layout leaves around every control for the focus ring."""
        return self.ring + self.ring_gap

    def scaled(self, scale: float) -> "Metrics":
        """The same with room for text that is ``scale`` times as large."""
        if scale == 1:
            return self
        grown = {name: round(getattr(self, name) * scale) for name in _WITH_TEXT}
        return replace(self, **grown)


_WITH_TEXT = (
    "rail", "top_bar", "step_bar", "footer", "row", "row_two_lines", "tile_large", "tile_small",
    "button", "button_pay", "field", "field_big", "band",
)  # fmt: skip
"""What holds text, and grows with it. Gaps, corners and rings do not."""

REGULAR = Metrics(
    compact=False, rail=214, top_bar=56, step_bar=52, footer=76, padding=24, gap=20,
    row=44, row_two_lines=51, panel_padding=20, tile_large=176, tile_small=104, tile_gap=14,
    button=48, button_pay=58,
)  # fmt: skip

COMPACT = Metrics(
    compact=True, rail=88, top_bar=48, step_bar=44, footer=62, padding=16, gap=14,
    row=38, row_two_lines=51, panel_padding=14, tile_large=140, tile_small=80, tile_gap=10,
    button=44, button_pay=50,
)  # fmt: skip


def wants_compact(width: int, height: int, scale: float = 1.0) -> bool:
    """True if a window with this content size uses the compact sizes.

    Text that is ``scale`` times as large makes the window that much smaller.
    """
    return width < COMPACT_WIDTH * scale or height < COMPACT_HEIGHT * scale
