"""Trouble outside of any page, above all of them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from desktop_app.core.errors import BhuktaniError, Problem
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets import Banner, BannerKind, Button, ButtonSize
from desktop_app.ui.words.problems import problem_sentence


class TroubleBanner(Banner):
    """Hidden until there is some. A damaged record has a way to its backups beside it."""

    open_backup = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, BannerKind.CAUTION, "", name="window.trouble")
        self._button = Button(
            theme, self.tr("Open Backup"), size=ButtonSize.SMALL, name="window.trouble.backup"
        )
        self._button.clicked.connect(self.open_backup)
        self._button.hide()
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self._button)
            layout.setAlignment(self._button, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def show_error(self, error: BhuktaniError) -> None:
        """What happened and what to do. A damaged record is not covered by lesser trouble."""
        damaged = error.problem is Problem.LEDGER_DAMAGED
        if self.isVisible() and not self._button.isHidden() and not damaged:
            return
        sentence = problem_sentence(error)
        self.set_text(sentence.what, sentence.advice)
        self._button.setVisible(damaged)
        self.show()
