"""The menu of a company's tile: pin it to the front, or let it go."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.core.company_choice import pinned

if TYPE_CHECKING:
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.wizard.provider_shelf import ProviderShelf


class PinMenu(QMenu):
    """Changes the order of the tiles; ``changed`` tells that it did."""

    changed = Signal()

    def __init__(
        self, context: AppContext, shelf: ProviderShelf, slug: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._session, self._shelf = context.session, shelf
        self.setObjectName("provider.menu")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        is_pinned = slug in shelf.pinned()
        words = self.tr("Unpin") if is_pinned else self.tr("Pin to the front")
        self.addAction(words, partial(self._pin, slug, first=not is_pinned))

    def _pin(self, slug: str, *, first: bool) -> None:
        self._session.change(pinned(self._session.settings, slug, first=first))
        self._shelf.put_again()
        self.changed.emit()
