"""Known customers in a list: id, name, last payment, and how they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRect, Signal

from desktop_app.core.clock import NEPAL
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import ChoiceItem, ChoiceList, ItemDelegate, ItemLook, Span
from desktop_app.ui.widgets.mixed_label import span_layout
from desktop_app.ui.widgets.paint import line_height, literal, rounded, text, text_width, wrap
from desktop_app.ui.wizard.recent import account_note

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from PySide6.QtGui import QFont, QPainter

    from desktop_app.core.customers import KnownAccount
    from desktop_app.ui.runtime.context import AppContext

_SIDE, _GAP = 18, 12


def marked(text: str, words: str) -> tuple[Span, ...]:
    """``text`` with the first occurrence of ``words`` marked."""
    at = text.casefold().find(words.casefold()) if words else -1
    if at < 0 or len(text.casefold()) != len(text):
        return (Span(text),)
    end = at + len(words)
    return (
        Span(text[:at]),
        Span(text[at:end], strong=True, colour="accenttext", underline=True),
        Span(text[end:]),
    )


def paid_ago(known: KnownAccount, now: datetime) -> str:
    """Return the words for when the customer last paid here."""
    if known.last_paid_at is None:
        return ""
    gone = now.astimezone(NEPAL).date() - known.last_paid_at.astimezone(NEPAL).date()
    if gone.days <= 0:
        return QCoreApplication.translate("Suggestions", "Paid today")
    return QCoreApplication.translate("Suggestions", "Paid %n day(s) ago", "", gone.days)


@dataclass(frozen=True, slots=True)
class AccountItem(ChoiceItem):
    """One customer; ``searched`` is marked in id and name."""

    name: str = ""
    ago: str = ""
    remark: str = ""
    searched: str = ""


class _AccountDelegate(ItemDelegate):
    """Draws three columns and, at the end, how the customer stands."""

    def draw(self, painter: QPainter, box: QRect, item: ChoiceItem, look: ItemLook) -> None:
        """Draw an item."""
        if not isinstance(item, AccountItem):
            return
        theme = self.theme
        if look.chosen:
            rounded(painter, box, 8, theme.colour("accentsoft"), theme.colour("accent"), 2)
        elif look.hovered:
            painter.fillRect(box, theme.colour("subtle"))
        first, second, third, last = self._cells(box, item)
        self._paint_marked(painter, first, item.id, item.searched, TextRole.BODY)
        self._paint_marked(painter, second, item.name, item.searched, TextRole.STRONG)
        font = theme.font(TextRole.LABEL)
        text(painter, third, item.ago, font, theme.colour("text2"))
        text(painter, last, item.remark, theme.font(TextRole.BODY), theme.colour("text"))

    def tip(self, box: QRect, item: ChoiceItem) -> str:
        """Id and name, where one of them has too little room."""
        if not isinstance(item, AccountItem) or not self._is_cut(box, item):
            return ""
        return literal(f"{item.id}\n{item.name}")

    def cut_text(self, box: QRect, item: ChoiceItem) -> str:
        """When the customer paid, if it has too little room."""
        if not isinstance(item, AccountItem):
            return ""
        cell, font = self._cells(box, item)[2], self.theme.font(TextRole.LABEL)
        return item.ago if text_width(item.ago, font) > cell.width() else ""

    def _is_cut(self, box: QRect, item: AccountItem) -> bool:
        first, second, *_ = self._cells(box, item)
        regular, strong = self.theme.font(TextRole.BODY), self.theme.font(TextRole.STRONG)
        return any(
            len(wrap(words, font, cell.width())) > _most_lines(words, font, box)
            for words, font, cell in ((item.id, regular, first), (item.name, strong, second))
        )

    def _cells(self, box: QRect, item: AccountItem) -> tuple[QRect, QRect, QRect, QRect]:
        """Three of one width, and one as wide as how the customer stands."""
        inner = box.adjusted(_SIDE, 0, -_SIDE, 0)
        remark_width = text_width(item.remark, self.theme.font(TextRole.BODY))
        room = max(0, inner.width() - remark_width - 3 * _GAP)
        width = room // 3
        cells = [
            QRect(inner.left() + n * (width + _GAP), inner.top(), width, inner.height())
            for n in range(3)
        ]
        if not item.ago:
            cells[1].setRight(cells[2].right())
        last = QRect(inner.right() + 1 - remark_width, inner.top(), remark_width, inner.height())
        return cells[0], cells[1], cells[2], last

    def _paint_marked(
        self, painter: QPainter, cell: QRect, words: str, searched: str, role: TextRole
    ) -> None:
        font = self.theme.font(role)
        layout = span_layout(self.theme, marked(words, searched), font, "text", cell.width())
        count = min(layout.lineCount(), _most_lines(words, font, cell))
        high = count * line_height(words, font)
        painter.save()
        painter.setPen(self.theme.colour("text"))
        painter.setClipRect(QRect(cell.left(), cell.top(), cell.width(), cell.height()))
        top = cell.top() + max(0, (cell.height() - high) // 2)
        for number in range(count):
            layout.lineAt(number).draw(painter, QPointF(cell.left(), top))
        painter.restore()


def _most_lines(words: str, font: QFont, box: QRect) -> int:
    return max(1, box.height() // line_height(words, font))


class AccountList(ChoiceList):
    """Items of one height; ``chosen`` carries the known account."""

    chosen = Signal(object)

    def __init__(self, context: AppContext, label: str, *, name: str) -> None:
        theme = context.theme
        super().__init__(theme, label, lined=True, name=name)
        self._context = context
        self._accounts: tuple[KnownAccount, ...] = ()
        self.picked.connect(lambda item: self.chosen.emit(self._accounts[self.number_of(item)]))
        self.draw_with(_AccountDelegate(theme, self))
        height = theme.scaled(46 if theme.compact else 54)
        self.set_heights(height, height)

    def show_accounts(self, accounts: Sequence[KnownAccount], searched: str = "") -> None:
        """Show these customers as they stand today."""
        self._accounts = tuple(accounts)
        self.show_items([self._item(known, searched) for known in accounts])

    def _item(self, known: KnownAccount, searched: str) -> AccountItem:
        clock = self._context.clock
        now = clock.now()
        ago, remark = paid_ago(known, now), account_note(known, now, clock.start_of_day())
        parts = (known.account_id, known.customer_name, ago, remark)
        spoken = ", ".join(part for part in parts if part)
        name = known.customer_name
        return AccountItem(known.account_id, known.account_id, spoken, name, ago, remark, searched)
