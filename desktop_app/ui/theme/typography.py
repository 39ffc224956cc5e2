"""Type: families, roles and sizes (screen design, section 3)."""

from enum import Enum
from functools import lru_cache

from PySide6.QtGui import QFont

from desktop_app.core.settings import TextSize

FAMILIES = ["Noto Sans", "Noto Sans Devanagari"]
MONO_FAMILIES = ["Noto Sans Mono", "Noto Sans Devanagari"]

REGULAR_WEIGHT = QFont.Weight.Normal
SEMIBOLD = QFont.Weight.DemiBold
BOLD = QFont.Weight.Bold


class TextRole(Enum):
    """The role of a text, which decides its size and weight."""

    FIGURE = (46.0, BOLD, 34.0)
    FIGURE_SMALL = (38.0, BOLD, 34.0)
    RESULT = (32.0, BOLD, 22.0)
    CHANGE = (28.0, BOLD, 22.0)
    TOTAL = (22.0, BOLD, 19.0)
    TITLE = (20.0, SEMIBOLD, 20.0)
    BIG_FIELD = (22.0, SEMIBOLD, 22.0)
    HEADING = (15.0, SEMIBOLD, 15.0)
    SUBHEADING = (13.0, REGULAR_WEIGHT, 12.0)
    VALUE = (13.0, SEMIBOLD, 12.5)
    BODY = (12.0, REGULAR_WEIGHT, 12.0)
    STRONG = (12.0, SEMIBOLD, 12.0)
    LABEL = (11.0, REGULAR_WEIGHT, 11.0)
    LABEL_STRONG = (11.0, SEMIBOLD, 11.0)
    HINT = (10.0, REGULAR_WEIGHT, 10.0)
    QUIET_FIGURE = (18.0, REGULAR_WEIGHT, 16.0)
    PREFIX = (16.5, REGULAR_WEIGHT, 16.5)
    MONO = (11.0, REGULAR_WEIGHT, 11.0, True)

    def __init__(
        self, points: float, weight: QFont.Weight, compact_points: float, mono: bool = False
    ) -> None:
        self.points = points
        self.weight = weight
        self.compact_points = compact_points
        self.mono = mono


TEXT_SCALES = {TextSize.NORMAL: 1.0, TextSize.LARGE: 1.15}
"""How much larger each size makes all texts, and the room that holds them."""

LABEL_POINTS = 11.0
NEPALI_LABEL_POINTS = 11.5


@lru_cache(maxsize=256)
def font(points: float, weight: QFont.Weight = REGULAR_WEIGHT, *, mono: bool = False) -> QFont:
    """A font of `points` at 96 dpi, in pixels, so that it does not depend on the screen's dpi.

    All that ask share it: whoever changes it makes a copy first.
    """
    made = QFont()
    made.setFamilies(MONO_FAMILIES if mono else FAMILIES)
    made.setPixelSize(max(1, round(points * 4 / 3)))
    made.setWeight(weight)
    # Vertical hinting alone keeps widths the same at every scale of the screen.
    made.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    return made
