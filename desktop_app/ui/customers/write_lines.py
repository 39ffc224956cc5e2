"""Names what is written of a customer, where it could not be recorded."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def saved_line(name: str) -> str:
    """Name a card."""
    return translate("CustomerWrite", "card of {name}").format(name=name)


def released_line(account: str) -> str:
    """Name an account that is parted from its customer."""
    words = translate("CustomerWrite", "{account} is not this customer’s")
    return words.format(account=account)


def favourite_line(name: str) -> str:
    """Name the mark of a favourite."""
    return translate("CustomerWrite", "favourite: {name}").format(name=name)


def told_line(name: str) -> str:
    """Name the note of who was told."""
    return translate("CustomerWrite", "whether {name} was told").format(name=name)
