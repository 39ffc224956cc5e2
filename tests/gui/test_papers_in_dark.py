"""Paper is white and its ink black, whatever look the program has when it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage

from desktop_app.core.settings import Look, Paper, Settings
from desktop_app.data_folder import settings_path
from desktop_app.printing.drawing import picture
from desktop_app.printing.output import pdf_bytes
from desktop_app.settings_store.settings_file import SettingsFile
from desktop_app.ui.widgets import ScrollPreview
from tests.clerk import Clerk, open_shop
from tests.gui.looks import FakeSystemLook, black, white
from tests.gui.test_printing_output import needs_poppler, rendered
from tests.paper import papers
from tests.sampling import LONG

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

LOOKS: dict[str, Callable[[], FakeSystemLook]] = {
    "dark": lambda: FakeSystemLook(dark=True),
    "high contrast, black": lambda: FakeSystemLook(palette=black()),
    "high contrast, white": lambda: FakeSystemLook(palette=white()),
}


def faults(image: QImage) -> list[str]:
    """What is not black on white: colours, a ground that is not white, ink that is not black."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    data = bytes(plain.constBits())
    blue, green, red = (data[part::4] for part in range(3))
    found = [] if blue == green == red else ["coloured"]
    if blue.count(255) < 0.5 * len(blue):
        found.append("mostly not white")
    if any(plain.pixelColor(x, 0) != QColor("white") for x in (0, plain.width() - 1)):
        found.append("the ground is not white")
    if min(blue) > 0:
        found.append("nothing is black")
    return found


def test_what_is_dark_or_coloured_is_found() -> None:
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.black)
    assert faults(image) == ["mostly not white", "the ground is not white"]
    image.fill(Qt.GlobalColor.yellow)
    assert "coloured" in faults(image)


# White on black is what a paper must not take over: all looks in the long run.
@pytest.fixture(scope="module", params=LOOKS if LONG else ("dark", "high contrast, black"))
def clerk(
    request: pytest.FixtureRequest, qapp: object, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Clerk]:
    """A window in one of the looks, which all tests here draw beside."""
    folder = tmp_path_factory.mktemp("look")
    SettingsFile(settings_path(folder)).save(Settings(look=Look.SYSTEM, asks_opening_cash=False))
    clerk = open_shop(
        folder, practice=True, token="", look=LOOKS[request.param](), size=(1366, 688)
    )
    clerk.until_idle()
    yield clerk
    clerk.app.close()


def test_every_paper_is_drawn_black_on_white(clerk: Clerk) -> None:
    found: list[str] = []
    for name, document in papers():
        if name.startswith(Paper.ROLL_80.value):
            found.extend(f"{name}: {why}" for why in faults(picture(document)))
    assert found == []


@needs_poppler
def test_a_pdf_is_black_on_white(clerk: Clerk, tmp_path: Path) -> None:
    document = next(document for name, document in papers() if name.endswith("nepali"))
    file = tmp_path / "receipt.pdf"
    file.write_bytes(pdf_bytes(document))
    assert faults(rendered(file)) == []


def test_what_a_clerk_prints_and_sees_before_is_black_on_white(clerk: Clerk) -> None:
    for account in ("online_renew", "practice_waiting", "practice_not_paid"):
        clerk.app.window.flow.restart()
        clerk.press(Qt.Key.Key_F3, Qt.Key.Key_F2)
        clerk.until_idle()
        clerk.has_paid(account, at_result=True)
        clerk.press(Qt.Key.Key_F9)
        clerk.until_idle()
        preview = clerk.find("page.result").findChild(ScrollPreview).area.widget()
        assert faults(preview.grab().toImage()) == []
    assert [faults(picture(document)) for document in clerk.tray.printed] == [[], [], []]
