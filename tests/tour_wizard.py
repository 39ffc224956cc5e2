"""The tour's pictures of the wizard: from the companies to the result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop_app.core.environment import Environment
from desktop_app.core.errors import Problem, ServiceError
from desktop_app.core.inquiry_flow import Step
from desktop_app.ui.widgets import FieldState
from tests.clerk import ENTER, ESC, TEST_TOKEN, Clerk
from tests.tour_counter import press, take_dialog, take_opening, walk_tenders

if TYPE_CHECKING:
    from tests.tour import Photographer

ONE, TWO, FIVE = Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_5
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def look_up(clerk: Clerk, digit: Qt.Key, account: str) -> None:
    """From anywhere to the end of looking up."""
    # Not by F2, which would ask about the payment that is on the screen.
    clerk.app.window.flow.restart()
    clerk.app.window.main_view.go("payment")  # type: ignore[union-attr]
    clerk.until_idle()
    clerk.press(digit, ENTER)
    clerk.type(account)
    clerk.press(ENTER)
    clerk.until_idle()


def walk_provider_and_customer(photo: Photographer) -> None:
    """Steps 1 and 2 with their conditions."""
    clerk = photo.clerk
    photo.take("01-provider-empty")
    for digit, account in ((ONE, "rambdr_thapa"), (TWO, "84310"), (ONE, "sunitakarki22")):
        look_up(clerk, digit, account)
    clerk.app.window.flow.restart()
    clerk.app.window.main_view.go("payment")  # type: ignore[union-attr]
    clerk.until_idle()
    photo.take("01-provider")
    clerk.press(ONE, ENTER)
    clerk.until_idle()
    clerk.type("ram")
    photo.take("02-customer-typing")
    clerk.press(ESC, TWO, ENTER)
    clerk.type("110-871")
    clerk.wait(lambda: clerk.find("customer.id").state is FieldState.INVALID)
    photo.take("02-customer-invalid")
    clerk.press(ESC, ONE, ENTER)
    clerk.find("customer.id").clear()
    clerk.type("practice_slow")
    clerk.press(ENTER)
    photo.take("02-customer-looking-up")
    clerk.press(ESC)
    clerk.find("customer.id").clear()
    for name, account in (
        ("not-found", "rambdr_thap"),
        ("maintenance", "practice_maintenance"),
        ("not-understood", "practice_strange"),
    ):
        clerk.find("customer.id").clear()
        clerk.type(account)
        clerk.press(ENTER)
        clerk.until_idle()
        photo.take(f"02-customer-{name}")
    look_up(clerk, TWO, "51200")
    photo.take("02-customer-nothing-to-pay")


def walk_many_providers(photo: Photographer) -> None:
    """Step 1 of a shop with all companies: typed, by letter, and one that is not enabled."""
    clerk = photo.clerk
    clerk.app.session.note_lookup(
        Environment.LIVE, "vianet-updated", ServiceError(Problem.REFUSED, code="1008")
    )
    clerk.app.window.flow.restart()
    clerk.app.window.main_view.go("payment")  # type: ignore[union-attr]
    clerk.until_idle()
    photo.take("01-provider-not-enabled")
    clerk.type("net")
    photo.take("01-provider-typed")
    clerk.press(ESC)
    clerk.type("*")
    photo.take("01-provider-all")
    clerk.press(ESC)
    clerk.app.window.main_view.go("settings")  # type: ignore[union-attr]
    clerk.click("settings.nav.providers")
    clerk.until_idle()
    clerk.find("settings.providers.search").setText("nepal")
    photo.take("10-settings-providers-typed")


def walk_first_companies(photo: Photographer) -> None:
    """The first start asks which companies the street has."""
    clerk = photo.clerk
    clerk.press(TWO)
    clerk.type("Ganesh Kirana")
    clerk.press(ENTER)
    clerk.until_idle()
    clerk.press(Qt.Key.Key_Tab, modifier=Qt.KeyboardModifier.ShiftModifier)
    clerk.press(Qt.Key.Key_Right, Qt.Key.Key_Tab)
    clerk.type(TEST_TOKEN)
    for _ in range(2):
        clerk.press(ENTER)
        clerk.until_idle()
    photo.take("11-first-run-companies")
    clerk.type("link")
    photo.take("11-first-run-companies-typed")


def walk_choice_and_confirm(photo: Photographer) -> None:
    """Steps 3 and 4."""
    clerk = photo.clerk
    look_up(clerk, ONE, "online_renew")
    photo.take("03-packages-no-due")
    look_up(clerk, ONE, "online_due_payment")
    photo.take("03-due-only")
    look_up(clerk, TWO, "110871")
    photo.take("04-bills-vianet")
    clerk.press(ONE, ENTER)
    clerk.until_idle()
    photo.take("05-confirm-rounding")
    look_up(clerk, ONE, "online_due_and_package")
    photo.take("03-packages-current")
    clerk.press(FIVE)
    photo.take("03-packages")
    clerk.press(ENTER)
    clerk.until_idle()
    photo.take("05-confirm")
    walk_tenders(photo)
    clerk.type("1600")
    photo.take("05-confirm-missing")
    clerk.press(TWO, modifier=ALT)
    clerk.press(ENTER)
    photo.take("05-confirm-cash-entered")


def walk_results(photo: Photographer) -> None:
    """Step 5 in all its states, and what Confirm says of payments before."""
    clerk = photo.clerk
    clerk.press(ENTER)
    clerk.until_step(Step.RESULT)
    photo.take("06-result-paid")
    clerk.press(Qt.Key.Key_S, modifier=CONTROL)
    clerk.until_idle()
    photo.take("06-result-saved")
    press(photo, Qt.Key.Key_W)
    take_dialog(photo, "06-result-share", "share", keys="9841000000")
    pay(clerk, "bishnu_adhikari", ONE)
    clerk.until_step(Step.RESULT)
    pay(clerk, "bishnu_adhikari", ONE, pays=False)
    photo.take("05-confirm-duplicate")
    for name in ("waiting", "not_paid", "refunded", "slow_pay"):
        pay(clerk, f"practice_{name}", ONE)
        if name == "slow_pay":
            photo.take("05-confirm-sending")
        clerk.until_step(Step.RESULT)
        photo.take(f"06-result-{name.replace('_', '-')}")
        if name == "not_paid":
            clerk.press(Qt.Key.Key_R, modifier=CONTROL)
            clerk.until_idle()
            photo.take("06-result-cash-returned")
    pay(clerk, "practice_already_made", ONE)
    clerk.until_step(Step.RESULT)
    pay(clerk, "practice_waiting", ONE, pays=False)
    photo.take("05-confirm-waiting-one")


def pay(clerk: Clerk, account: str, offer: Qt.Key, *, pays: bool = True) -> None:
    """Up to Confirm, and to sending with the exact cash."""
    look_up(clerk, ONE, account)
    clerk.press(offer, ENTER)
    clerk.until_idle()
    if pays:
        clerk.press(Qt.Key.Key_F8, ENTER, ENTER)


def begin(clerk: Clerk, company: str, *texts: str) -> None:
    """From anywhere to a company that is found by its name, with its fields filled in."""
    clerk.app.window.flow.restart()
    clerk.app.window.main_view.go("payment")  # type: ignore[union-attr]
    clerk.until_idle()
    clerk.type(company)
    clerk.press(ENTER)
    clerk.wait(lambda: clerk.stands_at(Step.CUSTOMER))
    clerk.until_idle()
    for text in texts:
        clerk.type(text)
        clerk.press(ENTER)
    flow = clerk.app.window.flow
    clerk.wait(lambda: not flow.is_looking_up and not flow.needs_read)
    clerk.until_idle()


def walk_families(photo: Photographer) -> None:
    """What companies of other families ask and tell."""
    clerk = photo.clerk
    begin(clerk, "metrolink")
    photo.take("18-form-of-four")
    begin(clerk, "metrolink", "ram_1", "9800000103", "Banepa", "1500")
    photo.take("18-confirm-unknown-account")
    clerk.press(Qt.Key.Key_Space)
    photo.take("18-confirm-account-confirmed")
    clerk.press(Qt.Key.Key_F8, ENTER, ENTER)
    clerk.until_step(Step.RESULT)
    photo.take("18-result-confirms-later")
    begin(clerk, "metrolink")
    clerk.type("ram_1")
    clerk.until_idle()
    photo.take("18-form-as-last-time")
    begin(clerk, "izone", "maya.lama")
    photo.take("18-due-not-collected")
    clerk.press(ONE, ENTER)
    clerk.until_step(Step.CONFIRM)
    photo.take("18-confirm-due-not-collected")
    take_opening(photo)
    begin(clerk, "izone", "new")
    photo.take("18-customer-refused")
    begin(clerk, "techminds", "jeetenaug4")
    photo.take("18-packages-without-price")
    clerk.press(ONE, ENTER)
    clerk.until_idle()
    photo.take("18-durations")
    begin(clerk, "websurfer", "1112858")
    photo.take("18-connections")
