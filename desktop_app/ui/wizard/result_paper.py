"""The paper of a result: its picture, and the buttons that print and save it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.core.payments.payment import Payment, PaymentState
from desktop_app.core.settings import Paper
from desktop_app.formatting.numbers import receipt_number
from desktop_app.ui.payment_kit.documents import DocumentMaker
from desktop_app.ui.payment_kit.print_job import PrintJob
from desktop_app.ui.runtime.jobs import Job
from desktop_app.ui.texts.labels import paper_word
from desktop_app.ui.widgets import Button, ScrollPreview

if TYPE_CHECKING:
    from desktop_app.core.billing.forms import FieldLabel
    from desktop_app.ui.kit.saved_file import MessageBanner
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result

_ROLL_WIDTHS = {Paper.ROLL_58: 220}


def paper_title(payment: Payment) -> str:
    """Return the title above the preview of a payment's document."""
    translate = QCoreApplication.translate
    if payment.state is PaymentState.PAID:
        number = receipt_number(payment).text
        return translate("ResultPaper", "Receipt {number}").format(number=number)
    if payment.state is PaymentState.NOT_PAID:
        return translate("ResultPaper", "Cash return slip")
    return translate("ResultPaper", "Cash held slip")


class ResultPaper(QObject):
    """Draws the receipt or slip, prints and saves it. What comes of that is said in a banner.

    The page places ``preview``, which has the buttons, and ``row``, which has them where there is
    no room for the picture.
    """

    def __init__(self, context: AppContext, message: MessageBanner, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        theme = context.theme
        self._context = context
        self._message = message
        self._payment: Payment | None = None
        self._label: FieldLabel | None = None
        self._picture_job = 0
        self._print_job = self._make_job()
        self.preview = ScrollPreview(theme, "", paper_width=276 if theme.compact else 300)
        self.row = QWidget()
        self._row_layout = QHBoxLayout(self.row)
        self._row_layout.setContentsMargins(5, 6, 5, 5)
        self._row_layout.setSpacing(10)
        self.row.hide()
        self._print = Button(theme, "", icon="printer", key="F9", side=True, name="result.print")
        self._print.clicked.connect(self.print)
        pdf = Button(theme, self.tr("Save PDF"), key="Ctrl S", side=True, name="result.pdf")
        pdf.clicked.connect(self.save_pdf)
        self._buttons = (self._print, pdf)
        for button in self._buttons:
            self.preview.add_button(button)

    def begin(self) -> None:
        """Another payment's result: what comes of an earlier paper is not shown with this one."""
        self._print_job.deleteLater()
        self._print_job = self._make_job()
        self._message.hide()

    def take(self, payment: Payment, label: FieldLabel | None) -> None:
        """Print and save the paper of this payment from now on."""
        if self._payment is None or self._payment.key != payment.key:
            # Nothing of another customer's paper stands here until this one is drawn.
            self._context.tasks.cancel(self._picture_job)
            self.preview.set_picture(QPixmap())
            self.preview.set_title(paper_title(payment), self.preview.size_label.text())
        self._payment, self._label = payment, label
        if payment.state is not PaymentState.PAID:
            self._print.setText(self.tr("Print slip"))
        elif payment.prints > 0:
            self._print.setText(self.tr("Print again"))
        else:
            self._print.setText(self.tr("Print"))

    def set_narrow(self, narrow: bool) -> None:
        """Leave out the picture where there is no room for it, but not its buttons."""
        self.preview.setVisible(not narrow)
        self.row.setVisible(narrow)
        for button in self._buttons:
            if narrow:
                self._row_layout.addWidget(button)
            else:
                self.preview.add_button(button)

    def draw(self) -> None:
        """Draw the paper as it would come out now."""
        payment, label = self._payment, self._label
        if payment is None:
            return
        papers, ratio = DocumentMaker.under(self._context), self.preview.devicePixelRatioF()
        self._context.tasks.cancel(self._picture_job)
        self._picture_job = self._context.tasks.read(
            Job("draw the paper", partial(papers.preview, payment, label, ratio)),
            self._take_picture,
        )
        self.preview.set_title(paper_title(payment), paper_word(papers.settings.paper))

    def _take_picture(self, done: Result[QImage]) -> None:
        self._context.session.report(done.error)
        if done.value is not None:
            width = _ROLL_WIDTHS.get(self._context.session.settings.paper, 0)
            self.preview.set_picture(QPixmap.fromImage(done.value), width)

    def print_original(self) -> None:
        """Print a receipt that nobody has printed yet."""
        if self._payment is not None:
            self._print_job.print(self._payment, self._label, original_only=True)

    def print(self) -> None:
        """Print once; a second press while it is printing does nothing."""
        if self._payment is not None:
            self._print_job.print(self._payment, self._label)

    def save_pdf(self) -> None:
        """Write the PDF into the folder for papers."""
        if self._payment is not None:
            self._print_job.save_pdf(self._payment, self._label)

    def _make_job(self) -> PrintJob:
        job = PrintJob(self._context, self, self._page)
        job.message.connect(self._message.show_message)
        job.saved.connect(self._message.offer)
        return job
