"""What goes beside an amount: further fields, a charge, and what a company tells in its answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from desktop_app.core.billing.accounts import (
    Account,
    AmountLimits,
    Body,
    LineKind,
    Offer,
    Quote,
    QuoteLine,
)
from desktop_app.core.billing.forms import (
    AmountEntry,
    ChoiceEntry,
    EnteredFact,
    FieldLabel,
    Option,
    TextEntry,
    Values,
)
from desktop_app.core.billing.provider import AnswerFact, FactLabel
from desktop_app.core.environment import Environment
from desktop_app.core.errors import NotUnderstood
from desktop_app.core.inquiry_flow import Step
from desktop_app.core.money import CashRounding, Money
from desktop_app.core.payment_flow import Flow
from desktop_app.core.payments.event_content import answer_in
from desktop_app.core.payments.payment import Event, EventKind, PaymentState
from desktop_app.core.payments.response import ServiceResponse
from desktop_app.core.payments.settlement import MAX_FACT_TEXT
from desktop_app.core.settings import Language
from desktop_app.core.shifts.figures import figures_of
from desktop_app.printing.facts import order_facts
from desktop_app.printing.texts import Wording
from tests.dialogues import choose, look_up, request_of
from tests.fakes import (
    HandClock,
    PlainProvider,
    ScriptedService,
    counter,
    desk_with,
    offer,
    pay_request,
)

if TYPE_CHECKING:
    from desktop_app.core.billing.dialogue import Call
    from desktop_app.ledger.sqlite.ledger import SqliteLedger

SUCCESS = ServiceResponse(200, {"status": True, "state": "Success", "id": 5033})
READ = ServiceResponse(200, {"status": True})
TYPED = {"customer_id": "110871", "mobile": "9841234567", "plan": "vb"}
ENTERED = (EnteredFact("mobile", "9841234567"), EnteredFact("service", "Volume"))
DAY = timedelta(days=1)


class AsksMore(PlainProvider):
    """Asks for a mobile number, a kind of plan and an amount beside the account id."""

    info = replace(
        PlainProvider.info,
        fields=(
            *PlainProvider.info.fields,
            TextEntry("mobile", FieldLabel.MOBILE, "98"),
            ChoiceEntry(
                "plan", FieldLabel.SERVICE, (Option("ul", "Unlimited"), Option("vb", "Volume"))
            ),
            AmountEntry("tip", FieldLabel.AMOUNT, AmountLimits(Money(1)), is_optional=True),
        ),
    )

    def read(self, values: Values, answer: Body) -> Account:
        return replace(super().read(values, answer), data=values)

    def commit(self, account: Account, offer: Offer) -> Call:
        call = super().commit(account, offer)
        return replace(call, fields={**call.fields, **account.data})


def service() -> ScriptedService:
    return ScriptedService(reads=[READ] * 3, commits=[SUCCESS] * 3)


# --- further fields -------------------------------------------------------------------------------


def test_further_fields_reach_the_service_and_the_record(
    ledger: SqliteLedger, clock: HandClock
) -> None:
    asked = service()
    desk = desk_with(ledger, clock, asked)
    inquiry = choose(desk, AsksMore(), look_up(desk, AsksMore(), TYPED))
    payment = desk.pay(request_of(AsksMore(), inquiry, counter())).payment
    ((call, _),) = asked.commit_calls
    assert call.fields["mobile"] == "9841234567"
    assert payment.order.entries == ENTERED
    assert ledger.payment(payment.number) == payment


def test_further_fields_stand_on_the_receipt(ledger: SqliteLedger, clock: HandClock) -> None:
    desk = desk_with(ledger, clock, service())
    inquiry = choose(desk, AsksMore(), look_up(desk, AsksMore(), TYPED))
    payment = desk.pay(request_of(AsksMore(), inquiry, counter())).payment
    order = replace(payment.order, entries=(*ENTERED, EnteredFact("of a newer program", "x")))
    facts = order_facts(replace(payment, order=order), Wording(Language.ENGLISH), None)
    assert [(entry.label, entry.value) for entry in facts.entries] == [
        ("Mobile number", "9841234567"),
        ("Service", "Volume"),
        ("of a newer program", "x"),
    ]


@pytest.mark.parametrize("name", ["Asha Rana", "Asha R."])
def test_a_name_that_is_the_customers_is_said_once(
    ledger: SqliteLedger, clock: HandClock, name: str
) -> None:
    """Where the company told no name, the one that was entered is the customer's."""
    desk = desk_with(ledger, clock, service())
    inquiry = choose(desk, AsksMore(), look_up(desk, AsksMore(), TYPED))
    payment = desk.pay(request_of(AsksMore(), inquiry, counter())).payment
    entered = (EnteredFact("name", name), *ENTERED)
    order = replace(payment.order, customer_name="Asha Rana", entries=entered)
    facts = order_facts(replace(payment, order=order), Wording(Language.ENGLISH), None)
    said = [entry.value for entry in facts.entries]
    assert said == (["9841234567", "Volume"] if name == "Asha Rana" else [name, *said[1:]])
    assert len(said) == 2 + (name != "Asha Rana")


def test_a_known_customer_keeps_all_fields_but_amounts(
    ledger: SqliteLedger, clock: HandClock
) -> None:
    desk = desk_with(ledger, clock, service())
    look_up(desk, AsksMore(), {**TYPED, "tip": "5"})
    (known,) = ledger.accounts.known(Environment.TEST, {"plain": frozenset()})
    assert dict(known.entry) == TYPED
    flow = Flow()
    flow.choose_provider(AsksMore())
    flow.enter_known(known.account_id, known.entry)
    assert flow.entries.values == TYPED
    assert flow.can_look_up


