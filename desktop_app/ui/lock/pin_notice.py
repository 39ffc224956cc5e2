"""Tells everybody at the counter that an owner's PIN was set anew, or is asked to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.core.pin_reset import RESET_WAIT
from desktop_app.ui.payment_kit.history import moment_text
from desktop_app.ui.widgets import Banner, BannerKind
from desktop_app.ui.widgets.announce import announce

if TYPE_CHECKING:
    from desktop_app.core.pin_reset import PinNotice
    from desktop_app.ui.runtime.context import AppContext


class PinNoticeBanner(Banner):
    """Nobody puts it away: it goes when an owner proves a PIN."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context.theme, BannerKind.CAUTION, "", name="window.pin_notice")
        self._context = context
        self._told: PinNotice | None = None

    def show_notice(self, notice: PinNotice | None) -> None:
        """Say it in the language in force; nothing where there is nothing to tell."""
        if notice is not None:
            lead, words = self._texts(notice)
            self.set_text(lead, words)
            if notice != self._told:
                announce(self, f"{lead} {words}")
        self._told = notice
        self.setVisible(notice is not None)

    def _texts(self, notice: PinNotice) -> tuple[str, str]:
        now, language = self._context.clock.now(), self._context.session.settings.language
        at = moment_text(notice.at, now, language)
        if notice.is_set:
            return (
                self.tr("The PIN of {name} was set anew: {time}.").format(
                    name=notice.person, time=at
                ),
                self.tr("This stays until an owner has typed a PIN."),
            )
        later = moment_text(notice.at + RESET_WAIT, now, language)
        return (
            self.tr("Somebody asked to set the PIN of {name} anew: {time}.").format(
                name=notice.person, time=at
            ),
            self.tr("It can be set from {time} on. An owner who types a PIN calls it off.").format(
                time=later
            ),
        )
