"""The command line, nothing else."""

from __future__ import annotations

import argparse
import builtins
import gc
import os
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from desktop_app import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.core.settings import Language


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; the exit code."""
    options = _parser().parse_args(arguments)
    from desktop_app.diagnostics.crash import install_handlers

    nobody_looks = options.smoke_test or options.close or options.remove_data
    return install_handlers(lambda: _run(options), quiet=nobody_looks)


def _run(options: argparse.Namespace) -> int:
    if options.close or options.remove_data:
        return _for_the_installer(options)
    if options.smoke_test:
        load_qt()
        from desktop_app.smoke import smoke_test

        return smoke_test(_language(options))
    from desktop_app.data_folder import data_folder
    from desktop_app.diagnostics import crash
    from desktop_app.installer import running_marks
    from desktop_app.instance import claim

    folder = options.data_dir or data_folder()
    try:
        running_marks.enter(folder)
        crash.set_folder(folder)
        # Before Qt is loaded, which takes a second: until then nobody could see that it starts.
        own = claim.claim(folder)
    except (claim.NoAnswer, running_marks.BeingUpdated) as why:
        from desktop_app.diagnostics.native_messages import BEING_UPDATED, NO_ANSWER
        from desktop_app.system.message_box import show

        words = BEING_UPDATED if isinstance(why, running_marks.BeingUpdated) else NO_ANSWER
        show(f"{words.english}\n\n{words.nepali}")
        return 1
    if own is None:
        return 0  # the window of the one that runs was shown
    try:
        # Loading makes no garbage to speak of; the window collects from its start on.
        gc.disable()
        load_qt()
        from desktop_app.app import Outside, run

        practice, language = options.practice, _language(options)
        return run(own, Outside(data_folder=folder, practice=practice, language=language))
    finally:
        own.release()


def load_qt() -> None:
    """Load Qt for Python, and keep Python's own import.

    Qt's would look into the source of each module after it, and keep all that it reads, to find out
    how the module spells the names of Qt; where there is no source, it looks for that.
    """
    usual_import = builtins.__import__
    import PySide6.QtCore  # noqa: F401 - it puts its own import in that place

    builtins.__import__ = usual_import


def _language(options: argparse.Namespace) -> Language | None:
    from desktop_app.core.settings import Language

    return Language(options.lang) if options.lang else None


def _for_the_installer(options: argparse.Namespace) -> int:
    """No window, and nothing heavy is loaded."""
    from desktop_app.data_folder import data_folder

    folder = options.data_dir or data_folder()
    if options.close:
        from desktop_app.installer.close_program import close_running

        return close_running(folder)
    from desktop_app.installer.remove_data import remove_data

    return remove_data(folder)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="bhuktani", description="Pay customers' internet bills at the counter."
    )
    parser.add_argument("--version", action="version", version=f"Bhuktani {__version__}")
    parser.add_argument(
        "--practice", action="store_true", help="no token, no network, invented customers"
    )
    parser.add_argument(
        "--data-dir", type=Path, metavar="DIR", help="where ledger and settings are kept"
    )
    parser.add_argument("--lang", choices=["en", "ne"], help="language of the screens")
    parser.add_argument(
        "--smoke-test",
        action="store_true",
        help="start, pay a practice bill through the real window, print one line, end",
    )
    parser.add_argument(
        "--close", action="store_true", help="ask the running program to end, and wait for it"
    )
    parser.add_argument(
        "--remove-data",
        action="store_true",
        help="delete the record of payments, its backups, settings, logs and tokens, and end",
    )
    return parser


def _leave(code: int) -> NoReturn:
    """End the process.

    A look-up that hangs still has its thread. Python would tear it out of Qt's hands while it
    ends, which aborts the process; everything that matters is on disk by now.
    """
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()
    if threading.active_count() > 1:
        os._exit(code)
    sys.exit(code)


if __name__ == "__main__":
    _leave(main())
