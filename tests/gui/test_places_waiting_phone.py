"""Of the customer's phone number in Waiting all digits are seen while it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop_app.core.environment import Environment
from desktop_app.core.settings import Language
from desktop_app.ui.waiting.phone import PhoneField
from tests.gui.fit_kit import misfits
from tests.gui.full_shop import opened
from tests.sampling import pairs

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

SIZES = ((1366, 688), (1280, 640), (1093, 534))
NUMBERS = ("9888888888", "९८८८८८८८८८")


@pytest.mark.parametrize(("language", "size"), pairs(list(Language), list(SIZES)))
def test_a_mobile_number_is_seen_whole_in_either_digits(
    qapp: QApplication, tmp_path: Path, language: Language, size: tuple[int, int]
) -> None:
    with opened(tmp_path, Environment.TEST, language, size=size) as (clerk, _):
        clerk.press(Qt.Key.Key_F4)
        clerk.until_idle()
        phones = 0
        # Where the number is not saved, most words stand beside it.
        for _ in range(3):
            shown = [at for at in clerk.app.window.findChildren(PhoneField) if at.isVisible()]
            for phone in shown:
                phones += 1
                phone.tell_kept(kept=False)
                assert misfits(clerk.app.window) == []
                for number in NUMBERS:
                    assert phone.field.width() >= phone.field.width_for(number)
            clerk.press(Qt.Key.Key_Down)
            clerk.until_idle()
        assert phones == 3
