"""The log: a file of limited size in the data folder, without tokens and phone numbers."""

from __future__ import annotations

import logging
import queue
from dataclasses import dataclass
from logging.handlers import QueueHandler, QueueListener, RotatingFileHandler
from typing import TYPE_CHECKING

from desktop_app.redaction.phones import PhoneFilter
from desktop_app.redaction.tokens import Redactor, protect, silence_http_logs

if TYPE_CHECKING:
    from pathlib import Path

_MAX_BYTES = 1_000_000
_OLDER_FILES = 3
_LOGGER = "desktop_app"


@dataclass
class Log:
    """A log that is being written."""

    _handler: QueueHandler
    _listener: QueueListener

    def stop(self) -> None:
        """Write what is left and close the file."""
        logging.getLogger(_LOGGER).removeHandler(self._handler)
        self._listener.stop()
        for handler in self._listener.handlers:
            handler.close()


def start_log(data_folder: Path, redactor: Redactor) -> Log | None:
    """Write what happens to ``logs/bhuktani.log``, on a separate thread.

    None where that cannot be written: the program works without a log, and the ledger says what
    is wrong with the folder.
    """
    silence_http_logs()
    folder = data_folder / "logs"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = RotatingFileHandler(
            folder / "bhuktani.log",
            maxBytes=_MAX_BYTES,
            backupCount=_OLDER_FILES,
            encoding="utf-8",
        )
    except OSError:
        return None
    file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    waiting: queue.SimpleQueue[logging.LogRecord] = queue.SimpleQueue()
    handler = QueueHandler(waiting)
    protect(handler, redactor)
    handler.addFilter(PhoneFilter())
    listener = QueueListener(waiting, file)
    listener.start()
    logger = logging.getLogger(_LOGGER)
    logger.setLevel(logging.INFO)
    logger.addHandler(handler)
    return Log(handler, listener)
