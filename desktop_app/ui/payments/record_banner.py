"""Says whose payments are shown, where they are not those of the environment in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop_app.core.environment import Environment
from desktop_app.ui.texts.environments import environment_word
from desktop_app.ui.widgets import Banner, BannerKind
from desktop_app.ui.widgets.announce import announce_once_seen

if TYPE_CHECKING:
    from desktop_app.ui.theme import Theme


def whose_text(shown: Environment) -> str:
    """Say whose payments are shown."""
    words = QCoreApplication.translate("RecordBanner", "These are payments of {environment}.")
    return words.format(environment=environment_word(shown))


class RecordBanner(Banner):
    """Names the environment that is shown, and the way back to the one in force."""

    def __init__(self, theme: Theme, shown: Environment, home: Environment) -> None:
        super().__init__(theme, BannerKind.CAUTION, "", name="payments.record")
        if shown is Environment.LIVE:
            words = self.tr("They are real. Esc returns to {environment}.")
        else:
            words = self.tr("No money moved. Esc returns to {environment}.")
        self.set_text(
            whose_text(shown),
            words.format(environment=environment_word(home)),
        )
        # The list below it needs the room.
        self.set_low()
        announce_once_seen(self, self.accessibleName())
