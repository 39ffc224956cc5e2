"""The first start, with the keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from shiboken6 import delete

from desktop_app.core.environment import Environment
from desktop_app.core.settings import Language, Settings
from desktop_app.sandbox.practice import PRACTICE_TOKEN
from desktop_app.ui.setup_forms.token_form import TokenForm
from desktop_app.ui.widgets import FieldState, TextField
from tests.gui.first_run_kit import ENTER, ESC, TAB, choose_test, enter, to_token
from tests.gui.settings_kit import (
    NOBODY,
    BrokenVault,
    LastingVault,
    Window,
    bytes_of,
    running,
    stored,
)

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop_app.sandbox.server import SandboxServer


@pytest.mark.parametrize("key", [Qt.Key.Key_1, ENTER])
def test_practice_with_one_key(qtbot: QtBot, tmp_path: Path, key: Qt.Key) -> None:
    with running(qtbot, tmp_path) as window:
        assert window.app.window.main_view is None
        window.key(key)
        window.settle()
        assert window.app.window.main_view is not None
        assert window.words("top.environment") == "PRACTICE"
    assert stored(tmp_path).environment is Environment.PRACTICE


def test_connecting_with_the_keyboard_alone(
    qtbot: QtBot, tmp_path: Path, practice_server: SandboxServer
) -> None:
    vault = LastingVault()
    settings = Settings(test_url=practice_server.url)
    with running(qtbot, tmp_path, vault=vault, settings=settings) as window:
        to_token(window)
        choose_test(window)
        window.type(PRACTICE_TOKEN)
        enter(window)
        assert "The token works." in window.words("first.token.trial")
        assert "1,00,000.00" in window.words("first.token.trial")
        assert vault.token(Environment.TEST) is None
        assert stored(tmp_path).environment is None
        enter(window)
        assert window.focus_name() == "first.companies.search"
        assert window.words("first.next") == "Skip: all are on"
        enter(window)
        assert window.focus_name() == "first.printer"
        enter(window)
        assert window.focus_name() == "first.next"
        enter(window)
        assert window.app.window.main_view is not None
        assert window.find("top.shop", QLabel).text() == "Hari Stores"
        assert vault.token(Environment.TEST) == PRACTICE_TOKEN
    kept = stored(tmp_path)
    assert (kept.environment, kept.shop.name, kept.operator) == (
        Environment.TEST,
        "Hari Stores",
        "Gita",
    )
    assert kept.test_url == practice_server.url
    assert PRACTICE_TOKEN.encode() not in bytes_of(tmp_path)


def test_the_name_is_needed_and_a_pan_is_checked(qtbot: QtBot, tmp_path: Path) -> None:
    """Each fault is said below its own field, and the field is marked."""
    with running(qtbot, tmp_path) as window:
        window.key(Qt.Key.Key_2)
        assert not window.sees("first.shop_name.error")
        window.key(ENTER)
        assert window.words("first.shop_name.error") == "Enter the shop’s name."
        assert stands_below(window, "first.shop_name.error", "first.shop_name")
        assert field_of(window, "first.shop_name").state is FieldState.INVALID
        assert window.focus_name() == "first.shop_name"
        window.type("Hari")
        assert not window.sees("first.shop_name.error")
        assert field_of(window, "first.shop_name").state is FieldState.REST
        window.write("first.shop_pan", "12")
        window.key(ENTER)
        assert "9 digits" in window.words("first.shop_pan.error")
        assert stands_below(window, "first.shop_pan.error", "first.shop_pan")
        assert field_of(window, "first.shop_pan").state is FieldState.INVALID
        assert window.focus_name() == "first.shop_pan"


def test_what_is_missing_is_said_in_another_language_too(qtbot: QtBot, tmp_path: Path) -> None:
    with running(qtbot, tmp_path) as window:
        window.key(Qt.Key.Key_2)
        window.key(ENTER)
        window.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        window.until(lambda: window.app.session.nepali)
        window.settle()
        window.until(lambda: window.sees("first.shop_name.error"))
        assert "नाम" in window.words("first.shop_name.error")
        assert field_of(window, "first.shop_name").state is FieldState.INVALID
        window.key(ESC)
        window.key(Qt.Key.Key_2)
        assert not window.sees("first.shop_name.error")


def field_of(window: Window, name: str) -> TextField:
    """The field of that name."""
    return window.find(name, TextField)


def stands_below(window: Window, name: str, field: str) -> bool:
    """The sentence begins where its field does, and is the next thing below it."""
    note, box = window.find(name, QWidget), field_of(window, field)
    note_at, box_at = (at.mapTo(window.app.window, QPoint(0, 0)) for at in (note, box))
    gap = note_at.y() - (box_at.y() + box.height())
    return note_at.x() == box_at.x() and 0 <= gap <= 6


def test_a_refused_token_does_not_go_on(
    qtbot: QtBot, tmp_path: Path, practice_server: SandboxServer
) -> None:
    with running(qtbot, tmp_path, settings=Settings(test_url=practice_server.url)) as window:
        to_token(window)
        choose_test(window)
        window.type("TEST:Wr0ngWr0ngWr0ngWr0ng1")
        enter(window)
        assert "does not know the shop’s token" in window.words("first.token.trial")
        enter(window)
        assert window.sees("first.token")


def test_without_network_it_goes_on_when_asked_again(qtbot: QtBot, tmp_path: Path) -> None:
    settings = Settings(test_url=NOBODY.base_url)
    with running(qtbot, tmp_path, settings=settings) as window:
        to_token(window)
        choose_test(window)
        window.type(PRACTICE_TOKEN)
        enter(window)
        assert "cannot be reached" in window.words("first.token.trial")
        assert window.words("first.next") == "Test again"
        for _ in range(3):
            enter(window)
            assert window.sees("first.token"), "a row of Enters connects an untested token"
        while window.focus_name() != "first.token.skip":
            window.key(TAB)
        enter(window)
        assert window.sees("first.companies.search")


def test_paste_takes_the_clipboard_without_blanks(
    qtbot: QtBot, tmp_path: Path, practice_server: SandboxServer
) -> None:
    with running(qtbot, tmp_path, settings=Settings(test_url=practice_server.url)) as window:
        to_token(window)
        QGuiApplication.clipboard().setText(f"  {PRACTICE_TOKEN}\n")
        window.press("first.token.paste")
        assert "25 characters" in window.words("first.token.note")
        assert window.find("first.token", QLineEdit).echoMode() is QLineEdit.EchoMode.Password
        assert "looks like a test token" in window.words("first.token.doubt")
        QGuiApplication.clipboard().clear()


def test_esc_goes_back_step_by_step_and_another_language_keeps_what_was_entered(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with running(qtbot, tmp_path) as window:
        to_token(window)
        window.type(PRACTICE_TOKEN)
        window.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        window.until(lambda: window.app.session.nepali)
        window.settle()
        QTest.qWait(20)
        assert window.find("first.token", QLineEdit).text() == PRACTICE_TOKEN
        window.key(ESC)
        assert window.find("first.shop_name", QLineEdit).text() == "Hari Stores"
        window.key(ESC)
        assert window.sees("first.practice")


def test_a_trial_of_the_token_goes_on_in_another_language(
    qtbot: QtBot, tmp_path: Path, practice_server: SandboxServer
) -> None:
    """What the service answers is not asked for again, and is known on the last page too."""

    def asked() -> int:
        return len(practice_server.service.heard)

    def other_language(*, nepali: bool, then: str) -> None:
        window.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        window.until(lambda: window.app.session.nepali is nepali)
        window.settle()
        window.until(lambda: window.sees(then))
        window.settle()

    with running(qtbot, tmp_path, settings=Settings(test_url=practice_server.url)) as window:
        to_token(window)
        choose_test(window)
        window.type(PRACTICE_TOKEN)
        # Not before: what the window of another test had asked may have been answered meanwhile.
        before = asked()
        # Under way while the page is built anew.
        window.key(ENTER)
        other_language(nepali=True, then="first.token.trial")
        window.until(lambda: "1,00,000.00" in window.words("first.token.trial"))
        other_language(nepali=False, then="first.token.trial")
        assert "The token works." in window.words("first.token.trial")
        assert window.focus_name() == "first.next"
        assert asked() == before + 1
        for _ in range(3):
            enter(window)
        assert "1,00,000.00" in " ".join(words_of(window, "first.summary"))
        other_language(nepali=True, then="first.summary")
        assert "1,00,000.00" in " ".join(words_of(window, "first.summary"))


def words_of(window: Window, name: str) -> list[str]:
    """The texts in a part of the window."""
    return [label.text() for label in window.find(name, QWidget).findChildren(QLabel)]


@pytest.mark.parametrize("by_key", [False, True])
def test_a_shop_that_starts_in_nepali_prints_in_nepali(
    qtbot: QtBot, tmp_path: Path, *, by_key: bool
) -> None:
    with running(qtbot, tmp_path) as window:
        if by_key:
            window.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        else:
            window.press("first.language.ne")
        window.until(lambda: window.app.session.nepali)
        window.settle()
        assert stored(tmp_path).language is Language.NEPALI
        assert stored(tmp_path).environment is None
        window.key(Qt.Key.Key_1)
        window.settle()
        assert window.app.session.settings.receipt_language is Language.NEPALI
        # Later the language of the screens says nothing of the papers.
        window.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        window.until(lambda: not window.app.session.nepali)
        window.settle()
    assert stored(tmp_path).receipt_language is Language.NEPALI


def test_a_language_chosen_while_connecting_is_that_of_the_papers_too(
    qtbot: QtBot, tmp_path: Path, practice_server: SandboxServer
) -> None:
    with running(qtbot, tmp_path, settings=Settings(test_url=practice_server.url)) as window:
        to_token(window)
        window.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        window.until(lambda: window.app.session.nepali)
        window.settle()
        window.until(lambda: window.sees("first.token"))
        choose_test(window)
        window.type(PRACTICE_TOKEN)
        for _ in range(5):
            enter(window)
        assert window.app.window.main_view is not None
    kept = stored(tmp_path)
    assert (kept.language, kept.receipt_language) == (Language.NEPALI, Language.NEPALI)


def test_a_vault_that_takes_nothing_is_told_and_nothing_is_saved(
    qtbot: QtBot, tmp_path: Path, practice_server: SandboxServer
) -> None:
    settings = Settings(test_url=practice_server.url)
    with running(qtbot, tmp_path, vault=BrokenVault(), settings=settings) as window:
        to_token(window)
        choose_test(window)
        window.type(PRACTICE_TOKEN)
        for _ in range(5):
            enter(window)
        assert "store for secrets does not work" in window.words("first.trouble")
        assert window.app.window.main_view is None
    assert stored(tmp_path).environment is None


def test_an_answer_that_came_while_there_was_no_page_is_not_asked_for_again(
    qtbot: QtBot, tmp_path: Path, practice_server: SandboxServer
) -> None:
    with running(qtbot, tmp_path, settings=Settings(test_url=practice_server.url)) as window:
        context = window.app.window._context
        before = TokenForm(context, "before")
        before.enter(Environment.TEST, PRACTICE_TOKEN)
        before.test()
        delete(before)
        window.settle()
        after = TokenForm(context, "after")
        qtbot.addWidget(after)
        after.enter(Environment.TEST, PRACTICE_TOKEN)
        assert not after.is_asking
        assert after.trial is not None
