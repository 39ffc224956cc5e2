"""Settings: shop and receipt, language and look, providers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QWidget,
)

from desktop_app.core.environment import PRACTICE, Environment
from desktop_app.core.money import CashRounding
from desktop_app.core.settings import Language, Look, Paper, Settings, TextSize
from desktop_app.core.shop import Shop
from desktop_app.providers import all_providers
from desktop_app.ui.settings.option_page import OptionPage
from desktop_app.ui.setup_forms.company_table import CompanyColumn
from tests.gui.settings_kit import Window, running, stored
from tests.list_rows import click_company, companies, company

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

SETTINGS = Settings(
    environment=Environment.PRACTICE,
    shop=Shop(name="Ganesh Kirana", pan="601234567"),
    operator="Sita",
)
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    with running(qtbot, tmp_path, settings=SETTINGS) as window:
        yield window


def test_the_shop_is_saved_and_stands_in_the_top_bar(window: Window, tmp_path: Path) -> None:
    window.key(Qt.Key.Key_F12)
    assert window.focus_name() == "settings.shop_name"
    window.write("settings.shop_name", "Hari & Sons <b>")
    window.write("settings.shop_address", "Bagbazar-28")
    window.write("settings.operator", "Gita")
    window.key(Qt.Key.Key_S, CONTROL)
    window.settle()
    assert window.find("top.shop", QLabel).text() == "Hari & Sons <b>"
    assert window.find("top.operator", QAbstractButton).text() == "Gita"
    kept = stored(tmp_path)
    assert kept.shop == Shop(name="Hari & Sons <b>", address="Bagbazar-28", pan="601234567")
    assert kept.operator == "Gita"


def test_printer_paper_and_rounding_are_saved(window: Window, tmp_path: Path) -> None:
    window.open_settings("shop")
    printer = window.find("settings.printer", QComboBox)
    assert [printer.itemData(n) for n in range(printer.count())] == ["", "Counter 80", "Office A4"]
    printer.setCurrentIndex(2)
    printer.activated.emit(2)
    window.press("settings.paper.a5")
    rounding = window.find("settings.rounding", QComboBox)
    rounding.setCurrentIndex(rounding.findData("up"))
    rounding.activated.emit(1)
    window.press("settings.prints_at_once")
    window.press("settings.save")
    window.settle()
    kept = stored(tmp_path)
    assert (kept.printer, kept.paper, kept.rounding, kept.prints_at_once) == (
        "Office A4",
        Paper.A5,
        CashRounding.UP,
        True,
    )


def test_undo_brings_back_what_is_saved(window: Window) -> None:
    window.key(Qt.Key.Key_F12)
    window.write("settings.shop_name", "Other")
    assert window.find("settings.undo", QPushButton).isEnabled()
    window.key(Qt.Key.Key_Escape)
    assert window.find("settings.shop_name", QLineEdit).text() == "Ganesh Kirana"
    assert not window.find("settings.save", QPushButton).isEnabled()


def test_a_pan_that_is_none_is_not_saved(window: Window, tmp_path: Path) -> None:
    window.key(Qt.Key.Key_F12)
    for pan in ("12345678", "1234567890", "60123456a"):
        window.write("settings.shop_pan", pan)
        assert "9 digits" in window.words("settings.note"), pan
        window.key(Qt.Key.Key_S, CONTROL)
        window.settle()
        assert stored(tmp_path).shop.pan == "601234567", pan
        assert window.focus_name() == "settings.shop_pan", pan
        window.key(Qt.Key.Key_Escape)
        assert not window.find("settings.save", QPushButton).isEnabled(), "undone"


def test_a_pan_may_be_empty_or_written_with_gaps(window: Window, tmp_path: Path) -> None:
    window.key(Qt.Key.Key_F12)
    for typed, kept in (("", ""), ("601 234-568", "601234568")):
        window.write("settings.shop_pan", typed or "6")
        if not typed:
            window.key(Qt.Key.Key_Backspace)
        window.key(Qt.Key.Key_S, CONTROL)
        window.settle()
        assert stored(tmp_path).shop.pan == kept


def test_what_cannot_stand_before_a_receipt_number_is_not_saved(
    window: Window, tmp_path: Path
) -> None:
    window.key(Qt.Key.Key_F12)
    for prefix in ("KATHMANDU", "A-1", "क", "p", "AD2031"):
        field = window.find("settings.receipt_prefix", QLineEdit)
        field.setFocus()
        field.insert(prefix)
        assert "6 letters" in window.words("settings.note"), prefix
        window.key(Qt.Key.Key_S, CONTROL)
        window.settle()
        assert stored(tmp_path).shop.receipt_prefix == "", prefix
        assert window.focus_name() == "settings.receipt_prefix", prefix
        window.key(Qt.Key.Key_Escape)
        assert not window.find("settings.save", QPushButton).isEnabled(), "undone"


def test_a_receipt_prefix_is_kept_in_capitals_and_latin_digits(
    window: Window, tmp_path: Path
) -> None:
    window.key(Qt.Key.Key_F12)
    for typed, kept in (("ktm1", "KTM1"), (" १२ ", "12"), ("", "")):
        window.write("settings.shop_phone", f"01-5550142 {kept}")
        field = window.find("settings.receipt_prefix", QLineEdit)
        field.setFocus()
        field.clear()
        field.insert(typed)
        window.key(Qt.Key.Key_S, CONTROL)
        window.settle()
        assert stored(tmp_path).shop.receipt_prefix == kept


def test_what_is_not_saved_yet_outlives_a_change_of_language(window: Window) -> None:
    window.key(Qt.Key.Key_F12)
    window.write("settings.shop_name", "Half written")
    window.key(Qt.Key.Key_L, CONTROL)
    window.until(lambda: window.app.session.nepali)
    window.settle()
    assert window.find("settings.shop_name", QLineEdit).text() == "Half written"
    assert window.find("settings.save", QPushButton).isEnabled()


def test_a_test_page_is_marked_as_practice_and_a_printer_that_is_gone_is_told(
    window: Window,
) -> None:
    window.open_settings("shop")
    window.press("settings.test_page")
    window.settle()
    assert [title for title, _ in window.printer.printed]
    assert "P-" in window.printer.printed[0][0]
    window.printer.is_gone = True
    window.press("settings.test_page")
    window.settle()
    assert "is not there" in window.words("settings.note")


def test_the_language_changes_at_once_and_the_section_stays(window: Window, tmp_path: Path) -> None:
    window.open_settings("language")
    window.press("settings.language.ne")
    window.until(lambda: window.app.session.nepali)
    window.settle()
    assert stored(tmp_path).language is Language.NEPALI
    assert window.sees("settings.language.ne")
    assert window.focus_name() == "settings.language.ne"


def test_what_is_set_while_the_shop_is_not_saved_is_kept_when_it_is(
    window: Window, tmp_path: Path
) -> None:
    window.open_settings("shop")
    window.write("settings.shop_name", "Hari")
    window.press("settings.nav.language")
    window.press("settings.language.ne")
    window.until(lambda: window.app.session.nepali)
    window.settle()
    window.press("settings.digits.nepali")
    window.press("settings.nav.shop")
    window.settle()
    window.press("settings.save")
    window.settle()
    kept = stored(tmp_path)
    assert (kept.shop.name, kept.language, kept.nepali_digits) == ("Hari", Language.NEPALI, True)


def test_a_section_is_made_when_it_is_gone_to(window: Window) -> None:
    def made() -> set[str]:
        page = window.find("place.settings", QWidget)
        return {at.objectName() for at in page.findChildren(OptionPage)}

    window.key(Qt.Key.Key_F12)
    assert made() == {"settings.page.shop"}
    window.press("settings.nav.limits")
    assert made() == {"settings.page.shop", "settings.page.limits"}


def test_look_digits_and_receipt_language_act_at_once(window: Window, tmp_path: Path) -> None:
    window.open_settings("language")
    window.press("settings.look.dark")
    window.press("settings.digits.nepali")
    window.press("settings.receipt_language.ne")
    window.settle()
    kept = stored(tmp_path)
    assert (kept.look, kept.nepali_digits, kept.receipt_language) == (
        Look.DARK,
        True,
        Language.NEPALI,
    )


def test_large_text_acts_at_once_and_is_kept(window: Window, tmp_path: Path) -> None:
    window.open_settings("language")
    normal = window.find("settings.about", QPushButton).font().pixelSize()
    button = window.find("settings.text_size.normal", QAbstractButton)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Right)
    window.settle()
    assert stored(tmp_path).text_size is TextSize.LARGE
    chosen = window.find("settings.text_size.large", QAbstractButton)
    assert chosen.isChecked()
    assert chosen.hasFocus(), "the next arrow goes back, and nowhere else"
    assert window.find("settings.title", QLabel).font().pixelSize() > normal
    assert window.find("settings.about", QPushButton).font().pixelSize() > normal
    QTest.keyClick(chosen, Qt.Key.Key_Left)
    window.settle()
    assert stored(tmp_path).text_size is TextSize.NORMAL
    assert window.find("settings.about", QPushButton).font().pixelSize() == normal


def retired(window: Window) -> str:
    infos = [provider.info for provider in window.app.use_cases.catalog.providers()]
    return next(info.slug for info in infos if info.retired)


def test_a_retired_provider_appears_once_it_is_switched_on(window: Window, tmp_path: Path) -> None:
    slug = retired(window)
    assert not window.sees(f"provider.tile.{slug}")
    window.open_settings("providers")
    assert not company(window.app.window, slug).is_on
    click_company(window.app.window, slug, CompanyColumn.ON)
    window.settle()
    assert stored(tmp_path).providers_on == (slug,)
    window.key(Qt.Key.Key_F2)
    window.settle()
    window.type(slug)
    window.until(lambda: window.sees(f"provider.tile.{slug}"))


def test_at_least_one_provider_stays_on(qtbot: QtBot, tmp_path: Path) -> None:
    slugs = [p.info.slug for p in all_providers() if not p.info.retired]
    few = replace(SETTINGS, providers_off=tuple(slugs[:-3]))
    with running(qtbot, tmp_path, settings=few) as window:
        window.open_settings("providers")
        for slug in slugs[-3:]:
            click_company(window.app.window, slug, CompanyColumn.ON)
        window.settle()
        assert set(stored(tmp_path).providers_off) == set(slugs[:-1])
        assert company(window.app.window, slugs[-1]).is_on
        assert window.words("settings.providers.note") == "At least one company stays on."


def test_every_control_has_a_name_that_is_spoken(window: Window) -> None:
    for section in ("shop", "connection", "language", "providers"):
        window.open_settings(section)
        for control in window.app.window.findChildren(QAbstractButton):
            if control.isVisible() and control.objectName().startswith("settings."):
                assert control.accessibleName(), control.objectName()
        for field in window.app.window.findChildren(QLineEdit):
            if field.isVisible():
                assert field.accessibleName(), field.objectName()


def test_nothing_scrolls_in_the_smallest_window_of_the_design(qtbot: QtBot, tmp_path: Path) -> None:
    from PySide6.QtWidgets import QScrollArea

    with running(qtbot, tmp_path, settings=SETTINGS, connection=PRACTICE, size=(1093, 534)) as at:
        for section in ("shop", "connection", "language", "providers"):
            at.open_settings(section)
            for area in at.app.window.findChildren(QScrollArea):
                if area.isVisible() and area.objectName() != "settings.preview":
                    assert area.verticalScrollBar().maximum() == 0, section


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_company_goes_through_the_endpoint_that_the_owner_chooses(
    window: Window, tmp_path: Path
) -> None:
    catalog = window.app.use_cases.catalog
    slug, (usual, new) = next(iter(catalog.endpoints().items()))

    def choose(endpoint: str) -> None:
        click_company(window.app.window, slug, CompanyColumn.ENDPOINT)
        menu = window.app.window.findChild(QMenu, "settings.providers.endpoints")
        assert menu is not None
        next(action for action in menu.actions() if action.data() == endpoint).trigger()
        menu.close()
        window.app.window.activateWindow()
        window.settle()

    def in_use() -> str:
        return next(p.info.endpoint for p in catalog.providers() if p.info.slug == slug)

    window.open_settings("providers")
    assert company(window.app.window, slug).endpoint == "Usual service"
    others = [row for row in companies(window.app.window).rows if not row.endpoint]
    assert len(others) == len(catalog.providers()) - len(catalog.endpoints())
    choose(new)
    assert company(window.app.window, slug).endpoint == f"New service: {new}"
    assert (in_use(), stored(tmp_path).provider_endpoints) == (new, (f"{slug}/{new}",))
    choose(usual)
    assert (in_use(), stored(tmp_path).provider_endpoints) == (usual, ())
