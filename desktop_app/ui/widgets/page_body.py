"""The body of a page: as high as the window leaves it, and scrolled rather than squeezed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QFrame,
    QLayout,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from desktop_app.ui.widgets.viewport import give_viewport

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

_WIDEST = 1560


class _Inside(QWidget):
    """Asks for the least height: Qt would scroll as soon as lists have less than they like."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)

    def heightForWidth(self, width: int) -> int:
        """The height in which nothing is squeezed."""
        layout = self.column
        if layout.hasHeightForWidth():
            return int(layout.totalMinimumHeightForWidth(width))
        return layout.totalMinimumSize().height()

    def minimumSizeHint(self) -> QSize:
        """The same for the width of now: the area makes what is inside at least as high."""
        layout = self.column
        return QSize(layout.totalMinimumSize().width(), self.heightForWidth(self.width()))


class LeastHigh(QWidget):
    """A part of a page inside a stack, which lets it be as low as its own parts allow.

    Qt takes the height that a stack's page likes for the least that it can do with.
    """

    def heightForWidth(self, width: int) -> int:
        """The height in which nothing is squeezed."""
        layout = self.layout()
        if layout is None or not layout.hasHeightForWidth():
            return super().heightForWidth(width)
        return int(layout.totalMinimumHeightForWidth(width))


class _ShownLayout(QStackedLayout):
    """Takes the sizes of the part that is shown; Qt's own takes the largest of all parts."""

    def sizeHint(self) -> QSize:
        """Return the size that the part likes."""
        shown = self.currentWidget()
        return QSize() if shown is None else shown.sizeHint()

    def minimumSize(self) -> QSize:
        """Return the least size of the part."""
        shown = self.currentWidget()
        return QSize() if shown is None else shown.minimumSizeHint().expandedTo(shown.minimumSize())

    def hasHeightForWidth(self) -> bool:
        """Tell whether the part wraps texts."""
        shown = self.currentWidget()
        return shown is not None and shown.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        """Return the height of the part with its texts wrapped."""
        shown = self.currentWidget()
        if shown is None or not shown.hasHeightForWidth():
            return -1
        return max(self.minimumSize().height(), shown.heightForWidth(width))


class ShownStack(QWidget):
    """Shows one of its parts; the others take no room."""

    def __init__(self) -> None:
        super().__init__()
        self._parts = _ShownLayout(self)

    def add(self, part: QWidget) -> None:
        """Add a part; the first one is shown."""
        self._parts.addWidget(part)

    def show_part(self, part: QWidget) -> None:
        """Show a part in the place of the one before."""
        if part is not self._parts.currentWidget():
            self._parts.setCurrentWidget(part)
            self._parts.invalidate()
            self.updateGeometry()


class PageBody(QScrollArea):
    """Put the page into ``column``. No text in it is ever cut by a low window: it scrolls then.

    Qt's own resizing takes the least height of a wrapping text for one line, whatever its width is.
    """

    overflowed = Signal()
    """What is inside has less room than it needs: a page may leave something out."""
    resized = Signal()
    """It has another size: a page may leave things out that it would have to scroll to."""

    def __init__(self) -> None:
        super().__init__()
        self._inside = _Inside()
        self._room = QSize()
        self.column = self._inside.column
        # On a very large screen the parts of a line would stand too far from each other.
        self._inside.setMaximumWidth(_WIDEST)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        give_viewport(self)
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside.setAutoFillBackground(False)
        self._inside.installEventFilter(self)

    def needed(self, width: int) -> int:
        """The height in which nothing is squeezed."""
        return self._inside.heightForWidth(width)

    def needed_now(self) -> int:
        """The same for the width of now, though layouts inside were not yet told of a change."""
        # Also those inside others: Qt asks them anew only when it lays out.
        for layout in self._inside.findChildren(QLayout):
            layout.invalidate()
        return self._needed_within(self.width(), self.column.totalMinimumSize().width())

    def _needed_within(self, width: int, least: int) -> int:
        return self.needed(max(min(width, _WIDEST), least))

    def sizeHint(self) -> QSize:
        """Return the preferred size of the page inside."""
        return self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return a small size: the page scrolls where there is less room than it needs."""
        return QSize(120, 60)

    def event(self, event: QEvent) -> bool:
        """Do not measure a page that is not seen for a change of its style.

        Its style changes with each layout that it moves into; it is laid out when it is shown.
        """
        if event.type() == QEvent.Type.StyleChange and not self.isVisible():
            return QAbstractScrollArea.event(self, event)
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Update the height after what is shown has changed."""
        if watched is self._inside and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The window is another."""
        self._fit()
        super().resizeEvent(event)
        if self.size() != self._room:
            # Qt tells it also when a bar comes or goes.
            self._room = self.size()
            self.resized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and digits are the page's."""
        event.ignore()

    def _fit(self) -> None:
        """The bar's room is decided here, so that it never comes and goes by turns."""
        on, off = Qt.ScrollBarPolicy.ScrollBarAlwaysOn, Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        width, height = self.width(), self.height()
        least = self.column.totalMinimumSize().width()
        across = least > width
        if across:
            height -= self.horizontalScrollBar().sizeHint().height()
        needed = self._needed_within(width, least)
        down = needed > height
        if down:
            width -= self.verticalScrollBar().sizeHint().width()
            across = least > width
            needed = self._needed_within(width, least)
        self.setVerticalScrollBarPolicy(on if down else off)
        self.setHorizontalScrollBarPolicy(on if across else off)
        self._inside.setMinimumSize(least if across else 0, needed if down else 0)
        if down:
            self.overflowed.emit()


def side_margin(width: int, padding: int) -> int:
    """The margin of what stands above or below a body: it begins and ends where the body does."""
    return max(0, (width - _WIDEST) // 2) + padding


def scrolling(page: QWidget) -> PageBody:
    """A whole page that scrolls in a window that is too small for it."""
    body = PageBody()
    body.column.setContentsMargins(0, 0, 0, 0)
    body.column.addWidget(page)
    return body
