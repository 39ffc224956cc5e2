"""Says above the payments what could not be read of their record, whose ever it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.ui.kit.record_problem import record_problem
from desktop_app.ui.kit.trouble_banner import TroubleBanner

if TYPE_CHECKING:
    from desktop_app.core.errors import BhuktaniError
    from desktop_app.ui.runtime.context import AppContext


class RecordTrouble(TroubleBanner):
    """Names the environment where it is not the one in force."""

    def __init__(self, context: AppContext, name: str) -> None:
        super().__init__(context.theme, name)
        self._context = context

    def show_error(self, error: BhuktaniError | None) -> None:
        """Say that the page could not be read, and what to do; None for a page that was."""
        self.show_sentence(None if error is None else record_problem(self._context, error))

    def tell(self, error: BhuktaniError) -> None:
        """Have the window say that a part could not be read.

        It speaks of the record in force, and leads to its backups: what is wrong with another one
        is said here.
        """
        if self._context.is_elsewhere:
            self.show_error(error)
        else:
            self._context.session.report(error)
