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
from tests.clerk import PaperTray, open_shop
from tests.gui.looks import FakeSystemLook, black, white
from tests.gui.test_printing_output import needs_poppler, rendered
from tests.paper import papers

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop_app.printing.blocks import Document
    from desktop_app.ui.theme import SystemLook

LOOKS: dict[str, Callable[[], FakeSystemLook]] = {
    "dark": lambda: FakeSystemLook(dark=True),
    "high contrast, black": lambda: FakeSystemLook(palette=black()),
    "high contrast, white": lambda: FakeSystemLook(palette=white()),
}
IN_EACH_LOOK = pytest.mark.parametrize("look", LOOKS)
CONTROL = Qt.KeyboardModifier.ControlModifier


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


def _in_look(folder: Path, look: SystemLook, act: Callable[[], None]) -> None:
    SettingsFile(settings_path(folder)).save(Settings(look=Look.SYSTEM))
    clerk = open_shop(folder, practice=True, token="", look=look)
    try:
        clerk.until_idle()
        act()
    finally:
        clerk.app.close()


@IN_EACH_LOOK
def test_every_paper_is_drawn_black_on_white(qapp: object, tmp_path: Path, look: str) -> None:
    found: list[str] = []

    def draw() -> None:
        for name, document in papers():
            if name.startswith(Paper.ROLL_80.value):
                found.extend(f"{name}: {why}" for why in faults(picture(document)))

    _in_look(tmp_path, LOOKS[look](), draw)
    assert found == []


@needs_poppler
@IN_EACH_LOOK
def test_a_pdf_is_black_on_white(qapp: object, tmp_path: Path, look: str) -> None:
    document = next(document for name, document in papers() if name.endswith("nepali"))
    file = tmp_path / "receipt.pdf"
    _in_look(tmp_path / "shop", LOOKS[look](), lambda: _write(document, file))
    assert faults(rendered(file)) == []


def _write(document: Document, file: Path) -> None:
    file.write_bytes(pdf_bytes(document))


@IN_EACH_LOOK
def test_what_a_clerk_prints_and_sees_before_is_black_on_white(
    qapp: object, tmp_path: Path, look: str
) -> None:
    SettingsFile(settings_path(tmp_path)).save(Settings(look=Look.SYSTEM))
    tray = PaperTray()
    clerk = open_shop(tmp_path, practice=True, token="", look=LOOKS[look](), tray=tray)
    try:
        clerk.app.window.resize(1366, 688)
        clerk.until_idle()
        for account in ("online_renew", "practice_waiting", "practice_not_paid"):
            clerk.app.window.flow.restart()
            clerk.press(Qt.Key.Key_F3, Qt.Key.Key_F2)
            clerk.until_idle()
            clerk.pay(Qt.Key.Key_1, account, Qt.Key.Key_1, "50000")
            clerk.until_idle()
            clerk.press(Qt.Key.Key_F9)
            clerk.until_idle()
            preview = clerk.find("page.result").findChild(ScrollPreview).area.widget()
            assert faults(preview.grab().toImage()) == []
        assert [faults(picture(document)) for document in tray.printed] == [[], [], []]
    finally:
        clerk.app.close()
