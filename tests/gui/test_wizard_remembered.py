"""What a customer gave and paid the last time is proposed to him again, and to nobody else."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

import desktop_app.providers
from desktop_app.core.billing.accounts import Account, AmountLimits, Offer, OfferKind
from desktop_app.core.billing.dialogue import (
    Call,
    Chosen,
    Dialogue,
    Entered,
    NextStep,
    Offers,
    Ready,
)
from desktop_app.core.billing.forms import Form
from desktop_app.core.errors import NotUnderstood
from desktop_app.core.inquiry_flow import Step
from desktop_app.core.money import Money
from desktop_app.providers import in_order
from tests.clerk import ENTER, Clerk
from tests.fakes import HandClock
from tests.gui.dialogue_kit import Company, field, pay
from tests.gui.fit_kit import bodies, scrolls_down, settle
from tests.gui.service_kit import left_behind
from tests.servers import ScriptedServer
from tests.unit.provider_samples import Pokhara

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.gui.conftest import OpenShop

LIMITS = AmountLimits(Money.rupees(100), Money.rupees(50_000))


class AmountAtTheList(Pokhara):
    """The amount is entered for what was chosen, as for a line without a price."""

    info = replace(Pokhara.info, fields=Pokhara.info.fields[:1])

    def next(self, dialogue: Dialogue) -> NextStep:
        line = Offer("line", OfferKind.AMOUNT, "Line", None, open_amount=LIMITS)
        match dialogue.turns:
            case ():
                return Form(self.info.fields)
            case (Entered(values),):
                return Offers(Account(self.info.slug, values["username"], "", (line,)))
            case (Entered(values), Chosen() as chosen):
                account = Account(self.info.slug, values["username"], "", (line,))
                offer = chosen.offer_of(account)
                fields = {"username": account.account_id, "amount": offer.total.number}
                return Ready(account, offer, Call("/api/use/pokhara-internet/", fields))
        raise NotUnderstood("unasked_turn")


ALT = Qt.KeyboardModifier.AltModifier
NUMBER, AMOUNT = "customer.field.number", "customer.field.amount"


def to_form(clerk: Clerk) -> None:
    """From anywhere to the empty form of the only company."""
    clerk.app.window.flow.restart()
    clerk.app.window.main_view.go("payment")  # type: ignore[union-attr]
    clerk.until_idle()
    clerk.press(Qt.Key.Key_1, ENTER)
    clerk.wait(lambda: clerk.stands_at(Step.CUSTOMER))
    clerk.until_idle()


@pytest.fixture(scope="module")
def pokhara() -> Iterator[ScriptedServer]:
    """The service of shops that know one company only."""
    found = in_order([Pokhara()])
    with pytest.MonkeyPatch.context() as patch, ScriptedServer(Company().answer) as server:
        patch.setattr(desktop_app.providers, "all_providers", lambda: found)
        yield server


@pytest.fixture(scope="module")
def paid(qapp: object, pokhara: ScriptedServer, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a shop where ram has paid 1,500, 2,000 and 1,500 and sita 900."""
    folder, clock = tmp_path_factory.mktemp("paid") / "shop", HandClock()

    def work(clerk: Clerk) -> None:
        for account, number, amount in (
            ("ram", "9841111111", "1500"),
            ("ram", "9841111111", "2000"),
            ("ram", "9841111111", "1500"),
            ("sita", "9852222222", "900"),
        ):
            to_form(clerk)
            clerk.type(account)
            field(clerk, NUMBER).setFocus()
            field(clerk, NUMBER).clear()
            clerk.type(number)
            field(clerk, AMOUNT).setFocus()
            clerk.type(amount)
            clerk.press(ENTER)
            pay(clerk, amount)
            clock.move(timedelta(days=30))

    return left_behind(folder, pokhara.url, clock, work)


