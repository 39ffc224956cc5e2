"""What is written for a page: where it is reported, and what it is called elsewhere."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from desktop_app.ui.texts.environments import environment_word
from desktop_app.ui.texts.unrecorded import unrecorded_sentence
from desktop_app.ui.widgets.banner import BannerKind, BannerText
from desktop_app.ui.widgets.overlay import is_in_front

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from PySide6.QtWidgets import QWidget

    from desktop_app.core.environment import Environment
    from desktop_app.core.errors import BhuktaniError
    from desktop_app.ui.runtime.app_state import AppState
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.jobs import Job
    from desktop_app.ui.runtime.tasks import Result
    from desktop_app.ui.runtime.watched_jobs import Watched
    from desktop_app.ui.texts.codes import Sentence

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class WatchedWrite:
    """Satisfies :class:`~desktop_app.ui.runtime.watched_jobs.Watched` for a write to the record.

    Attributes:
        place: the page or dialog that reports what came of it; None where none does.
        name: names what is written, in the language in force; it holds no page.
        subject: what it is written about, where the name may be another one's too.
        instead: words what to do if it is not recorded, where paper is of no use.
    """

    place: QWidget | None
    name: Callable[[], str]
    environment: Environment
    session: AppState = field(repr=False)
    instead: Callable[[], str] | None = None
    subject: Hashable = None

    @staticmethod
    def of(
        context: AppContext,
        place: QWidget | None,
        name: Callable[[], str],
        instead: Callable[[], str] | None = None,
        *,
        subject: Hashable = None,
    ) -> WatchedWrite:
        """What is written now, and in the environment that is on the screen."""
        session = context.session
        return WatchedWrite(place, name, context.environment, session, instead, subject)

    def is_seen(self) -> bool:
        """Tell whether the clerk sees the page that reports what came of it."""
        return is_in_front(self.place)

    def is_same(self, other: Watched) -> bool:
        """Tell whether both have the same name, and are about the same payment or customer."""
        return (
            isinstance(other, WatchedWrite)
            and (self.environment, self.subject) == (other.environment, other.subject)
            and self.name() == other.name()
        )

    def trouble(self, done: Result[Any]) -> Sentence | None:
        """Word what is not recorded; the environment is named where another one is shown."""
        if done.error is None:
            return None
        return unrecorded_sentence(self._full_name, done.error, self.instead)

    def _full_name(self) -> str:
        words = self.name()
        if self.environment is not self.session.environment:
            return f"{environment_word(self.environment)} · {words}"
        return words


def unrecorded_banner(name: Callable[[], str], error: BhuktaniError) -> BannerText:
    """What a page's banner says of something that is not recorded, in the language in force."""
    sentence = unrecorded_sentence(name, error)
    return BannerText(BannerKind.CAUTION, sentence.what, sentence.advice)


def record_watched(
    context: AppContext,
    place: QWidget,
    job: Job[_T],
    then: Callable[[Result[_T]], None],
    name: Callable[[], str],
) -> None:
    """Record something whose trouble a page reports, or the window where the page cannot."""
    context.tasks.record(job, then, WatchedWrite.of(context, place, name))
