"""A scroll bar above the content, so that it takes no room from it."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar

WIDTH = 12


class OverlayBar(QScrollBar):
    """Mirrors the vertical bar of `area`, which is switched off; place it with `put`."""

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(Qt.Orientation.Vertical, area)
        self._own = area.verticalScrollBar()
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._own.rangeChanged.connect(self._follow)
        self._own.valueChanged.connect(self.setValue)
        self.valueChanged.connect(self._own.setValue)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def put(self, area: QRect) -> None:
        """Stand at the right edge of `area`."""
        self.setGeometry(area.right() - WIDTH, area.top() + 2, WIDTH, area.height() - 4)
        self.raise_()
        self._follow()

    def _follow(self) -> None:
        self.setPageStep(self._own.pageStep())
        self.setSingleStep(max(20, self._own.singleStep()))
        self.setRange(self._own.minimum(), self._own.maximum())
        self.setValue(self._own.value())
        self.setVisible(self._own.maximum() > self._own.minimum())
