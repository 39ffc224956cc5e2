"""What is seen of the window before its pages are there: it opens in two beats.

The first paint waits for little: colours, fonts, the environment and the names of the places. All
else is built in the next turn of the event loop, and is given the keys that came before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.ui.shell.places import make_rail

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow

    from desktop_app.ui.theme import Theme

_PATIENCE_MS = 250
"""A window that is opened as an icon is not painted: what follows does not wait for that."""
_MAX_KEYS = 64


class EmptyView(QWidget):
    """The places to go, where there are any yet, and an empty page beside them."""

    def __init__(self, theme: Theme, *, has_places: bool) -> None:
        super().__init__()
        self.setAutoFillBackground(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        if has_places:
            rail = make_rail(theme)
            rail.select("payment")
            row.addWidget(rail)
            for part in rail.findChildren(QWidget):
                # An active window gives the keyboard to the first that takes it.
                part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row.addStretch(1)
        # Nothing here can be used yet; keys are for the page that comes.
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


_PAINTS = frozenset((QEvent.Type.Paint, QEvent.Type.UpdateRequest))
"""The window itself is painted, or what changed inside it."""


class NextPaint(QObject):
    """Tells once, a turn of the event loop after the window was painted next."""

    came = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._end)
        self._timer.start(_PATIENCE_MS)
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the paint."""
        if event.type() in _PAINTS:
            self._window.removeEventFilter(self)
            self._timer.start(0)
        return False

    def _end(self) -> None:
        self._window.removeEventFilter(self)
        self.came.emit()


class EarlyKeys(QObject):
    """Holds the keys that a person presses before there is a page, and hands them on to it.

    It sits in front of the native window, where all keys of a person pass.
    """

    def __init__(self, window: QWindow) -> None:
        super().__init__(window)
        self._window = window
        self._keys: list[QKeyEvent] = []
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep a key."""
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() != QEvent.Type.ShortcutOverride and len(self._keys) < _MAX_KEYS:
            self._keys.append(event.clone())
        return True

    def hand_on(self) -> None:
        """Let keys pass from now on, those that were kept first."""
        self._window.removeEventFilter(self)
        for key in self._keys:
            QCoreApplication.sendEvent(self._window, key)
        self._keys.clear()
