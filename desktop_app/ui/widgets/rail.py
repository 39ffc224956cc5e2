"""The navigation on the left."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop_app.ui.theme import BOLD, REGULAR_WEIGHT, SEMIBOLD, WHITE, Theme
from desktop_app.ui.widgets.chip import paint_count
from desktop_app.ui.widgets.logo import paint_logo
from desktop_app.ui.widgets.paint import (
    CENTRE,
    LEFT,
    RIGHT,
    fitted,
    key_cap,
    key_cap_size,
    key_font,
    rounded,
    start,
    text,
    text_width,
)
from desktop_app.ui.widgets.ring import RingKind, RingWatch

_OFF = 0.35
# Larger text needs the room of the keys; the page of keys names them, too.
_MOST_WITH_KEYS = 1.05
_HEAD = 66
_HEAD_COMPACT = 52
_FOOT = 48


class RailItem(QToolButton):
    """One place to go: icon, words, key, and a number where something waits."""

    def __init__(
        self, theme: Theme, icon: str, words: str, short: str, key: str, name: str
    ) -> None:
        super().__init__()
        self._theme = theme
        self._icon, self._key = icon, key
        self._badge = ""
        self.setObjectName(name)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._ring = RingWatch(theme, self, 9, RingKind.RAIL)
        self.set_text(words, short)

    def set_text(self, words: str, short: str = "") -> None:
        """Words, and the short ones for a small window."""
        self._words, self._short = words, short or words
        self._describe()

    def set_badge(self, badge: str) -> None:
        """A number beside the words; empty for none."""
        self._badge = badge
        self._describe()

    def badge(self) -> str:
        """The number beside the words."""
        return self._badge

    def text(self) -> str:
        """The words."""
        return self._words

    def _describe(self) -> None:
        parts = (self._words, self._badge, self._key)
        self.setAccessibleName(", ".join(part for part in parts if part))
        self.update()

    def sizeHint(self) -> QSize:
        """Height of the design."""
        return QSize(76, 58) if self._theme.compact else QSize(194, 46)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes there, too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the item."""
        theme = self._theme
        painter = start(QPainter(self))
        if not self.isEnabled():
            painter.setOpacity(_OFF)
        chosen = self.isChecked()
        if chosen:
            rounded(painter, self.rect(), 9, theme.colour("railsel"))
        elif self.isEnabled() and self.underMouse():
            hover = theme.colour("railsel")
            hover.setAlphaF(0.45)
            rounded(painter, self.rect(), 9, hover)
        ink = QColor(WHITE) if chosen else theme.colour("railtext")
        if theme.compact:
            self._paint_compact(painter, ink)
        else:
            self._paint_wide(painter, ink)

    def _font(self, points: float) -> QFont:
        return self._theme.sized_font(points, SEMIBOLD if self.isChecked() else REGULAR_WEIGHT)

    def _paint_wide(self, painter: QPainter, ink: QColor) -> None:
        theme = self._theme
        icon = theme.icon(self._icon, ink.name(), 20, self)
        painter.drawPixmap(13, (self.height() - 20) // 2, icon)
        box = self.rect().adjusted(46, 0, -12, 0)
        used = self._paint_right(painter, box)
        font = fitted(self._words, self._font(12.0), box.width() - used - 8)
        text(painter, box, self._words, font, ink, LEFT)

    def _paint_right(self, painter: QPainter, box: QRect) -> int:
        """The number or the key; returns its width."""
        theme = self._theme
        if self._badge:
            width = max(26, text_width(self._badge, theme.sized_font(11.0, BOLD)) + 14)
            pill = QRect(self.width() - 12 - width, (self.height() - 24) // 2, width, 24)
            paint_count(painter, theme, pill, self._badge)
            return width
        if theme.text_scale > _MOST_WITH_KEYS:
            return 0
        font = self._font(10.0)
        text(painter, box, self._key, font, theme.colour("railhint"), RIGHT)
        return text_width(self._key, font)

    def _paint_compact(self, painter: QPainter, ink: QColor) -> None:
        theme = self._theme
        icon = theme.icon(self._icon, ink.name(), 20, self)
        painter.drawPixmap((self.width() - 20) // 2, 9, icon)
        box = QRect(0, 30, self.width(), 22)
        font = fitted(self._short, self._font(10.0), box.width() - 2)
        text(painter, box, self._short, font, ink, CENTRE)
        if self._badge:
            paint_count(painter, theme, QRect(self.width() // 2 + 8, 3, 20, 20), self._badge)


class Rail(QFrame):
    """Name of the program, the places to go, and the key for help.

    `chosen` is emitted with the item's id when a person picks it, also when it is already the
    current one. Disabled (while a payment is being sent) everything is faint and takes no click.
    """

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, title: str, *, name: str = "rail", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = title
        self._help = ("", "")
        self._items: dict[str, RailItem] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._column = QVBoxLayout(self)
        self._column.addStretch(1)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self._restyle)
        self._restyle()

    def add(self, item: str, icon: str, words: str, key: str, short: str = "") -> RailItem:
        """Add a place to go with the id `item`; `short` is used in a small window."""
        button = RailItem(self._theme, icon, words, short, key, f"{self.objectName()}.{item}")
        self._items[item] = button
        self._group.addButton(button)
        self._column.insertWidget(self._column.count() - 1, button)
        button.clicked.connect(lambda: self.chosen.emit(item))
        button.toggled.connect(self.update)
        return button

    def item(self, item: str) -> RailItem:
        """The item with this id."""
        return self._items[item]

    def select(self, item: str) -> None:
        """Mark an item without emitting `chosen`."""
        self._items[item].setChecked(True)
        self.update()

    def current(self) -> str:
        """Id of the marked item, empty if none."""
        return next((name for name, at in self._items.items() if at.isChecked()), "")

    def set_title(self, title: str) -> None:
        """Name of the program."""
        self._title = title
        self.update()

    def set_help(self, key: str, words: str) -> None:
        """The key at the bottom and what it does."""
        self._help = (key, words)
        self.update()

    def sizeHint(self) -> QSize:
        """Width of the design."""
        return QSize(self._theme.metrics.rail, 400)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the background, the name, the mark of the current item and the help."""
        theme = self._theme
        painter = start(QPainter(self))
        painter.fillRect(self.rect(), theme.colour("rail"))
        if theme.compact:
            paint_logo(painter, QRect((self.width() - 34) // 2, 7, 34, 34))
        else:
            paint_logo(painter, QRect(16, 11, 34, 34))
            box = QRect(61, 0, self.width() - 65, 56)
            font = fitted(self._title, theme.sized_font(14.25, BOLD), box.width())
            text(painter, box, self._title, font, QColor(WHITE), LEFT)
        if not self.isEnabled():
            painter.setOpacity(_OFF)
        current = self.current()
        if current:
            self._paint_mark(painter, self._items[current])
        if not theme.compact:
            self._paint_help(painter)

    def _paint_mark(self, painter: QPainter, item: RailItem) -> None:
        inset = 8
        box = QRect(-4, item.y() + inset, 8, item.height() - 2 * inset)
        path = QPainterPath()
        path.addRoundedRect(box, 3, 3)
        painter.fillPath(path, self._theme.colour("railmark"))

    def _paint_help(self, painter: QPainter) -> None:
        key, words = self._help
        if not key:
            return
        theme = self._theme
        top = self.height() - _FOOT
        line = theme.colour("railsel")
        painter.fillRect(0, top - 1, self.width(), 1, line)
        font = key_font(theme)
        size = key_cap_size(key, font, 6, 20)
        box = QRect(18, top + (_FOOT - size.height()) // 2, size.width(), size.height())
        hint = theme.colour("railhint")
        edge = theme.colour("control")
        key_cap(painter, box, key, font, hint, edge)
        where = QRect(box.right() + 5, top, self.width(), _FOOT)
        text(painter, where, words, theme.sized_font(10.0), hint, LEFT)

    def _restyle(self) -> None:
        compact = self._theme.compact
        side = 6 if compact else 10
        head = _HEAD_COMPACT if compact else _HEAD
        self._column.setContentsMargins(side, head, side, 0 if compact else _FOOT)
        self._column.setSpacing(2 if compact else 4)
        self.setFixedWidth(self._theme.metrics.rail)
        for item in self._items.values():
            item.updateGeometry()
        self.update()
