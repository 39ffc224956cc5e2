"""The dialog that a page has above it, until it is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from shiboken6 import isValid

from desktop_app.ui.customers.speaking_dialog import SpeakingDialog
from desktop_app.ui.texts.problems import problem_sentence
from desktop_app.ui.texts.unrecorded import unrecorded_sentence
from desktop_app.ui.widgets import BannerKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.core.errors import BhuktaniError


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

    def say(self, kind: BannerKind, lead: str, words: str = "") -> None:
        """Show it in the dialog, if that is open."""
        shown = self.shown
        if shown is not None:
            shown.say(kind, lead, words)

    def say_unread(self, error: BhuktaniError | None) -> None:
        """Show there what could not be read.

        What is done stays said before it: else it would be taken for what is not recorded, and done
        a second time.
        """
        shown = self.shown
        if shown is None or error is None:
            return
        said, sentence = shown.outcome.content(), problem_sentence(error)
        if said.lead and said.kind is BannerKind.GOOD:
            self.say(BannerKind.CAUTION, said.lead, sentence.whole)
        else:
            self.say(BannerKind.CAUTION, sentence.what, sentence.advice)

    def say_unrecorded(self, name: Callable[[], str], error: BhuktaniError | None) -> None:
        """Show there what is not recorded, and why."""
        if error is not None:
            sentence = unrecorded_sentence(name, error)
            self.say(BannerKind.CAUTION, sentence.what, sentence.advice)
