"""The focus ring: drawn outside the control that has the keyboard.

Qt's focus frame follows the control, above its siblings, and is cut where the control is scrolled
away; so controls keep exactly the size of the design. Layouts leave Metrics.ring_room (5 px) free
around controls.
"""

from __future__ import annotations

from enum import Enum
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QHideEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QApplication,
    QCommonStyle,
    QFocusFrame,
    QStyle,
    QStyleOption,
    QWidget,
)
from shiboken6 import getCppPointer, isValid

from desktop_app.ui.widgets.paint import start

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleHintReturn

    from desktop_app.ui.theme import Theme

_OWN = Qt.FindChildOption.FindDirectChildrenOnly
_MARGINS = (QStyle.PixelMetric.PM_FocusFrameHMargin, QStyle.PixelMetric.PM_FocusFrameVMargin)


class RingKind(Enum):
    """Kinds of focus rings."""

    CONTROL = "control"
    """3 px in `focus`, 2 px away."""
    FIELD = "field"
    """2 px in `accentline`, touching; the field itself turns its edge to `focus`."""
    RAIL = "rail"
    """As CONTROL, in the light blue that can be seen on the dark rail."""


class _RingStyle(QCommonStyle):
    """How large the frame is and how it looks; Qt's own styles draw none."""

    def __init__(self, ring: FocusRing, theme: Theme) -> None:
        super().__init__()
        self.setParent(ring)
        self._ring, self._theme = ring, theme

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        """Return the room of the ring around the control."""
        if metric in _MARGINS:
            return self._theme.metrics.ring_room
        return super().pixelMetric(metric, option, widget)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returned: QStyleHintReturn | None = None,
    ) -> int:
        """The frame is above all around the control, and whole."""
        if hint == QStyle.StyleHint.SH_FocusFrame_AboveWidget:
            return 1
        if hint == QStyle.StyleHint.SH_FocusFrame_Mask:
            return 0
        return super().styleHint(hint, option, widget, returned)

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw the ring: the styles of Qt draw none for a focus frame."""
        if element != QStyle.ControlElement.CE_FocusFrame:
            super().drawControl(element, option, painter, widget)
            return
        metrics, kind = self._theme.metrics, self._ring.kind
        if kind is RingKind.FIELD:
            width, inset = 2.0, float(metrics.ring_room - 2)
            colour = self._theme.colour("accentline")
        else:
            width, inset = float(metrics.ring), 0.0
            colour = self._theme.colour("railring" if kind is RingKind.RAIL else "focus")
        middle = inset + width / 2
        box = QRectF(self._ring.rect()).adjusted(middle, middle, -middle, -middle)
        radius = self._ring.radius + metrics.ring_room - middle
        start(painter)
        painter.setPen(QPen(colour, width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, radius, radius)


class FocusRing(QFocusFrame):
    """Draws the ring of one window."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self.kind = RingKind.CONTROL
        self.radius = 0
        self.setObjectName("focusRing")
        self._style = _RingStyle(self, theme)
        self.setStyle(self._style)
        self.hide()
        self._restyled = QTimer(self)
        self._restyled.setSingleShot(True)
        self._restyled.setInterval(0)
        self._restyled.timeout.connect(self._show_again)

    @property
    def control(self) -> QWidget | None:
        """The control that is ringed now."""
        return self.widget()

    def attach(self, control: QWidget, kind: RingKind, radius: int) -> None:
        """Ring `control`, whose corners have `radius`."""
        self.kind, self.radius = kind, radius
        self.setWidget(control)
        self.update()

    def release(self, control: QWidget | None = None) -> None:
        """Stop ringing; with `control`, only if that is the ringed one."""
        if control is None or control is self.control:
            self.setWidget(None)  # type: ignore[arg-type]

    def hideEvent(self, event: QHideEvent) -> None:
        """Qt hides the frame of a control that gets another style sheet."""
        super().hideEvent(event)
        if self.control is not None and self.control.isVisible():
            self._restyled.start()

    def _show_again(self) -> None:
        control = self.control
        if control is not None and control.isVisible():
            self.release()
            self.setWidget(control)


_RINGS: dict[int, FocusRing] = {}
"""The ring of each window, by the window's address; it ends with what it lies in."""


def _found(window: QWidget) -> FocusRing | None:
    ring = _RINGS.get(getCppPointer(window)[0])
    return ring if ring is not None and isValid(ring) and ring.window() is window else None


def ring_of(theme: Theme, control: QWidget) -> FocusRing:
    """The ring of the window that holds `control`, made when first needed."""
    window = control.window()
    ring = _found(window)
    if ring is None:
        for address in [at for at, old in _RINGS.items() if not isValid(old)]:
            del _RINGS[address]
        ring = _RINGS[getCppPointer(window)[0]] = FocusRing(theme, window)
    return ring


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
        super().__init__(focus or control)
        self._theme, self._control, self._kind = theme, control, kind
        self.radius = radius
        _follow_keyboard()

    def show_ring(self) -> None:
        """Show the ring: the control has the keyboard now."""
        ring_of(self._theme, self._control).attach(self._control, self._kind, self.radius)


@cache
def _follow_keyboard() -> None:
    """Begin to follow the keyboard, once.

    A filter in front of each control would see all its events, of which hardly any is about the
    keyboard.
    """
    application = QGuiApplication.instance()
    if isinstance(application, QApplication):
        application.focusChanged.connect(_keyboard_moved)


def _keyboard_moved(_before: QWidget | None, now: QWidget | None) -> None:
    """Show the ring where the keyboard is, however it came there; hide it when it has left.

    A window that another one lies over keeps its ring, and so does one without the keyboard.
    """
    window = QApplication.activeWindow() if now is None else now.window()
    watch = None if now is None else now.findChild(RingWatch, options=_OWN)
    if watch is not None:
        watch.show_ring()
    elif window is not None:
        # Nothing is made here: the focus also leaves a window that is going away.
        ring = _found(window)
        if ring is not None:
            ring.release()
