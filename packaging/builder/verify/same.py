"""Whether two builds of one source give the same files."""

from __future__ import annotations

from builder import signing
from builder.build import Program, build_program
from builder.listing import LIST
from builder.machine import Machine
from builder.places import NAME
from builder.tools import say
from builder.verify.shop import digests, see


def is_the_same_again(machine: Machine, program: Program) -> None:
    """Build the program once more, and compare it file by file."""
    again = build_program(machine, "again")
    first = digests(program.folder)
    first.pop(f"_internal/{LIST}")  # written when it was packed
    second = digests(again.folder)
    if signing.command() is not None:  # a signature has its own time
        first.pop(f"{NAME}.exe")
        second.pop(f"{NAME}.exe")
    see(first.keys() == second.keys(), "both builds have the same files")
    other = sorted(name for name in first if first[name] != second[name])
    see(not other, f"these files are the same in both builds: {other}")
    say(f"   {len(first)} files, all the same")
