"""The strip at the bottom of a page: keys on the left, the primary button on the right."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from desktop_app.ui.theme import Theme


class Footer(QFrame):
    """Fill it with `add_left`, then `add_right`."""

    def __init__(
        self, theme: Theme, *, name: str = "footer", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setSpacing(0)
        self._left = QHBoxLayout()
        self._left.setSpacing(14)
        self._right = QHBoxLayout()
        self._right.setSpacing(14)
        row.addLayout(self._left)
        row.addStretch(1)
        row.addSpacing(14)
        row.addLayout(self._right)
        theme.changed.connect(self._restyle)
        self._restyle()

    def add_left(self, widget: QWidget, gap: int = 0) -> None:
        """Add on the left, with `gap` extra pixels before it (hints: 6, which makes 20)."""
        if gap:
            self._left.addSpacing(gap)
        self._left.addWidget(widget)

    def add_right(self, widget: QWidget, gap: int = 0) -> None:
        """Add on the right."""
        if gap:
            self._right.addSpacing(gap)
        self._right.addWidget(widget)

    def sizeHint(self) -> QSize:
        """Height of the design."""
        return QSize(super().sizeHint().width(), self._theme.metrics.footer)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the surface and the line above it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("surface"))
        painter.fillRect(0, 0, self.width(), 1, self._theme.colour("border"))

    def _restyle(self) -> None:
        metrics = self._theme.metrics
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(metrics.padding, 1, metrics.padding, 0)
        self.setFixedHeight(metrics.footer)
        self.update()
