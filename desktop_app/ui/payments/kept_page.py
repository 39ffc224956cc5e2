"""What a page of payments hands on to the one that takes its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.core.environment import Environment
    from desktop_app.ui.payments.filter_row import KeptFilters


@dataclass(frozen=True, slots=True)
class KeptPage:
    """Where a page of payments stood.

    Attributes:
        environment: whose record it showed.
        day: the day that was shown; None is today, whenever that is.
        payment: the number of the payment that was chosen; empty for none.
        words: what was searched for.
        filters: what was chosen in the filters.
        said: what the page said of a file, and of a paper.
        from_filters: the environment was chosen in the filters, which then keep the keyboard.
    """

    environment: Environment
    day: date | None = None
    payment: str = ""
    words: str = ""
    filters: KeptFilters = ()
    said: tuple[object, object] = (None, None)
    from_filters: bool = False
