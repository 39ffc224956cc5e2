"""A dialog that says above its buttons what comes of a press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.ui.kit.dialog import Dialog
from desktop_app.ui.widgets import Banner, BannerKind
from desktop_app.ui.widgets.announce import announce

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_app.ui.theme import Theme


class SpeakingDialog(Dialog):
    """Has a banner for outcomes, which is hidden until there is one.

    Place ``outcome`` where it is always seen.
    """

    def __init__(self, theme: Theme, window: QWidget, lead: str, *, name: str) -> None:
        super().__init__(theme, window, lead, name=name)
        self.outcome = Banner(theme, BannerKind.INFO, "", name=f"{name}.says")
        self.outcome.set_low(theme.compact)
        self.outcome.hide()

    def say(self, kind: BannerKind, lead: str, words: str = "") -> None:
        """Show an outcome, or what was in the way, and announce it."""
        self.outcome.set_kind(kind)
        self.outcome.set_text(lead, words)
        self.outcome.show()
        announce(self.outcome, f"{lead} {words}".strip())

    def say_nothing(self) -> None:
        """What was said last does not hold any more."""
        self.outcome.set_text("")
        self.outcome.hide()
