"""The program up to its first page: prints what is loaded at each paint: ``FOLDER``.

Two lists of modules, at the paint of the empty window and at that of the first page; and the files
of which lines are kept.
"""

from __future__ import annotations

import json
import linecache
import os
import sys


def main(folder: str) -> None:
    from desktop_app.__main__ import load_qt
    from desktop_app.__main__ import main as program

    load_qt()
    from desktop_app import app

    paints: list[list[str]] = []

    def note() -> None:
        paints.append(sorted(sys.modules))

    def end() -> None:
        note()
        sys.stdout.write(f"{json.dumps([*paints, sorted(linecache.cache)])}\n")
        sys.stdout.flush()
        os._exit(0)

    class Watched(app.Opening):
        def complete(self) -> app.App:
            note()
            self.window.page_painted.connect(end)
            return super().complete()

    app.Opening = Watched  # type: ignore[misc]
    program(["--practice", "--data-dir", folder])


if __name__ == "__main__":
    main(sys.argv[1])
