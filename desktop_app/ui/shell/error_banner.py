"""Errors that no page shows, above all pages and the first start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal

from desktop_app.core.errors import BhuktaniError, Problem
from desktop_app.ui.kit.record_problem import elsewhere_problem
from desktop_app.ui.texts.problems import problem_sentence
from desktop_app.ui.texts.record_help import is_explained
from desktop_app.ui.widgets import Banner, BannerKind, Button, ButtonSize
from desktop_app.ui.widgets.announce import announce_once_seen

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.core.environment import Environment
    from desktop_app.ui.runtime.watched_jobs import Trouble, Unreported, Watched
    from desktop_app.ui.theme import Theme

translate = QCoreApplication.translate


class ErrorBanner(Banner):
    """Hidden until there is some. A damaged record has a way to its backups beside it.

    That the record was changed stays until an owner has seen it (``seen`` carries it): lesser
    trouble is shown above it, and leaves it there when it is closed.

    What could not be recorded lies above all else until it is closed or recorded, the latest first:
    the clerk thinks that it is, and no other place tells of it.

    It belongs to the window, not to a page: a page is built anew when the language or the size
    changes, and the trouble must outlive it.
    """

    open_backup = Signal()
    help_wanted = Signal()
    notice_changed = Signal(object)
    """The problem that is told now; None when nothing is."""
    seen = Signal(object)
    """A person says to have read of a break."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, BannerKind.CAUTION, "", name="window.trouble")
        self._error: BhuktaniError | None = None
        self._elsewhere: Environment | None = None
        """Whose record that is about, if it is not the one in force."""
        self._lasting: BhuktaniError | None = None
        self._unreported: list[Unreported] = []
        self._passing: Callable[[], Trouble] | None = None
        small = ButtonSize.SMALL
        self._help = Button(theme, "", key="F1", size=small, name="window.trouble.help")
        self._help.clicked.connect(self.help_wanted)
        self._button = Button(theme, "", size=small, name="window.trouble.backup")
        self._button.clicked.connect(self.open_backup)
        self._close = Button(theme, "", size=small, name="window.trouble.close")
        self._close.clicked.connect(self._put_away)
        layout = self.layout()
        if layout is not None:
            for button in (self._help, self._button, self._close):
                layout.addWidget(button)
                layout.setAlignment(button, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def show_error(self, error: BhuktaniError, elsewhere: Environment | None = None) -> None:
        """Say what happened and what to do. Lesser trouble does not cover a damaged record.

        ``elsewhere`` is the environment whose record has a fault, if it is not the one in force:
        the backups that this leads to are not its.
        """
        is_damage = error.problem is Problem.LEDGER_DAMAGED and elsewhere is None
        if self._is_damage() and not is_damage:
            return
        if error.problem is Problem.RECORD_CHANGED:
            self._lasting = error
        else:
            self._error, self._elsewhere = error, elsewhere
        self.show_text()

    def show_unreported(self, unreported: Unreported) -> None:
        """Say what could not be recorded."""
        self._unreported.append(unreported)
        self.show_text()

    def take_back(self, number: int, watched: Watched) -> None:
        """A job went well: what it has recorded at last is not told any more."""
        mended = [one for one in self._unreported if one.is_mended_by(number, watched)]
        if mended:
            self._unreported.remove(mended[-1])
            self.show_text()

    def show_passing(self, words: Callable[[], Trouble] | None) -> None:
        """Say what goes by itself, above all else; None once it has."""
        self._passing = words
        self.set_kind(BannerKind.CAUTION if words is None else BannerKind.INFO)
        self.show_text()

    def show_text(self) -> None:
        """Say it in the language in force."""
        if self._passing is not None:
            self._show_words(self._passing(), closes=False)
            return
        unreported = self._unreported[-1].words() if self._unreported else None
        if unreported is not None:
            self._show_words(unreported, closes=True)
        elif self._shown is not None:
            self._show_problem(self._shown)
        else:
            self.notice_changed.emit(None)
            self.hide()

    def dismiss(self) -> None:
        """Hide all trouble that does not hold any more; what is not recorded is still not."""
        self._error = self._lasting = None
        self.show_text()

    def end_lasting(self, error: BhuktaniError) -> None:
        """An owner has seen it. What was found while the owner's PIN was asked for stays."""
        if self._lasting is not None and self._lasting.details == error.details:
            self._lasting = None
        self.show_text()

    def _show_words(self, trouble: Trouble, *, closes: bool) -> None:
        """Say what no page of help explains and no backup mends."""
        self.notice_changed.emit(None)
        self._help.hide()
        self._button.hide()
        self._close.setText(translate("ErrorBanner", "Close"))
        self._close.setVisible(closes)
        self._say(trouble)

    def _show_problem(self, error: BhuktaniError) -> None:
        """Say it with its help, and with the way to the backups where the record has a fault."""
        elsewhere = self._elsewhere if error is self._error else None
        if elsewhere is not None:
            self._show_words(elsewhere_problem(error, elsewhere), closes=True)
            return
        damaged, lasts = self._is_damage(), error is self._lasting
        self.notice_changed.emit(error.problem)
        self._help.setText(translate("ErrorBanner", "What is this?"))
        self._help.setVisible(is_explained(error.problem))
        self._button.setText(translate("ErrorBanner", "Open Backup"))
        self._button.setVisible(damaged or lasts)
        close = translate("ErrorBanner", "Seen") if lasts else translate("ErrorBanner", "Close")
        self._close.setText(close)
        self._close.setVisible(not damaged)
        self._say(problem_sentence(error))

    def _say(self, trouble: Trouble) -> None:
        self.set_text(trouble.what, trouble.advice)
        self.show()
        # While the counter is locked it is not seen.
        announce_once_seen(self, f"{trouble.what} {trouble.advice}")

    def _put_away(self) -> None:
        """It was read: what lies below is shown; what lasts is put away by an owner."""
        if self._unreported:
            self._unreported.pop()
            self.show_text()
            return
        lasting = self._lasting
        if lasting is not None and self._error is None:
            self.seen.emit(lasting)
            return
        self._error = None
        self.show_text()

    @property
    def _shown(self) -> BhuktaniError | None:
        return self._error or self._lasting

    def _is_damage(self) -> bool:
        if self._error is None or self._elsewhere is not None:
            return False
        return self._error.problem is Problem.LEDGER_DAMAGED