def test_what_was_entered_for_other_fields_is_not_taken_over() -> None:
    """Another service of the company may ask for other things."""
    flow = Flow()
    flow.choose_provider(PlainProvider())
    flow.enter_known("110871", {"username": "ram"})
    assert flow.entries.values == {"customer_id": "110871"}


def test_the_same_customer_again_keeps_all_fields_but_amounts() -> None:
    flow = Flow()
    flow.choose_provider(AsksMore())
    for name, text in {**TYPED, "tip": "5"}.items():
        flow.type(text, name)
    flow.restart(same_customer=True)
    assert flow.step is Step.CUSTOMER
    assert {name: text for name, text in flow.entries.values.items() if text} == TYPED


# --- a charge -------------------------------------------------------------------------------------


def charged(paisa: int, charge: int) -> Offer:
    lines = (
        QuoteLine(LineKind.BILL, Money(paisa)),
        QuoteLine(LineKind.CHARGE, Money(charge)),
    )
    return replace(offer(), quote=Quote(Money(paisa), lines))


def test_a_charge_is_collected_and_not_sent(ledger: SqliteLedger, clock: HandClock) -> None:
    paying = service()
    desk = desk_with(ledger, clock, paying)
    order = desk.pay(pay_request(clock, chosen=charged(27798, 1000))).payment.order
    ((call, _),) = paying.commit_calls
    assert Money.read(call.fields["amount"]) == order.amount == Money(27798)
    assert order.cash_due == Money.rupees(288)
    assert (order.charge, order.payable, order.rounding) == (Money(1000), Money(28798), Money(2))
    (found,) = ledger.history.between(clock.now() - DAY, clock.now() + DAY)
    assert found.order == order


def test_a_charge_below_zero_is_not_paid(clock: HandClock) -> None:
    with pytest.raises(NotUnderstood):
        pay_request(clock, chosen=charged(27798, -1000))


def test_the_clerk_takes_amount_and_charge(ledger: SqliteLedger, clock: HandClock) -> None:
    request = pay_request(clock, chosen=charged(27798, 1000))
    flow = Flow(provider=request.provider, inquiry=request.inquiry)
    flow.choose_provider(request.provider)
    flow.inquiry = request.inquiry
    assert flow.cash_due(counter(CashRounding.EXACT)) == Money(28798) == request.ready.payable
    flow.balance = Money(28797)
    assert flow.has_low_balance


def test_a_charge_is_no_rounding_in_the_figures_of_a_day(
    ledger: SqliteLedger, clock: HandClock
) -> None:
    desk_with(ledger, clock, service()).pay(pay_request(clock, chosen=charged(27798, 1000)))
    payments = ledger.history.between(clock.now() - DAY, clock.now() + DAY)
    figures = figures_of(payments, (), clock.now() - DAY, clock.now() + DAY)
    assert (figures.charges, figures.rounding) == (Money(1000), Money(2))
    assert figures.cash == Money.rupees(288)


def test_a_receipt_names_the_charge_and_sums_it_up(ledger: SqliteLedger, clock: HandClock) -> None:
    chosen = charged(27798, 1000)
    payment = desk_with(ledger, clock, service()).pay(pay_request(clock, chosen=chosen)).payment
    facts = order_facts(payment, Wording(Language.ENGLISH), None)
    assert [(price.label, price.amount) for price in facts.prices] == [
        ("Amount", "277.98"),
        ("Service charge", "10.00"),
    ]
    assert facts.total == "Rs. 287.98"
    assert facts.total_note == ""


# --- what the company tells -----------------------------------------------------------------------


class Tells(PlainProvider):
    """Tells what it recharged, and a receipt number of its own."""

    def facts(self, answer: Body) -> tuple[AnswerFact, ...]:
        detail = answer["detail"]
        assert isinstance(detail, dict)
        return (
            AnswerFact(FactLabel.RECHARGED.value, str(detail["recharged_amount"])),
            AnswerFact(FactLabel.COMPANY_RECEIPT.value, "9" * 1000),
        )


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        ({"status": True, "state": "Success", "id": 1}, PaymentState.PAID),
        ({"status": True, "state": "Queued", "id": 1}, PaymentState.WAITING),
    ],
)
def test_what_a_company_tells_is_kept_and_decides_nothing(
    ledger: SqliteLedger, clock: HandClock, answer: dict[str, object], state: PaymentState
) -> None:
    told = {**answer, "detail": {"recharged_amount": 1}}
    for body, kept in ((told, 2), (answer, 0)):
        paying = ScriptedService(commits=[ServiceResponse(200, body)])
        request = pay_request(clock, provider=Tells(), chosen=offer(f"b{kept}"))
        request = replace(request, another_bill=True, duplicate_confirmed=True)
        payment = desk_with(ledger, clock, paying).pay(request).payment
        assert payment.state is state
        (answered,) = (e for e in ledger.events(payment.number) if e.kind is EventKind.ANSWERED)
        facts = answer_in(answered).facts
        assert len(facts) == kept
        if facts:
            assert facts[0] == AnswerFact("recharged", "1")
            assert len(facts[1].value) == MAX_FACT_TEXT


@pytest.mark.parametrize("facts", [None, "x", [1], [{"label": 1, "value": "x"}], [{"label": "x"}]])
def test_facts_of_a_newer_program_break_no_list(clock: HandClock, facts: object) -> None:
    event = Event(EventKind.ANSWERED, clock.now(), content={"facts": facts})
    assert answer_in(event).facts == ()
