"""Pages outside the payment for the gallery: first start, keys, a possible second payment."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.environment import Environment
from desktop_app.ui.theme import TextRole, Theme
from desktop_app.ui.widgets import (
    Button,
    ButtonSize,
    CheckBox,
    FieldState,
    Footer,
    Icon,
    InlineMessage,
    KeyCap,
    KeyHint,
    Line,
    Logo,
    MixedLabel,
    Overlay,
    Panel,
    PanelLook,
    PlainLabel,
    ProgressLine,
    Segments,
    Span,
    Spinner,
    StartCard,
    TextField,
    Variant,
)
from tests.gallery_frame import back, inner, window, words
from tests.gallery_steps import providers

_KEYS = (
    ("Everywhere", (("F1", "This page"), ("F2", "New payment"), ("F12", "Settings"))),
    ("New payment", (("Enter", "Next, look up, pay"), ("Alt 1–6", "Recent customer, or amount"))),
    ("Result and lists", (("F9", "Print, or reprint as Copy"), ("Ctrl L", "English / नेपाली"))),
)


def first_start(theme: Theme) -> QWidget:
    """The page of the first start."""
    page = QWidget()
    page.setAutoFillBackground(True)
    column = QVBoxLayout(page)
    column.setContentsMargins(24, 20, 24, 20)
    top = QHBoxLayout()
    top.addStretch(1)
    language = Segments(theme, (("en", "English"), ("ne", "नेपाली")), "en")
    top.addWidget(language)
    column.addLayout(top)
    column.addStretch(1)
    head = QHBoxLayout()
    head.setSpacing(20)
    head.addStretch(1)
    head.addWidget(Logo(72))
    both = QVBoxLayout()
    both.setSpacing(0)
    welcome = words(theme, "Welcome to Bhuktani", "Bhuktani मा स्वागत छ")
    both.addWidget(PlainLabel(theme, welcome, TextRole.CHANGE))
    both.addWidget(PlainLabel(theme, "How do you want to start?", TextRole.SUBHEADING, "text2"))
    head.addLayout(both)
    head.addStretch(1)
    column.addLayout(head)
    column.addSpacing(22)
    cards = QHBoxLayout()
    cards.setSpacing(22)
    cards.addStretch(1)
    practice = StartCard(
        theme, Environment.PRACTICE, "PRACTICE", words(theme, "Practice first", "पहिले अभ्यास"),
        "Try every step with made-up customers. You can connect later.",
        ("No account needed", "No money moves, no internet needed", "Receipts say PRACTICE"),
        Button(theme, "Start practice", Variant.PRIMARY, key="Enter"), "1",
    )  # fmt: skip
    live = StartCard(
        theme, Environment.LIVE, "LIVE", words(theme, "Connect the shop", "पसल जोड्नुहोस्"),
        "You have a token from your service account, with balance on it.",
        ("Enter the shop’s name for receipts", "Paste the token, test it", "Choose the printer"),
        Button(theme, "Connect", key="2"), "2",
    )  # fmt: skip
    practice.setChecked(True)
    for card in (practice, live):
        card.setFixedWidth(430)
        cards.addWidget(card)
    cards.addStretch(1)
    column.addLayout(cards)
    column.addStretch(2)
    practice.setFocus()
    return page


def keys(theme: Theme) -> QWidget:
    """The page of keys over step 1."""
    below = providers(theme)
    overlay = Overlay(theme, below, "Keys", width=1060 if not theme.compact else 1000)
    head = QHBoxLayout()
    head.addWidget(PlainLabel(theme, "Keys", TextRole.TITLE))
    head.addStretch(1)
    head.addWidget(Button(theme, "Close", key="Esc", size=ButtonSize.SMALL))
    overlay.body.addLayout(head)
    overlay.body.addSpacing(12)
    across = QHBoxLayout()
    across.setSpacing(34)
    for title, rows in _KEYS:
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(PlainLabel(theme, title, TextRole.STRONG, "text2"))
        for key, what in rows:
            column.addWidget(Line(theme))
            cap = KeyCap(theme, key, large=True)
            line = QHBoxLayout()
            line.setSpacing(0)
            line.addWidget(cap)
            line.addSpacing(max(14, 92 - cap.sizeHint().width()))
            line.addWidget(PlainLabel(theme, what), 1)
            column.addLayout(line)
        column.addStretch(1)
        across.addLayout(column, 1)
    overlay.body.addLayout(across)
    below.show()
    overlay.open()
    return below


def looking_up(theme: Theme) -> QWidget:
    """Step 2 while it looks up, with what else the step can show."""
    frame, page = window(theme, Environment.LIVE)
    body = inner(theme, page, 1)
    field = TextField(theme, "Username", big=True)
    field.setText("online_due_and_package")
    field.set_state(FieldState.LOCKED)
    body.addWidget(field)
    panel = Panel(theme)
    across = QHBoxLayout(panel)
    across.setContentsMargins(28, 24, 28, 24)
    across.setSpacing(24)
    across.addWidget(Spinner(theme))
    column = QVBoxLayout()
    column.setSpacing(0)
    title = words(theme, "Looking up the customer at WorldLink…", "खोज्दै छ…")
    column.addWidget(PlainLabel(theme, title, TextRole.HEADING))
    column.addWidget(PlainLabel(theme, "6 seconds. Nothing is paid in this step.", colour="text2"))
    column.addSpacing(12)
    line = ProgressLine(theme)
    line.set_share(0.4)
    column.addWidget(line)
    across.addLayout(column, 1)
    across.addWidget(Button(theme, words(theme, "Cancel", "रद्द गर्नुहोस्"), key="Esc"))
    body.addWidget(panel)
    body.addWidget(InlineMessage(theme, "As printed on the customer’s bill, e.g. ram_home01."))
    body.addWidget(InlineMessage(theme, "“-” cannot be part of a Vianet customer ID.", bad=True))
    match = (Span("ram", True, "accenttext", True), Span("bdr_thapa"))
    body.addWidget(MixedLabel(theme, match))
    body.addStretch(1)
    footer = Footer(theme)
    footer.add_left(KeyHint(theme, "Esc", "Cancel the look-up"))
    off = Button(theme, "Look up", Variant.PRIMARY, key="Enter", icon="search")
    off.setEnabled(False)
    footer.add_right(off)
    page.addWidget(footer)
    return frame


def duplicate(theme: Theme) -> QWidget:
    """Step 4 with a possible second payment."""
    frame, page = window(theme, Environment.LIVE)
    body = inner(theme, page, 3, "WorldLink")
    panel = Panel(theme, PanelLook.CAUTION)
    row = QHBoxLayout(panel)
    row.setContentsMargins(24, 15, 21, 15)
    row.setSpacing(16)
    row.addWidget(Icon(theme, "triangle-alert", 36, "waittext"), 0, Qt.AlignmentFlag.AlignTop)
    column = QVBoxLayout()
    column.setSpacing(0)
    paid = words(
        theme,
        "Rs. 1,657.00 was already paid for this customer today at 10:42 AM — receipt 000123",
        "यो ग्राहकको रु. 1,657.00 आज 10:42 मा तिरिसकिएको छ — रसिद 000123",
    )
    column.addWidget(PlainLabel(theme, paid, TextRole.VALUE, wrap=True))
    column.addWidget(
        PlainLabel(theme, "Same package, same amount, taken by Ramesh.", colour="text2")
    )
    column.addSpacing(12)
    line = QHBoxLayout()
    line.setSpacing(14)
    stop = Button(theme, words(theme, "Stop, do not pay", "रोक्नुहोस्"), Variant.PRIMARY, key="Esc")
    line.addWidget(stop)
    line.addWidget(Button(theme, "Open receipt 000123", key="F9"))
    line.addStretch(1)
    again = words(theme, "The customer wants to pay again", "ग्राहक फेरि तिर्न चाहनुहुन्छ")
    line.addWidget(CheckBox(theme, again))
    column.addLayout(line)
    row.addLayout(column, 1)
    body.addWidget(panel)
    body.addStretch(1)
    footer = Footer(theme)
    footer.add_left(back(theme))
    footer.add_right(PlainLabel(theme, "Stopped: possible second payment", TextRole.LABEL, "text2"))
    pay = Button(theme, "Pay Rs. 1,657.00", Variant.PAY)
    pay.setEnabled(False)
    footer.add_right(pay)
    page.addWidget(footer)
    stop.setFocus()
    return frame
