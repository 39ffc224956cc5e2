"""Payments says where cash that goes back is recorded, with room for it in each window."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop_app.core.payments.payment import PaymentState
from desktop_app.core.settings import Language
from tests.fakes import NOON, HandClock
from tests.gui.fit_kit import misfits
from tests.gui.payments_kit import DAY, open_payments
from tests.gui.test_places_kit import ledger_in, payment

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.sandbox.server import SandboxServer
    from tests.gui.conftest import OpenShop

CASH = {Language.ENGLISH: "cash", Language.NEPALI: "नगद"}


@pytest.mark.parametrize("size", [(1366, 688), (1093, 534)])
@pytest.mark.parametrize("language", list(Language))
def test_where_cash_that_goes_back_is_recorded_names_the_cash_and_has_room(
    shops: OpenShop,
    server: SandboxServer,
    tmp_path: Path,
    size: tuple[int, int],
    language: Language,
) -> None:
    with ledger_in(tmp_path / "shop") as ledger:
        name = "Hari Bahadur Oli Chhetri"
        payment(ledger, PaymentState.NOT_PAID, NOON - 31 * DAY, name=name, account="92117")
    clerk = shops(url=server.url, clock=HandClock())
    clerk.app.window.resize(*size)
    session = clerk.app.session
    session.change(replace(session.settings, language=language))
    clerk.until_idle()
    open_payments(clerk)
    clerk.type("92117")
    clerk.until_idle()
    words = clerk.says("payments.papernote")
    assert CASH[language] in words.lower()
    assert words.endswith(": F4")
    assert not misfits(clerk.app.window)