@pytest.fixture
def clerk(
    shops: OpenShop, paid: Path, tmp_path: Path, pokhara: ScriptedServer, clock: HandClock
) -> Clerk:
    """At the form of that shop, a month after the last payment."""
    shutil.copytree(paid, tmp_path / "shop")
    clock.move(timedelta(days=120))
    clerk = shops(url=pokhara.url, clock=clock)
    to_form(clerk)
    return clerk


def shown_amounts(clerk: Clerk) -> list[str]:
    names = [f"customer.last{number}" for number in range(3)]
    return [clerk.says(name) for name in names if clerk.sees(name)]


def test_the_number_and_the_amounts_of_the_last_time_are_proposed_to_nobody_else(
    clerk: Clerk,
) -> None:
    clerk.type("RAM")
    clerk.until_idle()
    assert field(clerk, NUMBER).text() == "9841111111"
    assert clerk.says(f"{NUMBER}.note") == "As last time. Ask whether it is still right."
    assert field(clerk, AMOUNT).text() == ""
    field(clerk, "customer.id").clear()
    clerk.type("sita")
    clerk.until_idle()
    assert field(clerk, NUMBER).text() == "9852222222"
    assert shown_amounts(clerk) == ["900"]
    assert clerk.find("customer.last0").accessibleName() == "900 Alt 1"
    clerk.type("9")
    assert field(clerk, NUMBER).text() == ""
    assert "last time" not in clerk.says(f"{NUMBER}.note")
    clerk.until_idle()
    assert shown_amounts(clerk) == []


def test_the_last_amounts_are_choices_for_keys_and_mouse(clerk: Clerk) -> None:
    clerk.type("ram")
    clerk.until_idle()
    assert shown_amounts(clerk) == ["1,500", "2,000"]
    clerk.press(Qt.Key.Key_2, modifier=ALT)
    assert field(clerk, AMOUNT).text() == "2,000"
    assert field(clerk, AMOUNT).hasFocus()
    clerk.click("customer.last0")
    assert field(clerk, AMOUNT).text() == "1,500"
    clerk.press(ENTER)
    clerk.until_step(Step.CONFIRM)
    assert clerk.says("confirm.total") == "Rs. 1,500.00"


def test_the_form_with_its_choices_is_seen_whole(clerk: Clerk) -> None:
    clerk.type("ram")
    clerk.until_idle()
    for size in ((1366, 688), (1093, 534), (1024, 688)):
        clerk.app.window.resize(*size)
        settle(clerk.app.window)
        clerk.until_idle()
        settle(clerk.app.window)
        assert shown_amounts(clerk)
        assert [scrolls_down(body) for body in bodies(clerk.app.window)] == [0], size


def test_the_last_amounts_are_choices_at_the_list_too(
    shops: OpenShop, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = in_order([AmountAtTheList()])
    monkeypatch.setattr(desktop_app.providers, "all_providers", lambda: found)
    with ScriptedServer(Company().answer) as server:
        clerk = shops(url=server.url, clock=clock)
        for account, amount in (("ram", "700"), ("sita", "900")):
            to_form(clerk)
            clerk.type(account)
            clerk.press(ENTER)
            clerk.until_step(Step.CHOICE)
            assert not clerk.sees("choice.last0")
            clerk.press(Qt.Key.Key_1, ENTER)
            clerk.type(amount)
            clerk.press(ENTER)
            pay(clerk, amount)
            clock.move(timedelta(days=30))
        to_form(clerk)
        clerk.type("ram")
        clerk.press(ENTER)
        clerk.until_step(Step.CHOICE)
        clerk.press(Qt.Key.Key_1)
        clerk.until_idle()
        assert clerk.says("choice.last0") == "700"
        clerk.press(Qt.Key.Key_1, modifier=ALT)
        assert field(clerk, "choice.amount").text() == "700"
        clerk.press(ENTER)
        clerk.until_step(Step.CONFIRM)
        assert clerk.says("confirm.total") == "Rs. 700.00"
