"""Style sheet of the kit's boxes: panels, chips, badges, key caps, lines and strips.

Rules name a widget's class and the properties that it sets (``widgets/styled.py``). Colours are
tokens, which in high contrast are roles of the system's own palette: edges and grounds stay told
apart there, too.
"""

from __future__ import annotations

from PySide6.QtGui import QColor

from desktop_app.ui.theme.colors import MONOGRAM_FILLS, WHITE, Tokens

_BOXES = """
Panel {{ border-radius: 12px; }}
Panel[corner="9"] {{ border-radius: 9px; }}
Panel[corner="10"] {{ border-radius: 10px; }}
Panel[look="plain"] {{ background: {surface}; border: 1px solid {border}; }}
Panel[look="subtle"] {{ background: {subtle}; border: 1px solid {border}; }}
Panel[look="selected"] {{ background: {surface}; border: 2px solid {accent}; }}
Panel[look="info"] {{ background: {accentsoft}; border: 1px solid {accentline}; }}
Panel[look="caution"] {{ background: {waitsoft}; border: 2px solid {waitline}; }}
Panel[look="strong"] {{ background: {surface}; border: 2px solid {text}; }}
Panel[look="paid"] {{ background: {surface}; border: 2px solid {paidsolid}; }}
Panel[look="waiting"] {{ background: {surface}; border: 2px solid {waitsolid}; }}
Panel[look="not_paid"] {{ background: {surface}; border: 2px solid {failsolid}; }}

Banner {{ border-radius: 10px; }}
Banner[kind="info"], Banner[kind="good"] {{
    background: {accentsoft}; border: 1px solid {accentline}; }}
Banner[kind="caution"] {{ background: {waitsoft}; border: 1px solid {waitline}; }}
Banner[kind="give_back"] {{ background: {failsoft}; border: 1px solid {failline}; }}

ResultHeader {{ border-radius: 10px; }}
ResultHeader[joined="yes"] {{
    border-bottom-left-radius: 0px; border-bottom-right-radius: 0px; }}
ResultHeader[tone="paid"] {{ background: {paidsolid}; }}
ResultHeader[tone="waiting"], ResultHeader[tone="ask_support"] {{ background: {waitsolid}; }}
ResultHeader[tone="not_paid"], ResultHeader[tone="cash_returned"] {{ background: {failsolid}; }}

Line {{ background: {border}; }}
Line[marked="yes"] {{ background: {accenttext}; }}
Line[between="yes"] {{ margin: 0px 10px; }}
Footer {{ background: {surface}; border-top: 1px solid {border}; }}
TopBar {{ background: {surface}; border-bottom: 1px solid {border}; }}
Rail {{ background: {rail}; }}
Rail[contrast="yes"] {{ border-right: 1px solid {border}; }}
RailRule {{ background: {railsel}; }}
RailHelp {{ background: transparent; border: none; border-radius: 9px; }}
RailHelp:hover:enabled, RailHelp:pressed {{ background: {railsel}; }}
RailHelp KeyCap {{ color: {railhint}; }}
ChoiceList {{ background: transparent; border: none; outline: none; }}
EnvironmentFrame[environment="live"] {{ background: {bg}; }}
EnvironmentFrame[environment="practice"] {{ background: {practice}; }}
EnvironmentFrame[environment="test"] {{ background: {test}; }}
BandWords[environment="practice"] {{ background: {practice}; }}
BandWords[environment="test"] {{ background: {test}; }}
ScrollPreview {{ background: {sunken}; border: 1px solid {border}; border-radius: 12px; }}
PreviewFoot {{ background: {surface}; border-top: 1px solid {border};
    border-bottom-left-radius: 11px; border-bottom-right-radius: 11px; }}

Chip {{ border-radius: 7px; }}
Chip[tone="paid"] {{
    background: {paidsoft}; border: 1px solid {paidline}; color: {paidtext}; }}
Chip[tone="waiting"] {{
    background: {waitsoft}; border: 1px solid {waitline}; color: {waittext}; }}
Chip[tone="not_paid"] {{
    background: {failsoft}; border: 1px solid {failline}; color: {failtext}; }}
Chip[tone="cash_returned"] {{
    background: {surface}; border: 1px solid {control}; color: {text2}; }}
Chip[tone="ask_support"] {{
    background: {waitsolid}; border: 1px solid {waitsolid}; color: {waiton}; }}
EnvironmentBadge {{ border-radius: 6px; color: {onsolid}; }}
EnvironmentBadge[environment="live"] {{
    background: {accentsoft}; border: 1px solid {accentline}; color: {accenttext}; }}
EnvironmentBadge[environment="practice"] {{
    background: {practice}; border: 1px solid {practice}; }}
EnvironmentBadge[environment="test"] {{ background: {test}; border: 1px solid {test}; }}
KeyCap {{ border: 1px solid {control}; border-radius: 5px; color: {text2}; }}
KeyCap[solid="yes"] {{ background: {accent}; border: none; color: {onaccent}; }}

TextField {{ background: palette(base); color: palette(text); border: 2px solid {control};
    border-radius: 9px; padding: 0px; placeholder-text-color: {text3}; }}
TextField:focus {{ border-color: {focus}; }}
TextField[state="invalid"] {{ border-color: {failsolid}; }}
TextField[state="locked"], TextField:disabled {{
    background: {subtle}; color: {text2}; border-color: {border}; }}

Button {{ border: none; border-radius: 9px; padding: 0px; }}
Button[look="primary"], Button[look="pay"] {{ background: {accent}; color: {onaccent}; }}
Button[look="primary"]:hover, Button[look="primary"]:pressed,
Button[look="pay"]:hover, Button[look="pay"]:pressed {{ background: {accenthover}; }}
Button[look="secondary"] {{ background: palette(button); color: palette(button-text);
    border: 1px solid {control}; }}
Button[look="secondary"]:hover, Button[look="secondary"]:pressed {{ background: {subtle}; }}
Button[look="danger"] {{ background: {failsolid}; color: {onaccent}; }}
Button[look="danger"]:hover, Button[look="danger"]:pressed {{ background: {darkfail}; }}
Button[look="practice"] {{ background: {practice}; color: {onaccent}; }}
Button[look="practice"]:hover, Button[look="practice"]:pressed {{ background: {darkpractice}; }}
Button[look="test"] {{ background: {test}; color: {onaccent}; }}
Button[look="test"]:hover, Button[look="test"]:pressed {{ background: {darktest}; }}
Button:disabled {{ background: {sunken}; color: {text3}; border: 1px solid {off}; }}
Button[look="link"] {{ background: transparent; border: none; color: {accenttext}; }}
Button[look="link"]:hover, Button[look="link"]:pressed {{ color: {focus}; }}
Button[look="link"]:disabled {{ background: transparent; border: none; color: {text3}; }}

Select {{ background: palette(base); color: palette(text); border: 2px solid {control};
    border-radius: 9px; padding: 0px 28px 0px 10px; combobox-popup: 0; }}
Select[icon="yes"] {{ padding-left: 35px; }}
Select:hover {{ background: {subtle}; }}
Select:disabled {{ background: {subtle}; color: {text3}; border-color: {border}; }}
Select::drop-down {{ border: none; width: 0px; }}
Select QAbstractItemView {{ background: palette(base); color: palette(text);
    border: 1px solid {control}; padding: 4px; outline: none; }}
ComplaintDialog QPlainTextEdit, Dialog QListWidget, Dialog QTableWidget {{
    background: palette(base); color: palette(text); border: 2px solid {control};
    border-radius: 9px; padding: 4px; outline: none; }}
ComplaintDialog QPlainTextEdit:focus, Dialog QListWidget:focus, Dialog QTableWidget:focus {{
    border-color: {focus}; }}
Dialog QListWidget:disabled {{ background: {subtle}; color: {text3}; border-color: {border}; }}
Dialog QTableWidget::item {{ padding: 0px 8px; }}
Select QAbstractItemView::item {{ min-height: 36px; padding: 0px 8px; border-radius: 5px; }}
Dialog QListWidget::item {{ min-height: 28px; padding: 4px 8px; border-radius: 5px; }}
Select QAbstractItemView::item:selected, Dialog QListWidget::item:selected {{
    background: {chosen}; color: {onchosen}; }}

ActionBox {{ background: {subtle}; margin-right: 1px; border-top-right-radius: 11px; }}
ActionBox[taken="yes"] {{ margin: 1px 2px 0px 0px; border-top-right-radius: 10px; }}
ActionBox[alone="yes"] {{ border-bottom-right-radius: 11px; }}
ActionBox[taken="yes"][alone="yes"] {{ margin-bottom: 1px; border-bottom-right-radius: 10px; }}
IconButton {{ background: {surface}; border: 1px solid {border}; border-radius: 8px; }}
IconButton:hover:enabled, IconButton:pressed {{ background: {subtle}; }}
QuickAmount {{ background: {surface}; border: 1px solid {control}; border-radius: 9px; }}
QuickAmount:hover, QuickAmount:pressed {{ background: {subtle}; }}
QuickAmount:checked {{ background: {accentsoft}; border-color: {accent}; }}
QuickAmount:disabled {{ background: {subtle}; border-color: {border}; }}
QuickAmount > _Amount {{ color: {text}; }}
QuickAmount > _Key {{ color: {text2}; }}
QuickAmount > BoxLabel:disabled {{ color: {text3}; }}
OperatorButton {{ background: transparent; border: none; }}
OperatorButton::menu-indicator {{ image: none; width: 0px; }}
_Name {{ color: {text}; }}
_Initial {{ background: {sunken}; color: {text2}; border-radius: 15px; }}
StartCard {{ background: {surface}; border: 1px solid {border}; border-radius: 12px; }}
StartCard:hover {{ background: {subtle}; }}
StartCard:checked {{ background: {surface}; border: 2px solid {accent}; }}

Segment {{ background: {surface}; color: {text}; border: 1px solid {control}; border-left: none;
    border-radius: 0px; padding: 0px; }}
Segment:hover, Segment:pressed {{ background: {subtle}; }}
Segment:disabled {{ background: {subtle}; color: {text3}; border-color: {border}; }}
Segment:checked {{ background: {accent}; color: {onaccent}; }}
Segment:checked:disabled {{ background: {sunken}; color: {text3}; }}
Segment[ends="first"], Segment[ends="both"] {{ border-left: 1px solid {control};
    border-top-left-radius: 9px; border-bottom-left-radius: 9px; }}
Segment[ends="last"], Segment[ends="both"] {{
    border-top-right-radius: 9px; border-bottom-right-radius: 9px; }}

NavSection {{ background: transparent; color: {text2}; border: 1px solid transparent;
    border-radius: 10px; text-align: left; padding-left: 15px; }}
NavSection:hover {{ background: {sunken}; }}
NavSection:checked {{ background: {surface}; color: {text}; border: 1px solid {border};
    border-left: 5px solid {accent}; padding-left: 11px; }}

CheckBox {{ color: {text}; spacing: 10px; outline: none; }}
CheckBox:disabled {{ color: {text3}; }}
CheckBox::indicator {{ width: 22px; height: 22px; border: 2px solid {control};
    border-radius: 6px; background: {surface}; }}
CheckBox::indicator:disabled {{ background: {subtle}; border-color: {border}; }}
CheckBox::indicator:checked {{ background: {accent}; border-color: {accent}; }}
CheckBox::indicator:checked:disabled {{ background: {control}; border-color: {control}; }}
Toggle {{ spacing: 0px; outline: none; }}
Toggle::indicator {{ width: 48px; height: 26px; border-radius: 13px; background: {control}; }}
Toggle::indicator:checked {{ background: {accent}; }}
Toggle::indicator:disabled {{ background: {border}; }}
Knob {{ background: {onsolid}; border-radius: 10px; }}
RadioMark {{ background: {surface}; border: 2px solid {control}; border-radius: 11px; }}
RadioMark[chosen="yes"] {{ border-color: {accent}; background: qradialgradient(
    cx: 0.5, cy: 0.5, radius: 0.5, fx: 0.5, fy: 0.5,
    stop: 0 {accent}, stop: 0.52 {accent}, stop: 0.6 {surface}, stop: 1 {surface}); }}
ChoiceCard, LookCard {{ background: {surface}; border: 1px solid {control};
    border-radius: 10px; }}
ChoiceCard:hover:enabled, LookCard:hover:enabled {{ background: {subtle}; }}
ChoiceCard:checked {{ background: {accentsoft}; border: 2px solid {accent}; }}
LookCard:checked {{ border: 2px solid {accent}; }}

Overlay {{ background: {dim}; }}
ProgressLine {{ background: {border}; border: none; border-radius: 4px; }}
ProgressLine::chunk {{ background: {focus}; border-radius: 4px; }}
TableHeader {{ background: {subtle}; border: none; }}
TableHeader::section {{ background: {subtle}; color: {text2}; border: none;
    border-bottom: 1px solid {border}; padding: 0px 10px; }}
TableHeader::section:first {{ padding-left: 16px; }}
TableHeader::section:last {{ padding-right: 20px; }}

EventDot {{ background: {surface}; border: 3px solid {accenttext}; border-radius: 7px; }}
EventDot[mark="paid"] {{ background: {paidsolid}; border-color: {paidsolid}; }}
EventDot[mark="waiting"] {{ background: {waitsolid}; border-color: {waitsolid}; }}
EventDot[mark="not_paid"] {{ background: {failsolid}; border-color: {failsolid}; }}
StepMark {{ border-radius: 13px; }}
StepMark[stage="done"] {{ background: {accentsoft}; border: 2px solid {accenttext}; }}
StepMark[stage="active"] {{ background: {accent}; color: {onaccent}; }}
StepMark[stage="later"] {{
    background: {surface}; border: 2px solid {control}; color: {text2}; }}
"""

