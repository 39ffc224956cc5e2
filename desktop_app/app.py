"""The composition root: builds the concrete objects and wires them. Nothing else does.

It does so in two beats: :class:`Opening` is the window as the first paint shows it, and what it
needs for that; ``complete`` loads and builds all else.
"""

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
from desktop_app.core.environment import Environment
from desktop_app.core.settings import Language, Look
from desktop_app.data_folder import logo_path, settings_path
from desktop_app.diagnostics import crash
from desktop_app.installer.setup_language import setup_language
from desktop_app.redaction.tokens import Redactor
from desktop_app.settings_store.overrides import OverridingStore
from desktop_app.settings_store.settings_file import SettingsFile
from desktop_app.system.taskbar import name_program
from desktop_app.ui.runtime.garbage import GuiThreadGarbageCollector
from desktop_app.ui.runtime.translation import Translations
from desktop_app.ui.shell.window import MainWindow
from desktop_app.ui.theme import TEXT_SCALES, SystemLook, Theme
from desktop_app.ui.theme.assets import load_fonts

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx

    from desktop_app.application.use_cases import UseCases
    from desktop_app.core.clock import Clock
    from desktop_app.core.environment import Connection
    from desktop_app.core.ports import Vault
    from desktop_app.diagnostics.log import Log
    from desktop_app.instance.claim import Claim
    from desktop_app.printing.output import Printer
    from desktop_app.ui.runtime.app_state import AppState
    from desktop_app.ui.runtime.changes import PaymentChanges
    from desktop_app.ui.runtime.files import FileOpener
    from desktop_app.ui.runtime.tasks import Tasks

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
    log: Log | None = None

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


@dataclass(frozen=True, kw_only=True, slots=True)
class Outside:
    """The outside things of a program, each replaceable by a test.

    Attributes:
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

    data_folder: Path
    practice: bool = False
    language: Language | None = None
    connection: Connection | None = None
    vault: Vault | None = None
    clock: Clock | None = None
    printer: Printer | None = None
    pdf_folder: Path | None = None
    transport: httpx.BaseTransport | None = None
    chime: Callable[[], None] | None = None
    files: FileOpener | None = None
    look: SystemLook | None = None

    @property
    def environment(self) -> Environment | None:
        """The environment to use, whatever was set."""
        if self.connection is not None:
            return self.connection.environment
        return Environment.PRACTICE if self.practice else None


class Opening:
    """The program with an empty window, not shown yet. Needs a ``QApplication``."""

    def __init__(self, outside: Outside) -> None:
        self._outside = outside
        self._file = SettingsFile(settings_path(outside.data_folder), setup_language())
        self._store = OverridingStore(
            self._file, environment=outside.environment, language=outside.language
        )
        self._settings = settings = self._store.load()
        self._redactor = Redactor()
        crash.set_redactor(self._redactor)
        application = make_application()
        load_fonts()
        self._collector = GuiThreadGarbageCollector()
        self._theme = Theme(
            dark=settings.look is Look.DARK,
            nepali=settings.language is Language.NEPALI,
            text_scale=TEXT_SCALES[settings.text_size],
            system=outside.look,
        )
        self._theme.apply_to(application)
        self._translations = Translations()
        self._translations.use(settings.language)
        self.window = MainWindow(self._theme, settings, self._translations)

    def complete(self) -> App:
        """Load and build what the window has not shown yet."""
        from desktop_app.application.late_printer import LatePrinter
        from desktop_app.application.use_cases import Dependencies, UseCases
        from desktop_app.core.clock import SystemClock
        from desktop_app.core.errors import BhuktaniError, Problem
        from desktop_app.installer import running_marks
        from desktop_app.ui.runtime.app_state import AppState
        from desktop_app.ui.runtime.changes import PaymentChanges
        from desktop_app.ui.runtime.context import AppContext
        from desktop_app.ui.runtime.files import SystemFiles
        from desktop_app.ui.runtime.owner_gate import OwnerGate
        from desktop_app.ui.runtime.paid_sweep import PaidSweep
        from desktop_app.ui.runtime.tasks import Tasks

        outside, settings, window = self._outside, self._settings, self.window
        clock = outside.clock or SystemClock()
        dependencies = Dependencies(
            outside.data_folder,
            clock,
            self._store,
            outside.connection,
            outside.vault,
            outside.transport,
            running_marks.sending,
        )
        use_cases = UseCases(dependencies, settings, self._redactor)
        tasks = Tasks()
        session = AppState(settings, use_cases.environments, tasks, clock)
        changes = PaymentChanges()
        context = AppContext(
            theme=self._theme,
            tasks=tasks,
            session=session,
            use_cases=use_cases,
            gate=OwnerGate(use_cases.operators, tasks, clock),
            printer=outside.printer or LatePrinter(),
            clock=clock,
            pdf_folder=outside.pdf_folder or _documents() / "Bhuktani",
            logo_file=logo_path(outside.data_folder),
            changes=changes,
            sweep=PaidSweep(use_cases.environments, changes, tasks),
            chime=outside.chime or QApplication.beep,
            files=outside.files or SystemFiles(),
        )
        session.who_proved = context.gate.settings_owner
        window.fill(context)
        if self._file.set_aside_as:
            aside = BhuktaniError(Problem.SETTINGS_SET_ASIDE, file=self._file.set_aside_as)
            window.show_at_start(aside)
        translations, collector = self._translations, self._collector
        collector.freeze_when(lambda: tasks.is_idle)
        app = App(window, session, changes, tasks, use_cases, translations, collector)
        window.page_painted.connect(partial(self._start_log, app))
        return app

    def _start_log(self, app: App) -> None:
        """Before the workers begin, whom most of it is about."""
        from desktop_app.diagnostics.log import start_log

        app.log = start_log(self._outside.data_folder, self._redactor)


def build(outside: Outside) -> App:
    """The program with its window, not shown yet. Needs a ``QApplication``."""
    return Opening(outside).complete()


def run(own: Claim, outside: Outside, then: Callable[[App], object] | None = None) -> int:
    """Show the window until it is closed; the exit code.

    The claim to the data folder is older than the program: the unfinished payments in its ledger
    may have been another program's. ``then`` is called once the first page is painted.
    """
    application = make_application()
    opening = Opening(outside)
    apps: list[App] = []
    broken: list[Exception] = []

    def complete() -> None:
        try:
            apps.append(opening.complete())
            painted = apps[0].window.page_painted
            painted.connect(partial(_first_page_painted, apps[0], own))
            if then is not None:
                # Workers begin with the same signal: whoever waits for them comes after it.
                painted.connect(partial(QTimer.singleShot, 0, partial(then, apps[0])))
            apps[0].window.start()
        except Exception as error:
            # Out of a slot of Qt it would leave an empty window behind.
            broken.append(error)
            application.exit(1)

    opening.window.open_empty(complete)
    try:
        code = application.exec()
        if broken:
            raise broken[0]
        return code
    finally:
        own.stop_listening()
        for app in apps:
            app.close()


def _first_page_painted(app: App, own: Claim) -> None:
    """From now on there is a window for whatever else happens."""
    from desktop_app.ui.shell.crash_dialog import show_crash_dialog

    crash.set_window(partial(show_crash_dialog, app.window))
    # Another start asks again until it is heard.
    own.listen(partial(_show_again, app.window), app.window.closing.ask)


def _show_again(window: MainWindow) -> None:
    """The program was started again, perhaps while it was about to end."""
    from desktop_app.instance.claim import bring_to_front

    window.closing.stay()
    bring_to_front(window)


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
