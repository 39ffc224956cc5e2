"""Sees each widget that shows as a window of its own, though it is meant to be a part of a page."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QDialog, QMainWindow, QMenu, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

WAYS = ("show", "setVisible", "setHidden", "showNormal", "showMaximized", "showFullScreen")
"""The functions with which a program shows a widget."""


class StrayWindows:
    """Notes strays from its making on, until the process ends.

    It looks at a widget when the program shows it: a filter of all events sees the same, but takes
    a seventh of the time of all tests of the window.
    """

    def __init__(self) -> None:
        self.seen: list[str] = []
        for way in WAYS:
            setattr(QWidget, way, self._looking(getattr(QWidget, way)))

    def _looking(self, shows: Callable[..., None]) -> Callable[..., None]:
        @functools.wraps(shows)
        def show(widget: QWidget, *given: Any) -> None:
            shows(widget, *given)
            if widget.isWindow() and widget.isVisible():
                self._note(widget)

        return show

    def _note(self, widget: QWidget) -> None:
        if not isinstance(widget, QMainWindow | QDialog | QMenu):
            name = widget.metaObject().className()
            self.seen.append(f"{name} {widget.objectName()}".strip())
