"""Whole windows for the gallery, composed of the kit as pages do it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

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
    EnvironmentFrame,
    EventLine,
    EventList,
    EventMark,
    Fact,
    Figure,
    Footer,
    KeyHint,
    KeyValueList,
    KeyValueRow,
    Line,
    LookCard,
    MoneyTable,
    Monogram,
    Panel,
    PanelLook,
    PlainLabel,
    QuickAmount,
    Rail,
    RecentRow,
    ResultPanel,
    Row,
    ScrollPreview,
    Select,
    SideNav,
    Spinner,
    StepBar,
    StepState,
    TextField,
    Tile,
    Timeline,
    TimelineStep,
    Tone,
    TopBar,
    Variant,
)

_RAIL = (
    ("new", "square-plus", "New payment", "नयाँ भुक्तानी", "F2", "New", "नयाँ"),
    ("payments", "list", "Payments", "भुक्तानी सूची", "F3", "", ""),
    ("waiting", "clock", "Waiting", "पर्खाइमा", "F4", "", ""),
    ("close", "banknote", "Day close", "दिनको हिसाब", "F6", "", ""),
    ("customers", "users", "Customers", "ग्राहक", "F7", "", ""),
    ("settings", "settings-2", "Settings", "सेटिङ", "F12", "", ""),
)
_STEPS = ("Provider", "Customer", "Package or bill", "Confirm", "Receipt")
_STEPS_NE = ("कम्पनी", "ग्राहक", "प्याकेज वा बिल", "पक्का गर्ने", "रसिद")


def words(theme: Theme, english: str, nepali: str) -> str:
    """The one of the two that the theme wants."""
    return nepali if theme.nepali else english


def window(
    theme: Theme, environment: Environment, current: str = "new", enabled: bool = True
) -> tuple[QWidget, QVBoxLayout]:
    """Frame, rail and top bar; the layout takes the page."""
    frame = EnvironmentFrame(theme)
    frame.set_environment(
        environment, environment.value.upper(), "Nothing is paid and no money moves."
    )
    across = QHBoxLayout()
    across.setSpacing(0)
    frame.content.addLayout(across)
    rail = Rail(theme, words(theme, "Bhuktani", "भुक्तानी"))
    for item, icon, english, nepali, key, short, short_ne in _RAIL:
        rail.add(item, icon, words(theme, english, nepali), key, words(theme, short, short_ne))
    rail.select(current)
    rail.item("waiting").set_badge("3")
    rail.set_help("F1", words(theme, "Keys and help", "किबोर्ड सहयोग"))
    rail.setEnabled(enabled)
    across.addWidget(rail)
    column = QVBoxLayout()
    column.setSpacing(0)
    across.addLayout(column, 1)
    top = TopBar(theme, refresh_label="Refresh")
    top.set_shop(words(theme, "Ganesh Kirana & Recharge", "गणेश किराना एन्ड रिचार्ज"))
    top.set_environment(environment, words(theme, environment.value.upper(), "लाइभ"))
    top.set_date(words(theme, "Sun, 2083 Mangsir 6", "आइतबार, 2083 मंसिर 6"))
    top.set_balance(words(theme, "Balance", "ब्यालेन्स"), words(theme, "Rs. ", "रु. ") + "45,210.50")
    top.set_operator(words(theme, "Sita", "सीता"))
    column.addWidget(top)
    ground = QWidget()
    ground.setAutoFillBackground(True)
    column.addWidget(ground, 1)
    page = QVBoxLayout(ground)
    page.setContentsMargins(0, 0, 0, 0)
    page.setSpacing(0)
    return frame, page


def inner(theme: Theme, page: QVBoxLayout, current: int, note: str = "") -> QVBoxLayout:
    """Step bar and the room between it and the footer."""
    side = theme.metrics.padding
    steps = StepBar(theme, _STEPS_NE if theme.nepali else _STEPS, current)
    steps.set_note(note)
    bar = QHBoxLayout()
    bar.setContentsMargins(side, 0, side, 0)
    bar.addWidget(steps)
    page.addLayout(bar)
    body = QVBoxLayout()
    body.setContentsMargins(side, 4 if not theme.compact else 0, side, 10 if theme.compact else 16)
    body.setSpacing(12 if not theme.compact else 8)
    page.addLayout(body, 1)
    return body


def back(theme: Theme) -> Button:
    """The Back button."""
    return Button(theme, words(theme, "Back", "पछाडि"), key="Esc")


def providers(theme: Theme) -> QWidget:
    """Step 1."""
    frame, page = window(theme, Environment.PRACTICE if theme.nepali else Environment.LIVE)
    body = inner(theme, page, 0)
    across = QHBoxLayout()
    across.setSpacing(theme.metrics.gap)
    body.addLayout(across, 1)
    left = QVBoxLayout()
    left.setSpacing(16 if not theme.compact else 10)
    head = QHBoxLayout()
    title = words(theme, "Choose the provider", "कम्पनी छान्नुहोस्")
    head.addWidget(PlainLabel(theme, title, TextRole.TITLE))
    head.addStretch(1)
    search = TextField(theme, "Filter", placeholder="Type to filter, e.g. “vi”", icon="search",
                       height=48, role=TextRole.SUBHEADING)
    search.setFixedWidth(330)
    head.addWidget(search)
    left.addLayout(head)
    grid = QGridLayout()
    grid.setSpacing(theme.metrics.tile_gap)
    names = (
        ("WorldLink", "WL", "worldlink-v2"), ("Vianet", "VN", "vianet-updated"),
        ("Subisu", "SU", "subisu"), ("DishHome Fiber", "DH", "dishhome"),
        ("NT FTTH", "NT", "nt"), ("Classic Tech", "CT", "classic"),
        ("Websurfer", "WS", "websurfer"), ("Techminds", "TM", "techminds"), ("CG Net", "CG", "cg"),
    )  # fmt: skip
    for number, (name, letters, slug) in enumerate(names):
        tile = Tile(theme, name, letters, slug, digit=str(number + 1))
        tile.set_selected(number == 0)
        if number == 7:
            tile.set_note("not available, tried 2:02 PM")
        grid.addWidget(tile, number // 3, number % 3)
    left.addLayout(grid)
    left.addStretch(1)
    across.addLayout(left, 1)
    panel = Panel(theme)
    panel.setFixedWidth(318 if theme.compact else 372)
    column = QVBoxLayout(panel)
    column.setContentsMargins(1, 0, 1, 1)
    column.setSpacing(0)
    heading = PlainLabel(theme, words(theme, "Recent customers", "भर्खरका ग्राहक"), TextRole.HEADING)
    heading.setContentsMargins(18, 10, 18, 8)
    column.addWidget(heading)
    for number in range(4 if theme.compact else 6):
        column.addWidget(Line(theme))
        recent = RecentRow(theme, "Ram Bahadur Thapa", "rambdr_thapa", "WL", "worldlink-v2",
                           key=f"Alt {number + 1}", remark="3 days left", urgent=number < 2)
        column.addWidget(recent)
    across.addWidget(panel)
    footer = Footer(theme)
    footer.add_left(KeyHint(theme, "1–9", words(theme, "Choose", "छान्ने")))
    footer.add_left(KeyHint(theme, "↑ ↓ ← →", words(theme, "Move", "सार्ने")), 6)
    footer.add_right(Button(theme, words(theme, "Next", "अगाडि"), Variant.PRIMARY, key="Enter"))
    page.addWidget(footer)
    return frame


def packages(theme: Theme) -> QWidget:
    """Step 3."""
    frame, page = window(theme, Environment.LIVE)
    note = words(
        theme, "The due is added only when the package changes", "प्याकेज फेर्दा मात्र बक्यौता थपिन्छ"
    )
    body = inner(theme, page, 2, note)
    strip = Panel(theme)
    across = QHBoxLayout(strip)
    side = 20 if not theme.compact else 14
    across.setContentsMargins(side, 10, side, 10)
    across.setSpacing(18 if not theme.compact else 14)
    across.addWidget(Monogram(theme, "WL", "worldlink-v2", 40 if theme.compact else 46))
    names = QVBoxLayout()
    names.setSpacing(0)
    names.addWidget(PlainLabel(theme, "online_due_and_package", TextRole.HEADING))
    names.addWidget(PlainLabel(theme, "Username: online_due_and_package", TextRole.LABEL, "text2"))
    across.addLayout(names, 1)
    for label, nepali, value in (
        ("Branch", "शाखा", "REGION2-NBU4"),
        ("Days left", "बाँकी दिन", "0"),
        ("Due so far", "अहिलेसम्मको बक्यौता", "Rs. 301.00"),
    ):
        across.addWidget(Line(theme, vertical=True))
        across.addWidget(Fact(theme, words(theme, label, nepali), value))
    strip.setFixedHeight(62 if theme.compact else 80)
    body.addWidget(strip)
    columns = (
        Column(title=words(theme, "Package", "प्याकेज"), stretch=True),
        Column(title=words(theme, "Duration", "अवधि"), width=130, compact_width=96, right=True),
        Column(title=words(theme, "Price", "मूल्य"), width=130, compact_width=102, right=True),
        Column(title=words(theme, "+ Due", "+ बक्यौता"), width=110, compact_width=74, right=True),
        Column(
            title=words(theme, "Total (Rs.)", "जम्मा (रु.)"),
            width=150, compact_width=120, right=True, strong=True,
        ),
    )  # fmt: skip
    table = MoneyTable(theme, columns, "Packages", digits=True, name="packages")
    days = words(theme, "days", "दिन")
    offers = (
        ("BTL 120Mbps/12mths With 1TV New Year Dhamaka 079", "—", "12,204.00", "—", "12,204.00"),
        ("WorldLink TurboSpeed Plus 150Mbps/12M", f"365 {days}", "13,108.00", "301.00", "13,409.00"),
        ("Smart Offer (1TV) 2079 200mbps/12mths", f"365 {days}", "16,272.00", "301.00", "16,573.00"),
        ("BTL 120Mbps/3mths With 1TV New Year Dhamaka 079 and a name that is so long that it "
         "wraps to a second line", f"90 {days}", "3,220.00", "301.00", "3,521.00"),
        ("Special BTL 120Mbps/mth (1TV)", f"30 {days}", "1,356.00", "301.00", "1,657.00"),
        ("Smart Offer (1TV) 2079 250mbps/12mths", f"365 {days}", "16,950.00", "301.00", "17,251.00"),
        ("New Smart Offer (1TV) 2081 200Mbps/6mths", f"180 {days}", "8,927.00", "301.00", "9,228.00"),
        ("New smart Offer (1TV) 2081 200Mbps/24mths", f"730 {days}", "23,041.00", "301.00", "23,342.00"),
    )  # fmt: skip
    table.set_rows(
        [
            Row(
                id=str(number),
                digit=str(number + 1),
                cells=(
                    Cell(text=cells[0], badge="" if number else words(theme, "Current", "अहिलेको")),
                    *cells[1:],
                ),
            )
            for number, cells in enumerate(offers)
        ]
    )
    table.choose("4")
    body.addWidget(table, 1)
    footer = Footer(theme)
    footer.add_left(back(theme))
    if not theme.compact:
        footer.add_left(KeyHint(theme, "1–8", words(theme, "Choose", "छान्ने")))
    total = Fact(theme, words(theme, "Total", "जम्मा"), "Rs. 1,657.00", role=TextRole.TOTAL)
    footer.add_right(total)
    footer.add_right(Button(theme, words(theme, "Next", "अगाडि"), Variant.PRIMARY, key="Enter"))
    page.addWidget(footer)
    return frame


def confirm(theme: Theme) -> QWidget:
    """Step 4."""
    environment = Environment.TEST if theme.dark else Environment.LIVE
    frame, page = window(theme, environment)
    body = inner(theme, page, 3, "WorldLink")
    across = QHBoxLayout()
    across.setSpacing(theme.metrics.gap)
    body.addLayout(across, 1)
    left = Panel(theme)
    column = QVBoxLayout(left)
    side = 18 if theme.compact else 26
    column.setContentsMargins(side, 10, side, 10)
    column.setSpacing(0)
    rupees = words(theme, "Rs.", "रु.")
    total = words(theme, "Total to pay", "तिर्नुपर्ने जम्मा")
    column.addWidget(PlainLabel(theme, total, TextRole.SUBHEADING, "text2"))
    column.addWidget(PlainLabel(theme, f"{rupees} 1,657.00", TextRole.FIGURE))
    in_words = words(
        theme, "One thousand six hundred fifty-seven rupees only", "एक हजार छ सय सन्ताउन्न रुपैयाँ मात्र"
    )
    column.addWidget(PlainLabel(theme, in_words, TextRole.SUBHEADING, "text2", wrap=True))
    column.addSpacing(8)
    rows = KeyValueList(theme)
    rows.add(KeyValueRow(theme, words(theme, "Customer", "ग्राहक"), "online_due_and_package"))
    rows.add(KeyValueRow(theme, words(theme, "Username", "युजरनेम"), "online_due_and_package"))
    rows.add(KeyValueRow(theme, words(theme, "Package", "प्याकेज"), "Special BTL 120Mbps/mth (1TV)"))
    rows.add(KeyValueRow(theme, words(theme, "Package price", "प्याकेजको मूल्य"), amount="1,356.00"))
    used = words(theme, "used 9 days of the old package", "पुरानो प्याकेज 9 दिन चलेको")
    due = words(theme, "Due so far", "अहिलेसम्मको बक्यौता")
    rows.add(KeyValueRow(theme, due, note=used, amount="301.00"))
    rows.add(
        KeyValueRow(theme, words(theme, "Total", "जम्मा"), amount=f"{rupees} 1,657.00", total=True)
    )
    column.addWidget(rows)
    column.addStretch(1)
    across.addWidget(left, 1)
    across.addWidget(_cash(theme, rupees))
    footer = Footer(theme)
    footer.add_left(back(theme))
    if not theme.compact:
        footer.add_left(KeyHint(theme, "F8", words(theme, "Exact cash", "ठ्याक्कै नगद")))
    pay = words(theme, "Pay Rs. 1,657.00", "रु. 1,657.00 भुक्तानी गर्नुहोस्")
    button = Button(theme, pay, Variant.PAY, key="Enter")
    button.set_environment(environment)
    footer.add_right(button)
    page.addWidget(footer)
    return frame


def _cash(theme: Theme, rupees: str) -> Panel:
    right = Panel(theme)
    right.setFixedWidth(370 if theme.compact else 428)
    column = QVBoxLayout(right)
    side = 16 if theme.compact else 22
    column.setContentsMargins(side, 12, side, 16)
    column.setSpacing(12)
    label = words(theme, "Cash received", "लिएको नगद")
    column.addWidget(PlainLabel(theme, label, TextRole.STRONG))
    cash = TextField(theme, label, big=True, right=True, prefix=rupees)
    cash.set_text("2,000")
    column.addWidget(cash)
    amounts = QHBoxLayout()
    amounts.setSpacing(10)
    for number, (amount, hint) in enumerate((("1,657", "Exact · F8"), ("1,700", "Alt 1"), ("2,000", "Alt 2"))):
        quick = QuickAmount(theme, amount, hint)
        quick.set_chosen(number == 2)
        amounts.addWidget(quick)
    column.addLayout(amounts)
    change = Panel(theme, PanelLook.INFO, radius=10)
    line = QHBoxLayout(change)
    line.setContentsMargins(18, 4, 18, 4)
    line.addWidget(PlainLabel(theme, words(theme, "Change to give", "फिर्ता दिने"), TextRole.SUBHEADING), 1)
    line.addWidget(Figure(theme, f"{rupees} 343.00", TextRole.CHANGE))
    column.addWidget(change)
    column.addStretch(1)
    column.addWidget(Line(theme))
    line_a = KeyValueRow(theme, words(theme, "Balance now", "अहिलेको ब्यालेन्स"), f"{rupees} 45,210.50", opposite=True, height=22)
    column.addWidget(line_a)
    return right


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
                    "Up to 60 seconds. If none comes, the payment goes to Waiting and is checked by itself.",
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
    for label, value in (("Package", "Special BTL 120Mbps/mth (1TV), 30 days"), ("Receipt no.", "000131"),
                         ("Transaction id", "5033"), ("Paid at", "2:18:11 PM, 2083 Mangsir 6")):
        rows.add(KeyValueRow(theme, label, value, opposite=True))
    panel.body.addWidget(rows)
    across.addWidget(panel, 1)
    preview = ScrollPreview(theme, "Receipt 000131", "80 mm")
    preview.setFixedWidth(316 if theme.compact else 352)
    preview.add_button(Button(theme, "Print", key="F9", icon="printer", size=ButtonSize.SMALL, side=True))
    preview.add_button(Button(theme, "Save PDF", key="Ctrl S", size=ButtonSize.SMALL, side=True))
    from PySide6.QtGui import QPixmap

    paper = QPixmap(576, 1400)
    paper.fill(Qt.GlobalColor.white)
    preview.set_picture(paper, 276 if theme.compact else 300)
    across.addWidget(preview)
    footer = Footer(theme)
    footer.add_left(Button(theme, words(theme, "Same customer again", "उही ग्राहक फेरि"), key="Ctrl N"))
    new = Button(theme, words(theme, "New payment", "नयाँ भुक्तानी"), Variant.PRIMARY, key="Enter", size=ButtonSize.BIG)
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
    for label, value, icon in (("Date", "Today, 2083 Mangsir 6", "calendar"), ("Provider", "All", ""), ("State", "All", "")):
        select = Select(theme, label, label=label, icon=icon)
        select.addItem(value, value)
        select.set_active(bool(icon))
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
    states = tuple(zip(Tone, ("PAID", "WAITING", "NOT PAID", "CASH RETURNED", "ASK SUPPORT"), strict=True))
    table.set_rows(
        [
            Row(
                id=str(number),
                cells=(
                    "2:05 PM", f"0001{number:02}",
                    Cell(text="Anita Gurung", second="WorldLink · anita_gurung9", strong=True,
                         monogram=("WL", "worldlink-v2")),
                    "2,260.00",
                    Cell(chip=states[number % 5]),
                ),
            )
            for number in range(12)
        ]
    )  # fmt: skip
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
    for item, icon, label in (("shop", "store", "Shop and receipt"), ("connection", "plug", "Connection"),
                              ("look", "globe", "Language and look"), ("backup", "download", "Backup")):
        nav.add(item, icon, label)
    nav.select("connection")
    body.addWidget(nav)
    panel = Panel(theme)
    column = QVBoxLayout(panel)
    column.setContentsMargins(25, 16, 25, 16)
    column.setSpacing(14)
    cards = QHBoxLayout()
    cards.setSpacing(12)
    for number, (environment, label) in enumerate((
        (Environment.LIVE, "Real bills are paid with the shop’s balance."),
        (Environment.TEST, "The service’s test computer. Not for customers."),
        (Environment.PRACTICE, "Inside this computer only. For learning."),
    )):
        card = ChoiceCard(theme, environment, environment.value.upper(), label)
        card.setChecked(number == 0)
        cards.addWidget(card)
    column.addLayout(cards)
    column.addWidget(Banner(theme, BannerKind.GOOD, "The connection works.", "Balance Rs. 45,210.50."))
    looks = QHBoxLayout()
    for number, (look, label) in enumerate((("light", "Light"), ("dark", "Dark"), ("system", "As Windows"))):
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
}
