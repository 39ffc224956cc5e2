"""A practice service over real HTTP, and shops whose window is closed after each test."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.application import use_cases
from desktop_app.core.environment import Environment
from desktop_app.data_folder import ledger_path
from desktop_app.ledger.sqlite.ledger import open_ledger
from desktop_app.sandbox.practice import PracticeService
from desktop_app.sandbox.server import SandboxServer
from desktop_app.ui.payments import chosen_payment
from desktop_app.ui.runtime.garbage import GuiThreadGarbageCollector
from desktop_app.ui.theme import Theme
from desktop_app.ui.theme.assets import load_fonts
from desktop_app.ui.widgets import announce
from tests.clerk import TEST_TOKEN, Clerk, open_shop
from tests.fakes import HandClock
from tests.gui.dialogue_kit import Company, at_form
from tests.gui.held_reads import HeldReads
from tests.gui.screen_reader import ListeningScreenReader
from tests.gui.service_kit import slow_until_told
from tests.gui.tasks_kit import NoPrinter
from tests.people_kit import CHEAP
from tests.servers import ScriptedServer

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

OpenShop = Callable[..., Clerk]


@pytest.fixture(autouse=True)
def what_stays_is_left_out(qapp: QApplication) -> None:
    """The end of a window looks for garbage among what was made since, not in the whole process.

    Not while a window is open, which would be left out with all it has, and so stay for ever.
    """
    if not any(part.isVisible() for part in qapp.topLevelWidgets()):
        gc.collect()
        gc.freeze()


@pytest.fixture(scope="module", autouse=True)
def windows_leave_nothing_out() -> Iterator[None]:
    """A window that is open for long does not freeze, and then thaw, what all tests have made."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(GuiThreadGarbageCollector, "freeze_when", lambda _self, _is_idle: None)
        yield


@pytest.fixture(scope="module", autouse=True)
def pins_cost_little() -> Iterator[None]:
    """A window stores and compares PINs in no time; what they cost is asked in ``tests/unit``."""
    with pytest.MonkeyPatch.context() as patch:
        cheap = partial(use_cases.Dependencies, pin_cost=CHEAP)
        patch.setattr(use_cases, "Dependencies", cheap)
        yield


@pytest.fixture
def server() -> Iterator[SandboxServer]:
    """A practice service on a real socket, for the token of the tests."""
    with SandboxServer(PracticeService(token=TEST_TOKEN)) as running:
        yield running


@pytest.fixture
def answer_now(server: SandboxServer) -> Iterator[Callable[[], None]]:
    """What is slow at the service is answered when this is called, and not before."""
    with slow_until_told(server) as answer:
        yield answer


@pytest.fixture(scope="module")
def lasting_server() -> Iterator[SandboxServer]:
    """The same, one for all tests of a file: it knows what was paid before they began."""
    with SandboxServer(PracticeService(token=TEST_TOKEN)) as running:
        yield running


@pytest.fixture(scope="module")
def practice_server() -> Iterator[SandboxServer]:
    """A practice service for the token of practice, one for all tests of a file."""
    with SandboxServer() as running:
        yield running


@pytest.fixture
def shops(qapp: QApplication, tmp_path: Path, no_stray_windows: None) -> Iterator[OpenShop]:
    """Opens shops in the test's folder; each is closed at the end.

    They paint where a test wants it: the walks paint every page in every state.
    """
    opened: list[Clerk] = []

    def open_one(*, paints: bool = False, **options: object) -> Clerk:
        clerk = open_shop(tmp_path / "shop", paints=paints, **options)  # type: ignore[arg-type]
        opened.append(clerk)
        return clerk

    yield open_one
    for clerk in opened:
        clerk.app.close()
    qapp.processEvents()


@pytest.fixture
def clock() -> HandClock:
    """A clock that the test moves; given to a shop, it is the shop's."""
    return HandClock()


@pytest.fixture
def record_file(tmp_path: Path) -> Path:
    """The file of the shop's record, for another program that holds it."""
    return ledger_path(tmp_path / "shop", Environment.TEST)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A record that another program holds is not waited for as long as in the program."""
    defaults = open_ledger.__kwdefaults__
    assert defaults is not None
    monkeypatch.setitem(defaults, "busy_seconds", 0.3)


@pytest.fixture
def printer(clerk: Clerk, monkeypatch: pytest.MonkeyPatch) -> Iterator[NoPrinter]:
    """The shop's printer: it hangs until it is told to go on, and then is gone."""
    printer = NoPrinter()
    monkeypatch.setattr(clerk.tray, "print", printer.print)
    yield printer
    printer.go_on.set()


@pytest.fixture
def company() -> Company:
    """The service's side of the sample companies."""
    return Company()


@pytest.fixture
def shop_at(
    shops: OpenShop, company: Company, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[Any], Clerk]]:
    """A shop that knows one sample company, at its first form."""
    with ScriptedServer(company.answer) as server:
        yield partial(at_form, shops, server.url, monkeypatch)
        if company.hangs is not None:
            company.hangs.set()


@pytest.fixture
def clerk(shops: OpenShop, server: SandboxServer) -> Clerk:
    """A shop connected to the running service."""
    return shops(url=server.url)


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> Iterator[HeldReads]:
    """Reads of the payment beside the list, which the test may hold up."""
    held = HeldReads()
    monkeypatch.setattr(chosen_payment, "_whole", held)
    yield held
    held.let_go()


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> ListeningScreenReader:
    """A screen reader that listens to what the window announces."""
    listening = ListeningScreenReader()
    monkeypatch.setattr(announce, "QAccessible", listening)
    return listening


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """The look of the program, for a part that is tried alone."""
    load_fonts()
    return Theme()


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    """A window with a layout, large enough for any part."""
    window = QWidget()
    window.resize(900, 600)
    QVBoxLayout(window)
    qtbot.addWidget(window)
    return window
