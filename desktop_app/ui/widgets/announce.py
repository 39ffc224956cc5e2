"""Has a screen reader say a text at once, without moving the keyboard there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_STOPS = (".", "!", "?", ":", "।")


def announce(widget: QWidget, words: str) -> None:
    """Have the words said, if someone listens."""
    if words and QAccessible.isActive():
        event = QAccessibleAnnouncementEvent(widget, words)
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)


def as_sentences(*parts: str) -> str:
    """Join what is said one after the other: a stop between any two, and never two of them."""
    said = [part for part in parts if part]
    stopped = (part if part.endswith(_STOPS) else f"{part}." for part in said[:-1])
    return " ".join((*stopped, *said[-1:]))


def announce_once_seen(widget: QWidget, words: str) -> None:
    """Have the words said once the widget is seen: a screen reader says nothing of a hidden page.

    They take the place of those that wait for that already.
    """
    waiting = widget.findChild(_Unheard, options=Qt.FindChildOption.FindDirectChildrenOnly)
    if widget.isVisible():
        if waiting is not None:
            waiting.words = ""
        announce(widget, words)
        return
    if waiting is None:
        waiting = _Unheard(widget)
    waiting.words = words


class _Unheard(QObject):
    """Keeps words until the widget is shown."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self.words = ""
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The widget, or the page that it is on, is seen now."""
        if event.type() == QEvent.Type.Show and self.words:
            words, self.words = self.words, ""
            announce(self._widget, words)
        return False
