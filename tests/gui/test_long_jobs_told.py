"""What takes long is told of, though the page that began it was built anew meanwhile.

Another language or size does not wait for an export, a backup or an older list: its successor goes
on with it, and one whose end came while there was no page is told by the next.
"""

from __future__ import annotations

import gc
import threading
from typing import TYPE_CHECKING, Any
from weakref import ref

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.application.old_lists import OldLists
from desktop_app.application.records import Records
from desktop_app.application.support import Support
from desktop_app.core.payments.payment import PaymentState
from desktop_app.exports import customers as customer_file
from desktop_app.exports import write
from desktop_app.ui.runtime.long_jobs import LongJobKind
from tests.fakes import NOON, HandClock
from tests.gui.tasks_kit import until
from tests.gui.test_customer_lists import LIST, choose, dialog_of
from tests.gui.test_places_kit import MINUTE, known, ledger_in, payment, words_in
from tests.gui.test_told_after_relayout import in_another_size, in_the_other_language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from desktop_app.sandbox.server import SandboxServer
    from tests.clerk import Clerk
    from tests.gui.conftest import OpenShop

# Of the offscreen plugin, for the system's dialog.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
CTRL = Qt.KeyboardModifier.ControlModifier
EITHER = pytest.mark.parametrize("ask", [in_the_other_language, in_another_size])


