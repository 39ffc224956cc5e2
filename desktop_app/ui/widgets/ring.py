"""The focus ring: drawn outside the control that has the keyboard.

One transparent child of the window draws it, above all its siblings, so that controls keep exactly
the size of the design and no parent's edge cuts the ring. Layouts leave Metrics.ring_room (5 px)
free around controls.
"""

from __future__ import annotations

import weakref
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMetaObject, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from shiboken6 import isValid

from desktop_app.ui.widgets.paint import start

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.ui.theme import Theme

_NAME = "focusRing"
_MOVES = frozenset(
    (
        QEvent.Type.Move,
        QEvent.Type.Resize,
        QEvent.Type.Show,
        QEvent.Type.Hide,
        QEvent.Type.ParentChange,
    )
)
_KEPT = frozenset((Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason))


class RingKind(Enum):
    """Kinds of focus rings."""

    CONTROL = "control"
    """3 px in `focus`, 2 px away."""
    FIELD = "field"
    """2 px in `accentline`, touching; the field itself turns its edge to `focus`."""
    RAIL = "rail"
    """As CONTROL, in the light blue that can be seen on the dark rail."""


def _releases(ring: FocusRing) -> Callable[[], None]:
    """Return what releases the ring when its control ceases to exist, e.g. with its page.

    No method of the ring: a control may outlive it while a window is taken down, and Qt would then
    look for a slot of an object that is gone.
    """
    known = weakref.ref(ring)

    def release() -> None:
        still = known()
        if still is not None and isValid(still):
            still.release()

    return release


class FocusRing(QWidget):
    """The ring of one window."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._control: QWidget | None = None
        self._chain: list[QWidget] = []
        self._end: QMetaObject.Connection | None = None
        self._kind = RingKind.CONTROL
        self._radius = 0
        self.setObjectName(_NAME)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        theme.changed.connect(self.update)

    @property
    def control(self) -> QWidget | None:
        """The control that is ringed now."""
        return self._control

    @property
    def kind(self) -> RingKind:
        """Return the kind of the ring that is shown."""
        return self._kind

    def attach(self, control: QWidget, kind: RingKind, radius: int) -> None:
        """Ring `control`, whose corners have `radius`."""
        self.release()
        self._control, self._kind, self._radius = control, kind, radius
        self._end = control.destroyed.connect(_releases(self))
        at: QWidget | None = control
        while at is not None and at is not self._window:
            at.installEventFilter(self)
            self._chain.append(at)
            at = at.parentWidget()
        self._place()

    def release(self, control: QWidget | None = None) -> None:
        """Stop ringing; with `control`, only if that is the ringed one."""
        if control is not None and control is not self._control:
            return
        for at in self._chain:
            if isValid(at):
                at.removeEventFilter(self)
        self._chain.clear()
        if self._end is not None and self._control is not None and isValid(self._control):
            QObject.disconnect(self._end)
        self._end = self._control = None
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the control when it or something around it moves."""
        # Qt also tells of what happens while the window and this ring are being taken down.
        if event.type() in _MOVES and isValid(self) and isValid(self._window):
            self._place()
        return False

    def _place(self) -> None:
        control, window = self._control, self._window
        if control is None or not isValid(control) or not control.isVisibleTo(window):
            self.hide()
            return
        room = self._theme.metrics.ring_room
        box = QRect(control.mapTo(window, QPoint(0, 0)), control.size())
        self.setGeometry(box.adjusted(-room, -room, room, room))
        self.show()
        self.raise_()
        self.update()

    def _clip(self) -> QRect:
        """Return the area to draw in, cut at the edges of scrolled areas that hold the control."""
        clip = self.rect()
        room = self._theme.metrics.ring_room
        for at in self._chain:
            parent = at.parentWidget()
            if isinstance(parent, QAbstractScrollArea) and parent.viewport() is at:
                box = QRect(at.mapTo(self._window, QPoint(0, 0)), at.size())
                box.translate(-self.pos())
                clip = clip.intersected(box.adjusted(-room, -room, room, room))
        return clip

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring."""
        metrics = self._theme.metrics
        painter = start(QPainter(self))
        painter.setClipRect(self._clip())
        if self._kind is RingKind.FIELD:
            width, inset = 2.0, float(metrics.ring_room - 2)
            colour = self._theme.colour("accentline")
        else:
            width, inset = float(metrics.ring), 0.0
            on_rail = self._kind is RingKind.RAIL
            colour = self._theme.colour("railring" if on_rail else "focus")
        middle = inset + width / 2
        box = QRectF(self.rect()).adjusted(middle, middle, -middle, -middle)
        radius = self._radius + metrics.ring_room - middle
        painter.setPen(QPen(colour, width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, radius, radius)


def _found(window: QWidget) -> FocusRing | None:
    return window.findChild(FocusRing, _NAME, Qt.FindChildOption.FindDirectChildrenOnly)


def ring_of(theme: Theme, control: QWidget) -> FocusRing:
    """The ring of the window that holds `control`, made when first needed."""
    window = control.window()
    return _found(window) or FocusRing(theme, window)


class RingWatch(QObject):
    """Rings `control` while `focus` (by default the control itself) has the keyboard."""

    def __init__(
        self,
        theme: Theme,
        control: QWidget,
        radius: int,
        kind: RingKind = RingKind.CONTROL,
        focus: QWidget | None = None,
    ) -> None:
        super().__init__(control)
        self._theme, self._control, self._kind = theme, control, kind
        self.radius = radius
        (focus or control).installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the ring with the keyboard's arrival, however it came; hide it when it leaves."""
        if event.type() == QEvent.Type.FocusIn:
            ring_of(self._theme, self._control).attach(self._control, self._kind, self.radius)
        elif (
            event.type() == QEvent.Type.FocusOut
            and isinstance(event, QFocusEvent)
            and event.reason() not in _KEPT
            and isValid(self._control)
        ):
            # Nothing is made here: the focus also leaves a window that is going away.
            ring = _found(self._control.window())
            if ring is not None:
                ring.release(self._control)
        return False
