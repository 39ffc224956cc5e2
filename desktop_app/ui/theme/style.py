"""Palette and style sheet of the application."""

from PySide6.QtGui import QColor, QPalette

from desktop_app.ui.theme.boxes import boxes
from desktop_app.ui.theme.colors import Tokens

_STYLE = """
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0 2px 0 2px; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 2px 0 2px 0; }}
QScrollBar::handle {{ background: {control}; border-radius: 4px; }}
QScrollBar::handle:vertical {{ min-height: 40px; }}
QScrollBar::handle:horizontal {{ min-width: 40px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QToolTip {{ background: {text}; color: {surface}; border: 1px solid {text}; padding: 4px 6px; }}
QMenu {{ background: {surface}; color: {text}; border: 1px solid {control}; padding: 4px; }}
QMenu::item {{ padding: 8px 18px; border-radius: 5px; }}
QMenu::item:selected {{ background: {chosen}; color: {on_chosen}; }}
QMenu::item:disabled {{ color: {text3}; }}
QMenu::separator {{ height: 1px; background: {border}; margin: 4px 8px; }}
"""


def stylesheet(tokens: Tokens, *, contrast: bool = False) -> str:
    """Style sheet of the application."""
    rules = _STYLE.format(
        control=tokens.control,
        text=tokens.text,
        text3=tokens.text3,
        surface=tokens.surface,
        border=tokens.border,
        chosen=tokens.accent if contrast else tokens.accentsoft,
        on_chosen=tokens.onaccent if contrast else tokens.text,
    )
    return rules + boxes(tokens, contrast=contrast)


def palette(tokens: Tokens) -> QPalette:
    """Return the palette of the application."""
    made = QPalette()
    role = QPalette.ColorRole
    colours = {
        role.Window: tokens.bg,
        role.WindowText: tokens.text,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.subtle,
        role.Text: tokens.text,
        role.PlaceholderText: tokens.text3,
        role.Button: tokens.surface,
        role.ButtonText: tokens.text,
        role.BrightText: tokens.onaccent,
        role.Highlight: tokens.accentline,
        role.HighlightedText: tokens.text,
        role.Link: tokens.accenttext,
        role.LinkVisited: tokens.accenttext,
        role.ToolTipBase: tokens.text,
        role.ToolTipText: tokens.surface,
        role.Light: tokens.surface,
        role.Midlight: tokens.subtle,
        role.Mid: tokens.border,
        role.Dark: tokens.control,
        role.Shadow: tokens.control,
        role.Accent: tokens.accent,
    }
    for name, value in colours.items():
        made.setColor(name, QColor(value))
    for name in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, name, QColor(tokens.text3))
    return made
