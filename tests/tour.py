"""Pictures of every page and state: ``python -m tests.tour DIR [--quick]``.

The real window against a real local service, at the sizes, languages and colours of the design.
``--quick`` takes English in light colours alone.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, Qt

from desktop_app.app import make_application
from desktop_app.core.environment import Connection, Environment
from desktop_app.core.errors import Problem, ServiceError
from desktop_app.core.inquiry_flow import Step
from desktop_app.core.settings import Language, Look, Settings
from desktop_app.core.shop import Shop
from desktop_app.data_folder import settings_path
from desktop_app.sandbox.practice import PracticeService
from desktop_app.sandbox.server import SandboxServer
from desktop_app.settings_store.settings_file import SettingsFile
from desktop_app.ui.help import shipped
from desktop_app.ui.widgets import FieldState
from tests.clerk import ENTER, ESC, TEST_TOKEN, Clerk, PaperTray, open_shop
from tests.fakes import HandClock
from tests.licences import write_licences
from tests.people_kit import people_in
from tests.tour_counter import (
    press,
    take_dialog,
    take_opening,
    walk_complaint,
    walk_credit,
    walk_drawer,
    walk_lock,
    walk_owing,
    walk_reversal,
    walk_tenders,
)
from tests.tour_customers import walk_customers, walk_reset, walk_scan

if TYPE_CHECKING:
    from collections.abc import Iterator

ONE, TWO, FIVE = Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_5
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SIZES = {"1366x768": (1366, 688), "1093x614": (1093, 534)}
"""Screens, and what title bar and task bar leave of them."""
SHOP = Shop(
    name="Ganesh Kirana & Recharge",
    name_nepali="गणेश किराना एन्ड रिचार्ज",
    address="Old Baneshwor-10, Kathmandu",
    address_nepali="पुरानो बानेश्वर-१०, काठमाडौँ",
    phone="01-5550142",
    pan="601234567",
)


@dataclass(frozen=True)
class View:
    """One way to look at the program."""

    size: str
    language: Language
    look: Look

    @property
    def folder(self) -> str:
        return f"{self.size}-{self.language.value}-{self.look.value}"


class Photographer:
    """Takes pictures of one shop's window into one folder."""

    def __init__(self, clerk: Clerk, folder: Path, view: View) -> None:
        self.clerk = clerk
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        clerk.app.window.resize(*SIZES[view.size])
        clerk.until_idle()

    def take(self, name: str) -> None:
        """A picture of the window as it is now."""
        for _ in range(4):
            QCoreApplication.processEvents()
        self.clerk.app.window.grab().save(str(self.folder / f"{name}.png"))


@contextmanager
def opened(
    view: View, folder: Path, environment: Environment | None, *, people: bool = False
) -> Iterator[Photographer]:
    """A shop with settings as on the target pictures; None for the first start."""
    settings = Settings(
        environment=environment,
        shop=SHOP if environment is not None else Shop(),
        operator="Sita" if view.language is Language.ENGLISH else "सीता",
        language=view.language,
        receipt_language=view.language,
        look=view.look,
        asks_opening_cash=False,
    )
    service = PracticeService(token=TEST_TOKEN)
    with tempfile.TemporaryDirectory() as data, SandboxServer(service) as server:
        if environment is None:
            settings = replace(settings, test_url=server.url)
        if people:
            people_in(Path(data))
        SettingsFile(settings_path(Path(data))).save(settings)
        connection = None
        if environment in (Environment.LIVE, Environment.TEST):
            connection = Connection(environment, server.url)
        clerk = open_shop(Path(data), connection=connection, tray=PaperTray(), clock=HandClock())
        try:
            yield Photographer(clerk, folder / view.folder, view)
        finally:
            clerk.app.close()


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


def walk_places(photo: Photographer) -> None:
    """The other places and their sub-pages."""
    clerk = photo.clerk
    for name in ("payments", "waiting", "dayclose", "customers", "settings"):
        clerk.app.window.main_view.go(name)  # type: ignore[union-attr]
        clerk.until_idle()
        photo.take(f"07-{name}")
    for sub in ("connection", "language", "providers", "limits", "backup", "people"):
        clerk.click(f"settings.nav.{sub}")
        clerk.until_idle()
        photo.take(f"10-settings-{sub}")
    clerk.press(Qt.Key.Key_F1)
    photo.take("16-keys")
    walk_about(photo)
    photo.clerk.press(ESC)


def walk_about(photo: Photographer) -> None:
    """From the page of keys: what a checkout knows, and the list of the installed program."""
    clerk = photo.clerk
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        write_licences(Path(folder) / "licences")
        for name in ("about-checkout", "about"):
            clerk.click("keys.about")
            clerk.until_idle()
            photo.take(f"17-{name}")
            clerk.press(ESC)
            patch.setattr(shipped, "resource", Path(folder).joinpath)


def tour(folder: Path, views: list[View]) -> int:
    """All pictures of all views; how many were written."""
    for view in views:
        with opened(view, folder, None) as photo:
            photo.take("11-first-run")
            walk_first_companies(photo)
        with opened(view, folder, Environment.LIVE) as photo:
            walk_provider_and_customer(photo)
            walk_choice_and_confirm(photo)
            walk_results(photo)
            walk_families(photo)
            walk_places(photo)
            walk_complaint(photo)
            walk_owing(photo)
            walk_customers(photo)
            pay(photo.clerk, "practice_taken_back", ONE)
            photo.clerk.until_step(Step.RESULT)
            walk_reversal(photo)
            walk_drawer(photo)
            walk_credit(photo)
            walk_many_providers(photo)
        for environment in (Environment.PRACTICE, Environment.TEST):
            with opened(view, folder, environment) as photo:
                photo.take(f"14-{environment.value}")
                walk_scan(photo)
        with opened(view, folder, Environment.LIVE, people=True) as photo:
            walk_lock(photo)
            walk_reset(photo)
    return len(list(folder.rglob("*.png")))


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(prog="tour", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--quick", action="store_true")
    options = parser.parse_args()
    make_application()
    languages = [Language.ENGLISH] if options.quick else list(Language)
    looks = [Look.LIGHT] if options.quick else [Look.LIGHT, Look.DARK]
    views = [View(s, language, look) for s in SIZES for language in languages for look in looks]
    count = tour(options.folder, views)
    print(f"{count} pictures in {options.folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
