"""Actions on the card of a payment, and their keys."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class Action(Enum):
    """Carried by ``PaymentCard.action_requested``."""

    CHECK = "check"
    DECIDE = "decide"
    RETURN = "return"
    PAY_AGAIN = "pay_again"
    SETTLE = "settle"
    PRINT = "print"
    PDF = "pdf"
    COPY = "copy"
    HISTORY = "history"
    COMPLAIN = "complain"


_PLAIN = {Qt.Key.Key_F9: Action.PRINT, Qt.Key.Key_F8: Action.COMPLAIN}
_CONTROL = {Qt.Key.Key_S: Action.PDF, Qt.Key.Key_R: Action.RETURN, Qt.Key.Key_C: Action.COPY}


def action_for_key(event: QKeyEvent) -> Action | None:
    """Return the action of a key on the selected card."""
    control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return (_CONTROL if control else _PLAIN).get(Qt.Key(event.key()))
