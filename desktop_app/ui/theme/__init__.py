"""Colours, sizes and type of the program, switched while it runs."""

from desktop_app.ui.theme.colors import (
    DARK,
    LIGHT,
    LOGO_BLUE,
    MONOGRAM_FILLS,
    WHITE,
    ColourName,
    Tokens,
)
from desktop_app.ui.theme.metrics import COMPACT, REGULAR, Metrics, wants_compact
from desktop_app.ui.theme.system import SystemLook
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.typography import (
    BOLD,
    REGULAR_WEIGHT,
    SEMIBOLD,
    TEXT_SCALES,
    TextRole,
    font,
)

__all__ = [
    "BOLD",
    "COMPACT",
    "DARK",
    "LIGHT",
    "LOGO_BLUE",
    "MONOGRAM_FILLS",
    "REGULAR",
    "REGULAR_WEIGHT",
    "SEMIBOLD",
    "TEXT_SCALES",
    "WHITE",
    "ColourName",
    "Metrics",
    "SystemLook",
    "TextRole",
    "Theme",
    "Tokens",
    "font",
    "wants_compact",
]
