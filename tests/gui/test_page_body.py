"""The body of a page scrolls where the window is too low for it, and only there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui.widgets.page_body import PageBody, ShownStack
from tests.gui.fit_kit import scrolls_down, settle

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

_WRAPPED, _ONE_LINE = 160, 60


class _Sentence(QWidget):
    """Lower the wider it is, and asks at least for what it needs where it is narrow."""

    def __init__(self) -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        return _ONE_LINE if width > 300 else _WRAPPED

    def sizeHint(self) -> QSize:
        return QSize(200, _WRAPPED)

    def minimumSizeHint(self) -> QSize:
        return QSize(100, _WRAPPED)


@pytest.mark.parametrize("height", [50, 59, 60, 61, 100, 159, 160, 200])
def test_a_page_is_never_cut_without_a_bar(qtbot: QtBot, height: int) -> None:
    """Qt itself would make the page as high as a narrow one needs to be, and cut it."""
    body = PageBody()
    body.column.setContentsMargins(0, 0, 0, 0)
    body.column.addWidget(_Sentence())
    qtbot.addWidget(body)
    overflows: list[int] = []
    body.overflowed.connect(lambda: overflows.append(body.height()))
    body.resize(600, height)
    body.show()
    settle(body)
    hidden = scrolls_down(body)
    assert hidden == max(0, _ONE_LINE - height)
    assert body.verticalScrollBar().isVisible() == (hidden > 0)
    assert bool(overflows) == (hidden > 0)


def test_a_hidden_part_of_a_stack_takes_no_room(qtbot: QtBot) -> None:
    """Qt's own stack is as high as the highest part, also while another is shown."""
    body, stack = PageBody(), ShownStack()
    body.column.setContentsMargins(0, 0, 0, 0)
    sentence, low = _Sentence(), QWidget()
    low.setFixedHeight(20)
    stack.add(sentence)
    stack.add(low)
    body.column.addWidget(stack)
    qtbot.addWidget(body)
    body.resize(250, 100)
    body.show()
    settle(body)
    assert scrolls_down(body) == _WRAPPED - 100
    stack.show_part(low)
    settle(body)
    assert scrolls_down(body) == 0
    assert not sentence.isVisible()
    stack.show_part(sentence)
    settle(body)
    assert scrolls_down(body) == _WRAPPED - 100
