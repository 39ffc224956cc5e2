"""A shop with payments of all kinds, long names, and calls that are slow."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from desktop_app.core.environment import Connection, Environment
from desktop_app.core.payments.payment import PaymentState
from desktop_app.core.settings import Language, Look, Settings, TextSize
from desktop_app.core.shop import Shop
from desktop_app.data_folder import ledger_path, settings_path
from desktop_app.providers import all_providers
from desktop_app.sandbox.practice import PracticeService
from desktop_app.sandbox.transport import PracticeTransport
from desktop_app.settings_store.settings_file import SettingsFile
from tests.blank_ledger import put_filled_ledger
from tests.clerk import TEST_TOKEN, Clerk, open_shop
from tests.fakes import NOON, HandClock
from tests.gui.looker import ROOMY
from tests.gui.test_places_kit import MINUTE, known, payment
from tests.paper import SHOP

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from pathlib import Path

    from desktop_app.ledger.sqlite.ledger import SqliteLedger
    from desktop_app.ui.theme import SystemLook


@contextmanager
def opened(
    folder: Path,
    environment: Environment | None,
    language: Language,
    text_size: TextSize = TextSize.NORMAL,
    look: SystemLook | None = None,
    companies: Collection[str] = (),
    size: tuple[int, int] | None = ROOMY,
    *,
    paints: bool = False,
) -> Iterator[tuple[Clerk, Callable[[], None]]]:
    """A shop with payments of all kinds of before, and what ends slow calls.

    ``environment`` is None for the first start. All companies are on where none is named. Where
    only sizes are asked for, nothing needs to be painted.
    """
    slugs = [provider.info.slug for provider in all_providers()]
    settings = Settings(
        environment=environment,
        providers_off=tuple(slug for slug in slugs if companies and slug not in companies),
        shop=SHOP if environment else Shop(),
        operator="Sita" if language is Language.ENGLISH else "सीता",
        language=language,
        receipt_language=language,
        text_size=text_size,
        look=Look.SYSTEM if look else Look.LIGHT,
        asks_opening_cash=False,
    )
    SettingsFile(settings_path(folder)).save(settings)
    if environment is not None:
        put_filled_ledger(ledger_path(folder, environment), fill, environment)
    connection = None
    if environment is not None and environment is not Environment.PRACTICE:
        connection = Connection(environment, "https://service.example")
    service = PracticeService(token=TEST_TOKEN) if connection else PracticeService()
    slow = threading.Event()
    clerk = open_shop(
        folder,
        connection=connection,
        clock=HandClock(),
        transport=PracticeTransport(service, sleep=lambda _: slow.wait(60)),
        look=look,
        size=size,
        paints=paints,
    )
    try:
        yield clerk, slow.set
    finally:
        slow.set()
        clerk.app.close()


def fill(ledger: SqliteLedger, environment: Environment) -> None:
    """Payments of all kinds, with long names, and customers looked up before."""
    refused = {"code": "4000", "reason": "Customer not found."}
    for at, name in (
        (30, "Ram Bahadur Thapa"),
        (40, "Sunita Karki Shrestha Rajbhandari of the upper house"),
    ):
        account = f"{name.split()[0].lower()}_karki_of_old_baneshwor_ward_10"
        payment(
            ledger,
            PaymentState.PAID,
            NOON - at * MINUTE,
            name=name,
            account=account,
            environment=environment,
        )
        known(ledger, account, name, NOON - at * MINUTE, days_left=2)
    payment(
        ledger,
        PaymentState.REVIEW,
        NOON - 1500 * MINUTE,
        name="Mina Tamang",
        account="mina",
        environment=environment,
    )
    payment(
        ledger,
        PaymentState.WAITING,
        NOON - 27 * MINUTE,
        name="Hari",
        account="hari",
        environment=environment,
    )
    payment(
        ledger,
        PaymentState.NOT_PAID,
        NOON - 46 * MINUTE,
        name="Hari Prasad Oli",
        slug="vianet-updated",
        account="92117",
        paisa=1_243_40,
        content=refused,
        environment=environment,
    )
    known(ledger, "84310", "Asha Rai", NOON - 60 * MINUTE, slug="vianet-updated")
