"""Takes a token that the service quotes out of its answer (rule 11).

What an answer holds is shown, logged and kept permanently. Only texts are changed, and only where
they hold the token: what must be sent back unchanged is never one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.core.billing.accounts import Json
    from desktop_app.redaction.tokens import Redactor


def redact_json(value: Json, redactor: Redactor) -> Json:
    """``value`` with the token replaced in every text inside it, names of fields included."""
    if isinstance(value, str):
        return redactor.redact(value)
    if isinstance(value, list):
        return [redact_json(item, redactor) for item in value]
    if isinstance(value, dict):
        return {
            redactor.redact(str(name)): redact_json(item, redactor) for name, item in value.items()
        }
    return value
