"""First start, step 2: the token, tried before it is kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout

from desktop_app.core.environment import Environment
from desktop_app.ui.first_run.step import StepPanel
from desktop_app.ui.setup_forms.token_form import TokenForm
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import Button, PlainLabel, Segments, Variant

if TYPE_CHECKING:
    from desktop_app.core.settings import Settings
    from desktop_app.ui.runtime.context import AppContext


class TokenStep(StepPanel):
    """Next tries the token first; then it goes on."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(
            context,
            QCoreApplication.translate("TokenStep", "Paste the token"),
            QCoreApplication.translate(
                "TokenStep", "It is in your account’s web portal, on the page for the service API."
            ),
        )
        theme = self.theme
        self._environment = Segments(
            theme,
            [
                (Environment.LIVE.value, self.tr("LIVE, real bills")),
                (Environment.TEST.value, self.tr("TEST, the test computer")),
            ],
            Environment.LIVE.value,
            name="first.environment",
        )
        self._environment.setAccessibleName(self.tr("This token is for"))
        self._environment.chosen.connect(self._choose)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(PlainLabel(theme, self.tr("This token is for"), TextRole.STRONG))
        row.addWidget(self._environment)
        row.addStretch(1)
        self.form = TokenForm(context, "first")
        self.form.changed.connect(self._changed)
        self.body.addLayout(row)
        self.body.addWidget(self.form)
        self._test = Button(theme, self.tr("Test"), key="F5", name="first.token.test")
        self._test.clicked.connect(self.form.test)
        self._skip = Button(
            theme, self.tr("Go on without a test"), Variant.LINK, name="first.token.skip"
        )
        self._skip.clicked.connect(self.done)
        self.buttons.insertWidget(2, self._skip)
        self.buttons.insertWidget(3, self._test)

    def enter(self) -> None:
        """Show what was entered before."""
        draft, unsaved = self._draft(), self.context.session.unsaved
        environment = draft.environment or Environment.LIVE
        unsaved.first = replace(draft, environment=environment)
        self._environment.set_value(environment.value)
        self.form.enter(environment, unsaved.first_token)
        self._show_state()
        if self.form.trial is not None:
            # Of a page of before: Enter goes on from here as it did there.
            self.focus_next()
        else:
            self.form.take_focus()

    def go_on(self) -> None:
        """Try the token, and go on once the service took it: no row of Enters goes past a trial."""
        if self.form.may_go_on and not self.form.is_unheard:
            self.done.emit()
        else:
            self.form.test()

    def _draft(self) -> Settings:
        session = self.context.session
        return session.unsaved.first or session.settings

    def _choose(self, value: str) -> None:
        environment = Environment(value)
        self.context.session.unsaved.first = replace(self._draft(), environment=environment)
        self.form.set_environment(environment)
        self._show_state()

    def _changed(self) -> None:
        self.context.session.unsaved.first_token = self.form.token()
        self._show_state()
        if self.form.may_go_on:
            self.focus_next()
        elif self.form.trouble is not None:
            self.form.take_focus()

    def _show_state(self) -> None:
        form = self.form
        tried = form.trial is not None or form.trouble is not None
        self._test.setText(self.tr("Test again") if tried else self.tr("Test"))
        self._test.enable(not form.is_asking, self.tr("Wait for the answer."))
        self._test.setVisible(not form.is_unheard)
        self._skip.setVisible(form.is_unheard)
        self.next_button.setText(self.tr("Test again") if form.is_unheard else self.tr("Next"))
        self.next_button.enable(not form.is_asking, self.tr("Wait for the answer."))

    def takes_key(self, event: QKeyEvent) -> bool:
        """F5 tries the token, Ctrl+V pastes it from anywhere on the page."""
        if event.key() == Qt.Key.Key_F5:
            self.form.test()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.form.paste()
        else:
            return False
        return True
