"""Widgets to test and helpers for it, shared by the tests of the kit."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QButtonGroup, QWidget

from desktop_app.core.environment import Environment
from desktop_app.ui.widgets import (
    Banner,
    BannerKind,
    Button,
    CheckBox,
    Chip,
    ChoiceCard,
    EventLine,
    EventList,
    IconButton,
    KeyHint,
    KeyValueRow,
    LookCard,
    MixedLabel,
    Monogram,
    Panel,
    PlainLabel,
    ProgressLine,
    QuickAmount,
    Rail,
    ResultHeader,
    RowText,
    Segments,
    Select,
    Span,
    Spinner,
    StartCard,
    StepBar,
    StepState,
    TextField,
    Timeline,
    TimelineStep,
    Toggle,
    Tone,
    Variant,
)
from desktop_app.ui.widgets.rail import RailItem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from desktop_app.ui.theme import Theme

EVIL = "<b>1,000</b> &amp; <img src=x>"
LONG = "Special BTL 120Mbps/mth (1TV) New Year Dhamaka 079 with everything that fits on no line"
STACKED = "ट्ठूँ ङ्क्ष्रू कैंर्कौं"


def grouped(button: QAbstractButton) -> QAbstractButton:
    """A choice in a group of its own: those that only share a parent would exclude each other."""
    QButtonGroup(button).addButton(button)
    return button


BUTTONS: dict[str, Callable[[Theme], QAbstractButton]] = {
    "primary": lambda theme: Button(theme, "Next", Variant.PRIMARY, key="Enter"),
    "secondary": lambda theme: Button(theme, "Back", key="Esc"),
    "pay": lambda theme: Button(theme, "Pay", Variant.PAY),
    "link": lambda theme: Button(theme, "Clear filters", Variant.LINK),
    "quick amount": lambda theme: QuickAmount(theme, "1,700", "Alt 1"),
    "toggle": lambda theme: Toggle(theme, "Sound"),
    "check box": lambda theme: CheckBox(theme, "The customer wants to pay again"),
    "choice card": lambda theme: grouped(
        ChoiceCard(theme, Environment.TEST, "TEST", "For testing")
    ),
    "look card": lambda theme: grouped(LookCard(theme, "dark", "Dark")),
    "icon button": lambda theme: IconButton(theme, "rotate-cw", "Refresh"),
}
ALL_BUTTONS = pytest.mark.parametrize("make", BUTTONS.values(), ids=BUTTONS.keys())


@contextmanager
def applied(theme: Theme, application: QApplication) -> Iterator[None]:
    """The application has the theme's palette and style sheet."""
    before = (application.palette(), application.font(), application.styleSheet())
    theme.apply_to(application)
    theme.dress(application)
    try:
        yield
    finally:
        theme.changed.disconnect()
        application.setPalette(before[0])
        application.setFont(before[1])
        application.setStyleSheet(before[2])


def put(host: QWidget, qtbot: QtBot, *widgets: QWidget) -> None:
    layout = host.layout()
    assert layout is not None
    for widget in widgets:
        layout.addWidget(widget)
    host.show()
    host.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is host)


def drawn(widget: QWidget) -> QImage:
    image = QImage(widget.size(), QImage.Format.Format_ARGB32)
    image.fill(QColor("#123456"))
    widget.render(image)
    return image


def inked_rows(image: QImage) -> list[int]:
    """Rows that hold anything but the colour of their first pixel."""
    return [
        y
        for y in range(image.height())
        if any(image.pixel(x, y) != image.pixel(0, 0) for x in range(image.width()))
    ]


def make_rail(theme: Theme) -> Rail:
    rail = Rail(theme, "Bhuktani", "Places")
    rail.set_places(
        (
            RailItem.made("new", "square-plus", "New payment", "F2", "New"),
            RailItem.made("waiting", "clock", "Waiting", "F4"),
        )
    )
    rail.set_help("F1", "Keys and help")
    return rail


def everything(theme: Theme) -> list[QWidget]:
    start = StartCard(
        theme, Environment.PRACTICE, "PRACTICE", "Practice first", LONG, ("No account", LONG),
        Button(theme, "Start"), "1",
    )  # fmt: skip
    return [
        *(make(theme) for make in BUTTONS.values()),
        Banner(theme, BannerKind.INFO, "Info.", LONG, LONG),
        Chip(theme, Tone.PAID, "PAID"),
        EventList(theme, (EventLine("11:06", "Recorded", LONG), EventLine("11:07", "Sent"))),
        KeyHint(theme, "F8", "Exact cash"),
        KeyValueRow(theme, RowText("Customer", LONG, note="x", amount="1.00")),
        MixedLabel(theme, (Span("a", strong=True), Span(STACKED, underline=True))),
        Monogram(theme, "WL", "worldlink-v2"),
        Panel(theme),
        PlainLabel(theme, STACKED, wrap=True),
        ProgressLine(theme),
        ResultHeader(theme, Tone.WAITING, "WAITING", LONG),
        Segments(theme, (("a", "A"), ("b", "B")), "a"),
        Select(theme, "State", icon="calendar"),
        Spinner(theme),
        start,
        StepBar(theme, ("One", "Two"), 1),
        TextField(theme, "Cash", big=True, prefix="Rs.", icon="search", key="Ctrl F"),
        Timeline(theme, (TimelineStep("One", LONG, StepState.DONE), TimelineStep("Two"))),
        make_rail(theme),
    ]
