"""What stands in the place of a list of payments that is empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.ui.kit.empty_state import EmptyState

if TYPE_CHECKING:
    from desktop_app.ui.payments.reading import Shown
    from desktop_app.ui.theme import Theme


class NothingFound(EmptyState):
    """Says that a day has no payments, or that a search finds none, and how to leave it."""

    def __init__(self, theme: Theme, *, is_home: bool) -> None:
        """``is_home``: in another record Esc does more, as its banner says: it returns."""
        super().__init__(theme, "receipt-text", "text3", name="payments.empty")
        self._is_home = is_home

    def explain(self, seen: Shown) -> None:
        """Say why there are none."""
        if seen.words:
            words = self.tr("No payment matches “{words}”.")
            if self._is_home:
                words = self.tr("No payment matches “{words}”. Esc clears the search.")
            self.set_text(self.tr("No match"), words.format(words=seen.words))
        elif seen.is_found:
            words = self.tr("Esc clears the filters.") if self._is_home else ""
            self.set_text(self.tr("No match"), words)
        else:
            self.set_text(self.tr("No payments on this day"))
