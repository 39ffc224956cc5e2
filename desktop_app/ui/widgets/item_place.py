"""Where the item of a list is that has the keyboard, for the ring of the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtWidgets import QListView, QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Callable

_FOLLOWED = frozenset(
    (QEvent.Type.Move, QEvent.Type.ParentChange, QEvent.Type.Show, QEvent.Type.Hide)
)


class ItemPlace(QWidget):
    """Lies, unseen, where ``box`` says that the item is: what the ring goes round.

    It stands beside the list, not in it, whose edges would cut the ring.
    """

    def __init__(self, view: QListView, box: Callable[[], QRect]) -> None:
        super().__init__(view)
        self._view, self._box = view, box
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.installEventFilter(self)
        view.verticalScrollBar().valueChanged.connect(self.follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go to where the list goes."""
        if event.type() in _FOLLOWED and isValid(self) and watched is self._view:
            holder = self._view.parentWidget()
            if holder is not None and self.parentWidget() is not holder:
                self.setParent(holder)
            self.follow()
        return False

    def follow(self) -> None:
        """Lie where the item is now; of an item that is scrolled away nothing is ringed.

        A list that has not the keyboard of its window has no ring that would follow.
        """
        holder = self.parentWidget()
        if holder is None or self._view.window().focusWidget() is not self._view:
            return
        viewport = self._view.viewport()
        box = self._box().intersected(viewport.rect())
        self.setGeometry(box.translated(viewport.mapTo(holder, QPoint(0, 0))))
        self.setVisible(not box.isEmpty() and not self._view.isHidden())
