"""Widgets that pages are composed of. Words for people always come from the caller."""

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
from desktop_app.ui.widgets.rows import Fact, KeyValueList, KeyValueRow
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
