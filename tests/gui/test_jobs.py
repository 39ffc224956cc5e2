"""Jobs say what they do and where, and show nothing of what they were given."""

from __future__ import annotations

import ast
import threading
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import desktop_app.ui
from desktop_app.core.environment import Environment
from desktop_app.ui.runtime.jobs import Job
from desktop_app.ui.runtime.tasks import Tasks
from desktop_app.vault.keyring_vault import MemoryVault
from tests.clerk import TEST_TOKEN
from tests.gui.tasks_kit import KINDS, Listener, until

if TYPE_CHECKING:
    from collections.abc import Iterator


UI = Path(desktop_app.ui.__file__).parent
LANES = (*KINDS, "preload")
# The two places that may open an environment: jobs, and what a panel reads beside the vault.
OPENERS = {UI / "runtime" / "jobs.py", UI / "setup_forms" / "tokens.py"}


def calls(word: str) -> Iterator[tuple[Path, ast.Call]]:
    """Every call of a method in those files of the window's code that have the word."""
    for path in sorted(UI.rglob("*.py")):
        text = path.read_text("utf-8")
        for node in ast.walk(ast.parse(text)) if word in text else ():
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                yield path, node


def test_no_worker_is_given_a_lambda() -> None:
    """A lambda has no name, and asks where it is only when its turn comes."""
    given = [
        (path.name, call.lineno)
        for path, call in calls("tasks")
        if isinstance(call.func, ast.Attribute) and call.func.attr in LANES
        if ast.unparse(call.func.value).endswith("tasks")
        if isinstance(call.args[0], ast.Lambda)
    ]
    assert given == []


def test_desk_and_ledger_are_opened_by_jobs_alone() -> None:
    opened = [
        (path.name, call.lineno)
        for path, call in calls("environments")
        if path not in OPENERS
        if ast.unparse(call.func).endswith(("environments.desk", "environments.ledger"))
    ]
    assert opened == []


def test_a_job_that_holds_a_token_does_not_show_it() -> None:
    job = Job("keep a token", partial(MemoryVault().save, Environment.LIVE, TEST_TOKEN))
    assert TEST_TOKEN not in repr(job)
    assert "keep a token" in repr(job)


def test_the_log_names_the_job_that_broke(qapp: object, caplog: pytest.LogCaptureFixture) -> None:
    tasks, listener = Tasks(), Listener()
    tasks.begin()

    def burst() -> None:
        raise ZeroDivisionError

    tasks.read(Job("count the day", burst), listener.take)
    until(lambda: tasks.is_idle)
    tasks.close()
    assert "count the day" in caplog.text


@pytest.mark.parametrize("begun", [False, True])
def test_nobody_waits_for_what_is_loaded_ahead(qapp: object, *, begun: bool) -> None:
    tasks, listener = Tasks(), Listener()
    loads, ends, later = threading.Event(), threading.Event(), threading.Event()

    def load() -> None:
        loads.set()
        ends.wait(10)

    def burst() -> None:
        raise ZeroDivisionError

    if begun:
        tasks.begin()
    for job in (load, burst, later.set):
        tasks.preload(Job("load words", job))
    tasks.begin()
    until(loads.is_set)
    assert tasks.is_idle
    tasks.read(Job("read beside it", object), listener.take)
    until(lambda: tasks.is_idle)
    assert not later.is_set(), "one after the other"
    ends.set()
    until(later.is_set)
    tasks.close()