class Held:
    """Work that waits until it may go on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch
        self._began, self._goes_on = threading.Event(), threading.Event()

    def hold(self, owner: Any, name: str) -> None:
        """Have a function of a module, or a method, wait before it does its work."""
        work = getattr(owner, name)

        def wait(*given: Any, **named: Any) -> Any:
            self._began.set()
            assert self._goes_on.wait(20)
            return work(*given, **named)

        self._monkeypatch.setattr(owner, name, wait)

    @property
    def has_begun(self) -> bool:
        return self._began.is_set()

    def go_on(self) -> None:
        self._goes_on.set()


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[Held]:
    held = Held(monkeypatch)
    yield held
    held.go_on()


@pytest.fixture
def shop(shops: OpenShop, server: SandboxServer, tmp_path: Path) -> Clerk:
    with ledger_in(tmp_path / "shop") as ledger:
        for minute in range(3):
            when, account = NOON - minute * MINUTE, f"user{minute}"
            payment(ledger, PaymentState.PAID, when, name="Asha Rai", account=account)
        known(ledger, "online_renew", "SUNITA", NOON - MINUTE, days_left=3)
    return shops(url=server.url, clock=HandClock())


def rebuilt(clerk: Clerk, ask: Callable[[Clerk], None]) -> None:
    """The window is built anew, at once."""
    before = clerk.app.window.main_view
    ask(clerk)
    clerk.wait(lambda: clerk.app.window.main_view is not before)


def papers(clerk: Clerk, kind: str) -> list[Path]:
    return sorted(clerk.app.window._context.pdf_folder.glob(kind))


SECTIONS = {
    "payments": (Qt.Key.Key_F3, write, "row_of", "payments.exported"),
    "customers": (Qt.Key.Key_F7, customer_file, "write_customers", "customers.message"),
}


@EITHER
@pytest.mark.parametrize("section", SECTIONS)
def test_an_export_is_gone_on_with_and_told_by_the_new_page(
    shop: Clerk, held: Held, ask: Callable[[Clerk], None], section: str
) -> None:
    key, module, name, message = SECTIONS[section]
    held.hold(module, name)
    shop.press(key)
    shop.until_idle()
    shop.press(Qt.Key.Key_E, modifier=CTRL)
    shop.wait(lambda: held.has_begun)
    rebuilt(shop, ask)
    assert shop.sees(message)
    assert not shop.app.tasks.is_idle
    held.go_on()
    shop.until_idle()
    (path,) = papers(shop, "*.xlsx")
    assert str(path) in words_in(shop.find(message))
    assert shop.sees(f"{message}.open")


def test_an_export_that_ends_elsewhere_is_told_once_on_coming_back(shop: Clerk, held: Held) -> None:
    held.hold(write, "row_of")
    shop.press(Qt.Key.Key_F3)
    shop.until_idle()
    shop.press(Qt.Key.Key_E, modifier=CTRL)
    shop.wait(lambda: held.has_begun)
    shop.press(Qt.Key.Key_F2)
    rebuilt(shop, in_another_size)
    held.go_on()
    shop.until_idle()
    rebuilt(shop, in_another_size)
    shop.press(Qt.Key.Key_F3)
    shop.until_idle()
    (path,) = papers(shop, "*.xlsx")
    assert str(path) in words_in(shop.find("payments.exported"))
    shop.press(Qt.Key.Key_F2, Qt.Key.Key_F3)
    shop.until_idle()
    assert not shop.sees("payments.exported")


def test_customers_that_were_written_meanwhile_are_told_once_on_coming_back(
    shop: Clerk, held: Held
) -> None:
    held.hold(customer_file, "write_customers")
    shop.press(Qt.Key.Key_F7)
    shop.until_idle()
    shop.press(Qt.Key.Key_E, modifier=CTRL)
    shop.wait(lambda: held.has_begun)
    shop.press(Qt.Key.Key_F2)
    held.go_on()
    shop.until_idle()
    shop.press(Qt.Key.Key_F7)
    shop.until_idle()
    assert shop.sees("customers.message.open")
    shop.press(Qt.Key.Key_F2, Qt.Key.Key_F7)
    shop.until_idle()
    assert not shop.sees("customers.message")


@pytest.mark.parametrize("button", ["payments.export", "payments.csv"])
def test_the_new_page_cancels_what_the_one_before_began(
    shop: Clerk, held: Held, button: str
) -> None:
    held.hold(write, "row_of")
    shop.press(Qt.Key.Key_F3)
    shop.until_idle()
    shop.click(button)
    shop.wait(lambda: held.has_begun)
    rebuilt(shop, in_another_size)
    assert shop.says(button) == "Cancel"
    (other,) = {"payments.export", "payments.csv"} - {button}
    assert not shop.find(other).isEnabled()
    shop.click(button)
    held.go_on()
    shop.wait(lambda: papers(shop, "*") == [])
    shop.until_idle()
    assert "was not written" in words_in(shop.find("payments.exported"))
    assert shop.says(button) != "Cancel"
    shop.press(Qt.Key.Key_F2, Qt.Key.Key_F3)
    shop.until_idle()
    assert not shop.sees("payments.exported")


BACKUP_WORK = {
    "now": (Records, "back_up", "The backup is made and checked.", "settings.backup.note"),
    "check": (Records, "check_chain", "Every entry of the record is as", "settings.backup.note"),
    "bundle": (Support, "save_bundle", "Saved as ", "settings.backup.bundle.note"),
}


@pytest.mark.parametrize("where", ["there", "elsewhere"])
@pytest.mark.parametrize("work", BACKUP_WORK)
def test_what_was_done_for_the_record_is_told_by_the_new_page(
    shop: Clerk, held: Held, work: str, where: str
) -> None:
    owner, name, words, note = BACKUP_WORK[work]
    shop.press(Qt.Key.Key_F12)
    shop.click("settings.nav.backup")
    shop.until_idle()
    held.hold(owner, name)
    shop.click(f"settings.backup.{work}")
    shop.wait(lambda: held.has_begun)
    if where == "elsewhere":
        shop.press(Qt.Key.Key_F2)
    rebuilt(shop, in_another_size)
    held.go_on()
    shop.until_idle()
    if where == "elsewhere":
        rebuilt(shop, in_another_size)
        shop.press(Qt.Key.Key_F12)
        shop.until_idle()
    assert words in shop.says(note)
    if work != "check":
        offered = "file" if work == "now" else work
        assert shop.sees(f"settings.backup.{offered}.folder")
    rebuilt(shop, in_another_size)
    shop.until_idle()
    assert words not in shop.says(note), "it was seen"


def note_in_help(clerk: Clerk) -> str:
    """What stands beside the button in the help that is open; one that was closed may linger."""
    found = clerk.app.window.findChildren(QWidget, "keys.bundle.note")
    return " ".join(words_in(one) for one in found if one.isVisible())


def test_a_file_for_support_is_told_where_help_was_closed_meanwhile(
    shop: Clerk, held: Held
) -> None:
    held.hold(Support, "save_bundle")
    shop.press(Qt.Key.Key_F1)
    shop.click("keys.bundle")
    shop.wait(lambda: held.has_begun)
    shop.press(Qt.Key.Key_Escape, Qt.Key.Key_F1)
    assert "Saving the file" in note_in_help(shop)
    shop.press(Qt.Key.Key_Escape)
    held.go_on()
    shop.until_idle()
    shop.press(Qt.Key.Key_F1)
    assert "Saved as " in note_in_help(shop)
    shop.press(Qt.Key.Key_Escape, Qt.Key.Key_F1)
    assert "without tokens" in note_in_help(shop)
    shop.press(Qt.Key.Key_Escape)


def take_over(shop: Clerk, held: Held, folder: Path) -> None:
    """An older list is being taken over, and waits."""
    shop.press(Qt.Key.Key_F7)
    shop.until_idle()
    shop.click("customers.import")
    choose(shop, folder / "old.csv", LIST.encode())
    dialog_of(shop)
    held.hold(OldLists, "take")
    shop.click("import.take")
    shop.wait(lambda: held.has_begun)


def test_a_list_that_was_read_lies_over_no_other_page(
    shop: Clerk, held: Held, tmp_path: Path
) -> None:
    held.hold(OldLists, "read")
    shop.press(Qt.Key.Key_F7)
    shop.until_idle()
    shop.click("customers.import")
    chosen = tmp_path / "old.csv"
    chosen.write_text(LIST, encoding="utf-8")
    chooser = shop.app.window.findChild(QFileDialog, "import.file")
    assert chooser is not None
    chooser.fileSelected.emit(str(chosen))
    chooser.reject()
    shop.app.window.activateWindow()
    shop.wait(lambda: held.has_begun)
    shop.press(Qt.Key.Key_F2)
    held.go_on()
    shop.until_idle()
    assert shop.app.window.findChild(QWidget, "import") is None
    shop.press(Qt.Key.Key_F7)
    shop.until_idle()
    assert "Choose it again to go on." in words_in(shop.find("customers.message"))


@pytest.mark.parametrize("given_up", [False, True])
def test_a_list_that_is_taken_over_is_told_by_the_new_page(
    shop: Clerk, held: Held, tmp_path: Path, *, given_up: bool
) -> None:
    take_over(shop, held, tmp_path)
    rebuilt(shop, in_another_size)
    if given_up:
        shop.press(Qt.Key.Key_Escape)
    held.go_on()
    shop.until_idle()
    shop.wait(lambda: not shop.sees("import"))
    said = words_in(shop.find("customers.message"))
    assert "customers taken over." in said
    assert ("Given up before the end" in said) is given_up


def test_what_a_worker_counts_with_outlives_the_page_that_gave_it_up(
    shop: Clerk, held: Held
) -> None:
    """Destroyed by a worker while the window is told of a count it would end the program."""
    held.hold(write, "row_of")
    shop.press(Qt.Key.Key_F3)
    shop.until_idle()
    shop.click("payments.export")
    shop.wait(lambda: held.has_begun)
    context = shop.app.window._context
    job = context.long_jobs.of(context.environment, LongJobKind.PAYMENTS_EXPORT)
    assert job is not None
    counter = ref(job)
    del job
    shop.click("payments.export")
    rebuilt(shop, in_another_size)
    held.go_on()
    until(lambda: not any(one.name == "call" for one in threading.enumerate()))
    gc.collect()
    assert counter() is not None


def test_a_list_is_not_begun_while_the_one_before_is_given_up(
    shop: Clerk, held: Held, tmp_path: Path
) -> None:
    """The end of one would be taken for that of the other."""
    take_over(shop, held, tmp_path)
    shop.press(Qt.Key.Key_Escape)
    shop.app.window.activateWindow()
    shop.click("customers.import")
    assert shop.app.window.findChild(QFileDialog, "import.file") is None
    assert "still being ended" in words_in(shop.find("customers.message"))
    held.go_on()
    shop.until_idle()
    assert "still being ended" not in words_in(shop.find("customers.message"))
    shop.click("customers.import")
    assert shop.app.window.findChild(QFileDialog, "import.file") is not None


def test_a_file_for_support_that_was_asked_for_in_help_is_told_in_the_settings_too(
    shop: Clerk, held: Held
) -> None:
    """Their row was there before, and saw nothing of it."""
    shop.press(Qt.Key.Key_F12)
    shop.click("settings.nav.backup")
    shop.until_idle()
    held.hold(Support, "save_bundle")
    shop.press(Qt.Key.Key_F1)
    shop.click("keys.bundle")
    shop.wait(lambda: held.has_begun)
    shop.press(Qt.Key.Key_Escape, Qt.Key.Key_F2)
    held.go_on()
    shop.until_idle()
    shop.press(Qt.Key.Key_F12)
    shop.until_idle()
    shop.wait(lambda: shop.says("settings.backup.bundle.note").startswith("Saved as"))
