"""Buttons that open a saved file or show it in its folder."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.ui.runtime.jobs import Job
from desktop_app.ui.widgets import Banner, BannerKind, Button, ButtonSize, Variant
from desktop_app.ui.widgets.announce import announce_once_seen
from desktop_app.ui.widgets.banner import BannerText
from desktop_app.ui.widgets.paint import literal

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable
    from pathlib import Path

    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result


class SavedActions(QWidget):
    """The two buttons. Hidden until ``offer`` names a file; ``refused`` tells what did not work."""

    refused = Signal(str)

    def __init__(self, context: AppContext, name: str, *, opens: bool = True) -> None:
        """Without `opens` for a file that no other program can read."""
        super().__init__()
        self._context = context
        self._path: Path | None = None
        files = context.files
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(18)
        kinds = (
            (self.tr("Open"), "open", files.open, self.tr("The file could not be opened.")),
            (
                self.tr("Show in folder"),
                "folder",
                files.show_in_folder,
                self.tr("The folder could not be opened."),
            ),
        )
        for words, part, act, trouble in kinds:
            if part == "open" and not opens:
                continue
            button = Button(
                context.theme,
                words,
                Variant.LINK,
                size=ButtonSize.SMALL,
                height=28,
                name=f"{name}.{part}",
            )
            button.clicked.connect(partial(self._start, act, trouble))
            row.addWidget(button)
        row.addStretch(1)
        self.hide()

    @property
    def path(self) -> Path | None:
        """The file that is offered."""
        return self._path

    def offer(self, path: Path | None) -> None:
        """Offer this file from now on; None for none."""
        self._path = path
        self.setVisible(path is not None)

    def _start(self, act: Callable[[Path], bool], trouble: str) -> None:
        """Start a program for the file on a worker, as this may take seconds."""
        path = self._path
        if path is not None:
            job = Job("open a saved file", partial(act, path))
            self._context.tasks.paper(job, partial(self._take, trouble))

    def _take(self, trouble: str, done: Result[bool]) -> None:
        if not done.value:
            self.refused.emit(trouble)


class _Kept(NamedTuple):
    """What a banner says, and what makes the words if it was given that."""

    said: BannerText
    make: Callable[[], BannerText] | None
    path: Path | None
    subject: Hashable


class MessageBanner(Banner):
    """Shows the outcome of recording, printing or saving; a file that was saved can be opened from
    here. What comes while its page is not seen stays until it was.
    """

    coming = Signal()
    """It is about to say something: all around it is still where it was."""
    grown = Signal()
    """It wants another height now."""

    def __init__(self, context: AppContext, name: str, *, narrow: bool = False) -> None:
        """Create the banner; with `narrow` the buttons stand below the words."""
        super().__init__(context.theme, BannerKind.INFO, "", name=name)
        self._actions = SavedActions(context, name)
        self._actions.refused.connect(self._refuse)
        self.add_actions(self._actions, below=narrow)
        self._whole = self.content()
        self._make: Callable[[], BannerText] | None = None
        self._subject: Hashable = None
        self._is_news = False
        self.hide()

    def show_message(
        self, kind: BannerKind, lead: str, words: str, subject: Hashable = None
    ) -> None:
        """Say something new, with no file; what is said about a ``subject`` can be taken back."""
        self.coming.emit()
        self._subject, self._make = subject, None
        self._actions.offer(None)
        self._whole = BannerText(kind, lead, words)
        self.set_kind(kind)
        self.set_text(lead, words)
        self.setToolTip("")
        self.show()
        self._is_news = not self.isVisible()
        announce_once_seen(self, f"{lead} {words}")
        self.grown.emit()

    def show_made(self, make: Callable[[], BannerText], subject: Hashable = None) -> None:
        """Say what ``make`` words, and word it anew where another banner takes this one's place.

        It outlives its page, which it does not use: that may be gone, in another language.
        """
        self.show_message(*make(), subject)
        self._make = make

    def hide_if_read(self) -> None:
        """Its page is entered: what was read there is gone, and what came meanwhile is read now."""
        if not self._is_news:
            self.hide()
        self._is_news = False

    def take_back(self, subject: Hashable) -> None:
        """What was said about it does not hold any more; anything else stays."""
        if subject == self._subject and not self.isHidden():
            self._is_news = False
            self.hide()
            self.grown.emit()

    def offer(self, path: Path) -> None:
        """The file that was just spoken of can be opened."""
        self._actions.offer(path)
        self.grown.emit()

    def set_low(self, low: bool = True) -> None:
        """Name the file alone where there is little room; its folder is in the tooltip."""
        super().set_low(low)
        path = self._actions.path
        if path is None:
            return
        words = self._whole.words
        self.set_text(self._whole.lead, words.replace(str(path), path.name) if low else words)
        self.setAccessibleName(f"{self._whole.lead} {words}")
        self.setToolTip(literal(str(path)))

    def keep(self) -> object:
        """Return its text and file for a banner that replaces it; None if it is hidden."""
        if self.isHidden():
            return None
        return _Kept(self._whole, self._make, self._actions.path, self._subject)

    def resume(self, kept: object) -> None:
        """Say and offer the same again."""
        if not isinstance(kept, _Kept):
            return
        if kept.make is None:
            self.show_message(*kept.said, kept.subject)
        else:
            self.show_made(kept.make, kept.subject)
        if kept.path is not None:
            self.offer(kept.path)

    def _refuse(self, words: str) -> None:
        self.show_message(BannerKind.CAUTION, words, "")
