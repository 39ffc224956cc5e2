"""Companies that tell nothing of an account: the clerk reads it back before cash is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt

import desktop_app.providers
from desktop_app.core.inquiry_flow import Step
from desktop_app.core.payments.payment import PaymentState
from desktop_app.core.settings import Language
from desktop_app.providers import in_order
from desktop_app.sandbox.practice import PracticeService
from desktop_app.sandbox.server import SandboxServer
from desktop_app.ui.widgets import Icon
from tests.clerk import ENTER, ESC, TEST_TOKEN, Clerk
from tests.gui.fit_kit import bodies, scrolls_down, settle
from tests.gui.looker import ROOMY
from tests.gui.test_places_kit import words_in
from tests.sample_providers import form_cases

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.gui.conftest import OpenShop

SPACE = Qt.Key.Key_Space


@pytest.fixture
def at_confirm(shops: OpenShop, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Clerk]]:
    """A shop at Confirm, for a company that is served by hand."""
    service = PracticeService(token=TEST_TOKEN)
    with SandboxServer(service) as server:

        def open_at(account: str = "9841234567", **options: Any) -> Clerk:
            found = in_order([form_cases.METROLINK.provider])
            monkeypatch.setattr(desktop_app.providers, "all_providers", lambda: found)
            clerk = shops(url=server.url, **options)
            clerk.press(Qt.Key.Key_1, ENTER)
            clerk.wait(lambda: clerk.stands_at(Step.CUSTOMER))
            clerk.until_idle()
            for text in (account, "9800000103", "Banepa", "1500"):
                clerk.type(text)
                clerk.press(ENTER)
            clerk.until_step(Step.CONFIRM)
            return clerk

        yield open_at


def test_the_account_is_read_back_and_no_enter_confirms_it(
    at_confirm: Callable[..., Clerk],
) -> None:
    clerk = at_confirm()
    assert clerk.says("confirm.account.id") == "984 123 4567", "large, and in groups"
    assert "Metrolink does not say whose account this is" in clerk.says("confirm.account.why")
    box = clerk.find("confirm.accountright")
    assert box.hasFocus()
    assert box.accessibleName() == "Username 984 123 4567: The customer says that it is right"
    assert not clerk.find("confirm.quick0").isEnabled()
    for _ in range(12):
        clerk.press(ENTER)
    assert clerk.stands_at(Step.CONFIRM)
    assert not box.isChecked()
    assert not clerk.find("confirm.pay").isEnabled()
    assert clerk.find("confirm.cash").text() == ""
    assert clerk.says("confirm.advice").startswith("Read the account to the customer")
    # The mouse confirms it and takes it back.
    box.click()
    clerk.type("1500")
    assert clerk.find("confirm.pay").isEnabled()
    box.click()
    assert not clerk.find("confirm.pay").isEnabled()


def test_space_confirms_the_account_anew_for_another_amount_and_the_cash_comes_next(
    at_confirm: Callable[..., Clerk],
) -> None:
    clerk = at_confirm()
    clerk.press(SPACE, ESC)
    clerk.wait(lambda: clerk.stands_at(Step.CUSTOMER))
    clerk.until_idle()
    clerk.press(ENTER)
    clerk.until_step(Step.CONFIRM)
    assert not clerk.find("confirm.accountright").isChecked()
    assert clerk.find("confirm.accountright").hasFocus()
    clerk.press(SPACE)
    assert clerk.find("confirm.cash").hasFocus()
    clerk.type("1500")
    clerk.press(ENTER, ENTER)
    clerk.until_step(Step.RESULT)
    payment = clerk.app.window.flow.payment
    assert payment is not None
    assert payment.state is PaymentState.WAITING


def test_a_change_of_language_asks_the_same_and_shows_what_was_answered(
    at_confirm: Callable[..., Clerk],
) -> None:
    def speak(language: Language) -> None:
        before = clerk.app.window.main_view
        clerk.app.session.set_language(language)
        clerk.wait(lambda: clerk.app.window.main_view is not before)
        clerk.until_idle()

    clerk = at_confirm()
    speak(Language.NEPALI)
    assert clerk.find("confirm.accountright").hasFocus()
    assert not clerk.find("confirm.pay").isEnabled()
    (tick,) = clerk.find("confirm.accountright").findChildren(Icon)
    assert not tick.isVisible()
    clerk.press(SPACE)
    speak(Language.ENGLISH)
    (tick,) = clerk.find("confirm.accountright").findChildren(Icon)
    assert tick.isVisible()


@pytest.mark.parametrize("language", list(Language))
def test_the_account_and_its_question_are_seen_whole(
    language: Language, at_confirm: Callable[..., Clerk]
) -> None:
    clerk = at_confirm(
        account="a_name_of_fifty_letters_that_never_ends_9841234567", language=language
    )
    window = clerk.app.window
    for size in (ROOMY, (1280, 640), (1093, 534), (1024, 688)):
        window.resize(*size)
        settle(window)
        clerk.until_idle()
        for _ in range(2):
            settle(window)
            assert [scrolls_down(body) for body in bodies(window)] == [0], size
            clerk.click("confirm.accountright")


def test_a_company_that_confirms_later_is_said_so_before_and_after(
    at_confirm: Callable[..., Clerk],
) -> None:
    clerk = at_confirm()
    for size in (ROOMY, (1093, 534)):
        clerk.app.window.resize(*size)
        settle(clerk.app.window)
        assert "Metrolink confirms later, as usual." in words_in(clerk.find("confirm.bill"))
    clerk.press(SPACE)
    clerk.type("2000")
    clerk.press(ENTER, ENTER)
    clerk.until_step(Step.RESULT)
    assert clerk.says("result.state") == "WAITING"
    assert clerk.says("result.advice") == "Keep the cash. Do not pay again."
    why = "The payment was taken on. Metrolink confirms later, as usual."
    assert clerk.says("result.why") == f"{why} Give the change of Rs. 500.00 and hold Rs. 1,500.00."
    assert clerk.says("result.quote").startswith("“Metrolink confirms the payment later.")
    clerk.press(Qt.Key.Key_F9)
    clerk.until_idle()
    slip = " ".join(clerk.tray.printed[-1].texts())
    assert "Metrolink confirms payments later, as usual." in slip
    assert "Name and account as the shop was told; Metrolink has not checked them." in slip
    clerk.press(Qt.Key.Key_F4)
    clerk.until_idle()
    said = " ".join(clerk.texts())
    assert "“Metrolink confirms the payment later." in said
    assert "Taken on. Metrolink confirms later, as usual." in said


def test_no_answer_of_a_company_that_confirms_later_is_not_its_usual_way(
    at_confirm: Callable[..., Clerk],
) -> None:
    clerk = at_confirm(account="practice_no_answer")
    clerk.press(SPACE)
    clerk.type("1500")
    clerk.press(ENTER, ENTER)
    clerk.until_step(Step.RESULT)
    assert clerk.says("result.state") == "WAITING"
    assert clerk.says("result.why").startswith("No clear answer came")
    assert "confirms" not in clerk.says("result.quote")
