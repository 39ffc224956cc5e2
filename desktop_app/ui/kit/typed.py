"""Saves typed texts and the keyboard's place, and restores them after pages are rebuilt.

A change of size or language builds the pages again. The flow and the settings outlive that; what
was typed and not used yet, and where the keyboard was, are carried over here.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget


@dataclass(frozen=True, slots=True, repr=False)
class Typed:
    """Texts by the names of their fields, and the name of what had the keyboard."""

    texts: dict[str, str]
    focus: str

    @classmethod
    def of(cls, area: QWidget) -> Typed:
        """Save the texts of the visible fields of an area."""
        fields = [edit for edit in area.findChildren(QLineEdit) if edit.isVisibleTo(area)]
        focus = QApplication.focusWidget()
        inside = focus is not None and area.isAncestorOf(focus)
        return cls(
            texts={edit.objectName(): edit.text() for edit in fields if edit.objectName()},
            focus=focus.objectName() if focus is not None and inside else "",
        )

    def give_back(self, area: QWidget) -> None:
        """Type it again into fields that are empty now, and put the keyboard where it was."""
        for edit in area.findChildren(QLineEdit):
            words = self.texts.get(edit.objectName(), "")
            if words and not edit.text() and edit.isEnabled() and edit.isVisibleTo(area):
                # As typed, so that the page hears of it.
                edit.insert(words)
        # A page that was just replaced is there for a moment, with the same names.
        for found in area.findChildren(QWidget, self.focus) if self.focus else ():
            if found.isVisibleTo(area) and found.isEnabled():
                found.setFocus(Qt.FocusReason.OtherFocusReason)
                break
