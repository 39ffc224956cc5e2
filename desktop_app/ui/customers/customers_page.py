"""Customers looked up before."""

from __future__ import annotations

from PySide6.QtCore import Signal

from desktop_app.ui.place import Place
from desktop_app.ui.session import Context


class CustomersPage(Place):
    """Customers looked up before."""

    settled = Signal()
    chosen = Signal(object, str)

    def __init__(self, context: Context) -> None:
        super().__init__(context, "customers", self.tr("Customers"))
        self.body.addStretch(1)
