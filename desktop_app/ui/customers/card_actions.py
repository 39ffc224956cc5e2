"""Carries out what is done with one customer: the card, the favourite, and who was told."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.formatting.dates import local
from desktop_app.ui.customers.customer_dialog import CustomerDialog
from desktop_app.ui.customers.customer_rows import customers_of, day_text
from desktop_app.ui.customers.customer_writes import (
    favourite_line,
    released_line,
    saved_line,
    told_line,
)
from desktop_app.ui.customers.open_dialog import OpenDialog
from desktop_app.ui.kit.watched_write import WatchedWrite, unrecorded_banner
from desktop_app.ui.runtime.jobs import Job

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from PySide6.QtWidgets import QWidget

    from desktop_app.core.billing.account_key import AccountKey
    from desktop_app.core.customer_book import CustomerCard, CustomerLine
    from desktop_app.ui.customers.customer_rows import Customer
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result

_LIKE = 6


class CardActions(QObject):
    """Shows the card above a page. ``done`` tells in words what was kept."""

    done = Signal(str)
    unrecorded = Signal(object)
    """What makes the words about something that is not recorded."""

    def __init__(self, context: AppContext, page: QWidget) -> None:
        super().__init__(page)
        self._context, self._page = context, page
        self._dialog = OpenDialog[CustomerDialog]()
        self._job = 0
        self._marking: set[Hashable] = set()
        """The marks under way: the same one again changes nothing, and is told once."""

    def show(self, customer: Customer | None, *, as_favourite: bool = False) -> None:
        """Show a customer's card, or that of a new one, ticked ``as_favourite`` or not."""
        dialog = CustomerDialog(
            self._context.theme, self._page.window(), customer, as_favourite=as_favourite
        )
        dialog.confirmed.connect(partial(self._save, customer))
        dialog.released.connect(self._release)
        dialog.searched.connect(self._search)
        self._dialog.open(dialog)
        dialog.ask()
        if customer is not None and customer.line.card is not None:
            self._read_accounts(customer.line.card)

    # --- reading --------------------------------------------------------------------------

    def _read_accounts(self, card: CustomerCard) -> None:
        context = self._context
        work = partial(context.customers.accounts_of, context.environment, card.id)
        context.tasks.cancel(self._job)
        self._job = context.tasks.read(Job("read a customer's accounts", work), self._take_accounts)

    def _take_accounts(self, done: Result[tuple[CustomerLine, ...]]) -> None:
        dialog = self._dialog.shown
        if dialog is None:
            return
        if done.value is None:
            self._dialog.say_unread(done.error)
            return
        providers = {one.info.slug: one for one in self._context.catalog.providers()}
        dialog.show_accounts(
            [(one.line, self._words(one)) for one in customers_of(done.value, providers)]
        )

    def _words(self, customer: Customer) -> str:
        known, day = customer.known, customer.line.expires_on
        provider = customer.provider
        parts = ["" if provider is None else provider.info.name]
        parts.append("" if known is None else known.account_id)
        if day is not None:
            today = local(self._context.clock.now()).date()
            language = self._context.session.settings.language
            runs_out = self.tr("runs out {when}")
            parts.append(runs_out.format(when=day_text(day, today, language)))
        return " · ".join(part for part in parts if part)

    def _search(self, text: str) -> None:
        context = self._context
        work = partial(context.customers.like, context.environment, text, _LIKE)
        context.tasks.cancel(self._job)
        self._job = context.tasks.read(Job("look for the same customer", work), self._take_like)

    def _take_like(self, done: Result[tuple[CustomerCard, ...]]) -> None:
        dialog = self._dialog.shown
        if dialog is not None and done.value is not None:
            dialog.show_like(done.value)

    # --- writing --------------------------------------------------------------------------

    def _save(self, customer: Customer | None, card: CustomerCard) -> None:
        known = None if customer is None else customer.known
        key: AccountKey | None = None if known is None else known.key
        context = self._context
        work = partial(context.customers.save, context.environment, card, key)
        name, dialog = partial(saved_line, card.name), self._dialog.shown
        write = self._watched(name)
        then = partial(self._take_saved, dialog, name)
        context.tasks.record(Job("keep a customer's card", work), then, write)

    def _watched(self, name: Callable[[], str]) -> WatchedWrite:
        return WatchedWrite.of(self._context, self._dialog.shown, name)

    def _take_saved(
        self,
        asked_in: CustomerDialog | None,
        name: Callable[[], str],
        done: Result[CustomerCard],
    ) -> None:
        if asked_in is not None and asked_in is self._dialog.shown:
            if done.value is None:
                asked_in.end_saving()
                self._dialog.say_unrecorded(name, done.error)
            else:
                asked_in.accept()
        if done.value is not None:
            self.done.emit(self.tr("{name} is saved.").format(name=done.value.name))

    def _release(self, line: CustomerLine) -> None:
        if line.account is not None:
            context = self._context
            work = partial(context.customers.release, context.environment, line.account.key)
            account = line.account.account_id
            write, dialog = self._watched(partial(released_line, account)), self._dialog.shown
            then = partial(self._take_released, dialog, line.card, account)
            context.tasks.record(Job("part an account from a customer", work), then, write)

    def _take_released(
        self,
        asked_in: CustomerDialog | None,
        card: CustomerCard | None,
        account: str,
        done: Result[None],
    ) -> None:
        # The card of another customer may be open by now, and is none of this one's.
        if asked_in is not None and asked_in is self._dialog.shown:
            asked_in.end_saving()
            self._dialog.say_unrecorded(partial(released_line, account), done.error)
            if done.error is None and card is not None:
                self._read_accounts(card)
        if done.error is None:
            words = self.tr("{account} is not this customer’s any more.")
            self.done.emit(words.format(account=account))

    def mark(self, customer: Customer) -> None:
        """Make a customer a favourite, or not one any more; without a card, ask for it first."""
        card = customer.line.card
        if card is None:
            self.show(customer, as_favourite=True)
            return
        context, is_favourite = self._context, not card.is_favourite
        work = partial(
            context.customers.set_favourite, context.environment, card.id, is_favourite=is_favourite
        )
        words = self.tr("{name} is a favourite now.")
        if not is_favourite:
            words = self.tr("{name} is not a favourite any more.")
        name = partial(favourite_line, card.name, is_favourite=is_favourite)
        job = Job("mark a customer", work)
        self._mark((card.id, is_favourite), job, words.format(name=card.name), name)

    def tell(self, customer: Customer) -> None:
        """Note that a customer was told that the account runs out, or take that back."""
        known = customer.known
        if known is None:
            return
        context, is_told = self._context, customer.line.reminded_at is None
        work = partial(
            context.customers.set_reminded, context.environment, known.key, is_reminded=is_told
        )
        words = self.tr("It is noted that {name} was told.")
        if not is_told:
            words = self.tr("It is noted that {name} was not told.")
        name = partial(told_line, customer.line.name, is_told=is_told)
        job = Job("note who was told", work)
        self._mark((known.key, is_told), job, words.format(name=customer.line.name), name)

    def _mark(self, mark: Hashable, job: Job[None], words: str, name: Callable[[], str]) -> None:
        if mark not in self._marking:
            self._marking.add(mark)
            write = WatchedWrite.of(self._context, self._page, name)
            self._context.tasks.record(job, partial(self._take, mark, words, name), write)

    def _take(
        self, mark: Hashable, words: str, name: Callable[[], str], done: Result[None]
    ) -> None:
        self._marking.discard(mark)
        if done.error is not None:
            self.unrecorded.emit(partial(unrecorded_banner, name, done.error))
        else:
            self.done.emit(words)
