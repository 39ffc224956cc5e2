"""Sends a receipt on: WhatsApp with its text, a code for a phone, a picture or PDF to paste."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Qt, QTimer, QUrl
from PySide6.QtGui import QGuiApplication, QImage, QKeySequence, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from desktop_app.core.payments.payment import PaymentState
from desktop_app.formatting.whatsapp import whatsapp_link, whatsapp_number
from desktop_app.printing.drawing import code_picture
from desktop_app.printing.message import receipt_message
from desktop_app.ui.kit.dialog import Dialog
from desktop_app.ui.kit.keyboard import ENTER_KEYS
from desktop_app.ui.kit.saved_file import MessageBanner
from desktop_app.ui.payment_kit.documents import receipt_wording
from desktop_app.ui.payment_kit.print_job import PrintJob
from desktop_app.ui.runtime.jobs import Job
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import (
    BannerKind,
    Button,
    ButtonSize,
    PlainLabel,
    TextField,
    Variant,
)

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
_PAUSE_MS = 250
_PHONE_LETTERS = 20


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

    def _show(self, payment: Payment, label: FieldLabel | None, done: Result[str]) -> None:
        self._context.session.report(done.error)
        if done.value is not None and self._page.isVisible():
            dialog = ShareDialog(self._context, self._page.window(), payment, label, done.value)
            dialog.ask()


class ShareDialog(Dialog):
    """The customer's phone, the code of the link, and what can be copied. Nothing is sent here."""

    def __init__(
        self,
        context: AppContext,
        window: QWidget,
        payment: Payment,
        label: FieldLabel | None,
        text: str,
    ) -> None:
        super().__init__(context.theme, window, self.tr("Send the receipt"), name="share")
        self._context = context
        self._payment, self._label, self._message = payment, label, text
        self._code_job = 0
        self._said = MessageBanner(context, "share.said", narrow=True)
        self._print_job = PrintJob(context, self)
        self._print_job.message.connect(self._said.show_message)
        self._print_job.saved.connect(self._take_pdf)
        self._print_job.pictured.connect(self._take_picture)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._draw_code)
        self._build()
        self.fix_size(self.theme.scaled(_WIDTH), self.theme.scaled(_HEIGHT))
        self._typed()
        self._draw_code()

    def _build(self) -> None:
        theme = self.theme
        self._phone = TextField(
            theme, self.tr("Customer’s phone"), placeholder="98…", name="share.phone"
        )
        self._phone.setMaxLength(_PHONE_LETTERS)
        self._phone.setText(self._payment.customer_phone)
        self._phone.textChanged.connect(self._typed)
        self._goes_to = PlainLabel(
            theme, "", TextRole.LABEL, "text2", wrap=True, name="share.goesto"
        )
        self._code = QLabel()
        self._code.setObjectName("share.code")
        self._code.setFixedSize(theme.scaled(_CODE), theme.scaled(_CODE))
        self._code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._code.setAccessibleName(self.tr("Code that opens WhatsApp with the receipt"))
        caption = PlainLabel(
            theme,
            self.tr("Or scan it with a phone: WhatsApp opens there with the receipt."),
            TextRole.LABEL,
            "text2",
            wrap=True,
        )
        self._whatsapp = self._button(
            self.tr("Open WhatsApp"), "whatsapp", "Enter", Variant.PRIMARY
        )
        self._copy = self._button(self.tr("Copy the text"), "text", "Ctrl T")
        self._picture = self._button(self.tr("Copy a picture"), "picture", "Ctrl P")
        self._pdf = self._button(self.tr("Save and copy a PDF"), "pdf", "Ctrl S")
        self._close = self._button(self.tr("Close"), "close", "Esc")
        self._whatsapp.clicked.connect(self.open_whatsapp)
        self._copy.clicked.connect(self.copy_text)
        self._picture.clicked.connect(self.copy_picture)
        self._pdf.clicked.connect(self.copy_pdf)
        self._close.clicked.connect(self.reject)
        side = QVBoxLayout()
        side.setSpacing(10)
        name = self._phone.accessibleName()
        side.addWidget(PlainLabel(theme, self.accessibleName(), TextRole.HEADING))
        side.addWidget(PlainLabel(theme, name, TextRole.STRONG))
        side.addWidget(self._phone)
        side.addWidget(self._goes_to)
        side.addWidget(self._whatsapp)
        side.addSpacing(6)
        for button in (self._copy, self._picture, self._pdf):
            side.addWidget(button)
        side.addWidget(self._said)
        side.addStretch(1)
        side.addWidget(self._close)
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addWidget(self._code)
        left.addWidget(caption)
        left.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addLayout(left)
        row.addLayout(side, 1)
        self.column.setContentsMargins(20, 16, 20, 16)
        self.column.addLayout(row)

    def _button(
        self, words: str, name: str, key: str, variant: Variant = Variant.SECONDARY
    ) -> Button:
        return Button(
            self.theme, words, variant, key=key, size=ButtonSize.SMALL, name=f"share.{name}"
        )

    @property
    def link(self) -> str:
        """What opens WhatsApp for the phone that is in the field."""
        return whatsapp_link(self._phone.text(), self._message)

    def ask(self) -> None:
        """Show it; the keyboard is at the phone while none is known."""
        first = self._whatsapp if whatsapp_number(self._phone.text()) else self._phone
        self.show_above(first)

    # --- the phone and its code -----------------------------------------------------------

    def _typed(self) -> None:
        number = whatsapp_number(self._phone.text())
        if number is not None:
            self._goes_to.setText(self.tr("WhatsApp opens for +{number}.").format(number=number))
        elif self._phone.text().strip():
            self._goes_to.setText(
                self.tr("This is no mobile number. Choose the customer in WhatsApp.")
            )
        else:
            self._goes_to.setText(self.tr("Without a number, choose the customer in WhatsApp."))
        self._pause.start()

    def _draw_code(self) -> None:
        self._pause.stop()
        tasks, ratio = self._context.tasks, self.devicePixelRatioF()
        tasks.cancel(self._code_job)
        room = int(self._code.width() * ratio)
        job = Job("draw a code", partial(code_picture, self.link, room))
        self._code_job = tasks.read(job, self._take_code)

    def _take_code(self, done: Result[QImage | None]) -> None:
        self._context.session.report(done.error)
        if done.value is None:
            self._code.setText("—")
            return
        picture = QPixmap.fromImage(done.value)
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        self._code.setPixmap(picture)

    # --- what a person does ---------------------------------------------------------------

    def open_whatsapp(self) -> None:
        """Open the link in the computer's browser or WhatsApp, on a worker."""
        job = Job("open WhatsApp", partial(self._context.files.open_link, self.link))
        self._context.tasks.paper(job, self._take_opened)

    def _take_opened(self, done: Result[bool]) -> None:
        if done.value:
            lead, words = self.tr("WhatsApp is opening."), self.tr("Look at it and send it there.")
            self._said.show_message(BannerKind.GOOD, lead, words)
            return
        QGuiApplication.clipboard().setText(self._message)
        lead = self.tr("WhatsApp could not be opened.")
        words = self.tr("The text is copied: paste it into a message.")
        self._said.show_message(BannerKind.CAUTION, lead, words)

    def copy_text(self) -> None:
        """Put the text where it can be pasted."""
        QGuiApplication.clipboard().setText(self._message)
        self._say_copied()

    def copy_picture(self) -> None:
        """Put the receipt's picture there; it is counted like a PDF."""
        self._print_job.picture(self._payment, self._label)

    def _take_picture(self, picture: QImage) -> None:
        QGuiApplication.clipboard().setImage(picture)
        self._say_copied()

    def copy_pdf(self) -> None:
        """Save the receipt as a PDF, and put the file where it can be pasted."""
        self._print_job.save_pdf(self._payment, self._label)

    def _take_pdf(self, path: Path) -> None:
        content = QMimeData()
        content.setUrls([QUrl.fromLocalFile(str(path))])
        QGuiApplication.clipboard().setMimeData(content)
        self._say_copied()
        self._said.offer(path)

    def _say_copied(self) -> None:
        words = self.tr("Paste it into the message.")
        self._said.show_message(BannerKind.GOOD, self.tr("Copied."), words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens WhatsApp; Ctrl with T, P and S copies text, picture and PDF."""
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.isAutoRepeat():
            return
        if event.matches(QKeySequence.StandardKey.Save):
            self.copy_pdf()
        elif control and event.key() == Qt.Key.Key_P:
            self.copy_picture()
        elif control and event.key() == Qt.Key.Key_T:
            self.copy_text()
        elif event.key() in ENTER_KEYS and self._phone.hasFocus():
            self.open_whatsapp()
        else:
            super().keyPressEvent(event)


def _words(payment: Payment, settings: Settings, label: FieldLabel | None) -> str:
    return receipt_message(payment, receipt_wording(settings), label)
