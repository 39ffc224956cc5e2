"""Head of a table, with the widths of its columns."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from desktop_app.ui.theme import SEMIBOLD, Theme
from desktop_app.ui.widgets.table_delegate import RowDelegate
from desktop_app.ui.widgets.table_model import RowModel


class TableHeader(QHeaderView):
    """Titles on a subtle ground; divides the width of the table among the columns.

    Qt's own modes know the natural width of a column, but neither a wished one that gives way nor
    text that may wrap. They also take effect later than the heights of the rows are needed, which
    follow from the widths.
    """

    widgets_changed = Signal()
    """A widget in a cell wants another width."""

    def __init__(
        self, theme: Theme, model: RowModel, delegate: RowDelegate, table: QTableView
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._theme, self._rows, self._delegate, self._table = theme, model, delegate, table
        self._with_widgets: set[int] = set()
        self.least = 0
        """Width in which no word of any column is broken."""
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(20)
        theme.changed.connect(self._restyle)
        self._restyle()

    def sizeHint(self) -> QSize:
        """Return the height of the design."""
        return QSize(
            super().sizeHint().width(), self._theme.scaled(33 if self._theme.compact else 37)
        )

    def watch_widget(self, column: int, widget: QWidget) -> None:
        """Make room for a widget that stands in a cell of this column, now and when it grows."""
        self._with_widgets.add(column)
        widget.installEventFilter(self)
        self.widgets_changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A widget in a cell has become wider, with its key."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.widgets_changed.emit()
        return super().eventFilter(watched, event)

    def fit(self) -> list[int]:
        """Give each column its wished width where there is room for all, else its natural one.

        Where there is not even room for those, text wraps. One column takes what is left. Returns
        the widths.
        """
        sections = range(self._rows.columnCount())
        held = [self._widget_width(n) for n in sections]
        natural = [max(self._delegate.natural_width(n), held[n]) for n in sections]
        wished = [max(natural[n], self._wish(n)) for n in sections]
        least = [max(self._delegate.least_width(n), held[n]) for n in sections]
        self.least = sum(least)
        room = self._table.viewport().width()
        widths = wished if sum(wished) <= room else _narrowed(natural, least, room)
        rest = room - sum(widths)
        for section in sections:
            if rest > 0 and self._takes_rest(section):
                widths[section] += rest
            self.resizeSection(section, widths[section])
        return widths

    def cut_text(self) -> str:
        """The title of a column that has too little room, or that is not whole in the table."""
        end = 0
        for section in range(self._rows.columnCount()):
            column = self._rows.column(section)
            width = self.sectionSize(section)
            end += width
            least = max(self._delegate.least_width(section), self._widget_width(section))
            if width < least or end > self._table.viewport().width():
                return column.title or f"column {section}" if column else "digits"
        return ""

    def _takes_rest(self, section: int) -> bool:
        column = self._rows.column(section)
        return column is not None and column.stretch

    def _wish(self, section: int) -> int:
        column = self._rows.column(section)
        if column is None or column.stretch:
            return 0
        compact = self._theme.compact and column.compact_width is not None
        return self._theme.scaled(column.compact_width or 0 if compact else column.width)

    def _widget_width(self, section: int) -> int:
        """Width of the widest widget in this column."""
        if section not in self._with_widgets:
            return 0
        cells = (self._rows.index(row, section) for row in range(self._rows.rowCount()))
        widgets = (self._table.indexWidget(cell) for cell in cells)
        return max((widget.sizeHint().width() for widget in widgets if widget), default=0)

    def _restyle(self) -> None:
        theme = self._theme
        self.setFont(theme.sized_font(11.5 if theme.nepali else 11.0, SEMIBOLD))


def _narrowed(widths: list[int], least: list[int], room: int) -> list[int]:
    """Widths whose sum is not over ``room``, as far as the least ones allow it: the widest give."""
    made = list(widths)
    while sum(made) > room:
        spare = [(made[n], n) for n in range(len(made)) if made[n] > least[n]]
        if not spare:
            break
        _, widest = max(spare)
        made[widest] -= min(made[widest] - least[widest], sum(made) - room, 16)
    return made
