"""Chapters about the installer: what it writes, refuses, replaces and removes."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import pefile

from builder.places import PUBLISHER
from builder.verify.shop import Shop, digests, see, see_same
from builder.verify.traces import Traces, traces

if TYPE_CHECKING:
    from pathlib import Path

EXIT_CANCELLED, EXIT_WINDOWS, EXIT_NEWER, EXIT_FOLDER = 1, 5, 6, 8
_UNINSTALLER = "uninstall.exe"
_UNINSTALL_ENTRIES = r"HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Uninstall"
_VAULT_OF_WINE = (
    r"HKEY_CURRENT_USER\Software\Wine\Credential Manager",
    r'HKEY_CURRENT_USER\Software\Wine\Credential Manager -> "EncryptionKey"',
)
"""Where Wine's Credential Manager keeps what it is given; each secret is a key below."""

_HALF_SECONDS = 60.0


def refuses_old_windows(shop: Shop, setup: Path) -> None:
    """Windows 7 and Windows 10 1803 are turned away before anything is written."""
    before = traces(shop.wine)
    for build in ("win7", "17134"):
        with shop.other_windows(build):
            see(shop.run(setup, "/S") == EXIT_WINDOWS, f"Windows {build} is refused")
            window = shop.open(setup)
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
    see_same(there, digests(folder), "the installed files are the built ones and no others")


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


def refuses_older(shop: Shop, older_setup: Path, setup: Path, folder: Path) -> None:
    """An older installer leaves a newer program alone, be it another user's in one folder."""
    see(shop.run(older_setup, "/S") == EXIT_NEWER, "an older installer is refused")
    see_installed(shop, folder)
    shop.forget()  # as the other user's Windows, which knows nothing of it
    see(shop.run(older_setup, "/S") == EXIT_NEWER, "another user's older one is refused")
    see_installed(shop, folder)
    see(not shop.is_registered, "the refused installer wrote nothing into the registry")
    see(shop.run(setup, "/S") == 0, "the same version is installed for the other user too")
    see_installed(shop, folder)


def survives_a_first_cut(shop: Shop, setup: Path) -> None:
    """Killed while it unpacks for the first time, it goes on when it is started again."""
    before = traces(shop.wine)
    _cut(shop, setup)
    see(not shop.program.exists(), "nothing was installed yet")
    see(shop.run(setup, "/S") == 0, "the folder is known to be ours")
    see(not (shop.folder / "new").exists(), "nothing of the first try is left")
    _clean_temporary(shop, traces(shop.wine).since(before))


def survives_a_power_cut(shop: Shop, setup: Path, older: Path) -> None:
    """Killed while it unpacks, the installer leaves the program that was there whole."""
    before = traces(shop.wine)
    _cut(shop, setup)
    there = shop.installed()
    there.pop(_UNINSTALLER)
    whole = {name: digest for name, digest in there.items() if not name.startswith("new/")}
    see_same(whole, digests(older), "the program before is whole after the power cut")
    see(len(whole) < len(there), "the installer was killed halfway")
    _clean_temporary(shop, traces(shop.wine).since(before))
    shop.open_from_menu()


def _cut(shop: Shop, setup: Path) -> None:
    process = shop.wine.start(setup, "/S")
    half = shop.folder / "new/_internal/PySide6"
    shop.wait(half.is_dir, "the new program is being unpacked")
    process.send_signal(signal.SIGKILL)
    process.wait(_HALF_SECONDS)


def _clean_temporary(shop: Shop, left: Traces) -> None:
    """Delete the temporary files that a killed NSIS leaves; a real Windows removes them later."""
    for name in sorted(left.files, reverse=True):
        path = shop.wine.prefix / "drive_c" / name.removeprefix("C:/")
        if "/Temp/ns" in name:
            path.rmdir() if path.is_dir() else path.unlink()


def survives_a_cut_while_swapping(shop: Shop, setup: Path, folder: Path) -> None:
    """Wherever the renaming was cut off, the same installer puts everything in order at once."""
    moved = ["Bhuktani.exe", "_internal"]  # in the order in which the old ones go
    for count in range(1, len(moved) + 1):
        for name in moved[:count]:
            (shop.folder / "old-1").mkdir(exist_ok=True)
            (shop.folder / name).rename(shop.folder / "old-1" / name)
        see(
            shop.run(setup, "/S") == 0, f"the setup after a cut behind {moved[count - 1]} ends well"
        )
        see_installed(shop, folder)


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
    see(not shop.is_running, "no program is open that could still write")
    data = digests(shop.data)
    see(shop.ends(shop.uninstaller("/S"), _UNINSTALLER) == 0, "the silent removal ends well")
    see(
        shop.installed() == {"_internal/notes.txt": digests(strange.parent)["notes.txt"]}, "only it"
    )
    see_same(digests(shop.data), data, "ledger, settings, backups and logs are untouched")
    see(not shop.is_registered, "Apps & features has no entry any more")
    strange.unlink()
    strange.parent.rmdir()
    shop.folder.rmdir()
    _see_gone(shop, clean, kept=(f"C:/{_below(shop.data)}", "Credential Manager"))


def _see_gone(shop: Shop, clean: Traces, kept: tuple[str, ...]) -> None:
    """Check that nothing is left but the named things."""
    left = traces(shop.wine).since(clean)
    # The places for all programs of a user: Windows has them, a new Wine does not.
    common = {f"C:/{_below(shop.folder.parent)}", _UNINSTALL_ENTRIES, *_VAULT_OF_WINE}
    strange = [
        name
        for name in sorted((left.files | left.values) - common)
        if not any(word in name for word in kept)
    ]
    see(not strange, f"nothing is left behind: {strange}")


def installs_on_screen(shop: Shop, setup: Path, language: str) -> None:
    """Install as a person does: on a page that asks where, and one that starts the program."""
    window = shop.open(setup, "/LANG=en")
    if language != "en":
        shop.go("shift+Tab", "space")  # the button that changes the language
        # Cancelled, to go on as another process in the other language.
        see(shop.ends(window, setup.name) == EXIT_CANCELLED, "the English installer ends")
    shop.eyes.picture(f"install-{language}")
    shop.go("Return")
    shop.wait(lambda: shop.registered("SetupLanguage") == language, "the program is installed")
    shop.eyes.rest()
    shop.eyes.picture(f"ready-{language}")
    shop.go("Return")
    shop.wait(lambda: shop.has_folder, "the program was started")
    shop.close_program()
    see(shop.registered("SetupLanguage") == language, "the language is known for the next time")


def removes_everything(shop: Shop, clean: Traces) -> None:
    """Uninstall on the screen with the box ticked and confirmed; check that nothing is left."""
    process = shop.eyes.after(shop.uninstaller, "the uninstaller")
    shop.eyes.picture("uninstall")
    shop.eyes.press("alt+a")
    shop.go("Return")
    shop.eyes.picture("uninstall-sure")
    data = digests(shop.data)
    shop.go("Return")  # no: it goes back to the page
    see_same(digests(shop.data), data, "no record goes unless one says yes")
    see(shop.program.is_file(), "nor does the program")
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
