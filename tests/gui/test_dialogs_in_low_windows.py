"""What a dialog says is read whole, also in the lowest window that there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop_app.core.settings import Language
from desktop_app.ui.customers.import_dialog import ImportDialog
from tests.clerk import ENTER, Clerk
from tests.fakes import HandClock
from tests.gui.customers_kit import CTRL, back, dialog_of
from tests.gui.fit_kit import misfits
from tests.gui.test_customer_lists import choose
from tests.gui.test_places_kit import begin_ledger, three_customers
from tests.gui.test_tenders import owing
from tests.gui.told_kit import settle
from tests.other_program import locked

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.sandbox.server import SandboxServer
    from tests.gui.conftest import OpenShop

LOWEST = (911, 432)

pytestmark = [
    pytest.mark.usefixtures("impatient"),
    # Of the offscreen plugin, for a window that may be smaller than the program lets it be.
    pytest.mark.qt_log_ignore("propagateSizeHints"),
]


@pytest.fixture(params=list(Language))
def shop(
    request: pytest.FixtureRequest, shops: OpenShop, server: SandboxServer, tmp_path: Path
) -> Clerk:
    """At Customers, in a window that is as low as a large desktop text makes it."""
    begin_ledger(tmp_path / "shop", three_customers)

    clerk = shops(url=server.url, clock=HandClock(), language=request.param)
    clerk.app.window.setMinimumSize(10, 10)
    clerk.app.window.resize(*LOWEST)
    clerk.press(Qt.Key.Key_F7)
    clerk.until_idle()
    return clerk


def test_the_reason_of_what_is_not_recorded_is_read_whole(shop: Clerk, record_file: Path) -> None:
    shop.press(Qt.Key.Key_D, modifier=CTRL)
    card = dialog_of(shop)
    shop.find("customer.save").setFocus()
    with locked(record_file):
        shop.press(ENTER)
        shop.until_idle()
    assert shop.sees("customer.says")
    assert misfits(card) == []
    card.reject()
    back(shop)
    owed = owing(shop)
    with locked(record_file):
        settle(shop, owed, "100")
        shop.until_idle()
    assert shop.sees("onaccount.says")
    assert misfits(owed) == []
    owed.reject()
    back(shop)


def test_whose_names_an_older_list_changes_is_seen_before_it_is_taken(
    shop: Clerk, tmp_path: Path
) -> None:
    shop.press(Qt.Key.Key_I, modifier=CTRL)
    rows = "Ram Thapa,,rambdr_thapa,WorldLink\nSunita,,online_renew,WorldLink\nHari,,h1,Nowhere\n"
    choose(shop, tmp_path / "old.csv", f"Name,Mobile,User ID,ISP\n{rows}".encode())
    dialog = shop.until_dialog(ImportDialog)
    assert misfits(dialog) == []
    renamed = shop.find("import.renamed")
    assert renamed.visibleRegion().isEmpty(), "in so low a window it is below"
    shop.press(ENTER)
    assert shop.find("import.take").hasFocus()
    assert renamed.visibleRegion().boundingRect() == renamed.rect()
    assert shop.find("import.rows").horizontalHeader().accessibleName()
    dialog.reject()
    back(shop)
