"""The dialog that a page has above it, until it is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from shiboken6 import isValid

from desktop_app.ui.kit.dialog import Dialog
from desktop_app.ui.texts.problems import problem_sentence

if TYPE_CHECKING:
    from desktop_app.core.errors import BhuktaniError


class SpeakingDialog(Dialog):
    """A dialog with a line for outcomes."""

    def say(self, words: str) -> None:
        """Show an outcome, or what was in the way."""
        raise NotImplementedError


D = TypeVar("D", bound=SpeakingDialog)


class OpenDialog(Generic[D]):
    """Holds the dialog that was opened last; nothing is said to one that is gone."""

    def __init__(self) -> None:
        self._dialog: D | None = None

    def open(self, dialog: D) -> None:
        """Hold this dialog in the place of the one before."""
        self._dialog = dialog

    @property
    def shown(self) -> D | None:
        """The dialog, while it is open."""
        return self._dialog if self._dialog is not None and isValid(self._dialog) else None

    def say(self, words: str) -> None:
        """Show it in the dialog, if that is open."""
        shown = self.shown
        if shown is not None:
            shown.say(words)

    def say_trouble(self, error: BhuktaniError | None) -> None:
        """Show there what was in the way, and what to do now."""
        if error is not None:
            self.say(problem_sentence(error).whole)
