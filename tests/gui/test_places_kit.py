"""What the tests of the places share: the real window over a real ledger and a real server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.app import App, build
from desktop_app.core.accounts import Account, LineKind, Offer, OfferKind, Quote, QuoteLine
from desktop_app.core.environment import Connection, Environment
from desktop_app.core.money import CashRounding, Money
from desktop_app.core.payment import (
    Event,
    EventKind,
    Payment,
    PaymentOrder,
    PaymentState,
    Shop,
    new_reference,
)
from desktop_app.core.ports import Note
from desktop_app.ledger.folder import ledger_path
from desktop_app.ledger.ledger import SqliteLedger, open_ledger
from desktop_app.printing.blocks import Document
from desktop_app.printing.output import PrintError
from desktop_app.sandbox.practice import PRACTICE_TOKEN
from desktop_app.sandbox.server import SandboxServer
from desktop_app.service.vault import MemoryVault
from desktop_app.ui.place import Place
from tests.fakes import HandClock

W = TypeVar("W", bound=QWidget)
_S = PaymentState
MINUTE = timedelta(minutes=1)

_PATHS: dict[PaymentState, tuple[PaymentState, ...]] = {
    _S.PAID: (_S.PAID,),
    _S.NOT_PAID: (_S.NOT_PAID,),
    _S.WAITING: (_S.WAITING,),
    _S.REVIEW: (_S.WAITING, _S.REVIEW),
}
PROVIDERS = {"worldlink-v2": "WorldLink", "vianet-updated": "Vianet"}


@dataclass
class Tray:
    """A printer that keeps what it was given; ``trouble`` is what it answers instead."""

    printed: list[Document] = field(default_factory=list)
    trouble: PrintError | None = None

    def names(self) -> tuple[str, ...]:
        return ("Tray",)

    def print(self, document: Document, printer_name: str = "") -> None:
        if self.trouble is not None:
            raise self.trouble
        self.printed.append(document)

    def save_pdf(self, document: Document, path: Path) -> None:
        path.write_bytes(b"%PDF-1.7 " + document.title.encode())


@dataclass
class Counter:
    """The open program of one shop."""

    app: App
    tray: Tray
    clock: HandClock
    folder: Path
    qtbot: QtBot

    def settle(self) -> None:
        """Wait until nothing is under way."""
        self.qtbot.waitUntil(lambda: self.app.tasks.is_idle)

    def go(self, item: str) -> Place:
        places = self.app.window.places
        assert places is not None
        places.go(item)
        self.settle()
        place = self.app.window.findChild(Place, f"place.{item}")
        assert isinstance(place, Place)
        return place

    def find(self, kind: type[W], name: str) -> W:
        found = self.app.window.findChild(kind, name)
        assert isinstance(found, kind), name
        return found

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """A key for whatever has the keyboard."""
        self.qtbot.keyClick(_focused(), key, modifier)
        self.settle()

    def control(self, key: Qt.Key) -> None:
        self.press(key, Qt.KeyboardModifier.ControlModifier)

    def type(self, words: str) -> None:
        self.qtbot.keyClicks(_focused(), words)
        self.settle()


def _focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the keyboard"
    return widget


@contextmanager
def counter(
    folder: Path,
    qtbot: QtBot,
    *,
    environment: Environment = Environment.TEST,
    clock: HandClock | None = None,
) -> Iterator[Counter]:
    """The program's window over the ledger in ``folder``, closed at the end."""
    clock = clock or HandClock()
    tray, vault = Tray(), MemoryVault()
    vault.keep(environment, PRACTICE_TOKEN)
    with SandboxServer() as server:
        app = build(
            data_folder=folder,
            connection=Connection(environment, server.url),
            vault=vault,
            clock=clock,
            printer=tray,
            pdf_folder=folder / "papers",
        )
        shop = Counter(app, tray, clock, folder, qtbot)
        try:
            app.window.start()
            qtbot.waitExposed(app.window)
            app.window.activateWindow()
            qtbot.waitUntil(lambda: QApplication.activeWindow() is app.window)
            shop.settle()
            yield shop
        finally:
            app.close()


@contextmanager
def ledger_in(folder: Path) -> Iterator[SqliteLedger]:
    """The ledger that the program will use, opened before or after it."""
    ledger = open_ledger(ledger_path(folder, practice=False))
    try:
        yield ledger
    finally:
        ledger.close()


def payment(
    ledger: SqliteLedger,
    state: PaymentState,
    at: datetime,
    *,
    slug: str = "worldlink-v2",
    account: str = "rambdr_thapa",
    name: str = "Ram Bahadur Thapa",
    paisa: int = 1_356_00,
    content: dict[str, object] | None = None,
    note: Note | None = None,
    **changes: Any,
) -> Payment:
    """A payment recorded at that time, in that state half a minute later."""
    values: dict[str, Any] = {
        "reference": new_reference(),
        "environment": Environment.TEST,
        "base_url": "http://127.0.0.1",
        "connection_id": "0123456789abcdef",
        "provider": slug,
        "provider_name": PROVIDERS[slug],
        "account_id": account,
        "customer_name": name,
        "offer_id": new_reference(),
        "offer_kind": "package",
        "offer_label": "Special BTL 120Mbps/mth (1TV)",
        "amount": Money(paisa),
        "lines": (QuoteLine(LineKind.PACKAGE, Money(paisa)),),
        "cash_due": Money(paisa).rounded(CashRounding.NEAREST),
        "cash_received": Money.rupees(10_000),
        "operator": "Sita",
        "shop": Shop(name="Ganesh Kirana & Recharge"),
    }
    order = PaymentOrder(**(values | changes))
    found = ledger.add(order, Event(EventKind.RECORDED, at, _S.RECORDED))
    sent = at + timedelta(seconds=1)
    ledger.append(
        found.number, Event(EventKind.SENT, sent, _S.SENDING), note=Note(sent_at=sent)
    )
    for number, step in enumerate(_PATHS[state]):
        kind = EventKind.ANSWERED if number == 0 else EventKind.LOOKED_UP
        when = at + timedelta(seconds=30 * (number + 1))
        event = Event(kind, when, step, content or {"verdict": "unknown"})
        found = ledger.append(found.number, event, note=note)
    return found


def known(
    ledger: SqliteLedger,
    account: str,
    name: str,
    at: datetime,
    *,
    slug: str = "worldlink-v2",
    days_left: int | None = None,
) -> None:
    """An account that was looked up."""
    bill = Offer("b", OfferKind.BILL, "Bill", Quote(Money(1_00)))
    offers = () if days_left is not None else (bill,)
    found = Account(slug, account, name, offers=offers, days_left=days_left)
    ledger.remember(found, at)


def give_back(ledger: SqliteLedger, number: int, at: datetime) -> None:
    ledger.append(number, Event(EventKind.CASH_RETURNED, at), note=Note(cash_returned_at=at))


def words_of(widget: QWidget, inside: Callable[[QWidget], bool] | None = None) -> str:
    """All that can be read in a widget now."""
    texts = []
    for part in (widget, *widget.findChildren(QWidget)):
        text = getattr(part, "text", None)
        if part.isVisible() and callable(text) and (inside is None or inside(part)):
            texts.append(str(text()))
    return "\n".join(texts)
