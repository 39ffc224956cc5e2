"""Customers in a list: company, name, account, key, remark."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from desktop_app.ui.theme import SEMIBOLD, TextRole, Theme
from desktop_app.ui.widgets.choice_items import ChoiceItem, ItemLook
from desktop_app.ui.widgets.choice_list import ChoiceList, ItemDelegate
from desktop_app.ui.widgets.monogram import monogram_fill, paint_monogram
from desktop_app.ui.widgets.paint import (
    LEFT,
    RIGHT,
    key_cap,
    key_cap_size,
    key_font,
    line_height,
    literal,
    shortened,
    text,
    text_width,
    wrap,
)

_AIR = 4
"""Between the lines of a name and those between the items."""


@dataclass(frozen=True, slots=True)
class RecentItem(ChoiceItem):
    """Press it to look the customer up. ``urgent`` makes the remark bold."""

    account: str = ""
    letters: str = ""
    slug: str = ""
    key: str = ""
    remark: str = ""
    urgent: bool = False

    @classmethod
    def made(
        cls,
        item: str,
        words: str,
        account: str,
        letters: str,
        slug: str,
        *,
        key: str = "",
        remark: str = "",
        urgent: bool = False,
    ) -> "RecentItem":
        """Make one of which name, account, remark and key are said."""
        said = ", ".join(part for part in (words, account, remark, key) if part)
        return cls(item, words, said, account, letters, slug, key, remark, urgent)


class RecentDelegate(ItemDelegate):
    """Draws the monogram, the name on one or two lines, and account and remark below it."""

    def draw(self, painter: QPainter, box: QRect, item: ChoiceItem, look: ItemLook) -> None:
        """Draw an item."""
        if not isinstance(item, RecentItem):
            return
        theme = self.theme
        if look.hovered:
            painter.fillRect(box, theme.colour("subtle"))
        side, margin, _ = self._measures()
        picture = QRect(box.left() + margin, box.top() + (box.height() - side) // 2, side, side)
        paint_monogram(painter, theme, picture, item.letters, monogram_fill(item.slug))
        name_font, small = theme.font(TextRole.STRONG), theme.font(TextRole.LABEL)
        step, below = QFontMetrics(name_font).height(), QFontMetrics(small).height()
        left, end = self._edges(box)
        names = self._names(box, item)
        line = line_height(item.words, name_font) if len(names) > 1 else step
        top = box.top() + (box.height() - line * len(names) - below) // 2
        self._paint_key(painter, item, end, top + step // 2)
        for number, words in enumerate(names):
            row = QRect(left, top + number * line, end - left, step)
            text(painter, row, words, name_font, theme.colour("text"), LEFT)
        second = QRect(left, top + line * len(names), end - left, below)
        account = self._account(second.width(), item)
        text(painter, second, account, small, theme.colour("text2"), LEFT)
        ink = theme.colour("text" if item.urgent else "text2")
        remark_font = theme.sized_font(11.0, SEMIBOLD) if item.urgent else small
        text(painter, second, item.remark, remark_font, ink, RIGHT)

    def cut_text(self, box: QRect, item: ChoiceItem) -> str:
        """The remark, if it has too little room; name and account are in the tooltip, too."""
        if not isinstance(item, RecentItem):
            return ""
        left, end = self._edges(box)
        font = self.theme.sized_font(11.0, SEMIBOLD)
        return item.remark if text_width(item.remark, font) > end - left else ""

    def tip(self, box: QRect, item: ChoiceItem) -> str:
        """Name and account, where one of them is shortened."""
        if not isinstance(item, RecentItem):
            return ""
        left, end = self._edges(box)
        cut = " ".join(self._names(box, item)) != item.words
        cut = cut or self._account(end - left, item) != item.account
        return literal(f"{item.words}\n{item.account}") if cut else ""

    def name_lines(self, words: str, first: int, second: int, height: int) -> list[str]:
        """The name on one line, or on two of these widths where the item is high enough for them.

        It is shortened only where that is not enough.
        """
        font = self.theme.font(TextRole.STRONG)
        below = QFontMetrics(self.theme.font(TextRole.LABEL)).height()
        is_high = height >= 2 * line_height(words, font) + below + _AIR
        if text_width(words, font) <= first or not is_high:
            return [shortened(words, font, first)]
        head = wrap(words, font, first)[0]
        return [head, shortened(words[len(head) :].strip(), font, second)]

    def _measures(self) -> tuple[int, int, int]:
        """Side of the monogram, margin before it, gap to the name."""
        return (32, 12, 10) if self.theme.compact else (38, 18, 12)

    def _edges(self, box: QRect) -> tuple[int, int]:
        """Where the texts begin and end."""
        left = box.left() + sum(self._measures())
        return left, box.right() + 1 - (12 if self.theme.compact else 14)

    def _names(self, box: QRect, item: RecentItem) -> list[str]:
        left, end = self._edges(box)
        cap = self._key_size(item).width() + 10 if item.key else 0
        return self.name_lines(item.words, end - left - cap, end - left, box.height())

    def _account(self, width: int, item: RecentItem) -> str:
        """The account, shortened where the remark leaves it too little room."""
        small = self.theme.font(TextRole.LABEL)
        font = self.theme.sized_font(11.0, SEMIBOLD) if item.urgent else small
        room = text_width(item.remark, font) + 10 if item.remark else 0
        return shortened(item.account, small, width - room)

    def _key_size(self, item: RecentItem) -> QSize:
        return key_cap_size(item.key, key_font(self.theme), 6, 20)

    def _paint_key(self, painter: QPainter, item: RecentItem, end: int, middle: int) -> None:
        if not item.key:
            return
        font, size = key_font(self.theme), self._key_size(item)
        box = QRect(end - size.width(), middle - size.height() // 2, size.width(), size.height())
        ink, edge = self.theme.colour("text2"), self.theme.colour("control")
        key_cap(painter, box, item.key, font, ink, edge)


class RecentList(ChoiceList):
    """Items as high as there is room, and at least two lines and the monogram."""

    def __init__(
        self, theme: Theme, label: str, *, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, label, lined=True, name=name, parent=parent)
        self.delegate = RecentDelegate(theme, self)
        self.draw_with(self.delegate)
        theme.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.set_heights(self._theme.scaled(46), self._theme.scaled(72))
