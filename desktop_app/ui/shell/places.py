"""The places of the window: what the rail names, and their keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop_app.ui.widgets.rail import Rail, RailItem

if TYPE_CHECKING:
    from desktop_app.ui.theme import Theme

translate = QCoreApplication.translate

SECTION_KEYS = {
    "payment": "F2",
    "payments": "F3",
    "waiting": "F4",
    "dayclose": "F6",
    "customers": "F7",
    "settings": "F12",
}


def make_rail(theme: Theme) -> Rail:
    """Return the rail with all places; nothing is connected yet."""
    rail = Rail(
        theme, translate("MainView", "Bhuktani"), translate("MainView", "Places"), name="nav"
    )
    items = (
        (
            "payment",
            "square-plus",
            translate("MainView", "New payment"),
            translate("MainView", "New"),
        ),
        ("payments", "list", translate("MainView", "Payments"), ""),
        ("waiting", "clock", translate("MainView", "Waiting"), ""),
        ("dayclose", "banknote", translate("MainView", "Day close"), ""),
        ("customers", "users", translate("MainView", "Customers"), ""),
        ("settings", "sliders-horizontal", translate("MainView", "Settings"), ""),
    )
    rail.set_places(
        [
            RailItem.made(item, icon, words, SECTION_KEYS[item], short)
            for item, icon, words, short in items
        ]
    )
    rail.set_help("F1", translate("MainView", "Keys and help"))
    return rail
