"""An empty ledger to copy, and the figures of the faults at the end of the run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.blank_ledger import put_blank_ledger
from tests.faults.forks import Forks

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FIGURES = "figures of the named faults"
"""A property of a test's report, which reaches the end of the run from another process too."""


@pytest.fixture(scope="session")
def empty_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger file without payments, to be copied: making one takes longer than paying."""
    file = tmp_path_factory.mktemp("empty") / "ledger.db"
    put_blank_ledger(file)
    return file


@pytest.fixture(scope="session")
def forks() -> Iterator[Forks]:
    """A program to be killed in forks of itself: it takes seconds to start."""
    helper = Forks()
    yield helper
    helper.close()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what came of the named faults."""
    for report in terminalreporter.getreports("passed") + terminalreporter.getreports("failed"):
        for name, figures in report.user_properties:
            if name == FIGURES:
                terminalreporter.section("named faults")
                terminalreporter.write_line(str(figures))
