"""The owner gives the receipt a logo and last lines, under Settings, Shop and receipt."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QWidget

from desktop_app.core.environment import Environment
from desktop_app.core.settings import Settings
from desktop_app.core.shop import Shop
from desktop_app.data_folder import logo_path
from desktop_app.printing.blocks import Picture
from tests.gui.settings_kit import Window, running, stored
from tests.gui.tasks_kit import HeldRecords
from tests.unit.test_logo import encoded

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

SETTINGS = Settings(
    environment=Environment.PRACTICE,
    shop=Shop(name="Ganesh Kirana", footer="Open 7 to 8\nfrom of old"),
    operator="Sita",
)
ENTER = Qt.Key.Key_Return
NO_SCREEN = pytest.mark.qt_log_ignore("propagateSizeHints")
"""Qt's own dialog of files says so where there is no screen."""


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    with running(qtbot, tmp_path, settings=SETTINGS) as window:
        window.open_settings("shop")
        yield window


def opened(window: Window, *, waits: bool = True) -> QDialog:
    window.press("settings.receipt")
    if waits:
        window.settle()
    return window.find("receipt", QDialog)


def said(dialog: QDialog) -> str:
    label = dialog.findChild(QWidget, "receipt.said")
    assert label is not None
    return str(label.accessibleName() or label.text())  # type: ignore[attr-defined]


def choose(window: Window, dialog: QDialog, file: Path, *, waits: bool = True) -> None:
    button = dialog.findChild(QWidget, "receipt.choose")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    chooser = dialog.findChild(QFileDialog, "receipt.file")
    assert chooser is not None
    chooser.fileSelected.emit(str(file))
    chooser.reject()
    if waits:
        window.settle()


def test_the_last_lines_are_written_by_keys_and_saved_with_the_page(
    window: Window, tmp_path: Path
) -> None:
    dialog = opened(window)
    last = dialog.findChild(QWidget, "receipt.line3")
    assert last is not None
    last.setFocus()
    QTest.keyClicks(last, "  Thank   you ")
    QTest.keyClick(last, ENTER)
    done = dialog.findChild(QWidget, "receipt.done")
    assert done is not None and done.hasFocus()
    QTest.keyClick(done, ENTER)
    assert stored(tmp_path).shop.footer == "Open 7 to 8\nfrom of old"
    window.app.window.activateWindow()
    window.press("settings.save")
    window.settle()
    assert stored(tmp_path).shop.footer == "Open 7 to 8\nfrom of old\nThank you"


def test_other_changes_of_the_page_keep_the_last_lines(window: Window, tmp_path: Path) -> None:
    window.write("settings.shop_phone", "015550142")
    window.press("settings.save")
    window.settle()
    assert stored(tmp_path).shop.footer == SETTINGS.shop.footer


@NO_SCREEN
def test_a_picture_becomes_the_logo_of_the_next_receipt(window: Window, tmp_path: Path) -> None:
    picture = tmp_path / "my logo.jpeg"
    picture.write_bytes(encoded(1000, 300, b"JPEG"))
    dialog = opened(window)
    choose(window, dialog, picture)
    assert logo_path(tmp_path).exists()
    shown = dialog.findChild(QLabel, "receipt.logo")
    assert shown is not None and not shown.pixmap().isNull()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    window.app.window.activateWindow()
    window.press("settings.test_page")
    window.settle()
    [page] = window.printer.papers
    assert any(isinstance(block, Picture) for block in page.blocks)
    dialog = opened(window)
    remove = dialog.findChild(QWidget, "receipt.remove")
    assert remove is not None and remove.isEnabled()
    QTest.mouseClick(remove, Qt.MouseButton.LeftButton)
    window.settle()
    assert not logo_path(tmp_path).exists()
    assert not remove.isEnabled()


@NO_SCREEN
def test_a_file_that_is_no_picture_says_so_and_changes_nothing(
    window: Window, tmp_path: Path
) -> None:
    bad = tmp_path / "letter.png"
    bad.write_bytes(b"not a picture")
    dialog = opened(window)
    choose(window, dialog, bad)
    assert said(dialog) == "This is no PNG or JPEG picture, or it is damaged."
    assert not logo_path(tmp_path).exists()
    choose(window, dialog, tmp_path / "gone.png")
    assert said(dialog) == "This file could not be read."


@NO_SCREEN
def test_a_logo_that_was_not_stored_is_told_by_the_window_once_its_dialog_is_closed(
    window: Window, tmp_path: Path
) -> None:
    """Whoever closed it at once would take it for stored, and print receipts without it."""
    bad, good = tmp_path / "letter.png", tmp_path / "our shop.png"
    bad.write_bytes(b"not a picture")
    good.write_bytes(encoded(300, 100, b"PNG"))
    with HeldRecords(window.app.tasks):
        dialog = opened(window, waits=False)
        choose(window, dialog, bad, waits=False)
        dialog.reject()
    window.settle()
    words = window.words("window.trouble")
    assert words.startswith("Not stored: logo on receipts.")
    assert "no PNG or JPEG picture" in words
    # It does not hold any more once a logo is stored.
    dialog = opened(window)
    choose(window, dialog, good)
    assert logo_path(tmp_path).exists()
    assert not window.sees("window.trouble")
    # A disk that does not take it is no error of the job either.
    logo_path(tmp_path).unlink()
    logo_path(tmp_path).mkdir()
    with HeldRecords(window.app.tasks):
        choose(window, dialog, good, waits=False)
        dialog.reject()
    window.settle()
    assert "could not be stored on this computer" in window.words("window.trouble")
