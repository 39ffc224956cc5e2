"""Words about people and their PINs."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop_app.core.operators import PeopleFault, Role
from desktop_app.core.pins import PinFault

translate = QCoreApplication.translate


def role_word(role: Role) -> str:
    """What a person may do, in a word."""
    return translate("People", "Owner") if role is Role.OWNER else translate("People", "Clerk")


def pin_fault_text(fault: PinFault) -> str:
    """Why digits may not be a PIN, and what may."""
    return {
        PinFault.NOT_DIGITS: translate("People", "Digits only."),
        PinFault.TOO_SHORT: translate("People", "At least 4 digits."),
        PinFault.TOO_LONG: translate("People", "At most 8 digits."),
        PinFault.ONE_DIGIT: translate("People", "Not the same digit all along."),
        PinFault.IN_ORDER: translate("People", "Not digits in a row, like 1234."),
    }[fault]


def people_fault_text(fault: PeopleFault) -> str:
    """Why people cannot be changed in this way."""
    return {
        PeopleFault.NO_NAME: translate("People", "Write the name."),
        PeopleFault.NAME_TAKEN: translate("People", "Somebody here has this name already."),
        PeopleFault.FIRST_IS_OWNER: translate(
            "People", "The first PIN must be an owner’s: else nobody could open the settings."
        ),
        PeopleFault.LAST_OWNER: translate(
            "People",
            "Another PIN is in use: at least one owner keeps a PIN, or nobody could open the"
            " settings.",
        ),
        PeopleFault.GONE: translate("People", "This person does not work here any more."),
        PeopleFault.BAD_PIN: translate("People", "This cannot be a PIN."),
        PeopleFault.NOT_PROVED: translate("People", "An owner’s PIN is needed first."),
    }[fault]
