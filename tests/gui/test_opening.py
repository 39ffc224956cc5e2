"""The window opens in two beats: empty with the places, and in the next turn with its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop_app.app import App, Opening, Outside
from desktop_app.core.inquiry_flow import Step
from tests.clerk import STREET, Clerk, PaperTray, begin_settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Beats:
    """A program whose window was painted empty."""

    def __init__(self, outside: Outside) -> None:
        self.opening = Opening(outside)
        self.painted = 0
        self.app: App | None = None
        self.window = self.opening.window
        self.window.open_empty(self.paint)

    def paint(self) -> None:
        self.painted += 1

    def complete(self) -> Clerk:
        self.app = self.opening.complete()
        clerk = Clerk(self.app, PaperTray(), waits=False)
        clerk.until_idle()
        return clerk


@pytest.fixture
def beats(qtbot: object, tmp_path: Path) -> Iterator[Beats]:
    begin_settings(tmp_path / "settings.json", STREET)
    made = Beats(Outside(data_folder=tmp_path, practice=True, printer=PaperTray()))
    yield made
    app = made.app or made.opening.complete()
    app.close()


def until_painted(qtbot: object, beats: Beats) -> None:
    qtbot.waitUntil(lambda: beats.painted > 0)  # type: ignore[attr-defined]


def test_the_places_are_seen_before_there_is_a_page(qtbot: object, beats: Beats) -> None:
    until_painted(qtbot, beats)
    assert beats.window.isVisible()
    assert beats.window.main_view is None
    assert beats.window.findChild(QWidget, "nav") is not None


def test_the_page_comes_once_after_the_paint(qtbot: object, beats: Beats) -> None:
    until_painted(qtbot, beats)
    clerk = beats.complete()
    clerk.wait(lambda: clerk.stands_at(Step.PROVIDER))
    assert beats.painted == 1
    assert beats.window.main_view is not None
    assert beats.window.main_view.isVisible()


def test_keys_between_the_beats_reach_the_start_page(qtbot: object, beats: Beats) -> None:
    until_painted(qtbot, beats)
    QTest.keyClick(beats.window.windowHandle(), Qt.Key.Key_2)
    clerk = beats.complete()
    clerk.wait(lambda: clerk.find("provider.tile.vianet-updated").hasFocus())


def test_letters_between_the_beats_filter_in_their_order(qtbot: object, beats: Beats) -> None:
    until_painted(qtbot, beats)
    for key in (Qt.Key.Key_V, Qt.Key.Key_I, Qt.Key.Key_A):
        QTest.keyClick(beats.window.windowHandle(), key)
    clerk = beats.complete()
    clerk.wait(lambda: clerk.says("provider.search") == "via")


def test_a_window_that_is_never_painted_gets_its_page_all_the_same(
    qtbot: object, tmp_path: Path
) -> None:
    opening = Opening(Outside(data_folder=tmp_path, practice=True, printer=PaperTray()))
    opening.window.showMinimized()
    opening.window.hide()
    told: list[int] = []
    opening.window.open_empty(lambda: told.append(1))
    opening.window.hide()
    qtbot.waitUntil(lambda: bool(told))  # type: ignore[attr-defined]
    opening.complete().close()
