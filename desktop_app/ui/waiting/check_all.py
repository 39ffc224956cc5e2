"""The button in the head of Waiting, which shows how far the checks are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.ui.widgets import Button, ButtonSize

if TYPE_CHECKING:
    from desktop_app.ui.theme import Theme
    from desktop_app.ui.waiting.check_controller import CheckController


class CheckAll(Button):
    """Off while it runs; then it says which payment is being looked up, of how many."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(
            theme,
            "",
            key="F5",
            icon="rotate-cw",
            size=ButtonSize.SMALL,
            name="waiting.check_all",
        )
        self.setText(self.tr("Check all that are due"))

    def show_run(self, checking: CheckController) -> None:
        """Show how far it is."""
        words = self.tr("Check all that are due")
        if checking.is_running:
            at, total = checking.at
            words = self.tr("Checking {number} of {total}…").format(number=at, total=total)
        self.setText(words)
        self.enable(not checking.is_running, words)
