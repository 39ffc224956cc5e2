"""Drives the real window as a clerk does: with keys, and by reading what it says."""

from __future__ import annotations

import json
import threading
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

import desktop_app.providers
from desktop_app.app import App, Outside, build
from desktop_app.core.environment import Connection, Environment
from desktop_app.core.inquiry_flow import Step
from desktop_app.core.receipts import ReceiptNumber
from desktop_app.data_folder import ledger_path, settings_path
from desktop_app.formatting.numbers import receipt_series
from desktop_app.ui.theme import wants_compact
from desktop_app.vault.keyring_vault import MemoryVault
from tests.bills_paid import go_to_confirm, pay_bill
from tests.blank_ledger import put_blank_ledger
from tests.list_rows import ListRow, row_in
from tests.turns import let_follow, start_unpainted, turn_until

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from pathlib import Path

    from desktop_app.core.payments.desk import PaymentDesk
    from desktop_app.core.payments.payment import Payment
    from desktop_app.core.payments.ports import Ledger
    from desktop_app.core.settings import Language
    from desktop_app.printing.blocks import Document

ENTER = Qt.Key.Key_Return
ESC = Qt.Key.Key_Escape
TEST_TOKEN = "TEST:AbCdEfGhIjKlMnOpQrSt"
D = TypeVar("D", bound=QWidget)
Kind: TypeAlias = type[D]
STREET = ("worldlink-v2", "vianet-updated", "vianet")
"""The companies that the customers of most tests have: a shop shows those of its street."""


class PaperTray:
    """A printer that keeps what it is given, once it may ``go_on``."""

    def __init__(self) -> None:
        self.go_on = threading.Event()
        self.go_on.set()
        self.printed: list[Document] = []
        self.saved: list[tuple[Document, Path]] = []

    def names(self) -> tuple[str, ...]:
        return ("Paper tray",)

    def print(self, document: Document, printer_name: str = "") -> None:
        assert self.go_on.wait(30)
        self.printed.append(document)

    def save_pdf(self, document: Document, path: Path) -> None:
        self.saved.append((document, path))
        path.write_bytes(b"%PDF-")


