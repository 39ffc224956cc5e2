"""Pays a bill in an open program without its pages: the steps of the flow, at the program's desk.

For tests that begin with payments in the record. Each goes over real HTTP to the service of the
program, and the window is told of it as of one that a clerk makes with keys.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.core.inquiry_flow import Step
from desktop_app.core.money import Money
from desktop_app.core.payment_flow import Flow
from desktop_app.ui.runtime.changes import Cause
from desktop_app.ui.wizard.wizard import Wizard

if TYPE_CHECKING:
    from desktop_app.app import App
    from desktop_app.core.payments.desk import PaymentDesk
    from desktop_app.core.payments.payment import Payment


def go_to_confirm(app: App, account_id: str, *, company: str, offer: int = 0) -> None:
    """The window asks for the cash of a customer's bill; ``offer`` counts from 0."""
    _choose(app, app.window.flow, account_id, company, offer)
    _wizard_of(app).show_step()


def pay_bill(
    app: App,
    account_id: str,
    *,
    company: str,
    offer: int = 0,
    cash: int | None = None,
    at_result: bool = False,
) -> Payment:
    """The payment of a customer's bill.

    ``offer`` counts from 0; without ``cash`` the customer gives what is due. The window then shows
    the result, or what it showed before: the start page with the figures of now.
    """
    flow = app.window.flow if at_result else Flow()
    desk = _choose(app, flow, account_id, company, offer)
    counter = app.session.counter()
    due = flow.cash_due(counter)
    flow.taken.cash = due if cash is None else Money.rupees(cash)
    if flow.taken.asks_for_cash(due):
        flow.taken.agree_to_cash(True)
    request = flow.start_sending(counter)
    assert request is not None, f"{account_id} cannot be paid without an answer to a question"
    outcome = desk.pay(request)
    flow.settled(outcome)
    if at_result:
        _wizard_of(app).show_step()
    else:
        _wizard_of(app).refresh_day()
    app.session.note_payment(outcome.payment)
    app.session.refresh_balance()
    app.changes.notify(Cause.SENT, outcome.payment)
    return outcome.payment


def _wizard_of(app: App) -> Wizard:
    found = app.window.findChild(Wizard)
    assert found is not None
    return found


def _choose(app: App, flow: Flow, account_id: str, company: str, offer: int) -> PaymentDesk:
    """All up to the cash; the desk at which it was asked for."""
    desk = app.use_cases.environments.desk(app.session.environment)
    providers = {one.info.slug: one for one in app.use_cases.catalog.providers()}
    flow.choose_provider(providers[company])
    flow.type(account_id)
    _read(app, flow, desk)
    if flow.step is Step.CHOICE:
        assert flow.account is not None
        flow.choose(flow.account.offers[offer])
        assert flow.go_on()
        if flow.needs_read:
            _read(app, flow, desk)
    return desk


def _read(app: App, flow: Flow, desk: PaymentDesk) -> None:
    """The reads up to the clerk's next turn."""
    provider = flow.provider
    assert provider is not None
    while True:
        ticket = flow.start_lookup()
        inquiry = desk.advance(provider, flow.inquiry)
        app.session.note_lookup(app.session.environment, provider.info.slug)
        assert flow.looked_up(ticket, inquiry)
        if not flow.needs_read:
            return
