"""The base of the sections beside the wizard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import PlainLabel
from desktop_app.ui.widgets.page_body import PageBody
from desktop_app.ui.widgets.ring import RingWatch

if TYPE_CHECKING:
    from desktop_app.core.payments.payment import Payment
    from desktop_app.ui.runtime.context import AppContext


class Section(QWidget):
    """A title with a remark beside it, and a body that scrolls where the window is low.

    ``enter`` is called each time the section is shown, ``press_f5`` by F5.
    """

    def __init__(self, context: AppContext, name: str, title: str, remark: str = "") -> None:
        super().__init__()
        self.context = context
        self.theme = context.theme
        self.setObjectName(f"place.{name}")
        self.head = QHBoxLayout()
        self.head.setSpacing(12 if context.theme.compact else 16)
        self.remark = PlainLabel(context.theme, remark, TextRole.SUBHEADING, "text2")
        self.title = PlainLabel(context.theme, title, TextRole.TITLE, name=f"{name}.title")
        self._ring = RingWatch(context.theme, self.title, 6)
        self.head.addWidget(self.title)
        self.head.addWidget(self.remark, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._scroll = PageBody()
        self.body = self._scroll.column
        self._column.addWidget(self._scroll, 1)
        metrics = context.theme.metrics
        self.body.setContentsMargins(metrics.padding, 12, metrics.padding, metrics.padding // 2 + 4)
        self.body.setSpacing(12)
        self.body.addLayout(self.head)

    def set_footer(self, footer: QWidget) -> None:
        """A strip below the body, which is always seen."""
        self._column.addWidget(footer)

    def show_top(self) -> None:
        """Scroll back to where the page begins."""
        for bar in (self._scroll.verticalScrollBar(), self._scroll.horizontalScrollBar()):
            bar.setValue(0)

    def enter(self) -> None:
        """The section is about to be seen."""
        self.refresh()

    def refresh(self) -> None:
        """Read again what is shown."""

    def keep(self) -> object:
        """Return the state with which a rebuilt page continues where this one is."""
        return None

    def resume(self, kept: object) -> None:
        """Stand where the page stood that gave this; it has just been entered."""

    def point_to(self, payment: Payment) -> None:
        """Choose the payment whose result the clerk comes from, where this section lists it."""

    def take_scan(self, text: str) -> bool:
        """Take a bar code that no field took; False where it means nothing here."""
        return False

    def focus_title(self) -> None:
        """Give the keyboard to the heading, where a page has no better place for it.

        Keys go on from there to the page.
        """
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)
        self.show_top()

    def press_f5(self) -> None:
        """Read again, or what else F5 means in this section."""
        self.refresh()
