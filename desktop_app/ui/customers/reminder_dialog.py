"""Reminds one customer that an account runs out: WhatsApp with the text, or a code for a phone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.formatting.dates import bs_text
from desktop_app.formatting.whatsapp import whatsapp_link, whatsapp_number
from desktop_app.printing.drawing import code_picture
from desktop_app.ui.kit.dialog import Dialog
from desktop_app.ui.kit.keyboard import ENTER_KEYS
from desktop_app.ui.runtime.jobs import Job
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import Button, PlainLabel, TextField, Variant
from desktop_app.ui.widgets.announce import announce

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop_app.ui.customers.customer_rows import Customer
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result

_WIDTH, _HEIGHT = 760, 460
_CODE = 300
_PAUSE_MS = 250
_PHONE_LETTERS = 20


class ReminderDialog(Dialog):
    """The phone, the text and its code. A person looks at it in WhatsApp, and sends it there."""

    def __init__(self, context: AppContext, window: QWidget, customer: Customer) -> None:
        super().__init__(context.theme, window, self.tr("Remind the customer"), name="reminder")
        theme = context.theme
        self._context, self._text = context, self._message(context, customer)
        self._code_job = 0
        card = customer.line.card
        self._phone = TextField(
            theme, self.tr("Customer’s phone"), placeholder="98…", name="reminder.phone"
        )
        self._phone.setMaxLength(_PHONE_LETTERS)
        self._phone.setText("" if card is None else card.phone)
        self._phone.textChanged.connect(self._typed)
        words = PlainLabel(theme, self._text, TextRole.BODY, wrap=True, name="reminder.text")
        self._says = PlainLabel(theme, "", TextRole.LABEL, "text2", wrap=True, name="reminder.says")
        self._code = QLabel()
        self._code.setObjectName("reminder.code")
        self._code.setFixedSize(theme.scaled(_CODE), theme.scaled(_CODE))
        self._code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._code.setAccessibleName(self.tr("Code that opens WhatsApp with the reminder"))
        self._open = Button(
            theme, self.tr("Open WhatsApp"), Variant.PRIMARY, key="Enter", name="reminder.open"
        )
        self._open.clicked.connect(self.open_whatsapp)
        self._copy = Button(theme, self.tr("Copy the text"), key="Ctrl T", name="reminder.copy")
        self._copy.clicked.connect(self.copy_text)
        self._close = Button(theme, self.tr("Close"), key="Esc", name="reminder.close")
        self._close.clicked.connect(self.reject)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._draw_code)
        self._lay_out(words)
        self.fix_size(theme.scaled(_WIDTH), theme.scaled(_HEIGHT))
        self._typed()

    def _lay_out(self, words: PlainLabel) -> None:
        side = QVBoxLayout()
        side.setSpacing(10)
        side.addWidget(PlainLabel(self.theme, self.accessibleName(), TextRole.HEADING))
        name = PlainLabel(self.theme, self._phone.accessibleName(), TextRole.LABEL, "text2")
        side.addWidget(name)
        side.addWidget(self._phone)
        side.addWidget(words)
        side.addWidget(self._says)
        side.addStretch(1)
        for button in (self._open, self._copy, self._close):
            side.addWidget(button)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(self._code, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(side, 1)
        self.column.setContentsMargins(20, 16, 20, 16)
        self.column.addLayout(row)

    def _message(self, context: AppContext, customer: Customer) -> str:
        session, line, provider = context.session, customer.line, customer.provider
        day = line.expires_on
        words = self.tr(
            "Namaste {name}. The internet of {company}, {account}, runs out on {day}. You can pay"
            " for it at our shop. {shop}"
        )
        return words.format(
            name=line.name,
            company="" if provider is None else provider.info.name,
            account="" if line.account is None else line.account.account_id,
            day="" if day is None else bs_text(day, session.settings.language),
            shop=session.shop_name,
        ).strip()

    @property
    def link(self) -> str:
        """What opens WhatsApp for the phone that is in the field."""
        return whatsapp_link(self._phone.text(), self._text)

    def ask(self) -> None:
        """Show it; the keyboard is at the phone while none is known."""
        self.show_above(self._open if whatsapp_number(self._phone.text()) else self._phone)
        self._draw_code()

    def _typed(self) -> None:
        number = whatsapp_number(self._phone.text())
        if number is not None:
            self._says.setText(self.tr("WhatsApp opens for +{number}.").format(number=number))
        else:
            words = self.tr("Without a mobile number, choose the customer in WhatsApp.")
            self._says.setText(words)
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
            self._say(self.tr("WhatsApp is opening. Look at it and send it there."))
        else:
            QGuiApplication.clipboard().setText(self._text)
            self._say(self.tr("WhatsApp could not be opened. The text is copied: paste it."))

    def copy_text(self) -> None:
        """Put the text where it can be pasted."""
        QGuiApplication.clipboard().setText(self._text)
        self._say(self.tr("Copied. Paste it into the message."))

    def _say(self, words: str) -> None:
        self._says.setText(words)
        announce(self._says, words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens WhatsApp, Ctrl T copies the text."""
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.isAutoRepeat():
            return
        if control and event.key() == Qt.Key.Key_T:
            self.copy_text()
        elif event.key() in ENTER_KEYS and self._phone.hasFocus():
            self.open_whatsapp()
        else:
            super().keyPressEvent(event)
