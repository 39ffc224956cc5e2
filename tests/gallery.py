"""Pictures of every widget of the kit: python -m tests.gallery FOLDER.

`python -m tests.gallery --app-icon FOLDER` writes the program's own icon instead.

Writes one PNG for each of light and dark with the components page of the screen design, and whole
windows in both sizes and languages, to be compared with the design by eye.
"""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.environment import Environment
from desktop_app.ui.theme import TextRole, Theme
from desktop_app.ui.theme.assets import load_fonts
from desktop_app.ui.widgets import (
    Banner,
    BannerKind,
    Button,
    ButtonSize,
    Cell,
    CheckBox,
    Chip,
    Column,
    EnvironmentBadge,
    FieldState,
    FocusRing,
    InlineMessage,
    KeyCap,
    MoneyTable,
    Panel,
    PlainLabel,
    RadioMark,
    ResultHeader,
    RingKind,
    Row,
    Segments,
    TextField,
    TileItem,
    TileList,
    Toggle,
    Tone,
    Variant,
)
from desktop_app.ui.widgets.logo import paint_logo
from tests import gallery_windows

if TYPE_CHECKING:
    from collections.abc import Callable


def row(*widgets: QWidget, gap: int = 10) -> QHBoxLayout:
    """Widgets side by side, on the left."""
    made = QHBoxLayout()
    made.setSpacing(gap)
    for widget in widgets:
        made.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
    made.addStretch(1)
    return made


def panel(theme: Theme, title: str) -> tuple[Panel, QVBoxLayout]:
    """A panel with a title."""
    made = Panel(theme)
    column = QVBoxLayout(made)
    column.setContentsMargins(19, 11, 19, 15)
    column.setSpacing(12)
    column.addWidget(PlainLabel(theme, title, TextRole.LABEL_STRONG, "text2"))
    return made, column


def buttons(theme: Theme) -> Panel:
    """Buttons in their states."""
    made, column = panel(theme, "Buttons: rest, pressed, focus")
    small = ButtonSize.SMALL
    pressed = Button(theme, "Next", Variant.PRIMARY, size=small)
    pressed.setDown(True)
    pressed_back = Button(theme, "Back", size=small)
    pressed_back.setDown(True)
    focused = Button(theme, "Next", Variant.PRIMARY, key="Enter", size=small, name="ring")
    focused_back = Button(theme, "Back", key="Esc", size=small, name="ring")
    off = Button(theme, "Look up", key="Enter", size=small)
    off.setEnabled(False)
    back = Button(theme, "Cash returned", Variant.DANGER, key="Ctrl R", icon="undo-2", size=small)
    link = Button(theme, "Clear filters", Variant.LINK, size=small)
    lines: tuple[tuple[str, tuple[QWidget, ...]], ...] = (
        ("Primary", (Button(theme, "Next", Variant.PRIMARY, size=small), pressed, focused)),
        ("Secondary", (Button(theme, "Back", size=small), pressed_back, focused_back)),
        ("Disabled", (off, link)),
        ("Return", (back,)),
    )
    for words, widgets in lines:
        label = PlainLabel(theme, words, TextRole.HINT, "text3")
        label.setFixedWidth(70)
        column.addLayout(row(label, *widgets))
    pay = Button(theme, "Pay Rs. 1,657.00", Variant.PAY, key="Enter")
    pay.set_environment(Environment.TEST)
    column.addLayout(row(pay))
    column.addStretch(1)
    return made


def fields(theme: Theme) -> Panel:
    """Fields in their states."""
    made, column = panel(theme, "Fields")
    rest = TextField(theme, "Search", placeholder="Name, ID or phone")
    focus = TextField(theme, "Search", name="field_ring")
    focus.setText("ram")
    invalid = TextField(theme, "Customer ID")
    invalid.setText("110-871")
    invalid.set_state(FieldState.INVALID)
    locked = TextField(theme, "Customer ID")
    locked.setText("110871")
    locked.set_state(FieldState.LOCKED)
    for words, field in (
        ("Rest", rest),
        ("Focus", focus),
        ("Invalid", invalid),
        ("Locked", locked),
    ):
        line = QHBoxLayout()
        label = PlainLabel(theme, words, TextRole.HINT, "text3")
        label.setFixedWidth(70)
        line.addWidget(label)
        line.addWidget(field, 1)
        column.addLayout(line)
        if field is invalid:
            note = InlineMessage(theme, "“-” cannot be part of the ID.", bad=True)
            column.addWidget(note)
    mono = TextField(theme, "Token", mono=True, height=56)
    mono.setText("0123456789abcdef")
    column.addWidget(mono)
    column.addStretch(1)
    return made


