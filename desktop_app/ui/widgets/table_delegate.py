"""Measures and draws the cells of a table."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRect, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop_app.ui.theme import BOLD, REGULAR_WEIGHT, SEMIBOLD, Theme
from desktop_app.ui.widgets.chip import chip_size, current_size, paint_chip, paint_current
from desktop_app.ui.widgets.monogram import monogram_fill, paint_monogram
from desktop_app.ui.widgets.paint import (
    LEFT,
    RIGHT,
    key_cap,
    key_font,
    line_height,
    lines,
    start,
    text_width,
    wrap,
)
from desktop_app.ui.widgets.table_model import (
    AnyIndex,
    Cell,
    Column,
    Row,
    RowModel,
)

PAD = 10
END = 20
DIGITS = 48
DIGITS_COMPACT = 38
_MONOGRAM = 34
_BADGE_GAP = 10
_LONG_WORD = 160


def _wraps(column: Column) -> bool:
    """Figures and identifiers stay on one line."""
    return not (column.right or column.middle or column.strong)


class RowDelegate(QStyledItemDelegate):
    """Draws the cells of all columns; `hovered` is the row under the mouse."""

    def __init__(self, theme: Theme, model: RowModel, view: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._theme, self._model, self._view = theme, model, view
        self.hovered = -1
        self.least = 0
        self.selectable = True
        self._measured: dict[int, tuple[int, int]] = {}
        self._measured_of = (model.rows, model.columns)
        theme.changed.connect(self._measure_anew)

    def natural_width(self, section: int) -> int:
        """Width that shows every cell of the column on one line, edges included."""
        return self._widths(section)[0]

    def least_width(self, section: int) -> int:
        """Width in which no word of a column is broken; the natural one if its text cannot wrap."""
        return self._widths(section)[1]

    def _widths(self, section: int) -> tuple[int, int]:
        """Natural and least width, measured once for the same rows: each resizing asks for them."""
        now = (self._model.rows, self._model.columns)
        if self._measured_of[0] is not now[0] or self._measured_of[1] is not now[1]:
            self._measured.clear()
            self._measured_of = now
        found = self._measured.get(section)
        if found is None:
            found = self._measured[section] = self._measure(section)
        return found

    def _measure(self, section: int) -> tuple[int, int]:
        column = self._model.column(section)
        if column is None:
            width = DIGITS_COMPACT if self._theme.compact else DIGITS
            return width, width
        left, right = self._edges(section)
        title = text_width(column.title, self._theme.sized_font(11.5, SEMIBOLD))
        if column.middle:
            width = max(title, self._theme.scaled(column.width) - left - right) + left + right
            return width, width
        at, wraps = section - int(self._model.digits), _wraps(column)
        longest = self._theme.scaled(_LONG_WORD)
        natural = least = title
        for row in self._model.rows:
            cell = row.cell(at)
            width = self._cell_width(row, column, cell)
            natural = max(natural, width)
            if not wraps or width <= least:
                continue
            if cell.chip:
                least = width
                continue
            font = self._font(column, row, cell, True)
            word = max((text_width(word, font) for word in cell.text.split()), default=0)
            mark = _MONOGRAM + PAD if cell.monogram else 0
            least = max(least, min(word, longest) + mark + self._badge_width(cell))
        natural += left + right
        return natural, min(natural, least + left + right) if wraps else natural

    @Slot()
    def _measure_anew(self) -> None:
        """Fonts and sizes are others."""
        self._measured.clear()

    def narrow_sections(self, widths: list[int]) -> list[int]:
        """Columns that do not show every cell on one line in these widths."""
        return [n for n, width in enumerate(widths) if width < self.natural_width(n)]

    def row_height(
        self, number: int, widths: list[int], narrow: Sequence[int] | None = None
    ) -> int:
        """Height of a row in columns of these widths; ``narrow`` are those that may wrap."""
        row = self._model.rows[number]
        two = any(isinstance(cell, Cell) and cell.second for cell in row.cells)
        metrics = self._theme.metrics
        least = self._theme.scaled(self.least) or (metrics.row_two_lines if two else metrics.row)
        for section in range(len(widths)) if narrow is None else narrow:
            column = self._model.column(section)
            if column is None or not _wraps(column):
                continue
            cell = row.cell(section - int(self._model.digits))
            # Measured in the bold of a selected row, so that choosing a row never changes heights.
            font = self._font(column, row, cell, True)
            count = len(wrap(cell.text, font, self._text_room(cell, section, widths[section])))
            if count > 1:
                second = QFontMetrics(self._small()).height() if two else 0
                least = max(least, count * line_height(cell.text, font) + second + 8)
        return least

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """The table sets the real sizes itself."""
        return QSize(self.natural_width(index.column()), self._theme.metrics.row)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw one cell with its part of the row's fill and edge.

        No style of Qt draws a chip, a monogram, or a cell of two lines.
        """
        theme = self._theme
        # From the model itself: by way of the index each cell would be asked for twice.
        row, section = self._model.rows[index.row()], index.column()
        column = self._model.column(section)
        area: QRect = option.rect
        chosen = self.selectable and bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        start(painter)
        self._paint_ground(painter, area, index, row, chosen)
        if column is None:
            self._paint_digit(painter, area, row.digit, chosen)
        else:
            cell = row.cell(section - int(self._model.digits))
            left, right = self._edges(section)
            inner = area.adjusted(left, 0, -right, 0)
            if cell.chip:
                size = chip_size(theme, cell.chip[1])
                box = QRect(inner.left(), area.center().y() - size.height() // 2 + 1, 0, 0)
                box.setSize(size)
                paint_chip(painter, theme, box, cell.chip[0], cell.chip[1], self._view)
            else:
                self._paint_text(painter, inner, column, row, cell, chosen)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, area: QRect, index: AnyIndex, row: Row, chosen: bool
    ) -> None:
        theme = self._theme
        if chosen:
            painter.fillRect(area, theme.colour("accentsoft"))
            accent = theme.colour("accent")
            painter.fillRect(area.left(), area.top(), area.width(), 2, accent)
            painter.fillRect(area.left(), area.bottom() - 1, area.width(), 2, accent)
            if index.column() == 0:
                painter.fillRect(area.left(), area.top(), 2, area.height(), accent)
            if index.column() == self._model.columnCount() - 1:
                painter.fillRect(area.right() - 1, area.top(), 2, area.height(), accent)
            return
        hover = self.selectable and index.row() == self.hovered and not row.total
        if hover or row.total:
            painter.fillRect(area, theme.colour("subtle"))
        if index.row() < self._model.rowCount() - 1:
            painter.fillRect(area.left(), area.bottom(), area.width(), 1, theme.colour("border"))

    def _paint_digit(self, painter: QPainter, area: QRect, digit: str, chosen: bool) -> None:
        if not digit:
            return
        theme = self._theme
        left = 8 if theme.compact else 14
        box = QRect(area.left() + left, area.center().y() - 9, 22, 20)
        font = key_font(theme)
        if chosen:
            ink, fill = theme.colour("onaccent"), theme.colour("accent")
            key_cap(painter, box, digit, font, ink, None, fill)
        else:
            key_cap(painter, box, digit, font, theme.colour("text2"), theme.colour("control"))

    def _paint_text(
        self, painter: QPainter, area: QRect, column: Column, row: Row, cell: Cell, chosen: bool
    ) -> None:
        theme = self._theme
        if cell.monogram:
            side = min(_MONOGRAM, area.height() - 12)
            box = QRect(area.left(), area.center().y() - side // 2 + 1, side, side)
            paint_monogram(painter, theme, box, cell.monogram[0], monogram_fill(cell.monogram[1]))
            area.setLeft(area.left() + side + PAD)
        font = self._font(column, row, cell, chosen)
        ink = theme.colour(cell.colour or column.colour)
        room = area.width() - self._badge_width(cell)
        if column.middle:
            fit = QFontMetrics(font).elidedText(cell.text, Qt.TextElideMode.ElideMiddle, room)
            words = [fit]
        else:
            words = wrap(cell.text, font, room) if _wraps(column) else [cell.text]
        align = RIGHT if column.right else LEFT
        if cell.second:
            self._paint_second(painter, area, words, cell, font, ink, align)
        else:
            lines(painter, area, words, font, ink, align)
        if cell.badge:
            last = max(text_width(line, font) for line in words)
            size = current_size(theme, cell.badge)
            x = area.left() + last + _BADGE_GAP
            place = QRect(
                x, area.center().y() - size.height() // 2 + 1, size.width(), size.height()
            )
            paint_current(painter, theme, place, cell.badge)

    def _paint_second(
        self,
        painter: QPainter,
        area: QRect,
        words: list[str],
        cell: Cell,
        font: QFont,
        ink: QColor,
        align: Qt.AlignmentFlag,
    ) -> None:
        small = self._small()
        lap = 0 if self._theme.nepali else 3
        step = line_height("".join(words), font) * len(words)
        below = line_height(cell.second, small)
        top = area.top() + (area.height() - step - below + lap) // 2
        first = QRect(area.left(), top, area.width(), step)
        lines(painter, first, words, font, ink, align)
        second = QRect(area.left(), top + step - lap, area.width(), below)
        fit = QFontMetrics(small).elidedText(
            cell.second, Qt.TextElideMode.ElideMiddle, area.width()
        )
        lines(painter, second, [fit], small, self._theme.colour("text2"), align)

    def _font(self, column: Column, row: Row, cell: Cell, chosen: bool) -> QFont:
        theme = self._theme
        if column.strong:
            return theme.sized_font(12.75, BOLD if not row.total else SEMIBOLD)
        strong = cell.strong or chosen or row.total
        return theme.sized_font(12.0, SEMIBOLD if strong else REGULAR_WEIGHT)

    def _small(self) -> QFont:
        return self._theme.sized_font(10.75)

    def _badge_width(self, cell: Cell) -> int:
        if not cell.badge:
            return 0
        return current_size(self._theme, cell.badge).width() + _BADGE_GAP

    def _cell_width(self, row: Row, column: Column, cell: Cell) -> int:
        if cell.chip:
            return chip_size(self._theme, cell.chip[1]).width()
        width = text_width(cell.text, self._font(column, row, cell, True))
        if cell.second:
            width = max(width, text_width(cell.second, self._small()))
        return width + self._badge_width(cell) + (_MONOGRAM + PAD if cell.monogram else 0)

    def _text_room(self, cell: Cell, section: int, width: int) -> int:
        left, right = self._edges(section)
        mark = _MONOGRAM + PAD if cell.monogram else 0
        return width - left - right - mark - self._badge_width(cell)

    def _edges(self, section: int) -> tuple[int, int]:
        """Empty space left and right of the text."""
        first = section == 0 and not self._model.digits
        last = section == self._model.columnCount() - 1
        return 16 if first else PAD, END if last else PAD
