"""The receipt as it would be printed with the settings on the page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage, QPixmap

from desktop_app.core.settings import Paper, Settings
from desktop_app.ui.payment_kit.documents import DocumentMaker
from desktop_app.ui.runtime.jobs import Job
from desktop_app.ui.settings.sample import sample_payment
from desktop_app.ui.texts.printing import paper_name
from desktop_app.ui.widgets import ScrollPreview

if TYPE_CHECKING:
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result

_PAUSE_MS = 250
_WIDTH = 250
_NARROW = 181


class ReceiptPreview(ScrollPreview):
    """Shows the paper, which a worker draws shortly after the last change."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context.theme, "", paper_width=_WIDTH, name="settings.preview")
        self.setFixedWidth(_WIDTH + 32)
        self._context = context
        self._settings: Settings | None = None
        self._job = 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._draw)

    def show_settings(self, settings: Settings) -> None:
        """Show a receipt under these settings."""
        self.set_title(self.tr("Preview"), paper_name(settings.paper))
        if settings == self._settings:
            return
        first, self._settings = self._settings is None, settings
        self._pause.start(0 if first else _PAUSE_MS)

    def redraw(self) -> None:
        """Show the same settings again: what else is on the paper has changed."""
        self._pause.start(0)

    def _draw(self) -> None:
        settings, context = self._settings, self._context
        if settings is None:
            return
        papers = DocumentMaker.under(context, settings)
        payment = sample_payment(settings, context.session.environment, context.clock.now())
        ratio = self.devicePixelRatioF()
        context.tasks.cancel(self._job)
        self._job = context.tasks.read(
            Job("draw the sample", partial(papers.preview, payment, None, ratio)), self._take
        )

    def _take(self, done: Result[QImage]) -> None:
        self._context.session.report(done.error)
        if done.value is not None and self._settings is not None:
            narrow = self._settings.paper is Paper.ROLL_58
            self.set_picture(QPixmap.fromImage(done.value), _NARROW if narrow else _WIDTH)
