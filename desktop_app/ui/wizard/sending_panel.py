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
from desktop_app.ui.wizard.bill_panel import Room

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
        self._steps = Timeline(theme, name="confirm.steps")
        head = QHBoxLayout()
        # A low window has no second line for the seconds. It may become one while this is seen.
        self._on_one_line = theme.compact
        words = QHBoxLayout() if self._on_one_line else QVBoxLayout()
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
        self._banner = Banner(
            theme,
            BannerKind.CAUTION,
            self.tr("Do not close. Do not take another payment for this bill."),
            name="confirm.warning",
        )
        self._banner.set_role(TextRole.SUBHEADING)
        self._column = QVBoxLayout(self)
        self._column.addLayout(head)
        self._column.addWidget(self._banner)
        self._column.addWidget(self._steps, 1)
        self._column.addStretch(0)
        self.set_room(Room.USUAL)

    def set_room(self, room: Room) -> None:
        """Make the gaps smaller, then leave the steps out; what not to do is never left out.

        The window may become a small one while it is being sent, and its page stays as it is.
        """
        low = self._theme.compact or room is not Room.USUAL
        side, top = (12, 6) if low else (22, 18)
        self._column.setContentsMargins(side, top, side, top)
        self._column.setSpacing(5 if low else 14)
        self._banner.set_low(low)
        self._steps.setVisible(room is not Room.LEAST)

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
        if self._on_one_line:
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
