"""What may not be loaded before the first paints and figures: whoever starts it would wait.

The empty window is painted first, then the page that takes keys; then its figures are read.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.core.environment import Environment
from desktop_app.data_folder import ledger_path
from tests.blank_ledger import put_blank_ledger
from tests.tables import each

_ROOT = Path(__file__).resolve().parents[2]

LIBRARIES = (
    # Each belongs to one task.
    "alembic",
    "asyncio",
    "difflib",
    "httpx",
    "keyring",
    "logging.handlers",
    "multiprocessing",
    "num2words",
    "segno",
    "socket",
    "sqlalchemy",
    "sqlite3",
    "ssl",
    "truststore",
    "xlsxwriter",
)
ROOMS = (
    # What neither the empty window nor the start page shows.
    "desktop_app.application.credit",
    "desktop_app.application.on_account",
    "desktop_app.application.records",
    "desktop_app.application.shifts",
    "desktop_app.application.support",
    "desktop_app.core.payments.desk",
    "desktop_app.core.payments.event_content",
    "desktop_app.core.payments.verdict",
    "desktop_app.core.shifts",
    "desktop_app.diagnostics.log",
    "desktop_app.exports",
    "desktop_app.instance.ipc",
    "desktop_app.ledger.schema",
    "desktop_app.ledger.sqlite",
    "desktop_app.printing",
    "desktop_app.providers",
    "desktop_app.sandbox",
    "desktop_app.service",
    "desktop_app.vault.keyring_vault",
    "desktop_app.ui.customers",
    "desktop_app.ui.first_run",
    "desktop_app.ui.help",
    "desktop_app.ui.kit.confirm_dialog",
    "desktop_app.ui.lock",
    "desktop_app.ui.payment_kit",
    "desktop_app.ui.payments",
    "desktop_app.ui.runtime.credit_forecast",
    "desktop_app.ui.runtime.credit_readings",
    "desktop_app.ui.settings",
    "desktop_app.ui.setup_forms",
    "desktop_app.ui.shell.crash_dialog",
    "desktop_app.ui.shell.error_banner",
    "desktop_app.ui.shell.notice",
    "desktop_app.ui.shift",
    "desktop_app.ui.texts.problems",
    "desktop_app.ui.waiting",
    "desktop_app.ui.widgets.banner",
    "desktop_app.ui.wizard.choice_page",
    "desktop_app.ui.wizard.confirm_page",
    "desktop_app.ui.wizard.customer_page",
    "desktop_app.ui.wizard.form_page",
    "desktop_app.ui.wizard.result_page",
)
ROOMS_OF_THE_PAGE = (
    # What the empty window does not show.
    "desktop_app.application",
    "desktop_app.core.billing",
    "desktop_app.core.payments",
    "desktop_app.ui.shell.content",
    "desktop_app.ui.shell.navigation",
    "desktop_app.ui.wizard",
)
QT = (
    # PySide makes all classes of widgets where it must find out which one of them Qt has made.
    "PySide6.QtWidgets.QCalendarWidget",
    "PySide6.QtWidgets.QMdiSubWindow",
)
LATER = (
    # What is needed for none of the figures on the start page.
    "alembic",
    "keyring",
    "num2words",
    "segno",
    "sqlalchemy.ext.asyncio",
    "sqlalchemy.orm",
    "xlsxwriter",
    "desktop_app.core.old_lists",
    "desktop_app.core.shifts.z_report",
    "desktop_app.exports",
    "desktop_app.ledger.sqlite.customers",
    "desktop_app.printing",
    "desktop_app.ui.payments",
    "desktop_app.ui.wizard.confirm_page",
)


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> list[list[str]]:
    folder = tmp_path_factory.mktemp("shop")
    put_blank_ledger(ledger_path(folder, Environment.PRACTICE))
    command = [sys.executable, "-m", "tests.e2e.first_paint_program", str(folder)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        command, cwd=_ROOT, env=environment, check=True, capture_output=True, text=True, timeout=60
    )
    printed: list[list[str]] = json.loads(done.stdout.splitlines()[-1])
    return printed


def of(name: str, modules: list[str]) -> list[str]:
    return [one for one in modules if one == name or one.startswith(f"{name}.")]


@each("name", (*LIBRARIES, *ROOMS, *ROOMS_OF_THE_PAGE))
def test_the_empty_window_does_not_wait_for(name: str, loaded: list[list[str]]) -> None:
    assert of("desktop_app.ui.shell.window", loaded[0])
    assert of(name, loaded[0]) == []


@each("name", (*LIBRARIES, *ROOMS))
def test_the_start_page_does_not_wait_for(name: str, loaded: list[list[str]]) -> None:
    assert of("desktop_app.ui.wizard.provider_page", loaded[1])
    assert of(name, loaded[1]) == []


@each("name", (*LATER, *QT))
def test_the_figures_do_not_wait_for(name: str, loaded: list[list[str]]) -> None:
    assert of("sqlalchemy", loaded[2])
    assert of("PySide6.QtWidgets.QFrame", loaded[2])
    assert of(name, loaded[2]) == []


def test_no_source_of_the_program_is_read(loaded: list[list[str]]) -> None:
    assert [one for one in loaded[3] if "desktop_app" in Path(one).parts] == []
