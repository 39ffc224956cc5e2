"""The pages of the wizard, each made when it is first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget

from desktop_app.core.inquiry_flow import Step
from desktop_app.formatting.preload import prepare
from desktop_app.ui.runtime.jobs import Job
from desktop_app.ui.wizard.page import Page
from desktop_app.ui.wizard.provider_page import ProviderPage

if TYPE_CHECKING:
    from desktop_app.core.payment_flow import Flow
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result
    from desktop_app.ui.wizard.choice_page import ChoicePage
    from desktop_app.ui.wizard.confirm_page import ConfirmPage
    from desktop_app.ui.wizard.customer_page import CustomerPage
    from desktop_app.ui.wizard.form_page import FormPage
    from desktop_app.ui.wizard.result_page import ResultPage

P = TypeVar("P", bound=Page)
_AHEAD_MS = 50
"""The page that is seen is painted by then, and an answer that is faster is not held up."""


class WizardPages(QStackedWidget):
    """Holds the pages of one flow, and passes on what they ask for.

    A window opens, and is laid out anew, with the one page that it shows.
    """

    step_changed = Signal()
    sending_changed = Signal(bool)
    recent_chosen = Signal(object, str, object)
    """A provider, an account id and what else was entered for it: it is to be looked up."""
    stale = Signal()
    """The account is to be looked up again."""
    asked_anew = Signal(int)
    """A question has appeared; the argument is how long Enter is ignored, in milliseconds."""
    open_waiting = Signal()
    open_payment = Signal(object)
    finished = Signal(bool)
    """The result has been read; True to go on with the same customer."""

    def __init__(self, context: AppContext, flow: Flow) -> None:
        super().__init__()
        self._context = context
        self._flow = flow
        self._asked_for_words = False
        self._ahead = QTimer(self)
        self._ahead.setSingleShot(True)
        self._ahead.setInterval(_AHEAD_MS)
        self._ahead.timeout.connect(self._make_ahead)

    def asked(self) -> Page:
        """Return the page of what is asked next."""
        match self._flow.step:
            case Step.PROVIDER:
                return self.provider
            case Step.CUSTOMER:
                return self.customer
            case Step.CHOICE:
                return self._form if self._flow.asks_form else self._choice
            case Step.CONFIRM:
                return self.confirm
            case Step.RESULT:
                return self.result

    @cached_property
    def provider(self) -> ProviderPage:
        """The page of companies, where a payment begins."""
        page = self._add(ProviderPage(self._context, self._flow))
        page.recent_chosen.connect(self.recent_chosen)
        return page

    @cached_property
    def customer(self) -> CustomerPage:
        """The page on which the account is entered and looked up."""
        from desktop_app.ui.wizard.customer_page import CustomerPage

        page = self._add(CustomerPage(self._context, self._flow))
        page.looking_up.connect(self.look_ahead)
        return page

    @cached_property
    def _form(self) -> FormPage:
        from desktop_app.ui.wizard.form_page import FormPage

        page = self._add(FormPage(self._context, self._flow))
        page.stale.connect(self.stale)
        return page

    @cached_property
    def _choice(self) -> ChoicePage:
        from desktop_app.ui.wizard.choice_page import ChoicePage

        page = self._add(ChoicePage(self._context, self._flow))
        page.stale.connect(self.stale)
        return page

    @cached_property
    def confirm(self) -> ConfirmPage:
        """The page on which cash is taken."""
        from desktop_app.ui.wizard.confirm_page import ConfirmPage

        page = self._add(ConfirmPage(self._context, self._flow))
        page.sending_changed.connect(self.sending_changed)
        page.sending_changed.connect(self.look_ahead)
        page.stale.connect(self.stale)
        page.open_waiting.connect(self.open_waiting)
        page.open_payment.connect(self.open_payment)
        page.asked_anew.connect(lambda: self.asked_anew.emit(page.enter_pause_ms))
        return page

    @cached_property
    def result(self) -> ResultPage:
        """The page that says what to do with the cash."""
        from desktop_app.ui.wizard.result_page import ResultPage

        page = self._add(ResultPage(self._context, self._flow))
        page.finished.connect(self.finished)
        page.open_waiting.connect(self.open_waiting)
        return page

    def look_ahead(self) -> None:
        """Make the next page in a turn of its own, while an answer or the clerk is waited for."""
        if self._flow.step is Step.CUSTOMER and not self._asked_for_words:
            # The bill says its amount in words: the window's thread would load them then.
            self._asked_for_words = True
            job = Job("load the words for numbers", prepare)
            self._context.tasks.read(job, self._take_words)
        self._ahead.start()

    def _take_words(self, done: Result[None]) -> None:
        """They are there; whatever was in the way, whoever needs them runs into it again."""

    def _make_ahead(self) -> None:
        flow = self._flow
        if flow.sending:
            _ = self.result
        elif flow.step is Step.CHOICE:
            _ = self.confirm
        elif flow.step is Step.CUSTOMER and flow.is_looking_up:
            _ = self._choice

    def _add(self, page: P) -> P:
        self.addWidget(page)
        page.step_changed.connect(self.step_changed)
        return page
