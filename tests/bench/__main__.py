"""All figures of the program beside their baselines: ``python3 dev.py bench [--json FILE]``.

Each part has a process to itself: what one leaves in memory is no weight for the next one, and one
that fails takes no figures of the others with it.
"""

from __future__ import annotations

import argparse
import compileall
import json
import os
import sys
import time
import traceback
from pathlib import Path

from tests.bench.figure import Figure, table
from tests.bench.own_process import in_own_process
from tests.bench.scale import FULL, SHORT

_ROOT = Path(__file__).resolve().parents[2]
_FOLDERS = ("desktop_app", "tests")
"""Compiled before anything is measured."""


BENCHES = {
    "start": "tests.bench.start:bench",
    "record": "tests.bench.record:bench",
    "paper": "tests.bench.paper:bench",
    "counter": "tests.bench.counter:bench",
    "waiting": "tests.bench.waiting:bench",
    "memory": "tests.bench.memory:bench",
    "long record": "tests.bench.long_record:bench",
    "growth": "tests.bench.growth:bench",
}
"""Where each part is: only the process that runs it loads it."""
BENCHES_OF_A_BUILD = {"installed": "tests.bench.installed:bench"}
"""Run only where they are asked for: they need the program that ``dev.py package`` has frozen."""
NOT_MET_YET = (
    "start: ",
    "memory after ",
    "record and settle a payment",
    "ledger file per payment",
    "receipt to PDF",
    "look-up, press",
    "payment, press",
    "longest stall",
    "99th percentile of the stalls",
    "totals of a day",
    "search as you type",
)
"""How the figures begin that the short run does not judge: they miss their goals today, or meet
them without room for a busy computer."""


def main() -> int:
    """Run the benches; 1 where the short run finds a figure far beyond its goal."""
    options = _parser().parse_args()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    for folder in _FOLDERS:
        compileall.compile_dir(_ROOT / folder, quiet=2)
    found: list[Figure] = []
    failed: list[str] = []
    taken: dict[str, float] = {}
    every = BENCHES | BENCHES_OF_A_BUILD
    for name in options.only or BENCHES:
        began = time.monotonic()
        try:
            found += in_own_process(every[name], SHORT if options.short else FULL)
        except Exception:
            failed.append(name)
            traceback.print_exc()
        taken[name] = time.monotonic() - began
        print(f"-- {name}: {taken[name]:.0f} s", file=sys.stderr, flush=True)
    print(table(found))
    each = ", ".join(f"{name} {seconds:.0f}" for name, seconds in taken.items())
    print(f"\nSeconds: {each}; together {sum(taken.values()):.0f}.")
    if options.json:
        text = json.dumps([one.as_json() for one in found], indent=1)
        options.json.write_text(text + "\n", encoding="utf-8")
    if failed:
        print(f"Not measured, see above: {', '.join(failed)}")
    far_off = [one.name for one in found if one.is_far_off and not one.name.startswith(NOT_MET_YET)]
    if options.short and far_off:
        print(f"More than twice their goal: {', '.join(far_off)}")
        return 1
    return 1 if failed else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    parser.add_argument(
        "--short", action="store_true", help="few repeats; 1 if a figure is twice its goal"
    )
    parser.add_argument(
        "--only", action="append", choices=[*BENCHES, *BENCHES_OF_A_BUILD], help="this one"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
