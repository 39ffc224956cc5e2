"""Things that show that work goes on."""

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.paint import start

_STEP_MS = 50
_STEP_DEGREES = 15
_WHOLE = 100


class Spinner(QWidget):
    """A turning ring; its timer runs only while it is on the screen."""

    def __init__(
        self, theme: Theme, size: int = 56, *, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._side = size
        self._angle = -45
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._timer = QTimer(self)
        self._timer.setInterval(_STEP_MS)
        self._timer.timeout.connect(self._turn)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return a square."""
        return QSize(self._side, self._side)

    def showEvent(self, event: QShowEvent) -> None:
        """Start to turn."""
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop turning."""
        super().hideEvent(event)
        self._timer.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a ring whose strong half starts at the angle of now: Qt has none that turns."""
        painter, theme = start(QPainter(self)), self._theme
        width = max(3.0, round(self.width() / 9.5))
        box = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        # High contrast has no fainter colour: the track is a thin line there.
        painter.setPen(QPen(theme.colour("border"), 1.0 if theme.contrast else width))
        painter.drawEllipse(box)
        pen = QPen(theme.colour("focus"), width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawArc(box, (90 - self._angle) * 16, -180 * 16)

    def _turn(self) -> None:
        self._angle = (self._angle + _STEP_DEGREES) % 360
        self.update()


class ProgressLine(QProgressBar):
    """Shows how much of the usual time has passed."""

    def __init__(
        self, theme: Theme, label: str = "", *, name: str = "", parent: QWidget | None = None
    ) -> None:
        """`label` is what a screen reader says before the share."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setRange(0, _WHOLE)
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_share(self, share: float) -> None:
        """Between 0 and 1; more is shown as 1."""
        self.setValue(round(_WHOLE * min(1.0, max(0.0, share))))

    def sizeHint(self) -> QSize:
        """Return a thin line."""
        return QSize(200, 8)

    def minimumSizeHint(self) -> QSize:
        """Return the thickness of the line."""
        return QSize(60, 8)
