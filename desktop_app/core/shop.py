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


@dataclass(frozen=True, slots=True)
class TillContext:
    """The part of the settings that a payment keeps: operator, shop, rounding, environment."""

    operator: str
    shop: Shop
    rounding: CashRounding
    environment: Environment
