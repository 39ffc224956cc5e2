"""The view of Waiting when nothing waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.ui.kit.empty_state import EmptyState
from desktop_app.ui.widgets import Button, Variant

if TYPE_CHECKING:
    from desktop_app.ui.theme import Theme


class EmptyWaitingView(EmptyState):
    """Shows a calm picture, and the way back to work."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "circle-check", "paidtext", name="waiting.empty")
        self.set_text(
            self.tr("Nothing is waiting"),
            self.tr(
                "Every payment has a clear answer and no cash is to be given back."
                " A payment without an answer appears here by itself."
            ),
        )
        self.new = Button(
            theme,
            self.tr("New payment"),
            Variant.PRIMARY,
            key="F2",
            icon="square-plus",
            name="waiting.new",
        )
        self.add_below(self.new)
