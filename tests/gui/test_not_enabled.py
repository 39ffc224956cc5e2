"""A company that Khalti has not enabled for the shop says so on its tile until a look-up works.

It may turn out at a look-up or only at a payment.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

import desktop_app.providers
from desktop_app.core.environment import Environment
from desktop_app.core.errors import BhuktaniError, Problem, ServiceError
from desktop_app.core.inquiry_flow import Step
from desktop_app.core.payments.payment import PaymentState
from desktop_app.core.settings import Language, Settings
from desktop_app.data_folder import settings_path
from desktop_app.providers import in_order
from desktop_app.sandbox.practice import PracticeService
from desktop_app.sandbox.replies import Generation, Refusal, Reply, error
from desktop_app.sandbox.server import SandboxServer
from desktop_app.settings_store.settings_file import SettingsFile
from desktop_app.ui.widgets import TileItem
from tests.clerk import ENTER, ESC, TEST_TOKEN, Clerk
from tests.sample_providers import form_cases

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.gui.conftest import OpenShop

ONE, TWO = Qt.Key.Key_1, Qt.Key.Key_2
SLUG = "worldlink-v2"


def tile(clerk: Clerk, slug: str = SLUG) -> TileItem:
    item = clerk.find(f"provider.tile.{slug}").item
    assert isinstance(item, TileItem)
    return item


def look_up(clerk: Clerk, account: str) -> None:
    """Look a customer up, and go back to the tiles."""
    clerk.press(ONE, ENTER)
    clerk.find("customer.id").clear()
    clerk.type(account)
    clerk.press(ENTER)
    clerk.until_idle()
    while not clerk.stands_at(Step.PROVIDER):
        clerk.press(ESC)
        clerk.until_idle()


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (Language.ENGLISH, "not enabled: ask Khalti"),
        (Language.NEPALI, "बन्द: खल्तीलाई सोध्नुहोस्"),
    ],
)
def test_the_tile_says_so_is_still_chosen_and_forgets_it_after_a_look_up_that_works(
    shops: OpenShop, server: SandboxServer, tmp_path: Path, language: Language, words: str
) -> None:
    clerk = shops(url=server.url, language=language)
    assert tile(clerk).note == ""
    look_up(clerk, "practice_not_enabled")
    assert tile(clerk).note == words
    assert words in tile(clerk).spoken
    assert clerk.find("provider.tile.vianet-updated").item.note == ""
    look_up(clerk, "rambdr_thap")
    assert tile(clerk).note == words, "that nobody has the name says nothing about it"
    clerk.app.close()
    again = shops(url=server.url, language=language)
    assert tile(again).note == words, "after a restart, too"
    look_up(again, "rambdr_thapa")
    assert tile(again).note == ""
    again.until_idle()
    assert stored(tmp_path).providers_not_enabled == ()


def test_what_practice_answers_says_nothing_of_the_real_account(
    shops: OpenShop, server: SandboxServer, tmp_path: Path
) -> None:
    clerk = shops(practice=True, token="")
    clerk.until_idle()
    look_up(clerk, "practice_not_enabled")
    assert tile(clerk).note == "not enabled: ask Khalti"
    clerk.app.close()
    assert stored(tmp_path).providers_not_enabled == (f"practice/{SLUG}",)
    assert tile(shops(url=server.url)).note == ""


def refuses_to_pay(method: str, path: str, body: bytes, answer: Callable[[], Reply]) -> Reply:
    """A payment is answered with "not enabled", a read is not."""
    if "/commit/" in path or "/use/" in path:
        return error(Refusal("1008"), Generation.NEW, 400)
    return answer()


def test_a_refused_payment_says_so_too_until_a_look_up_works(
    shops: OpenShop, server: SandboxServer, tmp_path: Path
) -> None:
    clerk = shops(url=server.url)
    server.service.interpose = refuses_to_pay
    clerk.pay(ONE, "rambdr_thapa", ONE, "5000")
    payment = clerk.app.window.flow.payment
    assert payment is not None
    assert payment.state is PaymentState.NOT_PAID
    clerk.until_idle()
    assert stored(tmp_path).providers_not_enabled == (f"test/{SLUG}",)
    clerk.press(Qt.Key.Key_F2)
    clerk.until_step(Step.PROVIDER)
    assert tile(clerk).note == "not enabled: ask Khalti"
    look_up(clerk, "rambdr_thapa")
    assert tile(clerk).note == ""


def test_of_a_company_that_reads_nothing_only_a_payment_tells(
    shops: OpenShop, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    found = in_order([form_cases.METROLINK.provider])
    monkeypatch.setattr(desktop_app.providers, "all_providers", lambda: found)
    service = PracticeService(token=TEST_TOKEN)
    with SandboxServer(service) as server:
        clerk = shops(url=server.url)

        def pay(account: str, marked: tuple[str, ...] = ()) -> None:
            clerk.press(Qt.Key.Key_F2)
            clerk.until_step(Step.PROVIDER)
            clerk.press(ONE, ENTER)
            clerk.until_idle()
            for text in (account, "9800000103", "Banepa", "1500"):
                clerk.type(text)
                clerk.press(ENTER)
            clerk.until_step(Step.CONFIRM)
            assert stored(tmp_path).providers_not_enabled == marked, "nobody was asked yet"
            clerk.press(Qt.Key.Key_Space)
            clerk.type("1500")
            clerk.press(ENTER, ENTER)
            clerk.until_step(Step.RESULT)
            clerk.until_idle()

        service.interpose = refuses_to_pay
        pay("9841234567")
        assert stored(tmp_path).providers_not_enabled == ("test/metrolink",)
        service.interpose = None
        pay("9841234568", ("test/metrolink",))
        payment = clerk.app.window.flow.payment
        assert payment is not None
        assert payment.state is PaymentState.WAITING
        assert stored(tmp_path).providers_not_enabled == ()


@pytest.mark.parametrize(
    ("is_accepted", "code", "marked"),
    [(True, "", False), (True, "1008", False), (False, "1008", True), (False, "4000", False)],
)
@pytest.mark.parametrize("before", [(), ("live/one",)])
def test_what_a_payment_says_of_a_company(
    before: tuple[str, ...], is_accepted: bool, code: str, marked: bool
) -> None:
    settings = Settings(providers_not_enabled=("test/one", "live/other", *before))
    after = settings.after_payment(Environment.LIVE, "one", is_accepted=is_accepted, code=code)
    says_nothing = not is_accepted and code != "1008"
    assert ("one" in after.not_enabled(Environment.LIVE)) is (
        bool(before) if says_nothing else marked
    )
    assert "other" in after.not_enabled(Environment.LIVE)
    assert after.not_enabled(Environment.TEST) == {"one"}


def stored(folder: Path) -> Settings:
    return SettingsFile(settings_path(folder / "shop")).load()


@pytest.mark.parametrize(
    ("error", "marked"),
    [
        (None, False),
        (ServiceError(Problem.NOTHING_TO_PAY), False),
        (ServiceError(Problem.REFUSED, code="1008"), True),
        (ServiceError(Problem.REFUSED, code="4000"), True),
        (ServiceError(Problem.NO_NETWORK), True),
        (BhuktaniError(Problem.STALE), True),
    ],
)
def test_what_a_look_up_says_of_a_marked_company(error: BhuktaniError | None, marked: bool) -> None:
    before = Settings(providers_not_enabled=("live/other", "live/one", "test/one"))
    after = before.after_lookup(Environment.LIVE, "one", error)
    assert ("one" in after.not_enabled(Environment.LIVE)) is marked
    assert "other" in after.not_enabled(Environment.LIVE)
    assert after.not_enabled(Environment.TEST) == {"one"}
    assert after.not_enabled(Environment.PRACTICE) == set()
