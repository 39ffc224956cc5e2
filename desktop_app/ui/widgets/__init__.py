"""Widgets that pages are composed of. Words for people always come from the caller.

A widget's module loads when the widget is first asked for: the first paint needs few of them.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.ui.widgets.banner import Banner, BannerKind, InlineMessage
    from desktop_app.ui.widgets.button import Button, ButtonSize, Variant
    from desktop_app.ui.widgets.chip import Chip, EnvironmentBadge, Tone
    from desktop_app.ui.widgets.choice_card import ChoiceCard, LookCard
    from desktop_app.ui.widgets.choice_items import ChoiceItem, ItemLook
    from desktop_app.ui.widgets.choice_list import ChoiceList, ItemDelegate
    from desktop_app.ui.widgets.environment import EnvironmentFrame
    from desktop_app.ui.widgets.field import FieldState, TextField
    from desktop_app.ui.widgets.footer import Footer
    from desktop_app.ui.widgets.icon import Icon
    from desktop_app.ui.widgets.key_cap import KeyCap, KeyHint
    from desktop_app.ui.widgets.labels import Figure, IdLabel, PlainLabel
    from desktop_app.ui.widgets.logo import Logo
    from desktop_app.ui.widgets.marks import CheckBox, RadioMark, Toggle
    from desktop_app.ui.widgets.mixed_label import MixedLabel, Span
    from desktop_app.ui.widgets.money_table import MoneyTable
    from desktop_app.ui.widgets.monogram import Monogram, monogram_fill
    from desktop_app.ui.widgets.overlay import Overlay
    from desktop_app.ui.widgets.panel import Line, Panel, PanelLook
    from desktop_app.ui.widgets.quick_amount import QuickAmount
    from desktop_app.ui.widgets.rail import Rail
    from desktop_app.ui.widgets.recent_list import RecentItem, RecentList
    from desktop_app.ui.widgets.result_header import ResultHeader, ResultPanel
    from desktop_app.ui.widgets.ring import FocusRing, RingKind, RingWatch, ring_of
    from desktop_app.ui.widgets.rows import Fact, FactText, KeyValueList, KeyValueRow, RowText
    from desktop_app.ui.widgets.scroll_preview import ScrollPreview
    from desktop_app.ui.widgets.segments import Segments
    from desktop_app.ui.widgets.select import Select
    from desktop_app.ui.widgets.side_nav import SideNav
    from desktop_app.ui.widgets.spinner import ProgressLine, Spinner
    from desktop_app.ui.widgets.start_card import StartCard
    from desktop_app.ui.widgets.step_bar import StepBar
    from desktop_app.ui.widgets.table_model import Cell, Column, Row, RowModel
    from desktop_app.ui.widgets.tile_delegate import TileItem
    from desktop_app.ui.widgets.tile_list import TileList
    from desktop_app.ui.widgets.timeline import (
        EventLine,
        EventList,
        EventMark,
        StepState,
        Timeline,
        TimelineStep,
    )
    from desktop_app.ui.widgets.top_bar import IconButton, TopBar

__all__ = [
    "Banner",
    "BannerKind",
    "Button",
    "ButtonSize",
    "Cell",
    "CheckBox",
    "Chip",
    "ChoiceCard",
    "ChoiceItem",
    "ChoiceList",
    "Column",
    "EnvironmentBadge",
    "EnvironmentFrame",
    "EventLine",
    "EventList",
    "EventMark",
    "Fact",
    "FactText",
    "FieldState",
    "Figure",
    "FocusRing",
    "Footer",
    "Icon",
    "IconButton",
    "IdLabel",
    "InlineMessage",
    "ItemDelegate",
    "ItemLook",
    "KeyCap",
    "KeyHint",
    "KeyValueList",
    "KeyValueRow",
    "Line",
    "Logo",
    "LookCard",
    "MixedLabel",
    "MoneyTable",
    "Monogram",
    "Overlay",
    "Panel",
    "PanelLook",
    "PlainLabel",
    "ProgressLine",
    "QuickAmount",
    "RadioMark",
    "Rail",
    "RecentItem",
    "RecentList",
    "ResultHeader",
    "ResultPanel",
    "RingKind",
    "RingWatch",
    "Row",
    "RowModel",
    "RowText",
    "ScrollPreview",
    "Segments",
    "Select",
    "SideNav",
    "Span",
    "Spinner",
    "StartCard",
    "StepBar",
    "StepState",
    "TextField",
    "TileItem",
    "TileList",
    "Timeline",
    "TimelineStep",
    "Toggle",
    "Tone",
    "TopBar",
    "Variant",
    "monogram_fill",
    "ring_of",
]

_NAMES = {
    "banner": "Banner BannerKind InlineMessage",
    "button": "Button ButtonSize Variant",
    "chip": "Chip EnvironmentBadge Tone",
    "choice_card": "ChoiceCard LookCard",
    "choice_items": "ChoiceItem ItemLook",
    "choice_list": "ChoiceList ItemDelegate",
    "environment": "EnvironmentFrame",
    "field": "FieldState TextField",
    "footer": "Footer",
    "icon": "Icon",
    "key_cap": "KeyCap KeyHint",
    "labels": "Figure IdLabel PlainLabel",
    "logo": "Logo",
    "marks": "CheckBox RadioMark Toggle",
    "mixed_label": "MixedLabel Span",
    "money_table": "MoneyTable",
    "monogram": "Monogram monogram_fill",
    "overlay": "Overlay",
    "panel": "Line Panel PanelLook",
    "quick_amount": "QuickAmount",
    "rail": "Rail",
    "recent_list": "RecentItem RecentList",
    "result_header": "ResultHeader ResultPanel",
    "ring": "FocusRing RingKind RingWatch ring_of",
    "rows": "Fact FactText KeyValueList KeyValueRow RowText",
    "scroll_preview": "ScrollPreview",
    "segments": "Segments",
    "select": "Select",
    "side_nav": "SideNav",
    "spinner": "ProgressLine Spinner",
    "start_card": "StartCard",
    "step_bar": "StepBar",
    "table_model": "Cell Column Row RowModel",
    "tile_delegate": "TileItem",
    "tile_list": "TileList",
    "timeline": "EventLine EventList EventMark StepState Timeline TimelineStep",
    "top_bar": "IconButton TopBar",
}
_MODULES = {name: module for module, names in _NAMES.items() for name in names.split()}


def __getattr__(name: str) -> object:
    """Return a widget of one of the modules, loaded now."""
    module = _MODULES.get(name)
    if module is None:
        raise AttributeError(name)
    found = globals()[name] = getattr(import_module(f"{__name__}.{module}"), name)
    return found
