"""What is measured or moved once: labels keep their sizes, pages hand the keyboard over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont

from desktop_app.core.inquiry_flow import Step
from desktop_app.ui.theme import BOLD, TextRole, Theme
from desktop_app.ui.widgets import PlainLabel
from tests.clerk import ENTER, Clerk

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication, QWidget

LONG = "The customer pays at the counter, and takes the receipt along."
CHANGES: dict[str, Callable[[PlainLabel], None]] = {
    "text": lambda label: label.setText(LONG * 2),
    "wrapping": lambda label: label.setWordWrap(False),
    "room": lambda label: label.setContentsMargins(3, 5, 7, 9),
    "role": lambda label: label.set_role(TextRole.TITLE),
    "size": lambda label: label.set_points(30.0),
    "weight": lambda label: label.set_points(0.0, BOLD),
}


def _sizes(label: PlainLabel) -> tuple[object, ...]:
    heights = [label.heightForWidth(width) for width in (80, 200, 400)]
    return label.sizeHint(), label.minimumSizeHint(), *heights


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_a_label_measures_anew_what_is_another(
    qapp: QApplication, change: Callable[[PlainLabel], None]
) -> None:
    theme = Theme()
    measured, fresh = (PlainLabel(theme, LONG, wrap=True) for _ in range(2))
    before = _sizes(measured)
    assert _sizes(measured) == before
    change(measured)
    change(fresh)
    assert _sizes(measured) == _sizes(fresh) != before


def test_a_label_measures_anew_in_another_look(qapp: QApplication) -> None:
    theme = Theme()
    label = PlainLabel(theme, LONG, wrap=True)
    before = _sizes(label)
    theme.update(text_scale=1.15)
    assert _sizes(label) == _sizes(PlainLabel(theme, LONG, wrap=True)) != before


def test_a_weight_of_its_own_leaves_the_fonts_of_others_alone(qapp: QApplication) -> None:
    theme = Theme()
    PlainLabel(theme, LONG).set_points(0.0, BOLD)
    assert theme.font(TextRole.BODY).weight() == QFont.Weight.Normal


def test_the_keyboard_goes_straight_to_the_next_page(clerk: Clerk, qapp: QApplication) -> None:
    stops: list[str] = []

    def note(_before: QWidget | None, now: QWidget | None) -> None:
        if now is not None:
            stops.append(now.objectName())

    clerk.press(Qt.Key.Key_1)
    qapp.focusChanged.connect(note)
    try:
        clerk.press(ENTER)
        clerk.until_step(Step.CUSTOMER)
        clerk.press(Qt.Key.Key_F3)
        clerk.until_idle()
    finally:
        qapp.focusChanged.disconnect(note)
    assert len(stops) == 2, stops
