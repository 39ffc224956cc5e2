"""Colours, sizes and type hold what the screen design promises."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QStyle, QVBoxLayout, QWidget

from desktop_app.system.resources import resource
from desktop_app.ui.theme import (
    BOLD,
    COMPACT,
    DARK,
    LIGHT,
    MONOGRAM_FILLS,
    REGULAR,
    SEMIBOLD,
    WHITE,
    ColourName,
    TextRole,
    Theme,
    Tokens,
    assets,
    font,
    wants_compact,
)
from desktop_app.ui.widgets import Panel

if TYPE_CHECKING:
    from pathlib import Path

    from tests.clerk import Clerk

# Section 2 of the screen design: names, light, dark.
DESIGN = """
bg surface subtle sunken | EEF1F5 FFFFFF F6F8FA E4E9EF | 0E141E 18212E 1E2938 121A25
border control | D3DAE3 77859A | 334155 7C8DA6
text text2 text3 | 141C2A 414D60 576377 | F0F4F9 BCC7D7 9EABBF
rail railsel railtext railhint | 14203A 2A3D66 C7D2E6 9AA9C6 | 090E17 233555 B9C6DB 96A5BE
accent accenthover onaccent | 1C55C8 1747A9 FFFFFF | 2F66DB 2558C4 FFFFFF
accentsoft accentline accenttext focus | E7EEFC A9C2F3 1747A9 1C55C8 | 1D2F52 3F62A8 9DC0FF 9DC0FF
paidsolid paidtext paidsoft paidline | 0B6B3C 0B6B3C E1F4E8 86C9A2 | 1C7A49 79DBA2 143524 2F7A52
waitsolid waiton waittext | F4A81D 2B1A00 7A4300 | F4A81D 2B1A00 FFC966
waitsoft waitline | FFF0D2 E2AE52 | 3A2B0B 8A6519
failsolid failtext failsoft failline | B3191F AE1A1F FCE7E6 EBA09D | C4353A FFA5A1 431B1D 9A4343
practice test | 5B2BB3 A3146B | 8150DD C82A8A
"""

# Ink, ground, light, dark: the measured contrasts of section 2.
CONTRASTS: tuple[tuple[ColourName, ColourName, float, float], ...] = (
    ("text", "surface", 17.1, 14.7),
    ("text", "accentsoft", 14.7, 12.0),
    ("text2", "surface", 8.6, 9.5),
    ("text2", "bg", 7.5, 10.8),
    ("text3", "accentsoft", 5.2, 5.7),
    ("text3", "surface", 6.1, 7.0),
    ("text3", "bg", 5.4, 7.9),
    ("text3", "sunken", 5.0, 7.5),
    ("accenttext", "surface", 8.4, 8.8),
    ("accenttext", "accentsoft", 7.2, 7.2),
    ("focus", "surface", 6.6, 8.8),
    ("focus", "bg", 5.8, 10.0),
    ("control", "surface", 3.7, 4.8),
    ("control", "bg", 3.3, 5.5),
    ("accent", "surface", 6.6, 3.1),
    ("onaccent", "accent", 6.6, 5.2),
    ("onaccent", "accenthover", 8.4, 6.4),
    ("railtext", "rail", 10.6, 11.2),
    ("railhint", "rail", 6.8, 7.7),
    ("railhint", "railsel", 4.5, 4.9),
    ("waitsolid", "rail", 8.1, 9.6),
    ("paidtext", "surface", 6.6, 9.6),
    ("paidtext", "paidsoft", 5.8, 8.0),
    ("onaccent", "paidsolid", 6.6, 5.3),
    ("waittext", "surface", 8.0, 10.6),
    ("waittext", "waitsoft", 7.1, 9.0),
    ("waiton", "waitsolid", 8.4, 8.4),
    ("failtext", "surface", 7.1, 8.6),
    ("failtext", "failsoft", 6.0, 7.9),
    ("onaccent", "failsolid", 6.8, 5.4),
    ("onaccent", "practice", 8.6, 5.1),
    ("onaccent", "test", 7.3, 5.1),
)


def luminance(colour: str) -> float:
    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (int(colour[n : n + 2], 16) for n in (1, 3, 5))
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("line", DESIGN.strip().splitlines())
def test_every_token_has_the_value_of_the_design(line: str) -> None:
    names, light, dark = (part.split() for part in line.split("|"))
    for name, in_light, in_dark in zip(names, light, dark, strict=True):
        assert getattr(LIGHT, name) == f"#{in_light}", name
        assert getattr(DARK, name) == f"#{in_dark}", name


def test_every_token_of_the_design_is_there_and_valid() -> None:
    designed = {name for line in DESIGN.strip().splitlines() for name in line.split("|")[0].split()}
    own = {"practicesoft", "testsoft", "railmark", "onsolid", "railring"}
    assert {field.name for field in fields(Tokens)} == designed | own
    for tokens in (LIGHT, DARK):
        assert all(QColor(getattr(tokens, field.name)).isValid() for field in fields(Tokens))


def test_only_high_contrast_has_other_colours_on_what_is_solid_and_on_the_rail() -> None:
    for tokens in (LIGHT, DARK):
        assert tokens.onsolid == WHITE
        assert tokens.railring == DARK.focus


@pytest.mark.parametrize(("ink", "ground", "light", "dark"), CONTRASTS)
def test_contrast_is_as_measured_in_the_design(
    ink: ColourName, ground: ColourName, light: float, dark: float
) -> None:
    for tokens, wanted in ((LIGHT, light), (DARK, dark)):
        found = contrast(tokens.value(ink), tokens.value(ground))
        assert found == pytest.approx(wanted, abs=0.06)
        assert found >= (3.0 if ink in {"control", "accent", "focus"} else 4.5)


@pytest.mark.parametrize("fill", MONOGRAM_FILLS)
def test_white_on_a_monogram_can_be_read(fill: str) -> None:
    assert contrast(WHITE, fill) >= 5.75


def test_the_rails_focus_ring_can_be_seen() -> None:
    for tokens in (LIGHT, DARK):
        assert contrast(DARK.focus, tokens.rail) >= 3.0
        assert contrast(tokens.railmark, tokens.rail) >= 3.0


def test_sizes_are_those_of_the_design() -> None:
    parts = ("rail", "top_bar", "step_bar", "footer", "padding", "gap", "row")
    assert [getattr(REGULAR, part) for part in parts] == [214, 56, 52, 76, 24, 20, 44]
    assert [getattr(COMPACT, part) for part in parts] == [88, 48, 44, 62, 16, 14, 38]
    assert REGULAR.ring_room == 5
    assert (REGULAR.button, REGULAR.button_pay) == (48, 58)


@pytest.mark.parametrize(
    ("width", "height", "compact"),
    [
        (1366, 688, False),
        (1093, 534, True),
        (1240, 620, False),
        (1239, 700, True),
        (1300, 619, True),
    ],
)
def test_a_small_window_is_compact(width: int, height: int, compact: bool) -> None:
    assert wants_compact(width, height) is compact


def test_bundled_fonts_are_used_in_three_weights(qapp: QApplication) -> None:
    assets.load_fonts()
    for weight in (QFont.Weight.Normal, SEMIBOLD, BOLD):
        info = QFontInfo(font(12.0, weight))
        assert info.family() == "Noto Sans"
        assert info.weight() == weight
    assert QFontInfo(font(11.0, mono=True)).family() == "Noto Sans Mono"
    assert "Noto Sans Devanagari" in QFontDatabase.families()


def test_fonts_are_measured_in_pixels_and_nothing_is_smaller_than_ten_points() -> None:
    assert font(12.0).pixelSize() == 16
    assert all(role.points >= 10 and role.compact_points >= 10 for role in TextRole)


def test_no_two_roles_are_the_same_by_accident() -> None:
    assert len(TextRole.__members__) == len(list(TextRole))


def test_labels_are_larger_in_nepali_and_everything_grows_with_the_text_size() -> None:
    theme = Theme()
    english = theme.font(TextRole.LABEL).pixelSize()
    theme.update(nepali=True)
    assert theme.font(TextRole.LABEL).pixelSize() >= english
    theme.update(text_scale=1.25)
    assert theme.font(TextRole.BODY).pixelSize() == 20


def test_compact_figures_are_smaller() -> None:
    theme = Theme()
    assert theme.font(TextRole.FIGURE).pixelSize() == 61
    theme.update(compact=True)
    assert theme.font(TextRole.FIGURE).pixelSize() == 45


def test_changed_is_emitted_once_and_only_for_a_change() -> None:
    theme = Theme()
    told: list[bool] = []
    theme.changed.connect(lambda: told.append(True))
    theme.update(dark=True, compact=True, nepali=True)
    theme.update(dark=True)
    assert len(told) == 1


def test_the_application_follows_the_theme(qapp: QApplication) -> None:
    theme = Theme()
    before = (qapp.palette(), qapp.font(), qapp.styleSheet())
    try:
        theme.apply_to(qapp)
        theme.dress(qapp)
        assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(LIGHT.bg)
        theme.update(dark=True)
        assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(DARK.bg)
        assert DARK.control in qapp.styleSheet()
    finally:
        theme.changed.disconnect()
        qapp.setPalette(before[0])
        qapp.setFont(before[1])
        qapp.setStyleSheet(before[2])


class StyledAnew(QWidget):
    """Counts how often Qt styles it anew."""

    times = 0

    def changeEvent(self, event: QEvent) -> None:
        self.times += event.type() == QEvent.Type.StyleChange
        super().changeEvent(event)


def test_another_size_of_the_window_does_not_style_all_widgets_anew(qapp: QApplication) -> None:
    """Qt would, though the style sheet is the same: half a second for a whole window."""
    theme = Theme()
    before = (qapp.palette(), qapp.font(), qapp.styleSheet())
    try:
        theme.apply_to(qapp)
        theme.dress(qapp)
        widget = StyledAnew()
        widget.show()
        theme.update(compact=True)
        assert widget.times == 0
        theme.update(dark=True)
        assert widget.times > 0
    finally:
        theme.changed.disconnect()
        qapp.setPalette(before[0])
        qapp.setFont(before[1])
        qapp.setStyleSheet(before[2])


def test_a_part_is_styled_when_its_page_comes_into_the_window(qapp: QApplication) -> None:
    """With a sheet of the application Qt does it at each layout that the part goes through."""
    theme = Theme()
    window, page, part = QWidget(), QWidget(), StyledAnew()
    theme.dress(window)
    row = QVBoxLayout()
    QVBoxLayout(page).addLayout(row)
    row.addWidget(part)
    assert part.times == 0
    QVBoxLayout(window).addWidget(page)
    assert part.times == 1


def test_a_window_that_is_not_shown_yet_takes_another_look(qapp: QApplication) -> None:
    theme = Theme()
    window = QWidget()
    theme.dress(window)
    panel = Panel(theme)
    QVBoxLayout(window).addWidget(panel)
    panel.sizeHint()
    panel.style().pixelMetric(QStyle.PixelMetric.PM_DefaultFrameWidth, None, panel)
    theme.update(dark=True)
    window.resize(300, 200)
    assert panel.grab().toImage().pixelColor(150, 100) == QColor(DARK.surface)


def test_the_sheet_is_the_windows(qapp: QApplication, clerk: Clerk) -> None:
    assert qapp.styleSheet() == ""
    assert LIGHT.accentsoft in clerk.app.window.styleSheet()


def test_icons_are_tinted_sharp_and_cached(qapp: QApplication) -> None:
    red = assets.icon_pixmap("clock", "#ff0000", 20, 2.0)
    assert red.width() == 40
    assert red.devicePixelRatio() == 2.0
    image = red.toImage()
    inks = {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }
    assert inks == {"#ff0000"}
    assert assets.icon_pixmap("clock", "#ff0000", 20, 2.0).cacheKey() == red.cacheKey()


def test_a_missing_icon_is_an_error(qapp: QApplication) -> None:
    with pytest.raises(assets.AssetMissing):
        assets.icon_pixmap("no-such-icon", "#000000", 20)


def test_every_icon_can_be_drawn(qapp: QApplication) -> None:
    label = QLabel()
    for path in resource("icons").glob("*.svg"):
        pixmap = Theme().icon(path.stem, "text", 20, label)
        assert not pixmap.isNull()


def test_resources_are_found_in_the_frozen_program(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("sys._MEIPASS", str(tmp_path), raising=False)
    assert resource("icons", "a.svg") == tmp_path / "resources" / "icons" / "a.svg"


def test_licences_are_shipped_with_fonts_and_icons() -> None:
    assert "SIL OPEN FONT LICENSE" in resource("fonts", "OFL.txt").read_text().upper()
    assert "ISC License" in resource("icons", "LICENSE").read_text()


def test_the_program_has_its_own_icon_in_all_sizes(qapp: QApplication) -> None:
    assert {size.width() for size in assets.app_icon().availableSizes()} == {
        16, 24, 32, 48, 64, 128, 256,
    }  # fmt: skip
    assert resource("icons", "app", "bhuktani.ico").is_file()
