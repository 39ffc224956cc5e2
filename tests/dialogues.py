"""Dialogues led as a clerk leads them, without a window: with a desk, or with answers at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.core.billing.dialogue import Call, Dialogue, Offers, Ready
from desktop_app.core.billing.replay import replay
from desktop_app.core.money import Money
from desktop_app.core.payments.inquiry import Inquiry
from desktop_app.core.payments.order import PaymentRequest
from desktop_app.core.payments.payment import new_reference

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.core.billing.accounts import Account, Body
    from desktop_app.core.billing.provider import Provider
    from desktop_app.core.payments.desk import PaymentDesk
    from desktop_app.core.shop import TillContext


def advanced(desk: PaymentDesk, provider: Provider, inquiry: Inquiry) -> Inquiry:
    """The inquiry after all reads up to the clerk's next turn."""
    inquiry = desk.advance(provider, inquiry)
    while isinstance(provider.next(inquiry.dialogue), Call):
        inquiry = desk.advance(provider, inquiry)
    return inquiry


def look_up(desk: PaymentDesk, provider: Provider, values: Mapping[str, str]) -> Inquiry:
    """The inquiry after the first form."""
    return advanced(desk, provider, Inquiry().entered(values))


def choose(
    desk: PaymentDesk,
    provider: Provider,
    inquiry: Inquiry,
    offer_id: str = "",
    amount: Money | None = None,
) -> Inquiry:
    """The inquiry after a choice; without an id, of the offer that a clerk would begin with."""
    account = account_of(provider, inquiry)
    chosen = offer_id or account.preselected or account.offers[0].id
    return advanced(desk, provider, inquiry.chosen(chosen, amount))


def account_of(provider: Provider, inquiry: Inquiry) -> Account:
    """The account whose offers are to be chosen from, or that is paid for."""
    step = provider.next(inquiry.dialogue)
    assert isinstance(step, Offers | Ready)
    return step.account


def request_of(
    provider: Provider,
    inquiry: Inquiry,
    counter: TillContext,
    *,
    cash: Money = Money.rupees(50_000),  # noqa: B008
    agrees: bool = False,
) -> PaymentRequest:
    """What a clerk confirms at the end of a dialogue."""
    return PaymentRequest(
        provider=provider,
        inquiry=inquiry,
        ready=replay(provider, inquiry.dialogue),
        reference=new_reference(),
        cash_received=cash,
        counter=counter,
        duplicate_confirmed=agrees,
        another_bill=agrees,
    )


def dialogue_of(provider: Provider, values: Mapping[str, str], *answers: Body) -> Dialogue:
    """A form that was filled in, and the answers to the reads after it."""
    dialogue = Dialogue().entered(values)
    for answer in answers:
        call = provider.next(dialogue)
        assert isinstance(call, Call)
        dialogue = dialogue.answered(call, answer)
    return dialogue


def account_in(provider: Provider, values: Mapping[str, str], *answers: Body) -> Account:
    """The account that the answers describe."""
    step = provider.next(dialogue_of(provider, values, *answers))
    assert isinstance(step, Offers)
    return step.account


def ready_for(
    provider: Provider,
    values: Mapping[str, str],
    answer: Body,
    offer_id: str,
    amount: Money | None = None,
) -> Ready:
    """What is paid after one answer and a choice."""
    return replay(provider, dialogue_of(provider, values, answer).chosen(offer_id, amount))
