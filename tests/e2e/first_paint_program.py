"""The program up to its first paint: prints the modules that are loaded then: ``FOLDER``."""

from __future__ import annotations

import json
import os
import sys


def main(folder: str) -> None:
    from desktop_app import app

    class Watched(app.Opening):
        def complete(self) -> app.App:
            sys.stdout.write(f"{json.dumps(sorted(sys.modules))}\n")
            sys.stdout.flush()
            os._exit(0)

    app.Opening = Watched  # type: ignore[misc]
    from desktop_app.__main__ import main as program

    program(["--practice", "--data-dir", folder])


if __name__ == "__main__":
    main(sys.argv[1])
