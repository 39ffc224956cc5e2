"""Steps of a payment for the gallery, composed of the kit as pages do it."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.environment import Environment
from desktop_app.ui.theme import TextRole, Theme
from desktop_app.ui.widgets import (
    Button,
    Cell,
    Column,
    Fact,
    FactText,
    Figure,
    Footer,
    KeyHint,
    KeyValueList,
    KeyValueRow,
    Line,
    MoneyTable,
    Monogram,
    Panel,
    PanelLook,
    PlainLabel,
    QuickAmount,
    RecentItem,
    RecentList,
    Row,
    RowText,
    TextField,
    TileItem,
    TileList,
    Variant,
)
from tests.gallery_frame import back, inner, window, words

OFFERS = (
    ("BTL 120Mbps/12mths With 1TV New Year Dhamaka 079", "", "12,204.00", "—", "12,204.00"),
    ("WorldLink TurboSpeed Plus 150Mbps/12M", "365", "13,108.00", "301.00", "13,409.00"),
    ("Smart Offer (1TV) 2079 200mbps/12mths", "365", "16,272.00", "301.00", "16,573.00"),
    (
        "BTL 120Mbps/3mths With 1TV New Year Dhamaka 079 and a name that wraps to a second line",
        *("90", "3,220.00", "301.00", "3,521.00"),
    ),
    ("Special BTL 120Mbps/mth (1TV)", "30", "1,356.00", "301.00", "1,657.00"),
    ("Smart Offer (1TV) 2079 250mbps/12mths", "365", "16,950.00", "301.00", "17,251.00"),
    ("New Smart Offer (1TV) 2081 200Mbps/6mths", "180", "8,927.00", "301.00", "9,228.00"),
    ("New smart Offer (1TV) 2081 200Mbps/24mths", "730", "23,041.00", "301.00", "23,342.00"),
)


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
    search = TextField(
        theme,
        "Filter",
        placeholder="Type to filter, e.g. “vi”",
        icon="search",
        height=48,
    )
    search.setFixedWidth(330)
    head.addWidget(search)
    left.addLayout(head)
    names = (
        ("WorldLink", "WL", "worldlink-v2"),
        ("Vianet", "VN", "vianet-updated"),
        ("Subisu", "SU", "subisu"),
        ("DishHome Fiber", "DH", "dishhome"),
        ("NT FTTH", "NT", "nt"),
        ("Classic Tech", "CT", "classic"),
        ("Websurfer", "WS", "websurfer"),
        ("Techminds", "TM", "techminds"),
        ("CG Net", "CG", "cg"),
    )
    tiles = TileList(theme, "Providers", name="gallery.tile.list")
    items = []
    for number, (name, letters, slug) in enumerate(names, 1):
        note = "retired by the service" if number == 8 else ""
        items.append(TileItem.made(slug, name, letters, digit=str(number), note=note))
    tiles.show_tiles(items, large=False)
    left.addWidget(tiles, 1000)
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
    column.addWidget(Line(theme))
    recent = RecentList(theme, "Recent customers")
    recent.show_items(
        [
            RecentItem.made(
                str(number),
                "Ram Bahadur Thapa",
                "rambdr_thapa",
                "WL",
                "worldlink-v2",
                key=f"Alt {number + 1}",
                remark="3 days left",
                urgent=number < 2,
            )
            for number in range(4 if theme.compact else 6)
        ]
    )
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
    across.setContentsMargins(side, 5, side, 5)
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
        across.addWidget(Fact(theme, FactText(words(theme, label, nepali), value)))
    strip.setFixedHeight(62 if theme.compact else 80)
    body.addWidget(strip)
    columns = (
        Column(title=words(theme, "Package", "प्याकेज"), stretch=True),
        Column(title=words(theme, "Duration", "अवधि"), width=130, compact_width=96, right=True),
        Column(title=words(theme, "Price", "मूल्य"), width=130, compact_width=102, right=True),
        Column(title=words(theme, "+ Due", "+ बक्यौता"), width=110, compact_width=74, right=True),
        Column(
            title=words(theme, "Total (Rs.)", "जम्मा (रु.)"),
            width=150,
            compact_width=120,
            right=True,
            strong=True,
        ),
    )
    table = MoneyTable(theme, columns, "Packages", digits=True, name="packages")
    days = words(theme, "days", "दिन")
    table.set_rows(
        [
            Row(
                id=str(number),
                digit=str(number + 1),
                cells=(
                    Cell(text=cells[0], badge="" if number else words(theme, "Current", "अहिलेको")),
                    f"{cells[1]} {days}" if cells[1] else "—",
                    *cells[2:],
                ),
            )
            for number, cells in enumerate(OFFERS)
        ]
    )
    table.choose("4")
    body.addWidget(table, 1)
    footer = Footer(theme)
    footer.add_left(back(theme))
    if not theme.compact:
        footer.add_left(KeyHint(theme, "1–8", words(theme, "Choose", "छान्ने")))
    total = Fact(
        theme, FactText(words(theme, "Total", "जम्मा"), "Rs. 1,657.00", role=TextRole.TOTAL)
    )
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
    rows.add(
        KeyValueRow(theme, RowText(words(theme, "Customer", "ग्राहक"), "online_due_and_package"))
    )
    rows.add(
        KeyValueRow(theme, RowText(words(theme, "Username", "युजरनेम"), "online_due_and_package"))
    )
    rows.add(
        KeyValueRow(
            theme, RowText(words(theme, "Package", "प्याकेज"), "Special BTL 120Mbps/mth (1TV)")
        )
    )
    rows.add(
        KeyValueRow(theme, RowText(words(theme, "Package price", "प्याकेजको मूल्य"), amount="1,356.00"))
    )
    used = words(theme, "used 9 days of the old package", "पुरानो प्याकेज 9 दिन चलेको")
    due = words(theme, "Due so far", "अहिलेसम्मको बक्यौता")
    rows.add(KeyValueRow(theme, RowText(due, note=used, amount="301.00")))
    rows.add(
        KeyValueRow(
            theme,
            RowText(words(theme, "Total", "जम्मा"), amount=f"{rupees} 1,657.00", is_total=True),
        )
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
    cash.setText("2,000")
    column.addWidget(cash)
    amounts = QHBoxLayout()
    amounts.setSpacing(10)
    for number, (amount, hint) in enumerate(
        (("1,657", "Exact · F8"), ("1,700", "Alt 1"), ("2,000", "Alt 2"))
    ):
        quick = QuickAmount(theme, amount, hint)
        quick.set_chosen(number == 2)
        amounts.addWidget(quick)
    column.addLayout(amounts)
    change = Panel(theme, PanelLook.INFO, radius=10)
    line = QHBoxLayout(change)
    line.setContentsMargins(18, 4, 18, 4)
    line.addWidget(
        PlainLabel(theme, words(theme, "Change to give", "फिर्ता दिने"), TextRole.SUBHEADING), 1
    )
    line.addWidget(Figure(theme, f"{rupees} 343.00", TextRole.CHANGE))
    column.addWidget(change)
    column.addStretch(1)
    column.addWidget(Line(theme))
    line_a = KeyValueRow(
        theme,
        RowText(words(theme, "Balance now", "अहिलेको ब्यालेन्स"), f"{rupees} 45,210.50"),
        opposite=True,
        height=22,
    )
    column.addWidget(line_a)
    return right
