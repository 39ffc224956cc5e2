"""A look-up that gave no account: what was said, and what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.core.errors import BhuktaniError, Problem
from desktop_app.core.provider import ProviderInfo
from desktop_app.ui.theme import TextRole, Theme
from desktop_app.ui.widgets import Icon, KeyCap, Panel, PanelLook, PlainLabel
from desktop_app.ui.words.codes import says_not_found
from desktop_app.ui.words.labels import not_found
from desktop_app.ui.words.problems import own_words, problem_sentence


class NoAnswerPanel(QWidget):
    """Never red or green: a look-up costs nothing."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.alike: str | None = None
        self._title = PlainLabel(theme, "", TextRole.HEADING, name="customer.answer", wrap=True)
        self._quote = PlainLabel(theme, "", TextRole.BODY, "text2", wrap=True)
        self._advice = PlainLabel(theme, "", TextRole.BODY, name="customer.advice", wrap=True)
        self._alike = Panel(theme, PanelLook.PLAIN, radius=10)
        self._alike_id = PlainLabel(theme, "", TextRole.STRONG)
        inside = QHBoxLayout(self._alike)
        inside.setContentsMargins(18, 14, 18, 14)
        inside.setSpacing(6)
        inside.addWidget(self._alike_id, 1)
        inside.addWidget(KeyCap(theme, "↓"))
        inside.addWidget(PlainLabel(theme, self.tr("then"), TextRole.LABEL, "text2"))
        inside.addWidget(KeyCap(theme, "Enter"))
        panel = Panel(theme, name="customer.noanswer")
        row = QHBoxLayout(panel)
        row.setContentsMargins(22, 18, 22, 18)
        row.setSpacing(18)
        row.addWidget(Icon(theme, "info", 26, "accenttext"), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._title)
        words.addWidget(self._quote)
        words.addSpacing(6)
        words.addWidget(self._advice)
        words.addWidget(self._alike)
        row.addLayout(words, 1)
        panel.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(panel)
        column.addStretch(1)

    def show_error(self, error: BhuktaniError, info: ProviderInfo) -> None:
        """Say what came back."""
        sentence = problem_sentence(error, info.name)
        code = str(error.details.get("code") or "")
        title = not_found(info) if says_not_found(code, own_words(error)) else sentence.what
        if error.problem is Problem.NOTHING_TO_PAY:
            title = self.tr("Nothing to pay")
        self._title.setText(title)
        nothing = self.tr("Nothing was paid.")
        words = own_words(error)
        if words:
            answered = self.tr("{provider} answered: “{words}”")
            nothing = f"{answered.format(provider=info.name, words=words)} {nothing}"
        self._quote.setText(nothing)
        self._advice.setText(sentence.advice)
        self._advice.setVisible(bool(sentence.advice))

    def show_alike(self, account_id: str | None) -> None:
        """Offer an id that was paid here before and differs little."""
        self.alike = account_id
        self._alike_id.setText(account_id or "")
        self._alike.setVisible(account_id is not None)
        if account_id is not None:
            self._advice.setText(
                self.tr("Check the spelling on the bill, or choose one that was paid here before:")
            )
