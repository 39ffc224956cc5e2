"""Compares two builds of one source file by file."""

from __future__ import annotations

import shutil

from builder import signing
from builder.build import Program, build_program
from builder.listing import LIST
from builder.machine import OnWine, elsewhere
from builder.places import BUILD
from builder.tools import say
from builder.verify.shop import digests, see_same

TITLE = "Two builds of one source are the same"


def is_the_same_again(machine: OnWine, program: Program) -> None:
    """Build the program again in another folder, and compare it file by file."""
    where = BUILD / "some where else"
    shutil.rmtree(where, ignore_errors=True)
    again = build_program(elsewhere(machine, where), "again", where=where)
    first = digests(program.folder)
    first.pop(f"_internal/{LIST}")  # written when it was packed
    second = digests(again.folder)
    if signing.command() is not None:  # a signature has its own time
        for name in [name for name in second if name.endswith((".exe", ".dll", ".pyd"))]:
            first.pop(name)
            second.pop(name)
    see_same(second, first, "the files are the same in both builds")
    say(f"   {len(first)} files, all the same")
