"""Verifies the installer in a separate Windows (Wine) by observing each claim."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from builder.build import Program, build_program, pack
from builder.places import BUILD, ROOT
from builder.tools import BuildFailed, say
from builder.verify.chapters import OLDER, Tried, chapters, chosen
from builder.verify.same import TITLE, is_the_same_again
from builder.verify.shop import Shop
from builder.verify.traces import traces
from builder.wine import Screen, Wine

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from builder.machine import OnWine

PICTURES = BUILD / "pictures"


def verify(machine: OnWine, program: Program, setup: Path, names: list[str]) -> None:
    """Try everything, in the order in which a shop would meet it.

    Args:
        machine: the Windows that the program was built on.
        program: what is in the installer.
        setup: the installer.
        names: words of the titles of those chapters that are wanted; none for all.

    Raises:
        BuildFailed: something is not as it must be, or there is no such chapter.
    """
    is_wanted = any(name.casefold() in TITLE.casefold() for name in names)
    if is_wanted or not names:
        _chapter(TITLE, lambda: is_the_same_again(machine, program))
    older = build_program(machine, "older", OLDER, again=bool(names))
    # What the newer one no longer has must be gone after the upgrade.
    (older.folder / "_internal/resources/only-in-the-older.txt").write_text("older", "utf-8")
    older_setup = pack(older, BUILD / "older", quick=True)

    with Screen() as screen:
        wine = Wine(BUILD / "shop", screen.display)
        try:
            wine.make()
            wine.show_windows(ROOT / "resources/fonts")
            shop = Shop(wine, PICTURES)
            it = Tried(machine, shop, traces(wine), program, setup, older, older_setup)
            wanted = chosen(list(chapters(it)), names)
            if not wanted and not is_wanted:
                raise BuildFailed(f"no chapter is called like that: {names}")
            for chapter, follows in wanted:
                if not follows:
                    it.bring(chapter.begins)
                _chapter(chapter.title, chapter.act)
        finally:
            wine.stop()


def _chapter(title: str, act: Callable[[], object]) -> None:
    started = time.monotonic()
    act()
    say(f"   {title}: as it must be ({time.monotonic() - started:.0f} s)")
