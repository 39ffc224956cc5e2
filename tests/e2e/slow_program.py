"""The program, slow to load: ``python -m tests.e2e.slow_program FILE [options]``.

Options are those of the program itself. It says "loading" where Qt would be loaded, and goes on
once the file is there.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.__main__ import main

if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.machinery import ModuleSpec
    from types import ModuleType


class Loading:
    """Stands before Python's own finders, and holds up the first import of Qt."""

    def __init__(self, go_on: Path) -> None:
        self._go_on = go_on

    def find_spec(
        self, name: str, _path: Sequence[str] | None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name == "PySide6":
            sys.stdout.write("loading\n")
            sys.stdout.flush()
            while not self._go_on.exists():
                time.sleep(0.02)
        return None


if __name__ == "__main__":
    sys.meta_path.insert(0, Loading(Path(sys.argv[1])))
    sys.exit(main(sys.argv[2:]))
