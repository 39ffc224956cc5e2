"""Sends a receipt on: WhatsApp with its text, a code for a phone, a picture or PDF to paste."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QObject, Qt, QTimer, QUrl
from PySide6.QtGui import QGuiApplication, QImage, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop_app.core.payments.payment import PaymentState
from desktop_app.printing.message import receipt_message
from desktop_app.ui.kit.saved_file import MessageBanner
from desktop_app.ui.kit.whatsapp_dialog import WhatsAppDialog
from desktop_app.ui.payment_kit.documents import receipt_wording
from desktop_app.ui.payment_kit.print_job import PrintJob
from desktop_app.ui.runtime.jobs import Job
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import BannerKind, ButtonSize, PlainLabel
from desktop_app.ui.widgets.overlay import is_uncovered
from desktop_app.ui.widgets.tab_order import bring_into_view

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from desktop_app.core.billing.forms import FieldLabel
    from desktop_app.core.payments.payment import Payment
    from desktop_app.core.settings import Settings
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result

_WIDTH, _HEIGHT = 820, 560
_CODE = 400
"""Room for the code: a long text in Nepali needs all of it."""


class ReceiptSharing(QObject):
    """Words a receipt on a worker, and shows the dialog for it."""

    def __init__(self, context: AppContext, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._job = 0

    def ask(self, payment: Payment | None, label: FieldLabel | None) -> None:
        """Offer the ways to send this receipt; nothing for a payment that has none."""
        if payment is None or payment.state is not PaymentState.PAID:
            return
        tasks, settings = self._context.tasks, self._context.session.settings
        tasks.cancel(self._job)
        job = Job("word a receipt", partial(_words, payment, settings, label))
        self._job = tasks.read(job, partial(self._show, payment, label))

    def drop(self) -> None:
        """Offer nothing for what was asked before: another payment is meant by now."""
        self._context.tasks.cancel(self._job)

    def _show(self, payment: Payment, label: FieldLabel | None, done: Result[str]) -> None:
        self._context.session.report(done.error)
        if done.value is not None and is_uncovered(self._page):
            dialog = ShareDialog(self._context, self._page.window(), payment, label, done.value)
            dialog.ask()


class ShareDialog(WhatsAppDialog):
    """The ways to send a receipt: its text by WhatsApp, or as text, picture or PDF to paste."""

    def __init__(
        self,
        context: AppContext,
        window: QWidget,
        payment: Payment,
        label: FieldLabel | None,
        text: str,
    ) -> None:
        super().__init__(
            context, window, self.tr("Send the receipt"), name="share", size=ButtonSize.SMALL
        )
        self._payment, self._label = payment, label
        self._said = MessageBanner(context, "share.said", narrow=True)
        self._print_job = PrintJob(context, self, self)
        self._print_job.message.connect(self._said.show_message)
        self._print_job.saved.connect(self._take_pdf)
        self._print_job.pictured.connect(self._take_picture)
        self._picture = self.button(self.tr("Copy a picture"), "picture", "Ctrl P")
        self._picture.clicked.connect(self.copy_picture)
        self._pdf = self.button(self.tr("Save and copy a PDF"), "pdf", "Ctrl S")
        self._pdf.clicked.connect(self.copy_pdf)
        self.code.setAccessibleName(self.tr("Code that opens WhatsApp with the receipt"))
        self.set_text(text, payment.customer_phone, _CODE)
        self._said.grown.connect(self._show_said)
        self.fill(self._parts(), _WIDTH, _HEIGHT)

    def _parts(self) -> QHBoxLayout:
        theme = self.theme
        caption = PlainLabel(
            theme,
            self.tr("Or scan it with a phone: WhatsApp opens there with the receipt."),
            TextRole.LABEL,
            "text2",
            wrap=True,
            name="share.caption",
        )
        side = QVBoxLayout()
        side.setSpacing(10)
        side.addWidget(PlainLabel(theme, self.accessibleName(), TextRole.HEADING))
        side.addWidget(PlainLabel(theme, self.phone.accessibleName(), TextRole.STRONG))
        side.addWidget(self.phone)
        side.addWidget(self.goes_to)
        side.addWidget(self.opens)
        side.addSpacing(6)
        for button in (self.copies, self._picture, self._pdf):
            side.addWidget(button)
        side.addWidget(self._said)
        side.addStretch(1)
        side.addWidget(self.closes)
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addWidget(self.code)
        left.addWidget(caption)
        left.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addLayout(left)
        row.addLayout(side, 1)
        return row

    def _show_said(self) -> None:
        """In a low window it may stand below what is seen."""
        QTimer.singleShot(0, self, self._see_said)

    def _see_said(self) -> None:
        # Where it stands is known once all around it is laid out.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        bring_into_view(self._said, across=False)

    def say(self, kind: BannerKind, lead: str, words: str) -> None:
        """Show an outcome in the banner, which announces it."""
        self._said.show_message(kind, lead, words)

    def copy_picture(self) -> None:
        """Put the receipt's picture where it can be pasted; it is counted like a PDF."""
        self._print_job.picture(self._payment, self._label)

    def _take_picture(self, picture: QImage) -> None:
        QGuiApplication.clipboard().setImage(picture)
        self.say_copied()

    def copy_pdf(self) -> None:
        """Save the receipt as a PDF, and put the file where it can be pasted."""
        self._print_job.save_pdf(self._payment, self._label)

    def _take_pdf(self, path: Path) -> None:
        content = QMimeData()
        content.setUrls([QUrl.fromLocalFile(str(path))])
        QGuiApplication.clipboard().setMimeData(content)
        self.say_copied()
        self._said.offer(path)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl with P and S copies picture and PDF, beside the keys of the text."""
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.isAutoRepeat():
            return
        if event.matches(QKeySequence.StandardKey.Save):
            self.copy_pdf()
        elif control and event.key() == Qt.Key.Key_P:
            self.copy_picture()
        else:
            super().keyPressEvent(event)


def _words(payment: Payment, settings: Settings, label: FieldLabel | None) -> str:
    return receipt_message(payment, receipt_wording(settings), label)
