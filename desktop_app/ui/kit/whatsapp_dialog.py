"""A dialog that sends a text on: WhatsApp with it, a code for a phone, or a copy to paste."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QImage, QPixmap
from PySide6.QtWidgets import QLabel

from desktop_app.formatting.whatsapp import whatsapp_link, whatsapp_number
from desktop_app.printing.drawing import code_picture
from desktop_app.ui.kit.dialog import Dialog
from desktop_app.ui.kit.keyboard import ENTER_KEYS
from desktop_app.ui.runtime.jobs import Job
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import BannerKind, Button, PlainLabel, TextField, Variant
from desktop_app.ui.widgets.page_body import PageBody

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QLayout, QWidget

    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result
    from desktop_app.ui.widgets import ButtonSize

_PAUSE_MS = 250
_PHONE_LETTERS = 20
_MARGIN = 16


class WhatsAppDialog(Dialog):
    """The customer's phone, the code of the link, and the text to copy. Nothing is sent here.

    Whoever derives from it places its parts, names the code, and shows outcomes in ``say``.
    """

    def __init__(
        self, context: AppContext, window: QWidget, lead: str, *, name: str, size: ButtonSize
    ) -> None:
        super().__init__(context.theme, window, lead, name=name)
        self.context = context
        self._message, self._size, self._code_job = "", size, 0
        self.phone = TextField(
            self.theme, self.tr("Customer’s phone"), placeholder="98…", name=f"{name}.phone"
        )
        self.phone.setMaxLength(_PHONE_LETTERS)
        self.phone.textChanged.connect(self._typed)
        self.goes_to = PlainLabel(
            self.theme, "", TextRole.LABEL, "text2", wrap=True, name=f"{name}.goesto"
        )
        self.code = QLabel()
        self.code.setObjectName(f"{name}.code")
        self.code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.opens = self.button(self.tr("Open WhatsApp"), "whatsapp", "Enter", Variant.PRIMARY)
        self.opens.clicked.connect(self.open_whatsapp)
        self.copies = self.button(self.tr("Copy the text"), "text", "Ctrl T")
        self.copies.clicked.connect(self.copy_text)
        self.closes = self.button(self.tr("Close"), "close", "Esc")
        self.closes.clicked.connect(self.reject)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._draw_code)

    def button(
        self, words: str, part: str, key: str, variant: Variant = Variant.SECONDARY
    ) -> Button:
        """Return a button of this dialog, as large as all of them."""
        name = f"{self.objectName()}.{part}"
        return Button(self.theme, words, variant, key=key, size=self._size, name=name)

    def set_text(self, message: str, phone: str, code: int) -> None:
        """Send this text, to this phone until another is typed; the code has so much room, in a
        low window as much as is seen at once.
        """
        self._message = message
        side = min(self.theme.scaled(code), self.highest - 2 * _MARGIN)
        self.code.setFixedSize(side, side)
        self.phone.setText(phone)
        self._typed()

    def fill(self, parts: QLayout, width: int, height: int) -> None:
        """Show the parts in this size; what a low window has no room for is scrolled to."""
        body = PageBody()
        body.column.setContentsMargins(20, _MARGIN, 20, _MARGIN)
        body.column.addLayout(parts)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(body)
        self.fix_size(self.theme.scaled(width), self.theme.scaled(height))

    @property
    def link(self) -> str:
        """What opens WhatsApp for the phone that is in the field."""
        return whatsapp_link(self.phone.text(), self._message)

    def ask(self) -> None:
        """Show it; the keyboard is at the phone while none is known."""
        self.show_above(self.opens if whatsapp_number(self.phone.text()) else self.phone)
        self._draw_code()

    # --- the phone and its code -----------------------------------------------------------

    def _typed(self) -> None:
        number = whatsapp_number(self.phone.text())
        if number is not None:
            self.goes_to.setText(self.tr("WhatsApp opens for +{number}.").format(number=number))
        elif self.phone.text().strip():
            self.goes_to.setText(
                self.tr("This is no mobile number. Choose the customer in WhatsApp.")
            )
        else:
            self.goes_to.setText(self.tr("Without a number, choose the customer in WhatsApp."))
        self._pause.start()

    def _draw_code(self) -> None:
        self._pause.stop()
        tasks, ratio = self.context.tasks, self.devicePixelRatioF()
        tasks.cancel(self._code_job)
        room = int(self.code.width() * ratio)
        job = Job("draw a code", partial(code_picture, self.link, room))
        self._code_job = tasks.read(job, self._take_code)

    def _take_code(self, done: Result[QImage | None]) -> None:
        self.context.session.report(done.error)
        if done.value is None:
            self.code.setText("—")
            return
        picture = QPixmap.fromImage(done.value)
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        self.code.setPixmap(picture)

    # --- what a person does ---------------------------------------------------------------

    def say(self, kind: BannerKind, lead: str, words: str) -> None:
        """Show an outcome, and announce it."""
        raise NotImplementedError

    def say_copied(self) -> None:
        """Say that it can be pasted now."""
        self.say(BannerKind.GOOD, self.tr("Copied."), self.tr("Paste it into the message."))

    def open_whatsapp(self) -> None:
        """Open the link in the computer's browser or WhatsApp, on a worker."""
        job = Job("open WhatsApp", partial(self.context.files.open_link, self.link))
        self.context.tasks.paper(job, self._take_opened)

    def _take_opened(self, done: Result[bool]) -> None:
        if done.value:
            lead, words = self.tr("WhatsApp is opening."), self.tr("Look at it and send it there.")
            self.say(BannerKind.GOOD, lead, words)
            return
        QGuiApplication.clipboard().setText(self._message)
        lead = self.tr("WhatsApp could not be opened.")
        words = self.tr("The text is copied: paste it into a message.")
        self.say(BannerKind.CAUTION, lead, words)

    def copy_text(self) -> None:
        """Put the text where it can be pasted."""
        QGuiApplication.clipboard().setText(self._message)
        self.say_copied()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens WhatsApp, Ctrl T copies the text."""
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.isAutoRepeat():
            return
        if control and event.key() == Qt.Key.Key_T:
            self.copy_text()
        elif event.key() in ENTER_KEYS and self.phone.hasFocus():
            self.open_whatsapp()
        else:
            super().keyPressEvent(event)
