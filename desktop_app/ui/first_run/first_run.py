"""The first start: practice, or five steps that connect the shop."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop_app.core.environment import Environment
from desktop_app.core.operators import OwnerAction
from desktop_app.ui.first_run.companies_step import CompaniesStep
from desktop_app.ui.first_run.printer_step import PrinterStep
from desktop_app.ui.first_run.ready_step import ReadyStep
from desktop_app.ui.first_run.shop_step import ShopStep
from desktop_app.ui.first_run.step import StepPanel, in_the_middle
from desktop_app.ui.first_run.token_step import TokenStep
from desktop_app.ui.first_run.welcome import Welcome
from desktop_app.ui.runtime.unfinished import Unsaved
from desktop_app.ui.setup_forms.tokens import TokenTest
from desktop_app.ui.widgets import StepBar
from desktop_app.ui.widgets.page_body import PageBody, scrolling

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from desktop_app.core.operators import Proof
    from desktop_app.ui.runtime.context import AppContext

_ENTER_PAUSE_MS = 400


class FirstRun(QWidget):
    """Offers to practise first, or to connect the shop. Nothing is stored before the end."""

    page_shown = Signal(int)
    """A page has just appeared; the argument is how long it ignores Enter, in milliseconds."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.setObjectName("first")
        self._context = context
        context.session.changed.connect(self._settings_changed)
        self._welcome = Welcome(context)
        self._welcome.practice.connect(self._practice)
        self._welcome.connect_shop.connect(lambda: self._show(0))
        self._token = TokenStep(context)
        self._ready = ReadyStep(context)
        self._steps: tuple[StepPanel, ...] = (
            ShopStep(context),
            self._token,
            CompaniesStep(context),
            PrinterStep(context),
            self._ready,
        )
        names = (
            *(self.tr("Shop"), self.tr("Token"), self.tr("Companies")),
            *(self.tr("Printer"), self.tr("Ready")),
        )
        self._bar = StepBar(context.theme, names, name="first.steps")
        self._bar.setFixedWidth(self._bar.steps_width() + 4)
        self._stack = QStackedWidget()
        self._stack.addWidget(scrolling(self._welcome))
        self._stack.addWidget(self._make_connecting())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def _make_connecting(self) -> QWidget:
        self._panels = QStackedWidget()
        for number, step in enumerate(self._steps):
            self._panels.addWidget(_on_top(step))
            step.back.connect(self._back)
            step.done.connect(self._next)
            step.setObjectName(f"first.step.{number + 1}")
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0 if self._context.theme.compact else 60, 0, 8)
        column.setSpacing(0)
        column.addLayout(in_the_middle(self._bar))
        column.addWidget(self._panels, 1)
        return page

    # --- going ----------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Go on where a page of before was left, once this one can take the keyboard."""
        super().showEvent(event)
        if event.spontaneous():
            return
        QTimer.singleShot(0, self, lambda: self._show(self._context.session.unsaved.first_step))

    def _show(self, step: int | None) -> None:
        """A step counted from 0, or the welcome for None."""
        self._context.session.unsaved.first_step = step
        if step is None:
            self._stack.setCurrentIndex(0)
            self._welcome.take_focus()
        else:
            self._stack.setCurrentIndex(1)
            self._bar.set_current(step)
            self._panels.setCurrentIndex(step)
            if self._steps[step] is self._ready:
                # Not of its page, which may be built anew and not shown yet.
                trial = self._context.session.unsaved.trial
                value = trial.result.value if trial is not None and trial.result else None
                self._ready.show_trial(value if isinstance(value, TokenTest) else None)
            self._steps[step].enter()
        self.page_shown.emit(_ENTER_PAUSE_MS)

    def _back(self) -> None:
        step = self._context.session.unsaved.first_step or 0
        self._show(step - 1 if step else None)

    def _next(self) -> None:
        step = self._context.session.unsaved.first_step or 0
        if self._steps[step] is self._ready:
            self._finish()
        else:
            self._show(step + 1)

    def _practice(self) -> None:
        self._context.gate.require(OwnerAction.SETTINGS, self._use_practice)

    def _use_practice(self, proof: Proof | None) -> None:
        session = self._context.session
        session.change(replace(session.settings, environment=Environment.PRACTICE))

    def _settings_changed(self) -> None:
        """Forget what was entered, once it is stored and not before."""
        session = self._context.session
        if session.settings.environment is not None:
            session.unsaved = Unsaved()

    def _finish(self) -> None:
        """The token is kept; now the settings."""
        session = self._context.session
        draft = session.unsaved.first
        if draft is not None:
            now = session.settings
            chosen = replace(
                draft,
                language=now.language,
                receipt_language=now.receipt_language,
                look=now.look,
            )
            session.change(chosen)


def _on_top(panel: QWidget) -> QWidget:
    body = PageBody()
    body.column.setContentsMargins(8, 4, 8, 6)
    body.column.addLayout(in_the_middle(panel))
    body.column.addStretch(1)
    return body
