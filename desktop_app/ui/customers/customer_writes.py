"""Names what is recorded of a customer, for a clerk who is elsewhere when it could not be."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def saved_line(name: str) -> str:
    """Name a card."""
    return translate("CustomerWrite", "{name}’s card").format(name=name)


def released_line(account: str) -> str:
    """Name an account that is parted from its customer."""
    words = translate("CustomerWrite", "account {account} taken off its customer")
    return words.format(account=account)


def favourite_line(name: str, *, is_favourite: bool) -> str:
    """Name the mark of a favourite, or that it is taken away."""
    if is_favourite:
        return translate("CustomerWrite", "{name} as a favourite").format(name=name)
    return translate("CustomerWrite", "{name} no longer a favourite").format(name=name)


def told_line(name: str, *, is_told: bool) -> str:
    """Name the note of who was told, or was not."""
    if is_told:
        return translate("CustomerWrite", "{name} was told").format(name=name)
    return translate("CustomerWrite", "{name} was not told").format(name=name)
