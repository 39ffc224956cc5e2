"""Colours: one table per theme (screen design, section 2)."""

from dataclasses import dataclass
from typing import Literal

ColourName = Literal[
    "bg", "surface", "subtle", "sunken", "border", "control",
    "text", "text2", "text3",
    "rail", "railsel", "railtext", "railhint",
    "accent", "accenthover", "onaccent", "accentsoft", "accentline", "accenttext", "focus",
    "paidsolid", "paidtext", "paidsoft", "paidline",
    "waitsolid", "waiton", "waittext", "waitsoft", "waitline",
    "failsolid", "failtext", "failsoft", "failline",
    "practice", "test", "practicesoft", "testsoft", "railmark",
    "onsolid", "railring",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """All colours of a theme, as "#RRGGBB"."""

    bg: str
    surface: str
    subtle: str
    sunken: str
    border: str
    control: str
    text: str
    text2: str
    text3: str
    rail: str
    railsel: str
    railtext: str
    railhint: str
    accent: str
    accenthover: str
    onaccent: str
    accentsoft: str
    accentline: str
    accenttext: str
    focus: str
    paidsolid: str
    paidtext: str
    paidsoft: str
    paidline: str
    waitsolid: str
    waiton: str
    waittext: str
    waitsoft: str
    waitline: str
    failsolid: str
    failtext: str
    failsoft: str
    failline: str
    practice: str
    test: str
    practicesoft: str
    testsoft: str
    railmark: str
    onsolid: str
    railring: str

    def value(self, name: ColourName) -> str:
        """The colour called `name`."""
        colour: str = getattr(self, name)
        return colour


LIGHT = Tokens(
    bg="#EEF1F5", surface="#FFFFFF", subtle="#F6F8FA", sunken="#E4E9EF",
    border="#D3DAE3", control="#77859A",
    text="#141C2A", text2="#414D60", text3="#576377",
    rail="#14203A", railsel="#2A3D66", railtext="#C7D2E6", railhint="#9AA9C6",
    accent="#1C55C8", accenthover="#1747A9", onaccent="#FFFFFF",
    accentsoft="#E7EEFC", accentline="#A9C2F3", accenttext="#1747A9", focus="#1C55C8",
    paidsolid="#0B6B3C", paidtext="#0B6B3C", paidsoft="#E1F4E8", paidline="#86C9A2",
    waitsolid="#F4A81D", waiton="#2B1A00", waittext="#7A4300", waitsoft="#FFF0D2",
    waitline="#E2AE52",
    failsolid="#B3191F", failtext="#AE1A1F", failsoft="#FCE7E6", failline="#EBA09D",
    practice="#5B2BB3", test="#A3146B", practicesoft="#EFE8FB", testsoft="#FBE6F2",
    railmark="#7FAAFF", onsolid="#FFFFFF", railring="#9DC0FF",
)  # fmt: skip

DARK = Tokens(
    bg="#0E141E", surface="#18212E", subtle="#1E2938", sunken="#121A25",
    border="#334155", control="#7C8DA6",
    text="#F0F4F9", text2="#BCC7D7", text3="#9EABBF",
    rail="#090E17", railsel="#233555", railtext="#B9C6DB", railhint="#96A5BE",
    accent="#2F66DB", accenthover="#2558C4", onaccent="#FFFFFF",
    accentsoft="#1D2F52", accentline="#3F62A8", accenttext="#9DC0FF", focus="#9DC0FF",
    paidsolid="#1C7A49", paidtext="#79DBA2", paidsoft="#143524", paidline="#2F7A52",
    waitsolid="#F4A81D", waiton="#2B1A00", waittext="#FFC966", waitsoft="#3A2B0B",
    waitline="#8A6519",
    failsolid="#C4353A", failtext="#FFA5A1", failsoft="#431B1D", failline="#9A4343",
    practice="#8150DD", test="#C82A8A", practicesoft="#2C2148", testsoft="#44162F",
    railmark="#7FAAFF", onsolid="#FFFFFF", railring="#9DC0FF",
)  # fmt: skip

WHITE = "#FFFFFF"
"""Letters of logo and monograms; the same in both themes."""

LOGO_BLUE = "#2F66DB"
"""Fill of the program's own mark; the same in both themes."""

MONOGRAM_FILLS = (
    "#234E9C", "#6A3D8F", "#2C6E7F", "#7A4B2A", "#3C5A86",
    "#4B4FA3", "#8A3A66", "#48606B", "#5B5F2F",
)  # fmt: skip
