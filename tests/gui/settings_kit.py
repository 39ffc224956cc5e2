"""The real program against a real local server, for the tests of settings and first start."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop_app.app import App, Outside, build
from desktop_app.core.environment import Connection, Environment
from desktop_app.core.errors import Problem, VaultError
from desktop_app.data_folder import ledger_path, settings_path
from desktop_app.printing.output import PrintError, PrintProblem
from desktop_app.settings_store.settings_file import SettingsFile
from desktop_app.vault.keyring_vault import MemoryVault
from tests.blank_ledger import put_blank_ledger
from tests.clerk import begin_with
from tests.fakes import HandClock
from tests.list_rows import row_in
from tests.turns import start_unpainted, turn_until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop_app.core.ports import Vault
    from desktop_app.core.settings import Settings
    from desktop_app.printing.blocks import Document

_W = TypeVar("_W", bound=QWidget)

PATIENCE_SECONDS = 15
NOBODY = Connection(Environment.TEST, "http://127.0.0.1:9")
"""A port where no one listens."""


class ListPrinter:
    """Two printers; what is printed is only kept. ``is_gone`` makes printing not work."""

    def __init__(self) -> None:
        self.printed: list[tuple[str, str]] = []
        self.papers: list[Document] = []
        self.is_gone = False

    def names(self) -> tuple[str, ...]:
        return ("Counter 80", "Office A4")

    def print(self, document: Document, printer_name: str = "") -> None:
        if self.is_gone:
            raise PrintError(PrintProblem.PRINTER_GONE, printer=printer_name)
        self.printed.append((document.title, printer_name))
        self.papers.append(document)

    def save_pdf(self, document: Document, path: Path) -> None:
        raise AssertionError("no PDF is asked for")


class LastingVault(MemoryVault):
    """Says that it keeps tokens after the end of the program."""

    @property
    def is_persistent(self) -> bool:
        return True


class BrokenVault(MemoryVault):
    """A keyring that does not take anything."""

    def save(self, environment: Environment, token: str) -> None:
        raise VaultError(Problem.VAULT_FAILED, reason="test")


class Window:
    """The running program, with what a person does to it."""

    def __init__(self, app: App, printer: ListPrinter) -> None:
        self.app = app
        self.printer = printer

    def find(self, name: str, kind: type[_W]) -> _W:
        """The control of that name that can be seen."""
        found = [at for at in self.app.window.findChildren(kind, name) if at.isVisible()]
        assert len(found) == 1, f"{len(found)} visible {name}"
        return found[0]

    def sees(self, name: str) -> bool:
        """A control or an item of that name is shown."""
        window = self.app.window
        row = row_in(window, name)
        shown = any(at.isVisible() for at in window.findChildren(QWidget, name))
        return shown or (row is not None and row.isVisible())

    def words(self, name: str) -> str:
        """What a screen reader would say of it."""
        widget: Any = self.find(name, QWidget)
        return str(widget.accessibleName() or widget.text())

    def press(self, name: str) -> None:
        """A click with the mouse, in the middle of it."""
        QTest.mouseClick(self.find(name, QWidget), Qt.MouseButton.LeftButton)

    def write(self, name: str, text: str) -> None:
        """Put the keyboard there and type in place of what is there."""
        field = self.find(name, QWidget)
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(field, text)

    def type(self, text: str) -> None:
        """Type where the keyboard is."""
        QTest.keyClicks(self._focus(), text)

    def key(
        self,
        key: Qt.Key,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Press a key where the keyboard is."""
        QTest.keyClick(self._focus(), key, modifier)

    def focus_name(self) -> str:
        """The name of the control that has the keyboard."""
        return self._focus().objectName()

    def environment(self) -> str:
        """The environment in force."""
        return self.app.session.environment.value

    def until(self, condition: Callable[[], bool]) -> None:
        """Wait, as long as it takes."""
        turn_until(condition, PATIENCE_SECONDS)

    def settle(self) -> None:
        """Wait for all jobs."""
        self.until(lambda: self.app.tasks.is_idle)
        QTest.qWait(0)

    def open_settings(self, section: str) -> None:
        """F12 and a section."""
        self.key(Qt.Key.Key_F12)
        self.press(f"settings.nav.{section}")
        self.settle()

    def _focus(self) -> QWidget:
        return self.app.window.focusWidget() or self.app.window


@contextmanager
def running(
    qtbot: QtBot,
    folder: Path,
    *,
    connection: Connection | None = None,
    vault: Vault | None = None,
    settings: Settings | None = None,
    size: tuple[int, int] = (1366, 688),
) -> Iterator[Window]:
    """The program, shown; closed at the end."""
    if settings is not None:
        SettingsFile(settings_path(folder)).save(settings)
    environment = settings.environment if settings is not None else None
    if connection is not None:
        environment = connection.environment
    if environment is not None:
        put_blank_ledger(ledger_path(folder, environment))
    printer = ListPrinter()
    app = build(
        Outside(
            data_folder=folder,
            vault=vault or LastingVault(),
            connection=connection,
            clock=HandClock(),
            printer=printer,
            pdf_folder=folder,
        )
    )

    try:
        begin_with(app, size)
        # The walks paint every page in every state.
        start_unpainted(app.window)
        window = Window(app, printer)
        qtbot.waitExposed(app.window)
        window.settle()
        yield window
    finally:
        app.close()


def stored(folder: Path) -> Settings:
    """The settings as the next start would read them."""
    return SettingsFile(settings_path(folder)).load()


def bytes_of(folder: Path) -> bytes:
    """All files of a data folder, one after the other."""
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
