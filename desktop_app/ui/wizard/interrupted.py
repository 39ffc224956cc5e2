"""What the start page says after a run that ended with cash on the counter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop_app.ui.widgets import Banner, BannerKind

if TYPE_CHECKING:
    from desktop_app.ui.theme import Theme

translate = QCoreApplication.translate


def interrupted_banner(theme: Theme) -> Banner:
    """Return the banner; few starts have one."""
    return Banner(
        theme,
        BannerKind.CAUTION,
        translate("ProviderPage", "Cash is still open."),
        translate(
            "ProviderPage",
            "The program was interrupted while money was open:"
            " look into Waiting (F4) before you go on.",
        ),
        name="provider.interrupted",
    )
