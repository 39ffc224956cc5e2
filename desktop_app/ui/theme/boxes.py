"""Style sheet of the kit's boxes: panels, chips, badges, key caps, lines and strips.

Rules name a widget's class and the properties that it sets (``widgets/styled.py``). Colours are
tokens, which in high contrast are roles of the system's own palette: edges and grounds stay told
apart there, too.
"""

from __future__ import annotations

from desktop_app.ui.theme.colors import MONOGRAM_FILLS, WHITE, Tokens

_BOXES = """
Panel {{ border-radius: 12px; }}
Panel[corner="9"] {{ border-radius: 9px; }}
Panel[corner="10"] {{ border-radius: 10px; }}
Panel[look="plain"] {{ background: {surface}; border: 1px solid {border}; }}
Panel[look="subtle"] {{ background: {subtle}; border: 1px solid {border}; }}
Panel[look="well"] {{ background: {sunken}; border: 1px solid {border}; }}
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
RailMark {{ background: {railmark};
    border-top-right-radius: 3px; border-bottom-right-radius: 3px; }}
RailRule {{ background: {railsel}; }}
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
CurrentBadge {{ background: {accentsoft}; border: 1px solid {accentline}; color: {accenttext};
    border-radius: 5px; }}
CountBadge {{ background: {waitsolid}; color: {waiton}; border-radius: 12px; }}
KeyCap {{ border: 1px solid {control}; border-radius: 5px; color: {text2}; }}
KeyCap[solid="yes"] {{ background: {accent}; border: none; color: {onaccent}; }}

StepMark {{ border-radius: 13px; }}
StepMark[stage="done"] {{ background: {accentsoft}; border: 2px solid {accenttext}; }}
StepMark[stage="now"] {{ background: {accent}; color: {onaccent}; }}
StepMark[stage="later"] {{
    background: {surface}; border: 2px solid {control}; color: {text2}; }}
"""


def boxes(tokens: Tokens, *, contrast: bool) -> str:
    """Return the rules in the colours of ``tokens``."""
    return "\n".join((_BOXES.format_map(_Values(tokens)), *_monograms(tokens, contrast=contrast)))


class _Values(dict[str, str]):
    """The tokens by their names."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__({name: getattr(tokens, name) for name in tokens.__slots__})


def _monograms(tokens: Tokens, *, contrast: bool) -> list[str]:
    """Fills of providers, and corners by size; high contrast has no colours of its own."""
    rules = [f'Monogram[corner="{n}"] {{ border-radius: {n}px; }}' for n in range(5, 15)]
    if contrast:
        ground, ink = tokens.surface, tokens.text
        return [
            f"Monogram {{ background: {ground}; border: 1px solid {ink}; color: {ink}; }}",
            *rules,
        ]
    fills = [f'Monogram[fill="{fill}"] {{ background: {fill}; }}' for fill in MONOGRAM_FILLS]
    return [f"Monogram {{ color: {WHITE}; }}", *fills, *rules]
