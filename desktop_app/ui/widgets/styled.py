"""Looks that the style sheet gives: what a widget is, it says in properties."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def set_style(widget: QWidget, **properties: str) -> None:
    """Set properties that rules of the style sheet name, and have the rules looked up again."""
    changed = [name for name, value in properties.items() if widget.property(name) != value]
    for name in changed:
        widget.setProperty(name, properties[name])
    # A widget that was never shown looks its rules up when it is.
    if changed and widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()
