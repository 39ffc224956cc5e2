"""Chapters about the installer: what it writes, refuses, replaces and removes."""

from __future__ import annotations

import signal
from pathlib import Path

import pefile

from builder.places import PUBLISHER
from builder.verify.shop import Shop, digests, see
from builder.verify.traces import Traces, traces

EXIT_WINDOWS, EXIT_NEWER = 5, 6
_UNINSTALLER = "uninstall.exe"
_HALF_SECONDS = 60.0


def refuses_old_windows(shop: Shop, setup: Path) -> None:
    """Windows 7 and Windows 10 1803 are turned away before anything is written."""
    before = traces(shop.wine)
    for build in ("win7", "17134"):
        with shop.other_windows(build):
            see(shop.run(setup, "/S") == EXIT_WINDOWS, f"Windows {build} is refused")
            window = shop.wine.start(setup)
            shop.eyes.after(lambda: None, "the sentence about Windows")
            shop.eyes.picture(f"refused-{build}")
            shop.go("Return")
            see(shop.ends(window, setup.name) == EXIT_WINDOWS, f"{build} is refused on screen")
    left = traces(shop.wine).since(before)
    see(not left.files, f"no file was written: {sorted(left.files)}")
    see(not left.values, f"no value was written: {sorted(left.values)}")


