"""Rows of any length are shown whole in the lists of customers who owe."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QTextLayout

from desktop_app.core.money import Money
from desktop_app.core.settings import Language
from tests.gui.test_tenders import ALT, THREE, ask, open_list, to_confirm

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

    from desktop_app.sandbox.server import SandboxServer
    from desktop_app.ui.widgets.wrapped_list import WrappedList
    from tests.gui.conftest import OpenShop

ENGLISH, NEPALI = "Ram Bahadur Thapa Magar ", "राम बहादुर थापा मगर "


APART = 4
"""Above and below the text of a row: two rows of two lines each are not read as four rows."""


def cut(listed: WrappedList) -> list[str]:
    """The rows that are too low for their text, or whose amount is not on a line with its currency.

    The text is wrapped in the room that is painted.
    """
    style = listed.style()
    margin = style.pixelMetric(style.PixelMetric.PM_FocusFrameHMargin, None, listed) + 1
    room = listed.viewport().width() - 2 * (8 + margin)
    found = []
    for row in (listed.item(number) for number in range(listed.count())):
        lines, height = wrapped(row.text(), listed.font(), room)
        low = height + 2 * APART > listed.visualItemRect(row).height()
        if low or any(line.rstrip().endswith(("Rs.", "रु.")) for line in lines):
            found.append(row.text())
    return found


def wrapped(text: str, font: QFont, width: int) -> tuple[list[str], float]:
    """The lines, and how high they are together."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    lines, height = [], 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        lines.append(text[line.textStart() : line.textStart() + line.textLength()])
        height += line.height()
    layout.endLayout()
    return lines, height


@pytest.mark.parametrize(
    ("words", "language"), [(ENGLISH, Language.ENGLISH), (NEPALI, Language.NEPALI)]
)
def test_no_row_is_cut(
    shops: OpenShop, server: SandboxServer, words: str, language: Language
) -> None:
    clerk = shops(url=server.url, language=language, size=(1093, 614))
    on_account, environment = clerk.app.use_cases.on_account, clerk.app.session.environment
    for length in range(12, 76):
        kept = on_account.add(environment, (words * 4)[:length], f"98{length:08}")
        till = clerk.app.session.counter().till
        on_account.set_limit(environment, till, kept.id, Money.rupees(5000), None)
    to_confirm(clerk)
    dialog = ask(clerk)
    clerk.press(THREE, modifier=ALT)
    clerk.find("tender.name").setText("")
    clerk.type("98")
    assert cut(clerk.find("tender.customers")) == []
    dialog.reject()
    clerk.app.window.activateWindow()
    clerk.wait(lambda: clerk.find("confirm.cash").hasFocus())
    open_list(clerk)
    assert cut(clerk.find("onaccount.list")) == []
