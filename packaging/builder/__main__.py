"""``python -m builder``: build the installer, and with ``--verify`` try it."""

from __future__ import annotations

import argparse
import os
import sys

from builder.build import release
from builder.machine import OnWine, machine
from builder.tools import BuildFailed, say


def main() -> None:
    """Carry out the command line."""
    parser = argparse.ArgumentParser(prog="dev.py package", description=__doc__)
    parser.add_argument(
        "--verify", action="store_true", help="install it in Wine, use it, remove it, and check"
    )
    parser.add_argument(
        "--chapter",
        action="append",
        default=[],
        metavar="NAME",
        help="try those chapters alone that have this in their titles, with the programs that were "
        "frozen before, packed anew",
    )
    options = parser.parse_args()
    options.verify |= bool(options.chapter)
    if options.verify and os.name == "nt":
        parser.error("--verify works on a Windows of its own, in Wine, and so only on Linux")
    try:
        with machine(again=bool(options.chapter)) as built_on:
            program, installer = release(built_on, again=bool(options.chapter))
            say(f"Built {installer.name}")
            if isinstance(built_on, OnWine) and options.verify:
                from builder.verify import verify

                verify(built_on, program, installer, options.chapter)
    except BuildFailed as failure:
        sys.exit(f"The build stopped: {failure}")


if __name__ == "__main__":
    main()
