"""A job that is given in one environment never works in another that is chosen before its turn."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop_app.core.environment import Environment
from desktop_app.core.errors import Problem, ServiceError
from desktop_app.core.inquiry_flow import Step
from desktop_app.core.payments.desk import PaymentDesk
from desktop_app.core.payments.payment import PaymentState
from desktop_app.core.settings import NOT_ENABLED
from desktop_app.core.tile_order import TileOrder
from desktop_app.data_folder import settings_path
from desktop_app.settings_store.settings_file import SettingsFile
from desktop_app.ui.runtime.jobs import ReportingDeskJob
from desktop_app.ui.wizard.tender_dialog import TenderDialog
from tests.clerk import ENTER, Clerk
from tests.gui.tasks_kit import Listener
from tests.gui.two_services import NotedService, TwoServices, two_services
from tests.unit.test_ledger_kit import add_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop_app.ui.runtime.jobs import DeskJob

LIVE, TEST = Environment.LIVE, Environment.TEST
ONE = Qt.Key.Key_1


@pytest.fixture
def test_service() -> NotedService:
    return NotedService()


@pytest.fixture
def live_service() -> NotedService:
    return NotedService()


@pytest.fixture
def shop(
    qtbot: QtBot, tmp_path: Path, test_service: NotedService, live_service: NotedService
) -> Iterator[TwoServices]:
    with two_services(tmp_path / "shop", test_service, live_service) as shop:
        yield shop


def to_confirm(clerk: Clerk) -> None:
    """The cash is counted: the next Enter pays."""
    clerk.come_to_confirm("online_renew")
    clerk.type("20000")
    clerk.press(ENTER)
    if clerk.find("confirm.cashright").isVisible():
        clerk.press(Qt.Key.Key_Space)


def test_a_payment_of_test_is_paid_in_test_whatever_is_chosen_meanwhile(
    shop: TwoServices, live_service: NotedService
) -> None:
    clerk = shop.clerk
    to_confirm(clerk)
    request = clerk.app.window.flow.request(clerk.app.session.counter())
    assert request is not None
    environments = clerk.app.use_cases.environments
    listener = Listener()
    shop.choose_live()
    shop.until_live()
    job: ReportingDeskJob[object] = ReportingDeskJob(
        "pay", TEST, environments, lambda desk, report: desk.pay(request, report)
    )
    clerk.app.tasks.pay(job, listener.take, listener.note)
    clerk.until_idle()
    paid = environments.ledger(TEST).payment(1)
    assert paid is not None
    assert paid.state is PaymentState.PAID
    assert environments.ledger(LIVE).payment(1) is None
    assert not live_service.was_asked("/commit/")


def test_nothing_is_paid_while_another_environment_is_about_to_be_shown(
    shop: TwoServices, test_service: NotedService, live_service: NotedService
) -> None:
    """Its result would stand there for a blink only, and then the other environment's pages."""
    clerk = shop.clerk
    to_confirm(clerk)
    pay = clerk.find("confirm.pay")
    assert pay.isEnabled()
    with shop.held_up("money"):
        shop.choose_live()
        assert not pay.isEnabled()
        assert "Nothing is paid now" in clerk.says("confirm.advice")
        clerk.press(ENTER, ENTER)
        clerk.click("confirm.pay")
        assert not clerk.app.window.flow.sending
    shop.until_live()
    for environment in (TEST, LIVE):
        assert clerk.app.use_cases.environments.ledger(environment).payment(1) is None
    assert not test_service.was_asked("/commit/")
    assert not live_service.was_asked("/commit/")


def test_an_enter_before_the_other_pages_are_there_pays_nothing(shop: TwoServices) -> None:
    """The settings are in force a turn before the pages: what was looked up in TEST stays there."""
    clerk = shop.clerk
    to_confirm(clerk)
    entered: list[bool] = []

    def press() -> None:
        clerk.press(ENTER, ENTER)
        entered.append(clerk.app.window.flow.sending)

    clerk.app.session.changed.connect(press)
    shop.choose_live()
    shop.until_live()
    assert entered == [False]
    assert clerk.app.use_cases.environments.ledger(LIVE).payment(1) is None


def test_payments_go_on_where_the_switch_could_not_be_stored(shop: TwoServices) -> None:
    clerk = shop.clerk
    to_confirm(clerk)
    file = settings_path(shop.folder)
    file.unlink()
    # A folder is in the file's place.
    file.mkdir()
    shop.choose_live()
    clerk.until_idle()
    assert clerk.app.session.environment is TEST
    # The keyboard went to the cash meanwhile.
    clerk.press(ENTER, ENTER)
    clerk.until_step(Step.RESULT)
    assert clerk.app.use_cases.environments.ledger(TEST).payment(1) is not None


def test_without_cash_the_keyboard_waits_where_enter_does_nothing(shop: TwoServices) -> None:
    """On Back an Enter by habit would leave, and the reference of the wallet would be gone."""
    clerk = shop.clerk
    clerk.come_to_confirm("online_renew")
    clerk.press(Qt.Key.Key_3, modifier=Qt.KeyboardModifier.AltModifier)
    clerk.until_dialog(TenderDialog)
    clerk.type("FP-77")
    clerk.press(ENTER, ENTER)
    clerk.app.window.activateWindow()
    pay = clerk.find("confirm.pay")
    clerk.wait(pay.hasFocus)
    file = settings_path(shop.folder)
    file.unlink()
    file.mkdir()
    with shop.held_up("money"):
        shop.choose_live()
        assert clerk.find("confirm.advice").hasFocus()
        clerk.press(ENTER, Qt.Key.Key_Space)
        assert clerk.stands_at(Step.CONFIRM)
        assert not clerk.app.window.flow.sending
    clerk.until_idle()
    assert clerk.app.session.environment is TEST
    assert pay.hasFocus()
    clerk.press(ENTER)
    clerk.until_step(Step.RESULT)


