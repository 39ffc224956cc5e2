"""Says above a page that what it shows could not be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.ui.texts.problems import problem_sentence
from desktop_app.ui.widgets import Banner, BannerKind
from desktop_app.ui.widgets.announce import announce

if TYPE_CHECKING:
    from desktop_app.core.errors import BhuktaniError
    from desktop_app.ui.texts.codes import Sentence
    from desktop_app.ui.theme import Theme


class TroubleBanner(Banner):
    """Hidden until there is some."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, BannerKind.CAUTION, "", name=name)
        self.hide()

    def show_error(self, error: BhuktaniError | None) -> None:
        """Say what happened and what to do; None for a page that was read."""
        self.show_sentence(None if error is None else problem_sentence(error))

    def show_sentence(self, sentence: Sentence | None) -> None:
        """Say it in these words.

        The same trouble is read out once, however often the page is read again.
        """
        if sentence is None:
            self.hide()
            return
        was_told = not self.isHidden() and self.content().lead == sentence.what
        self.set_text(sentence.what, sentence.advice)
        self.show()
        if not was_told:
            announce(self, sentence.whole)
