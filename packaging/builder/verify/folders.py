"""Chapters about where it is installed: folders of others, and a drive without room."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from builder.listing import LIST
from builder.verify.installing import EXIT_CANCELLED, EXIT_FOLDER
from builder.verify.shop import Shop, see, see_same
from builder.verify.traces import traces

if TYPE_CHECKING:
    from pathlib import Path

EXIT_STOPPED, EXIT_ROOM = 2, 9

OTHERS = {
    # PyInstaller and NSIS, as we are ourselves.
    "Electrum": (
        *("electrum-4.5.5.exe", "Uninstall.exe", "_internal/base_library.zip"),
        *("_internal/python311.dll", "_internal/electrum/gui/icons/electrum.png"),
    ),
    # NSIS with a list of its own beside the uninstaller.
    "VLC": ("vlc.exe", "uninstall.exe", "uninstall.log", "plugins/access/libhttp_plugin.dll"),
    "7-Zip": ("7zFM.exe", "7z.dll", "Uninstall.exe", "Lang/ne.txt", "License.txt"),
    # Inno Setup.
    "Audacity": ("Audacity.exe", "unins000.exe", "unins000.dat", "modules/mod-ogg.dll"),
    # Electron, by its two usual installers.
    "Signal": ("Signal.exe", "Uninstall Signal.exe", "resources/app.asar", "locales/ne.pak"),
    "Discord": ("Update.exe", "app-1.0.9/Discord.exe", "app-1.0.9/old-1/x", "packages/RELEASES"),
    "Firefox": ("firefox.exe", "omni.ja", "uninstall/helper.exe", "uninstall/uninstall.log"),
    # Names that are ours as well, and are no sign.
    "Namesake": (
        *("Bhuktani.exe", "uninstall.exe", f"_internal/{LIST}", f"new/_internal/{LIST}"),
        *(f"old-1/_internal/{LIST}", "old-1/Bhuktani.exe"),
    ),
    "Documents": ("bills of Kartik.xlsx",),
}
"""What lies in the folders of well-known programs, by its shape."""


def keeps_off(shop: Shop, setup: Path) -> None:
    """Check that folders of other programs are refused and left unchanged, byte by byte."""
    root = shop.wine.prefix / "drive_c/Others"
    for name, files in OTHERS.items():
        for file in files:
            path = root / name / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"{name}'s own {file}\r\n", "utf-16-le", newline="")
    before = traces(shop.wine)
    for name in OTHERS:
        where = f"/D={shop.windows_path(root / name)}"
        contents = shop.contents(root / name)
        see(shop.run(setup, "/S", where) == EXIT_FOLDER, f"the folder of {name} is refused")
        see_same(shop.contents(root / name), contents, f"{name} was left alone")
    folder = root / "Electrum"
    contents = shop.contents(folder)
    window = shop.open(setup, "/LANG=en", f"/D={shop.windows_path(folder)}")
    shop.go("Return")
    shop.eyes.picture("refused-folder")
    shop.go("Return")  # read: the page is there again
    shop.eyes.press("Escape")
    see(shop.ends(window, setup.name) == EXIT_CANCELLED, "the setup ends when it is cancelled")
    see_same(shop.contents(folder), contents, "Electrum was left alone on the screen too")
    left = traces(shop.wine).since(before)
    see(not left.files and not left.values, f"nothing was installed: {left}")
    shutil.rmtree(root)


def refuses_what_is_damaged(shop: Shop, setup: Path) -> None:
    """A part of the installer, and one with another byte, install nothing, and say so."""
    before = traces(shop.wine)
    whole = setup.read_bytes()
    middle = len(whole) // 2
    other = bytes([whole[middle] ^ 1])
    for name, damaged in (
        ("a-part", whole[:middle]),
        ("another-byte", whole[:middle] + other + whole[middle + 1 :]),
    ):
        file = setup.parent / f"{name}.exe"
        file.write_bytes(damaged)
        see(shop.run(file, "/S") == EXIT_STOPPED, f"{name} of the installer is refused")
        window = shop.open(file)
        shop.eyes.picture(f"refused-{name}")
        shop.eyes.press("Return")
        see(shop.ends(window, file.name) == EXIT_STOPPED, f"{name} is refused on the screen")
        file.unlink()
    left = traces(shop.wine).since(before)
    see(not left.files and not left.values, f"nothing was written: {left}")


def needs_room(shop: Shop, setup: Path) -> None:
    """A drive without room is told before anything is written, and the installer ends."""
    before = traces(shop.wine)
    full = r"/D=Z:\sys\Bhuktani"  # no file system for files: none of it is free
    see(shop.run(setup, "/S", full) == EXIT_ROOM, "a full drive is refused")
    for language in ("en", "ne"):
        window = shop.open(setup, f"/LANG={language}", full)
        shop.go("Return")
        shop.eyes.picture(f"refused-room-{language}")
        shop.go("Return")
        shop.eyes.press("Escape")
        see(shop.ends(window, setup.name) == EXIT_CANCELLED, "it ends when it is cancelled")
    left = traces(shop.wine).since(before)
    see(not left.files and not left.values, f"nothing was written: {left}")
