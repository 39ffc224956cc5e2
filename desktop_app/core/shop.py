"""The shop, and the till at which one of its payments is taken."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.core.environment import Environment
from desktop_app.core.money import CashRounding


@dataclass(frozen=True, slots=True)
class Shop:
    """The shop's details as printed; kept with each payment so that old receipts keep theirs."""

    name: str = ""
    name_nepali: str = ""
    address: str = ""
    address_nepali: str = ""
    phone: str = ""
    pan: str = ""
    receipt_prefix: str = ""
    """Stands before each receipt number: ``core.receipts.is_prefix``."""
    footer: str = ""
    """Up to :data:`FOOTER_LINES` lines of the owner's at the end of a receipt."""

    @property
    def footer_lines(self) -> tuple[str, ...]:
        """The lines of the footer that say something."""
        lines = (line.strip() for line in self.footer.splitlines())
        return tuple(line for line in lines if line)[:FOOTER_LINES]


FOOTER_LINES = 3
FOOTER_LETTERS = 60
"""Of one line."""


FIRST_COUNTER = "1"
FIRST_DRAWER = "1"


@dataclass(frozen=True, slots=True)
class Till:
    """Where something is done, and by whom.

    ``counter`` is a PC with its own numbers, ``drawer`` where its cash lies; both are "1" in a shop
    with one. ``operator_id`` is empty for a name that nobody proved.
    """

    counter: str = FIRST_COUNTER
    drawer: str = FIRST_DRAWER
    operator: str = ""
    operator_id: str = ""


NO_TILL = Till()
"""The first drawer of the first counter, with nobody named: the program does it by itself."""


@dataclass(frozen=True, slots=True)
class TillContext:
    """The part of the settings that a payment keeps: operator, shop, rounding, environment."""

    operator: str
    shop: Shop
    rounding: CashRounding
    environment: Environment
    counter: str = FIRST_COUNTER
    drawer: str = FIRST_DRAWER
    operator_id: str = ""

    @property
    def till(self) -> Till:
        """Where the payment is taken, and by whom."""
        return Till(self.counter, self.drawer, self.operator, self.operator_id)
