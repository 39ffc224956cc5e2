"""Step 3: which package or bill."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout

from desktop_app.core.billing.accounts import LineKind, charge_of
from desktop_app.core.billing.forms import AmountEntry, FieldLabel, allowed_amount
from desktop_app.core.inquiry_flow import Step
from desktop_app.core.money import grouped
from desktop_app.core.payments.desk import STALE_AFTER
from desktop_app.ui.kit.keyboard import ENTER_KEYS
from desktop_app.ui.texts.money import rupees
from desktop_app.ui.widgets import (
    Button,
    InlineMessage,
    KeyHint,
    MoneyTable,
    TextField,
    Variant,
)
from desktop_app.ui.widgets.announce import announce
from desktop_app.ui.wizard.choice_banner import ChoiceBanner
from desktop_app.ui.wizard.customer_header import CustomerHeader
from desktop_app.ui.wizard.form_panel import FormPanel
from desktop_app.ui.wizard.last_amounts import LastAmounts
from desktop_app.ui.wizard.offers import (
    MAX_DIGITS,
    choice_note,
    columns,
    is_bills,
    offer_name,
    rows,
)
from desktop_app.ui.wizard.page import Page
from desktop_app.ui.wizard.service_read import ServiceRead
from desktop_app.ui.wizard.sum_row import SumRow

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from desktop_app.core.money import Money
    from desktop_app.core.payment_flow import Flow
    from desktop_app.ui.runtime.context import AppContext

_GAP = 14
"""Between the parts of the footer."""


class ChoicePage(Page):
    """The account's offers; one is chosen by digit, arrows or mouse."""

    stale = Signal()
    """The look-up is too old to pay from: it must be made again."""

    def __init__(self, context: AppContext, flow: Flow) -> None:
        super().__init__(context, flow, "choice")
        self._stale = QTimer(self)
        self._stale.setSingleShot(True)
        self._stale.timeout.connect(self.stale)
        self._read = ServiceRead(context, flow, Step.CHOICE, "choice", self)
        self._read.answered.connect(self.step_changed)
        self._read.unanswered.connect(self._show_list)
        self._read.stale.connect(self.stale)
        self._build()
        if not flow.asks_form:
            self._read.take_over()

    def _build(self) -> None:
        theme = self.theme
        self._strip = CustomerHeader(theme, "choice")
        self._place = QVBoxLayout()
        self._table = MoneyTable(
            theme, (), self.tr("What can be paid"), digits=True, fit=True, name="choice.list"
        )
        self._table.chosen.connect(self._take)
        self._table.doubleClicked.connect(self._go_on)
        self._banner = ChoiceBanner(theme)
        self._filter = TextField(
            theme,
            self.tr("Find in the list"),
            icon="search",
            placeholder=self.tr("Find"),
            name="choice.filter",
        )
        self._filter.textChanged.connect(self._show_rows)
        self._note = InlineMessage(theme, "", name="choice.note")
        self._note.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._note.hide()
        self._amount = FormPanel(theme, "choice")
        self._amount.edited.connect(self._amount_typed)
        self._last = LastAmounts(self.context, self, "choice")
        self._last.chosen.connect(self._take_amount)
        self._read.progress.hide()
        self.body.addWidget(self._strip)
        self.body.addWidget(self._filter)
        self.page_body.resized.connect(self._fit_banner)
        # What the table does not take stays empty below it, and does not blow up the strip.
        self.body.addLayout(self._place, 1000)
        self._place.addWidget(self._table)
        self._place.addWidget(self._note)
        self.body.addWidget(self._read.progress)
        self.body.addWidget(self._amount)
        self.body.addWidget(self._last)
        self.body.addWidget(self._banner)
        self.body.addStretch(1)
        back = Button(theme, self.tr("Back"), key="Esc", name="choice.back")
        back.clicked.connect(self.go_back)
        self.footer.add_left(back)
        self._digits = KeyHint(theme, "1–9", self.tr("Choose"))
        self._moves = KeyHint(theme, "↑ ↓", self.tr("Move"))
        self.footer.add_left(self._digits)
        self.footer.add_left(self._moves, 6)
        self._sum = SumRow(theme, self.tr("Total"))
        self._next = Button(
            theme, self.tr("Next"), Variant.PRIMARY, key="Enter", name="choice.next"
        )
        self._next.clicked.connect(self._go_on)
        self.footer.add_right(self._sum)
        self.footer.add_right(self._next)
        self._back = back

    # --- showing --------------------------------------------------------------------------

    def fill(self) -> None:
        """Show the offers of the account; the flow's choice is selected."""
        account, provider, stamp = self.flow.account, self.flow.provider, self.flow.inquiry.stamp
        if account is None or provider is None or stamp is None:
            return
        self._read.drop_lost()
        self._strip.show_account(account, provider.info)
        self._filter.setText("")
        self._show_table()
        self._banner.show_state(self.flow)
        count = min(MAX_DIGITS, len(account.offers))
        self._digits.set_key(f"1–{count}" if count > 1 else "1")
        self._show_amount()
        self._show_state()
        if self.flow.inquiry.dialogue.reads:
            age = self.context.clock.monotonic() - stamp.monotonic
            self._stale.start(max(0, int((STALE_AFTER - age) * 1000)))

    def enter(self) -> None:
        """The keyboard begins in the list."""
        self._fit_banner()
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._read.take_keyboard()

    def leave(self) -> None:
        """A page that is not seen looks nothing up."""
        self._stale.stop()
        self._read.progress.stop()

    def _show_state(self) -> None:
        """The list, or that the company is asked about the choice."""
        waits, account = self.flow.is_looking_up, self.flow.account
        if waits:
            self._note.hide()
        is_long = account is not None and len(account.offers) > MAX_DIGITS
        self._filter.setVisible(is_long and not waits)
        self._read.progress.setVisible(waits)
        self._table.setVisible(not waits)
        if waits:
            self._amount.hide()
            self._last.hide()
        # Once all else is shown that is.
        self._fit_banner()
        for hint in (self._digits, self._moves):
            hint.setVisible(not self.theme.compact and not waits)
        self._back.setVisible(not waits)
        self._show_sum()
        if waits:
            self._read.show_progress()

    def note(self) -> str:
        """Return a note about the choice."""
        return "" if self.flow.account is None else choice_note(self.flow.account)

    def _fit_banner(self) -> None:
        """Advice gives way to the rows in a small window; news is always said."""
        if self.isHidden():
            # It has no place yet.
            return
        banner, body = self._banner, self.page_body
        banner.setVisible(banner.is_wanted and not self.flow.is_looking_up)
        if banner.is_wanted and not banner.is_news and self.theme.compact:
            rows = self._table.sizeHint().height() - self._table.minimumSizeHint().height()
            has_room = body.needed_now() + rows <= body.height()
            banner.setVisible(has_room and not self.flow.is_looking_up)

    def _show_table(self) -> None:
        account = self.flow.account
        if account is None:
            return
        language, marked = self.context.session.settings.language, self.flow.offer
        self._table.show_content(
            columns(account, quotes_later=self.flow.quotes_later),
            rows(account, language),
            "" if marked is None else marked.id,
        )
        self._say("")

    def _show_rows(self) -> None:
        account = self.flow.account
        if account is None:
            return
        language = self.context.session.settings.language
        shown = rows(account, language, self._filter.text())
        self._table.set_rows(shown)
        marked = self.flow.offer
        if marked is not None and all(row.id != marked.id for row in shown):
            # What cannot be seen is not gone on with.
            self.flow.choose(None)
            self._show_amount()
        found = bool(shown) or not self._filter.text().strip()
        self._say("" if found else self.tr("Nothing in the list is called so."))
        self._show_sum()

    def _say(self, words: str, *, bad: bool = False) -> None:
        """Say below the list what keeps the clerk from going on; nothing without words."""
        self._note.set_message(words, bad=bad)
        self._note.setVisible(bool(words))
        announce(self._table, words)

    def _take(self, offer_id: str) -> None:
        offer = self.flow.account.offer(offer_id) if self.flow.account else None
        marked = self.flow.offer
        # The amount that was entered for it stays.
        if offer is not None and (marked is None or marked.id != offer.id):
            self.flow.choose(offer)
        if offer is not None:
            self._say("")
        self._show_amount()
        self._show_sum()

    def _show_amount(self) -> None:
        """The field of an amount that is to be entered, for the offer that is marked."""
        offer = self.flow.offer
        limits = offer.open_amount if offer is not None else None
        fields = () if limits is None else (AmountEntry("amount", FieldLabel.AMOUNT, limits),)
        self._amount.show_fields(fields)
        self._amount.setVisible(bool(fields))
        if offer is not None and fields:
            entered = str(offer.total.decimal) if offer.quote is not None else ""
            self._amount.set_values({"amount": entered})
        provider, account = self.flow.provider, self.flow.account
        # Those of a list stand in the list.
        typed = None if limits is None or limits.allowed else limits
        if provider is not None and account is not None:
            customer = provider.key_of(self.context.environment, account)
            self._last.show_for(provider, customer, typed)

    def _amount_typed(self, _name: str, text: str) -> None:
        marked = self.flow.offer
        offer = self.flow.account.offer(marked.id) if self.flow.account and marked else None
        if offer is None or offer.open_amount is None:
            return
        amount = allowed_amount(offer.open_amount, text)
        self.flow.choose(offer, amount)
        self._show_sum()

    def _take_amount(self, amount: Money) -> None:
        """Enter an amount of before; the clerk still presses Enter."""
        self._amount.set_values({"amount": str(amount.decimal)})
        self._amount_typed("amount", str(amount.decimal))
        self._amount.focus("amount")

    def _show_sum(self) -> None:
        offer, account = self.flow.offer, self.flow.account
        entered = offer is not None and (offer.open_amount is None or offer.quote is not None)
        reason = self.tr("Choose a row first.") if offer is None else self.tr("Enter the amount.")
        self._next.enable(entered and not self.flow.is_looking_up, reason)
        parts: list[tuple[str, str]] = []
        signs = ""
        if offer is not None and account is not None and is_bills(account):
            place = account.offers.index(offer) + 1
            words = self.tr("Bill {number} of {count}")
            words = words.format(number=place, count=len(account.offers))
            parts.append((words, offer_name(offer)))
        elif offer is not None:
            package, due = offer.line(LineKind.PACKAGE), offer.line(LineKind.DUE)
            if package is not None and due is not None:
                parts.append((self.tr("Package"), grouped(package.amount)))
                parts.append((self.tr("Due so far"), grouped(due.amount)))
                signs = "+="
            charge = charge_of(offer.lines)
            if charge:
                parts = parts or [(self.tr("Amount"), grouped(offer.total))]
                parts.append((self.tr("Service charge"), grouped(charge)))
                signs = "+" * (len(parts) - 1) + "="
        priced = offer is not None and offer.quote is not None
        shown = account is not None and any(one.quote or one.open_amount for one in account.offers)
        self._sum.setVisible(shown)
        self._sum.show_sum(rupees(offer.payable) if offer and priced else "—", parts, signs)
        self._fit_sum()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow strip has less room for the sum."""
        super().resizeEvent(event)
        self._fit_sum()

    def _fit_sum(self) -> None:
        sides = 2 * self.theme.metrics.padding + 3 * _GAP
        buttons = self._back.sizeHint().width() + self._next.sizeHint().width()
        self._sum.fit(self.width() - sides - buttons)

    # --- going on -------------------------------------------------------------------------

    def _go_on(self) -> None:
        if self.flow.is_looking_up:
            return
        if not self.flow.go_on():
            if self.flow.needs_fresh_lookup:
                self.stale.emit()
            elif self.flow.offer is None and self._table.rows:
                self._say(self.tr("Choose a row first."), bad=True)
            elif self.flow.offer is None:
                announce(self._filter, self._note.text())
            elif self._amount.isVisible():
                self._amount.show_errors()
                self._amount.focus_next()
        elif self.flow.needs_read:
            self._read.start()
            self._show_state()
        else:
            self.step_changed.emit()

    def _show_list(self) -> None:
        self._show_amount()
        self._banner.show_state(self.flow)
        self._show_state()
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_back(self) -> None:
        """Esc: wait no longer for what was asked about the choice; otherwise one step back."""
        if not self._read.cancel():
            super().go_back()

    def _leave_filter(self) -> bool:
        """Move from the filter to its first row; return False where the keyboard is elsewhere."""
        table = self._table
        if not self._filter.hasFocus() or not table.rows:
            return False
        table.setFocus(Qt.FocusReason.OtherFocusReason)
        if not table.current_id():
            table.choose(table.rows[0].id)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties what was typed to find a row, before it leaves the step."""
        is_esc = event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat()
        if is_esc and self._filter.isVisible() and self._filter.text():
            self._filter.clear()
            return
        super().keyPressEvent(event)

    def takes_key(self, event: QKeyEvent) -> bool:
        """Enter goes on; digits reach the table wherever the focus is, letters the filter."""
        if event.key() in ENTER_KEYS:
            if not event.isAutoRepeat() and not self._leave_filter():
                self._go_on()
            return True
        if self.flow.is_looking_up:
            return False
        if event.key() == Qt.Key.Key_Down and self._leave_filter():
            return True
        if self._table.choose_digit(event.text()):
            return True
        if self._filter.isVisible() and event.text().strip().isprintable() and event.text().strip():
            self._filter.setFocus(Qt.FocusReason.OtherFocusReason)
            self._filter.insert(event.text())
            return True
        return False
