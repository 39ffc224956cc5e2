"""The seam carries every flow of the service: forms, reads before and after a choice, payment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from desktop_app.core.billing.accounts import AmountLimits, Body
from desktop_app.core.billing.dialogue import Call, Dialogue, Offers, Ready
from desktop_app.core.billing.forms import (
    AmountEntry,
    ChoiceEntry,
    FieldError,
    FieldErrorKind,
    FieldLabel,
    Form,
    Option,
    TextEntry,
)
from desktop_app.core.billing.replay import replay
from desktop_app.core.errors import NotUnderstood, Problem
from desktop_app.core.money import Money
from tests.tables import each
from tests.unit.provider_samples import (
    GROUP,
    Broadlink,
    FirstLink,
    HashCNet,
    Nijgadh,
    Pokhara,
    SimTv,
    Subisu,
    Times,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.core.billing.provider import Provider


def walk(
    provider: Provider, values: Mapping[str, str], *answers: Body, amount: Money | None = None
) -> list[Call]:
    """The calls from the form to the payment; the first offer is chosen wherever there are some."""
    waiting, calls, dialogue = list(answers), [], Dialogue()
    while not isinstance(step := provider.next(dialogue), Ready):
        if isinstance(step, Form):
            assert step.accepts(values)
            dialogue = dialogue.entered(values)
        elif isinstance(step, Call):
            calls.append(step)
            dialogue = dialogue.answered(step, waiting.pop(0))
        else:
            dialogue = dialogue.chosen(step.account.offers[0].id, amount)
    assert not waiting
    assert replay(provider, dialogue) == step
    return [*calls, step.call]


def test_one_call_with_a_free_amount() -> None:
    values = {"username": "ram", "number": "9841234567", "amount": "277.98"}
    fields = {**values, "amount": Money(27798).number}
    assert walk(Pokhara(), values) == [Call("/api/use/pokhara-internet/", fields)]


def test_a_price_list_and_one_call() -> None:
    listed = {"detail": {"packages": [{"package_name": "10 Mbps", "amount": 900}]}}
    values = {"user_id": "u", "name": "Ram", "mobile_number": "98"}
    prices, paid = walk(Nijgadh(), values, listed)
    assert prices == Call(f"{GROUP}/getpackages/nijgadh-cable/", {"type": "internet"}, False)
    assert paid == Call("/api/use/nijgadh-cable/", {**values, "package": "10 Mbps", "amount": 900})


def test_packages_by_durations() -> None:
    def package(cost: str) -> dict[str, Any]:
        return {"package_code": 9, "duration": [{"duration_code": "1", "total_cost": cost}]}

    answer = {"session_id": 5, "available_packages": [package("999"), package("1232.50")]}
    account = HashCNet().read({"username": "ram"}, answer)
    assert [offer.id for offer in account.offers] == ["9/1/99900", "9/1/123250"]
    *_, paid = walk(HashCNet(), {"username": "ram"}, answer)
    codes = {"package_code": "9", "duration_code": "1"}
    assert paid.fields == {"session_id": 5, "amount": 999, **codes}


def test_a_choice_before_there_is_a_price() -> None:
    users = {"session_id": 7, "connection": [{"username": "ram_ftth"}, {"username": "ram_2"}]}
    packages = {"session_id": 8, "packages": [{"package_id": "31", "amount": 1500}]}
    assert walk(Times(), {"customer_id": "1112858"}, users, packages) == [
        Call(f"{GROUP}/userlist/times/", {"customer_id": "1112858"}),
        Call(f"{GROUP}/details/times/", {"username": "ram_ftth", "session_id": 7}),
        Call(
            f"{GROUP}/commit/times/", {"session_id": 7, "amount": 1500, "package_id": "31"}, False
        ),
    ]


def test_a_final_price_after_the_choice() -> None:
    offers = [{"package_id": "16", "package_sub_id": "258", "amount": "17684"}]
    details = {"session_id": 3, "packages": offers}
    quote = {"detail": {"amount": "17000.00", "package": "x"}}
    *_, asked, paid = walk(Broadlink(), {"customer_id": "47531"}, details, quote)
    assert not asked.with_reference
    assert asked.fields == {"package_id": 16, "package_sub_id": 258, "session_id": 3}
    assert paid == Call(f"{GROUP}/commit/broadlink/", {"session_id": 3, "amount": 17000}, False)


def test_a_second_read_without_a_choice() -> None:
    rates = {"active_internet_services": [{"mac": "", "unit_price": "1921.0000"}]}
    calls = walk(FirstLink(), {"username": "ram"}, {"session_id": 55}, rates)
    assert calls == [
        Call(f"{GROUP}/details/firstlink/", {"username": "ram"}),
        Call(f"{GROUP}/getpackagerates/firstlink/", {"session_id": 55}, False),
        Call(f"{GROUP}/commit/firstlink/", {"session_id": 55, "amount": 1921}, False),
    ]


@pytest.mark.parametrize(
    ("owed", "fields"),
    [
        ("50.00", {"amount": 50, "renew_type": "outstanding_payment"}),
        ("0.00", {"amount": 1400, "offer_name": "Plan 25", "stb": "1"}),
    ],
)
def test_several_shapes_behind_one_call(owed: str, fields: dict[str, Any]) -> None:
    answer = {"session_id": 4, "outstanding_amount": owed}
    _, paid = walk(Subisu(), {"username": "u"}, answer)
    assert paid == Call(f"{GROUP}/commit/subisu/", {"session_id": 4, **fields}, False)


def test_details_and_one_call_with_an_amount_of_a_list() -> None:
    values = {"customer_id": "1000088047"}
    _, paid = walk(SimTv(), values, {}, amount=Money.rupees(700))
    assert paid == Call("/api/use/simtv/", {**values, "amount": 700})
    with pytest.raises(NotUnderstood):
        walk(SimTv(), values, {}, amount=Money.rupees(701))


def test_a_provider_has_no_words_for_refusals_unless_it_says_so() -> None:
    assert Pokhara().refusal("7000", "no pending bills") is Problem.REFUSED


# --- going back -----------------------------------------------------------------------------------

USERS = {"session_id": 7, "connection": [{"username": "ram_1"}, {"username": "ram_2"}]}
PACKAGES = {"session_id": 8, "packages": [{"package_id": "31", "amount": 1500}]}


def test_going_back_drops_the_clerk_s_last_turn_and_what_was_answered_since() -> None:
    provider, dialogue = Times(), Dialogue().entered({"customer_id": "1"})
    users = provider.next(dialogue)
    assert isinstance(users, Call)
    listed = dialogue.answered(users, USERS)
    packages = provider.next(listed.chosen("ram_1"))
    assert isinstance(packages, Call)
    chosen = listed.chosen("ram_1").answered(packages, PACKAGES)
    assert chosen.chosen("31").back() == chosen
    assert chosen.back() == listed
    assert listed.back() == Dialogue() == Dialogue().back()
    assert isinstance(provider.next(listed), Offers)


# --- turns are held against what was asked --------------------------------------------------------


def dialogue_with(*turns: object) -> Dialogue:
    """A dialogue of :class:`Times`, whoever said what."""
    dialogue = Dialogue()
    for turn in turns:
        if isinstance(turn, dict):
            dialogue = dialogue.entered(turn)
        elif isinstance(turn, tuple):
            dialogue = dialogue.answered(*turn)
        else:
            dialogue = dialogue.chosen(str(turn))
    return dialogue


ID = {"customer_id": "1"}
ASK_USERS = Call(f"{GROUP}/userlist/times/", ID)
ASK_1 = Call(f"{GROUP}/details/times/", {"username": "ram_1", "session_id": 7})
ASK_2 = Call(f"{GROUP}/details/times/", {"username": "ram_2", "session_id": 7})
WHOLE = (ID, (ASK_USERS, USERS), "ram_1", (ASK_1, PACKAGES), "31")


@each(
    "turns",
    [
        WHOLE[:1],
        WHOLE[:4],
        (*WHOLE, "31"),
        ({**ID, "more": "x"}, *WHOLE[1:]),
        ({"customer_id": ""}, *WHOLE[1:]),
        ({"customer_id": "x" * 51}, *WHOLE[1:]),
        (*WHOLE[:1], (Call(f"{GROUP}/userlist/times/", {"customer_id": "2"}), USERS), *WHOLE[2:]),
        (*WHOLE[:2], "ram_3", *WHOLE[3:]),
        (*WHOLE[:3], (ASK_2, PACKAGES), "31"),
        (*WHOLE[:4], "32"),
        (*WHOLE[:2], (ASK_1, PACKAGES), "ram_1", "31"),
    ],
)
def test_a_turn_that_answers_something_else_is_not_paid(turns: tuple[object, ...]) -> None:
    assert replay(Times(), dialogue_with(*WHOLE)).total == Money.rupees(1500)
    with pytest.raises(NotUnderstood):
        replay(Times(), dialogue_with(*turns))


class Dearer(Subisu):
    """Pays another amount than was chosen, and names it in its call too."""

    def next(self, dialogue: Dialogue) -> Any:
        step = super().next(dialogue)
        if not isinstance(step, Ready):
            return step
        other = step.offer.with_amount(step.total + Money(1))
        return Ready(step.account, other, self.commit(step.account, other))


def test_a_price_that_nobody_chose_entered_or_answered_last_is_not_paid() -> None:
    with pytest.raises(NotUnderstood):
        walk(Dearer(), {"username": "u"}, {"session_id": 4, "outstanding_amount": "50"})


class Other(Pokhara):
    """Pays another amount than was entered, and names it in its call too."""

    def next(self, dialogue: Dialogue) -> Any:
        step = super().next(dialogue)
        if not isinstance(step, Ready):
            return step
        amount = step.total + Money(100)
        call = Call(step.call.path, {**step.call.fields, "amount": amount.number})
        return Ready(step.account, step.offer.with_amount(amount), call)


def test_another_amount_than_was_entered_is_not_paid() -> None:
    entered = Dialogue().entered({"username": "u", "number": "9841000000", "amount": "500"})
    assert replay(Pokhara(), entered).total == Money.rupees(500)
    with pytest.raises(NotUnderstood):
        replay(Other(), entered)


# --- fields ---------------------------------------------------------------------------------------

AMOUNT = AmountEntry(
    "a",
    FieldLabel.USERNAME,
    AmountLimits(Money.rupees(100), Money.rupees(500), step=Money.rupees(50)),
)
PICKED = AmountEntry("a", FieldLabel.USERNAME, AmountLimits(Money(1), allowed=(Money.rupees(5),)))
CHOICE = ChoiceEntry("c", FieldLabel.USERNAME, (Option("ul", "Unlimited"), Option("vb", "Volume")))
TEXT = TextEntry("t", FieldLabel.USERNAME, pattern="[0-9]{8}", allowed="[0-9]")


@each(
    ("field", "text", "error"),
    [
        (AMOUNT, "100", None),
        (AMOUNT, "500.00", None),
        (AMOUNT, "99.99", FieldError(FieldErrorKind.TOO_LITTLE, "100.00")),
        (AMOUNT, "0", FieldError(FieldErrorKind.TOO_LITTLE, "100.00")),
        (AMOUNT, "-5", FieldError(FieldErrorKind.TOO_LITTLE, "100.00")),
        (AMOUNT, "550", FieldError(FieldErrorKind.TOO_MUCH, "500.00")),
        (AMOUNT, "120", FieldError(FieldErrorKind.NOT_ALLOWED, "120.00")),
        (AMOUNT, "many", FieldError(FieldErrorKind.NOT_AN_AMOUNT, "many")),
        (PICKED, "5", None),
        (PICKED, "6", FieldError(FieldErrorKind.NOT_ALLOWED, "6.00")),
        (CHOICE, "ul", None),
        (CHOICE, "xx", FieldError(FieldErrorKind.NOT_AN_OPTION, "xx")),
        (TEXT, "12345678", None),
        (TEXT, "1234567", FieldError(FieldErrorKind.PATTERN, "1234567")),
        (TEXT, "1234567x", FieldError(FieldErrorKind.CHARACTER, "x")),
        (TEXT, "1" * 51, FieldError(FieldErrorKind.TOO_LONG, "50")),
    ],
)
def test_a_field_says_why_it_refuses_a_value(
    field: AmountEntry | ChoiceEntry | TextEntry, text: str, error: FieldError | None
) -> None:
    assert field.validate(text) == error
    assert field.validate("") is None
    assert Form((field,)).accepts({field.name: text}) is (error is None)
    assert not Form((field,)).accepts({})
