"""No trouble is dropped: whatever is shown, the window has its sentence."""

from __future__ import annotations

import ast
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop_app.core.environment import Environment
from desktop_app.core.settings import Language, Settings
from desktop_app.data_folder import settings_path
from desktop_app.ui.shell.crash_dialog import CrashDialog
from desktop_app.vault.keyring_vault import MemoryVault
from tests.gui.settings_kit import NOBODY, Window, running, stored
from tests.sampling import values

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

ROOT = Path(__file__).resolve().parents[2]
ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape
PRACTICE = Settings(environment=Environment.PRACTICE)


def block(folder: Path) -> None:
    """From now on the settings cannot be stored: a folder is in the file's place."""
    path = settings_path(folder)
    path.unlink(missing_ok=True)
    path.mkdir()


def allow(folder: Path) -> None:
    """They can be stored again."""
    settings_path(folder).rmdir()


def trouble(window: Window) -> str:
    """What the window says, if a person can see it."""
    banner = window.find("window.trouble", QWidget)
    middle = banner.mapTo(window.app.window, QPoint(banner.width() // 2, banner.height() // 2))
    at = window.app.window.childAt(middle)
    assert at is not None
    assert at is banner or banner.isAncestorOf(at), f"{at.objectName()} covers it"
    return banner.accessibleName()


def store_something(window: Window) -> None:
    """A change that a person makes, all the way to the disk."""
    session = window.app.session
    settings = session.settings
    session.change(replace(settings, prints_at_once=not settings.prints_at_once))
    window.settle()


def place(key: Qt.Key) -> Callable[[Window], None]:
    def go(window: Window) -> None:
        window.key(key)
        window.settle()

    return go


def section(name: str) -> Callable[[Window], None]:
    return lambda window: window.open_settings(name)


def customer_step(window: Window) -> None:
    window.key(Qt.Key.Key_1)
    window.key(ENTER)
    window.settle()


def question(window: Window) -> None:
    """F2 over a payment that is under way."""
    customer_step(window)
    window.type("nobody")
    window.key(Qt.Key.Key_F2)


def about(window: Window) -> None:
    window.key(Qt.Key.Key_F1)
    window.press("keys.about")
    window.settle()


def crash(window: Window) -> None:
    CrashDialog(window.app.window).open()


SHOWN = {
    "payment": lambda window: None,
    "customer": customer_step,
    "payments": place(Qt.Key.Key_F3),
    "waiting": place(Qt.Key.Key_F4),
    "dayclose": place(Qt.Key.Key_F6),
    "customers": place(Qt.Key.Key_F7),
    "settings": place(Qt.Key.Key_F12),
    "connection": section("connection"),
    "language": section("language"),
    "providers": section("providers"),
    "backup": section("backup"),
    "keys": place(Qt.Key.Key_F1),
    "about": about,
    "question": question,
    "crash": crash,
}


SIZES = ((1366, 688), (1093, 534))


@pytest.mark.qt_log_ignore("propagateSizeHints")  # Of the offscreen plugin, for a dialog.
@pytest.mark.parametrize("size", SIZES)
def test_every_page_shows_trouble(qtbot: QtBot, tmp_path: Path, size: tuple[int, int]) -> None:
    with running(qtbot, tmp_path, settings=PRACTICE, size=size) as window:
        for shown, where in values(list(SHOWN), SIZES):
            if where != size:
                continue
            window.app.window.flow.restart()
            window.key(Qt.Key.Key_F3)
            window.key(Qt.Key.Key_F2)
            window.settle()
            SHOWN[shown](window)
            assert not window.sees("window.trouble"), shown
            block(tmp_path)
            store_something(window)
            assert trouble(window), shown
            for box in window.app.window.findChildren(QDialog):
                box.done(0)
            window.app.window.activateWindow()
            window.press("window.trouble.close")
            allow(tmp_path)


def welcome(window: Window) -> None:
    window.key(Qt.Key.Key_1)


def shop_step(window: Window) -> None:
    window.key(Qt.Key.Key_2)
    window.type("Hari Stores")
    store_something(window)


def token_step(window: Window) -> None:
    window.key(Qt.Key.Key_2)
    window.type("Hari Stores")
    window.key(ENTER)
    store_something(window)


def ready_step(window: Window) -> None:
    """Companies, printer and Start: only what Start does cannot be stored."""
    for _ in range(3):
        window.key(ENTER)
        window.settle()


def token_of_test(window: Window) -> None:
    window.key(Qt.Key.Key_2)
    window.type("Hari Stores")
    window.key(ENTER)
    window.key(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    window.key(Qt.Key.Key_Right)
    window.key(Qt.Key.Key_Tab)
    window.type("TEST:nobody-is-asked")
    window.key(ENTER)
    window.settle()
    window.press("first.token.skip")
    window.settle()


@pytest.mark.parametrize("act", [welcome, shop_step, token_step, ready_step])
def test_the_first_start_shows_trouble(
    qtbot: QtBot, tmp_path: Path, act: Callable[[Window], None]
) -> None:
    settings = Settings(test_url=NOBODY.base_url)
    with running(qtbot, tmp_path, settings=settings) as window:
        if act is ready_step:
            token_of_test(window)
        block(tmp_path)
        act(window)
        window.settle()
        assert window.app.window.main_view is None
        assert trouble(window)
        allow(tmp_path)


def test_start_can_be_pressed_again(qtbot: QtBot, tmp_path: Path) -> None:
    """What was entered is not lost when it could not be stored."""
    settings = Settings(test_url=NOBODY.base_url)
    with running(qtbot, tmp_path, settings=settings) as window:
        token_of_test(window)
        block(tmp_path)
        ready_step(window)
        assert trouble(window)
        allow(tmp_path)
        window.key(ENTER)
        window.settle()
        assert window.app.window.main_view is not None
        assert not window.sees("window.trouble")
    kept = stored(tmp_path)
    assert (kept.environment, kept.shop.name) == (Environment.TEST, "Hari Stores")


@pytest.mark.parametrize("language", list(Language))
def test_a_data_folder_that_cannot_be_made(
    qtbot: QtBot, tmp_path: Path, language: Language
) -> None:
    """A file is where the folder should be: nothing can be stored, from the first start on."""
    folder = tmp_path / "Bhuktani"
    folder.write_text("a file of somebody")
    with running(qtbot, folder) as window:
        if language is Language.NEPALI:
            window.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
            window.settle()
        window.key(Qt.Key.Key_1)
        window.settle()
        words = trouble(window)
    assert ("सेटिङ" if language is Language.NEPALI else "The settings") in words


def test_the_question_for_a_token_shows_trouble(qtbot: QtBot, tmp_path: Path) -> None:
    settings = Settings(environment=Environment.TEST, test_url=NOBODY.base_url)
    with running(qtbot, tmp_path, settings=settings, vault=MemoryVault()) as window:
        assert window.sees("prompt")
        block(tmp_path)
        store_something(window)
        assert trouble(window)
        allow(tmp_path)


def test_trouble_outlives_another_language_and_size(qtbot: QtBot, tmp_path: Path) -> None:
    with running(qtbot, tmp_path, settings=PRACTICE) as window:
        block(tmp_path)
        store_something(window)
        english = trouble(window)
        window.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        window.settle()
        nepali = trouble(window)
        assert english and nepali and english != nepali
        window.app.window.resize(1093, 534)
        window.settle()
        QApplication.processEvents()
        assert trouble(window) == nepali
        window.press("window.trouble.close")
        assert not window.sees("window.trouble")
        allow(tmp_path)


def test_nothing_that_ends_with_trouble_is_passed_over() -> None:
    """Whoever takes the end of a job looks at its error, or passes the whole end on."""
    careless = []
    for path in (ROOT / "desktop_app" / "ui").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(text)) if "Result[" in text else ():
            if not isinstance(node, ast.FunctionDef):
                continue
            for argument in node.args.args:
                kind = ast.unparse(argument.annotation) if argument.annotation else ""
                if kind.startswith("Result[") and not _looks(node, argument.arg):
                    careless.append(f"{path.name}: {node.name}")
    assert set(careless) == OWN_SENTENCE | PREPARED | TOLD_ABOVE


def test_what_could_not_be_recorded_is_watched_wherever_the_clerk_goes() -> None:
    """Each write says what it is called, but for those below."""
    bare: set[str] = set()
    for path in (ROOT / "desktop_app" / "ui").rglob("*.py"):
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(function, ast.FunctionDef):
                calls = (one for one in ast.walk(function) if isinstance(one, ast.Call))
                bare.update(f"{path.name}: {function.name}" for one in calls if _is_bare_write(one))
    assert bare == NOTES


NOTES = {
    "content.py: _note_seen",
    "credit_readings.py: _look",
    "lock_page.py: go_on",
    "owner_gate.py: leave",
    "owner_gate.py: refuse",
    "owner_question.py: _prove",
    "paid_sweep.py: _end",
}
"""PINs, whose question stands before all else, notes whose trouble is told above all pages anyway,
and what is recorded again without a clerk."""


OWN_SENTENCE = {
    "about_page.py: _take",
    "about_page.py: _take_text",
    "payment_actions.py: _show_complaint",
    "payment_actions.py: _take_phone",
    "payment_actions.py: _take_ticket",
    "receipt_dialog.py: _show",
    "result_records.py: _take_phone",
    "saved_file.py: _take",
    "whatsapp_dialog.py: _take_opened",
}
"""They say that it did not work, whatever the reason."""

PREPARED = {
    "card_actions.py: _take_like",
    "credit_forecast.py: _take",
    "credit_readings.py: _take",
    "opening_questions.py: _take",
    "operator_names.py: _take",
    "pages.py: _take_words",
    "paid_sweep.py: _take_noted",
}
"""What is only proposed, or is tried again: nobody waits for it."""

TOLD_ABOVE = {
    "changes.py: take",
    "opening_questions.py: _begun",
    "tender_choice.py: _take_new",
}
"""They have no place for it: the window names what could not be recorded, above all pages."""


def _is_bare_write(call: ast.Call) -> bool:
    is_write = ast.unparse(call.func).endswith("tasks.record")
    return is_write and ast.unparse(call.args[2]) == "None"


def _looks(function: ast.FunctionDef, name: str) -> bool:
    uses = [
        node
        for node in ast.walk(function)
        if isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Load)
    ]
    values = [
        node.value
        for node in ast.walk(function)
        if isinstance(node, ast.Attribute) and node.attr == "value"
    ]
    errors = [
        node
        for node in ast.walk(function)
        if isinstance(node, ast.Attribute) and node.attr == "error"
    ]
    return bool(errors) or any(use not in values for use in uses)
