"""Colours where the system asks for high contrast: its own palette, with every edge drawn."""

from __future__ import annotations

from PySide6.QtGui import QPalette

from desktop_app.ui.theme.tokens import Tokens

_BLACK = "#000000"


def high_contrast(palette: QPalette) -> Tokens:
    """Every text in the system's colour of text, every edge too; solid bands black with white.

    States are told by their words and icons, which are always there.
    """
    role = QPalette.ColorRole

    def of(name: QPalette.ColorRole) -> str:
        return palette.color(QPalette.ColorGroup.Active, name).name()

    ground, ink = of(role.Window), of(role.WindowText)
    base, text = of(role.Base), of(role.Text)
    chosen, on_chosen = of(role.Highlight), of(role.HighlightedText)
    return Tokens(
        bg=ground, surface=base, subtle=base, sunken=base, border=text, control=text,
        text=text, text2=text, text3=text,
        rail=_BLACK, railsel=_BLACK, railtext="#FFFFFF", railhint="#FFFFFF",
        accent=chosen, accenthover=chosen, onaccent=on_chosen, accentsoft=base,
        accentline=text, accenttext=text, focus=ink,
        paidsolid=_BLACK, paidtext=text, paidsoft=base, paidline=text,
        waitsolid=_BLACK, waiton="#FFFFFF", waittext=text, waitsoft=base, waitline=text,
        failsolid=_BLACK, failtext=text, failsoft=base, failline=text,
        practice=_BLACK, test=_BLACK, practicesoft=base, testsoft=base, railmark="#FFFFFF",
    )  # fmt: skip
