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
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, Qt

from desktop_app.app import make_application
from desktop_app.core.environment import Connection, Environment
from desktop_app.core.inquiry_flow import Step
from desktop_app.core.settings import Language, Look, Settings
from desktop_app.core.shop import Shop
from desktop_app.data_folder import settings_path
from desktop_app.sandbox.practice import PracticeService
from desktop_app.sandbox.server import SandboxServer
from desktop_app.settings_store.settings_file import SettingsFile
from desktop_app.ui.help import shipped
from tests.clerk import ESC, TEST_TOKEN, Clerk, PaperTray, open_shop
from tests.fakes import HandClock
from tests.gui.another_record import show_another_record
from tests.licences import write_licences
from tests.people_kit import people_in
from tests.tour_counter import (
    walk_complaint,
    walk_credit,
    walk_drawer,
    walk_lock,
    walk_owing,
    walk_reversal,
)
from tests.tour_customers import walk_customers, walk_reset, walk_scan
from tests.tour_wizard import (
    ONE,
    pay,
    walk_choice_and_confirm,
    walk_families,
    walk_first_companies,
    walk_many_providers,
    walk_provider_and_customer,
    walk_results,
)

if TYPE_CHECKING:
    from collections.abc import Iterator


os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
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


def walk_places(photo: Photographer) -> None:
    """The other places and their sub-pages."""
    clerk = photo.clerk
    for name in ("payments", "waiting", "dayclose", "customers", "settings"):
        clerk.app.window.main_view.go(name)  # type: ignore[union-attr]
        clerk.until_idle()
        photo.take(f"07-{name}")
        if name == "payments":
            show_another_record(clerk)
            photo.take("07-payments-another-record")
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
