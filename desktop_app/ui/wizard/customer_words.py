"""What step 2 says of what is typed: hints, what is wrong, and what the button does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop_app.core.billing.forms import AmountEntry
from desktop_app.ui.texts.labels import (
    account_error_text,
    field_hint,
    field_of,
    missing_text,
    refused_text,
)

if TYPE_CHECKING:
    from desktop_app.core.billing.provider import ProviderInfo
    from desktop_app.core.payment_flow import Flow


_MANY = 4
"""More fields than these need the room of the title."""


def next_text(info: ProviderInfo, *, again: bool) -> str:
    """Word the button; a company that is told the amount at once has no account to look up."""
    if any(isinstance(entry, AmountEntry) for entry in info.fields):
        return QCoreApplication.translate("CustomerPage", "Next")
    if again:
        return QCoreApplication.translate("CustomerPage", "Look up again")
    return QCoreApplication.translate("CustomerPage", "Look up")


def hint_text(info: ProviderInfo, example: str) -> str:
    """Word how the account is written; ``example`` is one of practice, or empty."""
    hint = field_hint(info, example)
    if info.knows_customer:
        return hint
    unknown = QCoreApplication.translate(
        "CustomerPage", "{provider} does not say whose account it is: check each character."
    )
    return f"{hint} {unknown.format(provider=info.name)}"


def is_long_form(flow: Flow, *, compact: bool) -> bool:
    """Tell whether the form has so many fields that they need the room of the title."""
    provider = flow.provider
    return provider is not None and len(provider.info.fields) > (1 if compact else _MANY)


def account_fault_text(flow: Flow) -> str:
    """Word why what is typed cannot be looked up; empty where it can be, or nothing is."""
    error, provider = flow.entries.account_error, flow.provider
    return "" if error is None or provider is None else account_error_text(provider.info, error)


def account_reason(flow: Flow) -> str:
    """Word why the account field keeps the clerk from going on; empty where it does not."""
    if flow.provider is None:
        return ""
    if not flow.entries.account_id:
        return missing_text(field_of(flow.provider.info))
    if flow.entries.account_error is not None:
        return refused_text(field_of(flow.provider.info))
    return ""