def choose_in_settings(clerk: Clerk, environment: Environment) -> None:
    clerk.press(Qt.Key.Key_F12)
    clerk.wait(lambda: clerk.sees("settings.nav.connection"))
    clerk.click("settings.nav.connection")
    clerk.click(f"settings.environment.{environment.value}")
    clerk.wait(lambda: clerk.sees("ask.yes"))
    clerk.click("ask.yes")


def test_the_settings_say_that_another_environment_is_coming(shop: TwoServices) -> None:
    """Another choice meanwhile is not taken, and nothing pretends that it was."""
    clerk = shop.clerk
    with shop.held_up("money"):
        choose_in_settings(clerk, LIVE)
        said = "Changing to LIVE. Nothing is paid until it is shown."
        clerk.wait(lambda: clerk.says("settings.switching") == said)
        for other in (Environment.PRACTICE, TEST):
            clerk.click(f"settings.environment.{other.value}")
            assert not clerk.sees("ask.yes")
            assert clerk.find("settings.environment.live").isChecked()
    shop.until_live()
    assert not clerk.sees("settings.switching")


def test_a_switch_that_could_not_be_stored_marks_what_is_in_force(shop: TwoServices) -> None:
    clerk = shop.clerk
    file = settings_path(shop.folder)
    file.unlink()
    file.mkdir()
    choose_in_settings(clerk, LIVE)
    clerk.until_idle()
    assert clerk.find("settings.environment.test").isChecked()
    assert not clerk.sees("settings.switching")
    words = clerk.find("window.trouble").accessibleName()
    assert "settings could not be stored" in words
    assert "the environment stays the same" in words


def test_what_else_is_changed_during_a_switch_is_kept(shop: TwoServices) -> None:
    """Also what a look-up says of a company; all of it is there at the next start."""
    session = shop.clerk.app.session
    with shop.held_up("money"):
        shop.choose_live()
        session.change(replace(session.settings, nepali_digits=True))
        session.keep_tile_order(TileOrder("2082-08-15", ("vianet",), ("worldlink",)))
        refused = ServiceError(
            Problem.REFUSED, code=NOT_ENABLED, reason="Problem using the service"
        )
        session.note_lookup(TEST, "vianet", refused)
        assert session.settings.nepali_digits
    shop.until_live()
    stored = SettingsFile(settings_path(shop.folder)).load()
    for settings in (session.settings, stored):
        assert settings.environment is LIVE
        assert settings.nepali_digits
        assert settings.tiles.slugs == ("vianet",)
        assert settings.not_enabled(TEST) == {"vianet"}


def test_checks_asked_for_in_test_are_made_in_test(
    shop: TwoServices, test_service: NotedService, live_service: NotedService
) -> None:
    """Also the second and third of them, which are given after the switch."""
    clerk = shop.clerk
    clerk.has_paid("practice_waiting")
    environments = clerk.app.use_cases.environments
    add_in(environments.ledger(LIVE), PaymentState.WAITING, environment=LIVE)
    shop.clock.move(timedelta(minutes=30))
    clerk.press(Qt.Key.Key_F4)
    clerk.until_idle()
    before = len(test_service.asked)
    with shop.held_up("check"):
        clerk.press(Qt.Key.Key_F5)
        shop.choose_live()
        clerk.wait(lambda: clerk.app.session.environment is LIVE)
    clerk.until_idle()
    assert any("/status/" in path for path in test_service.asked[before:])


def test_an_account_is_looked_up_where_it_was_asked_for(
    shop: TwoServices, test_service: NotedService, live_service: NotedService
) -> None:
    clerk = shop.clerk
    clerk.press(ONE, ENTER)
    clerk.type("online_renew")
    with shop.held_up("call", 4):
        clerk.press(ENTER)
        shop.choose_live()
        clerk.wait(lambda: clerk.app.session.environment is LIVE)
    shop.until_live()
    clerk.wait(lambda: live_service.was_asked("balance"))
    assert not live_service.was_asked("/details/")


def test_a_switch_waits_for_the_payment_that_is_being_sent(
    shop: TwoServices, test_service: NotedService
) -> None:
    """Numbers count anew in each environment: a card of one is not another's payment."""
    clerk = shop.clerk
    to_confirm(clerk)
    test_service.commits.clear()
    try:
        clerk.press(ENTER)
        shop.choose_live()
        clerk.wait(lambda: test_service.was_asked("/commit/"))
        assert clerk.app.window.flow.sending
        assert clerk.app.session.environment is TEST
        assert job_of_the_pages(clerk).environment is TEST
    finally:
        test_service.commits.set()
    shop.until_live()
    clerk.wait(lambda: job_of_the_pages(clerk).environment is LIVE)


def job_of_the_pages(clerk: Clerk) -> DeskJob[object]:
    """As a page that is on the screen makes it."""
    places = clerk.app.window.main_view
    assert places is not None
    return places._context.desk_job("read what waits", PaymentDesk.waiting)
