"""The base of all pages of the wizard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.widgets import Footer
from desktop_app.ui.widgets.page_body import PageBody

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop_app.core.payment_flow import Flow
    from desktop_app.ui.runtime.context import AppContext


class Page(QWidget):
    """A page of a step: a body that takes the room and scrolls if needed, and a footer.

    ``step_changed`` tells the wizard that the flow stands at another step. A page reads what it
    shows from the flow each time it is gone to.
    """

    step_changed = Signal()
    enter_pause_ms = 400
    """How long a page that has just appeared ignores Enter."""

    def __init__(self, context: AppContext, flow: Flow, name: str) -> None:
        super().__init__()
        self.context = context
        self.flow = flow
        self.theme = context.theme
        self.setObjectName(f"page.{name}")
        self.footer = Footer(context.theme, name=f"{name}.footer")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.page_body = PageBody()
        self.body = self.page_body.column
        column.addWidget(self.page_body, 1)
        column.addWidget(self.footer)
        context.theme.changed.connect(self._fit)
        self._fit()

    def fill(self) -> None:
        """The page is about to be seen: show what the flow holds.

        Of a page that is seen Qt lays out all parts around each part that appears.
        """

    def enter(self) -> None:
        """The page stands in its place: fit what is shown to it, and take the keyboard."""

    def note(self) -> str:
        """A sentence for the right end of the step bar."""
        return ""

    def leave(self) -> None:
        """The page is not seen any more."""

    def keep(self) -> object:
        """Return the state, beside the flow, with which a rebuilt page continues."""
        return None

    def resume(self, kept: object) -> None:
        """Stand as the page stood that gave this; it has just been entered."""

    def go_back(self) -> None:
        """Go back, by Esc or the Back button."""
        if self.flow.back():
            self.step_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back; other keys are the page's own."""
        if event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
            self.go_back()
            return
        if not self.takes_key(event):
            super().keyPressEvent(event)

    def takes_key(self, event: QKeyEvent) -> bool:
        """Handle a key that no control of the page wanted; False to leave it."""
        return False

    def _fit(self) -> None:
        metrics = self.theme.metrics
        self.body.setContentsMargins(metrics.padding, 4, metrics.padding, metrics.padding // 2 + 4)
        self.body.setSpacing(metrics.gap // 2 + 2)
