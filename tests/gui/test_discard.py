"""Widgets that go do not leave behind what ends the program: items of layouts that Qt has freed."""

from __future__ import annotations

import ast
import gc
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QLayout, QLayoutItem, QWidget
from shiboken6 import Shiboken

from desktop_app.ui.widgets.discard import clear, discard
from tests.clerk import ENTER, Clerk

UI = Path(__file__).parents[2] / "desktop_app" / "ui"
IN_NO_LAYOUT = {
    "discard.py",
    "about_page.py",
    "shortcuts_page.py",
    "operator_menu.py",
    "result_paper.py",
    "crash_dialog.py",
}
"""What is deleted there lies over a page, is a menu or a dialog, or is no widget."""


def held() -> list[QLayoutItem]:
    """The items of layouts that PySide takes for alive."""
    return [
        thing
        for thing in gc.get_objects()
        if isinstance(thing, QLayoutItem) and not isinstance(thing, QLayout)
        if Shiboken.isValid(thing)
    ]


def nested() -> tuple[QWidget, QHBoxLayout, list[QLabel]]:
    """A layout that was filled before it was put into another: PySide knows its items."""
    area, inner = QWidget(), QHBoxLayout()
    labels = [QLabel("a"), QLabel("b"), QLabel("c")]
    for label in labels:
        inner.addWidget(label)
    QHBoxLayout(area).addLayout(inner)
    return area, inner, labels


def delete_now() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_a_discarded_widget_leaves_no_item_behind(qapp: QApplication) -> None:
    before = len(held())
    area, inner, labels = nested()
    assert len(held()) == before + 3, "PySide knows no items any more: is this still needed?"
    discard(inner, labels[0])
    delete_now()
    assert len(held()) == before + 2
    clear(inner)
    delete_now()
    assert len(held()) == before
    assert inner.count() == 0
    area.close()


def test_tab_wakes_no_item_of_a_layout(clerk: Clerk) -> None:
    clerk.press(Qt.Key.Key_1, ENTER)
    clerk.type("online_due_and_package")
    clerk.press(ENTER)
    clerk.until_idle()
    # What it freezes is not among the objects that can be asked for.
    clerk.app.collector.stop()
    before = len(held())
    for _ in range(12):
        clerk.press(Qt.Key.Key_Tab)
    assert len(held()) == before


DELETING = ("deleteLater", "itemAt")


def test_widgets_are_deleted_by_way_of_their_layout_alone() -> None:
    found = set()
    for path in UI.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        has_one = any(name in text for name in DELETING)
        for node in ast.walk(ast.parse(text)) if has_one else ():
            if isinstance(node, ast.Attribute) and node.attr in DELETING:
                found.add(path.name)
    assert found <= IN_NO_LAYOUT
