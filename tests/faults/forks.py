"""A program that is started once and carries out many jobs, each in a fork of itself."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from tests.faults.killed_program import Job, Result

ROOT = Path(__file__).parents[2]
PROGRAM = [sys.executable, "-m", "tests.faults.killed_program"]
needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")


class Forks:
    """A program that has imported everything, and carries out each job in a fork of itself."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            PROGRAM, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def run(self, job: Job) -> Result:
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin is not None
        assert stdout is not None
        stdin.write(msgspec.json.encode(job) + b"\n")
        stdin.flush()
        return msgspec.json.decode(stdout.readline(), type=Result)

    def close(self) -> None:
        self._process.communicate(timeout=20)
        assert self._process.returncode == 0
