"""Step 3: which package or bill."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout

from desktop_app.core.billing.accounts import Account, LineKind
from desktop_app.core.money import grouped
from desktop_app.core.payment_flow import Flow
from desktop_app.core.payments.desk import STALE_AFTER
from desktop_app.ui.kit.keyboard import ENTER_KEYS
from desktop_app.ui.runtime.context import AppContext
from desktop_app.ui.texts.money import rupees
from desktop_app.ui.widgets import (
    Banner,
    BannerKind,
    Button,
    KeyHint,
    MoneyTable,
    Variant,
)
from desktop_app.ui.widgets.discard import discard
from desktop_app.ui.wizard.customer_header import CustomerStrip
from desktop_app.ui.wizard.offers import columns, is_bills, offer_name, rows
from desktop_app.ui.wizard.page import Page
from desktop_app.ui.wizard.sum_row import SumRow

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
        self._table: MoneyTable | None = None
        self._build()

    def _build(self) -> None:
        theme = self.theme
        self._strip = CustomerStrip(theme)
        self._place = QVBoxLayout()
        self._banner = Banner(theme, BannerKind.INFO, "", name="choice.banner")
        self.body.addWidget(self._strip)
        # What the table does not take stays empty below it, and does not blow up the strip.
        self.body.addLayout(self._place, 1000)
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

    def enter(self) -> None:
        """Show the offers of the account; the flow's choice is selected."""
        account, provider, stamp = self.flow.account, self.flow.provider, self.flow.inquiry.stamp
        if account is None or provider is None or stamp is None:
            return
        self._strip.show_account(account, provider.info)
        self._show_table()
        self._show_banner(account, provider.info.name)
        count = min(9, len(account.offers))
        self._digits.set_key(f"1–{count}" if count > 1 else "1")
        for hint in (self._digits, self._moves):
            hint.setVisible(not self.theme.compact)
        self._show_sum()
        if self.flow.inquiry.dialogue.reads:
            age = self.context.clock.monotonic() - stamp.monotonic
            self._stale.start(max(0, int((STALE_AFTER - age) * 1000)))

    def leave(self) -> None:
        """A page that is not seen looks nothing up."""
        self._stale.stop()

    def note(self) -> str:
        """What to know about the choice."""
        account = self.flow.account
        if account is None:
            return ""
        if is_bills(account):
            return self.tr("Choose one bill")
        if account.due is not None:
            return self.tr("The due is added only when the package changes")
        return ""

    def _show_banner(self, account: Account, provider: str) -> None:
        """A price that has changed comes first, then that bills are paid one by one."""
        before, offer = self.flow.price_before, self.flow.offer
        if before is not None and offer is not None:
            self._banner.set_kind(BannerKind.CAUTION)
            changed = self.tr("The price has changed from {before} to {now}.")
            self._banner.set_text(
                changed.format(before=rupees(before), now=rupees(offer.total)),
                self.tr("Tell the customer before you go on."),
            )
        elif self.flow.is_renewed:
            self._banner.set_kind(BannerKind.INFO)
            self._banner.set_text(
                self.tr("Looked up again."),
                self.tr("Nothing was paid. The figures are fresh: check them, then go on."),
            )
        else:
            self._banner.set_kind(BannerKind.INFO)
            self._banner.set_text(
                self.tr("One bill for each payment."),
                self.tr(
                    "After this one, Ctrl N on the receipt page opens the customer’s other bills."
                ),
                self.tr(
                    "The amount is the figure {provider} asks for."
                    " It can differ from rate + VAT because of other charges."
                ).format(provider=provider),
            )
        several = is_bills(account) and len(account.offers) > 1 and not self.theme.compact
        self._banner.setVisible(self.flow.is_renewed or several)

    def _show_table(self) -> None:
        account = self.flow.account
        if account is None:
            return
        if self._table is not None:
            discard(self._place, self._table)
        self._table = MoneyTable(
            self.theme,
            columns(account),
            self.tr("What can be paid"),
            digits=True,
            fit=True,
            name="choice.list",
        )
        self._table.set_rows(rows(account, self.context.session.settings.language))
        self._place.addWidget(self._table)
        if self.flow.offer is not None:
            self._table.choose(self.flow.offer.id)
        self._table.chosen.connect(self._take)
        self._table.doubleClicked.connect(lambda _: self._go_on())
        # A widget added to a page that is on screen is shown later, and takes no focus till then.
        self._table.show()
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self, offer_id: str) -> None:
        offer = self.flow.account.offer(offer_id) if self.flow.account else None
        if offer is not None:
            self.flow.choose(offer)
        self._show_sum()

    def _show_sum(self) -> None:
        offer, account = self.flow.offer, self.flow.account
        self._next.enable(offer is not None, self.tr("Choose a row first."))
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
        self._sum.show_sum(rupees(offer.total) if offer else "—", parts, signs)
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
        if self.flow.go_on():
            self.step_changed.emit()
        elif self.flow.needs_fresh_lookup:
            self.stale.emit()

    def takes_key(self, event: QKeyEvent) -> bool:
        """Enter goes on; digits reach the table wherever the focus is."""
        if event.key() in ENTER_KEYS:
            if not event.isAutoRepeat():
                self._go_on()
            return True
        return self._table is not None and self._table.choose_digit(event.text())
