"""About, from the page of keys and from the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget

from desktop_app import __version__
from desktop_app.core.environment import Environment
from desktop_app.core.settings import Settings
from desktop_app.diagnostics.components import SBOM
from desktop_app.ui.help import shipped
from desktop_app.ui.widgets import MoneyTable, Rail
from tests.gui.settings_kit import Window, running
from tests.licences import write_licences

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

TAB, DOWN, ENTER, ESC = Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Escape


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    settings = Settings(environment=Environment.PRACTICE)
    with running(qtbot, tmp_path, settings=settings) as window:
        yield window


@pytest.fixture
def licences(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of licences in place of the one of the checkout, which is only made by a build."""
    write_licences(tmp_path / "shipped" / "licences")
    monkeypatch.setattr(shipped, "resource", (tmp_path / "shipped").joinpath)
    return tmp_path / "shipped" / "licences"


class Opened(QObject):
    """Stands in for the file manager."""

    def __init__(self) -> None:
        super().__init__()
        self.urls: list[QUrl] = []

    @Slot(QUrl)
    def show_url(self, url: QUrl) -> None:
        self.urls.append(url)


@pytest.fixture
def opened() -> Iterator[Opened]:
    made = Opened()
    # PySide's own types ask for bytes, which it then refuses.
    QDesktopServices.setUrlHandler("file", made, "show_url")  # type: ignore[arg-type]
    yield made
    QDesktopServices.unsetUrlHandler("file")


def open_with_keys(window: Window) -> None:
    window.key(Qt.Key.Key_F1)
    while window.focus_name() != "keys.about":
        window.key(TAB)
    window.key(ENTER)
    window.settle()
    assert window.sees("about")
    assert not window.sees("keys")


def names(window: Window) -> list[str]:
    return [row.cell(0).text for row in window.find("about.parts", MoneyTable).rows]


def text(window: Window) -> str:
    window.settle()
    return window.find("about.text", QPlainTextEdit).toPlainText()


def shows(window: Window, name: str) -> str:
    return str(window.find(name, QWidget).property("text"))


def test_the_keyboard_alone_reads_licences_and_comes_back(window: Window, licences: Path) -> None:
    before = window.focus_name()
    open_with_keys(window)
    assert window.focus_name() == "about.parts"
    assert shows(window, "about.title") == f"Bhuktani {__version__}"
    assert "MIT" in shows(window, "about.words")
    assert text(window) == "MIT License"
    window.key(DOWN)
    window.key(DOWN)
    assert shows(window, "about.name") == "alembic 1.17.2"
    assert shows(window, "about.licence") == "MIT"
    assert "alembic/LICENSE of alembic" in text(window)
    assert "NOTICE.txt" in text(window)
    window.key(TAB)
    assert window.focus_name() == "about.text"
    bar = window.find("about.text", QPlainTextEdit).verticalScrollBar()
    window.key(Qt.Key.Key_PageDown)
    assert bar.value() > 0
    window.key(ESC)
    assert window.focus_name() == "keys.about"
    window.key(ESC)
    assert window.focus_name() == before
    assert not window.sees("about")


def test_all_parts_are_listed_with_their_licences_and_the_place_of_the_list(
    window: Window, licences: Path, opened: Opened
) -> None:
    open_with_keys(window)
    assert len(names(window)) == 36
    assert names(window)[0] == "Bhuktani"
    table = window.find("about.parts", MoneyTable)
    number = names(window).index("PySide6_Essentials")
    assert table.rows[number].cell(1).text == "6.10.1"
    assert table.choose(str(number))
    words = "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only"
    assert table.rows[number].cell(0).second == shows(window, "about.licence") == words
    assert shows(window, "about.path") == str(licences / SBOM)
    while window.focus_name() != "about.show":
        window.key(TAB)
    window.key(ENTER)
    assert opened.urls == [QUrl.fromLocalFile(str(licences))]


def test_a_checkout_lists_what_it_has(window: Window) -> None:
    open_with_keys(window)
    assert names(window) == ["Bhuktani", "Lucide", "Noto Sans", "Noto Sans Devanagari"]
    assert "installed program" in window.words("about.note")
    assert not window.sees("about.show")
    for word in ("MIT License", "ISC License", "SIL OPEN FONT LICENSE", "notofonts/devanagari"):
        assert word in text(window)
        window.key(DOWN)


def test_a_broken_list_and_lost_texts_are_told(window: Window, licences: Path) -> None:
    (licences / SBOM).write_text("{", encoding="utf-8")
    open_with_keys(window)
    assert "cannot be read" in window.words("about.note")
    assert names(window)[0] == "Bhuktani"
    assert text(window) == "There is no text of this licence here."


def test_no_key_reaches_the_page_below(window: Window) -> None:
    open_with_keys(window)
    for key in (Qt.Key.Key_F12, Qt.Key.Key_F1, Qt.Key.Key_F2):
        window.key(key)
        window.key(TAB)
    window.settle()
    assert window.sees("about")
    assert not window.sees("settings.shop_name")


def test_from_the_settings_it_goes_back_to_them(window: Window) -> None:
    window.key(Qt.Key.Key_F12)
    window.settle()
    window.press("settings.about")
    window.settle()
    assert window.sees("about.parts")
    window.key(ESC)
    assert window.sees("settings.about")
    assert not window.sees("keys")


@pytest.mark.qt_log_ignore("propagateSizeHints")  # the screen of the tests has no such thing
def test_it_follows_the_window(window: Window, licences: Path) -> None:
    open_with_keys(window)
    for size in ((1093, 534), (1366, 688), (800, 420)):
        # The last one as on a very small screen.
        window.app.window.setMinimumSize(1, 1)
        window.app.window.resize(*size)
        window.settle()
        panel = window.find("about.panel", QWidget)
        assert panel.width() <= size[0] - 40
        assert panel.height() <= size[1] - 30
    window.key(ESC)
    assert not window.sees("about")


def test_a_page_below_that_takes_the_keyboard_gives_it_back(window: Window, licences: Path) -> None:
    """The next control in the window's order may be one of the page below."""
    for section in ("backup", "language"):
        window.open_settings(section)
        window.key(Qt.Key.Key_F1)
        window.press("keys.about")
        window.settle()
        below = window.find(f"settings.nav.{section}", QWidget)
        QWidget.setTabOrder(window.find("about", QWidget), below)
        below.setFocus(Qt.FocusReason.OtherFocusReason)
        window.settle()
        assert window.sees("about")
        assert window.focus_name().startswith("about")
        window.key(ESC)
        window.key(ESC)
        assert window.sees(f"settings.page.{section}")


def test_two_pages_of_help_do_not_take_the_keyboard_from_each_other(
    window: Window, licences: Path
) -> None:
    """A program that works the controls reaches what lies below a page of help."""
    window.key(Qt.Key.Key_F1)
    window.press("keys.about")
    window.settle()
    rail = window.find("nav", Rail)
    rail.help_asked.emit()
    window.settle()
    about, keys = window.find("about", QWidget), window.find("keys", QWidget)
    assert about.isVisible()
    assert keys.isVisible()
    about.findChildren(QPushButton)[0].setFocus()
    window.settle()
    assert window.focus_name().startswith("keys")
    window.key(ESC)
    assert not keys.isVisible()
