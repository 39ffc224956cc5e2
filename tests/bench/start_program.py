"""The program from its command line, which prints when what was there: ``FOLDER``.

Times are nanoseconds of the clock that its starter reads as well.
"""

from __future__ import annotations

import json
import os
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def resident_kib() -> int:
    """The memory of this process that is in use; 0 where the system does not tell it simply."""
    try:
        with open("/proc/self/status", encoding="ascii") as status:  # noqa: PTH123 - loads nothing
            line = next(line for line in status if line.startswith("VmRSS"))
    except OSError:
        return 0
    return int(line.split()[1])


def _watch(folder: str) -> None:
    import desktop_app.app as composition

    build = composition.build
    found: dict[str, int] = {}

    def watched(**given: object) -> composition.App:
        from PySide6.QtCore import QEvent, QObject, QTimer

        app = build(**given)  # type: ignore[arg-type]

        def note(name: str) -> None:
            found[name] = time.monotonic_ns()

        class Watch(QObject):
            def __init__(self, name: str, then: Callable[[], None]) -> None:
                super().__init__(app.window)
                self._name, self._then = name, then

            def eventFilter(self, watched: QObject, event: QEvent) -> bool:
                if event.type() == QEvent.Type.Paint and self._name not in found:
                    found[self._name] = 0
                    QTimer.singleShot(0, self, self._ended)
                return False

            def _ended(self) -> None:
                note(self._name)
                self._then()

        def look_for_page() -> None:
            page = app.window.main_view.current_page if app.window.main_view else None
            if page is None or not page.isVisible():
                QTimer.singleShot(0, app.window, look_for_page)
                return
            # What is seen now was built in the turn before: it is painted in this one.
            QTimer.singleShot(0, app.window, page_painted)

        def page_painted() -> None:
            note("page")
            look_for_all()

        def look_for_all() -> None:
            if app.tasks.is_idle and app.session.balance_at is not None:
                note("complete")
                found["resident_kib"] = resident_kib()
                print(json.dumps(found), flush=True)
                os._exit(0)
            QTimer.singleShot(1, app.window, look_for_all)

        first = Watch("painted", look_for_page)
        app.window.installEventFilter(first)
        return app

    composition.build = watched
    from desktop_app.__main__ import main

    main(["--practice", "--data-dir", folder])


if __name__ == "__main__":
    _watch(sys.argv[1])
