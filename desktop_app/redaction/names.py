"""Takes names of customers out of texts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

CUSTOMER = "[customer]"


_MIN_LETTERS = 3


class Personal:
    """Names and phone numbers of customers; ``hide`` takes them out of a text."""

    def __init__(self, values: Iterable[str] = ()) -> None:
        wanted = {value.strip() for value in values}
        longest = sorted((v for v in wanted if len(v) >= _MIN_LETTERS), key=len, reverse=True)
        found = "|".join(re.escape(value) for value in longest)
        self._pattern = re.compile(rf"(?<!\w)(?:{found})(?!\w)", re.IGNORECASE) if found else None

    def hide(self, text: str) -> str:
        """The text without them."""
        return self._pattern.sub(CUSTOMER, text) if self._pattern else text
