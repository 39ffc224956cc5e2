"""The composition root: builds the concrete objects and wires them. Nothing else does."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QStandardPaths, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from desktop_app import __version__
from desktop_app.application.use_cases import Dependencies, UseCases, build_use_cases
from desktop_app.core.clock import Clock, SystemClock
from desktop_app.core.environment import Connection, Environment
from desktop_app.core.errors import BhuktaniError, Problem
from desktop_app.core.settings import Language, Look
from desktop_app.data_folder import logo_path, settings_path
from desktop_app.diagnostics import crash
from desktop_app.diagnostics.log import Log, start_log
from desktop_app.installer import running_marks
from desktop_app.installer.setup_language import setup_language
from desktop_app.instance.claim import Claim, bring_to_front
from desktop_app.printing.output import Printer, SystemPrinter
from desktop_app.redaction.tokens import Redactor
from desktop_app.settings_store.overrides import OverridingStore
from desktop_app.settings_store.settings_file import SettingsFile
from desktop_app.system.taskbar import name_program
from desktop_app.ui.runtime.changes import PaymentChanges
from desktop_app.ui.runtime.context import AppContext, AppState
from desktop_app.ui.runtime.files import FileOpener, SystemFiles
from desktop_app.ui.runtime.garbage import GuiThreadGarbageCollector
from desktop_app.ui.runtime.owner_gate import OwnerGate
from desktop_app.ui.runtime.paid_sweep import PaidSweep
from desktop_app.ui.runtime.tasks import Tasks
from desktop_app.ui.runtime.translation import Translations
from desktop_app.ui.shell.crash_dialog import show_crash_dialog
from desktop_app.ui.shell.window import MainWindow
from desktop_app.ui.theme import TEXT_SCALES, SystemLook, Theme
from desktop_app.ui.theme.assets import load_fonts

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx

    from desktop_app.core.ports import Vault

MAX_SECONDS_FOR_FILES = 3.0
"""How long the end of the program waits until its files and connections are closed."""


@dataclass
class App:
    """The parts of the running program."""

    window: MainWindow
    session: AppState
    changes: PaymentChanges
    tasks: Tasks
    use_cases: UseCases
    translations: Translations
    collector: GuiThreadGarbageCollector
    log: Log | None

    def close(self) -> None:
        """End the program: a payment being sent is finished first. Closing twice is no error."""
        if not isValid(self.window):
            return
        self.tasks.close()
        # Whoever hangs with a lock or a file of it is left behind: what was written is on disk.
        closing = threading.Thread(
            target=self.use_cases.environments.close, name="closing", daemon=True
        )
        closing.start()
        closing.join(MAX_SECONDS_FOR_FILES)
        self.translations.remove()
        # Left to the garbage collector, parts of the window would die in any order.
        self.window.hide()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(self.window, QEvent.Type.DeferredDelete.value)
        self.collector.stop()
        if self.log is not None:
            self.log.stop()


def build(  # noqa: PLR0913 - every outside thing of the program, by name
    *,
    data_folder: Path,
    practice: bool = False,
    language: Language | None = None,
    connection: Connection | None = None,
    vault: Vault | None = None,
    clock: Clock | None = None,
    printer: Printer | None = None,
    pdf_folder: Path | None = None,
    transport: httpx.BaseTransport | None = None,
    chime: Callable[[], None] | None = None,
    files: FileOpener | None = None,
    look: SystemLook | None = None,
) -> App:
    """The program with its window, not shown yet. Needs a ``QApplication``.

    Args:
        data_folder: where ledger and settings are.
        practice: start in practice mode without asking, whatever was set.
        language: of the screens, in place of the setting.
        connection: environment and base URL to use, whatever was set.
        vault: where tokens are kept, in place of the operating system's keyring.
        clock: the time.
        printer: where paper goes.
        pdf_folder: where PDFs are saved, in place of the user's documents.
        transport: what carries the calls to the service, in place of the network.
        chime: what sounds when a waiting payment is settled automatically.
        files: what opens a saved file, in place of the computer's own programs.
        look: light, dark or high contrast, in place of the system's settings.
    """
    environment = Environment.PRACTICE if practice else None
    if connection is not None:
        environment = connection.environment
    file = SettingsFile(settings_path(data_folder), setup_language())
    store = OverridingStore(
        file,
        environment=environment,
        language=language,
    )
    settings = store.load()
    clock = clock or SystemClock()
    dependencies = Dependencies(
        data_folder, clock, store, connection, vault, transport, running_marks.sending
    )
    redactor = Redactor()
    crash.set_redactor(redactor)
    use_cases = build_use_cases(dependencies, settings, redactor)
    tasks = Tasks()
    session = AppState(settings, use_cases.environments, tasks, clock)
    application = make_application()
    load_fonts()
    dark = settings.look is Look.DARK
    collector = GuiThreadGarbageCollector()
    theme = Theme(
        dark=dark,
        nepali=session.nepali,
        text_scale=TEXT_SCALES[settings.text_size],
        system=look,
    )
    theme.apply_to(application)
    translations = Translations()
    translations.use(settings.language)
    changes = PaymentChanges()
    context = AppContext(
        theme=theme,
        tasks=tasks,
        session=session,
        environments=use_cases.environments,
        catalog=use_cases.catalog,
        vault=use_cases.vault,
        token_tester=use_cases.token_tester,
        records=use_cases.records,
        shifts=use_cases.shifts,
        credit=use_cases.credit,
        support=use_cases.support,
        gate=OwnerGate(use_cases.operators, tasks, clock),
        printer=printer or SystemPrinter(),
        clock=clock,
        pdf_folder=pdf_folder or _documents() / "Bhuktani",
        logo_file=logo_path(data_folder),
        changes=changes,
        sweep=PaidSweep(use_cases.environments, changes, tasks),
        chime=chime or QApplication.beep,
        files=files or SystemFiles(),
    )
    window = MainWindow(context, translations)
    if file.set_aside_as:
        aside = BhuktaniError(Problem.SETTINGS_SET_ASIDE, file=file.set_aside_as)
        window.show_at_start(aside)
    log = start_log(data_folder, redactor)
    return App(window, session, context.changes, tasks, use_cases, translations, collector, log)


def run(own: Claim, build_app: Callable[[], App]) -> int:
    """Show the window until it is closed; the exit code.

    The claim to the data folder is older than the program: the unfinished payments in its ledger
    may have been another program's.
    """
    application = make_application()
    app = build_app()
    app.window.start()
    crash.set_window(partial(show_crash_dialog, app.window))
    # After the first paint; another start asks again until it is heard.
    listen = partial(own.listen, lambda: bring_to_front(app.window), app.window.close)
    QTimer.singleShot(0, app.window, listen)
    try:
        return application.exec()
    finally:
        own.stop_listening()
        app.close()


def _documents() -> Path:
    place = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(place))


def make_application() -> QApplication:
    """The application object, made once."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    name_program()
    QCoreApplication.setApplicationName("Bhuktani")
    QCoreApplication.setApplicationVersion(__version__)
    return QApplication([])
