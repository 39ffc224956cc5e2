"""The panel shown while a payment is being sent; it says why the window stays open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop_app.core.payments.payment import Payment, PaymentState
from desktop_app.formatting.dates import local, time_text_with_seconds
from desktop_app.ui.theme import TextRole, Theme
from desktop_app.ui.widgets import (
    Banner,
    BannerKind,
    Panel,
    PanelLook,
    PlainLabel,
    Spinner,
    StepState,
    Timeline,
    TimelineStep,
)
from desktop_app.ui.widgets.ring import RingWatch

if TYPE_CHECKING:
    from datetime import datetime

    from desktop_app.core.settings import Language


class SendingPanel(Panel):
    """Seconds, a warning, and the steps with their times."""

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__(theme, PanelLook.SELECTED, name="confirm.sending")
        self.setAccessibleName(self.tr("Sending…"))
        self._ring = RingWatch(theme, self, theme.metrics.panel_radius)
        self._language = language
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(500)
        self._timer.timeout.connect(self._count)
        self._recorded: datetime | None = None
        self._sent: datetime | None = None
        self._seconds = PlainLabel(theme, "", TextRole.BODY, "text2")
        self._steps = Timeline(theme)
        head = QHBoxLayout()
        # A low window has no second line for the seconds.
        words = QHBoxLayout() if theme.compact else QVBoxLayout()
        words.setSpacing(12 if theme.compact else 0)
        self._title = PlainLabel(theme, self.tr("Sending…"), TextRole.TITLE)
        words.addWidget(self._title)
        words.addWidget(self._seconds)
        if theme.compact:
            words.addStretch(1)
        head.setSpacing(12 if theme.compact else 18)
        spinner = Spinner(theme, 36 if theme.compact else 56)
        head.addWidget(spinner, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addLayout(words, 1)
        banner = Banner(
            theme,
            BannerKind.CAUTION,
            self.tr("Do not close. Do not take another payment for this bill."),
        )
        banner.set_role(TextRole.SUBHEADING)
        if theme.compact:
            banner.set_low()
        column = QVBoxLayout(self)
        side = 12 if theme.compact else 22
        top = 6 if theme.compact else 18
        column.setContentsMargins(side, top, side, top)
        column.setSpacing(5 if theme.compact else 14)
        column.addLayout(head)
        column.addWidget(banner)
        column.addWidget(self._steps, 1)

    def start(self) -> None:
        """Count from now."""
        self._recorded = self._sent = None
        self._clock.start()
        self._timer.start()
        self._count()
        self._show_steps()
        # The button that had the keyboard is off now.
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def stop(self) -> None:
        """Count no longer."""
        self._timer.stop()

    def show_payment(self, payment: Payment) -> None:
        """Show that the desk got one step further."""
        self._recorded = payment.recorded_at
        if payment.state is PaymentState.SENDING:
            self._sent = payment.sent_at
        self._show_steps()

    def _count(self) -> None:
        seconds = int(self._clock.elapsed() / 1000)
        self._seconds.setText(self.tr("%n second(s)", "", seconds))
        if self._theme.compact:
            self._seconds.stand_on(self._title)

    def _show_steps(self) -> None:
        def step(title: str, at: datetime | None, active: bool) -> TimelineStep:
            if at is not None:
                return TimelineStep(
                    title, time_text_with_seconds(local(at), self._language), StepState.DONE
                )
            return TimelineStep(title, "", StepState.ACTIVE if active else StepState.LATER)

        waiting = StepState.ACTIVE if self._sent is not None else StepState.LATER
        self._steps.set_steps(
            (
                step(self.tr("Recorded on this computer"), self._recorded, active=True),
                step(self.tr("Sent to the service"), self._sent, active=self._recorded is not None),
                TimelineStep(
                    self.tr("Waiting for the answer"),
                    self.tr("Up to 60 seconds, then it goes to Waiting and is checked by itself."),
                    waiting,
                ),
            )
        )
