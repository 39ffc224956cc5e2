"""The page of keys (F1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop_app.core.environment import Environment
from desktop_app.core.settings import Settings
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


@pytest.mark.parametrize("key", [Qt.Key.Key_F1, Qt.Key.Key_Escape])
def test_f1_opens_and_f1_or_esc_closes(window: Window, key: Qt.Key) -> None:
    before = window.focus_name()
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
