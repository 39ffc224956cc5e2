"""A form in the middle of a dialogue: what the company asks after it has answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop_app.core.inquiry_flow import Step
from desktop_app.ui.kit.keyboard import ENTER_KEYS
from desktop_app.ui.texts.problems import read_error_text
from desktop_app.ui.widgets import Banner, BannerKind, Button, Variant
from desktop_app.ui.wizard.customer_header import CustomerHeader
from desktop_app.ui.wizard.form_panel import FormPanel
from desktop_app.ui.wizard.page import Page
from desktop_app.ui.wizard.service_read import ServiceRead

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop_app.core.payment_flow import Flow
    from desktop_app.ui.runtime.context import AppContext


class FormPage(Page):
    """The customer, the fields, and the read that may follow."""

    stale = Signal()
    """The look-up cannot be gone on with: it must be made again."""

    def __init__(self, context: AppContext, flow: Flow) -> None:
        super().__init__(context, flow, "entry")
        theme = self.theme
        self._read = ServiceRead(context, flow, Step.CHOICE, "entry", self)
        self._read.answered.connect(self.step_changed)
        self._read.unanswered.connect(self._show_form)
        self._read.stale.connect(self.stale)
        self._strip = CustomerHeader(theme, "entry")
        self._form = FormPanel(theme, "entry.field")
        self._form.edited.connect(self._typed)
        self._banner = Banner(theme, BannerKind.CAUTION, "", name="entry.banner")
        for part in (self._strip, self._form, self._read.progress, self._banner):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self._back = Button(theme, self.tr("Back"), key="Esc", name="entry.back")
        self._back.clicked.connect(self.go_back)
        self._next = Button(theme, self.tr("Next"), Variant.PRIMARY, key="Enter", name="entry.next")
        self._next.clicked.connect(self._go_on)
        self.footer.add_left(self._back)
        self.footer.add_right(self._next)
        if flow.asks_form:
            self._read.take_over()

    def enter(self) -> None:
        """Show the fields with what was entered before."""
        self._read.drop_lost()
        account, provider = self.flow.account, self.flow.provider
        self._strip.setVisible(account is not None)
        if account is not None and provider is not None:
            self._strip.show_account(account, provider.info)
        if self.flow.is_looking_up:
            self._show_state()
        else:
            self._show_form()

    def leave(self) -> None:
        """No seconds are counted for a page that is not seen."""
        self._read.progress.stop()

    def _show_state(self) -> None:
        waits, error = self.flow.needs_answer, self.flow.lookup_error
        self._form.set_locked(waits)
        self._read.progress.setVisible(waits)
        self._back.setVisible(not waits)
        self._next.enable(self.flow.can_look_up, self._form.reason())
        self._banner.setVisible(error is not None and not waits)
        provider = self.flow.provider
        if provider is None:
            return
        if error is not None:
            sentence = read_error_text(error, provider.info.name)
            self._banner.set_text(sentence.what, sentence.advice)
        if waits:
            self._read.show_progress()

    def _typed(self, name: str, text: str) -> None:
        self.flow.type(text, name)
        self._show_state()

    def _go_on(self) -> None:
        if not self.flow.can_look_up:
            self._form.show_errors()
            self._form.focus_next()
            return
        if self.flow.needs_fresh_lookup:
            self.stale.emit()
            return
        self._read.start()
        if self.flow.needs_answer:
            self._show_state()

    def _show_form(self) -> None:
        self._form.show_fields(self.flow.fields)
        self._form.set_values(self.flow.entries.values)
        self._show_state()
        self._form.focus_first()

    def go_back(self) -> None:
        """Stop waiting by Esc; otherwise go one step back."""
        if not self._read.cancel():
            super().go_back()

    def takes_key(self, event: QKeyEvent) -> bool:
        """Enter goes on, or to the field that is still missing."""
        if event.key() not in ENTER_KEYS:
            return False
        if not event.isAutoRepeat() and not self.flow.is_looking_up:
            self._go_on()
        return True
