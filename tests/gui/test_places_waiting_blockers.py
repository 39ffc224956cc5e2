"""Waiting: what hinders a check, and what happened so far."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop_app.core.environment import Environment
from desktop_app.core.payments.payment import Event, EventKind, PaymentState, new_reference
from desktop_app.sandbox.practice import PracticeService
from desktop_app.sandbox.server import SandboxServer
from desktop_app.ui.payment_kit.history import refusal_text
from tests.clerk import ENTER, TEST_TOKEN, desk_of
from tests.fakes import NOON, HandClock
from tests.gui.test_places_kit import ledger_in, payment, words_in
from tests.gui.test_places_waiting_checks import (
    F4,
    F5,
    OUTCOME,
    open_waiting,
    pay,
    pay_with_keys,
    settle,
    stored,
)
from tests.gui.test_places_waiting_decide import decide

if TYPE_CHECKING:
    from pathlib import Path

    from tests.gui.conftest import OpenShop


def test_without_the_token_it_says_why_it_is_not_checked(
    shops: OpenShop, server: SandboxServer
) -> None:
    clock = HandClock()
    clerk = shops(url=server.url, clock=clock)
    pay(clerk, "practice_waiting_long")
    clerk.app.use_cases.vault.delete(Environment.TEST)
    clock.move(timedelta(minutes=6))
    open_waiting(clerk)
    assert clerk.says("waiting.blocker.1").startswith("There is no token on this computer")
    assert "Settings, Connection" in clerk.says("waiting.blocker.1")
    assert clerk.says("waiting.next.1") == "Not checked —"
    assert not clerk.find("waiting.check.1").isEnabled()
    seen = words_in(clerk.find("waiting.card.1"))
    assert not OUTCOME.search(seen)
    clerk.press(F5)
    settle(clerk)
    assert stored(clerk, 1).state is PaymentState.WAITING


def test_another_token_does_not_check_it_and_the_right_one_does(
    shops: OpenShop, server: SandboxServer
) -> None:
    clock = HandClock()
    clerk = shops(url=server.url, clock=clock)
    pay(clerk, "practice_no_answer")
    clock.move(timedelta(minutes=6))
    vault = clerk.app.use_cases.vault
    vault.save(Environment.TEST, "TEST:AnotherTokenOfTheShop")
    open_waiting(clerk)
    assert clerk.says("waiting.blocker.1").startswith("The token it was sent with is not")
    vault.save(Environment.TEST, TEST_TOKEN)
    clerk.press(F4)
    settle(clerk)
    assert not clerk.find("waiting.blocker.1").isVisible()
    clerk.press(ENTER)
    settle(clerk)
    assert stored(clerk, 1).state is PaymentState.PAID


def test_history_is_shown_for_the_chosen_card_alone(shops: OpenShop, server: SandboxServer) -> None:
    clerk = shops(url=server.url, clock=HandClock())
    pay(clerk, "practice_no_answer", "practice_waiting_long")
    open_waiting(clerk)
    assert not clerk.find("waiting.events.1").isVisible()
    clerk.press(Qt.Key.Key_Right)
    assert clerk.find("waiting.events.1").isVisible()
    assert "Sent to the service" in words_in(clerk.find("waiting.events.1"))
    clerk.press(Qt.Key.Key_Down)
    assert not clerk.find("waiting.events.1").isVisible()
    assert clerk.find("waiting.events.2").isVisible()
    clerk.press(Qt.Key.Key_Left)
    assert not clerk.find("waiting.events.2").isVisible()


def test_a_check_without_a_line_says_nothing_about_the_payment(
    shops: OpenShop, server: SandboxServer
) -> None:
    clock = HandClock()
    with SandboxServer(PracticeService(token=TEST_TOKEN)) as other:
        clerk = shops(url=other.url, clock=clock)
        pay(clerk, "practice_lost")
        clock.move(timedelta(minutes=5))
        open_waiting(clerk)
    clerk.press(ENTER)
    settle(clerk)
    assert stored(clerk, 1).state is PaymentState.WAITING
    assert "The service cannot be reached." in clerk.says("waiting.known.1")


def test_without_its_token_the_owner_records_what_support_answered(
    shops: OpenShop, server: SandboxServer
) -> None:
    clock = HandClock()
    clerk = shops(url=server.url, clock=clock)
    pay(clerk, "practice_waiting_long")
    clerk.app.use_cases.vault.save(Environment.TEST, "TEST:AnotherTokenOfTheShop")
    clock.move(timedelta(minutes=6))
    open_waiting(clerk)
    assert clerk.says("waiting.blocker.1").endswith("or record what support answers.")
    assert not clerk.find("waiting.check.1").isVisible()
    ask = decide(clerk)
    assert any("token it was sent with" in words for words in words_in(ask.dialog).splitlines())
    ask.click("not_paid")
    ask.part("reason").setText("ticket 4711")
    ask.part("by").setText("Hari")
    ask.save()
    assert stored(clerk, 1).state is PaymentState.NOT_PAID


def test_a_settings_file_of_nul_bytes_loses_no_waiting_payment(
    shops: OpenShop, server: SandboxServer, tmp_path: Path
) -> None:
    clock = HandClock()
    clerk = shops(url=server.url, clock=clock)
    pay_with_keys(clerk, "practice_no_answer")
    clerk.app.close()
    settings = tmp_path / "shop" / "settings.json"
    settings.write_bytes(b"\0" * settings.stat().st_size)
    clock.move(timedelta(minutes=6))
    clerk = shops(url=server.url, clock=clock)
    settle(clerk)
    assert stored(clerk, 1).state is PaymentState.PAID, "found with its token, and looked up"


def test_a_settings_file_that_cannot_be_read_is_set_aside_and_said(
    shops: OpenShop, server: SandboxServer, tmp_path: Path
) -> None:
    folder = tmp_path / "shop"
    folder.mkdir()
    for name in ("settings.json.bad", "settings.json.bad2"):
        (folder / "settings.json").write_bytes(b"\0" * 300)
        clerk = shops(url=server.url)
        settle(clerk)
        said = words_in(clerk.find("window.trouble"))
        assert "settings could not be read" in said
        assert f"as {name}." in said
        assert (folder / name).read_bytes() == b"\0" * 300
        clerk.app.close()


def test_money_that_a_crash_left_open_is_said_on_the_start_page(
    shops: OpenShop, server: SandboxServer, tmp_path: Path
) -> None:
    with ledger_in(tmp_path / "shop") as ledger:
        order = payment(ledger, PaymentState.WAITING, NOON).order
        again = replace(order, reference=new_reference(), account_id="b", account_key="b")
        at = Event(EventKind.RECORDED, NOON, PaymentState.RECORDED)
        number = ledger.add(again, at).number
    clerk = shops(url=server.url, clock=HandClock())
    settle(clerk)
    assert clerk.find("provider.interrupted").isVisible()
    desk_of(clerk.app).cash_returned(number)
    places = clerk.app.window.main_view
    assert places is not None
    places.go("waiting")
    places.go("payment")
    settle(clerk)
    assert not clerk.find("provider.interrupted").isVisible()


def test_a_payment_that_never_arrived_says_so(shops: OpenShop, server: SandboxServer) -> None:
    clock = HandClock()
    clerk = shops(url=server.url, clock=clock)
    pay(clerk, "practice_not_sent")
    clock.move(timedelta(minutes=6))
    clerk.app.window.auto_checker.look()
    settle(clerk)
    found = stored(clerk, 1)
    assert (found.state, found.reason_code) == (PaymentState.NOT_PAID, "002")
    assert refusal_text(found) == "The payment did not reach the service."
    open_waiting(clerk)
    assert clerk.says("waiting.known.1").startswith("The payment did not reach the service.")
