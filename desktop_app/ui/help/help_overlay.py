"""A page of help above the window: no key reaches the page below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.ui.widgets import Overlay

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop_app.ui.theme import Theme

_MARGIN = 24


def room_for(window: QWidget, width: int) -> int:
    """This width, or what the window leaves of it."""
    return min(width, window.width() - 2 * _MARGIN)


def close_help(window: QWidget) -> None:
    """Close all help above a window: nothing is lost by it. About leads back to the keys."""
    while covering := [at for at in window.findChildren(HelpOverlay) if not at.isHidden()]:
        covering[-1].close_overlay()


class HelpOverlay(Overlay):
    """Keeps keys and keyboard to itself until it is closed; narrower in a narrow window."""

    def __init__(self, theme: Theme, window: QWidget, label: str, *, width: int, name: str) -> None:
        super().__init__(theme, window, label, width=room_for(window, width), name=name)
        self._widest = width

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The window is another: nothing of the panel may stand beside it."""
        super().resizeEvent(event)
        width = room_for(self._window(), self._widest)
        self.panel.setFixedWidth(width)
        # Qt would take the height that its texts had in the width before.
        self.panel.setMinimumHeight(self.body.totalHeightForWidth(width))

    def open(self) -> None:
        """Show it and take the keyboard."""
        super().open()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._stay)

    def _stay(self, before: QWidget | None, now: QWidget | None) -> None:
        """A page below that has just been filled takes the keyboard: it gets it afterwards."""
        if now is None or self.isHidden() or now.window() is not self.window():
            return
        if not self._is_on_top():
            # Two that both want the keyboard would take it from each other for ever.
            return
        if now is not self and not self.isAncestorOf(now):
            self._before = now
            self._first_control().setFocus(Qt.FocusReason.PopupFocusReason)

    def _is_on_top(self) -> bool:
        """No other page of help lies above this one: children are kept in the order of heights."""
        above = [one for one in self._window().children() if isinstance(one, HelpOverlay)]
        shown = [one for one in above if not one.isHidden()]
        return bool(shown) and shown[-1] is self

    def _first_control(self) -> QWidget:
        """The first control of the page; the page itself while it has none.

        Never the next one in the window's order: that may lie on the page below, from which the
        keyboard would come back here, and so on for ever.
        """
        found = self.nextInFocusChain()
        while found is not None and found is not self:
            takes = bool(found.focusPolicy() & Qt.FocusPolicy.TabFocus) and found.isEnabled()
            if takes and self.isAncestorOf(found) and found.isVisibleTo(self):
                return found
            found = found.nextInFocusChain()
        return self

    def event(self, event: QEvent) -> bool:
        """Keep keys from becoming shortcuts of the page below."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)