_IN_CONTRAST = """
ProgressLine {{ background: {surface}; border: 1px solid {border}; }}
Knob[on="no"] {{ background: {surface}; }}
RailHelp:hover:enabled, RailHelp:pressed {{ background: transparent; border: 1px solid {border}; }}
"""
"""There are no fainter colours for what has no edge otherwise."""


def boxes(tokens: Tokens, *, contrast: bool) -> str:
    """Return the rules in the colours of ``tokens``."""
    values = _Values(tokens, contrast=contrast)
    rules = _BOXES.format_map(values)
    if contrast:
        rules += _IN_CONTRAST.format_map(values)
    return "\n".join((rules, *_monograms(tokens, contrast=contrast)))


class _Values(dict[str, str]):
    """The tokens by their names, and what is made of them."""

    def __init__(self, tokens: Tokens, *, contrast: bool) -> None:
        super().__init__({name: getattr(tokens, name) for name in tokens.__slots__})
        self["off"] = tokens.text3 if contrast else tokens.border
        for name in ("fail", "practice", "test"):
            solid = self["failsolid" if name == "fail" else name]
            self[f"dark{name}"] = solid if contrast else QColor(solid).darker(115).name()
        self["chosen"] = tokens.accent if contrast else tokens.accentsoft
        self["onchosen"] = tokens.onaccent if contrast else tokens.text
        dark = QColor(tokens.rail)
        self["dim"] = f"rgba({dark.red()}, {dark.green()}, {dark.blue()}, 140)"


def _monograms(tokens: Tokens, *, contrast: bool) -> list[str]:
    """Fills of providers, and corners by size; high contrast has no separate colours."""
    rules = [f'Monogram[corner="{n}"] {{ border-radius: {n}px; }}' for n in range(5, 15)]
    if contrast:
        ground, ink = tokens.surface, tokens.text
        return [
            f"Monogram {{ background: {ground}; border: 1px solid {ink}; color: {ink}; }}",
            *rules,
        ]
    fills = [f'Monogram[fill="{fill}"] {{ background: {fill}; }}' for fill in MONOGRAM_FILLS]
    return [f"Monogram {{ color: {WHITE}; }}", *fills, *rules]
