"""Words for the shop's balance at the service."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop_app.formatting.dates import local, time_text

if TYPE_CHECKING:
    from datetime import datetime

    from desktop_app.core.settings import Language


def lasts_text(until: datetime, language: Language) -> str:
    """Word that the balance will be used up today."""
    words = QCoreApplication.translate(
        "Balance",
        "At the pace of the last weeks the balance lasts until about {time}. Add balance at the"
        " service.",
    )
    return words.format(time=time_text(local(until), language))