def marks(theme: Theme) -> Panel:
    """Chips, badges and marks."""
    made, column = panel(theme, "Chips, badges, marks")
    words = ("PAID", "WAITING", "NOT PAID", "CASH RETURNED", "ASK SUPPORT")
    nepali = ("भुक्तानी भयो", "पर्खाइमा", "भुक्तानी भएन", "नगद फिर्ता भयो", "सपोर्टलाई सोध्ने")
    for names in (words, nepali):
        chips = [Chip(theme, tone, word) for tone, word in zip(Tone, names, strict=True)]
        column.addLayout(row(*chips[:3]))
        column.addLayout(row(*chips[3:]))
    column.addLayout(
        row(
            EnvironmentBadge(theme, Environment.LIVE, "LIVE"),
            EnvironmentBadge(theme, Environment.TEST, "TEST"),
            EnvironmentBadge(theme, Environment.PRACTICE, "PRACTICE"),
        )
    )
    column.addLayout(
        row(
            KeyCap(theme, "Enter"),
            KeyCap(theme, "Esc"),
            KeyCap(theme, "F2"),
            KeyCap(theme, "5", solid=True),
            Toggle(theme, "On", True),
            Toggle(theme, "Off"),
        )
    )
    language = Segments(theme, (("en", "English"), ("ne", "नेपाली")), "en", height=33)
    column.addLayout(row(RadioMark(theme, True), RadioMark(theme), CheckBox(theme, ""), language))
    column.addStretch(1)
    return made


def results(theme: Theme) -> Panel:
    """Result headers."""
    made, column = panel(theme, "Result headers")
    column.setSpacing(8)
    for tone, word, line in (
        (Tone.PAID, "भुक्तानी भयो", "खुद्रा रु. 343.00 दिनुहोस्"),
        (Tone.WAITING, "पर्खाइमा", "नगद राख्नुहोस्। फेरि भुक्तानी नगर्नुहोस्।"),
        (Tone.NOT_PAID, "भुक्तानी भएन", "ग्राहकको रु. 1,657.00 सबै फिर्ता दिनुहोस्"),
        (Tone.PAID, "PAID", "Give change Rs. 343.00"),
        (Tone.WAITING, "WAITING", "Keep the cash. Do not pay again."),
        (Tone.NOT_PAID, "NOT PAID", "Give back Rs. 1,657.00"),
    ):
        column.addWidget(ResultHeader(theme, tone, word, line, small=True))
    column.addStretch(1)
    return made


def banners(theme: Theme) -> Panel:
    """Banners, and the colours."""
    made, column = panel(theme, "Banners")
    column.setSpacing(8)
    column.addWidget(Banner(theme, BannerKind.INFO, "Info.", "Look-up answers and notes."))
    column.addWidget(
        Banner(theme, BannerKind.CAUTION, "Stop and think.", "Possible second payment.")
    )
    column.addWidget(
        Banner(theme, BannerKind.GIVE_BACK, "Cash to give back.", "Only for NOT PAID.")
    )
    long = "A longer sentence wraps to the next line, <b>and markup is shown as it is</b>."
    column.addWidget(
        Banner(theme, BannerKind.GOOD, "The connection works.", long, "A second line.")
    )
    column.addStretch(1)
    return made


