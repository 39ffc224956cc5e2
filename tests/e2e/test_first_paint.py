"""What may not be loaded before the first paint: whoever starts the program would wait for it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parents[2]

LATER = (
    # Libraries that belong to one task.
    "alembic",
    "asyncio",
    "httpx",
    "keyring",
    "num2words",
    "segno",
    "sqlalchemy",
    "sqlite3",
    "ssl",
    "truststore",
    "xlsxwriter",
    # Rooms of the program that the empty window does not show.
    "desktop_app.application",
    "desktop_app.core.billing",
    "desktop_app.core.payments",
    "desktop_app.core.shifts",
    "desktop_app.exports",
    "desktop_app.ledger.schema",
    "desktop_app.ledger.sqlite",
    "desktop_app.printing",
    "desktop_app.providers",
    "desktop_app.sandbox",
    "desktop_app.service",
    "desktop_app.vault",
    "desktop_app.ui.customers",
    "desktop_app.ui.first_run",
    "desktop_app.ui.help",
    "desktop_app.ui.lock",
    "desktop_app.ui.payment_kit",
    "desktop_app.ui.payments",
    "desktop_app.ui.settings",
    "desktop_app.ui.setup_forms",
    "desktop_app.ui.shell.content",
    "desktop_app.ui.shell.navigation",
    "desktop_app.ui.shift",
    "desktop_app.ui.waiting",
    "desktop_app.ui.wizard",
)


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    folder = tmp_path_factory.mktemp("shop")
    command = [sys.executable, "-m", "tests.e2e.first_paint_program", str(folder)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        command, cwd=_ROOT, env=environment, check=True, capture_output=True, text=True, timeout=60
    )
    return frozenset(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.parametrize("name", LATER)
def test_the_first_paint_does_not_wait_for(name: str, loaded: frozenset[str]) -> None:
    assert "desktop_app.ui.shell.window" in loaded
    assert not {one for one in loaded if one == name or one.startswith(f"{name}.")}
