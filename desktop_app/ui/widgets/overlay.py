"""A panel above the whole window, such as the page of keys or a question."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.keyboard import give_keyboard
from desktop_app.ui.widgets.page_body import PageBody
from desktop_app.ui.widgets.panel import Panel


def is_covered(window: QWidget) -> bool:
    """Tell whether a panel lies above a window."""
    return any(not at.isHidden() for at in window.findChildren(Overlay))


def is_uncovered(page: QWidget) -> bool:
    """Tell whether a page is seen and no panel lies above its window.

    What was asked for on a page may come when the clerk is elsewhere: nothing may open over that.
    """
    return page.isVisible() and not is_covered(page.window())


def is_in_front(place: QWidget | None) -> bool:
    """Tell whether the clerk has this page or dialog before the eyes; False once it is gone."""
    if place is None or not isValid(place) or not is_uncovered(place):
        return False
    above = QApplication.activeModalWidget()
    return above is None or above is place.window()


class Overlay(QDialog):
    """Covers `window` with a translucent fill and a panel in the middle; Esc closes it.

    Fill `body`. While it is open the keyboard stays inside it; closing gives the focus back.
    """

    closed = Signal()

    def __init__(
        self, theme: Theme, window: QWidget, label: str, *, width: int = 0, name: str = "overlay"
    ) -> None:
        """`width` fixes the width of the panel; otherwise it is as wide as it needs."""
        super().__init__(window)
        self._theme = theme
        # A dialogue to a screen reader, and a part of its window to all else.
        self.setWindowFlags(Qt.WindowType.Widget)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._before: QWidget | None = None
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.panel = Panel(theme, name=f"{name}.panel")
        if width:
            self.panel.setFixedWidth(width)
        self.body = QVBoxLayout(self.panel)
        self.body.setContentsMargins(31, 23, 31, 23)
        self.body.setSpacing(0)
        # What is larger than the window scrolls.
        scroll = PageBody()
        scroll.column.setContentsMargins(9, 9, 9, 9)
        scroll.column.addWidget(self.panel, 0, Qt.AlignmentFlag.AlignCenter)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        window.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Show it and take the keyboard."""
        self._before = self.window().focusWidget()
        self.setGeometry(self._window().rect())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        self.focusNextChild()

    def close_overlay(self) -> None:
        """Hide it and give the keyboard back."""
        if self.isHidden():
            return
        before, self._before = self._before, None
        self.hide()
        give_keyboard(before, self._window())
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if event.type() == QEvent.Type.Resize and watched is self.parent():
            self.setGeometry(self._window().rect())
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; nothing reaches the page below."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_overlay()
        event.accept()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab stays inside the panel."""
        inside = [
            at
            for at in self.panel.findChildren(QWidget)
            if at.focusPolicy() & Qt.FocusPolicy.TabFocus and at.isVisible() and at.isEnabled()
        ]
        if not inside:
            return True
        now = self.focusWidget()
        at = inside.index(now) if now in inside else (-1 if next else 0)
        step = 1 if next else -1
        inside[(at + step) % len(inside)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _window(self) -> QWidget:
        parent = self.parentWidget()
        return parent if parent is not None else self
