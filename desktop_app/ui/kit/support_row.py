"""Makes the file that support asks for."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.core.errors import BhuktaniError, Problem
from desktop_app.ui.kit.followed_job import FollowedJob
from desktop_app.ui.kit.saved_file import SavedActions
from desktop_app.ui.runtime.jobs import Job
from desktop_app.ui.runtime.long_jobs import LongJobKind
from desktop_app.ui.texts.problems import problem_sentence
from desktop_app.ui.widgets import Button, ButtonSize, InlineMessage

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QShowEvent

    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result


class SupportRow(QWidget):
    """A button, and beside it what is in the file, then where it is."""

    def __init__(self, context: AppContext, name: str) -> None:
        super().__init__()
        self._context = context
        self._work = FollowedJob(context, self, LongJobKind.SUPPORT_FILE)
        self._work.begun.connect(self._begin)
        self._work.ended.connect(self._saved)
        self._button = Button(
            context.theme,
            self.tr("Save a file for support"),
            icon="save",
            size=ButtonSize.SMALL,
            name=name,
        )
        self._button.clicked.connect(self.save)
        self.setFocusProxy(self._button)
        self._note = InlineMessage(
            context.theme,
            self.tr("One file for support, without tokens, customers’ names and phone numbers."),
            name=f"{name}.note",
        )
        self._actions = SavedActions(context, name)
        self._actions.refused.connect(self._refuse)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self._button)
        row.addWidget(self._note, 1)
        row.addWidget(self._actions)

        # Help was closed meanwhile, or the page was built anew.
        self._work.resume()

    def save(self) -> None:
        """Write the file into the folder for papers."""
        if self._work.is_running:
            return
        session = self._context.session
        save = partial(
            self._context.support.save_bundle,
            session.environment,
            session.settings,
            self._context.pdf_folder,
        )
        self._work.start(self._context.tasks.maintain, Job("write the file for support", save))

    def showEvent(self, event: QShowEvent) -> None:
        """What came of a file is seen now, also of one that was asked for at another place."""
        super().showEvent(event)
        self._work.resume()
        self._work.mark_seen()

    def _begin(self) -> None:
        self._actions.offer(None)
        self._note.tell(self.tr("Saving the file for support…"))

    def _saved(self, done: Result[Path]) -> None:
        if done.value is None:
            sentence = problem_sentence(done.error or BhuktaniError(Problem.UNEXPECTED))
            words = self.tr("The file for support could not be saved.")
            self._note.tell(f"{words} {sentence.what}", bad=True)
            return
        words = self.tr("Saved as {file} in {folder}").format(
            file=done.value.name, folder=done.value.parent
        )
        self._note.tell(words, "circle-check")
        self._actions.offer(done.value)

    def _refuse(self, words: str) -> None:
        self._note.tell(words, bad=True)
