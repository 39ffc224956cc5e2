"""Keeps the keyboard where somebody can see it."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from desktop_app.ui.widgets import Button, Variant
from desktop_app.ui.widgets.keyboard import give_keyboard, takes_keyboard

log = logging.getLogger(__name__)

_MOST = 8
"""So many places are known: all that goes at once, and the parts of what was open above it."""


class KeyboardKeeper(QObject):
    """Gives the keyboard back where it was, or to the first control, when it is lost.

    A page that was just left may still take it: what it had asked for comes late. A control that
    has it may be taken away. Then no key does anything any more, and nobody sees why. Qt gives the
    keyboard of a control that goes to the next one in the window: a key that was meant for the one
    that went could then give cash back.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._places: tuple[QWidget, ...] = ()
        """Where it was in the window, the last one at the end; each once."""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._look)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._moved)

    def takes_over(self) -> bool:
        """Give it back where it was before, if what has it is hidden or switched off, or just is.

        Qt asks for the next control then, as for Tab; False where that is to be found. What the
        window gives it to when it comes to the front counts as well: under a dialog, or behind
        another program, the control may have gone.
        """
        before = self._last_seen()
        if before is None or not _is_gone(self._window.focusWidget()):
            return False
        before.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _last_seen(self) -> QWidget | None:
        return next((at for at in reversed(self._places) if _may_have_it(at)), None)

    def _moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and takes_keyboard(now):
            if now.window() is self._window:
                others = (at for at in self._places if at is not now and isValid(at))
                self._places = (*others, now)[-_MOST:]
        elif isValid(self._window) and self._window.isActiveWindow():
            # Not at once: a page that comes takes it in a moment. The dialogs of a window that is
            # deleted lose the keyboard after it has gone.
            self._soon.start()

    def _look(self) -> None:
        is_covered = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        focus = QApplication.focusWidget()
        is_lost = focus is None or not takes_keyboard(focus)
        if is_covered or not self._window.isActiveWindow() or not is_lost:
            return
        log.info("the keyboard was at %s, which is not seen", focus and focus.objectName())
        give_keyboard(self._last_seen(), self._window)


def _may_have_it(place: QWidget) -> bool:
    """Nobody is brought back to a button that gives cash back, which Tab came past."""
    is_danger = isinstance(place, Button) and place.variant is Variant.DANGER
    return takes_keyboard(place) and not is_danger


def _is_gone(place: QWidget | None) -> bool:
    return place is not None and not takes_keyboard(place)
