"""Rows of a table as plain values, and the model that shows them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.ui.theme import ColourName
from desktop_app.ui.widgets.chip import Tone
from desktop_app.ui.widgets.paint import LEFT, RIGHT, literal

ROW_ID = Qt.ItemDataRole.UserRole
CELL_ROLE = Qt.ItemDataRole.UserRole + 1
ROW_ROLE = Qt.ItemDataRole.UserRole + 2

_CHOOSABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """Describes a column.

    `width` is the least width in pixels; a column grows with its content. Exactly one column has
    `stretch` and takes the rest; there, long text wraps to more lines. `middle` marks identifiers,
    which may be cut in the middle. `compact_width` replaces `width` in a small window.
    """

    title: str
    width: int = 80
    compact_width: int | None = None
    stretch: bool = False
    right: bool = False
    strong: bool = False
    middle: bool = False
    colour: ColourName = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Holds what one cell shows; plain text throughout."""

    text: str = ""
    second: str = ""
    """A smaller line below the text."""
    badge: str = ""
    """The word of a "Current" badge behind the text."""
    chip: tuple[Tone, str] | None = None
    """State of a payment instead of text."""
    monogram: tuple[str, str] | None = None
    """Letters and slug of a provider in front of the text."""
    spoken: str = ""
    """What a screen reader says of a widget that stands in the cell."""
    strong: bool = False
    colour: ColourName | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row: `id` identifies it, `digit` is the key that chooses it, `total` makes it a sum row."""

    id: str
    cells: tuple[Cell | str, ...]
    digit: str = ""
    total: bool = False

    def cell(self, column: int) -> Cell:
        """The cell in `column`, empty if there is none."""
        if column >= len(self.cells):
            return Cell()
        found = self.cells[column]
        return Cell(text=found) if isinstance(found, str) else found


class RowModel(QAbstractTableModel):
    """Shows rows; with `digits` there is a first column for the digit caps."""

    def __init__(
        self, columns: Sequence[Column], *, digits: bool = False, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.digits = digits
        self._rows: tuple[Row, ...] = ()

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Other columns, e.g. with translated titles."""
        self.beginResetModel()
        self.columns = tuple(columns)
        self.endResetModel()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def set_content(self, columns: Sequence[Column], rows: Sequence[Row]) -> None:
        """Show other rows in other columns."""
        self.beginResetModel()
        self.columns, self._rows = tuple(columns), tuple(rows)
        self.endResetModel()

    def append_rows(self, rows: Sequence[Row]) -> None:
        """Show these below the others."""
        first = len(self._rows)
        self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
        self._rows = (*self._rows, *rows)
        self.endInsertRows()

    def prepend_rows(self, rows: Sequence[Row]) -> None:
        """Show these above the others."""
        self.beginInsertRows(QModelIndex(), 0, len(rows) - 1)
        self._rows = (*rows, *self._rows)
        self.endInsertRows()

    def drop_rows(self, first: int, count: int) -> None:
        """Show so many rows no more."""
        self.beginRemoveRows(QModelIndex(), first, first + count - 1)
        self._rows = (*self._rows[:first], *self._rows[first + count :])
        self.endRemoveRows()

    def update_row(self, row: Row) -> bool:
        """Replace the row with the same id in place; False if there is none."""
        at = self.row_number(row.id)
        if at < 0:
            return False
        self._rows = (*self._rows[:at], row, *self._rows[at + 1 :])
        self.dataChanged.emit(self.index(at, 0), self.index(at, self.columnCount() - 1))
        return True

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows in order."""
        return self._rows

    def row_number(self, row_id: str) -> int:
        """Position of a row, -1 if there is none."""
        return next((n for n, row in enumerate(self._rows) if row.id == row_id), -1)

    def column(self, section: int) -> Column | None:
        """The column shown in `section`; None for the digits."""
        return (
            self.columns[section - 1]
            if self.digits and section
            else (None if self.digits else self.columns[section])
        )

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Number of columns, the digits included."""
        return 0 if parent.isValid() else len(self.columns) + int(self.digits)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """A sum row cannot be chosen."""
        if not index.isValid() or self._rows[index.row()].total:
            return Qt.ItemFlag.ItemIsEnabled if index.isValid() else Qt.ItemFlag.NoItemFlags
        return _CHOOSABLE

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text, alignment, tooltip of identifiers, the row's id and the values themselves."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        column = self.column(index.column())
        cell = row.cell(index.column() - int(self.digits)) if column else Cell(text=row.digit)
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.chip[1] if cell.chip else cell.text
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if column and column.right else LEFT
        if role == Qt.ItemDataRole.ToolTipRole:
            # The second line is shortened in its middle where it has no room, most often an id.
            whole = "\n".join(part for part in (cell.text, cell.second) if part)
            return literal(whole) if column and (column.middle or cell.second) else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            chip = cell.chip[1] if cell.chip else ""
            parts = (cell.text, chip, cell.badge, cell.second, cell.spoken)
            return ", ".join(part for part in parts if part)
        return {ROW_ID: row.id, CELL_ROLE: cell, ROW_ROLE: row}.get(role)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Titles and their alignment."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = self.column(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title if column else ""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if column and column.right else LEFT
        return None
