"""A part of the benchmarks that fails takes no figures of the others with it."""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING

from tests.bench import __main__ as run
from tests.bench.figure import Figure, at_most

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.bench.scale import Scale


def measures(scale: Scale) -> list[Figure]:
    return [Figure("starts", "", scale.starts, None, (at_most(scale.starts),))]


def raises(_scale: Scale) -> list[Figure]:
    raise AssertionError("no list of the waiting")


def dies(_scale: Scale) -> list[Figure]:
    os._exit(7)


def test_a_part_that_fails_is_told_of_and_all_others_are_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    parts = {"first": measures, "refused": raises, "dead": dies, "last": measures}
    monkeypatch.setattr(run, "BENCHES", parts)
    monkeypatch.setattr(run, "_FOLDERS", ())
    file = tmp_path / "figures.json"
    monkeypatch.setattr(sys, "argv", ["bench", "--short", "--json", str(file)])

    assert run.main() == 1

    assert [one["name"] for one in json.loads(file.read_text("utf-8"))] == ["starts"] * 2
    said = capsys.readouterr()
    assert said.out.count("| starts") == 2
    assert "Not measured, see above: refused, dead" in said.out
    assert "no list of the waiting" in said.err


def test_a_run_without_trouble_ends_well(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run, "BENCHES", {"first": measures})
    monkeypatch.setattr(run, "_FOLDERS", ())
    monkeypatch.setattr(sys, "argv", ["bench"])

    assert run.main() == 0

    assert "Not measured" not in capsys.readouterr().out
