"""Colours where the system asks for high contrast: its own palette, with every edge drawn."""

from __future__ import annotations

from PySide6.QtGui import QPalette

from desktop_app.ui.theme.colors import Tokens


def high_contrast(palette: QPalette) -> Tokens:
    """Make colours for high contrast: texts and edges in the system's text colour; what is solid as
    the system's selection.

    States are told by their words and icons, which are always there. What is off, or comes later,
    has the system's colour of what is off.
    """
    role = QPalette.ColorRole

    def of(name: QPalette.ColorRole) -> str:
        return palette.color(QPalette.ColorGroup.Active, name).name()

    ground, ink = of(role.Window), of(role.WindowText)
    base, text = of(role.Base), of(role.Text)
    chosen, on_chosen = of(role.Highlight), of(role.HighlightedText)
    off = palette.color(QPalette.ColorGroup.Disabled, role.WindowText).name()
    return Tokens(
        bg=ground, surface=base, subtle=base, sunken=base, border=text, control=text,
        text=text, text2=text, text3=off,
        rail=ground, railsel=chosen, railtext=ink, railhint=ink,
        accent=chosen, accenthover=chosen, onaccent=on_chosen, accentsoft=base,
        accentline=text, accenttext=text, focus=ink,
        paidsolid=chosen, paidtext=text, paidsoft=base, paidline=text,
        waitsolid=chosen, waiton=on_chosen, waittext=text, waitsoft=base, waitline=text,
        failsolid=chosen, failtext=text, failsoft=base, failline=text,
        practice=chosen, test=chosen, practicesoft=base, testsoft=base, railmark=ink,
        onsolid=on_chosen, railring=ink,
    )  # fmt: skip
