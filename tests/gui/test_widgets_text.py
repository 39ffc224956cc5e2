"""Texts in the kit: shown literally, and never cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QFontMetrics

from desktop_app.core.environment import Environment
from desktop_app.ui.theme import SEMIBOLD, TextRole, Theme
from desktop_app.ui.widgets import (
    Banner,
    BannerKind,
    Button,
    ButtonSize,
    Chip,
    EnvironmentBadge,
    Figure,
    IdLabel,
    KeyValueList,
    KeyValueRow,
    MixedLabel,
    PlainLabel,
    RowText,
    Span,
    StepBar,
    TileItem,
    TileList,
    Tone,
    Variant,
)
from desktop_app.ui.widgets.paint import line_height, literal, unbroken, wrap
from desktop_app.ui.widgets.tile_delegate import TileDelegate
from tests.gui.widgets_kit import (
    EVIL,
    LONG,
    STACKED,
    drawn,
    inked_rows,
)

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

# Qt's "offscreen" platform says this of every window with a least size.
pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support propagateSizeHints", extend=True
)


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
    button = Button(theme, "R&D")
    qtbot.addWidget(button)
    assert button.text() == "R&D"
    assert button.accessibleName() == "R&D"
    assert button.shortcut().isEmpty()


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
    tiles = TileList(theme, "Providers", name="some.list")
    qtbot.addWidget(tiles)
    tile = TileItem.made("x", words, "XX", digit="9")
    tiles.show_tiles([tile], large=False)
    delegate = tiles.itemDelegate()
    assert isinstance(delegate, TileDelegate)
    box = QRect(0, 0, 206, tiles.sizeHint().height())
    assert delegate.cut_text(box, tile) == ""
    font, names, area = delegate.fitted_name(box, tile)
    assert " ".join(names) == words
    assert all(QFontMetrics(font).horizontalAdvance(name) <= area.width() for name in names)


def test_chips_and_badges_grow_with_their_words(theme: Theme, qtbot: QtBot) -> None:
    for words in ("PAID", "सपोर्टलाई सोध्ने", LONG):
        for widget in (
            Chip(theme, Tone.ASK_SUPPORT, words),
            EnvironmentBadge(theme, Environment.TEST, words),
        ):
            qtbot.addWidget(widget)
            font = theme.sized_font(10.5, SEMIBOLD)
            assert widget.sizeHint().width() > QFontMetrics(font).horizontalAdvance(words)
            spoken = QAccessible.queryAccessibleInterface(widget)
            assert spoken.role() is QAccessible.Role.StaticText
            assert spoken.text(QAccessible.Text.Name) == words


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


def test_an_amount_without_room_is_drawn_smaller_not_cut(theme: Theme, qtbot: QtBot) -> None:
    figure = Figure(theme, "Rs. 12,34,567.00", TextRole.CHANGE)
    qtbot.addWidget(figure)
    whole = QFontMetrics(figure.font()).horizontalAdvance(figure.text())
    assert figure.minimumSizeHint().width() >= whole
    figure.resize(whole // 2, 60)
    drawn_font = figure._drawn_font(figure.width())
    assert QFontMetrics(drawn_font).horizontalAdvance(figure.text()) <= figure.width()


def test_labels_of_facts_share_one_width(theme: Theme, qtbot: QtBot) -> None:
    facts = KeyValueList(theme)
    qtbot.addWidget(facts)
    short = facts.add(KeyValueRow(theme, RowText("A", "b")))
    long = facts.add(KeyValueRow(theme, RowText("A label of some length here", "b")))
    assert short.label.width() == long.label.width() or (
        short.label.minimumWidth() == long.label.minimumWidth() > 138
    )
    facts.show_texts((RowText("A", "c"),))
    assert facts.rows == (short,), "the widgets that are there are used"
    assert short.value.text() == "c"
    facts.show_texts(())
    assert not facts.rows


def test_no_line_ends_between_a_currency_and_its_figure(theme: Theme) -> None:
    font = theme.font(TextRole.BODY)
    for sentence, amount in (
        ("Give the change of Rs. 96,780.00 and hold Rs. 3,220.00.", "Rs."),
        ("खुद्रा रु. 96,780.00 दिनुहोस् र रु. 3,220.00 राख्नुहोस्।", "रु."),
        ("Recorded today, 2:18 PM, last looked up at 10:42 AM", "2:18"),
    ):
        assert len(unbroken(sentence)) == len(sentence)
        for width in range(120, 420, 4):
            assert not any(row.endswith(amount) for row in wrap(sentence, font, width))
