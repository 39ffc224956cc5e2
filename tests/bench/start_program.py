"""The program from its command line, which prints when what was there: ``FOLDER``.

Times are nanoseconds of the clock that its starter reads as well.
"""

from __future__ import annotations

import json
import os
import sys
import time
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.instance.claim import Claim

found: dict[str, int] = {}

_LOOK_EVERY_MS = 10
"""Each look takes the interpreter from the workers: every millisecond they would feel it."""


def note(name: str) -> None:
    found[name] = time.monotonic_ns()


def resident_kib() -> int:
    """The memory of this process that is in use; 0 where the system does not tell it simply."""
    try:
        with open("/proc/self/status", encoding="ascii") as status:  # noqa: PTH123 - loads nothing
            line = next(line for line in status if line.startswith("VmRSS"))
    except OSError:
        return 0
    return int(line.split()[1])


def main(folder: str) -> None:
    # As in the installed program: where httpx finds it, it loads a command line of its own.
    sys.modules["click"] = None  # type: ignore[assignment]
    from desktop_app.__main__ import load_qt
    from desktop_app.__main__ import main as program

    load_qt()
    from PySide6.QtCore import QTimer

    import desktop_app.app as composition

    run = composition.run

    class Watched(composition.Opening):
        """Notes when the empty window was painted: the program goes on in the same moment."""

        def complete(self) -> composition.App:
            note("painted")
            self.window.page_painted.connect(partial(note, "page"))
            return super().complete()

    def watched_run(own: Claim, outside: composition.Outside) -> int:
        return run(own, outside, page_painted)

    def page_painted(app: composition.App) -> None:
        def look_for_all() -> None:
            if app.tasks.is_idle and app.session.balance_at is not None:
                note("complete")
                found["resident_kib"] = resident_kib()
                print(json.dumps(found), flush=True)
                os._exit(0)
            QTimer.singleShot(_LOOK_EVERY_MS, app.window, look_for_all)

        look_for_all()

    composition.Opening = Watched  # type: ignore[misc]
    composition.run = watched_run  # type: ignore[assignment]
    program(["--practice", "--data-dir", folder])


if __name__ == "__main__":
    main(sys.argv[1])
