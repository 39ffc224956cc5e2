"""Two arrows in the head of a page: to the day or month before, and to the one after."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop_app.ui.widgets import IconButton
from desktop_app.ui.widgets.paint import literal

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.ui.theme import Theme


class BeforeAfter:
    """The two buttons; Alt with an arrow presses them, which their page sees to."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        words: tuple[str, str],
        go: Callable[[int], None],
        *,
        side: int,
    ) -> None:
        """``go`` is told how many days or months to go on: one, or one back."""
        self.before = IconButton(theme, "arrow-left", words[0], size=side, name=f"{name}.before")
        self.after = IconButton(theme, "arrow-right", words[1], size=side, name=f"{name}.after")
        for button, arrow, by in ((self.before, "←", -1), (self.after, "→", 1)):
            button.setToolTip(literal(f"{button.text()} (Alt {arrow})"))
            button.clicked.connect(partial(go, by))
        self.keys = {Qt.Key.Key_Left: self.before, Qt.Key.Key_Right: self.after}
