"""The part of a scrolling widget that what scrolls is seen through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractScrollArea


def give_viewport(area: QAbstractScrollArea, *, fills_background: bool = False) -> None:
    """Give an area a viewport that Python knows, before anything is put in it.

    To find out which class the viewport has that Qt makes by itself, PySide would make all its
    classes of widgets when it is first asked for: 14 ms, and a megabyte.
    """
    viewport = QWidget()
    viewport.setObjectName("qt_scrollarea_viewport")  # as Qt names its own
    if fills_background:
        viewport.setBackgroundRole(QPalette.ColorRole.Base)
        viewport.setAutoFillBackground(True)
    area.setViewport(viewport)
