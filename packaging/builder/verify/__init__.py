"""Tries the installer in a Windows of its own (Wine): every claim is seen, not hoped."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from builder.build import Program, build_program, pack
from builder.machine import Machine
from builder.places import BUILD, ROOT
from builder.tools import say
from builder.verify.installing import (
    installs,
    installs_on_screen,
    keeps_off,
    refuses_old_windows,
    refuses_older,
    removes_everything,
    repairs,
    survives_a_cut_while_swapping,
    survives_a_power_cut,
    uninstalls,
)
from builder.verify.same import is_the_same_again
from builder.verify.shop import Shop
from builder.verify.traces import traces
from builder.verify.using import (
    forgot_token,
    is_updated_while_open,
    pays_and_is_not_disturbed,
    says_that_it_cannot_start,
    smoke_test,
)
from builder.wine import Screen, Wine

PICTURES = BUILD / "pictures"
_OLDER = "0.0.1"


def verify(machine: Machine, program: Program, setup: Path) -> None:
    """Try everything, in the order in which a shop would meet it.

    Raises:
        BuildFailed: something is not as it must be.
    """
    new, version = program.folder, program.source.version
    _chapter("Two builds of one source are the same", lambda: is_the_same_again(machine, program))
    older = build_program(machine, "older", _OLDER)
    # What the newer one no longer has must be gone after the upgrade.
    (older.folder / "_internal/resources/only-in-the-older.txt").write_text("older", "utf-8")
    older_setup = pack(older, BUILD / "older")
    old = older.folder

    with Screen() as screen:
        wine = Wine(BUILD / "shop", screen.display)
        try:
            wine.make()
            wine.show_windows(ROOT / "resources/fonts")
            shop = Shop(wine, PICTURES)
            clean = traces(wine)
            chapters: list[tuple[str, Callable[[], object]]] = [
                ("Windows that is too old", lambda: refuses_old_windows(shop, setup)),
                ("Folder of another program", lambda: keeps_off(shop, setup)),
                ("Silent installation", lambda: installs(shop, older_setup, old, _OLDER)),
                ("Smoke test", lambda: smoke_test(shop, _OLDER)),
                ("A payment", lambda: pays_and_is_not_disturbed(shop, setup, machine)),
                ("Power cut while updating", lambda: survives_a_power_cut(shop, setup, old)),
                ("Update", lambda: is_updated_while_open(shop, setup, new, version)),
                ("Smoke test", lambda: smoke_test(shop, version)),
                ("Older installer", lambda: refuses_older(shop, older_setup, new)),
                ("Cut while swapping", lambda: survives_a_cut_while_swapping(shop, setup, new)),
                ("A missing file", lambda: says_that_it_cannot_start(shop)),
                ("Repair", lambda: repairs(shop, setup, new)),
                ("Silent removal", lambda: uninstalls(shop, clean)),
                ("On the screen, English", lambda: installs_on_screen(shop, setup, "en")),
                ("Silent removal", lambda: uninstalls(shop, clean)),
                ("On the screen, Nepali", lambda: installs_on_screen(shop, setup, "ne")),
                ("Removal of everything", lambda: removes_everything(shop, clean)),
                ("No token is left", lambda: forgot_token(shop, machine)),
            ]
            for title, chapter in chapters:
                _chapter(title, chapter)
        finally:
            wine.stop()


def _chapter(title: str, act: Callable[[], object]) -> None:
    started = time.monotonic()
    act()
    say(f"   {title}: as it must be ({time.monotonic() - started:.0f} s)")
