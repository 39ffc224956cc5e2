"""A company asks more once it has answered: a form in the middle of the dialogue."""

from __future__ import annotations

from dataclasses import replace
from threading import Event
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt

from desktop_app.core.billing.dialogue import Chosen, Dialogue, Entered, NextStep, Ready
from desktop_app.core.billing.forms import FieldLabel, Form, TextEntry
from desktop_app.core.environment import Environment
from desktop_app.core.inquiry_flow import Step
from desktop_app.core.money import Money
from desktop_app.core.settings import Language
from tests.clerk import ENTER, ESC, Clerk
from tests.gui.dialogue_kit import Company, field, look_up, pay
from tests.unit.provider_samples import Broadlink

if TYPE_CHECKING:
    from collections.abc import Callable


class AsksLater(Broadlink):
    """Asks for a mobile number once the final price is known."""

    form = Form((TextEntry("mobile", FieldLabel.MOBILE, "9841000000", pattern="[0-9]{7,15}"),))

    def next(self, dialogue: Dialogue) -> NextStep:
        last = dialogue.turns[-1] if dialogue.turns else None
        if isinstance(last, Entered) and "mobile" in last.values:
            step = super().next(dialogue.up_to(len(dialogue.turns) - 1))
            assert isinstance(step, Ready)
            fields = {**step.call.fields, "mobile": last.values["mobile"]}
            return replace(step, call=replace(step.call, fields=fields))
        step = super().next(dialogue)
        return self.form if isinstance(step, Ready) else step


def until_form(clerk: Clerk) -> None:
    """Wait until a form in the middle is asked."""
    clerk.wait(lambda: bool(clerk.app.window.flow.fields))
    clerk.until_idle()


def assert_typed_stays(clerk: Clerk) -> None:
    """The number stands in the form, which has the keyboard."""
    assert field(clerk, "entry.field.mobile").text() == "9841234567"
    assert field(clerk, "entry.field.mobile").hasFocus()


def test_a_form_after_an_answer_is_a_page_of_its_own(
    shop_at: Callable[[Any], Clerk], company: Company
) -> None:
    clerk = shop_at(AsksLater())
    look_up(clerk, "47531")
    clerk.press(Qt.Key.Key_1, ENTER)
    until_form(clerk)
    assert not clerk.find("entry.next").isEnabled()
    clerk.type("98")
    clerk.press(ENTER)
    assert clerk.says("entry.field.mobile.note") == "7 to 15 digits, for example 9841000000."
    clerk.press(ESC)
    clerk.wait(lambda: clerk.find("choice.list").isVisible())
    clerk.press(ENTER)
    until_form(clerk)
    field(clerk, "entry.field.mobile").clear()
    clerk.type("9841234567")
    clerk.press(ENTER)
    payment = pay(clerk)
    assert company.paid[0]["mobile"] == "9841234567"
    assert [fact.value for fact in payment.order.entries] == ["9841234567"]


def test_a_form_under_another_token_leads_to_a_fresh_look_up(
    shop_at: Callable[[Any], Clerk], company: Company
) -> None:
    """What one account of the shop began, another never goes on with."""
    clerk = shop_at(AsksLater())
    look_up(clerk, "47531")
    clerk.press(Qt.Key.Key_1, ENTER)
    until_form(clerk)
    asked = company.asked.count("/api/servicegroup/details/broadlink/")
    clerk.app.use_cases.vault.save(Environment.TEST, "TEST:AnotherTokenOfTheShop")
    clerk.type("9841234567")
    clerk.press(ENTER)
    clerk.wait(lambda: company.asked.count("/api/servicegroup/details/broadlink/") == asked + 1)
    clerk.until_idle()
    assert clerk.find("choice.list").isVisible()
    assert company.paid == []


class QuotesLater(Broadlink):
    """Asks for a mobile number, and for the final price with it."""

    form = AsksLater.form

    def next(self, dialogue: Dialogue) -> NextStep:
        turns = dialogue.turns
        if turns and isinstance(turns[-1], Chosen):
            return self.form
        without_form = turns[:3] + turns[4:]
        return super().next(replace(dialogue, turns=without_form))


PRICE = "/api/servicegroup/get_discounted_amount/broadlink/"


@pytest.fixture
def at_later_form(shop_at: Callable[[Any], Clerk]) -> Clerk:
    """A shop at a form in the middle that is filled in, with a read to follow."""
    clerk = shop_at(QuotesLater())
    look_up(clerk, "47531")
    clerk.press(Qt.Key.Key_1, ENTER)
    until_form(clerk)
    clerk.type("9841234567")
    return clerk


def ask_and_wait(clerk: Clerk, company: Company) -> Event:
    """Leave the form; its price comes when the event is set."""
    company.hanging_path = PRICE
    answers = company.hangs = Event()
    clerk.press(ENTER)
    clerk.wait(lambda: company.asked.count(PRICE) == 1)
    return answers


def test_a_refused_read_after_a_form_leaves_the_form_and_says_why(
    at_later_form: Clerk, company: Company
) -> None:
    clerk = at_later_form
    company.refuses.add(PRICE)
    clerk.press(ENTER)
    clerk.wait(lambda: company.asked.count(PRICE) == 1)
    clerk.until_idle()
    said = clerk.find("entry.banner").accessibleName()
    assert clerk.find("entry.banner").isVisible()
    assert "Nothing was paid. Broadlink answered: “Not now.”" in said
    assert_typed_stays(clerk)
    assert not clerk.find("entry.cancel").isVisible()
    clerk.press(ENTER)
    assert pay(clerk).order.amount == Money.rupees(17_000)


def test_a_read_after_a_form_is_waited_for_and_can_be_cancelled(
    at_later_form: Clerk, company: Company
) -> None:
    clerk = at_later_form
    answers = ask_and_wait(clerk, company)
    assert clerk.find("entry.cancel").hasFocus()
    assert not clerk.find("entry.back").isVisible()
    clerk.press(ESC)
    assert not clerk.find("entry.cancel").isVisible()
    assert_typed_stays(clerk)
    answers.set()
    company.hangs = None
    # What was asked may still be heard: the account is looked up anew before anything is paid.
    clerk.press(ENTER)
    clerk.wait(lambda: company.asked.count("/api/servicegroup/details/broadlink/") == 2)
    clerk.until_step(Step.CHOICE)
    assert clerk.find("choice.list").isVisible()
    clerk.press(ENTER)
    until_form(clerk)
    clerk.press(ENTER)
    assert pay(clerk).order.amount == Money.rupees(17_000)


def test_a_refused_read_after_a_form_leaves_the_form_of_another_language_too(
    at_later_form: Clerk, company: Company
) -> None:
    clerk = at_later_form
    company.refuses.add(PRICE)
    answers = ask_and_wait(clerk, company)
    before = clerk.app.window.main_view
    clerk.app.session.set_language(Language.NEPALI)
    clerk.wait(lambda: clerk.app.window.main_view is not before)
    assert clerk.find("entry.cancel").hasFocus()
    answers.set()
    clerk.until_idle()
    assert clerk.find("entry.banner").isVisible()
    assert_typed_stays(clerk)
