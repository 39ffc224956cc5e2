"""Whole windows for the gallery, composed of the kit as pages do it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.environment import Environment
from desktop_app.ui.theme import TextRole, Theme
from desktop_app.ui.widgets import (
    Banner,
    BannerKind,
    Button,
    ButtonSize,
    Cell,
    ChoiceCard,
    Column,
    EventLine,
    EventList,
    EventMark,
    Footer,
    KeyValueList,
    KeyValueRow,
    LookCard,
    MoneyTable,
    Panel,
    PanelLook,
    PlainLabel,
    ResultPanel,
    Row,
    RowText,
    ScrollPreview,
    Select,
    SideNav,
    Spinner,
    StepState,
    Timeline,
    TimelineStep,
    Tone,
    Variant,
)
from tests.gallery_frame import inner, window, words
from tests.gallery_more import duplicate, first_start, keys, looking_up
from tests.gallery_steps import confirm, packages, providers


def sending(theme: Theme) -> QWidget:
    """While a payment is being sent."""
    frame, page = window(theme, Environment.LIVE, enabled=False)
    body = inner(theme, page, 3, "WorldLink")
    right = Panel(theme, PanelLook.SELECTED)
    right.setFixedWidth(428)
    column = QVBoxLayout(right)
    column.setContentsMargins(24, 20, 24, 20)
    column.setSpacing(14)
    head = QHBoxLayout()
    head.setSpacing(18)
    head.addWidget(Spinner(theme))
    both = QVBoxLayout()
    both.setSpacing(0)
    both.addWidget(PlainLabel(theme, words(theme, "Sending…", "पठाउँदै छ…"), TextRole.TITLE))
    both.addWidget(PlainLabel(theme, "7 seconds", TextRole.BODY, "text2"))
    head.addLayout(both, 1)
    column.addLayout(head)
    stop = words(
        theme,
        "Do not close. Do not take another payment for this bill.",
        "बन्द नगर्नुहोस्। यो बिलको अर्को भुक्तानी नलिनुहोस्।",
    )
    banner = Banner(theme, BannerKind.CAUTION, stop)
    banner.set_role(TextRole.VALUE)
    column.addWidget(banner)
    column.addWidget(
        Timeline(
            theme,
            (
                TimelineStep("Recorded on this computer", "2:18:04 PM", StepState.DONE),
                TimelineStep("Sent to the service", "2:18:05 PM", StepState.DONE),
                TimelineStep(
                    "Waiting for the answer",
                    "Up to 60 seconds. If none comes, the payment goes to Waiting "
                    "and is checked by itself.",
                    StepState.ACTIVE,
                ),
            ),
        )
    )
    column.addStretch(1)
    across = QHBoxLayout()
    across.addStretch(1)
    across.addWidget(right)
    body.addLayout(across, 1)
    footer = Footer(theme)
    footer.add_left(PlainLabel(theme, "Cash received Rs. 2,000.00", TextRole.LABEL, "text2"))
    button = Button(theme, words(theme, "Sending…", "पठाउँदै छ…"), Variant.PAY)
    button.setEnabled(False)
    footer.add_right(button)
    page.addWidget(footer)
    return frame


def result(theme: Theme) -> QWidget:
    """Step 5."""
    frame, page = window(theme, Environment.LIVE)
    body = inner(theme, page, 4, "WorldLink")
    across = QHBoxLayout()
    across.setSpacing(theme.metrics.gap)
    body.addLayout(across, 1)
    tone, word, lead = (
        (Tone.WAITING, "पर्खाइमा", "नगद राख्नुहोस्। फेरि भुक्तानी नगर्नुहोस्।")
        if theme.nepali
        else (Tone.PAID, "PAID", "Give change Rs. 343.00")
    )
    panel = ResultPanel(theme, tone, word, "Rs. 1,657.00 · WorldLink · online_due_and_package")
    panel.body.addWidget(PlainLabel(theme, lead, TextRole.TITLE, wrap=True))
    panel.body.addWidget(PlainLabel(theme, "You received Rs. 2,000.00.", TextRole.BODY, "text2"))
    panel.body.addSpacing(12)
    rows = KeyValueList(theme)
    for label, value in (
        ("Package", "Special BTL 120Mbps/mth (1TV), 30 days"),
        ("Receipt no.", "000131"),
        ("Transaction id", "5033"),
        ("Paid at", "2:18:11 PM, 2083 Mangsir 6"),
    ):
        rows.add(KeyValueRow(theme, RowText(label, value), opposite=True))
    panel.body.addWidget(rows)
    across.addWidget(panel, 1)
    preview = ScrollPreview(theme, "Receipt 000131", "80 mm")
    preview.setFixedWidth(316 if theme.compact else 352)
    preview.add_button(
        Button(theme, "Print", key="F9", icon="printer", size=ButtonSize.SMALL, side=True)
    )
    preview.add_button(Button(theme, "Save PDF", key="Ctrl S", size=ButtonSize.SMALL, side=True))
    paper = QPixmap(576, 1400)
    paper.fill(Qt.GlobalColor.white)
    preview.set_picture(paper, 276 if theme.compact else 300)
    across.addWidget(preview)
    footer = Footer(theme)
    footer.add_left(
        Button(theme, words(theme, "Same customer again", "उही ग्राहक फेरि"), key="Ctrl N")
    )
    new = Button(
        theme,
        words(theme, "New payment", "नयाँ भुक्तानी"),
        Variant.PRIMARY,
        key="Enter",
        size=ButtonSize.BIG,
    )
    footer.add_right(new)
    page.addWidget(footer)
    return frame


def payments(theme: Theme) -> QWidget:
    """The history."""
    frame, page = window(theme, Environment.LIVE, "payments")
    body = QVBoxLayout()
    side = theme.metrics.padding
    body.setContentsMargins(side, 12, side, 16)
    body.setSpacing(12)
    page.addLayout(body)
    filters = QHBoxLayout()
    filters.setSpacing(10)
    for label, value, icon in (
        ("Date", "Today, 2083 Mangsir 6", "calendar"),
        ("Provider", "All", ""),
        ("State", "All", ""),
    ):
        select = Select(theme, label, icon=icon)
        select.addItem(f"{label}: {value}", value)
        filters.addWidget(select)
    filters.addStretch(1)
    filters.addWidget(Button(theme, "Clear filters", Variant.LINK, size=ButtonSize.SMALL))
    body.addLayout(filters)
    across = QHBoxLayout()
    across.setSpacing(theme.metrics.gap)
    table = MoneyTable(
        theme,
        (
            Column(title="Time", width=92),
            Column(title="Receipt", width=78),
            Column(title="Customer", stretch=True),
            Column(title="Amount (Rs.)", width=120, right=True, strong=True),
            Column(title="State", width=170),
        ),
        "Payments",
    )
    states = tuple(
        zip(Tone, ("PAID", "WAITING", "NOT PAID", "CASH RETURNED", "ASK SUPPORT"), strict=True)
    )
    table.set_rows(
        [
            Row(
                id=str(number),
                cells=(
                    "2:05 PM",
                    f"0001{number:02}",
                    Cell(
                        text="Anita Gurung",
                        second="WorldLink · anita_gurung9",
                        strong=True,
                        monogram=("WL", "worldlink-v2"),
                    ),
                    "2,260.00",
                    Cell(chip=states[number % 5]),
                ),
            )
            for number in range(12)
        ]
    )
    table.choose("3")
    across.addWidget(table, 1)
    panel = Panel(theme)
    panel.setFixedWidth(352)
    column = QVBoxLayout(panel)
    column.addWidget(
        EventList(
            theme,
            (
                EventLine("11:06:20", "Recorded", "before sending, operator Sita"),
                EventLine("11:07:21", "No answer", "in 60 seconds: WAITING", EventMark.WAITING),
                EventLine("11:21:23", "Looked up:", "success, PAID", EventMark.PAID),
                EventLine("11:21:24", "Receipt 000128", "printed"),
            ),
        )
    )
    column.addStretch(1)
    across.addWidget(panel)
    body.addLayout(across, 1)
    return frame


def settings(theme: Theme) -> QWidget:
    """The connection page of the settings."""
    frame, page = window(theme, Environment.LIVE, "settings")
    body = QHBoxLayout()
    side = theme.metrics.padding
    body.setContentsMargins(side, 20, side, 16)
    body.setSpacing(16)
    page.addLayout(body)
    nav = SideNav(theme, name="settings")
    for item, icon, label in (
        ("shop", "store", "Shop and receipt"),
        ("connection", "plug", "Connection"),
        ("look", "globe", "Language and look"),
        ("backup", "download", "Backup"),
    ):
        nav.add(item, icon, label)
    nav.select("connection")
    body.addWidget(nav)
    panel = Panel(theme)
    column = QVBoxLayout(panel)
    column.setContentsMargins(25, 16, 25, 16)
    column.setSpacing(14)
    cards = QHBoxLayout()
    cards.setSpacing(12)
    for number, (environment, label) in enumerate(
        (
            (Environment.LIVE, "Real bills are paid with the shop’s balance."),
            (Environment.TEST, "The service’s test computer. Not for customers."),
            (Environment.PRACTICE, "Inside this computer only. For learning."),
        )
    ):
        card = ChoiceCard(theme, environment, environment.value.upper(), label)
        card.setChecked(number == 0)
        cards.addWidget(card)
    column.addLayout(cards)
    column.addWidget(
        Banner(theme, BannerKind.GOOD, "The connection works.", "Balance Rs. 45,210.50.")
    )
    looks = QHBoxLayout()
    for number, (look, label) in enumerate(
        (("light", "Light"), ("dark", "Dark"), ("system", "As Windows"))
    ):
        choice = LookCard(theme, look, label)
        choice.setChecked(number == 0)
        looks.addWidget(choice)
    looks.addStretch(1)
    column.addLayout(looks)
    printer = Select(theme, "Printer", icon="printer")
    printer.addItem("80mm Series Printer", "a")
    column.addWidget(printer, 0, Qt.AlignmentFlag.AlignLeft)
    column.addStretch(1)
    body.addWidget(panel, 1)
    return frame


WINDOWS: dict[str, Callable[[Theme], QWidget]] = {
    "providers": providers,
    "packages": packages,
    "confirm": confirm,
    "sending": sending,
    "result": result,
    "payments": payments,
    "settings": settings,
    "first_start": first_start,
    "keys": keys,
    "looking_up": looking_up,
    "duplicate": duplicate,
}
