"""First start, step 4: where the receipts come out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout

from desktop_app.core.settings import Paper, Settings
from desktop_app.ui.first_run.step import StepPanel
from desktop_app.ui.setup_forms.printer_select import PrinterSelect
from desktop_app.ui.setup_forms.rows import OptionRow, add_rows
from desktop_app.ui.texts.printing import paper_name
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import PlainLabel, Segments, Toggle

if TYPE_CHECKING:
    from desktop_app.ui.runtime.context import AppContext


class PrinterStep(StepPanel):
    """Printer, paper, and whether a receipt is printed automatically."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(
            context,
            QCoreApplication.translate("PrinterStep", "Choose the printer"),
            QCoreApplication.translate(
                "PrinterStep", "Receipts can also be saved as PDF, without a printer."
            ),
        )
        theme = self.theme
        self._printer = PrinterSelect(context, "first.printer")
        self._printer.setMinimumWidth(300)
        self._printer.activated.connect(self._chosen)
        self._paper = Segments(
            theme, [(paper.value, paper_name(paper)) for paper in Paper], name="first.paper"
        )
        self._paper.setAccessibleName(self.tr("Paper"))
        self._paper.chosen.connect(self._chosen)
        self._at_once = Toggle(theme, self.tr("Print without asking"), name="first.prints_at_once")
        self._at_once.clicked.connect(self._chosen)
        at_once = QHBoxLayout()
        at_once.setSpacing(12)
        at_once.addWidget(self._at_once)
        at_once.addWidget(
            PlainLabel(theme, self.tr("as soon as it is PAID"), TextRole.LABEL, "text2")
        )
        rows = [
            OptionRow(theme, self.tr("Printer"), self._printer),
            OptionRow(theme, self.tr("Paper"), self._paper),
            OptionRow(theme, self.tr("Print without asking"), at_once),
        ]
        add_rows(self.body, theme, rows)
        self.body.setSpacing(0)

    def enter(self) -> None:
        """Show what was chosen before, and ask the computer for its printers."""
        draft = self._draft()
        self._printer.choose(draft.printer)
        self._printer.read()
        self._paper.set_value(draft.paper.value)
        self._at_once.setChecked(draft.prints_at_once)
        self._printer.setFocus(Qt.FocusReason.OtherFocusReason)

    def _draft(self) -> Settings:
        session = self.context.session
        return session.unsaved.first or session.settings

    def _chosen(self) -> None:
        self.context.session.unsaved.first = replace(
            self._draft(),
            printer=self._printer.name(),
            paper=Paper(self._paper.value()),
            prints_at_once=self._at_once.isChecked(),
        )
