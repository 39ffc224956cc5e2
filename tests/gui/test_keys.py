"""The page of keys (F1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.core.environment import Environment
from desktop_app.core.settings import Language, Settings
from desktop_app.ui.widgets.page_body import PageBody
from tests.clerk import begin_with
from tests.gui.settings_kit import Window, running

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    settings = Settings(environment=Environment.PRACTICE)
    with running(qtbot, tmp_path, settings=settings) as window:
        yield window


def test_f1_opens_and_f1_or_esc_closes(window: Window) -> None:
    before = window.focus_name()
    for key in (Qt.Key.Key_F1, Qt.Key.Key_Escape):
        window.key(Qt.Key.Key_F1)
        assert window.focus_name() == "keys.close"
        window.key(key)
        assert not window.sees("keys")
        assert window.focus_name() == before


def test_no_key_reaches_the_page_below(window: Window) -> None:
    window.key(Qt.Key.Key_F1)
    window.key(Qt.Key.Key_F12)
    window.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    window.settle()
    assert window.sees("keys")
    assert not window.app.session.nepali
    window.key(Qt.Key.Key_Escape)
    assert not window.sees("settings.shop_name")


@pytest.mark.parametrize("language", Language)
def test_the_page_stands_whole_in_the_sizes_of_the_design(
    qtbot: QtBot, tmp_path: Path, language: Language
) -> None:
    """Nothing has to be scrolled to, and the keys that go far in a list are named."""
    settings = Settings(environment=Environment.PRACTICE, language=language)
    with running(qtbot, tmp_path, settings=settings) as window:
        for size in ((1366, 688), (1280, 640), (1093, 534)):
            begin_with(window.app, size)
            window.settle()
            window.key(Qt.Key.Key_F1)
            window.settle()
            page = window.find("keys", QWidget)
            area = page.findChild(PageBody)
            assert area is not None
            assert area.verticalScrollBar().maximum() == 0, size
            words = " ".join(label.text() for label in page.findChildren(QLabel))
            for key in ("PgUp", "PgDn", "Home", "End"):
                assert key in words
            window.key(Qt.Key.Key_F1)
            assert not window.sees("keys")


def test_what_does_nothing_at_the_result_is_not_listed_for_it(window: Window) -> None:
    window.key(Qt.Key.Key_F1)
    page = window.find("keys", QWidget)
    words = [label.text() for label in page.findChildren(QLabel)]
    at = words.index("Result and lists")
    of_result = words[at : words.index("Payments and Customers")]
    assert "Cash returned" in of_result
    for words_of_lists in ("Customer’s card and note", "Search", "Excel file; with Shift: CSV"):
        assert words_of_lists in words
        assert words_of_lists not in of_result
    window.key(Qt.Key.Key_F1)
