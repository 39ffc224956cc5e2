"""The navigation on the left."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui.theme import BOLD, REGULAR_WEIGHT, SEMIBOLD, ColourName, Theme
from desktop_app.ui.widgets.box_button import BoxButton
from desktop_app.ui.widgets.chip import paint_count
from desktop_app.ui.widgets.choice_items import ChoiceItem, ItemLook
from desktop_app.ui.widgets.choice_list import ChoiceList, ItemDelegate
from desktop_app.ui.widgets.key_cap import KeyCap
from desktop_app.ui.widgets.labels import Figure
from desktop_app.ui.widgets.logo import Logo
from desktop_app.ui.widgets.paint import CENTRE, LEFT, RIGHT, fitted, rounded, text, text_width
from desktop_app.ui.widgets.panel import Surface
from desktop_app.ui.widgets.ring import RingKind
from desktop_app.ui.widgets.styled import set_style

_OFF = 0.86
# Larger text needs the room of the keys; the page of keys names them, too.
_MAX_WITH_KEYS = 1.05
_HEAD = 66
_HEAD_COMPACT = 52
_LOW = 42
_FOOT = 48
_FOOT_COMPACT = 34
_ICON = 20


@dataclass(frozen=True, slots=True)
class RailItem(ChoiceItem):
    """A place to go: icon, words, key, and a number where something waits."""

    icon: str = ""
    short: str = ""
    key: str = ""
    badge: str = ""

    @classmethod
    def made(cls, item: str, icon: str, words: str, key: str, short: str = "") -> "RailItem":
        """Make one without a number. ``short`` is used in a small window."""
        return cls(item, words, f"{words}, {key}", icon, short or words, key)

    def with_badge(self, badge: str) -> "RailItem":
        """Return the same with a number beside the words; empty for none."""
        parts = (self.words, badge, self.key)
        return replace(self, badge=badge, spoken=", ".join(part for part in parts if part))


class _RailDelegate(ItemDelegate):
    """Draws the places; the marked one has the mark at the edge of the window."""

    def draw(self, painter: QPainter, box: QRect, item: ChoiceItem, look: ItemLook) -> None:
        """Draw an item."""
        if not isinstance(item, RailItem):
            return
        theme = self.theme
        if not look.enabled:
            painter.setOpacity(_OFF)
        if look.chosen:
            rounded(painter, box, 9, theme.colour("railsel"))
            self._paint_mark(painter, box)
        elif look.hovered and theme.contrast:
            # There is no colour between that of the rail and that of what is chosen.
            rounded(painter, box, 9, None, theme.colour("border"))
        elif look.hovered:
            hover = theme.colour("railsel")
            hover.setAlphaF(0.45)
            rounded(painter, box, 9, hover)
        ink = theme.colour("onsolid" if look.chosen else "railtext")
        if theme.compact:
            self._paint_compact(painter, box, item, look, ink)
        else:
            self._paint_wide(painter, box, item, look, ink)

    def cut_text(self, box: QRect, item: ChoiceItem) -> str:
        """The words, if they have too little room."""
        if not isinstance(item, RailItem):
            return ""
        words = item.short if self.theme.compact else item.words
        # Bold is the widest.
        font, room = self._fitted(box, item, chosen=True)
        return words if text_width(words, font) > room else ""

    def _paint_mark(self, painter: QPainter, box: QRect) -> None:
        mark = QPainterPath()
        mark.addRoundedRect(QRectF(-4, box.top() + 8, 8, box.height() - 16), 3, 3)
        painter.fillPath(mark, self.theme.colour("railmark"))

    def _fitted(self, box: QRect, item: RailItem, *, chosen: bool) -> tuple[QFont, int]:
        """Font and width of the words."""
        if self.theme.compact:
            room = box.width() - 2
            return fitted(item.short, self._font(10.0, chosen=chosen), room), room
        room = box.width() - 46 - 12 - self._right_width(item, chosen=chosen) - 8
        return fitted(item.words, self._font(12.0, chosen=chosen), room), room

    def _font(self, points: float, *, chosen: bool) -> QFont:
        return self.theme.sized_font(points, SEMIBOLD if chosen else REGULAR_WEIGHT)

    def _icon(self, painter: QPainter, item: RailItem, ink: QColor, left: int, top: int) -> None:
        painter.drawPixmap(
            left, top, self.theme.icon(item.icon, ink.name(), _ICON, self.view.viewport())
        )

    def _paint_wide(
        self, painter: QPainter, box: QRect, item: RailItem, look: ItemLook, ink: QColor
    ) -> None:
        self._icon(painter, item, ink, box.left() + 13, box.top() + (box.height() - _ICON) // 2)
        inner = box.adjusted(46, 0, -12, 0)
        self._paint_right(painter, inner, item, look)
        font, _ = self._fitted(box, item, chosen=look.chosen)
        text(painter, inner, item.words, font, ink, LEFT)

    def _right_width(self, item: RailItem, *, chosen: bool) -> int:
        """Width of the number or the key."""
        if item.badge:
            return max(26, text_width(item.badge, self.theme.sized_font(11.0, BOLD)) + 14)
        if self.theme.text_scale > _MAX_WITH_KEYS:
            return 0
        return text_width(item.key, self._font(10.0, chosen=chosen))

    def _paint_right(self, painter: QPainter, box: QRect, item: RailItem, look: ItemLook) -> None:
        """The number or the key."""
        width = self._right_width(item, chosen=look.chosen)
        if item.badge:
            top = box.top() + (box.height() - 24) // 2
            pill = QRect(box.right() + 1 - width, top, width, 24)
            paint_count(painter, self.theme, pill, item.badge)
        elif width:
            font = self._font(10.0, chosen=look.chosen)
            text(painter, box, item.key, font, self._hint(look), RIGHT)

    def _hint(self, look: ItemLook) -> QColor:
        if not look.chosen:
            return self.theme.colour("railhint")
        if self.theme.contrast:
            return self.theme.colour("onsolid")
        # Where all is faint, the lighter ground asks for more.
        return self.theme.colour("railhint" if look.enabled else "railtext")

    def _paint_compact(
        self, painter: QPainter, box: QRect, item: RailItem, look: ItemLook, ink: QColor
    ) -> None:
        low = self.theme.scaled(_LOW)
        spare, high = (box.height() - low) // 2, low - _ICON
        middle = box.left() + box.width() // 2
        self._icon(painter, item, ink, middle - _ICON // 2, box.top() + max(2, spare + 1))
        lower = QRect(box.left(), box.bottom() + 1 - high - spare + 2, box.width(), high)
        text(
            painter, lower, item.short, self._fitted(box, item, chosen=look.chosen)[0], ink, CENTRE
        )
        if item.badge:
            pill = QRect(middle + 8, box.top() + 1, 20, 20)
            paint_count(painter, self.theme, pill, item.badge)


class RailHelp(BoxButton):
    """The key for help and what it does; a question mark in a small window."""

    def __init__(self, theme: Theme, key: str, words: str, name: str) -> None:
        super().__init__(theme, words, 9, ring=RingKind.RAIL, name=name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(f"{words}, {key}")
        self.setToolTip(f"{words} ({key})")
        self._cap = KeyCap(theme, key, parent=self)
        self._said = Figure(theme, words, align=LEFT, parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 2, 0)
        row.setSpacing(6)
        row.addWidget(self._cap)
        row.addWidget(self._said, 1)
        for part in (self._cap, self._said):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self._fit)
        self._fit()

    def sizeHint(self) -> QSize:
        """Return the height of the design."""
        return QSize(76, _FOOT_COMPACT) if self._theme.compact else QSize(150, _FOOT - 4)

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def _fit(self) -> None:
        compact = self._theme.compact
        self._cap.setVisible(not compact)
        self._said.setText("?" if compact else self._words)
        self._said.setAlignment(CENTRE if compact else LEFT)
        self._said.set_points(13.0 if compact else 10.0, BOLD if compact else REGULAR_WEIGHT)
        self._said.set_colour("railhint")


class RailRule(Surface):
    """Draws the line above the help."""


class Rail(Surface):
    """Name of the program, the places to go, and the key for help.

    `chosen` is emitted with the item's id when a person picks it, also when it is already the
    current one. Disabled (while a payment is being sent) everything is faint and takes no click.
    """

    chosen = Signal(str)
    help_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        title: str,
        label: str,
        *,
        name: str = "rail",
        parent: QWidget | None = None,
    ) -> None:
        """``label`` is what a screen reader calls the list of places."""
        super().__init__(theme, name=name, parent=parent)
        self._logo = Logo(parent=self)
        self._title = Figure(theme, title, align=LEFT, parent=self)
        self._title.set_points(14.25, BOLD)
        self._rule = RailRule(theme, parent=self)
        self._help: RailHelp | None = None
        self.places = ChoiceList(
            theme,
            label,
            marks=True,
            searched=True,
            radius=9,
            ring=RingKind.RAIL,
            name=f"{name}.list",
        )
        self.places.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.places.draw_with(_RailDelegate(theme, self.places))
        self.places.picked.connect(self.chosen)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self.places)
        self._column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self._restyle)
        self._restyle()

    def set_places(self, items: Sequence[RailItem]) -> None:
        """Show these places to go."""
        self.places.show_items(items)

    def set_badge(self, item: str, badge: str) -> None:
        """Show a number beside the words of an item; empty for none."""
        badged = tuple(
            one.with_badge(badge) if isinstance(one, RailItem) and one.id == item else one
            for one in self.places.items
        )
        if badged != self.places.items:
            self.places.show_items(badged)

    def select(self, item: str) -> None:
        """Mark an item without emitting `chosen`."""
        self.places.mark(item)

    def current(self) -> str:
        """Id of the marked item, empty if none."""
        return self.places.marked()

    def set_title(self, title: str) -> None:
        """Name of the program."""
        self._title.setText(title)

    def set_help(self, key: str, words: str) -> None:
        """The key at the bottom and what it does; `help_asked` is emitted when it is pressed."""
        self._help = RailHelp(self._theme, key, words, f"{self.objectName()}.help")
        self._help.clicked.connect(self.help_asked)
        row = QHBoxLayout()
        self._column.addLayout(row)
        row.addWidget(self._help)
        self._help_row = row
        self._restyle()

    def sizeHint(self) -> QSize:
        """Return the width of the design."""
        return QSize(self._theme.metrics.rail, 400)

    def minimumSizeHint(self) -> QSize:
        """Items that are as low as they may be."""
        return QSize(self._theme.metrics.rail, self._column.minimumSize().height())

    def enable(self, on: bool, reason: str) -> None:
        """Switch it on or off; a screen reader says the reason while it is off."""
        self.setEnabled(on)
        self.places.setAccessibleDescription("" if on else reason)
        if self._help is not None:
            self._help.setAccessibleDescription("" if on else reason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The line stands above the help, which stands at the end."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """Name of the program, and the line above the help."""
        compact = self._theme.compact
        left, top = ((self.width() - 34) // 2, 7) if compact else (16, 11)
        self._logo.setGeometry(left, top, 34, 34)
        self._title.setVisible(not compact)
        self._title.setGeometry(61, 0, self.width() - 65, 56)
        self._rule.setVisible(self._help is not None and not compact)
        self._rule.setGeometry(0, self.height() - _FOOT - 1, self.width(), 1)

    def _restyle(self) -> None:
        theme = self._theme
        compact, scaled = theme.compact, theme.scaled
        side = 6 if compact else 10
        self._column.setContentsMargins(0, _HEAD_COMPACT if compact else _HEAD, 0, 2)
        if self._help is not None:
            self._help_row.setContentsMargins(side, 0, side, 0)
        least, best = (scaled(_LOW), scaled(58)) if compact else (scaled(34), scaled(46))
        self.places.set_heights(least, best, gap=2 if compact else 4, side=side)
        self.setFixedWidth(theme.metrics.rail)
        colour: ColourName = "railtext" if theme.contrast else "onsolid"
        self._title.set_colour(colour)
        set_style(self, contrast="yes" if theme.contrast else "no")
        self._place()
