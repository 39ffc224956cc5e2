"""What the pages of a payment do with their room: what matters stands whole, and on one line."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt

from desktop_app.core.environment import Environment
from desktop_app.core.settings import Language
from desktop_app.ui.widgets import MoneyTable, PlainLabel
from desktop_app.ui.wizard.provider_page import ProviderPage
from desktop_app.ui.wizard.sum_row import SumRow
from tests.clerk import STREET
from tests.gui.fit_kit import bodies, misfits, scrolls_down
from tests.gui.full_shop import opened
from tests.gui.looker import Looker
from tests.sampling import values

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

_REGULAR, _COMPACT = (1366, 688), (1093, 534)
_FOUR = (*STREET, "pokhara-internet-lekhnath", "unified-communication-isp")
"""With the companies that have the longest names."""


def _line(label: PlainLabel, page: QWidget) -> int:
    return label.mapTo(page, QPoint(0, label.contentsRect().center().y())).y() + label.drop()


def test_the_packages_and_the_customer_stand_whole_and_the_sum_on_one_line(
    qapp: QApplication, tmp_path: Path
) -> None:
    with opened(tmp_path, Environment.LIVE, Language.NEPALI) as (clerk, go_on):
        at = Looker(clerk, go_on, (_REGULAR,))
        at.look_up(Qt.Key.Key_1, "online_due_and_package")
        at.look("packages")
        table, name = clerk.find("choice.list"), clerk.find("choice.name")
        assert isinstance(table, MoneyTable)
        assert isinstance(name, PlainLabel)
        rows = sum(table.rowHeight(number) for number in range(len(table.rows)))
        assert rows <= table.viewport().height()
        assert len(name.ink()) == 1
        clerk.press(Qt.Key.Key_5)
        for size in (_REGULAR, _COMPACT):
            at.resize(size)
            row = at.window.findChild(SumRow)
            assert row is not None
            figures = [
                x for x in row.findChildren(PlainLabel) if x.isVisible() and x.text()[-1] in "0+="
            ]
            lines = {_line(label, row) for label in figures}
            assert len(figures) == 5, size
            assert max(lines) - min(lines) <= 1, size


def test_the_reason_beside_pay_stands_on_one_line(qapp: QApplication, tmp_path: Path) -> None:
    with opened(tmp_path, Environment.PRACTICE, Language.ENGLISH) as (clerk, go_on):
        at = Looker(clerk, go_on, (_REGULAR,))
        at.pay("bishnu_adhikari", "100000")
        at.to_confirm("bishnu_adhikari")
        clerk.wait(clerk.find("confirm.question").isVisible)
        clerk.until_idle()
        at.look("confirm, paid before")
        reason = clerk.find("confirm.advice")
        assert isinstance(reason, PlainLabel)
        assert len(reason.ink()) == 1


def test_a_filter_without_a_provider_hints_at_what_can_be_done(
    qapp: QApplication, tmp_path: Path
) -> None:
    with opened(tmp_path, Environment.LIVE, Language.ENGLISH) as (clerk, _):
        clerk.wait(lambda: "Choose" in clerk.texts())
        clerk.type("zzz")
        assert "Clear the filter" in clerk.texts()
        assert not {"Choose", "Move"} & set(clerk.texts())
        clerk.press(Qt.Key.Key_Escape)
        assert {"Choose", "Move"} <= set(clerk.texts())
        assert "Clear the filter" not in clerk.texts()


def _is_whole(at: Looker, part: QWidget) -> bool:
    return part.isVisible() and part.visibleRegion().boundingRect().size() == part.size()


@pytest.mark.parametrize(
    ("environment", "rooms"),
    [
        (Environment.LIVE, {_COMPACT: True, (911, 432): False}),
        # The band above the pages takes what the figures need.
        (Environment.PRACTICE, {_COMPACT: False, (1093, 640): True}),
    ],
)
def test_a_small_window_shows_the_figures_of_the_day_where_it_has_room(
    qapp: QApplication,
    tmp_path: Path,
    environment: Environment,
    rooms: dict[tuple[int, int], bool],
) -> None:
    shop = opened(tmp_path, environment, Language.NEPALI, companies=STREET)
    with shop as (clerk, go_on):
        at = Looker(clerk, go_on, tuple(rooms))
        for size, has_room in rooms.items():
            for wanted in (size, _REGULAR, size):
                at.resize(wanted)
                clerk.until_idle()
                at.resize(wanted)
            today = clerk.find("provider.today")
            assert _is_whole(at, today) if has_room else today.isHidden(), size
            [body] = bodies(at.window)
            assert (scrolls_down(body) == 0) or size == (911, 432)
            assert clerk.find("provider.tile.worldlink-v2").isVisible()


def test_bills_are_explained_in_a_small_window_that_shows_them_all(
    qapp: QApplication, tmp_path: Path
) -> None:
    with opened(tmp_path, Environment.LIVE, Language.NEPALI) as (clerk, go_on):
        at = Looker(clerk, go_on, (_COMPACT,))
        at.look_up(Qt.Key.Key_2, "110871")
        at.resize(_COMPACT)
        banner, table = clerk.find("choice.banner"), clerk.find("choice.list")
        assert isinstance(table, MoneyTable)
        assert _is_whole(at, banner)
        assert table.height() == table.content_height()
        at.resize((1024, 470))
        assert clerk.find("choice.banner").isHidden()


@pytest.mark.parametrize(
    ("environment", "language"),
    values([Environment.LIVE, Environment.PRACTICE], [Language.NEPALI, Language.ENGLISH]),
)
def test_four_companies_and_the_figures_of_the_day_are_whole_or_not_shown(
    qapp: QApplication, tmp_path: Path, environment: Environment, language: Language
) -> None:
    sizes = (_REGULAR, (1280, 640), _COMPACT, (1024, 688))
    with opened(tmp_path, environment, language, companies=_FOUR) as (clerk, go_on):
        at = Looker(clerk, go_on, (*sizes, (911, 432)))
        at.look("four companies")
        shown = []
        for size in sizes:
            at.resize(size)
            clerk.until_idle()
            at.resize(size)
            tiles, today = clerk.find("provider.tile.list"), clerk.find("provider.today")
            assert tiles.verticalScrollBar().maximum() == 0
            assert [scrolls_down(body) for body in bodies(at.window)] == [0]
            assert today.isHidden() or _is_whole(at, today)
            shown.append(not today.isHidden())
    assert not at.found
    # Only the largest of them has room for both, without a band.
    assert shown == [environment is Environment.LIVE, False, False, False]


def test_the_note_on_bills_stands_right_below_the_list(qapp: QApplication, tmp_path: Path) -> None:
    with opened(tmp_path, Environment.LIVE, Language.ENGLISH) as (clerk, go_on):
        at = Looker(clerk, go_on, (_REGULAR,))
        at.look_up(Qt.Key.Key_2, "110871")
        for size in ((1280, 640), _REGULAR):
            at.resize(size)
            banner, table = clerk.find("choice.banner"), clerk.find("choice.list")
            below = banner.mapTo(at.window, QPoint(0, 0)).y()
            end = table.mapTo(at.window, QPoint(0, table.height())).y()
            assert 0 <= below - end <= 20, size


@pytest.mark.parametrize(
    ("language", "is_interrupted"),
    values([Language.ENGLISH, Language.NEPALI], [False, True]),
)
def test_the_tiles_scroll_and_not_the_page_below_which_the_open_cash_would_be(
    qapp: QApplication, tmp_path: Path, language: Language, is_interrupted: bool
) -> None:
    sizes = (_REGULAR, (1280, 640), _COMPACT, (1024, 534))
    with opened(tmp_path, Environment.LIVE, language) as (clerk, go_on):
        at = Looker(clerk, go_on, (_REGULAR,))
        session = clerk.app.session
        off = ("live/worldlink-v2", "live/acme-internet")
        session.change(replace(session.settings, providers_not_enabled=off))
        for size in sizes:
            for shows_all in (False, True):
                at.resize(size)
                clerk.until_idle()
                if shows_all:
                    clerk.type("*")
                page = at.window.findChild(ProviderPage)
                assert page is not None
                page._show_interrupted(is_interrupted=is_interrupted)
                at.resize(size)
                assert [scrolls_down(body) for body in bodies(at.window)] == [0]
                if is_interrupted:
                    assert _is_whole(at, clerk.find("provider.interrupted"))
                assert not misfits(at.window)
                clerk.press(Qt.Key.Key_Escape)


@pytest.mark.parametrize(
    ("environment", "language"),
    values([Environment.PRACTICE, Environment.LIVE], [Language.NEPALI, Language.ENGLISH]),
)
def test_what_is_being_sent_is_seen_whole_in_a_window_made_small_meanwhile(
    qapp: QApplication, tmp_path: Path, environment: Environment, language: Language
) -> None:
    """Its page stays as it was built until the answer is there."""
    with opened(tmp_path, environment, language) as (clerk, go_on):
        at = Looker(clerk, go_on, (_REGULAR,))
        at.to_confirm("practice_slow_pay")
        clerk.press(Qt.Key.Key_F8, Qt.Key.Key_Return, Qt.Key.Key_Return)
        clerk.wait(lambda: at.window.flow.sending)
        for size in (_COMPACT, (1024, 534), (1024, 470), _REGULAR):
            at.resize(size)
            [body] = bodies(at.window)
            assert _is_whole(at, clerk.find("confirm.total")), size
            assert _is_whole(at, clerk.find("confirm.warning")), size
            if size != (1024, 470):
                assert _is_whole(at, clerk.find("confirm.sending")), size
                assert scrolls_down(body) == 0, size
                assert _is_whole(at, clerk.find("confirm.steps")), size
            assert not misfits(at.window)
        go_on()
        clerk.until_idle()


@pytest.mark.parametrize(
    ("environment", "language"),
    values([Environment.PRACTICE, Environment.LIVE], [Language.ENGLISH, Language.NEPALI]),
)
def test_a_payment_that_waits_does_not_scroll_in_a_small_narrow_window(
    qapp: QApplication, tmp_path: Path, environment: Environment, language: Language
) -> None:
    """Its reason takes two lines, and why it is not looked up yet three."""
    size = (1024, 534)
    with opened(tmp_path, environment, language, size=size) as (clerk, go_on):
        at = Looker(clerk, go_on, (size,))
        go_on()
        at.pay("practice_waiting_long", "100000")
        at.resize(size)
        assert [scrolls_down(body) for body in bodies(at.window)] == [0]
        assert not misfits(at.window)
