"""The backups that there are, and the way back to each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui.widgets import Button, ButtonSize, Cell, Column, MoneyTable, Row, Variant

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.core.backups import Backup, BackupOverview
    from desktop_app.ui.theme import Theme

_KILO = 1000
_RESTORE = 4


class BackupList(QWidget):
    """A table; ``wanted`` carries the name of the backup that a person wants to go back to."""

    wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._buttons: list[Button] = []
        columns = [
            Column(title=self.tr("Backup"), stretch=True),
            Column(title=self.tr("State"), width=130, compact_width=110, colour="text2"),
            Column(title=self.tr("Payments"), width=110, compact_width=80, right=True),
            Column(title=self.tr("Size"), width=100, compact_width=80, right=True),
            Column(title="", width=134, compact_width=124),
        ]
        self._table = MoneyTable(
            theme,
            columns,
            self.tr("Backups"),
            fit=True,
            behind="surface",
            name="settings.backup.list",
        )
        # The page asks for no minimum height: the list scrolls, not the page.
        free, ignored = QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored
        self._table.setSizePolicy(free, ignored)
        self._table.opened.connect(self.wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._table, 1000)
        column.addStretch(1)
        self.setMinimumHeight(theme.scaled(110 if theme.compact else 126))

    def show_backups(self, overview: BackupOverview, whens: Mapping[str, str]) -> None:
        """Show backups; `whens` are their dates as texts."""
        self._table.set_rows([self._row(backup, whens[backup.name]) for backup in overview.backups])
        if overview.backups and not self._table.current_id():
            # Who comes with the keyboard opens it with Enter: Qt goes to it, but chooses none.
            self._table.choose(overview.backups[0].name)
        self._buttons = []
        for backup in overview.backups:
            if backup.payments is None:
                continue
            button = Button(
                self._theme,
                self.tr("Restore…"),
                Variant.LINK,
                size=ButtonSize.SMALL,
                name=f"settings.backup.restore.{backup.name}",
            )
            button.setAccessibleName(f"{self.tr('Restore…')} {whens[backup.name]}")
            button.clicked.connect(partial(self.wanted.emit, backup.name))
            self._buttons.append(button)
            self._table.set_row_widget(backup.name, _RESTORE, button)
        self._table.setVisible(bool(overview.backups))

    def _row(self, backup: Backup, when: str) -> Row:
        good = backup.payments is not None
        state = Cell(
            text=self.tr("Checked") if good else self.tr("Cannot be used"),
            colour=None if good else "failtext",
        )
        count = "—" if backup.payments is None else f"{backup.payments:,}"
        restore = Cell(spoken=self.tr("Restore…") if good else "")
        return Row(id=backup.name, cells=(when, state, count, size_text(backup.size), restore))


def size_text(size: int) -> str:
    """Return ``312 KB`` or ``4.1 MB``."""
    if size < _KILO * _KILO:
        return f"{max(1, round(size / _KILO))} KB"
    return f"{size / _KILO / _KILO:.1f} MB"
