"""Drop-down choices beside each other in one row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QResizeEvent

    from desktop_app.ui.widgets.select import Select

_SPACING = 8
_SHORTEST = 32
"""So much of a value is always seen: three letters and the dots."""


class SelectRow(QWidget):
    """Is never wider than its page: where not all values have room, the longest are cut.

    A page that scrolled from side to side would hide the buttons at its right edge.
    """

    def __init__(self) -> None:
        super().__init__()
        self._selects: list[Select] = []
        self._last: QAbstractButton | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_SPACING)

    def add_selects(self, selects: Iterable[Select]) -> None:
        """Put these beside each other."""
        for select in selects:
            # Where there is little room, each has as much as what is chosen needs.
            select.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            self._selects.append(select)
            self._row.addWidget(select)

    def add_last(self, button: QAbstractButton) -> None:
        """Put this at the right end."""
        self._last = button
        self._row.addStretch(1)
        self._row.addWidget(button)

    def minimumSizeHint(self) -> QSize:
        """Return the room for the beginnings of all values."""
        least = sum(min(one.value_width(), _SHORTEST) for one in self._visible())
        return QSize(self._beside() + least, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width leaves other room for the values."""
        super().resizeEvent(event)
        self._share_room()

    def event(self, event: QEvent) -> bool:
        """Another value, or a choice that comes or goes, leaves other room for the rest."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._share_room()
        return super().event(event)

    def _share_room(self) -> None:
        shown = self._visible()
        longest = _longest([one.value_width() for one in shown], self.width() - self._beside())
        for one in shown:
            one.limit(longest)

    def _visible(self) -> list[Select]:
        return [one for one in self._selects if not one.isHidden()]

    def _beside(self) -> int:
        """Width of all that is not a value."""
        width = sum(one.beside() + _SPACING for one in self._visible())
        if self._last is None or self._last.isHidden():
            return width - _SPACING
        return width + self._last.sizeHint().width()


def _longest(widths: Sequence[int], room: int) -> int:
    """How wide a value may be, so that all have room."""
    left, longest = room, 0
    for at, width in enumerate(sorted(widths)):
        share = left // (len(widths) - at)
        if width > share:
            return max(share, _SHORTEST)
        left, longest = left - width, width
    return longest