class Clerk:
    """One program with its window, and a person in front of it."""

    def __init__(
        self, app: App, tray: PaperTray, *, waits: bool = True, paints: bool = True
    ) -> None:
        self.app = app
        self.tray = tray
        self.presses = 0
        if paints:
            app.window.start()
        else:
            start_unpainted(app.window)
        app.window.activateWindow()
        if waits:
            self.wait(lambda: app.tasks.is_idle)

    # --- acting ---------------------------------------------------------------------------

    def press(
        self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press keys, one after the other, where the keyboard is."""
        for key in keys:
            self.presses += 1
            QTest.keyClick(self._focus(), key, modifier)

    def type(self, text: str) -> None:
        """Type a text; its letters are not counted as presses."""
        QTest.keyClicks(self._focus(), text)

    def click(self, name: str) -> None:
        """Press a control with the mouse."""
        found = self.find(name)
        if isinstance(found, ListRow):
            found.click()
        else:
            QTest.mouseClick(found, Qt.MouseButton.LeftButton)

    def to_choice(self, digit: Qt.Key, account_id: str) -> None:
        """From the start page to what an account can pay, with keys alone."""
        self.press(digit, ENTER)
        self.type(account_id)
        self.press(ENTER)
        self.until_step(Step.CHOICE)

    def to_confirm(self, digit: Qt.Key, account_id: str) -> None:
        """On to the cash for the first that it can pay."""
        self.to_choice(digit, account_id)
        self.press(Qt.Key.Key_1, ENTER)
        self.until_step(Step.CONFIRM)

    def pay(self, digit: Qt.Key, account_id: str, offer: Qt.Key | None, cash: str) -> None:
        """The whole way from the start page to the result, with keys alone."""
        self.to_choice(digit, account_id)
        if offer is not None:
            self.press(offer)
        self.press(ENTER)
        self.until_idle()
        self.type(cash)
        self.press(ENTER)
        if self.find("confirm.cashright").isVisible():
            self.press(Qt.Key.Key_Space)
        self.press(ENTER)
        self.until_step(Step.RESULT)

    def has_paid(
        self,
        account_id: str,
        *,
        company: str = STREET[0],
        offer: int = 0,
        cash: int | None = None,
        at_result: bool = False,
    ) -> Payment:
        """A bill is paid already, by this window: for a test that is not about how that is done.

        In a fifth of the time, see ``bills_paid``. The window then stands at its start, as after
        F2, or ``at_result``; in another section it stays there.
        """
        payment = pay_bill(
            self.app, account_id, company=company, offer=offer, cash=cash, at_result=at_result
        )
        self.until_idle()
        return payment

    def come_to_confirm(self, account_id: str, *, company: str = STREET[0], offer: int = 0) -> None:
        """Stand where the cash for a bill is asked for, without the pages before it."""
        go_to_confirm(self.app, account_id, company=company, offer=offer)
        self.until_step(Step.CONFIRM)

    # --- waiting --------------------------------------------------------------------------

    def wait(self, condition: Callable[[], bool], seconds: float = 15) -> None:
        """Let the window work until something is true."""
        turn_until(condition, seconds, self.texts)

    def until_step(self, step: Step) -> None:
        """Wait until the wizard is at a step and nothing is awaited any more."""
        self.wait(lambda: self.app.window.flow.step is step)
        self.until_idle()

    def until_idle(self) -> None:
        """Wait until no job is under way, and what came of the last one is shown."""
        self.wait(lambda: self.app.tasks.is_idle)
        let_follow()

    def until_dialog(self, kind: Kind[D]) -> D:
        """Wait for a dialog above the window, and until nothing is awaited any more."""
        self.wait(lambda: isinstance(QApplication.activeWindow(), kind))
        self.until_idle()
        found = QApplication.activeWindow()
        assert isinstance(found, kind)
        return found

    # --- reading --------------------------------------------------------------------------

    def find(self, name: str) -> Any:
        """A control, or the item of a list, by its name, of whatever kind it is."""
        window = self.app.window
        found = window.findChild(QWidget, name) or row_in(window, name)
        assert found is not None, f"no {name}"
        return found

    def sees(self, name: str) -> bool:
        """Such a control can be seen; some are made only when there is something to show."""
        found = self.app.window.findChild(QWidget, name)
        return found is not None and found.isVisible()

    def says(self, name: str) -> str:
        """The text of a label or button."""
        return str(self.find(name).text())

    def stands_at(self, step: Step) -> bool:
        """The wizard is at this step now."""
        return self.app.window.flow.step is step

    def texts(self) -> list[str]:
        """All texts that can be seen, for messages."""
        found = []
        for widget in self.app.window.findChildren(QWidget):
            text = getattr(widget, "text", None)
            if widget.isVisible() and callable(text) and text():
                found.append(str(text()))
        return found

    def _focus(self) -> QWidget:
        focus = QApplication.focusWidget()
        assert focus is not None, "the keyboard is nowhere"
        assert focus.isVisible(), f"the keyboard is at {focus.objectName()}, which is not seen"
        return focus


def open_shop(
    folder: Path,
    *,
    url: str = "",
    connection: Connection | None = None,
    tray: PaperTray | None = None,
    token: str = TEST_TOKEN,
    language: Language | None = None,
    before: Callable[[App], object] | None = None,
    size: tuple[int, int] | None = None,
    companies: Collection[str] = STREET,
    asks_opening_cash: bool = False,
    paints: bool = True,
    **outside: object,
) -> Clerk:
    """The program in a data folder.

    At ``connection``, at ``url`` as the test environment, or as its settings say. ``before`` is
    called with the program before its window is shown; the clerk then waits for nothing. The
    window has its ``size`` from the beginning. A shop without settings shows the ``companies`` of
    its street, and is asked what lies in the drawer only where a test wants that. A window that
    does not paint takes a fifth less time; a picture can be taken of it all the same.
    """
    tray = tray or PaperTray()
    vault = MemoryVault()
    if url:
        connection = Connection(Environment.TEST, url)
    if connection is not None and not folder.exists():
        put_blank_ledger(ledger_path(folder, connection.environment))
    if outside.get("practice"):
        put_blank_ledger(ledger_path(folder, Environment.PRACTICE))
    if connection is not None or outside.get("practice"):
        begin_settings(settings_path(folder), companies, asks_opening_cash=asks_opening_cash)
    if connection is not None and token:
        vault.save(connection.environment, token)
    app = build(
        Outside(
            data_folder=folder,
            connection=connection,
            vault=vault,
            printer=tray,
            pdf_folder=folder / "papers",
            language=language,
            **outside,  # type: ignore[arg-type]
        )
    )
    try:
        if size is not None:
            begin_with(app, size)
        if before is not None:
            before(app)
        return Clerk(app, tray, waits=before is None, paints=paints)
    except BaseException:
        app.close()
        raise


def begin_with(app: App, size: tuple[int, int]) -> None:
    """Give a window its size as a screen of that size does: it is not built a second time for it.

    The screen of the tests is a small one.
    """
    app.window.resize(*size)
    theme = app.window._context.theme
    theme.update(compact=wants_compact(*size, theme.text_scale))


def begin_settings(
    file: Path, companies: Collection[str], *, asks_opening_cash: bool = False
) -> None:
    """Leave all other companies out, as the owner does in the settings; never the last one.

    Settings that were stored before stay; the question is added where they do not name it. A file
    that cannot be read stays as it is.
    """
    if file.exists():
        try:
            values = json.loads(file.read_text(encoding="utf-8"))
        except ValueError:
            return
        values = {"asks_opening_cash": asks_opening_cash} | values
    else:
        found = [provider.info.slug for provider in desktop_app.providers.all_providers()]
        others = [slug for slug in found if slug not in companies]
        off = others if len(others) < len(found) else []
        values = {"providers_off": off, "asks_opening_cash": asks_opening_cash}
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(values), encoding="utf-8")


def desk_of(app: App) -> PaymentDesk:
    """The desk of the environment that the window shows."""
    return app.use_cases.environments.desk(app.session.environment)


def receipt_today(number: int) -> str:
    """The number of a receipt that the test environment gives today."""
    return ReceiptNumber(
        receipt_series(datetime.now(UTC)), number, environment=Environment.TEST
    ).text


def ledger_of(app: App) -> Ledger:
    """The ledger of the environment that the window shows."""
    return app.use_cases.environments.ledger(app.session.environment)
