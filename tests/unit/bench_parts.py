"""Parts of a benchmark that end at once, each in its way.

They load nothing of the program: a process that runs one has little else to do.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tests.bench.figure import Figure, at_most

if TYPE_CHECKING:
    from tests.bench.scale import Scale


def measures(scale: Scale) -> list[Figure]:
    return [Figure("starts", "", scale.starts, None, (at_most(scale.starts),))]


def raises(_scale: Scale) -> list[Figure]:
    raise AssertionError("no list of the waiting")


def dies(_scale: Scale) -> list[Figure]:
    os._exit(7)
