"""Says what the clerk must know about the offers: a refused read, another price, fresh figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.ui.texts.money import rupees
from desktop_app.ui.texts.problems import read_error_text
from desktop_app.ui.widgets import Banner, BannerKind
from desktop_app.ui.wizard.offers import due_apart, is_bills

if TYPE_CHECKING:
    from desktop_app.core.money import Money
    from desktop_app.core.payment_flow import Flow
    from desktop_app.ui.theme import Theme


class ChoiceBanner(Banner):
    """Shows news of the offers, or advice about bills.

    The page hides advice where it has no room for it; news it never hides.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, BannerKind.INFO, "", name="choice.banner")
        self.is_news = False
        """It says what was not so before."""
        self.is_wanted = False
        """It says news, or advice for these offers."""

    def show_state(self, flow: Flow) -> None:
        """Say what the flow has found out: a refused read comes before another price."""
        account, provider = flow.account, flow.provider
        if account is None or provider is None:
            return
        name, error = provider.info.name, flow.lookup_error
        before, offer, due = flow.price_before, flow.offer, due_apart(account)
        if error is not None:
            self.set_kind(BannerKind.CAUTION)
            sentence = read_error_text(error, name)
            self.set_text(sentence.what, sentence.advice)
        elif before is not None and offer is not None:
            self._show_price(before, offer.total)
        elif flow.is_renewed:
            self.set_kind(BannerKind.INFO)
            self.set_text(
                self.tr("Looked up again."),
                self.tr("Nothing was paid. The figures are fresh: check them, then go on."),
            )
        elif due is not None:
            self._show_due(due, account.due_note, name)
        else:
            self._show_advice(name)
        self.set_low(self._theme.compact)
        self.is_news = flow.is_renewed or error is not None
        many_bills = is_bills(account) and len(account.offers) > 1
        self.is_wanted = self.is_news or many_bills or due is not None

    def _show_price(self, before: Money, now: Money) -> None:
        changed = self.tr("The price has changed from {before} to {now}.")
        self.set_kind(BannerKind.CAUTION)
        self.set_text(
            changed.format(before=rupees(before), now=rupees(now)),
            self.tr("Tell the customer before you go on."),
        )

    def _show_due(self, due: Money, note: str, provider: str) -> None:
        """A due that the company only tells of: the clerk must not take it."""
        self.set_kind(BannerKind.INFO)
        lead = self.tr("A due of {amount} is not part of this payment.")
        words = self.tr("Do not take cash for it: the customer pays it at {provider}.")
        words = words.format(provider=provider)
        self.set_text(lead.format(amount=rupees(due)), f"{note}. {words}" if note else words)

    def _show_advice(self, provider: str) -> None:
        self.set_kind(BannerKind.INFO)
        self.set_text(
            self.tr("One bill for each payment."),
            self.tr("After this one, Ctrl N on the receipt page opens the customer’s other bills."),
            self.tr(
                "The amount is the figure {provider} asks for."
                " It can differ from rate + VAT because of other charges."
            ).format(provider=provider),
        )
