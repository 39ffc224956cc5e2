"""About: what the program is, its parts, their licences, and where the list of them lies."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app import __version__
from desktop_app.diagnostics.components import Component, Inventory, licence_text
from desktop_app.ui.help.help_overlay import HelpOverlay, room_for
from desktop_app.ui.help.licence_view import LicenceView
from desktop_app.ui.help.shipped import shipped
from desktop_app.ui.runtime.jobs import Job
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import (
    Button,
    ButtonSize,
    Cell,
    Column,
    IdLabel,
    InlineMessage,
    Line,
    MoneyTable,
    PlainLabel,
    Row,
)

if TYPE_CHECKING:
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result

_WIDTH, _HEIGHT = 1160, 620


class AboutPage(HelpOverlay):
    """Esc closes it. The list has the keyboard first; what is chosen there is shown beside it."""

    def __init__(self, context: AppContext, window: QWidget) -> None:
        super().__init__(context.theme, window, "", width=_WIDTH, name="about")
        self.setAccessibleName(self.tr("About Bhuktani"))
        self._context = context
        self._parts: tuple[Component, ...] = ()
        self._job = 0
        self._build()
        self.closed.connect(self.deleteLater)

    def open(self) -> None:
        """Show it and read the list."""
        super().open()
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._job = self._context.tasks.read(Job("list the components", shipped), self._take)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The panel is as high as the window lets it be."""
        super().resizeEvent(event)
        window = self._window()
        self.panel.setFixedSize(room_for(window, _WIDTH), min(_HEIGHT, window.height() - 36))

    # --- building -------------------------------------------------------------------------

    def _build(self) -> None:
        theme = self._theme
        gap = 10 if theme.compact else 16
        self.body.setContentsMargins(31, 18 if theme.compact else 23, 31, 14)
        self.body.addLayout(self._make_head())
        self.body.addSpacing(gap)
        columns = QHBoxLayout()
        columns.setSpacing(20 if theme.compact else 28)
        columns.addWidget(self._make_table(), 5)
        columns.addLayout(self._make_text(), 8)
        self.body.addLayout(columns, 1)
        self.body.addSpacing(gap)
        self.body.addWidget(Line(theme))
        self.body.addSpacing(8)
        self.body.addLayout(self._make_foot())

    def _make_head(self) -> QVBoxLayout:
        theme = self._theme
        close = Button(
            theme, self.tr("Close"), key="Esc", size=ButtonSize.SMALL, name="about.close"
        )
        close.clicked.connect(self.close_overlay)
        title = QHBoxLayout()
        name = self.tr("Bhuktani {version}").format(version=__version__)
        title.addWidget(PlainLabel(theme, name, TextRole.TITLE, name="about.title"), 1)
        title.addWidget(close)
        what = self.tr(
            "Takes cash for internet bills and pays them through the shop’s prepaid account."
        )
        rights = self.tr("Publisher: Bhuktani. Licence: MIT.")
        head = QVBoxLayout()
        head.setSpacing(8)
        head.addLayout(title)
        words = f"{what} {rights}"
        head.addWidget(PlainLabel(theme, words, colour="text2", wrap=True, name="about.words"))
        return head

    def _make_table(self) -> MoneyTable:
        columns = [
            Column(title=self.tr("Part and licence"), stretch=True),
            Column(title=self.tr("Version"), width=110, compact_width=90, colour="text2"),
        ]
        self._table = MoneyTable(
            self._theme, columns, self.tr("Parts"), behind="surface", name="about.parts"
        )
        self._table.chosen.connect(self._choose)
        return self._table

    def _make_text(self) -> QVBoxLayout:
        theme = self._theme
        self._name = PlainLabel(theme, "", TextRole.STRONG, wrap=True, name="about.name")
        self._licence = PlainLabel(
            theme, "", TextRole.LABEL, "text2", wrap=True, name="about.licence"
        )
        self._text = LicenceView(theme, self.tr("Text of the licence"), name="about.text")
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._name)
        column.addWidget(self._licence)
        column.addSpacing(8)
        column.addWidget(self._text, 1)
        return column

    def _make_foot(self) -> QHBoxLayout:
        theme = self._theme
        self._note = InlineMessage(theme, self.tr("Reading the list of parts…"), name="about.note")
        self._path = IdLabel(theme, "", TextRole.LABEL, "text2", name="about.path")
        self._show = Button(
            theme,
            self.tr("Show the file"),
            icon="folder",
            size=ButtonSize.SMALL,
            name="about.show",
        )
        foot = QHBoxLayout()
        foot.setSpacing(14)
        foot.addWidget(self._note)
        foot.addWidget(self._path, 1)
        foot.addWidget(self._show)
        self._path.hide()
        self._show.hide()
        return foot

    # --- showing --------------------------------------------------------------------------

    def _take(self, done: Result[Inventory]) -> None:
        found = done.value
        if found is None:
            self._note.tell(self.tr("The list of parts cannot be read."), bad=True)
            return
        self._parts = found.parts
        self._table.set_rows(
            [
                Row(id=str(n), cells=(Cell(text=part.name, second=part.licence), part.version))
                for n, part in enumerate(found.parts)
            ]
        )
        self._table.choose("0")
        self._show_place(found)

    def _show_place(self, found: Inventory) -> None:
        if found.sbom is None:
            words = self.tr("The list of all parts (SBOM) comes with the installed program.")
            self._note.set_message(words)
            return
        if found.is_whole:
            self._note.set_message(self.tr("List of all parts (SBOM, CycloneDX):"))
        else:
            self._note.set_message(self.tr("The list of parts cannot be read."), bad=True)
        self._path.setText(str(found.sbom))
        self._path.show()
        folder = QUrl.fromLocalFile(str(found.sbom.parent))
        self._show.clicked.connect(partial(self._open_folder, folder))
        self._show.show()

    def _open_folder(self, folder: QUrl) -> None:
        if not QDesktopServices.openUrl(folder):
            self._note.tell(self.tr("The folder cannot be opened here."), bad=True)

    def _choose(self, row: str) -> None:
        part = self._parts[int(row)]
        self._name.setText(f"{part.name} {part.version}".strip())
        self._licence.setText(part.licence or self.tr("No licence named"))
        self._text.show_text("")
        self._context.tasks.cancel(self._job)
        self._job = self._context.tasks.read(
            Job("read a licence", partial(licence_text, part)), self._take_text
        )

    def _take_text(self, done: Result[str]) -> None:
        self._text.show_text(done.value or self.tr("There is no text of this licence here."))
