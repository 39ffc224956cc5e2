"""Carries out what is done with customers who owe: settling, limits and their papers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.core.operators import OwnerAction
from desktop_app.printing.on_account import on_account_list, settling_slip
from desktop_app.ui.customers.on_account_dialog import OnAccountDialog
from desktop_app.ui.customers.open_dialog import OpenDialog
from desktop_app.ui.customers.settle_dialog import LimitDialog, SettleDialog
from desktop_app.ui.kit.watched_write import WatchedWrite
from desktop_app.ui.payment_kit.sheets import PaperResult, SheetPrinter
from desktop_app.ui.payment_kit.watched_paper import WatchedPaper, sheet_trouble
from desktop_app.ui.runtime.jobs import Job
from desktop_app.ui.texts.money import rupees
from desktop_app.ui.texts.on_account import customer_line, limit_line, list_line, settling_line
from desktop_app.ui.texts.printing import print_sentence
from desktop_app.ui.texts.problems import problem_sentence
from desktop_app.ui.widgets import BannerKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from desktop_app.core.money import Money
    from desktop_app.core.on_account import OnAccountCustomer, OnAccountEntry, Settled, Settling
    from desktop_app.core.operators import Proof
    from desktop_app.core.owing_search import OwingSearch
    from desktop_app.core.settings import Settings
    from desktop_app.printing.blocks import Document
    from desktop_app.printing.texts import Wording
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result
    from desktop_app.ui.texts.codes import Sentence


class OnAccountActions(QObject):
    """Shows the dialog above a page, and does what is asked for in it."""

    def __init__(self, context: AppContext, page: QWidget) -> None:
        super().__init__(page)
        self._context, self._page = context, page
        self._environment = context.environment
        self._dialog = OpenDialog[OnAccountDialog]()
        self._job = self._entries_job = 0

    def show(self) -> None:
        """Show who owes; the list is read meanwhile."""
        language = self._context.session.settings.language
        dialog = OnAccountDialog(self._context.theme, self._page.window(), language)
        dialog.pointed.connect(self._read_entries)
        dialog.settle_wanted.connect(self._ask_settle)
        dialog.limit_wanted.connect(self._ask_limit)
        dialog.print_wanted.connect(self._print_list)
        self._dialog.open(dialog)
        dialog.ask()
        self._read(is_first=True)

    # --- reading --------------------------------------------------------------------------

    def _read(self, *, is_first: bool = False) -> None:
        work = partial(self._context.on_account.search, self._environment)
        self._context.tasks.cancel(self._job)
        then = partial(self._take, is_first)
        self._job = self._context.tasks.read(Job("read who owes", work), then)

    def _take(self, is_first: bool, done: Result[OwingSearch]) -> None:
        dialog = self._dialog.shown
        if dialog is None:
            return
        if done.value is None:
            dialog.show_unread()
            self._dialog.say_unread(done.error)
            return
        dialog.show_customers(done.value, is_first=is_first)

    def _read_entries(self, customer: OnAccountCustomer) -> None:
        work = partial(self._context.on_account.entries, self._environment, customer.id)
        self._context.tasks.cancel(self._entries_job)
        then = partial(self._take_entries, customer.id)
        self._entries_job = self._context.tasks.read(Job("read what a customer owes", work), then)

    def _take_entries(self, customer: int, done: Result[tuple[OnAccountEntry, ...]]) -> None:
        dialog = self._dialog.shown
        if dialog is None:
            return
        if done.value is None:
            self._dialog.say_unread(done.error)
            return
        dialog.show_entries(customer, done.value)

    # --- settling -------------------------------------------------------------------------

    def _ask_settle(self, customer: OnAccountCustomer) -> None:
        dialog = SettleDialog(self._context.theme, self._page.window(), customer)
        dialog.confirmed.connect(partial(self._settle, customer))
        dialog.ask()

    def _settle(self, customer: OnAccountCustomer, settling: Settling) -> None:
        till = self._context.session.counter().till
        work = partial(self._context.on_account.settle, self._environment, till, settling)
        job = Job("settle what a customer owes", work)
        name = partial(settling_line, customer.name, settling.amount)
        place, subject = self._dialog.shown, customer.id
        write = WatchedWrite.of(self._context, place, name, subject=subject)
        self._dialog.say(BannerKind.INFO, self.tr("Recording…"))
        self._context.tasks.record(job, partial(self._take_settled, customer, name), write)

    def _take_settled(
        self, customer: OnAccountCustomer, name: Callable[[], str], done: Result[Settled]
    ) -> None:
        settled = done.value
        if settled is None:
            self._dialog.say_unrecorded(name, done.error)
            return
        # Not what the list showed: another part may have been settled since it was read.
        entry, left = settled.entry, settled.left
        words = self.tr("{name} settled {amount}. Still owed: {left}")
        amounts = {"amount": rupees(-entry.amount), "left": rupees(left)}
        words = words.format(name=customer.name, **amounts)
        self._dialog.say(BannerKind.GOOD, words)
        self._read()

        def make(settings: Settings, wording: Wording) -> Document:
            return settling_slip(
                customer,
                entry,
                left,
                settings.shop,
                self._environment,
                wording,
                paper=settings.paper,
            )

        self._print(make, name, partial(self._take_slip, words))

    # --- the limit ------------------------------------------------------------------------

    def _ask_limit(self, customer: OnAccountCustomer) -> None:
        then = partial(self._ask_allowed_limit, customer)
        about = customer_line(customer)
        self._context.gate.require(OwnerAction.ON_ACCOUNT, then, about=about)

    def _ask_allowed_limit(self, customer: OnAccountCustomer, proof: Proof | None) -> None:
        dialog = LimitDialog(self._context.theme, self._page.window(), customer)
        dialog.confirmed.connect(partial(self._set_limit, customer, proof))
        dialog.ask()

    def _set_limit(
        self, customer: OnAccountCustomer, proof: Proof | None, limit: Money | None
    ) -> None:
        till = self._context.session.counter().till
        work = partial(
            self._context.on_account.set_limit,
            self._environment,
            till,
            customer.id,
            limit,
            proof,
        )
        name = partial(limit_line, customer.name, limit)
        place, subject = self._dialog.shown, customer.id
        write = WatchedWrite.of(self._context, place, name, subject=subject)
        job = Job("set how much a customer may owe", work)
        self._dialog.say(BannerKind.INFO, self.tr("Saving…"))
        self._context.tasks.record(job, partial(self._take_limit, name), write)

    def _take_limit(self, name: Callable[[], str], done: Result[None]) -> None:
        if done.error is not None:
            self._dialog.say_unrecorded(name, done.error)
            return
        self._dialog.say(BannerKind.GOOD, self.tr("The limit is saved."))
        self._read()

    # --- papers ---------------------------------------------------------------------------

    def _print_list(self) -> None:
        dialog = self._dialog.shown
        if dialog is None:
            return
        customers, at = dialog.customers, self._context.clock.now()

        def make(settings: Settings, wording: Wording) -> Document:
            return on_account_list(
                customers,
                settings.shop,
                self._environment,
                wording,
                paper=settings.paper,
                at=at,
            )

        self._dialog.say(BannerKind.INFO, self.tr("Printing…"))
        self._print(make, list_line, self._take_list)

    def _print(
        self,
        make: Callable[[Settings, Wording], Document],
        name: Callable[[], str],
        then: Callable[[Result[PaperResult]], None],
    ) -> None:
        printer = SheetPrinter.under(self._context)

        def work() -> PaperResult:
            return printer.print(make(printer.settings, printer.wording))

        watched = WatchedPaper(self._dialog.shown, self, partial(sheet_trouble, name))
        job = Job("print what is owed", work)
        self._context.tasks.paper(job, then, watched)

    def _take_list(self, done: Result[PaperResult]) -> None:
        trouble = _print_trouble(done)
        if trouble is None:
            self._dialog.say(BannerKind.GOOD, self.tr("Sent to the printer."))
        else:
            self._dialog.say(BannerKind.CAUTION, trouble.what, trouble.advice)

    def _take_slip(self, settled: str, done: Result[PaperResult]) -> None:
        """Without its slip it is settled all the same, and both are said."""
        trouble = _print_trouble(done)
        if trouble is not None:
            self._dialog.say(BannerKind.CAUTION, settled, trouble.whole)


def _print_trouble(done: Result[PaperResult]) -> Sentence | None:
    if done.value is None:
        return None if done.error is None else problem_sentence(done.error)
    trouble = done.value.not_printed
    return None if trouble is None else print_sentence(trouble)