def installs(shop: Shop, setup: Path, folder: Path, version: str) -> None:
    """Silently: exactly the program's files, shortcuts, and the entry in Apps & features."""
    see(shop.run(setup, "/S") == 0, "the silent installation ends well")
    see_installed(shop, folder)
    see(shop.menu_link.is_file(), "there is a shortcut in the start menu")
    see(shop.desktop_link.is_file(), "there is a shortcut on the desktop")
    see(shop.registered("DisplayVersion") == version, "Apps & features knows the version")
    see(shop.registered("Publisher") == PUBLISHER, "Apps & features knows the publisher")
    size = int(shop.registered("EstimatedSize"), 16) * 1024
    real = sum(path.stat().st_size for path in shop.folder.rglob("*") if path.is_file())
    see(abs(size - real) < real // 20, "Apps & features knows the size")
    for executable in (setup, shop.program, shop.folder / _UNINSTALLER):
        _see_executable(executable, version)


def see_installed(shop: Shop, folder: Path) -> None:
    """The installed files are those that were built, byte by byte, and the uninstaller."""
    there = shop.installed()
    see(there.pop(_UNINSTALLER, "") != "", "the uninstaller is there")
    see(there == digests(folder), "the installed files are the built ones and no others")


def _see_executable(executable: Path, version: str) -> None:
    """Version, publisher, icon, and made for high resolutions without a console."""
    image = pefile.PE(str(executable))
    strings = {
        key.decode(): value.decode()
        for info in image.FileInfo[0]
        if info.Key == b"StringFileInfo"
        for table in info.StringTable
        for key, value in table.entries.items()
    }
    see(strings.get("ProductVersion") == version, f"{executable.name} names its version")
    see(strings.get("CompanyName") == PUBLISHER, f"{executable.name} names its publisher")
    resources = {entry.id for entry in image.DIRECTORY_ENTRY_RESOURCE.entries}
    see(pefile.RESOURCE_TYPE["RT_GROUP_ICON"] in resources, f"{executable.name} has an icon")
    see(b"dpiAware" in executable.read_bytes(), f"{executable.name} knows high resolutions")
    windowed = pefile.SUBSYSTEM_TYPE["IMAGE_SUBSYSTEM_WINDOWS_GUI"]
    see(image.OPTIONAL_HEADER.Subsystem == windowed, f"{executable.name} opens no console")


def refuses_older(shop: Shop, older_setup: Path, folder: Path) -> None:
    """An older installer leaves a newer program alone."""
    see(shop.run(older_setup, "/S") == EXIT_NEWER, "an older installer is refused")
    see_installed(shop, folder)


def survives_a_power_cut(shop: Shop, setup: Path, older: Path) -> None:
    """Killed while it unpacks, the installer leaves the program that was there whole."""
    process = shop.wine.start(setup, "/S")
    half = shop.folder / "new/_internal/PySide6"
    shop.wait(half.is_dir, "the new program is being unpacked")
    process.send_signal(signal.SIGKILL)
    process.wait(_HALF_SECONDS)
    there = shop.installed()
    there.pop(_UNINSTALLER)
    whole = {name: digest for name, digest in there.items() if not name.startswith("new/")}
    see(whole == digests(older), "the program before is whole after the power cut")
    see(len(whole) < len(there), "the installer was killed halfway")
    shop.open_from_menu()


def repairs(shop: Shop, setup: Path, folder: Path) -> None:
    """The same installer puts damaged and missing files in order."""
    (shop.folder / "_internal/python313.dll").write_bytes(b"damaged")
    (shop.folder / "_internal/PySide6/Qt6Core.dll").unlink()
    see(shop.run(setup, "/S") == 0, "the repair ends well")
    see_installed(shop, folder)


def uninstalls(shop: Shop, clean: Traces) -> None:
    """Silently: the program is gone; the owner's data, and a file of somebody else, stay."""
    strange = shop.folder / "_internal/notes.txt"
    strange.write_text("somebody's own")
    data = digests(shop.data)
    see(shop.ends(shop.uninstaller("/S"), _UNINSTALLER) == 0, "the silent removal ends well")
    see(
        shop.installed() == {"_internal/notes.txt": digests(strange.parent)["notes.txt"]}, "only it"
    )
    see(digests(shop.data) == data, "ledger, settings, backups and logs are untouched")
    see(not shop.is_registered, "Apps & features has no entry any more")
    strange.unlink()
    strange.parent.rmdir()
    shop.folder.rmdir()
    _see_gone(shop, clean, kept=(f"C:/{_below(shop.data)}", "Credential Manager"))


def _see_gone(shop: Shop, clean: Traces, kept: tuple[str, ...]) -> None:
    """Nothing is left but what is named."""
    left = traces(shop.wine).since(clean)
    for name in sorted(left.files | left.values):
        see(any(word in name for word in kept), f"left behind: {name}")


def installs_on_screen(shop: Shop, setup: Path, language: str) -> None:
    """As a person does it: one page that asks where, and one that starts the program."""
    window = shop.wine.start(setup, "/LANG=en")
    shop.eyes.after(lambda: None, "the installer")
    if language != "en":
        shop.go("shift+Tab", "space")  # the button that changes the language
        see(shop.ends(window, setup.name) == 0, "the installer starts itself in the other language")
    shop.eyes.picture(f"install-{language}")
    shop.go("Return")
    shop.wait(lambda: shop.is_registered, "the program is installed")
    shop.eyes.rest()
    shop.eyes.picture(f"ready-{language}")
    shop.go("Return")
    shop.wait(lambda: shop.is_running, "the program was started")
    shop.eyes.rest()
    shop.close_program()
    see(shop.registered("SetupLanguage") == language, "the language is known for the next time")


def removes_everything(shop: Shop, clean: Traces) -> None:
    """On the screen: the box is ticked and confirmed, and nothing at all is left."""
    process = shop.uninstaller()
    shop.eyes.after(lambda: None, "the uninstaller")
    shop.eyes.picture("uninstall")
    shop.go("alt+a")
    shop.go("Return")
    shop.eyes.picture("uninstall-sure")
    data = digests(shop.data)
    shop.go("Return")  # no: it goes back to the page
    see(digests(shop.data) == data and shop.program.is_file(), "nothing goes unless one says yes")
    shop.go("Return")
    shop.eyes.press("y")
    shop.wait(lambda: not shop.is_registered, "the program is removed")
    shop.eyes.rest()
    shop.eyes.picture("uninstalled")
    shop.eyes.press("Return")
    see(shop.ends(process, _UNINSTALLER) == 0, "the removal ends well")
    _see_gone(shop, clean, kept=())


def _below(folder: Path) -> str:
    return str(folder).split("drive_c/", 1)[1]
