"""Runs the programs that the build is made of."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class BuildFailed(Exception):
    """The build cannot go on; the text says why."""


def say(text: str) -> None:
    """Print one line about a step, at once."""
    print(text, file=sys.stderr, flush=True)


def call(command: Sequence[str | Path], env: Mapping[str, str] | None = None) -> str:
    """Run a program to its end; what it printed on standard output and error together.

    Standard input is closed and the output is a pipe: a Windows Python that Wine starts otherwise
    dies while it looks at them.

    Raises:
        BuildFailed: the program is missing, or its exit code is not 0.
    """
    words = [str(word) for word in command]
    try:
        done = subprocess.run(
            words,
            env={**os.environ, **(env or {})},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
    except OSError as error:
        raise BuildFailed(f"{words[0]} cannot be run: {error}") from error
    output = done.stdout.decode("utf-8", "replace")
    if done.returncode != 0:
        raise BuildFailed(f"exit code {done.returncode} of: {' '.join(words)}\n{output}")
    return output


def uv(*arguments: str | Path) -> str:
    """Run the uv of this environment."""
    suffix = ".exe" if os.name == "nt" else ""
    return call([Path(sysconfig.get_path("scripts")) / f"uv{suffix}", *arguments])