def choices(theme: Theme) -> Panel:
    """Tiles, rows, type."""
    made, column = panel(theme, "Tile and row")
    tiles = TileList(theme, "Providers", name="tile_ring")
    shown = (("worldlink-v2", "WorldLink", "WL"), ("vianet-updated", "Vianet", "VN"))
    items = [TileItem.made(*one, digit=str(number)) for number, one in enumerate(shown, 1)]
    tiles.show_tiles(items, large=False)
    column.addWidget(tiles)
    columns = (Column(title="Package", stretch=True), Column(title="Rs.", right=True, strong=True))
    table = MoneyTable(theme, columns, "Packages", digits=True, fit=True, behind="surface")
    table.set_rows(
        (
            Row(id="a", digit="4", cells=("BTL 120Mbps/3mths", "3,521.00")),
            Row(id="b", digit="5", cells=(Cell(text="Special BTL 120Mbps/mth"), "1,657.00")),
            Row(id="c", digit="6", cells=("Row under the mouse", "17,251.00")),
        )
    )
    table.choose("b")
    column.addWidget(table)
    column.addWidget(PlainLabel(theme, "Rs. 1,657.00", TextRole.CHANGE))
    column.addWidget(PlainLabel(theme, "Title 20 pt semibold", TextRole.TITLE))
    column.addWidget(PlainLabel(theme, "Heading 15 pt semibold", TextRole.HEADING))
    column.addWidget(PlainLabel(theme, "Body 12 pt · भुक्तानी सूची"))
    column.addWidget(PlainLabel(theme, "Label 11 pt · बक्यौता, जम्मा", TextRole.LABEL, "text2"))
    column.addWidget(PlainLabel(theme, "Hint and key cap 10 pt", TextRole.HINT, "text2"))
    column.addStretch(1)
    return made


def components(theme: Theme) -> QWidget:
    """The components page of the screen design."""
    page = QWidget()
    page.setFixedSize(1366, 1060)
    grid = QGridLayout(page)
    grid.setContentsMargins(26, 22, 26, 30)
    grid.setSpacing(20)
    makers = (buttons, fields, marks, results, banners, choices)
    for number, make in enumerate(makers):
        grid.addWidget(make(theme), number // 3, number % 3)
    return page


def add_rings(theme: Theme, page: QWidget) -> None:
    """Several rings at once, which one window never has."""
    for name, radius in (("ring", theme.metrics.control_radius), ("tile_ring", 12)):
        for control in page.findChildren(QWidget, name):
            FocusRing(theme, page).attach(control, RingKind.CONTROL, radius)
    for field in page.findChildren(TextField, "field_ring"):
        field.setFocus()


def save(page: QWidget, path: Path) -> None:
    """Lay out, draw and write a page."""
    page.show()
    for _ in range(5):
        QApplication.processEvents()
    page.grab().save(str(path))
    page.hide()


def main(folder: Path) -> None:
    """Write all pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    load_fonts()
    theme = Theme()
    theme.apply_to(application)
    theme.dress(application)
    for dark in (False, True):
        theme.update(dark=dark)
        page = components(theme)
        page.show()
        QApplication.processEvents()
        add_rings(theme, page)
        save(page, folder / f"components-{'dark' if dark else 'light'}.png")
        page.deleteLater()
    makers: dict[str, Callable[[Theme], QWidget]] = gallery_windows.WINDOWS
    for name, make in makers.items():
        for compact in (False, True):
            for nepali, dark in ((False, False), (True, True)):
                theme.update(dark=dark, compact=compact, nepali=nepali)
                page = make(theme)
                page.setFixedSize(*((1093, 534) if compact else (1366, 688)))
                size = "small" if compact else "large"
                save(page, folder / f"{name}-{size}-{'nepali-dark' if nepali else 'english'}.png")
                page.deleteLater()


def write_app_icon(folder: Path) -> None:
    """Write the program's own mark in the sizes that resources/icons/app holds.

    The .ico is then made by ImageMagick: convert bhuktani-*.png bhuktani.ico
    """
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication.instance() or QApplication([])
    load_fonts()
    for size in (16, 24, 32, 48, 64, 128, 256):
        picture = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_logo(painter, picture.rect())
        painter.end()
        picture.save(str(folder / f"bhuktani-{size}.png"))
    application.processEvents()


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if sys.argv[1] == "--app-icon":
        write_app_icon(Path(sys.argv[2]))
    else:
        main(Path(sys.argv[1]))
