"""The place of what is said beside a payment: no button moves for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.ui.widgets.tab_order import bring_into_view

if TYPE_CHECKING:
    from PySide6.QtWidgets import QScrollArea, QVBoxLayout

    from desktop_app.ui.kit.saved_file import MessageBanner

MIN_EVENTS = 44
"""The least height in which a list of events is of use."""
_GAP = 8


class MessagePlace(QObject):
    """Puts a message into the column of a payment, in the room of its events.

    A second click would hit what comes to the place of the button. Where the events have too little
    room, it stands at the end of the column, and the page scrolls to it.
    """

    gone = Signal()
    """Nothing is said any more: the page need not show this place."""

    def __init__(
        self,
        panel: QWidget,
        column: QVBoxLayout,
        events: QWidget,
        scroll: QScrollArea,
        message: MessageBanner,
        *,
        is_low: bool,
    ) -> None:
        """Take a panel whose column ends with its buttons; ``is_low`` for one in a low window.

        ``scroll`` is the part of the column in which the events are.
        """
        super().__init__(panel)
        self._panel, self._column = panel, column
        self._events, self._scroll, self._message = events, scroll, message
        self._is_low = is_low
        self._room = 0
        """The height of the events before the message came."""
        self._gap = QWidget(panel)
        self._gap.setFixedHeight(_GAP)
        self._gap.hide()
        column.insertWidget(column.indexOf(scroll) + 1, message)
        column.addWidget(self._gap)
        self._seeing = QTimer(self)
        self._seeing.setSingleShot(True)
        self._seeing.setInterval(0)
        self._seeing.timeout.connect(self._see)
        message.coming.connect(self._note_room)
        message.grown.connect(self._place)

    def clear(self) -> None:
        """Say it no longer; the events have their room again."""
        if self._message.isHidden():
            return
        self._message.hide()
        self._seeing.stop()
        self._gap.hide()
        self._events.show()
        self._scroll.setMinimumHeight(MIN_EVENTS)
        self.gone.emit()

    def _note_room(self) -> None:
        """What the events have before a message comes is what they can give it."""
        if self._message.isHidden():
            self._column.activate()
            self._room = self._scroll.height()

    def _place(self) -> None:
        rest = self._rest_beside(low=self._is_low)
        if rest < 0:
            rest = self._rest_beside(low=True)
        at_end = rest < 0
        if at_end:
            self._column.addWidget(self._message)
        else:
            self._column.insertWidget(self._column.indexOf(self._scroll) + 1, self._message)
        self._gap.setVisible(at_end)
        # Zero would be the height that Qt takes for the least.
        self._scroll.setMinimumHeight(self._room if at_end else max(rest, 1))
        self._events.setVisible(at_end or rest >= MIN_EVENTS)
        self._seeing.start()

    def _rest_beside(self, *, low: bool) -> int:
        """What the message leaves the events of their height."""
        self._message.set_low(low)
        layout, margins = self._message.layout(), self._column.contentsMargins()
        if layout is not None:
            # Its height is not the one with the words before.
            layout.activate()
        width = self._panel.width() - margins.left() - margins.right()
        return self._room - self._message.heightForWidth(width)

    def _see(self) -> None:
        """Scroll to it: at the end of the column it may stand below what is seen."""
        if self._message.isVisible():
            # Where it stands is known once all around it is laid out.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            bring_into_view(self._message, across=False)
