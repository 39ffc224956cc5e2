"""A scroll bar above the content, so that it takes no room from it."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar

WIDTH = 12


class OverlayBar(QScrollBar):
    """Mirrors the vertical bar of `area`, which is switched off; place it with `put`."""

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(Qt.Orientation.Vertical, area)
        self._area = area
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        own = area.verticalScrollBar()
        own.rangeChanged.connect(self._follow)
        own.valueChanged.connect(self.setValue)
        self.valueChanged.connect(own.setValue)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def put(self, area: QRect) -> None:
        """Stand at the right edge of `area`."""
        self.setGeometry(area.right() - WIDTH, area.top() + 2, WIDTH, area.height() - 4)
        self.raise_()
        self._follow()

    def _follow(self) -> None:
        # Asked for each time. Python may share what it keeps of a part that Qt made with an older
        # one that lay at the same place in memory; once that is collected it would be void, while
        # the bar itself is there.
        own = self._area.verticalScrollBar()
        self.setPageStep(own.pageStep())
        self.setSingleStep(max(20, own.singleStep()))
        self.setRange(own.minimum(), own.maximum())
        self.setValue(own.value())
        self.setVisible(own.maximum() > own.minimum())
