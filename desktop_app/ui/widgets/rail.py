"""The navigation on the left."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui.theme import BOLD, REGULAR_WEIGHT, SEMIBOLD, Theme
from desktop_app.ui.widgets.chip import paint_count
from desktop_app.ui.widgets.labels import Figure
from desktop_app.ui.widgets.logo import Logo
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
from desktop_app.ui.widgets.panel import Surface
from desktop_app.ui.widgets.ring import RingKind, RingWatch
from desktop_app.ui.widgets.styled import set_style

_OFF = 0.86
# Larger text needs the room of the keys; the page of keys names them, too.
_MAX_WITH_KEYS = 1.05
_HEAD = 66
_HEAD_COMPACT = 52
_LOW = 42
_FOOT = 48
_FOOT_COMPACT = 34
_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Right: 1,
}


class _Stop(QPushButton):
    """Something on the rail that takes the keyboard; arrows go on to the next, Enter presses."""

    stepped = Signal(int)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._ring = RingWatch(theme, self, 9, RingKind.RAIL)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes there, too. Arrows only move: what is passed on the way is not opened."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self.stepped.emit(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
        else:
            super().keyPressEvent(event)


class RailItem(_Stop):
    """Opens one section; shows icon, words, key, and a number where something waits."""

    def __init__(
        self, theme: Theme, icon: str, words: str, short: str, key: str, name: str
    ) -> None:
        super().__init__(theme, name)
        self._icon, self._key = icon, key
        self._badge = ""
        self.setCheckable(True)
        # The group decides; this tells a screen reader that it is one of several.
        self.setAutoExclusive(True)
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
        if self._theme.compact:
            return QSize(76, self._theme.scaled(58))
        return QSize(194, self._theme.scaled(46))

    def minimumSizeHint(self) -> QSize:
        """A low window has lower items."""
        return QSize(76, self._low()) if self._theme.compact else QSize(194, self._theme.scaled(34))

    def _low(self) -> int:
        """Return the height that icon and word need in a small window."""
        return self._theme.scaled(_LOW)

    def cut_text(self) -> str:
        """The words, if they have too little room."""
        words = self._short if self._theme.compact else self._words
        font, room = self._fitted()
        return words if text_width(words, font) > room else ""

    def _fitted(self) -> tuple[QFont, int]:
        """Font and width of the words."""
        theme = self._theme
        if theme.compact:
            room = self.width() - 2
            return fitted(self._short, self._font(10.0), room), room
        room = self.width() - 46 - 12 - self._right_width() - 8
        return fitted(self._words, self._font(12.0), room), room

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
        ink = theme.colour("onsolid" if chosen else "railtext")
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
        self._paint_right(painter, box)
        text(painter, box, self._words, self._fitted()[0], ink, LEFT)

    def _right_width(self) -> int:
        """Width of the number or the key."""
        theme = self._theme
        if self._badge:
            return max(26, text_width(self._badge, theme.sized_font(11.0, BOLD)) + 14)
        if theme.text_scale > _MAX_WITH_KEYS:
            return 0
        return text_width(self._key, self._font(10.0))

    def _paint_right(self, painter: QPainter, box: QRect) -> None:
        """The number or the key."""
        theme, width = self._theme, self._right_width()
        if self._badge:
            pill = QRect(self.width() - 12 - width, (self.height() - 24) // 2, width, 24)
            paint_count(painter, theme, pill, self._badge)
        elif width:
            text(painter, box, self._key, self._font(10.0), self._hint(), RIGHT)

    def _hint(self) -> QColor:
        if not self.isChecked():
            return self._theme.colour("railhint")
        if self._theme.contrast:
            return self._theme.colour("onsolid")
        # Where all is faint, the lighter ground asks for more.
        return self._theme.colour("railhint" if self.isEnabled() else "railtext")

    def _paint_compact(self, painter: QPainter, ink: QColor) -> None:
        theme = self._theme
        icon = theme.icon(self._icon, ink.name(), 20, self)
        low = self._low()
        spare, high = (self.height() - low) // 2, low - 20
        top = max(2, spare + 1)
        painter.drawPixmap((self.width() - 20) // 2, top, icon)
        box = QRect(0, self.height() - high - spare + 2, self.width(), high)
        text(painter, box, self._short, self._fitted()[0], ink, CENTRE)
        if self._badge:
            paint_count(painter, theme, QRect(self.width() // 2 + 8, 1, 20, 20), self._badge)


class HelpItem(_Stop):
    """The key for help and what it does; a question mark in a small window."""

    def __init__(self, theme: Theme, key: str, words: str, name: str) -> None:
        super().__init__(theme, name)
        self._key, self._words = key, words
        self.setAccessibleName(f"{words}, {key}")
        self.setToolTip(f"{words} ({key})")

    def text(self) -> str:
        """The words."""
        return self._words

    def sizeHint(self) -> QSize:
        """Height of the design."""
        return QSize(76, _FOOT_COMPACT) if self._theme.compact else QSize(194, _FOOT - 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw key and words."""
        theme = self._theme
        painter = start(QPainter(self))
        if not self.isEnabled():
            painter.setOpacity(_OFF)
        lit = self.isEnabled() and (self.underMouse() or self.isDown())
        if lit:
            hover = theme.colour("railsel")
            hover.setAlphaF(0.45)
            rounded(painter, self.rect(), 9, hover)
        hint = theme.colour("onsolid" if lit and not theme.contrast else "railhint")
        if theme.compact:
            text(painter, self.rect(), "?", theme.sized_font(13.0, BOLD), hint, CENTRE)
            return
        font = key_font(theme)
        size = key_cap_size(self._key, font, 6, 20)
        box = QRect(8, (self.height() - size.height()) // 2, size.width(), size.height())
        key_cap(painter, box, self._key, font, hint, theme.colour("control"))
        where = self.rect().adjusted(box.right() + 6, 0, -2, 0)
        text(painter, where, self._words, self._fitted(where.width()), hint, LEFT)

    def cut_text(self) -> str:
        """The words, if they have too little room."""
        if self._theme.compact:
            return ""
        room = self.width() - 16 - key_cap_size(self._key, key_font(self._theme), 6, 20).width()
        return self._words if text_width(self._words, self._fitted(room)) > room else ""

    def _fitted(self, room: int) -> QFont:
        return fitted(self._words, self._theme.sized_font(10.0), room)


class RailMark(Surface):
    """Marks the current item at the edge of the window."""


class RailRule(Surface):
    """The line above the help."""


class Rail(Surface):
    """Name of the program, the places to go, and the key for help.

    `chosen` is emitted with the item's id when a person picks it, also when it is already the
    current one. Disabled (while a payment is being sent) everything is faint and takes no click.
    """

    chosen = Signal(str)
    help_asked = Signal()

    def __init__(
        self, theme: Theme, title: str, *, name: str = "rail", parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, name=name, parent=parent)
        self._logo = Logo(parent=self)
        self._title = Figure(theme, title, align=LEFT, parent=self)
        self._title.set_points(14.25, BOLD)
        self._mark, self._rule = RailMark(theme, parent=self), RailRule(theme, parent=self)
        self._help: HelpItem | None = None
        self._items: dict[str, RailItem] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._column = QVBoxLayout(self)
        self._column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self._restyle)
        self._restyle()

    def add(self, item: str, icon: str, words: str, key: str, short: str = "") -> RailItem:
        """Add a place to go with the id `item`; `short` is used in a small window."""
        button = RailItem(self._theme, icon, words, short, key, f"{self.objectName()}.{item}")
        self._items[item] = button
        self._group.addButton(button)
        self._column.insertWidget(len(self._items) - 1, button)
        button.clicked.connect(lambda: self.chosen.emit(item))
        button.stepped.connect(self._step)
        button.toggled.connect(self._place)
        return button

    def item(self, item: str) -> RailItem:
        """The item with this id."""
        return self._items[item]

    def select(self, item: str) -> None:
        """Mark an item without emitting `chosen`."""
        self._items[item].setChecked(True)
        self._place()

    def current(self) -> str:
        """Id of the marked item, empty if none."""
        return next((name for name, at in self._items.items() if at.isChecked()), "")

    def set_title(self, title: str) -> None:
        """Name of the program."""
        self._title.setText(title)

    def set_help(self, key: str, words: str) -> None:
        """The key at the bottom and what it does; `help_asked` is emitted when it is pressed."""
        self._help = HelpItem(self._theme, key, words, f"{self.objectName()}.help")
        self._help.clicked.connect(self.help_asked)
        self._help.stepped.connect(self._step)
        self._column.addWidget(self._help)
        self._restyle()

    def _step(self, step: int) -> None:
        """The keyboard goes up or down, as far as there is something."""
        stops: list[QWidget] = list(self._items.values())
        if self._help is not None:
            stops.append(self._help)
        at = next((n for n, stop in enumerate(stops) if stop.hasFocus()), 0) + step
        if 0 <= at < len(stops):
            stops[at].setFocus(Qt.FocusReason.TabFocusReason)

    def sizeHint(self) -> QSize:
        """Width of the design."""
        return QSize(self._theme.metrics.rail, 400)

    def minimumSizeHint(self) -> QSize:
        """Items that are as low as they may be."""
        return QSize(self._theme.metrics.rail, self._column.minimumSize().height())

    def enable(self, on: bool, reason: str) -> None:
        """Switch it on or off; a screen reader says the reason while it is off."""
        self.setEnabled(on)
        for item in self._items.values():
            item.setAccessibleDescription("" if on else reason)
        if self._help is not None:
            self._help.setAccessibleDescription("" if on else reason)

    def event(self, event: QEvent) -> bool:
        """Move the logo, mark and lines after a layout, as they follow the items."""
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._place()
        return done

    def _place(self) -> None:
        """Name of the program, the mark of the current item, and the line above the help."""
        compact = self._theme.compact
        left, top = ((self.width() - 34) // 2, 7) if compact else (16, 11)
        self._logo.setGeometry(left, top, 34, 34)
        self._title.setVisible(not compact)
        self._title.setGeometry(61, 0, self.width() - 65, 56)
        item = self._items.get(self.current())
        self._mark.setVisible(item is not None)
        if item is not None:
            self._mark.setGeometry(0, item.y() + 8, 4, item.height() - 16)
        self._rule.setVisible(self._help is not None and not compact)
        if self._help is not None:
            self._rule.setGeometry(0, self._help.y() - 3, self.width(), 1)

    def _restyle(self) -> None:
        compact = self._theme.compact
        side = 6 if compact else 10
        head = _HEAD_COMPACT if compact else _HEAD
        self._column.setContentsMargins(side, head, side, 2)
        self._column.setSpacing(2 if compact else 4)
        self.setFixedWidth(self._theme.metrics.rail)
        self._title.set_colour("railtext" if self._theme.contrast else "onsolid")
        set_style(self, contrast="yes" if self._theme.contrast else "no")
        for item in self._items.values():
            item.updateGeometry()
        self._place()
