"""The kit's widgets: plain text, nothing cut, keys and clicks, focus that can be seen."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QKeyEvent, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core.environment import Environment
from desktop_app.ui.assets import load_fonts
from desktop_app.ui.theme import SEMIBOLD, TextRole, Theme
from desktop_app.ui.widgets import (
    Banner,
    BannerKind,
    Button,
    ButtonSize,
    CheckBox,
    Chip,
    ChoiceCard,
    CurrentBadge,
    EnvironmentBadge,
    EnvironmentFrame,
    EventLine,
    EventList,
    FieldState,
    Figure,
    Footer,
    IconButton,
    IdLabel,
    KeyHint,
    KeyValueList,
    KeyValueRow,
    LookCard,
    MixedLabel,
    Monogram,
    Overlay,
    Panel,
    PlainLabel,
    ProgressLine,
    QuickAmount,
    Rail,
    RecentRow,
    ResultHeader,
    Segments,
    Select,
    Span,
    Spinner,
    StartCard,
    StepBar,
    StepState,
    TextField,
    Tile,
    Timeline,
    TimelineStep,
    Toggle,
    Tone,
    TopBar,
    Variant,
    monogram_fill,
    ring_of,
)
from desktop_app.ui.widgets.paint import line_height, literal, wrap

# Qt's "offscreen" platform says this of every window with a least size.
pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support propagateSizeHints", extend=True
)

EVIL = "<b>1,000</b> &amp; <img src=x>"
LONG = "Special BTL 120Mbps/mth (1TV) New Year Dhamaka 079 with everything that fits on no line"
STACKED = "ट्ठूँ ङ्क्ष्रू कैंर्कौं"
BUTTONS: dict[str, Callable[[Theme], QAbstractButton]] = {
    "primary": lambda theme: Button(theme, "Next", Variant.PRIMARY, key="Enter"),
    "secondary": lambda theme: Button(theme, "Back", key="Esc"),
    "pay": lambda theme: Button(theme, "Pay", Variant.PAY),
    "link": lambda theme: Button(theme, "Clear filters", Variant.LINK),
    "tile": lambda theme: Tile(theme, "WorldLink", "WL", "worldlink-v2", digit="1"),
    "quick amount": lambda theme: QuickAmount(theme, "1,700", "Alt 1"),
    "toggle": lambda theme: Toggle(theme, "Sound"),
    "check box": lambda theme: CheckBox(theme, "The customer wants to pay again"),
    "choice card": lambda theme: ChoiceCard(theme, Environment.TEST, "TEST", "For testing"),
    "look card": lambda theme: LookCard(theme, "dark", "Dark"),
    "recent row": lambda theme: RecentRow(theme, "Ram", "ram_1", "WL", "worldlink-v2"),
    "icon button": lambda theme: IconButton(theme, "rotate-cw", "Refresh"),
}
ALL_BUTTONS = pytest.mark.parametrize("make", BUTTONS.values(), ids=BUTTONS.keys())


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    load_fonts()
    return Theme()


@pytest.fixture
def host(qtbot: QtBot) -> Iterator[QWidget]:
    """A window with a layout, large enough for anything."""
    window = QWidget()
    window.resize(900, 600)
    QVBoxLayout(window)
    qtbot.addWidget(window)
    yield window


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


# Plain text


def test_labels_show_markup_as_it_is(theme: Theme, qtbot: QtBot) -> None:
    for label in (
        PlainLabel(theme, EVIL),
        PlainLabel(theme, EVIL, wrap=True),
        Figure(theme, EVIL),
        IdLabel(theme, EVIL),
    ):
        qtbot.addWidget(label)
        assert label.textFormat() is Qt.TextFormat.PlainText
        assert label.text() == EVIL
        assert label.sizeHint().width() >= QFontMetrics(label.font()).horizontalAdvance("<b>1,000")


def test_mixed_text_shows_markup_as_it_is(theme: Theme, qtbot: QtBot) -> None:
    label = MixedLabel(theme, (Span(EVIL, strong=True), Span("<i>x</i>")))
    qtbot.addWidget(label)
    assert label.text() == f"{EVIL}<i>x</i>"
    width = QFontMetrics(theme.font(TextRole.BODY)).horizontalAdvance(label.text())
    assert label.heightForWidth(10_000) == line_height(label.text(), label.font())
    assert label._one_line() >= width


def test_tooltips_show_markup_as_it_is() -> None:
    assert literal("plain & simple") == "plain & simple"
    assert literal(EVIL) == ("<qt>&lt;b&gt;1,000&lt;/b&gt; &amp;amp; &lt;img src=x&gt;</qt>")
    assert literal("a<\nb") == "<qt>a&lt;<br>b</qt>"


def test_an_ampersand_makes_no_shortcut(theme: Theme, qtbot: QtBot) -> None:
    for button in (Button(theme, "R&D"), Tile(theme, "R&D", "RD", "rd")):
        qtbot.addWidget(button)
        assert button.text() == "R&D"
        assert button.accessibleName() == "R&D"
        assert button.shortcut().isEmpty()


# Nothing is cut


@pytest.mark.parametrize("scale", [1.0, 1.25])
@pytest.mark.parametrize("words", [LONG, STACKED, "नगद फिर्ता दिएँ"])
@pytest.mark.parametrize("size", ButtonSize)
def test_a_button_has_room_for_its_words(
    theme: Theme, qtbot: QtBot, words: str, size: ButtonSize, scale: float
) -> None:
    theme.update(text_scale=scale)
    button = Button(theme, words, Variant.PRIMARY, key="Ctrl Enter", icon="search", size=size)
    qtbot.addWidget(button)
    metrics = QFontMetrics(theme.sized_font(size.points, SEMIBOLD))
    needed = metrics.horizontalAdvance(words) + size.icon + 10
    assert button.minimumSizeHint().width() >= needed + 2 * size.margin
    assert button.minimumSizeHint().height() >= metrics.height()


@pytest.mark.parametrize("role", [TextRole.BODY, TextRole.LABEL, TextRole.HINT, TextRole.TITLE])
@pytest.mark.parametrize("wrapped", [False, True])
def test_signs_above_and_below_devanagari_are_not_cut(
    theme: Theme, qtbot: QtBot, role: TextRole, wrapped: bool
) -> None:
    theme.update(nepali=True)
    tight = PlainLabel(theme, STACKED, role, wrap=wrapped)
    roomy = PlainLabel(theme, STACKED, role, wrap=wrapped)
    roomy.setContentsMargins(0, 20, 0, 20)
    for label in (tight, roomy):
        qtbot.addWidget(label)
        label.resize(label.sizeHint())
    assert tight.height() + 40 == roomy.height()
    assert len(inked_rows(drawn(tight))) == len(inked_rows(drawn(roomy)))


def test_lines_of_devanagari_are_half_as_high_again(theme: Theme) -> None:
    font = theme.font(TextRole.BODY)
    assert line_height("नगद", font) == 24
    assert line_height("cash", font) == QFontMetrics(font).height()


def test_a_long_word_is_broken_and_characters_outside_the_basic_plane_survive(
    theme: Theme,
) -> None:
    font = theme.font(TextRole.BODY)
    rows = wrap("wetherspooncafe21424" * 3, font, 90)
    assert "".join(rows) == "wetherspooncafe21424" * 3
    assert all(QFontMetrics(font).horizontalAdvance(row) <= 90 for row in rows)
    assert "".join(wrap("😀😀😀 x", font, 10_000)) == "😀😀😀 x"
    assert wrap("one\ntwo", font, 500) == ["one", "two"]


def test_a_label_that_wraps_asks_for_the_height_it_needs(theme: Theme, qtbot: QtBot) -> None:
    label = PlainLabel(theme, LONG, wrap=True)
    qtbot.addWidget(label)
    assert label.hasHeightForWidth()
    assert label.heightForWidth(150) > label.heightForWidth(400)


@pytest.mark.parametrize(
    "words", ["DishHome Fiber", "Broadband Solutions Nepal", "Kathmandu Communications"]
)
@pytest.mark.parametrize("compact", [False, True])
def test_the_name_on_a_tile_is_whole(theme: Theme, qtbot: QtBot, words: str, compact: bool) -> None:
    theme.update(compact=compact)
    tile = Tile(theme, words, "XX", "x", digit="9")
    qtbot.addWidget(tile)
    tile.resize(206, tile.sizeHint().height())
    side, margin, gap = tile._measures()
    area = QRect(margin + side + gap, 0, 0, tile.height())
    font, names = tile._fitted_name(area)
    assert " ".join(names) == words
    assert all(QFontMetrics(font).horizontalAdvance(name) <= area.width() for name in names)


def test_chips_and_badges_grow_with_their_words(theme: Theme, qtbot: QtBot) -> None:
    for words in ("PAID", "सपोर्टलाई सोध्ने", LONG):
        for widget in (
            Chip(theme, Tone.ASK_SUPPORT, words),
            EnvironmentBadge(theme, Environment.TEST, words),
            CurrentBadge(theme, words),
        ):
            qtbot.addWidget(widget)
            font = theme.sized_font(10.5, SEMIBOLD)
            assert widget.sizeHint().width() > QFontMetrics(font).horizontalAdvance(words)
            assert widget.accessibleName() == words


def test_a_banner_grows_with_its_words(theme: Theme, qtbot: QtBot) -> None:
    banner = Banner(theme, BannerKind.CAUTION, "Stop and think.", LONG * 3)
    qtbot.addWidget(banner)
    assert banner.heightForWidth(300) > banner.heightForWidth(900) > 0
    assert EVIL not in banner.text()
    banner.set_text(EVIL)
    assert banner.text() == EVIL
    assert banner.accessibleName() == EVIL


def test_the_steps_are_never_cut(theme: Theme, qtbot: QtBot) -> None:
    bar = StepBar(theme, ("Provider", "Customer", "Package or bill", "Confirm", "Receipt"), 2)
    qtbot.addWidget(bar)
    assert bar.minimumSizeHint().width() == bar.steps_width()
    assert bar.accessibleName() == "3/5 Package or bill"
    theme.update(compact=True)
    assert bar.sizeHint().height() == 44
    assert bar.steps_width() <= 1093 - 88 - 32


def test_an_identifier_is_cut_in_the_middle_and_whole_in_the_tooltip(
    theme: Theme, qtbot: QtBot
) -> None:
    label = IdLabel(theme, "7f3c9a52e1d84b0c96a2f41d5b7e083c")
    qtbot.addWidget(label)
    label.resize(120, 24)
    label.show()
    assert "…" in label.shown_text()
    assert label.shown_text().startswith("7f3")
    assert label.shown_text().endswith("3c")
    assert label.toolTip() == label.text()
    label.resize(600, 24)
    assert label.shown_text() == label.text()
    assert label.toolTip() == ""


def test_labels_of_facts_share_one_width(theme: Theme, qtbot: QtBot) -> None:
    facts = KeyValueList(theme)
    qtbot.addWidget(facts)
    short = facts.add(KeyValueRow(theme, "A", "b"))
    long = facts.add(KeyValueRow(theme, "A label of some length here", "b"))
    assert short.label.width() == long.label.width() or (
        short.label.minimumWidth() == long.label.minimumWidth() > 138
    )
    facts.clear()
    assert facts.rows == ()


# Focus


@ALL_BUTTONS
def test_the_ring_is_drawn_outside_the_control(
    theme: Theme, qtbot: QtBot, host: QWidget, make: Callable[[Theme], QAbstractButton]
) -> None:
    button = make(theme)
    put(host, qtbot, button)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    ring = ring_of(theme, button)
    assert ring.control is button
    assert ring.isVisible()
    box = QRect(button.mapTo(host, QPoint(0, 0)), button.size())
    assert ring.geometry() == box.adjusted(-5, -5, 5, 5)
    assert ring.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    picture = host.grab().toImage()
    middle = box.center().y()
    assert picture.pixelColor(box.left() - 4, middle) == theme.colour("focus")
    assert picture.pixelColor(box.left() - 1, middle) != theme.colour("focus")


@ALL_BUTTONS
def test_the_ring_stays_after_a_click(
    theme: Theme, qtbot: QtBot, host: QWidget, make: Callable[[Theme], QAbstractButton]
) -> None:
    button = make(theme)
    put(host, qtbot, button)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert ring_of(theme, button).control is button


def test_the_ring_follows_the_focus_and_the_control(
    theme: Theme, qtbot: QtBot, host: QWidget
) -> None:
    first, second = Button(theme, "First"), Button(theme, "Second")
    put(host, qtbot, first, second)
    first.setFocus()
    second.setFocus()
    ring = ring_of(theme, first)
    assert ring.control is second
    host.resize(700, 400)
    qtbot.waitUntil(lambda: ring.geometry().topLeft() == second.pos() - QPoint(5, 5))
    second.hide()
    assert ring.control is not second


def test_the_ring_survives_the_end_of_its_control(
    theme: Theme, qtbot: QtBot, host: QWidget
) -> None:
    first, second = Button(theme, "First"), Button(theme, "Second")
    put(host, qtbot, first, second)
    first.setFocus()
    ring = ring_of(theme, first)
    with qtbot.waitSignal(first.destroyed):
        first.deleteLater()
    assert ring.control is not first
    second.setFocus()
    assert ring.control is second
    theme.update(dark=True)


def test_a_window_can_end_while_a_control_has_the_focus(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    button, field = Button(theme, "First"), TextField(theme, "Second")
    column.addWidget(button)
    column.addWidget(field)
    window.show()
    for control in (button, field):
        control.setFocus()
    with qtbot.waitSignal(window.destroyed):
        window.deleteLater()
    theme.update(dark=True)


def test_a_program_that_ends_with_the_ring_shown_ends_quietly() -> None:
    lines = (
        "from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget",
        "from desktop_app.ui.theme import Theme",
        "from desktop_app.ui.widgets import Button",
        "app = QApplication([])",
        "theme, window = Theme(), QWidget()",
        "button = Button(theme, 'Next')",
        "QVBoxLayout(window).addWidget(button)",
        "window.show()",
        "app.processEvents()",
        "button.setFocus()",
        "app.processEvents()",
    )
    ended = subprocess.run(
        [sys.executable, "-c", "\n".join(lines)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    said = ended.stderr.replace("This plugin does not support propagateSizeHints()", "")
    assert (ended.returncode, said.strip()) == (0, "")


def test_a_field_gets_its_own_ring_and_edge(theme: Theme, qtbot: QtBot, host: QWidget) -> None:
    field = TextField(theme, "Cash received", big=True)
    put(host, qtbot, field)
    field.setFocus()
    assert field.edit.hasFocus()
    picture = host.grab().toImage()
    at = field.mapTo(host, QPoint(0, field.height() // 2))
    assert picture.pixelColor(at.x(), at.y()) == theme.colour("focus")
    assert picture.pixelColor(at.x() - 2, at.y()) == theme.colour("accentline")


def test_tab_reaches_every_control(theme: Theme, qtbot: QtBot, host: QWidget) -> None:
    field = TextField(theme, "Field")
    controls = [make(theme) for make in BUTTONS.values()]
    put(host, qtbot, field, *controls)
    field.setFocus()
    reached = []
    for _ in controls:
        host.focusNextChild()
        reached.append(host.focusWidget())
    assert reached == controls


# Keys and clicks


@ALL_BUTTONS
def test_a_click_space_and_enter_each_press_once(
    theme: Theme, qtbot: QtBot, host: QWidget, make: Callable[[Theme], QAbstractButton]
) -> None:
    button = make(theme)
    put(host, qtbot, button)
    pressed: list[str] = []
    button.clicked.connect(lambda: pressed.append("x"))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(pressed) == 1
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
        pressed.clear()
        QTest.keyClick(button, key)
        assert len(pressed) == 1


@ALL_BUTTONS
def test_enter_held_down_does_not_repeat(
    theme: Theme, qtbot: QtBot, host: QWidget, make: Callable[[Theme], QAbstractButton]
) -> None:
    button = make(theme)
    put(host, qtbot, button)
    pressed: list[str] = []
    button.clicked.connect(lambda: pressed.append("x"))
    held = QKeyEvent(
        QKeyEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True
    )
    QApplication.sendEvent(button, held)
    assert pressed == []


def test_enter_alone_never_gives_cash_back(theme: Theme, qtbot: QtBot, host: QWidget) -> None:
    button = Button(theme, "Cash returned", Variant.DANGER, key="Ctrl R")
    put(host, qtbot, button)
    pressed: list[str] = []
    button.clicked.connect(lambda: pressed.append("x"))
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert pressed == []
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(pressed) == 1


@ALL_BUTTONS
def test_a_disabled_button_takes_nothing(
    theme: Theme, qtbot: QtBot, host: QWidget, make: Callable[[Theme], QAbstractButton]
) -> None:
    button = make(theme)
    put(host, qtbot, button)
    pressed: list[str] = []
    button.clicked.connect(lambda: pressed.append("x"))
    button.setEnabled(False)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert pressed == []


@ALL_BUTTONS
def test_every_control_has_a_name_for_readers(
    theme: Theme, qtbot: QtBot, make: Callable[[Theme], QAbstractButton]
) -> None:
    button = make(theme)
    qtbot.addWidget(button)
    assert button.accessibleName()


@pytest.mark.parametrize(
    ("environment", "token"),
    [
        (Environment.LIVE, "accent"),
        (Environment.TEST, "test"),
        (Environment.PRACTICE, "practice"),
    ],
)
def test_the_pay_button_has_the_environments_colour(
    theme: Theme, qtbot: QtBot, environment: Environment, token: str
) -> None:
    button = Button(theme, "Pay", Variant.PAY)
    qtbot.addWidget(button)
    button.set_environment(environment)
    button.resize(button.sizeHint())
    assert button.height() == 58
    wanted = QColor(getattr(theme.tokens, token))
    assert drawn(button).pixelColor(button.width() // 2, 4) == wanted


def test_a_side_button_loses_its_key_cap_in_a_small_window(theme: Theme, qtbot: QtBot) -> None:
    button = Button(theme, "Print", key="F9", size=ButtonSize.SMALL, side=True)
    qtbot.addWidget(button)
    wide = button.sizeHint().width()
    theme.update(compact=True)
    assert button.sizeHint().width() < wide


def test_a_locked_field_takes_no_text(theme: Theme, qtbot: QtBot, host: QWidget) -> None:
    field = TextField(theme, "Username")
    put(host, qtbot, field)
    field.set_text("ram")
    field.set_state(FieldState.LOCKED)
    QTest.keyClicks(field.edit, "x")
    assert field.text() == "ram"
    field.set_state(FieldState.REST)
    QTest.keyClicks(field.edit, "x")
    assert field.text() == "ramx"


def test_a_field_tells_about_text_and_enter(theme: Theme, qtbot: QtBot, host: QWidget) -> None:
    field = TextField(theme, "Username")
    put(host, qtbot, field)
    edited: list[str] = []
    changed: list[str] = []
    returned: list[bool] = []
    field.text_edited.connect(edited.append)
    field.text_changed.connect(changed.append)
    field.returned.connect(lambda: returned.append(True))
    field.set_text("a")
    QTest.keyClicks(field.edit, "b")
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert edited == ["ab"]
    assert changed == ["a", "ab"]
    assert returned == [True]


def test_a_secret_is_hidden_until_the_eye_is_pressed(
    theme: Theme, qtbot: QtBot, host: QWidget
) -> None:
    field = TextField(theme, "Token", secret=True, mono=True)
    field.set_eye_label("Show the token")
    put(host, qtbot, field)
    assert field.edit.echoMode() is QLineEdit.EchoMode.Password
    QTest.mouseClick(field._eye, Qt.MouseButton.LeftButton)
    assert field.edit.echoMode() is QLineEdit.EchoMode.Normal
    assert field._eye.accessibleName() == "Show the token"


def test_an_invalid_field_is_red_at_the_edge_only(
    theme: Theme, qtbot: QtBot, host: QWidget
) -> None:
    field = TextField(theme, "Customer ID")
    put(host, qtbot, Button(theme, "Other"), field)
    field.set_state(FieldState.INVALID)
    image = drawn(field)
    middle = field.height() // 2
    assert image.pixelColor(0, middle) == theme.colour("failsolid")
    assert image.pixelColor(6, middle) == theme.colour("surface")


def test_segments_tell_the_value_that_a_person_chose(
    theme: Theme, qtbot: QtBot, host: QWidget
) -> None:
    segments = Segments(theme, (("en", "English"), ("ne", "नेपाली")), "en", name="language")
    put(host, qtbot, segments)
    chosen: list[str] = []
    segments.chosen.connect(chosen.append)
    segments.set_value("ne")
    assert chosen == []
    QTest.mouseClick(segments._buttons["en"], Qt.MouseButton.LeftButton)
    assert chosen == ["en"]
    QTest.keyClick(segments._buttons["en"], Qt.Key.Key_Right)
    assert chosen == ["en", "ne"]
    assert segments.value() == "ne"


def test_a_select_keeps_its_value_in_sight(theme: Theme, qtbot: QtBot) -> None:
    select = Select(theme, "State", label="State")
    qtbot.addWidget(select)
    select.addItem("All", "all")
    select.addItem("WAITING and more", "waiting")
    font = theme.sized_font(11.5, SEMIBOLD)
    widest = QFontMetrics(font).horizontalAdvance("WAITING and more")
    assert select.sizeHint().width() > widest


# Parts of the window


def make_rail(theme: Theme) -> Rail:
    rail = Rail(theme, "Bhuktani")
    rail.add("new", "square-plus", "New payment", "F2", short="New")
    rail.add("waiting", "clock", "Waiting", "F4")
    rail.set_help("F1", "Keys and help")
    return rail


def test_the_rail_tells_what_a_person_chose(theme: Theme, qtbot: QtBot, host: QWidget) -> None:
    rail = make_rail(theme)
    put(host, qtbot, rail)
    chosen: list[str] = []
    rail.chosen.connect(chosen.append)
    rail.select("new")
    assert chosen == []
    QTest.mouseClick(rail.item("waiting"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(rail.item("waiting"), Qt.MouseButton.LeftButton)
    assert chosen == ["waiting", "waiting"]
    assert rail.current() == "waiting"
    rail.setEnabled(False)
    QTest.mouseClick(rail.item("new"), Qt.MouseButton.LeftButton)
    assert len(chosen) == 2


def test_the_rail_names_key_and_number_for_readers(theme: Theme, qtbot: QtBot) -> None:
    rail = make_rail(theme)
    qtbot.addWidget(rail)
    rail.item("waiting").set_badge("3")
    assert rail.item("waiting").accessibleName() == "Waiting, 3, F4"
    assert rail.item("waiting").badge() == "3"


def test_the_rail_is_narrow_in_a_small_window(theme: Theme, qtbot: QtBot) -> None:
    rail = make_rail(theme)
    qtbot.addWidget(rail)
    assert rail.width() == 214 or rail.maximumWidth() == 214
    theme.update(compact=True)
    assert rail.maximumWidth() == 88


def test_the_environment_is_marked_all_around(theme: Theme, qtbot: QtBot, host: QWidget) -> None:
    frame = EnvironmentFrame(theme)
    frame.content.addWidget(Panel(theme))
    put(host, qtbot, frame)
    assert not frame.band.isVisible()
    frame.set_environment(Environment.PRACTICE, "PRACTICE", "Nothing is paid.")
    assert frame.band.isVisible()
    assert frame.band.sizeHint().height() == 34
    assert frame.content.contentsMargins().left() == 4
    QApplication.processEvents()
    picture = frame.grab().toImage()
    wanted = theme.colour("practice")
    for x, y in ((1, frame.height() - 100), (frame.width() - 2, 300), (300, frame.height() - 2)):
        assert picture.pixelColor(x, y) == wanted
    frame.set_environment(Environment.LIVE, "", "")
    assert not frame.band.isVisible()
    assert frame.content.contentsMargins().left() == 0


def test_the_top_bar_asks_and_leaves_the_date_out_in_a_small_window(
    theme: Theme, qtbot: QtBot, host: QWidget
) -> None:
    bar = TopBar(theme, refresh_label="Refresh the balance")
    put(host, qtbot, bar)
    bar.set_shop("Ganesh Kirana & Recharge")
    bar.set_date("Sun, 2083 Mangsir 6")
    bar.set_balance("Balance", "Rs. 45,210.50", EVIL)
    bar.set_operator("सीता")
    bar.set_environment(Environment.LIVE, "LIVE")
    assert bar.date.isVisible()
    assert bar.balance.toolTip() == literal(EVIL)
    with qtbot.waitSignal(bar.refresh):
        QTest.mouseClick(bar.refresh_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(bar.operator):
        QTest.mouseClick(bar.operator_button, Qt.MouseButton.LeftButton)
    theme.update(compact=True)
    assert not bar.date.isVisible()
    assert bar.height() == 48 or bar.maximumHeight() == 48


def test_the_footer_has_the_height_of_the_design(theme: Theme, qtbot: QtBot) -> None:
    footer = Footer(theme)
    qtbot.addWidget(footer)
    footer.add_left(KeyHint(theme, "Esc", "Back"))
    footer.add_right(Button(theme, "Next", Variant.PRIMARY))
    assert footer.maximumHeight() == 76
    theme.update(compact=True)
    assert footer.maximumHeight() == 62


def test_an_overlay_keeps_the_keyboard_and_gives_it_back(
    theme: Theme, qtbot: QtBot, host: QWidget
) -> None:
    below = Button(theme, "Below")
    put(host, qtbot, below)
    below.setFocus()
    overlay = Overlay(theme, host, "Keys")
    inside = Button(theme, "Close", key="Esc")
    overlay.body.addWidget(inside)
    overlay.open()
    assert inside.hasFocus()
    QTest.keyClick(inside, Qt.Key.Key_Tab)
    assert inside.hasFocus()
    with qtbot.waitSignal(overlay.closed):
        QTest.keyClick(inside, Qt.Key.Key_Escape)
    assert below.hasFocus()
    assert not overlay.isVisible()


def test_spinners_turn_only_while_they_are_seen(theme: Theme, qtbot: QtBot, host: QWidget) -> None:
    spinner = Spinner(theme)
    steps = Timeline(theme, (TimelineStep("Sent", "2:18 PM", StepState.ACTIVE),))
    put(host, qtbot, spinner, steps)
    assert spinner._timer.isActive()
    assert steps._timer.isActive()
    host.hide()
    assert not spinner._timer.isActive()
    assert not steps._timer.isActive()


def test_a_finished_timeline_does_not_turn(theme: Theme, qtbot: QtBot, host: QWidget) -> None:
    steps = Timeline(theme, (TimelineStep("Sent", "2:18 PM", StepState.ACTIVE),))
    put(host, qtbot, steps)
    steps.set_steps((TimelineStep("Sent", "2:18 PM", StepState.DONE),))
    assert not steps._timer.isActive()
    assert steps.heightForWidth(300) > 0


def test_monograms_have_the_fills_of_the_design() -> None:
    assert monogram_fill("worldlink-v2") == "#234E9C"
    assert monogram_fill("vianet-updated") == "#6A3D8F"
    assert monogram_fill("any") == monogram_fill("any")


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
        KeyValueRow(theme, "Customer", LONG, note="x", amount="1.00"),
        MixedLabel(theme, (Span("a", strong=True), Span(STACKED, underline=True))),
        Monogram(theme, "WL", "worldlink-v2"),
        Panel(theme),
        PlainLabel(theme, STACKED, wrap=True),
        ProgressLine(theme),
        ResultHeader(theme, Tone.WAITING, "WAITING", LONG),
        Segments(theme, (("a", "A"), ("b", "B")), "a"),
        Select(theme, "State", label="State", icon="calendar"),
        Spinner(theme),
        start,
        StepBar(theme, ("One", "Two"), 1),
        TextField(theme, "Cash", big=True, prefix="Rs.", icon="search", key="Ctrl F"),
        Timeline(theme, (TimelineStep("One", LONG, StepState.DONE), TimelineStep("Two"))),
        make_rail(theme),
    ]


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("compact", [False, True])
@pytest.mark.parametrize("nepali", [False, True])
def test_every_widget_can_be_drawn_in_every_theme_and_changes_with_it(
    theme: Theme, qtbot: QtBot, dark: bool, compact: bool, nepali: bool
) -> None:
    for widget in everything(theme):
        qtbot.addWidget(widget)
        widget.resize(max(300, widget.sizeHint().width()), max(40, widget.sizeHint().height()))
        drawn(widget)
    theme.update(dark=not dark, compact=not compact, nepali=not nepali)
    theme.update(dark=dark, compact=compact, nepali=nepali)
    for widget in everything(theme):
        qtbot.addWidget(widget)
        widget.resize(400, 200)
        image = drawn(widget)
        assert not image.isNull()


def test_a_widget_that_is_gone_does_not_hear_of_a_change(theme: Theme, qtbot: QtBot) -> None:
    for widget in everything(theme):
        with qtbot.waitSignal(widget.destroyed):
            widget.deleteLater()
    theme.update(dark=True)


def test_painting_leaves_no_painter_open(theme: Theme, qtbot: QtBot) -> None:
    tile = Tile(theme, "WorldLink", "WL", "worldlink-v2", subs=(LONG,), large=True)
    qtbot.addWidget(tile)
    tile.set_selected(True)
    tile.set_note("not available, tried 2:02 PM")
    image = drawn(tile)
    painter = QPainter(image)
    assert painter.isActive()
    painter.end()
