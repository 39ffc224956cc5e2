"""What is printed or saved for a page: where it is reported, and in which words elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from shiboken6 import isValid

from desktop_app.ui.texts.printing import print_sentence
from desktop_app.ui.texts.problems import problem_sentence
from desktop_app.ui.widgets.overlay import is_in_front

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

    from desktop_app.ui.payment_kit.sheets import PaperResult
    from desktop_app.ui.runtime.tasks import Result
    from desktop_app.ui.runtime.watched_jobs import Watched
    from desktop_app.ui.texts.codes import Sentence


@dataclass(frozen=True, slots=True)
class WatchedPaper:
    """Satisfies :class:`~desktop_app.ui.runtime.watched_jobs.Watched` for a paper.

    Attributes:
        place: the page or dialog that reports what came of it; None where none does.
        shown_by: what shows it there; once it is gone, the place is about another paper.
        words: what did not work, naming the paper; None where all went well.
    """

    place: QWidget | None
    shown_by: QObject
    words: Callable[[Result[Any]], Sentence | None]

    def is_seen(self) -> bool:
        """Tell whether the clerk sees the page that reports what came of it."""
        return isValid(self.shown_by) and is_in_front(self.place)

    def is_same(self, other: Watched) -> bool:
        """A paper that comes out later is another one."""
        return False

    def trouble(self, done: Result[Any]) -> Sentence | None:
        """Word what did not work."""
        return self.words(done)


def sheet_trouble(name: Callable[[], str], done: Result[PaperResult]) -> Sentence | None:
    """Word why a sheet did not come out, or is not saved; ``name`` names it."""
    end = done.value
    if end is None:
        return None if done.error is None else problem_sentence(done.error).named(name())
    error = end.not_printed or end.not_saved
    return None if error is None else print_sentence(error).named(name())
