"""The page of keys (F1)."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui.help.help_overlay import HelpOverlay
from desktop_app.ui.theme import TextRole, Theme
from desktop_app.ui.widgets import Button, ButtonSize, KeyCap, Line, PlainLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_WIDTH = 1080
_SHARES = (8, 9, 10)
"""How the columns share the width: the words of the last one are the longest."""
_Keys: TypeAlias = tuple[tuple[str, str], ...]


class KeysPage(HelpOverlay):
    """Shows all keys over the window. Esc and F1 close it, and nothing reaches the page."""

    def __init__(
        self,
        theme: Theme,
        window: QWidget,
        below: QWidget | None = None,
        above: QWidget | None = None,
    ) -> None:
        """`below` stands under the keys: what helps where no key does; `above` is read first."""
        label = QCoreApplication.translate("KeysPage", "Keys")
        super().__init__(theme, window, label, width=theme.scaled(_WIDTH), name="keys")
        self._gap = 6 if theme.compact else 8
        self._build(above)
        if below is not None:
            self.body.addSpacing(self._gap)
            self.body.addWidget(Line(theme))
            self.body.addSpacing(self._gap)
            self.body.addWidget(below)
        self.closed.connect(self.deleteLater)

    def open(self) -> None:
        """Show it; a second one takes the first away instead."""
        others = self._window().findChildren(KeysPage)
        shown = [page for page in others if page is not self and not page.isHidden()]
        if shown:
            for page in shown:
                page.close_overlay()
            self.deleteLater()
            return
        super().open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F1 closes as Esc does."""
        if event.key() == Qt.Key.Key_F1 and not event.isAutoRepeat():
            self.close_overlay()
            event.accept()
            return
        super().keyPressEvent(event)

    def _build(self, above: QWidget | None) -> None:
        theme = self._theme
        head = QHBoxLayout()
        head.addWidget(PlainLabel(theme, self.tr("Keys"), TextRole.TITLE), 1)
        close = Button(theme, self.tr("Close"), key="Esc", size=ButtonSize.SMALL, name="keys.close")
        close.clicked.connect(self.close_overlay)
        head.addWidget(close)
        columns = QHBoxLayout()
        columns.setSpacing(20 if theme.compact else 34)
        groups = (
            ((self.tr("Everywhere"), self._everywhere()),),
            ((self.tr("New payment"), self._payment()), (self.tr("Lists"), self._lists())),
            (
                (self.tr("Result and lists"), self._papers()),
                (self.tr("Payments and Customers"), self._books()),
            ),
        )
        for parts, share in zip(groups, _SHARES, strict=True):
            column = QVBoxLayout()
            column.setSpacing(0)
            for title, keys in parts:
                column.addLayout(self._group(title, keys))
            column.addStretch(1)
            columns.addLayout(column, share)
        self.body.addLayout(head)
        self.body.addSpacing(self._gap)
        if above is not None:
            self.body.addWidget(above)
            self.body.addSpacing(12)
        self.body.addLayout(columns)

    def _everywhere(self) -> _Keys:
        return (
            ("F2", self.tr("New payment")),
            ("F3", self.tr("Payments")),
            ("F4", self.tr("Waiting")),
            ("F6", self.tr("Day close")),
            ("F7", self.tr("Customers")),
            ("F11", self.tr("Lock, or another person")),
            ("F12", self.tr("Settings")),
            ("F5", self.tr("Refresh balance or list")),
            ("Ctrl L", self.tr("English / नेपाली")),
        )

    def _payment(self) -> _Keys:
        return (
            ("Enter", self.tr("Next, look up, pay")),
            ("Esc", self.tr("Back, or cancel a look-up")),
            ("1 – 9", self.tr("Choose tile, package or bill")),
            ("Alt 1 – 6", self.tr("Recent customer, or amount")),
            ("F8", self.tr("Exact cash")),
        )

    def _lists(self) -> _Keys:
        return (
            ("↑ ↓", self.tr("Move the choice; far by PgUp, PgDn, Home, End")),
            ("Ctrl F", self.tr("Search")),
            ("F8", self.tr("Complaint, paid bills, due soon")),
        )

    def _papers(self) -> _Keys:
        return (
            ("F9", self.tr("Print, or reprint as Copy")),
            ("Ctrl S", self.tr("Save PDF, or the settings")),
            ("Ctrl W", self.tr("Receipt or reminder by WhatsApp")),
            ("Ctrl N", self.tr("Same customer again")),
            ("Ctrl R", self.tr("Cash returned")),
        )

    def _books(self) -> _Keys:
        return (
            ("Ctrl D", self.tr("Customer’s card and note")),
            ("Ctrl E", self.tr("Excel file; with Shift: CSV")),
            ("Ctrl B", self.tr("It came back, or favourite")),
        )

    def _group(self, title: str, keys: _Keys) -> QVBoxLayout:
        theme = self._theme
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(PlainLabel(theme, title, TextRole.STRONG, "text2"))
        column.addSpacing(7)
        grid = QGridLayout()
        grid.setVerticalSpacing(0)
        grid.setHorizontalSpacing(18)
        caps = [KeyCap(theme, key, large=True) for key, _ in keys]
        grid.setColumnMinimumWidth(0, 74)
        grid.setColumnStretch(1, 1)
        for number, (cap, (_, words)) in enumerate(zip(caps, keys, strict=True)):
            line = 2 * number
            grid.addWidget(Line(theme), line, 0, 1, 2)
            grid.setRowMinimumHeight(line + 1, 36 if theme.compact else 39)
            grid.addWidget(cap, line + 1, 0, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(PlainLabel(theme, words, wrap=True), line + 1, 1)
        column.addLayout(grid)
        return column
