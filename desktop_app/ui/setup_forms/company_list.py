"""The companies to choose from: a field to find one, and the list."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.provider_search import by_letter, found
from desktop_app.ui.kit.keyboard import ENTER_KEYS
from desktop_app.ui.setup_forms.company_table import CompanyColumn, CompanyRow, CompanyTable
from desktop_app.ui.texts.labels import provider_note, style_text
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import PlainLabel, TextField
from desktop_app.ui.widgets.announce import announce

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from PySide6.QtGui import QKeyEvent

    from desktop_app.core.billing.provider import ProviderInfo
    from desktop_app.ui.theme import Theme


class CompanyList(QWidget):
    """What is ticked is kept by the page: ``switched`` and ``pinned`` tell of a person's wish, and
    ``show_state`` shows what came of it.

    Letters find a company wherever the keyboard is. Enter in the field ticks the best match and
    empties the field for the next one; it never takes a tick away, because who types a name and
    Enter wants the company.
    """

    switched = Signal(str, bool)
    pinned = Signal(str, bool)
    searched = Signal(str)
    """What is searched for has changed."""

    def __init__(
        self, theme: Theme, label: str, counted: str, *, pins: bool, asks_names: bool, name: str
    ) -> None:
        """``counted`` says how many are ticked: it has ``{count}`` and ``{total}``.

        With ``asks_names`` the keyboard stays in the field, which takes name after name. Without
        it, a name of a company that is ticked leads to its row.
        """
        super().__init__()
        self._counted = counted
        self._asks_names = asks_names
        self._done = ""
        """What Enter has just come to."""
        self._infos: tuple[ProviderInfo, ...] = ()
        self._on: Container[str] = ()
        self._pinned: Sequence[str] = ()
        self._shown_pins: Sequence[str] = ()
        self._not_enabled: Container[str] = ()
        self._endpoints: Mapping[str, str] = {}
        self._search = TextField(
            theme,
            QCoreApplication.translate("CompanyList", "Find a company"),
            height=38 if theme.compact else 44,
            icon="search",
            placeholder=QCoreApplication.translate("CompanyList", "Type a name, e.g. “vi”"),
            name=f"{name}.search",
        )
        self._search.textChanged.connect(self._search_changed)
        self._said = PlainLabel(theme, "", TextRole.LABEL, "text2", name=f"{name}.count", wrap=True)
        # The list below does not move when a second line comes.
        self._said.setMinimumHeight(2 * self._said.heightForWidth(1000))
        self.head = QHBoxLayout()
        self.head.setSpacing(14)
        self.table = CompanyTable(theme, label, pins=pins, name=f"{name}.table")
        self.table.ticked.connect(self._ticked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8 if theme.compact else 12)
        self.head.addWidget(self._search, 3)
        self.head.addWidget(self._said, 2)
        column.addLayout(self.head)
        column.addWidget(self.table, 1)

    @property
    def infos(self) -> tuple[ProviderInfo, ...]:
        """All companies, whether they are found now or not."""
        return self._infos

    def show_companies(self, infos: Sequence[ProviderInfo]) -> None:
        """Take these companies: by name, retired ones last."""
        named = by_letter(infos)
        self._infos = tuple(sorted(named, key=lambda info: info.retired))
        self._show()

    def show_state(
        self,
        on: Container[str],
        pinned: Sequence[str] = (),
        shown_pins: Sequence[str] = (),
        not_enabled: Container[str] = (),
        endpoints: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """Show which are on and pinned; the place in ``shown_pins`` is that of the digit.

        ``endpoints`` names the one in use of each company that has several.
        """
        self._on, self._pinned, self._shown_pins = on, pinned, shown_pins
        self._not_enabled, self._endpoints = not_enabled, endpoints
        self._show()

    def search(self, text: str) -> None:
        """Search for a text that was typed before."""
        if text != self._search.text():
            self._search.setText(text)

    @property
    def sought(self) -> str:
        """What is searched for; empty if nothing is."""
        return self._search.text().strip()

    def take_focus(self) -> None:
        """Put the keyboard in the field."""
        self._search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _search_changed(self) -> None:
        self._done = ""
        self.searched.emit(self._search.text())
        self.table.marks_current = bool(self.sought)
        self._show()
        if self.table.hasFocus():
            # The whole list again: the company with the keyboard is still seen.
            self.table.see(self.table.current_slug())
        else:
            self.table.go_to(0)

    def _show(self) -> None:
        self.table.show_rows([self._row(info) for info in found(self._search.text(), self._infos)])
        count = sum(info.slug in self._on for info in self._infos)
        # A company that the service retired is missed by nobody: it counts where it is on.
        total = sum(not info.retired or info.slug in self._on for info in self._infos)
        if self._infos and not self.table.rows:
            words = QCoreApplication.translate("CompanyList", "No company has this name.")
        else:
            words = self._counted.format(count=count, total=total)
            words = f"{self._done}\n{words}" if self._done else words
        self._said.setText(words)

    def _row(self, info: ProviderInfo) -> CompanyRow:
        parts = (
            provider_note(info, self._not_enabled),
            info.nepali_name,
            ", ".join(info.places) or style_text(info.style),
        )
        pin = QCoreApplication.translate("CompanyList", "Pin")
        if info.slug in self._shown_pins:
            pin = QCoreApplication.translate("CompanyList", "Pinned: key {digit}")
            pin = pin.format(digit=self._shown_pins.index(info.slug) + 1)
        second = " · ".join(part for part in parts if part)
        return CompanyRow(
            info.slug,
            info.name,
            f"{info.name}, {second}" if second else info.name,
            letters=info.monogram,
            second=second,
            is_on=info.slug in self._on,
            is_pinned=info.slug in self._pinned,
            pin=pin,
            endpoint=self._endpoints.get(info.slug, ""),
        )

    def _ticked(self, slug: str, column: int, to: bool) -> None:
        self._done = ""
        (self.switched if column == CompanyColumn.ON else self.pinned).emit(slug, to)

    def _take_found(self) -> None:
        """Tick the company that is marked, or lead to it, and say so."""
        row = self.table.current_row()
        if row is not None:
            self._add(row)
        announce(self._search, self._said.text())

    def _add(self, row: CompanyRow) -> None:
        if row.is_on and not self._asks_names:
            self._done = QCoreApplication.translate(
                "CompanyList", "{name} is on. Space switches it off."
            ).format(name=row.name)
            self._show()
            self.table.see(row.slug)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if row.is_on:
            done = QCoreApplication.translate("CompanyList", "{name} is chosen already.")
        else:
            done = QCoreApplication.translate("CompanyList", "{name} added.")
        self._search.clear()
        self._search.setFocus(Qt.FocusReason.OtherFocusReason)
        self._done = done.format(name=row.name)
        if not row.is_on:
            self.switched.emit(row.slug, True)
        self._show()
        self.table.marks_current = True
        self.table.see(row.slug)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead letters to the field, arrows to the list, and Enter to the best match."""
        edit = self._search
        in_field = edit.hasFocus()
        takes_enter = in_field or (self._asks_names and self.table.hasFocus())
        if event.key() in ENTER_KEYS and takes_enter and self.sought:
            if not event.isAutoRepeat():
                self._take_found()
        elif event.key() == Qt.Key.Key_Escape and edit.text():
            edit.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and in_field:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not in_field and event.text().isprintable() and event.text().strip():
            # Another company is looked for now.
            edit.setText(event.text())
            edit.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            event.ignore()
