"""Qt's own menus speak the language of the screens."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QScrollBar, QTextEdit, QWidget

from desktop_app.core.settings import Language
from desktop_app.ui.runtime.translation import Translations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

pytestmark = [
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
    pytest.mark.usefixtures("nepali"),
]


@pytest.fixture
def nepali() -> Iterator[None]:
    translations = Translations()
    translations.use(Language.NEPALI)
    yield
    translations.remove()


def words_of(menu: QMenu) -> list[str]:
    """What a person reads, without the keys beside it."""
    return [at.text().partition("\t")[0] for at in menu.actions() if not at.isSeparator()]


def english(words: list[str]) -> list[str]:
    return [word for word in words if re.search("[A-Za-z]", word)]


def test_the_menu_of_a_field(qtbot: QtBot) -> None:
    field = QLineEdit("a text")
    qtbot.addWidget(field)
    words = words_of(field.createStandardContextMenu())
    assert len(words) >= 7
    assert english(words) == []


def test_the_menu_of_a_text(qtbot: QtBot) -> None:
    text = QTextEdit("a text")
    qtbot.addWidget(text)
    words = words_of(text.createStandardContextMenu())
    assert len(words) >= 7
    assert english(words) == []


def opened_menu(widget: QWidget) -> list[str]:
    """The words of the menu that the right button of the mouse opens."""
    found: list[str] = []

    class Watch(QWidget):
        def eventFilter(self, watched: object, event: QEvent) -> bool:
            if isinstance(watched, QMenu) and event.type() == QEvent.Type.Show:
                found.extend(words_of(watched))
                watched.close()
            return False

    watch = Watch()
    application = QApplication.instance()
    assert application is not None
    application.installEventFilter(watch)
    try:
        middle = QPoint(widget.width() // 2, widget.height() // 2)
        reason = QContextMenuEvent.Reason.Mouse
        QApplication.sendEvent(
            widget, QContextMenuEvent(reason, middle, widget.mapToGlobal(middle))
        )
        QApplication.processEvents()
    finally:
        application.removeEventFilter(watch)
    return found


def test_the_menu_of_a_label_that_can_be_selected(qtbot: QtBot) -> None:
    label = QLabel("a text")
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    qtbot.addWidget(label)
    label.show()
    words = opened_menu(label)
    assert len(words) >= 2
    assert english(words) == []


@pytest.mark.parametrize("way", list(Qt.Orientation))
def test_the_menu_of_a_scroll_bar(qtbot: QtBot, way: Qt.Orientation) -> None:
    bar = QScrollBar(way)
    bar.setRange(0, 100)
    qtbot.addWidget(bar)
    bar.resize(200, 20) if way is Qt.Orientation.Horizontal else bar.resize(20, 200)
    bar.show()
    words = opened_menu(bar)
    assert len(words) == 7
    assert english(words) == []
