"""The button that asks the service whether paid bills were taken back, and says what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal

from desktop_app.ui.texts.problems import problem_sentence
from desktop_app.ui.widgets import BannerKind, Button, ButtonSize

if TYPE_CHECKING:
    from desktop_app.core.errors import BhuktaniError
    from desktop_app.core.payments.sweep import SweepResult
    from desktop_app.ui.runtime.context import AppContext

translate = QCoreApplication.translate


class SweepButton(Button):
    """Off while a sweep runs; then it shows how far that is. ``begin`` is the page's to connect."""

    message = Signal(object, str, str)
    """Kind of banner, lead and words."""

    def __init__(self, context: AppContext, words: str, name: str) -> None:
        super().__init__(context.theme, words, key="F8", size=ButtonSize.SMALL, name=name)
        self._sweep = context.sweep
        self._usual = words
        self._sweep.changed.connect(self._show)
        self._sweep.finished.connect(self._say_result)
        self._sweep.refused.connect(self._say_problem)
        self._show()

    def _show(self) -> None:
        runs = self._sweep.is_running
        done, total = self._sweep.at
        words = self._usual
        if runs and total:
            words = self.tr("Asking {done} of {total}…").format(done=done, total=total)
        self.setText(words)
        self.enable(not runs, words)

    def _say_result(self, result: SweepResult) -> None:
        if self.isVisible():
            lead, words = result_text(result)
            kind = BannerKind.CAUTION if result.found or result.unasked else BannerKind.GOOD
            self.message.emit(kind, lead, words)

    def _say_problem(self, error: BhuktaniError) -> None:
        if self.isVisible():
            sentence = problem_sentence(error)
            self.message.emit(BannerKind.CAUTION, sentence.what, sentence.advice)


def result_text(result: SweepResult) -> tuple[str, str]:
    """Word what a sweep has come to: how many were asked about, and what is not as it was."""
    lead = translate("SweepButton", "%n paid bill(s) checked.", "", result.checked)
    parts = []
    if result.came_back:
        words = translate(
            "SweepButton", "%n bill(s) came back: see Waiting.", "", len(result.came_back)
        )
        parts.append(words)
    if result.doubtful:
        words = translate(
            "SweepButton", "%n bill(s) for the owner: see Waiting.", "", len(result.doubtful)
        )
        parts.append(words)
    if result.checked and not result.found:
        parts.append(translate("SweepButton", "None came back."))
    if result.unasked:
        words = translate(
            "SweepButton",
            "%n bill(s) got no clear answer: nothing was changed.",
            "",
            result.unasked,
        )
        parts.append(words)
    return lead, " ".join(parts)
