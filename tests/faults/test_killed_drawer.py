"""A program that is killed while it opens, moves, numbers or closes has done it all, or nothing."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

import msgspec

from desktop_app.ledger.sqlite.ledger import open_ledger
from tests.blank_ledger import put_blank_ledger
from tests.faults.drawer_day import ACTS, CASH, cash_in_open_shift, told
from tests.faults.forks import Forks, needs_fork
from tests.faults.kill_steps import borders
from tests.faults.killed_program import Job
from tests.sampling import LONG, some

if TYPE_CHECKING:
    from pathlib import Path


@needs_fork
def test_killed_at_steps_of_a_day_at_the_drawer(tmp_path: Path, forks: Forks) -> None:
    blank, path = tmp_path / "blank.sqlite3", tmp_path / "day.sqlite3"
    put_blank_ledger(blank)
    job = Job(url="http://127.0.0.1:9", ledger=str(path), account="", drawer=True)

    def begin() -> None:
        for file in tmp_path.glob("day.sqlite3*"):
            file.unlink()
        shutil.copy(blank, path)

    begin()
    stages = [told(path)]
    ledger = open_ledger(path)
    for act, rupees in zip(ACTS, CASH, strict=True):
        act(ledger)
        stages.append(told(path))
        assert cash_in_open_shift(path) == rupees * 100
    ledger.close()

    begin()
    steps = forks.run(job).names
    assert told(path) == stages[-1]
    ends = set()
    for at in range(1, len(steps) + 1) if LONG else some(list(borders(steps, 1)), 16):
        begin()
        result = forks.run(msgspec.structs.replace(job, kill_at=at))
        assert (result.died, result.last) == (True, steps[at - 1])
        ledger = open_ledger(path)
        found = told(path)
        assert found in stages, f"half done: step {at} {result.last}"
        assert ledger.check_chain() is None
        done = stages.index(found)
        ends.add(done)
        for act in ACTS[done:]:
            act(ledger)
        assert told(path) == stages[-1], f"not gone on with: step {at} {result.last}"
        assert ledger.check_chain() is None
        ledger.close()
    sys.stdout.write(f"\n{len(steps)} steps, ended after the acts {sorted(ends)}\n")
    assert len(ends) >= len(ACTS) // 2
