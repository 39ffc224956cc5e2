"""Step 2: which customer, and looking the account up."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.inquiry_flow import Step
from desktop_app.ui.kit.keyboard import ENTER_KEYS, TAKES_SCAN
from desktop_app.ui.texts.labels import field_of
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import (
    Button,
    FieldState,
    InlineMessage,
    KeyHint,
    Monogram,
    PlainLabel,
    TextField,
    Variant,
)
from desktop_app.ui.widgets.announce import announce
from desktop_app.ui.widgets.page_body import ShownStack
from desktop_app.ui.wizard.customer_panel import CustomerPanel
from desktop_app.ui.wizard.customer_words import (
    account_fault_text,
    account_reason,
    hint_text,
    is_long_form,
    next_text,
)
from desktop_app.ui.wizard.known_customers import KnownCustomers
from desktop_app.ui.wizard.lookup_failed import LookupFailedPanel, knows_no_customer
from desktop_app.ui.wizard.more_fields import MoreFields
from desktop_app.ui.wizard.page import Page
from desktop_app.ui.wizard.service_read import ServiceRead
from desktop_app.ui.wizard.suggestions import Suggestions

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop_app.core.customers import KnownAccount
    from desktop_app.core.payment_flow import Flow
    from desktop_app.ui.runtime.context import AppContext

_ERROR_PAUSE_MS = 400


class CustomerPage(Page):
    """The account id, suggestions from before, and the look-up with its ends."""

    looking_up = Signal()
    """The company is asked: what it answers is shown by the next page."""

    def __init__(self, context: AppContext, flow: Flow) -> None:
        super().__init__(context, flow, "customer")
        self._customers = KnownCustomers(context, self)
        self._customers.read.connect(self._take_known)
        self._error_timer = QTimer(self)
        self._error_timer.setSingleShot(True)
        self._error_timer.setInterval(_ERROR_PAUSE_MS)
        self._error_timer.timeout.connect(self._show_field_error)
        self._read = ServiceRead(context, flow, Step.CUSTOMER, "customer", self)
        self._read.began.connect(self.looking_up)
        self._read.answered.connect(self.step_changed)
        self._read.unanswered.connect(self._show_end)
        self._read.stale.connect(self._show_end)
        self._build()
        self._read.take_over()

    # --- building -------------------------------------------------------------------------

    def _build(self) -> None:
        theme = self.theme
        self._head = QHBoxLayout()
        self._head.setSpacing(14)
        self._monogram = Monogram(theme, "", "", 46)
        self._title = PlainLabel(theme, "", TextRole.TITLE)
        self._head.addWidget(self._monogram)
        self._head.addWidget(self._title, 1)
        self._label = PlainLabel(theme, "", TextRole.STRONG)
        self._field = TextField(theme, "", big=True, name="customer.id")
        self._field.setProperty(TAKES_SCAN, True)
        self._field.textEdited.connect(self._typed)
        self._field.editingFinished.connect(self._left_field)
        self._is_judged = False
        self._label.setBuddy(self._field)
        self._more = MoreFields(self.context, self.flow, self)
        self._more.changed.connect(self._show_state)
        self._note = InlineMessage(theme, "", name="customer.note", about=self._field)
        self._suggestions = Suggestions(self.context)
        self._suggestions.chosen.connect(self._take_suggestion)
        self._below = ShownStack()
        self._typing = QWidget()
        typing = QVBoxLayout(self._typing)
        typing.setContentsMargins(0, 0, 0, 0)
        typing.setSpacing(12)
        self._typing_column = typing
        typing.addWidget(self._note)
        typing.addWidget(self._suggestions)
        typing.addStretch(1)
        for panel in (self._typing, self._read.progress):
            self._below.add(panel)
        left = QVBoxLayout()
        left.setSpacing(self.body.spacing())
        left.addLayout(self._head)
        left.addWidget(self._label)
        left.addWidget(self._field)
        self._left = left
        left.addWidget(self._more)
        left.addWidget(self._below, 1)
        self._known = CustomerPanel(self.context)
        self._suggestions.pointed.connect(self._show_pointed)
        row = QHBoxLayout()
        row.setSpacing(theme.metrics.gap)
        row.addLayout(left, 1)
        row.addWidget(self._known, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row, 1)
        self._build_footer()

    def _build_footer(self) -> None:
        theme = self.theme
        self._back = Button(theme, self.tr("Back"), key="Esc", name="customer.back")
        self._back.clicked.connect(self.go_back)
        self._choose_hint = KeyHint(theme, "↓", self.tr("Choose a customer"))
        self._cancel_hint = KeyHint(theme, "Esc", self.tr("Cancel the look-up"))
        self._look_up = Button(
            theme,
            self.tr("Look up"),
            Variant.PRIMARY,
            key="Enter",
            icon="search",
            name="customer.lookup",
        )
        self._look_up.clicked.connect(self.look_up)
        self._missing = PlainLabel(
            theme, "", TextRole.LABEL, "text2", name="customer.missing", wrap=True
        )
        self.footer.add_left(self._back)
        self.footer.add_left(self._cancel_hint)
        self.footer.add_left(self._choose_hint)
        self.footer.add_left(self._missing)
        self.footer.add_right(self._look_up)

    @cached_property
    def _no_answer(self) -> LookupFailedPanel:
        """The panel for an answer that is no account, made for the first one."""
        panel = LookupFailedPanel(self.context)
        panel.chosen.connect(self._take_suggestion)
        self._customers.resembles.connect(panel.show_alike)
        self._below.add(panel)
        return panel

    # --- showing --------------------------------------------------------------------------

    def enter(self) -> None:
        """Show the chosen provider with what was typed for it before, selected."""
        provider = self.flow.provider
        if provider is None:
            return
        info = provider.info
        self._is_judged = False
        self._monogram.set_provider(info.monogram, info.slug)
        self._title.setText(self.tr("{provider} customer").format(provider=info.name))
        self._label.setText(field_of(info))
        self._field.setAccessibleName(field_of(info))
        self._field.setText(self.flow.entries.account_id)
        was_lost = self._read.drop_lost()
        self._more.show_provider(provider)
        self._place_note(beside_more=len(info.fields) > 1)
        self._field.select_all()
        self._show_state()
        # What was said of the cash is said until something else is typed.
        self._show_error()
        if was_lost:
            # Its answer found nobody.
            self.look_up()
        self._customers.load(provider, self._field.text())

    def resume(self, kept: object) -> None:
        """Say again what is wrong with what is typed."""
        self._show_field_error()

    def leave(self) -> None:
        """No seconds are counted for a page that is not seen."""
        self._read.progress.stop()

    def _take_known(self) -> None:
        customers = self._customers
        # Rows that a person moves through stay: Enter takes the one that is seen.
        if self.flow.provider is not None and not self._suggestions.has_keyboard:
            self._suggestions.set_known(self.flow.provider, customers.accounts, customers.untried)
        self._propose()
        self._show_state()
        self._look_alike()
        self._show_field_error()

    def _show_state(self) -> None:
        """Typing, looking up, or an answer that is no account."""
        provider = self.flow.provider
        if provider is None:
            return
        looking = self.flow.is_looking_up
        error = account_fault_text(self.flow) if self._is_judged and not looking else ""
        rest = FieldState.INVALID if error else FieldState.REST
        self._field.set_state(FieldState.LOCKED if looking else rest)
        self._more.form.set_locked(looking)
        example = next((one.account_id for one in self._customers.practice), "")
        self._note.set_message(error or hint_text(provider.info, example), bad=bool(error))
        self._filter_suggestions()
        self._show_pointed()
        if looking:
            self._below.show_part(self._read.progress)
        elif self.flow.lookup_error is not None:
            self._below.show_part(self._no_answer)
        else:
            self._below.show_part(self._typing)
        again = self.flow.lookup_error is not None and not looking
        for part in (self._monogram, self._title):
            # A small window needs the room for the answer; the label below names the company too.
            part.setVisible(
                not (
                    is_long_form(self.flow, compact=self.theme.compact)
                    or (again and self.theme.compact)
                )
            )
        self._look_up.setText(next_text(provider.info, again=again))
        # The first field that keeps the clerk from going on.
        reason = account_reason(self.flow) or self._more.form.reason()
        self._look_up.enable(self.flow.can_look_up, reason)
        is_form = len(provider.info.fields) > 1
        self._missing.setText(reason)
        self._missing.setVisible(is_form and not looking and not self.flow.can_look_up)
        self._back.setVisible(not looking)
        self._cancel_hint.setVisible(looking)
        self._choose_hint.setVisible(
            not looking and self._suggestions.count() > 0 and self.flow.lookup_error is None
        )
        if looking:
            self._read.show_progress()

    def note(self) -> str:
        """The provider's name where it has no room above the form."""
        provider = self.flow.provider
        return (
            provider.info.name
            if provider is not None and is_long_form(self.flow, compact=self.theme.compact)
            else ""
        )

    def _place_note(self, *, beside_more: bool) -> None:
        """Place the note of the account field right below it where more fields follow."""
        for column in (self._left, self._typing_column):
            column.removeWidget(self._note)
        if beside_more:
            self._left.insertWidget(self._left.indexOf(self._more), self._note)
        else:
            self._typing_column.insertWidget(0, self._note)

    def _show_pointed(self) -> None:
        """Show the customer beside the field, where there is room for it."""
        waits = self.flow.is_looking_up or self.flow.lookup_error is not None
        is_wanted = bool(self._field.text().strip()) and not waits and not self.theme.compact
        self._known.show_account(self._suggestions.pointed_at() if is_wanted else None)

    def _typed(self, text: str) -> None:
        self._is_judged = False
        self.flow.type(text)
        if self.flow.provider is not None:
            self._customers.search(self.flow.provider, text)
        self._propose()
        self._show_state()
        self._error_timer.start()

    def _propose(self) -> None:
        account_id = self.flow.entries.account_id
        self._more.propose(self._customers.find(self.flow.provider, account_id))

    def _filter_suggestions(self) -> None:
        """A small window has room for one beside a form; a customer typed whole needs none."""
        text, provider = self._field.text(), self.flow.provider
        if provider is None or not (
            is_long_form(self.flow, compact=self.theme.compact) and self.theme.compact
        ):
            self._suggestions.filter(text)
        elif self._customers.find(provider, text) is None:
            self._suggestions.filter(text, most=1)
        else:
            self._suggestions.filter(text, most=0)

    def _show_field_error(self) -> None:
        words = account_fault_text(self.flow)
        if not words or self.flow.is_looking_up:
            return
        self._is_judged = True
        self._show_state()
        announce(self._field, words)

    def _left_field(self) -> None:
        if not self._is_judged and not self._field.hasFocus():
            self._show_field_error()

    # --- looking up -----------------------------------------------------------------------

    def look_up(self) -> None:
        """Ask the service, once at a time; where something is missing yet, go there."""
        if self.flow.provider is None or not self.flow.can_look_up:
            self._show_field_error()
            self._more.form.show_errors()
            if self.flow.entries.account_id and self.flow.entries.account_error is None:
                self._more.form.focus_next()
            return
        self._read.start()
        if self.flow.needs_answer:
            self._show_state()

    def _show_end(self) -> None:
        self._show_state()
        self._show_error()
        if self.isVisible():
            self._field.select_all()

    def _show_error(self) -> None:
        error = self.flow.lookup_error
        if error is None or self.flow.provider is None:
            return
        self._no_answer.show_error(error, self.flow.provider.info)
        self._no_answer.show_alike(None)
        self._look_alike()
        self._show_state()

    def _look_alike(self) -> None:
        """Search for somebody with nearly this name, where the company knows no such customer."""
        error, provider = self.flow.lookup_error, self.flow.provider
        if provider is not None and error is not None and knows_no_customer(error):
            self._customers.look_alike(provider, self.flow.entries.account_id)
        else:
            self._customers.drop_alike()

    def take_scan(self, text: str) -> bool:
        """Take a bar code as the customer's account, and look it up; not while one is looked up."""
        if self.flow.is_looking_up or self.flow.provider is None:
            return False
        self._field.setText(text)
        self._typed(text)
        self.look_up()
        return True

    def _take_suggestion(self, known: KnownAccount) -> None:
        self.flow.enter_known(known.account_id, known.entry)
        self._field.setText(self.flow.entries.account_id)
        self._propose()
        self.look_up()

    def go_back(self) -> None:
        """Esc: cancel a look-up at once; otherwise back to the providers."""
        if not self._read.cancel():
            super().go_back()

    def takes_key(self, event: QKeyEvent) -> bool:
        """Enter looks up; the arrows go to the suggestions."""
        if event.key() in ENTER_KEYS:
            if not event.isAutoRepeat() and not self.flow.is_looking_up:
                self.look_up()
            return True
        if event.key() == Qt.Key.Key_Down and not self.flow.is_looking_up:
            if self.flow.lookup_error is not None:
                return self._no_answer.take_focus()
            return self._suggestions.take_focus()
        if event.key() == Qt.Key.Key_Up and not self.flow.is_looking_up:
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if self._suggestions.has_keyboard and event.text().strip() and event.text().isprintable():
            # Who types on means another customer than those in the list.
            self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._field.end(False)
            self._field.insert(event.text())
            return True
        return False
