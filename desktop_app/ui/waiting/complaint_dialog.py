"""The complaint about a payment: read, copied, printed, saved; and support's ticket for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from desktop_app.ui.kit.dialog import Dialog
from desktop_app.ui.kit.keyboard import ENTER_KEYS
from desktop_app.ui.kit.saved_file import MessageBanner
from desktop_app.ui.payment_kit.print_job import PrintJob
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import (
    BannerKind,
    Button,
    ButtonSize,
    PlainLabel,
    RingWatch,
    TextField,
    Variant,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop_app.printing.complaint import ComplaintSheet
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.waiting.waiting_row import WaitingRow

_WIDTH, _HEIGHT = 760, 620
TICKET_LENGTH = 60


class ComplaintDialog(Dialog):
    """The sheet as text, with what can be done with it. The keyboard starts on Copy."""

    ticket_noted = Signal(int, str)
    """The payment's number and the ticket; empty where it was removed."""

    def __init__(
        self, context: AppContext, window: QWidget, row: WaitingRow, sheet: ComplaintSheet
    ) -> None:
        lead = self.tr("Complaint to the service")
        super().__init__(context.theme, window, lead, name="waiting.complaint")
        self._row = row
        self._sheet = sheet
        self._said = MessageBanner(context, "complaint.said")
        self._print_job = PrintJob(context, self, self)
        self._print_job.message.connect(self._said.show_message)
        self._print_job.saved.connect(self._said.offer)
        self._text = QPlainTextEdit(sheet.text)
        self._text.setObjectName("complaint.text")
        self._text.setAccessibleName(self.tr("Text of the complaint"))
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setFont(context.theme.font(TextRole.LABEL))
        self._ring = RingWatch(context.theme, self._text, context.theme.metrics.control_radius)
        self._ticket = TextField(context.theme, self.tr("Ticket of support"))
        self._ticket.setObjectName("complaint.ticket")
        self._ticket.setMaxLength(TICKET_LENGTH)
        self._ticket.setText(row.ticket)
        self._copy = self._button(self.tr("Copy"), "copy", "Ctrl C", Variant.PRIMARY)
        self._print = self._button(self.tr("Print"), "print", "F9")
        self._pdf = self._button(self.tr("PDF"), "pdf", "Ctrl S")
        self._pdf.setAccessibleName(self.tr("Save PDF"))
        self._close = self._button(self.tr("Close"), "close", "Esc")
        self._note = self._button(self.tr("Save ticket"), "note", "")
        self._copy.clicked.connect(self._copy_all)
        self._print.clicked.connect(self._print_sheet)
        self._pdf.clicked.connect(self._save_sheet)
        self._close.clicked.connect(self.reject)
        self._note.clicked.connect(self._note_ticket)
        self._lay_out()
        self.fix_size(self.theme.scaled(_WIDTH), self.theme.scaled(_HEIGHT))

    def _button(
        self, words: str, name: str, key: str, variant: Variant = Variant.SECONDARY
    ) -> Button:
        return Button(
            self.theme, words, variant, key=key, size=ButtonSize.SMALL, name=f"complaint.{name}"
        )

    def _lay_out(self) -> None:
        theme, column = self.theme, self.column
        ticket = QHBoxLayout()
        ticket.setSpacing(12)
        words = self._ticket.accessibleName()
        ticket.addWidget(PlainLabel(theme, words, TextRole.LABEL, "text2"))
        ticket.addWidget(self._ticket, 1)
        ticket.addWidget(self._note)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self._close)
        buttons.addStretch(1)
        for button in (self._pdf, self._print, self._copy):
            buttons.addWidget(button)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(12)
        column.addWidget(PlainLabel(theme, self.accessibleName(), TextRole.HEADING))
        advice = self.tr("Send it to the support of the service, and note the ticket they give.")
        column.addWidget(PlainLabel(theme, advice, TextRole.LABEL, "text2", wrap=True))
        column.addWidget(self._text, 1)
        column.addWidget(self._said)
        column.addLayout(ticket)
        column.addLayout(buttons)

    # --- doing ----------------------------------------------------------------------------

    def ask(self) -> None:
        """Show it above its window."""
        self.show_above(self._copy)

    def show_kept(self, *, kept: bool) -> None:
        """The record has the ticket, or did not take it."""
        if kept:
            self._said.show_message(
                BannerKind.GOOD, self.tr("The ticket is kept with the payment."), ""
            )
        else:
            self._said.show_message(
                BannerKind.CAUTION, self.tr("The ticket could not be recorded."), ""
            )

    def _copy_all(self) -> None:
        QGuiApplication.clipboard().setText(self._sheet.text)
        self._said.show_message(
            BannerKind.GOOD, self.tr("Copied."), self.tr("Paste it into the message.")
        )

    def _print_sheet(self) -> None:
        self._print_job.print_complaint(self._row.payment, self._sheet.document)

    def _save_sheet(self) -> None:
        self._print_job.save_complaint(self._row.payment, self._sheet.document)

    def _note_ticket(self) -> None:
        self.ticket_noted.emit(self._row.number, " ".join(self._ticket.text().split()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl C copies all, F9 prints, Ctrl S saves; Enter in the ticket's field keeps it."""
        if event.isAutoRepeat():
            return
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy_all()
        elif event.matches(QKeySequence.StandardKey.Save):
            self._save_sheet()
        elif event.key() == Qt.Key.Key_F9:
            self._print_sheet()
        elif event.key() in ENTER_KEYS and self._ticket.hasFocus():
            self._note_ticket()
        else:
            super().keyPressEvent(event)
